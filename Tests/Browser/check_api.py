"""Every path of the API against its own document, and what bad requests get.

    check_api.py ADDRESS
"""

import json
import sys

from api import KEYS, Client, Listener
from checks import Checks
from schemas import Document

SERVICE = "/v1/services/voorbeeld-de-zilverwilg-crisisopvang"
OTHER_SERVICE = "/v1/services/voorbeeld-de-zilverwilg-vrouwenopvang"
SEARCH = "/v1/placements/_search"
EXPLAIN = "/v1/placements/_explain"
PROFILES = [
    {"age": 24, "gender": "female", "urgency": "now", "threat": "red", "residence": "unknown"},
    {"age": 16, "gender": "unknown", "urgency": "days", "threat": "green", "residence": "unaccompanied_minor",
     "circumstances": ["acute_suicidality"], "currentMunicipality": "GM0193"},
    {"age": 45, "gender": "male", "urgency": "planned", "threat": "green", "housing": "safe_own_place",
     "exploitationForms": ["serious_disadvantage"], "registeredMunicipality": "GM0193"},
    {"age": 120, "gender": "non_binary", "urgency": "now", "threat": "orange", "household": "group", "persons": 1000},
]


class Walk:
    """Sends requests and holds every answer against the document."""

    def __init__(self, client, document, checks):
        self.client, self.document, self.checks = client, document, checks

    def send(self, method, target, status, role=None, **rest):
        answer = self.client.send(method, target, role, **rest)
        who = role or "nobody"
        self.checks.same(answer.status, status, f"{method} {target} for {who}")
        for fault in self.document.faults(method, target, answer):
            self.checks.that(False, fault)
        if answer.type == "application/problem+json":
            self.checks.same(answer.json()["status"], answer.status, f"status in the body of {method} {target}")
        return answer

    def get(self, target, role=None, **fields):
        return self.send("GET", target, 200, role, **fields)

    def contents(self, target, role=None):
        """All pages of a list."""
        first = self.get(f"{target}?pageSize=100", role).json()
        found = list(first["contents"])
        for page in range(2, first["totalPages"] + 1):
            found += self.get(f"{target}?pageSize=100&page={page}", role).json()["contents"]
        self.checks.same(len(found), first["totalItems"], f"elements on all pages of {target}")
        return found


def examples(walk):
    """Every GET of the document, with the example ids that stand in it."""
    # A reference is drawn: that of a hold which is given back at once stands in for the example.
    hold = walk.send("POST", f"{OTHER_SERVICE}/holds", 201, "coordinator", body={"places": 1})
    walk.send("POST", f"{hold.fields['location']}/closures", 200, "coordinator", body={"outcome": "withdrawn"})
    for method, path, operation in walk.document.operations():
        if method != "GET":
            continue
        target = path.replace("{reference}", hold.json()["reference"])
        for parameter in operation["parameters"]:
            if parameter["in"] == "path":
                target = target.replace("{" + parameter["name"] + "}", parameter["example"])
        is_open = {} in operation["security"]
        content = operation["responses"]["200"].get("content", {})
        if "text/event-stream" in content:
            listens(walk, target)
            continue
        for role in ([None] if is_open else []) + list(KEYS):
            walk.send("GET", target, 200 if is_open or role in operation["description"] else 403, role)
        if not is_open:
            walk.send("GET", target, 401)
        if "text/csv" in content:
            answer = walk.get(target, None if is_open else "admin", Accept="text/csv")
            walk.checks.same(answer.type, "text/csv", f"type of {target} as a table")


def listens(walk, target):
    """A stream of events: each role hears of a confirmed count, word for word as the count itself."""
    walk.send("GET", target, 401)
    walk.send("GET", target, 406, "policy", Accept="application/json")
    walk.send("GET", target, 400, "policy", Last_Event_ID="x")
    streams = {role: Listener(walk.client.address, target, role) for role in KEYS}
    confirmed = walk.send("POST", f"{SERVICE}/capacity/confirmations", 200, "shelter")
    for role, stream in streams.items():
        walk.checks.same(stream.type, "text/event-stream; charset=utf-8", f"type of {target} for {role}")
        walk.checks.same(stream.block()[0], "retry: 2000", f"beginning of {target} for {role}")
        lines = stream.block()
        walk.checks.same(lines[1:], ["event: capacity", "data: " + confirmed.body.decode()], f"event for {role}")
        stream.close()
        again = Listener(walk.client.address, target, role, int(lines[0].removeprefix("id: ")) - 1)
        again.block()
        walk.checks.same(again.block(), lines, f"the same event for {role} who comes back")
        again.close()


