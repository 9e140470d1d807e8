"""What a search answers, beside a reading of the documents that shares nothing with the program."""

import json
import random
import time
from collections import Counter
from copy import copy

from ledger_talk import capacity
from matcher_oracle import KEYS, SECTIONS, Country, Reading
from matcher_people import People
from matcher_registry import other_registry

SEED = 5_2026
SEARCH = "/v1/placements/_search"
PEOPLE = 500


class Hall:
    """A server with what is needed to judge its answers."""

    def __init__(self, house, client, seed=SEED):
        self.checks, self.client = house.checks, client
        self.country = Country(house.data)
        self.rng = random.Random(seed)
        self.people = People(self.country, house.data, self.rng)
        self.look()

    def look(self):
        """Takes the counts as they stand now."""
        names = [name for name, service in self.country.services.items() if "shelterKind" in service]
        self.counts = {name: self.client.get(capacity(name), "coordinator").json() for name in names}

    def search(self, profile, query="", role="coordinator"):
        answer = self.client.send("POST", SEARCH + query, role, body=profile)
        self.checks.same(answer.status, 200, f"a search {query} for {profile}")
        return answer.json()

    def judged(self, profile):
        """An answer, and what it should be; asked again when a second decides that nobody sees."""
        for _ in range(4):
            answer = self.search(profile)
            reading = Reading(self.country, profile, self.counts, answer["searchedAt"])
            verdicts = reading.verdicts()
            if not reading.close:
                break
            time.sleep(0.3)
        return answer, verdicts, reading


def placed(answer):
    return [one for section in answer["sections"] for one in section["placements"]]


def starting_counts(house, hall):
    """Nobody has told anything yet: the counts are those of the files."""
    for name, count in hall.counts.items():
        stated = hall.country.services[name].get("capacity", {})
        wanted = (stated.get("total"), stated.get("free"), 0, stated.get("unit", "bed"))
        hall.checks.same((count["total"], count["free"], count["held"], count["unit"]), wanted, f"the count of {name}")


def oracle(house):
    """Hard filter, sections, conditions and order of random people, by the documents."""
    with house.serving(house.state()) as server:
        hall = Hall(house, server.client())
        starting_counts(house, hall)
        seen = read_all(hall)
        house.checks.same([section for section in SECTIONS if not seen[section]], [], "sections never reached")
        house.checks.same(sum(1 for code in seen if code not in SECTIONS), 19, f"kinds of reasons: {dict(seen)}")


def read_all(hall):
    """Judges the answers to so many people; what was in them."""
    seen = Counter()
    for number in range(PEOPLE):
        profile = hall.people.one()
        answer, verdicts, reading = hall.judged(profile)
        compare(hall, f"person {number}", profile, answer, verdicts, reading)
        seen.update(code.split(":")[0] for one in answer["excluded"] for code in codes(one))
        seen.update(section["section"] for section in answer["sections"])
    return seen


def edges(house):
    """The same with a registry that has an edge wherever there can be one."""
    data = other_registry(house.data, house.scratch / "edges", random.Random(SEED))
    other = copy(house)
    other.data = str(data)
    with other.serving(house.state()) as server:
        read_all(Hall(other, server.client(), SEED + 9))


def codes(excluded):
    return [reason["code"] for reason in excluded["reasons"]]


def compare(hall, name, profile, answer, verdicts, reading):
    checks = hall.checks
    told = {one["serviceId"]: set(codes(one)) for one in answer["excluded"]}
    wanted = {service: verdict.exclusions for service, verdict in verdicts.items() if not verdict.section}
    checks.that(told == wanted, f"{name} {json.dumps(profile)}: excluded {different(told, wanted)}")
    stands = {one["serviceId"]: (section["section"], {condition["code"] for condition in one["conditions"]})
              for section in answer["sections"] for one in section["placements"]}
    meant = {service: (verdict.section, verdict.conditions) for service, verdict in verdicts.items() if verdict.section}
    checks.that(stands == meant, f"{name} {json.dumps(profile)}: placed {different(stands, meant)}")
    if not reading.close:
        order, wanted = [one["serviceId"] for one in placed(answer)], reading.order(verdicts)
        checks.that(order == wanted, f"{name} {json.dumps(profile)}: order {first_out(order, wanted, verdicts)}")
    checks.same([one["rank"] for one in placed(answer)], list(range(1, len(stands) + 1)), f"{name}: ranks")
    checks.that(all(one["reasons"] for one in answer["excluded"]), f"{name}: every no has a reason")
    questions(hall, name, profile, answer)
    banners(checks, name, profile, answer)


def questions(hall, name, profile, answer):
    """What would matter and was neither said nor ruled out is asked."""
    settled = {*(profile.get("circumstances") or []), *(profile.get("circumstancesRuledOut") or [])}
    for one in placed(answer):
        stated = hall.country.services[one["serviceId"]].get("contraIndications", [])
        left = {item["code"] for item in stated if item["hardness"] != "none"} - settled
        told = {item["code"] for item in one["ask"] if item["code"].startswith("contra_indication:")}
        hall.checks.same(told, {f"contra_indication:{code}" for code in left}, f"{name}: asked of {one['serviceId']}")


def banners(checks, name, profile, answer):
    known = set(profile.get("circumstances") or [])
    wanted = {"danger": profile["threat"] == "red", "minor": profile["age"] < 18,
              "mental_health_crisis": bool(known & {"acute_psychiatric", "acute_suicidality"}),
              "unaccompanied_minor": profile.get("residence") == "unaccompanied_minor"}
    told = [one["code"] for one in answer["banners"]]
    checks.same(sorted(told), sorted(code for code, holds in wanted.items() if holds), f"{name}: banners")


def different(told, wanted):
    """A few that differ, with both sides."""
    names = [name for name in sorted(told.keys() | wanted.keys()) if told.get(name) != wanted.get(name)]
    return [(name, told.get(name), "instead of", wanted.get(name)) for name in names[:4]]


def first_out(order, wanted, verdicts):
    for one, other in zip(order, wanted):
        if one != other:
            return [(name, verdicts[name].section, dict(zip(KEYS, verdicts[name].keys or ()))) for name in (one, other)]
    return len(order), len(wanted)


PARTS = [("oracle", oracle), ("oracle: edges", edges)]
