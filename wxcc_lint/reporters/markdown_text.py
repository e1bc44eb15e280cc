"""Text of users inside Markdown, where it stays text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from wxcc_lint.reporters.hostile import printable

_ACTIVE: Final = re.compile(r"[&<>`*_~|@#:.$\\\[\]!]")
"""Whatever means something to Markdown or HTML in the middle of a line, or makes a link of an address."""
_FENCE: Final = re.compile(r"```\w*")
_FENCE_END: Final = re.compile(r" {0,3}`{3,}[ \t]*")
_IN_PROSE: Final = re.compile(r"(?P<harmless>`[^`<\[~]+`)|`(?P<code>[^`]+)`|[<\[`~]")
"""A piece of code, or what begins HTML, a link, an image or a block of code."""
COMMENT_ROOM: Final = 60_000
"""Characters for what a comment shows; GitHub refuses one of more than 65,536."""


def code(text: str) -> str:
    """Return a text that neither Markdown nor HTML reads, as code: there nobody is mentioned and nothing linked."""
    return f"<code>{_ACTIVE.sub(lambda match: f'&#{ord(match[0])};', printable(text))}</code>"


def code_span(text: str) -> str:
    """Return the same in plain Markdown, for where people may see it as it is."""
    line = printable(text)
    longest = max(map(len, re.findall("`+", line)), default=0)
    fence, gap = "`" * (longest + 1), " " if "`" in line else ""
    return f"{fence}{gap}{line}{gap}{fence}"


def tamed(markdown: str) -> str:
    """Return somebody's Markdown without HTML, links and images: lists, emphasis and code are what is left."""
    lines: list[str] = []
    in_fence = False
    for line in map(printable, markdown.expandtabs().split("\n")):
        if in_fence:
            in_fence = _FENCE_END.fullmatch(line) is None
            lines.append(line)
        else:
            in_fence = _FENCE.fullmatch(line) is not None
            lines.append(line if in_fence else _IN_PROSE.sub(_as_text, line))
    return "\n".join(lines)


def _as_text(match: re.Match[str]) -> str:
    if match["harmless"]:
        return match[0]
    return code(match["code"]) if match["code"] else f"&#{ord(match[0])};"


def folded(title: str, columns: Sequence[str], rows: Sequence[str], remarks: Iterable[str] = ()) -> str:
    """Return a table that opens below its title, which is HTML, with remarks above its columns."""
    names = " ".join(["|", *(f"{name} |".strip() for name in columns)])
    head = [f"<details><summary>{title}</summary>", "", *(part for remark in remarks for part in (remark, ""))]
    return "\n".join([*head, names, "|---" * len(columns) + "|", *rows, "", "</details>"])


def fitting(lines: Iterable[str], room: int) -> list[str]:
    """Return the lines that fit `room` characters, up to the first that does not."""
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 2  # a line break, or an empty line
        if room < 0:
            break
        kept.append(line)
    return kept


def comment(parts: Sequence[str], left_out: int, gaps: Sequence[str]) -> str:
    """Return a whole comment; it says how much did not fit in."""
    more = [f"{left_out} more did not fit in here: the other formats have them."] if left_out else []
    return "\n\n".join([*parts, *more, *gaps]) + "\n"
