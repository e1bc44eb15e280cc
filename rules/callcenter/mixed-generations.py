"""
A section or item is one of another version of the connector.

Version 1 and Version 2 give their settings different names. Neither reads what is written for the other, so the feature stays off for every agent.

```xml bad base=v2 at="isCallNotesEnabled"
<section name="wxCCCallActivity">
  <item name="isCallNotesEnabled" label="Record Call Live Notes">true</item>
</section>
```

```xml bad at="widgetSettings"
<section name="widgetSettings" label="Widget Settings">
  <item name="sendBrowserNotifications" label="Send Browser Notifications">true</item>
</section>
```

```xml good base=v2
<section name="wxCCCallActivity">
  <item name="recordCallLiveNotes">true</item>
</section>
```

Which version a file is, is told by most of its sections and items, its internal name and its adapter URL.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Problem, Section, rule
from wxcc_lint.api.callcenter import counterpart, platform_items, vocabulary

_OTHERS: Mapping[str, str] = {"v1": "v2", "v2": "v1"}
_CALLED: Mapping[str, str] = {"v1": "Version 1", "v2": "Version 2"}


@rule(
    "callcenter/mixed-generations",
    on=CallCenter,
    severity="error",
    generations=("v1", "v2"),
    evidence="verified",
    catalogue=("cc:generation-mix",),
    supersedes=("callcenter/unknown-item", "callcenter/unknown-section", "callcenter/long-name"),
    sources=("published definition files of Version 1 and Version 2", "vendor's guide from Version 1 to Version 2"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the sections of the other generation, each as a whole, and its items in sections of this one."""
    own, other = callcenter.vocabulary, vocabulary(_OTHERS[callcenter.generation])
    foreign = set(other.all_section_names).difference(own.all_section_names)
    for section in callcenter.sections:
        if section.name in foreign and section.repeat == 1:
            yield _section_problem(callcenter, section)
    for item in callcenter.unknown_items:
        if item.section in own.all_section_names and item.name not in platform_items() and item.repeat == 1:
            is_foreign = bool(other.sections_of(item.name)) and not own.sections_of(item.name)
            if is_foreign:
                yield _item_problem(callcenter, item)


def _section_problem(callcenter: CallCenter, section: Section) -> Problem:
    ours, theirs = _CALLED[callcenter.generation], _CALLED[_OTHERS[callcenter.generation]]
    return Problem(
        f"'{section.name}' is a section of {theirs}, but this is a file of {ours}",
        section.name_at,
        help=f"take the section out, and set in the sections of {ours} what it was to set",
    )


def _item_problem(callcenter: CallCenter, item: Item) -> Problem:
    ours, theirs = _CALLED[callcenter.generation], _CALLED[_OTHERS[callcenter.generation]]
    message = f"'{item.name}' is an item of {theirs}, but this is a file of {ours}"
    same = counterpart(callcenter.generation, item.name)
    if same is None:
        return Problem(message, item.name_at, help=f"take it out: {ours} has nothing of the kind")
    if same.section != item.section or callcenter.item(same.name, same.section):
        where = f"{same.name} in the section {same.section}"
        return Problem(message, item.name_at, help=f"take it out, and set '{same.label.strip()}' instead: {where}")
    # Not safe: the other generation may write the value in another way.
    rename = Edit(item.name_at, "rename", same.name)
    fix = Fix(f"rename '{item.name}' to {same.name}", (rename,), safe=False)
    return Problem(message, item.name_at, help=f"rename it to {same.name}, and look at its value", fix=fix)
