"""What entries of an allowed list mean: what a slip stands for, which hosts they cover, and which covers which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wxcc_lint.catalog.allowlist import misprinted_entry, open_domain
from wxcc_lint.catalog.regions import desktop_code
from wxcc_lint.documents.allowlist import AllowEntry, AllowList
from wxcc_lint.documents.host_sources import HostSource, ascii_host, host_source

_SCHEME: Final = re.compile(r"(?:https?|wss?):[/\\]*", re.IGNORECASE)
_MISPRINT: Final = re.compile(r"\*\.(?=(?:https?|wss?)://)", re.IGNORECASE)
_DEFAULT_PORTS: Final = frozenset({"443", "80"})


def has_misplaced_wildcard(entry: AllowEntry) -> bool:
    """Tell whether `*.` stands before a whole address instead of before a domain."""
    return entry.source is None and _MISPRINT.match(entry.value) is not None


def entry_meant(entry: AllowEntry) -> str | None:
    """Return the bare entry that one which is no host source stands for, if that can be told."""
    if has_misplaced_wildcard(entry) and desktop_code(entry.value[2:]):
        return misprinted_entry()
    host = re.split(r"[/\\?#]", _SCHEME.sub("", entry.value.strip("'\";,"), count=1))[0].rstrip(".")
    host = re.sub(r"^[*.]+", "*.", host)
    source = host_source(ascii_host(host))
    return source.pattern if source and "." in source.host else None


def bare_entry(source: HostSource) -> str:
    """Return an entry without scheme and path, with its port only if that is another one than usual."""
    return source.pattern if source.port is None or source.port in _DEFAULT_PORTS else f"{source.pattern}:{source.port}"


class Coverage:
    """Which entries of a list cover a host. An entry with a slip counts as what it stands for: the slip is told apart."""

    def __init__(self, allowlist: AllowList) -> None:
        self._by_host: dict[str, list[tuple[AllowEntry, HostSource]]] = {}
        for entry in allowlist.entries:
            source = entry.source or host_source(entry_meant(entry) or "")
            if source:
                self._by_host.setdefault(source.host, []).append((entry, source))

    @property
    def sources(self) -> Iterator[HostSource]:
        """What the entries stand for."""
        return (source for entries in self._by_host.values() for _, source in entries)

    def of(self, wanted: HostSource) -> Iterator[AllowEntry]:
        """Yield the entries that cover a host."""
        labels = wanted.host.split(".")
        for domain in ("*", *(".".join(labels[start:]) for start in range(len(labels)))):
            yield from (entry for entry, source in self._by_host.get(domain, ()) if source.covers(wanted))


def wider_entries(allowlist: AllowList) -> Iterator[tuple[AllowEntry, AllowEntry]]:
    """Yield each entry that another one covers, and that one; of two that cover each other the first stays."""
    coverage = Coverage(allowlist)
    position = {entry.at: number for number, entry in enumerate(allowlist.entries)}
    for entry in allowlist.entries:
        for other in coverage.of(entry.source) if entry.source else ():
            is_twin = entry.source is not None and other.source is not None and entry.source.covers(other.source)
            stays = (
                other.source is None or is_over_wide(other) or (is_twin and position[entry.at] <= position[other.at])
            )
            if not stays:
                yield entry, other
                break


def is_over_wide(entry: AllowEntry) -> bool:
    """Tell whether an entry allows hosts that everybody can have."""
    source = entry.source
    return source is not None and (source.host == "*" or (source.is_wildcard and open_domain(source.host) is not None))
