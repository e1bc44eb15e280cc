"""The default desktop layout, as far as its parts are known: what examples are set into and custom layouts compared with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("desktop-layout.json")


def default_layout() -> dict[str, Any]:
    """Return the newest default layout, in the form with roles; the caller may change what it gets."""
    layout: dict[str, Any] = json.loads(_FILE.read_text("utf-8"))
    return layout
