"""What state sync with Omni-Channel needs in the org; see salesforce-omni.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts


class OmniFacts(Struct, frozen=True):
    """The items that switch the sync on, by generation, and the Apex class that the connector of Version 1 asks."""

    switches: Mapping[str, str]
    class_name: str
    method: str
    returns: str
    queried: str
    fields: tuple[str, ...]


@cache
def omni_facts() -> OmniFacts:
    """Return what is known."""
    said = read_facts("salesforce-omni.yaml")
    return OmniFacts(
        said["switch"], said["class"], said["method"], said["returns"], said["object"], tuple(said["fields"])
    )
