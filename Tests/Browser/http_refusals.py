"""Requests that must be refused: one line of the table is one way to be wrong.

Each is followed at once, and again after the answer, by a second request that must not be answered: whatever the first
one meant, nobody knows where it ends.
"""

from http_house import MARKERS
from rawhttp import request

SMUGGLED = request("GET", "/v1/health", X_Smuggled=MARKERS["field"])
GET, POST, HOST = b"GET / HTTP/1.1\r\n", b"POST /v1/placements/_search HTTP/1.1\r\nHost: a\r\n", b"Host: a\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
MARKED = MARKERS["path"].encode()
WORD = MARKERS["field"].encode()


def lines():
    """Request lines and line ends, RFC 9112 §2.2, §3."""
    for name, line, statuses in [
        ("two spaces", b"GET  / HTTP/1.1", {400}), ("tab", b"GET\t/ HTTP/1.1", {400}),
        ("space first", b" GET / HTTP/1.1", {400}), ("space last", b"GET / HTTP/1.1 ", {400}),
        ("space in the target", b"GET /a b HTTP/1.1", {400}), ("no method", b"/ HTTP/1.1", {400}),
        ("no target", b"GET HTTP/1.1", {400}), ("empty target", b"GET  HTTP/1.1", {400}),
        ("no version: HTTP/0.9", b"GET /", {400}), ("no token", b"GE(T / HTTP/1.1", {400}),
        ("method with NUL", b"GE\0T / HTTP/1.1", {400}), ("method not ASCII", b"G\xc3\x8bT / HTTP/1.1", {400}),
        ("small letters", b"GET / http/1.1", {400}), ("HTTP/1", b"GET / HTTP/1", {400}),
        ("HTTP/1.10", b"GET / HTTP/1.10", {400}), ("HTTP/01.1", b"GET / HTTP/01.1", {400}),
        ("HTTP/1,1", b"GET / HTTP/1,1", {400}), ("HTTPS/1.1", b"GET / HTTPS/1.1", {400}),
        ("HTTP/2.0", b"GET / HTTP/2.0", {505}), ("HTTP/3.0", b"GET / HTTP/3.0", {505}),
        ("HTTP/0.9 as a version", b"GET / HTTP/0.9", {400, 505}), ("HTTP/2 by its preface", b"PRI * HTTP/2.0", {505}),
        ("CONNECT", b"CONNECT a:80 HTTP/1.1", {400, 405, 501}), ("CONNECT with a path", b"CONNECT / HTTP/1.1", {400}),
        ("CR in the line", b"GET /\rx HTTP/1.1", {400}), ("NUL in the target", b"GET /\0 HTTP/1.1", {400}),
        ("line too long", b"GET /" + MARKED * 8000 + b" HTTP/1.1", {414}),
        ("query too long", b"GET /?" + b"x" * 70_000 + b" HTTP/1.1", {414}),
        ("method without end", b"G" * 70_000 + b" / HTTP/1.1", {400, 414, 501}),
    ]:
        yield name, line + b"\r\n" + HOST + b"\r\n", statuses
    yield "LF everywhere", b"GET / HTTP/1.1\nHost: a\n\n", {400}
    yield "LF after the line", b"GET / HTTP/1.1\nHost: a\r\n\r\n", {400}
    yield "LF after a field", GET + b"Host: a\nX: b\r\n\r\n", {400}
    yield "LF as the empty line", GET + b"Host: a\r\n\n", {400}
    yield "CR alone as a line end", b"GET / HTTP/1.1\rHost: a\r\r", {400}
    yield "CR CR LF", GET + b"Host: a\r\r\n\r\n", {400}
    yield "TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64, {400}


def fields():
    """Field lines, RFC 9110 §5.5 and §5.6.2, RFC 9112 §5."""
    for name, line in [
        ("folded with a space", b"X: a\r\n b"), ("folded with a tab", b"X: a\r\n\tb"), ("space before colon", b"X : a"),
        ("tab before colon", b"X\t: a"), ("no name", b": a"), ("no colon", b"X"), ("space in the name", b"X Y: a"),
        ("name in brackets", b"(X): a"), ("name in quotes", b'"X": a'), ("slash in the name", b"X/Y: a"),
        ("name not ASCII", b"X\xc3\xab: a"), ("NUL in the name", b"X\0: a"), ("NUL", b"X: a\0" + WORD),
        ("CR", b"X: a\r" + WORD), ("DEL", b"X: a\x7f"), ("control", b"X: \x01a"), ("vertical tab", b"X: \x0ba"),
        ("escape", b"X: \x1b[2J" + WORD),
    ]:
        yield f"field: {name}", GET + HOST + line + b"\r\n\r\n", {400}
    yield "field: first one begins with a space", GET + b" Host: a\r\nHost: a\r\n\r\n", {400}
    yield "too many fields", GET + HOST + b"X: a\r\n" * 2000 + b"\r\n", {431}
    yield "one field too long", GET + HOST + b"X: " + WORD * 10_000 + b"\r\n\r\n", {431}
    yield "name of a field too long", GET + HOST + b"X" * 100_000 + b": a\r\n\r\n", {431}
    yield "fields too long together", GET + HOST + (b"X: " + b"a" * 4000 + b"\r\n") * 60 + b"\r\n", {431}


