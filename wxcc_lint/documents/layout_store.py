"""References to the Desktop's data store, `$STORE.agent.orgId`: where a layout has them, and what was meant for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from wxcc_lint.catalog.store import mixes_text, store_roots
from wxcc_lint.documents.layout_alike import alike
from wxcc_lint.documents.layout_texts import LayoutText
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.once import once
from wxcc_lint.remember import remembered
from wxcc_lint.suggest import closest

MARKER: Final = "$STORE"
_NAME: Final = r"[\w$-]+"
_STEP: Final = re.compile(rf"\.({_NAME})(?:\[[^\[\]]*\])*")
_REFERENCE: Final = re.compile(rf"\$STORE(?:{_STEP.pattern})+")
_PLAIN: Final = re.compile(rf"\$STORE(?:\.{_NAME})+")
_LIKE_A_REFERENCE: Final = re.compile(
    rf"(?<![\w.$/{{-])(?P<open>[${{]*)(?P<word>[A-Za-z]+)(?P<separator>[.:/])"
    rf"(?P<root>{_NAME})(?P<rest>(?:{_STEP.pattern})*)(?P<close>\}}*)"
)


class Step(Struct, frozen=True):
    """One name of a path, without an index behind it."""

    name: str
    at: Place


class Reference(Struct, frozen=True):
    """A reference with the marker written right. `at` is the whole value where that is nothing but the reference.

    `names` are those of its steps, without indexes: the part of the store, such as `agent`, and what is in it.
    """

    text: LayoutText
    start: int
    end: int
    names: tuple[str, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps with their places."""
        found = _STEP.finditer(self.text.value, self.start, self.end)
        return tuple(Step(step[1], self.text.at.slice(*step.span(1))) for step in found)

    @property
    def root(self) -> Step:
        """The part of the store, such as `agent`."""
        return self.steps[0]

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


@once
def store_references(layout: Layout) -> Sequence[Reference]:
    """Return the references of a layout in document order."""
    marked = (text for text in layout.texts() if MARKER in text.value)
    return tuple(Reference(text, *found) for text in marked for found in _found_in(text.value))


def references_in(text: LayoutText) -> Sequence[Reference]:
    """Return the references in one text: one that is all of it, or some amid other words."""
    return [Reference(text, *found) for found in _found_in(text.value)] if MARKER in text.value else ()


@remembered
def _found_in(text: str) -> Sequence[tuple[int, int, tuple[str, ...]]]:
    """Return where references begin and end, and the names of their steps."""
    return tuple(
        (*found.span(), tuple(step[1] for step in _STEP.finditer(text, *found.span())))
        for found in _REFERENCE.finditer(text)
    )


@once
def unusual_store_texts(layout: Layout) -> Sequence[LayoutText]:
    """Return the texts with something like a reference in them, but for those that are one and nothing else."""
    return tuple(text for texts in alike(layout) if _is_unusual(texts[0].value) for text in texts)


def _is_unusual(text: str) -> bool:
    return ("$" in text or "{" in text or "STORE" in text) and not _PLAIN.fullmatch(text)


@once
def misspelt_references(layout: Layout) -> Sequence[MisspeltReference]:
    """Return what is no reference because of its marker: `STORE.agent.orgId`, `${STORE.agent.orgId}`, `$Store.…`.

    Only the parts that the store has tell such a text from others, so other names do not count.
    """
    roots = {name.casefold(): name for name in store_roots()}
    found = []
    for text in unusual_store_texts(layout):
        for match in _LIKE_A_REFERENCE.finditer(text.value):
            root = roots.get(match["root"].casefold())
            if root and _is_meant(match) and not _is_right(match):
                found.append(_misspelt(text, match, f"{MARKER}.{root}{match['rest']}"))
    return found


def can_mix(text: LayoutText) -> bool:
    """Whether the Desktop fills in references amid other words here, where they stand in braces."""
    named = text.inside[-1] if text.inside else None
    return text.component is not None and isinstance(named, str) and mixes_text(text.component.comp, named)


def tidied_reference(text: LayoutText) -> str | None:
    """Return the reference that a text is but for blanks around it and dots too many; None where it is not that.

    Where references may stand amid words, blanks and dots are some of these.
    """
    tidy = _tidied(text.value)
    return None if tidy is None or can_mix(text) else tidy


@remembered
def _tidied(text: str) -> str | None:
    tidy = re.sub(r"\.{2,}", ".", text.strip()).rstrip(".")
    return tidy if tidy != text and _REFERENCE.fullmatch(tidy) else None


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
