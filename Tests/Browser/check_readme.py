"""The README's search and its "one bed less", word for word, against the running program.

    check_readme.py fresh     on a state that nobody wrote to yet
    check_readme.py again     after a new start: the acknowledged count must still be there
"""

import json
import subprocess
import sys

import readme
from checks import Checks


def run(name):
    """Runs a command of the README in a shell and gives what it prints."""
    done = subprocess.run(["bash", "-c", readme.command(name)], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(f"the command {name} ends with {done.returncode}: {done.stderr}")
    return done.stdout


def compare(checks, name):
    actual = json.loads(run(name))
    for text in readme.differences(readme.answer(name), actual):
        checks.that(False, f"{name}: {text}")
    checks.that(True, name)
    return actual


def main(mode):
    checks = Checks()
    if mode == "fresh":
        with checks.part("the README's search gives the README's answer"):
            compare(checks, "search")
        with checks.part("a place that does not fit says what stands between"):
            compare(checks, "explain")
        with checks.part("the shelter sees its count, and the version it must name"):
            head, _, body = run("count").replace("\r\n", "\n").partition("\n\n")
            checks.that('ETag: "0"' in head, f"the ETag of the first count in {head!r}")
            expected = readme.answer("count")
            for text in readme.differences(expected, json.loads(body)):
                checks.that(False, f"count: {text}")
        with checks.part("one bed less is kept"):
            compare(checks, "less")
    with checks.part("the next search knows"):
        expected = readme.answer("next")
        placements = [p for s in json.loads(run("next"))["sections"] for p in s["placements"]]
        found = [p for p in placements if p["serviceId"] == expected["serviceId"]]
        if checks.same(len(found), 1, "how often the place of the shelter is in the next answer"):
            if mode == "again":
                # Only the moment of the confirmation has moved on, and with it perhaps the rank.
                expected.pop("rank", None)
            for text in readme.differences(expected, found[0]):
                checks.that(False, f"next: {text}")
    checks.end()


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ("fresh", "again"):
        raise SystemExit(__doc__)
    main(sys.argv[1])
