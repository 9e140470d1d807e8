"""A client that means harm, over a socket: thousands of requests for each role, every answer looked at."""

import json
import random
import re
import time
from pathlib import Path

from http_log import LINE
from protection_marks import Scanner
from rawhttp import Ended, Wire

SEED, REQUESTS = 63, 3000
WORD = "kwikstaartnest"
ROLES = (None, "fout", "coordinator", "comensha", "shelter", "policy", "admin")
PATHS = (
    "/v1/health", "/v1/openapi.json", "/v1/code-lists", "/v1/provinces/NL-OV", "/v1/municipalities", "/v1/services",
    "/v1/organizations", "/v1/services/{service}", "/v1/services/{service}/capacity",
    "/v1/services/{service}/capacity/history", "/v1/services/{service}/capacity/confirmations",
    "/v1/services/{service}/holds", "/v1/holds", "/v1/holds/K7-204/closures", "/v1/placements/_search",
    "/v1/placements/_explain", "/v1/placements/_assign", "/v1/audit-events", "/", "/zoeken", "/inloggen", "/uitloggen", "/metrics",
    "/v1/nergens", "/.well-known/security.txt", "/account", "/logboek")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "get")
VALUES = (
    WORD, f"%3Cscript%3E{WORD}", f"..%2F..%2F{WORD}", f"%00{WORD}", f"%0d%0aX-Fout:%20{WORD}", "-1",
    "99999999999999999999", "1e9", "NaN", f"%E2%80%AE{WORD}", WORD * 50, "", "%ZZ", "%FF", f"%27%20OR%201=1--{WORD}")
FIELDS = (
    ("Accept", "text/csv"), ("Accept", f"{WORD}/{WORD}"), ("Accept", "q=;,"), ("Content-Type", "text/plain"),
    ("Content-Type", f"application/json; charset={WORD}"), ("Cookie", f"opvangkaart={WORD}"), ("Cookie", ";;=="),
    ("Origin", f"https://{WORD}.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"),
    ("If-Match", f'"{WORD}"'), ("If-Match", "*"), ("If-None-Match", "*"), ("Range", "bytes=0-0,1-1"),
    ("Last-Event-ID", WORD), ("Idempotency-Key", WORD), ("X-Forwarded-For", "127.0.0.1"),
    ("X-Forwarded-Host", f"{WORD}.example"), ("X-Forwarded-Proto", "https"), ("Forwarded", f"for={WORD};host={WORD}"),
    ("X-Forwarded-User", "admin"), ("X-User", "admin"), ("X-HTTP-Method-Override", "DELETE"),
    ("X-Original-URL", "/v1/audit-events"), ("X-Request-Id", WORD), ("User-Agent", f"() {{ :; }}; {WORD}"),
    ("Accept-Encoding", f"gzip;q={WORD}"), ("Referer", f"https://{WORD}.example/?{WORD}"), ("Expect", "100-continue"),
    ("Content-Encoding", "gzip"), ("Authorization", f"Basic {WORD}"), ("Upgrade", "h2c"), ("Connection", "close"))
PIECES = (
    f'"{WORD}"', "null", "[]", "{}", "-1", "1e400", "99999999999999999999", "true", "[" * 40, '"\\ud800"',
    f'"\\u0000{WORD}"', "\ufeff", "\0", '{"age":1,"age":2}', ",", "}", '"', f"age=24&gender={WORD}", f"%ZZ={WORD}",
    f'{{"naam": "{WORD}"}}', "\u202e", "\xff")
PROFILE = {"age": 24, "gender": "female", "urgency": "now", "threat": "orange", "dangerAreas": ["NL-OV"]}
BODIES = [json.dumps(body) for body in (
    PROFILE, {"people": [PROFILE, PROFILE], "together": [[0, 1]]}, {"profile": PROFILE, "serviceId": "voorbeeld"},
    {"total": 6, "free": 1}, {"places": 1}, {"decision": "declined", "reason": "full"}, {"outcome": "placed"})] + [
    "", "age=24&gender=female&threat=red&urgency=now", "key=fout"]
API = {"api-version": "1.0.0", "cache-control": "no-store", "x-content-type-options": "nosniff",
       "content-security-policy": "default-src 'none'; frame-ancestors 'none'", "x-frame-options": "DENY",
       "strict-transport-security": "max-age=31536000", "referrer-policy": "no-referrer"}
PAGE = {"x-content-type-options": "nosniff", "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin", "referrer-policy": "same-origin"}


