"""The Desktop's own tabs and the visibility tags agree with each other and with the default layout."""

from __future__ import annotations

import json
import re

from wxcc_lint.catalog.desktop_slots import desktop_tab, desktop_tabs, slots_in, visibility_tags
from wxcc_lint.catalog.layouts import default_layout


def test_every_tab_has_a_tag_that_there_is_or_none():
    assert {tab.visibility for tab in desktop_tabs()} <= {None, *visibility_tags()}
    assert [tab.name for tab in desktop_tabs() if tab.visibility is None] == ["CONTACT_HISTORY"]


def test_slots_are_named_after_their_tab():
    assert slots_in("tab").keys() == {f"{tab.name}_TAB" for tab in desktop_tabs()}
    assert slots_in("panel").keys() == {tab.name for tab in desktop_tabs()} - {"WXM_JOURNEY"}


def test_a_slot_leads_to_its_tab():
    found = [
        desktop_tab(name) for name in ("SCREEN_POP", "SCREEN_POP_TAB", "WXM_JOURNEY_TAB", "WXM_JOURNEY", "screen_pop")
    ]
    assert [tab and tab.name for tab in found] == ["SCREEN_POP", "SCREEN_POP", "WXM_JOURNEY", None, None]


def test_all_that_the_default_layout_uses_is_known():
    text = json.dumps(default_layout())
    tags = set(re.findall(r'"visibility": "(\w+)"', text))
    slots = set(re.findall(r'"comp": "slot", "attributes": {"name": "(\w+)"', text))
    assert tags == {"IVR_TRANSCRIPT", "SCREEN_POP", "RT_TRANSCRIPT", "CUSTOMER_JOURNEY_WIDGET"}
    assert tags <= visibility_tags().keys()
    assert len(slots) == 10
    assert all(desktop_tab(slot) for slot in slots)


def test_tags_have_a_status():
    assert set(visibility_tags().values()) == {"current", "legacy", "deprecated"}
    assert [tag for tag, status in visibility_tags().items() if status == "deprecated"] == ["NOT_RESPONSIVE"]


def test_every_fact_has_a_source():
    assert all(tab.sources and tab.shows for tab in desktop_tabs())
    assert [tab.name for tab in desktop_tabs() if tab.evidence != "verified"] == ["CALL_GUIDE"]
