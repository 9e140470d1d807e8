"""What a page costs before it is there: bytes, and what holds up drawing."""

from screens_house import Person, until

MOST_BYTES = 60_000

# Everything the page asked for: its address, bytes over the network, and whether drawing waited for it.
ASKED = """
    return [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .map(one => [new URL(one.name).pathname, one.transferSize, one.renderBlockingStatus]);"""


def weight(house):
    """The first page, as somebody gets it who was never here."""
    checks = house.checks
    with house.serving(house.state()) as server, Person(server, width="phone") as person:
        person.open("/")
        until(lambda: person.run("return performance.timing.loadEventEnd") > 0)
        asked = person.run(ASKED)
        total = sum(size for _, size, _ in asked)
        print(f"        / takes {total} bytes in {len(asked)} requests", flush=True)
        checks.that(0 < total < MOST_BYTES, f"the first page takes {total} bytes: {asked}")
        blocking = [path for path, _, how in asked if how == "blocking"]
        checks.that(len(blocking) == 1 and blocking[0].endswith(".css"), f"drawing waits for {blocking}")
        person.open("/over")
        again = [path for path, size, _ in person.run(ASKED) if size and path.endswith((".css", ".js", ".svg"))]
        checks.same(again, [], "files that were asked for again on the next page")


PARTS = [("weight", weight)]
