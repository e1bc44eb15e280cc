"""The values of picklists, as far as the files of a Salesforce project define them. Record types may offer fewer."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from wxcc_lint.catalog.salesforce_fields import salesforce_object
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.project_fields import ProjectField, ProjectFields
from wxcc_lint.documents.salesforce_view import MetadataPart
from wxcc_lint.suggest import closest

_SHARED_SETS = {"GlobalValueSet": "customValue", "StandardValueSet": "standardValue"}
"""Types of sets that several fields share, and what their values are called."""


class Picklist(Struct, frozen=True):
    """The values of a field, each with its name in the API as `fullName`; `at` is where they are defined.

    A restricted one takes no other value, and no label in place of a name. `takes_several`: with semicolons between.
    """

    values: tuple[MetadataPart, ...]
    at: Place
    is_restricted: bool = False
    takes_several: bool = False

    def stranger(self, text: str) -> str | None:
        """Return the first value in a text that is not an active one of the picklist, None where all are."""
        pieces = text.split(";") if self.takes_several else [text]
        known = {name.casefold() for value in self._active for name in self._names(value)}
        return next(
            (piece.strip() for piece in pieces if piece.strip() and piece.strip().casefold() not in known), None
        )

    def inactive(self, name: str) -> MetadataPart | None:
        """Return the value of this name that is switched off, if it is one."""
        return next((value for value in self.values if _is_off(value) and _is_named(value, name, "fullName")), None)

    def meant(self, words: str) -> str | None:
        """Return the name of the active value that words stand for: one with this label, or with nearly this name."""
        labelled = (value.text("fullName") for value in self._active if _is_named(value, words, "label"))
        return next(filter(None, labelled), None) or closest(words, self.names)

    @property
    def names(self) -> list[str]:
        """The names of the active values."""
        return [value.text("fullName") or "" for value in self._active]

    @property
    def _active(self) -> list[MetadataPart]:
        return [value for value in self.values if not _is_off(value)]

    def _names(self, value: MetadataPart) -> Iterable[str]:
        said = (value.text("fullName"), None if self.is_restricted else value.text("label"))
        return filter(None, said)


def picklist_of(project: Project, fields: ProjectFields, object_name: str, name: str) -> Picklist | None:
    """Return the values of a field, None for one that is no picklist or whose values no file defines."""
    field = fields.field(object_name, name)
    if field is not None and field.name.lower().endswith("__c"):
        return _of_field(project, field)
    known = salesforce_object(object_name)
    shared = known.value_sets.get(name) if known else None
    return _of_set(project, shared, is_restricted=False, takes_several=False) if shared else None


def _of_field(project: Project, field: ProjectField) -> Picklist | None:
    if field.filled_in_by:
        return None
    is_restricted, takes_several = field.part.is_true("valueSet", "restricted"), field.type == "MultiselectPicklist"
    shared = field.part.text("valueSet", "valueSetName")
    if shared:
        return _of_set(project, shared, is_restricted=is_restricted, takes_several=takes_several)
    values = tuple(field.part.parts("valueSet", "valueSetDefinition", "value"))
    return Picklist(values, field.at, is_restricted, takes_several) if values else None


def _of_set(project: Project, name: str, *, is_restricted: bool, takes_several: bool) -> Picklist | None:
    for component in project.of_type(*_SHARED_SETS):
        if _set_name(component.name) == _set_name(name):
            values = tuple(component.parts(_SHARED_SETS[component.type]))
            return Picklist(values, component.at.key(), is_restricted, takes_several) if values else None
    return None


def _set_name(name: str) -> str:
    """Return a name to compare: since API version 57 that of a global set ends in `__gvs`, and before it did not."""
    return name.casefold().removesuffix("__gvs")


def _is_off(value: MetadataPart) -> bool:
    return value.text("isActive") == "false"


def _is_named(value: MetadataPart, words: str, key: str) -> bool:
    return (value.text(key) or "").casefold() == words.casefold()
