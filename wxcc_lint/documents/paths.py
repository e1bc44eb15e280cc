"""Identity paths: one address for findings, ignores, fingerprints, rules and changes; it survives reordering.

    path     = "/" | 1*( "/" step )          step = name *selector | 1*selector
    selector = "[" key "=" value *( "," key "=" value ) "]" [ "[" n "]" ]  |  "[#" index "]"

`n` counts from 1 among elements with equal keys and is left out when it is 1; `index` is a 0-based position, for
elements without a key. A name, key or value is written as a JSON string when it is empty, has blanks around it, or holds
one of `/ [ ] = , " * #`, a control character or a lone surrogate: a path is one line and can always be encoded.

A pattern may have, in place of a step, `*` (one whole step, selectors included) or `**` (any number of steps and
selectors, also none).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Set as AbstractSet
from enum import Enum
from functools import lru_cache
from typing import NoReturn, TypeVar

from msgspec import Struct
from msgspec.structs import replace

_BARE = re.compile(r"[^/\[\]=,\"*#\x00-\x1f\ud800-\udfff]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")
_COUNT = re.compile(r"\[([1-9][0-9]{0,8})\]")
_LONE_NUMBER = re.compile(r"\[-?[0-9]+\]")

_Part = TypeVar("_Part")


class PathSyntaxError(ValueError):
    """A text that is no path or pattern: why, and the 0-based offset in the text where it goes wrong."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message, position)
        self.message = message
        self.position = position

    def __str__(self) -> str:
        return self.message


class KeySelector(Struct, frozen=True):
    """The array element that holds these properties: at least one pair of key and value, no key twice.

    `number` counts from 1 among the elements with the same pairs; None, in patterns only, is any of them.
    """

    pairs: tuple[tuple[str, str], ...]
    number: int | None = 1

    def covers(self, other: KeySelector) -> bool:
        """Tell whether this selector, read as a pattern, means the element `other` selects."""
        return dict(self.pairs) == dict(other.pairs) and self.number in (None, other.number)


class IndexSelector(Struct, frozen=True):
    """The array element at this 0-based position."""

    index: int


Selector = KeySelector | IndexSelector
Level = str | KeySelector | IndexSelector


class Step(Struct, frozen=True):
    """A name and the selectors that hang on it; a nameless step (an array at the root) has at least one selector."""

    name: str | None
    selectors: tuple[Selector, ...] = ()

    @property
    def levels(self) -> tuple[Level, ...]:
        """The name, if there is one, and each selector."""
        return self.selectors if self.name is None else (self.name, *self.selectors)


class IdentityPath(Struct, frozen=True):
    """The address of one node; no steps address the root."""

    steps: tuple[Step, ...] = ()

    def child(self, name: str) -> IdentityPath:
        """Return the address of a property or item below this node."""
        return IdentityPath((*self.steps, Step(name)))

    def element(self, selector: Selector) -> IdentityPath:
        """Return the address of an element of this node, which is an array."""
        if not self.steps:
            return IdentityPath((Step(None, (selector,)),))
        *before, last = self.steps
        return IdentityPath((*before, replace(last, selectors=(*last.selectors, selector))))


class Wildcard(Enum):
    """What stands in a pattern for one step, or for any number of steps and selectors."""

    STEP = "*"
    ANY = "**"


class Pattern(Struct, frozen=True):
    """A set of paths. Names and selectors are levels of their own, so `/a/**` holds `/a`, `/a[k=v]` and `/a/b`."""

    tokens: tuple[Level | Wildcard, ...]

    def matches(self, path: IdentityPath) -> bool:
        """Tell whether the pattern covers the whole path. Takes time in proportion to tokens times levels."""
        levels: list[Level] = []
        step_ends: dict[int, int] = {}
        for step in path.steps:
            start = len(levels)
            levels += step.levels
            step_ends[start] = len(levels)
        reached: AbstractSet[int] = {0}
        for token in self.tokens:
            reached = _advance(token, reached, levels, step_ends)
            if not reached:
                return False
        return len(levels) in reached


def _advance(
    token: Level | Wildcard, reached: AbstractSet[int], levels: list[Level], step_ends: dict[int, int]
) -> AbstractSet[int]:
    """Return how far into the levels one can be behind `token`, given how far one can be before it."""
    if token is Wildcard.ANY:
        return set(range(min(reached), len(levels) + 1))
    if token is Wildcard.STEP:
        return {step_ends[at] for at in reached & step_ends.keys()}
    return {at + 1 for at in reached if at < len(levels) and _fits(token, levels[at])}


def _fits(token: Level | Wildcard, level: Level) -> bool:
    if isinstance(token, KeySelector) and isinstance(level, KeySelector):
        return token.covers(level)
    return token == level


def format_path(path: IdentityPath) -> str:
    """Write a path; `parse_path` reads it back."""
    return "".join("/" + "".join(map(format_level, step.levels)) for step in path.steps) or "/"


