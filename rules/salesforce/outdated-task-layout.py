"""
A profile has the page layout for tasks of the vendor's earlier packages.

Agents see their calls in a layout that the vendor does not keep up any more: what newer packages record has no place in it.

```xml bad file=force-app/main/default/profiles/Agent.profile-meta.xml at="Task-ciscocjs__Cisco Webex Contact Center Task Layout"
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <layoutAssignments>
        <layout>Task-ciscocjs__Cisco Webex Contact Center Task Layout</layout>
    </layoutAssignments>
</Profile>
```

```xml good file=force-app/main/default/profiles/Agent.profile-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <layoutAssignments>
        <layout>Task-ciscocjs__Webex Contact Center Task Layout</layout>
    </layoutAssignments>
</Profile>
```

The two names differ in one word, and Setup offers both where an earlier package was there. Older training material still names the old one. The name of the new one in files follows from its name in Setup and the package's prefix: if Salesforce does not know it, retrieve a profile that has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Problem, SalesforceComponent, rule
from wxcc_lint.api.salesforce import package_facts, task_layouts


@rule(
    "salesforce/outdated-task-layout",
    on=SalesforceComponent,
    severity="warning",
    evidence="verified",
    catalogue=("cc:task-layout-old",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield one problem for a profile, with all record types that have the layout."""
    if component.type != "Profile":
        return
    outdated = [layout for layout in task_layouts(component) if layout.is_outdated]
    if outdated:
        facts = package_facts()
        current = f"Task-{facts.namespace}__{facts.task_layout}"
        first, *others = outdated
        yield Problem(
            f"'{first.name}' is the page layout of earlier packages",
            first.at,
            also=tuple(Label(layout.at, "and here") for layout in others),
            help=f"assign '{facts.task_layout}', in Setup at the page layouts of Task",
            fix=Fix(f"write '{current}'", tuple(Edit(layout.at, "set", current) for layout in outdated), safe=False),
        )
