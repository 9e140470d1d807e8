"""Answers to right requests: where they begin and end, in which order, however the request arrives."""

import json

from http_house import MARKERS
from rawhttp import CRLF, request

SEARCH = "/v1/placements/_search"
HEALTH = request("GET", "/v1/health")
LAST = request("GET", "/v1/health", Connection="close")
PROFILE = b'{"age": 24, "gender": "female", "urgency": "now", "threat": "orange"}'
KEY = {"Authorization": "Bearer demo-coordinator"}
# A body that reads like a request: whoever loses count answers it.
BAIT = request("GET", "/v1/provinces")
PAGES = ["/", "/inloggen", "/v1/health", "/v1/provinces", "/v1/openapi.json", "/icon.svg", "/opvangkaart.css",
         f"/{MARKERS['path']}", f"/v1/{MARKERS['path']}", f"/v1/provinces?{MARKERS['query']}=1"]


def is_health(answer):
    return answer.status == 200 and answer.body.startswith(b'{') and b'"status":"ok"' in answer.body


def follow(house, raw, method, what, statuses):
    """Sends `raw` and a good request behind it: two answers, then the end."""
    with house.wire() as wire:
        wire.send(raw + LAST)
        answer = house.read(wire, method, what)
        while answer.status == 100:
            answer = house.read(wire, method, what)
        house.checks.that(answer.status in statuses, f"{what}: {answer.status} instead of {sorted(statuses)}")
        house.checks.that(not answer.closes, f"{what}: the connection stays open")
        house.checks.that(is_health(house.read(wire, "GET", what)), f"{what}: the next answer")
        house.checks.same(wire.rest(), b"", f"{what}: bytes behind the last answer")
    return answer


def methods(house):
    """501 for an unknown method, 405 with Allow for a wrong one; the connection goes on in step."""
    for target in ("/", "/v1/provinces", "/icon.svg", f"/{MARKERS['path']}"):
        for method in ("BREW", "get", "GETX", MARKERS["method"]):
            follow(house, request(method, target, BAIT), method, f"{method} {target}", {501})
    for method, target, allowed in [
        ("DELETE", "/", "GET"), ("POST", "/icon.svg", "GET, HEAD, OPTIONS"), 
        ("PUT", "/v1/provinces", "GET, HEAD, OPTIONS"), ("PATCH", "/v1/health", "GET, HEAD, OPTIONS"),
        ("GET", SEARCH, "POST, OPTIONS"), ("TRACE", "/", "GET"),
    ]:
        answer = follow(house, request(method, target, BAIT), method, f"{method} {target}", {405, 501})
        if answer.status == 405:
            have = {each.strip() for each in (answer.field("allow") or "").split(",")}
            house.checks.that(set(allowed.split(", ")) <= have, f"Allow of {method} {target}: {have}")
            house.checks.that(method not in have, f"{method} is not in its own Allow")
        house.checks.that(method != "TRACE" or b"GET /v1" not in answer.body, "TRACE echoes nothing")
    for target in ("*", "/", "/v1/provinces", "/icon.svg"):
        answer = follow(house, request("OPTIONS", target), "OPTIONS", f"OPTIONS {target}", {204})
        house.checks.that("GET" in (answer.field("allow") or ""), f"Allow of OPTIONS {target}")


