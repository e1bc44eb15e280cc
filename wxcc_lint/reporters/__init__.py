"""Reporters: one pure function a format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from wxcc_lint.report import Report


class Reporter(Protocol):
    """Turns a report into text that ends with a newline: same report, same text.

    `color` asks for terminal colours, `width` is the room in cells; a format that has no use for one ignores it. Where
    there is nothing to say, a format may be empty.
    """

    def __call__(self, report: Report, *, color: bool = False, width: int = 100) -> str:
        """Return the whole output of this format."""


def _loaded_when_used(name: str) -> Reporter:
    """Return the reporter of a module in this folder: a run writes in one format or two, and every run starts."""

    def render(report: Report, *, color: bool = False, width: int = 100) -> str:
        reporter: Reporter = import_module(f"wxcc_lint.reporters.{name}").render
        return reporter(report, color=color, width=width)

    return render


_NAMES = ("full", "concise", "json", "sarif", "junit", "github", "gitlab", "rdjson", "csv", "markdown", "html")

REPORTERS = {name: _loaded_when_used(name) for name in _NAMES}
"""Format names as `-f` takes them."""
