"""What is read of a Salesforce org, and how: every question is spelt out here, and no other one is asked."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from wxcc_lint.config_model import Environment
from wxcc_lint.documents.callcenter_row import parse_rows
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.load import parse
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce import parse_component
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.reading import Known, LiveObject, Org, Reading
from wxcc_lint.sources.live.salesforce import SalesforceWanted, read_salesforce, wanted_of
from wxcc_lint.sources.live.salesforce_metadata import quoted
from wxcc_lint.spans import Text

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "fixtures" / "projects" / "salesforce" / "force-app" / "main" / "default"
STAMPS = "LastModifiedDate, LastModifiedBy.Name"
STAMPED = {"LastModifiedDate": "2026-03-01T08:30:00.000+0000", "LastModifiedBy": {"Name": "Ada Admin"}}
Q_CALL_CENTERS = f"SELECT Id, InternalName, Name, AdapterUrl, CustomSettings, Version, {STAMPS} FROM CallCenter"
Q_USERS = "SELECT CallCenterId, COUNT(Id) users FROM User WHERE IsActive = true AND CallCenterId != null GROUP BY CallCenterId"
DIRECTIVES = ", ".join(f"IsApplicableTo{one}Src" for one in ("Connect", "Font", "Frame", "Img", "Media", "Style"))
Q_SITES = (
    "SELECT Id, DeveloperName, CanAccessCamera, CanAccessMicrophone, Context, Description, EndpointUrl, IsActive, "
    f"{DIRECTIVES}, NamespacePrefix, {STAMPS} FROM CspTrustedSite"
)
Q_CORS = f"SELECT Id, DeveloperName, UrlPattern, NamespacePrefix, {STAMPS} FROM CorsWhitelistEntry"
Q_REMOTE = (
    "SELECT Id, SiteName, Description, ProtocolMismatch, IsActive, EndpointUrl, "
    f"NamespacePrefix, {STAMPS} FROM RemoteProxy"
)
Q_STATUSES = f"SELECT Id, DeveloperName, MasterLabel, {STAMPS} FROM ServicePresenceStatus"
Q_CHANNELS = "SELECT ServicePresenceStatusId, ServiceChannel.DeveloperName FROM ServiceChannelStatus"
Q_CLASS = f"SELECT Id, Name, ApiVersion, Status, Body, NamespacePrefix, {STAMPS} FROM ApexClass WHERE Name = 'sfdcOmniChannel'"
Q_ACCESS = (
    "SELECT Parent.Name, Parent.NamespacePrefix, Parent.Profile.Name FROM SetupEntityAccess "
    "WHERE SetupEntityType = 'ApexClass' AND SetupEntityId = '01p1'"
)
Q_GROUPS = (
    "SELECT PermissionSetGroup.DeveloperName, PermissionSetGroup.NamespacePrefix FROM PermissionSetGroupComponent "
    "WHERE PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess "
    "WHERE SetupEntityType = 'ApexClass' AND SetupEntityId = '01p1')"
)
Q_LAYOUTS = (
    "SELECT Profile.Name, Layout.Name, Layout.NamespacePrefix FROM ProfileLayout "
    "WHERE TableEnumOrId = 'Task' AND RecordTypeId = null"
)
Q_PACKAGES = (
    "SELECT SubscriberPackage.NamespacePrefix, {}.MajorVersion, {}.MinorVersion, {}.PatchVersion FROM {}".format(
        *["SubscriberPackageVersion"] * 3, "InstalledSubscriberPackage"
    )
)
TOOLING = {Q_CORS, Q_REMOTE, Q_LAYOUTS, Q_PACKAGES}
KINDS = [
    "CallCenter",
    "users-by-call-center",
    "CspTrustedSite",
    "CorsWhitelistOrigin",
    "RemoteSiteSetting",
    "ServicePresenceStatus",
    "Settings",
    "ApexClass",
    "class-access",
    "task-layouts",
    "fields",
    "InstalledPackage",
    "packages",
    "CustomMetadata",
]

CALL_CENTER_FILE = (SAMPLE / "callCenters" / "WebexCCAgentDesktopV20241121.callCenter-meta.xml").read_bytes()
APEX = (SAMPLE / "classes" / "sfdcOmniChannel.cls").read_text("utf-8")


def row(**columns: Any) -> dict[str, Any]:
    return {"attributes": {"type": "Whatever"}, "Id": "x1", "NamespacePrefix": None, **STAMPED, **columns}


CALL_CENTER = row(
    Id="04v1",
    InternalName="WebexCCAgentDesktopV20241121",
    Name="Acme Service Desk",
    AdapterUrl="https://desktop.wxcc-eu1.cisco.com/",
    CustomSettings='{"reqUseApi":"true"}',
    Version=None,
)
SITE = row(
    DeveloperName="Webex_Desktop",
    CanAccessCamera=False,
    CanAccessMicrophone=False,
    Context="LEX",
    Description="The Desktop, <b>framed</b> & \x07",
    EndpointUrl="https://desktop.wxcc-eu1.cisco.com",
    IsActive=True,
    **{
        f"IsApplicableTo{one}Src": one in {"Connect", "Frame"}
        for one in ("Connect", "Font", "Frame", "Img", "Media", "Style")
    },
)


def answers() -> dict[str, Any]:
    """Return what the org answers to each question: rows, an object, files, or the error that is raised."""
    return {
        Q_CALL_CENTERS: [
            CALL_CENTER,
            row(Id="04v2", InternalName="Old", Name="Old", AdapterUrl=None, CustomSettings=None),
        ],
        Q_USERS: [{"CallCenterId": "04v1", "users": 12}],
        Q_SITES: [row(DeveloperName="ns", NamespacePrefix="pkg"), SITE],
        Q_CORS: [row(DeveloperName="Webex", UrlPattern="https://desktop.wxcc-eu1.cisco.com")],
        Q_REMOTE: [
            row(
                SiteName="Recordings",
                Description=None,
                ProtocolMismatch=False,
                IsActive=True,
                EndpointUrl="https://audioconnector.prodeu1.ciscoccservice.com",
            )
        ],
        Q_STATUSES: [
            row(Id="0N51", DeveloperName="Chat", MasterLabel="Available for chat"),
            row(Id="0N52", DeveloperName="Call", MasterLabel="On a Webex call"),
        ],
        Q_CHANNELS: [
            {"ServicePresenceStatusId": "0N51", "ServiceChannel": {"DeveloperName": "sfdc_livemessage"}},
            {"ServicePresenceStatusId": "0N51", "ServiceChannel": {"DeveloperName": "Cases"}},
        ],
        Q_CLASS: [row(Id="01p1", Name="sfdcOmniChannel", ApiVersion=63.0, Status="Active", Body=APEX)],
        Q_ACCESS: [
            {"Parent": {"Name": "X00ex", "NamespacePrefix": None, "Profile": {"Name": "Acme Agent"}}},
            {"Parent": {"Name": "Acme_Telephony", "NamespacePrefix": None, "Profile": None}},
            {"Parent": {"Name": "Voice", "NamespacePrefix": "pkg", "Profile": None}},
        ],
        Q_GROUPS: [
            {"PermissionSetGroup": {"DeveloperName": "Acme_Phone", "NamespacePrefix": None}},
            {"PermissionSetGroup": {"DeveloperName": "Acme_Phone", "NamespacePrefix": None}},
            {"PermissionSetGroup": {"DeveloperName": "Agents", "NamespacePrefix": "pkg"}},
        ],
        Q_LAYOUTS: [
            {
                "Profile": {"Name": "Acme Agent"},
                "Layout": {"Name": "Webex Contact Center Task Layout", "NamespacePrefix": "ciscocjs"},
            },
            {"Profile": {"Name": "Standard User"}, "Layout": {"Name": "Task Layout", "NamespacePrefix": None}},
        ],
        Q_PACKAGES: [
            {"SubscriberPackage": {"NamespacePrefix": None}, "SubscriberPackageVersion": {"MajorVersion": 9}},
            {
                "SubscriberPackage": {"NamespacePrefix": "ciscocjs"},
                "SubscriberPackageVersion": {"MajorVersion": 2, "MinorVersion": 10, "PatchVersion": 0},
            },
        ],
        "readMetadata CallCenter": {"WebexCCAgentDesktopV20241121": CALL_CENTER_FILE, "Old": CALL_CENTER_FILE},
        "readMetadata OmniChannelSettings": {
            "OmniChannel": (SAMPLE / "settings" / "OmniChannel.settings-meta.xml").read_bytes()
        },
        "listMetadata CustomMetadata": [
            {"fullName": "Acme__x.Y", "id": "m00", "lastModifiedDate": "2026-01-01T00:00:00.000Z"},
            {
                "fullName": "ciscocjs__Recording_Setting.Playback",
                "id": "m01",
                "lastModifiedDate": "2026-02-01T00:00:00.000Z",
                "lastModifiedByName": "Ada Admin",
            },
        ],
        "readMetadata CustomMetadata": {
            "ciscocjs__Recording_Setting.Playback": (
                SAMPLE / "customMetadata" / "ciscocjs__Recording_Setting.Playback.md-meta.xml"
            ).read_bytes()
        },
        "sobjects/Task/describe": {
            "name": "Task",
            "fields": [
                described("Description", type="textarea", length=32000),
                described("call_reason__c", updateable=False),
                described("Unmapped__c"),
                described("Needed__c", nillable=False),
                described("OwnerId", nillable=False, defaultedOnCreate=True),
            ],
        },
    }


def described(name: str, **more: Any) -> dict[str, Any]:
    usual = {"type": "string", "length": 255, "createable": True, "updateable": True, "nillable": True}
    return {"name": name, "label": "x", **usual, "defaultedOnCreate": False, **more}


@dataclass
class FakeOrg:
    """An org that knows the answers to some questions, and writes down what it is asked."""

    answers: dict[str, Any] = field(default_factory=answers)
    asked: list[str] = field(default_factory=list)
    org = Org("salesforce", "00D000000000001AAA")
    api_version = "63.0"

    def query(self, soql: str, *, tooling: bool = False) -> list[dict[str, Any]]:
        where = "tooling: " if tooling else ""
        return self._answer(f"{where}{soql}" if tooling != (soql in TOOLING) else soql, f"{where}{soql}")

    def get(self, path: str, **query: str | int) -> Any:
        assert not query
        return self._answer(path, path)

    def read_metadata(self, type_: str, names: Sequence[str]) -> list[tuple[str, bytes]]:
        held = self._answer(f"readMetadata {type_}", f"readMetadata {type_}: {', '.join(names)}")
        return [(name, held[name]) for name in names if name in held]

    def list_metadata(self, type_: str) -> list[dict[str, Any]]:
        return self._answer(f"listMetadata {type_}", f"listMetadata {type_}")

    def _answer(self, key: str, shown: str) -> Any:
        self.asked.append(shown)
        answer = self.answers[key]
        if isinstance(answer, LiveError):
            raise answer
        return answer


def error(code: str, message: str, cause: Any = "broken", status: int = 400) -> LiveError:
    return LiveError(cause, f"'acme.my.salesforce.com' answers {status}: {code}: {message}", status=status, code=code)


DENIED = error("INSUFFICIENT_ACCESS", "insufficient access rights", "forbidden", 403)
NO_SETUP = f"{DENIED.sentence}; the user needs the permission 'View Setup and Configuration'"
NO_METADATA = f"{DENIED.sentence}; the user needs the permission 'Modify Metadata Through Metadata API Functions'"
WANTED = SalesforceWanted({"Task": frozenset({"Description", "Call_Reason__c", "Gone__c"})}, ("Acme Agent",))


def read(
    org: FakeOrg,
    wanted: SalesforceWanted = WANTED,
    known: Mapping[str, Known] = {},
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> dict[str, Reading]:
    # The call centers of the sample fill in fields of more objects; what these are is another test's subject.
    for name in ("Case", "Acme_Visit__c"):
        org.answers.setdefault(f"sobjects/{name}/describe", {"name": name, "fields": []})
    return {one.kind: one for one in read_salesforce(org, wanted, known, progress)}


def one(reading: Reading) -> LiveObject:
    assert (reading.status, reading.reason, len(reading.objects)) == ("complete", "", 1)
    return reading.objects[0]


def data_of(reading: Reading) -> Any:
    assert (reading.status, reading.reason) == ("complete", "")
    (fact,) = reading.objects
    assert (fact.name, fact.text) == (reading.kind, None)
    return fact.data


# --- What is read ----------------------------------------------------------------------------------------------------


def test_all_kinds_are_read_in_one_order_and_told_of() -> None:
    progress: list[tuple[str, int, int]] = []
    found = list(read(FakeOrg(), progress=lambda *said: progress.append(said)).values())
    assert [(one.system, one.kind, one.status, one.reason) for one in found] == [
        ("salesforce", kind, "complete", "") for kind in KINDS
    ]
    assert progress == [(one.kind, len(one.objects), len(one.objects)) for one in found]


def test_the_questions_are_these_and_no_others() -> None:
    org = FakeOrg()
    read(org)
    assert org.asked == [
        Q_CALL_CENTERS,
        "readMetadata CallCenter: WebexCCAgentDesktopV20241121, Old",
        Q_USERS,
        Q_SITES,
        f"tooling: {Q_CORS}",
        f"tooling: {Q_REMOTE}",
        "readMetadata OmniChannelSettings: OmniChannel",
        Q_STATUSES,
        Q_CHANNELS,
        Q_CLASS,
        Q_ACCESS,
        Q_GROUPS,
        f"tooling: {Q_LAYOUTS}",
        "sobjects/Acme_Visit__c/describe",
        "sobjects/Case/describe",
        "sobjects/Task/describe",
        f"tooling: {Q_PACKAGES}",
        "listMetadata CustomMetadata",
        "readMetadata CustomMetadata: ciscocjs__Recording_Setting.Playback",
    ]


def test_call_centers_come_with_all_their_sections_and_with_who_changed_them() -> None:
    reading = read(FakeOrg())["CallCenter"]
    assert (reading.status, [one.name for one in reading.objects]) == (
        "complete",
        ["Old", "WebexCCAgentDesktopV20241121"],
    )
    assert reading.objects[1] == LiveObject(
        "WebexCCAgentDesktopV20241121",
        text=CALL_CENTER_FILE.decode(),
        id="04v1",
        changed="2026-03-01T08:30:00.000Z",
        changed_by="Ada Admin",
    )


def test_users_are_counted_and_a_call_center_without_any_has_none() -> None:
    assert data_of(read(FakeOrg())["users-by-call-center"]) == {"Old": 0, "WebexCCAgentDesktopV20241121": 12}


def test_the_access_to_the_class_is_told_by_name() -> None:
    assert data_of(read(FakeOrg())["class-access"]) == {
        "profiles": ["Acme Agent"],
        "permissionSets": ["Acme_Phone", "Acme_Telephony", "pkg__Agents", "pkg__Voice"],
    }


def test_where_no_permission_set_has_access_no_group_is_asked_for() -> None:
    org = FakeOrg()
    org.answers[Q_ACCESS] = org.answers[Q_ACCESS][:1]
    assert data_of(read(org)["class-access"]) == {"profiles": ["Acme Agent"], "permissionSets": []}
    assert Q_GROUPS not in org.asked


def test_nobody_has_access_to_a_class_that_is_not_there_and_nobody_asks() -> None:
    org = FakeOrg(
        {**answers(), Q_CLASS: [row(Id="01p2", Name="sfdcOmniChannel", NamespacePrefix="pkg", Body="(hidden)")]}
    )
    found = read(org)
    assert found["ApexClass"] == Reading("salesforce", "ApexClass", "complete")
    assert data_of(found["class-access"]) == {"profiles": [], "permissionSets": []}
    assert Q_ACCESS not in org.asked


def test_task_layouts_have_their_full_names() -> None:
    assert data_of(read(FakeOrg())["task-layouts"]) == {
        "Acme Agent": "Task-ciscocjs__Webex Contact Center Task Layout",
        "Standard User": "Task-Task Layout",
    }


def test_fields_are_those_that_are_filled_in_and_those_that_no_new_record_can_lack() -> None:
    reading = read(FakeOrg())["fields"]
    assert (reading.status, [one.name for one in reading.objects]) == ("complete", ["Acme_Visit__c", "Case", "Task"])
    usual = {"type": "string", "length": 255, "createable": True, "updateable": True, "required": False}
    assert reading.objects[2].data == {
        "Description": {**usual, "type": "textarea", "length": 32000},
        "call_reason__c": {**usual, "updateable": False},
        "Needed__c": {**usual, "required": True},
    }


def test_fields_of_the_live_call_centers_are_asked_for_as_well() -> None:
    org = FakeOrg()
    described_case = {"name": "Case", "fields": [described("AccountId"), described("Other__c")]}
    org.answers["sobjects/Case/describe"] = described_case
    found = read(org, SalesforceWanted({}))["fields"]
    assert {one.name: sorted(one.data) for one in found.objects}["Case"] == ["AccountId"]


def test_the_package_has_its_version_in_a_component_and_in_full() -> None:
    found = read(FakeOrg())
    installed = one(found["InstalledPackage"])
    assert (installed.name, installed.text) == (
        "ciscocjs",
        (SAMPLE / "installedPackages" / "ciscocjs.installedPackage-meta.xml").read_text("utf-8"),
    )
    assert data_of(found["packages"]) == {"ciscocjs": "2.10.0"}


def test_an_org_without_the_package_is_read_completely() -> None:
    found = read(FakeOrg({**answers(), Q_PACKAGES: []}))
    assert found["InstalledPackage"] == Reading("salesforce", "InstalledPackage", "complete")
    assert data_of(found["packages"]) == {}


def test_custom_metadata_is_that_of_the_package_alone() -> None:
    playback = one(read(FakeOrg())["CustomMetadata"])
    assert (playback.name, playback.id, playback.changed, playback.changed_by) == (
        "ciscocjs__Recording_Setting.Playback",
        "m01",
        "2026-02-01T00:00:00.000Z",
        "Ada Admin",
    )


# --- What becomes of it ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wsdl() -> ModuleType:
    """Return the judge of the sample's components."""
    spec = importlib.util.spec_from_file_location("salesforce_sample", HERE.parent / "test_salesforce_sample.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_components_are_of_their_types_in_the_order_of_the_wsdl(wsdl: ModuleType) -> None:
    texts = [
        (reading.kind, one.text)
        for reading in read(FakeOrg()).values()
        for one in reading.objects
        if one.text is not None and one.text != APEX
    ]
    assert {kind for kind, _ in texts} == {kind for kind in KINDS if kind[0].isupper()}
    for kind, text in texts:
        assert (kind, wsdl.faults(text.encode())) == (kind, [])
        form = parse_component("x.xml", text).form
        assert form == kind
        members = list(wsdl.members("OmniChannelSettings" if kind == "Settings" else kind))
        order = [members.index(name) for name in parse_component("x.xml", text).data]
        assert (kind, order) == (kind, sorted(order))


def test_a_trusted_site_is_the_file_that_a_retrieve_brings() -> None:
    site = one(read(FakeOrg())["CspTrustedSite"])
    assert site.text == (
        """<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <canAccessCamera>false</canAccessCamera>
    <canAccessMicrophone>false</canAccessMicrophone>
    <context>LEX</context>
    <description>The Desktop, &lt;b&gt;framed&lt;/b&gt; &amp; \ufffd</description>
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToConnectSrc>true</isApplicableToConnectSrc>
    <isApplicableToFontSrc>false</isApplicableToFontSrc>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
    <isApplicableToImgSrc>false</isApplicableToImgSrc>
    <isApplicableToMediaSrc>false</isApplicableToMediaSrc>
    <isApplicableToStyleSrc>false</isApplicableToStyleSrc>
</CspTrustedSite>
"""
    )


def test_remote_sites_and_origins_say_what_their_rows_do() -> None:
    found = read(FakeOrg())
    assert parse_component("x", one(found["RemoteSiteSetting"]).text or "").data == {
        "disableProtocolSecurity": "false",
        "isActive": "true",
        "url": "https://audioconnector.prodeu1.ciscoccservice.com",
    }
    assert one(found["RemoteSiteSetting"]).name == "Recordings"
    assert parse_component("x", one(found["CorsWhitelistOrigin"]).text or "").data == {
        "urlPattern": "https://desktop.wxcc-eu1.cisco.com"
    }


def test_presence_statuses_have_their_channels_in_a_stable_order() -> None:
    call, chat = read(FakeOrg())["ServicePresenceStatus"].objects
    assert (call.name, parse_component("x", call.text or "").data) == ("Call", {"label": "On a Webex call"})
    assert (chat.name, parse_component("x", chat.text or "").data) == (
        "Chat",
        {"channels": {"channel": ["Cases", "sfdc_livemessage"]}, "label": "Available for chat"},
    )


def test_the_class_is_two_files() -> None:
    source, metadata = read(FakeOrg())["ApexClass"].objects
    assert (source.name, source.text, source.id) == ("sfdcOmniChannel", APEX, "")
    assert (metadata.name, metadata.text, metadata.id) == (
        "sfdcOmniChannel",
        (SAMPLE / "classes" / "sfdcOmniChannel.cls-meta.xml").read_text("utf-8"),
        "01p1",
    )


# --- What could not be read ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (Q_CALL_CENTERS, "CallCenter"),
        (Q_USERS, "users-by-call-center"),
        (Q_SITES, "CspTrustedSite"),
        (Q_CORS, "CorsWhitelistOrigin"),
        (Q_REMOTE, "RemoteSiteSetting"),
        (Q_STATUSES, "ServicePresenceStatus"),
        (Q_CLASS, "ApexClass"),
        (Q_ACCESS, "class-access"),
        (Q_GROUPS, "class-access"),
        (Q_PACKAGES, "InstalledPackage"),
    ],
)
def test_a_kind_that_is_forbidden_leaves_the_others_alone(question: str, kind: str) -> None:
    found = read(FakeOrg({**answers(), question: DENIED}))
    assert found[kind] == Reading("salesforce", kind, "forbidden", reason=NO_SETUP)
    after = {"CallCenter": {"users-by-call-center"}, "ApexClass": {"class-access"}, "InstalledPackage": {"packages"}}
    skipped = {name for name, one in found.items() if one.status == "skipped"}
    assert skipped == after.get(kind, set())
    assert {one.status for name, one in found.items() if name not in {kind, *skipped}} == {"complete"}


