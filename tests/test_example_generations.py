"""Which generation's file the fragments of a rule's examples are set into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wxcc_lint import examples as harness
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.example_fences import fences
from wxcc_lint.problems import Problem
from wxcc_lint.rules import Meta, Rule, RuleSet


def fence(words: str, value: str) -> str:
    return f'```xml {words}\n<item name="reqDisplayName">{value}</item>\n```\n'


def outcome(docs: str, generations: tuple[str, ...] = ()) -> list[str]:
    """Try the examples of a rule that finds a call center named 'Bad' and its generation."""

    def check(callcenter: CallCenter) -> Iterator[Problem]:
        item = callcenter.item("reqDisplayName")
        if item is not None and item.value == f"Bad {callcenter.generation}":
            yield Problem("bad", item.at)

    meta = Meta(severity="warning", generations=generations)
    it = Rule("callcenter/probe", "callcenter", meta, docs, Path("probe.py"), check)
    return harness.test_rule(it, RuleSet([it]))


@pytest.mark.parametrize("base", ["v1", "v2", "scv"])
def test_a_fence_says_which_generation_its_file_is_of(base: str) -> None:
    bad = fence(f'bad base={base} at="Bad {base}"', f"Bad {base}")
    assert outcome(bad + fence(f"good base={base}", "Fine")) == []


@pytest.mark.parametrize(
    ("generations", "base"),
    [((), "v1"), (("v1",), "v1"), (("v2",), "v2"), (("scv",), "scv"), (("v2", "v1"), "v1")],
)
def test_without_a_word_it_is_the_only_one_of_the_rule_else_version_1(generations: tuple[str, ...], base: str) -> None:
    docs = fence(f'bad at="Bad {base}"', f"Bad {base}") + fence("good", "Fine")
    assert outcome(docs, generations) == []


@pytest.mark.parametrize("generations", [("v2", "scv"), ("other",)])
def test_without_a_word_a_rule_that_leaves_version_1_out_is_not_tried(generations: tuple[str, ...]) -> None:
    docs = fence('bad at="Bad v1"', "Bad v1") + fence("good", "Fine")
    nothing = "a bad example must raise callcenter/probe once and nothing else; it raises nothing"
    assert outcome(docs, generations) == [f"callcenter/probe: example 1: {nothing}"]


def test_a_fence_without_the_word_has_no_base_of_its_own() -> None:
    docs = fence("good", "x") + fence("good base=scv", "x")
    assert [each.base for each in fences(docs)] == [None, "scv"]


@pytest.mark.parametrize("base", ["v3", "other", "V2", ""])
def test_another_generation_is_told(base: str) -> None:
    problem = f"callcenter/probe: fence 1: base is one of v1, v2, scv, not '{base}'"
    assert outcome(fence(f"good base={base}", "x")) == [problem]
