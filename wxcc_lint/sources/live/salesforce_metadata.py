"""Rows of queries as the files that a retrieve of the same components would bring."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE

Row = Mapping[str, Any]
_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Component(Struct, frozen=True):
    """A type of metadata whose components are rows of an object.

    `name` is the column with the full name. `elements` are those of a file in the order of the WSDL, each with the column
    that says the same; `late` are columns that not every version of the API has. `apis` are those that may know the object,
    the likeliest first. Rows of packages have a namespace, if the object `has_namespaces`.
    """

    type: str
    object: str
    name: str
    elements: Mapping[str, str]
    late: tuple[str, ...] = ()
    apis: tuple[str, ...] = ("data",)
    has_namespaces: bool = True


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
    "ServicePresenceStatus", "ServicePresenceStatus", "DeveloperName", {"label": "MasterLabel"}, has_namespaces=False
)
"""Its files name channels as well, which are rows of another object."""

APEX_CLASS: Final = Component("ApexClass", "ApexClass", "Name", {"apiVersion": "ApiVersion", "status": "Status"})
"""Its source is a file of its own."""


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
            etree.SubElement(inner, f"{{{NAMESPACE}}}channel").text = xml_text(channel)
    for element, text in _said(it, row):
        etree.SubElement(root, f"{{{NAMESPACE}}}{element}").text = xml_text(text)
    return component_file(root)


def package_component(version: str) -> str:
    """Return the file of an installed package.

    No API tells whether its remote sites were switched on while it was installed; retrieved files say that they were not.
    """
    it = Component("InstalledPackage", "", "", {"activateRSS": "activateRSS", "versionNumber": "versionNumber"})
    return component_of(it, {"activateRSS": False, "versionNumber": version})


def xml_text(text: str) -> str:
    """Return a text with the character for what is unknown in the place of those that XML has no way to write."""
    return _NOT_IN_XML.sub("\ufffd", text)


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
        elif isinstance(value, str | int | float) and value != "":
            yield element, str(value)
