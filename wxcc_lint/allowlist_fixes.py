"""How an entry of an allowed list is mended."""

from __future__ import annotations

from wxcc_lint.documents.allowlist import AllowEntry, AllowList
from wxcc_lint.problems import Edit, Fix


def replaced_by(allowlist: AllowList, entry: AllowEntry, value: str, *, safe: bool) -> Fix | None:
    """Return the fix that writes another value, or takes the entry out where the list has that value already.

    None where a variable of the config gave the entry its value.
    """
    span = entry.at.span
    if "${" in entry.at.document.root.text.text[span.start : span.end]:
        return None
    if any(other.value.lower() == value for other in allowlist.entries):
        return Fix(f"take '{entry.value}' out", (Edit(entry.at, "remove"),), safe=safe)
    return Fix(f"write '{value}'", (Edit(entry.at, "set", value),), safe=safe)
