"""The view of a call center that rules work on: what the file says, and what the catalogue knows of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from wxcc_lint.catalog.callcenter import vocabulary
from wxcc_lint.catalog.generations import Generation, recognise
from wxcc_lint.catalog.vocabulary import Dialect, ItemFact, ItemType, Release, Vocabulary
from wxcc_lint.documents.callcenter import Item, Section, section_of, tree_of
from wxcc_lint.documents.callcenter_nodes import all_nodes, find_node
from wxcc_lint.documents.component_files import component_name
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.nodes import Node
from wxcc_lint.documents.once import once_each
from wxcc_lint.documents.surroundings import Surroundings
from wxcc_lint.suggest import closest

GENERAL = "reqGeneralInfo"
_OWN_PROPERTIES: Final[Mapping[Dialect, frozenset[str]]] = {
    "W": frozenset({"wxccFieldName", "sfdcFieldName", "isConditionalEnabled"}),
    "A": frozenset({"CadFieldName", "SalesforceFieldName"}),
}


class CallCenter:
    """A call center that could be read. `environment` is the one in force, `environments` are all the file belongs to."""

    kind = "callcenter"

    def __init__(
        self,
        document: Document,
        environments: tuple[Surroundings, ...] = (),
        environment: Surroundings | None = None,
    ) -> None:
        self.document = document
        self.environments = environments
        self.environment = environment
        self.answers: dict[Any, Any] = {}
        """What is worked out once for each view; see `once`."""
        self._of_types: dict[tuple[ItemType, ...], tuple[Item, ...]] = {}

    # What the file says

    @property
    def form(self) -> str:
        """`import` or `metadata`, told by the sections; see `root_name` for what the root claims."""
        return self.document.form

    @property
    def root_name(self) -> str:
        """The root's tag name without prefix, in the case the file has it."""
        return tree_of(self.document).source.root.name

    @property
    def root_at(self) -> Place:
        """The place of the root's tag name."""
        return Place(self.document, (), "key")

    @property
    def has_namespace(self) -> bool:
        """Whether the root stands in a namespace, which only the metadata form should."""
        return bool(tree_of(self.document).source.root.namespace)

    @cached_property
    def mirrors(self) -> dict[str, str]:
        """What the root's other elements say, by tag name, with outer blanks; their paths are `("@adapterUrl",)`."""
        return {name: mirror.text for name, mirror in tree_of(self.document).mirrors.items()}

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All sections in document order, repeats included."""
        return tuple(section_of(self.document, node) for node in tree_of(self.document).sections)

    def section(self, name: str) -> Section | None:
        """Return the first section of this name."""
        return self._first_sections.get(name)

    @cached_property
    def _first_sections(self) -> dict[str, Section]:
        return {section.name: section for section in reversed(self.sections)}

    def items(self) -> Iterator[Item]:
        """Yield all items in document order, repeats included."""
        return iter(self._all_items)

    @cached_property
    def _all_items(self) -> tuple[Item, ...]:
        return tuple(item for section in self.sections for item in section.items)

    def item(self, name: str, section: str | None = None) -> Item | None:
        """Return the first item of this name, in sections of any name unless one is given."""
        if section is not None:
            return self._items.get((section, name))
        return self._first_items.get(name)

    def items_of(self, *types: ItemType) -> Iterator[Item]:
        """Yield the items whose values are of these types, without those that hold elements: another rule tells them."""
        if types not in self._of_types:
            self._of_types[types] = tuple(item for type_, item in self._typed if type_ in types)
        return iter(self._of_types[types])

    @cached_property
    def _typed(self) -> tuple[tuple[ItemType, Item], ...]:
        known = ((self.fact(item), item) for item in self._all_items)
        return tuple((fact.type, item) for fact, item in known if fact is not None and not item.strays)

    @cached_property
    def _first_items(self) -> dict[str, Item]:
        return {item.name: item for item in reversed(self._all_items)}

    @cached_property
    def _items(self) -> dict[tuple[str, str], Item]:
        items: dict[tuple[str, str], Item] = {}
        for item in self._all_items:
            items.setdefault((item.section, item.name), item)
        return items

    def strays(self) -> Iterator[tuple[str, Place]]:
        """Yield the name and place of every element that stands where none of its name belongs."""
        for stray in tree_of(self.document).strays:
            yield stray.name, Place(self.document, stray.path)

    @property
    def internal_name(self) -> str | None:
        """The internal name: an item in the import form, the name of the component's file in the metadata form."""
        item = self.item("reqInternalName", GENERAL)
        if item is not None:
            return item.value
        if self.form != "metadata":
            return None
        return self.mirrors.get("fullName", "").strip() or component_name(self.document.name)

    # What the catalogue knows

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The facts about its generation; those about the call centers of other vendors hold no release."""
        return vocabulary(self.generation)

    @cached_property
    def generation(self) -> Generation:
        """Whose call center this is: `v1`, `v2`, `scv` (Webex, in Service Cloud Voice) or `other`."""
        adapter = self.item("reqAdapterUrl", GENERAL)
        vendor = self.item("reqVendorInfoApiName", GENERAL)
        return recognise(
            {section.name: [item.name for item in section.items] for section in self.sections},
            self.internal_name,
            adapter.value if adapter else self.mirrors.get("adapterUrl"),
            vendor.value if vendor else None,
        )

    @cached_property
    def release(self) -> Release | None:
        """The published release: the one that the internal name tells, else the one with nearly the same items, else None."""
        return self._declared_release or self.vocabulary.nearest(self.document.data)

    @property
    def release_is_declared(self) -> bool:
        """Whether the internal name tells which release it is; that of Version 2 has always been the same."""
        return self._declared_release is not None

    @cached_property
    def _declared_release(self) -> Release | None:
        return self.vocabulary.declared(self.internal_name or "")

    @once_each
    def fact(self, item: Item) -> ItemFact | None:
        """Return what is known of an item: in this release, else in the newest that has it."""
        of_release = self.release.items.get((item.section, item.name)) if self.release else None
        return of_release or self.vocabulary.item(item.section, item.name)

    @cached_property
    def unknown_items(self) -> tuple[Item, ...]:
        """The items that no release has in their section, in document order, repeats included."""
        return tuple(item for item in self._all_items if self.fact(item) is None)

    def label_of(self, item: Item) -> str:
        """Return the words that admins see for an item in Setup."""
        if item.label and item.label.strip():
            return item.label.strip()
        fact = self.fact(item)
        return fact.label.strip() if fact else item.name

    @once_each
    def is_in_use(self, item: Item) -> bool:
        """Tell whether the connector has a use for an item's value.

        What the item depends on must be on or filled in; where switches depend on the item, one of them must be on.
        """
        fact = self.fact(item)
        if fact is None:
            return False
        release = self.release or self.vocabulary.releases[-1]
        switches = release.switches.get((fact.section, fact.name), ())
        needed = all(self._is_on(fact.section, name) for name in fact.depends_on)
        return needed and (not switches or any(self._is_on(fact.section, name) for name in switches))

    def _is_on(self, section: str, name: str) -> bool:
        item = self.item(name, section)
        fact = self.fact(item) if item else None
        if item is None or fact is None:
            return False
        on = item.value == "true" if fact.type == "boolean" else item.value not in {"", "[]"}
        return on and all(self._is_on(section, other) for other in fact.depends_on)

    def meant(self, item: Item) -> ItemFact | None:
        """Return the item of the vocabulary that an unknown name stands for, if it is near one its section lacks."""
        if self.fact(item) is not None:
            return None
        known = self.vocabulary.item_names(item.section)
        name = closest(item.name, [name for name in known if (item.section, name) not in self._items])
        return self.vocabulary.item(item.section, name) if name else None

    # Mapping arrays

    def mapping_items(self) -> Iterator[Item]:
        """Yield the items that hold field mappings or conditional mappings as JSON; of equal names the first."""
        return iter(self._mapping_items)

    @cached_property
    def _mapping_items(self) -> tuple[Item, ...]:
        known = ((item, self.fact(item)) for item in self._items.values())
        return tuple(item for item, fact in known if fact is not None and fact.dialect is not None)

    @once_each
    def json_of(self, item: Item) -> Document | None:
        """Return the JSON of a mapping item, or None for other items, blank ones and those that cannot be read."""
        fact = self.fact(item)
        if fact is None or fact.dialect is None or item.is_blank:
            return None
        embedded = item.json()
        return None if embedded.faults else embedded

    @once_each
    def dialect(self, item: Item) -> Dialect:
        """Return the letter of the way a mapping item is written.

        An array tells by the properties that only one way has; one that does not is taken for what the vendor ships.
        """
        fact = self.fact(item)
        assert fact is not None, "only mapping items have a dialect"
        assert fact.dialect is not None, "only mapping items have a dialect"
        embedded = self.json_of(item)
        if fact.dialect == "C" or embedded is None or not isinstance(embedded.data, list):
            return fact.dialect
        used = {key for element in embedded.data if isinstance(element, dict) for key in element}
        other: Dialect = "A" if fact.dialect == "W" else "W"
        uses_other = bool(used & _OWN_PROPERTIES[other]) and not used & _OWN_PROPERTIES[fact.dialect]
        return other if uses_other else fact.dialect

    # What YAML rules walk

    def node(self, path: Path) -> Node | None:
        """Return the node at a path, or None when there is none."""
        return find_node(self, path)

    def nodes(self) -> Iterator[tuple[Path, Node]]:
        """Yield every node in document order, the root first."""
        return all_nodes(self)

    def missing(self, path: Path) -> Place:
        """Return the place at which an absent node is reported."""
        return Place(self.document, path)
