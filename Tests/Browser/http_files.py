"""Files of `Public/`: what they are answered with, and that nothing else ever is."""

import gzip
import re

from http_delivery import follow
from http_house import MARKERS, ROOT
from rawhttp import request

PUBLIC = ROOT / "Public"
TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript", ".txt": "text/plain"}
LONG_AGO, FAR_AWAY = "Sun, 06 Nov 1994 08:49:37 GMT", "Fri, 01 Jan 2100 00:00:00 GMT"


def files():
    """Every file of `Public/` with its address."""
    found = [path for path in sorted(PUBLIC.rglob("*")) if path.is_file() and not path.is_symlink()]
    hidden = [path for path in found if any(part.startswith(".") for part in path.relative_to(PUBLIC).parts)]
    return [(f"/{path.relative_to(PUBLIC)}", path) for path in found if path not in hidden and path.suffix != ".gz"]


def contents(house):
    """Bytes, type and validators of every file."""
    house.checks.that(files(), "there are files in Public/")
    for target, path in files():
        answer = house.ask("GET", target)
        house.checks.same(answer.status, 200, f"GET {target}")
        house.checks.that(answer.body == path.read_bytes(), f"{target} is the file")
        kind = (answer.field("content-type") or "").split(";")[0]
        house.checks.same(kind, TYPES.get(path.suffix, kind), f"type of {target}")
        house.checks.that(re.fullmatch('"[!-~]+"', answer.field("etag") or ""), f"a strong ETag of {target}")
        house.checks.same(answer.field("x-content-type-options"), "nosniff", f"nosniff on {target}")


def conditions(house):
    """RFC 9110 §13; every answer is followed by another request in step."""
    for target, path in files():
        first = house.ask("GET", target)
        tag, date = first.field("etag"), first.field("last-modified")
        table = [({"If_None_Match": value}, status) for value, status in [
            (tag, 304), (f"W/{tag}", 304), (f'"x", {tag}', 304), (f'"a,b" , W/"c",W/{tag}', 304), ("*", 304),
            (f'"{MARKERS["field"]}"', 200), ('"x", W/"y"', 200), (tag.strip('"'), 200), (tag[:-2] + '"', 200),
            ("", 200),
        ]]
        table += [({"If_Match": "*"}, 200), ({"If_Match": tag}, 200), ({"If_Match": f'"x",{tag}'}, 200),
                  ({"If_Match": '"x"'}, 412), ({"If_Match": f"W/{tag}"}, 412)]
        if date:
            table += [({"If_Modified_Since": value}, status) for value, status in [
                (date, 304), (FAR_AWAY, 200), (LONG_AGO, 200), ("Sunday, 06-Nov-94 08:49:37 GMT", 200),
                ("Sun Nov  6 08:49:37 1994", 200), ("yesterday", 200), ("", 200), (f"{date}, {date}", 200)]]
            table += [({"If_Unmodified_Since": date}, 200), ({"If_Unmodified_Since": LONG_AGO}, 412),
                      ({"If_Unmodified_Since": "x"}, 200), ({"If_Modified_Since": date, "If_None_Match": '"x"'}, 200),
                      ({"If_Modified_Since": LONG_AGO, "If_None_Match": tag}, 304),
                      ({"If_Unmodified_Since": LONG_AGO, "If_Match": tag}, 200)]
        for fields, status in table:
            for method in ("GET", "HEAD"):
                what = f"{method} {target} {fields}"
                allowed = {200, 304} if fields.get("If_Modified_Since") == FAR_AWAY else {status}
                if "" in fields.values() or fields.get("If_None_Match") == tag.strip('"'):
                    allowed |= {400}
                answer = follow(house, request(method, target, **fields), method, what, allowed)
                if answer.status == 304:
                    house.checks.same(answer.field("etag"), tag, f"ETag of the 304 to {what}")
                    stated = answer.field("content-length")
                    size = str(path.stat().st_size)
                    house.checks.that(stated in (None, size), f"Content-Length of the 304 to {what}")


