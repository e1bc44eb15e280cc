"""No regular expression takes more than linear time, whatever the text.

Every pattern is run as the program runs it on texts made from its own pieces: what comes before a repetition, then a
piece again and again, then what does not fit. What takes too long is taken again with a text four times as long: linear
takes four times as much of the processor, quadratic sixteen times. Other work on the machine does not count.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import re._constants as code
import re._parser as parser
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import wxcc_lint

ROOT = Path(__file__).resolve().parents[2]
LENGTH = 4_000
SUSPICIOUS = 0.004
"""Seconds of the processor; a linear run over so short a text takes some tenths of a millisecond."""
SLOW = 0.05
"""Seconds that four times the text takes at least where it is quadratic; a linear run takes some thousandths."""
ENDLESS = 1.0
LINEAR = 9
"""How much longer four times the text may take: between the 4 of what is linear and the 16 of what is quadratic."""
METHODS = {"match", "fullmatch", "search", "sub", "subn", "finditer", "findall", "split"}
UNKNOWN = frozenset({"fullmatch", "finditer"})
"""How a pattern is run of which the source does not say how: of a table, or handed on."""

QUADRATIC = {
    "documents.callcenter_mappings._TEXT_OR_BLANK": "the JSON of one item",
    "documents.json_tokens._FOREIGN[3][0]": "a file with a slip in its JSON; the table does not say how it is run",
    "documents.json_tokens._NUMBERS[3][0]": "one number, and from its start alone; the table does not say so",
    "documents.salesforce_urls._BLANK": "one address of a component",
    "example_base._ATTRIBUTE": "the example of a rule, whose author is trusted",
    "example_base._ITEM": "the example of a rule, whose author is trusted",
    "example_base._SECTION": "the example of a rule, whose author is trusted",
    "examples._FENCE": "the docs of a rule, whose author is trusted",
    "sources.live.masking._EMAIL": "one text of an org, bounded by the size of a reply",
    "sources.release._MONTH": "the name of a release in the catalogue, which is ours",
    "sources.live.failures._REFUSED_BY_PROXY": "one line of a header, which is short",
}
"""Patterns that are not linear, and what they meet."""


@cache
def _patterns() -> dict[str, re.Pattern[Any]]:
    """Return every compiled pattern that a module holds, by its name."""
    found: dict[str, re.Pattern[Any]] = {}
    seen: set[re.Pattern[Any]] = set()

    def collect(value: Any, name: str) -> None:
        if isinstance(value, re.Pattern) and value not in seen:
            seen.add(value)
            found[name] = value
        elif isinstance(value, tuple | list | set | frozenset):
            for number, one in enumerate(value):
                collect(one, f"{name}[{number}]")
        elif isinstance(value, dict):
            for key, one in value.items():
                collect(one, f"{name}[{key}]")

    for module in pkgutil.walk_packages(wxcc_lint.__path__, "wxcc_lint."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                collect(value, f"{module.name.removeprefix('wxcc_lint.')}.{name}")
    return found


@cache
def _uses() -> dict[str, set[str]]:
    """Return the methods that are called on a variable: of one that begins with `_` in its module, of others anywhere."""
    uses: dict[str, set[str]] = defaultdict(set)
    for file in sorted((ROOT / "wxcc_lint").rglob("*.py")):
        module = ".".join(file.relative_to(ROOT / "wxcc_lint").with_suffix("").parts)
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in METHODS:
                name = node.value.id
                uses[f"{module}.{name}" if name.startswith("_") else name].add(node.attr)
    return uses


def _methods(name: str) -> set[str]:
    variable = name.rpartition(".")[2]
    return _uses().get(name if variable.startswith("_") else variable) or set(UNKNOWN)


def _sample(nodes: Any) -> str:
    """Return a text that fits a part of a pattern, or nearly so."""
    return "".join(_piece(operation, argument) for operation, argument in nodes)


def _piece(operation: Any, argument: Any) -> str:  # noqa: PLR0911 — one for each kind
    if operation is code.LITERAL:
        return chr(argument)
    if operation in {code.NOT_LITERAL, code.ANY}:
        return "a" if argument != ord("a") else "b"
    if operation is code.IN:
        return next(iter(_members(argument)), "a")
    if operation is code.BRANCH:
        return _sample(argument[1][0])
    if operation is code.SUBPATTERN:
        return _sample(argument[3])
    if operation is code.ATOMIC_GROUP:
        return _sample(argument)
    if operation in {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}:
        return _sample(argument[2]) * argument[0]
    return ""


def _members(argument: Any) -> Iterator[str]:
    """Yield characters of a class: one of each of its parts."""
    negated = argument[0][0] is code.NEGATE
    if negated:
        pattern = {chr(value) for operation, value in argument if operation is code.LITERAL}
        yield from (one for one in "a 1" if one not in pattern)
        return
    shown = {code.CATEGORY_DIGIT: "1", code.CATEGORY_SPACE: " ", code.CATEGORY_WORD: "a", code.CATEGORY_NOT_WORD: "-"}
    for operation, value in argument:
        if operation is code.LITERAL:
            yield chr(value)
        elif operation is code.RANGE:
            yield chr(value[0])
        else:
            yield shown.get(value, "a")


def _attacks(pattern: re.Pattern[Any]) -> set[tuple[str, str]]:  # noqa: C901 — a walk over all kinds of nodes
    """Return what to begin with and what to repeat: for each repetition its pieces, and all that leads to it."""
    attacks: set[tuple[str, str]] = set()
    tree = parser.parse(
        pattern.pattern, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    )

    def walk(nodes: Any, before: str) -> None:
        for operation, argument in nodes:
            if operation in {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}:
                if argument[1] > 100:
                    pieces = {_sample(argument[2]), *_characters(argument[2])} - {""}
                    attacks.update((before, piece) for piece in pieces)
                    attacks.update(("", before + piece) for piece in pieces)
                    attacks.update((before, one + two) for one in pieces for two in pieces)
                walk(argument[2], before)
            elif operation is code.SUBPATTERN:
                walk(argument[3], before)
            elif operation is code.ATOMIC_GROUP:
                walk(argument, before)
            elif operation is code.BRANCH:
                for branch in argument[1]:
                    walk(branch, before)
            elif operation in {code.ASSERT, code.ASSERT_NOT}:
                walk(argument[1], before)
            before += _piece(operation, argument)
        if before:
            attacks.add(("", before))

    walk(tree, "")
    return attacks


def _characters(nodes: Any) -> Iterator[str]:
    for operation, argument in nodes:
        if operation is code.IN:
            yield from _members(argument)
        elif operation in {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}:
            yield from _characters(argument[2])
        elif operation is code.SUBPATTERN:
            yield from _characters(argument[3])
        elif operation is code.ATOMIC_GROUP:
            yield from _characters(argument)
        elif operation is code.BRANCH:
            for branch in argument[1]:
                yield from _characters(branch)
        else:
            yield _piece(operation, argument)


@contextmanager
def _ended() -> Iterator[None]:
    """End what takes too much of the processor; regular expressions look for signals now and then."""

    def end(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _run(pattern: re.Pattern[Any], method: str) -> Callable[[Any], object]:
    if method in {"sub", "subn"}:
        empty: Any = b"" if isinstance(pattern.pattern, bytes) else ""
        return lambda text: pattern.sub(empty, text)
    if method == "finditer":
        return lambda text: sum(1 for _ in pattern.finditer(text))
    return getattr(pattern, method)


def _seconds(
    run: Callable[[Any], object], pattern: re.Pattern[Any], attack: tuple[str, str], end: str, length: int
) -> float:
    begin, piece = attack
    text: Any = begin + piece * (length // len(piece)) + end
    if isinstance(pattern.pattern, bytes):
        text = text.encode("latin-1", "replace")
    began = time.process_time()
    try:
        with _ended():
            run(text)
    except TimeoutError:
        return ENDLESS * 1000
    return time.process_time() - began


def _slow(pattern: re.Pattern[Any], methods: set[str]) -> Iterator[str]:
    """Yield the texts and methods with which a pattern takes more than linear time."""
    for method in sorted(methods):
        run = _run(pattern, method)
        for attack in sorted(_attacks(pattern)):
            for end in ("\0", "\n<"):
                short = _seconds(run, pattern, attack, end, LENGTH)
                if short < SUSPICIOUS:
                    continue
                if short < ENDLESS:
                    short = min(_seconds(run, pattern, attack, end, LENGTH) for _ in range(3))
                if short >= ENDLESS:
                    yield f"{method}({attack[0]!r} + {attack[1]!r} * n + {end!r})"
                    continue
                if all(_seconds(run, pattern, attack, end, 4 * LENGTH) > max(SLOW, LINEAR * short) for _ in range(3)):
                    yield f"{method}({attack[0]!r} + {attack[1]!r} * n + {end!r})"


pytestmark = pytest.mark.clocked
needs_signals = pytest.mark.skipif(not hasattr(signal, "ITIMER_VIRTUAL"), reason="the system has no such timer")


@needs_signals
@pytest.mark.parametrize("name", _patterns())
def test_a_pattern_takes_linear_time(name):
    slow = next(_slow(_patterns()[name], _methods(name)), None)
    assert (slow is not None) == (name in QUADRATIC), slow


@needs_signals
@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(a+)+b", "match"),
        (r"(?:a|a)*b", "match"),
        (r"\s+\Z", "search"),
        (r"/\*.*?\*/", "finditer"),
        (r"\w*\d*x", "match"),
    ],
)
def test_the_judge_knows_what_is_slow(pattern, method):
    assert next(_slow(re.compile(pattern), {method}), None)


def test_all_patterns_are_looked_at():
    assert len(_patterns()) > 150
    assert set(_patterns()) >= set(QUADRATIC)
