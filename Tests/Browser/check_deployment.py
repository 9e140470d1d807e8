"""What .deploy brings, tried for real: Debian's nginx and caddy in front of the program, and the unit of systemd.

    check_deployment.py PROGRAM

Needs nginx, caddy, systemd-analyze, openssl and curl. The README's page on deployment is typed word for word in a
Debian that boots on a copy of this machine's files and is thrown away, where this machine can do that; see
deploy_machine. `--machine required` makes it a fault where it cannot.
"""

import json
import re
import subprocess
import sys
import time

from checks import Checks
from deploy_house import DEPLOY, NAME, ROOT, SITE, Caddy, Echo, House, Nginx, Program, Visitor, Watch
import deploy_machine

PROFILE = {"age": 24, "gender": "female", "household": "single", "exploitationForms": ["sexual"],
           "threat": "orange", "dangerAreas": ["NL-OV"], "urgency": "now"}
# Words that nobody but these checks sends; none may be found in what a proxy writes.
MARKS = {"query": "zwaluwstaart", "path": "kwartelnest", "field": "ijsvogelblauw", "body": "boomkruipertje"}
SECURITY_FIELDS = {
    "strict-transport-security": r"max-age=31536000", "x-content-type-options": "nosniff", "x-frame-options": "DENY",
    "content-security-policy": r"default-src 'none'.*", "referrer-policy": "same-origin|no-referrer"}
# The part of systemd-analyze's figure that may not grow: 0 is nothing exposed, 10 is everything.
MOST_EXPOSED = 0.9


def bearer(key):
    return "-H", f"Authorization: Bearer {key}"


def check_fields(checks, answer, what, more=()):
    """The fields of conventions section 3, each exactly once, and nothing that tells a version."""
    for name, pattern in SECURITY_FIELDS.items():
        values = answer.all(name)
        if checks.same(len(values), 1, f"{what}: how often {name}"):
            checks.that(re.fullmatch(pattern, values[0]), f"{what}: {name}: {values[0]}")
    for name in ("cache-control", "content-type", "x-request-id", *more):
        checks.same(len(answer.all(name)), 1, f"{what}: how often {name}")
    checks.that(not re.search(r"[0-9]", answer.field("server") or ""), f"{what}: Server tells no version")
    checks.same(answer.all("x-powered-by"), [], f"{what}: X-Powered-By")


def check_names(checks, visitor, front):
    """Plain HTTP leads to the same name, another name leads nowhere."""
    path = f"/v1/services?text={MARKS['query']}"
    answer = visitor.curl(address=f"http://{NAME}{path}")
    checks.that(answer.status in (301, 308), f"http: {answer.status}")
    checks.same(answer.all("location"), [SITE + path], "http leads to")
    answer = visitor.curl("-H", "Host: kwaad.example", address=f"http://127.0.0.1:{front.plain}/")
    checks.that(answer.status == 421 and not answer.all("location"), f"http, another name: {answer.status}")
    for name in ("kwaad.example", "127.0.0.1"):
        done = subprocess.run(
            ["curl", "-skS", "--max-time", "5", "--resolve", f"{name}:{front.secure}:127.0.0.1",
             f"https://{name}:{front.secure}/"], capture_output=True)
        checks.that(done.returncode == 35, f"TLS, another name: no handshake ({done.returncode})")
    for version in ("tlsv1.0", "tlsv1.1"):
        done = subprocess.run(
            ["curl", "-skS", "--max-time", "5", f"--{version}", "--tls-max", version[4:], "--ciphers",
             "DEFAULT@SECLEVEL=0", *visitor.way, SITE], capture_output=True)
        checks.that(done.returncode == 35, f"{version}: no handshake ({done.returncode})")
    answer = visitor.get("/", "-H", "Host: kwaad.example")
    checks.that(answer.status == 421, f"TLS by the right name, Host another: {answer.status}")


