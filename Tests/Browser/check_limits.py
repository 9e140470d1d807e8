"""What the program takes as it comes: so many requests from one address and one key, and nobody else notices.

    check_limits.py PROGRAM DATA

Starts PROGRAM itself, with the limits it has by itself; DATA is the folder of the registry. Clients come from
addresses of their own in 127.0.0.0/8.
"""

import itertools
import re
import socket
import sys
import threading
import time
from urllib.parse import urlencode

from api import Client
from checks import Checks
from ledger_house import House, records
from ledger_listener import Listener
from ledger_talk import PROFILE, fingerprint, until
from rawhttp import Ended, Wire, request

ADDRESS_RATE, ADDRESS_BURST, KEY_RATE, KEY_BURST, STREAMS, SHARE = 50, 500, 200, 1_000, 100, 512
HEALTH, ASSIGN, METRICS, FILE = "/v1/health", "/v1/placements/_assign", "/metrics", "/icon.svg"
SAMPLE = re.compile(r'[a-z_]+(\{[a-z]+="[^"\\]*"(,[a-z]+="[^"\\]*")*\})? [0-9.e+-]+')
SOURCES = (f"127.0.{number // 250}.{number % 250 + 2}" for number in itertools.count(1))


class Refusals:
    """How many requests were answered with 429: the journal must say as many."""

    def __init__(self, checks):
        self.checks, self.count, self.at_sign_in, self.in_floods = checks, 0, 0, 0
        self.counting = threading.Lock()

    def look(self, answer, what):
        """An answer that may be a refusal; whether it is one, and then whether it says what to do."""
        if answer.status != 429:
            return False
        with self.counting:
            self.count += 1
        wait = answer.fields.get("retry-after", "")
        self.checks.that(wait.isdigit() and int(wait) >= 1, f"Retry-After of {what}: {wait!r}")
        self.checks.same(answer.fields.get("cache-control"), "no-store", f"Cache-Control of {what}")
        if answer.type == "application/problem+json":
            body = answer.json()
            self.checks.same(body["status"], 429, f"status of {what}")
            self.checks.that(body["title"] and body["detail"] and body["instance"], f"texts of {what}")
        else:
            self.checks.same(answer.type, "text/html", f"type of {what}")
        return True


def flood(refusals, client, count, what, role=None, **fields):
    """So many requests as fast as they go: how many went through, and how long it took."""
    start = time.monotonic()
    good = sum(not refusals.look(client.get(HEALTH, role, **fields), what) for _ in range(count))
    return good, time.monotonic() - start


def fits(checks, good, burst, rate, seconds, what):
    """As many as the burst and the pace give: no fewer, and at most a second's worth more for clocks and threads."""
    checks.that(burst <= good <= burst + rate * (seconds + 0.2), f"{what}: {good} went through in {seconds:.2f} s")


def steady(client, rate, seconds, role=None):
    """The statuses of requests at an even pace."""
    start, statuses = time.monotonic(), set()
    for number in range(int(rate * seconds)):
        time.sleep(max(0, start + number / rate - time.monotonic()))
        statuses.add(client.get(HEALTH, role).status)
    return statuses


def addresses(house, server, refusals):
    """Without a key: 500 at once, then 50 a second; whatever else the head says."""
    noisy, other = server.client(next(SOURCES)), server.client(next(SOURCES))
    chance = itertools.count()
    good, seconds = flood(refusals, noisy, 1_500, "a flood without a key", X_Forwarded_For=f"192.0.2.{next(chance)}")
    refusals.in_floods += 1_500 - good
    fits(house.checks, good, ADDRESS_BURST, ADDRESS_RATE, seconds, "without a key")
    house.checks.same(other.get(HEALTH).status, 200, "another address")
    house.checks.same(noisy.get("/opvangkaart.css").status, 200, "a file for the noisy one")
    house.checks.same(noisy.get(HEALTH, "policy").status, 200, "a key at the noisy address")
    page = noisy.get("/")
    for _ in range(50):
        page = noisy.get("/") if page.status == 200 else page
    house.checks.that(refusals.look(page, "a page") and b"snel achter elkaar" in page.body, f"a page: {page.status}")
    for number in range(5):
        refused = noisy.get(HEALTH, X_Forwarded_For=f"192.0.2.{number}", Forwarded=f"for=192.0.2.{number}")
        if refusals.look(refused, "a made-up address"):
            break
    else:
        house.checks.that(False, "a made-up address is another address")
    time.sleep(int(refused.fields["retry-after"]))
    house.checks.same(noisy.get(HEALTH).status, 200, "after Retry-After")
    house.checks.same(steady(server.client(next(SOURCES)), 40, 3), {200}, "40 a second without a key")


