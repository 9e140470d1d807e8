"""A reading of the documents by itself: what a search must say of every place, from the registry's own files.

Nothing of the program is used here. Domain section 4 and 5 and contract sections 4 and 8, sentence by sentence.
"""

import json
from datetime import date, datetime, timezone
from pathlib import Path

SECTIONS = ("fits_now", "in_consultation", "bridging", "call_first", "omp_reserve", "waiting", "follow_up", "fallback")
NEVER = ("hotel_emergency", "mental_health_admission")
EMERGENCY = ("emergency_bed", "emergency_bed_disadvantaged")
SHORT = ("time_out", *EMERGENCY)
QUICK = (*SHORT, "crisis_shelter", "youth_crisis")
PLANNED = ("lvb_treatment", "protected_housing", "supported_housing")
MARKS = {"active_addiction", "psychiatric_problem", "acute_psychiatric", "intellectual_disability",
         "severe_trauma_dysregulation", "aggression"}
STRENGTH = {"none": 0, "open_visible": 1, "sheltered": 2, "secret": 3}
REQUIRED = {"green": 0, "orange": 1, "red": 3}
WEIGHT = {"ambulatory": 0, "open": 1, "semi_open": 2, "closed": 3}
EXPERTISE = {"none": 0, "basic": 1, "specialist": 2}
HORIZON = {"now": 0, "days": 7, "planned": 90}
KEYS = ("safety", "conditions", "wishes", "continuity", "least_restrictive", "specialisation", "region",
        "over_security", "wait", "freshness", "id")
BEYOND = float("inf")
HOUR, DAY = 3600, 86400


class Country:
    """The registry's files: every service that takes part, and which province a municipality lies in."""

    def __init__(self, data):
        folder = Path(data)
        towns = json.loads((folder / "municipalities.json").read_text())["municipalities"]
        self.province_of = {town["code"]: town["province"] for town in towns}
        self.services = {}
        for path in sorted((folder / "provinces").glob("NL-*.json")):
            for organization in json.loads(path.read_text(encoding="utf-8-sig"))["organizations"]:
                for service in organization["services"]:
                    if self.takes_part(service, organization):
                        self.services[service["id"]] = service

    def takes_part(self, service, organization):
        if "ended" in (service["status"], organization.get("status")):
            return False
        if "perpetrator_help" in service.get("helpKinds", []):
            return False
        kind = service.get("shelterKind")
        return kind not in NEVER if kind else "ambulatory_support" in service.get("helpKinds", [])

    def province(self, area):
        return area if area.startswith("NL-") else self.province_of[area]

    def overlap(self, one, other):
        """The same, or one lies in the other."""
        if one.startswith("GM") and other.startswith("GM"):
            return one == other
        return self.province(one) == self.province(other)


class Verdict:
    """What is said of one place: why not, or where and by which keys."""

    def __init__(self, exclusions, conditions, section, keys):
        self.exclusions, self.conditions, self.section, self.keys = exclusions, conditions, section, keys