def check_answers(checks, visitor, program):
    """Every kind of answer comes as the program gave it."""
    style = re.search(rb'href="(/opvangkaart\.[0-9a-f]+\.css)"', visitor.get("/").body)
    kinds = [("/", 200), ("/v1/health", 200), ("/v1/openapi.json", 200), ("/v1/audit-events", 401),
             (f"/{MARKS['path']}", 404), (f"/v1/{MARKS['path']}?x={MARKS['query']}", 404),
             ("/.well-known/security.txt", 200)]
    if checks.that(style, "the first page names its style"):
        kinds.append((style[1].decode(), 200))
    for path, status in kinds:
        for words, version in (("--http1.1",), "1.1"), (("--http2",), "2"):
            answer = visitor.get(path, *words, "-H", f"X-Mark: {MARKS['field']}")
            checks.same((answer.status, answer.version), (status, version), f"{path}: status, version of HTTP")
            check_fields(checks, answer, f"{path} over HTTP/{version}")
    text = visitor.get("/.well-known/security.txt").body.decode()
    checks.that(f"Canonical: {SITE}/.well-known/security.txt\n" in text, "security.txt names its own address")
    fault = json.dumps({**PROFILE, MARKS["body"]: True}).encode()
    for body, what in (json.dumps(PROFILE).encode(), "search"), (fault, "a body with a fault"):
        through = visitor.post("/v1/placements/_search?detail=top", body, *bearer(program.coordinator))
        direct = visitor.curl(
            "--data-binary", "@-", "-H", "Content-Type: application/json", "-H", f"Host: {NAME}",
            *bearer(program.coordinator), data=body,
            address=f"http://127.0.0.1:{program.port}/v1/placements/_search?detail=top")
        vary = ("searchedAt", "instance")
        checks.same(*({key: value for key, value in json.loads(answer.body).items() if key not in vary}
                      for answer in (through, direct)), f"{what}: through the proxy as without it")
        checks.same(through.status, direct.status, f"{what}: status")
        check_fields(checks, through, what)
    checks.that(json.loads(through.body)["errors"], "the fault has its place")


