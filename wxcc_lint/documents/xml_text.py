"""Text as XML writes it ↔ text as people mean it: entities, CDATA sections, line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wxcc_lint.spans import Span

REFERENCE: Final = r"amp|lt|gt|quot|apos|#[0-9]++|#x[0-9a-fA-F]++"
"""What may stand between `&` and `;` in a text without a DOCTYPE."""

# What runs to a closing mark runs to the end of a text that lacks the mark: no search is ever made twice.
_SKIPPED = r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
_CDATA = r"<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)"
_TAG = r"""(?P<tag></?(?![!?/])(?>[^<>"']++|"[^"<]*+"|'[^'<]*+')++>)"""

MARKUP: Final = re.compile(rf"{_SKIPPED}|{_CDATA}|{_TAG}", re.DOTALL)
"""Comments, processing instructions, CDATA sections and tags (group `tag`); linear in time on any text."""

_PIECE = re.compile(rf"{MARKUP.pattern}|&(?P<reference>{REFERENCE});|(?P<plain>[^<&]++|.)", re.DOTALL)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_CDATA_ONLY = re.compile(r"\s*<!\[CDATA\[(?:(?!\]\]>).)*\]\]>\s*", re.DOTALL)


def nesting(tag: str) -> int:
    """Return by how much a tag, given with its angle brackets, changes the depth: 1, 0 or -1."""
    if tag.startswith("</"):
        return -1
    return 0 if tag.endswith("/>") else 1


def decode_xml(raw: str) -> tuple[str, list[Span]]:
    r"""Return what an element's content says and, for each character of it, its span within `raw`.

    `raw` is the well-formed source between two tags. Entities and CDATA sections are resolved, each line break is one
    `\n`, comments and processing instructions say nothing, and neither do child elements nor what stands in them.
    """
    decoded = list(_own_characters(raw))
    return "".join(character for character, _ in decoded), [span for _, span in decoded]


def _own_characters(raw: str) -> Iterator[tuple[str, Span]]:
    depth = 0
    for piece in _PIECE.finditer(raw):
        kind = piece.lastgroup
        if kind == "tag":
            depth += nesting(piece[0])
        elif kind is None or depth > 0:
            continue
        elif kind == "reference":
            yield _referenced(piece["reference"]), Span(*piece.span())
        else:
            yield from _literal(raw, *piece.span(kind))


def _literal(raw: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    while start < end:
        width = 2 if raw.startswith("\r\n", start) else 1
        yield "\n" if raw[start] == "\r" else raw[start], Span(start, start + width)
        start += width


def _referenced(name: str) -> str:
    """Return the character for which a reference stands, given without `&` and `;`; its number is one that exists."""
    return _NAMED[name] if name in _NAMED else chr(code_point(name))


def code_point(number: str) -> int:
    """Return the number that `#65` or `#x41` stands for."""
    base, digits = (16, number[2:]) if number[1] == "x" else (10, number[1:])
    return int(digits.lstrip("0") or "0", base)  # Python refuses thousands of decimal digits, even when they are zeros


def encode_xml_text(value: str, like: str) -> str:
    """Write a value as element content, in the manner of `like`, the raw content that it replaces as a whole.

    A CDATA section stays one where that is possible; `&quot;` is written for quotes where `like` has it. The value must
    hold no character that XML cannot (a control character, half a surrogate pair).
    """
    if _CDATA_ONLY.fullmatch(like) and "]]>" not in value and "\r" not in value:
        return f"<![CDATA[{value}]]>"
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;").replace("\r", "&#13;")
    return escaped.replace('"', "&quot;") if "&quot;" in like else escaped


def encode_xml_attribute(value: str, quote: str) -> str:
    """Write a value to stand between two `quote` characters, which are `"` or `'`; see `encode_xml_text`."""
    escaped = value.replace("&", "&amp;").replace("<", "&lt;")
    escaped = escaped.replace(quote, "&quot;" if quote == '"' else "&apos;")
    return escaped.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
