"""A thousand searches with marked values, and then every byte that the program wrote (feature F26)."""

import json
import os
import random
import re
import time
from pathlib import Path
from urllib.parse import urlencode

from http_log import LINE
from matcher_oracle import Country
from matcher_people import People
from protection_marks import Scanner

SEED, SEARCHES = 62, 1000
WORDS = ("kwikstaartnest", "boomvalkje", "rietzangertje")
# Codes and values of profiles that stand nowhere but in one: nobody may find them in a file.
CODES = ("infectious_disease", "arson_history", "organ_removal", "sleeps_at_work", "unaccompanied_minor",
         "turns18Within6Months", "courtAuthorisation", "dangerAreas", "registeredMunicipality", "foundMunicipality",
         "victimStatusUnclear", "circumstancesRuledOut", "circumstances", "exploitationForms")
TOWNS = ("GM0088", "GM0096", "Schiermonnikoog", "Vlieland")


class Searcher:
    """Somebody who searches in every way there is, by the API and by the pages."""

    def __init__(self, house, server, rng):
        self.checks, self.server, self.rng = house.checks, server, rng
        country = Country(house.data)
        self.people = People(country, house.data, rng)
        self.secret = sorted(id for id, one in country.services.items() if one.get("securityLevel") == "secret")
        self.client, self.heads, self.statuses = server.client(), [], {}
        cookie = server.sign_in("demo-coordinator").fields["set-cookie"]
        self.cookie = cookie.split(";")[0]

    def profile(self):
        marked = {"age": 113, "circumstances": ["infectious_disease", "arson_history"], "circumstancesRuledOut": [],
                  "dangerAreas": ["GM0088"], "currentMunicipality": "GM0096", "currentProvince": None,
                  "registeredMunicipality": "GM0088", "foundMunicipality": "GM0096", "housing": "sleeps_at_work",
                  "exploitationForms": ["organ_removal"], "persons": None, "household": None, "children": None,
                  "residence": "dutch", "turns18Within6Months": False}
        return self.people.one() | self.rng.choice((marked, {"dangerAreas": ["GM0088"]}, {}))

    def note(self, answer, expected, what):
        self.checks.that(answer.status in expected, f"{answer.status} to {what}")
        self.checks.same(answer.fields.get("cache-control"), "no-store", f"nothing is kept of {what}")
        self.heads.append(json.dumps(answer.fields))
        self.statuses[answer.status] = self.statuses.get(answer.status, 0) + 1

    def post(self, path, body, expected=(200,)):
        answer = self.client.send("POST", f"/v1/placements/{path}", "coordinator", body,
                                  User_Agent=WORDS[0], Referer=f"http://{WORDS[1]}.example/?age=113")
        self.note(answer, expected, path)
        if answer.status >= 400:
            for word in WORDS:
                self.checks.that(word.encode() not in answer.body, f"no {word} in {answer.body[:200]}")

    def fault(self):
        """A profile in which something is wrong, with a mark where it is."""
        profile = self.profile()
        wrong = self.rng.choice((
            {"gender": WORDS[0]}, {"dangerAreas": [WORDS[1]]}, {"age": WORDS[2]}, {"needs": [WORDS[0], WORDS[1]]},
            {"prefers": [f"{WORDS[2]}-{WORDS[0]}"]}, {"languages": [WORDS[0]]}, {"threat": {WORDS[0]: WORDS[1]}}))
        return profile | wrong

    def page(self, values):
        form = self.client.get("/zoeken", Cookie=self.cookie).body.decode()
        hidden = re.findall(r'<input[^>]*type="hidden"[^>]*>', form)
        tokens = [(re.search(r'name="([^"]*)"', one)[1], re.search(r'value="([^"]*)"', one)[1]) for one in hidden]
        body = urlencode(tokens + list(values.items())).encode()
        answer = self.client.send(
            "POST", "/zoeken", body=body, Cookie=self.cookie, Origin=self.server.address,
            Referer=f"{self.server.address}/", Content_Type="application/x-www-form-urlencoded")
        self.note(answer, (200, 400), "a search on the page")
        self.checks.that("set-cookie" not in answer.fields, "a search sets no cookie")

    def one(self, number):
        kind = number % 20
        if kind < 10:
            self.post(self.rng.choice(("_search", "_search?detail=top", "_search?scarcity=ranked")), self.profile())
        elif kind < 12:
            self.post("_explain", {"profile": self.profile(), "serviceId": self.rng.choice(self.secret)})
        elif kind == 12:
            self.post("_assign", {"people": [self.profile(), self.profile()]})
        elif kind < 16:
            self.post("_search", self.fault(), expected=(400,))
        elif kind == 16:
            self.post("_assign", {"people": [self.fault()]}, expected=(400,))
        else:
            values = {"age": "113", "gender": "female", "threat": "red", "urgency": "now",
                      "dangerMunicipality": "Schiermonnikoog", "currentMunicipality": "Vlieland",
                      "exploitationForms": "organ_removal", "housing": "sleeps_at_work"}
            self.page(values | ({} if kind < 19 else {"dangerMunicipality": WORDS[0], "age": WORDS[1]}))


