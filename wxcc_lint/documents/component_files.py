"""What the path of a file says of the metadata component in it."""

from __future__ import annotations

from pathlib import PurePosixPath

_FOLDER = "callCenters"
_SUFFIXES = (".callCenter-meta.xml", ".callCenter")


def component_name(file: str) -> str | None:
    """Return the internal name that the name of a file gives its call center, None for a file not named like one."""
    name = PurePosixPath(file).name
    return next((name.removesuffix(suffix) for suffix in _SUFFIXES if name.endswith(suffix)), None)


def lies_among_components(file: str) -> bool:
    """Tell whether a file lies in the folder in which a Salesforce project has its call centers."""
    return _FOLDER in PurePosixPath(file).parts[:-1]
