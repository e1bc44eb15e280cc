"""Ways to break a layout in one place, each with the rule that is to tell it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from tests.strategies.layouts import Json
from wxcc_lint.documents.model import Path
from wxcc_lint.documents.nodes import json_paths


class Breaker(Struct, frozen=True):
    """Which nodes can be broken, by path and value, and what is done to the object or list that holds one."""

    rule: str
    fits: Callable[[Path, Any], bool]
    breaks: Callable[[Any, Any], None]
    at: Path | None = None
    """Where it is broken then, seen from what holds the node; without it, the node itself."""

    def possible(self, layout: Json) -> list[Path]:
        """Return the paths of the nodes that can be broken."""
        return [path for path in json_paths(layout) if path and self.fits(path, _node(layout, path))]

    def broken(self, layout: Json, path: Path) -> tuple[Json, Path]:
        """Return the layout broken at a path, and where it is broken now."""
        other = json.loads(json.dumps(layout))  # whose roles have nothing in common
        self.breaks(_node(other, path[:-1]), path[-1])
        return other, path if self.at is None else path[:-1] + self.at


def _node(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


# Which


def _named(name: str, below: str = "") -> Callable[[Path, Any], bool]:
    return lambda path, _: path[-1] == name and (not below or (len(path) > 1 and path[-2] == below))


def _component(name: str) -> Callable[[Path, Any], bool]:
    return lambda _, node: isinstance(node, dict) and node.get("comp") == name


def _says(*values: Any) -> Callable[[Path, Any], bool]:
    return lambda _, node: isinstance(node, str) and node in values


def _is_custom(_: Path, node: Any) -> bool:
    return isinstance(node, dict) and "script" in node


def _has_row_to_cut(path: Path, node: Any) -> bool:
    return path[-1] == "areas" and len(node) > 1 and len(node[0]) > 1


def _slot_of_tab(path: Path, node: Any) -> bool:
    return path[-1] == "slot" and node == "tab"


def _has_several_tabs(path: Path, node: Any) -> bool:
    return path[-1] == "children" and len(node) > 2 and node[0]["comp"] == "md-tab"


# How


def _set(value: Any) -> Callable[[Any, Any], None]:
    return _changed(lambda _: value)


def _changed(change: Callable[[Any], Any]) -> Callable[[Any, Any], None]:
    def breaks(holder: Any, key: Any) -> None:
        holder[key] = change(holder[key])

    return breaks


def _deleted(holder: Any, key: Any) -> None:
    del holder[key]


def _without(name: str) -> Callable[[Any, Any], None]:
    return _changed(lambda node: {key: value for key, value in node.items() if key != name})


def _beside(name: str, value: Any) -> Callable[[Any, Any], None]:
    def breaks(holder: Any, _: Any) -> None:
        holder[name] = value

    return breaks


def _renamed(name: str) -> Callable[[Any, Any], None]:
    def breaks(holder: Any, key: Any) -> None:
        holder[name] = holder.pop(key)

    return breaks


def _first_name_misspelt(areas: list[list[str]]) -> list[list[str]]:
    first = areas[0][0]
    return [[name.replace("orders", "ordres") if name == first else name for name in row] for row in areas]


BREAKERS = {
    "component misspelt": Breaker("layout/unknown-component", _says("agentx-wc-iframe"), _set("agentx-wc-ifram")),
    "component in brackets": Breaker("layout/bracketed-component-name", _says("div", "p", "h3"), _set("<div>")),
    "component without name": Breaker("layout/missing-component-name", _is_custom, _without("comp")),
    "custom component without script": Breaker("layout/component-without-script", _is_custom, _without("script")),
    "script by http": Breaker(
        "layout/insecure-content", _named("script"), _changed(lambda url: url.replace("https", "http"))
    ),
    "frame without page": Breaker("layout/iframe-without-src", _component("agentx-wc-iframe"), _without("attributes")),
    "object as attribute": Breaker(
        "layout/structured-attribute", _is_custom, _changed(lambda node: {**node, "attributes": {"visit": {"a": 1}}})
    ),
    "children as object": Breaker(
        "layout/children-not-list", _named("children"), _changed(lambda children: {"first": children[0]})
    ),
    "tab without panel": Breaker("layout/uneven-tabs", _has_several_tabs, _changed(lambda tabs: tabs[:-1]), at=()),
    "tab without slot": Breaker("layout/tab-without-slot", _slot_of_tab, _deleted, at=()),
    "page without id": Breaker("layout/page-without-id", _named("page"), _without("id")),
    "page without widgets": Breaker("layout/page-without-widgets", _named("page"), _without("widgets")),
    "page without grid": Breaker("layout/page-without-layout", _named("layout"), _deleted, at=()),
    "grid with a shorter row": Breaker(
        "layout/ragged-grid", _has_row_to_cut, _changed(lambda areas: [areas[0][:-1], *areas[1:]])
    ),
    "grid with a row too many": Breaker("layout/grid-size-mismatch", _named("rows"), _changed(lambda rows: [*rows, 1])),
    "grid with a share of nothing": Breaker(
        "layout/invalid-grid-size", _named("cols"), _changed(lambda cols: [0, *cols[1:]])
    ),
    "grid that misspells a name": Breaker(
        "layout/unknown-grid-area",
        lambda path, node: path[-1] == "areas" and "orders" in node[0][0],
        _changed(_first_name_misspelt),
        at=(),
    ),
    "navigation without label": Breaker("layout/incomplete-navigation", _named("nav"), _without("label")),
    "entry without page": Breaker("layout/incomplete-page-entry", _named("page"), _deleted, at=()),
    "unknown kind of icon": Breaker("layout/unknown-icon-type", _named("iconType"), _set("momentun")),
    "reserved route": Breaker("layout/reserved-route", _named("navigateTo"), _set("images")),
    "area misspelt": Breaker("layout/misspelt-area", _named("navigation"), _renamed("navigaton"), at=()),
    "role misspelt": Breaker("layout/misspelt-role", _named("supervisor"), _renamed("supervisr"), at=()),
    "timer as text": Breaker(
        "layout/wrong-type", _named("version"), _beside("notificationTimer", "8"), at=("notificationTimer",)
    ),
    "timer out of range": Breaker(
        "layout/notification-out-of-range",
        _named("version"),
        _beside("notificationTimer", 11),
        at=("notificationTimer",),
    ),
    "store misspelt": Breaker(
        "layout/misspelt-store-root",
        lambda _, node: isinstance(node, str) and node.startswith("$STORE.agent."),
        _changed(lambda path: path.replace("agent", "agnt", 1)),
    ),
}
