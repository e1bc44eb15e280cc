"""
A list of mappings is not valid JSON.

The connector cannot read any mapping of the list, not even the sound ones before the fault: the fields stay empty on the agent's screen.

```xml bad at=","
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"},]</item>
```

```xml bad at="“wxccFieldName”"
<item name="sfdcObjetFieldCadVariableMappings1">[{“wxccFieldName”:"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

Text that went through a word processor or a PDF often has curly quotes. In XML a double quote may be written `&quot;`, but not `&amp;quot;`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Document, Edit, Fix, Item, Place, Problem, rule
from wxcc_lint.api.callcenter import parse_json

_WRONG_QUOTE = re.compile("['‘’‚‛“”„‟]")  # noqa: RUF001 — curly quotes are what it looks for
_MOST_FAULTS = 200  # some twenty mappings with a fault in each name and value; each takes a reading of the whole text
_ENTITY = re.compile(r"&\w+;|&#\w+;")


@rule(
    "callcenter/invalid-mapping-json",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:mapping-json-parse", "cc:mapping-smart-quotes", "cc:json-double-escaped"),
    sources=("help.webex.com nhxw7kfb", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield why a list of mappings is not JSON, at the place where reading it ends."""
    for item in callcenter.mapping_items():
        if item.is_blank:
            continue
        for fault in item.json().faults:
            yield Problem(
                f"'{callcenter.label_of(item)}' cannot be read as JSON: {fault.message}",
                Place(item.document, item.path).slice(fault.span.start, fault.span.end),
                help=fault.help,
                fix=_fix(item),
            )


def _fix(item: Item) -> Fix | None:
    """Return how to mend the text if that takes nothing but straight quotes, ordinary blanks and fewer commas."""
    read, words = item.json(), ""
    for _ in range(_MOST_FAULTS):
        mended, what = _mended(read)
        if not what:
            return None
        words = words if what in words else f"{words} and {what}".removeprefix(" and ")
        read = parse_json(item.document.name, mended, "callcenter")
        if not read.faults:
            return Fix(words, (Edit(Place(item.document, item.path), "set", mended),))
    return None


def _mended(read: Document) -> tuple[str, str]:
    """Return the text without its first fault, and what was done; nothing is done where it takes a person to decide."""
    text, span = read.text.text, read.faults[0].span
    piece = text[span.start : span.end]
    if _ENTITY.fullmatch(piece):
        return html.unescape(text), "take one level of XML escapes away"
    if piece == ",":
        replacement, what = "", "delete the stray comma"
    elif piece and not piece.isprintable() and piece.strip() == "":
        replacement, what = " " * len(piece), "put ordinary blanks in"
    elif _WRONG_QUOTE.match(piece) and '"' not in piece.strip('"'):
        replacement, what = _WRONG_QUOTE.sub('"', piece), "put straight double quotes in"
    else:
        return text, ""
    return text[: span.start] + replacement + text[span.end :], what
