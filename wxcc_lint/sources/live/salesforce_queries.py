"""Questions to Salesforce, and what is made of a refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.paging import status_of
from wxcc_lint.sources.live.reading import Reading, Status
from wxcc_lint.sources.live.sessions import SalesforceSession

Rows = list[dict[str, Any]]
STAMPS: Final = ("LastModifiedDate", "LastModifiedBy.Name")
API_OFF: Final = frozenset({"API_DISABLED_FOR_ORG", "API_CURRENTLY_DISABLED"})
_NEEDED: Final = {
    "setup": "the user needs the permission 'View Setup and Configuration'",
    "metadata": "the user needs the permission 'Modify Metadata Through Metadata API Functions'",
}


class Selected(Struct, frozen=True):
    """The rows of a query, and the columns that could not be asked for: this version of the API has none such."""

    rows: Rows
    lacking: tuple[str, ...] = ()

    def named(self, column: str) -> list[tuple[str, dict[str, Any]]]:
        """Return the rows with what stands in this column. Raises LiveError for a row without a name."""
        found = [(said(row, column), row) for row in self.rows]
        if not all(name for name, _ in found):
            raise LiveError("broken", f"Salesforce answers a query with a row that has no '{column}'")
        return found


def select(
    session: SalesforceSession,
    source: str,
    columns: Sequence[str],
    *,
    late: Sequence[str] = (),
    where: str = "",
    apis: Sequence[str] = ("data",),
) -> Selected:
    """Return the rows of an object. Raises LiveError.

    `late` are those of the columns that can be done without. `apis` are tried in turn while the object is unknown.
    """
    for api in apis:
        try:
            return _select(session, source, columns, late, where, tooling=api == "tooling")
        except LiveError as error:
            if error.cause != "not-found" or api == apis[-1]:
                raise
    raise AssertionError("there is an API to ask")


def _select(
    session: SalesforceSession, source: str, columns: Sequence[str], late: Sequence[str], where: str, *, tooling: bool
) -> Selected:
    lacking: list[str] = []
    while True:
        asked = ", ".join(one for one in columns if one not in lacking)
        soql = " ".join(["SELECT", asked, "FROM", source, *(["WHERE", where] if where else [])])
        try:
            return Selected(session.query(soql, tooling=tooling), tuple(lacking))
        except LiveError as error:
            unknown = _unknown_column(error, [one for one in late if one not in lacking])
            if unknown is None:
                raise
            lacking.append(unknown)


def _unknown_column(error: LiveError, late: Sequence[str]) -> str | None:
    """Return the column that a query may do without and the org does not know; of `A.B` it may name `A` alone."""
    if error.code != "INVALID_FIELD":
        return None
    return next((one for one in late if any(f"'{name}'" in error.sentence for name in (one, one.split(".")[0]))), None)


def said(row: Any, path: str) -> str:
    """Return the text in a column, which may be one of a related row such as `Profile.Name`; empty where there is none."""
    value = _value(row, path)
    return value if isinstance(value, str) else ""


def number(row: Any, path: str) -> int:
    """Return the whole number in a column, 0 where there is none."""
    value = _value(row, path)
    return value if isinstance(value, int) else 0


def _value(row: Any, path: str) -> Any:
    for step in path.split("."):
        row = row.get(step) if isinstance(row, dict) else None
    return row


def instant(text: str) -> str | None:
    """Return a time of Salesforce as ISO 8601 has it: the offset of UTC is `Z`."""
    return f"{text.removesuffix('+0000')}Z" if text.endswith("+0000") else text or None


def attempt(kind: str, way: str, read: Callable[[], Reading]) -> Reading:
    """Return what was read, or why nothing was; `way` tells which permission it takes, `setup` or `metadata`.

    Raises LiveError for what ends all reading: a token that is refused, a limit that is used up, an API that is off.
    """
    try:
        return read()
    except LiveError as error:
        return Reading("salesforce", kind, refused(error), reason=explained(error, way))


def refused(error: LiveError) -> Status:
    """Return the status of what could not be read. Raises LiveError again for what ends all reading."""
    if error.cause == "limited" or error.code in API_OFF:
        raise error
    return status_of(error)


def explained(error: LiveError, way: str) -> str:
    """Return why something could not be read, and what it would take."""
    if error.cause == "not-found":
        return f"{error.sentence}; the org has none, or the user may not see it"
    # What must be there and is not can only be hidden from this user, as names are from some.
    is_hidden = error.cause == "forbidden" or error.code == "INVALID_FIELD"
    return f"{error.sentence}; {_NEEDED[way]}" if is_hidden else error.sentence
