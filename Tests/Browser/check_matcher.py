"""The matcher from outside: its answers are those of the documents, whatever it is asked, and nothing of anybody stays.

    check_matcher.py PROGRAM DATA [PART…]

Starts PROGRAM itself, on free ports and with states of its own; DATA is the folder of the registry. Without a PART
all of them run.
"""

import matcher_answers
import matcher_asof
import matcher_assign
import matcher_crowd
import matcher_detail
import matcher_refusals
from parts import run

ROOMS = (matcher_answers, matcher_detail, matcher_refusals, matcher_crowd, matcher_asof, matcher_assign)
PARTS = [part for room in ROOMS for part in room.PARTS]


if __name__ == "__main__":
    run(__doc__, PARTS)
