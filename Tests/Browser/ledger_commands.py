"""The commands on the journal, and a backup that is made while everybody writes."""

import random
import threading

from ledger_access import chain_faults
from ledger_damage import settled
from ledger_desk import PLACED, HoldDesk
from ledger_house import contents, journal, written
from ledger_talk import CRISIS, OTHER_PLACE, WOMEN, capacity, hold, pages, put
from ledger_writers import Confirmer, Reporter, attempt

SEED = 77


def answers(house, state):
    """What the program says of everything that the journal knows."""
    with house.serving(state) as server:
        client = server.client()
        counts = [settled(client.get(capacity(service), "admin").json()) for service in (CRISIS, WOMEN, OTHER_PLACE)]
        histories = [pages(client, capacity(service) + "/history", "admin")[0] for service in (CRISIS, WOMEN)]
        holds, audits = (pages(client, path, "admin")[0] for path in ("/v1/holds", "/v1/audit-events"))
    # Each start tells of itself, and of who looked.
    acts = [one for one in audits if one["eventType"] not in ("service_started", "data_viewed")]
    return {"counts": counts, "histories": histories, "holds": holds, "audit": acts}


def fill(house, state, rounds):
    with house.serving(state) as server:
        desk = HoldDesk(house, server, state)
        for free in range(rounds):
            desk.room(CRISIS, free + 3, 500)
            put(desk.client, WOMEN, free % 4, 4)
            reference = hold(desk.client, CRISIS).json()["reference"]
            if free % 2:
                desk.step(reference, "closures", 200, PLACED, "coordinator")


def bytes_of(state):
    return {path.name: written(path) for path in journal(state)}


def commands(house):
    """`journal verify`, `history` and `compact`: nothing is lost, and a start afterwards knows the same."""
    state = house.state()
    fill(house, state, 20)
    before, chained = answers(house, state), bytes_of(state)
    for _ in range(2):
        house.checks.same(house.verify(state).returncode, 0, "journal verify")
    house.checks.same(bytes_of(state), chained, "journal verify changes nothing")
    told = history(house, state)
    house.checks.that(len(told[CRISIS].splitlines()) >= 20, "journal history tells every report")
    for _ in range(2):
        done = house.run("journal", "compact", state=state)
        house.checks.same(done.returncode, 0, f"journal compact: {done.stderr}")
        house.checks.same(house.verify(state).returncode, 0, "journal verify after it")
        house.checks.same(history(house, state), told, "journal history after it")
        house.checks.same(answers(house, state), before, "the answers after it")
        house.checks.same(chain_faults(state), [], "the chain after it")
    fill(house, state, 3)
    house.checks.same(house.verify(state).returncode, 0, "writing goes on after journal compact")
    with house.serving(state) as server:
        house.checks.same(house.verify(state).returncode, 0, "journal verify beside the program")
        house.checks.same(history(house, state)[WOMEN].count("\n") > told[WOMEN].count("\n"), True, "history beside it")
        beside = house.run("journal", "compact", state=state)
        house.checks.that(beside.returncode in (0, 1), f"journal compact beside it: {beside.stderr}")
        house.checks.same(put(server.client(), CRISIS, 1, 500).status, 200, "a write after that")
        server.kill()
    house.checks.same(house.verify(state).returncode, 0, "journal verify after a kill")
    words(house, state)


def history(house, state):
    found = {}
    for service in (CRISIS, WOMEN):
        done = house.run("journal", "history", service, state=state)
        house.checks.same((done.returncode, done.stderr), (0, ""), f"journal history {service}")
        found[service] = done.stdout
    return found


