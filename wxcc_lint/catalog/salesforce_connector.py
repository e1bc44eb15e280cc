"""What is known of the Version 1 Salesforce connector in desktop layouts."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts


class ConnectorFacts(Struct, frozen=True):
    """How to tell its components, and what their settings are called; `address` and `version` are found in addresses.

    Of the libraries `own` is the connector's, `loaded` are those it loads, `named` tells which of these is Salesforce's.
    """

    settings: frozenset[str]
    known: tuple[str, ...]
    own: str
    loaded: str
    named: str
    address: re.Pattern[str]
    ani: str
    actions: str
    version: re.Pattern[str]


@cache
def connector_facts() -> ConnectorFacts:
    """Return the facts; names of settings in `settings` are in lower case, as HTML reads attributes."""
    facts = read_facts("salesforce-connector.yaml")
    return ConnectorFacts(
        settings=frozenset(name.lower() for name in facts["settings"]),
        known=tuple(facts["known"]),
        **facts["libraries"],
        address=re.compile(facts["address"], re.IGNORECASE),
        ani=facts["ani"],
        actions=facts["actions"],
        version=re.compile(facts["version-in-address"], re.IGNORECASE),
    )


def connector_of(release_id: str) -> str | None:
    """Return the connector version that goes with a release of the definition file, such as `1.1.9` with `r6`."""
    version: str | None = read_facts("salesforce-connector.yaml")["connector-of"]["releases"].get(release_id)
    return version
