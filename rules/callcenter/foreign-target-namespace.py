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

Where other packages are meant, name their prefixes: `rules: {callcenter/foreign-target-namespace: {namespaces: [ciscocjs, acme]}}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import CallCenter, Problem, closest, did_you_mean, rule
from wxcc_lint.api.callcenter import namespace_of, written_fields


@rule(
    "callcenter/foreign-target-namespace",
    on=CallCenter,
    severity="warning",
    profile="strict",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:mapping-target-namespace",),
    sources=("published definition files", "Salesforce Object Reference, custom fields"),
)
def check(callcenter: CallCenter, namespaces: Sequence[str] = ("ciscocjs",)) -> Iterator[Problem]:
    """Yield each field in use whose package prefix is none of `namespaces`, in any case."""
    known = {namespace.casefold() for namespace in namespaces}
    for field in written_fields(callcenter):
        namespace = namespace_of(field.name)
        if namespace and namespace.casefold() not in known and callcenter.is_in_use(field.item):
            meant = closest(namespace, namespaces)
            yield Problem(
                f"'{field.name}' belongs to a package '{namespace}'{did_you_mean(namespace, namespaces)}",
                field.at,
                help=f"write {meant}{field.name.removeprefix(namespace)}"
                if meant
                else "make sure that the org has this package, then name it in this rule's option namespaces",
            )
