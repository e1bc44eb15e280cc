"""
A metadata component says another internal name than its file.

A call center is deployed under the name of its file. Users of the call center that the file speaks of keep the old softphone, and a second call center appears beside it.

```xml bad file=callCenters/Phone.callCenter-meta.xml at="OldPhone"
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <displayName>Phone</displayName>
  <sections>
    <items><label>Internal Name</label><name>reqInternalName</name><value>OldPhone</value></items>
    <label>General Information</label>
    <name>reqGeneralInfo</name>
  </sections>
</CallCenter>
```

```xml good file=callCenters/Phone.callCenter-meta.xml
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <displayName>Phone</displayName>
  <sections>
    <items><label>Internal Name</label><name>reqInternalName</name><value>Phone</value></items>
    <label>General Information</label>
    <name>reqGeneralInfo</name>
  </sections>
</CallCenter>
```

The item may be left out: retrieved files have none. Files are named `Phone.callCenter-meta.xml` or `Phone.callCenter`; with any other name nothing is compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Place, Problem, rule
from wxcc_lint.api.callcenter import GENERAL, component_name


@rule(
    "callcenter/mismatched-file-name",
    on=CallCenter,
    severity="error",
    evidence="verified",
    catalogue=("cc:internal-name-file-mismatch",),
    sources=("Metadata API Developer Guide, CallCenter",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Compare the name of a component's file with the element and the item that name it."""
    of_file = component_name(callcenter.document.name)
    if callcenter.form != "metadata" or of_file is None:
        return
    full_name = callcenter.mirrors.get("fullName", "").strip()
    if full_name and full_name != of_file:
        yield _problem("fullName", full_name, of_file, Place(callcenter.document, ("@fullName",)))
    item = callcenter.item("reqInternalName", GENERAL)
    if item and item.value and item.value != of_file and not item.strays:
        yield _problem(f"'{callcenter.label_of(item)}'", item.value, of_file, item.at)


def _problem(what: str, said: str, of_file: str, at: Place) -> Problem:
    return Problem(
        f"{what} is '{said}', but the file is named after '{of_file}'",
        at,
        help=f"write {of_file} here, or rename the file if the call center in Salesforce is {said}",
    )
