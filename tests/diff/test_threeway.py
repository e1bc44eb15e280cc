"""Three-way comparison: who made which change since a common base."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.normalise import STEPS, trees_of
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.diff.threeway import combine
from wxcc_lint.diff.tree import Tree
from wxcc_lint.documents.load import parse
from wxcc_lint.documents.model import Document


def tree(document: Document) -> Tree:
    kind: Any = document.kind
    (found, _) = trees_of(Pair(ConfigObject(kind, "acme", document), None, "option"), STEPS, {})
    assert found is not None
    return found


def layout(*pages: dict[str, Any], **settings: Any) -> Tree:
    text = json.dumps({"agent": {**settings, "area": {"navigation": list(pages)}}})
    return tree(parse("layout.json", text.encode(), "layout"))


def callcenter(value: str | None, label: str = "L") -> Tree:
    item = "" if value is None else f'<item sortOrder="0" name="acme" label="{label}">{value}</item>'
    text = f'<callCenter><section sortOrder="0" name="own" label="O">{item}</section></callCenter>'
    return tree(parse("cc.xml", text.encode(), "callcenter"))


def page(name: str, **widget: Any) -> dict[str, Any]:
    return {
        "nav": {"label": name, "navigateTo": name},
        "page": {"widgets": {"main": {"comp": f"acme-{name}", **widget}}},
    }


def combined(base: Tree, left: Tree, right: Tree) -> list[tuple[str, str, str, int]]:
    """Return origin, kind, the last key and the number of rivals of each change."""
    found = combine(list(compare(base, left)), list(compare(base, right)))
    return [(one.origin, one.change.kind, one.change.at.rpartition("/")[2], len(one.others)) for one in found]


ONE, TWO, THREE = page("one"), page("two"), page("three")


def test_without_changes_there_is_nothing() -> None:
    assert combined(layout(ONE), layout(ONE), layout(ONE)) == []


def test_what_only_one_side_changed() -> None:
    base, changed = layout(appTitle="a"), layout(appTitle="b")
    assert combined(base, changed, base) == [("repo", "changed", "appTitle", 0)]
    assert combined(base, base, changed) == [("org", "changed", "appTitle", 0)]


def test_what_both_sides_changed_alike_is_told_once() -> None:
    assert combined(layout(appTitle="a"), layout(appTitle="b"), layout(appTitle="b")) == [
        ("both", "changed", "appTitle", 0)
    ]
    assert combined(layout(ONE, TWO), layout(ONE), layout(ONE)) == [
        ("both", "removed", "navigation[nav.navigateTo=two]", 0)
    ]
    assert combined(layout(ONE), layout(ONE, TWO), layout(ONE, TWO)) == [
        ("both", "added", "navigation[nav.navigateTo=two]", 0)
    ]


def test_what_they_changed_differently_is_a_conflict_told_once() -> None:
    assert combined(layout(appTitle="a"), layout(appTitle="b"), layout(appTitle="c")) == [
        ("conflict", "changed", "appTitle", 1)
    ]
    assert combined(layout(ONE), layout(ONE, TWO), layout(ONE, page("two", script="/x.js"))) == [
        ("conflict", "added", "navigation[nav.navigateTo=two]", 1)
    ]
    assert combined(layout(appTitle="a"), layout(), layout(appTitle="c")) == [("conflict", "removed", "appTitle", 1)]


def test_a_change_inside_of_what_the_other_took_away() -> None:
    base, edited, gone = layout(ONE, TWO), layout(ONE, page("two", script="/x.js")), layout(ONE)
    assert combined(base, gone, edited) == [("conflict", "removed", "navigation[nav.navigateTo=two]", 1)]
    assert combined(base, edited, gone) == [("conflict", "added", "script", 1)]


def test_one_removal_conflicts_with_each_change_inside() -> None:
    base = layout(ONE, page("two", script="/x.js", visibility="A"))
    edited = layout(ONE, page("two", script="/y.js", visibility="B"))
    assert combined(base, edited, layout(ONE)) == [
        ("conflict", "changed", "script", 1),
        ("conflict", "changed", "visibility", 1),
    ]
    assert combined(base, layout(ONE), edited) == [("conflict", "removed", "navigation[nav.navigateTo=two]", 2)]


def test_changes_beside_each_other_both_stand() -> None:
    base = layout(ONE, TWO, appTitle="a")
    assert combined(base, layout(ONE, TWO, appTitle="b"), layout(ONE, appTitle="a")) == [
        ("repo", "changed", "appTitle", 0),
        ("org", "removed", "navigation[nav.navigateTo=two]", 0),
    ]


def test_a_move_and_an_edit_of_one_page_both_stand() -> None:
    base = layout(ONE, TWO, THREE)
    moved, edited = layout(TWO, THREE, ONE), layout(page("one", script="/x.js"), TWO, THREE)
    assert combined(base, moved, edited) == [
        ("repo", "moved", "navigation[nav.navigateTo=one]", 0),
        ("org", "added", "script", 0),
    ]
    assert combined(base, moved, moved) == [("both", "moved", "navigation[nav.navigateTo=one]", 0)]


def test_a_page_that_both_moved_and_one_changed_inside() -> None:
    base = layout(ONE, TWO, THREE)
    moved, edited = layout(TWO, THREE, ONE), layout(TWO, THREE, page("one", script="/x.js"))
    assert combined(base, moved, edited) == [
        ("both", "moved", "navigation[nav.navigateTo=one]", 0),
        ("org", "added", "script", 0),
    ]


def test_a_move_and_a_removal_of_one_page_conflict() -> None:
    base = layout(ONE, TWO, THREE)
    assert combined(base, layout(TWO, THREE, ONE), layout(TWO, THREE)) == [
        ("conflict", "moved", "navigation[nav.navigateTo=one]", 1)
    ]


def test_two_new_names_for_one_page_conflict() -> None:
    def renamed(route: str) -> Tree:
        return layout({**ONE, "nav": {"label": "one", "navigateTo": route}})

    at = "navigation[nav.navigateTo=one]"
    assert combined(layout(ONE), renamed("uno"), renamed("eins")) == [("conflict", "renamed", at, 1)]
    assert combined(layout(ONE), renamed("uno"), renamed("uno")) == [("both", "renamed", at, 0)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (callcenter("b"), callcenter("a", "M"), [("repo", "changed", "acme", 0), ("org", "changed", "@label", 0)]),
        (callcenter("b"), callcenter("b", "M"), [("both", "changed", "acme", 0), ("org", "changed", "@label", 0)]),
        (
            callcenter("b", "N"),
            callcenter("b", "M"),
            [("both", "changed", "acme", 0), ("conflict", "changed", "@label", 1)],
        ),
        (callcenter(None), callcenter("a", "M"), [("conflict", "removed", "acme", 1)]),
        (callcenter("a", "N"), callcenter("a", "M"), [("conflict", "changed", "@label", 1)]),
    ],
)
def test_the_label_of_an_item_changes_by_itself(
    left: Tree, right: Tree, expected: list[tuple[str, str, str, int]]
) -> None:
    assert combined(callcenter("a"), left, right) == expected


def test_what_both_sides_added_with_other_labels_is_a_conflict() -> None:
    assert combined(callcenter(None), callcenter("a", "N"), callcenter("a", "M")) == [("conflict", "added", "acme", 1)]
    assert combined(callcenter(None), callcenter("a", "N"), callcenter("a", "N")) == [("both", "added", "acme", 0)]


def test_something_inside_of_what_the_other_replaced() -> None:
    base = layout(page("one", properties={"a": {"b": 1}}))
    replaced, edited = layout(page("one", properties={"a": "x"})), layout(page("one", properties={"a": {"b": 2}}))
    assert combined(base, replaced, edited) == [("conflict", "changed", "a", 1)]
