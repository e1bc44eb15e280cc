"""Names in the place of ids, so that objects of two tenants can be compared, and back.

team:London               the one object of that kind called so
team:London#<id>          one of several that are called so
dangling:<id>             the kind was read in full, and holds no such object
unread:<id>               the kind was not read, or not in full: nobody knows what the id stands for

References are told from other texts by the field they stand in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from wxcc_lint.catalog.webex_entities import Entity


class Names:
    """The objects of one kind, by id, and what a reference to each of them says."""

    def __init__(self, kind: str, titles: Mapping[str, str], *, is_complete: bool) -> None:
        counts = Counter(titles.values())
        self._missing = "dangling" if is_complete else "unread"
        self._texts = {
            id_: f"{kind}:{title}" + (f"#{id_}" if counts[title] > 1 else "") for id_, title in titles.items()
        }
        self._ids = {text: id_ for id_, text in self._texts.items()}

    def text_of(self, id_: str) -> str:
        """Return what stands in the place of an id."""
        return self._texts.get(id_, f"{self._missing}:{id_}")

    def id_of(self, text: str) -> str | None:
        """Return the id again; None if that cannot be told."""
        kind, _, rest = text.partition(":")
        return rest if kind in {"dangling", "unread"} else self._ids.get(text)


def referring(
    entity: Entity, data: Mapping[str, Any], change: Callable[[str, str], str | None]
) -> dict[str, Any] | None:
    """Return an object with each reference, given with its kind, changed; None if one of them cannot be."""
    result: dict[str, Any] = dict(data)
    failed = False

    def changed(kind: str, value: Any) -> Any:
        nonlocal failed
        if isinstance(value, list):
            return [changed(kind, one) for one in value if one]
        if not isinstance(value, str):
            return value
        other = change(kind, value)
        failed = failed or other is None
        return other

    for path, kind in entity.references.items():
        result = at(result, path, partial(changed, kind))
    return None if failed else result


def at(data: dict[str, Any], path: str, change: Callable[[Any], Any]) -> dict[str, Any]:
    """Return an object with what stands at a path changed; a dot leads into an object or each object of a list."""
    name, dot, rest = path.partition(".")
    if name not in data:
        return data
    if not dot:
        return {**data, name: change(data[name])}
    held = data[name]
    if isinstance(held, dict):
        return {**data, name: at(held, rest, change)}
    if isinstance(held, list):
        return {**data, name: [at(one, rest, change) if isinstance(one, dict) else one for one in held]}
    return data
