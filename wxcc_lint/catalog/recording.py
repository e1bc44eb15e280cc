"""Recording playback in Salesforce: the hosts that serve recordings, and the codes of data centres."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.hosts import is_vendors
from wxcc_lint.catalog.regions import Region, regions
from wxcc_lint.catalog.salesforce_package import package_facts
from wxcc_lint.suggest import closest

_URL: Final = re.compile(
    r"(?:(?:(?P<scheme>[a-z][a-z0-9+.-]*):)?//)?(?P<host>[\w*.-]+)(?P<rest>(?:[:/?#]\S*)?)", re.IGNORECASE
)


class RecordingUrl(Struct, frozen=True):
    """An address of the vendor as it is written, with or without a scheme; `host_start` is where the host begins in it."""

    scheme: str | None
    host: str
    host_start: int
    rest: str

    @property
    def host_end(self) -> int:
        """Where the host ends."""
        return self.host_start + len(self.host)

    @property
    def serves_recordings(self) -> bool:
        """Whether the host is one for recordings, or nearly so."""
        known = _first_label(_facts()["host"])
        label = _first_label(self.host.lower())
        return label[:5] == known[:5] and closest(label, [known]) is not None

    @property
    def region(self) -> Region | None:
        """The region whose recordings the host serves; None for a host that is not known."""
        return next((region for host, region in recording_hosts().items() if host == self.host.lower()), None)

    @property
    def code_start(self) -> int:
        """Where the code of the region begins, in an address of a known host."""
        return self.host_start + str(_facts()["host"]).index("{code}")


def recording_url(text: str) -> RecordingUrl | None:
    """Return an address of the vendor, None for any other text."""
    match = _URL.fullmatch(text)
    if match is None or not is_vendors(match["host"].lower()):
        return None
    return RecordingUrl(match["scheme"], match["host"], match.start("host"), match["rest"])


@cache
def recording_hosts() -> Mapping[str, Region]:
    """Return the hosts that serve recordings, each with its region."""
    return {recording_host(region): region for region in regions().values()}


def recording_host(region: Region) -> str:
    """Return the host that serves the recordings of a region."""
    return str(_facts()["host"]).format(code=region.code)


def shipped_recording_region() -> Region:
    """Return the region of the settings that the package comes with."""
    return regions()[_facts()["shipped"]]


def redirect_path() -> str:
    """Return what the redirect URI has behind the host."""
    return str(_facts()["redirect-path"])


def is_of_package(name: str) -> bool:
    """Tell whether a component, or a label, is of the vendor's package."""
    return name.lower().startswith(f"{package_facts().namespace}__")


def says(name: str, what: str) -> bool:
    """Tell whether a name says that its value is the `redirect` or the `data-centre`."""
    return any(word in _letters(name) for word in _facts()["names"][what])


def says_nothing(name: str) -> bool:
    """Tell whether a field has the name that leaves it to the record what the value is."""
    return _letters(name.split("__")[-2] if "__" in name else name) == str(_facts()["plain-name"])


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _first_label(host: str) -> str:
    return host.partition(".")[0]


def _facts() -> Any:
    return read_facts("recording.yaml")
