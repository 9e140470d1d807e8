"""Several counts in one request, taking back, and what was said before."""

from ledger_desk import Desk, json_texts, values
from ledger_talk import CRISIS, OTHER_PLACE, OTHER_SHELTER, SHELTER, WOMEN, capacity, hold, pages, put, step

REPORTS = f"/v1/organizations/{SHELTER}/capacities/reports"
ALL_STILL_RIGHT = f"/v1/organizations/{SHELTER}/capacities/confirmations"
CHANGING = ("confirmedAt", "version", "freshness")


def several(house):
    """All counts of one organisation in one request: all of them, or none."""
    with house.serving(house.state()) as server:
        desk = Desk(house, server)
        mine = [CRISIS, WOMEN]
        listed, first = pages(desk.client, f"/v1/organizations/{SHELTER}/capacities", "shelter")
        house.checks.same(sorted(one["serviceId"] for one in listed), sorted(mine), "the counts of an organisation")
        house.checks.same(first["totalItems"], len(mine), "their number")
        for role in ("coordinator", "policy", "comensha", "admin"):
            desk.send("GET", f"/v1/organizations/{SHELTER}/capacities", 200, role)
        desk.send("GET", f"/v1/organizations/{SHELTER}/capacities", 401)
        desk.send("GET", "/v1/organizations/bestaat-niet/capacities", 404, "admin")
        before = {service: desk.count(service) for service in mine}
        answer = desk.send("POST", ALL_STILL_RIGHT, 200, "shelter").json()["capacities"]
        house.checks.same(sorted(one["serviceId"] for one in answer), sorted(mine), "all are confirmed")
        for one in answer:
            old = before[one["serviceId"]]
            changed = {key for key in one if one[key] != old[key]}
            is_right = changed <= set(CHANGING) and one["version"] == old["version"] + 1
            house.checks.that(is_right, f"a confirmation of all changes {changed}")
            house.checks.same(desk.count(one["serviceId"]), one, "the confirmed count")
        for path in (ALL_STILL_RIGHT, REPORTS):
            report = {"serviceId": CRISIS, "version": 1, "total": 4, "free": 1}
            body = {"reports": [report]} if path == REPORTS else None
            desk.send("POST", path, 401, body=body)
            for role in ("coordinator", "comensha", "policy"):
                desk.send("POST", path, 403, role, body=body)
            other = path.replace(SHELTER, OTHER_SHELTER)
            desk.send("POST", other, 403, "shelter", body=body)
            desk.send("POST", path.replace(SHELTER, "bestaat-niet"), 404, "admin", body=body)
        several_reports(house, desk)


def several_reports(house, desk):
    def report(service, free, more=0, **rest):
        version = desk.count(service)["version"] + more
        return {"serviceId": service, "version": version, "total": 9, "free": free, **rest}

    def send(status, *reports):
        return desk.send("POST", REPORTS, status, "shelter", body={"reports": list(reports)}).json()

    answer = send(200, report(CRISIS, 3, paused=True), report(WOMEN, 4, expectedFreeOn="2199-01-01"))["capacities"]
    house.checks.same([(one["serviceId"], one["free"], one["paused"]) for one in answer],
                      [(CRISIS, 3, True), (WOMEN, 4, False)], "two reports in one request")
    for one in answer:
        house.checks.same(desk.count(one["serviceId"]), one, "the reported count")
    before = [desk.count(CRISIS), desk.count(WOMEN)]
    send(412, report(CRISIS, 1), report(WOMEN, 1, more=1))
    send(400, report(CRISIS, 1), report(WOMEN, 10))
    send(400, report(CRISIS, 1), {**report(WOMEN, 1), "note": "Anna"})
    send(400, report(CRISIS, 1), report(CRISIS, 2))
    send(400)
    send(400, *[report(CRISIS, 1)] * 101)
    send((400, 403, 404), report(CRISIS, 1), report(OTHER_PLACE, 1))
    send((400, 404), report(CRISIS, 1), {**report(CRISIS, 1), "serviceId": "bestaat-niet"})
    errors = send(400, report(CRISIS, -1), report(WOMEN, 99)).get("errors", [])
    pointers = sorted(error["pointer"] for error in errors)
    house.checks.same(pointers, ["/reports/0/free", "/reports/1/free"], "both faults")
    house.checks.same([desk.count(CRISIS), desk.count(WOMEN)], before, "all or none")
    hold_on = hold(desk.client, WOMEN, 2).status
    house.checks.same(hold_on, 201, "a hold on a fresh count")
    send(409, report(CRISIS, 1), report(WOMEN, 8))
    house.checks.same(desk.count(CRISIS), before[0], "none where one has no room for its holds")
    desk.report(WOMEN, 409, {"total": 9, "free": 8}, desk.count(WOMEN)["version"])
    after = desk.tagged(desk.report(WOMEN, 200, {"total": 9, "free": 7}, desk.count(WOMEN)["version"]))
    house.checks.same((after["free"], after["held"]), (7, 2), "free is the net number")


