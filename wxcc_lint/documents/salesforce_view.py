"""The view of a component of a Salesforce project that rules work on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from wxcc_lint.catalog.salesforce_metadata import metadata_types
from wxcc_lint.documents.component_files import full_name
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.nodes import Node, json_node, json_paths
from wxcc_lint.documents.salesforce import APEX
from wxcc_lint.documents.surroundings import Surroundings


class MetadataPart:
    """A component, or an element inside of it, at `path`."""

    def __init__(self, document: Document, path: Path = ()) -> None:
        self.document = document
        self.path = path

    @property
    def data(self) -> Any:
        """What stands there: an object, a list or a text; None where nothing does."""
        node = json_node(self.document, self.path, "")
        return node.value if node else None

    @property
    def at(self) -> Place:
        """The place of all of it."""
        return Place(self.document, self.path)

    def text(self, *steps: str) -> str | None:
        """Return what an element says, without outer blanks; None where it is absent or holds elements.

        Of an element that stands several times and should not, the first one counts.
        """
        value = MetadataPart(self.document, (*self.path, *steps)).data
        first = value[0] if isinstance(value, list) and value else value
        return first.strip() if isinstance(first, str) else None

    def is_true(self, *steps: str) -> bool:
        """Tell whether an element says `true`."""
        return self.text(*steps) == "true"

    def text_at(self, *steps: str) -> Place:
        """Return the place of what an element says, without outer blanks; of an absent one, that of what would hold it."""
        path = (*self.path, *steps)
        value = MetadataPart(self.document, path).data
        if isinstance(value, list) and value:
            path, value = (*path, 0), value[0]
        place = Place(self.document, path)
        words = value.strip() if isinstance(value, str) else ""
        if words in {"", value}:
            return place
        start = value.index(words)
        return place.slice(start, start + len(words))

    def parts(self, *steps: str) -> Iterator[MetadataPart]:
        """Yield the elements of a list in the order of the file; nothing where there is none."""
        path = (*self.path, *steps)
        value = MetadataPart(self.document, path).data
        if isinstance(value, list):
            yield from (MetadataPart(self.document, (*path, index)) for index in range(len(value)))
        elif value is not None:
            yield MetadataPart(self.document, path)


def part_of(at: Place, start: int, end: int) -> Place:
    """Return the place of some characters of a text that `text_at` gave the place of."""
    before = at.within.start if at.within else 0
    return at.slice(before + start, before + end)


class SalesforceComponent(MetadataPart):
    """A component that could be read. `environment` is the one in force, `environments` are all the file belongs to.

    An Apex class is two of them: its source, and the XML beside it.
    """

    kind = "salesforce"

    def __init__(
        self,
        document: Document,
        environments: tuple[Surroundings, ...] = (),
        environment: Surroundings | None = None,
    ) -> None:
        super().__init__(document)
        self.environments = environments
        self.environment = environment

    @property
    def is_apex(self) -> bool:
        """Whether it is Apex source; the text is its `data`."""
        return self.document.form == APEX

    @property
    def type(self) -> str:
        """The type of metadata, such as `CspTrustedSite`. Settings are `Settings`, whatever their root is called."""
        return "ApexClass" if self.is_apex else self.document.form

    @cached_property
    def name(self) -> str:
        """The name that the Metadata API calls it by, such as `Activity.Reason__c`: the file has it."""
        return full_name(self.document.root.name, metadata_types()[self.type])

    @property
    def label(self) -> str:
        """What to call it in a sentence: its label, else its name."""
        own = self.text("label") or self.text("masterLabel")
        return own or self.name.rpartition(".")[2]

    # What YAML rules walk

    def node(self, path: Path) -> Node | None:
        """Return the node at a path, or None when there is none."""
        if self.is_apex:
            return None
        node = json_node(self.document, path, str(path[-1]) if path else self.type)
        if node is None or not isinstance(node.value, str):
            return node
        names = [step for step in path if isinstance(step, str)]
        place = MetadataPart(self.document, path).text_at()
        return Node(place, node.value.strip(), names[-1] if names else self.type, node.label)

    def nodes(self) -> Iterator[tuple[Path, Node]]:
        """Yield every node in document order, the root first; of Apex none."""
        for path in [] if self.is_apex else json_paths(self.document.data):
            node = self.node(path)
            if node is not None:
                yield path, node

    def missing(self, path: Path) -> Place:
        """Return the place at which an absent node is reported."""
        return Place(self.document, path)
