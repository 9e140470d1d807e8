"""Who asks for a place: on which counts, how often, again with the same key, and many at the same moment."""

from ledger_desk import ACCEPT, DECLINE, PLACED, WITHDRAWN, Desk, HoldDesk
from ledger_talk import CRISIS, OTHER_PLACE, UNKNOWN_PLACE, WOMEN, hold, pages, step, together


def reliable(house):
    """A hold needs room, a count that is fresh enough, and a place that takes people."""
    with house.serving(state := house.state()) as server:
        desk = HoldDesk(house, server, state)
        house.checks.same(hold(desk.client, UNKNOWN_PLACE).status, 409, "an unknown count")
        counts, _ = pages(desk.client, "/v1/organizations/voorbeeld-de-bosanemoon/capacities", "admin")
        stale = [one["serviceId"] for one in counts if one["freshness"] == "stale"]
        for service in stale:
            house.checks.same(hold(desk.client, service).status, 409, "a stale count")
        house.checks.that(stale, "there is a stale count to try")
        desk.room(CRISIS, 3, 8)
        house.checks.same(hold(desk.client, CRISIS, 4).status, 409, "more than are free")
        desk.open(places=3)
        house.checks.same(hold(desk.client, CRISIS).status, 409, "nothing is free")
        desk.room(WOMEN, 3, 4, paused=True)
        house.checks.same(hold(desk.client, WOMEN).status, 409, "a place that takes nobody for now")
        desk.places(WOMEN, 3, 0, "after a refusal")
        desk.room(OTHER_PLACE, 100, 200)
        taken = [desk.open(OTHER_PLACE) for _ in range(49)]
        house.checks.same(hold(desk.client, OTHER_PLACE).status, 409, "the 51st open hold of one key")
        desk.open(OTHER_PLACE, key=desk.other)
        desk.step(taken[0], "decisions", 200, ACCEPT, key=desk.other_shelter)
        house.checks.same(hold(desk.client, OTHER_PLACE).status, 409, "an accepted hold counts too")
        desk.step(taken[0], "closures", 200, PLACED, "coordinator")
        desk.open(OTHER_PLACE)
        house.checks.same(hold(desk.client, OTHER_PLACE).status, 409, "again the 51st")


def repeats(house):
    """`Idempotency-Key`: the same request again is the same hold; it belongs to one access key, also after a start."""
    state = house.state()
    with house.serving(state) as server:
        desk = HoldDesk(house, server, state)
        desk.room(CRISIS, 6, 8)
        name = "een-sleutel/1"
        first = desk.open(idempotency=name)
        same_again(desk, name, first, 5, 1)
        house.checks.same(hold(desk.client, CRISIS, 2, idempotency=name).status, 409, "the same key, another body")
        house.checks.same(hold(desk.client, WOMEN, 1, idempotency=name).status, 409, "the same key, another place")
        other = desk.open(key=desk.other, idempotency=name)
        house.checks.that(other != first, "the same key of another co-ordinator is another hold")
        desk.places(CRISIS, 4, 2, "two holds")
        for bad in ("", "a" * 256, "met spatie", "caf\u00e9", "tab\there"):
            answer = desk.client.send("POST", f"/v1/services/{CRISIS}/holds", "coordinator", body={"places": 1},
                                      Idempotency_Key=bad.encode())
            house.checks.same(answer.status, 400, f"Idempotency-Key {bad[:12]!r}")
        desk.places(CRISIS, 4, 2, "after bad keys")
        desk.open(idempotency="a" * 255)
        desk.open(idempotency="!~")
        same = [lambda c=server.client(): hold(c, CRISIS, 1, idempotency="tegelijk").json() for _ in range(20)]
        house.checks.same(len({found["reference"] for found in together(same)}), 1, "twenty at once with the same key")
        desk.places(CRISIS, 1, 5, "twenty at once are one")
        server.kill()
    with house.serving(state) as server:
        desk = Desk(house, server)
        same_again(desk, name, first, 1, 5)
        step(desk.client, first, "closures", WITHDRAWN, "coordinator")
        same_again(desk, name, first, 2, 4)


def same_again(desk, name, reference, free, held):
    answer = hold(desk.client, CRISIS, 1, idempotency=name)
    desk.checks.that(answer.status in (200, 201), f"the same request again: {answer.status}")
    desk.checks.same(answer.json().get("reference"), reference, "the same request is the same hold")
    count = desk.count(CRISIS)
    desk.checks.same((count["free"], count["held"]), (free, held), "one bed")


def race(house):
    """Sixty ask for the last place; then forty for nine."""
    with house.serving(state := house.state()) as server:
        desk = HoldDesk(house, server)
        keys = [house.issue(state, "coordinator", f"race {number}")[1] for number in range(3)]
        for crowd, free in ((60, 1), (40, 9)):
            desk.room(CRISIS, free, 60)
            before = desk.count(CRISIS)
            works = [lambda c=server.client(), key=keys[n % 3]: hold(c, CRISIS, key=key).status for n in range(crowd)]
            expected = [201] * free + [409] * (crowd - free)
            house.checks.same(sorted(together(works)), expected, f"{crowd} ask for {free}")
            desk.places(CRISIS, 0, before["held"] + free, "after the race")
        reference = hold(desk.client, WOMEN).json().get("reference")
        ends = [lambda c=server.client(), n=n: step(c, reference, *[
            ("decisions", ACCEPT, "shelter"), ("decisions", DECLINE, "shelter"), ("closures", WITHDRAWN, "coordinator"),
            ("closures", PLACED, "coordinator")][n % 4]).status for n in range(24)]
        results = together(ends)
        house.checks.that(set(results) <= {200, 201, 409}, f"all steps at once: {set(results)}")
        house.checks.that(1 <= sum(status < 300 for status in results) <= 2, f"one end, perhaps after a yes: {results}")
        house.checks.same(desk.count(WOMEN)["held"], 0, "nothing is held any more")


PARTS = [("reliable", reliable), ("repeats", repeats), ("race", race)]
