"""What an address of a layout asks of the tenant's allowed list: the host as an entry, and the directive it needs."""

from __future__ import annotations

import re
from typing import Final, Literal

from wxcc_lint.catalog.hosts import is_ip_address, is_local
from wxcc_lint.catalog.placeholders import placeholders
from wxcc_lint.documents.host_sources import ascii_host
from wxcc_lint.documents.layout_texts import Address

Directive = Literal["script-src", "frame-src", "img-src", "connect-src"]
DIRECTIVES: Final[tuple[Directive, ...]] = ("script-src", "frame-src", "img-src", "connect-src")
Reason = Literal["local", "placeholder", "not-a-host"]

_BY_USE: Final[dict[str, Directive]] = {"script": "script-src", "frame": "frame-src", "image": "img-src"}
_DEFAULT_PORTS: Final = {"https:": "443", "http:": "80", "": "443"}
_HOST_NAME: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?")


def unlisted_because(address: Address) -> Reason | None:
    """Return why an address that has a host is nothing for the list; None where its host is one."""
    written = address.piece("host")
    if is_local(address.host):
        return "local"
    if re.search(r"[<>{}$]", written) or placeholders(f"https://{written}/"):
        return "placeholder"
    return None if _HOST_NAME.fullmatch(ascii_host(address.host)) or is_ip_address(address.host) else "not-a-host"


def entry_for(address: Address) -> str:
    """Return the host as the list takes it, with its port if that is not the scheme's own."""
    host = f"[{address.host}]" if ":" in address.host else ascii_host(address.host)
    return f"{host}:{address.piece('port')}" if has_port(address) else host


def has_port(address: Address) -> bool:
    """Tell whether an address has a port that is not the scheme's own."""
    return address.piece("port") not in {"", _DEFAULT_PORTS[address.piece("scheme").lower()]}


def directive_for(address: Address) -> Directive:
    """Return the directive of the policy that an address needs; what only a widget knows counts as a connection."""
    is_library = address.piece("path").lower().endswith((".js", ".mjs"))
    return "script-src" if address.use == "other" and is_library else _BY_USE.get(address.use, "connect-src")
