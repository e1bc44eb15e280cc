"""Placeholders: what stands in a published or documented file for somebody to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts

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
    words = "|".join(facts["words"])
    alone = {name: facts[name] for name in ("brackets", "markup", "whole", "in-addresses", "made-up-hosts")}
    return {name: re.compile(pattern) for name, pattern in {**alone, "words": words}.items()}


def placeholders(text: str, name: str = "") -> tuple[Placeholder, ...]:
    """Return the placeholders in the value that stands under a name, from left to right; `${NAME}` is none."""
    masked = _VARIABLE.sub(lambda match: " " * len(match[0]), text)
    found = sorted(_spans(masked, name), key=lambda span: (span[0], -span[1]))
    kept: list[Placeholder] = []
    for start, end in found:
        if not kept or start >= kept[-1].end:
            kept.append(Placeholder(text[start:end], start, end))
    return tuple(kept)


def _spans(text: str, name: str) -> Iterator[tuple[int, int]]:
    facts, patterns = read_facts("placeholders.yaml"), _patterns()
    if name not in facts["for-reading"] and not patterns["markup"].search(text):
        brackets = patterns["brackets"].finditer(text)
        yield from (match.span() for match in brackets if match[0][1:-1].strip().lower() not in facts["html"])
    yield from (match.span() for match in patterns["words"].finditer(text))
    blanks = len(text) - len(text.lstrip())
    if patterns["whole"].fullmatch(text.strip()):
        yield blanks, blanks + len(text.strip())
    if _ADDRESS.match(text):
        yield from (match.span() for match in patterns["in-addresses"].finditer(text))
        yield from (match.span(1) for match in _HOST.finditer(text) if _is_made_up(match[1].lower().rstrip(".")))


def _is_made_up(host: str) -> bool:
    hosts = read_facts("placeholders.yaml")["hosts"]
    known = any(host == name or host.endswith(f".{name}") for name in hosts)
    return known or _patterns()["made-up-hosts"].fullmatch(host) is not None
