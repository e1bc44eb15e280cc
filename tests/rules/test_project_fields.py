"""What call centers write to, against the fields, values and permissions that the files of a project define."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any

import pytest

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE
from wxcc_lint.example_base import complete

Check = Callable[..., list[Any]]
CONFIG, CRM = ".wxcc-lint.yaml", "crm/callcenter.xml"
RULES = {
    "salesforce/misplaced-activity-field",
    "project/read-only-custom-field",
    "project/uneditable-custom-field",
    "project/unfit-live-notes-field",
    "project/unknown-custom-field",
    "project/unknown-custom-object",
    "project/unknown-picklist-value",
}


def config(more: str = "") -> str:
    return f'environments: {{prod: {{files: ["**"]{more and ", "}{more}}}}}\n'


def item(**values: str) -> str:
    return "".join(f'<item name="{name}">{escape(value, quote=False)}</item>' for name, value in values.items())


def activity(*fields: str, constant: str = "") -> str:
    """Write fields of the call activity, from a variable or a constant."""
    rows = [
        {
            "CadFieldName": "" if constant else "Reason",
            "SalesforceFieldName": field,
            "isDefaultValueEnabled": bool(constant),
            "defaultFieldValue": constant,
        }
        for field in fields
    ]
    return item(reqIsCadVariableUpdatedToActivity="true", CadSalesforceFieldMapping1=json.dumps(rows))


def notes(field: str, *, on: str = "true") -> str:
    return item(isCallNotesEnabled=on, sfdcFieldForcallNotes=field)


def metadata(root: str, inner: str) -> str:
    return f'<{root} xmlns="{NAMESPACE}">{inner}</{root}>\n'


def field(path: str, inner: str = "<type>Text</type><length>80</length>") -> dict[str, str]:
    owner, name = path.split(".")
    text = metadata("CustomField", f"<fullName>{name}</fullName>{inner}")
    return {f"force-app/main/default/objects/{owner}/fields/{name}.field-meta.xml": text}


def role(kind: str, name: str, **editable: str) -> dict[str, str]:
    """Return a profile or permission set; the names of fields have two underscores for the dot behind the object."""
    entries = "".join(
        f"<fieldPermissions><editable>{value}</editable><field>{field.replace('_', '.', 1)}</field></fieldPermissions>"
        for field, value in editable.items()
    )
    folder = {"Profile": "profiles", "PermissionSet": "permissionsets"}[kind]
    suffix = kind.lower()
    return {f"force-app/main/default/{folder}/{name}.{suffix}-meta.xml": metadata(kind, entries)}


def seen(found: list[Any]) -> list[tuple[str, str, str]]:
    return [
        (one.finding.rule.partition("/")[2], one.under, one.finding.message)
        for one in found
        if one.finding.rule in RULES
    ]


def labels(found: Any) -> list[tuple[str, str]]:
    return [(one.location.path.rpartition("/")[2], one.message) for one in found.finding.related]


# Fields that are not there

MISSING = ("unknown-custom-field", '"Tier__c"', "the project has no field 'Tier__c' of Task")


def test_a_field_is_missed_where_the_project_keeps_fields_of_the_object(project_findings: Check) -> None:
    (found,) = project_findings({CONFIG: config(), CRM: activity("Tier__c"), **field("Activity.Call_Reason__c")})
    assert seen([found]) == [MISSING]
    assert found.finding.fix is None
    assert found.finding.help == "add the field to Task, or write to one that it has"


@pytest.mark.parametrize(
    "others",
    [{}, field("Case.Call_Reason__c"), field("Activity.acme__Call_Reason__c"), field("Activity.TIER__C")],
    ids=["no fields", "fields of another object", "fields of a package", "the field in another case"],
)
def test_nothing_is_missed_elsewhere(project_findings: Check, others: dict[str, str]) -> None:
    assert seen(project_findings({CONFIG: config(), CRM: activity("Tier__c"), **others})) == []


def test_files_of_no_environment_are_not_compared(project_findings: Check) -> None:
    sum_field = field("Activity.Sum__c", "<type>Summary</type>")
    tier = field("Activity.Tier__c", f"<type>Picklist</type>{OPEN}")
    text = activity("Missing__c", "Sum__c", "Tier__c", constant="Platinum") + notes("Short__c") + popping("Order__c")
    files = {CRM: text, **sum_field, **tier, **field("Activity.Short__c"), **OBJECT}
    assert seen(project_findings(files)) == []
    rules = [rule for rule, _, _ in seen(project_findings({CONFIG: config(), **files}))]
    assert rules == [
        "unknown-custom-object",
        "unfit-live-notes-field",
        "unknown-custom-field",
        "read-only-custom-field",
        "unknown-picklist-value",
    ]


def test_what_is_switched_off_and_what_comes_with_a_package_is_not_missed(project_findings: Check) -> None:
    files = {CONFIG: config(), CRM: activity("ciscocjs__Contact_Type__c"), **field("Activity.Other__c")}
    assert seen(project_findings(files)) == []
    files[CRM] = notes("Tier__c", on="false") + item(reqIsCadVariableUpdatedToActivity="false")
    assert seen(project_findings(files)) == []


def test_a_file_that_cannot_be_read_may_hold_the_field(project_findings: Check) -> None:
    files = {CONFIG: config(), CRM: activity("Tier__c"), **field("Activity.Other__c")}
    broken = {name: text.replace("</CustomField>", "") for name, text in field("Activity.Broken__c").items()}
    assert seen(project_findings({**files, **broken})) == []


def test_a_name_that_is_nearly_right_is_mended(project_findings: Check) -> None:
    (found,) = project_findings({CONFIG: config(), CRM: activity("Teir__c"), **field("Activity.Tier__c")})
    assert seen([found]) == [
        (
            "unknown-custom-field",
            '"Teir__c"',
            "the project has no field 'Teir__c' of Task; did you mean 'Tier__c'?",
        )
    ]
    assert labels(found) == [("Tier__c.field-meta.xml", "the field with nearly this name")]
    assert '"SalesforceFieldName": "Tier__c"' in found.mended


def test_the_field_of_another_object_is_named(project_findings: Check) -> None:
    files = {CONFIG: config(), CRM: notes("Notes__c"), **field("Activity.Other__c"), **field("Case.Notes__c")}
    (found,) = project_findings(files)
    assert seen([found]) == [("unknown-custom-field", "Notes__c", "'Notes__c' is a field of Case, not of Task")]
    assert labels(found) == [("Notes__c.field-meta.xml", "the field of Case")]


def test_a_field_list_of_version_2_is_compared_as_well(project_findings: Check) -> None:
    listed = '<section name="wxCCCallActivity"><item name="objectFieldMapping">Tier__c={Tier}</item></section>'
    text = complete(listed, generation="v2")
    found = project_findings({CONFIG: config(), CRM: text, **field("Activity.Other__c")})
    assert seen(found) == [("unknown-custom-field", "Tier__c", "the project has no field 'Tier__c' of Task")]


def test_the_object_of_the_screen_pop_decides_whose_field_it_is(project_findings: Check) -> None:
    rows = [
        {
            "wxccFieldName": "Tier",
            "sfdcFieldName": "Tier__c",
            "isDefaultValueEnabled": "false",
            "isConditionalEnabled": "false",
        }
    ]
    pop = item(
        isNoRecordMatchScenarioEnabled="true",
        nameOfCrmRecordObject="Visit__c",
        sfdcObjetFieldCadVariableMappings1=json.dumps(rows),
    )
    files = {CONFIG: config(), CRM: pop, **field("Visit__c.Other__c"), **field("Contact.Tier__c")}
    assert seen(project_findings(files)) == [
        ("unknown-custom-field", '"Tier__c"', "'Tier__c' is a field of Contact, not of Visit__c")
    ]


# Objects


def popping(name: str) -> str:
    return item(
        isNoRecordMatchScenarioEnabled="true", nameOfCrmRecordObject=name, sfdcObjetFieldCadVariableMappings1=ROW
    )


ROW = '[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone__c","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]'
OBJECT = {"src/objects/Visit__c.object": metadata("CustomObject", "<label>Visit</label>")}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Visits__c", "the project has no object 'Visits__c'; did you mean 'Visit__c'?"),
        ("Order_Item__c", "the project has no object 'Order_Item__c'"),
        ("VISIT__c", None),
        ("acme__Order__c", None),
        ("Contact", None),
    ],
)
def test_a_custom_object_is_one_of_the_projects(project_findings: Check, name: str, expected: str | None) -> None:
    found = seen(project_findings({CONFIG: config(), CRM: popping(name), **OBJECT}))
    assert found == ([("unknown-custom-object", name, expected)] if expected else [])


def test_no_object_is_missed_where_the_project_has_none_or_has_its_fields(project_findings: Check) -> None:
    standard = {"src/objects/Case.object": metadata("CustomObject", "<label>Case</label>")}
    assert seen(project_findings({CONFIG: config(), CRM: popping("Order__c"), **standard})) == []
    files = {CONFIG: config(), CRM: popping("Order__c"), **OBJECT, **field("Order__c.Phone__c")}
    assert seen(project_findings(files)) == []


# Fields that fill themselves in


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ("<type>Text</type><formula>Subject</formula>", "a formula"),
        ("<type>AutoNumber</type>", "an auto-number"),
        ("<type>Summary</type>", "a roll-up summary"),
    ],
)
def test_a_field_that_fills_itself_in_cannot_be_written(project_findings: Check, inner: str, what: str) -> None:
    (found,) = project_findings({CONFIG: config(), CRM: notes("sum__c"), **field("Activity.Sum__c", inner)})
    message = f"'sum__c' of Task is {what}: nothing can be written to it"
    assert seen([found]) == [("read-only-custom-field", "sum__c", message)]
    assert found.finding.severity == "error"
    assert labels(found) == [("Sum__c.field-meta.xml", f"this is {what}")]


# Values of picklists

TIERS = "".join(
    f"<value><fullName>{name}</fullName><label>{label}</label>{more}</value>"
    for name, label, more in [
        ("GLD", "Gold", ""),
        ("SLV", "Silver", "<isActive>false</isActive>"),
    ]
)
RESTRICTED = f"<valueSet><restricted>true</restricted><valueSetDefinition>{TIERS}</valueSetDefinition></valueSet>"
OPEN = f"<valueSet><valueSetDefinition>{TIERS}</valueSetDefinition></valueSet>"


@pytest.mark.parametrize(
    ("values", "text", "message", "help_"),
    [
        (
            RESTRICTED,
            "Gold",
            "'Gold' is not a value in the picklist 'Tier__c' of Task; did you mean 'GLD'?",
            "Salesforce refuses the record: write a value that it has, or add 'Gold' to the picklist",
        ),
        (
            OPEN,
            "SLV",
            "'SLV' is switched off in the picklist 'Tier__c' of Task",
            "no list offers it: write a value that it has, or add 'SLV' to the picklist",
        ),
        (
            OPEN,
            "Platinum",
            "'Platinum' is not a value in the picklist 'Tier__c' of Task",
            "no list offers it: write a value that it has, or add 'Platinum' to the picklist",
        ),
    ],
)
def test_a_constant_is_one_of_the_values(
    project_findings: Check, values: str, text: str, message: str, help_: str
) -> None:
    files = {CONFIG: config(), CRM: activity("Tier__c", constant=text)}
    (found,) = project_findings({**files, **field("Activity.Tier__c", f"<type>Picklist</type>{values}")})
    assert seen([found]) == [("unknown-picklist-value", f'"{text}"', message)]
    assert found.finding.help == help_


@pytest.mark.parametrize(("values", "text"), [(OPEN, "Gold"), (OPEN, "gld"), (RESTRICTED, "GLD")])
def test_a_value_is_fine_and_where_the_picklist_is_open_its_label_too(
    project_findings: Check, values: str, text: str
) -> None:
    files = {CONFIG: config(), CRM: activity("Tier__c", constant=text)}
    assert project_findings({**files, **field("Activity.Tier__c", f"<type>Picklist</type>{values}")}) == []


def test_a_constant_that_is_switched_off_is_not_written(project_findings: Check) -> None:
    text = activity("Tier__c", constant="Platinum").replace("true}", "false}").replace(": true", ": false")
    files = {CONFIG: config(), CRM: text, **field("Activity.Tier__c", f"<type>Picklist</type>{OPEN}")}
    assert seen(project_findings(files)) == []


def test_conditions_are_read_for_their_own_variable(project_findings: Check) -> None:
    rows = [
        {
            "wxccFieldName": variable,
            "sfdcFieldName": name,
            "isDefaultValueEnabled": "false",
            "isConditionalEnabled": "true",
        }
        for variable, name in [("Segment", "Tier__c"), ("Language", "Language__c")]
    ]
    results = [("Segment", "GLD"), ("Segment", "Platinum"), ("Language", "English")]
    conditions = [
        {"WxCCFieldName": variable, "wxccFieldValue": result[0], "sfdcFieldValue": result}
        for variable, result in results
    ]
    pop = item(
        isNoRecordMatchScenarioEnabled="true",
        sfdcObjetFieldCadVariableMappings1=json.dumps(rows),
        sfdcObjectFieldConditionalMappings1=json.dumps(conditions),
    )
    tier = field("Contact.Tier__c", f"<type>Picklist</type>{RESTRICTED}")
    files = {CONFIG: config(), CRM: pop, **tier, **field("Contact.Language__c")}
    message = "'Platinum' is not a value in the picklist 'Tier__c' of Contact"
    assert seen(project_findings(files)) == [("unknown-picklist-value", '"Platinum"', message)]


def test_of_several_values_the_wrong_one_is_told_and_none_is_replaced(project_findings: Check) -> None:
    files = {CONFIG: config(), CRM: activity("Tier__c", constant="GLD;GLDN")}
    (found,) = project_findings({**files, **field("Activity.Tier__c", f"<type>MultiselectPicklist</type>{OPEN}")})
    message = "'GLDN' is not a value in the picklist 'Tier__c' of Task; did you mean 'GLD'?"
    assert seen([found]) == [("unknown-picklist-value", '"GLD;GLDN"', message)]
    assert found.finding.fix is None


# Field-level security

REASON = field("Activity.Reason__c")
LABEL = ("callcenter.xml", "the field is written to here")


def denied(project_findings: Check, roles: dict[str, str], agents: str, fields: dict[str, str] = REASON) -> list[Any]:
    found = project_findings({CONFIG: config(agents), CRM: activity("Reason__c"), **fields, **roles})
    return [one for one in found if one.finding.rule == "project/uneditable-custom-field"]


def test_a_profile_that_denies_the_field_is_told_at_the_word(project_findings: Check) -> None:
    (found,) = denied(project_findings, role("Profile", "Agent", Task_Reason__c="false"), "agent-profiles: [Agent]")
    message = "agents with the profile 'Agent' may not edit 'Reason__c' of Task"
    assert seen([found]) == [("uneditable-custom-field", "false", message)]
    assert labels(found) == [LABEL]


def test_each_profile_needs_the_permission(project_findings: Check) -> None:
    roles = {
        **role("Profile", "Agent", Task_Reason__c="false"),
        **role("Profile", "Lead", Task_Other__c="true"),
        **role("Profile", "Boss", Event_Reason__c="true"),
    }
    (found,) = denied(project_findings, roles, "agent-profiles: [Boss, Lead, Agent]")
    message = "agents with the profile 'Lead' and the profile 'Agent' may not edit 'Reason__c' of Task"
    assert seen([found]) == [("uneditable-custom-field", "false", message)]
    assert labels(found) == [LABEL]


def test_one_permission_set_is_enough(project_findings: Check) -> None:
    roles = {
        **role("Profile", "Agent", Task_Reason__c="false"),
        **role("PermissionSet", "Calls", Activity_reason__c="true"),
    }
    agents = "agent-profiles: [Agent], agent-permission-sets: [Calls]"
    assert denied(project_findings, roles, agents) == []


def test_a_permission_set_that_knows_nothing_of_the_object_gives_nothing(project_findings: Check) -> None:
    roles = {
        **role("Profile", "Agent", Task_Reason__c="false"),
        **role("PermissionSet", "Calls", Case_Reason__c="true"),
    }
    agents = "agent-profiles: [Agent], agent-permission-sets: [Calls]"
    assert [one.under for one in denied(project_findings, roles, agents)] == ["false"]


def test_a_permission_that_nobody_mentions_is_told_where_the_field_is_written(project_findings: Check) -> None:
    roles = role("PermissionSet", "Calls", Task_Other__c="true")
    (found,) = denied(project_findings, roles, "agent-permission-sets: [Calls]")
    message = "agents with the permission set 'Calls' may not edit 'Reason__c' of Task"
    assert seen([found]) == [("uneditable-custom-field", '"Reason__c"', message)]
    assert labels(found) == []


@pytest.mark.parametrize(
    ("roles", "agents"),
    [
        (role("Profile", "Agent", Case_Reason__c="true"), "agent-profiles: [Agent]"),
        (
            role("Profile", "Agent", Case_Reason__c="true") | role("PermissionSet", "Calls", Task_Other__c="true"),
            "agent-profiles: [Agent], agent-permission-sets: [Calls]",
        ),
        (role("PermissionSet", "Calls", Case_Reason__c="true"), "agent-permission-sets: [Calls]"),
        (role("Profile", "Agent", Task_Reason__c="false"), "agent-profiles: [Other]"),
        (role("Profile", "Agent", Task_Reason__c="false"), "region: eu1"),
    ],
    ids=["nobody knows the object", "the profile does not", "the set does not", "not an agent's", "no agents declared"],
)
def test_what_was_not_retrieved_is_not_judged(project_findings: Check, roles: dict[str, str], agents: str) -> None:
    assert denied(project_findings, roles, agents) == []


@pytest.mark.parametrize(
    "inner",
    ["<type>Text</type><required>true</required>", "<type>MasterDetail</type>", "<type>Summary</type>"],
)
def test_some_fields_have_no_permissions(project_findings: Check, inner: str) -> None:
    roles = role("Profile", "Agent", Task_Other__c="true")
    assert denied(project_findings, roles, "agent-profiles: [Agent]", field("Activity.Reason__c", inner)) == []


def test_a_field_that_is_written_twice_is_told_once(project_findings: Check) -> None:
    roles = role("Profile", "Agent", Task_Reason__c="false")
    text = activity("Reason__c") + notes("Reason__c")
    files = {CONFIG: config("agent-profiles: [Agent]"), CRM: text, **REASON, **roles}
    found = [one for one in project_findings(files) if one.finding.rule == "project/uneditable-custom-field"]
    assert len(found) == 1


def test_of_an_activity_the_permission_for_its_own_name_counts(project_findings: Check) -> None:
    roles = role("PermissionSet", "Calls", Event_Reason__c="true", Task_Reason__c="false")
    (found,) = denied(project_findings, roles, "agent-permission-sets: [Calls]")
    assert (found.under, found.finding.location.column) == ("false", 184)
    assert (
        denied(
            project_findings, role("PermissionSet", "Calls", Event_Reason__c="true"), "agent-permission-sets: [Calls]"
        )
        == []
    )


# Live notes


@pytest.mark.parametrize(
    ("inner", "fault"),
    [
        ("<type>Text</type><length>254</length>", "has room for 254 characters"),
        ("<type>EncryptedText</type><length>175</length>", "has room for 175 characters"),
        ("<type>Picklist</type>", "is of type 'Picklist'"),
        ("<type>Text</type><length>255</length>", None),
        ("<type>TextArea</type>", None),
        ("<type>LongTextArea</type><length>32768</length>", None),
        ("<type>Html</type><length>32768</length>", None),
        ("", None),
    ],
)
def test_live_notes_need_room(project_findings: Check, inner: str, fault: str | None) -> None:
    found = project_findings({CONFIG: config(), CRM: notes("Notes__c"), **field("Activity.Notes__c", inner)})
    message = f"'Notes__c' of Task {fault}: live notes do not fit"
    assert seen(found) == ([("unfit-live-notes-field", "Notes__c", message)] if fault else [])


@pytest.mark.parametrize(("name", "fits"), [("Description", True), ("Subject", True), ("Status", False)])
def test_a_standard_field_for_live_notes_is_judged_without_an_environment(
    project_findings: Check, name: str, *, fits: bool
) -> None:
    message = f"'{name}' of Task is no field for long texts: live notes do not fit"
    expected = [] if fits else [("unfit-live-notes-field", name, message)]
    assert seen(project_findings({CRM: notes(name)})) == expected


# Where fields are defined


def test_fields_that_packages_and_salesforce_bring_are_left_where_they_are(project_findings: Check) -> None:
    files = {**field("Task.Status"), **field("Task.acme__Reason__c"), **field("Case.Reason__c")}
    assert project_findings(files) == []


def test_a_folder_in_lower_case_is_the_same_object(project_findings: Check) -> None:
    assert [one.seen for one in project_findings(field("event.Tier__c"))] == [
        ("salesforce/misplaced-activity-field", "Tier__c")
    ]


def test_a_misplaced_field_is_one_finding_though_it_is_written_to(project_findings: Check) -> None:
    files = {CONFIG: config(), CRM: activity("Tier__c"), **field("Task.Tier__c"), **field("Activity.Other__c")}
    (found,) = project_findings(files)
    message = "Task has no custom fields of its own: 'Tier__c' has to be a field of Activity"
    assert seen([found]) == [("misplaced-activity-field", "Tier__c", message)]
    assert found.finding.help == "move the file to objects/Activity/fields; tasks and events have it then"


# The project's own namespace

NAMESPACED = {
    "sfdx-project.json": json.dumps({"packageDirectories": [{"path": "force-app"}], "namespace": "acme"}),
    **field("Activity.Reason__c"),
}
OF_AGENTS = "agent-profiles: [Agent]"


@pytest.mark.parametrize("written", ["Reason__c", "acme__Reason__c", "ACME__reason__c"])
@pytest.mark.parametrize("permitted", ["Task_Reason__c", "Task_acme__Reason__c", "Activity_acme__Reason__c"])
@pytest.mark.parametrize("editable", ["true", "false"])
def test_a_field_is_the_same_with_the_projects_namespace(
    project_findings: Check, written: str, permitted: str, editable: str
) -> None:
    roles = role("Profile", "Agent", Task_Other__c="true", **{permitted: editable})
    found = seen(project_findings({CONFIG: config(OF_AGENTS), CRM: activity(written), **NAMESPACED, **roles}))
    message = f"agents with the profile 'Agent' may not edit '{written}' of Task"
    assert found == ([] if editable == "true" else [("uneditable-custom-field", "false", message)])


def test_a_namespaced_object_has_its_permissions_under_both_names(project_findings: Check) -> None:
    fields = NAMESPACED | field("Visit__c.Phone__c")
    files = {CONFIG: config(OF_AGENTS), CRM: popping("acme__Visit__c"), **fields}
    for name in ("acme__Visit__c_Phone__c", "Visit__c_Phone__c"):
        entry = f"<editable>false</editable><field>{name.replace('c_P', 'c.P')}</field>"
        roles = {
            "profiles/Agent.profile-meta.xml": metadata("Profile", f"<fieldPermissions>{entry}</fieldPermissions>")
        }
        assert [one[0] for one in seen(project_findings(files | roles))] == ["uneditable-custom-field"]


def test_a_name_in_the_projects_namespace_is_missed_and_mended_with_it(project_findings: Check) -> None:
    (found,) = project_findings({CONFIG: config(), CRM: activity("acme__Raeson__c"), **NAMESPACED})
    message = "the project has no field 'acme__Raeson__c' of Task; did you mean 'acme__Reason__c'?"
    assert seen([found]) == [("unknown-custom-field", '"acme__Raeson__c"', message)]
    assert '"SalesforceFieldName": "acme__Reason__c"' in found.mended


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("acme__Visits__c", "the project has no object 'acme__Visits__c'; did you mean 'acme__Visit__c'?"),
        ("acme__Visit__c", None),
        ("other__Visits__c", None),
    ],
)
def test_an_object_in_the_projects_namespace_is_one_of_its_own(
    project_findings: Check, name: str, expected: str | None
) -> None:
    found = seen(project_findings({CONFIG: config(), CRM: popping(name), **OBJECT, **NAMESPACED}))
    assert found == ([("unknown-custom-object", name, expected)] if expected else [])


def test_the_fields_of_another_namespace_stand_in_no_repository(project_findings: Check) -> None:
    empty = NAMESPACED | {"sfdx-project.json": NAMESPACED["sfdx-project.json"].replace("acme", "")}
    for files in (NAMESPACED, empty):
        assert seen(project_findings({CONFIG: config(), CRM: activity("other__Raeson__c"), **files})) == []
    assert seen(project_findings({CONFIG: config(), CRM: activity("acme__Raeson__c"), **empty})) == []


def test_live_notes_need_room_in_a_namespaced_field(project_findings: Check) -> None:
    found = seen(project_findings({CONFIG: config(), CRM: notes("acme__Reason__c"), **NAMESPACED}))
    message = "'acme__Reason__c' of Task has room for 80 characters: live notes do not fit"
    assert found == [("unfit-live-notes-field", "acme__Reason__c", message)]
