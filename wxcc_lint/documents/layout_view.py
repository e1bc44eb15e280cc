"""The view of a desktop layout that rules work on, whichever of its forms the file has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from functools import cached_property
from operator import attrgetter
from typing import Any, Literal, TypeVar

from wxcc_lint.documents.layout import CONTENT, content_of
from wxcc_lint.documents.layout_nodes import ROLES, Component, Page, Role, below
from wxcc_lint.documents.layout_texts import Address, LayoutText, addresses_in
from wxcc_lint.documents.layout_walk import Found, walk
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.nodes import Node, json_node, json_paths
from wxcc_lint.documents.surroundings import Surroundings

Form = Literal["roles", "single"]
Member = TypeVar("Member")
Setting = tuple[Component, str, Any]
"""An attribute or a property: the component that it stands in, its name and its value."""


class Layout:
    """A layout that could be read. `environment` is the one in force, `environments` are all the file belongs to.

    Paths of `node`, `nodes` and `missing` begin at the file's root and go on inside a layout that is a text there.
    """

    kind = "layout"

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

    @cached_property
    def root_at(self) -> Place:
        """The place of the layout itself: the file's root, or the content of the API's object."""
        return content_of(self.document)

    @cached_property
    def root(self) -> Any:
        """What stands at `root_at`: an object, unless the file is no layout after all."""
        node = json_node(self.root_at.document, self.root_at.path, "")
        return None if node is None else node.value

    @property
    def is_wrapped(self) -> bool:
        """Whether the file is the API's object around a layout."""
        return self.root_at != Place(self.document, ())

    @property
    def form(self) -> Form:
        """`roles`: a configuration for each role. `single`: the old form, one for all."""
        return "roles" if isinstance(self.root, dict) and not self.root.keys().isdisjoint(ROLES) else "single"

    @cached_property
    def _roles(self) -> tuple[Role, ...]:
        if not isinstance(self.root, dict):
            return ()
        if self.form == "single":
            return (Role(None, self.root_at, self.root),)
        held = ((name, self.root[name]) for name in ROLES if name in self.root)
        return tuple(Role(name, below(self.root_at, name), role) for name, role in held if isinstance(role, dict))

    def roles(self) -> Sequence[Role]:
        """Return the roles that are there: agent, supervisor, supervisorAgent; in the old form the one for all."""
        return self._roles

    def role(self, name: str | None) -> Role | None:
        """Return a role by its name."""
        return next((role for role in self._roles if role.name == name), None)

    @cached_property
    def _found(self) -> Found:
        return walk(self.root, self.root_at, self._roles)

    @cached_property
    def _parts(self) -> Sequence[Component | Page]:
        return [part for role in self._roles for part in self._found.parts[role.name]]

    @cached_property
    def _components(self) -> tuple[Component, ...]:
        return tuple(part for part in self._parts if isinstance(part, Component))

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        return tuple(part for part in self._parts if isinstance(part, Page))

    @cached_property
    def _by_comp(self) -> Mapping[str, Sequence[Component]]:
        return _grouped(self._components, "comp")

    @cached_property
    def _by_area(self) -> Mapping[str, Sequence[Component]]:
        return _grouped(self._components, "area")

    @cached_property
    def _by_member(self) -> Mapping[str, Sequence[Component]]:
        found: dict[str, list[Component]] = {}
        for component in self._components:
            for member in component.members:
                found.setdefault(member, []).append(component)
        return found

    def components(self, comp: str | None = None) -> Sequence[Component]:
        """Return the components of all roles, in dynamic areas and below others as well; with a name those elements."""
        return self._components if comp is None else self._by_comp.get(comp, ())

    def components_in(self, area: str) -> Sequence[Component]:
        """Return the components in an area of any role, at any depth."""
        return self._by_area.get(area, ())

    def components_with(self, member: str) -> Sequence[Component]:
        """Return the components in which a member stands, such as `script` or `wrapper`, whatever its type."""
        return self._by_member.get(member, ())

    @cached_property
    def _attributes(self) -> Sequence[Setting]:
        held = self.components_with("attributes")
        return [(component, name, value) for component in held for name, value in component.attributes.items()]

    @cached_property
    def _properties(self) -> Sequence[Setting]:
        held = self.components_with("properties")
        return [(component, name, value) for component in held for name, value in component.properties.items()]

    def settings(self, holder: Literal["attributes", "properties"]) -> Sequence[Setting]:
        """Return the attributes or the properties of all components: `for component, name, value in …`."""
        return self._attributes if holder == "attributes" else self._properties

    def members(self) -> AbstractSet[str]:
        """Return the names of all members that components have."""
        return self._by_member.keys()

    def comps(self) -> Mapping[str, Sequence[Component]]:
        """Return the components by element name, in the order of first uses; under `""` those that have no name."""
        return self._by_comp

    def pages(self) -> Sequence[Page]:
        """Return every page object of every role."""
        return self._pages

    def texts(self) -> Sequence[LayoutText]:
        """Return every string value of the layout in document order."""
        return self._found.texts

    @cached_property
    def _addresses(self) -> tuple[Address, ...]:
        return tuple(addresses_in(self._found.texts))

    def addresses(self) -> Sequence[Address]:
        """Return every address in the layout: of scripts, framed pages, images, and of what only components know."""
        return self._addresses

    # What YAML rules walk

    def node(self, path: Path) -> Node | None:
        """Return the node at a path, or None when there is none."""
        at = self.missing(path)
        return json_node(at.document, at.path, _label(path))

    def nodes(self) -> Iterator[tuple[Path, Node]]:
        """Yield every node in document order, the root first."""
        for path in self._paths():
            node = self.node(path)
            if node is not None:
                yield path, node

    def _paths(self) -> Iterator[Path]:
        inner = self.root_at.document
        for path in json_paths(self.document.data):
            yield path
            if inner is not self.document and path == (CONTENT,):
                yield from ((CONTENT, *below_it) for below_it in json_paths(inner.data) if below_it)

    def missing(self, path: Path) -> Place:
        """Return the place of a node whether or not it is there: an absent one is reported at what would hold it."""
        inner = self.root_at.document
        if inner is not self.document and len(path) > 1 and path[0] == CONTENT:
            return Place(inner, path[1:])
        return Place(self.document, path)


def _grouped(members: Iterable[Member], name: str) -> Mapping[str, Sequence[Member]]:
    """Return members by what they have under a name."""
    found: dict[str, list[Member]] = {}
    key = attrgetter(name)
    for member in members:
        found.setdefault(key(member), []).append(member)
    return found


def _label(path: Path) -> str:
    """Return what to call a node: its name, or `entry 2 of navigation`."""
    if not path:
        return "the layout"
    if isinstance(path[-1], int):
        return f"entry {path[-1] + 1} of {_label(path[:-1])}"
    return path[-1]
