"""What `--production` asks for, who can read what the program writes, and what a crash leaves behind."""

import hashlib
import os
import re
import resource
import shutil
import signal
import socket
import stat
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from ledger_house import ROOT, Server
from ledger_talk import CRISIS, capacity, until

MARK = "zqx7merkteken"


def reasons(house, state):
    """What a start in production is refused with; None where it starts."""
    server = Server(house, state, ("--production",))
    if server.wait():
        server.stop()
        return None
    house.checks.same(server._end(), 1, "exit status of a refused start")
    house.checks.that(all(line.startswith("opvangkaart: ") for line in server.complaints), server.complaints)
    return server.complaints


def typed(house, line):
    """Does what a line says is to be typed."""
    command = re.split("[Tt]yp: ", line, maxsplit=1)[1].replace("opvangkaart key", f"{house.program} key", 1)
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=house.scratch)
    house.checks.same(done.returncode, 0, f"{command}: {done.stderr}")


def production(house):
    """All reasons at once, each mended by what it says to type; then it starts."""
    state = house.state().parent / "een map"
    house.checks.that("beheerder" in " ".join(reasons(house, state)), "no admin, no start")
    house.checks.that(not state.exists(), "a refused start makes nothing")
    house.issue(state, "policy", "balie")
    with house.serving(state) as server:
        server.client().get(capacity(CRISIS), "admin")
    state.chmod(0o755)
    (state / "keys.json").chmod(0o644)
    (state / "journal.jsonl").chmod(0o606)
    (state.parent).chmod(0o707)
    found = reasons(house, state)
    house.checks.same(len(found), 4, found)
    for line in found:
        typed(house, line)
    house.checks.same(reasons(house, state), None, "mended by what was said")
    house.checks.same(len(listed_ids(house, state)), 2, "the admin's key was made")
    with house.serving(state, "--production") as server:
        house.checks.same(server.client().get(capacity(CRISIS), "admin").status, 401, "no demonstration key")
        # Root may look anywhere.
        house.checks.that(os.geteuid() == 0 or holds(server.process.pid, b"sleutel") is None, "memory open to its user")
    for name, change in (("a demonstration secret", lambda text: re.sub(
            r'"digest" : "[0-9a-f]{64}"', '"digest" : "%s"' % sha("demo-admin"), text, count=1)),
                         ("a demonstration id", lambda text: text.replace('"key-', '"demo-', 1)),
                         ("half a file", lambda text: text[:40])):
        text = (state / "keys.json").read_text()
        (state / "keys.json").write_text(change(text))
        found = reasons(house, state)
        house.checks.that(found, f"{name}: it starts")
        if "secret" in name:
            house.checks.same(len(found), 1, found)
            typed(house, found[0])
            house.checks.same(reasons(house, state), None, "the demonstration key is revoked")
        (state / "keys.json").write_text(text)


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def listed_ids(house, state):
    return [line.split("\t")[0] for line in house.run("key", "list", state=state).stdout.splitlines()]


def someone_else(house):
    """A directory of another user. Needs to be root, as in the containers that these checks run in."""
    if os.geteuid() != 0:
        print("        SKIPPED: only root can give a file away", flush=True)
        return
    state = house.state()
    house.issue(state, "admin", "balie")
    os.chown(state / "keys.json", 65534, 65534)
    found = reasons(house, state)
    house.checks.that(len(found) == 1 and "andere gebruiker" in found[0], found)
    os.chown(state, 65534, 65534)
    found = reasons(house, state)
    house.checks.that(any("de dienst draait als root" in line for line in found), found)
    typed(house, found[0])
    house.checks.same(reasons(house, state), None, "given back")


def modes(house):
    """Whatever the umask is, all that is written is for its owner alone."""
    before = os.umask(0)
    try:
        state, copy, back = house.state(), house.scratch / "kopie.tar", house.scratch / "terug" / "state"
        with house.serving(state) as server:
            _, secret = house.issue(state, "policy", "balie")
            server.client().send("GET", capacity(CRISIS), key=secret)
        with open(state / "journal.jsonl", "r+b") as journal:
            journal.truncate(len(journal.read().rstrip(b" ")))
            journal.seek(0, os.SEEK_END)
            journal.write(b'{"half')
        with house.serving(state):
            pass
        for words in (("journal", "compact"), ("backup", copy), ("key", "rotate", listed_ids(house, state)[0])):
            house.checks.same(house.run(*words, state=state).returncode, 0, words)
        house.checks.same(house.run("restore", copy, state=back).returncode, 0, "restore")
    finally:
        os.umask(before)
    names = sorted(path.name for path in state.iterdir())
    for wanted in ("journal.jsonl", "key-use.json", "keys.json", "keys.lock", "lock", "torn-tail-1"):
        house.checks.that(wanted in names, f"{wanted} in {names}")
    house.checks.that(any(name.startswith("snapshot-") for name in names), f"a snapshot in {names}")
    for path in [copy, *state.iterdir(), *back.iterdir()]:
        house.checks.same(oct(stat.S_IMODE(path.stat().st_mode)), oct(0o600), path.name)
    for path in (state, back, back.parent):
        house.checks.same(oct(stat.S_IMODE(path.stat().st_mode)), oct(0o700), str(path))


