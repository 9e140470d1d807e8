"""`opvangkaart match --as-of`: the answer of then, to the byte, and what changed since."""

import json
import random
import re
import shutil
import time
from datetime import datetime, timezone
from pathlib import Path

from ledger_house import contents, written
from ledger_talk import CRISIS, OTHER_PLACE, PROFILE, WOMEN, capacity, hold, put, step, together

SEED = 5_2026
SEARCH = "/v1/placements/_search"
PROFILES = (PROFILE, {"age": 24, "gender": "female", "household": "single", "exploitationForms": ["sexual"],
                      "threat": "orange", "dangerAreas": ["NL-OV"], "urgency": "now"},
            {"age": 15, "gender": "male", "urgency": "days", "threat": "red"})


class Desk:
    """Asks a server and keeps its answers; asks the command for the same again."""

    def __init__(self, house, state):
        self.house, self.checks, self.state, self.answers = house, house.checks, state, []
        self.files = []
        for number, profile in enumerate(PROFILES):
            path = house.scratch / f"profile-{number}.json"
            path.write_text(json.dumps(profile))
            self.files.append(path)

    def search(self, client, number=0, query=""):
        answer = client.send("POST", SEARCH + query, "coordinator", body=PROFILES[number])
        self.checks.same(answer.status, 200, "a search")
        if not query:
            self.answers.append((number, answer.body))
        return answer.body

    def match(self, number, *words, data=None, state=None):
        return self.house.run("match", self.files[number], "--data", data or self.house.data, *words,
                              state=state or self.state)

    def again(self, number, moment, *words, **rest):
        """What the command says of a moment, as JSON, and as the bytes that it wrote."""
        done = self.match(number, "--json", "--as-of", moment, *words, **rest)
        self.checks.same((done.returncode, done.stderr), (0, ""), f"--as-of {moment} {words}")
        return (json.loads(done.stdout) if done.returncode == 0 else {}), done.stdout.encode()

    def repeated(self, what):
        """Every answer that was kept, by its own moment and data."""
        for number, body in self.answers:
            answer = json.loads(body)
            moment, version = answer["searchedAt"], answer["dataVersion"]
            _, found = self.again(number, moment, "--data-version", version)
            self.checks.that(found.startswith(body.rstrip(b"\n")[:-1] + b',"asOf":"'), f"{what}: {moment} {version}")


def change(tree, service):
    return next((one for one in tree.get("changes", []) if one["serviceId"] == service), {})


def settle():
    """Lets the clock go on: what was written before a moment is on the disk at it."""
    time.sleep(0.05)


def asof(house):
    """Answers of a server that changes, is stopped, killed and started: each is repeated, also beside it."""
    desk = Desk(house, house.state())
    rng, moments = random.Random(SEED), []
    for run in range(3):
        server = house.start(desk.state)
        client = server.client()
        for _ in range(3):
            settle()
            body = desk.search(client, rng.randrange(len(PROFILES)))
            moments.append((desk.answers[-1][0], body))
            settle()
            put(client, CRISIS, rng.randrange(8), 8, paused=rng.random() < 0.3)
            put(client, OTHER_PLACE, rng.randrange(1, 6), 8)
            reference = hold(client, OTHER_PLACE).json().get("reference")
            desk.search(client, rng.randrange(len(PROFILES)))
            if reference and rng.random() < 0.7:
                outcome = {"outcome": rng.choice(("withdrawn", "placed"))}
                step(client, reference, "closures", outcome, "coordinator")
        crowd(desk, client)
        before = contents(desk.state)
        for number, body in moments:
            moment = json.loads(body)["searchedAt"]
            found = desk.again(number, moment)[1]
            house.checks.that(found.startswith(body.rstrip(b"\n")[:-1]), f"run {run}: the answer of {moment} by its time")
        if run == 0:
            alone(desk, client)
        house.checks.same(sorted(contents(desk.state)), sorted(before), "the command makes no file")
        _ = server.kill() if run == 1 else server.stop()
    still = contents(desk.state)
    desk.repeated("with no server")
    house.checks.same(contents(desk.state), still, "the command leaves the state as it is")
    house.checks.same(house.run("journal", "compact", state=desk.state).returncode, 0, "journal compact")
    desk.repeated("after journal compact")
    numbers = {json.loads(body)["dataVersion"] for _, body in desk.answers}
    print(f"        {len(desk.answers)} answers, {len(numbers)} states of the data", flush=True)


