"""One sentence for every kind of schema error, in the words of the file and not of JSON Schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from wxcc_lint.documents.model import Part, Path
from wxcc_lint.documents.slips import shortened
from wxcc_lint.suggest import closest, did_you_mean

_LONGEST_VALUE = 60
_LONGEST_CHOICE = 10

_TYPES = {
    "object": "an object with keys",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}
_WITHOUT_QUOTES = {
    "boolean": re.compile("true|false"),
    "integer": re.compile(r"-?(0|[1-9][0-9]*)"),
    "number": re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"),
}
"""Texts that would be values of these types if there were no quotes around them."""
_LIMITS = {
    "minimum": "must be at least {limit}, not {value}",
    "maximum": "must be at most {limit}, not {value}",
    "exclusiveMinimum": "must be more than {limit}, not {value}",
    "exclusiveMaximum": "must be less than {limit}, not {value}",
    "minLength": "must have at least {limit} characters, not {size}",
    "maxLength": "must have at most {limit} characters, not {size}",
    "minItems": "must have at least {limit} entries, not {size}",
    "maxItems": "must have at most {limit} entries, not {size}",
    "minProperties": "must have at least {limit} keys, not {size}",
    "maxProperties": "must have at most {limit} keys, not {size}",
}


ROOT = "the document"


class Failure(Struct, frozen=True):
    """What a keyword of a schema has against a value.

    `limit` is what stands behind the keyword, and `schema` the object it stands in; `schema_path` leads to the keyword;
    `complaint` is the message of the library, `root` what people call the whole.
    """

    keyword: str
    limit: Any
    value: Any
    path: Path
    schema: Mapping[str, Any]
    schema_path: tuple[str | int, ...]
    complaint: str
    root: str = ROOT


class Wording(Struct, frozen=True):
    """What to say of a failure, and where.

    `key` is the key in question. `meant` is the known key that an unknown one resembles; `missing`: `key` is absent.
    """

    path: Path
    part: Part
    message: str
    help: str = ""
    key: str = ""
    meant: str | None = None
    missing: bool = False


def describe(failure: Failure) -> Iterator[Wording]:
    """Yield the wordings of a failure: one, or one for each key that is missing or unknown."""
    if _is_about_a_key(failure):
        yield _bad_key(failure)
    elif failure.keyword in _SENTENCES:
        yield from _SENTENCES[failure.keyword](failure)
    else:
        yield _about_value(failure, _sentence(failure, label(failure.path, failure.root)), _help(failure))


def label(path: Path, root: str = ROOT) -> str:
    """Return what to call a node: `'region'`, `entry 2 of 'files'`, or what the whole is called."""
    if not path:
        return root
    if isinstance(path[-1], int):
        return f"entry {path[-1] + 1} of {label(path[:-1], root)}"
    return f"'{path[-1]}'"


def plain(value: Any) -> str:
    """Return a value as people call it, short and without quotes."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    text = value if isinstance(value, str) else json.dumps(value)
    return shortened(text, _LONGEST_VALUE)


def quoted(value: Any) -> str:
    """Return a value as people call it, text in single quotes."""
    return f"'{plain(value)}'" if isinstance(value, str) else plain(value)


def one_of(words: Sequence[str]) -> str:
    """Return `a, b or c`."""
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _is_about_a_key(failure: Failure) -> bool:
    """Tell whether it is about the name of a key, that is below `propertyNames`."""
    steps = failure.schema_path
    return any(
        step == "propertyNames" and before not in {"properties", "patternProperties", "$defs"}
        for before, step in pairwise((None, *steps))
    )


def _bad_key(failure: Failure) -> Wording:
    key = str(failure.value)
    suggestion = did_you_mean(key, failure.limit) if failure.keyword == "enum" else ""
    message = f"the key '{plain(key)}' is not allowed in {label(failure.path, failure.root)}{suggestion}"
    return Wording((*failure.path, key), "key", message, _help(failure), key)


def _unknown_keys(failure: Failure) -> Iterator[Wording]:
    known = list(failure.schema.get("properties", {}))
    absent = [key for key in known if key not in failure.value]
    listed = f"known keys: {', '.join(known)}" if 0 < len(known) <= _LONGEST_CHOICE else ""
    for key in failure.value:
        if repr(key) in failure.complaint:  # the library tells the keys in its message, and nowhere else
            meant = closest(key, absent)
            message = f"unknown key '{plain(key)}'{did_you_mean(key, absent)}"
            yield Wording((*failure.path, key), "key", message, "" if meant else listed, key, meant)


