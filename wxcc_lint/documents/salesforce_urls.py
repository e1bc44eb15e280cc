"""The addresses on the three lists of Salesforce: trusted URLs, origins for CORS, and remote sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from wxcc_lint.documents.host_sources import HostSource, blank_in, host_source
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce_view import SalesforceComponent, part_of
from wxcc_lint.documents.variables import is_filled_in

_ELEMENTS: Final = {"CspTrustedSite": "endpointUrl", "CorsWhitelistOrigin": "urlPattern", "RemoteSiteSetting": "url"}
_DIRECTIVES: Final = tuple(f"isApplicableTo{kind}Src" for kind in ("Connect", "Font", "Frame", "Img", "Media", "Style"))
_DEVICES: Final = ("canAccessCamera", "canAccessMicrophone")


class ListedUrl(Struct, frozen=True):
    """The address of a component; `value` is without outer blanks, and empty where there is none."""

    component: SalesforceComponent
    value: str
    at: Place

    @property
    def source(self) -> HostSource | None:
        """The address as a host source, without what follows the path; None where it is none."""
        return host_source(re.split(r"[?#]", self.value, maxsplit=1)[0])

    @property
    def behind_host(self) -> str:
        """Path, query and fragment; nothing where the address is no host source."""
        return re.sub(r"^(?:[^/?#]*://)?[^/?#]*", "", self.value) if self.source else ""

    @property
    def blank(self) -> re.Match[str] | None:
        """What is to be filled in."""
        return blank_in(self.value)

    @property
    def is_active(self) -> bool:
        """Whether it counts; origins for CORS always do."""
        return self.component.text("isActive") != "false"

    @property
    def can_mend(self) -> bool:
        """Whether the file itself has the address, and not a variable of the config."""
        return not is_filled_in(self.at)

    def part(self, start: int, end: int) -> Place:
        """Return the place of some characters of the value."""
        return part_of(self.at, start, end)


def listed_url(component: SalesforceComponent, type_name: str | None = None) -> ListedUrl | None:
    """Return the address of a component of a type, or of any that has one."""
    element = _ELEMENTS.get(component.type)
    if element is None or type_name not in {None, component.type}:
        return None
    value = component.text(element) or ""
    place = component.text_at(element)
    return ListedUrl(component, value, place if value else place.key())


def listed_urls(project: Project, *types: str) -> Iterator[ListedUrl]:
    """Yield the addresses of the components of some types."""
    for component in project.of_type(*types):
        listed = listed_url(component)
        if listed is not None:
            yield listed


def stated_directives(trusted: SalesforceComponent) -> tuple[str, ...]:
    """Return what a trusted URL says anything of; one that was written before API version 50 says nothing."""
    return tuple(name for name in (*_DIRECTIVES, *_DEVICES) if trusted.text(name) is not None)
