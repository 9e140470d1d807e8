"""What must not get out, from outside: profiles, secret places, and whatever a hostile client is after.

    check_protection.py PROGRAM DATA [PART…]

Starts PROGRAM itself, on free ports and with states of its own; DATA is the folder of the registry. Without a PART
all of them run.
"""

import protection_hostile
import protection_marks
import protection_oracle
import protection_privacy
from parts import run

ROOMS = (protection_marks, protection_oracle, protection_privacy, protection_hostile)
PARTS = [part for room in ROOMS for part in room.PARTS]


if __name__ == "__main__":
    run(__doc__, PARTS)
