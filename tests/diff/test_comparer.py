"""From pairs to changes: with variables, steps, masks, and a common base."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from wxcc_lint.diff.comparer import Compared, Comparer, bases
from wxcc_lint.diff.masking import Masking
from wxcc_lint.diff.objects import Ambiguous, ConfigObject, Pair
from wxcc_lint.diff.steps import STEPS
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.masks import MaskKey

KEY = MaskKey(b"k" * 32)


def layout(name: str = "l.json", **members: Any) -> ConfigObject:
    return ConfigObject("layout", "x", parse_layout(name, json.dumps({"agent": {"area": {}, **members}})))


def nothing_filled(_pair: Pair) -> Mapping[str, str]:
    return {}


def comparer(masking: Masking | None = None) -> Comparer:
    return Comparer(STEPS, nothing_filled, masking)


def told(compared: Compared) -> list[tuple[str, str, Any, Any]]:
    return [(one.kind, one.at, one.left_value, one.right_value) for one in compared.changes]


def origins(compared: Compared) -> list[str]:
    return [compared.origins[id(one)] for one in compared.changes]


A, B, C = (layout(appTitle=name) for name in "abc")


def test_two_sides_are_compared() -> None:
    pair = Pair(A, B, "name")
    compared = comparer().two(pair)
    assert told(compared) == [("changed", "/agent/appTitle", "a", "b")]
    assert compared.pair is pair
    assert compared.left is not None
    assert compared.right is not None
    assert (compared.left.place.document, compared.right.place.document) == (A.document, B.document)
    assert (compared.origins, compared.unknown) == ({}, 0)


def test_what_only_one_side_has_came_or_went_as_a_whole() -> None:
    data = A.document.data
    gone, new = comparer().two(Pair(A, None, "nothing")), comparer().two(Pair(None, A, "nothing"))
    assert told(gone) == [("removed", "/", data, None)]
    assert told(new) == [("added", "/", None, data)]
    assert (gone.changes[0].left, gone.changes[0].right, gone.right) == (gone.left, None, None)
    assert (new.changes[0].left, new.changes[0].right, new.left) == (None, new.right, None)


def test_variables_are_asked_for_each_pair_and_steps_carried_out() -> None:
    pair = Pair(layout(appTitle="${NAME}"), A, "name")

    def variables(asked: Pair) -> Mapping[str, str]:
        return {"NAME": "a"} if asked is pair else {}

    assert told(Comparer(STEPS, variables).two(pair)) == []
    assert told(Comparer((), variables).two(pair)) == [("changed", "/agent/appTitle", "${NAME}", "a")]
    assert told(Comparer(STEPS, variables).three(pair, A)) == []
    assert told(Comparer((), variables).three(pair, A)) == [("changed", "/agent/appTitle", "${NAME}", "a")]


@pytest.mark.parametrize(
    ("left", "right", "base", "change", "origin"),
    [
        (B, A, A, ("changed", "/agent/appTitle", "b", "a"), "repo"),
        (A, B, A, ("changed", "/agent/appTitle", "a", "b"), "org"),
        (B, B, A, ("changed", "/agent/appTitle", "a", "b"), "both"),
        (B, C, A, ("changed", "/agent/appTitle", "b", "c"), "conflict"),
        (B, C, None, ("changed", "/agent/appTitle", "b", "c"), "conflict"),
        (B, None, None, ("removed", "/", B.document.data, None), "repo"),
        (None, B, None, ("added", "/", None, B.document.data), "org"),
    ],
)
def test_with_a_base_it_is_told_who_changed_what(
    left: ConfigObject | None,
    right: ConfigObject | None,
    base: ConfigObject | None,
    change: tuple[str, str, Any, Any],
    origin: str,
) -> None:
    pair = Pair(left, right, "name")
    compared = comparer().three(pair, base)
    assert (told(compared), origins(compared)) == ([change], [origin])
    assert compared.pair is pair
    for side, tree in ((left, compared.left), (right, compared.right)):
        assert (tree and tree.place.document) is (side and side.document)


def test_nobody_knows_who_changed_what_the_base_did_not_read() -> None:
    for pair in (Pair(B, C, "name"), Pair(B, None, "nothing"), Pair(None, B, "nothing")):
        assert origins(comparer().three(pair, None, was_read=False)) == ["unknown"]
    assert origins(comparer().three(Pair(B, A, "name"), A, was_read=False)) == ["repo"]


def test_masks_tell_that_secrets_differ_and_not_how() -> None:
    old, new = (layout(appTitle=name, apiKey=name) for name in "ab")
    compared = comparer(Masking(KEY)).two(Pair(old, new, "name"))
    assert told(compared) == [("changed", "/agent/appTitle", "a", "b"), ("changed", "/agent/apiKey", "…", "…")]
    assert compared.unknown == 0
    assert told(comparer(Masking(KEY)).two(Pair(old, old, "name"))) == []


def test_without_the_key_of_an_org_its_masks_are_not_compared() -> None:
    old = layout(appTitle="a", apiKey="a", gone={"apiKey": "x"})
    new = layout(appTitle="b", apiKey={"mask": "…", "hmac": "0"}, new={"apiKey": "y"})
    foreign = Masking(KEY, frozenset({"other"}))
    compared = comparer(foreign).three(Pair(old, new, "name"), layout(appTitle="a", apiKey="a"))
    assert sorted(told(compared), key=lambda one: one[1]) == [
        ("changed", "/agent/appTitle", "a", "b"),
        ("removed", "/agent/gone", {"apiKey": "…"}, None),
        ("added", "/agent/new", None, {"apiKey": "…"}),
    ]
    assert sorted(origins(compared)) == ["org", "org", "repo"]
    assert compared.unknown == 1


@pytest.mark.parametrize("side", ["left", "right"])
def test_of_objects_that_nobody_can_tell_apart_all_paths_are_told(side: Any) -> None:
    held = Ambiguous((layout("a.json", apiKey="x"), layout("b.json")), side)
    compared = comparer(Masking(KEY)).ambiguous(held)
    (change,) = compared.changes
    paths = ["a.json", "b.json"]
    first, tree = held.objects[0], compared.left if side == "left" else compared.right
    assert tree is not None
    assert tree.place.document.name == "a.json"
    masked = {"agent": {"area": {}, "apiKey": {"mask": "…", "hmac": KEY.digest("x")}}}
    assert tree.place.document.data == masked
    expected = (first, None, paths, None) if side == "left" else (None, first, None, paths)
    assert (compared.pair.left, compared.pair.right, change.left_value, change.right_value) == expected
    assert (change.kind, change.keys, change.left, change.right) == ("ambiguous", (), compared.left, compared.right)
    assert compared.pair.by == "nothing"


def test_what_an_object_comes_from_is_the_left_side_of_its_pair() -> None:
    pairs = [Pair(A, B, "name"), Pair(C, None, "nothing"), Pair(None, A, "nothing")]
    assert bases(pairs) == {id(B): A}
