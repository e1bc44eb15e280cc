"""
A widget is loaded partly in an older version.

Somebody wrote a newer version into some of its addresses and forgot the others. Parts of different versions were not made for each other, and whoever uses a forgotten role or page goes on with the old one.

```json bad at="1.3.0"
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"libPath": "https://widgets.acme.com/orders/1.3.0/lib/list.js"}
}
```

```json bad at="v3"
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/v4/index.js",
  "properties": {"libPath": "https://widgets.acme.com/orders/v4/acme_orders_v3.js"}
}
```

```json good
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"libPath": "https://widgets.acme.com/orders/1.4.0/lib/list_v48.js"}
}
```

The rule compares the script and the libraries of one component in all roles and areas, as far as they lie in one folder. Two versions of the script within one role are told by `layout/conflicting-scripts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Edit, Fix, Label, Layout, Place, Problem, rule
from wxcc_lint.api.layout import Version, mixed_versions, owner, whereabouts, widgets


@rule(
    "layout/mixed-versions",
    on=Layout,
    severity="warning",
    catalogue=("cc:layout-connector-version-mix", "dl:role-drift"),
    sources=("published layouts, mended by later versions of the same files",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each product of a widget, at the first version that is not the newest."""
    for widget in widgets(layout):
        for versions in mixed_versions(widget):
            newest = max(versions, key=lambda version: version.numbers)
            older = [version for version in versions if version.numbers != newest.numbers]
            names = dict.fromkeys(f"'{version.text}'" for version in older)
            yield Problem(
                f"'{widget.comp}' is loaded in version '{newest.text}', but also in {' and '.join(names)}",
                older[0].at,
                also=tuple(_label(version) for version in versions if version is not older[0]),
                help=f"load all of it in version '{newest.text}'",
                fix=_fix(versions, older, newest),
            )


def _label(version: Version) -> Label:
    return Label(version.at, f"version '{version.text}' in {whereabouts(owner(version.address))}")


def _fix(versions: Sequence[Version], older: Sequence[Version], newest: Version) -> Fix | None:
    """Return the edits of all older versions; None where an address names two: then the file may be called otherwise."""
    folders: dict[Place, tuple[int, ...]] = {}
    if any(folders.setdefault(version.address.at, version.numbers) != version.numbers for version in versions):
        return None
    number = newest.text.lstrip("vV")
    edits = (Edit(one.at, "set", one.text.replace(one.text.lstrip("vV"), number)) for one in older)
    return Fix(f"write version {number}", tuple(edits), safe=False)
