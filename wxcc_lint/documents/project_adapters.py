"""The hosts that an integration needs of Salesforce, and which addresses on its lists are there for them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.callcenter_view import GENERAL
from wxcc_lint.documents.host_sources import HostSource, source_of
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce_urls import ListedUrl, listed_urls


class Adapter(Struct, frozen=True):
    """A page that Salesforce shows as the softphone: the item that names it, and its address.

    `trusted` are the trusted URLs that let it in, and `own` those of them that are for its very host.
    """

    item: Item
    source: HostSource
    trusted: tuple[ListedUrl, ...]

    @property
    def own(self) -> tuple[ListedUrl, ...]:
        """The trusted URLs for no other host."""
        return tuple(one for one in self.trusted if one.source and one.source.host == self.source.host)


def adapters(project: Project) -> Iterator[Adapter]:
    """Yield the adapter of each host; of files that belong to no environment none."""
    if project.environment is None:
        return
    told = set()
    trusted = tuple(listed_urls(project, "CspTrustedSite"))
    for view in project.callcenters:
        item = view.item("reqAdapterUrl", GENERAL) if view.generation in {"v1", "v2"} else None
        source = source_of(item.value) if item and "${" not in item.value else None
        if item and source and source.scheme == "https" and source.host not in told:
            told.add(source.host)
            yield Adapter(item, source, tuple(one for one in trusted if one.source and one.source.covers(source)))
