"""Why a text is not JSON, in words for somebody who edits configuration and not grammars."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from wxcc_lint.documents.json_brackets import likely_unclosed
from wxcc_lint.documents.json_scan import CLOSERS, Expected, Opened, Spot
from wxcc_lint.documents.json_tokens import bare, broken_string, curly_closing, foreign, lexeme, shown
from wxcc_lint.documents.model import Fault
from wxcc_lint.documents.slips import SYNTAX
from wxcc_lint.spans import Span

_VALUE_START = re.compile(r'["{\[\w+.-]')
_EXPECTED: Final[dict[Expected, str]] = {
    "value": "a value",
    "key": "a key in double quotes",
    "colon": "a colon",
    "comma": "a comma or a closing bracket",
    "end": "nothing more",
}


def diagnose(spot: Spot) -> Fault:
    """Return the one fault that explains best why a text stops being JSON at the spot."""
    if not spot.character:
        return _ended(spot)
    return _string_ended_early(spot) or foreign(spot) or _misplaced(spot) or _unexpected(spot)


def _ended(spot: Spot) -> Fault:
    if spot.opened is None:
        remedy = "write an object in { } or a list in [ ]; an empty list is []"
        return Fault(SYNTAX, "the text is empty; expected JSON", Span(0, 0), remedy)
    likely = likely_unclosed(spot.text)
    span = likely or Span(spot.opened.offset, spot.opened.offset + 1)
    bracket = spot.text[span.start]
    if likely:
        message = f"this '{bracket}' is probably never closed: the next bracket that could close it is indented less"
        return Fault(SYNTAX, message, span, f"add the missing '{CLOSERS[bracket]}' where this part ends")
    remedy = f"add the missing '{CLOSERS[bracket]}', and whatever else was cut off at the end"
    return Fault(SYNTAX, f"{_called(spot, spot.opened)} is never closed", span, remedy)


def _called(spot: Spot, opened: Opened) -> str:
    """Name a bracket by what it opens; a line number would be wrong inside a host file."""
    bracket = f"the '{spot.text[opened.offset]}'"
    if not opened.path:
        return f"{bracket} at the very beginning"
    step = opened.path[-1]
    return f"{bracket} of list item {step + 1}" if isinstance(step, int) else f"{bracket} of '{step}'"


def _before(spot: Spot) -> str:
    """Return the first character of the last token that was in order; empty when there is none."""
    return spot.text[spot.previous.start : spot.previous.end][:1]


def _string_ended_early(spot: Spot) -> Fault | None:
    """Recognise text that follows a closing quote without a gap: that quote was meant to be part of the text."""
    if _before(spot) != '"' or spot.previous.end != spot.offset:
        return None
    if not (spot.character.isalnum() or spot.character in r"'_\%"):
        return None
    quote = Span(spot.previous.end - 1, spot.previous.end)
    remedy = r"write \" for a quote inside a text; if this one is right, another is missing before it"
    return curly_closing(spot, spot.previous) or Fault(
        SYNTAX, "a text ends at this quote, but more follows without a gap", quote, remedy
    )


def _misplaced(spot: Spot) -> Fault | None:
    explain = _BY_CHARACTER.get(spot.character) or _BY_EXPECTED[spot.expected]
    return explain(spot)


def _closing(spot: Spot) -> Fault:
    """Explain a closing bracket that came too early, too often or in the wrong shape."""
    here = lexeme(spot)
    if spot.opened is None:
        remedy = "delete it, or add the bracket that it should close"
        return Fault(SYNTAX, f"this '{spot.character}' closes nothing: no bracket is open here", here, remedy)
    closer = CLOSERS[spot.text[spot.opened.offset]]
    if spot.character != closer:
        message = f"this '{spot.character}' cannot close {_called(spot, spot.opened)}, which is still open"
        return Fault(SYNTAX, message, here, f"add the missing '{closer}' before it, or delete it")
    if _before(spot) == ",":
        return Fault(SYNTAX, f"a comma stands before the closing '{closer}'", spot.previous, "delete the comma")
    if spot.expected == "colon":
        return _no_colon(spot)
    return Fault(SYNTAX, f"a value is missing before this '{closer}'", here, "write a value after the colon")


def _colon(spot: Spot) -> Fault:
    here = lexeme(spot)
    if spot.expected == "end" and _before(spot) == '"':
        message = f"'{shown(spot, spot.previous)}' and its value are a piece of an object without the braces"
        remedy = "put { before the whole and } after it, or paste it into the object that it belongs to"
        return Fault(SYNTAX, message, spot.previous, remedy)
    if spot.expected in {"key", "value"} and _before(spot) != ":":
        return Fault(SYNTAX, "a key is missing before this colon", here, "write a key in double quotes before it")
    if spot.opened is not None and spot.text[spot.opened.offset] == "[":
        message = f"the key '{shown(spot, spot.previous)}' stands in a list; only objects have keys"
        return Fault(SYNTAX, message, spot.previous, "put { } around keys and their values")
    return Fault(SYNTAX, "this colon is one too many", here, "delete it, or put a comma before the next key")


def _comma(spot: Spot) -> Fault:
    here = lexeme(spot)
    if spot.expected == "end":
        remedy = "delete the comma; if more should follow, put [ before the whole and ] after it"
        return Fault(SYNTAX, "a comma stands after the end of the JSON", here, remedy)
    if spot.expected == "colon":
        return _no_colon(spot)
    if _before(spot) == ":":
        return Fault(SYNTAX, "a value is missing before this comma", here, "write a value after the colon")
    return Fault(SYNTAX, "nothing stands before this comma", here, "delete the comma, or write what belongs before it")


def _no_colon(spot: Spot) -> Fault:
    message = f"a colon is missing after the key '{shown(spot, spot.previous)}'"
    remedy = "write a colon and a value after the key"
    remedy += "; a list of texts stands in [ ], not in { }" if spot.character in ",}" else ""
    return Fault(SYNTAX, message, lexeme(spot), remedy)


def _no_comma(spot: Spot) -> Fault | None:
    if not _VALUE_START.match(spot.character):
        return None
    here = lexeme(spot)
    remedy = "put a comma after the value before it"
    return Fault(SYNTAX, f"a comma is missing before '{shown(spot, here)}'", here, remedy)


def _no_key(spot: Spot) -> Fault | None:
    if spot.character not in "{[":
        return broken_string(spot) or bare(spot)
    remedy = "write a key in double quotes and a colon before it"
    return Fault(SYNTAX, f"a key is missing before this '{spot.character}'", lexeme(spot), remedy)


def _no_value(spot: Spot) -> Fault | None:
    return broken_string(spot) or bare(spot)


def _second_value(spot: Spot) -> Fault | None:
    if not _VALUE_START.match(spot.character):
        return None
    remedy = "delete one of the two, or put both into one list: [first, second]"
    return Fault(SYNTAX, "a second JSON value starts here, where only one may stand", lexeme(spot), remedy)


def _unexpected(spot: Spot) -> Fault:
    message = f"'{spot.character}' cannot stand here; expected {_EXPECTED[spot.expected]}"
    return Fault(SYNTAX, message, lexeme(spot), "replace or delete it")


_BY_CHARACTER: Mapping[str, Callable[[Spot], Fault | None]] = {
    "}": _closing,
    "]": _closing,
    ":": _colon,
    ",": _comma,
}
_BY_EXPECTED: Mapping[Expected, Callable[[Spot], Fault | None]] = {
    "value": _no_value,
    "key": _no_key,
    "colon": _no_colon,
    "comma": _no_comma,
    "end": _second_value,
}