class Reading:
    """One search: a profile, the counts and the moment at which they stood so."""

    def __init__(self, country, profile, counts, moment):
        self.country, self.person, self.counts = country, profile, counts
        self.now = datetime.fromisoformat(moment).timestamp()
        self.today = datetime.fromisoformat(moment).astimezone(timezone.utc).date()
        self.forms = set(profile.get("exploitationForms") or []) - {"unknown"}
        self.circumstances = set(profile.get("circumstances") or [])
        self.close = False
        """Whether a count is so near to a whole hour that its second, which nobody sees, decides."""

    def verdicts(self):
        return {name: self.verdict(service) for name, service in self.country.services.items()}

    def order(self, verdicts):
        placed = [one for one in verdicts.values() if one.section]
        return [one.keys[-1] for one in sorted(placed, key=lambda one: (SECTIONS.index(one.section), one.keys))]

    # Reasons and conditions

    def verdict(self, service):
        walking = "shelterKind" not in service
        reasons, conditions = set(), set()
        for rule in (self.status, self.security, self.danger, self.court, self.age, self.gender, self.household,
                     self.sons, self.room, self.residence, self.form, self.purpose, self.contra, self.comfort,
                     self.area, self.rest):
            for kind, code in rule(service, service.get("admission", {}), walking):
                (reasons if kind == "no" else conditions).add(code)
        later = self.waits_for_birthday(service, reasons)
        section = self.section(service, conditions, later) if later or not reasons else None
        return Verdict(reasons, conditions, section, self.keys(service, conditions) if section else None)

    def status(self, service, admission, walking):
        if service["status"] in ("paused", "temporarily_closed") or self.count(service).get("paused"):
            yield "no", "paused"

    def security(self, service, admission, walking):
        if not walking and STRENGTH[service["securityLevel"]] < REQUIRED[self.person["threat"]]:
            yield "no", "security_insufficient"

    def danger(self, service, admission, walking):
        threat, areas = self.person["threat"], self.person.get("dangerAreas") or []
        if walking or threat == "green" or not any(self.lies_in(service, area) for area in areas):
            return
        hides = service["securityLevel"] in ("sheltered", "secret")
        yield "maybe" if threat == "orange" and hides else "no", "danger_region"

    def lies_in(self, service, area):
        level = service["securityLevel"]
        if level == "secret":
            area = self.country.province(area)
        if area == service["province"]:
            return True
        own = service.get("municipality")
        if own and level in ("open_visible", "sheltered") and self.country.overlap(own, area):
            return True
        return any(self.country.overlap(stated, area) for stated in service.get("unsafeForAreas", []))

    def court(self, service, admission, walking):
        closed = service.get("restriction") == "closed" or service.get("shelterKind") == "closed_youth_care"
        if closed and not self.person.get("courtAuthorisation"):
            yield "no", "closed_needs_court_order"

    def age(self, service, admission, walking):
        low, high = admission.get("minimumAge"), admission.get("maximumAge")
        if low is not None and self.person["age"] < low or high is not None and self.person["age"] > high:
            yield "no", "age"

    def gender(self, service, admission, walking):
        listed, gender = admission.get("genders"), self.person["gender"]
        if listed is None:
            return
        if gender in ("female", "male") and gender not in listed:
            yield "no", "gender"
            return
        if gender == "unknown" and not {"female", "male", "non_binary"} <= set(listed):
            yield "maybe", "unknown:gender"
        single_sex = ("female" in listed) != ("male" in listed)
        outside = gender == "non_binary" and gender not in listed
        unsure = outside or self.person.get("transgender") and single_sex
        if unsure and admission.get("welcomesTransgender") is not True:
            yield "maybe", "gender_check"

    def household(self, service, admission, walking):
        listed, household = admission.get("households"), self.person.get("household")
        if listed is not None and household and household not in listed:
            yield "no", "household"

    def sons(self, service, admission, walking):
        limit = admission.get("sonsMaximumAge")
        sons = [child["age"] for child in self.person.get("children") or [] if child["gender"] == "male"]
        if limit is not None and sons and max(sons) > limit:
            yield "no", "sons_age"

    def room(self, service, admission, walking):
        total = self.count(service).get("total")
        if total is not None and self.needed(self.count(service)["unit"]) > total:
            yield "no", "capacity_too_small"

    def needed(self, unit):
        household, children = self.person.get("household"), len(self.person.get("children") or [])
        implied = {None: 1, "single": 1, "couple": 2, "with_children": 1 + children, "family": 2 + children, "group": 3}
        persons = self.person.get("persons") or implied[household]
        return persons if unit == "bed" or household == "group" else 1

    def residence(self, service, admission, walking):
        stated, status = admission.get("residence"), self.person.get("residence")
        if stated is None or status is None:
            return
        if status == "unknown":
            if len(stated) < 9 or set(stated.values()) != {"yes"}:
                yield "maybe", "unknown:residence"
        elif stated.get(status, "no") == "no":
            yield "no", "residence"
        elif stated[status] == "conditional":
            yield "maybe", "residence"

    def form(self, service, admission, walking):
        listed = set(admission.get("exploitationForms") or [])
        if self.forms == {"serious_disadvantage"}:
            serves = "serious_disadvantage" in listed or walking or service.get("shelterKind") == "homeless_shelter"
        else:
            serves = not self.forms or not listed or bool(self.forms & listed)
        if not serves:
            yield "no", "form_not_served"

    def purpose(self, service, admission, walking):
        if admission.get("onlyFor") and not self.circumstances & set(admission["onlyFor"]):
            yield "no", "not_target_group"

    def contra(self, service, admission, walking):
        for one in service.get("contraIndications", []):
            if one["code"] in self.circumstances and one["hardness"] != "none":
                yield "no" if one["hardness"] == "absolute" else "maybe", f"contra_indication:{one['code']}"

    def comfort(self, service, admission, walking):
        if self.person.get("wheelchair") and admission.get("wheelchair") is False:
            yield "no", "accessibility"
        if self.person.get("pet") and admission.get("pets") in ("no", "foster"):
            yield "no" if admission["pets"] == "no" else "maybe", "pet"

    def area(self, service, admission, walking):
        if service.get("reach") not in ("regional", "local"):
            return
        served = service.get("serviceArea") or [service["province"]]
        town, province = self.person.get("currentMunicipality"), self.person.get("currentProvince")
        here = town or province
        if here and not any(self.country.overlap(area, here) for area in served):
            yield "no", "out_of_area"

    def rest(self, service, admission, walking):
        if walking and self.person.get("housing") != "safe_own_place":
            yield "no", "no_safe_home"
        if self.person.get("onwardPlaceWanted") and service.get("shelterKind") in ("cosm", *SHORT):
            yield "no", "phase"
        if self.traits(service) & set(self.person.get("mustNot") or []):
            yield "no", "wish_must_not"

    def traits(self, service):
        return {service.get(key) for key in ("province", "shelterKind", "restriction", "securityLevel", "id")}

    # Section

    def waits_for_birthday(self, service, reasons):
        person, kind = self.person, service.get("shelterKind")
        if person["age"] != 17 or not person.get("turns18Within6Months") or reasons != {"age"}:
            return False
        adult = service["admission"].get("minimumAge") == 18 and kind is not None
        return adult and kind not in ("omp", "homeless_shelter") and not self.is_short(service)

    def is_short(self, service):
        stated = service.get("stay", {}).get("maximumDays")
        return stated <= 14 if stated is not None else service.get("shelterKind") in SHORT

    def section(self, service, conditions, later):
        kind, person = service.get("shelterKind"), self.person
        days, is_free = self.wait(service)
        if kind == "homeless_shelter":
            return "fallback"
        if later or kind in PLANNED and person["urgency"] != "planned":
            return "follow_up"
        if not is_free:
            return "waiting"
        if kind == "omp" and not self.circumstances & MARKS:
            return "omp_reserve"
        if self.age_of_count(service) > self.limit(service):
            return "call_first"
        if self.is_short(service) and not self.has_purpose(kind):
            return "bridging"
        return "in_consultation" if conditions else "fits_now"

    def has_purpose(self, kind):
        if kind == "time_out":
            return self.person.get("victimStatusUnclear") or "time_out" in (self.person.get("prefers") or [])
        return kind in EMERGENCY and ("serious_disadvantage" in self.forms or self.person.get("foundByInspectorate"))

    # Counts

    def count(self, service):
        return self.counts.get(service["id"], {})

    def wait(self, service):
        """Days until free, and whether that is within the horizon."""
        horizon = HORIZON[self.person["urgency"]]
        if "shelterKind" not in service:
            days = service.get("waiting", {}).get("days")
            return (BEYOND, True) if days is None else (days, days <= horizon)
        count = self.count(service)
        if count.get("free") is None:
            return BEYOND, True
        if count["free"] >= self.needed(count["unit"]):
            return 0, True
        expected = count.get("expectedFreeOn")
        days = (date.fromisoformat(expected) - self.today).days if expected else -1
        return (days, days <= horizon) if days >= 0 else (BEYOND, False)

    def age_of_count(self, service):
        """In seconds, without end where nothing is known."""
        if "shelterKind" not in service:
            stated = service.get("waiting", {}).get("statedOn")
            return self.now - datetime.fromisoformat(f"{stated}T00:00:00Z").timestamp() if stated else BEYOND
        count = self.count(service)
        if count.get("free") is None or not count.get("confirmedAt"):
            return BEYOND
        return self.now - datetime.fromisoformat(count["confirmedAt"]).timestamp()

    def limit(self, service):
        if "shelterKind" not in service:
            return 30 * DAY
        return (24 if service["shelterKind"] in QUICK else 72) * HOUR

    # Keys

    def keys(self, service, conditions):
        admission, person, age = service.get("admission", {}), self.person, self.age_of_count(service)
        if age < BEYOND and age % HOUR < 1:
            self.close = True
        own = self.country.province_of.get(person.get("currentMunicipality"), person.get("currentProvince"))
        is_near = own == service["province"] and own not in (person.get("dangerAreas") or [])
        spans = (admission.get("minimumAge") or 0) <= 17 and (admission.get("maximumAge") or 120) >= 18
        marks = sum(self.applies(mark) for mark in set(service.get("specialFor", [])))
        wishes = self.traits(service) & set(person.get("prefers") or [])
        return (int("danger_region" in conditions), len(conditions), -len(wishes),
                int(bool(person.get("turns18Within6Months")) and not spans), WEIGHT[service["restriction"]],
                -2 * marks - EXPERTISE[service.get("expertiseLevel", "none")], int(not is_near),
                STRENGTH[service["securityLevel"]] - REQUIRED[person["threat"]], self.wait(service)[0],
                max(0, age // HOUR) if age < BEYOND else BEYOND, service["id"])

    def applies(self, mark):
        person, minor = self.person, self.person["age"] < 18
        marks = {"men": person["gender"] == "male" and not minor, "girls": person["gender"] == "female" and minor,
                 "boys": person["gender"] == "male" and minor, "labour": "labour" in self.forms,
                 "family": person.get("household") in ("couple", "family"),
                 "reflection_period": person.get("residence") == "reflection_period",
                 "unaccompanied_minor": person.get("residence") == "unaccompanied_minor"}
        return marks[mark] if mark in marks else mark in self.circumstances
