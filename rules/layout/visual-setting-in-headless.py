"""
A widget that nobody sees has a setting for its looks.

What stands in `headless` is never drawn: a frame with a title, a `visibility` tag or a small-window switch has nothing to work on. It often comes along when a widget is copied from a page.

```json bad at='"wrapper"'
{
  "headless": {
    "id": "dw-headless",
    "widgets": {
      "logger": {
        "comp": "acme-logger",
        "script": "https://widgets.acme.com/logger/1.2.0/logger.js",
        "wrapper": {"title": "Logger"}
      }
    },
    "layout": {"areas": [["logger"]], "size": {"rows": [1], "cols": [1]}}
  }
}
```

```json good
{
  "headless": {
    "id": "dw-headless",
    "widgets": {"logger": {"comp": "acme-logger", "script": "https://widgets.acme.com/logger/1.2.0/logger.js"}},
    "layout": {"areas": [["logger"]], "size": {"rows": [1], "cols": [1]}}
  }
}
```

Nobody could try whether `visibility` and `responsive` still decide if the widget is loaded at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule

_LOOKS = ("wrapper", "visibility", "responsive")


@rule(
    "layout/visual-setting-in-headless",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="unverified",
    catalogue=("dl:headless-visual-keys",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such member; sizes on a grid are told of every page alike."""
    for component in layout.components_in("headless"):
        for name in _LOOKS:
            if name in component.members:
                at = component.place(name)
                yield Problem(
                    f"'{name}' is for what can be seen, and nothing in 'headless' is",
                    at.key(),
                    help=f"take '{name}' out",
                    fix=Fix(f"remove {name}", (Edit(at, "remove"),), safe=name == "wrapper"),
                )
