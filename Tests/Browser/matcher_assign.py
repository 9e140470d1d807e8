"""Joint placement from outside: every answer is compared with the searches of its people, and small ones with all ways."""

import json
import random
import time
from collections import Counter
from itertools import combinations

SECTIONS = {"fits_now", "in_consultation", "bridging", "omp_reserve"}
PATH, SEARCH = "/v1/placements/_assign", "/v1/placements/_search"
FORBIDDEN = ("ongemotiveerd", "weigert", "illegaal", "zorgmijder", "probleemgeval")
PLAIN = {"age": 24, "gender": "female", "urgency": "now", "threat": "green"}


def need(profile, unit):
    """How many places of a unit somebody takes (contract section 4)."""
    household, children = profile.get("household"), len(profile.get("children") or [])
    derived = {None: 1, "single": 1, "couple": 2, "with_children": 1 + children, "family": 2 + children, "group": 3}
    persons = profile.get("persons") or derived[household]
    return persons if unit == "bed" or household == "group" else 1


class Places:
    """What the searches say of who could go where."""

    def __init__(self, client):
        self.client, self.known, self.units = client, {}, {}

    def unit(self, service):
        if service not in self.units:
            self.units[service] = self.client.get(f"/v1/services/{service}/capacity", "admin").json()["unit"]
        return self.units[service]

    def of(self, profile):
        """Service: rank, section, free and places needed, for every place that counts."""
        key = json.dumps(profile, sort_keys=True)
        if key not in self.known:
            sections = self.client.send("POST", SEARCH, "coordinator", body=profile).json()["sections"]
            self.known[key] = {
                one["serviceId"]: (one["rank"], section["section"], one["capacity"]["free"],
                                   need(profile, self.unit(one["serviceId"])))
                for section in sections if section["section"] in SECTIONS for one in section["placements"]
                if one["capacity"].get("free") and one["capacity"]["freshness"] in ("fresh", "ageing")}
            self.known[key] = {service: one for service, one in self.known[key].items() if one[3] <= one[2]}
        return self.known[key]


def person(rng):
    """Somebody made up."""
    profile = {"age": rng.choice([15, 17, 19, 24, 36, 52, 70]), "gender": rng.choice(["female", "male", "non_binary"]),
               "urgency": rng.choice(["now", "days"]), "threat": rng.choice(["green", "orange", "red"])}
    if rng.random() < 0.5:
        profile["dangerAreas"] = [rng.choice(["NL-OV", "NL-NB", "NL-ZH"])]
    if rng.random() < 0.3:
        profile["household"] = "with_children"
        profile["children"] = [{"age": rng.randint(0, 16), "gender": "male"} for _ in range(rng.randint(1, 3))]
    elif rng.random() < 0.2:
        profile["household"] = rng.choice(["couple", "family", "group"])
    if rng.random() < 0.2:
        profile["circumstances"] = ["active_addiction"]
    return profile


def parties(count, together):
    """Who goes with whom, chains followed."""
    leader = list(range(count))
    for group in together:
        for one, other in combinations(group, 2):
            low, high = sorted((leader[one], leader[other]))
            leader = [low if each == high else each for each in leader]
    return [[each for each in range(count) if leader[each] == first] for first in sorted(set(leader))]


def best(own, groups, apart):
    """The most people and then the least sum of ranks, by trying everything that could matter."""
    free = {service: one[2] for places in own for service, one in places.items()}
    options = []
    for members in groups:
        common = set.intersection(*(set(own[each]) for each in members))
        found = sorted((sum(own[each][service][0] for each in members), service,
                        sum(own[each][service][3] for each in members)) for service in common)
        # The others are in fewer services than there are groups, so one of the best so many is empty.
        options.append([one for one in found if one[2] <= free[one[1]]][:len(groups)])
    result, at = [(0, 0)], {}

    def go(index, placed, cost):
        if index == len(groups):
            result[0] = max(result[0], (placed, -cost))
            return
        for cost_here, service, places in options[index]:
            foes = {other for pair in apart for other in pair if set(pair) & set(groups[index])} - set(groups[index])
            if free[service] < places or any(at.get(foe) == service for foe in foes):
                continue
            free[service] -= places
            at.update({each: service for each in groups[index]})
            go(index + 1, placed + len(groups[index]), cost + cost_here)
            free[service] += places
            for each in groups[index]:
                del at[each]
        go(index + 1, placed, cost)

    go(0, 0, 0)
    return result[0][0], -result[0][1]


def promises(checks, answer, people, own, together, apart, what):
    """What holds for every answer; gives the people placed and the sum of their ranks."""
    at = {one["person"]: one for one in answer["assignments"]}
    left = {one["person"]: one for one in answer["unplaced"]}
    checks.same(sorted([*at, *left]), list(range(len(people))), f"{what}: everybody once")
    checks.same(answer["placed"], len(at), f"{what}: their number")
    taken = Counter()
    for each, one in at.items():
        place = own[each].get(one["serviceId"])
        if checks.that(place, f"{what}: {each} could go to {one['serviceId']}"):
            checks.same((one["rank"], one["section"]), place[:2], f"{what}: rank and section of {each}")
            taken[one["serviceId"]] += place[3]
    free = {service: one[2] for places in own for service, one in places.items()}
    for service, number in taken.items():
        checks.that(number <= free.get(service, 0), f"{what}: {number} of {free.get(service)} in {service}")
    where = {each: one["serviceId"] for each, one in at.items()}
    for group in together:
        checks.same(len({where.get(each) for each in group}), 1, f"{what}: {group} together")
    for group in apart:
        for one, other in combinations(group, 2):
            checks.that(one not in where or where[one] != where.get(other), f"{what}: {one} and {other} apart")
    for one in left.values():
        checks.that(one["reasons"] and all(reason["code"] and reason["text"].endswith(".") for reason in one["reasons"]),
                    f"{what}: a reason for {one['person']}")
        text = " ".join(reason["text"] for reason in one["reasons"]).lower()
        checks.that(not any(word in text for word in FORBIDDEN), f"{what}: the words of {text}")
    return len(at), sum(one["rank"] for one in at.values())


