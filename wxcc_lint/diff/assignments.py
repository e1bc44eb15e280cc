"""Changes of a call center as assignments of items: `section/item = value`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.tree import Leaf, Tree, written
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.paths import format_level

_ITEM = 2
"""How many steps lead to an item: its section and its name."""


def assignments(right: CallCenter, change: Change) -> Iterator[str]:
    """Yield what makes a change in the left call center. An item is given whole, with all items that continue it."""
    names = [key for key in change.keys if isinstance(key, str)]
    if "/@" in names[-1]:  # what is said about a further item of a list that goes on in several
        names = [names[0], *names[-1].split("/")]
    if names[-1].startswith("@"):
        yield _assigned(names, change.right)
    elif len(names) == 1:
        items = [item.name for section in right.sections if section.name == names[0] for item in section.items]
        yield from (_item(right, names[0], name) for name in items)
        if not items:
            yield _assigned(names, None)
    else:
        section, name = _item_path(change) or names[:_ITEM]
        if right.item(name, section) is None and isinstance(change.right, Leaf):
            yield _assigned([section, name], change.right)  # in the metadata form it stands outside its section
        else:
            yield from (_item(right, section, one) for one in _together(right, section, name))


def component_assignments(change: Change) -> Iterator[str]:
    """Yield what makes a change in the left component, with the identity path of the element; Apex is not written out."""
    if change.keys:
        yield f"remove {change.at}" if change.right is None else f"{change.at} = {_said(change.right)}"


def _item_path(change: Change) -> list[str] | None:
    """Return the section and the name of an item as the right side calls it, where the left one knows another name."""
    side = change.right or change.left
    assert side is not None, "a change has a side"
    place = side.place
    while place.document.host:
        place = place.document.host
    path = [step for step in place.path if isinstance(step, str)][:_ITEM]
    return path if len(path) == _ITEM and not path[0].startswith("@") else None


def _together(right: CallCenter, section: str, name: str) -> list[str]:
    """Return an item and, where a list goes on in further items, all of these."""
    fact = right.vocabulary.item(section, name)
    first = fact.continues or name if fact else name
    known = (right.vocabulary.item(section, other) for other in right.vocabulary.item_names(section))
    group = {first, *(one.name for one in known if one and one.continues == first)}
    held = [item.name for item in right.items() if item.section == section and item.name in group]
    return list(dict.fromkeys([*held, name]))


def _item(right: CallCenter, section: str, name: str) -> str:
    item = right.item(name, section)
    return (
        f"remove {_address([section, name])}" if item is None else f"{_address([section, name])} = {_plain(item.value)}"
    )


def _assigned(names: list[str], tree: Tree | None) -> str:
    if tree is None:
        return f"remove {_address(names)}"
    return f"{_address(names)} = {_said(tree)}"


def _said(tree: Tree) -> str:
    value = written(tree)
    return _plain(value if isinstance(value, str) else json.dumps(value))


def _address(names: list[str]) -> str:
    return "/".join(map(format_level, names))


def _plain(text: str) -> str:
    """Return a text as it is, or as JSON where it would not survive on one line."""
    is_plain = text.isprintable() and text == text.strip() and not text.startswith('"')
    return text if is_plain else json.dumps(text)
