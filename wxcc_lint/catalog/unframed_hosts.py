"""Hosts that refuse to be shown in a frame of another site."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from wxcc_lint.catalog.facts import read_facts


@cache
def unframed_hosts() -> Mapping[str, str]:
    """Return what people know each such host as, by host in lower case."""
    return {host: fact["what"] for host, fact in read_facts("unframed-hosts.yaml")["hosts"].items()}
