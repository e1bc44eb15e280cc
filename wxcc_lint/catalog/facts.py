"""Read the facts of this package, which stand in its YAML files."""

from __future__ import annotations

import marshal
from functools import cache
from pathlib import Path
from typing import Any, Literal

from wxcc_lint.kept import kept

Evidence = Literal["verified", "inferred", "unverified"]
_FOLDER = Path(__file__).parent


@cache
def read_facts(name: str) -> Any:
    """Return the content of a YAML file of this package. It is read once and shared: do not change it."""
    return marshal.loads(_all()[name])  # noqa: S302 — see `kept`


@cache
def _all() -> dict[str, bytes]:
    files = sorted(_FOLDER.glob("*.yaml"))
    stored: dict[str, bytes] = kept(
        "facts", [*files, Path(__file__)], lambda: {file.name: marshal.dumps(_read(file)) for file in files}
    )
    return stored


def _read(file: Path) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(file.read_text("utf-8"), loader)  # noqa: S506  # both are safe loaders
