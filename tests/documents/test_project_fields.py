"""Which fields and which values of picklists the files of a project define."""

from __future__ import annotations

from typing import cast

import pytest

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.project_fields import ProjectFields
from wxcc_lint.documents.project_picklists import Picklist, picklist_of
from wxcc_lint.documents.salesforce import parse_component
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.documents.surroundings import Surroundings

PROD = cast("Surroundings", object())


def component(file: str, root: str, inner: str) -> SalesforceComponent:
    return SalesforceComponent(parse_component(file, f'<{root} xmlns="{NAMESPACE}">{inner}</{root}>'))


def field(path: str, inner: str = "<type>Text</type>") -> SalesforceComponent:
    owner, name = path.split(".")
    file = f"objects/{owner}/fields/{name}.field-meta.xml"
    return component(file, "CustomField", f"<fullName>{name}</fullName>{inner}")


def whole(name: str, *fields: str) -> SalesforceComponent:
    inner = "".join(f"<fields><fullName>{one}</fullName><type>Text</type></fields>" for one in fields)
    return component(f"objects/{name}.object", "CustomObject", inner)


def project(*views: SalesforceComponent, unread: tuple[str, ...] = ()) -> Project:
    return Project(views, PROD, unread)


def shown(place: Place) -> str:
    span = place.span
    return place.document.root.text.text[span.start : span.end]


def values(**switched: bool) -> str:
    parts = (
        f"<fullName>{name}</fullName><isActive>{str(on).lower()}</isActive><label>{name} tier</label>"
        for name, on in switched.items()
    )
    return "".join(f"<value>{part}</value>" for part in parts)


def picklist(more: str, kind: str = "Picklist") -> str:
    return f"<type>{kind}</type><valueSet>{more}</valueSet>"


def of(name: str, *views: SalesforceComponent) -> Picklist | None:
    known = project(*views)
    return picklist_of(known, ProjectFields(known), *name.split("."))


def test_fields_come_from_files_of_their_own_and_from_whole_objects_in_any_case() -> None:
    fields = ProjectFields(project(field("Case.Reason__c"), whole("Lead", "Tier__c", "Status")))
    reason, tier = fields.field("case", "REASON__C"), fields.field("Lead", "tier__c")
    assert reason is not None
    assert tier is not None
    assert (reason.object_name, reason.name, shown(reason.at)) == ("Case", "Reason__c", "Reason__c")
    assert (tier.object_name, tier.name, shown(tier.at)) == ("Lead", "Tier__c", "Tier__c")
    assert fields.field("Lead", "Reason__c") is None
    assert [one.object_name for one in fields.named("reason__c")] == ["Case"]


