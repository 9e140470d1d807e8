"""Pages while something changes: two browsers at once, a connection that goes, a session that ends, a hold that runs."""

import socket
import threading
import time
from contextlib import contextmanager

from ledger_talk import hold, put, step
from screens_house import PROFILE, SERVICE, SHOTS, Page, Person, until

# With more cards than at first, so that the shelter's own place is among them.
RESULT = Page("result", "/zoeken", "coordinator", fields={**PROFILE, "meer": "alle"}, form="/zoeken")

# Where everything on the page is, by the places in it.
PLACES = """return [scrollY, ...[...document.querySelectorAll("[data-place], [data-row], h2")]
    .map(one => { const box = one.getBoundingClientRect(); return [box.left, box.top, box.height]; })].flat();"""

UNSURE = "return document.querySelectorAll('[data-count][data-unsure]').length"


def listens(person):
    """Until the page hears of changes; it has been told of everything that came before."""
    person.run("""window.heard = 0;
        document.addEventListener("ok:on", () => heard++); document.addEventListener("ok:capacity", () => heard++);""")
    time.sleep(0.7)


def two_browsers(house):
    """What one does, the other sees within a second, in its place."""
    checks = house.checks
    with house.serving(house.state()) as server:
        put(server.client(), SERVICE, 2, 6)
        with Person(server, "coordinator") as one, Person(server, "shelter", "phone") as other:
            one.go(RESULT)
            other.open("/mijn-plekken")
            other.run("window.same = true")
            listens(one)
            card = one.all(f'[data-place="{SERVICE}"]')
            checks.that(card and "2 van 6" in one.free(), f"the count at first: {one.free()}")
            one.run("arguments[0].scrollIntoView({block: 'center'})", card[0])
            before = one.run(PLACES)
            for free in (1, 0):
                start = time.monotonic()
                one_less(other)
                seen = until(lambda free=free: f"{free} van 6" in one.free() or "Net bezet" in one.free(), 3)
                took = time.monotonic() - start
                checks.that(seen and took < 1, f"a count of {free} is seen after {took:.2f} s: {one.free()}")
                checks.same(one.run(PLACES), before, f"where everything is on the page, with {free} free")
            checks.that("Net bezet" in one.free(), f"the last place is taken: {one.free()}")
            checks.that(until(lambda: "laatste plek net bezet" in one.said(), 2), f"what is read aloud: {one.said()!r}")
            checks.same(other.run("return window.same"), True, "the shelter's page stays the same page")
            one.screenshot(SHOTS / "live-net-bezet.png")
            shelter_sees(checks, server, one, other)


def one_less(person):
    person.run(f"""document.querySelector('[data-row="{SERVICE}"] button[value=min]').click()""")


def shelter_sees(checks, server, one, other):
    """The co-ordinator holds a place, and the shelter's row says so without being asked."""
    put(server.client(), SERVICE, 2, 6)
    checks.that(until(lambda: other.run(f"""return document.querySelector('[data-row="{SERVICE}"] input[name=free]')
        .value""") == "2", 2), "the shelter's row follows what somebody else changed")
    one.open(f"/vasthouden/{SERVICE}")
    start = time.monotonic()
    one.click("main form button[type=submit], main form button.nl-button--primary")
    seen = until(lambda: "vastgehouden" in (other.text(f'[data-row="{SERVICE}"]') or ""), 3)
    checks.that(seen, f"the shelter sees the hold after {time.monotonic() - start:.2f} s")
    reference = one.all("[data-hold]")[0].get_attribute("data-hold")
    listens(one)
    step(server.client(), reference, "decisions", {"decision": "accepted"}, "shelter")
    checks.that(until(lambda: "ccepteerd" in (one.text("[data-hold-status]") or ""), 1.5),
                f"the answer on the page of the hold: {one.text('[data-hold-status]')}")
    checks.that(until(lambda: "ccepteerd" in one.said(), 2), f"the answer read aloud: {one.said()!r}")