def crowd(desk, client):
    """Searches beside writes: the moment alone may not tell which were there, the version does."""
    address = "http://" + client.address
    clients = [type(client)(address) for _ in range(4)]

    def write(own):
        for free in range(12):
            put(own, WOMEN, free % 4, 4)

    def read(own):
        return [own.send("POST", SEARCH, "coordinator", body=PROFILES[0]).body for _ in range(4)]

    found = together([lambda own=own: write(own) for own in clients[:2]] + [lambda own=own: read(own) for own in clients[2:]])
    for bodies in found[2:]:
        if isinstance(bodies, list):
            desk.answers += [(0, body) for body in bodies]
        else:
            desk.checks.that(False, f"a crowd of searches: {bodies!r}")


def alone(desk, client):
    """The command of now beside a server says what the server says."""
    done = desk.match(1, "--json")
    mine, theirs = json.loads(done.stdout), json.loads(desk.search(client, 1))
    for tree in (mine, theirs):
        tree.pop("searchedAt")
    desk.checks.same(mine["dataVersion"], theirs["dataVersion"], "the data of match beside a server")
    desk.checks.that(mine == theirs, "match beside a server answers as the server does")


def changes(house):
    """What came, went, moved, was held: with the counts of then and now, in JSON and in words."""
    desk = Desk(house, house.state())
    with house.serving(desk.state) as server:
        client = server.client()
        settle()
        first = json.loads(desk.search(client, 1))
        placed = [one for section in first["sections"] for one in section["placements"]]
        fits = [one["serviceId"] for one in first["sections"][0]["placements"]]
        put(client, fits[3], 4, 8, paused=True)
        settle()
        then = json.loads(desk.search(client, 1))
        settle()
        tree, _ = desk.again(1, then["searchedAt"])
        house.checks.same(tree.get("changes"), [], "nothing changed yet")
        done = desk.match(1, "--as-of", then["searchedAt"])
        house.checks.that("Er veranderde niets in dit antwoord" in done.stdout, "and in words")
        put(client, fits[0], 0, 8)
        put(client, fits[1], 2, 8, paused=True)
        put(client, fits[3], 4, 8)
        reference = hold(client, fits[2]).json()["reference"]
        step(client, reference, "closures", {"outcome": "withdrawn"}, "coordinator")
        settle()
        now = json.loads(desk.search(client, 1))
        tree, raw = desk.again(1, then["searchedAt"])
        house.checks.same({key: tree[key] for key in then}, then, "the answer of then stays what it was")
        house.checks.same(tree["asOf"], then["searchedAt"], "asOf")
        house.checks.same(tree["notices"], [], "nothing to notice")
        kinds = {service: change(tree, service).get("change") for service in fits[:4]}
        house.checks.same(kinds, {fits[0]: "section", fits[1]: "went", fits[2]: "holds", fits[3]: "came"}, "what changed")
        compare(house, tree, then, now)
        moved = change(tree, fits[0])
        house.checks.same((moved["then"]["section"], moved["now"]["count"]["free"]), ("fits_now", 0), "a place that is full")
        house.checks.that(moved["now"]["count"]["confirmedAt"] > moved["then"]["count"]["confirmedAt"], "when it was said")
        steps = [one["kind"] for one in change(tree, fits[2])["holds"]]
        house.checks.same(steps, ["hold_opened", "hold_withdrawn"], "holds in between")
        told = desk.match(1, "--as-of", then["searchedAt"]).stdout
        for words in ("met de stand van toen.", "Past nu, en toen niet (1)", "Paste toen, en nu niet (1)",
                      "Andere groep (1)", "Tussendoor vastgehouden (1)", f"{placed[0]['organizationName']}, "):
            house.checks.that(words in told, f"{words!r} is in what people read")
        house.checks.that(reference not in told and reference.encode() not in raw, "no reference of a hold")


def compare(house, tree, then, now):
    """The changes are those that anybody finds who lays the two answers beside each other."""
    def placed(answer):
        return {one["serviceId"]: (section["section"], one["rank"], count(one["capacity"]))
                for section in answer["sections"] for one in section["placements"]}

    def count(part):
        return tuple(part.get(key) for key in ("total", "free", "held", "confirmedAt", "expectedFreeOn", "freshness"))

    old, new = placed(then), placed(now)
    wanted = {service for service in old | new if old.get(service) != new.get(service)}
    held = {one["serviceId"] for one in tree["changes"] if one["change"] == "holds"}
    house.checks.same({one["serviceId"] for one in tree["changes"]} - held, wanted - held, "which places changed")
    for one in tree["changes"]:
        for side, answer in (("then", old), ("now", new)):
            found = one[side] and one[side]["section"] and (one[side]["section"], one[side]["rank"])
            house.checks.same(found, answer.get(one["serviceId"], (None, None))[:2] if one["serviceId"] in answer else None,
                              f"{side} of {one['serviceId']}")


