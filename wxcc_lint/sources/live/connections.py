"""How connections are made: through which proxy, whom they trust, and how long a reply may take."""

from __future__ import annotations

import http.client
import io
import ipaddress
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from wxcc_lint.sources.live.errors import LiveError

if TYPE_CHECKING:
    import socket
    import ssl

    from _typeshed import WriteableBuffer
    from urllib3 import PoolManager

_BUNDLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
_PROXIES = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")


class TooSlowError(Exception):
    """A reply was not there in full when its time was over, though it kept coming."""


class Connections:
    """The connections to all hosts, kept open between requests."""

    def __init__(self, environ: Mapping[str, str], whole: float, now: Callable[[], float]) -> None:
        self._environ = environ
        self._in_time = partial(_InTime, whole=whole, now=now)
        self._made: dict[str | None, PoolManager] = {}

    def to(self, host: str, port: int | None) -> PoolManager:
        """Return what asks a host, directly or by a proxy."""
        proxy = proxy_of(host, port, self._environ)
        if proxy not in self._made:
            self._made[proxy] = self._make(proxy)
        return self._made[proxy]

    def _make(self, proxy: str | None) -> PoolManager:
        from urllib3 import PoolManager

        context = trusted(self._environ)
        manager = PoolManager(ssl_context=context) if proxy is None else _by_proxy(proxy, context)
        # urllib3 times each pause of a reply, not the reply: one byte a second could go on for ever.
        manager.pool_classes_by_scheme = {
            scheme: _with_replies(pool, self._in_time) for scheme, pool in manager.pool_classes_by_scheme.items()
        }
        return manager


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine itself."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def proxy_of(host: str, port: int | None, environ: Mapping[str, str]) -> str | None:
    """Return the proxy that the environment names for a host, in the way that curl reads these variables."""
    proxy = next((environ[name] for name in _PROXIES if environ.get(name)), None)
    skipped = environ.get("no_proxy") or environ.get("NO_PROXY") or ""
    if proxy is None or is_loopback(host) or _is_skipped(host, port, skipped):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _is_skipped(host: str, port: int | None, skipped: str) -> bool:
    """Tell whether NO_PROXY has a host: its name, a domain above it, either with a port, or `*`."""
    for entry in skipped.lower().replace(",", " ").split():
        name, _, own_port = entry.removeprefix("*.").removeprefix(".").partition(":")
        if own_port in {"", str(port or 443)} and (name in {"*", host} or host.endswith(f".{name}")):
            return True
    return False


def proxy_name(host: str, port: int | None, environ: Mapping[str, str]) -> str:
    """Return the proxy of a host as it may be shown: without the name and password in it."""
    return (proxy_of(host, port, environ) or "").rpartition("://")[2].rpartition("@")[2].rstrip("/")


def trusted(environ: Mapping[str, str]) -> ssl.SSLContext:
    """Return whom to trust: the bundle that the environment names and nobody else, or else whom the system trusts."""
    import ssl
    from pathlib import Path

    name = next((name for name in _BUNDLES if environ.get(name)), None)
    if name is None:
        import truststore

        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    bundle = environ[name]
    try:
        if Path(bundle).is_dir():
            return ssl.create_default_context(capath=bundle)
        return ssl.create_default_context(cafile=bundle)
    except OSError as error:  # no such file, or nothing in it that is a certificate
        why = error.strerror or "unreadable"
        sentence = f"{name} names '{bundle}', and no certificates can be read from there: {why[:1].lower()}{why[1:]}"
        raise LiveError("unreachable", sentence) from None


def _by_proxy(proxy: str, context: ssl.SSLContext) -> PoolManager:
    from urllib.parse import unquote

    from urllib3 import ProxyManager
    from urllib3.exceptions import LocationParseError
    from urllib3.util import make_headers, parse_url

    try:
        address = parse_url(proxy)
    except LocationParseError:
        raise LiveError("unreachable", "HTTPS_PROXY holds no URL of a proxy, such as 'http://proxy:8080'") from None
    if address.scheme not in {"http", "https"} or not address.host:
        sentence = f"the proxy of HTTPS_PROXY begins with '{address.scheme}://', and only 'http://' and 'https://' work"
        raise LiveError("unreachable", sentence)
    return ProxyManager(
        address._replace(auth=None).url,
        proxy_headers=make_headers(proxy_basic_auth=unquote(address.auth)) if address.auth else None,
        proxy_ssl_context=context,
        ssl_context=context,
    )


def _with_replies(pool: type[Any], replies: Callable[..., Any]) -> type[Any]:
    connection = type(pool.ConnectionCls.__name__, (pool.ConnectionCls,), {"response_class": staticmethod(replies)})
    return type(pool.__name__, (pool,), {"ConnectionCls": connection})


class _InTime(http.client.HTTPResponse):
    """A reply that has to be there in full, its headers as well, after so many seconds."""

    def __init__(self, sock: socket.socket, *args: Any, whole: float, now: Callable[[], float], **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        # What http.client has made is a buffered reader, which lets go of what it reads from.
        raw: io.RawIOBase = self.fp.detach()
        self.fp = io.BufferedReader(_Hurried(raw, sock, now() + whole, now))


class _Hurried(io.RawIOBase):
    """Reads from a socket until a deadline; each read waits as long as the socket allows, and no longer than that."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, deadline: float, now: Callable[[], float]) -> None:
        self._raw = raw
        self._socket = sock
        self._pause = sock.gettimeout()
        self._deadline = deadline
        self._now = now

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        left = self._deadline - self._now()
        if left <= 0:
            raise TooSlowError
        is_last = self._pause is None or left < self._pause
        self._socket.settimeout(left if is_last else self._pause)
        try:
            return self._raw.readinto(buffer)
        except TimeoutError:
            if is_last:
                raise TooSlowError from None
            raise

    def close(self) -> None:
        self._raw.close()
        super().close()