def keys(house, server, refusals):
    """With a key: 1,000 at once, then 200 a second, from wherever; other keys notice nothing."""
    ways = [server.client(next(SOURCES)) for _ in range(2)]
    house.checks.same(steady(ways[0], 120, 3, "shelter"), {200}, "120 a second with a key")
    start, good = time.monotonic(), []
    threads = [threading.Thread(target=lambda way=way: good.append(
        flood(refusals, way, 1_500, "a flood with a key", "policy")[0])) for way in ways]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    refusals.in_floods += 1_500 * len(ways) - sum(good)
    # One was asked by the check of addresses, a while ago.
    fits(house.checks, sum(good), KEY_BURST - 1, KEY_RATE, time.monotonic() - start, "with a key from two addresses")
    house.checks.same(ways[0].get(HEALTH, "admin").status, 200, "another key at the same address")
    house.checks.same(ways[0].get(HEALTH).status, 200, "without a key at the same address")


def wrong_keys(house, server, refusals):
    """The sixth wrong key in a minute, at the form and at the API; a right key goes on at the API."""
    here, there = next(SOURCES), next(SOURCES)
    typed = [f"{number}-{fingerprint()}" for number in range(8)]
    statuses = [server.sign_in(key, here).status for key in typed[:3]]
    client = server.client(here)
    answers = [client.get(HEALTH, key=key) for key in typed[3:]]
    house.checks.same(statuses + [answer.status for answer in answers[:2]], [400] * 3 + [401] * 2, "five wrong keys")
    for answer in answers[2:]:
        house.checks.that(refusals.look(answer, "a wrong key too many"), f"a wrong key too many: {answer.status}")
    right = server.sign_in("demo-admin", here)
    refusals.at_sign_in += refusals.look(right, "a sign-in after them")
    house.checks.same(right.status, 429, "a sign-in after them")
    house.checks.same(client.get(HEALTH, "admin").status, 200, "a right key at the API")
    house.checks.same(server.sign_in("demo-admin", there).status, 303, "a sign-in from elsewhere")
    for _ in range(5):
        server.sign_in("demo-adm" + fingerprint(), next(SOURCES))
    last = server.sign_in("demo-adm" + fingerprint(), next(SOURCES))
    refusals.at_sign_in += refusals.look(last, "one beginning from six addresses")
    house.checks.same(last.status, 429, "one beginning from six addresses")
    house.checks.same(server.sign_in("demo-admin", there).status, 303, "the right key with this beginning")
    return typed


def streams(house, server, refusals):
    """A hundred streams for one key."""
    ears = [Listener(server.address, "demo-comensha") for _ in range(STREAMS)]
    house.checks.same({ear.status for ear in ears}, {200}, f"{STREAMS} streams")
    more = server.client().get("/v1/changes", "comensha", Accept="text/event-stream")
    house.checks.that(refusals.look(more, "one stream more"), f"one stream more: {more.status}")
    other = Listener(server.address, "demo-policy")
    house.checks.same(other.status, 200, "a stream for another key")
    for ear in [*ears, other]:
        ear.close()


def groups(house, server, refusals):
    """Two groups at a time for one key; another key has its turn."""
    people = [{**PROFILE, "age": 18 + number % 40} for number in range(40)]
    body = {"people": people, "together": [], "apart": [[one, one + 1] for one in range(39)]}
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(
        server.client().send("POST", ASSIGN, "coordinator", body=body))) for _ in range(8)]
    for thread in threads:
        thread.start()
    other = server.client().send("POST", ASSIGN, "comensha", body={"people": people[:2]})
    for thread in threads:
        thread.join()
    refused = sum([refusals.look(answer, "a group too many") for answer in answers])
    good = sum(answer.status == 200 for answer in answers)
    house.checks.that(good >= 2 and good + refused == 8, f"groups: {good} placed, {refused} refused")
    house.checks.same(other.status, 200, "a group for another key")


