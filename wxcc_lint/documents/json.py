"""JSON texts: data from `json.loads`, which is the judge of what is JSON; what else there is to tell, when somebody asks."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any

from wxcc_lint.documents.json_brackets import outline, surely_shallow, too_deep
from wxcc_lint.documents.json_scan import UnexpectedError, scan_duplicates, scan_longest_number
from wxcc_lint.documents.json_spans import JsonSpans
from wxcc_lint.documents.limits import MAX_DEPTH
from wxcc_lint.documents.model import Document, Fault, Kind, Place
from wxcc_lint.documents.slips import SYNTAX
from wxcc_lint.spans import Span, Text

_CHARACTER = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.|.", re.DOTALL)
_SHORT_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def parse_json(name: str, text: str, kind: Kind, *, host: Place | None = None) -> Document:
    """Read a JSON text (RFC 8259, no byte order mark); `host` is the place whose decoded value the text is.

    Never raises. What cannot be read has `data` None and exactly one fault: `meta/too-deep` or `meta/syntax`.
    Of a repeated key the data hold the last value; every repeat is in `duplicates`.
    """
    document = Document(name, kind, Text(text), host=host, decode_value=decode_value)
    shape = outline(text)
    fault = None if surely_shallow(shape, MAX_DEPTH) else _too_deep(text)
    if fault is None:
        try:
            document.data, kept = _load(text)
        except ValueError as error:
            # The outline says nothing of what stands behind the first mistake.
            fault = _too_deep(text) or _explain(text, error)
        else:
            has_repeats = kept < shape.count(b":")
            document.duplicates = scan_duplicates(text) if has_repeats else ()
            document.build_spans = partial(JsonSpans, text)
    document.faults = () if fault is None else (fault,)
    return document


def decode_value(raw: str) -> tuple[str, list[Span]]:
    r"""Return what a JSON literal says and, for each character of it, its span within `raw`.

    A string loses its quotes and escapes; the two escapes of a surrogate pair are one character. A lone surrogate is
    kept as `json.loads` keeps it. Any other literal is returned as it stands.
    """
    if not raw.startswith('"'):
        return raw, [Span(index, index + 1) for index in range(len(raw))]
    matches = list(_CHARACTER.finditer(raw, 1, len(raw) - 1))
    return "".join(_decode(match[0]) for match in matches), [Span(*match.span()) for match in matches]


def _decode(character: str) -> str:
    if character[0] != "\\":
        return character
    if character[1] != "u":
        return _SHORT_ESCAPES.get(character[1], character[1])
    units = [int(unit, 16) for unit in character.split("\\u")[1:]]
    if len(units) == 1:
        return chr(units[0])
    return chr(0x10000 + ((units[0] - 0xD800) << 10) + (units[1] - 0xDC00))


def _load(text: str) -> tuple[Any, int]:
    """Return the data, and how many members all objects kept; raises ValueError when the text is not JSON."""
    kept = 0

    def count(members: dict[str, Any]) -> dict[str, Any]:
        nonlocal kept
        kept += len(members)
        return members

    data = json.loads(text, object_hook=count, parse_constant=_refuse_constant)
    return data, kept


def _refuse_constant(word: str) -> None:
    raise ValueError(f"{word} is not JSON")


def _too_deep(text: str) -> Fault | None:
    span = too_deep(text, MAX_DEPTH)
    if span is None:
        return None
    message = f"brackets are nested more than {MAX_DEPTH} deep"
    return Fault("meta/too-deep", message, span, "nest the configuration less deeply; a real one needs some 20 levels")


def _explain(text: str, refusal: ValueError) -> Fault:
    """Return why the judge refused the text."""
    from wxcc_lint.documents.json_syntax import diagnose  # its many patterns take time to compile

    try:
        longest = scan_longest_number(text)
    except UnexpectedError as error:
        return diagnose(error.spot)
    if isinstance(refusal, json.JSONDecodeError):
        span = Span(min(refusal.pos, len(text)), min(refusal.pos + 1, len(text)))
        return Fault(SYNTAX, "the text cannot be read as JSON from here on", span, "write this part anew")
    # The one other thing that the grammar allows and Python refuses: an integer with thousands of digits.
    return Fault(SYNTAX, "this number has too many digits", longest, "put it in double quotes, or shorten it")
