"""Clients that write until the program is gone, and know what must be there when it comes back."""

import random

from ledger_talk import BROKEN, capacity, hold, step

HELD_TOTAL, HELD_FREE = 10_000, 9_000
ENDS = {"placed": "closures", "withdrawn": "closures", "accepted": "decisions", "declined": "decisions"}


class Writer:
    """One client that is the only one to write what it writes, so that it knows what must be there."""

    def __init__(self, seed):
        self.random, self.acknowledged, self.client = random.Random(seed), 0, None

    def go_on(self, address_of, ended):
        """Writes until the program is gone."""
        self.client = address_of()
        try:
            while not ended.is_set():
                self.write()
        except BROKEN:
            pass
        self.client.connection.close()

    def done(self, answer, statuses=(200,)):
        """Counts an answer as acknowledged; anything else than a success is an error of the program."""
        if answer.status not in statuses:
            raise RuntimeError(f"{answer.status}: {answer.body[:200]!r}")
        self.acknowledged += 1
        return answer.json()


class Reporter(Writer):
    """Sends counts of one service, each naming the version before."""

    def __init__(self, seed, service):
        super().__init__(seed)
        self.service, self.kept, self.sent = service, None, None

    def write(self):
        total = self.random.randrange(1, 10_000)
        self.sent = {"total": total, "free": self.random.randrange(total + 1), "paused": self.random.random() < 0.1}
        answer = self.client.send("PUT", capacity(self.service), "admin", body=self.sent,
                                  If_Match=f'"{self.kept["version"]}"')
        self.kept, self.sent = self.done(answer), None

    def check(self, client, checks):
        found = client.get(capacity(self.service), "admin").json()
        if self.kept is None:
            self.kept = found
        if self.sent and found["version"] == self.kept["version"] + 1:
            wrong = {key for key, value in self.sent.items() if found[key] != value}
        else:
            wrong = {key for key, value in self.kept.items() if key != "freshness" and found[key] != value}
        checks.that(not wrong, f"{self.service}: {sorted(wrong)} of {found} where {self.kept} was acknowledged "
                               f"and {self.sent} was under way")
        self.kept, self.sent = found, None


class Confirmer(Writer):
    """Says of one service that its count still holds."""

    def __init__(self, seed, service):
        super().__init__(seed)
        self.service, self.kept = service, None

    def write(self):
        self.kept = self.done(self.client.send("POST", capacity(self.service) + "/confirmations", "admin"))

    def check(self, client, checks):
        found = client.get(capacity(self.service), "admin").json()
        if self.kept:
            more = found["version"] - self.kept["version"]
            checks.that(more in (0, 1), f"{self.service}: version {found['version']} after {self.kept['version']}")
            checks.that(found["confirmedAt"] >= self.kept["confirmedAt"], f"{self.service}: confirmed back in time")
            checks.same([found[key] for key in ("total", "free")], [self.kept[key] for key in ("total", "free")],
                        f"{self.service}: places after a confirmation")
        self.kept = found


class Holder(Writer):
    """Opens holds on one service, and ends them in all ways."""

    def __init__(self, seed, name, service, keys):
        super().__init__(seed)
        self.name, self.service, self.keys = name, service, keys
        self.states, self.placed, self.open = {}, 0, []
        self.under_way, self.recent, self.count = None, set(), 0

    def write(self):
        if len(self.open) < 3 or (len(self.open) < 20 and self.random.random() < 0.4):
            self.count += 1
            self.under_way = ("open", f"{self.name}-{self.count}", self.random.randrange(1, 4))
            self.take(self.ask())
        else:
            reference = self.open[self.random.randrange(len(self.open))]
            choices = ["placed", "withdrawn"]
            if self.states[reference][0] == "open":
                choices += ["accepted", "declined"]
            self.under_way = ("end", reference, self.random.choice(choices))
            what = self.under_way[2]
            body = {"outcome": what} if ENDS[what] == "closures" else {"decision": what}
            if what == "declined":
                body["reason"] = "group_mix"
            side = "shelter" if ENDS[what] == "decisions" else "coordinator"
            answer = self.done(step(self.client, reference, ENDS[what], body, key=self.keys[side]), (200, 201))
            self.turn(reference, answer["state"])
        self.under_way = None

    def ask(self):
        _, name, places = self.under_way
        return hold(self.client, self.service, places, key=self.keys["coordinator"], idempotency=name)

    def take(self, answer):
        found = self.done(answer, (200, 201))
        self.states[found["reference"]] = ("open", found["places"])
        self.open.append(found["reference"])
        self.recent.add(found["reference"])

    def turn(self, reference, state):
        places = self.states[reference][1]
        self.states[reference] = (state, places)
        self.recent.add(reference)
        if state != "accepted":
            self.open.remove(reference)
            self.placed += places if state == "placed" else 0

    def check(self, client, checks, everything=False):
        """Each hold that was touched, as it was acknowledged; then the sum of all of them against the count."""
        self.client = client
        if self.under_way and self.under_way[0] == "open":
            # The answer was lost: the same request again gives the same hold, or the first one.
            self.take(self.ask())
        elif self.under_way:
            reference, wanted = self.under_way[1:]
            found = self.read(client, reference)["state"]
            checks.that(found in (self.states[reference][0], wanted), f"{reference}: {found} on the way to {wanted}")
            if found == wanted:
                self.turn(reference, wanted)
        self.under_way = None
        for reference in list(self.states) if everything else self.recent:
            found = self.read(client, reference)
            checks.same((found.get("state"), found.get("places")), self.states[reference], f"hold {reference}")
        self.recent = set()
        held = sum(self.states[reference][1] for reference in self.open)
        count = client.get(capacity(self.service), "admin").json()
        checks.same((count["free"], count["held"]), (HELD_FREE - self.placed - held, held), f"{self.service}: the sum")

    def read(self, client, reference):
        return client.send("GET", f"/v1/holds/{reference}", key=self.keys["coordinator"]).json()


def attempt(writer, client, ended, errors):
    try:
        writer.go_on(client, ended)
    except Exception as error:
        errors.append(f"{type(writer).__name__}: {error!r}")
