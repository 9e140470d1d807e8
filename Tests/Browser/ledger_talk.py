"""What these checks ask of the program, in the words of its API."""

import http.client
import os
import threading
import time

# What a request meets when the program is killed under it.
BROKEN = (OSError, http.client.HTTPException)

SHELTER = "voorbeeld-de-zilverwilg"
CRISIS = f"{SHELTER}-crisisopvang"
WOMEN = f"{SHELTER}-vrouwenopvang"
AFTERCARE = f"{SHELTER}-nazorg"
OTHER_SHELTER = "voorbeeld-de-haagbeuk"
OTHER_PLACE = f"{OTHER_SHELTER}-vrouwenopvang"
UNKNOWN_PLACE = f"{OTHER_SHELTER}-time-out"
PROFILE = {"age": 24, "gender": "female", "urgency": "now", "threat": "green"}


def capacity(service):
    return f"/v1/services/{service}/capacity"


def until(seconds, holds):
    """Waits until `holds()`, at most so long; whether it did."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def together(works):
    """Runs all at the same moment, each in a thread of its own; gives what each gives, or the error it ends with."""
    results, gate = [None] * len(works), threading.Barrier(len(works))

    def run(index, work):
        gate.wait()
        try:
            results[index] = work()
        except BROKEN as error:
            results[index] = error

    threads = [threading.Thread(target=run, args=pair, daemon=True) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def pages(client, target, role=None, key=None, size=100):
    """All elements of a list, page by page, and the first page."""
    sign = "&" if "?" in target else "?"
    first = client.send("GET", f"{target}{sign}pageSize={size}", role, key=key).json()
    found = list(first["contents"])
    for page in range(2, first["totalPages"] + 1):
        found += client.send("GET", f"{target}{sign}pageSize={size}&page={page}", role, key=key).json()["contents"]
    return found, first


def put(client, service, free, total=None, role="admin", key=None, version=None, **rest):
    """Sends a count, naming the version that stands unless another is given."""
    version = client.get(capacity(service), "admin").json()["version"] if version is None else version
    total = total if total is not None else max(free, 10)
    return client.send("PUT", capacity(service), None if key else role, key=key, If_Match=f'"{version}"',
                       body={"total": total, "free": free, **rest})


def hold(client, service, places=1, role="coordinator", key=None, idempotency=None):
    fields = {"Idempotency_Key": idempotency} if idempotency is not None else {}
    return client.send("POST", f"/v1/services/{service}/holds", None if key else role, key=key,
                       body={"places": places}, **fields)


def step(client, reference, what, body=None, role=None, key=None):
    """`extensions`, `decisions` or `closures` of a hold."""
    return client.send("POST", f"/v1/holds/{reference}/{what}", None if key else role, key=key, body=body)


def fingerprint():
    """A text that nobody else sends."""
    return f"{os.getpid()}-{time.time_ns()}"
