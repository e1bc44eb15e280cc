"""
The Apex source of a class is another one.

The Omni-Channel status of agents follows what the class says: with other code they may stay online in Salesforce during calls, or offline after them.

```apex bad side=left at="global static String state() { return 'Busy'; }"
global class sfdcOmniChannel {
  global static String state() { return 'Busy'; }
}
```

```apex bad side=right
global class sfdcOmniChannel {
  global static String state() { return 'Away'; }
}
```

```apex good side=left
global class sfdcOmniChannel {
  global static String state() { return 'Busy'; }
}
```

```apex good side=right
global class sfdcOmniChannel {

    global static String state() { return 'Busy'; }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/component-source-changed",
    on=Drift,
    severity="warning",
    sources=("Salesforce Metadata API guide",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield another source of a class; blanks around lines do not count."""
    if drift.aspect == "component-source":
        yield Problem(f"the source of {drift.subject} changed", drift.at)