def reversals(house):
    """Who reported takes back the own last report, and only that."""
    with house.serving(state := house.state()) as server:
        desk, undo = Desk(house, server), capacity(CRISIS) + "/reversals"
        _, colleague = house.issue(state, "shelter", "colleague", SHELTER)

        def revert(status, version, role="shelter", **rest):
            return desk.send("POST", undo, status, None if "key" in rest else role, If_Match=f'"{version}"', **rest)

        revert(409, desk.count(CRISIS)["version"])
        old = desk.tagged(desk.report(CRISIS, 200, {"total": 8, "free": 5, "expectedFreeOn": "2199-01-01"},
                                      desk.count(CRISIS)["version"]))
        new = desk.tagged(desk.report(CRISIS, 200, {"total": 7, "free": 1, "paused": True}, old["version"]))
        desk.send("POST", undo, 428, "shelter")
        revert(412, old["version"])
        revert(409, new["version"], key=colleague)
        revert(409, new["version"], role="admin")
        for role in ("coordinator", "comensha", "policy"):
            revert(403, new["version"], role)
        desk.send("POST", undo, 401, If_Match='"1"')
        desk.send("POST", capacity(OTHER_PLACE) + "/reversals", 403, "shelter", If_Match='"0"')
        desk.send("POST", capacity("bestaat-niet") + "/reversals", 404, "shelter", If_Match='"0"')
        back = desk.tagged(revert(200, new["version"]))
        same = [key for key in ("total", "free", "paused", "expectedFreeOn", "confirmedAt") if back[key] != old[key]]
        house.checks.same(same, [], "a reversal gives what stood before")
        house.checks.same(back["version"], new["version"] + 1, "a reversal is a version of its own")
        revert(409, back["version"])
        confirmed = desk.tagged(desk.send("POST", capacity(CRISIS) + "/confirmations", 200, "shelter"))
        undone = desk.tagged(revert(200, confirmed["version"]))
        house.checks.same(undone["confirmedAt"], old["confirmedAt"], "a confirmation is taken back too")
        kept = desk.tagged(desk.report(CRISIS, 200, {"total": 8, "free": 4}, undone["version"]))
        house.checks.same(hold(desk.client, CRISIS).status, 201, "a hold after a report")
        revert(412, kept["version"])


def history(house):
    """Every report with who, when, old and new: newest first, in pages, for the roles, after a start too."""
    state = house.state()
    frees = [1, 4, 2, 7, 0, 3]
    with house.serving(state) as server:
        desk = Desk(house, server)
        for free in frees:
            desk.report(CRISIS, 200, {"total": 8, "free": free}, desk.count(CRISIS)["version"])
        desk.send("POST", capacity(CRISIS) + "/confirmations", 200, "shelter")
        reference = hold(desk.client, CRISIS).json()["reference"]
        step(desk.client, reference, "closures", {"outcome": "withdrawn"}, "coordinator")
        put(desk.client, WOMEN, 1, 4)
        told = look_back(house, desk, frees)
    with house.serving(state) as server:
        house.checks.same(look_back(house, Desk(house, server), frees), told, "the history after a start")


def look_back(house, desk, frees):
    path = capacity(CRISIS) + "/history"
    told, first = pages(desk.client, path, "admin")
    reports = [one for one in told if "capacity_reported" in json_texts(one)]
    house.checks.same(len(reports), len(frees), f"reports in the history, such as {told[:1]}")
    for one, free, before in zip(reports, reversed(frees), [*reversed(frees[:-1]), 2]):
        found = values(one, "free")
        house.checks.that(free in found and before in found, f"new {free} and old {before} in {one}")
        house.checks.that(values(one, "role") == ["shelter"] or "shelter" in json_texts(one), f"who in {one}")
    moments = [one["recordedAt"] for one in told]
    house.checks.same(moments, sorted(moments, reverse=True), "newest first")
    for size in (1, 2, 3, 5, 100):
        paged, first = pages(desk.client, path, "admin", size=size)
        house.checks.same((paged, first["totalItems"], first["totalPages"]), (told, len(told), -(-len(told) // size)),
                          f"pages of {size}")
    desk.send("GET", path, 401)
    for role in ("coordinator", "comensha", "shelter", "policy"):
        desk.send("GET", path, 200, role)
    for query in ("page=0", "pageSize=101", "pageSize=0", "page=x", "onbekend=1"):
        desk.send("GET", f"{path}?{query}", 400, "admin")
    desk.send("GET", capacity("bestaat-niet") + "/history", 404, "admin")
    table = desk.send("GET", path, 200, "admin", Accept="text/csv")
    house.checks.same(table.type, "text/csv", "the history as a table")
    return told


PARTS = [("several counts", several), ("reversals", reversals), ("history", history)]
