"""Fragments of examples, set into a whole desktop layout."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.documents.identity import identity
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.example_layout import complete_layout


def agent(text: str) -> Any:
    return json.loads(complete_layout(text))["agent"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '"comp"', '{"agent": {}}', '{"area": {}, "version": "0.0.6"}', '{"jsonFileContent": ""}']
)  # fmt: skip
def test_what_is_whole_or_no_object_stays_as_it_is(text: str) -> None:
    assert complete_layout(text) == text


def test_settings_replace_those_of_the_role() -> None:
    default = default_layout()["agent"]
    assert agent('{"logo": "no-logo", "headerActions": []}') == default | {"logo": "no-logo", "headerActions": []}


def test_areas_replace_those_of_the_role() -> None:
    default = default_layout()["agent"]["area"]
    assert agent('{"panel": {}, "persistent": []}')["area"] == default | {"panel": {}, "persistent": []}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"comp": "div"}', ("page", "widgets", "main")),
        ('{"script": "x"}', ("page", "widgets", "main")),
        ('{"id": "p", "widgets": {}}', ("page",)),
        ('{"useFlexLayout": true}', ("page",)),
        ('{"nav": {"navigateTo": "a"}}', ()),
        ('{"page": {}}', ()),
    ],
)
def test_components_pages_and_entries_become_a_page_of_their_own(text: str, path: tuple[str, ...]) -> None:
    (node,) = agent(text)["area"]["navigation"]
    for step in path:
        node = node[step]
    assert node == json.loads(text)


def test_the_other_roles_stay_as_they_are() -> None:
    whole = json.loads(complete_layout('{"logo": "no-logo"}'))
    assert {name: whole[name] for name in ("supervisor", "supervisorAgent")} == {
        name: default_layout()[name] for name in ("supervisor", "supervisorAgent")
    }


def test_the_characters_of_a_fragment_stay_as_they_are() -> None:
    for text in ('{ "comp" :\t"d\\u0069v" }', '{"notificationTimer": 1e0,\n  "logo": "a", "logo": "b"}'):
        assert text.strip("{} ") in complete_layout(text)


def test_callers_do_not_share_the_default_layout() -> None:
    default_layout()["agent"].clear()
    assert default_layout()["agent"] != {}


def test_the_default_layout_has_the_parts_of_the_vendors() -> None:
    def called(*path: str | int) -> list[str]:
        document = parse_layout("l.json", json.dumps(default_layout()))
        elements: Any = document.data
        for step in path:
            elements = elements[step]
        return [
            identity(document, (*path, index)).rpartition("[")[2].rstrip("]").rpartition("=")[2]
            for index in range(len(elements))
        ]

    icons = ["digital-outbound", "ai-assistant", "agentx-webex", "agentx-outdial", "agentx-notification"]
    assert called("agent", "area", "advancedHeader") == [*icons, "agentx-state-selector"]
    assert called("supervisor", "area", "advancedHeader") == ["agentx-webex", "agentx-notification"]
    assert called("supervisorAgent", "area", "panel", "children")[1::2] == [
        "IVR_TRANSCRIPT",
        "CUSTOMER_JOURNEY_WIDGET",
        "CONTACT_HISTORY",
        "RT_TRANSCRIPT",
        "SCREEN_POP",
    ]
    assert called("supervisor", "area", "navigation") == ["tpw", "recordings"]
