from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from wxcc_lint.catalog.callcenter import ItemFact, vocabulary

KNOWN = vocabulary("v2")
ITEMS = [fact for release in KNOWN.releases for fact in release.items.values()]
V1_KEYS = {key for release in vocabulary().releases for key in release.items}


def item(section: str, name: str) -> ItemFact:
    found = KNOWN.item(section, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("release_id", "items"), [("r1", 29), ("r2", 30), ("r3", 31), ("r4", 33), ("r5", 36), ("r6", 38)]
)
def test_size_of_a_release(release_id: str, items: int) -> None:
    release = KNOWN.release(release_id)
    assert (len(release.sections), len(release.items)) == (9, items)


def test_all_releases_have_one_internal_name() -> None:
    assert [release.id for release in KNOWN.release_of("wxCcCallCenter")] == ["r6", "r5", "r4", "r3", "r2", "r1"]


@pytest.mark.parametrize(
    ("section", "name", "since"),
    [
        ("wxCCReqData", "openCtiWxCCRegion", "r1"),
        ("wxCCReqData", "wxccWebRtcDomain", "r2"),
        ("wxCCCallActivity", "recordCallLiveSubject", "r3"),
        ("wxCCCallActivity", "agentSharedRecord", "r4"),
        ("wxCCCallActivity", "disableActivityRecord", "r5"),
        ("advancedScreenPopData", "openCtiFallbackToAni", "r6"),
    ],
)
def test_an_item_that_came_never_went(section: str, name: str, since: str) -> None:
    fact = item(section, name)
    assert (fact.since, fact.until, fact.absent_in) == (since, None, ())


def test_field_lists_and_the_objects_they_write_to() -> None:
    lists = {(fact.section, fact.name): fact.target for fact in ITEMS if fact.type == "field-list"}
    assert lists == {
        ("wxCCCallActivity", "objectFieldMapping"): "Task",
        ("objectCreationManagement", "objectFieldMapping"): "Case",
        ("screenpopNoRecordMatch", "noRecordMatchObjectFieldMappings"): None,
    }
    assert {fact.dialect for fact in ITEMS} == {None}


@pytest.mark.parametrize(
    ("section", "name", "depends_on"),
    [
        ("wxCCCallActivity", "liveCallNotesFieldMapping", ("recordCallLiveNotes",)),
        ("wxCCCallActivity", "changeActivityRecordOwnership", ("cadVarNameWithActivityId",)),
        ("wxCCCallActivity", "objectFieldMapping", ()),
        ("advancedScreenPopData", "openCtiCadSearchVariable", ("openCtiEnableAdvancedScreenPop",)),
        ("omnichannelStateSyncConfiguration", "wxCCIdleReasonCode", ("enableOmniChannelSync",)),
    ],
)
def test_what_an_item_depends_on(section: str, name: str, depends_on: tuple[str, ...]) -> None:
    assert item(section, name).depends_on == depends_on


# what it does of Version 1


def test_what_is_replaced_is_an_item_of_version_1_and_replaced_once() -> None:
    newest = {(fact.section, fact.name): fact for fact in ITEMS}.values()
    replaced = [key for fact in newest for key in fact.replaces]
    assert set(replaced) <= V1_KEYS
    assert len(replaced) == len(set(replaced)) == 30


def test_what_version_2_has_no_item_for() -> None:
    replaced = {key for fact in ITEMS for key in fact.replaces}
    assert {name for _, name in V1_KEYS - replaced} == {
        "isNoRecordMatchScenarioEnabled",
        "nameOfCrmRecordObject",
        "sfdcObjectFieldConditionalMappings1",
        "reqIsOuDialPhonumberPrefixTobeRemoved",
        "reqIsOutDialAniToBeSet",
        "reqSalesforceNamespace",
        "reqIsActivityAutoRefreshEnabled",
        "isActivityRecordCreationAtConnected",
        "reqIsCadVariableUpdatedToActivity",
        "isOpenCaseObjectAlwaysInViewMode",
        "sfdcCaseFieldConditionalMappings1",
    }


def test_a_replacement_that_the_guide_does_not_name_is_inferred() -> None:
    inferred = {fact.name for fact in ITEMS if fact.replaces_evidence == "inferred"}
    assert inferred == {"openCtiEnableActivityScreenPopConnected", "openCtiEnableActivityScreenPopWrapup"}
    assert {fact.replaces_evidence for fact in ITEMS} == {None, "verified", "inferred"}


def test_a_replacement_is_of_the_same_type_but_for_what_version_2_writes_in_another_way() -> None:
    types = {
        (original.type, fact.type)
        for fact in ITEMS
        for key in fact.replaces
        if (original := vocabulary().item(*key)) and original.type != fact.type
    }
    assert types == {("mapping", "field-list"), ("url", "constant")}


def test_the_date_format_has_other_letters_than_in_version_1() -> None:
    original = vocabulary().item("reqActivityRecordConfig", "SubjectDateFormat")
    assert original is not None
    found = item("wxCCCallActivity", "subjectDateFormat")
    assert found.replaces == (("reqActivityRecordConfig", "SubjectDateFormat"),)
    assert (original.default, found.default) == ("MM-dd-yyyy hh:mm a", "MM-DD-YYYY hh:mm a")


# oddities


def test_oddities_are_true_of_the_releases() -> None:
    own = [(oddity.kind, oddity.name) for oddity in KNOWN.oddities if oddity.kind != "long-name"]
    assert own == [
        ("namespace", "callCenter"),
        ("not-first", "reqGeneralInfo"),
        ("repeated-name", "objectFieldMapping"),
    ]
    for release in KNOWN.releases:
        assert release.sections["reqGeneralInfo"].order == 1
        names = [name for _, name in release.items]
        assert {name for name in names if names.count(name) > 1} == {"objectFieldMapping"}


def test_published_files_have_the_namespace_of_metadata(corpus: Path) -> None:
    roots = {ET.parse(path).getroot().tag for path in (corpus / "callcenter_wxcc").glob("*OpenCTI*")}
    assert roots == {"{http://soap.sforce.com/2006/04/metadata}callCenter"}
