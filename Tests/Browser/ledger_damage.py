"""A journal that was cut off at any byte, and one with a bit turned over anywhere."""

import random
import shutil
from concurrent.futures import ThreadPoolExecutor

from ledger_house import contents, journal, records, written
from ledger_talk import CRISIS, OTHER_PLACE, WOMEN, capacity, hold, put, step

SEED, STARTS, FLIPS, LAST_FLIPS, ROOM = 4_2026, 40, 60, 30, (0, 131_072)


def grow(house, state):
    """A journal with records of every kind that clients make, as a killed program leaves it."""
    server = house.start(state)
    client = server.client()
    for free in range(12):
        put(client, CRISIS, free, 20, expectedFreeOn="2199-01-01" if free % 3 else None)
        client.send("POST", capacity(WOMEN) + "/confirmations", "shelter")
        reference = hold(client, CRISIS, idempotency=f"damage-{free}").json().get("reference") if free else None
        if reference and free % 2:
            step(client, reference, "decisions", {"decision": "accepted"}, "shelter")
            step(client, reference, "closures", {"outcome": "placed"}, "coordinator")
        put(client, OTHER_PLACE, free, 12)
    server.kill()
    for path in state.glob("snapshot-*"):
        # They can be made anew; without them the start must look at every record.
        path.unlink()
    return written(state / "journal.jsonl")


def copy(house, base, content, room=0):
    """Another state directory, with this journal and so much room behind it."""
    state = house.state()
    shutil.copytree(base, state)
    (state / "journal.jsonl").write_bytes(content + b" " * room)
    return state


def drop(state):
    shutil.rmtree(state.parent)


def known(house, state):
    """The counts that a start gives."""
    with house.serving(state) as server:
        client = server.client()
        found = [client.get(capacity(service), "admin").json() for service in (CRISIS, WOMEN, OTHER_PLACE)]
    return [settled(one) for one in found]


def settled(count):
    """A count without what depends on when it is asked. Example places that nobody reported on begin a while ago."""
    moving = {"freshness"} if count["version"] else {"freshness", "confirmedAt"}
    return {key: value for key, value in count.items() if key not in moving}


def figures(lines, service):
    """Free, held and version of a service after these records, None where there is none."""
    after = [change for line in lines for change in line.get("capacities", []) if change["service"] == service]
    return (after[-1].get("free"), after[-1]["held"], after[-1]["version"]) if after else None


def cut(house):
    base = house.state()
    whole = grow(house, base)
    all_records = records(base)
    ends = [0] + [index + 1 for index, byte in enumerate(whole) if byte == 0x0A]
    house.checks.same(ends[-1], len(whole), "the journal ends with a line end")
    lengths = range(ends[-3], len(whole))

    def verified(length):
        state = copy(house, base, whole[:length], ROOM[length % 2])
        before = contents(state)
        done = house.verify(state)
        same = contents(state) == before
        drop(state)
        return length, done, same

    with ThreadPoolExecutor(2) as pool:
        for length, done, same in pool.map(verified, lengths):
            house.checks.same(done.returncode, 0, f"journal verify, cut at {length}: {done.stdout}{done.stderr}")
            house.checks.that(same, f"journal verify changes nothing, cut at {length}")
    rng = random.Random(SEED)
    chosen = {ends[-3], ends[-3] + 1, ends[-2] - 1, ends[-2], ends[-2] + 1, ends[-1] - 1}
    chosen |= set(rng.sample(lengths, STARTS - len(chosen)))
    for length in sorted(chosen):
        state = copy(house, base, whole[:length], ROOM[rng.randrange(2)])
        kept = max(end for end in ends if end <= length)
        lines = all_records[:ends.index(kept)]
        with house.serving(state) as server:
            told, client = server.complaints, server.client()
            for service in (CRISIS, WOMEN, OTHER_PLACE):
                found = client.get(capacity(service), "admin").json()
                house.checks.same((found["free"], found["held"], found["version"]), figures(lines, service),
                                  f"{service}, cut at {length}")
            house.checks.same(put(client, CRISIS, 1, 20).status, 200, f"a write after a cut at {length}")
        after = written(state / "journal.jsonl")
        house.checks.that(after.startswith(whole[:kept]) and len(after) > kept, f"whole records stay, cut at {length}")
        tails = [path.read_bytes() for path in sorted(state.glob("torn-tail-*"))]
        house.checks.same(tails, [whole[kept:length]] if kept < length else [], f"what is kept aside, cut at {length}")
        house.checks.same(len(told), 1 if kept < length else 0, f"the start tells, cut at {length}: {told}")
        house.checks.same(house.verify(state).returncode, 0, f"the journal is sound again, cut at {length}")
        drop(state)
    print(f"        {len(lengths)} cuts looked at, {len(chosen)} of them started", flush=True)


def flipped(content, place, bit):
    return content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1:]


