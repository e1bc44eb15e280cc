"""What in a text is a secret, or looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.placeholders import placeholders

_GUID = re.compile(r"\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?", re.IGNORECASE)
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


def known_secret(text: str) -> Secret | None:
    """Return the first part of a text that nothing but a secret looks like; placeholders are none."""
    for what, pattern in _known().items():
        match = pattern.search(text)
        if match and not placeholders(text):
            return Secret(what, *match.span(match.lastindex or 0))
    return None


def likely_secret(name: str, text: str) -> Secret | None:
    """Return what in a text is probably a secret, judged by the name it has and by its looks."""
    if known_secret(text) or placeholders(text):
        return None
    token = re.search(read_facts("secrets.yaml")["token"], text)
    if token:
        return Secret("a token", *token.span())
    return next((secret for secret in _named(name, text)), None)


def _named(name: str, text: str) -> Iterator[Secret]:
    facts = read_facts("secrets.yaml")
    what = _what(name, text)
    if what:
        yield Secret(what, 0, len(text))
    for match in re.finditer(facts["parameters"], text):
        signed = match[1] in facts["signatures"] and _is_key(match[2])
        what = "a signature" if signed else _what(match[1], match[2])
        if what:
            yield Secret(what, *match.span(2))


def _what(name: str, value: str) -> str | None:
    facts = read_facts("secrets.yaml")
    folded = re.sub(r"[-_\s]", "", name).lower()
    if folded.endswith(tuple(facts["passwords"])) and _is_password(value):
        return "a password"
    return "a key" if folded.endswith(tuple(facts["keys"])) and _is_key(value) else None


def _is_password(value: str) -> bool:
    is_word = value.isalpha() or "$" in value[:2] or re.search(r"\s|://", value)
    return len(value) >= _SHORTEST_PASSWORD and not is_word and not _GUID.fullmatch(value)


def _is_key(value: str) -> bool:
    """Whether a value has the looks of something that a machine made up."""
    public = value.startswith(tuple(read_facts("secrets.yaml")["public"]))
    plain = re.fullmatch(r"[\w.~+/=%&:-]+", value, re.ASCII) and not re.search(r"://|^/", value)
    mixed = len(re.findall(r"\d", value)) > 1 and re.search(r"[A-Za-z]", value)
    return bool(len(value) >= _SHORTEST_KEY and plain and mixed and not public and not _GUID.fullmatch(value))
