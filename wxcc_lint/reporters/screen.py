"""Lines as a terminal shows them: pieces of text with a style, measured in cells, painted at the very end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from wxcc_lint.report import Severity
from wxcc_lint.reporters.hostile import printable

SEVERITY_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}


class Segment(NamedTuple):
    """A piece of a line; `style` is a rich style such as `bold red`, empty for none."""

    text: str
    style: str = ""


Line = list[Segment]

_LEAST_ROOM = 20


def room_beside(taken: int, width: int) -> int:
    """Return the cells left of `width`; never so few that text would turn into a column of letters."""
    return max(width - taken, _LEAST_ROOM)


def wrap(text: str, room: int) -> list[str]:
    """Break `text` at blanks into rows of at most `room` cells; a word that is wider is cut."""
    from rich.cells import cell_len, chop_cells

    rows = [""]
    for word in text.split(" "):
        longer = f"{rows[-1]} {word}" if rows[-1] else word
        if cell_len(longer) <= room:
            rows[-1] = longer
        else:
            rows += chop_cells(word, room)
    return [row for row in rows if row] or [""]


def paint(lines: Iterable[Line], *, color: bool) -> str:
    """Join lines to the text of a report, each line ended, with terminal colours or without.

    Every piece becomes `printable` here, so nothing a user wrote can reach the terminal as a command or as markup.
    """
    return "".join(
        _unlike_command("".join(_painted(segment, color=color) for segment in line)) + "\n" for line in lines
    )


def _unlike_command(line: str) -> str:
    """Return a line that the log of a GitHub workflow does not take for a command: those begin with `::`."""
    return re.sub(r"^( *)::(?=\w)", r"\1\\x3a:", line)


def _painted(segment: Segment, *, color: bool) -> str:
    text = printable(segment.text)
    if not (color and segment.style):
        return text
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(segment.style).render(text, color_system=ColorSystem.STANDARD)
