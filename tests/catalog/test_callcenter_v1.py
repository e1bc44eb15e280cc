from __future__ import annotations

import pytest

from wxcc_lint.catalog.callcenter import ItemFact, vocabulary

RELEASES = vocabulary().releases
ITEMS = [fact for release in RELEASES for fact in release.items.values()]


def item(section: str, name: str) -> ItemFact:
    found = vocabulary().item(section, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("release_id", "sections", "items"),
    [
        ("r1", 4, 16),
        ("r2", 7, 34),
        ("r3", 7, 33),
        ("r3a", 7, 33),
        ("r4", 7, 36),
        ("r5", 7, 38),
        ("r5a", 7, 38),
        ("r6", 7, 39),
    ],
)
def test_size_of_a_release(release_id: str, sections: int, items: int) -> None:
    release = vocabulary().release(release_id)
    assert (len(release.sections), len(release.items)) == (sections, items)


def test_the_name_that_only_the_article_prints() -> None:
    assert list(vocabulary().unreleased_names) == ["WebexCCAgentDesktopV202209019"]


@pytest.mark.parametrize(
    ("section", "name", "since", "until", "absent_in"),
    [
        ("reqGeneralInfo", "reqAdapterUrl", "r1", None, ()),
        ("reqNoRecordMatchConfig", "nameOfCrmRecordObject", "r2", None, ()),
        ("reqActivityRecordConfig", "isActivityRecordCreationAtConnected", "r2", None, ("r3", "r3a")),
        ("reqActivityRecordConfig", "activityRecordOpenedInEditmodeConnectedState", "r5", None, ()),
        ("reqActivityRecordConfig", "CadSalesforceFieldMapping", "r1", "r3a", ()),
        ("reqActivityRecordConfig", "CadSalesforceFieldMapping1", "r4", None, ()),
        ("reqOutDialConfig", "reqIsOuDialPhonumberPrefixTobeRemoved", "r1", "r1", ()),
        ("reqSFDCCaseConfig", "isOpenCaseObjectAlwaysInViewMode", "r6", None, ()),
    ],
)
def test_when_an_item_was_there(
    section: str, name: str, since: str, until: str | None, absent_in: tuple[str, ...]
) -> None:
    fact = item(section, name)
    assert (fact.since, fact.until, fact.absent_in) == (since, until, absent_in)


def test_the_renamed_mapping_knows_both_names() -> None:
    renamed = {
        fact.name: (fact.renamed_from, fact.renamed_to) for fact in ITEMS if fact.renamed_from or fact.renamed_to
    }
    assert renamed == {
        "CadSalesforceFieldMapping": (None, "CadSalesforceFieldMapping1"),
        "CadSalesforceFieldMapping1": ("CadSalesforceFieldMapping", None),
    }


def test_arrays_and_the_objects_they_write_to() -> None:
    arrays = {
        fact.name: (fact.type, fact.dialect, fact.target or fact.target_from)
        for fact in ITEMS
        if fact.type in {"mapping", "conditional"}
    }
    assert arrays == {
        "sfdcObjetFieldCadVariableMappings1": ("mapping", "W", "nameOfCrmRecordObject"),
        "sfdcObjectFieldConditionalMappings1": ("conditional", "C", "nameOfCrmRecordObject"),
        "CadSalesforceFieldMapping": ("mapping", "A", "Task"),
        "CadSalesforceFieldMapping1": ("mapping", "A", "Task"),
        "sfdcCaseFieldCadVariableMappings1": ("mapping", "W", "Case"),
        "sfdcCaseFieldCadVariableMappings2": ("mapping", "W", "Case"),
        "sfdcCaseFieldConditionalMappings1": ("conditional", "C", "Case"),
    }
    assert (
        item("reqSFDCCaseConfig", "sfdcCaseFieldCadVariableMappings2").continues == "sfdcCaseFieldCadVariableMappings1"
    )


def test_a_dependency_can_end() -> None:
    key = ("reqOutDialConfig", "reqPrefixStringTobeRemoved")
    assert vocabulary().release("r1").items[key].depends_on == ("reqIsOuDialPhonumberPrefixTobeRemoved",)
    assert vocabulary().release("r2").items[key].depends_on == ()


def test_ownership_needs_two_other_items() -> None:
    fact = item("reqActivityRecordConfig", "isActivityRecordOwnershiptobeChangedForTransferredCalls")
    assert fact.depends_on == ("isActivityRecordCreationAtConnected", "nameOfTheCadvariableHoldingActivityRecordId")


def test_sizes_and_choices() -> None:
    assert item("reqGeneralInfo", "reqSoftphoneHeight").range == (240, 2560)
    assert item("reqGeneralInfo", "reqSoftphoneWidth").range == (200, 1920)
    mode = item("reqGeneralInfo", "reqSalesforceCompatibilityMode")
    assert mode.choices == ("Lightning", "Classic", "Classic_and_Lightning")


def test_oddities_are_true_of_the_releases() -> None:
    odd = {(oddity.kind, oddity.name) for oddity in vocabulary().oddities}
    labels = {fact.name for fact in ITEMS if fact.label != fact.label.strip()}
    assert {name for kind, name in odd if kind == "trailing-blank"} == labels
    nine_digits = {release.internal_name for release in RELEASES if len(release.internal_name) == 29}
    assert {name for kind, name in odd if kind == "nine-digits"} == nine_digits
    known = {fact.name for fact in ITEMS} | set(vocabulary().all_section_names)
    assert {name for kind, name in odd if kind in {"misspelt", "misleading", "read-only-default"}} <= known
    assert ("reserved-prefix", "req") in odd


def test_nothing_replaces_what_came_first() -> None:
    assert {(fact.replaces, fact.replaces_evidence, fact.placeholder) for fact in ITEMS} == {((), None, False)}
