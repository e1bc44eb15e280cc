"""Published call centers, read by other means than the program's own."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Projection:
    """A definition in either form: sections and items with sortOrder (None in the metadata form), name, label, value."""

    sections: list[tuple[str | None, str, str | None]]
    items: list[tuple[str, str | None, str, str | None, str]]

    def value(self, name: str) -> str | None:
        return next((value for _, _, item, _, value in self.items if item == name), None)

    def names(self) -> dict[str, dict[str, None]]:
        return {
            section: {item: None for owner, _, item, _, _ in self.items if owner == section}
            for _, section, _ in self.sections
        }


def _project(root: ET.Element) -> Projection:
    def fact(element: ET.Element, name: str) -> str | None:
        child = element.find(f"{{*}}{name}")
        return element.get(name) if child is None else child.text

    def value(item: ET.Element) -> str:
        text = (fact(item, "value") if item.tag.endswith("items") else item.text) or ""
        return text if text.strip() else ""

    sections = [*root.iterfind("{*}section"), *root.iterfind("{*}sections")]
    return Projection(
        [(section.get("sortOrder"), fact(section, "name") or "", fact(section, "label")) for section in sections],
        [
            (
                fact(section, "name") or "",
                item.get("sortOrder"),
                fact(item, "name") or "",
                fact(item, "label"),
                value(item),
            )
            for section in sections
            for item in [*section.iterfind("{*}item"), *section.iterfind("{*}items")]
        ],
    )


@pytest.fixture(scope="session")
def project() -> Callable[[str], Projection]:
    """What the text of a definition says."""
    return lambda text: _project(ET.fromstring(text))


@pytest.fixture(scope="session")
def call_centers(corpus: Path) -> dict[Path, Projection]:
    """Every call center of the corpus."""
    found = {}
    for pattern in ("callcenter_wxcc/*", "callcenter_other/*", "sfdx/*.callCenter"):
        for path in sorted(corpus.glob(pattern)):
            try:
                found[path] = _project(ET.parse(path).getroot())
            except ET.ParseError:
                assert path.name.startswith("sumsted__")  # the only one that is not well-formed
    return found
