"""A registry like the one that is shipped, with other answers in it: edges that no real place happens to have."""

import json
import shutil
from pathlib import Path

STATUSES = ("dutch", "eu_eea", "third_country_permit", "reflection_period", "b8_permit", "continued_stay",
            "asylum_seeker", "undocumented", "unaccompanied_minor")


def other_registry(data, folder, rng):
    """A copy of `data` in `folder` in which example places say other things of themselves."""
    shutil.copytree(data, folder)
    for path in sorted(Path(folder).glob("provinces/NL-*.json")):
        tree = json.loads(path.read_text(encoding="utf-8-sig"))
        for organization in tree["organizations"]:
            if organization.get("example"):
                for service in organization["services"]:
                    change(service, rng)
        path.write_text(json.dumps(tree, ensure_ascii=False))
    return folder


def change(service, rng):
    admission, capacity = service.setdefault("admission", {}), service.get("capacity")
    for key in [key for key in admission if key not in ("residenceReasons", "residence") and rng.random() < 0.1]:
        del admission[key]
    if "residenceReasons" not in admission and rng.random() < 0.3:
        admission["residence"] = {status: rng.choice(("yes", "yes", "yes", "conditional")) for status in STATUSES}
        if rng.random() < 0.5:
            admission["residence"] = dict.fromkeys(STATUSES, "yes")
    if rng.random() < 0.1:
        service.pop("reach", None)
    if service.get("stay", {}).get("maximumDays", 0) >= 14 and rng.random() < 0.5:
        service["stay"] = {"maximumDays": rng.choice((14, 15))}
    for item in service.get("contraIndications", []):
        if rng.random() < 0.2:
            item["hardness"] = rng.choice(("absolute", "none"))
            item.pop("condition", None)
    if capacity and capacity.get("free") is not None:
        capacity["free"] = rng.choice((0, capacity["free"], rng.randint(0, capacity["total"])))
        # Half an hour beside each limit, so that no second decides.
        hours = rng.choice((1, 11, 12, 23, 24, 25, 47, 71, 72, 73, 200))
        capacity["confirmedMinutesAgo"] = hours * 60 + rng.choice((-30, 30))
        if rng.random() < 0.4:
            capacity["expectedFreeInDays"] = rng.choice((0, 1, 6, 7, 8, 30, 89, 90, 91))
