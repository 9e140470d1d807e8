"""The HTTP server from outside, with raw bytes: what it must refuse, how it delivers, and what it stands.

    check_http.py ADDRESS PID LOGFILE

PID is the process that listens there, LOGFILE what it writes to its standard error.
"""

import sys
import time

import http_attack
import http_delivery
import http_files
import http_log
import http_refusals
from checks import Checks
from http_house import House

PARTS = http_refusals.PARTS + http_delivery.PARTS + http_files.PARTS + http_attack.PARTS + http_log.PARTS


def main(address, process, log):
    checks = Checks()
    house = House(address, process, log, checks)
    for name, part in PARTS:
        start = time.monotonic()
        with checks.part(name):
            part(house)
        print(f"        {time.monotonic() - start:.1f} s", flush=True)
    checks.end()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
