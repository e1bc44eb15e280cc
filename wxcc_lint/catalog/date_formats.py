"""The letters of date formats: what stands for a day, a month, an hour in each generation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wxcc_lint.catalog.facts import Evidence, read_facts


@dataclass(frozen=True, slots=True)
class DateLetters:
    """The letters of one generation.

    `meanings` goes from a run of one letter to what it stands for (`day`, `month`, `hour of 12`, …), `foreign` from a
    run of the other generation to what is written here for the same thing.
    """

    meanings: Mapping[str, str]
    foreign: Mapping[str, str]
    evidence: Evidence
    sources: tuple[str, ...]

    def meaning(self, run: str) -> str | None:
        """Return what a run of one letter stands for, also in the manner of the other generation; None for nothing."""
        return self.meanings.get(self.foreign.get(run, run))


@cache
def date_letters(generation: str) -> DateLetters:
    """Return the letters of a generation that has date formats, `v1` or `v2`; raise KeyError for any other."""
    facts = read_facts("date-formats.yaml")["generations"][generation]
    return DateLetters(
        meanings={run: meaning for meaning, runs in facts["letters"].items() for run in runs},
        foreign=facts["foreign"],
        evidence=facts["evidence"],
        sources=tuple(facts["sources"]),
    )