def format_level(level: Level) -> str:
    """Write one name or selector as it stands in a path."""
    if isinstance(level, str):
        return _quoted(level)
    if isinstance(level, IndexSelector):
        return f"[#{level.index}]"
    pairs = ",".join(f"{_quoted(key)}={_quoted(value)}" for key, value in level.pairs)
    return f"[{pairs}]" if level.number in (None, 1) else f"[{pairs}][{level.number}]"


def _quoted(word: str) -> str:
    if _BARE.fullmatch(word) and word == word.strip():
        return word
    return json.dumps(word, ensure_ascii=_SURROGATE.search(word) is not None)


def parse_path(text: str) -> IdentityPath:
    """Read a path. Raises PathSyntaxError."""
    reader = _Reader(text, uncounted=1)
    return IdentityPath(tuple(reader.parts(reader.step)))


@lru_cache(maxsize=1024)
def parse_pattern(text: str) -> Pattern:
    """Read a pattern. Raises PathSyntaxError."""
    reader = _Reader(text, uncounted=None)
    tokens: list[Level | Wildcard] = []
    for part in reader.parts(reader.wildcard_or_step):
        tokens += [part] if isinstance(part, Wildcard) else part.levels
    return Pattern(tuple(tokens))


class _Reader:
    """Reads a path or pattern from left to right: each method takes what its name says, or raises PathSyntaxError.

    `uncounted` is the number of a key selector that is written without one.
    """

    def __init__(self, text: str, uncounted: int | None) -> None:
        self._text = text
        self._at = 0
        self._uncounted = uncounted

    def parts(self, read: Callable[[], _Part]) -> list[_Part]:
        """Take the whole text: what `read` takes, each behind a slash."""
        if self._text == "/":
            return []
        found: list[_Part] = []
        while not found or self._at < len(self._text):
            self._expect("/")
            found.append(read())
        return found

    def wildcard_or_step(self) -> Wildcard | Step:
        for wildcard in (Wildcard.ANY, Wildcard.STEP):
            if self._taken(wildcard.value):
                if self._next() not in ("", "/"):
                    raise PathSyntaxError(f"'{wildcard.value}' stands alone between two '/'", self._at)
                return wildcard
        return self.step()

    def step(self) -> Step:
        name = None if self._next() == "[" else self._word("a name")
        selectors: list[Selector] = []
        while self._next() == "[":
            selectors.append(self._selector())
        return Step(name, tuple(selectors))

    def _selector(self) -> Selector:
        if number := _LONE_NUMBER.match(self._text, self._at):
            message = f"'{number[0]}' selects nothing: write '[key=value]', '[key=value][2]' or, for a position, '[#0]'"
            raise PathSyntaxError(message, self._at)
        self._expect("[")
        if not self._taken("#"):
            return self._key_selector()
        index = _INDEX.match(self._text, self._at)
        if index is None:
            self._fail("a position, counted from 0,")
        self._at = index.end()
        self._expect("]")
        return IndexSelector(int(index[0]))

    def _key_selector(self) -> KeySelector:
        pairs: dict[str, str] = {}
        while not pairs or self._taken(","):
            start = self._at
            key = self._word("a key")
            if key in pairs:
                raise PathSyntaxError(f"the key '{key}' stands twice", start)
            self._expect("=")
            pairs[key] = self._word("a value")
        self._expect("]")
        count = _COUNT.match(self._text, self._at)
        if count is None:
            return KeySelector(tuple(pairs.items()), self._uncounted)
        self._at = count.end()
        return KeySelector(tuple(pairs.items()), int(count[1]))

    def _word(self, wanted: str) -> str:
        if self._next() == '"':
            return self._json_string()
        word = _BARE.match(self._text, self._at)
        if word is None:
            self._fail(wanted)
        if word[0] != word[0].strip():
            raise PathSyntaxError(f"'{word[0]}' has blanks around it: put it in double quotes", self._at)
        self._at = word.end()
        return word[0]

    def _json_string(self) -> str:
        try:
            word, self._at = json.JSONDecoder().raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            raise PathSyntaxError("this text in double quotes is not a JSON string", error.pos) from None
        assert isinstance(word, str)
        return word

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _taken(self, token: str) -> bool:
        taken = self._text.startswith(token, self._at)
        self._at += len(token) if taken else 0
        return taken

    def _expect(self, token: str) -> None:
        if not self._taken(token):
            self._fail(f"'{token}'")

    def _fail(self, wanted: str) -> NoReturn:
        found = self._next()
        if not found:
            raise PathSyntaxError(f"{wanted} is missing at the end", self._at)
        hint = "" if found == "/" or _BARE.match(found) else "; a name or value that holds it needs double quotes"
        raise PathSyntaxError(f"{wanted} should stand here, not {found!r}{hint}", self._at)
