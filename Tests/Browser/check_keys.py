"""Keys and production from outside: who gets in, what is written and for whom, and what a crash leaves.

    check_keys.py PROGRAM DATA [PART…]

Starts PROGRAM itself, on free ports and with states of its own; DATA is the folder of the registry. Without a PART
all of them run.
"""

import signal
import sys
import time

import keys_production
import keys_rotation
from checks import Checks
from ledger_house import House

PARTS = keys_rotation.PARTS + keys_production.PARTS


def main(program, data, wanted):
    unknown = set(wanted) - {name for name, _ in PARTS}
    if unknown:
        raise SystemExit(f"no part {', '.join(unknown)}; there are {', '.join(name for name, _ in PARTS)}")
    checks = Checks()
    house = House(program, data, checks)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        for name, part in PARTS:
            if wanted and name not in wanted:
                continue
            start, before = time.monotonic(), checks.passed + checks.failed
            with checks.part(name):
                part(house)
            facts = checks.passed + checks.failed - before
            print(f"        {facts} facts, {time.monotonic() - start:.1f} s", flush=True)
            for server in list(house.servers):
                server.kill()
    finally:
        house.close()
    checks.end()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
