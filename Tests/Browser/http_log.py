"""The log: a line for every answer, with its number and bytes, and nothing of what was sent."""

import itertools
import re
import time

from http_house import MARKERS

LINE = re.compile(r"[0-9-]{10}T[0-9:]{8}Z (?P<method>[!-~]{1,40}) (?P<path>-|/[!-~]*|\*) "
                  r"(?P<status>[0-9]{3}) (?P<bytes>[0-9]+)B (?P<time>[0-9]+)us (?P<id>[0-9a-f-]{36})"
                  r"( geweigerd=(?P<reason>[A-Za-z0-9]+)(@[0-9]+)?)?")
PATTERNS = re.compile(r"-|\*|/[a-z0-9._/{}A-Z-]*")


def lines(house, wanted):
    """The log's lines by the number of the request, as soon as all that are wanted are there."""
    end = time.monotonic() + 3
    while True:
        text = house.log.read_text(errors="replace")
        found = {match["id"]: match for match in map(LINE.fullmatch, text.splitlines()) if match}
        if wanted <= found.keys() or time.monotonic() > end:
            return text, found
        time.sleep(0.1)


def log(house):
    """Every answer that was read in these checks against its line."""
    text, found = lines(house, {answer.field("x-request-id") for answer in house.answers})
    numbers = [answer.field("x-request-id") for answer in house.answers]
    house.checks.same(len(set(numbers)), len(numbers), "every answer has a number of its own")
    refused = 0
    for answer in house.answers:
        line = found.get(answer.field("x-request-id"))
        if not line:
            house.checks.that(False, f"no line for {answer.status} {answer.field('x-request-id')}")
            continue
        house.checks.same((int(line["status"]), int(line["bytes"])), (answer.status, answer.size), f"line {line[0]}")
        house.checks.that(PATTERNS.fullmatch(line["path"]), f"a pattern in {line[0]}")
        if line["id"] in house.refused:
            house.checks.that(line["reason"], f"a reason in {line[0]}")
        refused += bool(line["reason"])
    for where, word in MARKERS.items():
        house.checks.that(word.lower() not in text.lower(), f"nothing of a {where} is in the log")
    for word in ("demo-coordinator", "passwd", "\0", "\x1b", "smuggled"):
        house.checks.that(word not in text.lower(), f"{word!r} is not in the log")
    # What starts the program may speak before it does.
    own = itertools.dropwhile(lambda line: not LINE.fullmatch(line), text.splitlines())
    odd = [line for line in own if not LINE.fullmatch(line)]
    house.checks.same(odd[:5], [], "lines of the log of another form")
    print(f"        {len(numbers)} answers, {refused} of them with a reason for the refusal", flush=True)


PARTS = [("log", log)]
