"""The README's table of rooms against the package: the same rooms, and the same imports.

    check_rooms.py PACKAGE.json     what `swift package dump-package` prints
"""

import json
import re
import sys
from pathlib import Path

from checks import Checks
from readme import README


def main(file):
    checks = Checks()
    targets = {
        target["name"]: sorted(name for dependency in target["dependencies"] for name in dependency["byName"][:1])
        for target in json.loads(Path(file).read_text())["targets"]
        if target["type"] != "test" and not (target.get("path") or "").startswith("Tests/")
    }
    section = README.read_text(encoding="utf-8").split("\n## The rooms\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| .+ \| ([^|]+) \|$", section, re.MULTILINE)
    told = {name: sorted(imports.split(", ")) if imports != "–" else [] for name, imports in rows}
    with checks.part("the README's rooms are the package's"):
        checks.same(sorted(told), sorted(targets), "rooms")
        for name, imports in told.items():
            checks.same(imports, targets.get(name), f"imports of {name}")
    checks.end()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
