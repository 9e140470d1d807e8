"""Every screen as it is seen: on a phone and a desk, light and dark, narrow, widely set, on paper."""

import base64
import re
import threading

from screens_house import SHOTS, WIDTHS, Person, held, screens

# Of a page for which nobody wants fewer: more is a mistake of the style sheet.
MOST_SHEETS = 14

# What may be wider than the page, and scrolls by itself.
CLIPPED = """
    return [...document.querySelectorAll("body *")].filter(one => {
      const style = getComputedStyle(one);
      if (one.closest(".ok-unseen, .nl-skip-link, svg, [hidden], [role=region]")) return false;
      const hides = ["hidden", "clip"].includes(style.overflowY) || ["hidden", "clip"].includes(style.overflowX);
      return hides && (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2);
    }).map(one => one.tagName + "." + one.className).slice(0, 5);"""

# Line 1.5, paragraphs 2, letters 0.12 and words 0.16 of the size (WCAG 1.4.12).
SPACING = """
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
      + " word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];"""

# What can be reached with the keyboard, and shows no outline of 2 pixels when it is.
UNSEEN_FOCUS = """
    const weak = [];
    for (const one of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary,"
        + " [tabindex='0']")) {
      if (!one.checkVisibility()) continue;
      one.focus({focusVisible: true, preventScroll: true});
      if (document.activeElement !== one) continue;
      // A choice in a row shows it around the row.
      const shows = [one, one.labels?.[0], one.matches("input") && one.parentElement].filter(Boolean)
        .flatMap(element => [getComputedStyle(element), getComputedStyle(element, "::after")])
        .some(style => style.boxShadow !== "none"
          || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2));
      if (!shows) weak.push(one.outerHTML.slice(0, 90));
    }
    document.activeElement.blur();
    return weak.slice(0, 5);"""

# Controls smaller than 24 pixels (WCAG 2.5.8), but for links in a sentence.
SMALL = """
    return [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary, a.nl-button")]
      .filter(one => one.checkVisibility() && !one.closest(".ok-unseen"))
      .filter(one => {
        const box = (one.matches("input[type=radio], input[type=checkbox]") && one.labels[0] || one)
          .getBoundingClientRect();
        return box.width < 24 || box.height < 24;
      }).map(one => one.outerHTML.slice(0, 90)).slice(0, 5);"""


class Look:
    """Looks at the screens of one role after the other, in one browser of one width."""

    def __init__(self, house, server, width):
        self.checks, self.server, self.width = house.checks, server, width

    def all(self, pages, works):
        """Does each of `works` with each of `pages`, which are looked at role by role."""
        for role in dict.fromkeys(page.role for page in pages):
            with Person(self.server, role, self.width) as person:
                for page in [page for page in pages if page.role == role]:
                    person.shape(self.width)
                    try:
                        person.go(page)
                        for work in works:
                            work(person, page)
                    except Exception as error:
                        self.checks.that(False, f"{page.name} on {self.width}: {str(error).splitlines()[0]}")
                self.quiet(person, role)

    def where(self, page, how=""):
        return f"{page.name} on {self.width}{how}"

    def quiet(self, person, role):
        """Nothing from another host, and nothing to complain of."""
        person.gather()
        self.checks.same(person.strangers(), [], f"requests to other hosts by {role} on {self.width}")
        self.checks.same(person.complaints, [], f"console of {role} on {self.width}")

    # What must hold

    def frame(self, person, page):
        """One heading, a screen's name, a language, a title that says of a fault, and no code in the page."""
        checks, where = self.checks, self.where(page)
        title, language = person.title, "en" if page.path.startswith("/en") else "nl"
        checks.same(title.startswith(("Fout:", "Error:")), page.is_fault, f"fault in the title of {where} ({title})")
        checks.same(len(person.all("h1")), 1, f"main headings of {where}")
        checks.same(person.run("return document.documentElement.lang"), language, f"language of {where}")
        checks.that(person.all("main[data-screen]"), f"{where} has no name of a screen")
        checks.same(len(person.all("a[href='#inhoud']")), 1, f"skip links of {where}")
        inline = person.run("""return [...document.querySelectorAll("[style]:not([data-count], [data-hold]),"
            + " script:not([src]), style")].map(one => one.outerHTML.slice(0, 80))""")
        checks.same(inline, [], f"code inside {where}")
        dead = person.run("""return [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute("href"))
            .filter(href => href.length > 1 && !document.getElementById(decodeURIComponent(href.slice(1))))""")
        checks.same(dead, [], f"links that lead nowhere on {where}")
        checks.same(person.run(SMALL), [], f"controls too small to press on {where}")

    def colours(self, person, page):
        """axe and a picture, in the light and in the dark."""
        for dark in (False, True):
            name = "dark" if dark else "light"
            person.shape(self.width, dark)
            self.checks.that(person.sideways() <= 0, f"{self.where(page, ', ' + name)} scrolls sideways")
            found = person.axe()
            self.checks.same(found, [], f"axe on {self.where(page, ', ' + name)}")
            person.screenshot(SHOTS / f"{page.name}-{self.width}-{name}.png")

    def focus(self, person, page):
        person.shape(self.width)
        self.checks.same(person.run(UNSEEN_FOCUS), [], f"focus that does not show on {self.where(page)}")

    def narrow(self, person, page):
        """320 by 256: a desk at 400 %."""
        person.shape((320, 256))
        self.checks.that(person.sideways() <= 0,
                         f"{page.name} scrolls sideways by {person.sideways()} pixels at 320 pixels")
        person.shape(self.width)

    def spacing(self, person, page):
        """Nothing is cut off when somebody sets the text more widely."""
        before = person.run(CLIPPED)
        person.run(SPACING)
        cut = [one for one in person.run(CLIPPED) if one not in before]
        self.checks.same(cut, [], f"text cut off when set widely on {self.where(page)}")
        self.checks.that(person.sideways() <= 0, f"{self.where(page)} scrolls sideways when set widely")
        person.run("document.adoptedStyleSheets = []")

    def paper(self, person, page):
        """As it is printed: no more sheets of A4 than are wanted of it."""
        person.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        pdf = base64.b64decode(person.driver.execute_cdp_cmd("Page.printToPDF", {
            "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True})["data"])
        (SHOTS / f"{page.name}.pdf").write_bytes(pdf)
        sheets = len(re.findall(rb"/Type\s*/Page[^s]", pdf))
        most = page.sheets or MOST_SHEETS
        self.checks.that(1 <= sheets <= most, f"{page.name} takes {sheets} sheets, not {most}")


def every_screen(house):
    """All screens on both widths at once: the two browsers wait for each other's server only."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    print(f"        screenshots: {SHOTS}", flush=True)
    with house.serving(house.state()) as server:
        pages = screens(*held(server))
        phone, desk = (Look(house, server, width) for width in WIDTHS)
        works = [(phone, [phone.frame, phone.colours, phone.narrow, phone.spacing]),
                 (desk, [desk.frame, desk.colours, desk.focus, desk.paper])]
        threads = [threading.Thread(target=look.all, args=(pages, work)) for look, work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


PARTS = [("every screen", every_screen)]
