"""
A frame in the old header does not say how high it is.

`agentx-wc-iframe` needs both `height` and `display` in its style there. Without them the page does not fit the header, or is not to be seen.

```json bad at='"height:64px;"'
{
  "area": {
    "header": {
      "id": "acme-header",
      "widgets": {
        "news": {
          "comp": "agentx-wc-iframe",
          "attributes": {"src": "https://news.acme.com/ticker", "style": "height:64px;"}
        }
      },
      "layout": {"areas": [["news"]], "size": {"rows": [1], "cols": [1]}}
    }
  }
}
```

```json bad at='"agentx-wc-iframe"'
{
  "area": {
    "header": {
      "id": "acme-header",
      "widgets": {
        "news": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://news.acme.com/ticker"}}
      },
      "layout": {"areas": [["news"]], "size": {"rows": [1], "cols": [1]}}
    }
  }
}
```

```json good
{
  "area": {
    "header": {
      "id": "acme-header",
      "widgets": {
        "news": {
          "comp": "agentx-wc-iframe",
          "attributes": {"src": "https://news.acme.com/ticker", "style": "height:64px;display:flex;"}
        }
      },
      "layout": {"areas": [["news"]], "size": {"rows": [1], "cols": [1]}}
    }
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import header_height, in_header, styles


@rule(
    "layout/header-frame-without-size",
    on=Layout,
    severity="warning",
    evidence="verified",
    catalogue=("dl:header-iframe-style",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such frame, unless its style is of a type that cannot be read."""
    wanted = {"height": f"{header_height()}px", "display": "flex"}
    for role in layout.roles():
        for frame in in_header(layout, role, "header"):
            if frame.comp != "agentx-wc-iframe" or not _is_readable(frame):
                continue
            given = {style.name for style in styles(frame)}
            missing = [name for name in wanted if name not in given]
            if missing:
                yield _problem(frame, missing, wanted)


def _is_readable(frame: Component) -> bool:
    text, beside = frame.attributes.get("style", ""), frame.members.get("style", {})
    return isinstance(text, str) and isinstance(beside, dict) and isinstance(frame.members.get("attributes", {}), dict)


def _problem(frame: Component, missing: list[str], wanted: dict[str, str]) -> Problem:
    added = "".join(f"{name}:{wanted[name]};" for name in missing)
    text = frame.attributes.get("style")
    at = frame.place("attributes", "style")
    edit = Edit(at, "insert", added) if text is None else Edit(at, "set", _joined(text, added))
    fixable = "attributes" in frame.members
    return Problem(
        f"the style of this frame says nothing of {' and '.join(missing)}",
        frame.place("comp") if text is None else at,
        help=f"add {added} to 'style' in 'attributes'",
        fix=Fix(f"add {added}", (edit,)) if fixable else None,
    )


def _joined(text: str, added: str) -> str:
    before = text.rstrip()
    return f"{before}{'' if not before or before.endswith(';') else ';'}{added}"
