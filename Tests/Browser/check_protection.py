"""What must not get out, from outside: profiles, secret places, and whatever a hostile client is after.

    check_protection.py PROGRAM DATA [PART…]

Starts PROGRAM itself, on free ports and with states of its own; DATA is the folder of the registry. Without a PART
all of them run.
"""

import signal
import sys
import time

import protection_hostile
import protection_marks
import protection_oracle
import protection_privacy
from checks import Checks
from ledger_house import House

ROOMS = (protection_marks, protection_oracle, protection_privacy, protection_hostile)
PARTS = [part for room in ROOMS for part in room.PARTS]


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
            start = time.monotonic()
            with checks.part(name):
                part(house)
            print(f"        {time.monotonic() - start:.1f} s", flush=True)
            for server in list(house.servers):
                server.kill()
    finally:
        house.close()
    checks.end()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
