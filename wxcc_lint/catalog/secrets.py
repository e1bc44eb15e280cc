"""What in a text is a secret, or looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.placeholders import placeholders
from wxcc_lint.remember import remembered

_GUID = re.compile(r"\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?", re.IGNORECASE)
_TOKEN = "a token"  # noqa: S105 — the word for one
_SHORTEST_PASSWORD = 6
_SHORTEST_KEY = 20


class Secret(Struct, frozen=True):
    """A secret within a text: what it is (`a bearer token`), from `start` to `end`."""

    what: str
    start: int
    end: int


@cache
def _known() -> dict[str, re.Pattern[str]]:
    return {what: re.compile(kind["pattern"]) for what, kind in read_facts("secrets.yaml")["known"].items()}


@remembered
def known_secret(text: str) -> Secret | None:
    """Return the first part of a text that nothing but a secret looks like; placeholders are none."""
    for what, pattern in _known().items():
        match = pattern.search(text)
        if match and not placeholders(text):
            return Secret(what, *match.span(match.lastindex or 0))
    return None


def likely_secret(name: str, text: str) -> Secret | None:
    """Return what in a text is probably a secret, judged by its looks and by the name it has."""
    found = _by_looks(text)
    what = _what(name, text) if found is None or found.what != _TOKEN else None
    if what:
        found = Secret(what, 0, len(text))
    return None if found is None or known_secret(text) or placeholders(text) else found


@remembered
def _by_looks(text: str) -> Secret | None:
    """Return a token anywhere in a text, else the first secret in the query of an address."""
    facts = read_facts("secrets.yaml")
    token = re.search(facts["token"], text)
    if token:
        return Secret(_TOKEN, *token.span())
    for match in re.finditer(facts["parameters"], text):
        signed = match[1] in facts["signatures"] and _is_key(match[2])
        what = "a signature" if signed else _what(match[1], match[2])
        if what:
            return Secret(what, *match.span(2))
    return None


def _what(name: str, value: str) -> str | None:
    kinds = _announced(name)
    if not kinds:
        return None
    if "passwords" in kinds and _is_password(value):
        return "a password"
    return "a key" if "keys" in kinds and _is_key(value) else None


@remembered
def _announced(name: str) -> Sequence[str]:
    """Return the kinds of secrets that a name announces."""
    facts = read_facts("secrets.yaml")
    folded = re.sub(r"[-_\s]", "", name).lower()
    return [kind for kind in ("passwords", "keys") if folded.endswith(tuple(facts[kind]))]


def _is_password(value: str) -> bool:
    is_word = value.isalpha() or "$" in value[:2] or re.search(r"\s|://", value)
    return len(value) >= _SHORTEST_PASSWORD and not is_word and not _GUID.fullmatch(value)


def _is_key(value: str) -> bool:
    """Whether a value has the looks of something that a machine made up."""
    public = value.startswith(tuple(read_facts("secrets.yaml")["public"]))
    plain = re.fullmatch(r"[\w.~+/=%&:-]+", value, re.ASCII) and not re.search(r"://|^/", value)
    mixed = len(re.findall(r"\d", value)) > 1 and re.search(r"[A-Za-z]", value)
    return bool(len(value) >= _SHORTEST_KEY and plain and mixed and not public and not _GUID.fullmatch(value))
