"""Tables for spreadsheets, which take a text for a formula where they can."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from wxcc_lint.reporters.hostile import printable

_FORMULA: Final = re.compile(r"(^|[;|])([\s\"]*)(?=[=+\-@＝＋－＠])")  # noqa: RUF001 — Excel takes wide signs as well
"""The beginning of a formula. Where `;` or `|` separates cells, one may begin behind it, and behind quotes of our own."""
_MARK: Final = "\ufeff"


def table(rows: Iterable[Sequence[str | int | None]]) -> str:
    """Return rows as CSV, each cell harmless. The first character says UTF-8 to Excel where that makes a difference."""
    import csv
    from io import StringIO

    output = StringIO()
    csv.writer(output, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(
        [_cell(one) for one in row] for row in rows
    )
    text = output.getvalue()
    return text if text.isascii() else _MARK + text


def _cell(value: str | int | None) -> str | int:
    if isinstance(value, int):
        return value
    return _FORMULA.sub(r"\1\2'", printable(value or ""))
