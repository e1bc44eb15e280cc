"""As much of SOQL as the readers speak: fields, one object, conditions joined by AND, counts by group, an order, a limit.

What is beyond that is refused like a malformed query, so that a test fails and nobody is misled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Row = dict[str, Any]
_QUERY = re.compile(
    r"SELECT (?P<fields>.+?) FROM (?P<object>\w+)(?: WHERE (?P<where>.+?))?(?: GROUP BY (?P<group>[\w., ]+?))?"
    r"(?: ORDER BY (?P<order>[\w., ]+?))?(?: LIMIT (?P<limit>\d+))?",
    re.DOTALL,
)
_CONDITION = re.compile(r"(?P<field>[\w.]+) (?P<operator>=|!=|IN|NOT IN) (?P<value>.+)", re.DOTALL)
_TEXT = re.compile(r"'(?:[^'\\]|\\.)*'", re.DOTALL)
_COUNT = re.compile(r"COUNT\((?P<of>\w*)\)(?: (?P<alias>\w+))?", re.IGNORECASE)
_WORDS = {"true": True, "false": False, "null": None}


class SoqlError(Exception):
    """A query that the org refuses, with its error code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def select(soql: str, tables: Mapping[str, list[Row]]) -> list[Row]:
    """Return the rows that answer a query. Raises SoqlError."""
    match = _QUERY.fullmatch(" ".join(soql.split(" ")))
    if not match:
        raise SoqlError("MALFORMED_QUERY", f"unexpected token: {soql[:40]}")
    if match["object"] not in tables:
        raise SoqlError("INVALID_TYPE", f"sObject type '{match['object']}' is not supported.")
    rows = [one for one in tables[match["object"]] if _fits(one, match["where"], tables)]
    if match["order"]:
        for field in reversed(match["order"].split(",")):
            rows.sort(key=lambda row, field=field: str(_value(row, field.split()[0])), reverse=field.endswith("DESC"))
    columns = [one.strip() for one in match["fields"].split(",")]
    if {"Metadata", "FullName"} & set(columns) and len(rows) > 1:
        raise SoqlError(
            "MALFORMED_QUERY", "When retrieving results with Metadata or FullName fields, one row is allowed"
        )
    found = _grouped(rows, columns, match["group"]) if _is_aggregate(match) else _plain(rows, columns, match["object"])
    return found[: int(match["limit"])] if match["limit"] else found


def _is_aggregate(match: re.Match[str]) -> bool:
    return match["group"] is not None or _COUNT.search(match["fields"]) is not None


def _plain(rows: list[Row], columns: list[str], table: str) -> list[Row]:
    found = []
    for row in rows:
        one: Row = {"attributes": {"type": table, "url": f"/services/data/v63.0/sobjects/{table}/{row.get('Id', '')}"}}
        for column in columns:
            *way, last = column.split(".")
            value, place = _value(row, column), one
            for step in way:
                place = place.setdefault(step, {"attributes": {"type": step}})
            place[last] = value
        found.append(one)
    return found


def _grouped(rows: list[Row], columns: list[str], group: str | None) -> list[Row]:
    keys = [one.strip() for one in group.split(",")] if group else []
    groups: dict[tuple[Any, ...], list[Row]] = {} if keys else {(): []}
    for row in rows:
        groups.setdefault(tuple(_value(row, key) for key in keys), []).append(row)
    found = []
    for members in groups.values():
        one: Row = {"attributes": {"type": "AggregateResult"}}
        for place, column in enumerate(columns):
            count = _COUNT.fullmatch(column)
            if count:
                one[count["alias"] or f"expr{place}"] = len(members)
            elif column.split()[0] in keys:
                one[column.split()[-1].rpartition(".")[2]] = _value(members[0], column.split()[0])
            else:
                raise SoqlError("MALFORMED_QUERY", f"Field must be grouped or aggregated: {column}")
        found.append(one)
    return found


def _value(row: Row, path: str) -> Any:
    value: Any = row
    for step in path.split("."):
        if value is None:
            return None
        if step not in value:
            raise SoqlError(
                "INVALID_FIELD", f"No such column '{path}' on entity. If you are attempting to use a custom field"
            )
        value = value[step]
    return value


def _fits(row: Row, where: str | None, tables: Mapping[str, list[Row]]) -> bool:
    return all(_holds(row, one, tables) for one in _conditions(where or ""))


def _conditions(where: str) -> Iterator[str]:
    """Yield the parts between the ANDs that stand neither in texts nor in brackets."""
    texts = _TEXT.findall(where)
    hidden = _TEXT.sub("'\0'", where)
    depth, start = 0, 0
    cuts = []
    for at, letter in enumerate(hidden):
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and hidden.startswith(" AND ", at):
            cuts.append(hidden[start:at])
            start = at + len(" AND ")
    cuts.append(hidden[start:])
    left = iter(texts)
    for cut in cuts:
        if cut.strip():
            yield re.sub("'\0'", lambda _: next(left), cut).strip()


def _holds(row: Row, condition: str, tables: Mapping[str, list[Row]]) -> bool:
    match = _CONDITION.fullmatch(condition)
    if not match:
        raise SoqlError("MALFORMED_QUERY", f"unexpected token: '{condition}'")
    value = _value(row, match["field"])
    if match["operator"] in {"=", "!="}:
        return (_same(value) == _same(_literal(match["value"]))) is (match["operator"] == "=")
    inner = match["value"].strip()[1:-1]
    if inner.startswith("SELECT "):
        column = inner.split()[1]
        wanted = [one[column] for one in select(inner, tables)]
    else:
        wanted = [_literal(one) for one in re.findall(r"'(?:[^'\\]|\\.)*'|[^,'\s]+", inner)]
    return (value in wanted) is (match["operator"] == "IN")


def _same(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


def _literal(text: str) -> Any:
    text = text.strip()
    if _TEXT.fullmatch(text):
        return re.sub(
            r"\\(.)", lambda found: {"n": "\n", "r": "\r"}.get(found[1], found[1]), text[1:-1], flags=re.DOTALL
        )
    if text in _WORDS:
        return _WORDS[text]
    if text.isdigit():
        return int(text)
    raise SoqlError("MALFORMED_QUERY", f"unexpected token: '{text}'")
