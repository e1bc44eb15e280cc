"""Placeholders: what stands in a published or documented file for somebody to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.remember import remembered

_VARIABLE = re.compile(r"\$\{[^{}]*\}")
_ADDRESS = re.compile(r"\s*(?:https?:|//)", re.IGNORECASE)
_HOST = re.compile(r"(?:https?:/*|(?<![:/])//)(?:[^/?#@\s]{1,99}@)?([\w.-]+)", re.IGNORECASE)


class Placeholder(Struct, frozen=True):
    """A placeholder within a text, from `start` to `end`."""

    text: str
    start: int
    end: int


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    facts = read_facts("placeholders.yaml")
    words = f"(?={facts['first']})(?:{'|'.join(facts['words'])})"
    alone = {name: facts[name] for name in ("brackets", "markup", "whole", "in-addresses", "made-up-hosts")}
    return {name: re.compile(pattern) for name, pattern in {**alone, "words": words}.items()}


def placeholders(text: str, name: str = "") -> tuple[Placeholder, ...]:
    """Return the placeholders in the value that stands under a name, from left to right; `${NAME}` is none."""
    return _in_prose(text) if name in read_facts("placeholders.yaml")["for-reading"] else _in_value(text)


@remembered
def _in_prose(text: str) -> tuple[Placeholder, ...]:
    masked = _masked(text)
    return _apart(text, _spans(masked))


@remembered
def _in_value(text: str) -> tuple[Placeholder, ...]:
    masked = _masked(text)
    return _apart(text, [*_brackets(masked), *_spans(masked)])


def _masked(text: str) -> str:
    return _VARIABLE.sub(lambda match: " " * len(match[0]), text) if "${" in text else text


def _apart(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Placeholder, ...]:
    """Return what stands at these places; of those that overlap the first, and of these the longest."""
    kept: list[Placeholder] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1].end:
            kept.append(Placeholder(text[start:end], start, end))
    return tuple(kept)


def _brackets(text: str) -> list[tuple[int, int]]:
    found = [*_patterns()["brackets"].finditer(text)]
    if not found or _patterns()["markup"].search(text):
        return []
    html = read_facts("placeholders.yaml")["html"]
    return [match.span() for match in found if match[0][1:-1].strip().lower() not in html]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    patterns = _patterns()
    yield from (match.span() for match in patterns["words"].finditer(text))
    blanks = len(text) - len(text.lstrip())
    if patterns["whole"].fullmatch(text.strip()):
        yield blanks, blanks + len(text.strip())
    if _ADDRESS.match(text):
        yield from (match.span() for match in patterns["in-addresses"].finditer(text))
        yield from (match.span(1) for match in _HOST.finditer(text) if _is_made_up(match[1].lower().rstrip(".")))


@remembered
def _is_made_up(host: str) -> bool:
    hosts = read_facts("placeholders.yaml")["hosts"]
    known = any(host == name or host.endswith(f".{name}") for name in hosts)
    return known or _patterns()["made-up-hosts"].fullmatch(host) is not None
