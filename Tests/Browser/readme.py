"""The commands and answers of the README, so that what it promises is what is checked.

A block that is checked has a comment above it: `<!-- run: NAME -->` for a command, `<!-- answer: NAME -->` for
what it answers. The answer in the README is shortened: members and the ends of lists may be missing, but what
stands there is what the program says.

    readme.py run NAME      prints the command
"""

import json
import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"


def block(kind, name):
    """The text of the block marked `kind: name`."""
    pattern = rf"<!-- {kind}: {re.escape(name)} -->\s*\n```\w*\n(.*?)\n```"
    found = re.search(pattern, README.read_text(encoding="utf-8"), re.DOTALL)
    if not found:
        raise SystemExit(f"README.md has no block {kind}: {name}")
    return found.group(1)


def command(name):
    return block("run", name)


def answer(name):
    return json.loads(block("answer", name))


def differences(expected, actual, place=""):
    """Where `actual` does not hold what `expected` shows: a list of sentences, empty when all is there."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        found = []
        for key, value in expected.items():
            if key in actual:
                found += differences(value, actual[key], f"{place}/{key}")
            else:
                found.append(f"{place}/{key} is missing")
        return found
    if isinstance(expected, list) and isinstance(actual, list):
        if len(expected) > len(actual):
            return [f"{place} has {len(actual)} elements, the README shows {len(expected)}"]
        return [text for i, value in enumerate(expected) for text in differences(value, actual[i], f"{place}/{i}")]
    if type(expected) is type(actual) and expected == actual:
        return []
    return [f"{place} is {json.dumps(actual, ensure_ascii=False)}, the README says "
            f"{json.dumps(expected, ensure_ascii=False)}"]


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "run":
        raise SystemExit(__doc__)
    print(command(sys.argv[2]))
