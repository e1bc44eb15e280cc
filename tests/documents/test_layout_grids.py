"""The grids of a page: cells and their places, what fills a rectangle, and how grids stand inside each other."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from tests.grids import grid
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_grids import Loop, PageGrids, flows, grids_of
from wxcc_lint.documents.layout_view import Layout

DIV = {"comp": "div"}


def view(page: Any) -> Layout:
    return Layout(parse_layout("l.json", json.dumps({"agent": {"area": {"headless": page}}})))


def read(page: Any) -> PageGrids | None:
    return next(iter(grids_of(view(page))), None)


def grids(widgets: str, layout: Any) -> PageGrids:
    found = read({"id": "h", "widgets": dict.fromkeys(widgets.split(), DIV), "layout": layout})
    assert found is not None
    return found


def ways(found: PageGrids) -> list[tuple[str, ...]]:
    return [loop.way for loop in found.loops]


def test_cells_know_their_name_row_and_column_and_place() -> None:
    found = grids("a b", grid("a b", ". b"))
    assert found.is_nested is False
    only = found.outermost
    assert only is not None
    assert [[(cell.name, cell.row, cell.column) for cell in row] for row in only.rows] == [
        [("a", 0, 0), ("b", 0, 1)],
        [(".", 1, 0), ("b", 1, 1)],
    ]
    assert only.rows[1][1].at.path == ("agent", "area", "headless", "layout", "areas", 1, 1)
    assert {name: [cell.row for cell in cells] for name, cells in only.names.items()} == {"a": [0], "b": [0, 1]}
    assert only.sizes == {"rows": 2, "cols": 2}
    assert only.size_at("cols").path[-2:] == ("size", "cols")


def test_several_grids_are_known_by_their_names() -> None:
    found = grids("a b", {"ROOT": grid("left b"), "left": grid("a")})
    assert list(found.grids) == ["ROOT", "left"]
    assert list(found.inner) == ["left"]
    assert found.outermost is found.grids["ROOT"]
    assert found.name_at("left").path[-2:] == ("layout", "left")
    assert found.name_at("a").path[-2:] == ("widgets", "a")


@pytest.mark.parametrize(
    ("rows", "width", "ragged"),
    [(("a", "a b", "a c"), 2, True), (("a", "b c"), 1, True), (("a b", "a b"), 2, False)],
)
def test_the_width_of_a_grid_is_that_of_most_rows(rows: tuple[str, ...], width: int, ragged: bool) -> None:
    only = grids("a b c", grid(*rows)).outermost
    assert only is not None
    assert (only.width, only.is_ragged) == (width, ragged)


def test_cells_of_others_inside_a_rectangle_are_found() -> None:
    only = grids("a b", grid("a b", ". a", "b b")).outermost
    assert only is not None
    between = {name: [cell.at.path[-2:] for cell in only.between(cells)] for name, cells in only.names.items()}
    assert between == {"a": [(0, 1), (1, 0)], "b": [(0, 0), (1, 0), (1, 1)]}


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ({"ROOT": grid("ROOT")}, [("ROOT", "ROOT")]),
        ({"ROOT": grid("x"), "x": grid("y"), "y": grid("x")}, [("x", "y", "x")]),
        ({"ROOT": grid("x y"), "x": grid("ROOT"), "y": grid("ROOT")}, [("ROOT", "x", "ROOT")]),
        ({"ROOT": grid("x y"), "x": grid("y"), "y": grid("a")}, []),
        ({"ROOT": grid("a"), "x": grid("x")}, []),  # nobody comes there
        ({"outer": grid("outer")}, []),  # nothing to begin with
    ],
)
def test_ways_back_to_a_grid_are_found_once(layout: Any, expected: list[tuple[str, ...]]) -> None:
    assert ways(grids("a", layout)) == expected


def test_a_loop_knows_the_cell_that_closes_it() -> None:
    found = grids("a", {"ROOT": grid("x"), "x": grid("a", "ROOT")})
    (closing,) = found.grids["x"].names["ROOT"]
    assert found.loops == (Loop(("ROOT", "x", "ROOT"), closing),)


def test_grids_may_be_nested_as_deep_as_a_file_has_names() -> None:
    chain = {"ROOT": grid("n0")} | {f"n{number}": grid(f"n{number + 1}") for number in range(3000)}
    found = grids("a", chain | {"n3000": grid("ROOT")})
    assert found.reached(found.grids["ROOT"]) == set(found.grids)
    assert [len(way) for way in ways(found)] == [len(found.grids) + 1]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ({"ROOT": grid("a"), "x": grid("b"), "y": grid("c")}, ["x", "y"]),
        ({"ROOT": grid("a"), "x": grid("b"), "y": grid("x")}, ["y"]),
        ({"ROOT": grid("a"), "x": grid("y"), "y": grid("x")}, ["x"]),
        ({"ROOT": grid("a"), "x": grid("x")}, ["x"]),
        ({"ROOT": grid("x"), "x": grid("y"), "y": grid("a")}, []),
        ({"outer": grid("a")}, []),
    ],
)
def test_of_grids_that_are_not_shown_the_outer_ones_are_told(layout: Any, expected: list[str]) -> None:
    assert [one.name for one in grids("a b c", layout).unreachable] == expected


def test_uses_are_counted_in_grids_that_are_shown() -> None:
    found = grids("a b", {"ROOT": grid("x a", "x a"), "x": grid("a"), "lost": grid("a")})
    assert [cell.at.path[-4:] for cell in found.uses["a"]] == [("ROOT", "areas", 0, 1), ("x", "areas", 0, 0)]
    assert "b" not in found.uses


@pytest.mark.parametrize(
    ("widgets", "layout", "strays", "homeless"),
    [
        ("main", grid("main"), {}, ()),
        ("orders", grid("order"), {"order": "orders"}, ()),
        ("comp1 comp2", grid("left right"), {"left": "comp1", "right": "comp2"}, ()),
        ("orders list", grid("top ordrs"), {"top": "list", "ordrs": "orders"}, ()),
        ("a b", grid("a"), {}, ("b",)),
        ("a", grid("a gap"), {"gap": None}, ()),
        ("a", {"ROOT": grid("a lefft"), "left": grid("a")}, {"lefft": "left"}, ()),
        ("a", {"ROOT": grid("a"), "left": grid("a")}, {}, ("left",)),
        ("a", {"outer": grid("a")}, {}, ()),
        ("a", grid("ROOT"), {"ROOT": "a"}, ()),
    ],
)
def test_names_without_widgets_and_widgets_without_places_belong_together(
    widgets: str, layout: Any, strays: dict[str, str | None], homeless: tuple[str, ...]
) -> None:
    placement = grids(widgets, layout).placement
    assert (placement.strays, placement.homeless) == (strays, homeless)


def test_thousands_of_stray_names_are_paired_in_no_time() -> None:
    placement = grids(
        " ".join(f"widget{n}" for n in range(3000)), grid(" ".join(f"w{n}" for n in range(3000)))
    ).placement
    assert placement.strays["w2999"] == "widget2999"


@pytest.mark.parametrize(
    "members",
    [
        {"layout": grid("a"), "useFlexLayout": True},
        {"layout": grid("a"), "useFlexLayout": "true"},
        {"layout": grid("a"), "widgets": {}},
        {},
        {"layout": []},
        {"layout": {}},
        {"layout": {"areas": "a"}},
        {"layout": {"areas": []}},
        {"layout": {"areas": [[]]}},
        {"layout": {"areas": ["a"]}},
        {"layout": {"areas": [["a", 7]]}},
        {"layout": {"ROOT": grid("a"), "left": None}},
    ],
)
def test_what_is_no_grid_is_left_to_the_schema(members: Any) -> None:
    assert read({"id": "h", "widgets": {"a": DIV}} | members) is None


@pytest.mark.parametrize("size", [None, 7, [], {}, {"rows": 1, "cols": "1"}])
def test_sizes_that_are_no_lists_are_not_counted(size: Any) -> None:
    only = grids("a", {"areas": [["a"]], "size": size}).outermost
    assert only is not None
    assert only.sizes == {}


def test_only_true_makes_a_page_flow() -> None:
    pages = [page for value in (True, False, "true", 1) for page in view({"useFlexLayout": value}).pages()]
    assert [flows(page) for page in pages] == [True, False, False, False]


names = st.sampled_from(["ROOT", "a", "b", "left", "", ".", "areas", "size"])
some_grid = st.fixed_dictionaries({"areas": st.lists(st.lists(names, max_size=3), max_size=3)})


@given(st.lists(names), st.one_of(some_grid, st.dictionaries(names, some_grid | st.none(), max_size=5)))
@settings(deadline=None)
def test_whatever_stands_in_the_grids_an_answer_comes_back(widgets: list[str], layout: Any) -> None:
    found = read({"widgets": dict.fromkeys(widgets, DIV), "layout": layout})
    if found is not None:
        assert set(found.placement.homeless) <= {*widgets, *found.inner}
        assert all(loop.way[0] == loop.way[-1] == loop.closing.name for loop in found.loops)
        assert {one.name for one in found.unreachable} <= set(found.inner)
