"""Streams among others: one that is quiet, one that does not read, one whose key is gone, and three hundred."""

import time

from ledger_listener import CHANGES, Listener, alike
from ledger_talk import CRISIS, OTHER_PLACE, WOMEN, capacity, put, together, until
from rawhttp import Wire, request

CROWD, HEARTBEAT_SECONDS, LOAD_CLIENTS, LOAD_EACH = 300, 20, 8, 150


def streams(house):
    """The quiet stream runs beside all others, for its heartbeat."""
    with house.serving(house.state()) as quiet_server:
        quiet = Listener(quiet_server.address, "demo-policy")
        revoke(house)
        slow(house)
        crowd(house)
        house.checks.that(until(HEARTBEAT_SECONDS, lambda: quiet.comments), f"a heartbeat in {HEARTBEAT_SECONDS} s")
        house.checks.same((quiet.events, quiet.ended), ([], False), "a quiet stream")
        quiet.close()


def revoke(house):
    """A key that is taken back ends its stream, and no other."""
    with house.serving(state := house.state()) as server:
        number, secret = house.issue(state, "policy", "soon gone")
        ear, other = Listener(server.address, secret), Listener(server.address, "demo-policy")
        house.checks.same(ear.status, 200, "a stream with a new key")
        house.checks.same(house.run("key", "revoke", number, state=state).returncode, 0, "key revoke")
        house.checks.that(until(2.5, lambda: ear.ended), "a revoked key ends its stream")
        house.checks.that(not other.ended, "others go on")
        put(server.client(), WOMEN, 1, 4)
        house.checks.that(other.wait(lambda events: events), "others go on to hear")
        house.checks.same(ear.events, [], "nothing comes after the end")
        ear.close()
        other.close()


def load(server, each=LOAD_EACH):
    """Many confirmations from several clients at once; how long they took."""
    started = time.monotonic()
    services = [CRISIS, WOMEN, OTHER_PLACE]

    def work(number):
        client = server.client()
        for _ in range(each):
            client.send("POST", capacity(services[number % 3]) + "/confirmations", "admin")

    together([lambda number=number: work(number) for number in range(LOAD_CLIENTS)])
    return time.monotonic() - started


def slow(house):
    """Who does not read holds nobody up, and misses nothing of what it gets."""
    with house.serving(house.state()) as server:
        deaf = Wire(server.address, timeout=3, receive_buffer=4_096)
        deaf.send(request("GET", CHANGES, Authorization="Bearer demo-policy", Accept="text/event-stream"))
        good = Listener(server.address, "demo-policy")
        lasted = load(server)
        ended, count = time.monotonic(), LOAD_CLIENTS * LOAD_EACH
        house.checks.that(good.wait(lambda events: len(events) >= count, 5), f"{len(good.events)} of {count} events")
        late = good.moments[-1] - ended
        house.checks.that(late < 1, f"the last event came {late:.2f} s after the last answer")
        versions = {}
        for _, _, data in good.events:
            known = versions.setdefault(data["serviceId"], [])
            known.append(data["version"])
        for service, known in versions.items():
            house.checks.same(known, list(range(known[0], known[0] + len(known))), f"each version of {service} once")
        answers = listen_at_last(deaf, good.events[-1][0])
        house.checks.same(answers, [number for number, _, _ in good.events][:len(answers)], "what the slow one got")
        ear = Listener(server.address, "demo-policy", answers[-1] if answers else 0)
        ear.wait(lambda events: len(events) >= count - len(answers))
        alike(house.checks, ear.events, good.events[len(answers):], "and it can go on from there")
        for each in (ear, good):
            each.close()
        print(f"        {count} changes in {lasted:.1f} s, the last heard {late * 1000:.0f} ms after; the slow one got "
              f"{len(answers)}", flush=True)


def listen_at_last(deaf, last):
    """The ids that the slow one finds when it reads at last."""
    end, mark = time.monotonic() + 5, f"id: {last}\n".encode()
    try:
        while mark not in deaf.kept[-9_000:] and time.monotonic() < end and deaf.more():
            pass
    except OSError:
        pass
    deaf.socket.close()
    content = deaf.kept.partition(b"\r\n\r\n")[2]
    whole = content[:content.rfind(b"\n\n") + 2]
    blocks = [block.split(b"\n") for block in whole.split(b"\n\n")]
    # An id without an event only says where the stream begins.
    return [int(line[4:]) for block in blocks if any(line.startswith(b"data: ") for line in block)
            for line in block if line.startswith(b"id: ")]


def crowd(house):
    """Many listeners, one change: each hears it once, soon."""
    with house.serving(house.state()) as server:
        ears = [Listener(server.address, f"demo-{('policy', 'admin', 'coordinator')[n % 3]}") for n in range(CROWD)]
        house.checks.same({ear.status for ear in ears}, {200}, f"{CROWD} streams")
        client = server.client()
        started = time.monotonic()
        version = put(client, CRISIS, 1, 8).json()["version"]
        for ear in ears:
            ear.wait(lambda events: events)
        house.checks.same({tuple((name, data["version"]) for _, name, data in ear.events) for ear in ears},
                          {(("capacity", version),)}, "what each of them hears")
        last = max((ear.moments[0] for ear in ears if ear.moments), default=started) - started
        house.checks.that(last < 2, f"the last of {CROWD} heard it after {last:.2f} s")
        for ear in ears:
            ear.close()
        house.checks.same(client.get("/v1/health").status, 200, "afterwards")
        print(f"        {CROWD} listeners, the last heard it after {last * 1000:.0f} ms", flush=True)


PARTS = [("streams", streams)]