def test_what_depends_on_something_unread_says_so() -> None:
    found = read(FakeOrg({**answers(), Q_CALL_CENTERS: DENIED, Q_CLASS: DENIED, Q_PACKAGES: DENIED}))
    assert {one.kind: one.reason for one in found.values() if one.status == "skipped"} == {
        "users-by-call-center": "the call centers could not be read",
        "class-access": "the Apex class could not be read",
        "packages": "the installed packages could not be read",
    }


def test_where_the_metadata_is_refused_the_rows_of_call_centers_remain() -> None:
    org = FakeOrg({**answers(), "readMetadata CallCenter": DENIED})
    found = read(org)
    reading = found["CallCenter"]
    assert (reading.status, reading.reason) == ("partial", NO_METADATA)
    assert [one.text for one in reading.objects] == [None, None]
    assert reading.objects[1].data == {
        "InternalName": "WebexCCAgentDesktopV20241121",
        "Name": "Acme Service Desk",
        "AdapterUrl": "https://desktop.wxcc-eu1.cisco.com/",
        "CustomSettings": '{"reqUseApi":"true"}',
    }
    (document,) = parse_rows("x.json", json.dumps(reading.objects[1].data)).documents
    assert CallCenter(document).internal_name == "WebexCCAgentDesktopV20241121"
    assert found["users-by-call-center"].status == "complete"


