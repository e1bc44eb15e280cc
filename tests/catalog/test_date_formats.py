"""The letters of date formats agree with the published defaults and with each other."""

from __future__ import annotations

import re

import pytest

from wxcc_lint.catalog.callcenter import vocabulary
from wxcc_lint.catalog.date_formats import date_letters

GENERATIONS = ["v1", "v2"]


def defaults(generation):
    items = [item for release in vocabulary(generation).releases for item in release.items.values()]
    return {item.default for item in items if item.type == "date-format"}


@pytest.mark.parametrize("generation", GENERATIONS)
def test_published_defaults_have_only_letters_of_their_generation(generation):
    known = date_letters(generation)
    for default in defaults(generation):
        runs = re.findall(r"[A-Z]+|[a-z]+", default)
        assert [known.meanings.get(run) for run in runs] == [
            "month", "day", "year", "hour of 12", "minute", "half of the day",
        ]  # fmt: skip


@pytest.mark.parametrize(("generation", "other"), [("v1", "v2"), ("v2", "v1")])
def test_published_default_of_the_other_generation_is_foreign_in_day_and_year(generation, other):
    (default,) = defaults(other)
    foreign = date_letters(generation).foreign
    own = "".join(foreign.get(run, run) for run in re.findall(r"[A-Za-z]+|[^A-Za-z]+", default))
    # V2 has 'dd' for the weekday; `foreign_among` says when it is meant for the day.
    assert own == {"v1": "MM-dd-yyyy hh:mm a", "v2": "MM-dd-YYYY hh:mm a"}[generation]


@pytest.mark.parametrize("generation", GENERATIONS)
def test_foreign_letters_lead_to_own_ones_and_are_none_themselves(generation):
    known = date_letters(generation)
    assert set(known.foreign.values()) <= set(known.meanings)
    assert not set(known.foreign) & set(known.meanings)
    assert all(len(set(run)) == 1 for run in (*known.meanings, *known.foreign))


def test_meaning_knows_the_letters_of_the_other_generation():
    known = date_letters("v1")
    assert [known.meaning(run) for run in ("dd", "DD", "YYYY", "A", "mm", "MM", "T")] == [
        "day", "day", "year", "half of the day", "minute", "month", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("generation", "runs", "foreign"),
    [
        ("v2", ["MM", "dd", "yyyy"], {"dd": "DD", "yyyy": "YYYY"}),
        ("v2", ["dd", "DD", "MM", "YYYY"], {}),
        ("v2", ["dddd", "D", "MM"], {}),
        ("v1", ["MM", "DD", "YYYY"], {"DD": "dd", "YYYY": "yyyy"}),
        ("v1", ["MM", "dd", "yyyy"], {}),
    ],
)
def test_what_a_format_has_from_the_other_generation(generation, runs, foreign):
    found = date_letters(generation).foreign_among(runs)
    assert {run: found[run] for run in runs if run in found} == foreign


def test_words_are_marked_otherwise_in_each_generation():
    assert [date_letters(generation).words for generation in GENERATIONS] == [("'", "'"), ("[", "]")]


def test_other_generations_have_no_date_formats():
    with pytest.raises(KeyError):
        date_letters("scv")