def figures(house, server, refusals):
    """`/metrics`: for this machine and for admins, as Prometheus reads it, with what was counted here."""
    client = server.client(next(SOURCES))
    house.checks.same(client.get(METRICS, X_Forwarded_For="192.0.2.1").status, 401, "passed on by a proxy")
    house.checks.same(client.get(METRICS, "policy", X_Forwarded_For="192.0.2.1").status, 403, "another role")
    house.checks.same(client.get(METRICS, "admin", X_Forwarded_For="192.0.2.1").status, 200, "an admin from elsewhere")
    answer = client.get(METRICS)
    house.checks.same(answer.fields["content-type"], "text/plain; version=0.0.4; charset=utf-8", "its type")
    said = {}
    for line in answer.body.decode().splitlines():
        if not line.startswith("# "):
            house.checks.that(SAMPLE.fullmatch(line), f"a line of the figures: {line}")
            name, _, value = line.rpartition(" ")
            said[name] = float(value)
    of = {name: sum(value for key, value in said.items() if key.startswith(f"opvangkaart_{name}{{"))
          for name in ("limited_total", "answers_total", "answer_seconds_count")}
    house.checks.same(of["limited_total"], refusals.count, "refusals in the figures")
    house.checks.same(of["answers_total"], of["answer_seconds_count"], "answers and their durations")
    limited = said['opvangkaart_answers_total{route="/v1/health",method="GET",status="4xx"}']
    house.checks.that(limited >= refusals.in_floods > 0, f"answers of /v1/health: {limited} of {refusals.in_floods}")
    house.checks.that(said["opvangkaart_connections"] >= 1, "open connections")
    resident = int(re.search(r"VmRSS:\s+([0-9]+)", open(f"/proc/{server.process.pid}/status").read())[1]) * 1024
    told = said["process_resident_memory_bytes"]
    house.checks.that(abs(told - resident) < 4e6, f"memory: {told} and {resident}")
    house.checks.that(0 <= time.time() - said["process_start_time_seconds"] < 120, "when it began")
    for word in ("127.0.", "demo-", "voorbeeld"):
        house.checks.that(word not in answer.body.decode(), f"{word} is in the figures")


def proxies(house):
    """Behind a named proxy each client has limits of its own; a user whom no key has is a wrong key."""
    more = ("--trusted-proxy", "127.0.0.0/8", "--user-header", "X-User")
    with house.serving(house.state(), *more) as server:
        client = server.client()
        statuses = [client.get(HEALTH, X_Forwarded_For="192.0.2.1").status for _ in range(800)]
        house.checks.that(statuses.count(429) > 100, f"a noisy client of the proxy: {statuses.count(429)} of 800")
        house.checks.same(client.get(HEALTH, X_Forwarded_For="192.0.2.2").status, 200, "another client of the proxy")
        looks = [client.get("/", X_Forwarded_For="192.0.2.3", X_User="niemand").status for _ in range(7)]
        house.checks.same(looks.count(429), 2, f"a user whom no key has: {looks}")
        house.checks.same(client.get("/", X_Forwarded_For="192.0.2.4").status, 200, "a visitor without a name")


def answers_stay(house):
    """Who pastes a key beside a search form once too often finds the answers still there."""
    with house.serving(house.state()) as server:
        source = next(SOURCES)
        for number in range(6):
            server.sign_in(f"{number}-{fingerprint()}", source)
        body = urlencode({"age": "37", "gender": "female", "urgency": "now", "threat": "green", "key": "demo-admin"})
        answer = server.client(source).send("POST", "/zoeken", body=body.encode(), Origin=server.address,
                                            Content_Type="application/x-www-form-urlencoded")
        house.checks.same(answer.status, 429, "a search with a key, after too many wrong ones")
        house.checks.that(b'value="37"' in answer.body, "what was filled in is still there")
        house.checks.that(b"demo-admin" not in answer.body.split(b"<form", 1)[-1], "but not the key")
        house.checks.that(int(answer.fields["retry-after"]) > 50, "and how long to wait")