# MARK: Crashes

def unlimited():
    """As a machine that keeps every dump: no limit, and every kind of memory."""
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    try:
        Path("/proc/self/coredump_filter").write_text("0x7f")
    except OSError:
        pass


def crash(pid, number):
    """Ends a child with a signal: which one ended it, and whether the kernel made a dump."""
    os.kill(pid, number)
    status = os.waitpid(pid, 0)[1]
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else None, os.WCOREDUMP(status)


def holds(pid, mark):
    """Whether a mark stands in the memory of a process; None where nobody may look."""
    try:
        maps = Path(f"/proc/{pid}/maps").read_text().splitlines()
        with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
            for line in maps:
                begin, end = (int(word, 16) for word in line.split()[0].split("-"))
                if "rw" not in line.split()[1] or line.endswith("[vvar]"):
                    continue
                try:
                    memory.seek(begin)
                    if mark in memory.read(end - begin):
                        return True
                except OSError:
                    continue
    except OSError:
        return None
    return False


def files_with(folders, mark):
    """All files that have the mark, or look like a dump."""
    found = []
    for folder in folders:
        for path in Path(folder).rglob("*"):
            if path.is_file() and (path.name.startswith("core") or mark in path.read_bytes()):
                found.append(str(path))
    return found


def dumps(house):
    """A crash, with a profile in memory, leaves nothing of it anywhere."""
    place = house.scratch / "control"
    place.mkdir()
    child = subprocess.Popen(["sleep", "60"], cwd=place, preexec_fn=unlimited)
    control = crash(child.pid, signal.SIGABRT)
    child.returncode = 0
    if not control[1]:
        print("        this machine makes no dumps at all: what follows shows less than it could", flush=True)
    shutil.rmtree(place)
    for number in (signal.SIGABRT, signal.SIGSEGV):
        place = house.scratch / f"crash-{int(number)}"
        place.mkdir()
        state, errors = place / "state", place / "errors"
        with open(errors, "wb") as log:
            server = subprocess.Popen(
                [house.program, "serve", "--port", "0", "--data", house.data, "--state", str(state), "--public",
                 str(ROOT / "Public")], cwd=place, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
                text=True, preexec_fn=unlimited)
        for line in server.stdout:
            if line.startswith("listening on "):
                break
        host = urlsplit(line.split()[-1])
        limits = Path(f"/proc/{server.pid}/limits").read_text()
        house.checks.that(re.search(r"Max core file size\s+1\s+1\s", limits), "the limit is 1, for good")
        house.checks.same(int(Path(f"/proc/{server.pid}/coredump_filter").read_text(), 16), 0, "no memory in a dump")
        body = ('{"age": 24, "threat": "%s' % MARK).encode()
        with socket.create_connection((host.hostname, host.port)) as talk:
            # Half a profile: it is in memory for as long as the rest does not come.
            talk.sendall(b"POST /v1/placements/_search HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer demo-coordinator\r\n"
                         b"Content-Type: application/json\r\nContent-Length: 500\r\n\r\n" + body)
            seen = next((True for _ in range(200) if holds(server.pid, MARK.encode())), None)
            house.checks.that(seen or holds(server.pid, MARK.encode()) is None, "the mark was in memory")
            ended = crash(server.pid, number)
        server.returncode = 0
        server.stdout.close()
        house.checks.same(ended, (int(number), False), "ended by the signal, without a dump")
        house.checks.same(files_with([place], MARK.encode()), [], "nothing of it on the disk")
        house.checks.that(b"0x" not in errors.read_bytes(), "the runtime shows memory on standard error")
    # A search without a server waits for its profile.
    reader = subprocess.Popen([house.program, "match", "-", "--data", house.data], stdin=subprocess.PIPE,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=unlimited)
    until(5, lambda: Path(f"/proc/{reader.pid}/cmdline").read_bytes().startswith(house.program.encode()))
    house.checks.that(until(5, lambda: re.search(r"Max core file size\s+1\s+1\s",
                                                 Path(f"/proc/{reader.pid}/limits").read_text())), "also without one")
    reader.stdin.close()
    reader.wait(30)


PARTS = [("production", production), ("files of somebody else", someone_else), ("modes", modes), ("crashes", dumps)]
