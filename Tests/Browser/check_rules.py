"""Admission rules from outside: what a shelter saves on a page counts at once, for good, and for searches of the past.

    check_rules.py PROGRAM DATA [PART…]

Starts PROGRAM itself. The pages are used as a browser without scripts uses them.
"""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

from check_signin import Window
from ledger_house import records
from parts import run

PLACE = "voorbeeld-de-zilverwilg-crisisopvang"
PAGE = f"/opnameregels/{PLACE}"
PROFILE = {"age": 70, "gender": "female", "urgency": "now", "threat": "orange"}


class Forms(HTMLParser):
    """The forms of a page, as a browser would send them as they stand."""

    def __init__(self, text):
        super().__init__()
        self.all, self.select, self.area = [], None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        fields = dict(attributes)
        if tag == "form":
            self.all.append(([], []))
        if not self.all:
            return
        items, buttons = self.all[-1]
        if tag == "input" and (fields.get("type") not in ("radio", "checkbox") or "checked" in fields):
            items.append((fields["name"], fields.get("value") or ""))
        elif tag == "select":
            self.select = fields["name"]
        elif tag == "option" and "selected" in fields:
            items.append((self.select, fields["value"]))
        elif tag == "textarea":
            self.area = len(items)
            items.append((fields["name"], ""))
        elif tag == "button":
            buttons.append(fields.get("value"))

    def handle_data(self, data):
        if self.area is not None:
            name, text = self.all[-1][0][self.area]
            self.all[-1][0][self.area] = (name, text + data)

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None


class Editor(Window):
    """Somebody who edits the rules of one place."""

    def __init__(self, server, key):
        super().__init__(server.address)
        self.sign_in(key)
        self.status = self.send("GET", PAGE)

    def press(self, button, **changes):
        """Sends the answers, changed, as if by that button; what it leads to is asked for too."""
        items = next(items for items, buttons in Forms(self.text).all if {"controleren", "opslaan"} & {*buttons})
        kept = [item for item in items if item[0] not in changes]
        form = [*kept, *((name, value) for name, value in changes.items() if value is not None), ("doe", button)]
        status = self.send("POST", PAGE, form)
        return self.send("GET", self.fields["Location"]) if status == 303 else status

    def answer(self, name):
        """What stands in a field of the form that is to be checked."""
        return next(dict(items).get(name) for items, buttons in Forms(self.text).all if "controleren" in buttons)


def search(server):
    return server.client().send(
        "POST", "/v1/placements/_search?detail=full", "coordinator", body=PROFILE).json()


def excludes(answer):
    return PLACE in {one["serviceId"] for one in answer["excluded"]}


def service(server):
    return server.client().get(f"/v1/services/{PLACE}").json()


def saving(house):
    """From the form over the check to everybody; and a power cut, a backup and the past after it."""
    checks, state = house.checks, house.state()
    with house.serving(state) as server:
        before, shelter = search(server), Editor(server, "demo-shelter")
        checks.same(shelter.press("controleren", maximumAge="66"), 200, "the check page")
        checks.that("1 ding anders" in shelter.text, "the check page counts what changes")
        checks.same(service(server)["admission"]["maximumAge"], None, "the bound before it is saved")
        checks.same(shelter.press("opslaan"), 200, "saving")
        checks.that("Opgeslagen." in shelter.text, "the page says that it is saved")
        after = search(server)
        checks.same((excludes(before), excludes(after)), (False, True), "whom the search sends elsewhere")
        checks.that(before["dataVersion"] != after["dataVersion"], "another dataVersion")
        server.kill()
    kept = [one for one in records(state) if one["kind"] == "admission_changed"]
    checks.same([one["rules"]["after"]["admission"]["maximumAge"] for one in kept], [66], "the record")
    profile = house.scratch / "profile.json"
    profile.write_text(json.dumps(PROFILE))
    for answer in (before, after):
        done = house.run("match", profile, "--json", "--data", house.data, "--as-of", answer["searchedAt"],
                         "--data-version", answer["dataVersion"], state=state)
        again = json.loads(done.stdout or "{}")
        checks.that(all(again.get(name) == value for name, value in answer.items()), "the answer once more")
    checks.same(house.run("journal", "compact", state=state).returncode, 0, "compacting")
    archive, restored = house.scratch / "rules.tar", house.state()
    checks.same(house.run("backup", archive, state=state).returncode, 0, "the backup")
    checks.same(house.run("restore", archive, state=restored).returncode, 0, "bringing it back")
    for place in (state, restored):
        with house.serving(place) as server:
            checks.same(service(server)["admission"]["maximumAge"], 66, "the bound after a new start")


