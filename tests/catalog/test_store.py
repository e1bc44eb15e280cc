"""What is known of the Desktop's data store, and of its texts."""

from __future__ import annotations

from typing import get_args

import pytest

from wxcc_lint.catalog.store import Kind, kind_in_store, mixes_text, store_roots, store_slip, was_in_store
from wxcc_lint.catalog.translations import translation_keys

DOCUMENTED = {"agent", "agentContact", "app", "auth", "generalNotifications", "dynamic"}


def test_the_documented_parts_are_those_of_the_developer_documentation() -> None:
    assert {root.name for root in store_roots().values() if root.documented} == DOCUMENTED
    assert len(store_roots()) == 30


def test_only_agent_and_agent_contact_have_members_that_nobody_published() -> None:
    assert {root.name for root in store_roots().values() if root.inherits} == {"agent", "agentContact"}


def test_members_are_counted_and_of_a_known_kind() -> None:
    assert {name: len(root.members) for name, root in store_roots().items() if root.members} == {
        "agent": 139,
        "agentContact": 49,
        "app": 57,
        "auth": 8,
        "dynamic": 28,
        "session": 7,
        "envVaribles": 1,
        "generalNotifications": 9,
        "page": 1,
        "public": 2,
    }
    assert {kind for root in store_roots().values() for kind in root.members.values()} <= set(get_args(Kind))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("agent", "object"),
        ("agent.orgId", "text"),
        ("agent.idleCodes", "list"),
        ("agent.channels", "object"),
        ("agent.channels.emailCount", "unknown"),
        ("agent.analyzerInteractionFilter", "unknown"),
        ("agent.nobody", "unknown"),
        ("agentContact.taskSelected", "object"),
        ("app.darkMode", "boolean"),
        ("agent.subStatusChangeTimestamp", "date"),
        ("auth.accessToken", "text"),
        ("routing", "object"),
        ("routing.x", "unknown"),
        ("nobody", "unknown"),
    ],
)
def test_what_a_path_leads_to(path: str, kind: Kind) -> None:
    assert kind_in_store(path.split(".")) == kind


def test_slips_are_no_paths_and_lead_to_paths() -> None:
    for path in (
        "app.featuresFlags",
        "session.ivrTranscript",
        "envVariables",
        "auth.orgId",
        "auth.agentName",
        "agent.sub",
    ):
        slip = store_slip(path.split("."))
        assert slip is not None
        assert slip.path == path
        meant = slip.meant.split(".")
        assert (
            path.split(".")[0] not in store_roots()
            or path.split(".")[1] not in store_roots()[path.split(".")[0]].members
        )
        assert meant[0] in store_roots()
        assert kind_in_store(meant) != "unknown"


def test_a_slip_is_found_below_its_path_as_well() -> None:
    found = [
        store_slip(path.split("."))
        for path in ("app.featuresFlags.isX", "envVariables.serviceUrls.aqmHost", "agent.orgId")
    ]
    assert [slip and (slip.meant, slip.misprint) for slip in found] == [
        ("app.featureFlags", True),
        ("envVaribles", True),
        None,
    ]


def test_former_members_are_remembered() -> None:
    assert was_in_store(["app", "userModel"])
    assert was_in_store(["app", "wxmUserParams", "spaceId"])
    assert not was_in_store(["app", "darkMode"])
    assert "userModel" not in store_roots()["app"].members


def test_one_attribute_mixes_paths_and_words() -> None:
    assert mixes_text("page-title", "pageTitle")
    assert not mixes_text("page-title", "title")
    assert not mixes_text("md-label", "pageTitle")


def test_keys_of_texts_have_a_group_and_a_name() -> None:
    assert {key.count(".") for key in translation_keys()} == {1}
    assert len(translation_keys()) == 8