def test_a_call_center_that_the_metadata_api_does_not_give_is_a_row_and_the_reading_partial() -> None:
    org = FakeOrg({**answers(), "readMetadata CallCenter": {"Old": CALL_CENTER_FILE}})
    reading = read(org)["CallCenter"]
    assert (reading.status, reading.reason) == (
        "partial",
        "the Metadata API does not give 'WebexCCAgentDesktopV20241121'",
    )
    assert [one.text is None for one in reading.objects] == [False, True]


@pytest.mark.parametrize(
    ("question", "kind"),
    [("readMetadata OmniChannelSettings", "Settings"), ("listMetadata CustomMetadata", "CustomMetadata")],
)
def test_a_user_without_the_metadata_api_is_told_what_it_takes(question: str, kind: str) -> None:
    found = read(FakeOrg({**answers(), question: DENIED}))
    assert found[kind] == Reading("salesforce", kind, "forbidden", reason=NO_METADATA)


def test_an_org_without_settings_of_omni_channel_was_read_in_full() -> None:
    found = read(FakeOrg({**answers(), "readMetadata OmniChannelSettings": {}}))
    assert found["Settings"] == Reading("salesforce", "Settings", "complete")


SETTINGS = b"<OmniChannelSettings xmlns='http://soap.sforce.com/2006/04/metadata'>%b</OmniChannelSettings>"
OFF = {"OmniChannel": SETTINGS % b"<enableOmniChannel> false </enableOmniChannel>"}
UNKNOWN_STATUSES = error("INVALID_TYPE", "sObject type 'ServicePresenceStatus' is not supported", "not-found")


