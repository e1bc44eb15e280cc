"""The comparison of trees: kinds of changes, both ways, and what counts as equal."""

from __future__ import annotations

import json

import pytest

from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.tree import Branch, Leaf, json_tree
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.paths import KeySelector


def tree(data):
    document = parse_json("a.json", json.dumps(data), "layout")
    return json_tree(document.data, Place(document, ()))


def told(left, right):
    return [(one.kind, one.at, one.left_value, one.right_value) for one in compare(tree(left), tree(right))]


def part(comp, **rest):
    return {"comp": comp, **rest}


def test_equal_data_in_another_order_of_keys_are_equal():
    assert told({"a": 1, "b": {"c": [1, 2]}}, {"b": {"c": [1, 2]}, "a": 1}) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"a": 1}, {"a": 2}, ("changed", "/a", 1, 2)),
        ({"a": 1}, {"a": 1, "b": 2}, ("added", "/b", None, 2)),
        ({"a": 1, "b": 2}, {"a": 1}, ("removed", "/b", 2, None)),
        ({"a": {"b": 1}}, {"a": "b"}, ("changed", "/a", {"b": 1}, "b")),
        ({"a": True}, {"a": 1}, ("changed", "/a", True, 1)),
        ({"a": True}, {"a": "true"}, ("changed", "/a", True, "true")),
        ({"a": "1"}, {"a": 1}, ("changed", "/a", "1", 1)),
        ({"a": None}, {"a": ""}, ("changed", "/a", None, "")),
        ({"a": None}, {}, ("removed", "/a", None, None)),
        ({"a": -1}, {"a": -2}, ("changed", "/a", -1, -2)),
        ({"a": 0}, {"a": 2**61 - 1}, ("changed", "/a", 0, 2**61 - 1)),
        ({"a": ""}, {"a": False}, ("changed", "/a", "", False)),
        ({"a": [1, True]}, {"a": [1, 1]}, ("changed", "/a", [1, True], [1, 1])),
        ({"a": ["x", "y"]}, {"a": ["y", "x"]}, ("changed", "/a", ["x", "y"], ["y", "x"])),
        ({"a": []}, {"a": [{"comp": "x"}]}, ("added", "/a[comp=x]", None, {"comp": "x"})),
        ({"a": []}, {"a": {}}, ("changed", "/a", [], {})),
        ({"a": {}}, {"b": {}, "a": {}}, ("added", "/b", None, {})),
        ({"a": "x" * 70_000}, {"a": "x" * 69_999 + "y"}, ("changed", "/a", "x" * 70_000, "x" * 69_999 + "y")),
    ],
)
def test_one_change_and_the_same_seen_from_the_other_side(left, right, expected):
    kind, at, old, new = expected
    back = {"added": "removed", "removed": "added"}.get(kind, kind)
    assert told(left, right) == [expected]
    assert told(right, left) == [(back, at, new, old)]


@pytest.mark.parametrize(("left", "right"), [(1, 1.0), (0, -0.0), (10**22, 1e22), ([1], [1.0])])
def test_numbers_are_equal_by_value(left, right):
    assert told({"a": left}, {"a": right}) == []


def test_elements_are_told_apart_by_key_not_by_position():
    left = {"l": [part("a", x=1), part("b", x=1), part("c", x=1)]}
    right = {"l": [part("new"), part("a", x=1), part("b", x=2), part("c", x=1)]}
    assert told(left, right) == [
        ("changed", "/l[comp=b]/x", 1, 2),
        ("added", "/l[comp=new]", None, {"comp": "new"}),
    ]


def test_fewest_moves_are_told_and_places_count_what_both_sides_have():
    left = {"l": [part("a"), part("b"), part("gone"), part("c"), part("d")]}
    right = {"l": [part("new"), part("d"), part("a"), part("b"), part("c")]}
    assert told(left, right) == [
        ("removed", "/l[comp=gone]", {"comp": "gone"}, None),
        ("added", "/l[comp=new]", None, {"comp": "new"}),
        ("moved", "/l[comp=d]", 4, 1),
    ]