def words(house, state):
    """What is not understood ends with 2, what cannot be done with 1, each with one line."""
    copy = state.parent / "copy"
    understood = {
        2: [["journal"], ["journal", "nope"], ["journal", "verify", "--nope"], ["journal", "verify", "extra"],
            ["journal", "history"], ["journal", "history", CRISIS, "extra"], ["journal", "compact", "extra"],
            ["backup"], ["backup", "a", "b"], ["restore"], ["restore", "a", "b"], ["backup", copy, "--nope"],
            ["serve", "--accept-damage=1"], ["serve", "--hold-seconds"]],
        1: [["restore", copy / "none"], ["backup", copy / "none" / "file", "--state", str(state)],
            ["backup", copy, "--state", str(copy / "none")]],
    }
    for status, lines in understood.items():
        for line in lines:
            done = house.run(*line)
            house.checks.same((done.returncode, len(done.stderr.splitlines())), (status, 1),
                              f"{' '.join(map(str, line))}: {done.stderr}")
    unknown = house.run("journal", "history", "bestaat-niet", state=state)
    house.checks.that(unknown.returncode in (0, 1), f"the history of nothing: {unknown.returncode}")
    text = house.run("--help").stdout
    for word in ("journal", "verify", "compact", "history", "backup", "restore", "--accept-damage", "--hold-seconds"):
        house.checks.that(word in text, f"--help tells of {word}")


def backup(house):
    """A backup of a quiet state is that state; one made under writes is a beginning of it."""
    state = house.state()
    fill(house, state, 10)
    quiet, here = state.parent / "quiet", state.parent / "restored"
    house.checks.same(house.run("backup", quiet, state=state).returncode, 0, "backup")
    house.checks.same(house.run("restore", quiet, state=here).returncode, 0, "restore where nothing is")
    chained = bytes_of(state)
    house.checks.same(bytes_of(here), chained, "the journal is equal, byte by byte")
    house.checks.same(house.verify(here).returncode, 0, "the restored journal is sound")
    house.checks.same(answers(house, here), answers(house, state), "the restored program answers the same")
    used = contents(here)
    again = house.run("restore", quiet, state=here)
    house.checks.same((again.returncode, len(again.stderr.splitlines())), (1, 1), "restore into a used directory")
    house.checks.that(contents(here) == used, "and leaves it as it is")
    empty = state.parent / "empty"
    empty.mkdir()
    house.checks.same(house.run("restore", quiet, state=empty).returncode, 0, "restore into an empty directory")
    house.checks.same(bytes_of(empty), chained, "the same again")
    broken(house, quiet)
    under_writes(house, state)


def broken(house, quiet):
    """A backup that is not what was written restores nothing."""
    content, rng = quiet.read_bytes(), random.Random(SEED)
    for number in range(12):
        bad, target = quiet.parent / f"bad-{number}", quiet.parent / f"into-{number}"
        place = rng.randrange(len(content))
        whole = content[:place] + bytes([content[place] ^ 1 << rng.randrange(8)]) + content[place + 1:]
        bad.write_bytes(whole if number % 2 else content[:place])
        done = house.run("restore", bad, state=target)
        left = [path.name for path in target.iterdir()] if target.exists() else []
        house.checks.same((done.returncode, left), (1, []), f"a broken backup ({number}): {done.stderr}")


def under_writes(house, state):
    with house.serving(state) as server:
        writers = [Reporter(SEED, WOMEN), Reporter(SEED + 1, OTHER_PLACE), Confirmer(SEED + 2, CRISIS)]
        for writer in writers:
            writer.check(server.client(), house.checks)
        ended, errors = threading.Event(), []
        threads = [threading.Thread(target=attempt, args=(writer, server.client, ended, errors)) for writer in writers]
        for thread in threads:
            thread.start()
        restored = []
        for number in range(5):
            acknowledged = [dict(writer.kept) for writer in writers]
            file, target = state.parent / f"live-{number}", state.parent / f"live-state-{number}"
            done = house.run("backup", file, state=state)
            house.checks.same(done.returncode, 0, f"backup under writes: {done.stderr}")
            house.checks.same(house.run("restore", file, state=target).returncode, 0, "restore of it")
            restored.append((target, acknowledged))
        ended.set()
        for thread in threads:
            thread.join(30)
        house.checks.same(errors, [], "answers during backups")
    whole = b"".join(bytes_of(state).values())
    for target, acknowledged in restored:
        house.checks.same(house.verify(target).returncode, 0, "its journal is sound")
        house.checks.that(whole.startswith(b"".join(bytes_of(target).values())), "it is a beginning of the journal")
        with house.serving(target) as server:
            for known in acknowledged:
                found = server.client().get(capacity(known["serviceId"]), "admin").json()
                house.checks.that(found["version"] >= known["version"], f"acknowledged before the backup: {known}")


PARTS = [("commands", commands), ("backup", backup)]
