"""Text of users inside Markdown, where it stays text."""

from __future__ import annotations

import re
from typing import Final

from wxcc_lint.reporters.hostile import printable

_ACTIVE: Final = re.compile(r"[&<>`*_~|@#:.$\\\[\]!]")
"""Whatever means something to Markdown or HTML in the middle of a line, or makes a link of an address."""


def code(text: str) -> str:
    """Return a text that neither Markdown nor HTML reads, as code: there nobody is mentioned and nothing linked."""
    return f"<code>{_ACTIVE.sub(lambda match: f'&#{ord(match[0])};', printable(text))}</code>"


def code_span(text: str) -> str:
    """Return the same in plain Markdown, for where people may see it as it is."""
    line = printable(text)
    longest = max(map(len, re.findall("`+", line)), default=0)
    fence, gap = "`" * (longest + 1), " " if "`" in line else ""
    return f"{fence}{gap}{line}{gap}{fence}"
