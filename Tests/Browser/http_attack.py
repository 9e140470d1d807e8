"""Clients that are slow, deaf, wild or in a hurry, and what they cost the others."""

import random
import re
import select
import socket
import struct
import time
from contextlib import contextmanager

from http_delivery import BAIT, HEALTH, KEY, PROFILE, SEARCH, is_health
from http_house import MARKERS
from rawhttp import request

SLOW, DEAF, MUTATIONS, CYCLES = 400, 30, 3000, 2000
HEAD_SECONDS, BODY_SECONDS, WRITE_SECONDS, IDLE_SECONDS = 12, 23, 24, 33


def until(seconds, holds):
    """Waits until `holds()`, at most so long; whether it did."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def times(house, seconds, between=lambda: None):
    """What a good client waits for each of its answers, sorted, while `between` is done now and then."""
    found, end = [], time.monotonic() + seconds
    with house.wire() as wire:
        while time.monotonic() < end:
            between()
            start = time.monotonic()
            wire.send(HEALTH)
            good = is_health(house.read(wire, "GET", "a good client"))
            found.append(time.monotonic() - start)
            if not good:
                house.checks.that(False, "the good client gets its answer")
            time.sleep(0.005)
    return sorted(found)


def is_quick(house, found, what):
    p99 = found[len(found) * 99 // 100] * 1000
    house.checks.that(p99 < 50, f"{what}: p99 of a good client {p99:.1f} ms")
    print(f"        {what}: {len(found)} answers to a good client, p99 {p99:.1f} ms", flush=True)


class SlowClients:
    """Connections that send a byte of a head now and then, and what each got in the end."""

    def __init__(self, house, count):
        word = MARKERS["field"].encode()
        heads = [HEALTH[:-2] + b"X-Slow: " + word * 99, b"\r\n" * 99, b"GET /" + word * 99, b"X" * 99]
        self.open = {}
        for each in range(count):
            wire = house.wire()
            wire.socket.setblocking(False)
            self.open[wire.socket.fileno()] = [wire, heads[each % len(heads)], 0, b""]
        self.started, self.next, self.ended = time.monotonic(), 0, []

    def step(self):
        """A byte from each, every 300 ms; notes who was answered or closed."""
        if time.monotonic() < self.next:
            return
        self.next = time.monotonic() + 0.3
        for number in [number for number in self.open if self._send(self.open[number])]:
            wire, _, _, heard = self.open.pop(number)
            wire.socket.close()
            self.ended.append((time.monotonic() - self.started, heard))

    @staticmethod
    def _send(client):
        """True when the server has ended this one."""
        wire, head, at, _ = client
        try:
            while True:
                read = wire.socket.recv(4096)
                if not read:
                    return True
                client[3] += read
        except BlockingIOError:
            pass
        except ConnectionError:
            return True
        try:
            wire.socket.send(head[at:at + 1] or b"x")
            client[2] += 1
        except BlockingIOError:
            pass
        except ConnectionError:
            return True
        return False


def slow(house):
    """400 heads that never end: the others do not feel it, and nobody stays longer than the time limit."""
    before = house.settled_descriptors()
    clients = SlowClients(house, SLOW)
    house.checks.that(until(2, lambda: house.descriptors() >= before + SLOW), "the slow ones are let in")
    is_quick(house, times(house, HEAD_SECONDS - 0.5, clients.step), f"beside {SLOW} slow heads")
    for _, _, _, heard in clients.open.values():
        house.checks.that(False, f"a slow client is still there after {HEAD_SECONDS} s")
        if heard:
            house.checks.that(False, f"… and heard {heard[:60]!r}")
    for wire, *_ in clients.open.values():
        wire.socket.close()
    wrong = [heard for _, heard in clients.ended if heard and not re.match(rb"HTTP/1\.1 (400|408|501) ", heard)]
    house.checks.same(wrong, [], "what slow clients hear")
    told = sum(heard.startswith(b"HTTP/1.1 408 ") for _, heard in clients.ended)
    house.checks.that(told >= SLOW / 4, f"{told} slow clients are told 408")
    closing = [b"\r\nConnection: close\r\n" in heard for _, heard in clients.ended if heard]
    house.checks.that(all(closing), "every refusal closes")
    house.checks.that(until(3, lambda: house.descriptors() <= before), "descriptors after the slow ones")
    last = max((seconds for seconds, _ in clients.ended), default=0)
    print(f"        {len(clients.ended)} ended, {told} with 408, the last after {last:.1f} s", flush=True)


class Patience:
    """Connections that are opened at the beginning and looked at in the end, when their time limits are over."""

    def __init__(self, house):
        self.house = house
        self.body, self.chunk, self.idle, self.fresh = (house.wire() for _ in range(4))
        self.started = time.monotonic()
        self.body.send(request("POST", SEARCH, Content_Length="40") + MARKERS["body"].encode())
        self.chunk.send(request("POST", SEARCH, Transfer_Encoding="chunked") + b"5\r\nab")
        self.idle.send(HEALTH)
        answer = house.read(self.idle, "GET", "one that then says nothing")
        house.checks.that(is_health(answer), "an answer before idling")

    def end(self):
        """Waits for the last of them, at most as long as its limit says."""
        for wire, what in [(self.body, "a body that stops"), (self.chunk, "a chunk that stops")]:
            wire.socket.settimeout(max(0.1, self.started + BODY_SECONDS - time.monotonic()))
            answer = wire.read("POST")
            self.house.note(answer)
            self.house.note(answer, refused=True)
            # It may have come some time ago.
            faults = [fault for fault in answer.faults if not fault.startswith("Date is")]
            self.house.checks.same(faults, [], f"faults in the answer to {what}")
            self.house.checks.same((answer.status, answer.closes, wire.rest()), (408, True, b""), what)
        for wire, what in [(self.idle, "idle after an answer"), (self.fresh, "idle from the start")]:
            wire.socket.settimeout(max(0.1, self.started + IDLE_SECONDS - time.monotonic()))
            rest = wire.rest()
            self.house.checks.that(rest == b"" or rest.startswith(b"HTTP/1.1 408 "), f"{what}: {rest[:60]!r}")
        for wire in (self.body, self.chunk, self.idle, self.fresh):
            wire.socket.close()


def pour(wire, data, limit):
    """Sends it over and over until the other side takes no more, at most `limit` bytes; how many went."""
    wire.socket.setblocking(False)
    sent, end = 0, time.monotonic() + 2
    while sent < limit and time.monotonic() < end:
        if not select.select([], [wire.socket], [], 0.2)[1]:
            break
        try:
            sent += wire.socket.send(data[sent % len(data):])
        except (BlockingIOError, ConnectionError):
            break
    return sent


@contextmanager
def deaf(house):
    """Clients that ask for much and read nothing: the memory is bounded at once, and in the end they are dropped."""
    before, memory = house.settled_descriptors(), house.resident()
    data = request("GET", "/v1/openapi.json") * 200
    wires = [house.wire(receive_buffer=4096) for _ in range(DEAF)]
    sent = sum(pour(wire, data, 4_000_000) for wire in wires)
    began = time.monotonic()
    is_quick(house, times(house, 1), f"beside {DEAF} clients that do not read")
    grown = house.resident() - memory
    house.checks.that(grown < 24_000, f"{DEAF} clients that do not read cost {grown} kB")
    print(f"        {sent} bytes of requests for large answers, {grown} kB more in memory", flush=True)
    yield
    left = max(0.1, began + WRITE_SECONDS - time.monotonic())
    house.checks.that(until(left, lambda: house.descriptors() <= before), "clients that do not read are dropped")
    for wire in wires:
        wire.socket.close()


def samples(house):
    """Right requests to start from."""
    word = MARKERS["body"].encode()
    return [
        HEALTH, BAIT, request("HEAD", "/icon.svg"), request("OPTIONS", "*"), request("GET", "/?page=1&x=%41"),
        request("GET", "http://127.0.0.1:80/v1/provinces/NL-GR?pageSize=10"),
        request("GET", "/opvangkaart.css", Range="bytes=0-9,20-", If_Range='"x"', Accept_Encoding="gzip;q=0.5, *;q=0"),
        request("GET", "/icon.svg", If_None_Match='W/"a", "b"', If_Modified_Since="Sun, 06 Nov 1994 08:49:37 GMT"),
        request("POST", SEARCH, PROFILE, Content_Type="application/json", **KEY),
        request("POST", SEARCH, b'{"age":"' + word + b'"}', Content_Type="application/json", **KEY),
        request("POST", "/inloggen", b"key=" + word + b"%00%zz&x", Content_Type="application/x-www-form-urlencoded"),
        request("POST", SEARCH, Transfer_Encoding="chunked", **KEY) + b"a;x=\"y\"\r\n0123456789\r\n0\r\nX: y\r\n\r\n",
        request("POST", SEARCH, PROFILE, Expect="100-continue", Content_Type="application/json", **KEY),
        request("GET", "/v1/health", Connection="keep-alive, Upgrade", Upgrade="h2c", Cookie="a=b; c=\"d\""),
    ]


SPECIAL = [b"\r\n", b"\n", b"\r", b"\0", b" ", b"\t", b":", b";", b",", b"=", b"%", b"%00", b"%2e%2e/", b"../", b"/",
           b"?", b"#", b"\xff", b"\xc3", b'"', b"0", b"9" * 20, b"-1", b"f" * 17, b"Content-Length: 5\r\n", b"Host: b\r\n",
           b"Transfer-Encoding: chunked\r\n", b"HTTP/1.1", b"HTTP/1.0", b"\r\n\r\n", b"chunked", b"x" * 9000]


def mutated(chance, raw):
    """The request with one to four small damages."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(6)
        if kind == 0 and at < len(data):
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at:at + chance.choice([1, 1, 2, 8, 40])]
        elif kind == 2:
            data[at:at] = chance.choice(SPECIAL)
        elif kind == 3 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 4:
            data[at:at] = data[at:at + chance.randint(1, 60)]
        else:
            data[at:at + chance.randint(0, 4)] = chance.choice(SPECIAL)
    return bytes(data)


