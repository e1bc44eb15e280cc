from __future__ import annotations

import pytest

from wxcc_lint.catalog.callcenter import ItemFact, vocabulary

KNOWN = vocabulary("scv")


def item(name: str) -> ItemFact:
    found = KNOWN.item("sfdcScv", name)
    assert found is not None
    return found


@pytest.mark.parametrize(("release_id", "items"), [("r1", 17), ("r2", 17), ("r3", 18)])
def test_size_of_a_release(release_id: str, items: int) -> None:
    release = KNOWN.release(release_id)
    assert list(release.sections) == ["reqGeneralInfo", "reqHvcc", "sfdcScv"]
    assert len(release.items) == items


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        ("wxccConnectionName", "r1", "r2"),
        ("certDevName", "r1", None),
        ("transcriptionEnabled", "r3", None),
        ("saveRecordingLink", "r3", None),
        ("flags", "r1", None),
    ],
)
def test_when_an_item_was_there(name: str, since: str, until: str | None) -> None:
    fact = item(name)
    assert (fact.since, fact.until, fact.absent_in) == (since, until, ())


def test_the_display_name_stands_before_the_internal_name_but_counts_behind_it() -> None:
    for release in KNOWN.releases:
        general = [(fact.name, fact.order) for fact in release.items.values() if fact.section == "reqGeneralInfo"]
        assert general == [("reqDisplayName", 1), ("reqInternalName", 0), ("reqVendorInfoApiName", 2)]


def test_what_must_be_filled_in() -> None:
    placeholders = {fact.name: fact.default for fact in KNOWN.release("r3").items.values() if fact.placeholder}
    assert placeholders == {
        "readyStateId": "<Presence Status Id>",
        "notReadyStateId": "<Presence Status Id>",
        "defaultCiscoNotReadyReason": "<Not Ready Reason>",
        "presenceStateMaps": "<Presence State Mapping>",
    }


def test_two_flags_became_items() -> None:
    key = ("sfdcScv", "flags")
    flags = [(release.items[key].label, release.items[key].default) for release in KNOWN.releases]
    assert flags == [("flags", ""), ("Flags", "Transcription;SaveRecordingLink"), ("Flags", "")]
    assert [item(name).default for name in ("transcriptionEnabled", "saveRecordingLink")] == ["false", "true"]


def test_it_replaces_nothing_of_version_1() -> None:
    assert {fact.replaces for release in KNOWN.releases for fact in release.items.values()} == {()}


def test_oddities_are_true_of_the_releases() -> None:
    own = [(oddity.kind, oddity.name) for oddity in KNOWN.oddities if oddity.kind != "long-name"]
    assert own == [("out-of-order", "reqDisplayName"), ("misleading", "Webex Contact Center V1")]
    assert {release.display_name for release in KNOWN.releases} == {"Webex Contact Center V1"}
