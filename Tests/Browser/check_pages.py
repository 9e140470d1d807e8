"""The README's search in a real browser, by keyboard, as a page answers it: with scripts, without, and narrow.

    check_pages.py ADDRESS FOLDER     screenshots are written into FOLDER
"""

import sys
from pathlib import Path

from api import Client
from browser import Browser
from checks import Checks
from selenium.webdriver.common.keys import Keys

PROFILE = {"age": 24, "gender": "female", "household": "single", "exploitationForms": ["sexual"],
           "threat": "orange", "dangerAreas": ["NL-OV"], "urgency": "now"}


class Visit:
    """One person's way through the pages, in one browser."""

    def __init__(self, browser, checks, name, folder):
        self.browser, self.checks, self.name, self.folder = browser, checks, name, folder

    def look(self, page):
        """What must hold for every page: no sideways scrolling, one heading, nothing axe complains of."""
        where = f"{page} on {self.name}"
        browser, checks = self.browser, self.checks
        checks.that(browser.sideways() <= 0, f"{where} scrolls sideways by {browser.sideways()} pixels")
        checks.same(len(browser.all("h1")), 1, f"main headings of {where}")
        checks.same(browser.run("return document.documentElement.lang"), "nl", f"language of {where}")
        checks.same(browser.all("main")[0].get_attribute("data-screen") is None, False, f"screen name of {where}")
        checks.same(len(browser.all("a[href='#inhoud']")), 1, f"skip links of {where}")
        checks.same(len(browser.all("[style]:not([data-count]), script:not([src])")), 0, f"code inside {where}")
        for violation in browser.axe():
            checks.that(False, f"axe on {where}: {violation}")
        checks.that(True, "axe")
        browser.screenshot(self.folder / f"{self.name}-{page}.png")

    def dead_links(self, page):
        dead = self.browser.run("""
            return [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href'))
                .filter(href => href.length > 1 && !document.getElementById(href.slice(1)));""")
        self.checks.same(dead, [], f"links that lead nowhere on {page}")

    def faults(self):
        """Pages that say what went wrong."""
        browser, checks = self.browser, self.checks
        browser.open("/bestaat-niet")
        checks.that(browser.title.startswith("Fout:"), f"title of a page that is not there: {browser.title}")
        self.look("not-found")
        browser.open("/inloggen")
        browser.tab_to(lambda stop: stop["id"] == "key")
        browser.send("geen sleutel", Keys.ENTER)
        checks.that(browser.title.startswith("Fout:"), f"title after a wrong key: {browser.title}")
        self.look("wrong-key")

    def sign_in(self):
        browser = self.browser
        browser.open("/inloggen")
        self.look("sign-in")
        browser.tab_to(lambda stop: stop["id"] == "key")
        browser.send("demo-coordinator", Keys.ENTER)
        self.checks.that("Ingelogd als" in (browser.text("header") or ""), f"signed in on {self.name}")

    def account(self):
        """Who am I, and out again everywhere: by keyboard."""
        browser, checks = self.browser, self.checks
        browser.tab_to(lambda stop: stop["tag"] == "A" and "(voorbeeld)" in stop["text"])
        browser.send(Keys.ENTER)
        checks.that(browser.title.startswith("Uw account"), f"title of the account: {browser.title}")
        self.look("account")

    def session_ends(self):
        """The session ends while the form is filled in: what was answered stays, and one press later it is searched."""
        browser, checks = self.browser, self.checks
        browser.open("/zoeken")
        browser.tab_to(lambda stop: stop["id"] == "age")
        browser.press("24")
        for name in ("gender", "threat", "urgency"):
            browser.tab_to(lambda stop: stop["name"] == name)
            browser.press(Keys.SPACE)
        browser.driver.delete_all_cookies()
        browser.tab_to(lambda stop: stop["tag"] == "BUTTON" and "Zoek" in stop["text"])
        browser.send(Keys.ENTER)
        checks.that(browser.title.startswith("Fout:"), f"title when the session is over: {browser.title}")
        checks.same(browser.run("return document.getElementById('age').value"), "24", "the answer that was kept")
        self.look("session-over")
        browser.tab_to(lambda stop: stop["id"] == "key")
        browser.send("demo-coordinator", Keys.ENTER)
        checks.that(browser.title.startswith("Passende plekken"), f"title after the key: {browser.title}")

    def empty_form(self):
        """The form as it is sent without an answer."""
        browser = self.browser
        browser.open("/zoeken")
        self.look("form")
        browser.tab_to(lambda stop: stop["tag"] == "BUTTON" and "Zoek" in stop["text"])
        browser.send(Keys.ENTER)
        self.checks.that(browser.title.startswith("Fout:"), f"title of the form with faults: {browser.title}")
        links = [link.get_attribute("href").split("#")[1] for link in browser.all("#fouten a")]
        # In the evening and at night the form has chosen "tonight" beforehand.
        chosen = bool(browser.all("input[name=urgency]:checked"))
        expected = ["age", "gender", "threat"] + ([] if chosen else ["urgency"])
        self.checks.same(links, expected, "faults that the form names")
        self.dead_links("the form with faults")
        self.look("form-faults")

    def search(self):
        """The README's search with Tab, Space, arrows and Enter only; gives every stop of the focus."""
        browser = self.browser
        browser.open("/zoeken")
        stops = browser.tab_to(lambda stop: stop["id"] == "age")
        browser.press("24")
        # In a group of radio buttons Tab stops once; Space takes the first, an arrow the next.
        stops += browser.tab_to(lambda stop: stop["name"] == "gender")
        browser.press(Keys.SPACE)
        stops += browser.tab_to(lambda stop: stop["name"] == "household")
        browser.press(Keys.SPACE)
        stops += browser.tab_to(lambda stop: stop["name"] == "threat")
        browser.press(Keys.ARROW_DOWN)
        stops += browser.tab_to(lambda stop: stop["id"].endswith("NL-OV"))
        browser.press(Keys.SPACE)
        stops += browser.tab_to(lambda stop: stop["name"] == "urgency")
        if not browser.all("input[name=urgency]:checked"):
            browser.press(Keys.SPACE)
        # What is asked seldom is folded; Enter opens it.
        stops += browser.tab_to(lambda stop: stop["tag"] == "SUMMARY" and "E." in stop["text"])
        browser.press(Keys.ENTER)
        stops += browser.tab_to(lambda stop: stop["id"] == "exploitationForms")
        browser.press(Keys.SPACE)
        browser.screenshot(self.folder / f"{self.name}-form-filled.png")
        stops += browser.tab_to(lambda stop: stop["tag"] == "BUTTON" and "Zoek" in stop["text"])
        browser.send(Keys.ENTER)
        return stops

    def result(self, first):
        """The result against what the API says."""
        browser, checks = self.browser, self.checks
        checks.that(browser.title.startswith("Passende plekken"), f"title of the result: {browser.title}")
        name = f"{first['organizationName']} – {first['serviceName']}"
        place = browser.all("[data-place]")
        checks.same(place and place[0].get_attribute("data-name"), name, f"first place on {self.name}")
        for word in ("24 jaar", "vrouw", "Overijssel"):
            checks.that(word in (browser.text(".ok-asked") or ""), f"‘{word}’ is missing in the answers shown")
        self.dead_links("the result")

    def focus_shows(self, stops):
        hidden = [stop["id"] or stop["text"] for stop in stops if not stop["visible"]]
        self.checks.same(hidden, [], f"stops of the focus that are out of sight on {self.name}")
        weak = [stop["id"] or stop["text"] for stop in stops if stop["outline"] < 2 and stop["shadow"] == "none"]
        self.checks.same(weak, [], f"stops where the focus does not show on {self.name}")