def steppers(house):
    """The shelter's rows without another page: quick presses, undo, a colleague, and no connection."""
    checks = house.checks
    with house.serving(house.state()) as server, Person(server, "shelter", "phone") as person:
        put(server.client(), SERVICE, 2, 6)
        person.open("/mijn-plekken")
        person.run("window.same = true")
        listens(person)
        row = f'[data-row="{SERVICE}"]'

        def message():
            return " ".join((person.text(f"{row} [role=status]") or "").split())

        def free():
            return person.run(f"return document.querySelector('{row} input[name=free]')?.value")

        person.run(f"""for (const _ of [1, 2]) document.querySelector('{row} button[value=plus]').click()""")
        checks.that(until(lambda: free() == "4" and "4 vrij" in message()), f"two quick presses: {free()}, {message()}")
        time.sleep(0.6)
        checks.that("4 vrij" in message(), f"the message stays: {message()!r}")
        checks.that("Opgeslagen" in person.said(), f"what is read aloud: {person.said()!r}")
        person.run(f"document.querySelector('{row} button[value=ongedaan]').click()")
        checks.that(until(lambda: "3 vrij" in message()), f"undone: {message()}")
        person.run(f"document.querySelector('{row} input[name=free]').value = '5'")
        put(server.client(), SERVICE, 1, 6)
        time.sleep(0.6)
        checks.same(free(), "5", "what was typed stays when a colleague saves")
        person.run(f"document.querySelector('{row} button[value=klopt]').click()")
        checks.that(until(lambda: "wijzigen" in message()), f"the colleague was first: {message()}")
        checks.same(person.run("return window.same"), True, "all of it on one page")
        person.open("/mijn-plekken")
        listens(person)
        network(person, offline=True)
        person.run(f"document.querySelector('{row} button[value=plus]').click()")
        checks.that(until(lambda: "niet opgeslagen" in message()), f"without a connection: {message()}")
        network(person, offline=False)
        checks.same(server.client().get(f"/v1/services/{SERVICE}/capacity", "admin").json()["free"], 1,
                    "what was not saved")


def network(person, offline):
    person.driver.execute_cdp_cmd("Network.enable", {})
    person.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})


def offline(house):
    """Nothing old is shown as new while there is no connection, nor in the moment it is back."""
    checks = house.checks
    with house.serving(house.state()) as server, Person(server, "coordinator", "phone") as person:
        put(server.client(), SERVICE, 2, 6)
        person.open(f"/diensten/{SERVICE}")
        listens(person)
        # Every text of the count that was ever to be seen without a mark.
        person.run(f"""
            window.shown = new Set();
            const look = () => {{
              const count = document.querySelector('[data-count="{SERVICE}"]');
              if (!("unsure" in count.dataset)) shown.add((navigator.onLine ? "on " : "off ") + count.textContent);
              requestAnimationFrame(look);
            }};
            look();""")
        before = person.run(PLACES)
        network(person, offline=True)
        checks.that(until(lambda: person.run(UNSURE) == len(person.all("[data-count]")), 8), "all counts are marked")
        checks.that(until(lambda: "Geen verbinding" in (person.text("[data-offline]") or ""), 4), "the bar says so")
        checks.that("bel eerst" in person.free(), f"a count without a connection: {person.free()}")
        checks.same(person.run(PLACES), before, "where everything is without a connection")
        person.screenshot(SHOTS / "live-offline.png")
        checks.same(person.axe(), [], "axe without a connection")
        put(server.client(), SERVICE, 5, 6)
        person.run("shown.clear()")
        network(person, offline=False)
        checks.that(until(lambda: person.run(UNSURE) == 0 and "5 van 6" in person.free(), 15),
                    f"back again: {person.free()}")
        old = [text for text in person.run("return [...shown]") if "2 van 6" in text]
        checks.same(old, [], "old numbers shown as new")
        checks.that(not person.all("[data-offline]:not([hidden])"), "the bar is gone")


class Relay:
    """Between a browser and the program; can fall silent without a word, as a phone without reception does."""

    def __init__(self, address):
        host, port = address.removeprefix("http://").split(":")
        self.target, self.is_silent, self.is_open = (host, int(port)), False, True
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while self.is_open:
            try:
                near, _ = self.listener.accept()
                far = socket.create_connection(self.target)
            except OSError:
                return
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self.carry, args=(one, other), daemon=True).start()

    def carry(self, one, other):
        try:
            while data := one.recv(65536):
                while self.is_silent:
                    time.sleep(0.05)
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self):
        self.is_open = False
        self.listener.close()


@contextmanager
def relay(server):
    """The same server behind a relay."""
    between = Relay(server.address)
    address, server.address = server.address, between.address
    try:
        yield between
    finally:
        server.address = address
        between.close()


def silence(house):
    """A connection that is there and brings nothing is noticed too."""
    checks = house.checks
    with house.serving(house.state()) as server, relay(server) as between, Person(server, "coordinator") as person:
        person.go(RESULT)
        listens(person)
        between.is_silent = True
        start = time.monotonic()
        checks.that(until(lambda: person.run(UNSURE) > 0, 20), "counts are marked when nothing comes")
        print(f"        noticed after {time.monotonic() - start:.1f} s", flush=True)
        between.is_silent = False
        checks.that(until(lambda: person.run(UNSURE) == 0, 20), "and not any more when it does")


