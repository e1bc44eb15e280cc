"""
A file for the import in Setup lies or is named where metadata components belong.

A deployment takes it for a component, cannot read it and fails. The change that it was to bring never reaches the agents.

```xml bad file=force-app/main/default/callCenters/Phone.callCenter-meta.xml at="callCenter"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</callCenter>
```

```xml good file=force-app/main/default/callCenters/Phone.callCenter-meta.xml
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <displayName>Phone</displayName>
  <sections>
    <items><label>Use CTI API</label><name>reqUseApi</name><value>true</value></items>
    <label>General Information</label>
    <name>reqGeneralInfo</name>
  </sections>
</CallCenter>
```

Import the file in Setup and retrieve the call center: that gives the component. The vendor itself names its file of Version 2 like a component; outside of a folder `callCenters` that is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import component_name, lies_among_components


@rule(
    "callcenter/import-form-as-component",
    on=CallCenter,
    severity="error",
    evidence="verified",
    catalogue=("cc:format-mismatch-path",),
    supersedes=("callcenter/import-form-like-component",),
    sources=("Metadata API Developer Guide, CallCenter", "Salesforce source format, registry of metadata types"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at folder and name of the file."""
    file = callcenter.document.name
    if callcenter.form != "import":
        return
    if lies_among_components(file):
        where = "lies in a folder 'callCenters'"
    elif component_name(file) is not None and callcenter.generation != "v2":
        where = "is named like a metadata component"
    else:
        return
    yield Problem(
        f"the file {where}, but is written for the import in Setup: it cannot be deployed",
        callcenter.root_at,
        help="keep it elsewhere as a file ending in .xml, or replace it by the component that you retrieve after the import",
    )