@pytest.mark.parametrize("settings", [{}, OFF])
def test_where_omni_channel_is_off_there_are_no_presence_statuses(settings: dict[str, bytes]) -> None:
    found = read(FakeOrg({**answers(), Q_STATUSES: UNKNOWN_STATUSES, "readMetadata OmniChannelSettings": settings}))
    assert found["ServicePresenceStatus"] == Reading("salesforce", "ServicePresenceStatus", "complete")


@pytest.mark.parametrize(
    ("statuses", "settings", "status"),
    [
        (UNKNOWN_STATUSES, DENIED, "not-found"),
        (UNKNOWN_STATUSES, {"OmniChannel": SETTINGS % b""}, "not-found"),
        (UNKNOWN_STATUSES, {"OmniChannel": b"<"}, "not-found"),
        (DENIED, OFF, "forbidden"),
    ],
)
def test_what_does_not_prove_that_there_are_no_presence_statuses(statuses: Any, settings: Any, status: str) -> None:
    found = read(FakeOrg({**answers(), Q_STATUSES: statuses, "readMetadata OmniChannelSettings": settings}))
    assert found["ServicePresenceStatus"].status == status


def test_statuses_without_their_channels_are_no_complete_reading() -> None:
    reading = read(FakeOrg({**answers(), Q_CHANNELS: DENIED}))["ServicePresenceStatus"]
    assert (reading.status, len(reading.objects)) == ("partial", 2)
    assert reading.reason == f"the channels of presence statuses could not be read: {NO_SETUP}"


