"""`opvangkaart check` on the shipped data, and on a copy with four faults planted in four files.

    check_data.py PROGRAM DATA
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import Checks


def check(program, data):
    return subprocess.run([program, "check", "--data", str(data)], capture_output=True, text=True, timeout=60)


def first_service(root, fits):
    """The JSON Pointer of the first service that `fits`, and the service itself."""
    for i, organization in enumerate(root["organizations"]):
        for j, service in enumerate(organization.get("services", [])):
            if fits(service):
                return f"/organizations/{i}/services/{j}", service
    raise RuntimeError("no such service in this file")


def rewrite(path, change):
    """Changes the JSON of a file; gives what `change` gives."""
    root = json.loads(path.read_text(encoding="utf-8"))
    place = change(root)
    path.write_text(json.dumps(root, ensure_ascii=False, indent=2), encoding="utf-8")
    return place


def plant_unknown_code(root):
    pointer, service = first_service(root, lambda s: "shelterKind" in s)
    service["shelterKind"] = "tree_house"
    return f"#{pointer}/shelterKind:"


def plant_too_many_free(root):
    pointer, service = first_service(root, lambda s: (s.get("capacity") or {}).get("free") is not None)
    service["capacity"]["free"] = service["capacity"]["total"] + 1
    return f"#{pointer}/capacity"


def plant_a_place(root):
    root["profiles"][3]["profile"]["currentMunicipality"] = "GM0193"
    return "#/profiles/3/profile/currentMunicipality:"


def plant_stray_sign(path):
    """A `?` before the first sign of line 3."""
    lines = path.read_text(encoding="utf-8").split("\n")
    indent = len(lines[2]) - len(lines[2].lstrip())
    lines[2] = lines[2][:indent] + "?" + lines[2][indent:]
    path.write_text("\n".join(lines), encoding="utf-8")
    return f":3:{indent + 1}:"


def main(program, data):
    checks = Checks()
    with checks.part("the shipped data are in order"):
        shipped = check(program, data)
        checks.same(shipped.returncode, 0, "exit status")
        checks.same(shipped.stderr, "", "warnings")
    with checks.part("four planted faults are all named with file and place"), tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "Data"
        shutil.copytree(data, copy)
        provinces = copy / "provinces"
        expected = {
            "an unknown code": "NL-OV.json" + rewrite(provinces / "NL-OV.json", plant_unknown_code),
            "more free than there are": "NL-ZH.json" + rewrite(provinces / "NL-ZH.json", plant_too_many_free),
            "a stray sign": "NL-GR.json" + plant_stray_sign(provinces / "NL-GR.json"),
            "a place in a reference profile":
                "../reference-profiles.json" + rewrite(copy / "reference-profiles.json", plant_a_place),
        }
        result = check(program, copy)
        print(result.stdout + result.stderr, end="")
        checks.same(result.returncode, 1, "exit status")
        lines = (result.stdout + result.stderr).splitlines()
        for what, place in expected.items():
            named = f"provinces/{place}".removeprefix("provinces/../")
            checks.that(any(named in line for line in lines), f"{what} is not named at {named}")
        checks.same(len(lines), 4, "number of lines")
    checks.end()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], Path(sys.argv[2]))
