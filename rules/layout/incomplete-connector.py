"""
The Salesforce connector is told only a part of what it has to load.

It is told its own file, the files that it loads, and which of these is Salesforce's. In published layouts the three always fit together. If one does not, the connector probably finds no Open CTI, and agents work without Salesforce.

```json bad at='"attributes"'
{"comp": "agentx-custom-desktop", "script": "https://widgets.acme.com/salesforce/v1.1.9/index.js", "attributes": {"openctiLibPath": "https://widgets.acme.com/salesforce/v1.1.9/opencti_v48.js,https://widgets.acme.com/salesforce/v1.1.9/integration.js", "nameOfOpenCtiFileName": "opencti_v48.js"}}
```

```json bad at='"opencti_v49.js"'
{"comp": "agentx-custom-desktop", "script": "https://widgets.acme.com/salesforce/v1.1.9/index.js", "attributes": {"crmLibPath": "https://widgets.acme.com/salesforce/v1.1.9/desktop.js", "openctiLibPath": "https://widgets.acme.com/salesforce/v1.1.9/opencti_v48.js,https://widgets.acme.com/salesforce/v1.1.9/integration.js", "nameOfOpenCtiFileName": "opencti_v49.js"}}
```

```json good
{"comp": "agentx-custom-desktop", "script": "https://widgets.acme.com/salesforce/v1.1.9/index.js", "attributes": {"crmLibPath": "https://widgets.acme.com/salesforce/v1.1.9/desktop.js", "openctiLibPath": "https://widgets.acme.com/salesforce/v1.1.9/opencti_v48.js,https://widgets.acme.com/salesforce/v1.1.9/integration.js", "nameOfOpenCtiFileName": "opencti_v48.js"}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import ConnectorSetting, connector_components, connector_facts, connector_settings

_OPEN = frozenset("<>{}$")
"""Marks of what is still to be filled in."""


@rule(
    "layout/incomplete-connector",
    on=Layout,
    severity="warning",
    evidence="inferred",
    sources=("published layouts",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each component with one of the three settings and not all, or with a name that no address ends in."""
    facts = connector_facts()
    for component in connector_components(layout):
        settings = connector_settings(component)
        wanted = {name: settings.get(name.lower()) for name in (facts.own, facts.loaded, facts.named)}
        loaded, named = wanted[facts.loaded], wanted[facts.named]
        present = next(filter(None, wanted.values()), None)
        missing = [name for name, one in wanted.items() if one is None]
        if present and missing:
            yield _missing(component, present, missing)
        elif loaded and named and isinstance(loaded.value, str) and isinstance(named.value, str):
            yield from _unloaded(loaded, named, loaded.value, named.value.strip())


def _missing(component: Component, present: ConnectorSetting, missing: list[str]) -> Problem:
    words = "' and '".join(missing)
    group = str(present.at.path[len(component.at.path)])
    return Problem(
        f"the Salesforce connector has '{present.name}', and no '{words}'",
        component.place(group).key(),
        also=(Label(present.at.key(), "this belongs to it"),),
        help=f"add '{words}', as in the vendor's layout of the same version",
    )


def _unloaded(loaded: ConnectorSetting, named: ConnectorSetting, addresses: str, name: str) -> Iterator[Problem]:
    files = _files(addresses)
    if name in files or not _OPEN.isdisjoint(addresses + name):
        return
    if name in _files(addresses.replace(";", ",")):
        at = loaded.at.slice(addresses.index(";"), addresses.index(";") + 1)
        message = f"the addresses in '{loaded.name}' stand with ';' between them"
        yield Problem(message, at, help="write a comma", fix=Fix("write a comma", (Edit(at, "set", ","),), safe=False))
        return
    yield Problem(
        f"'{name}' is none of the files that '{loaded.name}' loads",
        named.at,
        also=(Label(loaded.at, "these are loaded"),),
        help=f"write {' or '.join(filter(None, files))}" if any(files) else f"write its address into '{loaded.name}'",
    )


def _files(addresses: str) -> list[str]:
    return [address.split("?")[0].rpartition("/")[2].strip() for address in addresses.split(",")]