@pytest.mark.parametrize("home", ["Activity", "Task", "Event"])
def test_activities_share_their_fields_wherever_the_file_lies(home: str) -> None:
    fields = ProjectFields(project(field(f"{home}.Reason__c")))
    assert [fields.field(name, "Reason__c") is not None for name in ("Task", "Event", "Activity", "Case")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_file_outside_of_an_object_defines_no_field() -> None:
    stray = component("Reason__c.field", "CustomField", "<fullName>Reason__c</fullName>")
    assert ProjectFields(project(stray)).named("Reason__c") == ()


def test_an_object_is_kept_where_it_has_a_custom_field_of_its_own() -> None:
    fields = ProjectFields(project(field("Case.Reason__c"), field("Lead.Status"), field("Contact.acme__Tier__c")))
    assert [fields.keeps(name) for name in ("Case", "Lead", "Contact", "Task")] == [True, False, False, False]


def test_files_of_no_environment_are_not_expected_to_be_complete() -> None:
    assert not ProjectFields(Project([field("Case.Reason__c")])).keeps("Case")


@pytest.mark.parametrize("file", ["src/objects/Activity.object", "objects/Activity/fields/Other__c.field-meta.xml"])
def test_a_file_that_cannot_be_read_may_hold_what_seems_absent(file: str) -> None:
    views = (field("Activity.Reason__c"), field("Case.Reason__c"))
    assert ProjectFields(project(*views)).keeps("Task")
    fields = ProjectFields(project(*views, unread=(file,)))
    assert (fields.keeps("Task"), fields.keeps("Case"), fields.has_object("Activity")) == (False, True, True)


def test_an_object_is_there_with_a_file_of_its_own_or_one_of_its_fields() -> None:
    fields = ProjectFields(project(whole("Visit__c"), field("Request__c.Name__c")))
    assert [fields.has_object(name) for name in ("visit__c", "Request__c", "Other__c")] == [True, True, False]


@pytest.mark.parametrize(
    ("inner", "filled_in_by", "is_open_to_all"),
    [
        ("<type>Text</type><required>false</required>", None, False),
        ("<type>Text</type><required>true</required>", None, True),
        ("<type>MasterDetail</type>", None, True),
        ("<type>Text</type><formula>Subject</formula>", "a formula", False),
        ("<type>AutoNumber</type>", "an auto-number", False),
        ("<type>Summary</type>", "a roll-up summary", False),
    ],
)
def test_a_field_says_who_writes_it(inner: str, filled_in_by: str | None, *, is_open_to_all: bool) -> None:
    found = ProjectFields(project(field("Case.Reason__c", inner))).field("Case", "Reason__c")
    assert found is not None
    assert (found.filled_in_by, found.is_open_to_all) == (filled_in_by, is_open_to_all)


def test_a_picklist_has_the_values_that_are_not_switched_off() -> None:
    own = picklist(f"<valueSetDefinition>{values(Gold=True, Silver=False)}</valueSetDefinition>")
    found = of("Case.Tier__c", field("Case.Tier__c", own))
    assert found is not None
    assert (found.names, found.is_restricted, shown(found.at)) == (["Gold"], False, "Tier__c")
    assert [found.stranger(text) for text in ("Gold", "gold", "Gold tier", "Silver", "")] == [
        None,
        None,
        None,
        "Silver",
        None,
    ]
    inactive = found.inactive("silver")
    assert inactive is not None
    assert inactive.text("fullName") == "Silver"
    assert found.inactive("Gold") is None


def test_a_restricted_picklist_takes_no_label() -> None:
    own = picklist(
        f"<restricted>true</restricted><valueSetDefinition>{values(Gold=True, Silver=True)}</valueSetDefinition>"
    )
    found = of("Case.Tier__c", field("Case.Tier__c", own))
    assert found is not None
    assert (found.is_restricted, found.stranger("Silver tier"), found.meant("Silver tier")) == (
        True,
        "Silver tier",
        "Silver",
    )


def test_several_values_are_separated_by_semicolons() -> None:
    own = picklist(f"<valueSetDefinition>{values(Gold=True, Silver=True)}</valueSetDefinition>", "MultiselectPicklist")
    found = of("Case.Tier__c", field("Case.Tier__c", own))
    assert found is not None
    assert [found.stranger(text) for text in ("Gold; Silver", "Gold;Tin")] == [None, "Tin"]


@pytest.mark.parametrize(
    ("named", "file", "root", "element"),
    [
        ("Tiers", "globalValueSets/Tiers.globalValueSet-meta.xml", "GlobalValueSet", "customValue"),
        ("Tiers__gvs", "globalValueSets/Tiers.globalValueSet", "GlobalValueSet", "customValue"),
        ("CaseType", "standardValueSets/CaseType.standardValueSet-meta.xml", "StandardValueSet", "standardValue"),
    ],
)
def test_a_shared_set_gives_the_values_and_the_field_the_restriction(
    named: str, file: str, root: str, element: str
) -> None:
    shared = component(file, root, f"<{element}><fullName>Gold</fullName></{element}>")
    own = field("Case.Tier__c", picklist(f"<restricted>true</restricted><valueSetName>{named}</valueSetName>"))
    found = of("Case.Tier__c", shared, own)
    assert found is not None
    assert (found.names, found.is_restricted, shown(found.at)) == (["Gold"], True, root)
    assert of("Case.Tier__c", own) is None


def test_a_standard_field_has_the_values_of_its_standard_set() -> None:
    inner = "<standardValue><fullName>Completed</fullName></standardValue>"
    shared = component("TaskStatus.standardValueSet-meta.xml", "StandardValueSet", inner)
    found = of("Task.Status", shared, field("Task.Status", "<type>Picklist</type>"))
    assert found is not None
    assert found.names == ["Completed"]
    assert [of(name, shared) for name in ("Task.Priority", "Task.Subject", "Visit__c.Status")] == [None, None, None]


def test_a_field_without_values_is_no_picklist() -> None:
    formula = picklist(f"<valueSetDefinition>{values(Gold=True)}</valueSetDefinition>") + "<formula>x</formula>"
    assert of("Case.Tier__c", field("Case.Tier__c")) is None
    assert of("Case.Tier__c", field("Case.Tier__c", picklist("<valueSetDefinition/>"))) is None
    assert of("Case.Tier__c", field("Case.Tier__c", formula)) is None
