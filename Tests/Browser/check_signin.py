"""Sign-in, sessions, forms and proxies from outside: who gets in, who stays in, and whose word counts.

    check_signin.py PROGRAM DATA [PART…]

Starts PROGRAM itself, on free ports and with states of its own. The addresses 127.0.0.1 (a proxy) and 127.0.0.2
(anybody) are both of this machine.
"""

import http.client
import re
from urllib.parse import urlencode, urlsplit

from parts import run

SEARCH = {"age": 24, "gender": "female", "threat": "orange", "urgency": "now"}
TOKEN = re.compile(r'name="token" value="([0-9a-f]{128})"')


class Window:
    """One browser window without scripts: keeps the cookie, sends forms as a page of the site does."""

    def __init__(self, address, source="127.0.0.1", **always):
        self.address, self.source, self.always = urlsplit(address).netloc, source, always
        self.cookie = self.token = None

    def send(self, method, path, form=None, **fields):
        connection = http.client.HTTPConnection(self.address, timeout=20, source_address=(self.source, 0))
        headers = {name.replace("_", "-"): value for name, value in {**self.always, **fields}.items()}
        if self.cookie:
            headers.setdefault("Cookie", self.cookie)
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(form)
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        self.text, self.fields = response.read().decode(), response.headers
        connection.close()
        if cookie := response.headers.get("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        if found := TOKEN.search(self.text):
            self.token = found[1]
        return response.status

    def sign_in(self, key):
        return self.send("POST", "/inloggen", {"key": key})

    @property
    def account(self):
        return self.send("GET", "/account")


def sessions(house):
    """Getting in and out, on pages alone."""
    checks = house.checks
    with house.serving(house.state()) as server:
        one, two, other = (Window(server.address) for _ in range(3))
        checks.same(one.account, 401, "an account without a session")
        checks.same([one.sign_in("demo-coordinator"), two.sign_in("demo-coordinator"), other.sign_in("demo-admin")],
                    [303, 303, 303], "signing in")
        checks.that(one.cookie != two.cookie and len(one.cookie) > 64, "cookies are long and each another")
        checks.same([one.account, two.account], [200, 200], "accounts")
        checks.that("Er zijn 2 sessies open" in two.text, "the sessions of a key are counted")
        checks.that(one.send("GET", "/v1/audit-events", Cookie=other.cookie) == 401, "the API takes no cookie")

        checks.same(one.send("POST", "/zoeken", SEARCH), 403, "a search without a token")
        checks.that('value="24"' in one.text, "what was filled in stays in the page")
        checks.same(one.send("POST", "/zoeken", {**SEARCH, "token": one.token}), 200, "the same with the token of that page")
        two.send("GET", "/account")
        checks.same(one.send("POST", "/uitloggen-overal", {"token": two.token}), 403, "the token of another session")
        for fields in ({"Origin": "https://elders.example"}, {"Sec_Fetch_Site": "cross-site"}, {"Origin": "null"}):
            status = one.send("POST", "/uitloggen", {"token": one.token}, **fields)
            checks.same(status, 403, f"a form of another site, {fields}")

        first = one.cookie
        checks.same(one.send("POST", "/uitloggen-overal", {"token": one.token}), 303, "signing out everywhere")
        checks.that(one.fields.get("Clear-Site-Data"), "the browser's store is cleared")
        one.cookie = first
        checks.same([one.account, two.account, other.account], [401, 401, 200], "who is still in")
        checks.same(two.send("POST", "/zoeken", {**SEARCH, "key": "demo-coordinator"}), 200, "signing in beside the answers")
        checks.that("demo-coordinator" not in two.text, "the key is not repeated")
        checks.same(two.account, 200, "and staying in")


def proxies(house):
    """Whom a named proxy speaks for, and that nobody else can."""
    checks = house.checks
    state = house.state()
    house.run("key", "issue", "--role", "coordinator", "--name", "anna", "--user", "anna", state=state)
    options = ("--trusted-proxy", "127.0.0.1", "--user-header", "X-Remote-User", "--site", "https://opvang.example")
    with house.serving(state, *options) as server:
        ours = {"Host": "opvang.example"}
        anna = Window(server.address, X_Remote_User="anna", **ours)
        checks.same(anna.account, 200, "somebody the proxy vouches for")
        checks.that(anna.cookie is None, "without a cookie")
        checks.same(anna.send("POST", "/zoeken", SEARCH), 403, "a form without a token")
        checks.same(anna.send("POST", "/zoeken", {**SEARCH, "token": anna.token}), 200, "a form with one")
        checks.same(anna.send("GET", "/v1/changes"), 401, "the API knows keys alone")
        number = house.run("key", "list", state=state).stdout.split("\t")[0]
        house.run("key", "rotate", number, "--at-once", state=state)
        checks.same(Window(server.address, X_Remote_User="anna", **ours).account, 200, "a new key for the same user")
        stranger = Window(server.address, X_Remote_User="niemand", **ours)
        checks.same(stranger.account, 401, "somebody whom no key names")
        checks.that("Er hoort nog geen toegangssleutel" in stranger.text, "and that is said")
        forger = Window(server.address, "127.0.0.2", X_Remote_User="anna", X_Forwarded_For="127.0.0.1", **ours)
        checks.same(forger.account, 401, "the same words from anybody else")

        for path in ("/", "/v1/provinces", "/opvangkaart.css"):
            guest = Window(server.address, Host="elders.example", X_Forwarded_Host="opvang.example")
            checks.same(guest.send("GET", path), 421, f"another host at {path}")
            checks.that("elders" not in guest.text, "what is not repeated")
        health = Window(server.address)
        checks.same(health.send("GET", "/v1/health"), 200, "health from this machine")
        checks.same(health.send("GET", "/v1/health", X_Forwarded_For="192.0.2.1"), 421, "health through a proxy")


PARTS = [("sessions", sessions), ("proxies", proxies)]


if __name__ == "__main__":
    run(__doc__, PARTS)
