"""What stands beside the places of an answer: what keeps others shut, why one is lower, and who else needs it."""

import json
from collections import Counter
from pathlib import Path

from ledger_talk import put
from matcher_answers import SEED, Hall, codes, different, placed
from matcher_oracle import KEYS, SECTIONS, Reading

PEOPLE = 40
OTHERWISE = {"threat": "green", "gender": "unknown", "courtAuthorisation": True, "housing": "safe_own_place",
             "onwardPlaceWanted": False}


def detail(house):
    """Blockers are sums over `excluded`; `top` is the beginning of `full`; each place says why it stands below."""
    with house.serving(house.state()) as server:
        hall = Hall(house, server.client(), SEED + 1)
        for number in range(PEOPLE):
            profile = hall.people.one()
            answer, verdicts, reading = hall.judged(profile)
            blockers(hall, answer, reading)
            top(hall, profile, hall.rng.choice((1, 3, 20, 100)))
            below(hall, answer, verdicts, reading)


def blockers(hall, answer, reading):
    """Every excluded service counts under exactly its own set of reasons."""
    services, free = Counter(), Counter()
    for one in answer["excluded"]:
        reasons = tuple(sorted(codes(one)))
        if len(reasons) > 2 or "paused" in reasons:
            continue
        service = hall.country.services[one["serviceId"]]
        services[reasons] += 1
        if "shelterKind" in service and reading.age_of_count(service) <= reading.limit(service):
            free[reasons] += hall.counts[one["serviceId"]]["free"]
    wanted = sorted(((list(reasons), services[reasons], free[reasons]) for reasons in services),
                    key=lambda one: (len(one[0]), -one[1], -one[2], one[0]))
    told = [(one["codes"], one["services"], one["freePlaces"]) for one in answer["blockers"]]
    hall.checks.that(told == wanted, f"blockers {told[:5]} instead of {wanted[:5]}")
    hall.checks.that(all(one["text"] for one in answer["blockers"]), "each as a sentence")


def top(hall, profile, limit):
    for attempt in range(3):
        whole, part = hall.search(profile), hall.search(profile, f"?detail=top&limit={limit}")
        if placed(part) == placed(whole)[:limit] or attempt == 2:
            break
    hall.checks.that(placed(part) == placed(whole)[:limit], f"the first {limit} of {len(placed(whole))}")
    totals = [[(one["section"], one["total"]) for one in answer["sections"]] for answer in (part, whole)]
    hall.checks.same(totals[0], totals[1], f"totals with a limit of {limit}")
    hall.checks.that(all(one["total"] == len(one["placements"]) for one in whole["sections"]), "totals")
    hall.checks.that("excluded" not in part and "excludedSummary" not in whole, "either excluded or its summary")
    counted = Counter(code for one in whole["excluded"] for code in codes(one))
    summary = [(one["code"], one["services"]) for one in part["excludedSummary"]]
    hall.checks.same(summary, sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])), "the summary")
    for key in ("blockers", "banners", "responsibility", "contacts", "dataVersion", "rankingVersion"):
        hall.checks.same(part[key], whole[key], f"{key} with a limit of {limit}")


def below(hall, answer, verdicts, reading, others=None):
    """The first key that differs from the place just above; how many `others` need it is the last but one."""
    if reading.close:
        return
    for section in answer["sections"]:
        places = section["placements"]
        hall.checks.that(places[0].get("below") is None, f"nothing stands above the first of {section['section']}")
        for one, other in zip(places, places[1:]):
            names = one["serviceId"], other["serviceId"]
            key = first_key(verdicts, *names)
            if key == "id" and others and others[names[0]] != others[names[1]]:
                key = "scarcity"
            hall.checks.same(other["below"]["key"], key, f"why {other['serviceId']} is below")
            hall.checks.that(other["below"]["text"], "in words")


def first_key(verdicts, one, other):
    pairs = zip(KEYS, verdicts[one].keys, verdicts[other].keys)
    return next(key for key, left, right in pairs if left != right)


