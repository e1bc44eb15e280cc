"""The sentence that tells a change, and what the changed thing is called in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.objects import ConfigObject
from wxcc_lint.diff.tree import Key
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.identity import element_key
from wxcc_lint.documents.layout_nodes import ROLES
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.nodes import json_node
from wxcc_lint.documents.paths import KeySelector

_LONGEST: Final = 120
_BEFORE: Final = 20
"""How much of what two long texts have in common is shown before what differs."""
_ITEM: Final = 2
"""How many names lead to an item: that of its section and its own."""
_MARKER: Final = "$I18N"
"""How a label begins that stands for words in the language of each agent."""
_NOUNS: Final = {"callcenter": "call center"}
_TABS: Final = {"md-tab": "the tab", "md-tab-panel": "the panel of the tab"}


def object_words(one: ConfigObject) -> str:
    """Return what people call an object: `the layout 'Salesforce Agents'`, `the CspTrustedSite 'Desktop'`."""
    return f"the {_NOUNS.get(one.sort, one.sort)} '{one.name}'"


def sentence(change: Change, what: str) -> str:
    """Return what happened to `what`; values that are whole objects are left to the report."""
    old, new = _said(change.left_value, change.right_value), _said(change.right_value, change.left_value)
    if change.kind == "moved":
        return f"{what} moved from place {old} to place {new}"
    if change.kind == "renamed":
        return f"{what} was renamed from {old} to {new}"
    if change.kind == "added":
        return f"{what} is new: {new}" if new else f"{what} is new"
    if change.kind == "removed":
        return f"{what} is gone: it was {old}" if old else f"{what} is gone"
    if old == new and change.left_value == change.right_value:  # masks hide what differs
        return f"{what} changed to another value, which is not shown"
    return f"{what} changed from {old} to {new}" if old and new else f"{what} changed"


def _said(value: Any, other: Any) -> str:
    """Return a value for a sentence: text in quotes, of a long one what differs from the other; nothing for an object."""
    if isinstance(value, str):
        text = " ".join(value.split())
        return f"'{_shortened(text, other)}'" if text else "empty"
    text = json.dumps(value, ensure_ascii=False)
    return "" if "{" in text or len(text) > _LONGEST else text


def _shortened(text: str, other: Any) -> str:
    if len(text) <= _LONGEST:
        return text
    against = " ".join(other.split()) if isinstance(other, str) else ""
    pairs = enumerate(zip(text, against, strict=False))
    same = next((index for index, (one, another) in pairs if one != another), len(against))
    start = same - _BEFORE if same > _LONGEST - _BEFORE else 0
    end = start + _LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def layout_words(change: Change) -> tuple[str, str]:
    """Return what a change of a layout belongs to, a page, tab or component and whose it is; and what changed itself."""
    last = change.keys[-1] if change.keys else ""
    part = _part(change.place)
    is_area = change.keys[-2:-1] == ("area",)
    owner = (part or f"'{last}'") if not is_area else f"the area '{last}'"
    owner += for_role(change)
    is_member = part is not None and isinstance(last, str) and not is_area and change.keys[-2:-1] != ("widgets",)
    return owner, f"'{last}' of {owner}" if is_member else owner


def for_role(change: Change) -> str:
    """Return the words that tell whose Desktop it is about; none for a role itself, or where one layout is for all."""
    role = next((key for key in change.keys[:-1] if key in ROLES), None)
    return f" for '{role}'" if role else ""


def _part(place: Place) -> str | None:
    """Return the innermost page, tab or component on the way to a place."""
    found = None
    for length, step in enumerate(place.path, start=1):
        above = json_node(place.document, place.path[: length - 1], "")
        node = json_node(place.document, place.path[:length], "")
        if above is None or node is None:
            break
        key = (
            element_key(place.document, place.path[: length - 1], above.value, step) if isinstance(step, int) else step
        )
        found = _part_name(node.value, key) or found
    return found


def _part_name(value: Any, key: Key) -> str | None:
    if not isinstance(value, dict):
        return None
    comp = value.get("comp")
    if isinstance(comp, str):
        told = [text for name, text in key.pairs if name != "comp"] if isinstance(key, KeySelector) else []
        return f"{_TABS[comp]} '{told[0]}'" if comp in _TABS and told else f"'{comp}'"
    nav = value.get("nav")
    names = [nav.get("label"), nav.get("navigateTo")] if isinstance(nav, dict) else []
    name = next((name for name in names if isinstance(name, str) and not name.startswith(_MARKER)), None)
    return f"the page '{name}'" if name else None


def callcenter_words(change: Change, views: Sequence[CallCenter]) -> tuple[str, str]:
    """Return what a change of a call center belongs to, an item or the entry of a mapping; and what changed itself."""
    names = [key for key in change.keys if isinstance(key, str)]
    about = f"the {names.pop().removeprefix('@')} of " if names and names[-1].startswith("@") else ""
    if len(names) < _ITEM:
        owner = f"the section '{_section(names[0], views)}'" if names else "the call center"
        return owner, about + owner
    items = ((view, view.item(names[1], names[0])) for view in views)
    owner = next((f"'{view.label_of(item)}'" for view, item in items if item is not None), f"'{names[1]}'")
    entry = next((key for key in change.keys if isinstance(key, KeySelector)), None)
    if entry is not None:
        owner = f"the entry for '{' = '.join(value for _, value in entry.pairs)}' in {owner}"
    return owner, f"'{names[-1]}' of {owner}" if len(names) > _ITEM else about + owner


def _section(name: str, views: Sequence[CallCenter]) -> str:
    """Return the words that admins see above the items of a section."""
    sections = (view.section(name) for view in views)
    labels = (section.label for section in sections if section is not None)
    return next((label.strip() for label in labels if label and label.strip()), name)


def component_words(change: Change, whole: str) -> tuple[str, str]:
    """Return what a change of a Salesforce component belongs to, an entry of a list or all of it; and what changed itself."""
    names = [key for key in change.keys if isinstance(key, str)]
    entry = next((key for key in reversed(change.keys) if isinstance(key, KeySelector)), None)
    if entry is not None:
        told = ", ".join(value for _, value in entry.pairs)
        whole = f"'{told}' in '{names[0]}' of {whole}"
    is_member = bool(names) and isinstance(change.keys[-1], str)
    return whole, f"'{names[-1]}' of {whole}" if is_member else whole
