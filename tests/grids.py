"""Grids of a layout, as its pages and its tests have them."""

from __future__ import annotations

from typing import Any


def grid(*rows: str, **size: Any) -> dict[str, Any]:
    """Return a grid whose rows are words with blanks between them."""
    areas = [row.split() for row in rows]
    return {"areas": areas, "size": {"rows": [1] * len(areas), "cols": [1] * len(areas[0])} | size}
