"""The Version 1 Salesforce connector in a layout: its components, their settings and their version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from wxcc_lint.catalog.salesforce_connector import connector_facts
from wxcc_lint.documents.layout_nodes import Component
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.once import once
from wxcc_lint.remember import remembered


class ConnectorSetting(Struct, frozen=True):
    """An attribute or property of a connector component."""

    name: str
    value: Any
    at: Place


class ConnectorVersion(Struct, frozen=True):
    """The version of the connector that a script's address names."""

    text: str
    at: Place

    @property
    def numbers(self) -> tuple[int, ...]:
        """The version for comparing."""
        return version_numbers(self.text)


def version_numbers(text: str) -> tuple[int, ...]:
    """Return a version such as `1.1.9` for comparing."""
    return tuple(map(int, text.split(".")))


@once
def connector_components(layout: Layout) -> tuple[Component, ...]:
    """Return the components of the Salesforce connector."""
    settings = (*layout.settings("attributes"), *layout.settings("properties"))
    found = {
        id(component)
        for component, name, value in settings
        if _is_setting(name) or (isinstance(value, str) and _is_address(value))
    }
    found |= {id(one) for one in layout.components_with("script") if one.script and _is_address(one.script)}
    return tuple(one for one in layout.components() if id(one) in found) if found else ()


@remembered
def _is_setting(name: str) -> bool:
    return name.lower() in connector_facts().settings


@remembered
def _is_address(text: str) -> bool:
    return connector_facts().address.search(text) is not None


def outdial_anis(layout: Layout) -> Iterator[ConnectorSetting]:
    """Yield the numbers that the connector shows to called customers."""
    yield from _named(layout, connector_facts().ani)


def has_actions_widget(layout: Layout) -> bool:
    """Tell whether the layout has the connector's Actions widget."""
    return any(str(one.value).strip().lower() == "true" for one in _named(layout, connector_facts().actions))


def connector_version(layout: Layout) -> ConnectorVersion | None:
    """Return the newest version of the connector that the layout loads; None where no address names one."""
    found = []
    for component in connector_components(layout):
        match = connector_facts().version.search(component.script or "")
        if match:
            found.append(ConnectorVersion(match[1], component.place("script").slice(*match.span(1))))
    return max(found, key=lambda version: version.numbers, default=None)


def connector_settings(component: Component) -> Mapping[str, ConnectorSetting]:
    """Return the settings of a connector component by their names in lower case, as HTML reads attributes."""
    return {one.name.lower(): one for one in _settings(component)}


def _named(layout: Layout, name: str) -> Iterator[ConnectorSetting]:
    for component in connector_components(layout):
        yield from (one for one in _settings(component) if one.name.lower() == name.lower())


def _settings(component: Component) -> Iterator[ConnectorSetting]:
    for group, held in (("attributes", component.attributes), ("properties", component.properties)):
        yield from (ConnectorSetting(name, value, component.place(group, name)) for name, value in held.items())
