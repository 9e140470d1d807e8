"""Every screen in Debian's Chromium: as it is seen and printed, by keyboard, without scripts, and as it changes.

    check_screens.py PROGRAM DATA [PART…]

Starts PROGRAM itself, on free ports and with states of its own; DATA is the folder of the registry. Without a PART
all of them run. Pictures are written into the folder that SCREENSHOTS names.
"""

import screens_live
import screens_look
import screens_people
import screens_weight
from parts import run

ROOMS = (screens_weight, screens_people, screens_live, screens_look)
PARTS = [part for room in ROOMS for part in room.PARTS]


if __name__ == "__main__":
    run(__doc__, PARTS)
