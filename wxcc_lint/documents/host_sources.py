"""Entries of an allowed list, read as the host sources of a Content Security Policy (CSP Level 3, section 2.3.1)."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

_SOURCE: Final = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?P<host>\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)"
    r"(?::(?P<port>\*|[0-9]{1,5}))?(?P<path>/[^?#;,\s]*)?",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(r"(?<!\$)\{+[^{}]*\}+|<[^<>]*>|\[[A-Za-z_ -]+\]|%+\w+%+|@+\w+@+|__\w+?__|\bYOUR[_-]\w+")
"""What somebody, or a deployment, is to fill in. `${NAME}` is none: what that stands for the config says."""
_DEFAULT_PORTS: Final = {"https": "443", "wss": "443", "http": "80", "ws": "80"}
_SECURE: Final = {"https": "https", "http": "https", "wss": "wss", "ws": "wss"}
"""A page that was loaded by https upgrades what it loads."""


class HostSource(Struct, frozen=True):
    """An entry. `host` is in lower case and without `*.`; all that is left out is None, `*` as a port is any."""

    host: str
    is_wildcard: bool = False
    scheme: str | None = None
    port: str | None = None
    path: str | None = None

    @property
    def pattern(self) -> str:
        """The host with its `*.`: the form in which Control Hub takes entries."""
        if self.host == "*":
            return "*"
        return f"*.{self.host}" if self.is_wildcard else self.host

    def covers(self, other: HostSource) -> bool:
        """Tell whether all that `other` stands for may be loaded by this entry.

        `*.acme.com` stands for hosts of any depth below acme.com, and not for acme.com itself.
        """
        return (
            self._covers_host(other)
            and self._covers_scheme(other)
            and self._covers_port(other)
            and self._covers_path(other)
        )

    def _covers_host(self, other: HostSource) -> bool:
        if self.host == "*":
            return True
        if self.is_wildcard:
            below = other.host.endswith(f".{self.host}")
            return below or (other.is_wildcard and other.host == self.host)
        return not other.is_wildcard and other.host == self.host

    def _covers_scheme(self, other: HostSource) -> bool:
        mine, wanted = _SECURE.get(self.scheme or "https"), _SECURE.get(other.scheme or "https")
        return mine == wanted or (self.scheme is None and wanted == "wss")

    def _covers_port(self, other: HostSource) -> bool:
        if self.port == "*":
            return True
        default = _DEFAULT_PORTS[_SECURE.get(other.scheme or "https", "https")]
        return (self.port or default) == (other.port or default)

    def _covers_path(self, other: HostSource) -> bool:
        if self.path in {None, "", "/"}:
            return True
        assert self.path is not None
        if other.path is None:
            return False
        return other.path.startswith(self.path) if self.path.endswith("/") else other.path == self.path


def host_source(entry: str) -> HostSource | None:
    """Read an entry; None where it is no host source."""
    match = _SOURCE.fullmatch(entry.strip())
    if match is None:
        return None
    host = match["host"].lower()
    scheme, path = match["scheme"], match["path"]
    return HostSource(host.removeprefix("*."), host.startswith("*."), scheme and scheme.lower(), match["port"], path)


def blank_in(address: str) -> re.Match[str] | None:
    """Return the first stretch of an address that is to be filled in."""
    return _BLANK.search(address)


def source_of(url: str) -> HostSource | None:
    """Return what an entry has to cover for a URL to load: scheme, host, port and path; None without a host."""
    try:
        parts = urlsplit(url.strip() if "//" not in url.strip()[:2] else f"https:{url.strip()}")
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host:
        return None
    default = _DEFAULT_PORTS.get(parts.scheme)
    written = None if port is None or str(port) == default else str(port)
    return HostSource(ascii_host(host), scheme=parts.scheme or None, port=written, path=parts.path or "/")


def ascii_host(host: str) -> str:
    """Return a host as a browser asks for it: names with letters beyond ASCII in their coded form."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
