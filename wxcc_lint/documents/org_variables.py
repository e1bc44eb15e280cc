"""The variables of the tenant that its call centers and layouts speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from wxcc_lint.catalog.placeholders import placeholders
from wxcc_lint.documents.callcenter_mappings import field_mappings
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout_store import store_references
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.org import Org
from wxcc_lint.documents.org_objects import OrgObject

KIND: Final = "cad-variable"
_BUILT_IN: Final = frozenset({"phoneNumber", "AccountId", "ContactId", "queueName"})
"""What the connector fills in itself, as far as the vendor's material shows it; no list is published."""
_OF_CALLS: Final = frozenset({"ani", "dn", "dnis", "virtualTeamName", "ronaTimeout"})
"""What every call has among its data in the Desktop, beside the variables of its flow."""
_CALL_DATA: Final = "callAssociatedData"
_ACTIVITY: Final = frozenset({"nameOfTheCadvariableHoldingActivityRecordId", "cadVarNameWithActivityId"})
"""The items with the variable that the connector writes the id of the activity into."""


class VariableUse(Struct, frozen=True):
    """A place that names a variable; `words` say what it is used for, and `writes` whether the connector fills it in."""

    name: str
    at: Place
    words: str
    writes: bool = False


def variable_uses(org: Org) -> Mapping[str, tuple[VariableUse, ...]]:
    """Return by name where variables are used, those of the connector left out."""
    found: dict[str, list[VariableUse]] = {}
    for view in org.callcenters:
        for use in (*_items(view), *_mappings(view)):
            if use.name not in _BUILT_IN and not placeholders(use.name):
                found.setdefault(use.name, []).append(use)
    for layout in org.layouts:
        for use in _references(layout.view) if layout.view else ():
            found.setdefault(use.name, []).append(use)
    return {name: tuple(uses) for name, uses in found.items()}


def variables_in_use(org: Org) -> Iterator[tuple[OrgObject, tuple[VariableUse, ...]]]:
    """Yield each variable of the tenant that is used, with its uses."""
    uses = variable_uses(org)
    yield from ((one, uses[one.name]) for one in org.of(KIND) if one.name in uses)


def _items(view: CallCenter) -> Iterator[VariableUse]:
    for item in view.items_of("variable"):
        if view.is_in_use(item) and not item.is_blank:
            yield VariableUse(item.value, item.at, f"'{view.label_of(item)}'", item.name in _ACTIVITY)


def _mappings(view: CallCenter) -> Iterator[VariableUse]:
    for one in field_mappings(view):
        if view.is_in_use(one.item) and one.source.strip() and not one.writes_constant:
            yield VariableUse(one.source.strip(), one.source_at, f"what goes into '{one.target}'")


def _references(layout: Layout) -> Iterator[VariableUse]:
    for reference in store_references(layout):
        names = reference.names
        if _CALL_DATA in names[:-1]:
            step = reference.steps[names.index(_CALL_DATA) + 1]
            if step.name not in _OF_CALLS:
                yield VariableUse(step.name, step.at, f"'{reference.path}'")
