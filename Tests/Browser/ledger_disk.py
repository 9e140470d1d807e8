"""A disk that is full, and two programs that want the same state."""

import subprocess
import time
from pathlib import Path

from ledger_damage import settled
from ledger_house import Server, written
from ledger_talk import CRISIS, OTHER_PLACE, PROFILE, WOMEN, capacity, hold, put, until

KILOBYTES = 1_024


class SmallDisk:
    """A file system of a few kilobytes that only these checks' own processes see, and that goes with them."""

    def __init__(self, house):
        self.folder = house.scratch / "small"
        self.folder.mkdir(exist_ok=True)
        script = f"mount -t tmpfs -o size={KILOBYTES}k,mode=0700 small '{self.folder}' && echo ready && exec cat"
        for unshare in (["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]):
            try:
                self.keeper = subprocess.Popen([*unshare, "sh", "-c", script], stdin=subprocess.PIPE,
                                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            except OSError as error:
                self.problem = str(error)
                continue
            if self.keeper.stdout.readline() == "ready\n":
                self.problem = None
                spaces = ["--user", "--preserve-credentials"] if len(unshare) == 3 else []
                self.inside = ["nsenter", f"--target={self.keeper.pid}", *spaces, "--mount"]
                # The same place, seen from outside.
                self.root = Path(f"/proc/{self.keeper.pid}/root{self.folder}")
                return
            self.problem = self.keeper.stderr.read().strip()
            self.close()

    def fill(self):
        """Leaves no byte free."""
        with open(self.root / "filler", "wb", buffering=0) as filler:
            for size in (65_536, 4_096, 512, 1):
                try:
                    while filler.write(b"\0" * size) == size:
                        pass
                except OSError:
                    pass

    def empty(self):
        (self.root / "filler").unlink()

    def close(self):
        self.keeper.stdin.close()
        self.keeper.wait(10)
        self.keeper.stdout.close()
        self.keeper.stderr.close()


def full(house):
    disk = SmallDisk(house)
    if disk.problem is not None:
        print(f"        SKIPPED: no small disk can be mounted here ({disk.problem})", flush=True)
        return
    try:
        on_full_disk(house, disk)
    finally:
        for server in list(house.servers):
            server.kill()
        disk.close()


def on_full_disk(house, disk):
    state, seen = disk.folder / "state", disk.root / "state"
    server = house.start(state, inside=disk.inside)
    kept = fill_up(house, disk, server)
    refuse(house, server, kept)
    server.kill()
    # Half a record at the end, and no room to keep it aside.
    path = seen / "journal.jsonl"
    whole = written(path)
    disk.empty()
    path.write_bytes(whole[:-20])
    disk.fill()
    with house.serving(state, inside=disk.inside) as server:
        house.checks.that(server.complaints, "a start on a full disk tells of the tail")
        house.checks.same(server.client().get(capacity(OTHER_PLACE), "admin").status, 200, "a read with a tail")
        house.checks.same(put(server.client(), CRISIS, 7, 7_013).status, 507, "a write with a tail")
        server.kill()
    disk.empty()
    path.write_bytes(whole)
    disk.fill()
    server = house.start(state, inside=disk.inside)
    refuse(house, server, kept)
    compacted = house.run("journal", "compact", state=state, inside=disk.inside)
    house.checks.that(compacted.returncode in (0, 1), f"journal compact beside it: {compacted.stderr}")
    disk.empty()
    client = server.client()
    worked = until(10, lambda: put(client, CRISIS, 3, 99).status == 200)
    house.checks.that(worked, "writes work again by themselves when there is room")
    house.checks.that(hold(client, CRISIS).status == 201, "so do holds")
    expected = [settled(client.get(capacity(service), "admin").json()) for service in (CRISIS, WOMEN, OTHER_PLACE)]
    server.kill()
    with house.serving(state, inside=disk.inside) as server:
        client = server.client()
        found = [settled(client.get(capacity(service), "admin").json()) for service in (CRISIS, WOMEN, OTHER_PLACE)]
        house.checks.same(found, expected, "the counts after the next start")
    house.checks.same(house.run("journal", "verify", state=state, inside=disk.inside).returncode, 0, "journal verify")
    for path in seen.iterdir():
        house.checks.that(b":7013" not in path.read_bytes(), f"no refused write is in {path.name}")


def fill_up(house, disk, server):
    """Fills the disk and writes until there is no room for any kind of record; gives what was acknowledged last."""
    client = server.client()
    house.checks.same(put(client, CRISIS, 100, 200).status, 200, "a write on an empty disk")
    disk.fill()
    writes = [lambda: put(client, OTHER_PLACE, 5, 500), lambda: hold(client, CRISIS, role="comensha"),
              lambda: client.send("POST", capacity(OTHER_PLACE) + "/confirmations", "admin")]
    # The room that the journal has made beforehand still takes some.
    refusals = 0
    for number in range(5_000):
        answer = writes[number % 3]()
        refusals = 0 if answer.status in (200, 201) else refusals + 1
        if refusals:
            # One key may have no more than fifty holds open.
            house.checks.that(answer.status == 507 or (number % 3 == 1 and answer.status == 409),
                              f"a write without room: {answer.status}")
        if refusals == 9:
            return client.get(capacity(OTHER_PLACE), "admin").json()
        disk.fill()
    raise RuntimeError("the disk does not fill up")


def refuse(house, server, kept):
    """Writes are refused; everything else goes on."""
    client = server.client()
    for _ in range(3):
        house.checks.same(put(client, CRISIS, 7, 7_013).status, 507, "a count on a full disk")
        confirmed = client.send("POST", capacity(WOMEN) + "/confirmations", "shelter")
        house.checks.same(confirmed.status, 507, "a confirmation on a full disk")
        house.checks.same(hold(client, CRISIS).status, 507, "a hold on a full disk")
    found = client.get(capacity(OTHER_PLACE), "admin").json()
    house.checks.same(found, kept, "what was acknowledged last")
    search = client.send("POST", "/v1/placements/_search", "coordinator", body=PROFILE)
    house.checks.same(search.status, 200, "a search on a full disk")
    house.checks.same(server.sign_in("demo-coordinator").status, 303, "signing in")
    house.checks.same(server.sign_in("nobody").status, 400, "a bad key at the sign-in")
    house.checks.same(client.get("/v1/holds", "coordinator").status, 200, "the list of holds")
    house.checks.same(client.get("/v1/audit-events", "policy").status, 403, "a refusal")


def lock(house):
    state = house.state()
    server = house.start(state)
    for _ in range(2):
        status, complaints = house.refused(state)
        house.checks.same((status, len(complaints)), (1, 1), f"a second program on one state: {complaints[:3]}")
        house.checks.that(str(server.process.pid) in " ".join(complaints).replace(".", " ").replace(")", " ").split(),
                          f"it names process {server.process.pid}: {complaints[:1]}")
    client = server.client()
    house.checks.same(put(client, CRISIS, 1, 9).status, 200, "the first goes on")
    server.kill()
    with house.serving(state) as server:
        free = server.client().get(capacity(CRISIS), "admin").json()["free"]
        house.checks.same(free, 1, "after kill -9 of the first")
        # Two more at the same moment: neither gets in.
        others = [Server(house, state) for _ in range(2)]
        house.checks.same([other.wait() for other in others], [None, None], "two more at once")
        house.checks.same([other._end() for other in others], [1, 1], "their exit status")
    time.sleep(0.05)
    rivals = [Server(house, state) for _ in range(4)]
    won = [rival for rival in rivals if rival.wait()]
    house.checks.same(len(won), 1, "how many of four that start at once get the state")
    for rival in rivals:
        rival.kill()


PARTS = [("full disk", full), ("lock", lock)]