def assign(checks, client, body, what):
    start = time.monotonic()
    answer = client.send("POST", PATH, "coordinator", body=body)
    took = time.monotonic() - start
    checks.same(answer.status, 200, f"{what}: {answer.body[:200]!r}")
    checks.that(took < 4, f"{what}: an answer in {took:.2f} s")
    return answer.json()


def groups(checks, client):
    """Small groups against all ways, and large ones against what is promised."""
    places, rng = Places(client), random.Random(5)
    for round_ in range(40):
        people = [person(rng) for _ in range(rng.randint(1, 4))]
        if rng.random() < 0.5:
            people += [people[0]] * rng.randint(1, 2)
        count = len(people)
        together = [rng.sample(range(count), 2)] if count > 2 and rng.random() < 0.6 else []
        apart = [rng.sample(range(count), 2)] if count > 2 and rng.random() < 0.6 else []
        apart = [pair for pair in apart if set(pair) != set((together or [[]])[0])]
        own = [places.of(each) for each in people]
        answer = assign(checks, client, {"people": people, "together": together, "apart": apart}, f"group {round_}")
        value = promises(checks, answer, people, own, together, apart, f"group {round_}")
        checks.that(answer["optimal"], f"group {round_}: proven")
        checks.same(value, best(own, parties(count, together), apart), f"group {round_}: people and ranks")
    for count in (40, 100):
        people = [person(rng) for _ in range(count)]
        together, apart = [[0, 1], [1, 2], [5, 6]], [[0, 9], [10, 11, 12]]
        body = {"people": people, "together": together, "apart": apart}
        own = [places.of(each) for each in people]
        answer = assign(checks, client, body, f"{count} people")
        promises(checks, answer, people, own, together, apart, f"{count} people")
        again = assign(checks, client, body, f"{count} people again")
        for one in (answer, again):
            one.pop("searchedAt")
        checks.same(answer, again, f"{count} people: the same question, the same answer")


def refusals(checks, client):
    """Every fault with its place, never a value, never a long wait."""
    two = [PLAIN, PLAIN]
    for body, pointers in (
            ([], [""]), ({}, ["/people"]), ({"people": []}, ["/people"]), ({"people": [PLAIN] * 101}, ["/people"]),
            ({"people": [PLAIN] * 10_000}, ["/people"]), ({"people": two, "naam": "Anna"}, ["/naam"]),
            ({"people": [PLAIN, {**PLAIN, "age": 918_273}], "together": [[0, 2]], "apart": [[1]]},
             ["/apart/0", "/people/1/age", "/together/0/1"]),
            ({"people": two, "together": [[0, 1]], "apart": [[1, 0]]}, ["/apart/0"]),
            ({"people": [PLAIN] * 4, "together": [[0, 1], [1, 2], [2, 3]], "apart": [[3, 0]]}, ["/apart/0"]),
            ({"people": two, "apart": [[0, 0]]}, ["/apart/0/1"]), ({"people": two, "together": [0, 1]},
                                                                 ["/together/0", "/together/1"]),
            ({"people": [{**PLAIN, "age": 30, "residence": "unaccompanied_minor"}]}, ["/people/0/residence"]),
            ({"people": [{**PLAIN, "household": "single", "persons": 10_000}]}, ["/people/0/persons"])):
        start = time.monotonic()
        answer = client.send("POST", PATH, "coordinator", body=body)
        what = json.dumps(body)[:80]
        if checks.same(answer.status, 400, what):
            checks.same(sorted(one.get("pointer") for one in answer.json()["errors"]), pointers, what)
        checks.that(b"918273" not in answer.body and b"Anna" not in answer.body, f"{what}: no value comes back")
        checks.that(time.monotonic() - start < 1, f"{what}: at once")
    for role, status in (("shelter", 403), ("policy", 403), (None, 401), ("comensha", 200), ("admin", 200)):
        checks.same(client.send("POST", PATH, role, body={"people": two}).status, status, f"{role} places two people")
    checks.same(client.send("GET", PATH, "coordinator").status, 405, "only POST")


def command(house, state, client):
    """The same on the command line, beside a server that runs."""
    body = {"people": [PLAIN, {**PLAIN, "gender": "male"}, PLAIN], "together": [[0, 2]], "apart": [[0, 1]]}
    file = house.scratch / "groep.json"
    file.write_text(json.dumps(body))
    done = house.run("match", "--group", file, "--data", house.data, "--json", state=state)
    house.checks.same(done.returncode, 0, f"match --group: {done.stderr}")
    said, heard = json.loads(done.stdout), client.send("POST", PATH, "coordinator", body=body).json()
    house.checks.same(said["placed"], heard["placed"], "match --group places as many as the API")
    file.write_text(json.dumps({"people": [{**PLAIN, "age": 918}], "apart": [[0, 7]]}))
    done = house.run("match", "--group", file, "--data", house.data, state=state)
    house.checks.same(done.returncode, 1, "a fault in the file")
    for part in ("#/people/0/age", "918", "#/apart/0/1"):
        house.checks.that(part in done.stderr, f"{part} is named: {done.stderr}")


def check(house):
    """All of it, with one server."""
    with house.serving(state := house.state()) as server:
        client = server.client()
        groups(house.checks, client)
        refusals(house.checks, client)
        command(house, state, client)


PARTS = [("assign", check)]
