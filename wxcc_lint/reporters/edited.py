"""A stretch of a text as it reads after edits, for reports that show what a fix does."""

from __future__ import annotations

from collections.abc import Iterable

from wxcc_lint.report import TextEdit
from wxcc_lint.spans import Span, Text


def edited(text: Text, stretch: Span, edits: Iterable[TextEdit]) -> str:
    """Return `stretch` with all edits carried out; they lie inside it, come in order and do not overlap."""
    pieces, behind = [], stretch.start
    for edit in edits:
        pieces += [text.text[behind : edit.start], edit.text]
        behind = edit.end
    return "".join([*pieces, text.text[behind : stretch.end]])
