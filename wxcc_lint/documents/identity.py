"""From a node of a document to its identity path, and the declaration of what identifies an array's elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from wxcc_lint.documents.model import Document, Kind, Path
from wxcc_lint.documents.paths import IdentityPath, IndexSelector, KeySelector, Selector, Step, format_path
from wxcc_lint.documents.tab_names import tab_names

Pairs = tuple[tuple[str, str], ...]
Key = tuple[tuple[str, ...], ...]
"""Properties that identify an element together; each is given by its spellings, of which the first present one counts.

A dotted name means a nested property. `slot` and `tab` are what a tab or panel is known by: see `tab_names`.
"""

_BY_TEXT: Final = ((("value",),),)
"""The key of texts in a list: what they say."""

_KEYS: Mapping[Kind, tuple[Key, ...]] = {
    "callcenter": (
        (("WxCCFieldName", "wxccFieldName"), ("wxccFieldValue",)),  # conditional: variable and value
        (("sfdcFieldName", "SalesforceFieldName"),),  # mapping: target field
    ),
    "layout": (
        (("nav.navigateTo",),),  # navigation
        (("comp",), ("slot", "tab", "attributes.id", "wrapper.title")),  # header, children, tabs and panels
        (("comp",),),
    ),
    "allowlist": _BY_TEXT,
}
"""Identity keys of array elements by kind of document; the first key that an element has in full identifies it."""
_OF_TABS: Final = frozenset({"slot", "tab"})


def identity(document: Document, path: Path) -> str:
    """Return the written identity path of a node, counted from the root of the file that holds the document.

    A node that does not exist has one as well: names as they are, positions as `[#index]`.
    """
    return format_path(identity_path(document, path))


def identity_path(document: Document, path: Path) -> IdentityPath:
    """Return the identity path of a node in the form that patterns match; see `identity`."""
    if document.kind == "callcenter" and document.host is None:
        return _section_and_item(path)
    address = identity_path(document.host.document, document.host.path) if document.host else IdentityPath()
    value = document.data
    for depth, part in enumerate(path):
        address = (
            address.child(part)
            if isinstance(part, str)
            else address.element(element_key(document, path[:depth], value, part))
        )
        value = _below(value, part)
    return address


def _section_and_item(path: Path) -> IdentityPath:
    """Name section, item and attribute. Repeats share an address: the number behind a name is an occurrence."""
    return IdentityPath(tuple(Step(part) for part in path if isinstance(part, str)))


def element_key(document: Document, at: Path, array: Any, index: int) -> Selector:
    """Return the selector of an element of the array at a path; all of an array are found at once, and kept."""
    if not isinstance(array, list) or not 0 <= index < len(array):
        return IndexSelector(index)
    if at not in document.selectors:
        document.selectors[at] = tuple(_selectors(_keys(document, at), array))
    return document.selectors[at][index]


def _keys(document: Document, at: Path) -> tuple[Key, ...]:
    """Return the identity keys of the elements of the array at a path."""
    if document.kind != "salesforce":
        return _KEYS.get(document.kind, ())
    from wxcc_lint.documents.salesforce import keys_of_list

    return tuple(tuple((name,) for name in names) for names in keys_of_list(at, document.form))


def _selectors(keys: tuple[Key, ...], array: list[Any]) -> Iterator[Selector]:
    tabs = tab_names(array)
    seen: Counter[Pairs] = Counter()
    for index, element in enumerate(array):
        pairs = _pairs(keys, element, tabs.get(index, {}))
        seen[pairs] += 1
        yield KeySelector(pairs, seen[pairs]) if pairs else IndexSelector(index)


def _pairs(keys: tuple[Key, ...], element: Any, names: Mapping[str, str]) -> Pairs:
    """Return the properties that identify an element, with their values as text; nothing when it has no key."""
    if isinstance(element, str) and keys == _BY_TEXT:
        return (("value", element),)
    if not isinstance(element, dict):
        return ()
    for key in keys:
        told = [_first(element, names, spellings) for spellings in key]
        pairs = tuple(pair for pair in told if pair is not None)
        if len(pairs) == len(key):
            return pairs
    return ()


def _first(element: Mapping[str, Any], names: Mapping[str, str], spellings: tuple[str, ...]) -> tuple[str, str] | None:
    for name in spellings:
        value = names.get(name) if name in _OF_TABS else _nested(element, name)
        if _is_key_value(value):
            return name, str(value)
    return None


def _nested(element: Any, name: str) -> Any:
    for step in name.split("."):
        element = _below(element, step)
    return element


def _is_key_value(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _below(value: Any, part: str | int) -> Any:
    """Return the child of a node, or None where there is none."""
    if isinstance(value, dict) and isinstance(part, str):
        return value.get(part)
    if isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value):
        return value[part]
    return None
