"""What is known of settings and parts of layouts agrees with the schema and with the default layout."""

from __future__ import annotations

import json

from wxcc_lint.catalog.layout_facts import part_facts, setting_facts
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_parts import part_names
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.layout_keys import known_areas, known_settings


def test_each_role_of_the_default_layout_has_the_parts_that_it_is_said_to_have() -> None:
    layout = Layout(parse_layout("l.json", json.dumps(default_layout())))
    facts = part_facts()
    for role in layout.roles():
        names = part_names(layout, role)
        for part in (*facts.recent, *facts.tabs):
            assert (role.name, part.name, part.is_among(names)) == (role.name, part.name, role.name in part.roles)
        assert names.isdisjoint(facts.legacy_parts | facts.renamed.keys())


def test_parts_have_labels_for_people() -> None:
    assert [part.label for part in part_facts().recent] == [
        "digital outbound",
        "AI Assistant",
        "transcript of the call",
        "customer journey",
        "recordings",
    ]
    assert [part.label for part in part_facts().tabs] == ["transcript of the IVR", "contact history", "screen pop"]


def test_what_stands_in_for_a_part_counts_as_it() -> None:
    journey = next(part for part in part_facts().recent if part.name == "CUSTOMER_JOURNEY_WIDGET")
    assert journey.is_among({"customer-journey-widget"})
    assert not journey.is_among({"CUSTOMER_JOURNEY_WIDGET_TAB"})


def test_slots_of_experience_management_are_those_that_are_not_current() -> None:
    assert part_facts().legacy_parts == {
        "agentx-wc-cloudcherry-widget",
        "WXM_JOURNEY_TAB",
        "CUSTOMER_EXPERIENCE_JOURNEY",
        "CUSTOMER_EXPERIENCE_JOURNEY_TAB",
    }


def test_names_fit_the_schema() -> None:
    facts = setting_facts()
    assert part_facts().legacy_setting in known_settings()
    assert facts.default_title == known_settings()["appTitle"]["default"]
    assert set(facts.area_names.values()) <= known_areas().keys()
    assert known_settings().keys().isdisjoint(facts.webex_switches)


def test_the_default_layout_has_the_present_title() -> None:
    facts = setting_facts()
    assert {role["appTitle"] for role in default_layout().values()} == {facts.default_title}
    assert facts.default_title not in facts.former_titles
    assert facts.other_images.isdisjoint(facts.images)
