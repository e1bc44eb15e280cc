"""The outermost element is not the one that Salesforce knows.

Upper and lower case count. Salesforce refuses the import, and agents get no softphone.

```xml bad at="callcenter"
<callcenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</callcenter>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</callCenter>
```

A file for the import in Setup begins with `<callCenter>`, a metadata component with `<CallCenter>`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule


@rule(
    "callcenter/unknown-root",
    on=CallCenter,
    severity="error",
    catalogue=("cc:format-unknown-root",),
    supersedes=("callcenter/missing-general-section",),
    sources=("Open CTI Developer Guide, call center definition files", "Metadata API Developer Guide, CallCenter"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Compare the root's name with the two that exist."""
    root = callcenter.root_name
    if root in {"callCenter", "CallCenter"}:
        return
    if root.casefold() != "callcenter":
        yield Problem(
            f"the outermost element is '{root}', so this is not a call center definition",
            callcenter.root_at,
            help="take the call center out of what is around it, into a file of its own",
        )
        return
    wanted = "CallCenter" if callcenter.form == "metadata" else "callCenter"
    # No fix: an edit reaches the name in the start tag only, and the end tag would no longer match.
    yield Problem(
        f"the outermost element is '{root}', which Salesforce does not know; it is called '{wanted}'",
        callcenter.root_at,
        help=f"write <{wanted}> at the beginning and </{wanted}> at the end",
    )