def test_an_object_that_the_org_does_not_have_is_not_found() -> None:
    found = read(FakeOrg({**answers(), Q_STATUSES: UNKNOWN_STATUSES}))
    assert found["ServicePresenceStatus"] == Reading(
        "salesforce",
        "ServicePresenceStatus",
        "not-found",
        reason=f"{UNKNOWN_STATUSES.sentence}; the org has none, or the user may not see it",
    )


def test_an_object_that_one_api_does_not_know_is_asked_for_in_the_other() -> None:
    org = FakeOrg()
    org.answers[Q_SITES], org.answers[f"tooling: {Q_SITES}"] = (
        error("INVALID_TYPE", "sObject type 'CspTrustedSite' is not supported", "not-found"),
        org.answers[Q_SITES],
    )
    assert one(read(org)["CspTrustedSite"]).name == "Webex_Desktop"
    assert [one for one in org.asked if "CspTrustedSite" in one] == [Q_SITES, f"tooling: {Q_SITES}"]


def test_an_object_that_cannot_be_described_is_told_and_the_others_are_read() -> None:
    org = FakeOrg({**answers(), "sobjects/Case/describe": error("NOT_FOUND", "no such thing", "not-found", 404)})
    reading = read(org)["fields"]
    assert (reading.status, [one.name for one in reading.objects]) == ("partial", ["Acme_Visit__c", "Task"])
    assert reading.reason == (
        "'Case': 'acme.my.salesforce.com' answers 404: NOT_FOUND: no such thing; the org has none, or the user may not see it"
    )


