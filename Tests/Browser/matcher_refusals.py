"""What cannot be: each refused at once, with a pointer to every fault, and without a word of what was sent."""

import json
import random
import time
from pathlib import Path

from ledger_talk import CRISIS, PROFILE, hold, step
from matcher_answers import SEARCH, SEED, Hall, placed

MARKER = "GEHEIMEVROUW"
SECONDS = 1.0
COMBINATIONS = (
    ({"household": "with_children", "children": [{"age": 3, "gender": "male"}] * 3, "persons": 3}, {"/persons"}),
    ({"household": "couple", "persons": 1}, {"/persons"}), ({"household": "group", "persons": 2}, {"/persons"}),
    ({"household": "single", "persons": 2}, {"/persons"}), ({"persons": 0}, {"/persons"}),
    ({"persons": -1}, {"/persons"}), ({"persons": 10_000}, {"/persons"}), ({"persons": 1_001}, {"/persons"}),
    ({"age": 6, "household": "family", "persons": 1}, {"/persons"}),
    ({"household": "family", "children": [{"age": 6, "gender": "male"}], "persons": 2}, {"/persons"}),
    ({"circumstances": ["newborn"], "circumstancesRuledOut": ["self_harm", "newborn"]}, {"/circumstancesRuledOut"}),
    ({"age": 16, "turns18Within6Months": True}, {"/turns18Within6Months"}),
    ({"age": 18, "turns18Within6Months": True}, {"/turns18Within6Months"}),
    ({"age": 18, "residence": "unaccompanied_minor"}, {"/residence"}),
    ({"currentMunicipality": "GM0193", "currentProvince": "NL-NB"}, {"/currentMunicipality"}),
    ({"currentMunicipality": "GM9999"}, {"/currentMunicipality"}),
    ({"dangerAreas": ["NL-OV", "GM9999"]}, {"/dangerAreas/1"}),
    ({"prefers": ["open", "nergens-in-nederland"]}, {"/prefers/1"}), ({"mustNot": [""]}, {"/mustNot/0"}),
    ({"age": 121}, {"/age"}), ({"age": -1}, {"/age"}), ({"age": None}, {"/age"}), ({"threat": "unknown"}, {"/threat"}),
    ({"children": [{"age": 4}, {"gender": "male"}]}, {"/children/0/gender", "/children/1/age"}),
    ({"naam": MARKER}, {"/naam"}), ({"circumstances": {"newborn": True}}, {"/circumstances"}),
    ({"age": 16, "turns18Within6Months": True, "household": "single", "persons": 4, "gender": "man", "urgency": None,
      "circumstances": ["newborn"], "circumstancesRuledOut": ["newborn"], "currentMunicipality": "GM0193",
      "currentProvince": "NL-NB", "pet": "ja"},
     {"/turns18Within6Months", "/persons", "/gender", "/urgency", "/circumstancesRuledOut", "/currentMunicipality",
      "/pet"}))
POSSIBLE = ({"household": "family", "age": 6}, {"household": "single", "children": [{"age": 3, "gender": "male"}]},
            {"persons": 1_000}, {"persons": 1_000, "household": "group"}, {"age": 0}, {"age": 120},
            {"circumstances": ["newborn"] * 50}, {"dangerAreas": []}, {"exploitationForms": ["unknown", "labour"]})
LISTS = ("children", "exploitationForms", "circumstances", "circumstancesRuledOut", "dangerAreas", "prefers", "mustNot",
         "languages", "needs")
FLAGS = ("transgender", "turns18Within6Months", "wheelchair", "pet", "victimStatusUnclear", "foundByInspectorate",
         "courtAuthorisation", "onwardPlaceWanted")
CODES = ("gender", "household", "residence", "threat", "currentMunicipality", "currentProvince",
         "registeredMunicipality", "foundMunicipality", "housing", "urgency")
BROKEN_TEXTS = (
    b"", b" ", b"null", b"[]", b'"x"', b"7", b"{", b'{"age":24', b'{"age":24,}', b"{'age':24}", b"\xff\xfe", b"\0",
    b'{"age":1e400}', b'{"age":1' + b"0" * 400 + b"}", b'{"age":24.5}', b'{"age":0x18}', b'{"age":24,"age":25}',
    b'{"gender":"\\ud800"}', b"[" * 100_000, b'{"a":' * 50_000, b'{"children":' + b"[" * 40 + b"]" * 40 + b"}")
