"""Counts what was checked, and says what failed as soon as it fails."""

import sys
import traceback
from contextlib import contextmanager


class Checks:
    """One run of checks. A failed one does not stop the others."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def that(self, holds, what):
        """Counts one check: `holds`, or `what` is printed."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED  {what}", flush=True)
        return bool(holds)

    def same(self, actual, expected, what):
        """Counts one check: both are equal, or both are printed."""
        return self.that(actual == expected, f"{what}: {actual!r} instead of {expected!r}")

    @contextmanager
    def part(self, name):
        """A group of checks; an error in it counts as one failed check."""
        before = self.failed
        try:
            yield
        except Exception:
            traceback.print_exc()
            self.that(False, f"{name}: stopped by an error")
        print(f"{'ok    ' if self.failed == before else 'NOT OK'}  {name}", flush=True)

    def end(self):
        """Prints the closing line and leaves with the exit status."""
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        sys.exit(1 if self.failed else 0)
