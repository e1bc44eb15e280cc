"""The small languages that values of call center items are written in: prefix lists, subject templates, date formats.

Nothing here judges: a value is cut into parts, and every part knows where it stands in the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Literal, cast

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.model import Place

PartKind = Literal[
    "prefix",
    "variable",
    "flow",
    "script",
    "merge",
    "brace",
    "text",
    "letters",
    "quoted",
    "bracketed",
    "delimiter",
    "separator",
]

_TEMPLATE = re.compile(
    r"(?P<flow>\{\{[^{}]*\}\})|(?P<script>\$\{[^{}]*\})|(?P<merge>\{![^{}]*\})|(?P<variable>\{[^{}]*\})"
    r"|(?P<brace>[{}])|(?P<text>(?:[^{}$]|\$(?!\{))+|\$)"
)
_DATE_FORMAT = re.compile(
    r"(?P<quoted>'[^']*')|(?P<bracketed>\[[^\[\]]*\])|(?P<letters>([A-Za-z])\4*)|(?P<delimiter>['\[\]])"
    r"|(?P<separator>[^A-Za-z'\[\]]+)"
)


class Part(Struct, frozen=True):
    """A stretch of an item's value; `start` counts characters of the item's text, outer blanks included."""

    item: Item
    kind: PartKind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The first character behind it."""
        return self.start + len(self.text)

    @property
    def at(self) -> Place:
        """Where it stands."""
        return Place(self.item.document, self.item.path).slice(self.start, self.end)

    @property
    def trimmed(self) -> Part:
        """The same without outer blanks."""
        text = self.text.strip()
        return self.part(self.text.find(text), len(text))

    def part(self, offset: int, length: int) -> Part:
        """Return a part of this part; `offset` counts from its start."""
        return replace(self, text=self.text[offset : offset + length], start=self.start + offset)


Cut = Callable[[Item], tuple[Part, ...]]


def _once(cut: Cut) -> Cut:
    """Let each item be cut once: several rules look at its parts."""

    @wraps(cut)
    def parts(item: Item) -> tuple[Part, ...]:
        answers = item.document.answers
        if (cut, item.path) not in answers:
            answers[cut, item.path] = cut(item)
        known: tuple[Part, ...] = answers[cut, item.path]
        return known

    return parts


@_once
def prefixes(item: Item) -> tuple[Part, ...]:
    """Return what stands between the commas of a prefix list, with the blanks around each; nothing for a blank list.

    All are of the kind `prefix`, whether or not they could be one. Blanks around the whole list belong to no part.
    """
    return tuple(_cut(item)) if item.value else ()


def _cut(item: Item) -> Iterator[Part]:
    start = item.text.index(item.value)
    for text in item.value.split(","):
        yield Part(item, "prefix", text, start)
        start += len(text) + 1


@_once
def template_parts(item: Item) -> tuple[Part, ...]:
    """Return the parts of a subject template, one behind the other.

    `variable` is a name in single braces; in other languages it is `flow` (`{{x}}`), `script` (`${x}`) or `merge`
    (`{!x}`). `brace` is one without a partner, `text` is everything else.
    """
    return _parts(_TEMPLATE, item)


@_once
def date_parts(item: Item) -> tuple[Part, ...]:
    """Return the parts of a date format, one behind the other.

    `letters` is a run of one letter of A to Z, `quoted` a text in single quotes and `bracketed` one in square brackets,
    `delimiter` a quote or bracket without a partner, `separator` everything else.
    """
    return _parts(_DATE_FORMAT, item)


def _parts(pattern: re.Pattern[str], item: Item) -> tuple[Part, ...]:
    matches = pattern.finditer(item.text)
    return tuple(Part(item, cast("PartKind", match.lastgroup), match[0], match.start()) for match in matches)
