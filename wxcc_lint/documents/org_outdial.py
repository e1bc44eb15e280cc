"""Calling out: the numbers that layouts show, those that the tenant has, and what they lead to.

Numbers in a snapshot are masked: two masks are of one number if their hashes are the same. Without the key of the masks,
the last digits of a number that is not masked tell that it is another one, and never that it is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.catalog.placeholders import placeholders
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.org import Org
from wxcc_lint.documents.org_objects import OrgObject
from wxcc_lint.documents.salesforce_connector import outdial_anis

_ENTRIES: Final = "outdialANIEntries"
_SHOWN: Final = 4


class ShownNumber(Struct, frozen=True):
    """A number that a layout shows to called customers."""

    layout: str
    value: Any
    at: Place


def shown_numbers(org: Org) -> Iterator[ShownNumber]:
    """Yield the numbers in layouts that are switched on, while a call center uses them."""
    switches = [view.item("reqIsOutDialAniToBeSet") for view in org.callcenters if view.generation == "v1"]
    if not any(item and item.value == "true" for item in switches):
        return
    for layout in org.layouts:
        for ani in outdial_anis(layout.view) if layout.view and layout.is_active else ():
            is_text = isinstance(ani.value, str)
            if not is_text or (ani.value.strip() and not placeholders(ani.value, ani.name)):
                yield ShownNumber(layout.name, ani.value, ani.at)


def entries_with(org: Org, number: Any) -> list[tuple[OrgObject, Any]]:
    """Return the outdial ANIs with an entry that is, or may be, this number, with the number as the entry has it."""
    entries = ((ani, entry) for ani in org.of("outdial-ani") for entry in ani.elements(_ENTRIES))
    return [
        (ani, entry["number"])
        for ani, entry in entries
        if isinstance(entry, dict) and "number" in entry and may_be_same(org, number, entry["number"])
    ]


def mapped_to(org: Org, number: Any) -> list[OrgObject]:
    """Return the mappings of dialled numbers that are, or may be, of this number."""
    return [one for one in org.of("dial-number") if may_be_same(org, number, one.data.get("dialledNumber"))]


def may_be_same(org: Org, left: Any, right: Any) -> bool:
    """Tell whether two numbers, masked or not, can be one."""
    if isinstance(left, dict) is not isinstance(right, dict) and org.facts.mask is not None:
        left, right = (org.facts.mask(one) if isinstance(one, str) else one for one in (left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return bool(left.get("hmac") == right.get("hmac"))
    if isinstance(left, dict):
        left, right = right, left
    if isinstance(right, dict):
        return _digits(left).endswith(_digits(right.get("mask")))
    return _digits(left) == _digits(right)


def last_digits(number: Any) -> str:
    """Return what to call a number in a report: nobody needs more of it than its end."""
    shown = number.get("mask") if isinstance(number, dict) else number
    digits = _digits(shown)
    return f"…{digits[-_SHOWN:]}"


def _digits(value: Any) -> str:
    return re.sub(r"\D", "", value) if isinstance(value, str) else ""
