"""A whole desktop layout around the fragments that rule examples show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.documents.layout_nodes import AREAS

_WHOLE: Final = frozenset({"agent", "supervisor", "supervisorAgent", "area", "jsonFileContent", "packageDirectories"})
"""Marks of what is whole: a layout in any form, and the file of a Salesforce project."""
_MARK: Final = "the fragment stands here"
_NAV: Final = {"label": "Example", "icon": "team", "iconType": "momentum", "navigateTo": "example", "align": "top"}
_GRID: Final = {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}


def complete_layout(text: str) -> str:
    """Set a fragment into role `agent` of the default layout; leave what is whole, or no object, as it is.

    By its keys a fragment is a component (`comp`; it goes onto a page of its own), a page (`widgets`, `layout`), an entry
    of `navigation` (`nav`, `page`), areas, or settings of the role. Areas and settings replace those of the layout. The
    characters of the fragment stay as they are.
    """
    try:
        fragment = json.loads(text)
    except ValueError:
        return text
    if not isinstance(fragment, dict) or not fragment or not fragment.keys().isdisjoint(_WHOLE):
        return text
    base = default_layout()
    agent = base["agent"]
    keys = fragment.keys()
    if not keys.isdisjoint({"nav", "page"}):
        agent["area"]["navigation"].append(_MARK)
    elif not keys.isdisjoint({"widgets", "layout", "useFlexLayout"}):
        agent["area"]["navigation"].append({"nav": _NAV, "page": _MARK})
    elif not keys.isdisjoint(AREAS):
        return _with_members(base, agent["area"], fragment, text)
    elif keys & {"comp", "script", "attributes", "children", "properties"}:
        page = {"id": "example", "widgets": {"main": _MARK}, "layout": _GRID}
        agent["area"]["navigation"].append({"nav": _NAV, "page": page})
    else:
        return _with_members(base, agent, fragment, text)
    return _rendered(base).replace(f'"{_MARK}"', text.strip())


def _with_members(base: Any, target: dict[str, Any], fragment: Mapping[str, Any], text: str) -> str:
    """Return the layout with the members of the fragment in place of those of `target` that have their names."""
    for key in fragment:
        target.pop(key, None)
    target[_MARK] = None
    return _rendered(base).replace(f'"{_MARK}": null', text.strip()[1:-1].strip())


def _rendered(layout: Any) -> str:
    return json.dumps(layout, indent=2) + "\n"
