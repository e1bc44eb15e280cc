from __future__ import annotations

from typing import Any

import pytest

from wxcc_lint.catalog import callcenter
from wxcc_lint.catalog.callcenter import ItemFact, Release, vocabulary

NOTES = ("reqActivityRecordConfig", "isCallNotesEnabled")


def test_the_vocabulary_of_a_generation_is_made_once() -> None:
    assert vocabulary() is vocabulary("v1")
    assert vocabulary("v2") is vocabulary("v2")
    assert vocabulary("v2") is not vocabulary("scv")


def test_an_unknown_generation_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        vocabulary("v3")


def test_an_unknown_release_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        vocabulary().release("r7")


@pytest.mark.parametrize(
    ("internal_name", "release_ids"),
    [
        ("WebexCCAgentDesktopV20220220", ["r1"]),
        ("WebexCCAgentDesktopV202209017", ["r2"]),
        ("WebexCCAgentDesktopV20221201", ["r3a", "r3"]),
        ("WebexCCAgentDesktopV20230705", ["r4"]),
        ("WebexCCAgentDesktopV20230720", ["r5a", "r5"]),
        ("WebexCCAgentDesktopV20241121", ["r6"]),
        ("WebexCCAgentDesktopV202209019", []),
        ("webexccagentdesktopv20241121", []),
        ("", []),
    ],
)
def test_releases_of_an_internal_name_come_newest_first(internal_name: str, release_ids: list[str]) -> None:
    assert [release.id for release in vocabulary().release_of(internal_name)] == release_ids


@pytest.mark.parametrize(
    ("generation", "internal_name", "release_id"),
    [
        ("v1", "WebexCCAgentDesktopV20241121", "r6"),
        ("v1", "WebexCCAgentDesktopV20221201", "r3a"),
        ("v1", "WebexCCAgentDesktopV202209019", None),
        ("v2", "wxCcCallCenter", None),
        ("scv", "WxCCContactCenterSCV", None),
        ("other", "wxCcCallCenter", None),
        ("v1", "", None),
    ],
)
def test_a_name_declares_a_release_unless_releases_of_different_items_share_it(
    generation: str, internal_name: str, release_id: str | None
) -> None:
    found = vocabulary(generation).declared(internal_name)
    assert (found.id if found else None) == release_id


def test_an_item_is_given_in_its_newest_form() -> None:
    fact = vocabulary().item("reqAdvanceScreenpopConfig", "screenpopSearchParamCadName")
    assert fact is not None
    assert (fact.label, fact.default) == ("CAD Variable Name ", "cad_variable")
    assert vocabulary().item("reqGeneralInfo", "screenpopSearchParamCadName") is None


def test_sections_of_an_item() -> None:
    assert vocabulary().sections_of("isCallNotesEnabled") == ("reqActivityRecordConfig",)
    assert vocabulary().sections_of("iscallnotesenabled") == ()


def test_names_over_all_releases() -> None:
    assert vocabulary().all_section_names == (
        "reqGeneralInfo",
        "reqAdvanceScreenpopConfig",
        "reqNoRecordMatchConfig",
        "reqActivityRecordConfig",
        "reqSFDCCaseConfig",
        "reqOutDialConfig",
        "reqOmniStateSyncConfig",
    )
    assert vocabulary().item_names("reqOutDialConfig") == (
        "reqPrefixStringTobeRemoved",
        "reqIsOutDialAniToBeSet",
        "reqIsOuDialPhonumberPrefixTobeRemoved",
    )
    assert vocabulary().item_names("elsewhere") == ()


def test_a_name_may_stand_in_two_sections() -> None:
    assert vocabulary("v2").sections_of("objectFieldMapping") == ("wxCCCallActivity", "objectCreationManagement")


@pytest.mark.parametrize(
    ("section", "name", "replacement"),
    [
        ("reqActivityRecordConfig", "isCallNotesEnabled", ("wxCCCallActivity", "recordCallLiveNotes")),
        ("reqActivityRecordConfig", "CadSalesforceFieldMapping1", ("wxCCCallActivity", "objectFieldMapping")),
        ("reqSFDCCaseConfig", "sfdcCaseFieldCadVariableMappings2", ("objectCreationManagement", "objectFieldMapping")),
        ("reqOutDialConfig", "reqIsOutDialAniToBeSet", None),
        ("reqSFDCCaseConfig", "isCallNotesEnabled", None),
    ],
)
def test_what_does_the_work_of_a_version_1_item(section: str, name: str, replacement: tuple[str, str] | None) -> None:
    found = vocabulary("v2").replacement(section, name)
    assert ((found.section, found.name) if found else None) == replacement
    assert vocabulary("v1").replacement(section, name) is None


