"""What may hide behind something that could not be read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from wxcc_lint.catalog.salesforce_metadata import metadata_types
from wxcc_lint.diff.objects import ConfigObject

_SYSTEMS: Final = frozenset({"webex", "salesforce"})
_LAYOUTS: Final = "desktop-layout"
_CALL_CENTERS: Final = "CallCenter"


def may_stand_for(unread: str, one: ConfigObject, known: Collection[str], *, is_org: bool) -> bool:
    """Tell whether something that a side could not read may be an object of the other side.

    `known` are the titles of all objects of the other side; `is_org` tells whether the side is an org.
    """
    if is_org and unread in _SYSTEMS:
        return unread == system_of(one)
    sort, colon, _ = unread.partition(":")
    wanted = sort_of_kind(sort) if is_org else sort if sort in {"layout", "callcenter", *metadata_types()} else None
    if wanted is None:
        return True
    if wanted != one.sort:
        return False
    return not colon or unread == one.title or unread not in known


def system_of(one: ConfigObject) -> str:
    """Return which of the two systems an object is of."""
    return "webex" if one.kind == "layout" else "salesforce"


def sort_of_kind(kind: str) -> str | None:
    """Return what objects are called in reports that a snapshot keeps as this kind, or in the folder of this path.

    Kinds that are not compared stay as they are; None for what is no kind of a snapshot.
    """
    if kind in {"layout", "callcenter"} or kind in metadata_types():
        return "callcenter" if kind == _CALL_CENTERS else kind
    system, *below = kind.split("/")
    if system not in _SYSTEMS or not below:
        return None
    if system == "webex":
        return "layout" if below[0] == _LAYOUTS else kind
    by_folder = {it.folder: it.name for it in metadata_types().values() if it.folder}
    name = by_folder.get(below[0], below[0]) if len(below) > 1 else below[0]  # of a path, the folder tells
    return "callcenter" if name == _CALL_CENTERS else name
