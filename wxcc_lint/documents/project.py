"""What belongs together in one environment: the view of rules that look across files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from urllib.parse import unquote

from wxcc_lint.documents.allowlist import AllowList
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.component_files import comparable_name
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.salesforce_view import MetadataPart, SalesforceComponent
from wxcc_lint.documents.surroundings import Surroundings

ALL = "*"
"""What a manifest lists to ask for all components of a type."""
FileView = CallCenter | Layout | AllowList | SalesforceComponent


class Project:
    """The files of one environment, in the order of their names; `environment` is None for those that belong to none.

    Values of the files are filled in with the environment's variables. There is at least one file. `unread` are the names
    of further files that could not be read; what they hold is not known. `noticed` are by type the names of Salesforce
    components that were not read: they have no part in the integration.
    """

    kind = "project"

    def __init__(
        self,
        views: Sequence[FileView],
        environment: Surroundings | None = None,
        unread: Collection[str] = (),
        noticed: Mapping[str, Collection[str]] = {},
    ) -> None:
        self.views = tuple(sorted(views, key=lambda view: view.document.root.name))
        self.environment = environment
        self.unread = frozenset(unread)
        self.noticed = noticed

    @property
    def document(self) -> Document:
        """The first file."""
        return self.views[0].document

    @cached_property
    def callcenters(self) -> tuple[CallCenter, ...]:
        """The call center definitions."""
        return tuple(view for view in self.views if isinstance(view, CallCenter))

    @cached_property
    def layouts(self) -> tuple[Layout, ...]:
        """The desktop layouts."""
        return tuple(view for view in self.views if isinstance(view, Layout))

    @cached_property
    def allowlist(self) -> AllowList | None:
        """The allowed list that the environment declares; None where it declares none, or it cannot be read."""
        return next((view for view in self.views if isinstance(view, AllowList)), None)

    @cached_property
    def components(self) -> tuple[SalesforceComponent, ...]:
        """The components of the Salesforce project."""
        return tuple(view for view in self.views if isinstance(view, SalesforceComponent))

    def of_type(self, *types: str) -> tuple[SalesforceComponent, ...]:
        """Return the components of some types, such as `Profile`."""
        return tuple(one for one in self.components if one.type in types)

    def names_of(self, type_name: str) -> list[str]:
        """Return the names of all components of a type, those that were not read among them."""
        return sorted({*(one.name for one in self.of_type(type_name)), *self.noticed.get(type_name, ())})

    def keeps(self, type_name: str, name: str = ALL) -> bool:
        """Tell whether the files of the environment are meant to hold the components of a type, or the one of this name.

        It is so where there is one, whether it matters here or not, or where a manifest asks for it. Only then does it mean
        something that a component is absent. Of files of no environment nobody knows which others there are.
        """
        return self.environment is not None and (
            type_name in self.noticed or bool(self.of_type(type_name)) or self.asks_for({type_name: name})
        )

    def asks_for(self, names: Mapping[str, str]) -> bool:
        """Tell whether a manifest asks for components of these types together, so that each says all it has to of the others.

        A manifest that names others of a type, as one does that deploys a change, does not ask for this one.
        """
        manifests = (one for one in self.of_type("Package") if one.document.root.name.endswith("package.xml"))
        return any(all(_names(one, *wanted) for wanted in names.items()) for one in manifests)


def members_of(manifest: SalesforceComponent, type_name: str) -> Iterator[MetadataPart]:
    """Yield the names that a manifest lists of a type."""
    for group in manifest.parts("types"):
        if group.text("name") == type_name:
            yield from group.parts("members")


def _names(manifest: SalesforceComponent, type_name: str, name: str) -> bool:
    wanted = {ALL, comparable_name(name, type_name)}
    members = (unquote(one.text() or "") for one in members_of(manifest, type_name))
    return any(comparable_name(member, type_name) in wanted for member in members)
