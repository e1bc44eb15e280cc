"""The way to a change as an admin would say it: `agent`, `navigation`, `"Customer 360"`, `acme-panel`, `script`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.diff.partners import new_pairing
from wxcc_lint.diff.tree import Branch, Key, Leaf, Tree
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout import CONTENT
from wxcc_lint.documents.paths import IndexSelector, KeySelector

_SILENT: Final = frozenset({CONTENT, "area", "page", "widgets", "children", "nav"})
"""Members of a layout that say nothing to people, but when they themselves come or go."""
_TABS: Final = {"md-tab": "tab", "md-tab-panel": "panel"}
_OF_SETUP: Final = {"@label": "label", "@sortOrder": "order"}


class Words:
    """Finds the words for the changes of one pair, whose trees these are."""

    def __init__(self, pair: Pair, left: Tree | None, right: Tree | None) -> None:
        kinds = {side.kind for side in (pair.left, pair.right) if side is not None}
        self._is_layout, self._is_component = kinds == {"layout"}, kinds == {"component"}
        self._root = left or right
        self._views = tuple(_views(pair.left, pair.right)) if kinds == {"callcenter"} else ()

    def of(self, change: Change) -> tuple[str, ...]:
        """Return the words, outermost first; none for the whole object."""
        if self._is_component:
            return tuple(map(_in_component, change.keys))
        if not self._is_layout:
            return tuple(self._in_callcenter(change.keys))
        return tuple(self._in_layout(change))

    def _in_layout(self, change: Change) -> Iterator[str]:
        parent: Tree | None = self._root
        above: Key = ""
        for depth, key in enumerate(change.keys, start=1):
            is_last = depth == len(change.keys)
            node = (change.left or change.right) if is_last else _child(parent, key)
            if not isinstance(key, str):
                pairing = new_pairing(change) if is_last and change.kind == "moved" else None
                yield " ".join(filter(None, (_element(key, node), pairing)))
            elif above == "widgets":
                yield _widget(key, node, parent)
            elif is_last or key not in _SILENT:
                yield key
            parent, above = node, key

    def _in_callcenter(self, keys: tuple[Key, ...]) -> Iterator[str]:
        for depth, key in enumerate(keys):
            if isinstance(key, KeySelector):
                yield " = ".join(value for _, value in key.pairs) + _count(key)
            elif isinstance(key, IndexSelector):
                yield _position(key)
            elif "/@" in key:  # what is said about a further item of a list that goes on in several
                yield _OF_SETUP.get(key.rpartition("/")[2], key)
            elif key.startswith("@"):
                yield _OF_SETUP.get(key, key[1:])
            elif depth == 0:
                yield self._section(key)
            elif depth == 1:
                yield self._item(str(keys[0]), key)
            else:
                yield key

    def _section(self, name: str) -> str:
        labels = [section.label for view in self._views if (section := view.section(name))]
        releases = [view.release for view in self._views if view.release is not None]
        labels += [release.sections[name].label for release in releases if name in release.sections]
        return next((label.strip() for label in labels if label and label.strip()), name)

    def _item(self, section: str, name: str) -> str:
        items = ((view, view.item(name, section)) for view in self._views)
        return next((view.label_of(item) for view, item in items if item is not None), name)


def _in_component(key: Key) -> str:
    if isinstance(key, KeySelector):
        return f'"{", ".join(value for _, value in key.pairs)}"{_count(key)}'
    return _position(key) if isinstance(key, IndexSelector) else key


def _views(*sides: ConfigObject | None) -> Iterator[CallCenter]:
    yield from (CallCenter(side.document) for side in sides if side is not None)


def _child(tree: Tree | None, key: Key) -> Tree | None:
    inside = tree.children.get(key) if isinstance(tree, Branch) else None
    return tree.attributes.get(key) if inside is None and tree is not None and isinstance(key, str) else inside


def _text(tree: Tree | None, *keys: Key) -> str | None:
    for key in keys:
        tree = _child(tree, key)
    return tree.value if isinstance(tree, Leaf) and isinstance(tree.value, str) and tree.value.strip() else None


def _widget(key: str, node: Tree | None, widgets: Tree | None) -> str:
    """Return the component of a widget; the name it is placed by only where another widget has the same component."""
    comp = _text(node, "comp")
    if comp is None:
        return key
    others = widgets.children if isinstance(widgets, Branch) else {}
    is_alone = all(other == key or _text(widget, "comp") != comp for other, widget in others.items())
    return comp if is_alone else f"{comp} ({key})"


def _element(key: KeySelector | IndexSelector, node: Tree | None) -> str:
    if isinstance(key, IndexSelector):
        return _position(key)
    told = dict(key.pairs)
    if "nav.navigateTo" in told:
        return f'"{_text(node, "nav", "label") or told["nav.navigateTo"]}"{_count(key)}'
    comp = told.pop("comp", "")
    words = [_TABS.get(comp, comp), *(f'"{value}"' for value in told.values())]
    return " ".join(filter(None, words)) + _count(key)


def _position(key: IndexSelector) -> str:
    return f"no. {key.index + 1}"


def _count(key: KeySelector) -> str:
    return "" if key.number in (None, 1) else f" ({key.number})"
