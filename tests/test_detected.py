"""How many findings tell one cause: across environments, and where one rule explains what another finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from wxcc_lint.detected import Detected, Mark, told_once, without_superseded
from wxcc_lint.documents.model import Document
from wxcc_lint.rules import Meta, Rule
from wxcc_lint.spans import Span, Text

CC = Document("cc.xml", "callcenter", Text("one two"))
LAYOUT = Document("a.json", "layout", Text("one two"))
OTHER_LAYOUT = Document("b.json", "layout", Text("one two"))


def found(environment: str, **more: Any) -> Detected:
    one: dict[str, Any] = {"rule": "r/x", "message": "m", "mark": Mark(CC, Span(0, 3)), "at": "/s", "node": (1, ())}
    return Detected(**one | more, environment=environment)


def told(*detected: Detected) -> list[str | None]:
    """Which environments remain, where the file belongs to two."""
    return [one.environment for one in told_once(detected, {1: 2})]


def test_what_is_the_same_in_all_environments_of_a_file_belongs_to_none() -> None:
    assert told(found("prod"), found("test")) == [None]
    assert told(found("prod")) == ["prod"]
    assert list(told_once([found("prod"), found("test")], {1: 3})) == [found("prod"), found("test")]
    assert [one.environment for one in told_once([found("prod"), found("test")], {})] == [None]  # such as the config


@pytest.mark.parametrize(
    "other",
    [
        {"rule": "r/y"},
        {"message": "n"},
        {"at": "/t"},
        {"mark": Mark(CC, Span(4, 7))},
        {"related": (Mark(LAYOUT, Span(0, 3)),)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_differs_in_anything_is_told_of_each_environment(other: dict[str, Any]) -> None:
    assert told(found("prod"), found("test", **other)) == ["prod", "test"]


@pytest.mark.parametrize(
    "mark",
    [Mark(OTHER_LAYOUT, Span(0, 3), "here"), Mark(LAYOUT, Span(4, 7), "here"), Mark(LAYOUT, Span(0, 3), "there")],
    ids=["another file", "another span", "other words"],
)
def test_second_places_are_the_same_by_file_span_and_words(mark: Mark) -> None:
    same = (Mark(LAYOUT, Span(0, 3), "here"),)
    assert told(found("prod", related=same), found("test", related=same)) == [None]
    assert told(found("prod", related=same), found("test", related=(mark,))) == ["prod", "test"]


RULES = {
    "r/winner": Rule("r/winner", "layout", Meta("error", supersedes=("r/loser",)), "", Path("winner.py")),
    "r/loser": Rule("r/loser", "layout", Meta("error"), "", Path("loser.py")),
}


@pytest.mark.parametrize(
    ("winner", "loser", "path", "stays"),
    [
        ("prod", "prod", ("a",), False),
        ("prod", "test", ("a",), True),
        (None, "prod", ("a",), False),
        ("prod", None, ("a",), False),
        ("prod", "prod", (), False),
        ("prod", "test", (), True),
        (None, "prod", (), False),
        ("prod", "prod", ("a", "b"), True),
    ],
)
def test_what_is_explained_at_a_node_or_just_below_goes_in_the_same_environment(
    winner: str | None, loser: str | None, path: tuple[str, ...], stays: bool
) -> None:
    best = Detected("r/winner", "m", Mark(LAYOUT, Span(0, 1)), environment=winner, node=(1, ("a",)))
    other = Detected("r/loser", "m", Mark(LAYOUT, Span(0, 1)), environment=loser, node=(1, path))
    assert list(without_superseded([best, other], RULES)) == [best, *[other] * stays]


def test_a_rule_that_nobody_knows_explains_nothing() -> None:
    one = Detected("r/unknown", "m", Mark(LAYOUT, Span(0, 1)))
    assert list(without_superseded([one], RULES)) == [one]
