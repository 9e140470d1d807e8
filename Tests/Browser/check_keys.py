"""Keys and production from outside: who gets in, what is written and for whom, and what a crash leaves.

    check_keys.py PROGRAM DATA [PART…]

Starts PROGRAM itself, on free ports and with states of its own; DATA is the folder of the registry. Without a PART
all of them run.
"""

import keys_production
import keys_rotation
from parts import run

PARTS = keys_rotation.PARTS + keys_production.PARTS


if __name__ == "__main__":
    run(__doc__, PARTS)
