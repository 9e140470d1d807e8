"""The program as these checks start, stop and kill it, each time on a state directory of their own."""

import json
import re
import shutil
import subprocess
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from api import Client

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 20
NO_LIMITS = ("--address-rate", "0", "--key-rate", "0")


class Server:
    """One running program, with what it said before it was asked anything."""

    def __init__(self, house, state, options=(), inside=()):
        self.house, self.said, self.address = house, [], None
        self.log = tempfile.NamedTemporaryFile(dir=house.scratch, prefix="log-", delete=False)
        self.process = subprocess.Popen(
            [*inside, house.program, "serve", "--port", "0", "--data", house.data, "--state", str(state),
             "--public", str(ROOT / "Public"), *house.pace, *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log, text=True)
        house.servers.append(self)

    def wait(self):
        """Waits for the line that says where it listens; None when it ends instead."""
        alarm = threading.Timer(START_SECONDS, self.process.kill)
        alarm.start()
        for line in self.process.stdout:
            self.said.append(line.rstrip("\n"))
            if line.startswith("listening on "):
                self.address = line.split()[-1]
                break
        alarm.cancel()
        return self if self.address else None

    @property
    def complaints(self):
        """What it wrote to its standard error, without the log of its answers."""
        lines = Path(self.log.name).read_text(errors="replace").splitlines()
        return [line for line in lines if not re.match(r"[0-9-]{10}T[0-9:]{8}Z ", line)]

    def client(self, source=None):
        return Client(self.address, source)

    def sign_in(self, key, source=None):
        """What the sign-in of the pages answers to a key."""
        return self.client(source).send(
            "POST", "/inloggen", body=urlencode({"key": key}).encode(), Origin=self.address,
            Content_Type="application/x-www-form-urlencoded")

    def kill(self):
        """As a power cut would: it gets no moment to tidy up."""
        self.process.kill()
        return self._end()

    def stop(self):
        self.process.terminate()
        return self._end()

    def _end(self):
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()
        if self in self.house.servers:
            self.house.servers.remove(self)
        return self.process.returncode


class House:
    """Where the program and its data are, and a scratch folder that goes when all is done."""

    def __init__(self, program, data, checks, pace=NO_LIMITS):
        """`pace`: how many requests may come; all of one house come from one address."""
        self.program, self.data, self.pace = str(Path(program).resolve()), str(Path(data).resolve()), pace
        self.checks, self.servers = checks, []
        self.scratch = Path(tempfile.mkdtemp(prefix="ledger-"))

    def close(self):
        for server in list(self.servers):
            server.kill()
        shutil.rmtree(self.scratch, ignore_errors=True)

    def state(self):
        """A path for a state directory that is not there yet."""
        return Path(tempfile.mkdtemp(dir=self.scratch, prefix="state-")) / "state"

    def start(self, state, *options, inside=()):
        """Starts and waits; an error when it does not listen."""
        server = Server(self, state, options, inside)
        if not server.wait():
            server.kill()
            raise RuntimeError(f"the program does not start: {server.complaints[:3]}")
        return server

    @contextmanager
    def serving(self, state, *options, inside=()):
        """A server for the length of a block; afterwards it is stopped where it still runs."""
        server = self.start(state, *options, inside=inside)
        try:
            yield server
        finally:
            if server.process.poll() is None:
                server.stop()

    def refused(self, state, *options, inside=()):
        """A start that must fail: exit status and the lines on standard error."""
        server = Server(self, state, options, inside)
        if server.wait():
            server.kill()
            return None, ["(it listens)"]
        status = server._end()
        return status, server.complaints

    def run(self, *words, state=None, inside=()):
        """A command of the program, run to its end."""
        options = ["--state", str(state)] if state else []
        return subprocess.run([*inside, self.program, *map(str, words), *options], capture_output=True, text=True,
                              timeout=60, stdin=subprocess.DEVNULL, cwd=self.scratch)

    def verify(self, state):
        return self.run("journal", "verify", state=state)

    def issue(self, state, role, name, organization=None):
        """A new key: its id and its secret."""
        more = ["--organization", organization] if organization else []
        done = self.run("key", "issue", "--role", role, "--name", name, *more, state=state)
        if done.returncode:
            raise RuntimeError(f"key issue: {done.stderr}")
        rows = [line.split("\t") for line in self.run("key", "list", state=state).stdout.splitlines()]
        return next(row[0] for row in rows if name in row), done.stdout.strip()


def journal(state):
    """The segments of the journal in their order."""
    first = [state / "journal.jsonl"] if (state / "journal.jsonl").exists() else []
    return first + sorted(state.glob("journal-*.jsonl"))


def written(path):
    """What was written to a segment, without the blanks behind it: room for what comes, which a kill leaves there."""
    return path.read_bytes().rstrip(b" ")


def records(state):
    """Every record of the journal as JSON."""
    return [json.loads(line) for path in journal(state) for line in written(path).splitlines()]


def contents(state, without=("lock", "keys.lock", "key-use.json")):
    """Every file of a state directory with its bytes."""
    return {path.name: path.read_bytes() for path in sorted(state.iterdir()) if path.name not in without}
