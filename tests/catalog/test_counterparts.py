"""Which setting of Version 1 and which of Version 2 do the same work."""

from __future__ import annotations

import pytest

from wxcc_lint.catalog.callcenter import platform_items, vocabulary
from wxcc_lint.catalog.counterparts import counterpart


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("isCallNotesEnabled", "recordCallLiveNotes"),
        ("SubjectDateFormat", "subjectDateFormat"),
        ("CadSalesforceFieldMapping1", "objectFieldMapping"),
        ("reqAdapterUrl", "reqAdapterUrl"),
    ],
)
def test_settings_find_each_other(first: str, second: str) -> None:
    there, back = counterpart("v2", first), counterpart("v1", second)
    assert there is not None
    assert back is not None
    assert (there.name, back.name) == (second, first)


@pytest.mark.parametrize(
    ("generation", "name"), [("v2", "reqSalesforceNamespace"), ("v1", "agentSharedRecord"), ("v1", "x"), ("v2", "x")]
)
def test_what_has_no_counterpart(generation: str, name: str) -> None:
    assert counterpart(generation, name) is None


def test_both_halves_of_a_split_setting_lead_to_one() -> None:
    found = [counterpart("v2", f"sfdcCaseFieldCadVariableMappings{number}") for number in (1, 2)]
    assert [fact and (fact.section, fact.name) for fact in found] == [
        ("objectCreationManagement", "objectFieldMapping")
    ] * 2


def test_items_of_salesforce_are_known_to_both_generations_as_far_as_published() -> None:
    for generation in ("v1", "v2", "scv"):
        assert set(vocabulary(generation).item_names("reqGeneralInfo")) <= set(platform_items())
