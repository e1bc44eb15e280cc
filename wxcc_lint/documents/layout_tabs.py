"""Tabs and their panels: which belong together, and what people know them by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

_TAB: Final = "md-tab"
_PANEL: Final = "md-tab-panel"


def tab_names(elements: Sequence[Any]) -> Mapping[int, Mapping[str, str]]:
    """Return what each tab and panel among the children of `md-tabs` is known by, by index.

    `{"slot": …}` is the name of the Desktop's slot that it holds, `{"tab": …}` the text on the tab. The n-th panel belongs
    to the n-th tab, so a panel without a slot is known by what its tab is. Nothing for a tab with neither.
    """
    tabs = [index for index, element in enumerate(elements) if _comp(element) == _TAB]
    panels = [index for index, element in enumerate(elements) if _comp(element) == _PANEL]
    names = {index: _known_by(elements[index], _text(elements[index])) for index in tabs}
    for number, index in enumerate(panels):
        label = next(iter(names[tabs[number]].values()), None) if number < len(tabs) else None
        names[index] = _known_by(elements[index], label)
    return names


def _known_by(element: Mapping[str, Any], label: str | None) -> Mapping[str, str]:
    slot = _slot(element)
    return {"slot": slot} if slot else {"tab": label} if label else {}


def _slot(element: Mapping[str, Any]) -> str | None:
    """Return the name of the slot among the children; `#NAME` is how old layouts write it."""
    for child in _children(element):
        if _comp(child).startswith("#"):
            return _comp(child)[1:]
        attributes = child.get("attributes") if _comp(child) == "slot" else None
        name = attributes.get("name") if isinstance(attributes, dict) else None
        if isinstance(name, str):
            return name
    return None


def _text(tab: Mapping[str, Any]) -> str | None:
    """Return the first text on a tab: its own, or that of a component inside it."""
    waiting: list[Any] = [tab]
    while waiting:
        component = waiting.pop()
        text = component.get("textContent") if isinstance(component, dict) else None
        if isinstance(text, str) and text.strip():
            return text.strip()
        waiting += reversed(_children(component))
    return None


def _children(element: Any) -> list[Any]:
    children = element.get("children") if isinstance(element, dict) else None
    return children if isinstance(children, list) else []


def _comp(element: Any) -> str:
    comp = element.get("comp") if isinstance(element, dict) else None
    return comp if isinstance(comp, str) else ""
