"""The regions that a value names: in the host of an address, or by saying nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.regions import Region, regions

_HOST: Final = re.compile(r"(?:\A\s*|//)([\w-]+(?:\.[\w-]+)+)(?=[:/?#,\s]|\Z)")


class NamedRegion(Struct, frozen=True):
    """A region by its code, which stands in a value from `start` to `end`.

    `host` is the host that holds the code. Where it is None the value says nothing else: it is the code, or, if
    `is_environment`, the name of an environment such as `produs1`.
    """

    region: Region
    start: int
    end: int
    host: str | None = None
    is_environment: bool = False


def named_regions(name: str, value: str) -> Iterator[NamedRegion]:
    """Yield the known regions in the value that stands under a name, from left to right."""
    facts = read_facts("named-regions.yaml")
    match = _pattern("environment").fullmatch(value)
    if match:
        yield NamedRegion(regions()[match[1]], *match.span(1), is_environment=True)
    elif re.sub(r"[-_]", "", name).lower() in facts["names"] and value in regions():
        yield NamedRegion(regions()[value], 0, len(value))
    for host in _HOST.finditer(value):
        if host[1].lower().endswith(tuple(f".{domain}" for domain in facts["domains"])):
            yield from _in_host(host[1], host.start(1))


def environment_path() -> str:
    """Return the path that hands the name of the tenant's environment over, whichever its region is."""
    return str(read_facts("named-regions.yaml")["store"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(read_facts("named-regions.yaml")[name].replace("{codes}", "|".join(regions())))


def _in_host(host: str, start: int) -> Iterator[NamedRegion]:
    for label in host.split("."):
        match = _pattern("label").fullmatch(label.lower())
        if match:
            yield NamedRegion(regions()[match[1]], start + match.start(1), start + match.end(1), host)
            return
        start += len(label) + 1