class Hostile:
    """One who draws requests that nobody should send."""

    def __init__(self, rng, services):
        self.rng, self.services = rng, services

    def target(self):
        rng = self.rng
        parts = rng.choice(PATHS).replace("{service}", rng.choice(self.services)).split("/")
        if rng.random() < 0.25:
            parts.insert(rng.randint(1, len(parts)), rng.choice(VALUES))
        query = "&".join(f"{rng.choice(('page', 'text', 'detail', 'pageSize', 'from', 'naam'))}={rng.choice(VALUES)}"
                         for _ in range(rng.choice((0, 0, 0, 1, 2))))
        return "/".join(parts) + (f"?{query}" if query else "")

    def body(self):
        rng, text = self.rng, self.rng.choice(BODIES)
        for _ in range(rng.choice((0, 1, 1, 2))):
            place = rng.randint(0, len(text))
            text = rng.choice((text[:place] + rng.choice(PIECES) + text[place:], text[:place], rng.choice(PIECES),
                               text[:place] + rng.choice(PIECES) + text[place + 4:], text + text))
        return text.encode("utf-8", "surrogatepass")

    def request(self, role):
        """Method, target and bytes."""
        rng = self.rng
        method = rng.choice(METHODS + ("GET", "POST", "POST", "POST"))
        target, body = self.target(), self.body() if rng.random() < 0.7 else b""
        fields = {"Host": rng.choice(("127.0.0.1", "127.0.0.1", "127.0.0.1", f"{WORD}.example", "[::1]:99"))}
        if role:
            fields["Authorization"] = f"Bearer demo-{role}"
        if body:
            fields["Content-Type"] = rng.choice(("application/json", "application/x-www-form-urlencoded"))
            fields["Content-Length"] = str(len(body))
        fields |= dict(rng.sample(FIELDS, rng.choice((0, 1, 1, 2, 3))))
        head = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
        return method, target, "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body


# A module of the program's own, by the name that its content gives it: the only script a page may have.
MODULE = re.compile(rb'<script type="module" src="/[a-z]+\.[0-9a-f]{16}\.js"></script>')


def judge(house, answer, method, target, data):
    """What every answer must be."""
    checks, what = house.checks, data[:600]
    isUnknown = method not in METHODS[:8]
    checks.that(answer.status < 500 or isUnknown and answer.status == 501, f"{answer.status} to {what}")
    # A refused request line or head is answered before anybody knows the path.
    isAPI = target.split("?")[0].split("/")[1:2] == ["v1"] or "api-version" in dict(answer.fields)
    for name, value in (API if isAPI else PAGE).items():
        checks.same(answer.field(name), value, f"{name} on {answer.status} to {what}")
    checks.same(answer.faults, [], f"faults in the answer to {what}")
    head = " ".join(value for _, value in answer.fields)
    checks.that(WORD not in head, f"nothing of the request in the head of the answer to {what}: {head[:300]}")
    if isAPI:
        checks.that(WORD.encode() not in answer.body or named(data), f"nothing of the request in {answer.body[:300]}")
        checks.same(answer.all("set-cookie"), [], f"no cookie for {what}")
        if answer.status >= 400 and answer.body:
            problem = json.loads(answer.body)
            checks.same(answer.field("content-type"), "application/problem+json", f"the type of a problem, {what}")
            checks.same((problem["status"], problem["instance"]),
                        (answer.status, f"urn:uuid:{answer.field('x-request-id')}"), f"the problem for {what}")
            checks.that(problem["title"] and problem["detail"].endswith("."), f"words of a problem, {problem}")
    else:
        checks.that(b"<script" not in MODULE.sub(b"", answer.body), f"no script in the answer to {what}")


def named(data):
    """Whether the word stands there as the name of a member, which a pointer may repeat (contract section 9)."""
    return re.search(rb'kwikstaartnest"[^,}\]]*:', data) is not None


def attack(house, address, role, rng, services):
    hostile, wire, sent, statuses = Hostile(rng, services), Wire(address), 0, {}
    while sent < REQUESTS:
        method, target, data = hostile.request(role)
        sent += 1
        if not wire.send(data):
            wire.socket.close()
            wire = Wire(address)
            wire.send(data)
        try:
            answer = wire.read(method)
            while answer.status < 200:
                answer = wire.read(method)
        except (Ended, TimeoutError) as error:
            house.checks.that(False, f"no answer to {data[:300]}: {error!r}")
            answer = None
        if answer:
            statuses[answer.status] = statuses.get(answer.status, 0) + 1
            judge(house, answer, method, target, data)
        if not answer or answer.closes:
            wire.socket.close()
            wire = Wire(address)
    wire.socket.close()
    print(f"        {role or 'nobody'}: {dict(sorted(statuses.items()))}", flush=True)
    house.checks.that(len(statuses) >= 4, f"many kinds of answers: {statuses}")


def hostile(house):
    rng = random.Random(SEED)
    state = house.state()
    server = house.start(state)
    services = [one["id"] for one in server.client().get("/v1/services?pageSize=100").json()["contents"]]
    process = Path("/proc") / str(server.process.pid)
    before = len(list((process / "fd").iterdir()))
    for role in ROLES:
        attack(house, server.address, role, rng, services)
    end = time.monotonic() + 5
    while len(list((process / "fd").iterdir())) > before + 2 and time.monotonic() < end:
        time.sleep(0.05)
    house.checks.that(len(list((process / "fd").iterdir())) <= before + 2, "no connection is left open")
    house.checks.same(server.client().get("/v1/health").status, 200, "it lives")
    house.checks.same(server.stop(), 0, "its exit status")
    log = Path(server.log.name).read_text(errors="replace")
    lines = [line for line in log.splitlines() if re.match(r"[0-9-]{10}T", line)]
    house.checks.that(len(lines) >= REQUESTS * len(ROLES) * 0.9, f"{len(lines)} lines of log")
    house.checks.same([line for line in lines if not LINE.fullmatch(line)][:3], [], "lines of another form")
    scanner = Scanner([WORD])
    house.checks.same(scanner.found(log.encode()), [], "nothing that was sent is in the log")
    house.checks.same(scanner.files(state), [], "nothing that was sent is in the state directory")
    house.checks.same(house.verify(state).returncode, 0, "the journal is sound")


PARTS = [("a hostile client", hostile)]
