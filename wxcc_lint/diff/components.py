"""Which Salesforce components of two sides are compared: those of types that both keep, and that an org tells in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.catalog.drift import compared_component
from wxcc_lint.diff.doubts import sort_of_kind, system_of
from wxcc_lint.diff.objects import ConfigObject, Contents, OrgFacts, Uncovered

_COMPLETE: Final = "complete"
_UNKNOWN: Final = "the snapshot does not say that all of these were read"
_UNDECLARED: Final = (
    "the environment declares no '{}', and has files of it: declare its 'org-id', or leave them out of 'files'"
)


class Shared(Struct, frozen=True):
    """Both sides without the components that are not compared; `notes` say which these are."""

    left: Contents
    right: Contents
    notes: tuple[str, ...] = ()


def shared_components(left: Contents, right: Contents, *, include_unmanaged: bool) -> Shared:
    """Leave out components of a type that only one side keeps; the left side is files, the right one an org.

    An org keeps the types that it was asked for, files keep those that they have one of.
    """
    held = {one.type for one in left.objects if _is_component(one)}
    kept = {one.type for one in right.objects if _is_component(one)} | set(_statuses(right))
    unread = [one for one in left.objects if _is_component(one) and not _is_compared(one, kept)]
    unmanaged = [
        one
        for one in right.objects
        if _is_component(one) and not include_unmanaged and (one.type not in held or not _is_compared(one, kept))
    ]
    notes = [f"not read from orgs, so not compared: {_counted(unread)}"] if unread else []
    if unmanaged:
        notes.append(f"no files of their types, so not compared: {_counted(unmanaged)}; see --include-unmanaged")
    return Shared(_without(left, unread), _without(right, unmanaged), tuple(notes))


def with_doubts(left: Contents, right: Contents, undeclared: Collection[str] = ()) -> Contents:
    """Return the org with all kinds that were not read in full, and those of the files of which nobody says that they were.

    What an org lacks of these may be there all the same. `undeclared` are the systems that the environment has no org of.
    """
    facts = right.org or OrgFacts()
    told = {one.document for one in right.uncovered}
    partial = {
        sort_of_kind(kind) or kind: facts.reasons.get(kind) or f"the snapshot calls it {status}"
        for kind, status in facts.kinds.items()
        if status != _COMPLETE
    }
    unsaid = {}
    for one in left.objects:
        system = system_of(one)
        if system in undeclared and not any(kind.startswith(f"{system}/") for kind in facts.kinds):
            unsaid[system] = _UNDECLARED.format(system)
        elif one.sort not in _statuses(right) and system not in told:
            unsaid[one.sort] = _UNKNOWN
    doubts = [Uncovered(sort, why) for sort, why in sorted((partial | unsaid).items()) if sort not in told]
    return replace(right, uncovered=(*right.uncovered, *doubts))


def is_complete(org: Contents, sort: str) -> bool:
    """Tell whether all objects of a sort were read of an org."""
    return _statuses(org).get(sort) == _COMPLETE


def _statuses(org: Contents) -> dict[str | None, str]:
    kinds = org.org.kinds if org.org is not None else {}
    return {sort_of_kind(kind): status for kind, status in kinds.items()}


def _is_component(one: ConfigObject) -> bool:
    return one.kind == "component"


def _is_compared(one: ConfigObject, kept: set[str | None]) -> bool:
    return one.type in kept and compared_component(one.type, one.name)


def _without(side: Contents, left_out: list[ConfigObject]) -> Contents:
    ids = {id(one) for one in left_out}
    return replace(side, objects=tuple(one for one in side.objects if id(one) not in ids))


def _counted(objects: Iterable[ConfigObject]) -> str:
    return ", ".join(f"{number} {name}" for name, number in sorted(Counter(one.type for one in objects).items()))
