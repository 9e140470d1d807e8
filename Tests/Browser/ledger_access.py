"""The audit: every act once, in a chain that anybody can check, and nothing secret in it."""

import hashlib
import json
import re
from collections import Counter

from ledger_desk import ACCEPT, DECLINE, PLACED, WITHDRAWN, HoldDesk, json_texts, values
from ledger_house import contents, journal, records, written
from ledger_talk import CRISIS, WOMEN, capacity, fingerprint, hold, pages, until

AUDIT = "/v1/audit-events"
LINE = re.compile(rb'(?P<body>\{.*),"hash":"(?P<hash>[0-9a-f]{64})"\}')


def chain_faults(state):
    """What is wrong with the journal, by nothing but its own bytes: hashes, links, numbers, form."""
    found, previous, sequence, moment = [], "0" * 64, 0, ""
    for path in journal(state):
        for number, line in enumerate(written(path).splitlines(), 1):
            match, where = LINE.fullmatch(line), f"{path.name}:{number}"
            if not match:
                return [*found, f"{where} is no record"]
            body, record = match["body"] + b"}", json.loads(line)
            plain = json.dumps(json.loads(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
            checks = {
                "hash": hashlib.sha256(body).hexdigest() == record["hash"], "previous": record["previous"] == previous,
                "sequence": record["sequence"] == sequence + 1, "form": plain == body,
                "time": record["time"] >= moment, "batch": 0 < record.get("batch", 0) <= record["sequence"],
            }
            found += [f"{where}: {name}" for name, holds in checks.items() if not holds]
            previous, sequence, moment = record["hash"], record["sequence"], record["time"]
    return found


def listed(client):
    """All events of the audit, oldest first."""
    found, _ = pages(client, AUDIT, "admin")
    return sorted(found, key=lambda one: one["sequence"])


def kinds(events):
    """How often each kind of event is there; who looked is a matter of its own."""
    found = Counter()
    for one in events:
        if one["eventType"] != "data_viewed":
            found[one["eventType"]] += one["count"]
    return found


def act(house, desk, server):
    """One of everything, and how often each kind of event must be there afterwards."""
    wanted = Counter()
    for free in (3, 4):
        desk.room(CRISIS, free, 8)
    desk.send("POST", capacity(CRISIS) + "/confirmations", 200, "shelter")
    desk.report(WOMEN, 200, {"total": 4, "free": 1}, desk.count(WOMEN)["version"])
    desk.send("POST", capacity(WOMEN) + "/reversals", 200, "shelter", If_Match=f'"{desk.count(WOMEN)["version"]}"')
    wanted.update(capacity_reported=3, capacity_confirmed=1, capacity_reverted=1)
    secret = f"herhaal-{fingerprint()}"
    first = desk.open(idempotency=secret)
    house.checks.same(hold(desk.client, CRISIS, idempotency=secret).json()["reference"], first, "sent again")
    declined, withdrawn = desk.open(), desk.open()
    desk.step(first, "extensions", 200, role="coordinator")
    desk.step(first, "decisions", 200, ACCEPT, "shelter")
    desk.step(first, "closures", 200, PLACED, "coordinator")
    desk.step(declined, "decisions", 200, DECLINE, "shelter")
    desk.step(withdrawn, "closures", 200, WITHDRAWN, "coordinator")
    wanted.update(hold_opened=3, hold_extended=1, hold_accepted=1, hold_placed=1, hold_declined=1, hold_withdrawn=1)
    house.checks.same(server.sign_in("demo-coordinator").status, 303, "a sign-in")
    typed = f"getypt-{fingerprint()}"
    for _ in range(2):
        house.checks.same(server.sign_in(typed).status, 400, "a bad sign-in")
    wanted.update(signed_in=1, sign_in_failed=2)
    for role in ("coordinator", "comensha", "shelter", "policy"):
        desk.send("GET", AUDIT, 403, role)
    desk.report(CRISIS, 403, {"total": 8, "free": 1}, 0, role="policy")
    wanted.update(access_refused=5)
    desk.send("GET", "/v1/services", 200, "policy", Accept="text/csv")
    wanted.update(data_exported=1)
    # These leave no trace: a read, a fault in what was sent, a version that has passed.
    desk.send("GET", AUDIT, 401)
    desk.report(CRISIS, 400, {}, 0)
    desk.report(CRISIS, 412, {"total": 8, "free": 1}, 0)
    return wanted, [secret, typed]


def audit(house):
    state = house.state()
    with house.serving(state) as server:
        desk = HoldDesk(house, server, state)
        before = kinds(listed(desk.client))
        wanted, secrets = act(house, desk, server)
        number, secret = house.issue(state, "policy", "kort")
        house.checks.same(house.run("key", "revoke", number, state=state).returncode, 0, "key revoke")
        wanted.update(key_issued=1, key_revoked=1)
        settled = until(3, lambda: kinds(listed(desk.client))["key_revoked"] >= 1)
        house.checks.that(settled, "a revoked key is told within seconds")
        events = listed(desk.client)
        found = kinds(events)
        # The two keys that were issued for this desk may be told before or after the first look.
        found["key_issued"] -= 2
        before["key_issued"] = 0
        found.subtract(before)
        house.checks.same({kind: count for kind, count in found.items() if count}, dict(wanted), "every act once")
        about = [one for one in events if one["eventType"] in ("key_issued", "key_revoked")]
        house.checks.same(sum(number in json_texts(one) for one in about), 2, "which key it is about")
        look(house, desk, state, events)
        server.kill()
        secrets += [secret, desk.other, desk.other_shelter]
    later = house.issue(state, "policy", "in the dark")[0]
    with house.serving(state) as server:
        client = server.client()
        house.checks.that(until(2, lambda: any(later in json_texts(one) for one in listed(client))),
                          "a key that was issued while nothing ran")
        again = listed(client)
        house.checks.same(again[:len(events)], events, "the audit after a start")
        more = kinds(again[len(events):])
        more = {kind: count for kind, count in more.items() if count}
        house.checks.same(more, {"key_issued": 1, "service_started": 1}, "and nothing twice")
    house.checks.same(chain_faults(state), [], "the chain")
    for name, content in contents(state).items():
        for text in secrets:
            house.checks.that(text.encode() not in content, f"nothing secret is in {name}")


def look(house, desk, state, events):
    """Each event with its place in the chain."""
    lines = {record["sequence"]: record for record in records(state)}
    for one in events:
        number = one["sequence"]
        house.checks.that(lines[number]["hash"] == one["hash"], f"the hash of event {number}")
        house.checks.same(one["eventType"], lines[number]["kind"], f"the kind of event {number}")
    numbers = [one["sequence"] for one in events]
    house.checks.same(numbers, sorted(set(numbers)), "each event once")
    for size in (7, 50):
        house.checks.same(len(pages(desk.client, AUDIT, "admin", size=size)[0]), len(events), f"pages of {size}")
    for query in ("page=0", "pageSize=101", "onbekend=1"):
        desk.send("GET", f"{AUDIT}?{query}", 400, "admin")
    for method in ("POST", "PUT", "DELETE"):
        desk.send(method, AUDIT, 405, "admin")


def looks(house):
    """Who looked at what is protected: the first time at once, the others as a sum, and nothing of what was asked."""
    state, marks = house.state(), ("GM0088", "GM0096", '"age":113', "113 jaar")
    with house.serving(state) as server:
        client = server.client()
        for _ in range(3000):
            house.checks.same(client.get(capacity(CRISIS), "policy").status, 200, "a count")
        profile = {"age": 113, "gender": "male", "urgency": "now", "threat": "red", "dangerAreas": ["GM0088", "GM0096"]}
        for _ in range(5):
            desk_answer = client.send("POST", "/v1/placements/_search", "coordinator", profile)
            house.checks.same(desk_answer.status, 200, "a search")
        for role, status in (("policy", 403), ("admin", 200)):
            house.checks.same(client.get(AUDIT, role).status, status, f"the audit as {role}")
        found = pages(client, f"{AUDIT}?eventType=data_viewed", "admin")[0]
        seen = Counter((one["actorId"], one["resource"]) for one in found)
        wanted = [("demo-policy", "/v1/services/{id}/capacity"), ("demo-coordinator", "/v1/placements/_search"),
                  ("demo-admin", AUDIT)]
        house.checks.same(dict(seen), {one: 1 for one in wanted}, "one record of each")
        about = pages(client, f"{AUDIT}?actorId=demo-policy&resource=/v1/services", "admin")[0]
        house.checks.same(len(about), 1, "by key and address")
        server.stop()
    with house.serving(state) as server:
        sums = {one["resource"]: one["count"] for one in listed(server.client()) if one["since"]}
        house.checks.same(sums.get("/v1/services/{id}/capacity"), 2999, "the sum of the others, written at the end")
        house.checks.same(sums.get("/v1/placements/_search"), 4, "and of the searches")
    house.checks.same(chain_faults(state), [], "the chain")
    for name, content in contents(state).items():
        for mark in marks:
            house.checks.that(mark.encode() not in content, f"nothing of a profile is in {name}")


PARTS = [("audit", audit), ("looks", looks)]
