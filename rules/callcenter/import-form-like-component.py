"""
A file for the import in Setup looks like a metadata component.

The import takes it, as the vendor's file of Version 2 shows. But in a folder of components a deployment of it fails, and agents keep the old settings.

```xml bad at="callCenter"
<callCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</callCenter>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</callCenter>
```

It shows in the namespace of the outermost element or in the name of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import component_name


@rule(
    "callcenter/import-form-like-component",
    on=CallCenter,
    severity="info",
    profile="strict",
    evidence="verified",
    catalogue=("cc:format-mismatch-path",),
    sources=("published definition files of Version 2", "Metadata API Developer Guide, CallCenter"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at the namespace and the file's name."""
    marks = {
        "namespace": callcenter.has_namespace,
        "file name": component_name(callcenter.document.name) is not None,
    }
    found = " and ".join(mark for mark, is_there in marks.items() if is_there)
    if callcenter.form == "import" and found:
        yield Problem(
            f"this file is for the import in Setup, although it has the {found} of a metadata component",
            callcenter.root_at,
            help="import it in Setup; do not put it among the components that you deploy",
        )
