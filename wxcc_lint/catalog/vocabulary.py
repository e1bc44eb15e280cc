"""The types of what is known of a generation's call centers: releases, sections, items, oddities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from wxcc_lint.catalog.facts import Evidence

Dialect = Literal["W", "A", "C"]
ItemType = Literal[
    "boolean",
    "choice",
    "integer",
    "id",
    "text",
    "url",
    "host",
    "region",
    "constant",
    "variable",
    "prefixes",
    "phone-pattern",
    "object",
    "field",
    "field-list",
    "date-format",
    "template",
    "mapping",
    "conditional",
    "presence-status",
    "presence-status-id",
    "idle-code",
    "status-map",
    "certificate",
    "flags",
]
OddityKind = Literal[
    "long-name",
    "misspelt",
    "misleading",
    "trailing-blank",
    "nine-digits",
    "reserved-prefix",
    "read-only-default",
    "namespace",
    "not-first",
    "out-of-order",
    "repeated-name",
]

_MOST_DIFFERENCES = 6
"""A file further than this from every release is somebody's own work: no release explains it."""


class SectionFact(Struct, frozen=True):
    """A section as one release has it."""

    name: str
    label: str
    order: int


class ItemFact(Struct, frozen=True):
    """An item as one release has it.

    `since`, `until` and `absent_in` (releases between the two) are release ids; `until` is None while the newest release
    has the item. `default_of` says which of the release's own names the default is; a `placeholder` is a default that
    does not work until somebody fills it in. `choices` of a region are the known ones, and there may be more. `range` is
    the smallest and the largest integer allowed, in pixels. `target` is a Salesforce object, `target_from` the item that
    names one; `depends_on` and `continues` name items of the same section.

    `replaces` are the Version 1 items, (section, item), whose work this one does, and `replaces_evidence` how sure that
    is; None where it replaces none.
    """

    section: str
    name: str
    order: int
    label: str
    type: ItemType
    default: str
    meaning: str
    evidence: Evidence
    sources: tuple[str, ...]
    since: str
    until: str | None
    absent_in: tuple[str, ...]
    renamed_from: str | None = None
    renamed_to: str | None = None
    default_of: Literal["internal-name", "display-name"] | None = None
    placeholder: bool = False
    choices: tuple[str, ...] = ()
    range: tuple[int, int] | None = None
    dialect: Dialect | None = None
    target: str | None = None
    target_from: str | None = None
    continues: str | None = None
    depends_on: tuple[str, ...] = ()
    replaces: tuple[tuple[str, str], ...] = ()
    replaces_evidence: Evidence | None = None


class Release(Struct, frozen=True, eq=False, dict=True):
    """A published definition file. `date` is ISO 8601; `sections` and `items` stand in file order."""

    id: str
    date: str
    internal_name: str
    display_name: str
    note: str
    sections: Mapping[str, SectionFact]
    build_items: Callable[[], Mapping[tuple[str, str], ItemFact]]

    @cached_property
    def items(self) -> Mapping[tuple[str, str], ItemFact]:
        """Its items by section and name. Built on first use: a file needs those of one release or two."""
        return self.build_items()

    @cached_property
    def switches(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """By section and name of an item, the names of the switches in that section that depend on it."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for fact in self.items.values():
            for name in fact.depends_on if fact.type == "boolean" else ():
                found[fact.section, name] = (*found.get((fact.section, name), ()), fact.name)
        return found


class Oddity(Struct, frozen=True):
    """Something published that looks like a slip, and that nobody should be told to mend."""

    kind: OddityKind
    name: str
    reason: str
    sources: tuple[str, ...]


class Vocabulary(Struct, frozen=True, eq=False, dict=True):
    """All releases of a generation, oldest first, and what was ever called what in them; none for other vendors."""

    releases: tuple[Release, ...]
    unreleased_names: Mapping[str, str]
    """Internal names that are printed somewhere but that no published file has, and where they come from."""
    oddities: tuple[Oddity, ...]

    def release(self, release_id: str) -> Release:
        """Return the release `r1`, `r2`, …; raise KeyError when there is none."""
        return {release.id: release for release in self.releases}[release_id]

    def release_of(self, internal_name: str) -> tuple[Release, ...]:
        """Return the releases with this internal name, newest first: revisions may share one."""
        return tuple(release for release in reversed(self.releases) if release.internal_name == internal_name)

    def declared(self, internal_name: str) -> Release | None:
        """Return the newest release with this internal name, or None when the name does not tell which one it is.

        It does not where no release has it, nor where releases with different items share it.
        """
        named = self.release_of(internal_name)
        item_sets = {frozenset(release.items) for release in named}
        return named[0] if len(item_sets) == 1 else None

    def nearest(self, sections: Mapping[str, Mapping[str, object]]) -> Release | None:
        """Return the release whose items differ least in name or section, the newest on a tie; None if all differ much.

        The two items that name a call center do not count: the metadata form keeps them outside its sections.
        """
        present = {(section, item) for section, items in sections.items() for item in items} - self._naming

        def differences(release: Release) -> int:
            return len(present ^ (release.items.keys() - self._naming))

        best = min(reversed(self.releases), key=differences, default=None)
        return best if best and differences(best) <= _MOST_DIFFERENCES else None

    def item(self, section: str, name: str) -> ItemFact | None:
        """Return the item in its newest form, or None when no release has it in this section."""
        return self._newest.get((section, name))

    def replacement(self, section: str, name: str) -> ItemFact | None:
        """Return the item, in its newest form, that does the work of this Version 1 item, or None."""
        return next((item for item in self._newest.values() if (section, name) in item.replaces), None)

    def sections_of(self, item_name: str) -> tuple[str, ...]:
        """Return the sections that hold an item of this name in any release."""
        return self._homes.get(item_name, ())

    def item_names(self, section: str) -> tuple[str, ...]:
        """Return the names of all items that any release has in this section."""
        return self._names.get(section, ())

    @cached_property
    def all_section_names(self) -> tuple[str, ...]:
        """The names of all sections of all releases, those of newer releases first."""
        return tuple(dict.fromkeys(name for release in reversed(self.releases) for name in release.sections))

    @property
    def known_long_names(self) -> Mapping[str, str]:
        """Published names longer than Salesforce documents, and why they are right."""
        return {oddity.name: oddity.reason for oddity in self.oddities if oddity.kind == "long-name"}

    @cached_property
    def _newest(self) -> Mapping[tuple[str, str], ItemFact]:
        """All items of all releases in their newest form, those of newer releases first."""
        newest: dict[tuple[str, str], ItemFact] = {}
        for release in reversed(self.releases):
            newest = newest | {key: fact for key, fact in release.items.items() if key not in newest}
        return newest

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of items by section."""
        names: dict[str, list[str]] = {}
        for section, name in self._newest:
            names.setdefault(section, []).append(name)
        return {section: tuple(held) for section, held in names.items()}

    @cached_property
    def _homes(self) -> Mapping[str, tuple[str, ...]]:
        """The names of sections by item."""
        homes: dict[str, tuple[str, ...]] = {}
        for section, names in self._names.items():
            homes.update({name: (*homes.get(name, ()), section) for name in names})
        return homes

    @cached_property
    def _naming(self) -> frozenset[tuple[str, str]]:
        """The items that name a call center."""
        return frozenset(
            key for release in self.releases for key, item in release.items.items() if item.default_of is not None
        )
