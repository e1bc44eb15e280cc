"""The fields that the files of a Salesforce project define, and the custom fields that its call centers write to.

Tasks and events have no custom fields of their own: those of `Activity` are theirs. Salesforce minds the case of no name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from wxcc_lint.catalog.salesforce_names import namespace_of
from wxcc_lint.documents.callcenter_mappings import WrittenField, written_fields
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce import PROJECT
from wxcc_lint.documents.salesforce_view import MetadataPart, SalesforceComponent
from wxcc_lint.suggest import closest

ACTIVITIES = ("Task", "Event")
"""The objects whose custom fields are those of `Activity`."""
_ENDING = "__c"
_FILLED_IN = {"AutoNumber": "an auto-number", "Summary": "a roll-up summary"}


class ProjectField(Struct, frozen=True):
    """A field as a file defines it, `part` is the element that does; `object_name` is the one that the file names."""

    object_name: str
    name: str
    part: MetadataPart

    @property
    def at(self) -> Place:
        """The place of its name."""
        return self.part.text_at("fullName")

    @property
    def type(self) -> str:
        """The type, such as `LongTextArea`; that of a formula is what it results in."""
        return self.part.text("type") or ""

    @property
    def filled_in_by(self) -> str | None:
        """What fills the field in, so that nobody can write to it: words such as `a formula`."""
        return "a formula" if self.part.text("formula") is not None else _FILLED_IN.get(self.type)

    @property
    def is_open_to_all(self) -> bool:
        """Whether field-level security has no say: whoever may edit a record may fill in what it cannot be without."""
        return self.part.is_true("required") or self.type == "MasterDetail"

    @property
    def is_misplaced(self) -> bool:
        """Whether its object has no custom fields of its own."""
        return self.is_own and self.object_name.casefold() != _owner(self.object_name)

    @property
    def is_own(self) -> bool:
        """Whether it is a custom field that came with no package."""
        return self.name.lower().endswith(_ENDING) and namespace_of(self.name) is None


class ProjectFields:
    """The fields of a project by object: from files of their own, and from those of whole objects.

    A name is taken with the project's own namespace as without: files leave it out, and the org has it.
    """

    def __init__(self, project: Project) -> None:
        self._namespaces = own_namespaces(project)
        self._fields: dict[str, dict[str, ProjectField]] = {}
        for field in fields_in(*project.of_type("CustomField", "CustomObject")):
            self._fields.setdefault(self._owner(field.object_name), {}).setdefault(self._key(field.name), field)
        self._objects = {self._key(one.name) for one in project.of_type("CustomObject")}
        self._is_compared = project.environment is not None
        self._unread = {
            part.partition(".")[0].casefold() for name in project.unread for part in PurePosixPath(name).parts
        }

    def of(self, object_name: str) -> Mapping[str, ProjectField]:
        """Return the fields that an object has, by their names in lower case."""
        return self._fields.get(self._owner(object_name), {})

    def field(self, object_name: str, name: str) -> ProjectField | None:
        """Return a field of an object, None where no file defines it."""
        return self.of(object_name).get(self._key(name))

    def keeps(self, object_name: str) -> bool:
        """Tell whether the project is meant to hold the custom fields of an object, so that one that is absent is missing.

        It is so where there is one that came with no package, and no file that could not be read may hold another.
        """
        is_read = self._unread.isdisjoint({self._key(object_name), self._owner(object_name)})
        return self._is_compared and is_read and any(field.is_own for field in self.of(object_name).values())

    def named(self, name: str) -> tuple[ProjectField, ...]:
        """Return the fields of this name, whatever their objects."""
        return tuple(filter(None, (fields.get(self._key(name)) for fields in self._fields.values())))

    def has_object(self, name: str) -> bool:
        """Tell whether a file defines an object or one of its fields, or may do so and could not be read."""
        key = self._key(name)
        return key in self._objects or key in self._fields or key in self._unread

    def own_name(self, name: str) -> str:
        """Return a name without the project's own namespace."""
        namespace = namespace_of(name) or ""
        return name.removeprefix(f"{namespace}__") if namespace.casefold() in self._namespaces else name

    def spellings(self, name: str) -> tuple[str, ...]:
        """Return a name as files may write it: with the project's own namespace, or without."""
        own = self.own_name(name)
        is_custom = own.lower().endswith(_ENDING) and namespace_of(own) is None
        return (own, *(f"{namespace}__{own}" for namespace in self._namespaces if is_custom))

    def custom_name_meant(self, name: str, known: Iterable[str]) -> str | None:
        """Return the custom name nearest to another, or None; the endings, which all of them share, make none alike."""
        own = self.own_name(name)
        stems = {one[: -len(_ENDING)]: one for one in known if one.lower().endswith(_ENDING)}
        found = closest(own.lower().removesuffix(_ENDING), stems)
        return name.removesuffix(own) + stems[found] if found else None

    def _key(self, name: str) -> str:
        return self.own_name(name).casefold()

    def _owner(self, object_name: str) -> str:
        return _owner(self.own_name(object_name))


def own_namespaces(project: Project) -> tuple[str, ...]:
    """Return the namespaces that projects of the CLI have for what they hold, in lower case."""
    declared = (one.text("namespace") for one in project.of_type(PROJECT))
    return tuple(dict.fromkeys(namespace.casefold() for namespace in declared if namespace))


def fields_in(*components: SalesforceComponent) -> Iterator[ProjectField]:
    """Yield the fields that components define: a file with one field, or one with a whole object."""
    for component in components:
        if component.type == "CustomField":
            owner, dot, name = component.name.partition(".")
            if dot:
                yield ProjectField(owner, name, component)
        elif component.type == "CustomObject":
            for part in component.parts("fields"):
                yield ProjectField(component.name, part.text("fullName") or "", part)


def custom_targets(project: Project) -> Iterator[WrittenField]:
    """Yield the custom fields that call centers write to, as often as settings that are in use name them."""
    for callcenter in project.callcenters:
        if callcenter.generation in {"v1", "v2"}:
            for target in written_fields(callcenter):
                if target.name.lower().endswith(_ENDING) and callcenter.is_in_use(target.item):
                    yield target


def _owner(object_name: str) -> str:
    folded = object_name.casefold()
    return "activity" if folded in map(str.casefold, ACTIVITIES) else folded
