"""Lists of the configuration API, page after page.

Nothing promises an order, so rows may move between pages while they are read; then the list is read once more. Links are
never followed: they may lead anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set as AbstractSet
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.reading import Status
from wxcc_lint.sources.live.sessions import WebexSession

PAGE_SIZE: Final = 100
_MOST_PAGES: Final = 2000
_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}")
"""What may stand in a path; an id comes from outside."""

Row = Mapping[str, Any]


class Listed(Struct, frozen=True):
    """The rows of a list by id, as far as they could be read."""

    status: Status
    rows: Mapping[str, Row]
    reason: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether what is not in the rows is not in the org."""
        return self.status == "complete"


def status_of(error: LiveError) -> Status:
    """Return what an error makes of the kind that was read; those that end all reading are raised again."""
    if error.cause in {"unauthorised", "wrong-org"}:
        raise error
    if error.cause == "forbidden":
        return "forbidden"
    return "not-found" if error.cause == "not-found" else "partial"


def read_list(session: WebexSession, path: str, fields: Sequence[str] = (), *, hides: bool = False) -> Listed:
    """Read all pages of a list. Of each row only `fields` are asked for and kept, if any are named.

    A list that `hides` rows may count them: fewer rows than it is said to have are all if the same ones come twice.
    """
    rows: dict[str, Row] = {}
    before: AbstractSet[str] | None = None
    reason = ""
    for _ in range(2):
        rows = {}
        try:
            reason, total = _read_pages(session, path, fields, rows)
        except LiveError as error:
            status = status_of(error)
            return Listed("partial" if rows else status, rows, error.sentence)
        if not reason and _are_all(rows.keys(), total, before):
            return Listed("complete", rows)
        before = rows.keys() if hides and not reason else None
        reason = reason or f"the list is said to have {total} rows, and {len(rows)} came"
    return Listed("partial", rows, reason)


def _are_all(ids: AbstractSet[str], total: int | None, before: AbstractSet[str] | None) -> bool:
    if total is None or len(ids) == total:
        return True
    return len(ids) < total and ids == before


def _read_pages(
    session: WebexSession, path: str, fields: Sequence[str], rows: dict[str, Row]
) -> tuple[str, int | None]:
    """Fill `rows`; return what tells that the list did not keep still, if anything, and how many rows it is said to have."""
    query = {"attributes": ",".join(fields)} if fields else {}
    first = _Page((), None, None, None)
    size = PAGE_SIZE
    for number in range(_MOST_PAGES):
        page = _page_of(session.get(path, page=number, pageSize=size, **query), path)
        if number == 0:
            first, size = page, min(size, page.size or size)
        elif page.total not in {None, first.total}:
            return f"the list had {first.total} rows, then {page.total}, while it was read", None
        if number and first.total is None and page.ids == first.ids:
            return "", None  # the server gives all rows whatever the page
        for row in page.rows:
            if row["id"] in rows:
                return f"the list changed while it was read: one row came twice, '{row['id']}'", None
            rows[row["id"]] = {name: row[name] for name in fields if name in row} if fields else row
        if _is_last(page, number, len(rows)):
            return "", first.total
    return f"the list has more than {_MOST_PAGES} pages", None


class _Page(Struct, frozen=True):
    """A page, and what is said about the list: its number of rows and of pages, and the rows of a page."""

    rows: Sequence[Row]
    total: int | None
    pages: int | None
    size: int | None

    @property
    def ids(self) -> list[str]:
        return [row["id"] for row in self.rows]


def _is_last(page: _Page, number: int, read: int) -> bool:
    if not page.rows:
        return True
    if page.pages is None and page.total is None:
        return False
    return number + 1 >= (page.pages or 0) and read >= (page.total or 0)


def _page_of(reply: Any, path: str) -> _Page:
    """Understand a page: an envelope, or in older versions of the API the rows alone."""
    meta, rows = (reply.get("meta"), reply.get("data")) if isinstance(reply, dict) else (None, reply)
    if not isinstance(rows, list):
        raise LiveError("broken", f"{path}: the reply is no list of objects")
    for row in rows:
        id_ = row.get("id") if isinstance(row, dict) else None
        if not isinstance(id_, str) or not _ID.fullmatch(id_):
            raise LiveError("broken", f"{path}: the list holds a row without a usable id")
    said = meta if isinstance(meta, dict) else {}
    return _Page(rows, *(_count(said.get(name)) for name in ("totalRecords", "totalPages", "pageSize")))


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
