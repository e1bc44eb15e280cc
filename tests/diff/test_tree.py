"""Trees: what is equal has equal digests, nothing is made that nobody looks at, and the file's own words come back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.diff.tree import Branch, Leaf, Tree, json_tree, leaves, uncounted, written
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.paths import IndexSelector, KeySelector
from wxcc_lint.spans import Text


def place(data: Any) -> Place:
    return Place(Document("l.json", "layout", Text(json.dumps(data)), data), ())


ANY = place(None)


def leaf(value: Any, **attributes: Any) -> Leaf:
    return Leaf(value, value, ANY, {name: leaf(one) for name, one in attributes.items()})


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("a", "a", True),
        ("a", "b", False),
        ("1", 1, False),
        (1, 1.0, True),
        (1.5, 1.5, True),
        (1, True, False),
        (0, False, False),
        (None, False, False),
        (None, "", False),
        (-1, -2, False),
        (0, 2**61 - 1, False),
        ("", False, False),
        ("", None, False),
        ([1, 2], [1.0, 2], True),
        ([1, 2], [2, 1], False),
        (["a"], "a", False),
        ({"a": 1, "b": [True]}, {"b": [True], "a": 1.0}, True),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"b": 1}, False),
        ({}, [], False),
    ],
)
def test_values_are_equal_as_json_has_it(one: Any, other: Any, equal: bool) -> None:
    assert (leaf(one).content == leaf(other).content) is equal
    assert (leaf(one).digest == leaf(other).digest) is equal


def test_what_is_said_beside_a_value_counts_in_the_digest_alone() -> None:
    one, other = leaf("a", label="x"), leaf("a", label="y")
    assert one.content == other.content == leaf("a").content
    assert len({one.digest, other.digest, leaf("a").digest, leaf("a", name="x").digest}) == 4
    assert leaf("a", label="x", name="y").digest == leaf("a", name="y", label="x").digest


def branch(order: Any, *children: tuple[Any, Tree], **more: Any) -> Branch:
    return Branch(dict(children), order, ANY, **more)


KEYED = [(KeySelector((("comp", name),)), leaf(name)) for name in "ab"]
NUMBERED = [(KeySelector((("comp", "x"),), number), leaf(number)) for number in (1, 2)]
RENUMBERED = [(NUMBERED[0][0], leaf(2)), (NUMBERED[1][0], leaf(1))]
PLACED = [(IndexSelector(0), leaf("a")), (IndexSelector(1), leaf("b"))]
REPLACED = [(IndexSelector(0), leaf("b")), (IndexSelector(1), leaf("a"))]


@pytest.mark.parametrize(
    ("order", "one", "other", "equal"),
    [
        ("kept", KEYED, KEYED[::-1], False),
        ("free", KEYED, KEYED[::-1], True),
        ("none", KEYED, KEYED[::-1], True),
        ("free", NUMBERED, RENUMBERED, False),
        ("none", NUMBERED, RENUMBERED, True),
        ("free", PLACED, REPLACED, False),
        ("none", PLACED, REPLACED, True),
        ("none", PLACED, PLACED[:1], False),
        ("none", PLACED, [PLACED[0], (IndexSelector(1), leaf("a"))], False),
        ("none", KEYED, [(KEYED[0][0], leaf("c")), KEYED[1]], False),
    ],
)
def test_order_counts_where_it_means_something(order: Any, one: Any, other: Any, equal: bool) -> None:
    assert (branch(order, *one).content == branch(order, *other).content) is equal


def test_a_list_is_no_object_and_an_order_no_other() -> None:
    contents = {
        branch(order, *KEYED, shape=shape).content for order in ("kept", "free") for shape in ("object", "list")
    }
    assert len(contents) == 4


@pytest.mark.parametrize("value", [{"a": {"b": 1}}, [{"comp": "x"}], {"a": [{"comp": "x"}]}])
def test_of_data_nothing_is_made_until_somebody_looks(value: Any) -> None:
    lacking: Any = {} if isinstance(value, dict) else []
    tree = json_tree(value, place(value), lacking)  # to look at the children would fail
    assert isinstance(tree, Branch)
    assert tree.digest == json_tree(value, place(value)).digest
    with pytest.raises((KeyError, IndexError)):
        list(tree.children)


def test_data_become_objects_lists_with_keys_and_values() -> None:
    data = {"list": [{"comp": "x", "n": 1}, {"comp": "x"}], "texts": ["a"], "mixed": [{"comp": "x"}, 1], "empty": []}
    tree = json_tree(data, place(data))
    assert isinstance(tree, Branch)
    inside = tree.children["list"]
    assert isinstance(inside, Branch)
    assert (tree.order, tree.shape, inside.order, inside.shape) == ("free", "object", "kept", "list")
    first, second = KeySelector((("comp", "x"),)), KeySelector((("comp", "x"),), 2)
    assert list(inside.children) == [first, second]
    assert inside.children[second].place.path == ("list", 1)
    assert all(isinstance(tree.children[name], Leaf) for name in ("texts", "mixed", "empty"))
    assert written(tree) == data
    assert [(keys, one.value) for keys, one in leaves(tree)] == [
        (("list", first, "comp"), "x"),
        (("list", first, "n"), 1),
        (("list", second, "comp"), "x"),
        (("texts",), ["a"]),
        (("mixed",), [{"comp": "x"}, 1]),
        (("empty",), []),
    ]


def test_a_mask_is_a_value_and_what_only_looks_like_one_an_object() -> None:
    mask, other = {"mask": "…", "hmac": "0"}, {"mask": "…", "other": "0"}
    assert isinstance(json_tree(mask, ANY), Leaf)
    assert isinstance(json_tree(other, ANY), Branch)


def test_the_words_of_the_file_stand_beside_what_is_compared() -> None:
    filled, said = {"a": "acme", "l": [{"b": "acme"}]}, {"a": "${NAME}", "l": [{"b": "${NAME}"}]}
    tree = json_tree(filled, place(filled), said)
    assert [(one.value, one.written) for _, one in leaves(tree)] == [("acme", "${NAME}")] * 2
    assert written(tree) == said


def test_leaves_are_found_in_what_is_said_beside_a_node_too() -> None:
    tree = branch("free", ("a", leaf(1, label="x")), attributes={"form": leaf("f")})
    assert [(keys, one.value) for keys, one in leaves(tree)] == [(("a",), 1), (("a", "label"), "x"), (("form",), "f")]


def test_an_object_with_counted_sections_is_written_with_their_addresses() -> None:
    tree = branch("kept", ("s", leaf(1)), (KeySelector((("name", "s"),), 2), leaf(2)))
    assert written(tree) == {"s": 1, "[name=s][2]": 2}


def test_a_key_without_its_count() -> None:
    pairs = (("comp", "x"),)
    assert [uncounted(key) for key in ("a", KeySelector(pairs, 3), IndexSelector(1))] == ["a", pairs, None]
