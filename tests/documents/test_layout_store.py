"""References to the Desktop's data in a layout, and keys of its texts: found, and placed to the character."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_store import Reference, misspelt_references, store_references, tidied_reference
from wxcc_lint.documents.layout_translations import translatable_texts, translation_key, translation_meant
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place


def layout(*members: dict[str, Any], wrapped: bool = False) -> Layout:
    """Return a layout with components in its header."""
    data: Any = {"area": {"advancedHeader": [{"comp": "a-b", **one} for one in members]}}
    if wrapped:
        data = {"name": "Agents", "jsonFileContent": json.dumps(data)}
    document = parse_layout("l.json", json.dumps(data))
    assert document.faults == ()
    return Layout(document)


def under(place: Place) -> str:
    return place.document.root.text.text[place.span.start : place.span.end]


def only(value: str, **more: Any) -> list[Reference]:
    return list(store_references(layout({"properties": {"p": value}, **more})))


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_reference_knows_its_parts_and_places(wrapped: bool) -> None:
    (found,) = store_references(layout({"properties": {"p": "$STORE.agent.orgId"}}, wrapped=wrapped))
    assert (found.root.name, found.names, found.path, found.is_whole) == (
        "agent",
        ("agent", "orgId"),
        "agent.orgId",
        True,
    )
    assert [under(step.at) for step in found.steps] == ["agent", "orgId"]
    assert [step.name for step in found.steps[1:]] == ["orgId"]
    assert found.at == found.text.at
    assert found.text.component is not None
    assert (found.text.component.comp, found.text.inside) == ("a-b", ("properties", "p"))


def test_places_count_characters_and_not_escapes() -> None:
    text = '{"area": {"advancedHeader": [{"comp": "a-b", "properties": {"p": "\\u0024STORE.agent.or\\u0067Id"}}]}}'
    (found,) = store_references(Layout(parse_layout("l.json", text)))
    assert (found.path, under(found.steps[1].at)) == ("agent.orgId", "or\\u0067Id")


def test_references_amid_other_text() -> None:
    found = only("Hi {$STORE.agent.agentName} of $STORE.agent.teamName.")
    assert [(one.path, one.is_whole, one.is_braced, under(one.at)) for one in found] == [
        ("agent.agentName", False, True, "$STORE.agent.agentName"),
        ("agent.teamName", False, False, "$STORE.agent.teamName"),
    ]


@pytest.mark.parametrize(
    ("value", "paths"),
    [
        ("$STORE.agent", ["agent"]),
        ("$STORE.agent.idleCodes[0].name", ["agent.idleCodes.name"]),
        (
            "$STORE.agentContact.taskSelected.callAssociatedData.my-key_1",
            ["agentContact.taskSelected.callAssociatedData.my-key_1"],
        ),
        ("$STORE", []),
        ("$STORE.", []),
        ("$STORES.agent", []),
        ("$store.agent.orgId", []),
        ("STORE.agent.orgId", []),
    ],
)
def test_what_is_a_reference(value: str, paths: list[str]) -> None:
    assert [one.path for one in only(value)] == paths


def test_references_are_found_in_every_area_and_role_and_outside_components() -> None:
    role = {
        "appTitle": "$STORE.app.title",
        "area": {"panel": {"comp": "x-y", "attributes": {"a": "$STORE.agent.orgId"}}},
    }
    document = parse_layout("l.json", json.dumps({"agent": role, "supervisor": role}))
    found = [(one.text.role and one.text.role.name, one.path) for one in store_references(Layout(document))]
    assert found == [
        ("agent", "app.title"),
        ("agent", "agent.orgId"),
        ("supervisor", "app.title"),
        ("supervisor", "agent.orgId"),
    ]


@pytest.mark.parametrize(
    ("value", "meant", "wrong"),
    [
        ("STORE.agent.orgId", "$STORE.agent.orgId", "STORE."),
        ("$Store.agent.orgId", "$STORE.agent.orgId", "$Store."),
        ("$store.agent", "$STORE.agent", "$store."),
        ("$STROE.agent.orgId", "$STORE.agent.orgId", "$STROE."),
        ("$STORE:agent.orgId", "$STORE.agent.orgId", "$STORE:"),
        ("$STORE/app.darkMode", "$STORE.app.darkMode", "$STORE/"),
        ("${STORE.agent.orgId}", "$STORE.agent.orgId", '"${STORE.agent.orgId}"'),
        ("{{STORE.agent.orgId}}", "$STORE.agent.orgId", '"{{STORE.agent.orgId}}"'),
        ("{store.Agent.orgId}", "$STORE.agent.orgId", '"{store.Agent.orgId}"'),
        ("id=STORE.agent.orgId&x", "$STORE.agent.orgId", "STORE."),
    ],
)
def test_what_was_meant_as_a_reference(value: str, meant: str, wrong: str) -> None:
    (found,) = misspelt_references(layout({"properties": {"p": value}}))
    assert (found.meant, under(found.at)) == (meant, wrong)
    assert found.is_replaceable is (value[:2] != "id")


@pytest.mark.parametrize(
    "value",
    [
        "$STORE.agent.orgId",
        "{$STORE.agent.orgId}",
        "${$STORE.agent.orgId}",
        "store.agent.orgId",
        "store.app",
        "https://store.app.acme.com/agent",
        "https://acme.com/STORE/agent",
        "https://acme.com/STORE.agent",
        "The STORE. agent",
        "STORE.Leeds",
        "$STORE.nobody",
        "RESTORE.agent",
        "bookstore.agent",
        "${VAR}.agent",
    ],
)
def test_what_is_not_taken_for_a_slip(value: str) -> None:
    assert list(misspelt_references(layout({"properties": {"p": value}}))) == []


def test_in_the_page_title_a_slip_becomes_a_path_in_braces() -> None:
    title = {"comp": "page-title", "attributes": {"pageTitle": "Hey ${STORE.agent.agentName}, welcome"}}
    (found,) = misspelt_references(layout(title))
    assert (found.meant, under(found.whole), found.is_replaceable) == (
        "{$STORE.agent.agentName}",
        "${STORE.agent.agentName}",
        True,
    )


@pytest.mark.parametrize(
    ("value", "tidy"),
    [
        (" $STORE.agent.orgId", "$STORE.agent.orgId"),
        ("$STORE.agent.orgId\t", "$STORE.agent.orgId"),
        ("$STORE..agent.orgId.", "$STORE.agent.orgId"),
        ("$STORE.agent.orgId", None),
        ("$STORE.agent. orgId", None),
        ("see $STORE.agent.orgId.", None),
        ("$STORE.", None),
        ("", None),
    ],
)
def test_tidied_references(value: str, tidy: str | None) -> None:
    texts = layout({"properties": {"p": value}}).texts()
    (text,) = [one for one in texts if one.inside == ("properties", "p")]
    assert tidied_reference(text) == tidy


def test_texts_that_are_translated() -> None:
    shown = {"textContent": "A", "wrapper": {"title": "B", "id": "no"}, "attributes": {"textContent": "no"}}
    navigation = [
        {"nav": {"label": "C", "icon": "no"}, "page": {"widgets": {"w": {"comp": "x-y", "textContent": "D"}}}}
    ]
    data = {"area": {"advancedHeader": [{"comp": "a-b", **shown}], "navigation": navigation}}
    found = translatable_texts(Layout(parse_layout("l.json", json.dumps(data))))
    assert [text.value for text in found] == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("text", "key", "meant"),
    [
        ("$I18N.tpw.widgetTitle", "tpw.widgetTitle", None),
        ("$I18N.title", "title", None),
        ("$I18n.tpw.widgetTitle", None, "$I18N.tpw.widgetTitle"),
        ("I18N.tpw.widgetTitle", None, "$I18N.tpw.widgetTitle"),
        ("${I18N.tpw.widgetTitle}", None, "$I18N.tpw.widgetTitle"),
        ("{{ i18n.tpw.widgetTitle }}", None, "$I18N.tpw.widgetTitle"),
        (" $I18N.tpw.widgetTitle", None, "$I18N.tpw.widgetTitle"),
        ("$I18N:tpw.widgetTitle", None, "$I18N.tpw.widgetTitle"),
        ("$I18N.", None, None),
        ("I18N guide", None, None),
        ("See $I18N.tpw.widgetTitle", None, None),
        ("", None, None),
    ],
)
def test_keys_and_what_was_meant_for_one(text: str, key: str | None, meant: str | None) -> None:
    assert (translation_key(text), translation_meant(text)) == (key, meant)


@pytest.mark.parametrize("value", ["$STORE.a[" * 20_000, "{" * 200_000, "STORE." * 50_000, "$STORE" + ".a" * 20_000])
def test_long_texts_are_read_in_no_time(value: str) -> None:
    made = layout({"properties": {"p": value}})
    assert len(list(store_references(made))) in {0, 1, 20_000}
    assert list(misspelt_references(made)) == []
