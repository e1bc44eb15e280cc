"""The regions of Webex Contact Center and the Agent Desktop in each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from msgspec import Struct

from wxcc_lint.catalog.facts import Evidence, read_facts
from wxcc_lint.remember import remembered


class Region(Struct, frozen=True):
    """A region. `calling_codes` are those its callers commonly have, with `+`; `country` is None where sources disagree."""

    code: str
    label: str
    country: str | None
    host: str
    api_url: str
    calling_codes: tuple[str, ...]
    evidence: Evidence
    sources: tuple[str, ...]

    @property
    def adapter_url(self) -> str:
        """The adapter URL of a Version 1 call center, with the slash at its end that the published file has."""
        return f"https://{self.host}/"


@cache
def regions() -> Mapping[str, Region]:
    """Return all known regions by code."""
    facts = read_facts("regions.yaml")
    return {
        code: Region(
            code=code,
            label=region["label"],
            country=region["country"],
            host=facts["desktop-host"].format(code=code),
            api_url=f"https://{facts['api-host'].format(code=code)}",
            calling_codes=tuple(region["calling-codes"]),
            evidence=region["evidence"],
            sources=tuple(region["sources"]),
        )
        for code, region in facts["regions"].items()
    }


def region_of(url: str) -> Region | None:
    """Return the region whose Agent Desktop `url` points at, or None."""
    return regions().get(desktop_code(url) or "")


@remembered
def desktop_code(url: str) -> str | None:
    """Return the code in the host of an Agent Desktop, known or not, in lower case; None for any other host."""
    return _code(url, "desktop-host")


def api_code(url: str) -> str | None:
    """Return the code in the host of the API, known or not, in lower case; None for any other host."""
    return _code(url, "api-host")


def _code(url: str, key: str) -> str | None:
    match = _pattern(key).fullmatch(host_of(url) or "")
    return match[1] if match else None


@cache
def _pattern(key: str) -> re.Pattern[str]:
    before, after = map(re.escape, read_facts("regions.yaml")[key].split("{code}"))
    return re.compile(f"{before}([a-z0-9]+){after}")


@remembered
def host_of(url: str) -> str | None:
    """Return the host of an absolute URL in lower case, without port; None when there is none to be read."""
    try:
        return urlsplit(url.strip()).hostname
    except ValueError:
        return None