WRONG = (MARKER, 7, -1.5, True, [], {}, [MARKER], [None], [[]], {MARKER: 1}, 10**18, "0" * 300)


class Desk:
    """Sends what it should not."""

    def __init__(self, house, client):
        self.checks, self.client = house.checks, client

    def timed(self, body, path=SEARCH):
        start = time.monotonic()
        answer = self.client.send("POST", path, "coordinator", body=body, Content_Type="application/json")
        seconds = time.monotonic() - start
        self.checks.that(seconds < SECONDS, f"within a second, not {seconds:.2f} s: {str(body)[:80]}")
        return answer

    def refused(self, body, pointers=None, path=SEARCH):
        """400 as a problem that names each of the pointers, and nothing that was sent."""
        answer, what = self.timed(body, path), str(body)[:200]
        if not self.checks.same((answer.status, answer.type), (400, "application/problem+json"), what):
            return []
        told = answer.json()
        faults = told.get("errors", [])
        named = [fault.get("pointer") for fault in faults]
        if pointers is not None:
            self.checks.same(set(named), pointers, f"what is wrong in {what}")
        self.checks.that(all(fault["code"] and fault["detail"] for fault in faults), f"in words: {what}")
        said = json.dumps({**told, "errors": [{**fault, "pointer": ""} for fault in faults]})
        self.checks.that(MARKER not in said, f"nothing of {what} is in {said}")
        return named

    def answered(self, body, path=SEARCH):
        answer = self.timed(body, path)
        self.checks.same(answer.status, 200, str(body)[:200])
        return answer.json() if answer.status == 200 else None


def combinations(house):
    """Profiles that cannot be are refused with all faults at once; what is only odd is answered."""
    with house.serving(house.state()) as server:
        desk = Desk(house, server.client())
        for change, pointers in COMBINATIONS:
            body = PROFILE | change
            desk.refused(body, pointers)
            desk.refused({"profile": body, "serviceId": CRISIS}, {f"/profile{pointer}" for pointer in pointers},
                         "/v1/placements/_explain")
        for change in POSSIBLE:
            desk.answered(PROFILE | change)


def types(house):
    """Each key with everything that it is not."""
    with house.serving(house.state()) as server:
        desk = Desk(house, server.client())
        every = {"age", "persons", *LISTS, *FLAGS, *CODES}
        for key in sorted(every):
            for value in WRONG:
                fine = (key in LISTS and value == [] or key in FLAGS and value is True
                        or key in ("age", "persons") and value == 7 and value is not True)
                if fine or key == "turns18Within6Months" and value is True:
                    continue
                named = desk.refused(PROFILE | {key: value})
                house.checks.that(named and all(one == f"/{key}" or one.startswith(f"/{key}/") for one in named),
                                  f"{named} for {key} = {str(value)[:40]}")
        named = desk.refused({key: MARKER for key in every} | {"x" * 50: 1})
        house.checks.same(set(named), {f"/{key}" for key in every} | {"/" + "x" * 50}, "all keys at once")
        for key in ("age", "gender", "urgency", "threat"):
            desk.refused({name: value for name, value in PROFILE.items() if name != key}, {f"/{key}"})
        desk.refused({}, {"/age", "/gender", "/urgency", "/threat"})


