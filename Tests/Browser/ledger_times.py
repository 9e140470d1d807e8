"""Holds that end by themselves, to the second and also while the program is not there; and extensions."""

import datetime
import time

from ledger_desk import ACCEPT, WITHDRAWN, HoldDesk
from ledger_listener import Listener
from ledger_talk import CRISIS, WOMEN, step, until

SHORT = "2"


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def seconds(found):
    return (moment(found["expiresAt"]) - moment(found["createdAt"])).total_seconds()


def read(desk, reference):
    return desk.client.get(f"/v1/holds/{reference}", "coordinator").json()


def ends(house):
    """Open and accepted ones end when their time is over, and the place is free again."""
    with house.serving(house.state(), "--hold-seconds", SHORT) as server:
        desk = HoldDesk(house, server)
        desk.room(CRISIS, 4, 8)
        ear = Listener(server.address, "demo-shelter")
        first, accepted, kept = desk.open(), desk.open(), desk.open()
        found = read(desk, first)
        house.checks.that(abs(seconds(found) - 2) < 0.01, f"the length of a hold: {seconds(found)} s")
        desk.step(accepted, "decisions", 200, ACCEPT, "shelter")
        house.checks.same(read(desk, accepted)["expiresAt"] > found["expiresAt"], True, "accepting keeps the end")
        longer = desk.step(kept, "extensions", 200, role="coordinator").json()
        house.checks.that(abs(seconds(longer) - 3_602) < 0.01, f"an extension: {seconds(longer)} s")
        desk.step(kept, "extensions", 409, role="coordinator")
        desk.places(CRISIS, 1, 3, "before the end")
        for reference in (first, accepted):
            over = moment(read(desk, reference)["expiresAt"]).timestamp()
            house.checks.that(until(over - time.time() + 1, lambda: read(desk, reference)["state"] == "expired"),
                              f"{reference} ends within a second of its end")
            house.checks.that(time.time() >= over - 0.05, "not before its end")
        desk.places(CRISIS, 3, 1, "after the end")
        desk.step(first, "decisions", 409, ACCEPT, "shelter")
        desk.step(accepted, "closures", 409, {"outcome": "placed"}, "coordinator")
        desk.step(first, "extensions", 409, role="coordinator")
        expired = ear.wait(lambda events: sum(data.get("state") == "expired" for _, name, data in events
                                              if name == "hold") == 2, 2)
        house.checks.that(expired, "the end of a hold is an event")
        ear.close()
        desk.step(kept, "closures", 200, WITHDRAWN, "coordinator")
        desk.places(CRISIS, 4, 0, "all are closed")


def away(house):
    """A hold whose time is over while the program is not there has ended at the start; another one goes on."""
    state = house.state()
    with house.serving(state, "--hold-seconds", SHORT) as server:
        desk = HoldDesk(house, server)
        desk.room(CRISIS, 4, 8)
        desk.room(WOMEN, 4, 8)
        over = [desk.open(), desk.open()]
        desk.step(over[1], "decisions", 200, ACCEPT, "shelter")
        end = moment(read(desk, over[1])["expiresAt"]).timestamp()
        server.kill()
    time.sleep(0.8)
    with house.serving(state, "--hold-seconds", SHORT) as server:
        desk = HoldDesk(house, server)
        house.checks.same([read(desk, one)["state"] for one in over], ["open", "accepted"], "not over yet")
        desk.places(CRISIS, 2, 2, "not over yet")
        going_on = desk.open(WOMEN)
        server.kill()
    time.sleep(max(0, end - time.time()) + 0.05)
    with house.serving(state, "--hold-seconds", SHORT) as server:
        desk = HoldDesk(house, server)
        house.checks.same([read(desk, one)["state"] for one in over], ["expired"] * 2, "over at once at the start")
        desk.places(CRISIS, 4, 0, "free again at the start")
        house.checks.same(read(desk, going_on)["state"], "open", "the other one is still open")
        house.checks.that(until(3, lambda: read(desk, going_on)["state"] == "expired"), "and ends by itself")
        desk.places(WOMEN, 4, 0, "after its end")


def extensions(house):
    """Once, sixty minutes more, never past four hours from the start."""
    for length, longest in (("3600", 7_200), ("12600", 14_400), ("14400", 14_400)):
        with house.serving(house.state(), "--hold-seconds", length) as server:
            desk = HoldDesk(house, server)
            desk.room(CRISIS, 4, 8)
            reference = desk.open()
            house.checks.that(abs(seconds(read(desk, reference)) - int(length)) < 0.01, f"--hold-seconds {length}")
            answer = step(desk.client, reference, "extensions", role="coordinator")
            house.checks.that(answer.status in ((200, 201) if length != "14400" else (200, 201, 409)),
                              f"an extension: {answer.status}")
            lasts = seconds(read(desk, reference))
            house.checks.that(abs(lasts - longest) < 0.01, f"{length} s and an extension: {lasts} s")
            desk.step(reference, "extensions", 409, role="coordinator")
            desk.step(desk.open(), "extensions", (400, 415), {"minutes": 90}, "coordinator")
    for bad in ("0", "-1", "x", "", "1.5", "99999999999999999999"):
        done = house.run("serve", "--port", "0", "--hold-seconds", bad, state=house.state())
        house.checks.same((done.returncode, len(done.stderr.splitlines())), (2, 1), f"--hold-seconds {bad!r}")


PARTS = [("ends", ends), ("away", away), ("extensions", extensions)]