def mutations(house):
    """Damaged requests, seed 3: a status line that makes sense, or the end; never silence, never a crash."""
    chance, known = random.Random(3), samples(house)
    memory, statuses = house.resident(), {}
    for number in range(MUTATIONS):
        raw = mutated(chance, chance.choice(known))
        with house.wire() as wire:
            wire.send(raw)
            wire.half_close()
            try:
                heard = wire.rest()
            except TimeoutError:
                house.checks.that(False, f"mutation {number}: silence after {raw[:300]!r}")
                continue
        status = re.match(rb"HTTP/1\.1 ([1-5][0-9]{2}) [!-~][ -~]*\r\n", heard)
        if heard and not status:
            house.checks.that(False, f"mutation {number}: {heard[:80]!r} after {raw[:300]!r}")
        code = int(status[1]) if status else 0
        statuses[code] = statuses.get(code, 0) + 1
        if code >= 500 and code not in (501, 505):
            house.checks.that(False, f"mutation {number}: {code} after {raw[:300]!r}")
    house.checks.that(house.lives(), "the program lives after mutations")
    house.checks.that(house.resident() - memory < 8_000, f"mutations cost {house.resident() - memory} kB")
    print(f"        {MUTATIONS} requests: {dict(sorted(statuses.items()))}", flush=True)


