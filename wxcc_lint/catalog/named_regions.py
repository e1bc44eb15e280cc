"""The regions that a value names: in the host of an address, or by saying nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.regions import Region, regions
from wxcc_lint.remember import remembered

_FILE: Final = "named-regions.yaml"
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


def named_regions(name: str, value: str) -> Sequence[NamedRegion]:
    """Return the known regions in the value that stands under a name, from left to right."""
    if value in regions() and re.sub(r"[-_]", "", name).lower() in read_facts(_FILE)["names"]:
        return (NamedRegion(regions()[value], 0, len(value)),)
    return _named_in(value)


@remembered
def _named_in(value: str) -> Sequence[NamedRegion]:
    """Return the regions that a value names, whatever name it stands under."""
    match = _pattern("environment").fullmatch(value)
    if match:
        return (NamedRegion(regions()[match[1]], *match.span(1), is_environment=True),)
    if "." not in value:
        return ()
    domains = tuple(f".{domain}" for domain in read_facts(_FILE)["domains"])
    hosts = (host for host in _HOST.finditer(value) if host[1].lower().endswith(domains))
    return tuple(region for host in hosts for region in _in_host(host[1], host.start(1)))


def environment_path() -> str:
    """Return the path that hands the name of the tenant's environment over, whichever its region is."""
    return str(read_facts(_FILE)["store"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(read_facts(_FILE)[name].replace("{codes}", "|".join(regions())))


def _in_host(host: str, start: int) -> Iterator[NamedRegion]:
    for label in host.split("."):
        match = _pattern("label").fullmatch(label.lower())
        if match:
            yield NamedRegion(regions()[match[1]], start + match.start(1), start + match.end(1), host)
            return
        start += len(label) + 1
