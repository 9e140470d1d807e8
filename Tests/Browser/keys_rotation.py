"""Keys from outside: issued, replaced and revoked while a server runs, whatever becomes of the command that does it."""

import json
import random
import stat
import subprocess
import time

from ledger_disk import SmallDisk
from ledger_talk import CRISIS, capacity, together, until


def listed(house, state, inside=()):
    """The rows of `key list`, each a list of facts."""
    done = house.run("key", "list", state=state, inside=inside)
    house.checks.same((done.returncode, done.stderr), (0, ""), "key list")
    return [line.split("\t") for line in done.stdout.splitlines()]


def opens(server, secret):
    """Whether a secret opens the API of a server."""
    return server.client().send("GET", capacity(CRISIS), key=secret).status == 200


def rotation(house):
    """The new key works and so does the old one; at once means at once; all of it is told, and nothing of it shown."""
    state = house.state()
    with house.serving(state) as server:
        old, first = house.issue(state, "coordinator", "balie")
        house.checks.that(opens(server, first), "a new key opens")
        # What happened until now is told before the list is.
        server.client().get("/v1/audit-events", "admin")
        done = house.run("key", "rotate", old, state=state)
        second = done.stdout.strip()
        house.checks.same(done.returncode, 0, "key rotate")
        house.checks.that(second not in done.stderr and done.stdout == second + "\n", "the secret alone, on its line")
        house.checks.that(opens(server, first) and opens(server, second), "both open")
        new = listed(house, state)[1][0]
        done = house.run("key", "rotate", new, "--at-once", state=state)
        third = done.stdout.strip()
        house.checks.same([opens(server, key) for key in (first, second, third)], [True, False, True], "at once")
        told = []
        def is_told():
            events = server.client().get("/v1/audit-events?pageSize=100", "admin").json()["contents"]
            told[:] = [event["eventType"] for event in events if event["eventType"].startswith("key_")][::-1]
            return len(told) >= 5
        until(5, is_told)
        house.checks.same(sorted(told), ["key_changed", "key_issued", "key_revoked", "key_rotated", "key_rotated"],
                          "the journal tells of it")
    rows = listed(house, state)
    house.checks.same([row[6].split()[0] for row in rows], ["geldig", "ingetrokken", "geldig"], "how they stand")
    house.checks.that(all(row[7].startswith("laatst gebruikt ") for row in rows), f"last uses: {[row[7] for row in rows]}")
    house.checks.same([row[9] for row in rows],
                      [f"vervangen door {new}", f"vervangt {old}, vervangen door {rows[2][0]}", f"vervangt {new}"],
                      "what came in whose place")
    secrets = [secret.encode() for secret in (first, second, third)]
    for path in state.iterdir():
        house.checks.that(not any(secret in path.read_bytes() for secret in secrets), f"a secret in {path.name}")
    house.checks.same(house.verify(state).returncode, 0, "journal verify")


def lost(house):
    """A secret that went nowhere is told to be lost."""
    state = house.state()
    key, _ = house.issue(state, "policy", "balie")
    for words in (("issue", "--role", "policy"), ("rotate", key)):
        with open("/dev/full", "w") as nowhere:
            done = subprocess.run([house.program, "key", *words, "--state", str(state)], stdout=nowhere,
                                  stderr=subprocess.PIPE, text=True, timeout=20)
        new = listed(house, state)[-1][0]
        house.checks.that(done.returncode == 1 and f"Trek {new} in, en maak een nieuwe." in done.stderr, done.stderr)
        house.checks.same(house.run("key", "revoke", new, state=state).returncode, 0, "as it says")
    house.checks.same(house.run("key", "rotate", key, state=state).returncode, 0, "and once more")


