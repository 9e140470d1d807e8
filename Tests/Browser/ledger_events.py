"""`GET /v1/changes`: one event for every change, to those who may read it, also for who was away."""

from ledger_desk import ACCEPT, DECLINE, PLACED, WITHDRAWN, Desk, HoldDesk
from ledger_house import records
from ledger_listener import CHANGES, Listener, alike, expected, told
from ledger_talk import CRISIS, OTHER_PLACE, OTHER_SHELTER, SHELTER, WOMEN, capacity, put


def run(desk):
    """Some of everything that may change."""
    for free in (4, 5, 6):
        desk.room(CRISIS, free, 8)
    desk.room(OTHER_PLACE, 3, 8)
    mine, theirs, elsewhere = desk.open(), desk.open(key=desk.other), desk.open(OTHER_PLACE)
    declined = desk.open()
    desk.step(mine, "decisions", 200, ACCEPT, "shelter")
    desk.step(mine, "extensions", 200, role="coordinator")
    desk.step(declined, "decisions", 200, DECLINE, "shelter")
    desk.step(theirs, "closures", 200, WITHDRAWN, key=desk.other)
    desk.send("POST", f"/v1/organizations/{SHELTER}/capacities/confirmations", 200, "shelter")
    desk.step(mine, "closures", 200, PLACED, "coordinator")
    desk.step(elsewhere, "decisions", 200, ACCEPT, key=desk.other_shelter)
    desk.send("POST", capacity(WOMEN) + "/confirmations", 200, "shelter")
    desk.report(WOMEN, 200, {"total": 4, "free": 0}, desk.count(WOMEN)["version"])
    desk.send("POST", capacity(WOMEN) + "/reversals", 200, "shelter", If_Match=f'"{desk.count(WOMEN)["version"]}"')
    # Refused ones are no changes, nor is what only the audit tells.
    desk.report(WOMEN, 412, {"total": 4, "free": 1}, 0)
    desk.send("GET", "/v1/audit-events", 403, "policy")


def live(house):
    """Who hears what; then each listener again from each of its ids, before and after a kill."""
    state = house.state()
    with house.serving(state) as server:
        desk = HoldDesk(house, server, state)
        for role, status in ((None, 401), *[(role, 400) for role in ("policy", "admin")]):
            desk.send("GET", CHANGES + ("?onbekend=1" if role else ""), status, role)
        places_of = {CRISIS: SHELTER, WOMEN: SHELTER, OTHER_PLACE: OTHER_SHELTER}
        ours = "demo-coordinator"
        hears = {ours: lambda hold: hold["holder"]["keyId"] == ours,
                 desk.other: lambda hold: hold["holder"]["keyId"] != ours,
                 "demo-comensha": lambda hold: True, "demo-admin": lambda hold: True, "demo-policy": lambda hold: False,
                 "demo-shelter": lambda hold: places_of[hold["service"]] == SHELTER,
                 desk.other_shelter: lambda hold: places_of[hold["service"]] == OTHER_SHELTER}
        ears = {key: Listener(server.address, key) for key in hears}
        for key, ear in ears.items():
            house.checks.same(ear.status, 200, f"a stream for {key[:20]}")
            house.checks.same(ear.answer.getheader("content-type", "").split(";")[0], "text/event-stream", "its type")
            house.checks.that("no-store" in ear.answer.getheader("cache-control", ""), "its Cache-Control")
        run(desk)
        lines = records(state)
        for key, ear in ears.items():
            wanted = expected(lines, hears[key])
            ear.wait(lambda events: len(events) >= len(wanted))
            house.checks.same(told(ear.events), wanted, f"what {key[:20]} hears")
            numbers = [number for number, _, _ in ear.events]
            house.checks.same(numbers, sorted(set(numbers)), "ids rise")
        look(house, desk, ears["demo-admin"].events)
        recorded = {key: list(ear.events) for key, ear in ears.items()}
        resume(house, server, recorded)
        for key, ear in ears.items():
            house.checks.same(len(ear.events), len(recorded[key]), "nobody heard more than once")
            ear.close()
        server.kill()
    with house.serving(state) as server:
        resume(house, server, recorded)
        newer(house, server, recorded)


def look(house, desk, events):
    """What an event carries is what a GET gives."""
    last = {}
    for _, name, data in events:
        last[(name, data.get("reference") or data["serviceId"])] = data
        if name == "hold":
            house.checks.that({"reference", "serviceId", "places", "state", "createdAt", "expiresAt", "free", "held",
                               "version"} <= set(data), f"the fields of a hold event: {sorted(data)}")
    for (name, what), data in last.items():
        path = f"/v1/holds/{what}" if name == "hold" else capacity(what)
        found = desk.send("GET", path, 200, "admin").json()
        if name == "hold":  # the count in the event is that of its moment
            found = {key: value for key, value in found.items() if key not in ("free", "held", "version")}
        house.checks.same({key: data.get(key) for key in found}, found, f"the last event of {what}")
    times = [data["confirmedAt"] for _, name, data in events if name == "capacity"]
    house.checks.that(all(times), "each capacity event has its time")


def resume(house, server, recorded):
    """From every id: exactly the rest."""
    for key, run_of in recorded.items():
        for index, last in enumerate([0, 1] + [number for number, _, _ in run_of]):
            rest = run_of if index < 2 else run_of[index - 1:]
            ear = Listener(server.address, key, last)
            house.checks.same(ear.status, 200, "a stream that goes on")
            ear.wait(lambda events: len(events) >= len(rest))
            alike(house.checks, ear.events, rest, f"the rest after {last} for {key[:20]}")
            ear.close()
    key, run_of = "demo-comensha", recorded["demo-comensha"]
    middle = run_of[len(run_of) // 2][0]
    rest = [event for event in run_of if event[0] > middle]
    for last, number in ((None, middle), (middle, 0)):
        ear = Listener(server.address, key, last, f"?lastEventId={number}")
        ear.wait(lambda events: len(events) >= len(rest))
        alike(house.checks, ear.events, rest, f"lastEventId={number} beside Last-Event-ID {last}")
        ear.close()
    for odd in ("x", "-1", "", "1.5", "99999999999999999999", "9" * 18):
        ear = Listener(server.address, key, odd)
        house.checks.that(ear.status in (200, 400), f"Last-Event-ID {odd!r}: {ear.status}")
        ear.close()


def newer(house, server, recorded):
    """Who has it all hears only what is new."""
    desk = Desk(house, server)
    ear = Listener(server.address, "demo-policy", recorded["demo-policy"][-1][0])
    fresh = Listener(server.address, "demo-policy")
    version = put(desk.client, WOMEN, 2, 4).json()["version"]
    for each in (ear, fresh):
        each.wait(lambda events: events)
        house.checks.same([(name, data["version"]) for _, name, data in each.events], [("capacity", version)],
                          "one change, one event")
        each.close()


PARTS = [("events", live)]
