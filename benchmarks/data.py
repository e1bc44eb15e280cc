"""What `check.py` lets everybody read: seeded variations of our fixtures, and files that are nobody's of ours.

The same number gives the same bytes. Nothing in what is made deserves a finding, so that checking is timed, not reporting.
"""
# ruff: noqa: INP001, S311 — belongs to a script; chance need not be unforeseeable

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from wxcc_lint.catalog.layouts import default_layout

ROOT = Path(__file__).resolve().parents[1]
_PROJECTS = ROOT / "fixtures" / "projects"
_LAYOUT = _PROJECTS / "salesforce" / "layouts" / "service-desk.json"
_DEFINITION = _PROJECTS / "two-regions" / "crm" / "call-center.xml"
_LAYOUT_SIZE = 40_000
_WORDS = ("account", "billing", "claim", "meter", "order", "parcel", "repair", "tariff")
_REGIONS = ("us1", "eu1", "eu2", "anz1")


def layout(number: int) -> str:
    """Return a layout of 40 kB: the default one of three roles, with as many pages of the fixture's kind as that takes."""
    pick = Random(f"layout {number}")
    whole = default_layout()
    page = json.dumps(json.loads(_LAYOUT.read_text("utf-8"))["agent"]["area"]["navigation"][0])
    while len(text := json.dumps(whole, indent=2) + "\n") < _LAYOUT_SIZE:
        name = f"{pick.choice(_WORDS)}-{pick.randrange(10**6)}"
        role = whole[pick.choice(sorted(whole))]
        role["area"].setdefault("navigation", []).append(json.loads(page.replace("visit", name).replace("Visit", name)))
    return text


def definition(number: int) -> str:
    """Return a call center definition: that of the fixture with another display name, region and height."""
    pick = Random(f"definition {number}")
    text = _DEFINITION.read_text("utf-8")
    text = text.replace("Pennine Power", f"{pick.choice(_WORDS).title()} {pick.randrange(10**4)}")
    text = text.replace(">550<", f">{pick.randrange(450, 700)}<")
    return text.replace("${REGION}", pick.choice(_REGIONS))


def stranger(number: int) -> tuple[str, str]:
    """Return the suffix and text of a file that is none of ours, of up to some 20 kB: rows as JSON or as XML."""
    pick = Random(f"stranger {number}")
    rows: list[dict[str, Any]] = [
        {
            "id": pick.randrange(10**9),
            "name": pick.choice(_WORDS),
            "amount": pick.random(),
            "open": pick.choice((True, False)),
        }
        for _ in range(pick.randrange(1, 200))
    ]
    if number % 2:
        return ".json", json.dumps({"name": "export", "version": "1.0.0", "rows": rows}, indent=2)
    cells = (f"  <row>{''.join(f'<{key}>{value}</{key}>' for key, value in row.items())}</row>" for row in rows)
    return ".xml", "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', "<rows>", *cells, "</rows>", ""))


def write_ours(folder: Path, count: int) -> tuple[list[str], list[str]]:
    """Write as many layouts and as many definitions into a new folder; return their names."""
    folder.mkdir()
    layouts = [f"layout-{number:05}.json" for number in range(count)]
    definitions = [f"definition-{number:05}.xml" for number in range(count)]
    for number in range(count):
        (folder / layouts[number]).write_text(layout(number), "utf-8")
        (folder / definitions[number]).write_text(definition(number), "utf-8")
    return layouts, definitions


def write_strangers(folder: Path, count: int) -> None:
    """Write as many files of nobody's, a hundred to a folder."""
    for number in range(count):
        suffix, text = stranger(number)
        file = folder / f"{number // 100:04}" / f"{number:06}{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
