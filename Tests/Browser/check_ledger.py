"""The ledger from outside: what was acknowledged is kept, whatever happens, and everybody sees the same.

    check_ledger.py PROGRAM DATA [PART…]

Starts PROGRAM itself, on free ports and with states of its own; DATA is the folder of the registry. Without a PART
all of them run.
"""

import ledger_access
import ledger_commands
import ledger_counts
import ledger_crash
import ledger_crowd
import ledger_damage
import ledger_disk
import ledger_events
import ledger_history
import ledger_holds
import ledger_race
import ledger_times
from parts import run

ROOMS = (ledger_crash, ledger_damage, ledger_disk, ledger_counts, ledger_history, ledger_holds, ledger_race,
         ledger_times, ledger_events, ledger_crowd, ledger_access, ledger_commands)
PARTS = [part for room in ROOMS for part in room.PARTS]


if __name__ == "__main__":
    run(__doc__, PARTS)
