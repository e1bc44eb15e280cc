"""An org with many objects, and how often each list of it is asked."""

from __future__ import annotations

import math
import re
from collections import Counter

from tests.live.acme import Acme


def grown(acme: Acme, layouts: int, teams: int, variables: int) -> None:
    """Give the org so many objects."""
    text = acme.org.named("desktop-layout", "Acme Service Desk")["jsonFileContent"]
    for entity, like, total in (
        ("desktop-layout", "Acme Service Desk", layouts),
        ("team", "Finance", teams),
        ("cad-variable", "Reason", variables),
    ):
        for number in range(len(acme.org.webex[entity]), total):
            acme.org.add(
                entity, f"Grown_{number}", like=like, **({"teamIds": []} if entity == "desktop-layout" else {})
            )
    for one in acme.org.webex["desktop-layout"]:
        one["jsonFileContent"] = text


def asked(acme: Acme) -> Counter[str]:
    """Return how often each address was asked, ids aside."""
    below = f"/organization/{acme.org.org_id}/"
    paths = [re.sub(r"/[0-9a-f-]{36}(?=/|$)", "/ID", one.path.removeprefix(below)) for one in acme.server.log]
    acme.server.log.clear()
    return Counter(path for path in paths if "/" in path and not path.startswith("/"))


def lists(acme: Acme) -> dict[str, int]:
    """Return how often each list has to be asked: once for each page."""
    fewest = (
        "auxiliary-code",
        "agent-profile",
        "outdial-ani",
        "entry-point",
        "dial-number",
        "site",
        "user",
        "work-type",
    )
    long = ("desktop-layout", "team", "cad-variable")
    return {
        **{f"v2/{entity}": math.ceil(len(acme.org.webex[entity]) / acme.server.largest_page) for entity in long},
        **{f"v2/{entity}": 1 for entity in (*fewest, "multimedia-profile", "contact-service-queue")},
        "v3/user-profile": 1,
        "v2/outdial-ani/ID/entry": 1,  # a list too: numbers have no version of their own that tells of them
    }


def prove_that_few_requests_are_needed(acme: Acme) -> None:
    """Pull twice: only layouts and profiles are read one by one, and the second time nothing is but lists."""
    acme.server.contract = None  # the same rows again and again
    assert acme.pull(only="webex").incomplete == {}
    items = {"desktop-layout/ID": len(acme.org.webex["desktop-layout"]), "agent-profile/ID": 1, "v3/user-profile/ID": 2}
    assert asked(acme) == {**lists(acme), **items}
    assert acme.pull(only="webex").incomplete == {}
    assert asked(acme) == lists(acme)
