"""`kill -9` at random moments, under load, on one state directory that grows: every acknowledged write is there."""

import random
import threading
import time

from ledger_house import Server, journal
from ledger_talk import CRISIS, OTHER_PLACE, OTHER_SHELTER, SHELTER, WOMEN, put
from ledger_writers import HELD_FREE, HELD_TOTAL, Confirmer, Holder, Reporter, attempt

KILLS, SEED = 105, 20261120
REPORTED = ("voorbeeld-de-trekvogel-asielopvang", "voorbeeld-de-leijoever-vrouwenopvang")


def crash(house):
    state, rng = house.state(), random.Random(SEED)
    keys = [{"coordinator": house.issue(state, "coordinator", f"crash-{n}")[1],
             "shelter": house.issue(state, "shelter", f"crash-shelter-{n}", shelter)[1]}
            for n, shelter in enumerate((SHELTER, OTHER_SHELTER))]
    reporters = [Reporter(SEED + number, service) for number, service in enumerate(REPORTED)]
    holders = [Holder(SEED + 3, "a", CRISIS, keys[0]), Holder(SEED + 4, "b", OTHER_PLACE, keys[1])]
    writers = [*reporters, Confirmer(SEED + 5, WOMEN), *holders]
    with house.serving(state) as server:
        client = server.client()
        for holder in holders:
            house.checks.same(put(client, holder.service, HELD_FREE, HELD_TOTAL).status, 200, "room for the holds")
    kills, early, slowest = 0, 0, 0.0
    while kills < KILLS and not house.checks.failed:
        kills += 1
        if rng.random() < 0.15:
            # While it starts; nobody writes then.
            server = Server(house, state)
            time.sleep(rng.uniform(0, 0.08))
            server.kill()
            early += 1
            continue
        started = time.monotonic()
        server = house.start(state)
        slowest = max(slowest, time.monotonic() - started)
        client = server.client()
        for writer in writers:
            writer.check(client, house.checks)
        ended, errors = threading.Event(), []
        threads = [threading.Thread(target=attempt, args=(writer, server.client, ended, errors)) for writer in writers]
        for thread in threads:
            thread.start()
        time.sleep(rng.uniform(0.01, 0.18))
        server.kill()
        ended.set()
        for thread in threads:
            thread.join(40)
        house.checks.same(errors, [], "answers under load")
        verified = house.verify(state)
        house.checks.same(verified.returncode, 0, f"journal verify after kill {kills}: {verified.stdout[-300:]}")
    with house.serving(state) as server:
        client = server.client()
        for writer in writers:
            writer.check(client, house.checks, *[True] if writer in holders else [])
        house.checks.same(house.verify(state).returncode, 0, "journal verify beside the running program")
    house.checks.that(kills >= 100 or house.checks.failed, "at least 100 kills")
    size = sum(path.stat().st_size for path in journal(state))
    print(f"        {kills} kills, {early} of them during a start; {sum(writer.acknowledged for writer in writers)} "
          f"acknowledged writes, {sum(len(holder.states) for holder in holders)} holds, {size / 1e6:.1f} MB; slowest "
          f"start {slowest * 1000:.0f} ms", flush=True)


PARTS = [("crash", crash)]
