"""
A text in the header is long.

The header gives each text little room and cuts off the rest, so agents read half a sentence.

```json bad at='"Orders and returns of this customer"'
{
  "advancedHeader": [
    {"comp": "md-label", "textContent": "Orders and returns of this customer"},
    {"comp": "agentx-state-selector"}
  ]
}
```

```json good
{"advancedHeader": [{"comp": "md-label", "textContent": "Orders"}, {"comp": "agentx-state-selector"}]}
```

How many characters fit is not documented and depends on them. 25 is a guess; the option `max` sets another number.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import in_header


@rule(
    "layout/long-header-label",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="unverified",
    catalogue=("dl:advanced-header-long-label",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout, max: int = 25) -> Iterator[Problem]:  # noqa: A002  # the option's name
    """Yield each text with more characters; those that the Desktop fills in or translates have a length of their own."""
    for role in layout.roles():
        for component in in_header(layout, role, "advancedHeader"):
            text = (component.text_content or "").strip()
            if len(text) > max and not text.startswith("$"):
                yield Problem(
                    f"the text has {len(text)} characters, and the header cuts long ones off",
                    component.place("textContent"),
                    help=f"use up to {max} characters, and say the rest in a tooltip",
                )
