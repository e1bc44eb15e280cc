"""Which org is which: the forms of org ids, and that two environments are not one org."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from typing import Final

from wxcc_lint.config_model import Environment
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.reading import Org, System

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
CALLED: Final[Mapping[System, str]] = {"webex": "Webex organization", "salesforce": "Salesforce org"}
"""What is said of the orgs of both systems."""
_PUBLIC: Final = "ciscospark://us/ORGANIZATION/"
"""What stands before the UUID in the form that Webex gives to others, in base64."""


def webex_id(text: str) -> str | None:
    """Return the UUID of a Webex organization from either of its forms, in lower case; None for anything else."""
    bare = text.strip().lower()
    if not _UUID.fullmatch(bare):
        try:
            decoded = base64.b64decode(text.strip() + "=" * (-len(text.strip()) % 4), validate=True).decode()
        except (binascii.Error, ValueError):
            return None
        bare = decoded.rpartition("/")[2].lower()
    return bare if _UUID.fullmatch(bare) else None


def public_webex_id(org_id: str) -> str:
    """Return the form of a UUID that the APIs of webexapis.com take."""
    return base64.b64encode(f"{_PUBLIC}{org_id}".encode()).decode().rstrip("=")


def salesforce_id(text: str) -> str | None:
    """Return the 15 characters that make the id of a Salesforce org; None for anything else."""
    match = re.fullmatch(r"(00D[0-9A-Za-z]{12})(?:[0-9A-Za-z]{3})?", text.strip())
    return match[1] if match else None


def same_id(system: System, text: str) -> str | None:
    """Return an org id in the form in which it can be compared."""
    return webex_id(text) if system == "webex" else salesforce_id(text)


def declared_orgs(environments: Iterable[Environment]) -> list[tuple[str, Org]]:
    """Return the orgs that the environments declare, each with the name of its environment."""
    declared = []
    for one in environments:
        if one.webex.org_id:
            declared.append((one.name, Org("webex", one.webex.org_id)))
        if one.salesforce.org_id:
            declared.append((one.name, Org("salesforce", one.salesforce.org_id)))
    return declared


def refuse_one_org(orgs: Iterable[tuple[str, Org]]) -> None:
    """Raise LiveError where two environments turn out to be one org: one of them would be reported as the other."""
    seen: dict[tuple[System, str], str] = {}
    for environment, org in orgs:
        key = (org.system, same_id(org.system, org.org_id) or org.org_id)
        first = seen.setdefault(key, environment)
        if first != environment:
            raise LiveError(
                "wrong-org",
                f"the environments '{first}' and '{environment}' are one {CALLED[org.system]}: {org.org_id};"
                " correct the 'org-id' of one of them",
            )
