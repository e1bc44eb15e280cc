"""
A field that is written to belongs to a package that is not the vendor's.

The prefix before the name says which package a field belongs to. If the org has no such package, nothing is written, and the agent finds the field empty.

```xml bad at='"ciscocj__Contact_Type__c"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Segment","SalesforceFieldName":"ciscocj__Contact_Type__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Segment","SalesforceFieldName":"ciscocjs__Contact_Type__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Segment","SalesforceFieldName":"Segment__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

The namespace that a `sfdx-project.json` in the same environment has is the project's own:

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```json good file=sfdx-project.json
{
  "packageDirectories": [{"path": "force-app"}],
  "namespace": "acme"
}
```

```xml good file=crm/callcenter.xml
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Segment","SalesforceFieldName":"acme__Segment__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

Where other packages are meant, name their prefixes: `rules: {project/foreign-target-namespace: {namespaces: [ciscocjs, acme]}}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Problem, Project, closest, did_you_mean, rule
from wxcc_lint.api.callcenter import namespace_of, written_fields
from wxcc_lint.api.project import own_namespaces


@rule(
    "project/foreign-target-namespace",
    on=Project,
    severity="warning",
    profile="strict",
    evidence="inferred",
    alone=True,
    aliases=("callcenter/foreign-target-namespace",),
    catalogue=("cc:mapping-target-namespace",),
    sources=("published definition files", "Salesforce Object Reference, custom fields"),
)
def check(project: Project, namespaces: Sequence[str] = ("ciscocjs",)) -> Iterator[Problem]:
    """Yield each field in use whose package prefix is none of `namespaces` or of the project, in any case."""
    known = (*namespaces, *own_namespaces(project))
    folded = {namespace.casefold() for namespace in known}
    for callcenter in project.callcenters:
        for field in written_fields(callcenter) if callcenter.generation in {"v1", "v2"} else ():
            namespace = namespace_of(field.name)
            if namespace and namespace.casefold() not in folded and callcenter.is_in_use(field.item):
                meant = closest(namespace, known)
                yield Problem(
                    f"'{field.name}' belongs to a package '{namespace}'{did_you_mean(namespace, known)}",
                    field.at,
                    help=f"write {meant}{field.name.removeprefix(namespace)}"
                    if meant
                    else "make sure that the org has this package, then name it in this rule's option namespaces",
                )
