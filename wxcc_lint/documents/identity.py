"""From a node of a document to its identity path, and the declaration of what identifies an array's elements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wxcc_lint.documents.model import Document, Kind, Path
from wxcc_lint.documents.paths import IdentityPath, IndexSelector, KeySelector, Selector, Step, format_path

Pairs = tuple[tuple[str, str], ...]
Key = tuple[tuple[str, ...], ...]
"""Properties that identify an element together; each is given by its spellings, of which the first present one counts."""

_KEYS: Mapping[Kind, tuple[Key, ...]] = {
    "callcenter": (
        (("WxCCFieldName", "wxccFieldName"), ("wxccFieldValue",)),  # conditional: variable and value
        (("sfdcFieldName", "SalesforceFieldName"),),  # mapping: target field
    ),
}
"""Identity keys of array elements by kind of document; the first key that an element has in full identifies it."""


def identity(document: Document, path: Path) -> str:
    """Return the written identity path of a node, counted from the root of the file that holds the document.

    A node that does not exist has one as well: names as they are, positions as `[#index]`.
    """
    return format_path(identity_path(document, path))


def identity_path(document: Document, path: Path) -> IdentityPath:
    """Return the identity path of a node in the form that patterns match; see `identity`."""
    if document.kind == "callcenter" and document.host is None:
        return _section_and_item(path)
    keys = _KEYS.get(document.kind, ())
    address = identity_path(document.host.document, document.host.path) if document.host else IdentityPath()
    value = document.data
    for part in path:
        address = address.child(part) if isinstance(part, str) else address.element(_selector(keys, value, part))
        value = _below(value, part)
    return address


def _section_and_item(path: Path) -> IdentityPath:
    """Name section, item and attribute. Repeats share an address: the number behind a name is an occurrence."""
    return IdentityPath(tuple(Step(part) for part in path if isinstance(part, str)))


def _selector(keys: tuple[Key, ...], array: Any, index: int) -> Selector:
    pairs = _pairs(keys, _below(array, index))
    if not pairs:
        return IndexSelector(index)
    return KeySelector(pairs, 1 + sum(_pairs(keys, element) == pairs for element in array[:index]))


def _pairs(keys: tuple[Key, ...], element: Any) -> Pairs:
    """Return the properties that identify an element, with their values as text; nothing when it has no key."""
    if not isinstance(element, dict):
        return ()
    for key in keys:
        named = [next((name for name in spellings if _is_key_value(element.get(name))), None) for spellings in key]
        pairs = tuple((name, str(element[name])) for name in named if name is not None)
        if len(pairs) == len(key):
            return pairs
    return ()


def _is_key_value(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _below(value: Any, part: str | int) -> Any:
    """Return the child of a node, or None where there is none."""
    if isinstance(value, dict) and isinstance(part, str):
        return value.get(part)
    if isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value):
        return value[part]
    return None
