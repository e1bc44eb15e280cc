"""What belongs together in one environment: the view of rules that look across files."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from wxcc_lint.documents.allowlist import AllowList
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.documents.surroundings import Surroundings

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

    def keeps(self, type_name: str) -> bool:
        """Tell whether the files of the environment are meant to hold the components of a type.

        It is so where there is one, whether it matters here or not, or where a manifest asks for the type. Only then does it
        mean something that a component is absent. Of files of no environment nobody knows which others there are.
        """
        return self.environment is not None and (
            type_name in self.noticed or bool(self.of_type(type_name)) or self.asks_for(type_name)
        )

    def asks_for(self, *types: str) -> bool:
        """Tell whether a manifest asks for all of these types together, so that they say all they have to say of each other."""
        manifests = (one for one in self.of_type("Package") if one.document.root.name.endswith("package.xml"))
        return any(set(types) <= {part.text("name") for part in one.parts("types")} for one in manifests)
