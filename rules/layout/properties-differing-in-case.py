"""
The same element has a property in two spellings that differ only in upper and lower case.

Names of properties are case-sensitive, and the element reads one of the two. Where the other one stands the value does not arrive: a widget stays light in dark mode, or has no data.

```json bad at='"darkmode"'
{
  "id": "acme-orders-page",
  "widgets": {
    "left": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"darkMode": "$STORE.app.darkMode"}},
    "right": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"darkmode": "$STORE.app.darkMode"}}
  },
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}}
}
```

```json good
{
  "id": "acme-orders-page",
  "widgets": {
    "left": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"darkMode": "$STORE.app.darkMode"}},
    "right": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"darkMode": "$STORE.app.darkMode"}}
  },
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}}
}
```

Attributes are not case-sensitive, and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wxcc_lint.api import Component, Edit, Fix, Label, Layout, Problem, rule


@rule(
    "layout/properties-differing-in-case",
    on=Layout,
    severity="warning",
    evidence="inferred",
    sources=("published layouts",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each spelling but the commonest, at its first use; of equally common ones the first counts as right."""
    for spellings in _spellings(layout):
        if len(spellings) > 1:
            common = max(spellings, key=lambda name: len(spellings[name]))
            for name, places in spellings.items():
                if name != common:
                    yield _problem(name, places, common, spellings[common])


def _spellings(layout: Layout) -> Iterable[Mapping[str, Sequence[Component]]]:
    """Return for each property of an element the components with each of its spellings, in the order of the file."""
    found: dict[tuple[str, str], dict[str, list[Component]]] = {}
    for use, name, _ in layout.settings("properties"):
        if use.comp:
            found.setdefault((use.comp, name.casefold()), {}).setdefault(name, []).append(use)
    return found.values()


def _problem(name: str, uses: Sequence[Component], common: str, others: Sequence[Component]) -> Problem:
    edits = tuple(Edit(use.place("properties", name), "rename", common) for use in uses)
    clear = len(others) > len(uses) and not any(common in use.properties for use in uses)
    return Problem(
        f"'{uses[0].comp}' has the property '{name}' here and '{common}' elsewhere",
        uses[0].place("properties", name).key(),
        also=(Label(others[0].place("properties", common).key(), "the other spelling"),),
        help="write the one that the element reads in all places",
        fix=Fix(f"write '{common}'", edits, safe=False) if clear else None,
    )
