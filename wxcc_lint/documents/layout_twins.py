"""The same widget in several places of a layout: what it is loaded from there, in which versions, and how it is set up.

What differs between two places is told once. Scripts that differ within a role are in conflict. Versions of one product that
differ otherwise are mixed. Scripts that differ from role to role in more than the version are strays. The rest is settings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from msgspec import Struct, field

from wxcc_lint.catalog.hosts import host_fact, system_word
from wxcc_lint.catalog.layout_components import is_builtin
from wxcc_lint.catalog.placeholders import placeholders
from wxcc_lint.documents.layout_nodes import Component
from wxcc_lint.documents.layout_texts import Address
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.once import once
from wxcc_lint.remember import remembered

_ORIGIN: Final = re.compile(r"\s*(?:https?:)?[/\\]+", re.IGNORECASE)
_CODE: Final = re.compile(r"\.(?:m?js|css)\s*(?:[?#]|\Z)", re.IGNORECASE)
_VERSION: Final = re.compile(
    r"(?<![a-z0-9.])(?:v[0-9]{1,3}(?:\.[0-9]{1,9})*|[0-9]{1,9}(?:\.[0-9]{1,9})+)(?![a-z0-9])", re.IGNORECASE
)
_WORD: Final = re.compile(r"[a-z0-9]+")


class Version(Struct, frozen=True):
    """A version as it stands in an address. `product` is what stands before it there, without the scheme."""

    product: str
    text: str
    numbers: tuple[int, ...]
    start: int
    end: int
    address: Address

    @property
    def at(self) -> Place:
        """The place of the version."""
        return self.address.part(self.start, self.end)


class Widget(Struct, frozen=True, dict=True):
    """A component that a script defines, with all its uses in a layout.

    `code` are the complete addresses of its scripts and of the libraries that its attributes and properties name.
    """

    comp: str
    uses: Sequence[Component]
    code: Sequence[Address]
    answers: dict[Any, Any] = field(default_factory=dict)

    @cached_property
    def scripts(self) -> Sequence[Address]:
        """The addresses it is loaded from; at least one."""
        return [address for address in self.code if address.use == "script"]


@once
def widgets(layout: Layout) -> Sequence[Widget]:
    """Return the components that a script defines, in the order of their first uses."""
    code: dict[str, list[Address]] = {}
    for address in layout.addresses():
        is_code = address.use == "script" or _CODE.search(address.url)
        if address.text.component and is_code and address.host and not address.has_placeholder:
            code.setdefault(address.text.component.comp, []).append(address)
    found = (Widget(comp, uses, code[comp]) for comp, uses in layout.comps().items() if comp in code)
    return tuple(widget for widget in found if widget.scripts and widget.comp and not is_builtin(widget.comp))


def owner(address: Address) -> Component:
    """Return the component that an address of a widget stands in."""
    assert address.text.component is not None
    return address.text.component


def versions_in(address: Address) -> Sequence[Version]:
    """Return the version in the path of an address, and that in the file's name if the file is named after the product.

    In `/orders/v4/lib/orders_v3.js` both are versions of the product; that of `/orders/v4/lib/other_v3.js` is its own.
    """
    return [Version(*told, address) for told in _versions(address.url)]


@once
def conflicts(widget: Widget) -> Sequence[Sequence[Address]]:
    """Return, for each role that loads a widget from several addresses, the newest script and those that differ from it."""
    found = []
    for scripts in _by_role(widget.scripts).values():
        if len({script.url for script in scripts}) > 1:
            newest = max(scripts, key=_numbers)
            odd = [script for script in scripts if _differ(script, newest)]
            found += [(newest, *odd)] if odd else []
    return found


@once
def mixed_versions(widget: Widget) -> Sequence[Sequence[Version]]:
    """Return all versions of each product that a widget loads in several; scripts told as in conflict are left out."""
    told = {script.at for _, *odd in conflicts(widget) for script in odd}
    products: dict[str, list[Version]] = {one.product: [] for script in widget.scripts for one in versions_in(script)}
    for address in widget.code:
        for version in versions_in(address) if address.at not in told else ():
            products.get(version.product, []).append(version)
    return [versions for versions in products.values() if len({version.numbers for version in versions}) > 1]


@once
def stray_scripts(widget: Widget) -> Sequence[Address]:
    """Return the script of the first role and those of other roles that differ from it by more than the version.

    Nothing where none does, or where a role is in conflict with itself.
    """
    if conflicts(widget):
        return ()
    first, *others = (scripts[0] for scripts in _by_role(widget.scripts).values())
    strays = [other for other in others if _differ(other, first) and not _differ_in_version(other, first)]
    return (first, *strays) if strays else ()


def twins(widget: Widget) -> Iterator[Sequence[Component]]:
    """Yield the uses of a widget in one area that are each other's counterparts: one in each of several roles."""
    areas: dict[str, list[Component]] = {}
    for use in widget.uses:
        areas.setdefault(use.area, []).append(use)
    for uses in areas.values():
        if len(uses) == len({use.role.name for use in uses}) > 1:
            yield uses


