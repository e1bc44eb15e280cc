"""The grids of a page: their cells, and which widgets and grids stand in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.documents.layout_nodes import Page, below
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.once import once
from wxcc_lint.suggest import closest

ROOT: Final = "ROOT"
"""The outermost of several grids."""
_ONLY: Final = ""
"""What the grid of a page with one grid goes by; no cell can name it."""
_FEW: Final = 10_000
"""So many pairs of names are compared for likeness; a file with more of them is not a slip of the pen."""


class Cell(Struct, frozen=True):
    """A name in a grid, with its row and column counted from 0."""

    name: str
    row: int
    column: int
    grid_at: Place

    @property
    def at(self) -> Place:
        """The place of the name."""
        return below(self.grid_at, "areas", self.row, self.column)


class Grid(Struct, frozen=True, dict=True):
    """A grid as written. `sizes` counts the entries of `rows` and `cols`, where those are lists."""

    name: str
    at: Place
    rows: tuple[tuple[Cell, ...], ...]
    sizes: Mapping[str, int]

    def row_at(self, row: int) -> Place:
        """Return the place of a row."""
        return below(self.at, "areas", row)

    def size_at(self, name: str) -> Place:
        """Return the place of `rows` or `cols`."""
        return below(self.at, "size", name)

    @cached_property
    def width(self) -> int:
        """How many cells a row has: the commonest number, the first one among equals."""
        return Counter(map(len, self.rows)).most_common(1)[0][0] if self.is_ragged else len(self.rows[0])

    @cached_property
    def is_ragged(self) -> bool:
        """Whether rows have different lengths."""
        return len(set(map(len, self.rows))) > 1

    @cached_property
    def names(self) -> Mapping[str, tuple[Cell, ...]]:
        """The cells of each name in reading order; dots, which leave a cell empty, are no names."""
        found: dict[str, list[Cell]] = {}
        for cell in (cell for row in self.rows for cell in row):
            if cell.name.strip("."):
                found.setdefault(cell.name, []).append(cell)
        return {name: tuple(cells) for name, cells in found.items()}

    def between(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Return the cells of others inside the smallest rectangle around `cells`, in a grid that is not ragged."""
        left, right = min(cell.column for cell in cells), max(cell.column for cell in cells)
        rows = self.rows[cells[0].row : cells[-1].row + 1]
        return tuple(cell for row in rows for cell in row[left : right + 1] if cell.name != cells[0].name)


class Loop(Struct, frozen=True):
    """A way from a grid back to itself: the names on it, the first one again at the end, and the cell that closes it."""

    way: tuple[str, ...]
    closing: Cell


class Placement(Struct, frozen=True):
    """What does not fit together: `strays` are names in grids that there is nothing for, `homeless` what no grid names.

    A stray name and a homeless widget are often one slip. `strays` gives for each name the widget or grid whose place it
    seems to take, the most similar if there is one; that is then not homeless.
    """

    strays: Mapping[str, str | None]
    homeless: tuple[str, ...]


_ALL_PLACED: Final = Placement({}, ())


