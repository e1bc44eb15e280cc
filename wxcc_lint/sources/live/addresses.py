"""Where tokens may be sent.

A config comes with a pull request. If it could name any host, it could have the tokens of a build sent there. So the hosts
that it names have to be the vendors' or this machine, or trusted by a variable, which only who runs the program sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from wxcc_lint.sources.live.connections import is_loopback
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.reading import System

TRUST: Final = "WXCC_LINT_TRUST_HOSTS"
_DOMAINS: Final[Mapping[System, tuple[str, ...]]] = {
    "webex": ("cisco.com", "webex.com", "webexapis.com"),
    "salesforce": ("salesforce.com", "salesforce.mil"),
}


def vendors(url: str, system: System, environ: Mapping[str, str]) -> str:
    """Return an address of the config without the slash at its end. Raises LiveError where no token may be sent there."""
    host = host_in(url)
    named = {one.strip().lower() for one in environ.get(TRUST, "").split(",")}
    is_theirs = any(host == domain or host.endswith(f".{domain}") for domain in _DOMAINS[system])
    if not (is_theirs or is_loopback(host) or host in named):
        owner = "Webex" if system == "webex" else "Salesforce"
        raise LiveError(
            "refused", f"'{host}' is no host of {owner}, so no token is sent there; {TRUST}={host} allows it"
        )
    return url.rstrip("/")


def origin(url: str) -> str:
    """Return the scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def host_in(url: str) -> str:
    """Return the host of an address in lower case, without port."""
    return urlsplit(url).hostname or ""
