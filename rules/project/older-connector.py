"""
The layout loads a connector that is older than the call center.

The older connector does not know what the newer definition file adds. These settings look right in Setup and do nothing.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/callcenter.xml
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

```json bad file=layouts/agents.json at="1.1.7"
{
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.7/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=crm/callcenter.xml
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

```json good file=layouts/agents.json
{
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}
```

No list of versions that fit is published. The vendor's own files of one time are taken for such a list, and the newest release in the environment counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.callcenter import GENERAL
from wxcc_lint.api.salesforce import connector_of, connector_version, version_numbers


@rule(
    "project/older-connector",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:definition-layout-skew",),
    sources=("published definition files and layouts",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield all layouts with an older connector at once."""
    named = [
        (callcenter, callcenter.release, connector_of(callcenter.release.id))
        for callcenter in project.callcenters
        if callcenter.generation == "v1" and callcenter.release and callcenter.release_is_declared
    ]
    needs = [(callcenter, release, version) for callcenter, release, version in named if version]
    if project.environment is None or not needs:
        return
    callcenter, release, needed = max(needs, key=lambda one: version_numbers(one[2]))
    versions = filter(None, map(connector_version, project.layouts))
    older = [version for version in versions if version.numbers < version_numbers(needed)]
    if older:
        item = callcenter.item("reqInternalName", GENERAL)
        of_release = f"the call center is of release '{release.internal_name}'"
        first, *more = older
        yield Problem(
            f"the layout loads version {first.text} of the connector, but {of_release}",
            first.at,
            also=(
                Label(item.at if item else callcenter.root_at, f"{release.internal_name} of {release.date}"),
                *(Label(version.at, f"version {version.text} as well") for version in more),
            ),
            help=f"take the layout that the vendor publishes with version {needed} or newer as the model",
        )