def test_a_replacement_is_given_in_its_newest_form() -> None:
    found = vocabulary("v2").replacement("reqActivityRecordConfig", "sfdcFieldForcallNotes")
    assert found is vocabulary("v2").release("r6").items["wxCCCallActivity", "liveCallNotesFieldMapping"]


# the nearest release


def names_of(release: Release) -> dict[str, dict[str, object]]:
    return {section: {name: None for owner, name in release.items if owner == section} for section in release.sections}


@pytest.mark.parametrize(
    ("generation", "nearest_ids"),
    [
        ("v1", {"r1": "r1", "r2": "r2", "r3": "r3a", "r3a": "r3a", "r4": "r4", "r5": "r5a", "r5a": "r5a", "r6": "r6"}),
        ("v2", {"r1": "r1", "r2": "r2", "r3": "r3", "r4": "r4", "r5": "r5", "r6": "r6"}),
        ("scv", {"r1": "r2", "r2": "r2", "r3": "r3"}),
    ],
)
def test_a_release_is_nearest_to_its_own_items(generation: str, nearest_ids: dict[str, str]) -> None:
    known = vocabulary(generation)
    found = {release.id: known.nearest(names_of(release)) for release in known.releases}
    assert {own: near.id if near else None for own, near in found.items()} == nearest_ids


def test_nearest_without_the_naming_items_of_the_import_form() -> None:
    sections = names_of(vocabulary().release("r4"))
    del sections["reqGeneralInfo"]["reqInternalName"]
    del sections["reqGeneralInfo"]["reqDisplayName"]
    for number in range(6):
        sections["reqGeneralInfo"][f"own{number}"] = None
    assert vocabulary().nearest(sections) is vocabulary().release("r4")


def test_nearest_gives_up_beyond_six_differences() -> None:
    sections = names_of(vocabulary().release("r6"))
    for number in range(6):
        sections["reqGeneralInfo"][f"own{number}"] = None
    assert vocabulary().nearest(sections) is vocabulary().release("r6")
    sections["reqGeneralInfo"]["own6"] = None
    assert vocabulary().nearest(sections) is None


@pytest.mark.parametrize("generation", ["v1", "v2", "scv", "other"])
def test_nothing_is_nearest_to_an_empty_definition(generation: str) -> None:
    assert vocabulary(generation).nearest({}) is None


def test_a_release_is_built_when_its_items_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []

    def items(section: str, held: dict[str, Any], release: dict[str, Any], ids: list[str]) -> list[ItemFact]:
        built.append(release["id"])
        return in_section(section, held, release, ids)

    in_section = callcenter._items
    monkeypatch.setattr(callcenter, "_items", items)
    fresh = callcenter._vocabulary.__wrapped__("v1")
    declared = fresh.declared("WebexCCAgentDesktopV20241121")
    assert (declared.id, set(built)) == ("r6", {"r6"})
    assert "reqActivityRecordConfig" in fresh.all_section_names
    assert set(built) == {"r6"}
    assert fresh.item("reqActivityRecordConfig", "isCallNotesEnabled") is declared.items[NOTES]
    assert len(set(built)) == len(fresh.releases) == 8


def test_a_release_knows_the_switches_that_depend_on_an_item() -> None:
    assert vocabulary().release("r1").switches == {}
    assert vocabulary("v2").releases[-1].switches == {
        ("wxCCCallActivity", "cadVarNameWithActivityId"): ("changeActivityRecordOwnership",),
        ("advancedScreenPopData", "openCtiEnableAdvancedScreenPop"): ("openCtiFallbackToAni",),
    }


# other vendors


def test_nothing_is_known_of_the_call_centers_of_other_vendors() -> None:
    nobodys = vocabulary("other")
    assert (nobodys.releases, nobodys.unreleased_names, nobodys.all_section_names) == ((), {}, ())
    assert nobodys.item("reqGeneralInfo", "reqUseApi") is None
    assert nobodys.item_names("reqGeneralInfo") == ()
    assert nobodys.nearest(names_of(vocabulary().release("r6"))) is None
    assert list(nobodys.known_long_names) == ["reqTransferTargetForOmniFlowTransferDisplayName"]
