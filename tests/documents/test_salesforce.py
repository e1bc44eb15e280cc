"""Components of a Salesforce project: their data, where it stands, and what they are called."""

from __future__ import annotations

import pytest

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE, metadata_types
from wxcc_lint.documents.component_files import full_name
from wxcc_lint.documents.identity import identity
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.salesforce import parse_component
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.edits import text_edit
from wxcc_lint.problems import Edit

PROFILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="{NAMESPACE}">
    <classAccesses>
        <apexClass>sfdcOmniChannel</apexClass>
        <enabled> true </enabled>
    </classAccesses>
    <custom>true</custom>
    <layoutAssignments>
        <layout>Task-A &amp; B</layout>
    </layoutAssignments>
    <layoutAssignments>
        <layout>Task-A &amp; B</layout>
        <recordType>Task.Call</recordType>
    </layoutAssignments>
    <description/>
</Profile>
"""


@pytest.fixture
def profile() -> Document:
    return parse_component("profiles/Agent.profile-meta.xml", PROFILE)


def shown(place: Place) -> str:
    span = place.span
    return place.document.root.text.text[span.start : span.end]


def test_what_may_repeat_is_a_list_and_what_has_no_children_a_text(profile) -> None:
    assert profile.data == {
        "classAccesses": [{"apexClass": "sfdcOmniChannel", "enabled": " true "}],
        "custom": "true",
        "layoutAssignments": [{"layout": "Task-A & B"}, {"layout": "Task-A & B", "recordType": "Task.Call"}],
        "description": "",
    }
    assert profile.form == "Profile"
    assert profile.faults == ()


def test_what_should_stand_once_and_does_not_is_a_list_of_which_the_first_counts() -> None:
    text = f'<RemoteSiteSetting xmlns="{NAMESPACE}"><url> https://a.example </url><url>b</url></RemoteSiteSetting>'
    view = SalesforceComponent(parse_component("A.remoteSite-meta.xml", text))
    assert view.data == {"url": [" https://a.example ", "b"]}
    assert view.text("url") == "https://a.example"
    assert shown(view.text_at("url")) == "https://a.example"


@pytest.mark.parametrize(
    ("path", "address", "text"),
    [
        (("custom",), "/custom", "true"),
        (("classAccesses", 0, "enabled"), "/classAccesses[apexClass=sfdcOmniChannel]/enabled", " true "),
        (("layoutAssignments", 0, "layout"), "/layoutAssignments[layout=Task-A & B]/layout", "Task-A &amp; B"),
        (
            ("layoutAssignments", 1, "layout"),
            "/layoutAssignments[layout=Task-A & B,recordType=Task.Call]/layout",
            "Task-A &amp; B",
        ),
        (("description",), "/description", ""),
    ],
)
def test_each_node_has_an_address_by_what_tells_it_apart_and_a_place(profile, path, address, text) -> None:
    assert identity(profile, path) == address
    assert shown(Place(profile, path)) == text


def test_texts_come_without_outer_blanks_and_so_do_their_places(profile) -> None:
    view = SalesforceComponent(profile)
    access = next(view.parts("classAccesses"))
    assert access.text("enabled") == "true"
    assert access.is_true("enabled")
    assert shown(access.text_at("enabled")) == "true"
    assert access.text("apexClass", "none") is None
    assert view.text("classAccesses") is None
    assert [part.text("recordType") for part in view.parts("layoutAssignments")] == [None, "Task.Call"]
    assert list(view.parts("fieldPermissions")) == []
    assert shown(view.text_at("userLicense")) == "Profile"


def test_a_place_within_a_text_counts_what_entities_stand_for(profile) -> None:
    assert shown(Place(profile, ("layoutAssignments", 0, "layout")).slice(7, 10)) == "&amp; B"


def test_a_node_is_set_and_removed_where_it_stands(profile) -> None:
    edit = text_edit(Edit(Place(profile, ("custom",)), "set", "a < b"))
    assert edit is not None
    assert (edit.text, PROFILE[edit.start : edit.end]) == ("a &lt; b", "true")
    edit = text_edit(Edit(Place(profile, ("layoutAssignments", 1)), "remove"))
    assert edit is not None
    assert PROFILE[edit.start : edit.end].strip().startswith("<layoutAssignments>\n        <layout>")
    assert "Task.Call" in PROFILE[edit.start : edit.end]
    assert text_edit(Edit(Place(profile, ("userLicense",)), "insert", "x")) is None
    assert text_edit(Edit(Place(profile, ("description",)), "set", "x")) is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f'<Profile xmlns="{NAMESPACE}"><custom></Profile>', "meta/syntax"),
        (f'<!DOCTYPE a><Profile xmlns="{NAMESPACE}"/>', "meta/doctype"),
        (f'<Profile xmlns="{NAMESPACE}">{"<a>" * 300}', "meta/too-deep"),
    ],
)
def test_what_cannot_be_read_is_one_fault(text, rule) -> None:
    document = parse_component("A.profile-meta.xml", text)
    assert document.data is None
    assert [fault.rule for fault in document.faults] == [rule]


def test_apex_is_the_text_it_is() -> None:
    document = parse_component("classes/sfdcOmniChannel.cls", "global class A {}")
    view = SalesforceComponent(document)
    assert (view.type, view.name, view.data, view.is_apex) == (
        "ApexClass",
        "sfdcOmniChannel",
        "global class A {}",
        True,
    )
    assert shown(Place(document, ()).slice(7, 12)) == "class"
    edit = text_edit(Edit(Place(document, ()).slice(0, 6), "set", "public"))
    assert edit is not None
    assert (edit.start, edit.end, edit.text) == (0, 6, "public")
    assert list(view.nodes()) == []


@pytest.mark.parametrize(
    ("file", "type_name", "name"),
    [
        ("a/cspTrustedSites/Desktop.cspTrustedSite-meta.xml", "CspTrustedSite", "Desktop"),
        ("src/profiles/Custom%3A Sales.profile", "Profile", "Custom: Sales"),
        ("objects/Activity/fields/Reason__c.field-meta.xml", "CustomField", "Activity.Reason__c"),
        ("objects/Case.object", "CustomObject", "Case"),
        ("permissionsets/Softphone/Softphone.classAccess-meta.xml", "PermissionSet", "Softphone"),
        ("permissionsets/Softphone.permissionset-meta.xml", "PermissionSet", "Softphone"),
        ("settings/OmniChannel.settings-meta.xml", "Settings", "OmniChannel"),
        ("renamed.txt.xml", "CspTrustedSite", "renamed"),
    ],
)
def test_a_component_is_called_what_its_file_says(file, type_name, name) -> None:
    assert full_name(file, metadata_types()[type_name]) == name
