"""Two registries that differ only in where inside its province a secret place is: nobody can tell them apart."""

import json
import random
import re
import shutil
from pathlib import Path

from matcher_oracle import Country
from matcher_people import People

SEED, PROFILES = 61, 40


def moved(house, name, town_of):
    """A copy of the data in which each secret place names one town of its province as unsafe."""
    folder = house.scratch / name
    shutil.copytree(house.data, folder)
    places = []
    for path in sorted((folder / "provinces").glob("NL-*.json")):
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        for organization in document["organizations"]:
            for service in organization["services"]:
                if service.get("securityLevel") == "secret":
                    service["unsafeForAreas"] = [town_of(service["province"])]
                    places.append(service["id"])
        path.write_text(json.dumps(document, ensure_ascii=False))
    return folder, places


def stripped(answer):
    """The answer without what is another in another process: its moment and the hash of its journal."""
    text = answer.body.decode()
    return re.sub(r'"(searchedAt|dataVersion|confirmedAt|instance)":"[^"]*"', "", text)


def secret_places(house):
    country = Country(house.data)
    rng = random.Random(SEED)
    towns = {}
    for town, province in sorted(country.province_of.items()):
        towns.setdefault(province, []).append(town)
    pairs = {province: rng.sample(list_of, 2) for province, list_of in towns.items()}
    one, places = moved(house, "here", lambda province: pairs[province][0])
    other, _ = moved(house, "there", lambda province: pairs[province][1])
    house.checks.that(len(places) >= 5, f"{len(places)} secret places in the data")
    people = People(country, house.data, rng)
    profiles = [person_near(people, rng, [town for pair in pairs.values() for town in pair]) for _ in range(PROFILES)]

    commands(house, one, other, profiles[:6])
    data = house.data
    try:
        house.data = str(one)
        here = house.start(house.state())
        house.data = str(other)
        there = house.start(house.state())
    finally:
        house.data = data
    for profile in profiles:
        secret = rng.choice(places)
        questions = [("_search", profile), ("_search?detail=top&scarcity=ranked", profile),
                     ("_explain", {"profile": profile, "serviceId": secret}), ("_assign", {"people": [profile] * 2})]
        for path, body in questions:
            answers = [server.client().send("POST", f"/v1/placements/{path}", "coordinator", body)
                       for server in (here, there)]
            house.checks.same([answer.status for answer in answers], [200, 200], f"{path} {json.dumps(body)[:200]}")
            house.checks.that(stripped(answers[0]) == stripped(answers[1]),
                              f"the same answer to {path} {json.dumps(body)[:300]}")


def person_near(people, rng, towns):
    """Somebody with danger in towns that might tell."""
    return people.one() | {"dangerAreas": rng.sample(towns, 3), "threat": rng.choice(("orange", "red"))}


def commands(house, one, other, profiles):
    """Without a server nothing happened yet: then even dataVersion must be the same."""
    versions = set()
    for number, profile in enumerate(profiles):
        path = house.scratch / f"profile-{number}.json"
        path.write_text(json.dumps(profile))
        for data in (one, other):
            done = house.run("match", path, "--json", "--data", data, state=house.scratch / "none")
            house.checks.same(done.returncode, 0, f"match: {done.stderr[:200]}")
            versions.add(json.loads(done.stdout)["dataVersion"])
        path.unlink()
    house.checks.same(len(versions), 1, f"one dataVersion of both registries, {versions}")


PARTS = [("nobody can tell where a secret place is", secret_places)]
