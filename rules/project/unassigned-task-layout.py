"""
A profile of agents has another page layout for tasks than the vendor's.

Calls are recorded as tasks. In a layout without the vendor's fields, agents do not see what was recorded of a call.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
```

```xml bad file=crm/callcenter.xml
<item name="reqSoftphoneWidth">550</item>
```

```xml bad file=force-app/main/default/profiles/Agent.profile-meta.xml at="Task-Task Layout"
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <layoutAssignments>
        <layout>Task-Task Layout</layout>
    </layoutAssignments>
</Profile>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
```

```xml good file=crm/callcenter.xml
<item name="reqSoftphoneWidth">550</item>
```

```xml good file=force-app/main/default/profiles/Agent.profile-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <layoutAssignments>
        <layout>Task-Task Layout</layout>
    </layoutAssignments>
    <layoutAssignments>
        <layout>Task-ciscocjs__Webex Contact Center Task Layout</layout>
        <recordType>Task.Call</recordType>
    </layoutAssignments>
</Profile>
```

Looked at are the `agent-profiles` of an environment with a Version 1 call center. A profile without any layout for tasks says nothing: a retrieved profile holds only what was asked for along with it. If you have put the vendor's fields into a layout of your own, ignore the finding, or let the layout's name end in that of the vendor's.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.project import AgentRole, agent_roles, package_removal
from wxcc_lint.api.salesforce import TaskLayout, package_facts, task_layouts


@rule(
    "project/unassigned-task-layout",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:task-layout-assigned",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each agents' profile whose layouts for tasks are all others, unless the package is on its way out."""
    if all(view.generation != "v1" for view in project.callcenters) or package_removal(project):
        return
    for role in agent_roles(project):
        layouts = [layout for component in role.components for layout in task_layouts(component)]
        if layouts and not any(layout.is_vendors or layout.is_outdated for layout in layouts):
            yield _problem(role, layouts)


def _problem(role: AgentRole, layouts: list[TaskLayout]) -> Problem:
    shown = next((layout for layout in layouts if layout.record_type is None), layouts[0])
    wanted = package_facts().task_layout
    return Problem(
        f"agents with {role.words} see calls in '{shown.name}', not in '{wanted}'",
        shown.at,
        also=(Label(role.declared_at, "agents have this profile"),),
        help=f"assign '{wanted}' to the profile, in Setup at the page layouts of Task",
    )