def killed(house):
    """The command is killed at any moment: each key is there whole or not at all, and nobody is shut out."""
    state, chance = house.state(), random.Random(6)
    with house.serving(state) as server:
        key, secret = house.issue(state, "coordinator", "balie")
        for turn in range(40):
            command = subprocess.Popen([house.program, "key", "rotate", key, "--state", str(state)],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            time.sleep(chance.uniform(0, 0.03))
            command.kill()
            said = command.communicate()[0].strip()
            house.checks.that(opens(server, secret), f"the old key opens (kill {turn})")
            rows = listed(house, state)
            after = [row for row in rows if f"vervangt {key}" in row[9] and row[6] == "geldig"]
            house.checks.that(len(after) <= 1 and len({row[0] for row in rows}) == len(rows), f"one key (kill {turn})")
            if said:
                house.checks.that(after and opens(server, said), f"what was shown opens (kill {turn})")
                key, secret = after[0][0], said
            elif after:
                # Its secret was never shown: it goes, and the rotation is done again.
                house.checks.same(house.run("key", "revoke", after[0][0], state=state).returncode, 0, "key revoke")
        done = house.run("key", "rotate", key, state=state)
        house.checks.that(done.returncode == 0 and opens(server, done.stdout.strip()), "and then without a kill")
    house.checks.same(sorted(path.name for path in state.iterdir() if path.name.endswith(".new")), [], "leftovers")


def crowd(house):
    """Many commands at the same moment beside a server."""
    state = house.state()
    with house.serving(state) as server:
        key, _ = house.issue(state, "coordinator", "balie")
        done = together([lambda: house.run("key", "rotate", key, state=state)] * 8)
        house.checks.same(sorted(one.returncode for one in done), [0] + [1] * 7, "one of eight rotations")
        house.checks.that(all("al vervangen door key-" in one.stderr for one in done if one.returncode), "the others")
        done = together([lambda: house.run("key", "issue", "--role", "policy", "--user", "jansen", state=state)] * 8)
        house.checks.same(sorted(one.returncode for one in done), [0] + [1] * 7, "one key for a user")
        done = together([lambda: house.run("key", "issue", "--role", "policy", state=state)] * 12)
        house.checks.that(all(opens(server, one.stdout.strip()) for one in done), "twelve keys, all open")
    house.checks.same(len(listed(house, state)), 15, "none is lost")


def full(house):
    """On a full disk nothing changes: the old key works, and there is no new one."""
    disk = SmallDisk(house)
    if disk.problem is not None:
        print(f"        SKIPPED: no small disk can be mounted here ({disk.problem})", flush=True)
        return
    state = disk.folder / "state"
    try:
        key = house.run("key", "issue", "--role", "coordinator", state=state, inside=disk.inside).stdout.strip()
        number = listed(house, state, disk.inside)[0][0]
        with house.serving(state, inside=disk.inside) as server:
            house.checks.that(opens(server, key), "the key opens")
            disk.fill()
            before = (disk.root / "state" / "keys.json").read_bytes()
            for words in (("rotate", number), ("rotate", number, "--at-once"), ("revoke", number),
                          ("issue", "--role", "admin")):
                done = house.run("key", *words, state=state, inside=disk.inside)
                house.checks.same((done.returncode, done.stdout, done.stderr),
                                  (1, "", "opvangkaart: De schijf is vol. Er is niets veranderd.\n"), words)
            house.checks.same((disk.root / "state" / "keys.json").read_bytes(), before, "the file stands")
            house.checks.that(opens(server, key), "the key still opens")
            house.checks.same(server.stop(), 0, "a stop on a full disk")
        disk.empty()
        with house.serving(state, inside=disk.inside) as server:
            done = house.run("key", "rotate", number, "--at-once", state=state, inside=disk.inside)
            house.checks.same((done.returncode, opens(server, key), opens(server, done.stdout.strip())),
                              (0, False, True), "with room again")
    finally:
        for server in list(house.servers):
            server.kill()
        disk.close()


def uses(house):
    """The file of last uses: after a kill, a stop and damage."""
    state = house.state()
    path = state / "key-use.json"
    with house.serving(state) as server:
        key, secret = house.issue(state, "policy", "balie")
        opens(server, secret)
        house.checks.that(not path.exists(), "not at every use")
        server.kill()
    house.checks.same(listed(house, state)[0][7], "geen gebruik bekend", "after a kill")
    with house.serving(state) as server:
        opens(server, secret)
        server.stop()
    house.checks.that(listed(house, state)[0][7].startswith("laatst gebruikt 20"), "after a stop")
    house.checks.same(stat.S_IMODE(path.stat().st_mode), 0o600, "its mode")
    house.checks.same(list(json.loads(path.read_text())["uses"]), [key], "nothing but ids and moments")
    path.write_bytes(path.read_bytes()[:20])
    house.checks.same(listed(house, state)[0][7], "geen gebruik bekend", "half a file")
    with house.serving(state) as server:
        house.checks.that(opens(server, secret), "half a file shuts nobody out")
        server.stop()
    house.checks.that(listed(house, state)[0][7].startswith("laatst gebruikt 20"), "and is made anew")


PARTS = [("rotation", rotation), ("a secret that got lost", lost), ("killed rotations", killed), ("many at once", crowd),
         ("a full disk", full), ("last uses", uses)]
