"""How much of a text is read at all. Whoever reads files or parses texts holds to these before any library sees them."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from wxcc_lint.documents.model import Kind


class SizeLimits(Struct, frozen=True):
    """How large a file may be, in MiB, which the config may change.

    `file` is some two hundred times the largest layout known. `component` is for those of a Salesforce project: a profile
    lists every field, and works with a hundred thousand of them.
    """

    file: int = 5
    component: int = 32

    def mib(self, kind: Kind) -> int:
        """Return how large a file of a kind may be."""
        return self.component if kind == "salesforce" else self.file

    def bytes(self, kind: Kind) -> int:
        """Return the same in bytes."""
        return self.mib(kind) * 2**20


DEFAULT_SIZES: Final = SizeLimits()

MAX_DEPTH: Final = 200
"""Deepest nesting: brackets in JSON, elements in XML. Recursive libraries stay far below Python's own limit."""

MAX_TAG: Final = 64 * 1024
"""Longest XML tag, in characters: libraries read attributes in time that grows with the square of their number."""