def ranges(house):
    """RFC 9110 §14: the right bytes, 416, or the whole; never more than was asked for many times over."""
    for target, path in files():
        data = path.read_bytes()
        size, tag = len(data), house.ask("GET", target).field("etag")
        date = house.ask("GET", target).field("last-modified")
        for value, first, end in [
            ("bytes=0-0", 0, 1), ("bytes=0-9", 0, 10), ("bytes=10-", 10, size), ("bytes=-5", size - 5, size),
            (f"bytes=-{size * 2}", 0, size), (f"bytes=5-{size * 9}", 5, size), (f"bytes={size - 1}-", size - 1, size),
            ("BYTES=0-3", 0, 4), (f"bytes=0-{10**30}", 0, size), (f"bytes=-{10**30}", 0, size),
        ]:
            answer = follow(house, request("GET", target, Range=value), "GET", f"{value} of {target}", {206})
            house.checks.that(answer.body == data[first:end], f"{value} of {target}: the bytes")
            house.checks.same(answer.field("content-range"), f"bytes {first}-{end - 1}/{size}", f"{value} of {target}")
        for value in (f"bytes={size}-", f"bytes={size}-{size + 5}", "bytes=-0", f"bytes={10**30}-"):
            answer = follow(house, request("GET", target, Range=value), "GET", f"{value} of {target}", {416})
            house.checks.same(answer.field("content-range"), f"bytes */{size}", f"{value} of {target}")
        for value in ("bytes=5-3", "bytes=", "bytes=a-b", "bytes=-", "bytes=1", "bytes 0-1", "rows=0-1", "0-1",
                      "bytes=+1-2", "bytes=0x1-2", "bytes=1.0-2", "bytes=--1", "=0-1"):
            answer = follow(house, request("GET", target, Range=value), "GET", f"{value} of {target}", {200, 416})
            house.checks.that(answer.status == 416 or answer.body == data, f"{value} of {target}: the whole")
        for value in ("bytes=0-0,-1", "bytes=0-3, 5-8", "bytes=0-,0-", "bytes=" + ",".join(["0-"] * 1000)):
            raw = request("GET", target, Range=value)
            answer = follow(house, raw, "GET", f"many ranges of {target}", {200, 206, 416})
            house.checks.that(len(answer.body) <= 2 * size + 1000, f"{value[:30]} of {target}: not too much")
        for validator, status in [(tag, {206}), ('"x"', {200}), (f"W/{tag}", {200}), (LONG_AGO, {200}), ("x", {200}),
                                  (date or tag, {200, 206})]:
            raw = request("GET", target, Range="bytes=1-2", If_Range=validator)
            follow(house, raw, "GET", f"If-Range of {target}", status)
        follow(house, request("HEAD", target, Range="bytes=0-1"), "HEAD", f"HEAD with a range of {target}", {200})
        raw = request("GET", target, Range="bytes=0-1", If_None_Match=tag)
        follow(house, raw, "GET", f"a range of what is there already of {target}", {304})


def codings(house):
    """Accept-Encoding, RFC 9110 §12.5.3: whatever is chosen, it unpacks to the file."""
    for target, path in files():
        chosen = set()
        for value in ("gzip", "gzip;q=1", "x-gzip", "*", "gzip;q=0", "gzip;q=0.000, *", "br", "identity",
                      "br, gzip;q=0.5", "identity;q=0, gzip", "GZIP", "", "deflate", ",", "gzip;q=2", "gzip;q"):
            answer = house.ask("GET", target, Accept_Encoding=value)
            if answer.status not in (200, 406):
                house.checks.that(False, f"Accept-Encoding: {value} for {target}: {answer.status}")
                continue
            coding = answer.field("content-encoding")
            chosen.add(coding)
            plain = gzip.decompress(answer.body) if coding == "gzip" else answer.body
            house.checks.that(coding in (None, "gzip"), f"coding {coding} of {target}")
            house.checks.that(answer.status == 406 or plain == path.read_bytes(), f"{target} for {value!r}")
            house.checks.that(not coding or "gzip" in value.lower() or "*" in value, f"gzip of {target} for {value!r}")
            house.checks.that(not coding or not value.startswith("gzip;q=0"), f"gzip of {target} refused by {value!r}")
            if path.with_name(path.name + ".gz").exists():
                house.checks.that("accept-encoding" in (answer.field("vary") or "").lower(), f"Vary of {target}")
        if path.with_name(path.name + ".gz").exists():
            house.checks.that("gzip" in chosen, f"{target} is sent packed")


