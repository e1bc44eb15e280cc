"""
A browser notification stays for an unusual time.

Cisco recommends 5 to 15 seconds. Agents may miss a shorter one, and a longer one covers their work. Only Chrome keeps to the time in any case.

```json bad at="60"
{"browserNotificationTimer": 60}
```

```json good
{"browserNotificationTimer": 15}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import below


@rule(
    "layout/unusual-browser-timer",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:browser-timer-recommended",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout, shortest: int = 5, longest: int = 15) -> Iterator[Problem]:
    """Yield each number of seconds outside what is recommended."""
    for role in layout.roles():
        seconds = role.settings.get("browserNotificationTimer")
        if not isinstance(seconds, int | float) or isinstance(seconds, bool):
            continue
        if not shortest <= seconds <= longest:
            yield Problem(
                f"browser notifications stay for {seconds} seconds; {shortest} to {longest} are recommended",
                below(role.at, "browserNotificationTimer"),
                help="write 8, as the default layout does",
            )