def hosts():
    """RFC 9112 §3.2."""
    yield "no Host", GET + b"\r\n", {400}
    yield "no Host, absolute target", b"GET http://a/ HTTP/1.1\r\n\r\n", {400}
    for value in (b"", b"a b", b"a:x", b"a:99999", b"a:-1", b"a:1:2", b"u@a", b"a/b", b"[::1", b"::1", b"a\\b",
                  b"http://a", b"a?b", b"a#b", b"%0", b"a:80 b", b"[::1]x", b"[zz]"):
        yield f"Host: {value.decode()}", GET + b"Host: " + value + b"\r\n\r\n", {400}
    for first, second in [(b"a", b"b"), (b"a", b"a"), (b"a", b"")]:
        yield "two Hosts", GET + b"Host: " + first + b"\r\nHost: " + second + b"\r\n\r\n", {400}
    yield "two Hosts, in other letters", GET + HOST + b"hOsT: b\r\n\r\n", {400}


def framings():
    """How long the body is, RFC 9112 §6."""
    for value in (b"+1", b"-1", b"1,1", b"1, 1", b"1,2", b"0x1", b"1.0", b"1e1", b"1 1", b"", b"a", b"1;", b"\xd9\xa3",
                  b'"1"', b"1_0", b"- 1"):
        yield f"Content-Length: {value!r}", POST + b"Content-Length: " + value + b"\r\n\r\n", {400}
    for value in (2**31, 2**32, 2**63 - 1, 2**63, 2**64, 2**64 + 1, 10**40):
        yield f"Content-Length: {value}", POST + b"Content-Length: %d\r\n\r\n" % value, {400, 413}
    for first, second in [(b"0", b"0"), (b"0", b"44"), (b"44", b"0")]:
        both = b"Content-Length: " + first + b"\r\nContent-Length: " + second + b"\r\n\r\n"
        yield "two Content-Lengths", POST + both, {400}
    length, chunked, last = b"Content-Length: 5\r\n", b"Transfer-Encoding: chunked\r\n", b"\r\n0\r\n\r\n"
    yield "length and chunked", POST + length + chunked + last, {400}
    yield "chunked and length", POST + chunked + length + last, {400}
    for value in (b"identity", b"gzip", b"gzip, chunked", b"chunked, gzip", b"chunked, chunked", b"chunked, identity",
                  b"xchunked", b"chunkedx", b"chunked;q=1", b'"chunked"', b"", b"\x0bchunked", b"chunked\0",
                  b"chun ked", b"identity, chunked", b"\xc2\xa0chunked"):
        yield f"Transfer-Encoding: {value!r}", POST + b"Transfer-Encoding: " + value + b"\r\n" + last, {400, 501}
    yield "two Transfer-Encodings", POST + chunked + chunked + last, {400}
    yield "chunked, then identity", POST + chunked + b"Transfer-Encoding: identity\r\n" + last, {400, 501}
    yield "folded chunked", POST + b"Transfer-Encoding:\r\n chunked\r\n" + last, {400}
    yield "space before the colon", POST + b"Transfer-Encoding : chunked\r\n" + last, {400}
    yield "chunked in HTTP/1.0", b"POST / HTTP/1.0\r\nHost: a\r\n" + chunked + last, {400}
    yield "expectation unknown", POST + b"Expect: tea\r\nContent-Length: 0\r\n\r\n", {417}


def chunks():
    """RFC 9112 §7.1."""
    for name, body in [
        ("no size", b"\r\n"), ("no digit", b"g\r\n"), ("sign", b"+1\r\na\r\n0\r\n\r\n"), ("minus", b"-1\r\n"),
        ("0x", b"0x1\r\na\r\n0\r\n\r\n"), ("space first", b" 1\r\na\r\n0\r\n\r\n"),
        ("LF after the size", b"1\na\r\n0\r\n\r\n"), ("LF after the data", b"1\r\na\n0\r\n\r\n"),
        ("data too long", b"1\r\nab\r\n0\r\n\r\n"), ("data too short", b"3\r\na\r\n0\r\n\r\n"),
        ("LF in an extension", b"1;a\nb\r\na\r\n0\r\n\r\n"), ("NUL in an extension", b"1;a=\0\r\na\r\n0\r\n\r\n"),
        ("CR in an extension", b"1;a\rb\r\na\r\n0\r\n\r\n"), ("extension without end", b"1;" + b"a" * 70_000),
        ("zeroes without end", b"0" * 70_000), ("LF at the end", b"0\r\n\n"), ("CR alone", b"1\ra\r\n0\r\n\r\n"),
        ("trailer folded", b"0\r\nX: a\r\n b\r\n\r\n"), ("trailer with a space", b"0\r\nX : a\r\n\r\n"),
        ("trailer with NUL", b"0\r\nX: \0\r\n\r\n"),
    ]:
        yield f"chunk: {name}", CHUNKED + body, {400}
    for size in (b"f" * 8, b"7" + b"f" * 15, b"8" + b"0" * 15, b"f" * 16, b"1" + b"0" * 16, b"f" * 17):
        yield f"chunk of {size.decode()}", CHUNKED + size + b"\r\n", {400, 413}
    yield "trailers too long", CHUNKED + b"0\r\n" + b"X: a\r\n" * 2000 + b"\r\n", {400, 431}


