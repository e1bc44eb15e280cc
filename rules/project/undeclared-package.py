"""
The project lists the packages of its org, and that of the vendor is not among them.

An org that is set up from the project lacks what the call center needs: the fields, the page layout and the app of the package.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/callcenter.xml at="ciscocjs"
<item name="reqSalesforceNamespace">ciscocjs</item>
```

```xml bad file=force-app/main/default/installedPackages/acme.installedPackage-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<InstalledPackage xmlns="http://soap.sforce.com/2006/04/metadata">
    <activateRSS>false</activateRSS>
    <versionNumber>2.1</versionNumber>
</InstalledPackage>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=crm/callcenter.xml
<item name="reqSalesforceNamespace">ciscocjs</item>
```

```xml good file=force-app/main/default/installedPackages/ciscocjs.installedPackage-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<InstalledPackage xmlns="http://soap.sforce.com/2006/04/metadata">
    <activateRSS>true</activateRSS>
    <versionNumber>1.9</versionNumber>
</InstalledPackage>
```

Packages are listed where there is a file of one, or where `package.xml` asks for them. Many people install this package in Setup and list none: nothing is said then.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Place, Problem, Project, rule
from wxcc_lint.api.project import lacks_package, package_removal
from wxcc_lint.api.salesforce import package_facts


@rule(
    "project/undeclared-package",
    on=Project,
    severity="info",
    profile="strict",
    evidence="verified",
    catalogue=("cc:package-not-declared",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield one problem at the first call center that needs the package."""
    needing = next((view for view in project.callcenters if view.generation == "v1"), None)
    if needing is None or not lacks_package(project) or package_removal(project):
        return
    namespace = package_facts().namespace
    item = needing.item("reqSalesforceNamespace")
    yield Problem(
        f"the call center needs the package '{namespace}', which is not among the packages of the project",
        item.at if item else Place(needing.document, ()),
        help=f"retrieve InstalledPackage '{namespace}', and keep the file",
    )
