"""Judgements that are remembered."""

from __future__ import annotations

import inspect

import pytest

from wxcc_lint.remember import remembered


@pytest.mark.parametrize("name", ["length", "_length"])
def test_a_short_text_is_judged_once_and_a_long_one_each_time(name: str) -> None:
    asked: list[str] = []

    def judge(text: str) -> int:
        asked.append(text)
        return len(text)

    judge.__name__ = name
    length = remembered(judge)
    short, long = "s" * 200, "l" * 201
    assert [length(short), length(short), length(long), length(long)] == [200, 200, 201, 201]
    assert asked == [short, long, long]


def test_answers_are_forgotten_before_they_fill_the_memory() -> None:
    asked: list[str] = []

    @remembered
    def judge(text: str) -> int:
        asked.append(text)
        return len(text)

    texts = [str(number) for number in range(5000)]
    assert [judge(text) for text in texts] == [len(text) for text in texts]
    assert [judge("4999"), judge("0"), judge("0")] == [4, 1, 1]
    assert asked == [*texts, "0"]


def test_a_public_function_keeps_its_name_its_docs_and_its_signature() -> None:
    @remembered
    def length(host: str) -> int:
        """Return how long a name is."""
        return len(host)

    assert (length.__name__, length.__doc__) == ("length", "Return how long a name is.")
    assert str(inspect.signature(length)) == "(host: 'str') -> 'int'"
