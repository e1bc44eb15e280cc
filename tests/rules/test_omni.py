"""State sync with Omni-Channel: its Apex class, access to it, the settings and the presence statuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.catalog.salesforce_metadata import NAMESPACE

Check = Callable[..., list[Any]]
CONFIG, CRM = ".wxcc-lint.yaml", "crm/callcenter.xml"
CLASS = "force-app/main/default/classes/sfdcOmniChannel.cls"
STATUS = "force-app/main/default/servicePresenceStatuses/{}.servicePresenceStatus-meta.xml"
GOOD = "webservice static String FetchOmniPresenceStatusCodes() { %s }"
QUERY = "return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);"


def config(more: str = "") -> str:
    return f'environments: {{prod: {{files: ["**"]{more and ", "}{more}}}}}\n'


def crm(status: str = "On a call", on: str = "true") -> str:
    values = {
        "isOmniStateSyncEnabled": on,
        "defaultOmniStateForCall": status,
        "defaultOmniStateForOmniChannel": "In a chat",
    }
    return "".join(f'<item name="{name}">{value}</item>' for name, value in values.items())


def v2(status: str = "On a call", on: str = "true") -> str:
    text = render_import(vocabulary("v2").releases[-1])
    for name, value in {
        "enableOmniChannelSync": on,
        "omniChannelNotReadyReason": status,
        "wxCCIdleReasonCode": "In a chat",
    }.items():
        start = text.index(">", text.index(f'name="{name}"')) + 1
        text = text[:start] + value + text[text.index("<", start) :]
    return text


def apex(head: str = "global class sfdcOmniChannel", method: str = GOOD % QUERY) -> str:
    return f"{head} {{\n    {method}\n}}\n"


def component(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n{inner}\n</{root}>\n'


def status(label: str, channels: str = "") -> str:
    return component("ServicePresenceStatus", f"{channels}<label>{label}</label>")


def told(found: list[Any]) -> list[tuple[str, str, str]]:
    words = ("omni", "presence", "hidden", "unknown-agent")
    return [(*one.seen, one.finding.message) for one in found if any(word in one.finding.rule for word in words)]


# The class itself


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        (apex(), []),
        (apex("@Deprecated\nGLOBAL with sharing Class SFDCOMNICHANNEL", (GOOD % QUERY).upper()), []),
        (apex(method=GOOD.replace("String", "System.String") % QUERY), []),
        (apex(method=GOOD % "return Statuses.all();"), []),
        (apex(method=GOOD % "return JSON.serialize(Database.query('SELECT Id FROM ServicePresenceStatus'));"), []),
        (apex(method=GOOD % "return JSON.serialize([SELECT Id FROM User]);"), []),
        (apex("global class sfdcOmniChannel extends Base", ""), []),
        ("(hidden)", []),
        (
            apex("global class sfdcOmni Channel"),
            [("invalid-omni-class-name", "sfdcOmni Channel", "the class name 'sfdcOmni Channel' has a blank in it")],
        ),
        (
            apex("global class sfdcOmniChanel"),
            [
                (
                    "invalid-omni-class-name",
                    "sfdcOmniChanel",
                    "the class is called 'sfdcOmniChanel', but its file 'sfdcOmniChannel'",
                )
            ],
        ),
        (
            apex(method="public 静的 文字列 FetchOmniPresenceStatusCodes() { }"),
            [
                ("unreachable-omni-method", "public", "'FetchOmniPresenceStatusCodes' is public, not webservice"),
                (
                    "unusable-omni-method",
                    "FetchOmniPresenceStatusCodes",
                    "'FetchOmniPresenceStatusCodes' is not static and returns '静的 文字列', not String",
                ),
            ],
        ),
        (
            apex(method=GOOD.replace("()", "(String a)") % QUERY + "\n" + GOOD % QUERY),
            [],
        ),
        (
            apex(method=GOOD.replace("Codes", "Code") % QUERY),
            [
                (
                    "unusable-omni-method",
                    "FetchOmniPresenceStatusCode",
                    (
                        "'FetchOmniPresenceStatusCode' is not the method that the connector calls; "
                        "did you mean 'FetchOmniPresenceStatusCodes'?"
                    ),
                )
            ],
        ),
        (
            apex(method=GOOD % "return x([SELECTId, MasterLabelFROMServicePresenceStatus]);"),
            [("glued-omni-query", "SELECTId", "in 'SELECTId' a blank is missing")],
        ),
        (
            apex(method=GOOD % "return x([SELECT Name FROM ServicePresenceStatus]);"),
            [("incomplete-omni-query", "SELECT", "the query does not ask for 'Id' and 'MasterLabel'")],
        ),
        (
            apex(method=GOOD % ("x([SELECT Id FROM ServicePresenceStatus]);" + QUERY)),
            [],
        ),
        (
            apex("class sfdcOmniChannel", "static String FetchOmniPresenceStatusCodes() { }"),
            [("unreachable-omni-method", "sfdcOmniChannel", "'sfdcOmniChannel' is private, not global")],
        ),
    ],
)
def test_the_class_is_told_at_the_word_that_is_wrong(project_findings: Check, source: str, seen: list[Any]) -> None:
    wanted = [(f"salesforce/{rule}", under, message) for rule, under, message in seen]
    assert told(project_findings({CONFIG: config(), CRM: crm(), CLASS: source})) == wanted


def test_a_class_of_nobody_or_of_a_test_is_left_alone(project_findings: Check) -> None:
    files = {
        "classes/sfdcOmniChannelTest.cls": "@IsTest private class sfdcOmniChannelTest { }",
        "docs/example.cls": apex(),
        "classes/Statuses.cls": "public class Statuses { String FetchOmniPresenceStatusCodes(Integer a) { } }",
    }
    assert told(project_findings(files, "pedantic")) == []


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        (apex("global class sfdcOmni Channel"), apex()),
        (apex("global class sfdcOmniChanel"), apex()),
        (apex(method=GOOD.replace("Codes", "Code") % QUERY), apex()),
        (apex("public class sfdcOmniChannel", (GOOD % QUERY).replace("webservice", "public")), apex()),
        (apex(method=GOOD % QUERY.replace(" FROM", "FROM").replace("T I", "TI")), apex()),
    ],
)
def test_a_fix_makes_the_class_right(project_findings: Check, source: str, mended: str) -> None:
    (found,) = project_findings({CLASS: source})
    assert found.mended == mended


def test_the_file_s_name_is_not_for_a_fix(project_findings: Check) -> None:
    (found,) = project_findings({CLASS.replace("Omni", "Omni "): apex("global class sfdcOmni Channel")})
    assert found.seen == ("salesforce/invalid-omni-class-name", "sfdcOmni Channel")
    assert found.finding.fix is None
    assert found.finding.help == (
        "write sfdcOmniChannel, and name the file sfdcOmniChannel.cls, and the -meta.xml beside it likewise"
    )


@pytest.mark.parametrize(("value", "count"), [("Active", 0), ("Inactive", 1), ("Deleted", 1)])
def test_the_status_beside_the_source(project_findings: Check, value: str, count: int) -> None:
    files = {f"{CLASS}-meta.xml": component("ApexClass", f"<status>{value}</status>")}
    message = f"the status of 'sfdcOmniChannel' is '{value}'"
    assert told(project_findings(files)) == [("salesforce/inactive-omni-class", value, message)] * count


# The class in the project

OTHER = {"classes/Billing.cls": "public class Billing { }"}
MANIFEST = component("Package", "<types><members>*</members><name>ApexClass</name></types>")
MISSING = (
    "project/missing-omni-class",
    "true",
    "state sync needs the Apex class 'sfdcOmniChannel', and the project has none",
)


def test_a_class_is_missed_where_the_project_keeps_classes(project_findings: Check) -> None:
    assert told(project_findings({CONFIG: config(), CRM: crm(), **OTHER})) == [MISSING]


@pytest.mark.parametrize(
    "files",
    [
        {CONFIG: config(), CRM: crm()},
        {CRM: crm(), **OTHER},
        {CONFIG: config(), CRM: crm(on="false"), **OTHER},
        {CONFIG: config(), CRM: v2(), **OTHER},
        {CONFIG: config(), CRM: crm(), **OTHER, CLASS: apex()},
        {CONFIG: config(), CRM: crm(), **OTHER, "classes/ns__sfdcOmniChannel.cls": "(hidden)"},
    ],
    ids=["no classes", "no environment", "off", "version 2", "there", "of a package"],
)
def test_a_class_is_not_missed(project_findings: Check, files: dict[str, str]) -> None:
    assert told(project_findings(files)) == []


@pytest.mark.parametrize(
    ("asked", "is_missed"),
    [("*", True), ("sfdcomnichannel", True), ("Billing", False)],
    ids=["all", "the class", "another"],
)
def test_a_manifest_tells_which_classes_are_kept(project_findings: Check, asked: str, is_missed: bool) -> None:
    manifest = MANIFEST.replace("*", asked)
    found = told(project_findings({CONFIG: config(), CRM: crm(), "manifest/package.xml": manifest}))
    assert found == ([MISSING] if is_missed else [])


def test_a_class_with_nearly_the_name_is_named(project_findings: Check) -> None:
    files = {CONFIG: config(), CRM: crm(), "classes/sdfcOmniChannel.cls": "public class sdfcOmniChannel { }"}
    rule, under, message = MISSING
    assert told(project_findings(files)) == [(rule, under, f"{message}; is 'sdfcOmniChannel' meant to be it?")]


def test_a_class_with_the_method_and_nearly_the_name_is_told_itself(project_findings: Check) -> None:
    near = {"classes/sfdcOmniChanel.cls": apex("global class sfdcOmniChanel")}
    (found,) = project_findings({CONFIG: config(), CRM: crm(), **near})
    assert told([found]) == [
        (
            "project/misspelt-omni-class",
            "sfdcOmniChanel",
            "the connector does not know 'sfdcOmniChanel'; did you mean 'sfdcOmniChannel'?",
        )
    ]
    assert [one.location.path for one in found.finding.related] == [CRM]
    assert told(project_findings({CONFIG: config(), CRM: crm(), CLASS: apex(), **near})) == []


# Access

PROFILE = "force-app/main/default/profiles/{}.profile-meta.xml"
ASKING = "manifest/package.xml"
TOGETHER = component(
    "Package", "".join(f"<types><members>*</members><name>{one}</name></types>" for one in ("ApexClass", "Profile"))
)
NO_ACCESS = "the profile '{}' has no access to the Apex class 'sfdcOmniChannel'"


def access(name: str = "sfdcOmniChannel", enabled: str = "true") -> str:
    return f"<classAccesses><apexClass>{name}</apexClass><enabled>{enabled}</enabled></classAccesses>"


@pytest.mark.parametrize(
    ("name", "profile", "with_class", "under"),
    [
        ("Agent", access(), True, None),
        ("Agent", access("SFDCOmniChannel"), True, None),
        ("Agent", access(enabled="false"), False, "false"),
        ("Agent", access("Billing"), False, "Profile"),
        ("Agent", "<custom>true</custom>", True, "Profile"),
        ("Agent", "<custom>true</custom>", False, None),
        (
            "Agent",
            "<userPermissions><enabled>true</enabled><name>AuthorApex</name></userPermissions>",
            True,
            None,
        ),
        (
            "Agent",
            "<userPermissions><enabled>false</enabled><name>AuthorApex</name></userPermissions>",
            True,
            "Profile",
        ),
        ("Admin", "<custom>false</custom>", True, None),
    ],
)
def test_access_of_a_profile(
    project_findings: Check, name: str, profile: str, with_class: bool, under: str | None
) -> None:
    declared = {"Admin": "System Administrator"}.get(name, name)
    files = {
        CONFIG: config(f"agent-profiles: [{declared}]"),
        CRM: crm(),
        PROFILE.format(name): component("Profile", profile),
    }
    files |= {CLASS: apex(), ASKING: TOGETHER} if with_class else {}
    wanted = [("project/omni-class-without-access", under, NO_ACCESS.format(name))] if under else []
    assert told(project_findings(files)) == wanted
    assert told(project_findings({**files, CRM: crm(on="false")})) == []


def test_a_profile_without_classes_says_nothing_of_one_that_it_was_not_retrieved_with(project_findings: Check) -> None:
    apart = component("Package", "<types><members>*</members><name>Profile</name></types>")
    files = {
        CONFIG: config("agent-profiles: [Agent]"),
        CRM: crm(),
        CLASS: apex(),
        PROFILE.format("Agent"): component("Profile", "<custom>true</custom>"),
    }
    assert told(project_findings(files)) == []
    assert told(project_findings({**files, ASKING: apart})) == []
    assert [one[0] for one in told(project_findings({**files, ASKING: TOGETHER}))] == [
        "project/omni-class-without-access"
    ]


@pytest.mark.parametrize("profile", [access("Billing"), "<custom>true</custom>"], ids=["with classes", "without"])
@pytest.mark.parametrize(
    ("classes", "profiles", "is_told"),
    [
        (["*"], ["Agent"], True),
        (["Billing", "sfdcOmniChannel"], ["Standard", "agent"], True),
        (["Billing"], ["Agent"], False),
        (["Billing"], ["*"], False),
    ],
    ids=["all classes", "by name", "another class", "another class and all profiles"],
)
def test_a_profile_tells_of_the_classes_that_the_manifest_names_beside_it(
    project_findings: Check, profile: str, classes: list[str], profiles: list[str], is_told: bool
) -> None:
    types = {"ApexClass": classes, "Profile": profiles}
    asked = [
        f"<types>{''.join(f'<members>{one}</members>' for one in members)}<name>{name}</name></types>"
        for name, members in types.items()
    ]
    files = {
        CONFIG: config("agent-profiles: [Agent]"),
        CRM: crm(),
        CLASS: apex(),
        PROFILE.format("Agent"): component("Profile", profile),
        ASKING: component("Package", "".join(asked)),
    }
    wanted = [("project/omni-class-without-access", "Profile", NO_ACCESS.format("Agent"))] if is_told else []
    assert told(project_findings(files)) == wanted


def test_what_a_manifest_asks_of_other_profiles_says_nothing_of_this_one(project_findings: Check) -> None:
    others = TOGETHER.replace("*", "Billing", 1).replace("*", "Other", 1)
    files = {
        CONFIG: config("agent-profiles: [Agent]"),
        CRM: crm(),
        CLASS: apex(),
        PROFILE.format("Agent"): component("Profile", access("Billing")),
        ASKING: others,
    }
    assert told(project_findings(files)) == [
        ("project/omni-class-without-access", "Profile", NO_ACCESS.format("Agent"))
    ]


def test_a_manifest_has_the_punctuation_of_a_profile_s_name_encoded(project_findings: Check) -> None:
    files = {
        CONFIG: config('agent-profiles: ["Agent (EU)"]'),
        CRM: crm(),
        CLASS: apex(),
        PROFILE.format("Agent %28EU%29"): component("Profile", access("Billing")),
        ASKING: TOGETHER.replace("*", "Billing", 1).replace("*", "Agent %28EU%29", 1),
    }
    assert told(project_findings(files)) == []


def test_profiles_without_files_may_give_what_a_permission_set_does_not(project_findings: Check) -> None:
    set_ = {"p/permissionsets/Softphone.permissionset": component("PermissionSet", access("Billing"))}
    files = {CRM: crm(), CLASS: apex(), **set_}
    assert (
        told(project_findings({CONFIG: config("agent-profiles: [A], agent-permission-sets: [Softphone]"), **files}))
        == []
    )
    assert told(project_findings({CONFIG: config("agent-permission-sets: [Softphone]"), **files})) == [
        (
            "project/omni-class-without-access",
            "PermissionSet",
            "the permission set 'Softphone' has no access to the Apex class 'sfdcOmniChannel'",
        )
    ]


@pytest.mark.parametrize("named", [(), (CRM, PROFILE.format("Agent"))], ids=["everything", "files by name"])
@pytest.mark.parametrize(("inner", "is_told"), [("<label>Phone</label>", True), (access(), False)])
def test_a_group_leaves_to_profiles_what_none_of_its_permission_sets_gives(
    project_findings: Check, inner: str, is_told: bool, named: tuple[str, ...]
) -> None:
    files = {
        CONFIG: config("agent-profiles: [Agent], agent-permission-sets: [Agents]"),
        CRM: crm(),
        CLASS: apex(),
        "a/permissionsets/Phone.permissionset-meta.xml": component("PermissionSet", inner),
        "b/permissionsetgroups/Agents.permissionsetgroup-meta.xml": component(
            "PermissionSetGroup", "<label>A</label><permissionSets>Phone</permissionSets>"
        ),
        PROFILE.format("Agent"): component("Profile", access("Billing")),
    }
    wanted = [("project/omni-class-without-access", "Profile", NO_ACCESS.format("Agent"))] if is_told else []
    assert told(project_findings(files, named=named)) == wanted


def test_a_profile_in_two_package_directories_gives_what_either_gives(project_findings: Check) -> None:
    files = {
        CONFIG: config("agent-profiles: [Agent]"),
        CRM: crm(),
        CLASS: apex(),
        "force-a/profiles/Agent.profile-meta.xml": component("Profile", access(enabled="false")),
        "force-b/profiles/Agent.profile-meta.xml": component("Profile", access()),
    }
    assert told(project_findings(files)) == []


def test_access_to_a_class_that_is_missing_is_no_second_finding(project_findings: Check) -> None:
    files = {
        CONFIG: config("agent-profiles: [Agent]"),
        CRM: crm(),
        CLASS.replace("sfdcOmniChannel", "Billing"): apex("public class Billing"),
        PROFILE.format("Agent"): component("Profile", access("Billing")),
    }
    assert [one[0] for one in told(project_findings(files))] == ["project/missing-omni-class"]


def test_a_description_without_its_class_is_no_class(project_findings: Check) -> None:
    files = {CONFIG: config(), CRM: crm(), f"{CLASS}-meta.xml": component("ApexClass", "<status>Active</status>")}
    assert [one[0] for one in told(project_findings(files))] == ["project/missing-omni-class"]


# Settings and statuses


@pytest.mark.parametrize("definition", [crm(), v2()], ids=["v1", "v2"])
@pytest.mark.parametrize(
    ("inner", "under"),
    [
        ("<enableOmniChannel>true</enableOmniChannel>", None),
        ("<enableOmniChannel> false </enableOmniChannel>", "false"),
        ("<enableOmniAutoLoginPrompt>false</enableOmniAutoLoginPrompt>", None),
    ],
)
def test_omni_channel_must_be_on(project_findings: Check, definition: str, inner: str, under: str | None) -> None:
    file = "force-app/main/default/settings/OmniChannel.settings-meta.xml"
    files = {CRM: definition, file: component("OmniChannelSettings", inner)}
    found = project_findings({CONFIG: config(), **files})
    assert [one.seen for one in found] == ([("project/disabled-omni-channel", under)] if under else [])
    assert all(one.mended == files[file].replace("false", "true") for one in found)


def test_without_sync_or_environment_nothing_is_told(project_findings: Check) -> None:
    file = "force-app/main/default/settings/OmniChannel.settings-meta.xml"
    off = component("OmniChannelSettings", "<enableOmniChannel>false</enableOmniChannel>")
    assert project_findings({CRM: crm(), file: off, STATUS.format("Busy"): status("Busy")}) == []
    assert project_findings({CRM: crm("Busy"), STATUS.format("Busy"): status("Busy", CHANNELS)}) == []
    files = {CONFIG: config(), CRM: crm("Nothing", on="false"), file: off, STATUS.format("Busy"): status("Busy")}
    assert told(project_findings(files)) == []


LABEL = "'Default idle code when on voice call' is '{}', which is the label of no presence status"


@pytest.mark.parametrize(
    ("value", "message", "meant"),
    [
        ("On a call", None, None),
        ("on a Call", "'on a Call' differs from the presence status 'On a call' in upper and lower case", "On a call"),
        (
            "Calling",
            "'Calling' is the developer name of a presence status, and the connector looks for its label 'On a call'",
            "On a call",
        ),
        ("On a cal", LABEL.format("On a cal") + "; did you mean 'On a call'?", "On a call"),
        ("Wrap-up", LABEL.format("Wrap-up"), None),
        ("${STATUS}", None, None),
    ],
)
def test_a_status_is_looked_for_by_its_label(
    project_findings: Check, value: str, message: str | None, meant: str | None
) -> None:
    files = {CONFIG: config(), CRM: crm(value), STATUS.format("Calling"): status("On a call")}
    found = [one for one in project_findings(files) if "presence" in one.finding.rule]
    assert told(found) == ([("project/unknown-presence-status", value, message)] if message else [])
    for one in found:
        assert (f">{meant}<" in one.mended) is (meant is not None)
        assert (one.finding.fix is None) is (meant is None)


@pytest.mark.parametrize(("value", "count"), [("On a call", 0), ("Calling", 0), ("calling", 1), ("Wrap-up", 1)])
def test_version_2_may_look_for_either_name(project_findings: Check, value: str, count: int) -> None:
    files = {CONFIG: config(), CRM: v2(value), STATUS.format("Calling"): status("On a call")}
    assert [under for _, under, _ in told(project_findings(files))] == [value] * count


def test_a_shipped_status_that_does_not_exist_is_told_once(project_findings: Check) -> None:
    shipped = '<item name="isOmniStateSyncEnabled">true</item>'
    found = project_findings({CONFIG: config(), CRM: shipped, STATUS.format("Busy"): status("Busy")})
    assert [one.seen for one in found] == [("project/unknown-presence-status", "Not Ready")]


@pytest.mark.parametrize("definition", [crm, v2])
@pytest.mark.parametrize(
    ("written", "hidden", "safe"),
    [("On\u00a0a call", "no-break space", False), ("On a call\u200b", "zero width space", True)],
)
def test_a_status_with_a_character_that_nobody_sees(
    project_findings: Check, definition: Callable[..., str], written: str, hidden: str, safe: bool
) -> None:
    (found,) = project_findings({CONFIG: config(), CRM: definition(written), STATUS.format("X"): status("On a call")})
    assert found.seen == ("callcenter/hidden-character-in-status", written)
    assert found.finding.message.startswith(f"there is a {hidden} in 'On a call' of ")
    assert found.finding.fix.safe is safe
    files = {CONFIG: config(), CRM: found.mended, STATUS.format("X"): status("On a call")}
    assert project_findings(files) == []


@pytest.mark.parametrize(
    "definition", [crm("On\u00a0a call", on="false"), crm("着信\u3000中"), crm("می\u200cروم"), crm(" On a call\u00a0")]
)
def test_a_status_whose_characters_do_no_harm(project_findings: Check, definition: str) -> None:
    assert told(project_findings({CONFIG: config(), CRM: definition})) == []


CHANNELS = "<channels><channel>chat</channel><channel>case</channel></channels>"


@pytest.mark.parametrize("definition", [crm("Available"), v2("Available")], ids=["v1", "v2"])
def test_a_status_with_channels_keeps_agents_available(project_findings: Check, definition: str) -> None:
    files = {CONFIG: config(), CRM: definition, STATUS.format("Available"): status("Available", CHANNELS)}
    (found,) = project_findings(files)
    assert found.seen == ("project/presence-status-with-channels", "Available")
    assert [(one.location.path, one.message) for one in found.finding.related] == [
        (STATUS.format("Available"), "work of this channel")
    ]


# Agents that do not exist


@pytest.mark.parametrize(
    ("declared", "files", "seen"),
    [
        (
            "agent-profiles: [Agnet]",
            {PROFILE.format("Agent"): component("Profile", "")},
            ("Agnet", "the project has no file of the profile 'Agnet'; did you mean 'Agent'?"),
        ),
        (
            "agent-permission-sets: [Softphone, Nobody]",
            {"p/permissionsets/Softphone.permissionset": component("PermissionSet", "")},
            ("Nobody", "the project has no file of the permission set 'Nobody'"),
        ),
        ("agent-profiles: [Agnet]", {"p/permissionsets/A.permissionset": component("PermissionSet", "")}, None),
        ("agent-profiles: [Agnet]", {ASKING: TOGETHER}, None),
        ("agent-profiles: [Standard User]", {PROFILE.format("Standard"): component("Profile", "")}, None),
        (
            "agent-profiles: [Agent]",
            {PROFILE.format("Agent"): component("Profile", "<a>"), PROFILE.format("Other"): component("Profile", "")},
            None,
        ),
        (
            "agent-permission-sets: [Agents]",
            {
                "p/permissionsetgroups/Agents.permissionsetgroup": component("PermissionSetGroup", ""),
                "p/permissionsets/A.permissionset": component("PermissionSet", ""),
            },
            None,
        ),
    ],
)
def test_a_declared_agent_without_a_file(
    project_findings: Check, declared: str, files: dict[str, str], seen: tuple[str, str] | None
) -> None:
    found = told(project_findings({CONFIG: config(declared), CRM: crm(on="false"), **files}))
    assert found == ([("project/unknown-agent", *seen)] if seen else [])