@pytest.mark.parametrize(
    ("column", "status", "reason"),
    [
        ("CanAccessCamera", "partial", "this org does not tell CanAccessCamera of a CspTrustedSite"),
        ("NamespacePrefix", "complete", ""),
        ("LastModifiedDate", "complete", ""),
    ],
)
def test_a_column_that_the_org_does_not_know_is_done_without(column: str, status: str, reason: str) -> None:
    org = FakeOrg()
    org.answers[Q_SITES] = error("INVALID_FIELD", f"No such column '{column}' on entity 'CspTrustedSite'")
    again = Q_SITES.replace(f"{column}, ", "")
    org.answers[again] = [SITE]
    reading = read(org)["CspTrustedSite"]
    assert (reading.status, reading.reason, len(reading.objects)) == (status, reason, 1)
    assert [one for one in org.asked if "CspTrustedSite" in one] == [Q_SITES, again]


def test_a_relation_that_the_org_does_not_know_is_done_without() -> None:
    org = FakeOrg()
    org.answers[Q_CORS] = error("INVALID_FIELD", "Didn't understand relationship 'LastModifiedBy' in field path")
    org.answers[f"tooling: {Q_CORS.replace(', LastModifiedBy.Name', '')}"] = [
        {"DeveloperName": "Webex", "UrlPattern": "https://x.example.com", "Id": "1"}
    ]
    assert one(read(org)["CorsWhitelistOrigin"]).changed_by is None