def scarcity(house):
    """How many others only this place could take: told, and where asked the last key before the id."""
    references = json.loads((Path(house.data) / "reference-profiles.json").read_text())
    references = [one["profile"] for one in references["profiles"]]
    house.checks.that(len(references) >= 30, "thirty reference profiles")
    with house.serving(house.state()) as server:
        hall = Hall(house, server.client(), SEED + 2)
        close_most(hall)
        told = Counter()
        for _ in range(8):
            profile = hall.people.one()
            plain, verdicts, reading = hall.judged(profile)
            others = only_places(hall, references, profile, plain["searchedAt"])
            shown, ranked = hall.search(profile, "?scarcity=shown"), hall.search(profile, "?scarcity=ranked")
            hall.checks.that(all("scarcity" not in one for one in placed(plain)), "off unless a request asks")
            for answer in (shown, ranked):
                found = {one["serviceId"]: one["scarcity"]["profiles"] for one in placed(answer)}
                wanted = {name: others[name] for name in found}
                hall.checks.that(found == wanted, f"how many others need a place: {different(found, wanted)}")
                lists = [one["scarcity"] for one in placed(answer)]
                hall.checks.that(all(len(one["labels"]) == one["profiles"] for one in lists), "who they are")
            told.update(found)
            if reading.close:
                continue
            names = [one["serviceId"] for one in placed(plain)]
            hall.checks.same([one["serviceId"] for one in placed(shown)], names, "shown leaves the order")
            off = [one["serviceId"] for one in placed(hall.search(profile, "?scarcity=off"))]
            hall.checks.same(off, names, "off is the default")
            place = {name: SECTIONS.index(verdicts[name].section) for name in names}
            last = sorted(names, key=lambda name: (place[name], verdicts[name].keys[:-1], others[name], name))
            hall.checks.same([one["serviceId"] for one in placed(ranked)], last, "ranked is the last key before the id")
            below(hall, shown, verdicts, reading)
            below(hall, ranked, verdicts, reading, others)
        house.checks.that(sum(told.values()) > 0, "somebody had one place only")


def close_most(hall):
    """Leaves few places open, so that somebody has one only."""
    names = sorted(hall.counts)
    for name in set(names) - set(hall.rng.sample(names, 40)):
        total = hall.counts[name]["total"] or 5
        answer = put(hall.client, name, 0, total, version=hall.counts[name]["version"], paused=True)
        hall.checks.same(answer.status, 200, f"{name} paused")
    hall.look()


def only_places(hall, references, profile, moment):
    found = Counter()
    for reference in references:
        here = {key: profile.get(key) for key in ("currentMunicipality", "currentProvince")}
        verdicts = Reading(hall.country, reference | here, hall.counts, moment).verdicts()
        open_ = [name for name, one in verdicts.items()
                 if one.section in ("fits_now", "in_consultation", "bridging", "call_first", "omp_reserve")]
        if len(open_) == 1:
            found[open_[0]] += 1
    return found


def explain(house):
    """The smallest change opens an excluded place, less does not; of two that are placed the first key is told."""
    with house.serving(house.state()) as server:
        hall = Hall(house, server.client(), SEED + 3)
        sizes = Counter()
        for number in range(PEOPLE):
            profile = hall.people.one()
            answer, verdicts, reading = hall.judged(profile)
            for one in hall.rng.sample(answer["excluded"], min(8, len(answer["excluded"]))):
                sizes[excluded(hall, profile, one)] += 1
            if not reading.close and len(placed(answer)) > 1:
                two(hall, profile, answer, verdicts)
        house.checks.that(sizes[1] and sizes[2] and sizes[3], f"changes of one fact and of more: {dict(sizes)}")


def ask(hall, profile, service, other=None):
    body = {"profile": profile, "serviceId": service} | ({"comparedWith": other} if other else {})
    answer = hall.client.send("POST", "/v1/placements/_explain", "coordinator", body=body)
    hall.checks.same(answer.status, 200, f"an explanation of {service}")
    return answer.json()


