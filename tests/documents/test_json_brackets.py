"""The quick look at brackets and colons agrees with a slow one on any JSON, and never calls deep what is not looked at."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.json_brackets import outline, surely_shallow, too_deep

TRICKY = ["", "a", "\\", '"', '":', '"\\', "{", "}]", "[", ":", "\\\\:", "é{", "\ud800", "\U0001f600]"]
TEXTS = st.sampled_from(TRICKY) | st.text(st.sampled_from('\\"{}[]:,a'), max_size=6)
ESCAPED = [(":", "\\u003a"), ("[", "\\u005b")]


def written(value: Any, *, escapes: bool) -> str:
    """Write JSON in which an object is a list of pairs, so that a key may stand in it twice."""
    if isinstance(value, tuple):
        members = (f"{written(key, escapes=escapes)} : {written(one, escapes=escapes)}" for key, one in value)
        return "{" + ", ".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(written(one, escapes=escapes) for one in value) + "]"
    text = json.dumps(value, ensure_ascii=escapes)
    for plain, escaped in ESCAPED if escapes else ():
        text = text.replace(plain, escaped)
    return text


def inside(depth: int, text: str) -> str:
    """Put a text into alternating brackets."""
    opening = "".join('{"k":' if level % 2 else "[" for level in range(depth))
    return opening + text + "".join("}" if level % 2 else "]" for level in reversed(range(depth)))


def said(value: Any) -> str:
    """Return the outline of a value, by going through it."""
    if isinstance(value, tuple):
        return "{" + "".join(":" + said(one) for _, one in value) + "}"
    return "[" + "".join(map(said, value)) + "]" if isinstance(value, list) else ""


def repeats(value: Any) -> int:
    """Count the members of objects whose key stood there before."""
    if isinstance(value, tuple):
        own = len(value) - len({key for key, _ in value})
        return own + sum(repeats(one) for _, one in value)
    return sum(map(repeats, value)) if isinstance(value, list) else 0


values = st.recursive(
    TEXTS | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(TEXTS, inner), max_size=4).map(tuple),
    max_leaves=12,
)


@given(values, st.booleans())
def test_the_outline_of_any_json_is_its_brackets_and_colons(value: Any, escapes: bool) -> None:
    text = written(value, escapes=escapes)
    assert outline(text).decode() == said(value)
    assert len(parse_json("l.json", text, "layout").duplicates) == repeats(value)


@given(values, st.integers(0, 14), st.integers(0, 14))
def test_what_is_surely_shallow_is_shallow(value: Any, depth: int, limit: int) -> None:
    text = inside(depth, written(value, escapes=False))
    if surely_shallow(outline(text), limit):
        assert too_deep(text, limit) is None


@pytest.mark.parametrize("depth", [0, 1, 2, 99, 100])
def test_what_is_half_as_deep_as_the_limit_is_surely_shallow(depth: int) -> None:
    assert surely_shallow(outline(inside(depth, '"{["')), 200)


@pytest.mark.parametrize("text", ["[" * 201, "[" * 150 + "}" * 150, "]", "[}"])
def test_brackets_that_do_not_match_are_looked_at_more_closely(text: str) -> None:
    assert not surely_shallow(outline(text), 200)