def _missing_keys(failure: Failure) -> Iterator[Wording]:
    for key in failure.limit:
        if key not in failure.value:
            message = f"the key '{key}' is missing" + (
                f" in {label(failure.path, failure.root)}" if failure.path else ""
            )
            yield Wording(failure.path, "key", message, "", key, missing=True)


def _missing_companions(failure: Failure) -> Iterator[Wording]:
    for key, companions in failure.limit.items():
        for companion in companions:
            if key in failure.value and companion not in failure.value:
                message = f"'{key}' needs the key '{companion}' beside it"
                yield Wording((*failure.path, key), "key", message, "", companion)


def _forbidden(failure: Failure) -> Iterator[Wording]:
    part: Part = "value" if failure.limit else "key"
    name = label(failure.path, failure.root)
    message = f"{quoted(failure.value)} is not allowed for {name}" if failure.limit else f"{name} is not allowed here"
    yield Wording(failure.path, part, message, "", _name(failure.path))


def _repeated_entry(failure: Failure) -> Iterator[Wording]:
    entries = failure.value
    index = next(index for index, entry in enumerate(entries) if entry in entries[:index])
    message = f"{quoted(entries[index])} stands twice in {label(failure.path, failure.root)}"
    yield Wording((*failure.path, index), "value", message, "take one away", _name(failure.path))


def _wrong_type(failure: Failure) -> Iterator[Wording]:
    wanted = [failure.limit] if isinstance(failure.limit, str) else failure.limit
    words = list(dict.fromkeys(_TYPES[kind] for kind in wanted if kind != "null"))
    message = f"{label(failure.path, failure.root)} must be {one_of(words)}, not {quoted(failure.value)}"
    yield _about_value(failure, message, _retyped(failure.value, wanted))


def _retyped(value: Any, wanted: Sequence[str]) -> str:
    """Return how to write a value so that it has the wanted type, if that is easy to tell."""
    if "array" in wanted and isinstance(value, str):
        return f"write {json.dumps([value], ensure_ascii=False)}"
    if "string" in wanted and isinstance(value, bool | int | float):
        return f'put it in quotes: "{plain(value)}"'
    return f"write {value} without quotes" if without_quotes(value, wanted) is not None else ""


def without_quotes(value: Any, wanted: Sequence[str]) -> Any:
    """Return what a text would be without the quotes around it, if that is of a wanted type; else None."""
    if isinstance(value, str) and any(
        _WITHOUT_QUOTES[kind].fullmatch(value) for kind in _WITHOUT_QUOTES.keys() & set(wanted)
    ):
        return json.loads(value)
    return None


_SENTENCES: Mapping[str, Callable[[Failure], Iterator[Wording]]] = {
    "additionalProperties": _unknown_keys,
    "unevaluatedProperties": _unknown_keys,
    "required": _missing_keys,
    "dependentRequired": _missing_companions,
    "uniqueItems": _repeated_entry,
    "type": _wrong_type,
    "not": _forbidden,
}


def _about_value(failure: Failure, message: str, help_: str) -> Wording:
    return Wording(failure.path, "value", message, help_, _name(failure.path))


def _sentence(failure: Failure, name: str) -> str:
    keyword, value, limit = failure.keyword, failure.value, failure.limit
    if keyword in {"minLength", "minItems", "minProperties"} and not value:
        return f"{name} is empty"
    if keyword in _LIMITS:
        size = len(value) if isinstance(value, str | list | dict) else 0
        return f"{name} {_LIMITS[keyword].format(limit=limit, value=plain(value), size=size)}"
    if keyword == "const":
        return f"{name} must be {quoted(limit)}, not {quoted(value)}"
    if keyword == "format":
        return f"{quoted(value)} is not a valid {limit}"
    suggestion = ""
    if keyword == "enum" and isinstance(value, str):
        suggestion = did_you_mean(value, [choice for choice in limit if isinstance(choice, str)])
    return f"{quoted(value)} is not allowed for {name}{suggestion}"


def _help(failure: Failure) -> str:
    if failure.keyword == "enum" and len(failure.limit) <= _LONGEST_CHOICE:
        return f"use {one_of([plain(choice) for choice in failure.limit])}"
    if failure.keyword == "pattern":
        return f"it must match the pattern {failure.limit}"
    return ""


def _name(path: Path) -> str:
    return str(path[-1]) if path else ""
