"""Rows of queries as the files that a retrieve of the same components would bring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Component:
    """A type of metadata whose components are rows of an object.

    `name` is the column with the full name. `elements` are those of a file in the order of the WSDL, each with the column
    that says the same; `late` are columns that not every version of the API has. `apis` are those that may know the object,
    the likeliest first.
    """

    type: str
    object: str
    name: str
    elements: Mapping[str, str]
    late: tuple[str, ...] = ()
    apis: tuple[str, ...] = ("data",)
    condition: str = ""

    @property
    def columns(self) -> list[str]:
        """The columns to ask for."""
        return ["Id", self.name, *self.elements.values()]


_DIRECTIVES: Final = ("Connect", "Font", "Frame", "Img", "Media", "Style")

COMPONENTS: Final = (
    Component(
        "CspTrustedSite",
        "CspTrustedSite",
        "DeveloperName",
        {
            "canAccessCamera": "CanAccessCamera",
            "canAccessMicrophone": "CanAccessMicrophone",
            "context": "Context",
            "description": "Description",
            "endpointUrl": "EndpointUrl",
            "isActive": "IsActive",
            **{f"isApplicableTo{one}Src": f"IsApplicableTo{one}Src" for one in _DIRECTIVES},
        },
        late=("CanAccessCamera", "CanAccessMicrophone"),
        apis=("data", "tooling"),
    ),
    Component(
        "CorsWhitelistOrigin",
        "CorsWhitelistEntry",
        "DeveloperName",
        {"urlPattern": "UrlPattern"},
        apis=("tooling", "data"),
    ),
    Component(
        "RemoteSiteSetting",
        "RemoteProxy",
        "SiteName",
        {
            "description": "Description",
            "disableProtocolSecurity": "ProtocolMismatch",
            "isActive": "IsActive",
            "url": "EndpointUrl",
        },
        apis=("tooling",),
    ),
)
"""The types that need nothing but a query each."""

PRESENCE_STATUS: Final = Component(
    "ServicePresenceStatus", "ServicePresenceStatus", "DeveloperName", {"label": "MasterLabel"}
)
"""Its files name channels as well, which are rows of another object."""


def apex_class(name: str) -> Component:
    """Return what asks for one Apex class; its source is not part of the file with its metadata."""
    elements = {"apiVersion": "ApiVersion", "status": "Status"}
    return Component("ApexClass", "ApexClass", "Name", elements, condition=f"Name = {quoted(name)}")


def quoted(text: str) -> str:
    """Return a text as SOQL takes it."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    return f"'{escaped}'"


def component_of(it: Component, row: Row, channels: Sequence[str] = ()) -> str:
    """Return the file that says what a row does; `channels` are those of a presence status."""
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}{it.type}", nsmap={None: NAMESPACE})
    if channels:
        inner = etree.SubElement(root, f"{{{NAMESPACE}}}channels")
        for channel in sorted(channels):
            etree.SubElement(inner, f"{{{NAMESPACE}}}channel").text = channel
    for element, text in _said(it, row):
        etree.SubElement(root, f"{{{NAMESPACE}}}{element}").text = text
    return component_file(root)


def package_component(version: str) -> str:
    """Return the file of an installed package.

    No API tells whether its remote sites were switched on while it was installed; retrieved files say that they were not.
    """
    it = Component("InstalledPackage", "", "", {"activateRSS": "activateRSS", "versionNumber": "versionNumber"})
    return component_of(it, {"activateRSS": False, "versionNumber": version})


def component_file(root: Any) -> str:
    """Return an element as Salesforce's own tools write files."""
    from lxml import etree

    etree.indent(root, space="    ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def _said(it: Component, row: Row) -> Iterator[tuple[str, str]]:
    """Yield the elements that have something to say, with it: what is null or empty has none in files either."""
    for element, column in it.elements.items():
        value = row.get(column)
        if isinstance(value, bool):
            yield element, "true" if value else "false"
        elif value not in {None, ""}:
            yield element, str(value)
