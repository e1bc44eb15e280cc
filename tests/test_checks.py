"""The checks of the YAML vocabulary, each on values of every kind."""

from __future__ import annotations

import re
from typing import Any, cast

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.checks import compile_checks
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.nodes import Node

ABSENT = object()
NO_PLACE = cast("Place", None)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["", " ", "a", "5", "[]"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=5,
)
arguments = st.sampled_from(
    [
        {"present": True},
        {"absent": True},
        {"blank": True},
        {"equals": "a"},
        {"one-of": ["a", 5]},
        {"matches": "a"},
        {"length": {"min": 1}},
        {"range": {"min": 0, "max": 5}},
        {"type": "array"},
        {"unique-by": "a"},
    ]
)


def holds(checks: dict[str, Any], value: Any) -> bool:
    node = None if value is ABSENT else Node(NO_PLACE, value, "name", "label")
    return compile_checks(checks).hold(node)


@pytest.mark.parametrize(("value", "there"), [(ABSENT, False), (None, True), ("", True), (False, True)])
def test_present_and_absent_ask_for_the_node_whatever_it_holds(value: Any, there: bool) -> None:
    assert holds({"present": True}, value) is there
    assert holds({"present": False}, value) is not there
    assert holds({"absent": True}, value) is not there
    assert holds({"absent": False}, value) is there


@pytest.mark.parametrize(
    ("value", "blank"),
    [
        (ABSENT, True),
        (None, True),
        ("", True),
        (" \t\n", True),
        ("[]", True),
        (" [] ", True),
        ([], True),
        ({}, True),
        ("[{}]", False),
        ("x", False),
        (0, False),
        (False, False),
        ([None], False),
    ],
)
def test_blank_is_what_holds_nothing(value: Any, blank: bool) -> None:
    assert holds({"blank": True}, value) is blank
    assert holds({"blank": False}, value) is not blank


@pytest.mark.parametrize(
    ("value", "wanted", "equal"),
    [
        ("true", "true", True),
        ("True", "true", False),
        (True, "true", False),
        (True, True, True),
        (1, True, False),
        (True, 1, False),
        (0, False, False),
        (1, 1.0, True),
        (None, None, True),
        ([1, "a"], [1, "a"], True),
        (ABSENT, None, False),
    ],
)
def test_equals_compares_as_json_does(value: Any, wanted: Any, equal: bool) -> None:
    assert holds({"equals": wanted}, value) is equal
    assert holds({"one-of": ["other", wanted]}, value) is equal


def test_matches_searches_in_texts_only() -> None:
    assert holds({"matches": "b+"}, "abbc")
    assert not holds({"matches": "^b"}, "abbc")
    assert not holds({"matches": "5"}, 5)
    assert not holds({"matches": ""}, ABSENT)


@pytest.mark.parametrize(
    ("limits", "value", "fits"),
    [
        ({"min": 2}, "ab", True),
        ({"min": 2}, "a", False),
        ({"max": 2}, "abc", False),
        ({"max": 2}, "\U0001f600\U0001f600", True),
        ({"min": 1, "max": 1}, [None], True),
        ({"max": 1}, {"a": 1, "b": 2}, False),
        ({"min": 0}, 5, False),
        ({"min": 0}, ABSENT, False),
    ],
)
def test_length_counts_characters_elements_or_keys(limits: dict[str, int], value: Any, fits: bool) -> None:
    assert holds({"length": limits}, value) is fits


@pytest.mark.parametrize(
    ("limits", "value", "fits"),
    [
        ({"min": 1, "max": 3}, 1, True),
        ({"min": 1, "max": 3}, "3", True),
        ({"min": 1, "max": 3}, "-1", False),
        ({"min": 1, "max": 3}, 3.5, False),
        ({"max": 3}, "3.0", False),
        ({"max": 3}, " 3", False),
        ({"max": 3}, "1" * 5000, False),
        ({"max": 3}, "٣", False),
        ({"min": 0}, True, False),
        ({"min": 0}, "", False),
        ({"min": 0}, ABSENT, False),
    ],
)
def test_range_reads_numbers_and_texts_that_are_whole_numbers(limits: dict[str, int], value: Any, fits: bool) -> None:
    assert holds({"range": limits}, value) is fits


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("", "string"),
        (0, "number"),
        (1.5, "number"),
        (True, "boolean"),
        (False, "boolean"),
        ([], "array"),
        ({}, "object"),
        (None, "null"),
    ],
)
def test_each_value_has_one_type(value: Any, kind: str) -> None:
    kinds = ["string", "number", "boolean", "array", "object", "null"]
    assert [each for each in kinds if holds({"type": each}, value)] == [kind]


def test_what_is_absent_has_no_type() -> None:
    assert not holds({"type": "null"}, ABSENT)


@pytest.mark.parametrize(
    ("value", "unique"),
    [
        ([{"k": 1}, {"k": 2}], True),
        ([{"k": 1}, {"k": 1}], False),
        ([{"k": 1}, {"k": "1"}], True),
        ([{"k": 1}, {"k": True}], True),
        ([{"k": [1]}, {"k": [1]}], False),
        ([{}, {}, 1, "k"], True),
        ("text", True),
        (ABSENT, True),
    ],
)
def test_unique_by_compares_the_elements_that_have_the_key(value: Any, unique: bool) -> None:
    assert holds({"unique-by": "k"}, value) is unique


def test_several_checks_hold_together_or_not_at_all() -> None:
    both = {"matches": "a", "length": {"max": 2}}
    assert [holds(both, value) for value in ("a", "b", "aaa")] == [True, False, False]
    assert [holds({"not": both}, value) for value in ("a", "b", "aaa")] == [False, True, True]


@given(arguments, json_values | st.just(ABSENT))
@settings(deadline=None)
def test_not_turns_every_check_around(checks: dict[str, Any], value: Any) -> None:
    assert holds({"not": checks}, value) is not holds(checks, value)
    assert holds({"not": {"not": checks}}, value) is holds(checks, value)


@pytest.mark.parametrize(
    ("checks", "message"),
    [
        ({"equal": "x"}, "there is no check 'equal'; did you mean 'equals'?"),
        ({"not": {"xyz": 1}}, "there is no check 'xyz'"),
        ({"type": "text"}, "there is no type 'text'; types are string, number, boolean, array, object, null"),
    ],
)
def test_what_is_no_check_is_refused_when_the_rule_is_loaded(checks: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        compile_checks(checks)


def test_a_bad_pattern_is_refused_when_the_rule_is_loaded() -> None:
    with pytest.raises(re.error):
        compile_checks({"matches": "("})