def garbage(house):
    """Much, deep, long and broken: told at once, and the program goes on."""
    with house.serving(house.state()) as server:
        hall = Hall(house, server.client())
        desk, rng = Desk(house, server.client()), random.Random(SEED)
        for text in BROKEN_TEXTS:
            desk.refused(text)
        whole = json.dumps(PROFILE).encode()
        for cut in range(0, len(whole), 7):
            desk.refused(whole[:cut])
        big = json.dumps(PROFILE | {"circumstances": [MARKER] * 80_000}).encode()
        house.checks.same((len(big) > 1 << 20, desk.timed(big).status), (True, 413), "more than 1 MiB")
        for many in ({"circumstances": [MARKER] * 65_000}, {"needs": ["x"] * 150_000}, {"prefers": ["-"] * 150_000},
                     {"dangerAreas": [7] * 200_000}, {"children": [{}] * 100_000},
                     {str(number): 0 for number in range(70_000)}):
            house.checks.same(len(desk.refused(PROFILE | many)), 100, f"a hundred faults are told of {str(many)[:40]}")
        told = desk.timed(PROFILE | {"circumstances": [MARKER] * 65_000}).json()
        house.checks.that("65000 dingen" in told["detail"], f"and that there are more: {told['detail']}")
        desk.refused(PROFILE | {MARKER * 1_000 + str(number): number for number in range(70)})
        # Much that is right is answered, and the same as little.
        some = {"dangerAreas": ["NL-OV", "GM0193"], "prefers": ["open", "NL-FR"], "circumstances": ["newborn"]}
        plain = desk.answered(PROFILE | some)
        much = desk.answered(PROFILE | {key: values * 20_000 for key, values in some.items()})
        same = [[one["serviceId"] for one in placed(answer)] for answer in (plain, much)]
        house.checks.that(same[0] == same[1], "the same thing said many times")
        wishes = [*hall.country.services, *hall.people.provinces] * 20
        long = PROFILE | {"threat": "orange", "prefers": wishes, "mustNot": wishes[:4_000],
                          "dangerAreas": hall.people.towns * 100}
        desk.answered(long)
        desk.answered(PROFILE | {"household": "family", "children": [{"age": 5, "gender": "male"}] * 20_000})
        desk.answered({"profile": long, "serviceId": max(hall.country.services)}, "/v1/placements/_explain")
        for _ in range(200):
            broken = bytearray(json.dumps(hall.people.one()).encode())
            for _ in range(rng.randint(1, 4)):
                broken[rng.randrange(len(broken))] = rng.randrange(256)
            answer = desk.timed(bytes(broken))
            house.checks.that(answer.status in (200, 400), f"{answer.status} for {bytes(broken)}")
        for query in ("detail=all", "limit=0", "limit=101", "limit=x", "scarcity=on", "age=24",
                      "detail=top&detail=full"):
            house.checks.same(desk.timed(PROFILE, f"{SEARCH}?{query}").status, 400, query)
        house.checks.that(server.process.poll() is None, "the program runs on")


def secrecy(house):
    """Of what was asked nothing is in the log, in a file or in what the program says at its end."""
    state = house.state()
    with house.serving(state) as server:
        client = server.client()
        hall, desk = Hall(house, client), Desk(house, client)
        words = [code for code in hall.people.codes["contraIndication"] if "_" in code]
        for _ in range(40):
            profile = hall.people.one() | {"circumstances": words, "circumstancesRuledOut": [], "languages": ["xq"]}
            hall.search(profile)
            desk.answered({"profile": profile, "serviceId": max(hall.country.services)}, "/v1/placements/_explain")
            desk.refused(profile | {"age": MARKER, MARKER: [MARKER], "circumstances": [MARKER]})
            desk.answered({"people": [profile, PROFILE]}, "/v1/placements/_assign")
            desk.refused({"people": [profile, {MARKER: MARKER}], MARKER: 1}, path="/v1/placements/_assign")
            desk.timed(json.dumps(profile).encode()[:-1] + MARKER.encode())
        for path in (SEARCH, "/v1/placements/_explain", "/v1/placements/_assign"):
            for method in ("GET", "PUT", "DELETE"):
                client.send(method, path, "coordinator", body=PROFILE | {"languages": ["xq"]})
            client.send("POST", path, "policy", body=PROFILE | {MARKER: MARKER})
            client.send("POST", path, None, body=PROFILE | {MARKER: MARKER})
        reference = hold(client, CRISIS).json()["reference"]
        step(client, reference, "closures", {"outcome": "withdrawn"}, "coordinator")
        time.sleep(0.2)
        server.stop()
    said = {"the log": Path(server.log.name).read_bytes(), "what it said": "\n".join(server.said).encode()}
    said |= {f"the file {path.name}": path.read_bytes() for path in sorted(Path(state).rglob("*")) if path.is_file()}
    house.checks.that(len(said) > 3, f"files to look at: {sorted(said)}")
    for name, text in said.items():
        found = [word for word in (MARKER, "xq\"", *words) if word.lower().encode() in text.lower()]
        house.checks.same(found, [], f"of what was asked in {name}")


PARTS = [("combinations", combinations), ("types", types), ("garbage", garbage), ("secrecy", secrecy)]
