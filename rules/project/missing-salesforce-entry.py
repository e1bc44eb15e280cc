"""
The allowed list lacks what the Desktop within Salesforce needs.

Salesforce shows the Desktop in a frame. Without these entries the browser may refuse that, and agents see an empty softphone.

```yaml bad file=.wxcc-lint.yaml at="[widgets.acme.com, '*.salesforce.com']"
environments:
  prod:
    files: ["**"]
    allowlist: [widgets.acme.com, '*.salesforce.com']
```

```xml bad file=crm/callcenter.xml
<item name="reqSoftphoneWidth">550</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    allowlist: ["*.force.com", "*.salesforce.com"]
```

```xml good file=crm/callcenter.xml
<item name="reqSoftphoneWidth">550</item>
```

The vendor documents `*.force.com`, `*.salesforce.com`, `*.lightning.force.com` and `*.lightning.salesforce.com`; the first two cover the others. A list that names the hosts of one org, such as `acme.lightning.force.com`, is taken for a choice. It takes about ten minutes until a new entry works.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wxcc_lint.api import CallCenter, Label, Place, Problem, Project, rule
from wxcc_lint.api.allowlist import Coverage, salesforce_entries
from wxcc_lint.api.hosts import HostSource, host_source


@rule(
    "project/missing-salesforce-entry",
    on=Project,
    severity="warning",
    evidence="verified",
    catalogue=("cc:csp-entry-missing",),
    sources=("help.webex.com nhxw7kfb in several languages", "help.webex.com 3srgv1"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield one problem with all entries that are missing, where a call center shows the Desktop within Salesforce."""
    embedding = [view for view in project.callcenters if view.generation in {"v1", "v2"}]
    if not embedding or project.allowlist is None:
        return
    listed = tuple(Coverage(project.allowlist).sources)
    needed = {entry: host_source(entry) for entry in salesforce_entries()}
    missing = [entry for entry, source in needed.items() if source and not _is_met(source, needed.values(), listed)]
    if missing:
        yield Problem(
            f"the allowed list lacks {_joined(missing)}",
            project.allowlist.root_at,
            also=tuple(Label(_address_of(view), "Salesforce shows the Desktop by this") for view in embedding),
            help=f"add {_joined(missing)} in Control Hub and here",
        )


def _address_of(callcenter: CallCenter) -> Place:
    item = callcenter.item("reqAdapterUrl")
    return item.at if item else Place(callcenter.document, ())


def _is_met(wanted: HostSource, needed: Iterable[HostSource | None], listed: Sequence[HostSource]) -> bool:
    """Tell whether an entry covers what is wanted, or names a host of one org in its place."""
    if any(source.covers(wanted) for source in listed):
        return True
    families = [family for family in needed if family and family.covers(wanted)]
    return any(family.covers(source) for family in families for source in listed if not source.is_wildcard)


def _joined(entries: Sequence[str]) -> str:
    *others, last = [f"'{entry}'" for entry in entries]
    return f"{', '.join(others)} and {last}" if others else last