def quiet(browser, checks, name):
    """Nothing from another host, and nothing to complain of."""
    browser.gather()
    checks.same(browser.strangers(), [], f"requests to other hosts on {name}")
    checks.same(browser.complaints, [], f"console on {name}")


def main(base, folder):
    checks = Checks()
    folder.mkdir(parents=True, exist_ok=True)
    print(f"screenshots: {folder}", flush=True)
    answer = Client(base).send("POST", "/v1/placements/_search?detail=top&limit=1", "coordinator", body=PROFILE)
    first = answer.json()["sections"][0]["placements"][0]
    with checks.part("with scripts"), Browser(base) as browser:
        browser.screen(1280, 900)
        visit = Visit(browser, checks, "desk", folder)
        visit.faults()
        visit.sign_in()
        visit.account()
        visit.empty_form()
        visit.focus_shows(visit.search())
        visit.result(first)
        visit.look("result")
        visit.session_ends()
        quiet(browser, checks, "desk")
    with checks.part("scripts off"), Browser(base, scripts=False) as browser:
        browser.screen(360, 640)
        visit = Visit(browser, checks, "without-scripts", folder)
        browser.open("/inloggen")
        browser.tab_to(lambda stop: stop["id"] == "key")
        browser.send("demo-coordinator", Keys.ENTER)
        visit.search()
        visit.result(first)
        browser.screenshot(folder / "without-scripts-result.png")
        quiet(browser, checks, "without scripts")
    with checks.part("320 pixels wide"), Browser(base) as browser:
        browser.screen(320, 256)
        visit = Visit(browser, checks, "narrow", folder)
        visit.sign_in()
        visit.empty_form()
        visit.search()
        visit.result(first)
        visit.look("result")
        quiet(browser, checks, "320 pixels")
    checks.end()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], Path(sys.argv[2]))
