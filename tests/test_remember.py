"""Judgements that are remembered."""

from __future__ import annotations

from wxcc_lint.remember import remembered


def test_a_short_text_is_judged_once_and_a_long_one_each_time() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

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
