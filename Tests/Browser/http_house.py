"""The program under attack: where it listens, how it does, and every answer it gave."""

import json
import re
import time
from pathlib import Path

from rawhttp import Ended, Wire, request

ROOT = Path(__file__).resolve().parents[2]
# Words that nobody but these checks sends. None may be found in the log.
MARKERS = {"path": "kwartelnest", "query": "zwaluwstaart", "field": "ijsvogelblauw", "body": "boomkruipertje",
           "method": "GRUTTOKUIKEN"}


class House:
    """One running program, by its address, process and log file."""

    def __init__(self, address, process, log, checks):
        self.address, self.log, self.checks = address, Path(log), checks
        self.process = Path("/proc") / str(process)
        # Every answer that was read, and the numbers of those that refuse a request for its form: for the log.
        self.answers, self.refused = [], set()

    def wire(self, **options):
        return Wire(self.address, **options)

    def read(self, wire, method, what):
        """Reads one answer and counts whether it is sane."""
        answer = wire.read(method)
        self.checks.same(answer.faults, [], f"faults in the answer to {what}")
        self.note(answer)
        return answer

    def note(self, answer, refused=False):
        """Keeps an answer for the check of the log."""
        if refused:
            self.refused.add(answer.field("x-request-id"))
        elif answer.status >= 200:
            self.answers.append(answer)

    def ask(self, method, target, body=None, **fields):
        """One request on a connection of its own, answered to the end and with nothing behind it."""
        what = f"{method} {target} {fields or ''}".strip()
        with self.wire() as wire:
            wire.send(request(method, target, body, Connection="close", **fields))
            answer = self.read(wire, method, what)
            self.checks.that(answer.closes, f"Connection: close on {what}")
            self.checks.same(wire.rest(), b"", f"bytes behind the answer to {what}")
        return answer

    def descriptors(self):
        return len(list((self.process / "fd").iterdir()))

    def settled_descriptors(self):
        """As soon as their number has stayed the same for a moment: what was closed here, is closed there."""
        seen = []
        while len(seen) < 50 and (len(seen) < 4 or len(set(seen[-4:])) > 1):
            seen.append(self.descriptors())
            time.sleep(0.05)
        return seen[-1]

    def resident(self):
        """Resident memory in kB."""
        return int(re.search(r"VmRSS:\s+([0-9]+)", (self.process / "status").read_text())[1])

    def lives(self):
        """Whether the process is there and answers."""
        try:
            return self.process.exists() and self.ask("GET", "/v1/health").status == 200
        except (OSError, Ended):
            return False

    def provinces(self):
        """Their codes, as the API lists them."""
        contents = json.loads(self.ask("GET", "/v1/provinces?pageSize=100").body)["contents"]
        return [province["code"] for province in contents]
