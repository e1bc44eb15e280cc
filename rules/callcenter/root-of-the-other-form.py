"""
The outermost element is that of the other form of call centers.

There are two forms: `callCenter` with `section` and `item` for the import in Setup, `CallCenter` with `sections` and `items` for deployments. A mixture of both is refused by either way, and nobody gets the softphone.

```xml bad at="CallCenter"
<CallCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</CallCenter>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</callCenter>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule

_ROOTS = {"import": "callCenter", "metadata": "CallCenter"}


@rule(
    "callcenter/root-of-the-other-form",
    on=CallCenter,
    severity="error",
    evidence="verified",
    catalogue=("cc:format-unknown-root",),
    supersedes=("callcenter/import-form-as-component", "callcenter/import-form-like-component"),
    sources=("Open CTI Developer Guide, call center definition files", "Metadata API Developer Guide, CallCenter"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Compare the root with the form of the sections; a root of neither form is told by another rule."""
    wanted = _ROOTS[callcenter.form]
    if callcenter.root_name in _ROOTS.values() and callcenter.root_name != wanted:
        use = "the import in Setup" if callcenter.form == "import" else "a deployment"
        # No fix: an edit reaches the name in the start tag only, and the end tag would no longer match.
        yield Problem(
            f"the outermost element is '{callcenter.root_name}', but what stands in it is written for {use}",
            callcenter.root_at,
            help=f"write <{wanted}> at the beginning and </{wanted}> at the end",
        )
