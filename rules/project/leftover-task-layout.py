"""
A profile has a page layout of the vendor's package, and the package is gone or to be removed.

Salesforce does not remove a package while a profile has one of its layouts, and does not take a profile that names a layout it has not.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=remove/destructiveChanges.xml
<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
    <types>
        <members>ciscocjs</members>
        <name>InstalledPackage</name>
    </types>
</Package>
```

```xml bad file=force-app/main/default/profiles/Agent.profile-meta.xml at="Task-ciscocjs__Webex Contact Center Task Layout"
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <layoutAssignments>
        <layout>Task-ciscocjs__Webex Contact Center Task Layout</layout>
    </layoutAssignments>
</Profile>
```

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=force-app/main/default/installedPackages/acme.installedPackage-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<InstalledPackage xmlns="http://soap.sforce.com/2006/04/metadata">
    <activateRSS>false</activateRSS>
    <versionNumber>2.1</versionNumber>
</InstalledPackage>
```

```xml bad file=force-app/main/default/profiles/Agent.profile-meta.xml at="Task-ciscocjs__Cisco Webex Contact Center Task Layout"
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <layoutAssignments>
        <layout>Task-ciscocjs__Cisco Webex Contact Center Task Layout</layout>
    </layoutAssignments>
</Profile>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
```

```xml good file=remove/destructiveChanges.xml
<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
    <types>
        <members>ciscocjs</members>
        <name>InstalledPackage</name>
    </types>
</Package>
```

```xml good file=force-app/main/default/profiles/Agent.profile-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <layoutAssignments>
        <layout>Task-Task Layout</layout>
    </layoutAssignments>
</Profile>
```

The vendor has the profiles changed before the package is uninstalled. A deployment that removes a package can do nothing else, so the profiles go in one before it. Where a Version 1 call center is there, a package that the project does not list is another finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.project import lacks_package, package_removal
from wxcc_lint.api.salesforce import package_facts, task_layouts


@rule(
    "project/leftover-task-layout",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:task-layout-assigned",),
    supersedes=("salesforce/outdated-task-layout",),
    sources=("help.webex.com nhxw7kfb", "Salesforce Metadata API Developer Guide: InstalledPackage"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield one problem for each profile that has a layout of the package."""
    removal = package_removal(project) if project.environment else None
    is_needed = any(view.generation == "v1" for view in project.callcenters)
    if removal is None and (is_needed or not lacks_package(project)):
        return
    namespace = package_facts().namespace
    fate = f"'{namespace}' is to be removed" if removal else f"the project has no package '{namespace}'"
    for profile in project.of_type("Profile"):
        left = [layout for layout in task_layouts(profile) if layout.is_packaged]
        for first in left[:1]:
            others = [Label(layout.at, "and here") for layout in left[1:]]
            yield Problem(
                f"'{first.name}' is still assigned, and {fate}",
                first.at,
                also=(*others, *([Label(removal, "this removes the package")] if removal else [])),
                help="assign another layout first, and deploy that before the package is removed",
            )