def excluded(hall, profile, one):
    name = one["serviceId"]
    told = ask(hall, profile, name)["service"]
    hall.checks.same((told["rank"], told["section"]), (None, None), f"{name} is excluded")
    hall.checks.same([reason["code"] for reason in told["exclusions"]], codes(one), f"the reasons of {name}")
    facts, own = told["change"]["facts"], {reason["code"] for reason in told["change"]["ownReasons"]}
    where = f"{name} for {json.dumps(profile)}: {[(fact['field'], fact['value']) for fact in facts]} {sorted(own)}"
    hall.checks.that(told["text"] and all(fact["text"] for fact in facts), f"in words: {where}")
    hall.checks.that(facts or own, f"something stands between: {where}")
    left = closed(hall, changed(hall, profile, facts, name), name)
    own_codes = {"paused": {"paused"}, "no_room": {"capacity_too_small"}}
    allowed = set().union(*(own_codes.get(code, left) for code in own))
    hall.checks.that(left <= allowed, f"the change opens it ({left}): {where}")
    fields = {fact["field"] for fact in facts}
    for fact in facts:
        if implied(profile, fact["field"], fields):
            continue
        rest = closed(hall, changed(hall, profile, [other for other in facts if other is not fact], name), name)
        hall.checks.that(rest - allowed, f"nothing less opens it, without {fact['field']} neither: {where}")
    return len(facts)


def implied(profile, field, fields):
    """Fewer people may be another household; who is an adult is no unaccompanied minor."""
    if field in ("household", "children"):
        return "persons" in fields
    return field == "residence" and "age" in fields and profile["residence"] == "unaccompanied_minor"


def closed(hall, profile, name):
    answer = hall.search(profile)
    return next((set(codes(one)) for one in answer["excluded"] if one["serviceId"] == name), set())


def changed(hall, profile, facts, name):
    """The same profile with each fact otherwise, as somebody would give it."""
    person, service = json.loads(json.dumps(profile)), hall.country.services[name]
    admission = service.get("admission", {})
    refuses = {item["code"] for item in service.get("contraIndications", []) if item["hardness"] == "absolute"}
    for fact in facts:
        field, value = fact["field"], fact["value"]
        if field == "age":
            low, high = admission.get("minimumAge") or 0, admission.get("maximumAge") or 120
            person["age"] = max(low, min(high, person["age"]))
            if person["age"] != 17:
                person.pop("turns18Within6Months", None)
            if person["age"] >= 18 and person.get("residence") == "unaccompanied_minor":
                person["residence"] = None
        elif field == "dangerAreas":
            person[field] = [area for area in person[field] if area != value and hall.country.province(area) != value]
        elif value is not None:
            person[field] = [code for code in person[field] if code != value]
        elif field == "circumstances":
            target = next(code for code in admission["onlyFor"] if code not in refuses)
            person[field] = [*(person.get(field) or []), target]
            ruled_out = person.get("circumstancesRuledOut") or []
            person["circumstancesRuledOut"] = [code for code in ruled_out if code != target]
        elif field == "currentMunicipality":
            person |= {"currentMunicipality": None, "currentProvince": None}
        elif field == "persons":
            person |= {"persons": 1, "household": None, "children": None}
        else:
            person[field] = OTHERWISE.get(field)
    return person


def two(hall, profile, answer, verdicts):
    one, other = (place["serviceId"] for place in hall.rng.sample(placed(answer), 2))
    told = ask(hall, profile, one, other)
    ranks = {place["serviceId"]: place["rank"] for place in placed(answer)}
    higher, lower = sorted((one, other), key=ranks.get)
    section = verdicts[one].section != verdicts[other].section
    wanted = (higher, lower, "section" if section else first_key(verdicts, higher, lower))
    note = told["comparison"]
    hall.checks.same((note["higher"], note["lower"], note["key"]), wanted, "what decided between two")
    hall.checks.same((told["service"]["rank"], told["comparedWith"]["rank"]), (ranks[one], ranks[other]), "their ranks")
    hall.checks.that(note["text"], "in words")


PARTS = [("detail", detail), ("scarcity", scarcity), ("explain", explain)]
