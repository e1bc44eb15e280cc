"""Items that are missing or in the wrong section are put where they belong, in both forms."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.documents.load import load

RENDERED = {generation: render_import(vocabulary(generation).releases[-1]) for generation in ("v1", "v2")}
NAMES = {
    "v1": "callCenters/WebexCCAgentDesktopV20241121.callCenter-meta.xml",
    "v2": "callCenters/wxCcCallCenter.callCenter-meta.xml",
}


def line_of(text: str, name: str) -> str:
    (line,) = [line for line in text.splitlines(keepends=True) if f'name="{name}"' in line]
    return line


def renumbered(text: str) -> str:
    """Return an import file with the items of each section numbered from 0, in the order they stand."""
    sections = text.split("<section ")
    for index, section in enumerate(sections):
        head, *items = section.split("<item ")
        items = [re.sub('sortOrder="[0-9]+"', f'sortOrder="{number}"', item) for number, item in enumerate(items)]
        sections[index] = "<item ".join([head, *items])
    return "<section ".join(sections)


def data_of(text: str) -> dict[str, dict[str, str]]:
    document = load("callcenter.xml", text.encode())
    assert document is not None
    return document.data


@pytest.mark.parametrize("generation", ["v1", "v2"])
@pytest.mark.parametrize(
    "name", ["reqUseApi", "reqSoftphoneHeight", "reqSoftphoneWidth", "reqSalesforceCompatibilityMode"]
)
def test_a_required_item_is_added_as_the_vendor_ships_it(findings, as_metadata, generation: str, name: str) -> None:
    whole = RENDERED[generation]
    broken = renumbered(whole.replace(line_of(whole, name), ""))
    (found,) = findings(broken)
    assert found.finding.rule == "callcenter/missing-required-item"
    assert not found.finding.fix.safe
    assert data_of(found.mended) == data_of(whole)
    assert findings(found.mended) == []
    told = findings(as_metadata(broken), NAMES[generation])
    assert [one.finding.rule for one in told] == ["callcenter/missing-required-item"]
    assert findings(told[0].mended, NAMES[generation]) == []
    assert data_of(told[0].mended) == data_of(as_metadata(whole))


def test_the_new_item_stands_behind_the_last_one_with_label_and_number(findings) -> None:
    whole = RENDERED["v1"]
    broken = renumbered(whole.replace(line_of(whole, "reqUseApi"), ""))
    (found,) = findings(broken)
    last = line_of(broken, "reqSalesforceCompatibilityMode")
    new = '    <item sortOrder="6" name="reqUseApi" label="Use CTI API">true</item>\n'
    assert found.mended == broken.replace(last, last + new)


def test_no_adapter_url_is_made_up(findings) -> None:
    whole = RENDERED["v1"]
    (found,) = findings(renumbered(whole.replace(line_of(whole, "reqAdapterUrl"), "")))
    assert (found.finding.rule, found.finding.fix) == ("callcenter/missing-required-item", None)


def moved_to_the_end_of_cases(whole: str, name: str) -> str:
    """Return an import file with an item as the first one of the section for cases."""
    line = line_of(whole, name)
    head = line_of(whole, "reqSFDCCaseConfig")
    return renumbered(whole.replace(line, "").replace(head, head + line))


def test_an_item_in_the_wrong_section_is_moved_and_both_sections_count_on(findings, as_metadata) -> None:
    whole = RENDERED["v1"]
    broken = moved_to_the_end_of_cases(whole, "isCallNotesEnabled")
    (found,) = findings(broken)
    assert (found.finding.rule, found.finding.fix.safe) == ("callcenter/misplaced-item", False)
    assert data_of(found.mended) == data_of(whole)
    assert findings(found.mended) == []
    told = findings(as_metadata(broken), NAMES["v1"])
    assert [one.finding.rule for one in told] == ["callcenter/misplaced-item"]
    assert findings(told[0].mended, NAMES["v1"]) == []
    assert data_of(told[0].mended) == data_of(as_metadata(whole))


def test_a_variable_in_a_moved_item_stays_a_variable(project_findings: Callable[..., list]) -> None:
    broken = moved_to_the_end_of_cases(RENDERED["v1"], "isCallNotesEnabled")
    line = line_of(broken, "isCallNotesEnabled")
    config = "environments: {prod: {files: ['*.xml'], variables: {NOTES: 'false'}}}\n"
    told = project_findings(
        {
            ".wxcc-lint.yaml": config,
            "callcenter.xml": broken.replace(line, line.replace(">false<", ">${NOTES}<")),
        }
    )
    (found,) = [one for one in told if one.finding.rule == "callcenter/misplaced-item"]
    assert data_of(found.mended)["reqActivityRecordConfig"]["isCallNotesEnabled"] == "${NOTES}"
