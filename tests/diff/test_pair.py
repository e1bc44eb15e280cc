"""Pairing: which objects of two sources are one, what cannot be told, and what was not read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.diff.objects import ConfigObject, Contents, Extent, SourceInfo, Uncovered
from wxcc_lint.diff.pair import Pairing, pair
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.layout import parse_layout

Told = tuple[str | None, str | None, str]


def callcenter(name: str, path: str = "", generation: str = "v1") -> ConfigObject:
    release = vocabulary(generation).releases[-1]
    text = render_import(release).replace(release.internal_name, name)
    return ConfigObject("callcenter", name, parse_callcenter(path, text), path=path)


def other_vendor(name: str, path: str = "") -> ConfigObject:
    text = f'<callCenter><section name="s"><item name="i">{name}</item></section></callCenter>'
    return ConfigObject("callcenter", name, parse_callcenter(path, text), path=path)


def layout(name: str, path: str = "", *, is_guess: bool = False) -> ConfigObject:
    return ConfigObject("layout", name, parse_layout(path, json.dumps({"area": {}})), is_guess, path)


def guess(path: str) -> ConfigObject:
    return layout(path.rpartition("/")[2].removesuffix(".json"), path, is_guess=True)


def source(*objects: ConfigObject, unread: Sequence[str] = (), extent: Extent = "everything") -> Contents:
    uncovered = tuple(Uncovered(one, "broken") for one in unread)
    return Contents(SourceInfo("src"), objects, uncovered, extent=extent)


def told(pairing: Pairing) -> list[Told]:
    return [
        (one.left and (one.left.path or one.left.name), one.right and (one.right.path or one.right.name), one.by)
        for one in pairing.pairs
    ]


def swapped(pairing: Pairing) -> list[Told]:
    return sorted(((new, old, by) for old, new, by in told(pairing)), key=str)


def paired(left: Contents, right: Contents, **options: Any) -> Pairing:
    """Pair, and see that the other way round gives the same."""
    options = {"layouts": {}, **options}
    there, back = pair(left, right, **options), pair(right, left, **options)
    assert swapped(back) == sorted(told(there), key=str)
    assert {(one.objects, one.side == "left") for one in there.ambiguous} == {
        (one.objects, one.side == "right") for one in back.ambiguous
    }
    assert {one.document for one in there.uncovered} == {one.document for one in back.uncovered}
    return there


def test_call_centers_pair_by_internal_name_and_layouts_by_name() -> None:
    left = source(callcenter("A"), callcenter("B"), layout("Sales"), layout("Support"))
    right = source(layout("Support"), callcenter("B"), callcenter("A"), layout("Sales"))
    assert told(paired(left, right)) == [
        ("A", "A", "name"),
        ("B", "B", "name"),
        ("Sales", "Sales", "name"),
        ("Support", "Support", "name"),
    ]


def test_what_only_one_side_has_stands_alone() -> None:
    left = source(callcenter("A"), callcenter("B"), layout("Sales"))
    assert told(paired(left, source(callcenter("A")))) == [
        ("A", "A", "name"),
        ("B", None, "nothing"),
        ("Sales", None, "nothing"),
    ]
    assert told(paired(source(), source(layout("Sales")))) == [(None, "Sales", "nothing")]


def test_a_call_center_and_a_layout_of_one_name_are_two_things() -> None:
    assert told(paired(source(callcenter("A")), source(layout("A")))) == [
        ("A", None, "nothing"),
        (None, "A", "nothing"),
    ]


def test_a_name_from_the_config_is_told_as_that_and_a_file_name_as_a_guess() -> None:
    left = source(layout("Sales", "a.json"), guess("Support.json"))
    right = source(layout("Sales"), layout("Support"))
    assert told(paired(left, right, layouts={"Sales": "a.json"})) == [
        ("a.json", "Sales", "config"),
        ("Support.json", "Support", "file name"),
    ]


def test_what_has_no_name_keeps_nothing_else_from_its_counterpart() -> None:
    left, right = source(layout(""), layout("Sales")), source(layout(""), layout("Sales"))
    assert told(paired(left, right)) == [("Sales", "Sales", "name")]


# --- guesses ---------------------------------------------------------------------------------------------------------


def test_layouts_under_the_same_path_or_of_the_same_file_name_pair_where_a_name_is_a_guess() -> None:
    left = source(layout("Sales", "eu/sales.json"), guess("eu/a.json"), guess("us/a.json"))
    right = source(guess("new/sales.json"), guess("us/a.json"), guess("eu/a.json"))
    assert told(paired(left, right)) == [
        ("eu/sales.json", "new/sales.json", "file name"),
        ("eu/a.json", "eu/a.json", "file name"),
        ("us/a.json", "us/a.json", "file name"),
    ]


def test_layouts_with_names_of_their_own_do_not_pair_by_path() -> None:
    left, right = source(layout("Sales", "a.json")), source(layout("Support", "a.json"))
    assert told(paired(left, right)) == [("a.json", None, "nothing"), (None, "a.json", "nothing")]


def test_components_never_pair_by_path() -> None:
    document = layout("x").document
    left, right = (
        source(ConfigObject("component", name, document, path="x.xml", type="CspTrustedSite")) for name in "AB"
    )
    assert [(one.left and one.left.name, one.by) for one in paired(left, right).pairs] == [
        ("A", "nothing"),
        (None, "nothing"),
    ]


def test_call_centers_of_a_generation_pair_under_the_same_path_when_names_differ() -> None:
    left = source(callcenter("A", "x.xml"), callcenter("B", "y.xml"))
    right = source(callcenter("A", "y.xml"), callcenter("C", "x.xml"), callcenter("D", "y2.xml"))
    assert told(paired(left, right)) == [
        ("x.xml", "y.xml", "name"),
        ("y.xml", None, "nothing"),
        (None, "x.xml", "nothing"),
        (None, "y2.xml", "nothing"),
    ]
    assert told(
        paired(source(callcenter("A", "x.xml")), source(callcenter("B", "x.xml"), callcenter("C", "z.xml")))
    ) == [
        ("x.xml", "x.xml", "file name"),
        (None, "z.xml", "nothing"),
    ]
    assert told(paired(source(callcenter("A", "x.xml", "v1")), source(callcenter("B", "x.xml", "v2")))) == [
        ("x.xml", None, "nothing"),
        (None, "x.xml", "nothing"),
    ]


def test_the_only_call_center_of_a_generation_pairs_whatever_its_name() -> None:
    left = source(callcenter("A"), callcenter("wxCcCallCenter", generation="v2"))
    right = source(callcenter("B"), callcenter("wxCcCallCenterUS", generation="v2"))
    assert told(paired(left, right)) == [("A", "B", "only one"), ("wxCcCallCenter", "wxCcCallCenterUS", "only one")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (source(callcenter("A")), source(callcenter("B"), callcenter("C"))),
        (source(callcenter("A"), callcenter("B")), source(callcenter("A"), callcenter("C"))),
        (source(other_vendor("A")), source(other_vendor("B"))),
    ],
)
def test_of_several_or_of_other_vendors_none_is_the_only_one(left: Contents, right: Contents) -> None:
    assert "only one" not in {by for _, _, by in told(paired(left, right))}


def test_in_two_states_of_one_folder_the_same_path_is_the_same_object() -> None:
    before = source(callcenter("A", "a.xml"), callcenter("A", "b.xml"), guess("x/l.json"), layout("", "e.json"))
    after = source(
        *(callcenter("A", "a.xml"), callcenter("B", "b.xml"), callcenter("A", "c.xml"), callcenter("A", "d.xml")),
        *(guess("x/l.json"), guess("y/l.json"), layout("", "e.json")),
    )
    found = paired(replace(before, place="/work"), replace(after, place="/work"))
    assert told(found) == [
        ("a.xml", "a.xml", "name"),
        ("b.xml", "b.xml", "file name"),
        (None, "c.xml", "nothing"),
        (None, "d.xml", "nothing"),
        ("e.json", "e.json", "name"),
        ("x/l.json", "x/l.json", "name"),
        (None, "y/l.json", "nothing"),
    ]
    assert found.ambiguous == ()
    assert paired(replace(before, place="/work"), replace(after, place="/else")).ambiguous != ()


# --- the same or an empty key ----------------------------------------------------------------------------------------


def test_objects_that_share_a_name_are_ambiguous_and_their_counterpart_is_not_removed() -> None:
    twins = callcenter("A", "a.xml"), callcenter("A", "b.xml")
    found = paired(source(*twins), source(callcenter("A"), layout("Sales")))
    assert told(found) == [(None, "Sales", "nothing")]
    assert [(one.objects, one.side) for one in found.ambiguous] == [(twins, "left")]


def test_an_ambiguous_name_stays_so_when_one_of_its_objects_stands_under_the_same_path() -> None:
    twins = layout("A", "a.json"), layout("A", "b.json")
    found = paired(source(*twins), source(layout("A", "a.json")))
    assert (told(found), [one.objects for one in found.ambiguous]) == ([], [twins])


def test_twins_on_both_sides_are_ambiguous_on_both_unless_all_paths_agree() -> None:
    left = callcenter("A", "a.xml"), callcenter("A", "b.xml")
    right = callcenter("A", "a.xml"), callcenter("A", "c.xml")
    assert [(one.objects, one.side) for one in paired(source(*left), source(*right)).ambiguous] == [
        (left, "left"),
        (right, "right"),
    ]
    same = paired(source(*left), source(callcenter("A", "b.xml"), callcenter("A", "a.xml")))
    assert (told(same), same.ambiguous) == (
        [("a.xml", "a.xml", "file name"), ("b.xml", "b.xml", "file name")],
        (),
    )


def test_an_empty_name_is_ambiguous_and_matches_no_other_empty_name() -> None:
    left, right = layout("", "a.json"), layout("", "b.json")
    found = paired(source(left, layout("Sales")), source(right))
    assert told(found) == [("Sales", None, "nothing")]
    assert [one.objects for one in found.ambiguous] == [(left,), (right,)]


def test_the_only_call_center_of_a_generation_pairs_without_a_name_too() -> None:
    assert told(paired(source(callcenter("", "a.xml")), source(callcenter("B")))) == [("a.xml", "B", "only one")]


# --- files that somebody named ---------------------------------------------------------------------------------------


def test_two_files_always_pair() -> None:
    def file(one: ConfigObject) -> Contents:
        return source(one, extent="one file")

    assert told(paired(file(layout("Sales")), file(guess("old.json")))) == [("Sales", "old.json", "option")]
    assert told(paired(file(other_vendor("A")), file(other_vendor("B")))) == [("A", "B", "option")]
    assert told(paired(file(callcenter("A", "x.xml")), file(callcenter("A", "y.xml")))) == [("x.xml", "y.xml", "name")]
    assert len(paired(file(callcenter("A")), file(layout("A"))).pairs) == 2


def test_beside_a_file_only_its_counterpart_counts() -> None:
    left = source(guess("sales.json"), extent="one file")
    assert told(paired(left, source(layout("sales"), layout("Support"), callcenter("A")))) == [
        ("sales.json", "sales", "file name")
    ]
    assert told(paired(left, source(layout("Sales Agents"), callcenter("A")))) == [
        ("sales.json", "Sales Agents", "only one")
    ]
    assert told(paired(left, source(layout("One"), layout("Two")))) == [("sales.json", None, "nothing")]


# --- --pair ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "named", [("Old", "New"), ("layout:Old", "layout:New"), ("old.json", "n/new.json"), ("Old", "n/new.json")]
)
def test_an_option_pairs_by_name_title_or_path(named: tuple[str, str]) -> None:
    left, right = source(layout("Old", "old.json"), layout("New", "x.json")), source(layout("New", "n/new.json"))
    assert told(pair(left, right, layouts={}, named=[named])) == [
        ("x.json", None, "nothing"),
        ("old.json", "n/new.json", "option"),
    ]


def test_an_option_settles_what_is_ambiguous() -> None:
    left = source(layout("A", "a.json"), layout("A", "b.json"))
    found = pair(left, source(layout("A", "c.json")), layouts={}, named=[("b.json", "A")])
    assert (told(found), found.ambiguous) == ([("a.json", None, "nothing"), ("b.json", "c.json", "option")], ())


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        (("Slaes", "Sales"), "--pair 'Slaes=Sales': the left side holds no 'Slaes'; did you mean 'Sales'?"),
        (("Sales", "x"), "--pair 'Sales=x': the right side holds no 'x'"),
        (("Twin", "Sales"), "--pair 'Twin=Sales': the left side holds 2 of 'Twin'; say the path of one"),
        (("A", "Sales"), "--pair 'A=Sales': the call center 'A' and the layout 'Sales' cannot be compared"),
    ],
)
def test_an_option_that_fits_nothing_is_told(named: tuple[str, str], sentence: str) -> None:
    left = source(layout("Sales"), callcenter("A"), layout("Twin", "1.json"), layout("Twin", "2.json"))
    assert pair(left, source(layout("Sales")), layouts={}, named=[named]).failures == (sentence,)


# --- what could not be read ------------------------------------------------------------------------------------------


def test_what_is_broken_on_the_other_side_is_neither_removed_nor_told_twice() -> None:
    found = paired(source(guess("a.json"), guess("b.json")), source(guess("a.json"), unread=["layout:b"]))
    assert (told(found), found.uncovered) == ([("a.json", "a.json", "file name")], ())


def test_what_may_be_the_broken_one_under_another_name_is_uncovered() -> None:
    found = paired(source(layout("Sales"), callcenter("A")), source(unread=["layout:x"]))
    assert told(found) == [("A", None, "nothing")]
    assert [one.document for one in found.uncovered] == ["layout:Sales"]
    right = pair(source(layout("Sales")), source(unread=["layout:x"]), layouts={})
    assert right.uncovered == (
        Uncovered("layout:Sales", "it may be 'layout:x' of the right side, which could not be read"),
    )


def test_a_broken_object_that_has_its_counterpart_explains_no_other_absence() -> None:
    found = paired(source(guess("a.json"), layout("Sales")), source(unread=["layout:a"]))
    assert (told(found), found.uncovered) == ([("Sales", None, "nothing")], ())


@pytest.mark.parametrize("unread", ["layout", "locked/x.json", "?"])
def test_nothing_of_a_kind_that_was_not_read_is_removed(unread: str) -> None:
    found = paired(source(layout("Sales")), source(unread=[unread]))
    assert (told(found), [one.document for one in found.uncovered]) == ([], ["layout:Sales"])


def test_the_only_readable_call_center_is_not_taken_for_the_only_one() -> None:
    found = paired(source(callcenter("A")), source(callcenter("B"), unread=["callcenter:x"]))
    assert [one.document for one in found.uncovered] == ["callcenter:A"]
    assert told(found) == [(None, "B", "nothing")]


# --- the vendor's catalogue ------------------------------------------------------------------------------------------


def test_everything_is_compared_with_what_is_published_of_its_sort() -> None:
    published = source(callcenter("V1", "r6"), callcenter("V2", "r2", "v2"), extent="catalogue")
    mine = source(callcenter("A"), callcenter("B"), callcenter("V2", generation="v2"), layout("Sales"))
    found = paired(mine, published)
    assert told(found) == [("A", "r6", "only one"), ("B", "r6", "only one"), ("V2", "r2", "name")]
    assert found.uncovered == (Uncovered("layout:Sales", "'src' has nothing to compare it with"),)


def test_two_releases_are_compared_generation_by_generation() -> None:
    old = source(callcenter("A", "v1/r5"), callcenter("B", "v2/r5", "v2"), extent="catalogue")
    new = source(callcenter("C", "v1/r6"), extent="catalogue")
    assert told(pair(old, new, layouts={})) == [("v1/r5", "v1/r6", "only one")]
