"""What tabs and panels are known by, in the plain data of a layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

TAB: Final = "md-tab"
PANEL: Final = "md-tab-panel"


def tab_names(elements: Sequence[Any]) -> Mapping[int, Mapping[str, str]]:
    """Return what each tab and panel among the children of `md-tabs` is known by, by index.

    `{"slot": …}` is the name of the Desktop's slot that it holds, `{"tab": …}` the text on the tab. The n-th panel belongs
    to the n-th tab, so a panel without a slot is known by what its tab is. Nothing for a tab with neither.
    """
    tabs, panels = _all(TAB, elements), _all(PANEL, elements)
    names = {index: _known_by(elements[index], first_text(elements[index])) for index in tabs}
    for number, index in enumerate(panels):
        label = next(iter(names[tabs[number]].values()), None) if number < len(tabs) else None
        names[index] = _known_by(elements[index], label)
    return names


def partner_of(elements: Sequence[Any], index: int) -> Mapping[str, str]:
    """Return what the panel that a tab opens is known by, or the tab that opens a panel; nothing where none does."""
    tabs, panels = _all(TAB, elements), _all(PANEL, elements)
    partners = {**dict(zip(tabs, panels, strict=False)), **dict(zip(panels, tabs, strict=False))}
    return tab_names(elements).get(partners.get(index, -1), {})


def _known_by(element: Mapping[str, Any], label: str | None) -> Mapping[str, str]:
    slot = _slot(element)
    return {"slot": slot} if slot else {"tab": label} if label else {}


def _slot(element: Mapping[str, Any]) -> str | None:
    """Return the name of the first slot among the children."""
    names = (slot_name(child) for child in _children(element) if isinstance(child, dict))
    return next((name for name in names if name is not None), None)


def slot_name(element: Mapping[str, Any]) -> str | None:
    """Return the name of the slot that a component is; `#NAME` is how old layouts write it."""
    comp = element.get("comp")
    if isinstance(comp, str) and comp.startswith("#"):
        return comp[1:]
    attributes = element.get("attributes") if comp == "slot" else None
    name = attributes.get("name") if isinstance(attributes, dict) else None
    return name if isinstance(name, str) else None


def first_text(tab: Mapping[str, Any]) -> str | None:
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


def _all(comp: str, elements: Sequence[Any]) -> list[int]:
    return [index for index, one in enumerate(elements) if isinstance(one, dict) and one.get("comp") == comp]
