"""What is found in the desktop layouts that people published: every finding of the golden table is defended here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wxcc_lint.documents.load import load

# A header action that is no word at all: the vendor mended it once, and the next version had it again.
NAMELESS_ACTION = [("layout/unknown-header-action", '""')]

# part of the file's name that tells it from all others: rule and marked text of every finding
GOLDEN: dict[str, list[tuple[str, str]]] = {
    "Freshdesk_Desktop_0.0.6_2.1.4__2023-01-11": NAMELESS_ACTION,
    "Freshdesk_Desktop_0.0.6_2.1.4__2023-06-30": NAMELESS_ACTION,
    "Freshdesk_Desktop_0.0.6_v2__2022-06-03": NAMELESS_ACTION,
    "Freshdesk_Desktop_0.0.6_v4_20220616__2022-09-16_49dd1a0": NAMELESS_ACTION,
    "Freshdesk_Desktop_0.0.6_v4_20220616__2022-09-16_6b73434": NAMELESS_ACTION,
}
# A bare `"headless": {…}` to be pasted into a layout, without marks by which a layout is recognised.
PIECES = {
    "Freshdesk_Desktop_v1.1__2022-04-25_496b1e4.json",
    "Freshdesk_Desktop_v1__2022-04-25_556195d.json",
    "Salesforce_Desktop_v1.1__2022-04-25_e06a4b5.json",
    "Zendesk_Desktop_v1.1__2022-04-25_e06a4b5.json",
}
COUNT = 77


@pytest.fixture(scope="session")
def published(corpus: Path) -> dict[str, str]:
    """The texts of all layouts that are recognised as such, by file name."""
    texts = {path.name: path.read_text("utf-8") for path in sorted(corpus.glob("layouts/*"))}
    return {name: text for name, text in texts.items() if load(name, text.encode()) is not None}


def test_only_pieces_are_skipped(corpus: Path, published: dict[str, str]) -> None:
    names = {path.name for path in corpus.glob("layouts/*")}
    assert len(names) == COUNT
    assert {name.rpartition("crm-integrations__")[2] for name in names - published.keys()} == PIECES


def test_findings_in_published_layouts(findings, published: dict[str, str]) -> None:
    unseen = set(GOLDEN)
    for name, text in published.items():
        key = next((part for part in GOLDEN if part in name), None)
        unseen.discard(key)
        assert (name, [one.seen for one in findings(text, name=name)]) == (name, GOLDEN.get(key, []))
    assert unseen == set()


def test_the_api_object_around_a_layout_changes_nothing(findings, published: dict[str, str]) -> None:
    for name, text in published.items():
        content = json.loads(text)
        rules = [one.finding.rule for one in findings(text, name=name)]
        for held in (content, json.dumps(content)):
            wrapped = json.dumps({"name": "Agents", "defaultJsonModified": True, "jsonFileContent": held})
            assert (name, [one.finding.rule for one in findings(wrapped, name=name)]) == (name, rules)
