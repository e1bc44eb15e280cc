"""The letters of date formats: what stands for a day, a month, an hour in each generation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import Evidence, read_facts


class DateLetters(Struct, frozen=True):
    """The letters of one generation.

    `meanings` goes from a run of one letter to what it stands for (`day`, `month`, `hour of 12`, …), `foreign` from a
    run of the other generation to what is written here for the same thing. `day` goes from a run that is the day in the
    other generation, and something else here, to the day as it is written here. `words` is what stands before and behind
    words that are printed as they are.
    """

    meanings: Mapping[str, str]
    foreign: Mapping[str, str]
    day: Mapping[str, str]
    words: tuple[str, str]
    evidence: Evidence
    sources: tuple[str, ...]

    def meaning(self, run: str) -> str | None:
        """Return what a run of one letter stands for, also in the manner of the other generation; None for nothing."""
        return self.meanings.get(self.foreign.get(run, run))

    def foreign_among(self, runs: Iterable[str]) -> Mapping[str, str]:
        """Return which runs of one format are taken for those of the other generation, and what is to be written here.

        What would be something else here is taken for the day only where the format has no other day.
        """
        has_day = any(self.meaning(run) == "day" for run in runs)
        return self.foreign if has_day else {**self.foreign, **self.day}


@cache
def date_letters(generation: str) -> DateLetters:
    """Return the letters of a generation that has date formats, `v1` or `v2`; raise KeyError for any other."""
    facts = read_facts("date-formats.yaml")["generations"][generation]
    return DateLetters(
        meanings={run: meaning for meaning, runs in facts["letters"].items() for run in runs},
        foreign=facts["foreign"],
        day=facts["day"],
        words=tuple(facts["words"]),
        evidence=facts["evidence"],
        sources=tuple(facts["sources"]),
    )
