"""How much of a text is read at all. Whoever reads files or parses texts holds to these before any library sees them."""

from __future__ import annotations

from typing import Final

MAX_BYTES = 5 * 1024 * 1024
"""Largest file, in bytes: some two hundred times the largest layout known."""

MAX_COMPONENT_BYTES = 32 * 1024 * 1024
"""The same for components of a Salesforce project: a profile lists every field, and works with a hundred thousand of them."""

MAX_DEPTH: Final = 200
"""Deepest nesting: brackets in JSON, elements in XML. Recursive libraries stay far below Python's own limit."""

MAX_TAG: Final = 64 * 1024
"""Longest XML tag, in characters: libraries read attributes in time that grows with the square of their number."""
