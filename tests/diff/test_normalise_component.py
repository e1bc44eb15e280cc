"""Salesforce components as trees: blanks, what is absent, and what releases of Salesforce add by themselves."""

from __future__ import annotations

from typing import Any

import pytest

from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.normalise_component import component_trees
from wxcc_lint.diff.steps import STEPS
from wxcc_lint.diff.tree import Branch, Leaf, written
from wxcc_lint.documents.load import parse
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.variables import with_variables


def component(root: str, inside: str) -> Document:
    text = f'<{root} xmlns="http://soap.sforce.com/2006/04/metadata">{inside}</{root}>'
    return parse("x.xml", text.encode(), "salesforce")


def told(left: Document, right: Document, *without: str) -> list[tuple[str, str, Any, Any]]:
    before, after = component_trees(left, right, STEPS.keys() - set(without))
    assert before is not None
    assert after is not None
    return [(one.kind, one.at, one.left_value, one.right_value) for one in compare(before, after)]


APEX = "public class A {\n  void b() {}\n}\n"


def apex(source: str) -> Document:
    return parse("A.cls", source.encode(), "salesforce")


def test_blanks_around_lines_of_apex_count_only_without_the_step() -> None:
    left, right = apex(APEX), apex(APEX.replace("  void", "\tvoid").replace("\n", "\r\n\r\n"))
    assert told(left, right) == []
    assert told(left, right, "component-blanks") == [("changed", "/", left.data, right.data)]
    assert [one[0] for one in told(left, apex(APEX.replace("void b", "void c")))] == ["changed"]


def test_apex_is_shown_as_it_is_written_and_stands_where_it_is() -> None:
    document = apex(APEX)
    (alone, nothing) = component_trees(document, None, STEPS)
    assert isinstance(alone, Leaf)
    assert (alone.value, alone.written, nothing) == ("public class A {\nvoid b() {}\n}", APEX, None)
    assert (alone.place.document, alone.place.path) == (document, ())
    assert component_trees(None, document, ())[1] == Leaf(APEX, APEX, alone.place)


def test_blanks_around_a_value_count_only_without_the_step() -> None:
    left, right = component("CspTrustedSite", "<label> a </label>"), component("CspTrustedSite", "<label>a</label>")
    assert told(left, right) == []
    assert told(left, right, "component-blanks") == [("changed", "/label", " a ", "a")]


def test_elements_that_a_release_added_are_told_only_without_the_step() -> None:
    left = component("OmniChannelSettings", "<a>x</a><old>y</old>")
    right = component("OmniChannelSettings", "<a>z</a><new>y</new>")
    by_itself = told(left, right, "component-defaults")
    assert told(left, right) == by_itself == [("changed", "/a", "x", "z")]
    assert sorted(one[1] for one in told(left, right, "server-fields")) == ["/a", "/new", "/old"]


def test_elements_of_other_components_come_and_go() -> None:
    left, right = component("CspTrustedSite", "<a>x</a>"), component("CspTrustedSite", "<b>y</b>")
    assert told(left, right) == [("removed", "/a", "x", None), ("added", "/b", None, "y")]


@pytest.mark.parametrize("inside", ["<a>false</a>", "<a> </a>", "<context>All</context>"])
def test_what_says_the_same_as_being_absent_is_told_only_without_the_step(inside: str) -> None:
    left, right = component("CspTrustedSite", inside), component("CspTrustedSite", "")
    assert told(left, right) == told(right, left) == []
    assert [one[0] for one in told(left, right, "component-defaults")] == ["removed"]
    assert [one[0] for one in told(right, left, "component-defaults")] == ["added"]


def test_inside_of_an_element_that_both_have_too() -> None:
    left = component("ServicePresenceStatus", "<channels><a>false</a><b>x</b></channels>")
    right = component("ServicePresenceStatus", "<channels><b>x</b></channels>")
    assert told(left, right) == []
    assert [one[:2] for one in told(left, right, "component-defaults")] == [("removed", "/channels/a")]
    assert told(left, component("ServicePresenceStatus", "<channels><a>true</a><b>x</b></channels>")) == [
        ("changed", "/channels/a", "false", "true")
    ]


def test_a_default_of_one_element_is_none_of_another() -> None:
    left, right = component("CspTrustedSite", "<a>All</a>"), component("CspTrustedSite", "")
    assert told(left, right) == [("removed", "/a", "All", None)]


def test_variables_are_compared_as_what_they_stand_for_and_shown_as_written() -> None:
    left = with_variables(component("CspTrustedSite", "<url>https://${HOST}/</url>"), {"HOST": "a.example.com"})
    assert told(left, component("CspTrustedSite", "<url>https://a.example.com/</url>")) == []
    ((_, _, before, after),) = told(left, component("CspTrustedSite", "<url>https://b.example.com/</url>"))
    assert (before, after) == ("https://${HOST}/", "https://b.example.com/")


def test_lists_are_lists_of_elements_with_a_place_each() -> None:
    document = component("ServicePresenceStatus", "<x><y>1</y></x><x><y>2</y></x>")
    tree, _ = component_trees(document, None, STEPS)
    assert isinstance(tree, Branch)
    inside = tree.children["x"]
    assert isinstance(inside, Branch)
    assert (tree.order, tree.shape, inside.order, inside.shape) == ("none", "object", "none", "list")
    assert [one.place.path for one in inside.children.values()] == [("x", 0), ("x", 1)]
    assert written(tree) == {"x": [{"y": "1"}, {"y": "2"}]}
