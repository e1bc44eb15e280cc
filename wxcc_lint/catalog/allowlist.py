"""What is known of the tenant's allowed list: what Salesforce needs, what is the vendor's, what is open to everybody."""

from __future__ import annotations

from typing import Final

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.hosts import host_fact, is_shared, is_vendors

_FILE: Final = "allowlist.yaml"
_COUNTRY_LETTERS: Final = 2
_INSIDE: Final = frozenset({"internal", "lan", "local", "localhost"})
"""Last labels of names that lead nowhere outside of a company."""


def salesforce_entries() -> tuple[str, ...]:
    """Return the entries that the vendor documents for the Desktop within Salesforce."""
    return tuple(read_facts(_FILE)["salesforce"])


def misprinted_entry() -> str:
    """Return the entry in whose place one edition of the documentation prints `*.https://` and a desktop host."""
    return str(read_facts(_FILE)["misprinted"])


def is_around_desktop(host: str) -> bool:
    """Tell whether a host is one of a CRM that shows the Desktop within its pages."""
    return _is_of(host, "around-the-desktop")


def is_first_party(host: str) -> bool:
    """Tell whether a host is the vendor's own, and so perhaps on every list from the beginning."""
    return is_vendors(host) or _is_of(host, "vendor")


def open_domain(domain: str) -> str | None:
    """Return the service below whose domain everybody can have a host; '' for a registry's, such as `co.uk`, else None."""
    first, _, rest = domain.rpartition(".")
    if not first:
        return None if rest in _INSIDE else ""
    if "." not in first and len(rest) == _COUNTRY_LETTERS and first in read_facts(_FILE)["second-level"]:
        return ""
    for service, domains in read_facts(_FILE)["platforms"].items():
        if domain in domains:
            return str(service)
    fact = host_fact(domain)
    if fact and fact.kind in {"tunnel", "demo"} and fact.domain == domain:
        return fact.of
    return domain if is_shared(domain) else None


def _is_of(host: str, group: str) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in read_facts(_FILE)[group])
