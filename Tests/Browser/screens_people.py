"""People at work: search, hold and confirm by keyboard alone, with scripts and without."""

from ledger_talk import hold, put
from screens_house import SERVICE, SHOTS, Person, until
from screens_live import listens
from selenium.webdriver.common.keys import Keys

# Whether any part of what has the focus can be seen: not under a bar that stays where it is (WCAG 2.4.11).
COVERED = """
    const one = document.activeElement, box = one.getBoundingClientRect();
    if (one === document.body || !box.width) return false;
    const points = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]];
    return !points.some(([x, y]) => {
      const found = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return found && (one.contains(found) || found.contains(one) || found.closest("label")?.control === one);
    });"""


class Work:
    """One person's work; every stop of the focus on the way is looked at."""

    def __init__(self, checks, person, name):
        self.checks, self.person, self.name = checks, person, name
        self.covered, self.weak, self.taps = [], [], 0

    def to(self, fits, most=250):
        """Tab until the focus is there."""
        for stop in self.person.tab_to(fits, most):
            if stop["outline"] < 2 and stop["shadow"] == "none":
                self.weak.append(stop["id"] or stop["text"])
        if self.person.run(COVERED):
            self.covered.append(self.person.focused()["text"])

    def named(self, words, tag="BUTTON"):
        self.to(lambda stop: stop["tag"] == tag and words in stop["text"])

    def press(self, *keys):
        self.taps += 1
        self.person.press(*keys)

    def send(self, *keys):
        self.taps += 1
        self.person.send(*keys)

    def done(self):
        self.checks.same(self.weak, [], f"stops where the focus does not show, {self.name}")
        self.checks.same(self.covered, [], f"stops of the focus under something else, {self.name}")

    # The co-ordinator

    def search(self):
        """The groups A to C, in the order of the page."""
        self.person.open("/zoeken")
        self.taps = 0
        self.to(lambda stop: stop["id"] == "age")
        self.press("24")
        for name in ("gender", "household"):
            self.to(lambda stop, name=name: stop["name"] == name)
            self.press(Keys.SPACE)
        self.to(lambda stop: stop["name"] == "threat")
        self.press(Keys.ARROW_DOWN)
        self.to(lambda stop: stop["id"].endswith("NL-OV"))
        self.press(Keys.SPACE)
        self.to(lambda stop: stop["name"] == "urgency")
        if not self.person.all("input[name=urgency]:checked"):
            self.press(Keys.SPACE)
        self.named("Zoek passende plekken")
        self.send(Keys.ENTER)
        checks, person = self.checks, self.person
        checks.that(person.title.startswith("Passende plekken"), f"title of the result, {self.name}: {person.title}")
        checks.that(self.taps <= 12, f"{self.taps} presses for a search, {self.name}")
        checks.that(urlless(person), f"an answer stands in the address, {self.name}: {person.driver.current_url}")

    def hold(self):
        """From the first card with a free place; three presses."""
        self.taps = 0
        self.named("Houd 1 plek vast")
        self.send(Keys.ENTER)
        self.named("Houd vast tot")
        self.send(Keys.ENTER)
        self.checks.that(self.taps <= 3, f"{self.taps} presses for a hold, {self.name}")
        reference = self.person.all("[data-hold]")
        if not self.checks.that(reference, f"no hold after the form, {self.name}: {self.person.title}"):
            return
        before = reference[0].get_attribute("data-ends")
        self.named("Verleng")
        self.send(Keys.ENTER)
        after = self.person.all("[data-hold]")[0].get_attribute("data-ends")
        self.checks.that(after > before, f"extending leaves the end as it was, {self.name}")
        self.person.screenshot(SHOTS / f"hold-{self.name}.png")

    # The shelter

    def asked(self, reference, scripts):
        """To a request that came while the page stood open: the page tells of it, or is asked for once more."""
        if not scripts:
            return self.person.open("/aanvragen")
        seen = until(lambda: any(one.is_displayed() for one in self.person.all("[data-new-holds]")), 3)
        self.checks.that(seen, f"nothing is said of {reference}, {self.name}")
        shown = [one.text for one in self.person.all("[data-no-holds]") if one.is_displayed()]
        self.checks.same(shown, [], f"what is still said of no request, {self.name}")
        self.to(lambda stop: stop["tag"] == "A" and stop["text"].startswith("Toon de aanvragen"))
        self.send(Keys.ENTER)

    def accept(self, reference):
        self.to(lambda stop: stop["tag"] == "BUTTON" and stop["text"].startswith("Accepteren"))
        self.send(Keys.ENTER)
        found = self.person.text(f'[data-hold="{reference}"] [data-hold-status]')
        self.checks.that(found and "ccepteerd" in found, f"state of {reference} after a yes, {self.name}: {found}")

    def confirm(self, scripts):
        """One row, and then all of them at once."""
        self.person.open("/mijn-plekken")
        self.taps = 0
        self.named("Klopt nog")
        self.save(scripts)
        said = self.person.text("[data-row] [role=status]")
        self.checks.that(said and "Opgeslagen om" in said, f"a row that was confirmed, {self.name}: {said}")
        self.person.open("/mijn-plekken")
        self.taps = 0
        self.named("Alles klopt nog")
        self.save(scripts)
        found = self.person.text("[data-summary]") or ""
        self.checks.that("Alle" in found or "alle" in found, f"all rows confirmed, {self.name}: {found[:80]}")
        self.checks.same(self.taps, 1, f"presses to confirm everything, {self.name}")

    def save(self, scripts):
        if not scripts:
            return self.send(Keys.ENTER)
        self.press(Keys.ENTER)
        until(lambda: self.person.run("""return [...document.querySelectorAll("main [role=status]")]
            .some(one => one.textContent.includes("Opgeslagen"))"""))


def urlless(person):
    return "?" not in person.driver.current_url


def by_keyboard(house, scripts, width):
    name = f"{'with' if scripts else 'without'} scripts"
    checks = house.checks
    with house.serving(house.state()) as server:
        put(server.client(), SERVICE, 3, 6)
        with Person(server, "coordinator", width, scripts) as person:
            work = Work(checks, person, f"co-ordinator {name}")
            work.search()
            person.screenshot(SHOTS / f"result-{width}-{name.replace(' ', '-')}.png")
            work.hold()
            work.done()
        with Person(server, "shelter", width, scripts) as person:
            work = Work(checks, person, f"shelter {name}")
            person.open("/aanvragen")
            checks.that("wacht nu geen" in (person.text("[data-no-holds]") or ""), f"no request at first, {name}")
            if scripts:
                listens(person)
            reference = hold(server.client(), SERVICE).json()["reference"]
            work.asked(reference, scripts)
            work.accept(reference)
            work.confirm(scripts)
            work.done()


PARTS = [
    ("keyboard, with scripts", lambda house: by_keyboard(house, True, "desk")),
    ("keyboard, without scripts", lambda house: by_keyboard(house, False, "phone")),
]
