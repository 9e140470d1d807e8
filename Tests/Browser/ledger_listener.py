"""One stream of `GET /v1/changes`, and what the journal says must be heard on it."""

import http.client
import json
import threading
import time
from urllib.parse import urlsplit

from ledger_talk import BROKEN

CHANGES = "/v1/changes"


class Listener:
    """One stream and every event that came on it, as (id, name, data), with the moment of its coming."""

    def __init__(self, address, key, last=None, query=""):
        self.events, self.moments, self.comments, self.ended = [], [], 0, False
        fields = {"Authorization": f"Bearer {key}", "Accept": "text/event-stream"}
        if last is not None:
            fields["Last-Event-ID"] = str(last)
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        self.connection.request("GET", CHANGES + query, headers=fields)
        self.socket = self.connection.sock
        self.answer = self.connection.getresponse()
        self.status = self.answer.status
        self.changed = threading.Condition()
        if self.status == 200:
            self.thread = threading.Thread(target=self._read, daemon=True)
            self.thread.start()

    def _read(self):
        lines = []
        try:
            while line := self.answer.readline():
                text = line.decode().rstrip("\r\n")
                if text:
                    lines.append(text)
                    continue
                self._take(lines)
                lines = []
        except (*BROKEN, ValueError, AttributeError):
            pass
        with self.changed:
            self.ended = True
            self.changed.notify_all()

    def _take(self, lines):
        event = parse(lines)
        with self.changed:
            self.comments += sum(line.startswith(":") for line in lines)
            if event:
                self.events.append(event)
                self.moments.append(time.monotonic())
            self.changed.notify_all()

    def wait(self, holds, seconds=5):
        """Waits until `holds(events)`; whether it did."""
        with self.changed:
            return self.changed.wait_for(lambda: holds(self.events) or self.ended, seconds) and holds(self.events)

    def close(self):
        try:
            self.socket.shutdown(2)
        except OSError:
            pass
        if self.status == 200:
            self.thread.join(5)
        self.connection.close()


def parse(lines):
    """The event of a block of lines, None for a comment alone."""
    fields = dict(line.split(": ", 1) if ": " in line else (line, "") for line in lines if not line.startswith(":"))
    return (int(fields["id"]), fields.get("event"), json.loads(fields["data"])) if "data" in fields else None


def timeless(events):
    """Without what a later moment says in another way."""
    return [(number, name, {key: value for key, value in data.items() if key != "freshness"})
            for number, name, data in events]


def alike(checks, found, wanted, what):
    """Counts one check: two runs of events are equal, or where they part is printed."""
    found, wanted = timeless(found), timeless(wanted)
    at = next((n for n, pair in enumerate(zip(found, wanted)) if pair[0] != pair[1]), min(len(found), len(wanted)))
    checks.that(found == wanted, f"{what}: {len(found)} events instead of {len(wanted)}, the first other one is "
                                 f"{found[at:at + 1]} instead of {wanted[at:at + 1]}")


def expected(lines, sees_hold):
    """What the journal says must have been told: the record, the kind of event, and what it is about."""
    found = []
    for line in lines:
        if "hold" in line and sees_hold(line["hold"]):
            found.append((line["sequence"], "hold", line["hold"]["reference"], line["hold"]["state"]))
        if line["kind"] in ("hold_extended", "hold_accepted"):
            continue  # these change no count, and only say what stands
        found += [(line["sequence"], "capacity", one["service"], one["version"]) for one in line.get("capacities", [])]
    return found


def told(events):
    return [(number // 1000, name, *((data["reference"], data["state"]) if name == "hold" else
                                     (data["serviceId"], data["version"]))) for number, name, data in events]
