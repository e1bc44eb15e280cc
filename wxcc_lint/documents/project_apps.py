"""The Lightning apps of a project and what stands in their utility bars."""

from __future__ import annotations

from msgspec import Struct

from wxcc_lint.documents.model import Place
from wxcc_lint.documents.nodes import json_paths
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce_view import MetadataPart, SalesforceComponent


class UtilityBar(Struct, frozen=True):
    """An app whose utility bar the project has as well."""

    app: SalesforceComponent
    page: SalesforceComponent

    def component(self, name: str) -> Place | None:
        """Return the place of a component's name in the utility bar, None where it is not in it."""
        parts = (MetadataPart(self.page.document, path) for path in json_paths(self.page.data))
        found = (part for part in parts if part.path[-1:] == ("componentName",) and part.text() == name)
        return next((part.text_at() for part in found), None)


def utility_bars(project: Project) -> tuple[UtilityBar, ...]:
    """Return the apps with a utility bar that could be read."""
    pages = {page.name.casefold(): page for page in project.of_type("FlexiPage")}
    named = ((app, (app.text("utilityBar") or "").casefold()) for app in project.of_type("CustomApplication"))
    return tuple(UtilityBar(app, pages[name]) for app, name in named if name in pages)
