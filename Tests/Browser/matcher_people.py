"""Random people of whom anything may be known: every profile is one that the contract allows."""

import json
from pathlib import Path

FORMS = ("sexual", "labour", "criminal", "domestic_servitude", "forced_begging", "financial", "organ_removal",
         "serious_disadvantage", "unknown")
RESIDENCE = ("dutch", "eu_eea", "third_country_permit", "reflection_period", "b8_permit", "continued_stay",
             "asylum_seeker", "undocumented", "unaccompanied_minor", "unknown")
HOUSING = ("safe_own_place", "unsafe_home", "lost_housing", "sleeps_at_work", "in_shelter", "street", "unknown")
LEVELS = ("none", "open_visible", "sheltered", "secret")
RESTRICTIONS = ("ambulatory", "open", "semi_open", "closed")


class People:
    """Draws profiles for the places of one country."""

    def __init__(self, country, data, rng):
        self.country, self.rng = country, rng
        lists = json.loads((Path(data) / "code-lists.json").read_text())["lists"]
        self.codes = {one["name"]: [code["code"] for code in one["codes"]] for one in lists}
        self.towns = sorted(country.province_of)
        self.provinces = sorted(set(country.province_of.values()))
        self.unsafe = sorted({area for one in country.services.values() for area in one.get("unsafeForAreas", [])})

    def some(self, values, most):
        return self.rng.sample(list(values), self.rng.randint(0, most))

    def wishes(self, most):
        every = [*self.provinces, *self.codes["shelterKind"], *RESTRICTIONS, *LEVELS, *self.country.services]
        common = [*self.provinces, "open", "semi_open", *LEVELS[1:], "time_out", "womens_shelter"]
        return list(dict.fromkeys(self.some(common, most) + self.some(every, 1)))

    def one(self):
        rng = self.rng
        age = rng.choice((rng.randint(0, 90), rng.randint(12, 25), 17, 17, 18, 30))
        person = {"age": age, "gender": rng.choice(("female", "female", "male", "non_binary", "unknown")),
                  "urgency": rng.choice(("now", "days", "planned")),
                  "threat": rng.choice(("green", "orange", "orange", "red"))}
        maybe = {
            "transgender": lambda: rng.random() < 0.3, "residence": lambda: rng.choice(RESIDENCE),
            "exploitationForms": lambda: self.some(FORMS, 2),
            "dangerAreas": lambda: self.some(self.provinces, 2) + self.some(self.towns, 2) + self.some(self.unsafe, 2),
            "housing": lambda: rng.choice(HOUSING), "wheelchair": lambda: rng.random() < 0.4,
            "pet": lambda: rng.random() < 0.5, "victimStatusUnclear": lambda: rng.random() < 0.5,
            "foundByInspectorate": lambda: rng.random() < 0.5, "courtAuthorisation": lambda: rng.random() < 0.7,
            "onwardPlaceWanted": lambda: rng.random() < 0.2, "prefers": lambda: self.wishes(3),
            "mustNot": lambda: self.wishes(1),
            "languages": lambda: ["nl"], "needs": lambda: self.some(self.codes["helpKind"], 2)}
        person |= {key: make() for key, make in maybe.items() if rng.random() < 0.6}
        if person.get("residence") == "unaccompanied_minor" and age >= 18:
            person["residence"] = "undocumented"
        if age == 17 and rng.random() < 0.7:
            person["turns18Within6Months"] = True
        person |= self.company() | self.places() | self.troubles()
        return {key: None if rng.random() < 0.03 and key not in ("age", "gender", "urgency", "threat") else value
                for key, value in person.items()}

    def company(self):
        rng, found = self.rng, {}
        if rng.random() < 0.75:
            found["household"] = rng.choice(("single", "single", "with_children", "couple", "family", "group"))
        household = found.get("household")
        if household in ("with_children", "family") or rng.random() < 0.1:
            found["children"] = [{"age": rng.randint(0, 19), "gender": rng.choice(("male", "female", "unknown"))}
                                 for _ in range(rng.randint(0, 4))]
        least = {"couple": 2, "group": 3, "with_children": 1 + len(found.get("children", [])),
                 "family": 2 + len(found.get("children", []))}.get(household, 1)
        if rng.random() < 0.3:
            found["persons"] = 1 if household == "single" else rng.randint(least, least + rng.choice((0, 2, 9)))
        return found

    def places(self):
        rng = self.rng
        if rng.random() < 0.2:
            return {}
        town = rng.choice(self.towns)
        here = {"currentProvince": self.country.province_of[town]} if rng.random() < 0.5 else {}
        return here | ({"currentMunicipality": town} if not here or rng.random() < 0.3 else {})

    def troubles(self):
        rng, found = self.rng, {}
        chosen = self.some(self.codes["contraIndication"], rng.choice((0, 1, 1, 3)))
        if chosen:
            found["circumstances"] = chosen
        out = [code for code in self.codes["contraIndication"] if code not in chosen and rng.random() < 0.5]
        if rng.random() < 0.5:
            found["circumstancesRuledOut"] = out
        return found
