"""Counts: what a report may say and by whom, versions, several at once, taking back, and the history."""

import datetime

from ledger_desk import Desk
from ledger_talk import AFTERCARE, CRISIS, OTHER_PLACE, PROFILE, UNKNOWN_PLACE, WOMEN, capacity, put, together

CHANGING = ("confirmedAt", "version", "freshness")


def bounds(house):
    """Every fault of a report, each with its own status, and nothing changed by any."""
    with house.serving(house.state()) as server:
        desk = Desk(house, server)
        before = desk.count(CRISIS)
        good, version = {"total": 8, "free": 1}, before["version"]
        bad = [{"total": 8, "free": 9}, {"total": 8, "free": -1}, {"total": -1, "free": -1},
               {"total": 10_001, "free": 0},
               {"total": 8}, {"free": 1}, {}, [], 8, "8", {"total": "8", "free": 1}, {"total": 8, "free": 1.5},
               {"total": 8, "free": None}, {"total": None, "free": None}, {"total": 1e400, "free": 1},
               {"total": 8, "free": True}, {"total": 2**63, "free": 1}, {**good, "paused": "yes"},
               {**good, "paused": 1}, {**good, "pausedUntil": "2199-12-31"}, {**good, "pauseReason": "staffing"},
               {**good, "paused": True, "pausedUntil": "2020-01-01"},
               {**good, "paused": True, "pausedUntil": "morgen"}, {**good, "paused": True, "pauseReason": "moe"},
               {**good, "expectedFreeOn": "2020-01-01"}, {**good, "expectedFreeOn": "2027-02-29"},
               {**good, "expectedFreeOn": "morgen"}, {**good, "expectedFreeOn": 20270101},
               {**good, "expectedFreeOn": "2027-01-01T00:00:00Z"}, {**good, "note": "Anna"}, {**good, "held": 0},
               {**good, "version": 1}, {**good, "confirmedAt": "2026-01-01T00:00:00Z"}]
        yesterday = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=2)).date().isoformat()
        for body in [*bad, {**good, "expectedFreeOn": yesterday}]:
            errors = desk.report(CRISIS, 400, body, version).json().get("errors")
            house.checks.that(errors, f"a pointer to the fault in {body}")
            house.checks.that(all("pointer" in error and "code" in error for error in errors or []), f"{errors}")
        both = desk.report(CRISIS, 400, {"total": 10_001, "free": -1, "paused": 3, "name": "Anna"}, version).json()
        house.checks.same(sorted(error["pointer"] for error in both["errors"])[:1], ["/free"], "all faults at once")
        house.checks.that(len(both["errors"]) >= 3, f"all faults at once: {both['errors']}")
        for raw in (b"", b"{", b"null", b'{"total":8,"total":8,"free":1}', b'{"total":8,"free":1}x', b"\xff\xfe"):
            desk.report(CRISIS, 400, raw, version, Content_Type="application/json")
        desk.report(CRISIS, 415, b"total=8&free=1", version, Content_Type="application/x-www-form-urlencoded")
        desk.report(CRISIS, 413, b" " * 1_048_577, version, Content_Type="application/json")
        desk.report(CRISIS, 428, good)
        for field in ('"987654"', 'W/"0"', "0", '"x"'):
            desk.send("PUT", capacity(CRISIS), 412, "shelter", body=good, If_Match=field)
        desk.report(CRISIS, 401, good, version, role=None)
        for role in ("coordinator", "comensha", "policy"):
            desk.report(CRISIS, 403, good, version, role=role)
            desk.send("POST", capacity(CRISIS) + "/confirmations", 403, role)
        desk.report(OTHER_PLACE, 403, good, 0)
        desk.send("POST", capacity(OTHER_PLACE) + "/confirmations", 403, "shelter")
        for service in ("bestaat-niet", AFTERCARE):
            desk.report(service, 404, good, 0, role="admin")
            desk.send("GET", capacity(service), 404, "admin")
            desk.send("POST", capacity(service) + "/confirmations", 404, "admin")
        house.checks.same(desk.count(CRISIS), before, "the count after all refusals")


def reports(house):
    """What a report changes, what a confirmation changes, and what the search makes of a pause."""
    with house.serving(house.state()) as server:
        desk = Desk(house, server)
        for body in ({"total": 8, "free": 8}, {"total": 8, "free": 0, "expectedFreeOn": "2199-12-31"},
                     {"total": 0, "free": 0}, {"total": 10_000, "free": 10_000},
                     {"total": 8, "free": 2, "paused": True, "pausedUntil": "2199-12-31", "pauseReason": "staffing"},
                     {"total": 8, "free": 2, "paused": True},
                     {"total": 8, "free": 2, "paused": False, "expectedFreeOn": None, "pauseReason": None}):
            before = desk.count(CRISIS)
            after = desk.tagged(desk.report(CRISIS, 200, body, before["version"]))
            expected = {"expectedFreeOn": None, "paused": False, "pausedUntil": None, "pauseReason": None,
                        "held": 0, "freshness": "fresh", **body,
                        "version": before["version"] + 1}
            house.checks.same({key: after[key] for key in expected}, expected, f"the count after {body}")
            house.checks.same(desk.count(CRISIS), after, f"read again after {body}")
        for role in ("shelter", "admin"):
            before = desk.count(WOMEN)
            after = desk.tagged(desk.send("POST", capacity(WOMEN) + "/confirmations", 200, role))
            changed = {key for key in after if after[key] != before[key]}
            house.checks.that(changed <= set(CHANGING) and after["version"] == before["version"] + 1
                              and after["confirmedAt"] >= before["confirmedAt"], f"a confirmation changes {changed}")
        unknown = desk.count(UNKNOWN_PLACE)
        confirmed = desk.tagged(desk.send("POST", capacity(UNKNOWN_PLACE) + "/confirmations", 200, "admin"))
        house.checks.same((unknown["free"], confirmed["free"], confirmed["freshness"]), (None, None, "unknown"),
                          "an unknown count stays unknown when it is confirmed")
        stated = desk.report(UNKNOWN_PLACE, 200, {"total": 3, "free": 1}, confirmed["version"], role="admin")
        house.checks.same(desk.tagged(stated)["freshness"], "fresh", "the first report of an unknown count")
        desk.send("POST", capacity(CRISIS) + "/confirmations", (400, 415), "shelter", body={"free": 1})
        desk.report(CRISIS, 200, {"total": 8, "free": 2, "paused": True}, desk.count(CRISIS)["version"])
        result = desk.send("POST", "/v1/placements/_search", 200, "coordinator", body=PROFILE).json()
        reasons = [each["reasons"] for each in result["excluded"] if each["serviceId"] == CRISIS]
        house.checks.that(reasons and any(reason["code"] == "paused" for reason in reasons[0]), "a pause excludes")
        version = desk.count(CRISIS)["version"]
        one, two = (server.client() for _ in range(2))
        rivals = [lambda c=c, free=free: put(c, CRISIS, free, 8, role="shelter", version=version).status
                  for c, free in ((one, 3), (two, 4))]
        house.checks.same(sorted(together(rivals)), [200, 412], "two browsers with the same ETag")
        crowd = [lambda c=server.client(): put(c, WOMEN, 1, 4, version=desk_version).status
                 for desk_version in [desk.count(WOMEN)["version"]] for _ in range(30)]
        house.checks.same(sorted(together(crowd)), [200] + [412] * 29, "thirty browsers with the same ETag")


PARTS = [("bounds", bounds), ("reports", reports)]