def versions(house):
    """The name with the beginning of the hash may be kept for good; another hash is nothing."""
    for target, _ in files():
        plain = house.ask("GET", target)
        house.checks.same(plain.field("cache-control"), "no-cache", f"Cache-Control of {target}")
        stem, _, suffix = target.rpartition(".")
        version = plain.field("etag").strip('"').split("-")[-1][:16]
        kept = house.ask("GET", f"{stem}.{version}.{suffix}")
        house.checks.that(kept.status == 200 and kept.body == plain.body, f"{target} under its version")
        house.checks.that("immutable" in (kept.field("cache-control") or ""), f"{target} under its version: immutable")
        for other in (version[::-1], version.upper() + "0", version[:15], "0" * 16):
            answer = house.ask("GET", f"{stem}.{other}.{suffix}")
            house.checks.same(answer.status, 404, f"{target} under another version")
            house.checks.that("immutable" not in (answer.field("cache-control") or ""), "a 404 is not kept")


def ways_out():
    """Addresses that lead out of the folder for somebody who is careless."""
    ups = ["..", "%2e%2e", "..%2f", "..%5c", "..\\", "%2e%2e%2f", "%252e%252e", "%252e%252e%252f", "..%252f",
           "%c0%ae%c0%ae", "....", "....//", "..;", ".%00.", "..%00", "%u002e%u002e", "..%c0%af", "..%ef%bc%8f",
           "%ef%bc%8e%ef%bc%8e"]
    names = ["Package.swift", "Data/provinces.json", "README.md", ".git/config", "etc/passwd"]
    for up in ups:
        for name in names:
            for depth in (1, 2, 9):
                yield "/" + "/".join([up] * depth + [name])
        yield f"/icon.svg/{up}/{up}/Package.swift"
        yield f"/%2f{up}%2f{up}%2fPackage.swift"
    for path in ("/etc/passwd", str(ROOT / "Package.swift"), str(PUBLIC / "icon.svg"), "/proc/self/environ"):
        escaped = path.replace("/", "%2f")
        yield from (path, "/" + path, f"/{escaped}", f"/file:{path}", f"//{path}", path.replace("/", "\\"),
                    path + "%00.svg", f"/icon.svg%00{path}")
    for path in ("icon.svg", "opvangkaart.css"):
        yield from (f"/{path}/", f"/{path}/.", f"/{path}%00", f"/{path}%20", f"/{path}.", f"/{path}~", f"/./{path}",
                    f"/{path}::$DATA", f"/{path.upper()}", f"/%2f{path}", f"/{path}%2f", f"/x%2f..%2f{path}")


def traversal(house):
    """No address but a file's own gives a file, and none gives anything from outside `Public/`."""
    secrets = [b"swift-tools-version", b"root:", b"PATH=", b"[core]"]
    secrets += [(ROOT / name).read_bytes()[:60] for name in ("Data/provinces.json", "README.md")]
    secrets += [path.read_bytes()[:100] for _, path in files()]
    for target in ways_out():
        with house.wire() as wire:
            wire.send(request("GET", target, Connection="close"))
            answer = house.read(wire, "GET", target)
            house.checks.that(answer.status in (400, 404), f"{target}: {answer.status}")
            house.checks.that(not any(secret in answer.body for secret in secrets), f"{target}: gives a file")


PARTS = [("files", contents), ("conditions", conditions), ("ranges", ranges), ("codings", codings),
         ("versioned names", versions), ("ways out of the folder", traversal)]
