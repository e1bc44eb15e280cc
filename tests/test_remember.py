"""Judgements that are remembered."""

from __future__ import annotations

from wxcc_lint.remember import remembered


def test_a_short_text_is_judged_once_and_a_long_one_each_time() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        """Count."""
        asked.append(text)
        return len(text)

    short, long = "s" * 200, "l" * 201
    assert [length(short), length(short), length(long), length(long)] == [200, 200, 201, 201]
    assert asked == [short, long, long]
    assert (length.__name__, length.__doc__) == ("length", "Count.")