def editors(house):
    """Two at the same form: nobody's answers are lost, and nobody's are saved unseen."""
    checks = house.checks
    with house.serving(house.state()) as server:
        shelter, admin = Editor(server, "demo-shelter"), Editor(server, "demo-admin")
        stay = admin.answer("usualDays")
        checks.same(shelter.press("opslaan", maximumAge="66"), 200, "the first")
        checks.same(admin.press("opslaan", usualDays="33"), 412, "the second")
        checks.that("Uw collega was u voor" in admin.text, "the second is told")
        checks.same((admin.answer("maximumAge"), admin.answer("usualDays")), ("66", "33"), "answers of both")
        checks.that(service(server)["stay"]["usualDays"] == int(stay), "nothing of the second is saved yet")
        checks.same(admin.press("opslaan"), 200, "the second once more")
        now = service(server)
        checks.same((now["admission"]["maximumAge"], now["stay"]["usualDays"]), (66, 33), "what stands")
        events = server.client().get("/v1/audit-events?eventType=admission_changed", "admin").json()["contents"]
        checks.same([(one["actorId"], [change["field"] for change in one["changes"]]) for one in reversed(events)],
                    [("demo-shelter", ["maximumAge", "reviewedOn"]), ("demo-admin", ["usualDays", "reviewedOn"])],
                    "the audit")


def refusals(house):
    """Who may not, what may not, and what the files no longer have."""
    checks, state = house.checks, house.state()
    with house.serving(state) as server:
        for role in ("coordinator", "comensha", "policy"):
            checks.same(Editor(server, f"demo-{role}").status, 403, f"the form for {role}")
        checks.same(Window(server.address).send("GET", PAGE), 401, "the form without signing in")
        shelter = Editor(server, "demo-shelter")
        checks.same(shelter.press("controleren", minimumAge="oud", usualDays="x"), 400, "answers that cannot be")
        checks.that("Er zijn 2 dingen niet goed ingevuld" in shelter.text, "all faults at once")
        checks.same(shelter.answer("minimumAge"), "oud", "what was filled in stays")
        address = {"ci-newborn": "conditional", "condition-newborn": "Kom naar 1234 AB Dorp.", "minimumAge": "18",
                   "usualDays": None, "security": "secret"}
        checks.same(shelter.press("controleren", **address), 400, "an address on a secret place")
        checks.that("we geen adres op. Haal het adres weg." in shelter.text, "what to do with it")
        address["condition-newborn"] = "Alleen met een wieg."
        checks.same(shelter.press("opslaan", **address), 200, "without the address")
        checks.same(service(server)["municipality"], None, "the municipality of a place that became secret")
    data = Path(shutil.copytree(house.data, house.scratch / "less"))
    for file in (data / "provinces").glob("*.json"):
        tree = json.loads(file.read_text())
        for organization in tree["organizations"]:
            organization["services"] = [one for one in organization.get("services", []) if one["id"] != PLACE]
        file.write_text(json.dumps(tree))
    whole, house.data = house.data, str(data)
    try:
        with house.serving(state) as server:
            told = [line for line in server.complaints if re.search(f"opnameregels van ‘{PLACE}’", line)]
            checks.same(len(told), 1, f"what the start tells: {server.complaints[:3]}")
    finally:
        house.data = whole
    with house.serving(state) as server:
        checks.same(service(server)["securityLevel"], "secret", "the rules of a service that is there again")


PARTS = [("saving", saving), ("editors", editors), ("refusals", refusals)]


if __name__ == "__main__":
    run(__doc__, PARTS)
