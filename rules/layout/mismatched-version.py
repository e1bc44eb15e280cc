"""
A version does not fit the form of the layout, or that of another role.

Layouts with roles are published as `0.1.0`, those of the old form as `0.0.6` and below. The Desktop seems not to read it. But another version is a trace of how the file came about: a part may have been copied from an older layout.

```json bad at='"0.0.6"'
{"version": "0.0.6"}
```

```json good
{"version": "0.1.0"}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Place, Problem, rule
from wxcc_lint.api.layout import below

_FIRST_WITH_ROLES = (0, 1, 0)
_VERSION = re.compile(r"([0-9]{1,9})\.([0-9]{1,9})\.([0-9]{1,9})")


@rule(
    "layout/mismatched-version",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:version-vs-form",),
    sources=("published layouts", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the versions that do not fit the form; where all do, the first role that differs from the first of all."""
    versions = [*_versions(layout)]
    unfit = [(version, place) for version, place in versions if _has_roles(version) != (layout.form == "roles")]
    form, usual = ("has roles", "0.1.0") if layout.form == "roles" else ("is of the old form", "0.0.6")
    for version, place in unfit:
        yield Problem(
            f"the version is '{version}', and the layout {form}",
            place,
            help=f"write '{usual}', and see whether this part comes from another layout",
        )
    other = next(((version, place) for version, place in versions if version != versions[0][0]), None)
    if other and not unfit:
        yield Problem(
            f"the version is '{other[0]}' here, and '{versions[0][0]}' in another role",
            other[1],
            also=(Label(versions[0][1], "the other role"),),
            help="write the same version in all roles",
        )


def _versions(layout: Layout) -> Iterator[tuple[str, Place]]:
    """Yield the versions of all roles; one of another form is told by another rule."""
    for role in layout.roles():
        version = role.settings.get("version")
        if isinstance(version, str) and _VERSION.fullmatch(version):
            yield version, below(role.at, "version")


def _has_roles(version: str) -> bool:
    return tuple(map(int, version.split("."))) >= _FIRST_WITH_ROLES
