"""References to the Desktop's data store, `$STORE.agent.orgId`: where a layout has them, and what was meant for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct

from wxcc_lint.catalog.store import mixes_text, store_roots
from wxcc_lint.documents.layout_texts import LayoutText
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.suggest import closest

MARKER: Final = "$STORE"
_NAME: Final = r"[\w$-]+"
_STEP: Final = re.compile(rf"\.({_NAME})(?:\[[^\[\]]*\])*")
_REFERENCE: Final = re.compile(rf"\$STORE(?:{_STEP.pattern})+")
_LIKE_A_REFERENCE: Final = re.compile(
    rf"(?<![\w.$/{{-])(?P<open>[${{]*)(?P<word>[A-Za-z]+)(?P<separator>[.:/])"
    rf"(?P<root>{_NAME})(?P<rest>(?:{_STEP.pattern})*)(?P<close>\}}*)"
)


class Step(Struct, frozen=True):
    """One name of a path, without an index behind it."""

    name: str
    at: Place


class Reference(Struct, frozen=True):
    """A reference with the marker written right. `at` is the whole value where that is nothing but the reference."""

    text: LayoutText
    start: int
    end: int
    steps: tuple[Step, ...]

    @property
    def root(self) -> Step:
        """The part of the store, such as `agent`."""
        return self.steps[0]

    @property
    def members(self) -> tuple[Step, ...]:
        """The names behind the root; none where the whole part is meant."""
        return self.steps[1:]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all steps."""
        return tuple(step.name for step in self.steps)

    @property
    def path(self) -> str:
        """The path without the marker, such as `agent.orgId`."""
        return ".".join(self.names)

    @property
    def is_whole(self) -> bool:
        """Whether the value is the reference and nothing else: otherwise the Desktop may not fill it in."""
        return (self.start, self.end) == (0, len(self.text.value))

    @property
    def is_braced(self) -> bool:
        """Whether it stands in braces of its own: `{$STORE.agent.agentName}`."""
        return self.text.value[: self.start].endswith("{") and self.text.value.startswith("}", self.end)

    @property
    def at(self) -> Place:
        """The place of the reference, marker included."""
        return self.text.at if self.is_whole else self.text.at.slice(self.start, self.end)


class MisspeltReference(Struct, frozen=True):
    """What was meant as a reference, with another marker. `at` is what is wrong with it, `whole` all of it."""

    text: LayoutText
    written: str
    meant: str
    at: Place
    whole: Place

    @property
    def is_replaceable(self) -> bool:
        """Whether `meant` in place of `whole` is a reference that the Desktop fills in."""
        return self.text.value == self.written or can_mix(self.text)


@lru_cache(maxsize=8)  # a dozen rules ask for those of one layout
def store_references(layout: Layout) -> tuple[Reference, ...]:
    """Return the references of a layout in document order."""
    return tuple(reference for text in layout.texts() for reference in references_in(text))


def references_in(text: LayoutText) -> Iterator[Reference]:
    """Yield the references in one text: one that is all of it, or some amid other words."""
    for match in _REFERENCE.finditer(text.value):
        steps = _STEP.finditer(text.value, match.start(), match.end())
        named = tuple(Step(step[1], text.at.slice(*step.span(1))) for step in steps)
        yield Reference(text, match.start(), match.end(), named)


def misspelt_references(layout: Layout) -> Iterator[MisspeltReference]:
    """Yield what is no reference because of its marker: `STORE.agent.orgId`, `${STORE.agent.orgId}`, `$Store.…`.

    Only the parts that the store has tell such a text from others, so nothing is yielded for other names.
    """
    roots = {name.casefold(): name for name in store_roots()}
    for text in layout.texts():
        for match in _LIKE_A_REFERENCE.finditer(text.value):
            root = roots.get(match["root"].casefold())
            if root and _is_meant(match) and not _is_right(match):
                yield _misspelt(text, match, f"{MARKER}.{root}{match['rest']}")


def can_mix(text: LayoutText) -> bool:
    """Whether the Desktop fills in references amid other words here, where they stand in braces."""
    named = text.inside[-1] if text.inside else None
    return text.component is not None and isinstance(named, str) and mixes_text(text.component.comp, named)


def tidied_reference(text: LayoutText) -> str | None:
    """Return the reference that a text is but for blanks around it and dots too many; None where it is not that.

    Where references may stand amid words, blanks and dots are some of these.
    """
    if can_mix(text):
        return None
    tidy = re.sub(r"\.{2,}", ".", text.value.strip()).rstrip(".")
    return tidy if tidy != text.value and _REFERENCE.fullmatch(tidy) else None


def _is_right(match: re.Match[str]) -> bool:
    return match["open"].endswith("$") and match["word"] == "STORE" and match["separator"] == "."


def _is_meant(match: re.Match[str]) -> bool:
    if match["word"] == "STORE":
        return True
    return bool(match["open"]) and closest(match["word"], ["store"]) is not None


def _misspelt(text: LayoutText, match: re.Match[str], meant: str) -> MisspeltReference:
    is_whole = match[0] == text.value
    whole = text.at if is_whole else text.at.slice(*match.span())
    at = whole if "{" in match["open"] or match["close"] else text.at.slice(match.start(), match.end("separator"))
    return MisspeltReference(text, match[0], f"{{{meant}}}" if can_mix(text) and not is_whole else meant, at, whole)
