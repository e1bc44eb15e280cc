"""
The `customSettings` of a metadata component are not an object of texts.

Salesforce has them as one JSON object whose values are all in quotes. With anything else the deployment fails or the settings are lost, and agents get no softphone.

```xml bad at="true"
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <customSettings>{"reqUseApi":true}</customSettings>
  <displayName>Phone</displayName>
  <sections>
    <items><label>Use CTI API</label><name>reqUseApi</name><value>true</value></items>
    <label>General Information</label>
    <name>reqGeneralInfo</name>
  </sections>
</CallCenter>
```

```xml good
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <customSettings>{&quot;reqUseApi&quot;:&quot;true&quot;}</customSettings>
  <displayName>Phone</displayName>
  <sections>
    <items><label>Use CTI API</label><name>reqUseApi</name><value>true</value></items>
    <label>General Information</label>
    <name>reqGeneralInfo</name>
  </sections>
</CallCenter>
```

Retrieved files have `&quot;` for every double quote; plain quotes mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wxcc_lint.api import CallCenter, Document, Edit, Fix, Place, Problem, rule
from wxcc_lint.api.callcenter import custom_settings


@rule(
    "callcenter/invalid-custom-settings",
    on=CallCenter,
    severity="error",
    evidence="verified",
    catalogue=("cc:customsettings-json",),
    sources=("Metadata API Developer Guide, CallCenter",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield why the settings cannot be read, else each value that is no text."""
    settings = custom_settings(callcenter)
    if settings is None:
        return
    for fault in settings.faults:
        assert settings.host is not None, "the settings stand in an element"
        at = settings.host.slice(fault.span.start, fault.span.end)
        yield Problem(f"customSettings cannot be read as JSON: {fault.message}", at, help=fault.help)
    if isinstance(settings.data, dict):
        for name, value in settings.data.items():
            if not isinstance(value, str):
                yield _no_text(settings, name, value)
    elif not settings.faults:
        help_ = 'write settings and their values in braces, such as {"reqUseApi":"true"}'
        yield Problem("customSettings are not one object in braces", Place(settings, ()), help=help_)


def _no_text(settings: Document, name: str, value: Any) -> Problem:
    at = Place(settings, (name,))
    span = at.own_span
    written = settings.text.text[span.start : span.end]
    message = f"'{name}' in customSettings is not a text in double quotes"
    if isinstance(value, bool | int | float):
        fix = Fix(f'write "{written}"', (Edit(at, "set", written),))
        return Problem(message, at, help=f'write "{written}" with the quotes', fix=fix)
    return Problem(message, at, help="write a text in double quotes, or take the setting out")
