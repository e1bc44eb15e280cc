"""
A placeholder of the shipped file is still there.

The text in angle brackets says what belongs there. It names no status, code or mapping, so agents cannot go ready for calls.

```xml bad at="&lt;Presence Status Id&gt;"
<item name="readyStateId">&lt;Presence Status Id&gt;</item>
<item name="notReadyStateId">0N5000000000001AAA</item>
<item name="defaultCiscoNotReadyReason">Break</item>
<item name="presenceStateMaps">Break=0N5000000000001AAA</item>
```

```xml good
<item name="readyStateId">0N5000000000002AAA</item>
<item name="notReadyStateId">0N5000000000001AAA</item>
<item name="defaultCiscoNotReadyReason">Break</item>
<item name="presenceStateMaps">Break=0N5000000000001AAA</item>
```

If you fill the values in after the import, in Setup, switch the rule off.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule


@rule(
    "callcenter/shipped-placeholder",
    on=CallCenter,
    severity="warning",
    generations=("scv",),
    evidence="inferred",
    sources=("published definition files of Service Cloud Voice", "README beside the definition file"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each item that holds the placeholder it was published with."""
    for item in callcenter.items():
        fact = callcenter.fact(item)
        if fact is not None and fact.placeholder and item.value == fact.default:
            meaning = f"{fact.meaning[0].lower()}{fact.meaning[1:].rstrip('.')}"
            yield Problem(
                f"'{callcenter.label_of(item)}' is still the placeholder of the shipped file",
                item.at,
                help=f"write in {item.name} {meaning}",
            )