def session(house):
    """Signed out in another window: the page says so, and where to sign in."""
    checks = house.checks
    with house.serving(house.state()) as server, Person(server, "coordinator") as person:
        person.go(RESULT)
        listens(person)
        first = person.driver.current_window_handle
        person.driver.switch_to.new_window("tab")
        person.open("/account")
        person.click("form[action$='/uitloggen'] button")
        person.driver.switch_to.window(first)
        checks.that(until(lambda: "niet meer ingelogd" in (person.text("[data-offline]") or ""), 8),
                    f"the session is over: {person.text('[data-offline]')!r}")
        checks.that(person.all("[data-offline] a[href*='/inloggen']"), "a way to sign in again")
        checks.that(person.run(UNSURE) > 0, "counts are marked when the session is over")


def countdown(house):
    """What is left of a hold, minute by minute; read aloud at ten and at two."""
    checks = house.checks
    with house.serving(house.state()) as server:
        reference = hold(server.client(), SERVICE).json()["reference"]
        with Person(server, "coordinator", "phone") as person:
            person.open(f"/vastgehouden/{reference}")
            listens(person)
            left = person.run("""return Date.parse(document.querySelector("[data-hold]").dataset.ends) - Date.now()""")
            shown = person.text("[data-countdown]")
            checks.that(shown and str(int(left // 60_000)) in shown, f"what is left at first: {shown}")

            def at(minutes):
                """Sets the end so many minutes from now."""
                person.run("""
                    const ends = new Date(Date.now() + arguments[0] * 60000).toISOString();
                    document.querySelector("[data-hold]").dataset.ends = ends;
                    dispatchEvent(new Event("pageshow"));""", minutes)
                return person.text("[data-countdown]")

            quiet = person.said()
            checks.that("Nog 30 minuten" in at(30.5), f"at 30 minutes: {person.text('[data-countdown]')}")
            time.sleep(0.4)
            checks.same(person.said(), quiet, "nothing is read aloud at 30 minutes")
            for minutes in (10, 2):
                checks.that(f"Nog {minutes} minuten" in at(minutes + 0.5), f"at {minutes} minutes")
                checks.that(until(lambda m=minutes: f"{m} minuten" in person.said(), 2),
                            f"read aloud at {minutes} minutes: {person.said()!r}")
            at(-0.1)
            checks.that(until(lambda: "tijd is om" in person.said(), 2), f"read aloud at the end: {person.said()!r}")
            # The server knows better when it ends, and is asked.
            checks.that(until(lambda: shown[:6] in (person.text("[data-countdown]") or "")), "what the server says of it")


def comparing(house):
    """Four places at most; the button says how many."""
    checks = house.checks
    with house.serving(house.state()) as server, Person(server, "coordinator") as person:
        person.go(RESULT)
        boxes = person.run("""const boxes = [...document.querySelectorAll("input[name=vergelijk]")].slice(0, 5);
            for (const box of boxes) box.click(); return boxes.length;""")
        if checks.that(boxes == 5, f"only {boxes} places to compare"):
            checks.same(len(person.all("input[name=vergelijk]:checked")), 4, "places that can be ticked")
            checks.same(person.text("[data-compare]"), "Vergelijk 4 plekken", "the button")
            person.click("[data-compare]")
            checks.that(person.title.startswith("Vergelijk"), f"title of the comparison: {person.title}")
            person.screenshot(SHOTS / "S8-vergelijken-desk.png")


def the_map(house):
    """A shape and its line of the list show each other."""
    checks = house.checks
    with house.serving(house.state()) as server, Person(server) as person:
        person.open("/")
        areas = person.run("return [...document.querySelectorAll('[data-map] [data-area]')].map(a => a.dataset.area)")
        checks.same(len(set(areas)), 12, "provinces on the map")
        lit = person.run("""document.querySelector('li[data-area="NL-OV"] a, a[data-area="NL-OV"]').focus();
            return [...document.querySelectorAll("[data-lit]")].map(one => one.dataset.area);""")
        checks.that(len(lit) >= 2 and set(lit) == {"NL-OV"}, f"what shows itself: {lit}")


PARTS = [
    ("two browsers", two_browsers), ("steppers", steppers), ("offline", offline), ("silence", silence),
    ("session", session), ("countdown", countdown), ("comparing", comparing), ("the map", the_map),
]
