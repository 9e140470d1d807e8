"""The frame of a check in parts, each with a house of programs that it starts itself."""

import signal
import sys
import time

from checks import Checks
from ledger_house import House


def run(about, parts):
    """Reads `PROGRAM DATA [PART…]` from the command line and runs those parts, or all; `about` tells what that is for.

    A part is a name and a function of the house. What it leaves running is ended after it.
    """
    if len(sys.argv) < 3:
        raise SystemExit(about)
    program, data, *wanted = sys.argv[1:]
    unknown = set(wanted) - {name for name, _ in parts}
    if unknown:
        raise SystemExit(f"no part {', '.join(unknown)}; there are {', '.join(name for name, _ in parts)}")
    checks = Checks()
    house = House(program, data, checks)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        for name, part in parts:
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
