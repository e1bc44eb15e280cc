"""The regions that the files of an environment name, and where they do not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from wxcc_lint.catalog.named_regions import named_regions
from wxcc_lint.catalog.recording import is_of_package, recording_host, recording_url
from wxcc_lint.catalog.regions import Region, region_of, regions
from wxcc_lint.documents.allowlist import AllowList
from wxcc_lint.documents.callcenter_region import StatedRegion, stated_region
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.host_sources import host_source
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.project import FileView, Project
from wxcc_lint.documents.salesforce_recording import code_at, stated_recording_regions
from wxcc_lint.documents.salesforce_urls import listed_urls
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.documents.surroundings import Surroundings
from wxcc_lint.documents.variables import is_filled_in

_SITES = ("RemoteSiteSetting", "CspTrustedSite")
"""The types of components that let Salesforce reach a host."""


class RegionClaim(Struct, frozen=True):
    """A place that names a region: `at` is that of its code, `subject` the words for what names it.

    `is_capital`: the code is written in capitals there.
    """

    region: Region
    at: Place
    subject: str
    view: FileView
    stated: StatedRegion | None = None
    is_capital: bool = False

    @property
    def sentence(self) -> str:
        """What it says."""
        return f"{self.subject} {called(self.region)}"

    @property
    def target(self) -> Place:
        """The place of what changes for another region."""
        return Place(self.stated.item.document, self.stated.item.path) if self.stated else self.at

    def value_for(self, region: Region) -> str:
        """Return what to write at the target for another region."""
        if self.stated:
            return self.stated.value_for(region)
        return region.code.upper() if self.is_capital else region.code

    @property
    def is_variable(self) -> bool:
        """Whether a variable of the config is what names the region."""
        return is_filled_in(self.target)


class RegionConflict(Struct, frozen=True):
    """Places that name one region, and what says otherwise: the declaration, or the first place of each other file."""

    claims: Sequence[RegionClaim]
    declared: Region | None
    others: Sequence[RegionClaim] = ()

    @property
    def in_callcenter(self) -> bool:
        """Whether a call center is among the places."""
        return any(claim.stated for claim in self.claims)

    @property
    def can_mend(self) -> bool:
        """Whether it is plain what to write in the files: nothing comes from a variable, or is right elsewhere."""
        return self.declared is not None and not any(
            claim.is_variable or _is_right_elsewhere(claim) for claim in self.claims
        )


def called(region: Region) -> str:
    """Return what to call a region."""
    return f"{region.code} ({region.label})"


def declared_region(environment: Surroundings | None) -> Region | None:
    """Return the region that the config declares, if it is a known one."""
    return regions().get(environment.region or "") if environment else None


def region_conflicts(project: Project) -> Iterator[RegionConflict]:
    """Yield the places that contradict the declared region, those of one region together.

    Where none is declared, they contradict what most files name, as soon as a call center or a component of Salesforce
    names one. Between as many files on either side, it is the first place that is told. Files of no environment need not
    agree.
    """
    if project.environment is None:
        return
    declared = declared_region(project.environment)
    claims = _claims(project, declared)
    if declared is not None:
        yield from (RegionConflict(same, declared) for same in _by_region(claims) if same[0].region != declared)
    elif any(isinstance(claim.view, CallCenter | SalesforceComponent) for claim in claims):
        yield from _undeclared(claims)


def _undeclared(claims: Sequence[RegionClaim]) -> Iterator[RegionConflict]:
    groups = _by_region(claims)
    files = Counter(claim.region for claim in _first_of_files(claims))
    most = [group for group in groups if files[group[0].region] == max(files.values())]
    wrong = groups[:1] if len(most) > 1 else [group for group in groups if group not in most]
    for group in wrong:
        right = [claim for claim in claims if claim.region != group[0].region and (len(most) > 1 or claim in most[0])]
        if right:
            yield RegionConflict(group, None, _first_of_files(right))


def _by_region(claims: Sequence[RegionClaim]) -> list[list[RegionClaim]]:
    groups: dict[Region, list[RegionClaim]] = {}
    for claim in claims:
        groups.setdefault(claim.region, []).append(claim)
    return [*groups.values()]


def _first_of_files(claims: Sequence[RegionClaim]) -> list[RegionClaim]:
    """Return the first place in each file for each region."""
    first: dict[tuple[int, Region], RegionClaim] = {}
    for claim in claims:
        first.setdefault((id(claim.view), claim.region), claim)
    return [*first.values()]


def _claims(project: Project, declared: Region | None) -> Sequence[RegionClaim]:
    """Return all places in the order in which the first that disagrees is told."""
    claims = []
    for callcenter in project.callcenters:
        stated = stated_region(callcenter) if callcenter.generation in {"v1", "v2"} else None
        if stated is not None:
            subject = f"'{callcenter.label_of(stated.item)}' leads to"
            claims.append(RegionClaim(stated.region, stated.at, subject, callcenter, stated))
    claims += _in_recording(project)
    for layout in project.layouts:
        claims += _in_layout(layout)
    for kind in _SITES:
        claims += _in_sites(project, kind, declared)
    if project.allowlist is not None:
        claims += _in_allowlist(project.allowlist, declared)
    return claims


def _in_recording(project: Project) -> Iterator[RegionClaim]:
    for one in stated_recording_regions(project.components):
        assert one.region is not None, "these are the settings that name one"
        subject = f"'{one.url.host}' is for" if one.url else f"'{one.name}' is"
        yield RegionClaim(one.region, one.region_at, subject, one.component, is_capital=one.url is None)


def _in_sites(project: Project, kind: str, declared: Region | None) -> Iterator[RegionClaim]:
    """Yield the hosts for recordings among the sites of a type, unless the declared region's can be reached as well.

    One site too many does no harm: without a declared region, those of several name none. What the package brings along
    nobody can change.
    """
    needed = host_source(recording_host(declared)) if declared else None
    claims = []
    for listed in listed_urls(project, kind):
        url = recording_url(listed.value)
        if url is None or not listed.is_active or is_of_package(listed.component.name):
            continue
        source = host_source(url.host)
        if needed and source and source.covers(needed):
            return
        if url.region is not None:
            claims.append(RegionClaim(url.region, code_at(listed.at, url), f"'{url.host}' is for", listed.component))
    if declared or len({claim.region for claim in claims}) == 1:
        yield from claims


def _in_layout(layout: Layout) -> Iterator[RegionClaim]:
    for text in layout.texts():
        name = text.name
        told = set()
        for one in named_regions(name, text.value):
            if one.region not in told:
                told.add(one.region)
                yield RegionClaim(one.region, text.at.slice(one.start, one.end), f"'{one.host or name}' is for", layout)


def _in_allowlist(allowlist: AllowList, declared: Region | None) -> Iterator[RegionClaim]:
    """Yield the Agent Desktops on the list, unless that of the declared region is on it as well."""
    needed = host_source(declared.host) if declared else None
    if needed and any(entry.source and entry.source.covers(needed) for entry in allowlist.entries):
        return
    for entry in allowlist.entries:
        region = region_of(f"https://{entry.source.host}") if entry.source else None
        if region is not None:
            start = entry.value.lower().find(f"-{region.code}.") + 1
            at = entry.at.slice(start, start + len(region.code))
            yield RegionClaim(region, at, f"'{entry.value}' is for", allowlist)


def _is_right_elsewhere(claim: RegionClaim) -> bool:
    return any(one.region == claim.region.code for one in claim.view.environments)