def test_a_column_that_must_be_there_is_asked_for_once() -> None:
    hidden = error("INVALID_FIELD", "No such column 'DeveloperName' on entity 'CspTrustedSite'")
    org = FakeOrg({**answers(), Q_SITES: hidden})
    reading = read(org)["CspTrustedSite"]
    help_ = "the user needs the permission 'View Setup and Configuration'"
    assert (reading.status, reading.objects, reading.reason) == ("partial", (), f"{hidden.sentence}; {help_}")
    assert len([one for one in org.asked if "CspTrustedSite" in one]) == 1


def test_only_an_unknown_column_has_a_query_asked_again() -> None:
    other = error("MALFORMED_QUERY", "unexpected token: 'NamespacePrefix'")
    org = FakeOrg({**answers(), Q_SITES: other})
    assert read(org)["CspTrustedSite"] == Reading("salesforce", "CspTrustedSite", "partial", reason=other.sentence)
    assert len([one for one in org.asked if "CspTrustedSite" in one]) == 1


def test_a_row_without_a_name_is_no_answer() -> None:
    reading = read(FakeOrg({**answers(), Q_CORS: [row(DeveloperName=None, UrlPattern="x")]}))["CorsWhitelistOrigin"]
    assert (reading.status, reading.reason) == (
        "partial",
        "Salesforce answers a query with a row that has no 'DeveloperName'",
    )


@pytest.mark.parametrize("nonsense", [[None], ["x"], [[]], [{"Parent": [], "Profile": 1, "users": "x", "fields": {}}]])
def test_nonsense_in_an_answer_ends_no_reading(nonsense: list[Any]) -> None:
    org = FakeOrg()
    for question in (Q_USERS, Q_CHANNELS, Q_ACCESS, Q_GROUPS, Q_LAYOUTS, Q_PACKAGES, "listMetadata CustomMetadata"):
        org.answers[question] = nonsense
    org.answers["sobjects/Task/describe"] = {"fields": nonsense}
    org.answers["sobjects/Case/describe"] = nonsense
    found = read(org)
    assert found["fields"].reason == "'Case': Salesforce describes an object without its 'fields'"
    assert data_of(found["packages"]) == {}
    assert [one.data for one in found["fields"].objects] == [{}, {}]


# --- What ends all reading -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stopping", "help_"),
    [
        (error("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded", "limited", 403), ""),
        (error("INVALID_SESSION_ID", "session expired", "unauthorised", 401), ""),
        (
            error("API_DISABLED_FOR_ORG", "the API is not enabled", "forbidden", 403),
            "; the user needs the permission 'API Enabled', and the org an edition that has the API",
        ),
    ],
)
@pytest.mark.parametrize(
    "question", [Q_CALL_CENTERS, "readMetadata CallCenter", Q_CHANNELS, Q_LAYOUTS, "sobjects/Task/describe"]
)
def test_a_limit_a_refused_token_and_an_api_that_is_off_end_the_reading(
    stopping: LiveError, help_: str, question: str
) -> None:
    org = FakeOrg({**answers(), question: stopping})
    with pytest.raises(LiveError) as raised:
        read(org)
    assert (raised.value.cause, raised.value.sentence) == (stopping.cause, f"{stopping.sentence}{help_}")
    assert org.asked[-1].removeprefix("tooling: ").partition(":")[0] == question.partition(":")[0]


# --- Layouts without the Tooling API ---------------------------------------------------------------------------------

PROFILE = """<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
<layoutAssignments><layout>Case-Case Layout</layout></layoutAssignments>
<layoutAssignments><layout>Task-Task Layout</layout></layoutAssignments>
<layoutAssignments><layout>Task-Other</layout><recordType>Task.X</recordType></layoutAssignments></Profile>"""


def test_where_the_tooling_api_refuses_profiles_of_agents_tell_their_layouts() -> None:
    org = FakeOrg({**answers(), Q_LAYOUTS: DENIED, "readMetadata Profile": {"Acme%3A Agent": PROFILE.encode()}})
    reading = read(org, SalesforceWanted({}, ("Acme%3A Agent",)))["task-layouts"]
    assert [one.data for one in reading.objects] == [{"Acme: Agent": "Task-Task Layout"}]
    assert (reading.status, reading.reason) == (
        "partial",
        f"of agents' profiles alone, as the Tooling API refuses: {NO_SETUP}",
    )


def test_where_no_profile_is_declared_there_is_no_other_way() -> None:
    reading = read(FakeOrg({**answers(), Q_LAYOUTS: DENIED}), SalesforceWanted({}))["task-layouts"]
    assert reading == Reading("salesforce", "task-layouts", "forbidden", reason=NO_SETUP)


# --- The second time -------------------------------------------------------------------------------------------------


