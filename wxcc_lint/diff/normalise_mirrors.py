"""What a call center says outside its sections: the metadata form in elements of the root, a row in its columns."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from wxcc_lint.diff.content import Content, SectionContent
from wxcc_lint.diff.normalise_values import ApiNames, item_value
from wxcc_lint.diff.tree import Branch, Key, Leaf, Tree, below
from wxcc_lint.documents.callcenter_mirrors import custom_settings
from wxcc_lint.documents.callcenter_view import GENERAL, CallCenter
from wxcc_lint.documents.component_files import component_name
from wxcc_lint.documents.model import Document, Place

INTERNAL_NAME: Final = "reqInternalName"
SETTINGS: Final = "@customSettings"
SAME_AS: Final = {"@fullName": INTERNAL_NAME, "@displayName": "reqDisplayName", "@adapterUrl": "reqAdapterUrl"}
"""Elements, and the items of the general section that say the same."""
_LABELS: Final = {"@internalNameLabel": INTERNAL_NAME, "@displayNameLabel": "reqDisplayName"}


def add_mirrors(content: Content, original: CallCenter, steps: Collection[str]) -> None:
    """Add what stands outside the sections: as items, where the sections lack them, and beside them."""
    view = content.view
    mirrors: dict[str, Tree] = {
        f"@{name}": _leaf(
            view, SAME_AS.get(f"@{name}", ""), text, Place(view.document, (f"@{name}",)), steps, original.mirrors[name]
        )
        for name, text in view.mirrors.items()
    }
    settings = custom_settings(view)
    held: dict[Key, Tree] = {}
    if settings is not None and isinstance(settings.data, dict):
        held = _settings(view, settings, custom_settings(original), steps)
        mirrors[SETTINGS] = Branch(held, "free", Place(settings, ()))
    if view.form == "metadata" and "@fullName" not in mirrors and (name := component_name(view.document.name)):
        mirrors["@fullName"] = Leaf(name, name, Place(view.document, ()))
    said = {item: mirrors[name] for name, item in SAME_AS.items() if name in mirrors} | held
    content.mirrors = mirrors
    _add_items(content, said)


def _add_items(content: Content, said: dict[Key, Tree]) -> None:
    """Add the items that the general section lacks, with the labels that stand outside as well."""
    if not said:
        return
    general = content.sections.setdefault(GENERAL, SectionContent(Place(content.view.document, ())))
    labels = {item: name for name, item in _LABELS.items() if name in content.mirrors}
    for name, tree in said.items():
        if name not in general.items and isinstance(tree, Leaf):
            label = content.mirrors.pop(labels[name]) if name in labels else None
            attributes = {} if label is None else {"@label": label}
            general.items[name] = Leaf(tree.value, tree.written, tree.place, attributes)


def _settings(
    view: CallCenter, settings: Document, original: Document | None, steps: Collection[str]
) -> dict[Key, Tree]:
    written = original.data if original is not None and isinstance(original.data, dict) else settings.data
    return {
        name: _leaf(view, name, value, below(Place(settings, ()), name), steps, written.get(name, value))
        for name, value in settings.data.items()
    }


def _leaf(view: CallCenter, item: str, value: Any, place: Place, steps: Collection[str], written: Any) -> Leaf:
    fact = view.vocabulary.item(GENERAL, item)
    compared = item_value(value, fact, steps, ApiNames()) if isinstance(value, str) else value
    return Leaf(compared, written, place)
