"""Marks, in every form in which one may be written, and looking for them in bytes."""

import base64
import html
import json
import tempfile
from pathlib import Path
from urllib.parse import quote


def forms(mark):
    """The mark as bytes: plain, encoded for an address, escaped for JSON and HTML, base64 in its three places, wide."""
    raw = mark.encode()
    found = {
        raw, quote(mark, safe="").encode(), "".join(f"%{byte:02X}" for byte in raw).encode(),
        "".join(f"%{byte:02x}" for byte in raw).encode(), json.dumps(mark)[1:-1].encode(),
        "".join(f"\\u{ord(letter):04x}" for letter in mark).encode(), html.escape(mark).encode(),
        "".join(f"&#{ord(letter)};" for letter in mark).encode(), raw.hex().encode(), raw.hex().upper().encode(),
        mark.encode("utf-16-le"), mark.encode("utf-16-be")}
    for shift in range(3):
        # What does not hang on the bytes around it; the alphabet for addresses too.
        text = base64.b64encode(b" " * shift + raw)[(0, 2, 3)[shift]:].rstrip(b"=")[:-1]
        found |= {text, text.replace(b"+", b"-").replace(b"/", b"_")}
    return found


class Scanner:
    """Looks for many marks at once."""

    def __init__(self, marks):
        self.known = {form.lower(): mark for mark in marks for form in forms(mark)}

    def found(self, data):
        """The marks that stand somewhere in the bytes, in capitals or not."""
        data = data.lower()
        return sorted({mark for form, mark in self.known.items() if form in data})

    def files(self, folder):
        """The files below a folder with what was found in them, their names included."""
        hits = []
        for path in sorted(Path(folder).rglob("*")):
            data = str(path).encode()
            if path.is_file() and not path.is_symlink():
                data += b"\n" + path.read_bytes()
            hits += [(path.name, mark) for mark in self.found(data)]
        return hits


def scanner_finds(house):
    """A scan that finds nothing says nothing: each form is planted and must be found."""
    mark = "zwaluwnest+ é&42"
    scanner = Scanner([mark, "anders"])
    with tempfile.TemporaryDirectory(dir=house.scratch) as folder:
        for number, form in enumerate(sorted(forms(mark))):
            path = Path(folder) / f"{number}"
            path.write_bytes(b"voor\n" + form + b"\nna")
            house.checks.same(scanner.files(folder), [(path.name, mark)], f"form {form!r} is found")
            path.unlink()
        (Path(folder) / mark.replace("&", "")).write_bytes(b"")
        house.checks.same(scanner.files(folder), [], "what is not there is not found")
        (Path(folder) / mark).write_bytes(b"")
        house.checks.same(len(scanner.files(folder)), 1, "the name of a file counts")


PARTS = [("the scan finds what it looks for", scanner_finds)]
