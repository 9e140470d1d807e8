"""Holds: who may do what when, requests that are sent again, the race for the last place, and how many one may have."""

from ledger_desk import ACCEPT, DECLINE, PLACED, WITHDRAWN, HoldDesk
from ledger_talk import AFTERCARE, CRISIS, OTHER_PLACE, pages


def steps(house):
    """Every way through the life of a hold, and what each does to the count."""
    with house.serving(house.state()) as server:
        desk = HoldDesk(house, server)
        desk.room(CRISIS, 6, 8)
        version = desk.count(CRISIS)["version"]
        reference = desk.open(places=2)
        house.checks.that(len(reference) <= 12 and reference[0].isalpha(), f"a short reference: {reference}")
        house.checks.that(desk.places(CRISIS, 4, 2, "opened")["version"] > version, "a hold changes the version")
        desk.step(reference, "decisions", 200, ACCEPT, "shelter", state="accepted")
        desk.places(CRISIS, 4, 2, "accepted")
        desk.step(reference, "decisions", 409, ACCEPT, "shelter")
        desk.step(reference, "decisions", 409, DECLINE, "shelter")
        desk.step(reference, "closures", 200, PLACED, "coordinator", state="placed")
        desk.places(CRISIS, 4, 0, "placed: free is lower for good")
        closed = [(reference, "placed")]
        reference = desk.open()
        desk.step(reference, "decisions", 200, DECLINE, "shelter", state="declined")
        house.checks.that("group_mix" in desk.send("GET", f"/v1/holds/{reference}", 200, "coordinator").body.decode(),
                          "the holder sees the reason")
        desk.places(CRISIS, 4, 0, "declined")
        closed.append((reference, "declined"))
        for accepted in (False, True):
            reference = desk.open()
            if accepted:
                desk.step(reference, "decisions", 200, ACCEPT, "shelter")
            desk.step(reference, "closures", 200, WITHDRAWN, "coordinator", state="withdrawn")
            desk.places(CRISIS, 4, 0, "withdrawn")
            closed.append((reference, "withdrawn"))
        for reference, last in closed:
            desk.step(reference, "extensions", 409, role="coordinator")
            for body in (ACCEPT, DECLINE):
                desk.step(reference, "decisions", 409, body, "shelter")
            for body in (PLACED, WITHDRAWN):
                desk.step(reference, "closures", 409, body, "coordinator")
            found = desk.send("GET", f"/v1/holds/{reference}", 200, "coordinator").json()
            house.checks.same(found["state"], last, "a closed hold stays as it is")
        desk.places(CRISIS, 4, 0, "all are closed")
        lists = [desk.client.get(f"/v1/code-lists/{one['name']}").json()["codes"]
                 for one in desk.client.get("/v1/code-lists?pageSize=100").json()["contents"]]
        codes = next(codes for codes in ([one["code"] for one in each] for each in lists) if "group_mix" in codes)
        for code in codes:
            no = {"decision": "declined", "reason": code}
            desk.step(desk.open(), "decisions", 200, no, "shelter", state="declined")
        bad_steps(desk)


def bad_steps(desk):
    """Bodies that say nothing, too much, or something nobody knows: 400, and the hold is as it was."""
    reference = desk.open()
    for body in ({}, [], {"decision": "maybe"}, {"decision": "declined"}, {**DECLINE, "reason": "no reason"},
                 {**DECLINE, "reason": None}, {**ACCEPT, "note": "Anna"}, {**DECLINE, "name": "Anna"},
                 {"decision": True}, {"outcome": "placed"}):
        errors = desk.step(reference, "decisions", 400, body, "shelter").json().get("errors")
        desk.checks.that(errors, f"a pointer to the fault in {body}")
    for body in ({}, [], {"outcome": "lost"}, {"outcome": None}, {**PLACED, "name": "Anna"}, {"decision": "accepted"}):
        desk.step(reference, "closures", 400, body, "coordinator")
    path = f"/v1/services/{CRISIS}/holds"
    for body in ({}, [], {"places": 0}, {"places": -1}, {"places": 1.5}, {"places": "1"}, {"places": None},
                 {"places": 1_001}, {"places": True}, {"places": 1, "name": "Anna"}, {"places": 1, "age": 24},
                 {"places": 1, "note": "dringend"}, {"places": 1, "profile": {}}, {"places": 1, "reference": "K7-204"}):
        errors = desk.send("POST", path, 400, "coordinator", body=body).json().get("errors")
        desk.checks.that(errors, f"a pointer to the fault in {body}")
    desk.send("POST", path, 415, "coordinator", body=b"places=1", Content_Type="application/x-www-form-urlencoded")
    found = desk.send("GET", f"/v1/holds/{reference}", 200, "coordinator").json()
    desk.checks.same(found["state"], "open", "the hold after all refusals")
    desk.step(reference, "closures", 200, WITHDRAWN, "coordinator")


