"""What desktop layouts bring into the Desktop from elsewhere: the hosts they lead to, and the widgets with their data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct, field

from wxcc_lint.catalog.hosts import host_fact, is_ip_address, is_private, is_shared, system_word
from wxcc_lint.documents.address_hosts import (
    DIRECTIVES,
    Directive,
    Reason,
    directive_for,
    entry_for,
    has_port,
    unlisted_because,
)
from wxcc_lint.documents.layout_navigation import navigation_entries
from wxcc_lint.documents.layout_nodes import Component, below
from wxcc_lint.documents.layout_store import references_in
from wxcc_lint.documents.layout_tabs import label_of, slots_among, tab_groups
from wxcc_lint.documents.layout_texts import Address
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place

Remark = Literal[
    "insecure", "ip-address", "port", "private", "shared", "tunnel", "demo", "raw", "retired", "test-system"
]


class Use(Struct, frozen=True):
    """An address of a layout, where it stands, and what it belongs to."""

    url: str
    path: str
    line: int
    column: int
    role: str | None
    area: str | None
    component: str | None


class ListedHost(Struct, frozen=True):
    """A host as the allowed list takes it, the directives that its addresses need, and what to think of before."""

    host: str
    directives: tuple[Directive, ...]
    remarks: tuple[Remark, ...]
    uses: tuple[Use, ...]


class OtherHost(Struct, frozen=True):
    """What stands in the place of a host and is nothing for the allowed list, and why."""

    host: str
    reason: Reason
    uses: tuple[Use, ...]


class Hosts(Struct, frozen=True):
    """All hosts of some layouts, by name."""

    listed: tuple[ListedHost, ...]
    others: tuple[OtherHost, ...]


class StoreData(Struct, frozen=True):
    """What a widget gets from the Desktop: its attribute or property, and the path in the store behind `$STORE.`."""

    kind: Literal["attribute", "property"]
    name: str
    store: str


class Widget(Struct, frozen=True):
    """A widget that is loaded from elsewhere; `address` is that of its script or framed page."""

    path: str
    line: int
    column: int
    role: str | None
    area: str
    component: str
    title: str | None
    address: str
    host: str
    data: tuple[StoreData, ...]


class _Found(Struct):
    directives: set[Directive] = field(default_factory=set)
    remarks: set[Remark] = field(default_factory=set)
    uses: list[Use] = field(default_factory=list)


def hosts_of(layouts: Iterable[Layout]) -> Hosts:
    """Return the hosts of all addresses; the Desktop's own, relative ones have none."""
    listed: dict[str, _Found] = {}
    others: dict[tuple[str, Reason], list[Use]] = {}
    for layout in layouts:
        for address in layout.addresses():
            if not address.host:
                continue
            reason = unlisted_because(address)
            if reason:
                others.setdefault((address.piece("host"), reason), []).append(_use(address))
                continue
            found = listed.setdefault(entry_for(address), _Found())
            found.directives.add(directive_for(address))
            found.remarks.update(_remarks(address))
            found.uses.append(_use(address))
    return Hosts(
        tuple(
            ListedHost(host, _sorted(found.directives), tuple(sorted(found.remarks)), tuple(found.uses))
            for host, found in sorted(listed.items())
        ),
        tuple(OtherHost(host, reason, tuple(uses)) for (host, reason), uses in sorted(others.items())),
    )


def widgets_of(layouts: Iterable[Layout]) -> Iterator[Widget]:
    """Yield the components that have a script, or share the name of one in the same role, and framed pages."""
    for layout in layouts:
        loaded_from = _addresses_by_element(layout)
        titles = _titles(layout)
        data = _store_data(layout)
        for component in layout.components():
            key = component.role.name, component.comp
            address = loaded_from.get(component.at) or loaded_from.get(key)
            if address is None:
                continue
            path, line, column = _where(component.at)
            yield Widget(
                path,
                line,
                column,
                component.role.name,
                component.area,
                component.comp,
                _title(component, titles),
                address.url.strip(),
                address.host,
                tuple(data.get(component.at, ())),
            )


def _sorted(directives: set[Directive]) -> tuple[Directive, ...]:
    return tuple(directive for directive in DIRECTIVES if directive in directives)


def _remarks(address: Address) -> Iterator[Remark]:
    if address.is_insecure:
        yield "insecure"
    if is_ip_address(address.host):
        yield "ip-address"
    if has_port(address):
        yield "port"
    if is_private(address.host):
        yield "private"
    if is_shared(address.host):
        yield "shared"
    fact = host_fact(address.host, address.piece("path"))
    if fact and fact.kind != "local":
        yield fact.kind
    word = system_word(address.host, address.piece("path"))
    if word and word.certain:
        yield "test-system"


def _use(address: Address) -> Use:
    path, line, column = _where(address.at)
    role, component = address.text.role, address.text.component
    return Use(
        address.url.strip(),
        path,
        line,
        column,
        role.name if role else None,
        component.area if component else None,
        component.comp if component else None,
    )


def _where(at: Place) -> tuple[str, int, int]:
    root = at.document.root
    line, column = root.text.locate(at.span.start)
    return root.name, line, column


def _addresses_by_element(layout: Layout) -> dict[object, Address]:
    """Return the address of each component that has one, by its place, and the first script of each name in a role."""
    found: dict[object, Address] = {}
    for address in layout.addresses():
        component = address.text.component
        if component and address.use in {"script", "frame"} and address.url.strip():
            found.setdefault(component.at, address)
            if address.use == "script" and component.comp:
                found.setdefault((component.role.name, component.comp), address)
    return found


def _store_data(layout: Layout) -> dict[Place, list[StoreData]]:
    found: dict[Place, list[StoreData]] = {}
    for text in layout.texts():
        if text.component is None or text.inside[0] not in {"attributes", "properties"}:
            continue
        name = ".".join(str(step) for step in text.inside[1:])
        kind: Literal["attribute", "property"] = "attribute" if text.inside[0] == "attributes" else "property"
        for reference in references_in(text):
            found.setdefault(text.component.at, []).append(StoreData(kind, name, reference.path))
    return found


def _titles(layout: Layout) -> dict[Place, str]:
    """Return what people know the parts of a layout by: pages by their label, panels by the text of their tab."""
    titles: dict[Place, str] = {below(entry.at, "page"): entry.label for entry in navigation_entries(layout)}
    for group in tab_groups(layout):
        for pair in group.pairs:
            slot = next((slot.name for slot in slots_among(pair.tab)), None)
            title = label_of(pair.tab) or slot
            if title:
                titles[pair.panel.at] = title
    return titles


def _title(component: Component, titles: dict[Place, str]) -> str | None:
    """Return the title of a widget: that of its frame, its own text, or the one of the nearest part around it."""
    own = component.wrapper.get("title")
    if isinstance(own, str) and own.strip():
        return own.strip()
    if component.text_content and component.text_content.strip():
        return component.text_content.strip()
    at = component.at
    around = (Place(at.document, at.path[:length]) for length in range(len(at.path), 0, -1))
    return next((titles[place] for place in around if place in titles), None)