def test_turned_round_list_keeps_the_middle():
    left = {"l": [part("a"), part("b"), part("c")]}
    right = {"l": [part("c"), part("b"), part("a")]}
    assert told(left, right) == [("moved", "/l[comp=a]", 1, 3), ("moved", "/l[comp=c]", 3, 1)]


def test_moved_and_changed_are_two_changes():
    left = {"l": [part("a", x=1), part("b"), part("c")]}
    right = {"l": [part("b"), part("c"), part("a", x=2)]}
    assert told(left, right) == [("changed", "/l[comp=a]/x", 1, 2), ("moved", "/l[comp=a]", 1, 3)]


def test_changed_key_of_an_element_is_a_new_name():
    left, right = {"l": [part("a", x=1, y=2)]}, {"l": [part("b", x=1, y=2)]}
    assert told(left, right) == [("renamed", "/l[comp=a]", "a", "b")]
    assert told(right, left) == [("renamed", "/l[comp=b]", "b", "a")]


def test_changed_key_with_more_is_removed_and_added():
    left, right = part("a", x=1, y=2), part("b", x=1, y=3)
    assert told({"l": [left]}, {"l": [right]}) == [
        ("removed", "/l[comp=a]", left, None),
        ("added", "/l[comp=b]", None, right),
    ]


def test_element_that_is_only_a_key_has_no_other_name():
    assert told({"l": [part("a")]}, {"l": [part("b")]}) == [
        ("removed", "/l[comp=a]", {"comp": "a"}, None),
        ("added", "/l[comp=b]", None, {"comp": "b"}),
    ]


def test_member_with_another_name_and_the_same_content_is_renamed():
    assert told({"old": {"x": 1}, "z": 1}, {"new": {"x": 1}, "z": 1}) == [("renamed", "/old", "old", "new")]
    assert told({"old": True}, {"new": True}) == [("removed", "/old", True, None), ("added", "/new", None, True)]


def test_of_elements_with_one_key_equal_ones_belong_together():
    left = {"l": [part("a", x=1), part("a", x=2), part("a", x=3)]}
    right = {"l": [part("a", x=1), part("a", x=3)]}
    assert told(left, right) == [("removed", "/l[comp=a][2]", part("a", x=2), None)]
    assert told(right, left) == [("added", "/l[comp=a][2]", None, part("a", x=2))]


def test_elements_without_a_key_are_paired_by_content_then_in_order():
    left, right = {"l": [{"x": 1}, {"x": 2}, {"x": 3}]}, {"l": [{"x": 0}, {"x": 1}, {"x": 2}, {"x": 4}]}
    assert told(left, right) == [
        ("changed", "/l[#2]/x", 3, 0),
        ("added", "/l[#3]", None, {"x": 4}),
        ("moved", "/l[#2]", 3, 1),
    ]


def test_attributes_are_compared_beside_the_content():
    place = tree({}).place

    def labelled(value, label):
        return Branch({"item": Leaf(value, value, place, {"@label": Leaf(label, label, place)})}, "free", place)

    changes = list(compare(labelled("1", "A"), labelled("2", "B")))
    assert [(one.kind, one.keys, one.left_value, one.right_value) for one in changes] == [
        ("changed", ("item",), "1", "2"),
        ("changed", ("item", "@label"), "A", "B"),
    ]


def test_order_of_a_free_list_counts_among_equal_keys_alone():
    place = tree({}).place
    a, a2, b = (KeySelector((("k", name),), number) for name, number in (("a", 1), ("a", 2), ("b", 1)))

    def branch(*entries):
        return Branch({key: Leaf(value, value, place) for key, value in entries}, "free", place, "list")

    assert list(compare(branch((a, 1), (b, 2)), branch((b, 2), (a, 1)))) == []
    swapped = list(compare(branch((a, 1), (b, 2), (a2, 3)), branch((a, 3), (b, 2), (a2, 1))))
    assert [(one.kind, one.keys, one.left_value, one.right_value) for one in swapped] == [("moved", (a2,), 2, 1)]
