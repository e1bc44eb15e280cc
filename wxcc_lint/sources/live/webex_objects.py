"""What a reply of the configuration API says, without what only the server sets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Final

from wxcc_lint.catalog.webex_entities import Entity
from wxcc_lint.documents.json import parse_json
from wxcc_lint.sources.live.references import at

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def plain(entity: Entity, reply: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of an object that mean something. Its references are still ids."""
    data = {
        name: value
        for name, value in reply.items()
        if name not in entity.drop and value is not None and not (value == "" and name in entity.optional)
    }
    for path in entity.nested:
        data = at(data, path, partial(_without, entity.server))
    for path, words in entity.enums.items():
        data = at(data, path, partial(_folded, words))
    return at(data, entity.json, _parsed) if entity.json else data


def in_order(entity: Entity, data: dict[str, Any]) -> dict[str, Any]:
    """Return an object with those lists sorted whose order means nothing."""
    for path, key in entity.sets.items():
        data = at(data, path, partial(_sorted, key))
    return data


def iso_time(value: Any) -> str | None:
    """Return a time of the API, in milliseconds since 1970, as ISO 8601; of anything else what it says."""
    if value is None or isinstance(value, bool):
        return None
    if not isinstance(value, int):
        return str(value)
    try:
        time = _EPOCH + timedelta(milliseconds=value)
    except OverflowError:
        return str(value)
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _without(server: frozenset[str], value: Any) -> Any:
    if isinstance(value, list):
        return [_without(server, one) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: held for name, held in value.items() if name not in server and held is not None}


def _folded(words: tuple[str, ...], value: Any) -> Any:
    spelt = {word.replace("_", "").casefold(): word for word in words}
    return spelt.get(value.replace("_", "").casefold(), value) if isinstance(value, str) else value


def _parsed(value: Any) -> Any:
    """Return what a JSON text holds; the text itself where data would say less: it is no object, or repeats a key."""
    if not isinstance(value, str):
        return value
    document = parse_json("", value, "layout")
    return document.data if isinstance(document.data, dict) and not document.duplicates else value


def _sorted(key: str | None, value: Any) -> Any:
    def rank(one: Any) -> tuple[str, str]:
        first = str(one.get(key, "")) if key and isinstance(one, dict) else ""
        return first, json.dumps(one, sort_keys=True)

    return sorted(value, key=rank) if isinstance(value, list) else value
