"""Values of call center items, and what counts as the same. Each function changes nothing when it is applied again."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Final

from wxcc_lint.catalog.vocabulary import ItemFact

TARGETS: Final = frozenset({"sfdcFieldName", "SalesforceFieldName"})
"""Properties of a mapping that name a field of Salesforce."""
_SWITCHES: Final = frozenset({"isDefaultValueEnabled", "isConditionalEnabled"})
_URL: Final = re.compile(r"(https?://)((?:[^/?#\s]*@)?)([^/?#\s]++)(\S*+)", re.IGNORECASE)


class ApiNames:
    """Names of Salesforce objects and fields: each is spelt as it was first met, on either side."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def spelt(self, name: str) -> str:
        """Return a name as it was spelt first."""
        return self._known.setdefault(name.casefold(), name)


def item_value(text: str, fact: ItemFact | None, steps: Collection[str], names: ApiNames) -> str:
    """Return the value of an item as it is compared; `fact` is what is known of the item."""
    kind = fact.type if fact else None
    value = text.strip() if "whitespace" in steps else text
    if kind == "boolean" and "booleans" in steps:
        value = switch(value)
    if "urls" in steps:
        value = value.lower() if kind == "host" else url(value)
    if kind == "prefixes" and "prefix-lists" in steps:
        value = prefix_list(value)
    if kind == "flags" and "sets" in steps:
        value = name_set(value)
    if kind in {"field", "object"} and "api-names" in steps:
        value = names.spelt(value)
    return value


def property_value(name: str, value: Any, steps: Collection[str], names: ApiNames) -> Any:
    """Return a property of a mapping as it is compared."""
    if name in _SWITCHES and "booleans" in steps and isinstance(value, str):
        return {"true": True, "false": False}.get(value.lower(), value)
    if name in TARGETS and "api-names" in steps and isinstance(value, str):
        return names.spelt(value)
    return value


def switch(text: str) -> str:
    """Return `true` and `false` in small letters, anything else as it is."""
    return text.lower() if text.lower() in {"true", "false"} else text


def url(text: str) -> str:
    """Return an absolute URL with scheme and host in small letters and no slash alone behind the host."""
    match = _URL.fullmatch(text)
    if match is None:
        return text
    scheme, user, host, rest = match.groups()
    return f"{scheme.lower()}{user}{host.lower()}{'' if rest == '/' else rest}"


def prefix_list(text: str) -> str:
    """Return a list of prefixes without blanks around them."""
    return ",".join(part.strip() for part in text.split(","))


def name_set(text: str) -> str:
    """Return names parted by semicolons in the order of the alphabet."""
    return ";".join(sorted(part.strip() for part in text.split(";")))
