"""What would mend an error that a schema finds, where that is beyond doubt from the schema and the value."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from wxcc_lint.documents.model import Path
from wxcc_lint.problems import Action
from wxcc_lint.schema_words import Failure, Wording, without_quotes
from wxcc_lint.suggest import closest


class Mend(Struct, frozen=True):
    """An edit of the node at `path`. `safe`: it cannot change anything but the fault."""

    path: Path
    action: Action
    value: Any = None
    safe: bool = True


def mend(failure: Failure, wording: Wording) -> Mend | None:
    """Return what mends a failure; None where the author has to decide.

    A schema says more by `x-mend`: `{"remove": true}`, `{"keep": REGEX}` for what its group finds of a text,
    `{"wrap": KEY}` where an object with this key is meant to be the one element of a list, `{"quote": true}` where a
    number or a switch may stand for the text, or `{"only": true}` where the one value that is allowed is an offer,
    whatever stands there.
    """
    if "x-mend" in failure.schema:
        return _as_told(failure, wording, failure.schema["x-mend"])
    return _as_usual(failure, wording)


def _as_usual(failure: Failure, wording: Wording) -> Mend | None:
    return _MENDS[failure.keyword](failure, wording) if failure.keyword in _MENDS else None


def _as_told(failure: Failure, wording: Wording, told: Mapping[str, Any]) -> Mend | None:
    if "remove" in told:
        return Mend(failure.path, "remove")
    if "wrap" in told:
        is_element = isinstance(failure.value, dict) and told["wrap"] in failure.value
        return Mend(failure.path, "wrap") if is_element else None
    if "quote" in told:
        exact = isinstance(failure.value, int)  # a fraction might be written otherwise in the file
        return Mend(failure.path, "set", json.dumps(failure.value), safe=False) if exact else None
    if "only" in told:
        return _as_usual(failure, wording) or Mend(failure.path, "set", failure.limit, safe=False)
    kept = re.fullmatch(told["keep"], failure.value) if isinstance(failure.value, str) else None
    return Mend(failure.path, "set", kept[1]) if kept else None


def _type(failure: Failure, _wording: Wording) -> Mend | None:
    wanted = [failure.limit] if isinstance(failure.limit, str) else failure.limit
    meant = without_quotes(failure.value, wanted)
    return None if meant is None else Mend(failure.path, "set", meant)


def _choice(failure: Failure, _wording: Wording) -> Mend | None:
    choices: Sequence[Any] = failure.limit if failure.keyword == "enum" else [failure.limit]
    texts = [choice for choice in choices if isinstance(choice, str)]
    if not isinstance(failure.value, str):
        return None
    meant = closest(failure.value, texts)
    if meant is None:
        return None
    return Mend(failure.path, "set", meant, safe=meant.casefold() == failure.value.strip().casefold())


def _missing(failure: Failure, wording: Wording) -> Mend | None:
    """Add a key that has just one value, unless it stands there in other letters: what then holds is not beyond doubt."""
    value = _only_value(failure.schema.get("properties", {}).get(wording.key, {}))
    stands = wording.key.casefold() in {key.casefold() for key in failure.value}
    return None if stands or value is None else Mend((*failure.path, wording.key), "insert", value)


def _only_value(schema: Any) -> Any:
    """Return the one value that a schema leaves, or None where there are several."""
    if not isinstance(schema, Mapping):
        return None
    if "const" in schema:
        return schema["const"]
    members = {key: _only_value(schema.get("properties", {}).get(key, {})) for key in schema.get("required", ())}
    return members if members and None not in members.values() else None


_MENDS: Mapping[str, Callable[[Failure, Wording], Mend | None]] = {
    "type": _type,
    "enum": _choice,
    "const": _choice,
    "required": _missing,
}