def targets():
    """RFC 9112 §3.2, RFC 3986 §3.3 and §5.2.4, RFC 3629 §3."""
    for target in (b"x", b"*", b"?x", b"//[", b"http://", b"http:///x", b"http://u:p@a/", b"http://a b/", b"/#",
                   b"/x#y", b"/?x#y", b"#x", b"/%", b"/%z", b"/%4", b"/%zz", b"/%%41", b"/%00", b"/icon.svg%00", b"/%0",
                   b"/%u0041", b"/\\", b"/\\..\\x", b"/\x80", b"/\xc3\xab", b"/\x7f", b"/\x01", b'/"', b"/<x>"):
        yield f"target {target!r}", b"GET " + target + b" HTTP/1.1\r\n" + HOST + b"\r\n", {400}
    for up in (b"..", b".", b"%2e%2e", b"%2E%2e", b".%2e", b"%2e.", b"%2e", b"%2E"):
        for target in (b"/" + up, b"/" + up + b"/icon.svg", b"/v1/" + up + b"/icon.svg", b"/v1/health/" + up,
                       b"/" + up + b"?x", b"http://a/" + up + b"/etc/passwd"):
            yield f"dot segment {target.decode()}", b"GET " + target + b" HTTP/1.1\r\n" + HOST + b"\r\n", {400}
    for bad in (b"%c0%ae", b"%c0%ae%c0%ae", b"%c0%af", b"%c1%9c", b"%e0%80%af", b"%e0%80%ae", b"%f0%80%80%af", b"%80",
                b"%ff", b"%fe", b"%e2%82", b"%ed%a0%80", b"%f4%90%80%80", b"%f8%88%80%80%80", b"%c3x"):
        target = b"/" + bad + b"/etc/passwd"
        yield f"not UTF-8 {target.decode()}", b"GET " + target + b" HTTP/1.1\r\n" + HOST + b"\r\n", {400}


def bodies():
    """Too much, RFC 9110 §15.5.14; refused before a byte of the body was read where it is announced."""
    long = b"Content-Length: 1048577\r\n"
    yield "body too large", POST + long + b"\r\n", {413}
    yield "body too large, expected", POST + long + b"Expect: 100-continue\r\n\r\n", {413}
    yield "body too large for an address that is not there", b"POST /x HTTP/1.1\r\n" + HOST + long + b"\r\n", {404, 413}
    yield "chunk too large", CHUNKED + b"100001\r\n", {413}
    part = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    yield "chunks too large together", CHUNKED + part * 16 + b"1\r\nx\r\n", {413}


def refuse(house, name, raw, statuses):
    """Sends the request with a second one behind it; only the first may be answered, and no more after it."""
    checks = house.checks
    with house.wire() as wire:
        wire.send(raw + SMUGGLED)
        answer = house.read(wire, "GET", name)
        house.note(answer, refused=True)
        checks.that(answer.status in statuses, f"{name}: {answer.status} instead of {sorted(statuses)}")
        checks.that(answer.closes, f"{name}: Connection: close")
        wire.send(SMUGGLED)
        checks.same(wire.rest(), b"", f"{name}: bytes behind the refusal")
        for word in MARKERS.values():
            checks.that(word.encode() not in answer.body, f"{name}: the refusal repeats what was sent")


def table(house):
    """Every refusal; one after another, each on its own connection."""
    before = house.checks.passed + house.checks.failed
    count = 0
    for part in (lines, fields, hosts, framings, chunks, targets, bodies):
        for name, raw, statuses in part():
            count += 1
            try:
                refuse(house, name, raw, statuses)
            except Exception as error:
                house.checks.that(False, f"{name}: {type(error).__name__} {error}")
    house.checks.that(house.lives(), "the program lives")
    print(f"        {count} requests, {house.checks.passed + house.checks.failed - before} checks", flush=True)


PARTS = [("refusals", table)]
