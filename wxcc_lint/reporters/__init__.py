"""Reporters: one pure function a format."""

from __future__ import annotations

from typing import Protocol

from wxcc_lint.report import Report
from wxcc_lint.reporters import concise, full, json


class Reporter(Protocol):
    """Turns a report into text that ends with a newline: same report, same text.

    `color` asks for terminal colours, `width` is the room in cells; a format that has no use for one ignores it.
    """

    def __call__(self, report: Report, *, color: bool = False, width: int = 100) -> str:
        """Return the whole output of this format."""


REPORTERS: dict[str, Reporter] = {
    "full": full.render,
    "concise": concise.render,
    "json": json.render,
}
"""Format names as `-f` takes them."""