def forms(house):
    """Right requests that look odd."""
    host = b"\r\nHost: 127.0.0.1\r\n"
    for what, raw, statuses in [
        ("absolute target", request("GET", "http://127.0.0.1/v1/health"), {200}),
        ("absolute target, large letters", request("GET", "HTTP://127.0.0.1/v1/health"), {200}),
        ("an empty line first", CRLF + HEALTH, {200}),
        ("no space after the colon", b"GET /v1/health HTTP/1.1\r\nHost:127.0.0.1\r\n\r\n", {200}),
        ("spaces round a value", b"GET /v1/health HTTP/1.1\r\nHost: \t 127.0.0.1 \t \r\n\r\n", {200}),
        ("an empty field", b"GET /v1/health HTTP/1.1" + host + b"X:\r\n\r\n", {200}),
        ("bytes above 127 in a value", b"GET /v1/health HTTP/1.1" + host + b"X: \xe9\xff\r\n\r\n", {200}),
        ("escaped letters", request("GET", "/v1/%68ealth"), {200, 404}),
        ("a body on GET", request("GET", "/v1/health", BAIT), {200}),
        ("a body on HEAD", request("HEAD", "/v1/health", BAIT), {200}),
        ("a body nobody asked for", request("POST", f"/{MARKERS['path']}", BAIT), {404, 405}),
        ("a body without a key", request("POST", SEARCH, BAIT), {401}),
        ("upgrade to HTTP/2", request("GET", "/v1/health", Connection="Upgrade, HTTP2-Settings", Upgrade="h2c",
                                      HTTP2_Settings="AAMAAABkAARAAAAAAAIAAAAA"), {200}),
        ("upgrade to a web socket", request("GET", "/v1/health", Connection="Upgrade", Upgrade="websocket"), {200}),
        ("a host with a port", HEALTH.replace(b"127.0.0.1", b"a:8080"), {200}),
        ("IPv6 host", HEALTH.replace(b"127.0.0.1", b"[::1]:80"), {200}),
        ("an escaped slash is no slash", request("GET", "/v1%2fhealth"), {404}),
        ("escaped twice is a name", request("GET", "/%252e%252e/icon.svg"), {404}),
        ("two slashes", request("GET", "//icon.svg"), {404}),
    ]:
        follow(house, raw, "HEAD" if raw.startswith(b"HEAD") else "GET", what, statuses)


def chunked(house):
    """Bodies in chunks are the same bodies."""
    head = request("POST", SEARCH, Transfer_Encoding="Chunked", Content_Type="application/json", **KEY)
    for size in (1, 2, 7, len(PROFILE)):
        parts = [PROFILE[at:at + size] for at in range(0, len(PROFILE), size)]
        for extension, trailer in [(b"", b""), (b';a=b;c="d e"', b"X-Trailer: " + MARKERS["field"].encode() + CRLF)]:
            body = b"".join(b"%X%s\r\n%s\r\n" % (len(part), extension, part) for part in parts)
            answer = follow(house, head + body + b"000" + extension + CRLF + trailer + CRLF, "POST",
                            f"chunks of {size}", {200})
            house.checks.that(b'"sections"' in answer.body, f"chunks of {size}: a search")
    bait = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BAIT), BAIT)
    follow(house, request("POST", SEARCH, Transfer_Encoding="chunked") + bait, "POST", "a bait in a chunk", {401})
    follow(house, request("BREW", "/", Transfer_Encoding="chunked") + bait, "BREW", "a bait in a chunk", {501})


def expectations(house):
    """Expect: 100-continue, RFC 9110 §10.1.1."""
    head = request("POST", SEARCH, Expect="100-continue", Content_Length=str(len(PROFILE)),
                   Content_Type="application/json", **KEY)
    with house.wire() as wire:
        wire.send(head)
        house.checks.same(house.read(wire, "POST", "an expectation").status, 100, "interim answer")
        wire.send(PROFILE + LAST)
        house.checks.same(house.read(wire, "POST", "an expectation").status, 200, "answer after the body")
        house.checks.that(is_health(house.read(wire, "GET", "after an expectation")), "answer after the expectation")
    with house.wire() as wire:
        wire.send(head + PROFILE + LAST)
        statuses = [house.read(wire, "POST", "an expectation not waited for").status for _ in range(2)]
        statuses += [house.read(wire, "GET", "after it").status] if statuses[0] == 100 else []
        house.checks.same([each for each in statuses if each != 100], [200, 200], "body sent with the expectation")


