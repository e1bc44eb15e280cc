"""Comparing is the same in both directions, whatever odd things the files hold: what fuzzing found, in words."""

from __future__ import annotations

import json

import pytest

ITEMS = (
    '<item name="reqInternalName" label="Name">WebexCCAgentDesktopV20241121</item>'
    '<item name="reqUseApi" label="API">TRUE</item>'
)
"""The second one is a switch where the release knows it: there TRUE is true, and elsewhere it is not."""


def layout(**fields):
    return json.dumps({"name": "a", "jsonFileContent": {"agent": {"area": {"headless": {"comp": "b"}}}}, **fields})


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param([{"id": "1", "name": "a"}], [{"name": "a", "id": "1"}], id="keys turned round"),
        pytest.param([{"id": "1"}], [{"id": "1"}], id="the same"),
        pytest.param(["a", "b"], ["b", "a"], id="texts in another order"),
    ],
)
def test_sets_that_say_the_same_are_the_same(diff, left, right):
    assert diff.told(layout(teamIds=left), layout(teamIds=right)) == []


def test_a_number_in_a_set_is_not_the_text_of_its_digits(diff):
    there = diff.told(layout(teamIds=[1, "1"]), layout(teamIds=["1"]))
    assert there == [("changed", "/teamIds", [1, "1"], ["1"])]
    assert diff.told(layout(teamIds=["1"]), layout(teamIds=[1, "1"])) == [("changed", "/teamIds", ["1"], [1, "1"])]


def test_a_section_that_is_called_like_another_one_comes_and_goes_alike(diff):
    twice = f'<section name="reqGeneralInfo" label="a">{ITEMS}</section>' * 2
    left = f"<callCenter>{twice}</callCenter>"
    right = left.replace("reqGeneralInfo", "other", 1)
    assert [one[0] for one in diff.told(left, right)] == ["removed", "added"]
    assert [one[0] for one in diff.told(right, left)] == ["removed", "added"]


def test_a_section_that_is_called_like_another_one_and_renamed_is_told_both_ways(diff):
    section = '<section name="reqGeneralInfo" label="a"><item name="x" label="x">{}</item></section>'
    left = f"<callCenter>{section.format(1)}{section.format(2)}</callCenter>"
    right = f"<callCenter>{section.format(1)}{section.format(2).replace('reqGeneralInfo', 'other')}</callCenter>"
    assert [one[0] for one in diff.told(left, right)] == ["renamed"]
    assert [one[0] for one in diff.told(right, left)] == ["renamed"]