def privacy(house):
    rng, start = random.Random(SEED), time.time()
    work = house.scratch / "privacy"
    work.mkdir()
    state = work / "state"
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(work)
    try:
        server = house.start(state)
    finally:
        os.environ.pop("TMPDIR") if before is None else os.environ.__setitem__("TMPDIR", before)
    searcher = Searcher(house, server, rng)
    for number in range(SEARCHES):
        searcher.one(number)
    house.checks.that({200, 400} <= searcher.statuses.keys(), f"searches that went well and not: {searcher.statuses}")
    print(f"        {sum(searcher.statuses.values())} searches: {searcher.statuses}", flush=True)

    scanner = Scanner([*WORDS, *CODES, *TOWNS])
    house.checks.same(scanner.found("\n".join(searcher.heads).encode()), [], "heads of answers")
    house.checks.that(not any(":113" in head or '"113"' in head for head in searcher.heads), "no age in a head")
    process = Path("/proc") / str(server.process.pid)
    opened(house, process, scanner, (state, work, Path(house.data), Path(server.log.name)))
    house.checks.same(scanner.files(work), [], "files while it runs")
    status = server.stop()
    house.checks.same(status, 0, "its exit status")
    house.checks.same(scanner.files(work), [], "files after its end")
    house.checks.that(len(list(state.iterdir())) >= 2, "there is something to look through")
    log = Path(server.log.name).read_bytes()
    house.checks.that(log.count(b"\n") > SEARCHES, f"{len(log)} bytes of log")
    house.checks.same(scanner.found(log), [], "the log")
    answers = [line for line in log.decode().splitlines() if re.match(r"[0-9-]{10}T", line)]
    house.checks.same([line for line in answers if not LINE.fullmatch(line)][:3], [], "lines of another form")
    house.checks.same({line for line in answers if "?" in line or "&" in line}, set(), "an address with a query")
    house.checks.same(scanner.found("\n".join(server.said).encode()), [], "what it said")
    house.checks.same(elsewhere(scanner, start, house.scratch), [], "files it left elsewhere")


def opened(house, process, scanner, known):
    """What the process has open and was started with: no file of which nobody knows."""
    for name in ("cmdline", "environ"):
        house.checks.same(scanner.found((process / name).read_bytes()), [], name)
    for link in (process / "fd").iterdir():
        try:
            target, data = os.readlink(link), b""
            if target.startswith("/") and Path(target.removesuffix(" (deleted)")).suffix != ".json":
                mode = (process / "fdinfo" / link.name).read_text()
                isWritten = int(re.search(r"flags:\s+(\d+)", mode)[1], 8) & 3
                isKnown = any(Path(target).is_relative_to(folder) for folder in known)
                house.checks.that(not isWritten or isKnown or target.startswith("/dev/"), f"writes to {target}")
                data = link.read_bytes() if link.is_file() else b""
            house.checks.same(scanner.found(data), [], f"open: {target}")
        except OSError:
            continue


def elsewhere(scanner, start, own):
    """Files in the usual places for scraps that came since, with a mark in them."""
    hits = []
    for folder in {Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path("/var/crash"), Path.cwd()}:
        for path in list(folder.glob("*")) + list(folder.glob("core*")):
            try:
                if path == own or not path.is_file() or path.stat().st_mtime < start or path.stat().st_size > 1 << 26:
                    continue
                hits += [(str(path), mark) for mark in scanner.found(path.read_bytes()) if mark in WORDS]
            except OSError:
                continue
    return hits


PARTS = [("a thousand searches leave nothing", privacy)]