def differing_settings(widget: Widget, one: Component, other: Component) -> Sequence[tuple[str, str]]:
    """Return `attributes` or `properties` and the name of each setting that is not the same in two uses.

    Left out is what is told for itself: code of another version or at a wrong place, what is still to be filled in,
    `"true"` beside `true`, and names that differ in case.
    """
    groups = (("attributes", one.attributes, other.attributes), ("properties", one.properties, other.properties))
    return [
        (group, name)
        for group, first, second in groups
        for name in (_differing(first, second) if first != second else ())
        if {one.place(group, name), other.place(group, name)}.isdisjoint(_told_of_code(widget))
    ]


def whereabouts(component: Component) -> str:
    """Return where a component stands, in words: `'headless' of 'agent'`."""
    area, role = component.area, component.role.name
    return f"'{area}' of '{role}'" if role else f"'{area}'"


@once
def _told_of_code(widget: Widget) -> frozenset[Place]:
    told = [version.address for versions in mixed_versions(widget) for version in versions]
    is_script = bool(stray_scripts(widget) or conflicts(widget))
    told += [address for address in widget.code if is_script or _is_wrong_host(address)]
    return frozenset(address.text.at for address in told)


def _differing(first: Mapping[str, Any], second: Mapping[str, Any]) -> Iterator[str]:
    in_both = {name.casefold() for name in first} & {name.casefold() for name in second}
    for name in {**second, **first}:
        if name not in first or name not in second:
            if name.casefold() not in in_both:
                yield name
        elif _written(first[name]) != _written(second[name]) and not any(
            map(_is_unfilled, (first[name], second[name]))
        ):
            yield name


def _is_unfilled(value: Any) -> bool:
    return isinstance(value, str) and bool(placeholders(value))


def _written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True)


def _by_role(addresses: Iterable[Address]) -> Mapping[str | None, Sequence[Address]]:
    roles: dict[str | None, list[Address]] = {}
    for address in addresses:
        roles.setdefault(owner(address).role.name, []).append(address)
    return roles


def _origin(url: str) -> int:
    origin = _ORIGIN.match(url)
    return origin.end() if origin else 0


def _differ(one: Address, other: Address) -> bool:
    """Tell whether two addresses lead to different places; a host that is wrong in itself is another matter."""
    if one.host != other.host and (_is_wrong_host(one) or _is_wrong_host(other)):
        return False
    return one.url[_origin(one.url) :].rstrip() != other.url[_origin(other.url) :].rstrip()


def _is_wrong_host(address: Address) -> bool:
    path = address.piece("path")
    word = system_word(address.host, path)
    return host_fact(address.host, path) is not None or (word is not None and word.certain)


def _differ_in_version(one: Address, other: Address) -> bool:
    first, second = versions_in(one)[:1], versions_in(other)[:1]
    return bool(first and second) and first[0].product == second[0].product and first[0].numbers != second[0].numbers


def _numbers(address: Address) -> tuple[int, ...]:
    return next((version.numbers for version in versions_in(address)), ())


Told = tuple[str, str, tuple[int, ...], int, int]


@remembered
def _versions(url: str) -> Sequence[Told]:
    """Return what `versions_in` tells of an address, but for the address itself."""
    path = url.find("/", _origin(url))
    first = _VERSION.search(url, path) if path >= 0 else None
    if first is None:
        return ()
    product = url[_origin(url) : first.start()]
    found = [_told(product, first)]
    name = re.split("[?#]", url, maxsplit=1)[0].rfind("/") + 1
    second = _VERSION.search(url, name) if name >= first.end() else None
    if second is not None and _is_named_after(product, url[name : second.start()]):
        again = _told(product, second)
        found += [again] if len(again[2]) == len(found[0][2]) else []
    return found


def _told(product: str, match: re.Match[str]) -> Told:
    numbers = tuple(int(number) for number in re.findall("[0-9]+", match[0]))
    return (product, match[0], numbers, *match.span())


def _is_named_after(product: str, name: str) -> bool:
    words = _WORD.findall(product.rstrip("/").rpartition("/")[2].lower())
    return bool(words) and set(words) <= set(_WORD.findall(name.lower()))
