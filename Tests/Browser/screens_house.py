"""What the checks of the screens share: browsers that are signed in, and how each screen is reached."""

import os
import tempfile
import time
from pathlib import Path

from browser import Browser
from ledger_talk import hold, put, step

# Who sees what after signing in; the shelter has four places of its own.
COMPARED = ["voorbeeld-de-haagbeuk-vrouwenopvang", "voorbeeld-de-leijoever-vrouwenopvang",
            "voorbeeld-de-esrand-vrouwenopvang"]
PROFILE = {"age": "24", "gender": "female", "household": "single", "exploitationForms": "sexual",
           "threat": "orange", "dangerAreas": "NL-OV", "urgency": "now"}
# Nobody can take these in: the page that says so, and what can be done.
NOBODY = {"age": "30", "gender": "male", "household": "group", "persons": "500", "threat": "red", "urgency": "now"}

SERVICE = "voorbeeld-de-zilverwilg-crisisopvang"

SHOTS = Path(os.environ.get("SCREENSHOTS") or tempfile.mkdtemp(prefix="screens-"))

WIDTHS = {"phone": (360, 640), "desk": (1280, 900)}


def until(holds, seconds=8):
    """Looks again and again whether `holds` is true; whether it came to be so in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.02)
    return bool(holds())


class Person(Browser):
    """Somebody with a browser of their own, signed in with a demonstration key."""

    def __init__(self, server, role=None, width="desk", scripts=True, dark=False):
        super().__init__(server.address, scripts)
        self.role = None
        self.shape(width, dark)
        if role:
            self.sign_in(role)

    def shape(self, width, dark=False):
        self.screen(*WIDTHS[width] if isinstance(width, str) else width, dark)

    def sign_in(self, role):
        """Through the form, as everybody does."""
        self.role = role
        self.open("/inloggen")
        field = self.all("#key")[0]
        field.send_keys(f"demo-{role}")
        self.click("main form button[type=submit], main form button")

    def click(self, selector):
        """Clicks what leads to another page, and waits for that."""
        before = self.all("html")[0]
        self.all(selector)[0].click()
        self.leave(before)

    def leave(self, before):
        def gone():
            try:
                before.is_enabled()
                return False
            except Exception:
                return True
        until(gone, 20)
        until(lambda: self.run("return document.readyState") == "complete", 20)

    def go(self, page):
        """To a page of ``SCREENS``: by its address, or by sending what its form would send."""
        if page.fields is None:
            return self.open(page.path)
        self.open(page.form)
        before = self.all("html")[0]
        self.pages.add(page.path)
        self.run("""
            const form = document.createElement("form");
            form.method = "post";
            form.action = arguments[0];
            const token = document.querySelector("input[name=token]")?.value;
            for (const [name, value] of Object.entries({...arguments[1], ...(token && {token})})) {
              for (const one of [value].flat()) {
                form.append(Object.assign(document.createElement("input"), {type: "hidden", name, value: one}));
              }
            }
            document.body.append(form);
            form.submit();""", page.path, page.fields)
        self.leave(before)

    def said(self):
        """What was read aloud last."""
        return self.text("body > .ok-unseen[role=status]") or ""

    def free(self, service=SERVICE):
        """What the page says of a count, in one line."""
        return " ".join((self.text(f'[data-count="{service}"]') or "").split())


class Page:
    """One screen: its name, where it is, and who looks."""

    def __init__(self, name, path, role=None, fields=None, form=None, is_fault=False, sheets=None):
        """`fields`: what is posted, from a page at `form`; `sheets`: at most so many of A4 when it is printed."""
        self.name, self.path, self.role, self.fields, self.form = name, path, role, fields, form or path
        self.is_fault, self.sheets = is_fault, sheets


def screens(reference, accepted, declined):
    """Every screen, with three holds that the coordinator has."""
    search = {"form": "/zoeken", "fields": PROFILE}
    return [
        Page("S1-start", "/"),
        Page("S1-kaart", "/kaart?kaart=gaten"),
        Page("S2-provincie", "/provincies/overijssel"),
        Page("S2-provincie-ingelogd", "/provincies/overijssel", "coordinator"),
        Page("S3-organisaties", "/organisaties"),
        Page("S3-organisatie", "/organisaties/voorbeeld-de-zilverwilg"),
        Page("S3-dienst", f"/diensten/{SERVICE}"),
        Page("S3-dienst-ingelogd", f"/diensten/{SERVICE}", "coordinator"),
        Page("S4-kiezen", "/baliekaart"),
        Page("S4-baliekaart", "/baliekaart/zwolle", sheets=1),
        Page("S5-zorgcoordinator", "/zorgcoordinator?gemeente=Zwolle"),
        Page("S5-onbekend", "/zorgcoordinator?gemeente=Zwole", is_fault=True),
        Page("codelijsten", "/codelijsten"),
        Page("toegankelijkheid", "/toegankelijkheid"),
        Page("privacy", "/privacy"),
        Page("over", "/over"),
        Page("open-data", "/open-data"),
        Page("contact", "/contact"),
        Page("kwetsbaarheid", "/kwetsbaarheid-melden"),
        Page("niet-gevonden", "/bestaat-niet", is_fault=True),
        Page("inloggen", "/inloggen"),
        Page("eerst-inloggen", "/mijn-plekken", is_fault=True),
        Page("geen-rechten", "/mijn-plekken", "coordinator", is_fault=True),
        Page("account", "/account", "coordinator"),
        Page("S6-zoeken", "/zoeken", "coordinator"),
        Page("S6-fouten", "/zoeken", "coordinator", fields={"age": "150"}, is_fault=True),
        Page("S7-resultaat", "/zoeken", "coordinator", **search, sheets=2),
        Page("S7-niets", "/zoeken", "coordinator", fields=NOBODY),
        Page("S7-engels", "/en/zoeken", "coordinator", fields=PROFILE),
        Page("S3-uit-lijst", f"/diensten/{SERVICE}/uit-lijst", "coordinator", **search),
        Page("S8-vergelijken", "/vergelijken", "coordinator", form="/zoeken",
             fields={**PROFILE, "vergelijk": COMPARED}, sheets=2),
        Page("overzicht", "/overzicht", "coordinator", **search, sheets=2),
        Page("S9-vasthouden", f"/vasthouden/{SERVICE}", "coordinator"),
        Page("S9-uit-lijst", f"/vasthouden/{SERVICE}/uit-lijst", "coordinator", **search),
        Page("S9-mijn", "/vastgehouden", "coordinator"),
        Page("S9-vastgehouden", f"/vastgehouden/{reference}", "coordinator"),
        Page("S9-geaccepteerd", f"/vastgehouden/{accepted}", "coordinator"),
        Page("S9-afgewezen", f"/vastgehouden/{declined}?volgende={COMPARED[0]}", "coordinator"),
        Page("S10-overdracht", f"/overdracht/{reference}", "coordinator", sheets=2),
        Page("S11-mijn-plekken", "/mijn-plekken", "shelter"),
        Page("S12-aanvragen", "/aanvragen", "shelter"),
        Page("S13-regels", "/opnameregels", "shelter"),
        Page("S13-dienst", f"/opnameregels/{SERVICE}", "shelter"),
        Page("S14-gaten", "/gaten", "policy"),
        Page("S14-later", "/gaten?datum=2027-12-31", "policy"),
        Page("S14-fout", "/gaten?datum=morgen", "policy", is_fault=True),
        Page("S14-lijst", "/gaten/mannen/overijssel", "policy"),
        Page("S18-gegevens", "/gegevens", "policy"),
        Page("logboek", "/logboek", "admin"),
    ]


def held(server):
    """Three holds of the coordinator's on places of one shelter, by the API: that waits, was accepted, was declined."""
    client = server.client()
    put(client, SERVICE, 5, 6)
    references = [hold(client, SERVICE).json()["reference"] for _ in range(3)]
    step(client, references[1], "decisions", {"decision": "accepted"}, "shelter")
    step(client, references[2], "decisions", {"decision": "declined", "reason": "group_mix"}, "shelter")
    return references
