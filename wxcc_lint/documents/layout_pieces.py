"""What people save as a file and is not one layout: pieces, what they are and where they belong, and several or packed ones."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.documents.layout import CONTENT
from wxcc_lint.documents.layout_nodes import AREAS, ROLES
from wxcc_lint.documents.model import Fault
from wxcc_lint.documents.slips import SYNTAX
from wxcc_lint.spans import Span

_WHERE: Final[dict[str, tuple[str, str]]] = {
    **{area: (f"the area '{area}'", "'area' of each role that needs it") for area in AREAS},
    **{role: (f"the role '{role}'", "the object with all roles") for role in ROLES},
    "area": ("the areas of a role", "the object of a role"),
    "comp": ("a component", "'children', 'advancedHeader' or the 'widgets' of a page"),
    "nav": ("an entry of 'navigation'", "the list 'navigation' of each role that needs it"),
    "page": ("an entry of 'navigation'", "the list 'navigation' of each role that needs it"),
    "widgets": ("a page", "'page' of an entry of 'navigation'"),
}
"""By a key that tells it: what a piece is, and what to paste it into."""

_MEMBER: Final = re.compile(r'\s*"([^"\\]*)"\s*:')
_OBJECT: Final = re.compile(r'\s*\{\s*"')
_SECOND: Final = re.compile(r"\s*+(?:,\s*+)?(?=[{\[])")


class Piece(Struct, frozen=True):
    """What a piece is called, and what it is to be pasted into, as words for a sentence."""

    name: str
    belongs: str


def piece_of(value: Any) -> Piece | None:
    """Return what part of a layout JSON data are, or None for a whole layout and for what is nothing of a layout."""
    if isinstance(value, list):
        inside = piece_of(value[0]) if value else None
        return inside and Piece(f"a list that begins with {inside.name}", inside.belongs)
    if not isinstance(value, dict) or not value.keys().isdisjoint({"area", *ROLES}):
        return None
    key = next((key for key in _WHERE if key in value), None)
    return None if key is None else Piece(*_WHERE[key])


def explain_pieces(text: str) -> Fault | None:
    """Return the fault that tells what a text is, where it is pieces of a layout and so no JSON."""
    return _bare_member(text) or _in_a_row(text)


def explain_packing(value: Any, text: str) -> Fault | None:
    """Return the fault that tells how layouts stand in JSON that is none: in quotes, or in the list of an answer."""
    blanks = len(text) - len(text.lstrip())
    start = Span(blanks, blanks + 1)
    if isinstance(value, str) and _OBJECT.match(value):
        message = "the layout is packed into a text once too often"
        return Fault(SYNTAX, message, start, "save it without the quotes around it; jq leaves them out with -r")
    listed = value.get("data") if isinstance(value, dict) else value
    if isinstance(listed, list) and any(isinstance(one, dict) and CONTENT in one for one in listed):
        message = "this is a list of layouts, as the API returns it, and not one layout"
        return Fault(SYNTAX, message, start, f"save each layout in a file of its own: what stands in '{CONTENT}'")
    return None


def _bare_member(text: str) -> Fault | None:
    member = _MEMBER.match(text)
    if member is None or member[1] not in _WHERE:
        return None
    name, belongs = _WHERE[member[1]]
    message = f"this is no layout but a piece of one: {name} on its own"
    span = Span(member.start(1) - 1, member.end(1) + 1)
    return Fault(SYNTAX, message, span, f"paste it into {belongs}")


def _in_a_row(text: str) -> Fault | None:
    """Explain a second object behind the first."""
    blanks = len(text) - len(text.lstrip())
    try:
        first, end = json.JSONDecoder().raw_decode(text, blanks)
    except ValueError:
        return None
    second = _SECOND.match(text, end)
    piece = piece_of(first)
    if second is None or piece is None:
        return None
    message = f"this is no layout but pieces of one in a row: {piece.name}, and here the next"
    return Fault(SYNTAX, message, Span(second.end(), second.end() + 1), f"paste each of them into {piece.belongs}")
