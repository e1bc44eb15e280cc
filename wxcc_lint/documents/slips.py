"""Words and patterns for slips that people make in every format: one place, so that JSON, XML and YAML speak alike."""

from __future__ import annotations

from typing import Final

SYNTAX: Final = "meta/syntax"

CONFLICT: Final = r"(?<![^\r\n])(?:<{7}|={7}|>{7}|\|{7})(?![<=>|])"
"""A pattern for what git leaves at the start of a line when a merge needs a decision."""
CONFLICT_HELP: Final = (
    "keep one of the two versions and delete the lines that begin with <<<<<<<, |||||||, ======= or >>>>>>>"
)

CURLY: Final = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b"
"""Quotes, double and single, opening, closing and low, that belong into prose; for use inside a `[...]` pattern."""
COPIED: Final = "they come from a word processor, a PDF or a web page"


def shortened(text: str, limit: int) -> str:
    """Return the text for use in a message: at most `limit` characters, the last a `…` where it was cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
