"""What is found in the desktop layouts that people published: every class of findings is defended here."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from wxcc_lint.documents.load import load

GOLDEN = Path(__file__).parent / "golden" / "layouts.txt"

DEFENCE = {
    "layout/conflicting-scripts": "an older connector beside the new one in a role; the next version mended each of them",
    "layout/leftover-placeholder": "values that whoever downloads the layout has to fill in",
    "layout/localhost-script": "templates of a widget that load it from the author's own computer",
    "layout/mixed-versions": "files of two versions of one connector; three were mended later, one never",
    "layout/non-production-host": "a CDN called nonprod, mended the same day, and layouts called DEV and STAGING",
    "layout/retired-host": "hosts that the vendor left in 2023, as the next versions of these files show",
    "layout/tunnel-host": "a script that came through somebody's ngrok tunnel; the next version has a placeholder",
    "meta/syntax": "bare members to be pasted into a layout, saved as .json",
}
COUNT = 77


@pytest.fixture(scope="session")
def published(corpus: Path) -> dict[str, str]:
    """The texts of all layouts by file name."""
    return {path.name: path.read_text("utf-8") for path in sorted(corpus.glob("layouts/*"))}


def readable(published: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in published.items() if not load(name, text.encode()).faults}


def test_what_is_found_in_published_layouts(findings, published: dict[str, str]) -> None:
    lines = []
    for name, text in published.items():
        found = Counter(one.seen for one in findings(text, name=name))
        lines += [f"{name.removesuffix('.json')} {rule} {count} x {under}" for (rule, under), count in found.items()]
    assert len(published) == COUNT
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
    assert lines == GOLDEN.read_text("utf-8").splitlines()
    assert {line.split(" ")[1] for line in lines} == DEFENCE.keys()


def test_the_newest_layouts_of_the_vendor_have_no_error(findings, published: dict[str, str]) -> None:
    newest = {name: text for name, text in published.items() if "_0.1.0_" in name}
    found = [one for name, text in newest.items() for one in findings(text, name=name)]
    assert len(newest) > 1
    assert {one.finding.severity for one in found} == {"warning"}


def test_the_mix_of_versions_is_one_warning_with_all_its_places(findings, published: dict[str, str]) -> None:
    (text,) = [text for name, text in published.items() if "Zendesk_Desktop_0.1.0_v1.2.2" in name]
    mixes = [one for one in findings(text, profile="pedantic") if "1.2." in one.under or "1.2." in one.finding.message]
    assert [(one.seen, len(one.finding.related)) for one in mixes] == [(("layout/mixed-versions", "v1.2.0"), 5)]


# What the survey of these files found nowhere: a hit would be a false alarm.
ABSENT = {
    "duplicate-key",
    "unknown-visibility",
    "mismatched-visibility",
    "ragged-grid",
    "grid-size-mismatch",
    "unknown-grid-area",
    "grid-area-without-widget",
    "unplaced-widget",
    "repeated-page-id",
    "misspelt-area",
    "ineffective-alignment",
    "unknown-icon-type",
    "mismatched-icon",
    "inconsistently-quoted-value",
    "uneven-tabs",
    "unequal-tab-visibility",
    "panel-of-another-tab",
}


def test_what_the_survey_of_these_files_rules_out_is_not_found(findings, published: dict[str, str]) -> None:
    for name, text in published.items():
        rules = {one.finding.rule.partition("/")[2] for one in findings(text, name=name, profile="pedantic")}
        assert (name, rules & ABSENT) == (name, set())


def test_the_api_object_around_a_layout_changes_nothing(findings, published: dict[str, str]) -> None:
    for name, text in readable(published).items():
        content = json.loads(text)
        rules = sorted(one.finding.rule for one in findings(text, name=name))
        for held in (content, json.dumps(content)):
            wrapped = json.dumps({"name": "Agents", "defaultJsonModified": True, "jsonFileContent": held})
            assert (name, sorted(one.finding.rule for one in findings(wrapped, name=name))) == (name, rules)
