"""Findings that were there before anybody looked: hidden until they are mended, and never by accident.

A baseline is a JSON file to be committed: `{"version": 1, "findings": [{"rule", "path", "at", "count"}]}`, where `path` is
relative to the config's folder and `at` is the identity path, so that moved lines change nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

from msgspec import Struct, field

from wxcc_lint.documents.decode import decode
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.model import Document, Place

VERSION: Final = 1
META: Final = "meta/"
STALE: Final = "meta/stale-baseline"


class Entry(NamedTuple):
    """What a baseline knows a finding by."""

    rule: str
    path: str
    at: str | None


class BaselineError(Exception):
    """A baseline cannot be used; the text names the file, the line and what is wrong."""


class Baseline(Struct):
    """A baseline that was read; ask `hides` for each finding, then `stale`."""

    document: Document
    places: dict[Entry, Place] = field(default_factory=dict)
    listed: Counter[Entry] = field(default_factory=Counter)
    _used: Counter[Entry] = field(default_factory=Counter)

    def add(self, entry: Entry, count: int, place: Place) -> None:
        """Take an entry of the file."""
        self.places.setdefault(entry, place)
        self.listed[entry] += count

    def hides(self, entry: Entry) -> bool:
        """Tell whether a finding is in the baseline; each of several equal ones counts.

        Those that say why something could not be checked are never hidden.
        """
        if self._used[entry] >= self.listed[entry] or entry.rule.startswith(META):
            return False
        self._used[entry] += 1
        return True

    def stale(self, seen: Iterable[str]) -> Iterator[tuple[Entry, int, Place]]:
        """Yield the entries that hid fewer findings than they say, of files that were checked, with the surplus."""
        checked = set(seen)
        for entry, count in self.listed.items():
            surplus = count - self._used[entry]
            if surplus and entry.path in checked:
                yield entry, surplus, self.places[entry]


def read_baseline(name: str, data: bytes, present: Callable[[str], str] = str) -> Baseline:
    """Read a baseline; `name` is what messages call it, `present` tells the present name of a rule. Raises BaselineError."""
    text, fault = decode(data)
    document = parse_json(name, text, "config")
    for one in filter(None, (fault, *document.faults)):
        raise BaselineError(f"{name}:{document.text.locate(one.span.start).line}: {one.message}")
    version = document.data.get("version") if isinstance(document.data, dict) else None
    if version != VERSION:
        raise BaselineError(
            f"{name}:1: this is no baseline of version {VERSION}; write it anew: wxcc-lint baseline write"
        )
    baseline = Baseline(document)
    listed = document.data.get("findings")
    for index, one in enumerate(listed if isinstance(listed, list) else ()):
        place = Place(document, ("findings", index))
        entry, count = _entry(one, place)
        baseline.add(entry._replace(rule=present(entry.rule)), count, place)
    return baseline


def _entry(one: Any, place: Place) -> tuple[Entry, int]:
    if isinstance(one, dict):
        rule, path, at, count = one.get("rule"), one.get("path"), one.get("at"), one.get("count")
        fits = isinstance(rule, str) and isinstance(path, str) and isinstance(at, str | None)
        if fits and isinstance(count, int) and not isinstance(count, bool) and count > 0:
            return Entry(str(rule), str(path), at), count
    line = place.document.text.locate(place.span.start).line
    message = f"{place.document.name}:{line}: an entry has 'rule', 'path', 'at' and a 'count' from 1"
    raise BaselineError(message)


def render_baseline(entries: Counter[Entry]) -> str:
    """Return the text of a baseline: an entry a line, sorted, so that changes are easy to review and to merge."""
    lines = [
        "    " + json.dumps({"rule": one.rule, "path": one.path, "at": one.at, "count": count}, ensure_ascii=False)
        for one, count in sorted(entries.items(), key=lambda pair: (pair[0].path, pair[0].rule, pair[0].at or ""))
    ]
    listed = "[\n" + ",\n".join(lines) + "\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {listed}\n}}\n'


def kept(listed: Counter[Entry], present: Counter[Entry], is_judged: Callable[[Entry], bool]) -> Counter[Entry]:
    """Return what stays of a baseline: findings that are still there, and those that nobody was able to look for."""
    return +Counter(
        {entry: min(count, present[entry]) if is_judged(entry) else count for entry, count in listed.items()}
    )
