"""What the manifest asks for, and that it is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pytest
from lxml import etree

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.catalog.generations import Generation
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.load import load
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.manifest import package_xml, retrieve_command, undecided, wanted_members, webex_callcenters
from wxcc_lint.spans import Text

ALWAYS = {"CallCenter": ["*"], "CorsWhitelistOrigin": ["*"], "CspTrustedSite": ["*"], "RemoteSiteSetting": ["*"]}
SOFTPHONE = {"CustomApplication": ["*"], "FlexiPage": ["*"]}
VERSION_1 = {
    "CustomLabels": ["*"],
    "CustomMetadata": ["*"],
    "InstalledPackage": ["ciscocjs"],
    "Layout": ["*", "Task-ciscocjs__Webex Contact Center Task Layout"],
}
ALL_AGENTS = {"PermissionSet": ["*"], "Profile": ["*"]}
OFF = {
    "isCallNotesEnabled": "false",
    "sfdcCaseFieldCadVariableMappings1": "[]",
    "sfdcCaseFieldCadVariableMappings2": "[]",  # agents can make cases by hand, whatever else is off
}
_XSD = "{http://www.w3.org/2001/XMLSchema}"


PERMISSION_SET = '<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Phone</label></PermissionSet>'
PHONE = (
    '<PermissionSetGroup xmlns="http://soap.sforce.com/2006/04/metadata"><label>Phone</label>'
    "<permissionSets>Acme_Telephony</permissionSets><permissionSets>pkg__Voice</permissionSets></PermissionSetGroup>"
)


@dataclass
class Agents:
    """As much of an environment as the manifest looks at."""

    agent_profiles: tuple[str, ...] = ()
    agent_permission_sets: tuple[str, ...] = ()

    def at(self, *keys: str | int) -> Place:
        return Place(Document(f"config {keys}", "config", Text("")), ())


def call_center(generation: Generation = "v1", /, **values: str) -> CallCenter:
    text = render_import(vocabulary(generation).releases[-1])
    for name, value in values.items():
        text, count = re.subn(rf'(name="{name}"[^>]*>)[^<]*', lambda match, new=value: match[1] + new, text)
        assert count == 1, name
    document = load("callcenter.xml", text.encode())
    assert document is not None
    return CallCenter(document)


def wanted(
    *callcenters: CallCenter, agents: tuple[Agents, ...] = (), files: Mapping[str, str] = {}
) -> Mapping[str, list[str]]:
    return {name: list(members) for name, members in wanted_members(callcenters, projects(agents, files)).items()}


def projects(agents: tuple[Agents, ...], files: Mapping[str, str] = {}) -> list[Project]:
    documents = [load(name, text.encode()) for name, text in files.items()]
    return [Project([SalesforceComponent(document) for document in documents if document], one) for one in agents]


def test_without_a_call_center_it_is_what_any_integration_may_have() -> None:
    values = ["CaseOrigin", "CasePriority", "CaseReason", "CaseStatus", "CaseType", "LeadSource", "Salutation"]
    assert wanted() == {
        **ALWAYS,
        **SOFTPHONE,
        **VERSION_1,
        **ALL_AGENTS,
        "ApexClass": ["sfdcOmniChannel"],
        "CustomObject": ["Activity", "Case", "Contact", "Task"],
        "GlobalValueSet": ["*"],
        "ServicePresenceStatus": ["*"],
        "Settings": ["OmniChannel"],
        "StandardValueSet": [*values, "TaskPriority", "TaskStatus", "TaskType"],
    }


def test_what_is_switched_off_is_not_asked_for() -> None:
    assert wanted(call_center(**OFF)) == {**ALWAYS, **SOFTPHONE, **VERSION_1, **ALL_AGENTS}


def test_objects_and_picklists_are_those_of_the_mappings_in_use() -> None:
    mapping = (
        '[{"CadFieldName":"Mood","SalesforceFieldName":"Mood__c","isDefaultValueEnabled":false,"defaultFieldValue":""},'
    )
    mapping += '{"CadFieldName":"","SalesforceFieldName":"Status","isDefaultValueEnabled":true,"defaultFieldValue":"Completed"}]'
    asked = wanted(call_center(**OFF, reqIsCadVariableUpdatedToActivity="true", CadSalesforceFieldMapping1=mapping))
    assert asked["CustomObject"] == ["Activity", "Task"]
    assert asked["StandardValueSet"] == ["TaskStatus"]
    assert asked["GlobalValueSet"] == ["*"]


@pytest.mark.parametrize(
    ("name", "objects"),
    [
        ("Acme_Visit__c", ["Acme_Visit__c"]),
        ("Contact", ["Contact"]),
        ("Acme Visit", None),
    ],
)
def test_a_record_that_opens_is_asked_for_by_its_object(name: str, objects: list[str] | None) -> None:
    asked = wanted(call_center(**OFF, isNoRecordMatchScenarioEnabled="true", nameOfCrmRecordObject=name))
    assert asked.get("CustomObject") == objects


def test_a_custom_object_is_asked_for_without_a_mapping_too() -> None:
    values = {"nameOfCrmRecordObject": "Acme_Visit__c", "sfdcObjetFieldCadVariableMappings1": "[]"}
    asked = wanted(call_center(**OFF, isNoRecordMatchScenarioEnabled="true", **values))
    assert asked["CustomObject"] == ["Acme_Visit__c"]
    assert "GlobalValueSet" not in asked


def test_the_class_and_the_statuses_are_asked_for_while_sync_is_on() -> None:
    asked = wanted(call_center(isOmniStateSyncEnabled="true"))
    assert (asked["ApexClass"], asked["Settings"], asked["ServicePresenceStatus"]) == (
        ["sfdcOmniChannel"],
        ["OmniChannel"],
        ["*"],
    )
    asked = wanted(call_center("v2", enableOmniChannelSync="true"))
    assert (asked.get("ApexClass"), asked["Settings"]) == (None, ["OmniChannel"])


def test_version_2_has_no_package() -> None:
    assert not VERSION_1.keys() & wanted(call_center("v2")).keys()
    assert SOFTPHONE.keys() <= wanted(call_center("v2")).keys()


def test_service_cloud_voice_needs_little() -> None:
    assert wanted(call_center("scv")) == {**ALWAYS, **ALL_AGENTS}


def test_call_centers_of_others_are_left_out() -> None:
    document = load("other.xml", b'<callCenter><section name="reqGeneralInfo" sortOrder="0" label="G"/></callCenter>')
    assert document is not None
    other = CallCenter(document)
    assert webex_callcenters([other]) == []
    assert wanted(other) == wanted()


def test_declared_agents_are_asked_for_by_the_names_of_their_components() -> None:
    agents = Agents(("System Administrator", "Sales (EU)", "Sales %28US%29"), ("Acme_Phone",))
    asked = wanted(agents=(agents,))
    assert asked["Profile"] == ["Admin", "Sales %28EU%29", "Sales %28US%29"]
    assert asked["PermissionSet"] == ["Acme_Phone"]
    assert "PermissionSet" not in wanted(agents=(Agents(("Agent",)),))


@pytest.mark.parametrize(
    ("files", "sets", "groups"),
    [
        ({}, ["Phone"], ["Phone"]),
        ({"p/permissionsets/phone.permissionset": PERMISSION_SET}, ["Phone"], None),
        ({"p/permissionsetgroups/phone.permissionsetgroup": PHONE}, ["Acme_Telephony", "pkg__Voice"], ["Phone"]),
    ],
    ids=["no file", "a permission set", "a group"],
)
def test_what_may_be_a_group_is_asked_for_as_one_and_a_group_with_its_permission_sets(
    files: Mapping[str, str], sets: list[str], groups: list[str] | None
) -> None:
    agents = (Agents(("Agent",), ("Phone",)),)
    asked = wanted(agents=agents, files=files)
    assert (asked["PermissionSet"], asked.get("PermissionSetGroup")) == (sets, groups)
    assert undecided(projects(agents, files)) == ([] if files else ["Phone"])


def test_where_all_permission_sets_are_asked_for_none_is_undecided() -> None:
    assert undecided(projects((Agents((), ("Phone",)), Agents()))) == []


def test_an_environment_that_declares_no_agents_has_all() -> None:
    asked = wanted(agents=(Agents(("Agent",)), Agents()))
    assert {name: asked[name] for name in ALL_AGENTS} == ALL_AGENTS


def test_the_whole_text() -> None:
    assert package_xml({"Profile": ["A & B", "C"], "Settings": ["OmniChannel"]}, "62.0") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Package xmlns="http://soap.sforce.com/2006/04/metadata">\n'
        "    <types>\n"
        "        <members>A &amp; B</members>\n"
        "        <members>C</members>\n"
        "        <name>Profile</name>\n"
        "    </types>\n"
        "    <types>\n"
        "        <members>OmniChannel</members>\n"
        "        <name>Settings</name>\n"
        "    </types>\n"
        "    <version>62.0</version>\n"
        "</Package>\n"
    )


@cache
def package_schema() -> etree.XMLSchema:
    """Return the schema of the Metadata WSDL, with a manifest as a file of its own."""
    wsdl = etree.parse(files("simple_salesforce") / "metadata.wsdl").getroot()
    schema = etree.fromstring(etree.tostring(wsdl.find(f".//{_XSD}schema")))
    etree.SubElement(schema, f"{_XSD}element", name="Package", type="tns:Package")
    return etree.XMLSchema(schema)


@pytest.mark.parametrize("build", [list, lambda: [call_center()], lambda: [call_center("v2")]])
def test_the_manifest_is_of_the_type_that_salesforce_publishes(build: Callable[[], list[CallCenter]]) -> None:
    text = package_xml(wanted_members(build()))
    package_schema().assertValid(etree.fromstring(text.encode()))
    assert not package_schema().validate(etree.fromstring(text.replace("members>", "member>").encode()))


def test_types_of_the_manifest_are_types_of_the_wsdl() -> None:
    known = {
        one.get("name") for one in etree.parse(files("simple_salesforce") / "metadata.wsdl").iter(f"{_XSD}complexType")
    }
    assert wanted().keys() - known == {"Settings"}  # one name for the settings of all features


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (("package.xml",), "sf project retrieve start --manifest package.xml"),
        (
            ("my files/package.xml", "prod"),
            "sf project retrieve start --manifest 'my files/package.xml' --target-org prod",
        ),
    ],
)
def test_the_command_to_run_it(arguments: tuple[str, ...], command: str) -> None:
    assert retrieve_command(*arguments) == command