def everything(walk):
    """Every element of every list, one by one."""
    for path, key in [("provinces", "code"), ("municipalities", "code"), ("organizations", "id"), ("services", "id"),
                      ("code-lists", "name")]:
        for element in walk.contents(f"/v1/{path}"):
            walk.get(f"/v1/{path}/{element[key]}")
    for service in walk.contents("/v1/services", "admin"):
        walk.get(f"/v1/services/{service['id']}", "admin")
        if service["shelterKind"] is not None:
            walk.get(f"/v1/services/{service['id']}/capacity", "policy")


def searches(walk):
    schema = walk.document.tree["components"]["schemas"]["Profile"]
    validator = walk.document.validator(schema)
    for profile in PROFILES + schema["examples"]:
        walk.checks.same([e.message for e in validator.iter_errors(profile)], [], "a profile as the document has it")
        for role in ("coordinator", "comensha", "admin"):
            full = walk.send("POST", SEARCH, 200, role, body=profile).json()
            top = walk.send("POST", f"{SEARCH}?detail=top&limit=1", 200, role, body=profile).json()
            ranks = [p["rank"] for s in full["sections"] for p in s["placements"]]
            walk.checks.same(ranks, list(range(1, len(ranks) + 1)), "ranks run on over all sections")
            walk.checks.same(sum(len(s["placements"]) for s in top["sections"]), min(1, len(ranks)), "one placement")
            walk.checks.that(full["contacts"], "somebody to call")


def explanations(walk):
    """Places that fit and that do not, explained; and who else needs them."""
    for profile in PROFILES:
        full = walk.send("POST", f"{SEARCH}?scarcity=shown", 200, "coordinator", body=profile).json()
        plain = walk.send("POST", SEARCH, 200, "coordinator", body=profile).json()
        placed = [p for s in full["sections"] for p in s["placements"]]
        walk.checks.same([p["serviceId"] for p in placed],
                         [p["serviceId"] for s in plain["sections"] for p in s["placements"]], "the order is the same")
        walk.checks.that(all(p["scarcity"]["profiles"] == len(p["scarcity"]["labels"]) for p in placed), "scarcity")
        walk.send("POST", f"{SEARCH}?scarcity=ranked", 200, "comensha", body=profile)
        for section in full["sections"]:
            firsts = [index for index, p in enumerate(section["placements"]) if "below" not in p]
            walk.checks.same(firsts, [0], "who stands below nobody")
        for service in full["excluded"][::25]:
            body = {"profile": profile, "serviceId": service["serviceId"]}
            answer = walk.send("POST", EXPLAIN, 200, "admin", body=body).json()["service"]
            walk.checks.same(answer["exclusions"], service["reasons"], "reasons of the search and of the explanation")
            change = answer["change"]
            walk.checks.that(change["facts"] or change["ownReasons"], "something stands between")
        for upper, lower in list(zip(placed, placed[1:]))[::25]:
            body = {"profile": profile, "serviceId": upper["serviceId"], "comparedWith": lower["serviceId"]}
            comparison = walk.send("POST", EXPLAIN, 200, "coordinator", body=body).json()["comparison"]
            walk.checks.same(comparison["lower"], lower["serviceId"], "who stands lower")
            walk.checks.same(comparison["key"], lower.get("below", {"key": "section"})["key"], "what decided")
    for role in ("shelter", "policy"):
        walk.send("POST", EXPLAIN, 403, role, body={"profile": PROFILES[0], "serviceId": "bestaat-niet"})
    bad = {"profile": {"age": "x"}, "serviceId": "bestaat-niet", "name": 1}
    errors = walk.send("POST", EXPLAIN, 400, "coordinator", body=bad).json()["errors"]
    pointers = sorted(error["pointer"] for error in errors)
    walk.checks.same(pointers, ["/name", "/profile/age", "/profile/gender", "/profile/threat", "/profile/urgency",
                                "/serviceId"], "all faults of a question at once")
    walk.send("POST", f"{SEARCH}?scarcity=on", 400, "coordinator", body=PROFILES[0])


