"""
An entry of a field list is not a field and a variable in braces.

Version 2 reads pairs, `Category__c={Category}`, with a comma between them. It cannot make anything of another entry: the field stays empty on the agent's screen.

```xml bad at="Category"
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Category__c=Category</item>
</section>
```

```xml bad at=";"
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Category__c={Category};Language__c={Language}</item>
</section>
```

```xml bad at="Category:{Category}"
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Category:{Category}</item>
</section>
```

```xml bad at="Call Category"
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Call Category={Category}</item>
</section>
```

```xml good
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Category__c={Category},Language__c={Language}</item>
</section>
```

Names of variables have letters, digits and underscores. Constants, which Version 1 had, cannot be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import ListedField, Part, field_lists, field_name_fault, listed_fields

_VARIABLE = re.compile(r"[A-Za-z0-9_]+")
_BETWEEN = re.compile(r"(?<=\})\s*([;|/、，\n]|\s(?=\S))\s*(?=[^=,{}]+=)")  # noqa: RUF001 — commas of other scripts
"""What people put between pairs instead of a comma."""
_WRAPPED = re.compile(r"[\s{}$!%<>]*([A-Za-z0-9_]+)[\s{}$!%<>]*")


@rule(
    "callcenter/invalid-field-list",
    on=CallCenter,
    severity="error",
    generations=("v2",),
    evidence="verified",
    catalogue=("cc:mapping-v2-syntax", "cc:mapping-target-syntax"),
    sources=("vendor's guide from Version 1 to Version 2",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first fault of each entry; empty entries and needless blanks are told by another rule."""
    for item in field_lists(callcenter):
        label = callcenter.label_of(item)
        for entry in listed_fields(item):
            problem = _problem(entry, label) if entry.whole.text.strip() else None
            if problem:
                yield problem


def _problem(entry: ListedField, label: str) -> Problem | None:
    target, source = entry.target.trimmed, entry.source.trimmed if entry.source else None
    if _BETWEEN.search(entry.whole.text):
        return _separators(entry.whole, label)
    if source is None:
        message = f"'{target.text}' in '{label}' is not a field and its variable"
        return Problem(message, target.at, help="write Field={variable}, such as Category__c={Category}")
    if not target.text:
        message = f"no field is named for '{source.text}' in '{label}'"
        return Problem(message, source.at, help=f"write the field before the =, as in Category__c={source.text}")
    fault = field_name_fault(target.text)
    if fault:
        message = f"'{target.text}' in '{label}' is not the API name of a field: {fault}"
        return Problem(message, target.at, help="write the name that Object Manager in Setup shows for the field")
    if entry.variable is None or not _VARIABLE.fullmatch(entry.variable.trimmed.text):
        return _source(target, source, label)
    return None


def _separators(whole: Part, label: str) -> Problem:
    found = list(_BETWEEN.finditer(whole.text))
    parts = [whole.part(match.start(), len(match[0])) for match in found]
    written = found[0][1].strip()
    what = f"'{written}' stands" if written else "only a blank stands"
    message = f"{what} between two fields of '{label}', where a comma should be"
    fix = Fix("write a comma", tuple(Edit(part.at, "set", ",") for part in parts))
    return Problem(message, parts[0].at, help="write a comma between the fields", fix=fix)


def _source(target: Part, source: Part, label: str) -> Problem:
    if not source.text:
        message = f"'{target.text}' in '{label}' has no variable"
        return Problem(message, target.at, help=f"write the variable in braces, as in {target.text}={{variable}}")
    message = f"'{source.text}' in '{label}' is not a variable in braces"
    wrapped = _WRAPPED.fullmatch(source.text)
    if wrapped is None:
        help_ = f"write {target.text}={{variable}}: letters, digits and _ in braces; Version 2 takes no constants"
        return Problem(message, source.at, help=help_)
    variable = f"{{{wrapped[1]}}}"
    # Not safe: a constant may be meant, and it would become the name of a variable.
    fix = Fix(f"write {variable}", (Edit(source.at, "set", variable),), safe=False)
    help_ = f"write {target.text}={variable}; Version 2 takes variables, no constants"
    return Problem(message, source.at, help=help_, fix=fix)
