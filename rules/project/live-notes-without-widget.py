"""
Live notes are on, and no layout has the Actions widget.

Agents write their notes in that widget. Without it there is nowhere to write them, and the call activity gets none.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/callcenter.xml at="true"
<item name="isCallNotesEnabled">true</item>
```

```json bad file=layouts/agents.json
{
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=crm/callcenter.xml
<item name="isCallNotesEnabled">true</item>
```

```json good file=layouts/agents.json
{
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"isSFDCWidgetEnabled": "true"}
}
```

The Actions widget is the connector's component with `isSFDCWidgetEnabled` at `true`, usually on a tab of `panel`. An environment in which no layout loads the Salesforce connector is left alone: the layout may be kept elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.salesforce import connector_components, has_actions_widget


@rule(
    "project/live-notes-without-widget",
    on=Project,
    severity="warning",
    evidence="verified",
    catalogue=("cc:live-notes-needs-widget",),
    sources=("help.webex.com nhxw7kfb", "published layouts"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each switch that is on."""
    if project.environment is None or project.unread or not project.callcenters:
        return
    connectors = [one for layout in project.layouts for one in connector_components(layout)[:1]]
    labels = [Label(one.place("comp"), "the connector is here, without that widget") for one in connectors]
    if not labels or any(map(has_actions_widget, project.layouts)):
        return
    for callcenter in project.callcenters:
        notes = callcenter.item("isCallNotesEnabled") if callcenter.generation == "v1" else None
        if notes is not None and notes.value == "true":
            yield Problem(
                f"'{callcenter.label_of(notes)}' is on, but no layout of '{project.environment.name}' has the Actions widget",
                notes.at,
                also=tuple(labels),
                help="add the connector's component with isSFDCWidgetEnabled 'true' to the panel of a layout, or switch live notes off",
            )
