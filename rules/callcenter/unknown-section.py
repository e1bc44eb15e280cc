"""A section has a name that no release of the connector knows.

The connector finds settings by the exact name of the section. What stands in this one is as good as not there: its features stay off for every agent.

```xml bad at="reqOmniStatesyncConfig" without="reqOmniStateSyncConfig"
<section name="reqOmniStatesyncConfig" label="Omnichannel State Sync Configuration">
  <item name="isOmniStateSyncEnabled" label="Omnichannel state sync enabled">true</item>
  <item name="defaultOmniStateForCall" label="Default idle code when on voice call">On a call</item>
  <item name="defaultOmniStateForOmniChannel" label="Default idle code when on CRM omni channel">In a chat</item>
</section>
```

```xml good
<section name="reqOmniStateSyncConfig">
  <item name="isOmniStateSyncEnabled">true</item>
  <item name="defaultOmniStateForCall">On a call</item>
  <item name="defaultOmniStateForOmniChannel">In a chat</item>
</section>
```

Upper and lower case count. `reqAdvanceScreenpopConfig`, without a d, is right: it was published so.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, Section, closest, rule


@rule(
    "callcenter/unknown-section",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    catalogue=("cc:unknown-section",),
    supersedes=("callcenter/long-name",),
    sources=("published definition files", "Open CTI Developer Guide, getCallCenterSettings"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Report sections without a namesake in the catalogue; their items are not looked at one by one."""
    known = callcenter.vocabulary.all_section_names
    absent = [name for name in known if callcenter.section(name) is None]
    for section in callcenter.sections:
        if section.name and section.name not in known and section.repeat == 1:
            yield _problem(section, closest(section.name, absent))


def _problem(section: Section, meant: str | None) -> Problem:
    message = f"the connector knows no section '{section.name}'"
    if meant is None:
        return Problem(
            message, section.name_at, help="take it out, or into the definition of the product that it is for"
        )
    return Problem(
        f"{message}; did you mean '{meant}'?",
        section.name_at,
        help=f"rename '{section.name}' to {meant}",
        # Not safe: the name is a guess, and features that were off so far may start to work.
        fix=Fix(f"rename '{section.name}' to {meant}", (Edit(section.name_at, "rename", meant),), safe=False),
    )