def known_of(found: Mapping[str, Reading]) -> dict[str, Known]:
    return {kind: Known({one.id: one for one in reading.objects if one.id}) for kind, reading in found.items()}


def metadata_calls(org: FakeOrg) -> list[str]:
    return [one for one in org.asked if one.startswith("readMetadata") and "OmniChannel" not in one]


def test_what_was_not_changed_is_not_read_again() -> None:
    first = read(FakeOrg())
    org = FakeOrg()
    assert read(org, known=known_of(first)) == first
    assert metadata_calls(org) == []


def test_what_was_changed_is_read_again() -> None:
    known = known_of(read(FakeOrg()))
    org = FakeOrg()
    org.answers[Q_CALL_CENTERS][1]["LastModifiedDate"] = "2026-03-02T00:00:00.000+0000"
    org.answers["listMetadata CustomMetadata"][1]["lastModifiedDate"] = "2026-03-02T00:00:00.000Z"
    changed = read(org, known=known)["CallCenter"].objects[0]
    assert (changed.name, changed.changed) == ("Old", "2026-03-02T00:00:00.000Z")
    assert metadata_calls(org) == [
        "readMetadata CallCenter: Old",
        "readMetadata CustomMetadata: ciscocjs__Recording_Setting.Playback",
    ]


def test_a_row_of_the_older_snapshot_is_tried_again() -> None:
    known = known_of(read(FakeOrg({**answers(), "readMetadata CallCenter": DENIED})))
    org = FakeOrg()
    assert read(org, known=known)["CallCenter"].status == "complete"
    assert metadata_calls(org)[0] == "readMetadata CallCenter: WebexCCAgentDesktopV20241121, Old"


def test_what_has_no_time_of_its_change_is_read_again() -> None:
    known = {"CallCenter": Known({"04v1": LiveObject("x", text="old", id="04v1"), "04v2": LiveObject("x", text="old")})}
    org = FakeOrg()
    for callcenter in org.answers[Q_CALL_CENTERS]:
        del callcenter["LastModifiedDate"]
    read(org, known=known)
    assert metadata_calls(org)[0] == "readMetadata CallCenter: WebexCCAgentDesktopV20241121, Old"


# --- What is asked for -----------------------------------------------------------------------------------------------


def project(callcenters: Sequence[bytes], environment: Environment | None) -> Project:
    views = [CallCenter(parse(f"{n}.callCenter-meta.xml", text, "callcenter")) for n, text in enumerate(callcenters)]
    return Project(views, environment)


def environment(**more: Any) -> Environment:
    return Environment("prod", Place(Document("config", "config", Text("")), ()), **more)


def test_what_is_wanted_follows_from_the_call_centers_and_from_the_environment() -> None:
    declared = environment(agent_profiles=("Acme: Agent", "Standard User"), agent_permission_sets=("Acme_Telephony",))
    assert wanted_of(project([CALL_CENTER_FILE], declared)) == SalesforceWanted(
        {
            "Acme_Visit__c": frozenset({"Customer__c", "Phone__c"}),
            "Task": frozenset({"Call_Reason__c", "Live_Notes__c", "Status"}),
            "Case": frozenset({"AccountId", "ContactId", "Origin", "Topic__c"}),
        },
        ("Acme%3A Agent", "Standard"),
    )


@pytest.mark.parametrize("declared", [None, environment(), environment(agent_permission_sets=("Acme_Telephony",))])
def test_without_declared_profiles_none_is_asked_for_by_name(declared: Environment | None) -> None:
    assert wanted_of(project([CALL_CENTER_FILE], declared)).profiles == ()


def test_objects_that_differ_in_case_are_one() -> None:
    shouted = CALL_CENTER_FILE.replace(b"<value>Acme_Visit__c<", b"<value>ACME_VISIT__C<").replace(
        b"Phone__c", b"Fax__c"
    )
    wanted = wanted_of(project([CALL_CENTER_FILE, shouted], None))
    assert wanted.fields["Acme_Visit__c"] == frozenset({"Customer__c", "Phone__c", "Fax__c"})
    assert "ACME_VISIT__C" not in wanted.fields


@pytest.mark.parametrize("name", ["../../Case", "Case/describe?x=", "${OBJECT}", "Case Contact", "Cäse__c"])
def test_what_cannot_be_an_object_is_never_part_of_an_address(name: str) -> None:
    hostile = CALL_CENTER_FILE.replace(b"<value>Acme_Visit__c<", f"<value>{name}<".encode())
    assert sorted(wanted_of(project([hostile], None)).fields) == ["Case", "Task"]


@pytest.mark.parametrize(
    ("text", "soql"),
    [
        ("sfdcOmniChannel", "'sfdcOmniChannel'"),
        ("O'Hara", r"'O\'Hara'"),
        ("a\\' OR Name != '", r"'a\\\' OR Name != \''"),
        ("two\nlines\r", r"'two\nlines\r'"),
        ("", "''"),
    ],
)
def test_texts_are_quoted_as_soql_has_it(text: str, soql: str) -> None:
    assert quoted(text) == soql
