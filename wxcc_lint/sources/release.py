"""What the vendor publishes, as a source: `release:NAME`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.catalog.vocabulary import Release
from wxcc_lint.sources.entries import Entry, Opened, failed
from wxcc_lint.suggest import did_you_mean

_GENERATIONS: Final = ("v1", "v2", "scv")
_NEWEST: Final = "newest"
_LAYOUT: Final = "default-layout"
_MONTH = re.compile(r"\((.+)\)\s*$")
"""The date that a display name ends with."""


def open_release(name: str) -> Opened:
    """Open a published call center, one of each generation that has the name, or the default layout.

    NAME is an internal name, a display name or the date in it, the day of publication, an id such as `r6`, or `newest`; a
    generation may stand before it, `v2/r3`. Of several releases with one name the newest counts.
    """
    wanted = name.strip()
    if wanted.casefold() == _LAYOUT:
        text = json.dumps(default_layout(), ensure_ascii=False, indent=2)
        return Opened([Entry(f"release:{_LAYOUT}", f"{_LAYOUT}.json", text.encode())], extent="catalogue")
    prefix, _, rest = wanted.rpartition("/")
    found = (
        list(_found(rest, (prefix,) if prefix in _GENERATIONS else _GENERATIONS))
        if prefix in {"", *_GENERATIONS}
        else []
    )
    entries = [
        Entry(f"release:{generation}/{release.id}", f"{generation}/{release.id}.xml", render_import(release).encode())
        for generation, release in found
    ]
    return Opened(entries, extent="catalogue") if entries else failed(f"release:{name}: {_unknown(wanted)}")


def _found(name: str, generations: tuple[str, ...]) -> Iterator[tuple[str, Release]]:
    for generation in generations:
        releases = vocabulary(generation).releases
        named = (one for one in reversed(releases) if name.casefold() in {_NEWEST, *map(str.casefold, _names(one))})
        release = next(named, None)
        if release is not None:
            yield generation, release


def _names(release: Release) -> tuple[str, ...]:
    month = _MONTH.search(release.display_name)
    return (release.id, release.internal_name, release.display_name, release.date, *(month.groups() if month else ()))


def _unknown(name: str) -> str:
    for generation in _GENERATIONS:
        if name in vocabulary(generation).unreleased_names:
            return f"no published file has this name; the newest is 'release:{generation}/{_NEWEST}'"
    known = [
        one for generation in _GENERATIONS for release in vocabulary(generation).releases for one in _names(release)
    ]
    qualified = [
        f"{generation}/{release.id}" for generation in _GENERATIONS for release in vocabulary(generation).releases
    ]
    hint = did_you_mean(name, [_NEWEST, _LAYOUT, *known, *qualified])
    return "there is no such release" + (hint or f"; say '{_NEWEST}', '{_LAYOUT}', or one such as '{qualified[-1]}'")
