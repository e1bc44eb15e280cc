"""What a snapshot of an org is made of: its objects by kind, and how much of each kind was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.documents.layout import CONTENT
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.nodes import json_paths

DANGLING: Final = "dangling:"
"""How a reference begins whose object the org does not have."""
_MISSING: Final = (DANGLING, "unread:")


class OrgObject(Struct, frozen=True):
    """An object of a Webex tenant, such as a team, as its file in the snapshot says it."""

    kind: str
    document: Document
    data: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What people call it."""
        return self.text("name")

    def text(self, key: str) -> str:
        """Return what a member says, empty where it is absent or no text."""
        value = self.data.get(key)
        return value if isinstance(value, str) else ""

    def is_true(self, key: str) -> bool:
        """Tell whether a member is true."""
        return self.data.get(key) is True

    def is_false(self, key: str) -> bool:
        """Tell whether a member is there and false: one that is absent was not read."""
        return self.data.get(key) is False

    def elements(self, key: str) -> list[Any]:
        """Return the elements of a list, none where it is absent."""
        value = self.data.get(key)
        return value if isinstance(value, list) else []

    def refers_to(self, key: str) -> str | None:
        """Return the name of the object that a member refers to; None where it refers to none that is known."""
        return referred(self.data.get(key))

    def names(self, key: str) -> list[str]:
        """Return the names of the objects that the elements of a list refer to."""
        return [name for name in map(referred, self.elements(key)) if name is not None]

    def knows(self, key: str) -> bool:
        """Tell whether a list is there, and every element of it refers to an object that is known."""
        return key in self.data and len(self.names(key)) == len(self.elements(key))

    def at(self, *path: str | int) -> Place:
        """Return the place of a member, of what would hold an absent one, or of the whole object."""
        return Place(self.document, path)

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Yield every text of the object; those of a layout are another matter."""
        for path in json_paths({name: value for name, value in self.data.items() if name != CONTENT}):
            value: Any = self.data
            for step in path:
                value = value[step]
            if isinstance(value, str):
                yield path, value


def referred(value: Any) -> str | None:
    """Return the name in a reference such as `team:London`; None for anything else, and where nobody knows the object.

    Of several objects of one name, the id behind it tells which is meant.
    """
    if not isinstance(value, str) or value.startswith(_MISSING):
        return None
    _, colon, name = value.partition(":")
    return name if colon else None
