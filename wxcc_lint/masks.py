"""Values that nobody may see, told apart all the same: what stands in a snapshot in the place of secrets.

A value that is masked as a whole is `{"mask": "…1234", "hmac": "<hex>"}`; within a text, and wherever only texts can stand,
a secret becomes `masked-<hex>`. Equal values have equal masks, as long as the key is the same. Nothing is masked twice.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Literal

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.placeholders import placeholders
from wxcc_lint.spans import Span

Personal = Literal["phone", "email", "secret"]
"""Why a field is masked whatever its value looks like."""
Marks = Mapping[str, Personal]
"""Fields that are masked by where they stand; a dot leads into an object, or into each object of a list."""

_MASKED: Final = re.compile(r"masked-[0-9a-f]{32}")
_ADDRESS: Final = re.compile(r"\s*(?:https?|wss?):", re.IGNORECASE)
_PUNCTUATION: Final = re.compile(r"[\s().-]+")
_SHOWN_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class MaskKey:
    """What masks are made with. Its `id` tells one key from another and gives neither away."""

    secret: bytes = field(repr=False)

    @property
    def id(self) -> str:
        """Eight hex digits."""
        return self.digest("wxcc-lint mask key")[:8]

    def digest(self, text: str) -> str:
        """Return the HMAC-SHA256 of a text in hex."""
        return hmac.new(self.secret, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def is_mask(value: Any) -> bool:
    """Tell whether a value is the mask of a whole value."""
    return isinstance(value, dict) and value.keys() == {"mask", "hmac"} and isinstance(value["hmac"], str)


def holds_masks(value: Any) -> bool:
    """Tell whether a value is masked, or a part of it: without the key nobody knows what it is equal to."""
    if isinstance(value, dict):
        return is_mask(value) or any(holds_masks(child) for child in value.values())
    if isinstance(value, list):
        return any(holds_masks(child) for child in value)
    return isinstance(value, str) and _MASKED.search(value) is not None


def masked_data(data: Any, key: MaskKey, marks: Marks | None = None) -> Any:
    """Return JSON data with masks in the place of secrets, and of what `marks` name; the rest is as it was."""
    return _masked("", data, key, marks or {}, "")


def masked_text(name: str, text: str, key: MaskKey) -> str:
    """Return a text that stands under a name, with `masked-<hex>` in the place of each secret: for XML and code."""
    pieces, end = [], 0
    for span in _secrets(name, text):
        pieces += [text[end : span.start], _token(text[span.start : span.end], key)]
        end = span.end
    return "".join([*pieces, text[end:]])


def personal_mask(why: Personal, text: str, key: MaskKey) -> dict[str, str]:
    """Return the mask of a phone number, with its last digits; of an address, with its domain; or of anything else.

    Blanks and punctuation of a number do not count, nor does the case of an address.
    """
    shown = ""
    if why == "phone":
        text = _PUNCTUATION.sub("", text)
        shown = text[-_SHOWN_DIGITS:] if len(text) > 2 * _SHOWN_DIGITS else ""
    elif why == "email":
        text = text.strip().casefold()
        shown = text[text.rfind("@") :] if "@" in text else ""
    return {"mask": f"…{shown}", "hmac": key.digest(text)}


def _masked(name: str, value: Any, key: MaskKey, marks: Marks, path: str) -> Any:
    if isinstance(value, dict) and not is_mask(value):
        names = _names(value)
        below = f"{path}." if path else ""
        return {own: _masked(names.get(own) or own, held, key, marks, f"{below}{own}") for own, held in value.items()}
    if isinstance(value, list):
        return [_masked(name, element, key, marks, path) for element in value]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return value
    why = marks.get(path) or _reason(name, value)
    if why is None:
        return masked_text(name, value, key) if isinstance(value, str) else value
    return value if _is_harmless(str(value)) else personal_mask(why, str(value), key)


def _reason(name: str, value: str | float) -> Personal | None:
    """Return why a whole value is masked, None where at most parts of it are."""
    if isinstance(value, str):
        return "secret" if _secrets(name, value) == [Span(0, len(value))] else None
    return "secret" if _facts()["numbers"].search(_folded(name)) else None


def _names(owner: Mapping[str, Any]) -> dict[str, str]:
    """Return what members of an object are called by another member: `value` by what `name` says."""
    said = (owner.get(namer) for namer in _facts()["namers"])
    called = next((text for text in said if isinstance(text, str)), None)
    return {} if called is None else dict.fromkeys(_facts()["named"], called)


def _secrets(name: str, text: str) -> list[Span]:
    """Return the parts of a text that are secrets, from left to right; overlapping ones as one."""
    found = sorted(span for span in _candidates(name, text) if not _is_harmless(text[span.start : span.end]))
    merged: list[Span] = []
    for span in found:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _candidates(name: str, text: str) -> Iterator[Span]:
    facts = _facts()
    if _is_secretive(name) and not _ADDRESS.match(text):
        yield Span(0, len(text))
    for pattern in facts["patterns"]:
        yield from (Span(*match.span(match.lastindex or 0)) for match in pattern.finditer(text))
    for match in facts["parameters"].finditer(text):
        if _is_secretive(match[1]) or match[1].lower() in facts["queries"]:
            yield Span(*match.span(2))
    for match in facts["pairs"].finditer(text):
        if _is_secretive(match[1]) and not _ADDRESS.match(match[4]):
            yield Span(*match.span(4))


def _is_secretive(name: str) -> bool:
    return _facts()["names"].search(_folded(name)) is not None


def _folded(name: str) -> str:
    return re.sub(r"[-_.\s]", "", name).lower()


def _is_harmless(text: str) -> bool:
    """Whether a text is what somebody or something has still to fill in, a mere switch, or masked already."""
    for one in reversed(placeholders(text)):
        text = text[: one.start] + text[one.end :]
    return _facts()["harmless"].fullmatch(text) is not None


def _token(text: str, key: MaskKey) -> str:
    return f"masked-{key.digest(text)[:32]}"


@cache
def _facts() -> dict[str, Any]:
    facts, known = read_facts("masking.yaml"), read_facts("secrets.yaml")
    patterns = [one["pattern"] for one in (*facts["parts"].values(), *known["known"].values())]
    compiled = {name: re.compile(facts[name]) for name in ("names", "numbers", "parameters", "pairs", "harmless")}
    return {**facts, **compiled, "patterns": [re.compile(pattern) for pattern in (*patterns, known["token"])]}
