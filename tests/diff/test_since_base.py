"""Changes since a common base, told as what is left and right today."""

from __future__ import annotations

import json

import pytest

from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.since_base import since_base
from wxcc_lint.diff.tree import json_tree
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.model import Place


def tree(name, data):
    document = parse_layout(name, json.dumps(data))
    return json_tree(document.data, Place(document, ()))


def told(base, left, right):
    origin, mine, theirs = tree("base", base), tree("left", left), tree("right", right)
    found = since_base(list(compare(origin, mine)), list(compare(origin, theirs)), mine, theirs)
    return [(change, who) for change, who in found]


def short(base, left, right):
    return [(who, one.kind, one.left_value, one.right_value) for one, who in told(base, left, right)]


def listed(*names):
    return {"navigation": [{"nav": {"navigateTo": name}} for name in names]}


@pytest.mark.parametrize(
    ("base", "left", "right", "expected"),
    [
        ({"a": 1}, {"a": 2}, {"a": 1}, [("repo", "changed", 2, 1)]),
        ({"a": 1}, {"a": 1}, {"a": 2}, [("org", "changed", 1, 2)]),
        ({"a": 1}, {"a": 2}, {"a": 2}, [("both", "changed", 1, 2)]),
        ({"a": 1}, {"a": 2}, {"a": 3}, [("conflict", "changed", 2, 3)]),
        ({"b": 0}, {"a": 1, "b": 0}, {"b": 0}, [("repo", "removed", 1, None)]),
        ({"b": 0}, {"b": 0}, {"a": 1, "b": 0}, [("org", "added", None, 1)]),
        ({"a": 1, "b": 0}, {"b": 0}, {"a": 1, "b": 0}, [("repo", "added", None, 1)]),
        ({"a": 1, "b": 0}, {"a": 1, "b": 0}, {"b": 0}, [("org", "removed", 1, None)]),
        ({"a": 1, "b": 0}, {"a": 2, "b": 0}, {"b": 0}, [("conflict", "removed", 2, None)]),
        ({"a": 1, "b": 0}, {"b": 0}, {"a": 2, "b": 0}, [("conflict", "added", None, 2)]),
        (
            {"a": {"x": 1, "y": 1}, "b": 0},
            {"b": 0},
            {"a": {"x": 2, "y": 1}, "b": 0},
            [("conflict", "added", None, {"x": 2, "y": 1})],
        ),
        (listed("a", "b", "c"), listed("c", "a", "b"), listed("a", "b", "c"), [("repo", "moved", 1, 3)]),
        (listed("a", "b", "c"), listed("a", "b", "c"), listed("c", "a", "b"), [("org", "moved", 3, 1)]),
    ],
)
def test_what_is_left_and_right_today(base, left, right, expected):
    assert short(base, left, right) == expected


@pytest.mark.parametrize(("left", "right"), [({"a": 2}, {"a": 1}), ({"a": 1}, {"a": 2}), ({"a": 2}, {"a": 3})])
def test_places_are_those_of_today(left, right):
    [(change, _)] = told({"a": 1}, left, right)
    assert (change.left.place.document.name, change.right.place.document.name) == ("left", "right")
