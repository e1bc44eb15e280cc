"""
The object of the screen pop is not among the custom objects of the project.

If the org does not have it either, the screen pop fails, and the agent types in a new record by hand.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=force-app/main/default/objects/Service_Request__c/Service_Request__c.object-meta.xml
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <deploymentStatus>Deployed</deploymentStatus>
    <label>Service Request</label>
    <sharingModel>ReadWrite</sharingModel>
</CustomObject>
```

```xml bad file=crm/callcenter.xml at="ServiceRequest__c"
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">ServiceRequest__c</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone__c","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=force-app/main/default/objects/Service_Request__c/Service_Request__c.object-meta.xml
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <deploymentStatus>Deployed</deploymentStatus>
    <label>Service Request</label>
    <sharingModel>ReadWrite</sharingModel>
</CustomObject>
```

```xml good file=crm/callcenter.xml
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">Service_Request__c</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone__c","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

Told only where the files hold a custom object at least. Objects of packages stand in no repository and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Item, Place, Problem, Project, rule
from wxcc_lint.api.callcenter import namespace_of, object_name_fault
from wxcc_lint.api.project import ProjectFields


@rule(
    "project/unknown-custom-object",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:object-name-known",),
    sources=("Metadata API Developer Guide, CustomObject", "help.webex.com nhxw7kfb"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each custom object in use that no file defines, where files define others."""
    own = [one.name for one in project.of_type("CustomObject") if _is_own(one.name)]
    if project.environment is None or not own:
        return
    fields = ProjectFields(project)
    for callcenter in project.callcenters:
        for item in callcenter.items_of("object"):
            is_own = _is_own(fields.own_name(item.value))
            if is_own and callcenter.is_in_use(item) and not fields.has_object(item.value):
                yield _problem(item, fields.custom_name_meant(item.value, own))


def _is_own(name: str) -> bool:
    """Tell whether a name is that of a custom object that came with no package."""
    return name.lower().endswith("__c") and namespace_of(name) is None and object_name_fault(name) is None


def _problem(item: Item, meant: str | None) -> Problem:
    message = f"the project has no object '{item.value}'"
    if meant is None:
        return Problem(message, item.at, help=f"write in {item.name} an object that there is, or add this one")
    fix = Fix(f"write {meant}", (Edit(Place(item.document, item.path), "set", meant),), safe=False)
    return Problem(f"{message}; did you mean '{meant}'?", item.at, help=f"write {meant} in {item.name}", fix=fix)