def refusals(walk):
    """What bad requests get (contract section 8)."""
    capacity, good = f"{SERVICE}/capacity", {"total": 8, "free": 1}
    tag = walk.get(capacity, "shelter").fields["etag"]
    send, profile = walk.send, PROFILES[0]
    send("PUT", capacity, 401, body=good, If_Match=tag)
    send("PUT", capacity, 401, key="nobody", body=good, If_Match=tag)
    for role in ("coordinator", "comensha", "policy"):
        send("PUT", capacity, 403, role, body=good, If_Match=tag)
    send("PUT", "/v1/services/voorbeeld-de-haagbeuk-vrouwenopvang/capacity", 403, "shelter", body=good, If_Match=tag)
    send("PUT", "/v1/services/bestaat-niet/capacity", 404, "shelter", body=good, If_Match=tag)
    send("PUT", capacity, 415, "shelter", body=b"total=8", Content_Type="application/x-www-form-urlencoded")
    for bad in ({"total": 8, "free": 9}, {"total": 8, "free": -1}, {"total": 10_001, "free": 0}, {"total": 8}, [],
                {"total": 8, "free": "1"}, {"total": 8, "free": 1, "extra": 0}, {"total": 8, "free": 1.5},
                {"total": 8, "free": 1, "expectedFreeOn": "2020-01-01"}):
        answer = send("PUT", capacity, 400, "shelter", body=bad, If_Match=tag).json()
        walk.checks.that(answer.get("errors"), f"a pointer to the fault in {bad}")
    send("PUT", capacity, 428, "shelter", body=good)
    send("PUT", capacity, 412, "shelter", body=good, If_Match='"987654"')
    walk.checks.same(walk.get(capacity, "shelter").fields["etag"], tag, "the version after all refusals")
    send("POST", SEARCH, 401, body=profile)
    for role in ("shelter", "policy"):
        send("POST", SEARCH, 403, role, body=profile)
    for bad in (b"", b"{", b'{"age":1,"age":2}', b"[" * 40 + b"]" * 40, b"\xff", b"null"):
        send("POST", SEARCH, 400, "coordinator", body=bad, Content_Type="application/json")
    errors = send("POST", SEARCH, 400, "coordinator", body={"age": "x", "gender": "y", "urgent": 1}).json()["errors"]
    pointers = sorted(error["pointer"] for error in errors)
    walk.checks.same(pointers, ["/age", "/gender", "/threat", "/urgency", "/urgent"], "all faults at once")
    walk.checks.that('"y"' not in json.dumps(errors), "no error repeats what was sent")
    send("POST", SEARCH, 413, "coordinator", body=b" " * 1_100_000, Content_Type="application/json")
    for query in ("onbekend=1", "page=0", "pageSize=101", "province=NL-XX", "page=x"):
        send("GET", f"/v1/services?{query}", 400)
    send("GET", "/v1/services", 406, Accept="application/xml")


def frame(walk):
    """What holds for every answer of the API (conventions 1.1)."""
    fixed = {
        "cache-control": "no-store", "x-content-type-options": "nosniff", "x-frame-options": "DENY",
        "referrer-policy": "no-referrer", "api-version": walk.document.tree["info"]["version"],
    }
    for method, target, status in [
        ("GET", "/v1/provinces", 200), ("HEAD", "/v1/provinces", 200), ("GET", "/v1/provinces/", 404),
        ("GET", "/v1/nope", 404), ("DELETE", "/v1/provinces", 405), ("BREW", "/v1/provinces", 501),
        ("OPTIONS", "/v1/provinces", 204), ("GET", "/v1/provinces?x=1", 400), ("POST", SEARCH, 401),
    ]:
        answer = walk.client.send(method, target)
        walk.checks.same(answer.status, status, f"{method} {target}")
        for name, value in fixed.items():
            walk.checks.same(answer.fields.get(name), value, f"{name} of {method} {target}")
        if status == 405:
            walk.checks.same(answer.fields.get("allow"), "GET, HEAD, OPTIONS", f"Allow of {method} {target}")
        if status >= 400:
            walk.checks.same(answer.type, "application/problem+json", f"type of {method} {target}")


def main(base):
    checks, client = Checks(), Client(base)
    walk = Walk(client, Document(client.get("/v1/openapi.json").json()), checks)
    for name, part in [("every GET with its example", examples), ("every element of every list", everything),
                       ("searches", searches), ("explanations", explanations), ("refusals", refusals),
                       ("what every answer carries", frame)]:
        with checks.part(name):
            part(walk)
    checks.end()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
