"""What the metadata form of a call center says a second time, beside its sections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.callcenter_view import GENERAL, CallCenter
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.model import Document, Place

_SETTINGS = "customSettings"
_ELEMENTS: Final = {"adapterUrl": "reqAdapterUrl", "displayName": "reqDisplayName"}
"""Elements of the root, and the items that say the same."""


class Mirror(Struct, frozen=True):
    """A second place that says what an item says; `element` is the tag it stands in, `at` its text."""

    item: Item
    element: str
    text: str
    at: Place


def custom_settings(view: CallCenter) -> Document | None:
    """Return `customSettings` read as JSON, perhaps with a fault; None where the form has none, or a blank one."""
    text = view.mirrors.get(_SETTINGS, "")
    if view.form != "metadata" or not text.strip():
        return None
    return parse_json(view.document.name, text, "callcenter", host=Place(view.document, (f"@{_SETTINGS}",)))


def mirrors(view: CallCenter) -> Iterator[Mirror]:
    """Yield the second places in the order of the file's elements; a setting that is no text is left out."""
    if view.form != "metadata":
        return
    for element, name in _ELEMENTS.items():
        item = view.item(name, GENERAL)
        if item and element in view.mirrors:
            yield Mirror(item, element, view.mirrors[element], Place(view.document, (f"@{element}",)))
    settings = custom_settings(view)
    if settings is None or not isinstance(settings.data, dict):
        return
    for name, value in settings.data.items():
        item = view.item(name, GENERAL)
        if item and isinstance(value, str):
            yield Mirror(item, _SETTINGS, value, Place(settings, (name,)))
