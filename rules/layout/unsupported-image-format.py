"""
An image is of a format that the Desktop does not support.

It supports PNG, JPG, JPEG, GIF, SVG and WebP. For any other agents may see a broken image.

```json bad at="bmp"
{"logo": "https://widgets.acme.com/images/acme.bmp"}
```

```json good
{"logo": "https://widgets.acme.com/images/acme.png"}
```

Some browsers show more than the documented formats, so try it before you change it. An address without one of the usual endings is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import below, setting_facts

_ADDRESS = re.compile(r"\s*(?:https?:|data:|/)", re.IGNORECASE)
_DATA = re.compile(r"\s*data:(?:image/)?(?:x-)?([\w.-]+)", re.IGNORECASE)
_ENDING = re.compile(r"\s*(?:https?:)?+(?://[^/?#]*+)?+[^?#]*\.([a-z0-9]+)(?=\s*(?:[?#]|$))", re.IGNORECASE)
_IMAGES = ("appTitle", "logo", "taskPageIllustration")


@rule(
    "layout/unsupported-image-format",
    on=Layout,
    severity="warning",
    catalogue=("dl:image-format",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each image whose ending, or type in a data URI, is known for something else."""
    facts = setting_facts()
    for role in layout.roles():
        for name in _IMAGES:
            value = role.settings.get(name)
            format_ = _format(name, value) if isinstance(value, str) else None
            if format_ and format_[1].lower() in facts.other_images:
                yield Problem(
                    f"'{format_[1]}' is not among the formats of images that the Desktop supports",
                    below(role.at, name).slice(*format_.span(1)),
                    help=f"use one of {', '.join(facts.images)}",
                )


def _format(name: str, value: str) -> re.Match[str] | None:
    """Return the match whose first group is the format; of a title only where it is an address."""
    if name == "appTitle" and not _ADDRESS.match(value):
        return None
    return _DATA.match(value) or _ENDING.match(value)
