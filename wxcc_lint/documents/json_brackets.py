"""The brackets of a JSON text, counted without parsing it: for limits that come first, and for texts that do not parse."""

from __future__ import annotations

import re

from wxcc_lint.spans import Span

# A string that is not closed ends with its line: JSON ends there too, and the brackets below keep their meaning.
_STRING = r'"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"?'
_BRACKETS = re.compile(rf"{_STRING}|[{{}}\[\]]")
_BRACKETS_AND_LINES = re.compile(rf"(?P<indent>(?:\A|[\r\n])[ \t]*)|{_STRING}|[{{}}\[\]]")
_NO_OUTLINE = bytes(set(range(256)) - set(b'{}[]:"'))


def outline(text: str) -> bytes:
    """Return the brackets and colons outside of strings, by a few quick steps; exact as far as the text is JSON."""
    data = text.encode("utf-8", "replace")
    if b"\\" in data:
        data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    data = data.translate(None, _NO_OUTLINE).replace(b'""', b"")  # of two strings that meet, one is left
    return b"".join(data.split(b'"')[::2])


def surely_shallow(shape: bytes, limit: int) -> bool:
    """Tell whether the brackets of an outline are certainly nested no deeper than the limit; False means: look closer."""
    brackets = shape.replace(b":", b"")
    for _ in range(limit // 2):  # one round takes away two levels at most
        smaller = brackets.replace(b"{}", b"").replace(b"[]", b"")
        if len(smaller) == len(brackets):
            break
        brackets = smaller
    return not brackets


def too_deep(text: str, limit: int) -> Span | None:
    """Return the first opening bracket that stands inside `limit` open ones."""
    if text.count("{") + text.count("[") <= limit:
        return None
    depth = 0
    for match in _BRACKETS.finditer(text):
        if match[0] in "{[":
            depth += 1
        elif match[0] in "}]":
            depth = max(depth - 1, 0)
        if depth > limit:
            return Span(*match.span())
    return None


def likely_unclosed(text: str) -> Span | None:
    """Guess from the indentation which bracket lacks its closing one, in a text that ends too early.

    Such a bracket takes the closing bracket of the next outer one, which then leads a line indented less than its own.
    """
    opened: list[tuple[Span, int]] = []
    indent = begins = 0
    for match in _BRACKETS_AND_LINES.finditer(text):
        if match["indent"] is not None:
            indent, begins = len(match["indent"].lstrip("\r\n")), match.end()
        elif match[0] in "{[":
            opened.append((Span(*match.span()), indent))
        elif match[0] in "}]" and opened:
            bracket, own_indent = opened.pop()
            if match.start() == begins and indent < own_indent:
                return bracket
    return None