def check_sign_in(checks, visitor, program):
    form = "application/x-www-form-urlencoded"
    page = visitor.get("/inloggen").body.decode()
    hidden = "".join(f"&{name}={value}" for name, value in
                     re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
    body = f"key={program.coordinator}{hidden}".encode()
    answer = visitor.post("/inloggen", body, "-H", f"Origin: {SITE}", form=form)
    checks.same((answer.status, answer.field("location")), (303, "/zoeken"), "signing in over TLS")
    cookies = answer.all("set-cookie")
    if checks.same(len(cookies), 1, "one cookie"):
        for part in ("__Host-", "; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure"):
            checks.that(part in cookies[0], f"the cookie has {part}")
        page = visitor.get("/", "-H", f"Cookie: {cookies[0].split(';')[0]}")
        checks.that(b"/uitloggen" in page.body, "the session counts behind the proxy")
    answer = visitor.post("/inloggen", body, "-H", "Origin: https://kwaad.example", form=form)
    checks.same(answer.status, 403, "a form of another site")


def check_stream(checks, visitor, program):
    """An event comes while the stream is open: nobody holds it back to collect more."""
    services = json.loads(visitor.get("/v1/services?shelterKind=womens_shelter", *bearer(program.admin)).body)
    service = services["contents"][0]["id"]
    for version in ("--http1.1", "--http2"):
        stream = subprocess.Popen(
            ["curl", "-sSN", version, "--max-time", "20", *visitor.way, *bearer(program.admin), f"{SITE}/v1/changes"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            checks.that(stream.stdout.readline().startswith(b"retry:"), f"{version}: the stream begins at once")
            path = f"/v1/services/{service}/capacity"
            seen = visitor.get(path, *bearer(program.admin))
            free = (json.loads(seen.body)["free"] or 0) % 5 + 1
            started = time.monotonic()
            answer = visitor.curl(
                "-X", "PUT", "--data-binary", "@-", "-H", "Content-Type: application/json", "-H",
                f"If-Match: {seen.field('etag')}", *bearer(program.admin), path,
                data=json.dumps({"total": 8, "free": free}).encode())
            checks.same(answer.status, 200, "a count through the proxy")
            lines = iter(stream.stdout.readline, b"")
            data = next((json.loads(line[6:]) for line in lines if line.startswith(b"data: ")), {})
            checks.same(data.get("free"), free, f"{version}: the event")
            checks.that(time.monotonic() - started < 2, f"{version}: the event within two seconds")
        finally:
            stream.kill()
            stream.wait()
            stream.stdout.close()
            stream.stderr.close()


def check_bodies(checks, visitor, program):
    """The program's own limits reach through; large, odd and slow ones too."""
    blanks = b" " * 1_000_000
    profile = json.dumps(PROFILE).encode()
    search = "/v1/placements/_search?detail=top"
    for words in ("--http1.1",), ("--http2",), ("--http1.1", "-H", "Transfer-Encoding: chunked"):
        answer = visitor.post(search, profile + blanks, *words, *bearer(program.coordinator))
        checks.same(answer.status, 200, f"a body of 1 MB {words}")
        # Who sends on after the answer may find the connection closed before they read it, or all of it: over HTTP/1.1
        # their own, over HTTP/2 now and then that of the proxy to the program.
        for _ in range(1 if "--http1.1" in words else 5):
            answer = visitor.post(search, profile + blanks + blanks[:100_000], "-H", "Expect: 100-continue", *words,
                                  *bearer(program.coordinator), broken=(18, 55, 56))
            if answer:
                break
        checks.that(answer or "--http1.1" in words, f"an answer to a body of 1.1 MB {words}")
        if answer:
            checks.same(answer.status, 413, f"a body of 1.1 MB {words}")
            check_fields(checks, answer, f"413 {words}")
    # Of unknown length over HTTP/2.
    answer = visitor.curl(
        "--http2", "-X", "POST", "-T", "-", "-H", "Content-Type: application/json", *bearer(program.coordinator),
        search, data=profile + blanks)
    checks.same(answer.status, 200, "a body of unknown length over HTTP/2")
    # In chunks of a byte, which are longer on their way than what they hold.
    with visitor.wire() as wire:
        wire.sendall((f"POST {search} HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n"
                      f"Authorization: Bearer {program.coordinator}\r\nContent-Type: application/json\r\n"
                      "Transfer-Encoding: chunked\r\n\r\n").encode())
        wire.sendall(b"".join(b"1\r\n%c\r\n" % byte for byte in profile + blanks[:300_000]) + b"0\r\n\r\n")
        checks.that(wire.recv(65_536).startswith(b"HTTP/1.1 200"), "a body in chunks of a byte")


def check_metrics(checks, visitor, program):
    for path in ("/metrics", "/metrics?x", "/%6detrics", "/./metrics", "//metrics", "/v1/../metrics", "/metrics/"):
        for words in ((), bearer(program.admin)):
            answer = visitor.get(path, *words)
            checks.that(answer.status in (400, 404), f"{path} from outside: {answer.status}")
            checks.that(b"# TYPE" not in answer.body and b"# HELP" not in answer.body, f"{path}: no figures")


def check_down(checks, visitor, program):
    """While the program does not answer, the page says whom to call."""
    program.stop()
    for path, kind in ("/", "text/html"), (f"/v1/services?text={MARKS['query']}", "application/problem+json"):
        answer = visitor.get(path)
        checks.same(answer.status, 503, f"{path} without the program")
        checks.that((answer.field("content-type") or "").startswith(kind), f"{path}: {answer.field('content-type')}")
        checks.that("033-448 11 86" in answer.body.decode(), f"{path} names CoMensha")
        for name in ("strict-transport-security", "x-content-type-options", "content-security-policy",
                     "referrer-policy", "cache-control"):
            checks.same(len(answer.all(name)), 1, f"{path} without the program: how often {name}")
    answer = visitor.post("/v1/placements/_search", json.dumps(PROFILE).encode(), *bearer(program.coordinator))
    checks.same(answer.status, 503, "a search without the program")
    program.start()


def check_written(checks, front, program):
    written = front.written()
    log = b"".join(written.values())
    checks.that(len(log) > 1_000, f"{front.name} keeps a log")
    for mark in MARKS.values():
        checks.that(mark.encode() not in log, f"{mark} in the log of {front.name}")
        checks.that(mark.encode() not in front.house.said("program"), f"{mark} in the program's log")
    for word in (program.admin, program.coordinator, "voorbeeld", "__Host", "curl/", "127.0.0.1\"", "127.0.0.1 "):
        checks.that(word.encode() not in log, f"{word[:9]}… in the log of {front.name}")
    checks.that(b"127.0.0.0" in log, f"the log of {front.name} has the network")
    ids = set(re.findall(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", log))
    known = [found for found in ids if found in front.house.said("program")]
    checks.that(len(known) > 20, f"requests of {front.name}'s log in the program's own: {len(known)}")


def check_forwarded(checks, house, kind):
    """What a visitor says of himself goes no further than the proxy."""
    echo = Echo()
    front = kind(house, echo.port)
    front.start()
    visitor = Visitor(house, front)
    lies = ("X-Forwarded-For: 203.0.113.9", "Forwarded: for=203.0.113.9", "X-Real-IP: 203.0.113.9",
            "X-Forwarded-Proto: http", "X-Forwarded-Host: kwaad.example", "X-Opvangkaart-User: beheerder",
            "x-opvangkaart-user: beheerder", "X_Opvangkaart_User: beheerder")
    for version in ("--http1.1", "--http2"):
        visitor.get("/v1/health", version, *(word for lie in lies for word in ("-H", lie)))
        fields = echo.fields()
        values = {name: [value for other, value in fields if other == name] for name, _ in fields}
        checks.same(values.get("x-forwarded-for"), ["127.0.0.1"], f"{front.name} {version}: X-Forwarded-For")
        checks.same(values.get("x-forwarded-proto"), ["https"], f"{front.name} {version}: X-Forwarded-Proto")
        checks.same(values.get("host"), [NAME], f"{front.name} {version}: Host")
        checks.same(values.get("forwarded"), None, f"{front.name} {version}: Forwarded")
        checks.same(values.get("x-opvangkaart-user"), None, f"{front.name} {version}: the field with the user")
    # Who reads slowly: the answer is larger than what a proxy keeps in its buffers.
    watch = Watch(front.spool)
    with visitor.wire() as wire:
        wire.sendall(f"GET /much HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode())
        time.sleep(1)
        size = 0
        while (part := wire.recv(65_536)):
            size += len(part)
    checks.that(size > Echo.MUCH, f"{front.name}: a large answer to who reads slowly: {size} bytes")
    checks.same(watch.names(), [], f"what {front.name} made on the disk for who reads slowly")
    watch.close()
    for version in ("--http1.1", "--http2"):
        visitor.curl(version, f"/half?{MARKS['query']}", broken=(18, 92))
    front.stop()
    echo.close()
    checks.that(MARKS["query"].encode() not in b"".join(front.written().values()),
                f"{front.name}: a query in the log of an answer that broke off")


def check_spool_can_be_seen(checks, house, program):
    """The same nginx that does collect bodies does write one: so that the check above can fail."""
    front = Nginx(house, program.port, changes=[(r"proxy_request_buffering off;", "proxy_request_buffering on;")])
    front.start()
    watch = Watch(front.spool)
    Visitor(house, front).post("/v1/placements/_search", b" " * 1_000_000, *bearer(program.coordinator))
    checks.that(watch.names(), "a body on the disk is seen where it is collected")
    watch.close()
    front.stop()


USER = "j.jansen"
# What a proxy with single sign-on in front says, at the line that .deploy has for it.
VOUCHES = {Nginx: (r'proxy_set_header X-Opvangkaart-User "";', f'proxy_set_header X-Opvangkaart-User "{USER}";'),
           Caddy: (r"header_up -X-Opvangkaart-User", f"header_up X-Opvangkaart-User {USER}")}


def check_single_sign_on(checks, house, kind):
    """Whom the proxy vouches for is in, on the pages alone; whoever only says so is not."""
    program = Program(house, "--user-header", "X-Opvangkaart-User")
    program.issue("coordinator", "--user", USER)
    program.start()
    for changes, expected in (([VOUCHES[kind]], True), ([], False)):
        front = kind(house, program.port, changes)
        front.start()
        visitor = Visitor(house, front)
        for lies in (), ("-H", f"X-Opvangkaart-User: {USER}"), ("-H", "X-Opvangkaart-User: iemand.anders"):
            page = visitor.get("/", *lies).body
            checks.same(b"check coordinator" in page, expected, f"{kind.name}: signed in by the proxy {lies[1:]}")
        checks.same(visitor.get("/v1/holds").status, 401, f"{kind.name}: the API takes keys alone")
        front.stop()
    program.stop()


def check_front(checks, house, kind):
    program = Program(house)
    program.start()
    front = kind(house, program.port)
    front.start()
    visitor = Visitor(house, front)
    watch = Watch(front.spool)
    name = front.name
    with checks.part(f"{name}: one name, TLS, and no other"):
        check_names(checks, visitor, front)
    with checks.part(f"{name}: answers as the program gives them, fields once, HTTP/1.1 and HTTP/2"):
        check_answers(checks, visitor, program)
    with checks.part(f"{name}: signing in"):
        check_sign_in(checks, visitor, program)
    with checks.part(f"{name}: changes come as they happen"):
        check_stream(checks, visitor, program)
    with checks.part(f"{name}: bodies of every form, never on the disk"):
        check_bodies(checks, visitor, program)
        checks.same(watch.names(), [], f"what {name} made on the disk")
    with checks.part(f"{name}: no figures for who is outside"):
        check_metrics(checks, visitor, program)
    with checks.part(f"{name}: without the program"):
        check_down(checks, visitor, program)
    with checks.part(f"{name}: what it writes"):
        check_written(checks, front, program)
    with checks.part(f"{name}: what a visitor says of himself, answers that are slow or break off"):
        check_forwarded(checks, house, kind)
    with checks.part(f"{name}: single sign-on in front"):
        check_single_sign_on(checks, house, kind)
    if kind is Nginx:
        with checks.part("nginx: that a body on the disk would be seen"):
            check_spool_can_be_seen(checks, house, program)
    watch.close()
    front.stop()
    program.stop()


def check_unit(checks):
    unit = DEPLOY / "opvangkaart.service"
    done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)],
                          capture_output=True, text=True)
    found = re.search(r"exposure level[^:]*: ([0-9.]+)", done.stdout)
    if checks.that(found, f"systemd-analyze security: {done.stderr}"):
        print(f"        {done.stdout.strip().splitlines()[-1]}")
        checks.that(float(found[1]) <= MOST_EXPOSED, f"exposed {found[1]}, at most {MOST_EXPOSED}")


def check_security_text(checks):
    """RFC 9116; the date is to be moved on while there is a month left."""
    text = (ROOT / "Public/.well-known/security.txt").read_text(encoding="utf-8")
    fields = re.findall(r"^([A-Za-z-]+): (.+)$", text, re.MULTILINE)
    names = [name for name, _ in fields]
    checks.that("Contact" in names, "Contact")
    checks.same(dict(fields).get("Preferred-Languages"), "nl, en", "Preferred-Languages")
    if checks.same(names.count("Expires"), 1, "how often Expires"):
        end = time.mktime(time.strptime(dict(fields)["Expires"], "%Y-%m-%dT%H:%M:%SZ")) - time.timezone
        left = (end - time.time()) / 86_400
        checks.that(30 <= left <= 365, f"Expires is {left:.0f} days ahead: 30 to 365")


def main(program, needs_machine):
    checks = Checks()
    with checks.part("security.txt"):
        check_security_text(checks)
    with checks.part("systemd: how much the unit leaves open"):
        check_unit(checks)
    house = House(program)
    try:
        for kind in (Nginx, Caddy):
            check_front(checks, house, kind)
    finally:
        house.close()
    deploy_machine.check(checks, program, needs_machine)
    checks.end()


if __name__ == "__main__":
    words = sys.argv[1:]
    needs = words[1:] == ["--machine", "required"]
    if len(words) != 1 and not needs:
        raise SystemExit(__doc__)
    main(words[0], needs)