class PageGrids(Struct, frozen=True, dict=True):
    """The grids of a page by name, and whether they are several by name or one without."""

    page: Page
    grids: Mapping[str, Grid]
    is_nested: bool

    def name_at(self, name: str) -> Place:
        """Return the place of the name of a widget or grid, where it is declared."""
        holder = "widgets" if name in self.page.widgets else "layout"
        return below(self.page.at, holder, name).key()

    @cached_property
    def outermost(self) -> Grid | None:
        """The grid that the Desktop begins with."""
        return self.grids.get(ROOT if self.is_nested else _ONLY)

    @cached_property
    def inner(self) -> Mapping[str, Grid]:
        """The grids that stand inside others; without those that are called like a widget, which may be either."""
        if not self.is_nested:
            return {}
        others = {ROOT, *self.page.widgets}
        return {name: grid for name, grid in self.grids.items() if name not in others}

    @cached_property
    def cells(self) -> Mapping[str, tuple[Cell, ...]]:
        """The cells of each name in all grids."""
        if not self.is_nested:
            return self.grids[_ONLY].names
        found: dict[str, tuple[Cell, ...]] = {}
        for grid in self.grids.values():
            for name, cells in grid.names.items():
                found[name] = found.get(name, ()) + cells
        return found

    def held(self, grid: Grid) -> Iterator[tuple[Grid, Cell]]:
        """Yield the grids that stand in a grid, each with its first cell."""
        for name, cells in grid.names.items():
            if name in self.grids and name not in self.page.widgets:
                yield self.grids[name], cells[0]

    def reached(self, start: Grid) -> frozenset[str]:
        """Return the names of a grid and of all grids in it, at any depth."""
        names, waiting = {start.name}, [start]
        while waiting:
            for grid, _ in self.held(waiting.pop()):
                if grid.name not in names:
                    names.add(grid.name)
                    waiting.append(grid)
        return frozenset(names)

    @cached_property
    def uses(self) -> Mapping[str, tuple[Cell, ...]]:
        """The first cell of each name in each grid that is shown."""
        shown = self.reached(self.outermost) if self.outermost else frozenset()
        found: dict[str, list[Cell]] = {}
        for grid in self.grids.values():
            for name, cells in grid.names.items() if grid.name in shown else ():
                found.setdefault(name, []).append(cells[0])
        return {name: tuple(cells) for name, cells in found.items()}

    @cached_property
    def unreachable(self) -> tuple[Grid, ...]:
        """The inner grids that are not shown, without those that stand in another one of these."""
        if self.outermost is None:
            return ()
        shown = self.reached(self.outermost)
        lost = [grid for grid in self.inner.values() if grid.name not in shown]
        inside = {grid.name for outer in lost for grid, _ in self.held(outer) if grid is not outer}
        found, covered = [], set[str]()
        for grid in sorted(lost, key=lambda grid: grid.name in inside):
            if grid.name not in covered:
                found.append(grid)
                covered |= self.reached(grid)
        return tuple(found)

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """The ways on which the Desktop would come back to a grid that it is drawing, one for each such grid."""
        if self.outermost is None:
            return ()
        found: dict[str, Loop] = {}
        way, left = [self.outermost.name], [self.held(self.outermost)]
        position, done = {self.outermost.name: 0}, set[str]()
        while left:
            step = next(left[-1], None)
            if step is None:
                left.pop()
                done.add(way.pop())
                continue
            grid, cell = step
            if grid.name in done:
                continue
            if grid.name in position:
                found.setdefault(grid.name, Loop((*way[position[grid.name] :], grid.name), cell))
                continue
            position[grid.name] = len(way)
            way.append(grid.name)
            left.append(self.held(grid))
        return tuple(found.values())

    @cached_property
    def placement(self) -> Placement:
        """Return which names and which widgets and inner grids are left over, and which of them belong together."""
        cells = self.cells
        if cells.keys() == self.page.widgets.keys() and not self.is_nested:
            return _ALL_PLACED
        homeless = [name for name in self.page.widgets if name not in cells]
        if self.outermost is not None:
            homeless += [name for name in self.inner if name not in cells]
        strays: dict[str, str | None] = {
            name: None for name in cells if name not in self.page.widgets and name not in self.grids
        }
        if len(strays) * len(homeless) <= _FEW:
            for name in strays:
                strays[name] = meant = closest(name, homeless)
                homeless = [other for other in homeless if other != meant]
        for name in [name for name in strays if strays[name] is None][: len(homeless)]:
            strays[name] = homeless.pop(0)
        return Placement(strays, tuple(homeless))


def flows(page: Page) -> bool:
    """Tell whether the widgets of a page flow, so that it has no grid."""
    return page.members.get("useFlexLayout") is True


@once
def grids_of(layout: Layout) -> Sequence[PageGrids]:
    """Return the grids of each page that has any and writes all of them as grids."""
    found = map(page_grids, layout.pages())
    return tuple(grids for grids in found if grids is not None)


@once
def nested_grids(layout: Layout) -> Sequence[PageGrids]:
    """Return the grids of each page that has them by name, so that one may stand in another."""
    return tuple(grids for grids in grids_of(layout) if grids.is_nested)


def page_grids(page: Page) -> PageGrids | None:
    """Return the grids of a page with widgets; None where it has none, and where one of them is not written as a grid."""
    layout = page.members.get("layout")
    may_flow = page.members.get("useFlexLayout", False) is not False
    if may_flow or not isinstance(layout, dict) or not page.widgets:
        return None
    at = below(page.at, "layout")
    is_nested = layout.keys().isdisjoint({"areas", "size"})
    found = (
        [_grid(name, below(at, name), value) for name, value in layout.items()]
        if is_nested
        else [_grid(_ONLY, at, layout)]
    )
    grids = {grid.name: grid for grid in found if grid is not None}
    return PageGrids(page, grids, is_nested) if grids and len(grids) == len(found) else None


def _grid(name: str, at: Place, value: Any) -> Grid | None:
    areas = value.get("areas") if isinstance(value, dict) else None
    if not isinstance(areas, list) or not areas or not all(_is_row(row) for row in areas):
        return None
    rows = tuple(
        tuple(Cell(text, row, column, at) for column, text in enumerate(texts)) for row, texts in enumerate(areas)
    )
    size = value.get("size")
    lists = size if isinstance(size, dict) else {}
    sizes = {key: len(lists[key]) for key in ("rows", "cols") if isinstance(lists.get(key), list)}
    return Grid(name, at, rows, sizes)


def _is_row(row: Any) -> bool:
    return isinstance(row, list) and bool(row) and all(isinstance(cell, str) for cell in row)
