"""Many search while counts change: every answer is that of one state, and the state has a name."""

import threading

from api import Client
from ledger_talk import BROKEN, CRISIS, OTHER_PLACE, PROFILE, put
from matcher_answers import SEARCH, placed

CLIENTS, SEARCHES, CHANGES = 32, 8, 40
WATCHED = (CRISIS, OTHER_PLACE)


def crowd(house):
    """32 search, one changes two counts in turn; the version of an answer says which counts are in it."""
    with house.serving(house.state()) as server:
        writer = server.client()
        states, done, answers = {}, threading.Event(), []

        def note():
            version = writer.get("/v1/ready").json()["dataVersion"]
            house.checks.that(version not in states, f"a name of its own for each state: {version}")
            states[version] = dict(counts)

        def search():
            client, own = Client(server.address), []
            try:
                while len(own) < SEARCHES or not done.is_set() and len(own) < 4 * SEARCHES:
                    query = "" if len(own) % SEARCHES == 0 else "?detail=top&limit=100"
                    own.append(client.send("POST", SEARCH + query, "coordinator", body=PROFILE).json())
            except BROKEN as error:
                own.append(error)
            answers.append(own)

        versions = {name: put(writer, name, 1, 9).json()["version"] for name in WATCHED}
        counts = {name: 1 for name in WATCHED}
        note()
        threads = [threading.Thread(target=search, daemon=True) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for number in range(CHANGES):
            name = WATCHED[number % 2]
            counts[name] = number % 9 + 1
            versions[name] = put(writer, name, counts[name], 9, version=versions[name]).json()["version"]
            note()
        done.set()
        for thread in threads:
            thread.join(60)
        house.checks.same(len(answers), CLIENTS, "all were answered")
        judge(house, states, [one for own in answers for one in own])


def judge(house, states, answers):
    house.checks.that(not [one for one in answers if not isinstance(one, dict)], "no connection broke")
    answers = [one for one in answers if isinstance(one, dict)]
    seen, alike = set(), {}
    for answer in answers:
        version = answer["dataVersion"]
        seen.add(version)
        free = {one["serviceId"]: one["capacity"]["free"] for one in placed(answer) if one["serviceId"] in WATCHED}
        house.checks.same(free, states.get(version), f"the counts of {version}")
        order = [one["serviceId"] for one in placed(answer)][:100]
        said = (order, [(one["section"], one["total"]) for one in answer["sections"]], answer["blockers"])
        house.checks.that(alike.setdefault(version, said) == said, f"all answers of {version} are alike")
    house.checks.that(len(seen) > 10, f"answers of {len(seen)} states only")
    print(f"        {len(answers)} answers, {len(seen)} of {len(states)} states", flush=True)


PARTS = [("crowd", crowd)]
