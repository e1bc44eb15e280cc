"""Which known hosts and test systems a layout leads to, each with all addresses on it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from wxcc_lint.catalog.hosts import HostFact, HostKind, SystemWord, host_fact, is_test_name, system_word
from wxcc_lint.documents.allowlist import AllowList
from wxcc_lint.documents.layout_texts import Address
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place


class NamedSystem(Struct, frozen=True):
    """The word in an address that names a test system, and its place."""

    word: SystemWord
    at: Place


def hosts_of_kind(layout: Layout, kind: HostKind) -> Mapping[HostFact, tuple[Address, ...]]:
    """Return the known hosts of a kind, in document order, with the addresses that lead there."""
    found: dict[HostFact, list[Address]] = {}
    for address in layout.addresses():
        fact = host_fact(address.host, address.piece("path"))
        if fact and fact.kind == kind and not address.has_placeholder:
            found.setdefault(fact, []).append(address)
    return {fact: tuple(addresses) for fact, addresses in found.items()}


def systems_for_tests(layout: Layout, *, certain: bool) -> Mapping[str, tuple[NamedSystem, ...]]:
    """Return the hosts that are called like a test system, with the words that say so in the addresses on them."""
    found: dict[str, list[NamedSystem]] = {}
    for address in layout.addresses():
        word = system_word(address.host, address.piece("path"))
        if word and word.certain is certain and not address.has_placeholder:
            at = address.piece_at("path" if word.in_path else "host", word.start, word.end)
            found.setdefault(address.host, []).append(NamedSystem(word, at))
    return {host: tuple(words) for host, words in found.items()}


def is_for_tests(view: Layout | AllowList) -> bool:
    """Tell whether the file belongs to environments that are called like test systems, and to no others."""
    return bool(view.environments) and all(is_test_name(one.name) for one in view.environments)