def cycle(house, number):
    """Opens and closes, each time in another rude way."""
    wire = house.wire()
    kind = number % 6
    if kind:
        wire.send([b"", HEALTH[:20], HEALTH, HEALTH * 9, request("POST", SEARCH, b"x" * 9)[:-3], b"\0" * 50][kind])
    if kind in (2, 5):
        wire.more()
    if number % 3 == 0:
        wire.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wire.socket.close()


def cycles(house):
    """Connections come and go: descriptors and memory are back where they were."""
    before = house.settled_descriptors()
    for number in range(300):
        cycle(house, number)
    house.checks.that(until(3, lambda: house.descriptors() <= before), "descriptors after 300 cycles")
    memory = house.resident()
    for number in range(CYCLES):
        cycle(house, number)
    back = until(3, lambda: house.descriptors() <= before)
    house.checks.that(back, f"{before} descriptors, then {house.descriptors()}")
    house.checks.that(house.resident() - memory < 4_000, f"{CYCLES} cycles cost {house.resident() - memory} kB")
    house.checks.that(house.lives(), "the program lives after all that")


def unwanted_bodies(house):
    """Bodies for nobody: without a key, or for an address that is not there, they are not kept in memory."""
    almost = b"x" * ((1 << 20) - 1)
    for method, target in [("POST", SEARCH), ("POST", f"/{MARKERS['path']}"), ("GET", "/icon.svg")]:
        memory = house.resident()
        wires = [house.wire() for _ in range(100)]
        for wire in wires:
            wire.send(request(method, target, Content_Length=str(1 << 20)) + almost)
        time.sleep(0.5)
        grown = house.resident() - memory
        house.checks.that(grown < 24_000, f"100 unfinished bodies of 1 MiB for {method} {target} cost {grown} kB")
        for wire in wires:
            wire.socket.close()


def attack(house):
    """Everything that takes long, beside each other where it does not falsify the figures."""
    patience = Patience(house)
    with deaf(house):
        slow(house)
        mutations(house)
    cycles(house)
    patience.end()


PARTS = [("unwanted bodies", unwanted_bodies), ("attack", attack)]
