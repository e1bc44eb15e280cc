"""Which known hosts and test systems a layout leads to, each with all addresses on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from wxcc_lint.catalog.hosts import HostFact, HostKind, SystemWord, host_fact, is_test_name, system_word
from wxcc_lint.documents.allowlist import AllowList
from wxcc_lint.documents.layout_texts import Address
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.once import once


class NamedSystem(Struct, frozen=True):
    """The word in an address that names a test system, and its place."""

    word: SystemWord
    at: Place


def hosts_of_kind(layout: Layout, kind: HostKind) -> Mapping[HostFact, Sequence[Address]]:
    """Return the known hosts of a kind, in document order, with the addresses that lead there."""
    return {fact: addresses for fact, addresses in _known_hosts(layout).items() if fact.kind == kind}


@once
def _known_hosts(layout: Layout) -> Mapping[HostFact, Sequence[Address]]:
    found: dict[HostFact, list[Address]] = {}
    for address in layout.addresses():
        fact = host_fact(address.host, address.piece("path"))
        if fact and not address.has_placeholder:
            found.setdefault(fact, []).append(address)
    return found


def systems_for_tests(layout: Layout, *, certain: bool) -> Mapping[str, Sequence[NamedSystem]]:
    """Return the hosts that are called like a test system, with the words that say so in the addresses on them."""
    found: dict[str, list[NamedSystem]] = {}
    for address, word in _named_systems(layout):
        if word.certain is certain:
            at = address.piece_at("path" if word.in_path else "host", word.start, word.end)
            found.setdefault(address.host, []).append(NamedSystem(word, at))
    return found


@once
def _named_systems(layout: Layout) -> Sequence[tuple[Address, SystemWord]]:
    found = ((one, system_word(one.host, one.piece("path"))) for one in layout.addresses())
    return [(address, word) for address, word in found if word and not address.has_placeholder]


def is_for_tests(view: Layout | AllowList) -> bool:
    """Tell whether the file belongs to environments that are called like test systems, and to no others."""
    return bool(view.environments) and all(is_test_name(one.name) for one in view.environments)
