"""
A type of components is kept in files of a form that is not read here.

A project can have components cut into several files, or change where a type lies. What is cut in an unknown way is not judged: nothing found there does not mean that nothing is wrong for agents.

```json bad file=sfdx-project.json at='"decomposeProfileBeta"'
{
  "packageDirectories": [{"path": "force-app", "default": true}],
  "sourceBehaviorOptions": ["decomposeProfileBeta"]
}
```

```json bad file=sfdx-project.json at='"profile"'
{
  "packageDirectories": [{"path": "force-app", "default": true}],
  "registryCustomizations": {"types": {"profile": {"id": "profile", "name": "Profile", "directoryName": "profiles"}}}
}
```

```json good file=sfdx-project.json
{
  "packageDirectories": [{"path": "force-app", "default": true}],
  "sourceBehaviorOptions": ["decomposePermissionSetBeta2", "decomposeCustomLabelsBeta2", "decomposeWorkflowBeta"]
}
```

Permission sets and custom labels are read in one file and in several. Types that have no part in the integration do not matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, SalesforceComponent, rule
from wxcc_lint.api.salesforce import unread_decompositions


@rule(
    "salesforce/unread-decomposition",
    on=SalesforceComponent,
    severity="info",
    profile="strict",
    evidence="verified",
    sources=("npm @salesforce/source-deploy-retrieve 12, presets of the registry", "docs of wxcc-lint"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield each type of a project file that is kept in an unknown form, of those that are read."""
    if component.type != "Project":
        return
    for name, place in unread_decompositions(component):
        yield Problem(
            f"the project keeps components of the type '{name}' in files that are not read here",
            place,
            help="look yourself at what these components hold, or keep each of them in one file",
        )
