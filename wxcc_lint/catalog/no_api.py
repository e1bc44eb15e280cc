"""What no API shows; see no-api.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from wxcc_lint.catalog.facts import read_facts


@cache
def unseen() -> Mapping[str, str]:
    """Return what it is, with the sentence on why and what to do instead."""
    return {name: fact["reason"] for name, fact in read_facts("no-api.yaml")["unseen"].items()}
