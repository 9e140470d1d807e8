"""A client that looks at each answer: its status, its type, its version."""

from ledger_talk import CRISIS, OTHER_SHELTER, capacity, hold, put, step

FIELDS = {"reference", "serviceId", "places", "state", "createdAt", "expiresAt"}
ACCEPT, DECLINE = {"decision": "accepted"}, {"decision": "declined", "reason": "group_mix"}
PLACED, WITHDRAWN = {"outcome": "placed"}, {"outcome": "withdrawn"}


def values(tree, key):
    """Every value that stands under this key, at any depth."""
    if isinstance(tree, dict):
        return [value for name, value in tree.items() if name == key] + \
               [found for value in tree.values() for found in values(value, key)]
    return [found for value in tree for found in values(value, key)] if isinstance(tree, list) else []


def json_texts(tree):
    """Every text in it."""
    if isinstance(tree, dict):
        return {text for value in tree.values() for text in json_texts(value)}
    if isinstance(tree, list):
        return {text for value in tree for text in json_texts(value)}
    return {tree} if isinstance(tree, str) else set()


class Desk:
    """One client and what its answers must be like."""

    def __init__(self, house, server):
        self.checks, self.client = house.checks, server.client()

    def send(self, method, path, status, role=None, **rest):
        answer = self.client.send(method, path, role, **rest)
        statuses = status if isinstance(status, tuple) else (status,)
        who = role or ("a key" if "key" in rest else "nobody")
        self.checks.that(answer.status in statuses, f"{method} {path} by {who} with {rest.get('body')}: "
                                                    f"{answer.status} instead of {status}: {answer.body[:200]!r}")
        if answer.status >= 400:
            self.checks.same(answer.type, "application/problem+json", f"type of {answer.status} on {path}")
            self.checks.same(answer.json().get("status"), answer.status, f"status in the body on {path}")
        return answer

    def count(self, service, role="admin"):
        """The count as it stands; ETag and version must be the same."""
        answer = self.send("GET", capacity(service), 200, role)
        return self.tagged(answer)

    def tagged(self, answer):
        body = answer.json()
        self.checks.same(answer.fields.get("etag"), f'"{body.get("version")}"', "ETag")
        self.checks.that(body["free"] is None or body["free"] + body["held"] <= body["total"], f"the sum in {body}")
        return body

    def report(self, service, status, body, version=None, role="shelter", **rest):
        fields = {} if version is None else {"If_Match": f'"{version}"'}
        return self.send("PUT", capacity(service), status, role, body=body, **fields, **rest)


class HoldDesk(Desk):
    """A desk that knows holds; with a state also with keys of another co-ordinator and another shelter."""

    def __init__(self, house, server, state=None):
        super().__init__(house, server)
        if state:
            self.other = house.issue(state, "coordinator", "another co-ordinator")[1]
            self.other_shelter = house.issue(state, "shelter", "another shelter", OTHER_SHELTER)[1]

    def room(self, service, free, total=None, **rest):
        answer = put(self.client, service, free, total or free, **rest)
        self.checks.same(answer.status, 200, f"{free} free in {service}")

    def open(self, service=CRISIS, places=1, **rest):
        answer = hold(self.client, service, places, **rest)
        self.checks.same(answer.status, 201, f"a hold on {service}: {answer.body[:200]!r}")
        body = answer.json()
        self.checks.that(FIELDS <= set(body), f"the fields of a hold: {sorted(body)}")
        self.checks.same((body["serviceId"], body["places"], body["state"]), (service, places, "open"), "a new hold")
        self.checks.same(answer.fields.get("location"), f"/v1/holds/{body['reference']}", "Location")
        return body["reference"]

    def step(self, reference, what, status, body=None, role=None, key=None, state=None):
        answer = step(self.client, reference, what, body, role, key)
        statuses = status if isinstance(status, tuple) else (200, 201) if status == 200 else (status,)
        self.checks.that(answer.status in statuses, f"{what} {body} by {role or 'a key'}: {answer.status} instead of "
                                                    f"{status}: {answer.body[:200]!r}")
        if answer.status >= 400:
            self.checks.same(answer.type, "application/problem+json", f"type of {answer.status} for {what}")
        elif state:
            self.checks.same(answer.json()["state"], state, f"the state after {what} {body}")
        return answer

    def places(self, service, free, held, what):
        count = self.count(service)
        self.checks.same((count["free"], count["held"]), (free, held), f"free and held: {what}")
        return count
