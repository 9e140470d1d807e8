"""Debian's Chromium without a window, and what the checks look at in it."""

import base64
import importlib.util
import json
import os
from pathlib import Path
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait

AXE = Path(importlib.util.find_spec("axe_playwright_python").origin).parent / "axe.min.js"


class Browser:
    """One browser with a profile of its own; `with` ends it."""

    def __init__(self, base, scripts=True):
        self.base = base.rstrip("/")
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for word in ("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                     "--disable-component-update", "--no-first-run", "--hide-scrollbars", "--lang=nl"):
            options.add_argument(word)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(30)
        # axe looks at everything on a long page, and the machine may have other things to do.
        self.driver.set_script_timeout(90)
        self.pages = set()
        self.requested = []
        self.complaints = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    # What the page is shown on

    def screen(self, width, height, dark=False):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
                         {"name": "prefers-reduced-motion", "value": "reduce"}]})

    def open(self, path):
        self.pages.add(path)
        self.driver.get(self.base + path)

    def screenshot(self, file):
        """The whole page, also what is below the fold."""
        size = self.driver.execute_script(
            "return [window.innerWidth, Math.min(document.documentElement.scrollHeight, 6000)]")
        picture = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1}})
        Path(file).write_bytes(base64.b64decode(picture["data"]))

    # What is on it

    @property
    def title(self):
        return self.driver.title

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        """The text of the first, in one look: what is there may make way for another in the next moment."""
        return self.run("return document.querySelector(arguments[0])?.textContent.trim() ?? null", selector)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def sideways(self):
        """How many pixels the page is wider than the window."""
        return self.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def axe(self):
        """Every violation of axe-core, of any impact: rule, impact and the first places."""
        if not self.run("return 'axe' in window"):
            self.run(AXE.read_text(encoding="utf-8"))
        result = self.driver.execute_async_script("""
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})
               .then(result => done(result.violations), error => done([{id: String(error), nodes: []}]));""")
        return [f"{rule['id']} ({rule.get('impact')}) at "
                + "; ".join(str(node["target"]) for node in rule["nodes"][:3]) for rule in result]

    # The keyboard

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def send(self, *keys):
        """Presses keys, the last of which sends a form, and waits for the page that comes."""
        before = self.driver.find_element(By.TAG_NAME, "html")
        self.press(*keys)
        # In the very moment of leaving a page, Chromium knows neither the old element nor that it is gone.
        wait = WebDriverWait(self.driver, 20, ignored_exceptions=[WebDriverException])
        wait.until(staleness_of(before))
        wait.until(lambda driver: driver.execute_script("return document.readyState") == "complete")

    def focused(self):
        """Id, tag and text of what has the focus, and how its focus shows."""
        return self.run("""
            const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
            // A choice in a row shows it around the row.
            const outlines = [e, e.labels && e.labels[0], e.matches('input') && e.parentElement].filter(Boolean)
                .flatMap(one => [getComputedStyle(one), getComputedStyle(one, '::after')]).filter(one => one.outlineStyle !== 'none')
                .map(one => parseFloat(one.outlineWidth));
            return {id: e.id, name: e.name || '', tag: e.tagName, text: (e.textContent || '').trim().slice(0, 60),
                    outline: Math.max(0, ...outlines), shadow: s.boxShadow,
                    visible: b.width > 0 && b.bottom > 0 && b.top < innerHeight};""")

    def tab_to(self, fits, most=250):
        """Presses Tab until the focus is where `fits` says; gives every stop on the way."""
        stops = []
        for _ in range(most):
            self.press(Keys.TAB)
            stops.append(self.focused())
            if fits(stops[-1]):
                return stops
        raise RuntimeError("the focus never came there")

    # What happened behind it

    def gather(self):
        """Takes the logs in: what was asked for over the network, and what the console says."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self.requested.append(message["params"]["request"]["url"])
        for entry in self.driver.get_log("browser"):
            if entry["level"] not in ("SEVERE", "WARNING"):
                continue
            # That a page itself answers 400 or 401 is told by the browser too, and is no complaint of the page.
            address = urlsplit(entry["message"].split(" ")[0])
            if "the server responded with a status of 4" in entry["message"] \
                    and address.path in {urlsplit(page).path for page in self.pages}:
                continue
            self.complaints.append(entry["message"])

    def strangers(self):
        """Addresses on another host that were asked for."""
        own = urlsplit(self.base).netloc
        return sorted({url for url in self.requested
                       if urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).netloc != own})