def damage(house):
    base = house.state()
    whole = grow(house, base)
    ends = [index + 1 for index, byte in enumerate(whole) if byte == 0x0A]
    rng = random.Random(SEED + 1)
    places = [(rng.randrange(ends[-2] - 1), rng.randrange(8)) for _ in range(FLIPS - 3)]
    # The ends of the first, a middle and the last line but one.
    places += [(ends[0] - 1, 2), (ends[len(ends) // 2] - 1, 0), (ends[-2] - 1, 5)]
    for place, bit in places:
        line = next(number for number, end in enumerate(ends, 1) if place < end)
        what = f"bit {bit} of byte {place} in line {line}"
        state = copy(house, base, flipped(whole, place, bit), ROOM[place % 2])
        before = contents(state)
        status, complaints = house.refused(state)
        house.checks.same((status, len(complaints)), (1, 1), f"start with {what}: {complaints[:3]}")
        house.checks.that(f"journal.jsonl:{line}:" in " ".join(complaints), f"the line of {what}: {complaints[:2]}")
        house.checks.that(contents(state) == before, f"a refused start changes nothing: {what}")
        verified = house.verify(state)
        house.checks.same(verified.returncode, 1, f"journal verify with {what}")
        house.checks.that(f"journal.jsonl:{line}:" in verified.stdout + verified.stderr,
                          f"journal verify names line {line}: {verified.stdout}{verified.stderr}")
        with house.serving(state, "--accept-damage") as server:
            client = server.client()
            house.checks.same(client.get(capacity(CRISIS), "admin").status, 200, f"a read with {what}")
            version = client.get(capacity(CRISIS), "admin").fields["etag"]
            body = {"total": 20, "free": 1}
            for answer in (client.send("PUT", capacity(CRISIS), "admin", body=body, If_Match=version),
                           client.send("POST", capacity(WOMEN) + "/confirmations", "shelter")):
                is_told = (answer.status, answer.type) == (503, "application/problem+json")
                house.checks.that(is_told, f"a write with {what}: {answer.status}")
        house.checks.that(contents(state) == before, f"--accept-damage changes nothing: {what}")
        drop(state)
    last(house, base, whole, ends, rng)


def last(house, base, whole, ends, rng):
    """The last record with a bit turned over is a tail that never was whole."""
    for _ in range(LAST_FLIPS):
        place, bit = rng.randrange(ends[-2], len(whole)), rng.randrange(8)
        broken = flipped(whole, place, bit)
        if broken[place] == 0x0A:
            continue
        state, what = copy(house, base, broken, ROOM[place % 2]), f"bit {bit} of byte {place} in the last line"
        house.checks.same(house.verify(state).returncode, 0, f"journal verify with {what}")
        with house.serving(state) as server:
            house.checks.same(len(server.complaints), 1, f"the start tells {what}: {server.complaints}")
        house.checks.same((state / "journal.jsonl").read_bytes()[:ends[-2]], whole[:ends[-2]], f"all before {what}")
        tails = [path.read_bytes() for path in state.glob("torn-tail-*")]
        house.checks.same(tails, [broken[ends[-2]:]], f"kept aside: {what}")
        drop(state)


def room(house):
    """A bit turned over in the room behind the records: told, kept aside, and no record is lost."""
    base, rng = house.state(), random.Random(SEED + 3)
    whole = grow(house, base)
    for number in range(8):
        place = [0, 1, ROOM[1] - 1][number] if number < 3 else rng.randrange(ROOM[1])
        state = copy(house, base, whole + flipped(b" " * ROOM[1], place, rng.choice([0, 1, 2, 3, 4, 6])))
        what = f"byte {place} of the room"
        house.checks.same(house.verify(state).returncode, 0, f"journal verify with {what}")
        with house.serving(state) as server:
            house.checks.same(len(server.complaints), 1, f"the start tells of {what}: {server.complaints}")
        house.checks.that((state / "journal.jsonl").read_bytes().startswith(whole), f"all records, with {what}")
        house.checks.same(len(list(state.glob("torn-tail-*"))), 1, f"kept aside: {what}")
        drop(state)


def snapshots(house):
    """A snapshot only saves time: with a bit turned over in it, or gone, the same counts are there."""
    base = house.state()
    with house.serving(base) as server:
        client = server.client()
        for free in range(30):
            put(client, CRISIS, free, 40)
            hold(client, CRISIS) if free > 20 else None
    house.run("journal", "compact", state=base)
    expected, rng = known(house, base), random.Random(SEED + 2)
    made = sorted(base.glob("snapshot-*"))
    house.checks.that(made, "journal compact makes a snapshot")
    for attempt in range(12 if made else 0):
        state = house.state()
        shutil.copytree(base, state)
        for path in state.glob("snapshot-*"):
            content = path.read_bytes()
            if attempt == 0:
                path.unlink()
            elif attempt == 1:
                path.write_bytes(content[:len(content) // 2])
            elif attempt == 2:
                path.write_bytes(b"")
            else:
                path.write_bytes(flipped(content, rng.randrange(len(content)), rng.randrange(8)))
        house.checks.same(known(house, state), expected, f"the counts with broken snapshots ({attempt})")
        house.checks.same(house.verify(state).returncode, 0, f"the journal itself is sound ({attempt})")
        drop(state)
    house.checks.that(journal(base), "the journal is still there")


PARTS = [("cut", cut), ("damage", damage), ("room", room), ("snapshots", snapshots)]
