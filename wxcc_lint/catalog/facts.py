"""Read the facts of this package, which stand in its YAML files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

Evidence = Literal["verified", "inferred", "unverified"]


@cache
def read_facts(name: str) -> Any:
    """Return the content of a YAML file of this package. It is read once and shared: do not change it."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(Path(__file__).with_name(name).read_text("utf-8"), loader)  # noqa: S506  # both are safe loaders