def pipelined(house):
    """Fifty requests at once, fifty answers in order; also when the client then says no more."""
    codes = (house.provinces() * 5)[:48]
    raw = b"".join(request("GET", f"/v1/provinces/{code}") for code in codes)
    for what, last, half in [("closed by the client's wish", LAST, False), ("closed by half", HEALTH, True)]:
        with house.wire() as wire:
            wire.send(raw + request("HEAD", "/icon.svg") + last)
            if half:
                wire.half_close()
            found = [json.loads(house.read(wire, "GET", what).body).get("code") for _ in codes]
            house.checks.same(found, codes, f"order of fifty answers, {what}")
            house.checks.same(house.read(wire, "HEAD", what).status, 200, f"a HEAD among them, {what}")
            house.checks.that(is_health(house.read(wire, "GET", what)), f"the fiftieth, {what}")
            house.checks.same(wire.rest(), b"", f"bytes behind fifty answers, {what}")


def slices(house):
    """Byte at a time, and cut in two at every place: the answers are those of one piece."""
    body = request("POST", SEARCH, PROFILE, Content_Type="application/json", **KEY)
    parts = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PROFILE), PROFILE)
    whole = HEALTH + body + request("POST", SEARCH, Transfer_Encoding="chunked", **KEY) + parts + LAST
    cuts = [list(range(1, len(whole)))] + [[at] for at in range(1, len(whole), 9)]
    for cut in cuts:
        with house.wire() as wire:
            for start, end in zip([0] + cut, cut + [len(whole)]):
                wire.send(whole[start:end])
            found = [house.read(wire, "GET", f"slices at {cut[:3]}").status for _ in range(4)]
            house.checks.same(found, [200, 200, 415, 200], f"answers to slices at {cut[:3]}")
            house.checks.same(wire.rest(), b"", f"bytes behind slices at {cut[:3]}")


def endings(house):
    """Who closes when, RFC 9112 §9.3; a request that was cut off is not answered as if it were whole."""
    old = b"GET /v1/health HTTP/1.0\r\n\r\n"
    for what, raw, wanted in [
        ("HTTP/1.0", old + HEALTH, 1), ("close", LAST + HEALTH, 1),
        ("Close among others", request("GET", "/v1/health", Connection="x, CLOSE ,y") + HEALTH, 1),
        ("half-closed", HEALTH * 3, 3), ("half-closed within a head", HEALTH * 2 + HEALTH[:30], 2),
        ("half-closed within a body", HEALTH + request("POST", SEARCH, BAIT)[:-3], 1),
        ("half-closed within a chunk", HEALTH + request("POST", SEARCH, Transfer_Encoding="chunked") + b"9\r\nabc", 1),
        ("nothing", b"", 0), ("an empty line", CRLF, 0),
    ]:
        with house.wire() as wire:
            wire.send(raw)
            wire.half_close()
            found = [is_health(house.read(wire, "GET", what)) for _ in range(wanted)]
            house.checks.same(found, [True] * wanted, f"answers when {what}")
            rest = wire.rest()
            house.checks.that(rest == b"" or rest.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 408 ")),
                              f"{what}: at most a refusal comes after: {rest[:60]!r}")


def head_and_get(house):
    """HEAD has GET's fields, RFC 9110 §9.3.2."""
    for target in PAGES:
        for fields in ({}, {"Accept_Encoding": "gzip"}, {"If_None_Match": "*"}, {"Accept": "application/xml"}):
            get, head = (house.ask(method, target, **fields) for method in ("GET", "HEAD"))
            moving = ("date", "x-request-id", "set-cookie")
            found = [[each for each in answer.fields if each[0] not in moving] for answer in (get, head)]
            # The number of the request stands in the body of an error too, at a fixed length.
            house.checks.same((head.status, found[1]), (get.status, found[0]), f"HEAD and GET of {target} {fields}")
            house.checks.that(get.status in (200, 304, 400, 404, 406), f"GET {target} {fields}: {get.status}")


PARTS = [("methods", methods), ("odd but right", forms), ("chunked bodies", chunked), ("expectations", expectations),
         ("fifty at once", pipelined), ("in slices", slices), ("who closes", endings), ("HEAD like GET", head_and_get)]
