"""Which hosts the layouts of an environment ask for, and which of them its allowed list does not cover."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from wxcc_lint.catalog.hosts import host_fact
from wxcc_lint.documents.address_hosts import DIRECTIVES, Directive, directive_for, entry_for, unlisted_because
from wxcc_lint.documents.allowlist_entries import Coverage
from wxcc_lint.documents.host_sources import HostSource, source_of
from wxcc_lint.documents.layout_texts import Address
from wxcc_lint.documents.project import Project


class UnlistedHost(Struct, frozen=True):
    """A host, as an entry, that no entry covers, with all addresses on it in the order of the files."""

    entry: str
    addresses: tuple[Address, ...]

    @property
    def host(self) -> str:
        """The host without its port."""
        return self.addresses[0].host

    @property
    def directives(self) -> tuple[Directive, ...]:
        """What its addresses need of the policy."""
        needed = set(map(directive_for, self.addresses))
        return tuple(directive for directive in DIRECTIVES if directive in needed)

    @property
    def is_loaded(self) -> bool:
        """Whether the Desktop itself loads or frames something; what else widgets do with an address, only they know."""
        return self.directives != ("connect-src",)


def unlisted_hosts(project: Project) -> Iterator[UnlistedHost]:
    """Yield the hosts that an environment's list should have. What should not be loaded at all, other rules tell."""
    if project.allowlist is None:
        return
    coverage = Coverage(project.allowlist)
    found: dict[str, list[Address]] = {}
    for address, source in wanted_sources(project):
        if not any(coverage.of(source)) and not host_fact(address.host, address.piece("path")):
            found.setdefault(entry_for(address), []).append(address)
    for entry, addresses in found.items():
        yield UnlistedHost(entry, tuple(addresses))


def wanted_sources(project: Project) -> Iterator[tuple[Address, HostSource]]:
    """Yield every address in the layouts that leads to another host, with what an entry has to cover."""
    for layout in project.layouts:
        for address in layout.addresses():
            source = source_of(address.url) if address.host and not unlisted_because(address) else None
            if source:
                yield address, source
