"""Whole desktop layouts of every shape in which nothing deserves an error or a warning."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import count
from typing import Any

from hypothesis import strategies as st

from wxcc_lint.catalog.desktop_slots import desktop_tabs
from wxcc_lint.catalog.navigation import momentum_icons
from wxcc_lint.catalog.store import store_roots
from wxcc_lint.documents.layout_nodes import ROLES

Json = dict[str, Any]
Grid = list[list[str]]

_ICONS = st.sampled_from(sorted(momentum_icons()))
_HEADER = ("agentx-webex", "agentx-outdial", "agentx-notification", "ai-assistant")
_TABS = [tab for tab in desktop_tabs() if (tab.status, tab.evidence) == ("current", "verified")]
_PATHS = {
    f"$STORE.{root.name}.{member}": kind
    for root in store_roots().values()
    if root.documented
    for member, kind in root.members.items()
    if "token" not in member.lower()
}
_SCALARS = [path for path, kind in _PATHS.items() if kind in {"text", "number", "boolean"}]

free_text = st.text("aZ9 -_.,:;!?'\"\\/()&#%+=éßøЖ日本…€𝄞😀\u00a0\u200d\u202e", max_size=8).map("A{}z".format)
titles = st.sampled_from(
    ["Orders", "A 'b' \"c\"", "C:\\dir\\", "1 & 2; #3", "Größe", "履歴", "עברית", "a\u00a0b\u202ec", "😀𝄞"]
)
"""What people read: letters of all kinds, quotes, what JSON and XML escape, and what no terminal should be given."""
_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.just(1e3) | titles | st.sampled_from(sorted(_PATHS)),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("abc"), inner, max_size=2),
    max_leaves=3,
)
_NAMES = st.sampled_from(["visitId", "dataUrl", "color", "größe"])
_SETTINGS: dict[str, st.SearchStrategy[Any]] = {
    "appTitle": free_text,
    "logo": st.sampled_from(["", "no-logo", "https://images.acme.com/logo.svg"]),
    "taskPageIllustration": st.just("https://images.acme.com/task-page.png"),
    "stopNavigateOnAcceptTask": st.booleans(),
    "dragDropEnabled": st.booleans(),
    "notificationTimer": st.integers(1, 10),
    "maximumNotificationCount": st.integers(1, 10),
    "browserNotificationTimer": st.integers(5, 15),
    "desktopChatApp": st.fixed_dictionaries({"webexConfigured": st.booleans()}),
}
_LOOKS: list[Json] = [{}, {"style": {"height": "100%"}}, {"responsive": False}, {"responsive": True, "style": {}}]
_ATTRIBUTES: st.SearchStrategy[Json] = st.dictionaries(_NAMES, titles | st.sampled_from(_SCALARS), max_size=1)
_PROPERTIES: st.SearchStrategy[Json] = st.dictionaries(_NAMES, _values, max_size=2)
_CHOSEN = st.lists(st.sampled_from(sorted(_SETTINGS)), max_size=3, unique=True)
_ICONS_OF_HEADER = st.lists(st.sampled_from(_HEADER), max_size=3, unique=True)
_CHOSEN_TABS = st.lists(st.sampled_from(_TABS), max_size=2, unique_by=lambda tab: tab.name)


@st.composite
def layouts(draw: st.DrawFn) -> Json:
    """Return a layout with three roles, which may have areas in common, or one of the old form."""
    make = _Maker(draw)
    if draw(st.integers(0, 4)) == 0:
        return {"version": "0.0.6", **make.settings(), "area": make.area("")}
    areas = {name: make.area(name) for name in ROLES[: draw(st.integers(2, 3))]}
    return {name: {"version": "0.1.0", **make.settings(), "area": areas.get(name, areas["agent"])} for name in ROLES}


class _Maker:
    """Makes the parts of one layout; each name is given once."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._numbers = count(1)

    def settings(self) -> Json:
        return {name: self._draw(_SETTINGS[name]) for name in self._draw(_CHOSEN)}

    def area(self, role: str) -> Json:
        """Return what a role sees: always a page of its own, nothing else for sure."""
        possible = {"panel": self._panel, "persistent": self._persistent, "headless": self._headless}
        if role.startswith("supervisor"):
            possible["homepage"] = self._entry
        return {
            **self._header(role),
            **{name: make() for name, make in possible.items() if self._draw(st.booleans())},
            "navigation": [self._entry() for _ in range(self._draw(st.integers(1, 2)))],
        }

    # Names and chances

    def _name(self) -> str:
        return f"acme-orders-{next(self._numbers)}"

    def _one_of(self, *chances: Any) -> Any:
        return chances[self._draw(st.integers(0, len(chances) - 1))]

    def _either(self) -> bool:
        return self._draw(st.booleans())

    # Components

    def _widget(self, depth: int = 1) -> Json:
        kind = self._draw(st.integers(0, 3 if depth else 2))
        if kind == 0:
            widget: Json = {
                "comp": "agentx-wc-iframe",
                "attributes": {"src": f"https://pages.acme.com/{self._name()}/"},
            }
        elif kind == 1:
            widget = self._custom()
        elif kind == 2:
            widget = {"comp": self._one_of("div", "p", "h3"), "textContent": self._draw(titles)}
        else:
            widget = {"comp": "div", "children": [self._widget(depth - 1), self._widget(depth - 1)]}
        if self._either():
            widget["wrapper"] = {"title": self._draw(titles), "id": self._name()}
        widget |= self._one_of(*_LOOKS)
        return widget

    def _custom(self) -> Json:
        name = self._name()
        return {
            "comp": name,
            "script": f"https://widgets.acme.com/{name}/1.4.0/{name}.js",
            "attributes": self._draw(_ATTRIBUTES),
            "properties": self._draw(_PROPERTIES),
        }

    # Areas

    def _header(self, role: str) -> Json:
        if self._one_of(True, False, False):
            return {}
        icons = self._draw(_ICONS_OF_HEADER)
        components = [{"comp": icon} for icon in icons]
        if role != "supervisor":
            components.append({"comp": "agentx-state-selector"})
        if self._either():
            components.append(self._custom())
        return {"advancedHeader": self._draw(st.permutations(components))}

    def _panel(self) -> Json:
        attributes: Json = {"class": "widget-tabs"}
        if self._either():
            attributes |= {"draggable": True, "comp-unique-id": self._name()}
        slots = self._draw(_CHOSEN_TABS)
        pairs = [self._tab(), *(_desktop_tab(tab.tab_slot, tab.panel_slot, tab.visibility) for tab in slots)]
        children = [part for pair in self._draw(st.permutations(pairs)) for part in pair]
        for number, part in enumerate(children):
            part["attributes"]["name"] = f"tab-{number // 2}"
        return {"comp": "md-tabs", "attributes": attributes, "children": children}

    def _persistent(self) -> list[Json]:
        return self._tab()

    def _tab(self) -> list[Json]:
        """Return a tab with its panel, in one of the ways to label it."""
        label = self._draw(titles)
        span = {"comp": "span", "textContent": label}
        tooltip = {"comp": "md-tooltip", "properties": {"message": label}, "children": [span]}
        content: Json = self._one_of({"children": [span]}, {"children": [tooltip]}, {"textContent": label})
        inside = self._dynamic_area() if self._either() else self._widget()
        return [
            {"comp": "md-tab", "attributes": {"slot": "tab", "class": "widget-pane-tab"}, **content},
            {"comp": "md-tab-panel", "attributes": {"slot": "panel", "class": "widget-pane"}, "children": [inside]},
        ]

    def _dynamic_area(self) -> Json:
        return {"comp": "dynamic-area", "properties": {"area": self._page()}}

    def _headless(self) -> Json:
        return {"id": self._name(), "widgets": {"main": self._custom()}, "layout": _grid([["main"]], [1], [1])}

    def _entry(self) -> Json:
        nav = {
            "label": self._draw(titles),
            "icon": self._draw(_ICONS),
            "iconType": self._one_of("momentum", "momentumDesign"),
            "navigateTo": self._name(),
        }
        return {"nav": nav | self._one_of({}, {"align": "top"}, {"isResponsive": True}), "page": self._page()}

    def _page(self) -> Json:
        names = [
            f"{self._one_of('orders', 'größe', '履歴')}-{next(self._numbers)}" for _ in range(self._one_of(1, 2, 3))
        ]
        widgets = {name: self._widget() for name in names}
        page: Json = {"id": self._name(), "widgets": widgets}
        if self._one_of(True, False, False):
            for widget in widgets.values():
                widget |= {"width": self._draw(st.integers(1, 12)), "height": self._draw(st.integers(1, 20))}
            return page | {"widgets": {f'{name} "x" & y': one for name, one in widgets.items()}, "useFlexLayout": True}
        if len(names) > 1 and self._either():
            inner = self._name()
            return page | {"layout": {"ROOT": self._laid_out([names[0], inner]), inner: self._laid_out(names[1:])}}
        return page | {"layout": self._laid_out(names)}

    def _laid_out(self, names: Sequence[str]) -> Json:
        areas = self._areas(names)
        rows, cols = ([self._one_of(1, 2, 0.5) for _ in one] for one in (areas, areas[0]))
        return _grid(areas, rows, cols)

    def _areas(self, names: Sequence[str]) -> Grid:
        """Return rows in which each name has a rectangle, by halving what there is across or along."""
        if len(names) == 1:
            return [[names[0]] * self._one_of(1, 2)] * self._one_of(1, 2)
        one, other = self._areas(names[:1]), self._areas(names[1:])
        if self._either():
            return _side_by_side(one, other)
        return _turned(_side_by_side(_turned(one), _turned(other)))


def _desktop_tab(tab_slot: str, panel_slot: str | None, visibility: str | None) -> list[Json]:
    tag = {"visibility": visibility} if visibility else {}
    return [
        {
            "comp": comp,
            "attributes": {"slot": slot},
            "children": [{"comp": "slot", "attributes": {"name": name}}],
            **tag,
        }
        for comp, slot, name in (("md-tab", "tab", tab_slot), ("md-tab-panel", "panel", panel_slot))
    ]


def _grid(areas: Grid, rows: list[float], cols: list[float]) -> Json:
    return {"areas": areas, "size": {"rows": rows, "cols": cols}}


def _side_by_side(left: Grid, right: Grid) -> Grid:
    height = math.lcm(len(left), len(right))
    return [left[row * len(left) // height] + right[row * len(right) // height] for row in range(height)]


def _turned(grid: Grid) -> Grid:
    return [list(column) for column in zip(*grid, strict=True)]
