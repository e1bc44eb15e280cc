"""Field lists: how Version 2 writes which variable fills which Salesforce field, `Category__c={Category},…`.

Nothing here judges: a list is cut at its commas, and an entry at its first `=`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.item_texts import Part

_JSON = re.compile(r"\[|\{\s*['\"‘’“”]")  # noqa: RUF001 — quotes of word processors
"""How a mapping array, or one of its objects, begins."""


class ListedField(Struct, frozen=True):
    """One entry of a field list, with the blanks around it; `source` is None where it has no `=`."""

    whole: Part
    target: Part
    source: Part | None

    @property
    def variable(self) -> Part | None:
        """What stands between the braces of the source, None where there are none around it."""
        source = self.source.trimmed if self.source else None
        if source is None or len(source.text) < 2 or source.text[0] + source.text[-1] != "{}":  # noqa: PLR2004 — both braces
            return None
        return source.part(1, len(source.text) - 2)


def field_lists(view: CallCenter) -> Iterator[Item]:
    """Yield the items that hold field lists and are not blank, but for those with JSON, which have no entries."""
    for item in view.items_of("field-list"):
        if item.value and not holds_json(item):
            yield item


def holds_json(item: Item) -> bool:
    """Tell whether an item holds a mapping array, as Version 1 writes it, or something that was meant to be one."""
    return _JSON.match(item.value) is not None


def listed_fields(item: Item) -> tuple[ListedField, ...]:
    """Return the entries of a field list; blanks around the whole list belong to none."""
    return tuple(_entries(item))


def _entries(item: Item) -> Iterator[ListedField]:
    start = item.text.index(item.value)
    for text in item.value.split(","):
        whole = Part(item, "text", text, start)
        target, equals, source = text.partition("=")
        behind = len(target) + len(equals)
        yield ListedField(whole, whole.part(0, len(target)), whole.part(behind, len(source)) if equals else None)
        start += len(text) + 1