def refusals(house):
    """Times that are none, a past that nobody wrote, other files, damage: each is told, in one line."""
    desk = Desk(house, house.state())
    with house.serving(desk.state) as server:
        client = server.client()
        settle()
        answer = json.loads(desk.search(client))
        put(client, CRISIS, 3, 8)
    moment = answer["searchedAt"]
    usage = (["--as-of", "gisteren"], ["--as-of", "2026-11-20"], ["--as-of", "2199-01-01T00:00"], ["--as-of", ""],
             ["--as-of", "2026-03-29T02:30"], ["--as-of", "2025-10-26T02:30"], ["--data-version", answer["dataVersion"]],
             ["--as-of", moment, "--data-version", "x"], ["--as-of", moment, "--as-of", moment], ["--as-of"])
    for words in usage:
        refused(house, desk.match(0, *words), 2, words)
    for words in (["--as-of", "2001-01-01T00:00"], ["--as-of", moment, "--data-version", "0" * 16]):
        refused(house, desk.match(0, *words), 1, words)
    refused(house, desk.match(0, "--as-of", moment, state=house.state()), 1, "no journal")
    local = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(0))
    refused(house, desk.match(0, "--as-of", local), 1, "a local time long ago")
    folder = house.scratch / "other-data"
    shutil.copytree(house.data, folder)
    (folder / "figures.json").write_bytes((folder / "figures.json").read_bytes() + b"\n")
    tree, _ = desk.again(0, moment, data=folder)
    house.checks.same(len(tree["notices"]), 1, "other files are told")
    house.checks.that(tree["dataVersion"] != answer["dataVersion"], "and are other data")
    house.checks.same(tree["sections"], answer["sections"], "with the counts of then")
    path = desk.state / "journal.jsonl"
    whole = written(path)
    middle = whole.index(b"\n") // 2
    path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1:])
    refused(house, desk.match(0, "--as-of", moment), 1, "a damaged journal", "journal.jsonl:1: ")
    path.write_bytes(whole[:-20])
    desk.repeated("with a torn tail")


def refused(house, done, status, what, told=""):
    house.checks.same((done.returncode, done.stdout), (status, ""), f"{what}: {done.stderr}")
    house.checks.same(len(done.stderr.splitlines()), 1, f"one line for {what}: {done.stderr}")
    house.checks.that(told in done.stderr, f"{told!r} for {what}: {done.stderr}")


def starts(house):
    """A start writes what it began with, once; production has no examples; reading only writes nothing."""
    state = house.state()
    with house.serving(state) as server:
        told = server.client().get("/v1/audit-events?eventType=service_started", "admin").json()["contents"]
        house.checks.same([[one["field"] for one in event["changes"]] for event in told],
                          [["registry", "loadedAt", "examples"]], "the audit tells of the start")
    house.issue(state, "admin", "beheer")
    with house.serving(state, "--production"):
        pass
    lines = [json.loads(line) for line in written(state / "journal.jsonl").splitlines()]
    begun = [line["note"] for line in lines if line["kind"] == "service_started"]
    house.checks.same([note["examples"] for note in begun], [True, False], "one record for each start")
    house.checks.that(all(re.fullmatch("[0-9a-f]{64}", note["registry"]) for note in begun), "the files it has read")
    desk = Desk(house, state)
    with house.serving(state, "--production") as server:
        house.checks.same(server.client().get(capacity(CRISIS), "admin").status, 401, "no demonstration key")
    settle()
    moment = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
    done = desk.match(0, "--json", "--as-of", moment)
    tree = json.loads(done.stdout) if done.returncode == 0 else {}
    house.checks.that(tree and "(voorbeeld)" not in json.dumps(tree["sections"], ensure_ascii=False), "no examples then")
    path = Path(state) / "journal.jsonl"
    whole = written(path)
    path.write_bytes(whole[:40] + bytes([whole[40] ^ 1]) + whole[41:])
    before = contents(state)
    with house.serving(state, "--accept-damage"):
        pass
    house.checks.same(contents(state), before, "a start that only reads writes nothing")


PARTS = [("as of", asof), ("as of: changes", changes), ("as of: refusals", refusals), ("as of: starts", starts)]


def check(house):
    """All parts, for whoever has a house."""
    for name, part in PARTS:
        with house.checks.part(name):
            part(house)