def sides(house):
    """Who sees a hold, and who may take which step: 401, 403 by role, 404 for somebody else's."""
    with house.serving(state := house.state()) as server:
        desk = HoldDesk(house, server, state)
        desk.room(CRISIS, 5, 8)
        desk.room(OTHER_PLACE, 5, 8)
        path = f"/v1/services/{CRISIS}/holds"
        desk.send("POST", path, 401, body={"places": 1})
        for role in ("shelter", "policy", "admin"):
            desk.send("POST", path, 403, role, body={"places": 1})
        desk.send("POST", "/v1/services/bestaat-niet/holds", 404, "coordinator", body={"places": 1})
        desk.send("POST", f"/v1/services/{AFTERCARE}/holds", (404, 409), "coordinator", body={"places": 1})
        mine, theirs = desk.open(), desk.open(key=desk.other)
        elsewhere, national = desk.open(OTHER_PLACE), desk.open(role="comensha")
        everyone = {mine, theirs, elsewhere, national}
        sees = {("coordinator", None): {mine, elsewhere}, (None, desk.other): {theirs}, ("comensha", None): everyone,
                ("admin", None): everyone, ("shelter", None): {mine, theirs, national},
                (None, desk.other_shelter): {elsewhere}}
        for (role, key), known in sees.items():
            who = role or "another key"
            listed, first = pages(desk.client, "/v1/holds", role, key)
            house.checks.same({one["reference"] for one in listed}, known, f"the holds that {who} sees")
            house.checks.same((len(listed), first["totalItems"]), (len(known), len(known)), f"their number for {who}")
            ones, _ = pages(desk.client, "/v1/holds", role, key, size=1)
            house.checks.same(len(ones), len(known), f"pages for {who}")
            for reference in everyone:
                desk.send("GET", f"/v1/holds/{reference}", 200 if reference in known else 404, role, key=key)
        for target in ("/v1/holds", f"/v1/holds/{mine}"):
            desk.send("GET", target, 401)
            desk.send("GET", target, 403, "policy")
        for unknown in ("Z9-999-999", "bestaat-niet", "K7-20", "%00", "K7-204%0A"):
            desk.send("GET", f"/v1/holds/{unknown}", (400, 404), "coordinator")
        for what, body, role in (("extensions", None, "coordinator"), ("closures", PLACED, "coordinator"),
                                 ("decisions", ACCEPT, "shelter")):
            desk.step("Z9-999-999", what, 404, body, role)
            desk.step(mine, what, 401, body)
            never = {"coordinator", "comensha", "shelter", "policy", "admin"}
            never -= {"shelter"} if what == "decisions" else {"coordinator", "comensha"}
            for wrong in never:
                desk.step(mine, what, 403, body, wrong)
            if what == "decisions":
                desk.step(mine, what, 404, body, key=desk.other_shelter)
                desk.step(elsewhere, what, 404, body, "shelter")
            else:
                desk.step(mine, what, 404, body, key=desk.other)
                desk.step(mine, what, 404, body, "comensha")
                desk.step(national, what, 404, body, "coordinator")
        desk.places(CRISIS, 2, 3, "after all refusals")
        desk.step(national, "extensions", 200, role="comensha")
        desk.step(national, "closures", 200, WITHDRAWN, "comensha")
        desk.step(elsewhere, "decisions", 200, ACCEPT, key=desk.other_shelter)
        table = desk.send("GET", "/v1/holds", 200, "coordinator", Accept="text/csv")
        house.checks.same(table.type, "text/csv", "holds as a table")
        whole = desk.client.get("/v1/holds", "admin").body.decode()
        for secret in (desk.other, desk.other_shelter):
            house.checks.that(secret not in whole, "no list of holds shows a key")


PARTS = [("steps", steps), ("sides", sides)]