def own_address():
    """An address of this machine that is not its loopback; None where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        found = probe.getsockname()[0]
    return None if found.startswith(("127.", "0.")) else found


def connections(house):
    """One address has its share of all connections; others, and this machine itself, notice nothing."""
    address = own_address()
    if address is None:
        print("        no address but the loopback: not looked at", flush=True)
        return
    with house.serving(house.state(), "--host", "0.0.0.0") as server:
        port = int(server.address.rsplit(":", 1)[1])
        wires = [Wire(f"http://{address}:{port}", timeout=5) for _ in range(SHARE + 40)]
        statuses = []
        for wire in wires:
            try:
                wire.send(request("GET", FILE))
                statuses.append(wire.read("GET").status)
            except (Ended, OSError):
                statuses.append(0)
        house.checks.same(statuses.count(200), SHARE, "connections of one address")
        house.checks.that(set(statuses) <= {200, 503, 0} and 503 in statuses, f"those beyond: {statuses[-40:]}")
        local = Client(f"http://127.0.0.1:{port}")
        house.checks.same(local.get(FILE).status, 200, "this machine itself")
        for wire in wires:
            wire.socket.close()
        house.checks.that(until(3, lambda: status(address, port) == 200), "the same address, afterwards")


def status(address, port):
    """What one request on a connection of its own gets; 0 for nothing."""
    with Wire(f"http://{address}:{port}", timeout=5) as wire:
        wire.send(request("GET", FILE))
        try:
            return wire.read("GET").status
        except (Ended, OSError):
            return 0


def kept(house, state, refusals, typed):
    """The journal has how many were refused, not each; and nothing of what was sent."""
    notes = [record for record in records(state) if record.get("note", {}).get("status") == 429]
    at_sign_in = sum(record["note"]["count"] for record in notes if record["kind"] == "sign_in_failed")
    house.checks.same(at_sign_in, refusals.at_sign_in, "refused sign-ins in the journal")
    house.checks.same(sum(record["note"]["count"] for record in notes), refusals.count, "refusals in the journal")
    house.checks.that(len(notes) < 40, f"{len(notes)} records for {refusals.count} refusals")
    text = "".join(path.read_text(errors="replace") for path in state.iterdir() if path.is_file())
    for word in typed + ["127.0.0.", "demo-adm" + typed[0][:2]]:
        house.checks.that(word not in text, f"{word} is in the state directory")


def options(house):
    """No limit where none is wanted, told at the start; a rate that is none is refused."""
    for option in ("--address-rate", "--key-rate"):
        for word in ("-1", "1.5", "veel", "1000001", "99999999999999999999"):
            done = house.run("serve", "--port", "0", "--state", house.state(), f"{option}={word}")
            house.checks.same((done.returncode, len(done.stderr.splitlines())), (2, 1), f"{option} {word}")
    with house.serving(house.state(), "--address-rate", "0", "--key-rate", "3") as server:
        client = server.client(next(SOURCES))
        house.checks.same({client.get(HEALTH).status for _ in range(1_500)}, {200}, "no limit without a key")
        statuses = [client.get(HEALTH, "policy").status for _ in range(30)]
        house.checks.that(15 <= statuses.count(200) < 20, f"3 a second: {statuses.count(200)} of 30")
        told = [line for line in server.said if line.startswith("Let op: ")]
        house.checks.same(len(told), 1, f"what is told: {server.said}")


def main(program, data):
    checks = Checks()
    house, refusals, state = House(program, data, checks, pace=()), Refusals(checks), None
    try:
        state = house.state()
        with house.serving(state) as server:
            typed = []
            for name, part in (("addresses", addresses), ("keys", keys), ("wrong keys", wrong_keys),
                               ("streams", streams), ("groups", groups), ("figures", figures)):
                with checks.part(name):
                    typed += part(house, server, refusals) or []
        with checks.part("what is kept of it"):
            kept(house, state, refusals, typed)
        with checks.part("options"):
            options(house)
        with checks.part("behind a proxy"):
            proxies(house)
        with checks.part("answers stay"):
            answers_stay(house)
        with checks.part("connections"):
            connections(house)
    finally:
        house.close()
    checks.end()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
