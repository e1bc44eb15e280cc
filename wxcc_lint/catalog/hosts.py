"""What hosts are known for: a developer's computer, a test system, a playground, a former home."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache
from typing import Final, Literal

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.remember import remembered

HostKind = Literal["local", "tunnel", "demo", "raw", "retired"]

_FILE: Final = "hosts.yaml"
_GROUPS: Final[dict[HostKind, str]] = {"tunnel": "tunnels", "demo": "demos", "raw": "raw"}
_SECOND_LEVEL: Final = frozenset({"ac", "co", "com", "edu", "gov", "ne", "net", "or", "org"})
"""Under two letters of a country, registered domains begin one label further left."""
_COUNTRY_LETTERS: Final = 2


class HostFact(Struct, frozen=True):
    """What a host is known for. `of` names the service; `since` and `now` are set where something moved elsewhere."""

    kind: HostKind
    domain: str
    path: str = ""
    of: str = ""
    since: int | None = None
    now: str = ""


class SystemWord(Struct, frozen=True):
    """The word in a host or path that names a test system; `start` and `end` count its characters."""

    word: str
    start: int
    end: int
    in_path: bool = False
    certain: bool = True


def host_fact(host: str, path: str = "") -> HostFact | None:
    """Return what an address with this host, in lower case, is known for."""
    return next((fact for fact in _facts_of(host) if path.startswith(fact.path)), None)


@remembered
def _facts_of(host: str) -> Sequence[HostFact]:
    """Return what a host is known for, whatever its path."""
    if is_local(host):
        return (HostFact("local", host),)
    dotted = f".{host}"
    return [fact for fact in _facts() if dotted.endswith(f".{fact.domain}")]


def is_local(host: str) -> bool:
    """Tell whether a host is the computer of whoever asks."""
    if host in read_facts(_FILE)["local"] or host.endswith(".localhost"):
        return True
    address = _address(host)
    return address is not None and address.is_loopback


def is_private(host: str) -> bool:
    """Tell whether a host is reached from inside a company only: a private address, or a name without a dot."""
    address = _address(host)
    return address.is_private if address else "." not in host or host.endswith((".local", ".internal", ".lan"))


def is_ip_address(host: str) -> bool:
    """Tell whether a host is a number instead of a name."""
    return _address(host) is not None


def is_shared(host: str) -> bool:
    """Tell whether everybody can put files on a host."""
    return any(fnmatchcase(host, pattern) for pattern in read_facts(_FILE)["shared"])


@remembered
def is_vendors(host: str) -> bool:
    """Tell whether the vendor of the Desktop serves widgets from a host."""
    return _below(host, read_facts(_FILE)["vendor"])


def system_word(host: str, path: str = "") -> SystemWord | None:
    """Return the word by which an address is one of a test system, or perhaps is: a certain one before a possible one."""
    if host_fact(host, path) or _is_no_test_system(host):
        return None
    found = [*_in_host(host), *(_in_path(path) if _has_folders(host) else ())]
    return next((word for word in found if word.certain), found[0] if found else None)


@remembered
def _is_no_test_system(host: str) -> bool:
    return is_ip_address(host) or _below(host, read_facts(_FILE)["test-systems"]["production"])


@remembered
def _has_folders(host: str) -> bool:
    return _below(host, read_facts(_FILE)["test-systems"]["by-folder"])


def is_test_name(name: str) -> bool:
    """Tell whether a name, such as that of an environment, is one of a test system."""
    return any(match["certain"] for match in _words().finditer(name.lower()))


@cache
def _facts() -> Sequence[HostFact]:
    facts = read_facts(_FILE)
    services = [(kind, *service) for kind, group in _GROUPS.items() for service in facts[group].items()]
    known = [HostFact(kind, domain, of=service) for kind, service, domains in services for domain in domains]
    retired = facts["retired"]
    return *known, *(
        HostFact("retired", it["domain"], it.get("path", ""), "", it["since"], it["now"]) for it in retired
    )


def _below(host: str, domains: Iterable[str]) -> bool:
    return f".{host}".endswith(tuple(f".{domain}" for domain in domains))


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    if ":" not in host and not host[-1:].isdigit():
        return None  # a name, without the trouble of finding that out by an error
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


@cache
def _words() -> re.Pattern[str]:
    facts = read_facts(_FILE)["test-systems"]
    groups = (f"(?P<{kind}>(?:{'|'.join(map(re.escape, facts[kind]))})\\d*)" for kind in ("certain", "possible"))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(groups)})(?![^\W_])")


@remembered
def _in_host(host: str) -> Sequence[SystemWord]:
    """Return the words left of the registered domain; those in its own name, beside others, are not certain."""
    labels = host.split(".")
    is_country = len(labels) > _COUNTRY_LETTERS and len(labels[-1]) == _COUNTRY_LETTERS
    registered = max(len(labels) - (3 if is_country and labels[-2] in _SECOND_LEVEL else 2), 0)
    start, found = 0, []
    for number, label in enumerate(labels[: registered + 1]):
        for match in _words().finditer(label):
            if number < registered or match[0] != label:
                certain = match["certain"] is not None and number < registered
                found.append(SystemWord(match[0], start + match.start(), start + match.end(), certain=certain))
        start += len(label) + 1
    return found


def _in_path(path: str) -> Iterator[SystemWord]:
    """Yield the folders that are such a word as a whole."""
    for match in re.finditer(r"(?<=/)[^/]+(?=/)", path):
        word = _words().fullmatch(match[0].lower())
        if word and word["certain"]:
            yield SystemWord(match[0], match.start(), match.end(), in_path=True)
