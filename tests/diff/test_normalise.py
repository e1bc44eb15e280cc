"""The steps of normalisation: what each makes equal, that nothing else is, and what forms and releases cannot say."""

from __future__ import annotations

import json

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.diff.normalise import STEPS, trees_of
from wxcc_lint.diff.normalise_values import ApiNames, name_set, prefix_list, property_value, switch, url
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.diff.tree import leaves
from wxcc_lint.documents.callcenter_row import parse_rows
from wxcc_lint.documents.load import load
from wxcc_lint.documents.paths import KeySelector

R5A = render_import(vocabulary().release("r5a"))
R6 = render_import(vocabulary().release("r6"))
V2 = render_import(vocabulary("v2").release("r6"))
SCV = render_import(vocabulary("scv").release("r2"))
CASE1 = "sfdcCaseFieldCadVariableMappings1"
CASE2 = "sfdcCaseFieldCadVariableMappings2"
CASE = "/reqSFDCCaseConfig"
ACCOUNT = '{"wxccFieldName":"AccountId","sfdcFieldName":"AccountId","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}'
CONTACT = ACCOUNT.replace("AccountId", "ContactId")
PHONE = '{"wxccFieldName":"phoneNumber","sfdcFieldName":"ContactPhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}'


def with_value(text, item, value):
    start = text.index(">", text.index(f'name="{item}"')) + 1
    return text[:start] + value + text[text.index("<", start) :]


def without_item(text, item):
    return "\n".join(line for line in text.splitlines() if f'name="{item}"' not in line)


def test_every_step_says_what_it_does():
    assert [name for name, step in STEPS.items() if step.name != name or not step.description.endswith(".")] == []
    assert list(STEPS) == [
        "variables",
        "whitespace",
        "booleans",
        "urls",
        "prefix-lists",
        "embedded-json",
        "mappings",
        "api-names",
        "renamed-items",
        "release-names",
        "defaults",
        "component-blanks",
        "component-defaults",
        "single-role",
        "server-fields",
        "sets",
    ]


TWO_WRITINGS = [
    ("whitespace", R6, with_value(R6, "reqSoftphoneHeight", "\n  550 ")),
    ("booleans", R6, with_value(R6, "reqUseApi", "True")),
    ("urls", R6, with_value(R6, "reqAdapterUrl", "HTTPS://Desktop.WXCC-us1.cisco.com")),
    (
        "urls",
        with_value(V2, "wxccWebRtcDomain", "rtc.example.com"),
        with_value(V2, "wxccWebRtcDomain", "RTC.example.com"),
    ),
    ("prefix-lists", R6, with_value(R6, "prefixStringTobeRemoved", "+1 , +91")),
    ("embedded-json", R6, with_value(R6, CASE2, "[ {" + ", ".join(reversed(PHONE[1:-1].split(","))) + "} ]")),
    ("mappings", R6, with_value(R6, CASE1, f"[{CONTACT},{ACCOUNT}]")),
    ("mappings", R6, with_value(with_value(R6, CASE1, f"[{ACCOUNT}]"), CASE2, f"[{CONTACT},{PHONE}]")),
    (
        "mappings",
        with_value(V2, "objectFieldMapping", "A={a},B={b}"),
        with_value(V2, "objectFieldMapping", "B = {b}, A={a}"),
    ),
    ("api-names", R6, with_value(R6, "sfdcFieldForcallNotes", "description")),
    ("whitespace", R6, R6.replace('label="Case Management"', 'label=" Case Management "')),
    ("api-names", R6, with_value(R6, CASE2, f"[{PHONE.replace('ContactPhone', 'contactphone')}]")),
    ("sets", SCV, SCV.replace("Transcription;SaveRecordingLink", "SaveRecordingLink; Transcription")),
]


@pytest.mark.parametrize(("step", "left", "right"), TWO_WRITINGS)
def test_two_ways_of_writing_are_told_apart_only_without_the_step(diff, step, left, right):
    assert diff.told(left, right) == []
    assert diff.told(right, left) == []
    assert diff.told(left, right, steps=STEPS.keys() - {step}) != []


@pytest.mark.parametrize(
    ("text", "item", "value"),
    [
        (R6, "reqAdapterUrl", "https://desktop.wxcc-us1.cisco.com/path"),
        (R6, "reqAdapterUrl", "https://desktop.wxcc-us1.cisco.com/?a"),
        (R6, "reqUseApi", "yes"),
        (R6, "prefixStringTobeRemoved", "+91,+1"),
        (R6, "SubjectDateFormat", "mm-dd-yyyy hh:mm a"),
        (R6, "defaultOmniStateForCall", "not ready"),
        (R6, "sfdcFieldForcallNotes", "Description__c"),
        (V2, "reqAdapterUrl", "https://wxcc-crmconnectors.ciscoccservice.com/salesforce/connector/v1/Index.html"),
    ],
)
def test_what_only_looks_alike_is_told(diff, text, item, value):
    assert [one[:2] + one[3:] for one in diff.told(text, with_value(text, item, value))] == [
        ("changed", next(f"/{key[0]}/{item}" for key in items(text) if key[1] == item), value)
    ]


def items(text):
    document = load("a.xml", text.encode())
    return [(section, item) for section, held in document.data.items() for item in held]


VALUES = [
    "",
    "TRUE",
    " x ",
    "https://A.b/",
    "HTTPS://a.B/C/",
    "https://u:P@H:80/",
    "+1 , +2",
    "a; B;a",
    "Phone",
    "x,",
    ";",
]


@pytest.mark.parametrize("step", [switch, url, prefix_list, name_set, str.strip])
@pytest.mark.parametrize("value", VALUES)
def test_a_step_changes_nothing_when_it_is_applied_again(step, value):
    assert step(step(value)) == step(value)


def test_names_and_properties_change_nothing_when_they_are_applied_again():
    names = ApiNames()
    assert [names.spelt(name) for name in ("Phone", "PHONE", "phone", "Fax")] == ["Phone"] * 3 + ["Fax"]
    for value in ("TRUE", "false", True, None, 1, "maybe"):
        once = property_value("isDefaultValueEnabled", value, STEPS, names)
        assert property_value("isDefaultValueEnabled", once, STEPS, names) == once
    assert property_value("defaultFieldValue", "TRUE", STEPS, names) == "TRUE"
    assert [property_value("isConditionalEnabled", one, STEPS, names) for one in ("True", "FALSE")] == [True, False]


def test_an_address_loses_nothing_but_case_of_host_and_a_lone_slash():
    assert [url(one) for one in ("HTTPS://User:Pw@HOST.com/", "https://h/A/", "/apex/Page", "h.COM")] == [
        "https://User:Pw@host.com",
        "https://h/A/",
        "/apex/Page",
        "h.COM",
    ]


# Mappings


def test_one_more_mapping_is_one_added_entry_at_its_field(diff):
    extra = PHONE.replace("ContactPhone", "SuppliedPhone")
    assert diff.told(R6, with_value(R6, CASE2, f"[{PHONE},{extra}]")) == [
        ("added", f"{CASE}/{CASE2}[sfdcFieldName=SuppliedPhone]", None, json.loads(extra))
    ]


def test_another_target_field_is_a_new_name_and_a_property_is_one_change(diff):
    assert diff.told(R6, with_value(R6, CASE2, f"[{PHONE.replace('ContactPhone', 'SuppliedPhone')}]")) == [
        ("renamed", f"{CASE}/{CASE2}[sfdcFieldName=ContactPhone]", "ContactPhone", "SuppliedPhone")
    ]
    changed = PHONE.replace('"isDefaultValueEnabled":"false"', '"isDefaultValueEnabled":true')
    assert diff.told(R6, with_value(R6, CASE2, f"[{changed}]")) == [
        ("changed", f"{CASE}/{CASE2}[sfdcFieldName=ContactPhone]/isDefaultValueEnabled", "false", True)
    ]


def test_further_item_prolongs_the_list(diff):
    third = R6.replace(f'name="{CASE2}"', f'name="{CASE1[:-1]}3"')
    assert diff.told(R6, third) == []


def test_item_of_a_list_that_is_no_json_is_compared_by_itself(diff):
    broken = with_value(R6, CASE2, "[{")
    assert diff.told(R6, broken) == [("changed", f"{CASE}/{CASE2}", [json.loads(PHONE)], "[{")]
    assert diff.told(broken, R6) == [("changed", f"{CASE}/{CASE2}", "[{", [json.loads(PHONE)])]


def test_first_mapping_and_last_mapping_are_entries_too(diff):
    assert diff.told(with_value(R6, CASE2, "[]"), R6) == [
        ("added", f"{CASE}/{CASE2}[sfdcFieldName=ContactPhone]", None, json.loads(PHONE))
    ]
    assert [one[0] for one in diff.told(R6, with_value(with_value(R6, CASE1, "[]"), CASE2, "[]"))] == ["removed"] * 3


def test_two_mappings_of_one_field_keep_their_order(diff):
    one, two = (PHONE.replace("phoneNumber", name) for name in ("first", "second"))
    left, right = with_value(R6, CASE2, f"[{one},{two}]"), with_value(R6, CASE2, f"[{two},{one}]")
    assert [change[0] for change in diff.told(left, right)] == ["moved"]


def test_entries_of_a_field_list_have_addresses_and_positions(diff):
    left, right = (
        with_value(V2, "noRecordMatchObjectFieldMappings", one) for one in ("A__c={a},B={b}", "A__c={x},B={b},C={c}")
    )
    at = "/screenpopNoRecordMatch/noRecordMatchObjectFieldMappings"
    assert diff.told(left, right) == [
        ("changed", f"{at}[sfdcFieldName=A__c]", "A__c={a}", "A__c={x}"),
        ("added", f"{at}[sfdcFieldName=C]", None, "C={c}"),
    ]
    places = [change.place.span for change in diff.changes(left, right)]
    assert left[places[0].start : places[0].end] == "A__c={a}"
    assert right[places[1].start : places[1].end] == "C={c}"


# Releases


def test_next_release_tells_what_is_new(diff):
    assert diff.told(R5A, R6) == [
        ("changed", "/reqGeneralInfo/reqInternalName", "WebexCCAgentDesktopV20230720", "WebexCCAgentDesktopV20241121"),
        ("added", f"{CASE}/isOpenCaseObjectAlwaysInViewMode", None, "false"),
    ]


def test_own_display_name_is_told_between_releases(diff):
    told = diff.told(R5A, with_value(R6, "reqDisplayName", "Our phone"))
    assert [one[1] for one in told][:2] == ["/reqGeneralInfo/reqInternalName", "/reqGeneralInfo/reqDisplayName"]


def test_renamed_item_is_the_same_item(diff):
    left, right = (render_import(vocabulary().release(name)) for name in ("r3a", "r4"))
    apart = diff.told(left, right, steps=STEPS.keys() - {"renamed-items"})
    assert {one[0] for one in diff.told(left, right) if "CadSalesforceFieldMapping" in one[1]} == {"moved"}
    assert {one[0] for one in apart if "CadSalesforceFieldMapping" in one[1]} == {"removed", "added"}


def test_former_name_in_a_release_that_has_the_new_one_is_told(diff):
    slip = R6.replace("CadSalesforceFieldMapping1", "CadSalesforceFieldMapping")
    assert {one[0] for one in diff.told(R6, slip)} == {"removed", "added"}


def test_item_under_both_of_its_names_is_two_items(diff):
    text = render_import(vocabulary().release("r3a"))
    item = next(line for line in text.splitlines() if 'name="CadSalesforceFieldMapping"' in line)
    newer = item.replace("Mapping", "Mapping1", 1).replace("[]", "[{&quot;SalesforceFieldName&quot;:&quot;A&quot;}]")
    both = text.replace(item, f"{item}\n{newer}")
    assert [one[:2] for one in diff.told(text, both)] == [
        ("added", "/reqActivityRecordConfig/CadSalesforceFieldMapping1[SalesforceFieldName=A]"),
        ("added", "/reqActivityRecordConfig/CadSalesforceFieldMapping"),
    ]


def test_of_another_vendors_definition_nobody_knows_the_defaults(diff):
    items = [f'<item name="{name}" label="L">false</item>' for name in "ij"]
    left = f'<callCenter><section name="s" label="S">{"".join(items)}</section></callCenter>'
    right = left.replace(items[1], "")
    metadata = (
        '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><sections><items><label>L</label><name>i</name>'
        "<value>false</value></items><label>S</label><name>s</name></sections></CallCenter>"
    )
    for other in (right, metadata):
        assert diff.told(left, other) == [("removed", "/s/j", "false", None)]


def test_absent_item_is_its_default_only_between_releases_and_only_where_that_is_off(diff):
    off, filled = "isCallNotesEnabled", "sfdcFieldForcallNotes"
    for item, is_told in ((off, False), (filled, True)):
        assert bool([one for one in diff.told(without_item(R5A, item), R6) if item in one[1]]) is is_told
    assert [one[:2] for one in diff.told(without_item(R6, off), R6)] == [("added", f"/reqActivityRecordConfig/{off}")]
    on = with_value(R6, off, "true")
    assert [one for one in diff.told(without_item(R5A, off), on) if off in one[1]] != []


# Forms


@pytest.mark.parametrize("text", [R5A, R6, V2, SCV], ids=["r5a", "r6", "v2", "scv"])
def test_both_forms_say_the_same(diff, retrieved, text):
    assert diff.told(text, retrieved(text)) == []
    assert diff.told(retrieved(text), text) == []


def test_order_is_compared_between_import_forms_alone(diff, retrieved):
    swapped = R6.replace('sortOrder="3" name="isOpen', 'sortOrder="0" name="isOpen')
    swapped = swapped.replace(
        'sortOrder="0" name="isCaseCreationEnabledForIn', 'sortOrder="3" name="isCaseCreationEnabledForIn'
    )
    assert {(one[0], one[1]) for one in diff.told(R6, swapped)} == {
        ("moved", f"{CASE}/isOpenCaseObjectAlwaysInViewMode"),
        ("moved", f"{CASE}/isCaseCreationEnabledForInboundCalls"),
    }
    assert diff.told(retrieved(R6), swapped) == []


def test_labels_are_compared_where_both_forms_have_them(diff, retrieved):
    other = R6.replace('label="Case Management"', 'label="Cases"').replace('label="Use CTI API"', 'label="CTI"')
    expected = [
        ("changed", "/reqGeneralInfo/reqUseApi/@label", "Use CTI API", "CTI"),
        ("changed", "/reqSFDCCaseConfig/@label", "Case Management", "Cases"),
    ]
    assert diff.told(R6, other) == expected
    assert sorted(diff.told(retrieved(R6), retrieved(other))) == sorted(expected)
    assert sorted(diff.told(R6, retrieved(other))) == sorted(expected)


def test_adapter_url_is_one_change_however_often_it_is_said(diff, retrieved):
    changed = R6.replace("wxcc-us1", "wxcc-eu1")
    assert [one[1] for one in diff.told(retrieved(R6), retrieved(changed))] == ["/reqGeneralInfo/reqAdapterUrl"]


def test_mirror_that_disagrees_is_a_change_of_its_own(diff, retrieved):
    text = retrieved(R6)
    us1 = "https://desktop.wxcc-us1.cisco.com/"
    other = text.replace(f"<adapterUrl>{us1}", "<adapterUrl>https://elsewhere.example.com/")
    assert diff.told(text, other) == [("changed", "/@adapterUrl", us1, "https://elsewhere.example.com/")]
    setting = text.replace("reqSoftphoneHeight&quot;: &quot;550", "reqSoftphoneHeight&quot;: &quot;600")
    assert diff.told(text, setting) == [("changed", "/@customSettings/reqSoftphoneHeight", "550", "600")]


def row(**columns):
    said = {"Name": "Shown", "InternalName": "Name1", "AdapterUrl": "https://a.example.com", "CustomSettings": None}
    return parse_rows("row.json", json.dumps(said | columns)).documents[0]


def test_row_covers_its_columns_and_settings_alone(diff):
    settings = json.dumps({"reqSoftphoneHeight": "600", "reqUseApi": "true"})
    here = row(InternalName="WebexCCAgentDesktopV20241121", CustomSettings=settings)
    assert [one[1] for one in diff.told(R6, here)] == [
        "/reqGeneralInfo/reqDisplayName",
        "/reqGeneralInfo/reqAdapterUrl",
        "/reqGeneralInfo/reqSoftphoneHeight",
    ]
    assert [one[1] for one in diff.told(row(), row(AdapterUrl="https://b.example.com"))] == [
        "/reqGeneralInfo/reqAdapterUrl"
    ]


def test_repeated_items_are_compared_too(diff):
    line = next(line for line in R6.splitlines() if "reqUseApi" in line)
    left = R6.replace(line, f"{line}\n{line}")
    right = R6.replace(line, f"{line}\n{line.replace('true', 'false')}")
    assert [one[0] for one in diff.told(left, right)] == ["changed"]


def test_side_that_is_not_there_has_no_tree():
    side = ConfigObject("callcenter", "a", load("a.xml", R6.encode()))
    left, right = trees_of(Pair(side, None, "nothing"), STEPS, {})
    assert left is not None
    assert right is None
    layout = ConfigObject("layout", "a", load("a.json", json.dumps(default_layout()).encode()))
    left, right = trees_of(Pair(None, layout, "nothing"), STEPS, {})
    assert left is None
    assert right is not None


# Variables


def test_variable_is_what_it_stands_for_and_shown_as_written(diff):
    left = with_value(R6, "reqAdapterUrl", "https://${HOST}/")
    assert diff.told(left, R6, variables={"HOST": "desktop.wxcc-us1.cisco.com"}) == []
    assert diff.told(left, R6, variables={"HOST": "x.example.com"}) == [
        ("changed", "/reqGeneralInfo/reqAdapterUrl", "https://${HOST}/", "https://desktop.wxcc-us1.cisco.com/")
    ]
    assert (
        len(diff.told(left, R6, variables={"HOST": "desktop.wxcc-us1.cisco.com"}, steps=STEPS.keys() - {"variables"}))
        == 1
    )
    layout, other = layout_text(), layout_text()
    filled = other.replace("Webex Contact Center", "${TITLE}")
    assert diff.told(layout, filled, variables={"TITLE": "Webex Contact Center"}) == []
    assert ("changed", "/agent/appTitle", "Webex Contact Center", "${TITLE}") in diff.told(
        layout, filled, variables={"TITLE": "X"}
    )


# Layouts


def layout_text(**changes):
    return json.dumps(default_layout() | changes)


def wrapped(layout, *, as_text, **fields):
    content = json.dumps(layout) if as_text else layout
    return json.dumps({"id": "1", "name": "Agents", "jsonFileContent": content} | fields)


@pytest.mark.parametrize("as_text", [True, False])
def test_layout_file_and_api_object_compare(diff, as_text):
    layout = default_layout()
    assert diff.told(json.dumps(layout), wrapped(layout, as_text=as_text)) == []
    layout["agent"]["appTitle"] = "Other"
    assert [one[0] for one in diff.told(layout_text(), wrapped(layout, as_text=as_text))] == ["changed"]
    assert diff.told(wrapped(default_layout(), as_text=True), wrapped(layout, as_text=False))[0][1] == (
        "/jsonFileContent/agent/appTitle"
    )


def test_fields_around_a_layout(diff):
    left = wrapped(default_layout(), as_text=True, version=1, teamIds=["a", "b"], description=None, status=True)
    right = wrapped(
        default_layout(), as_text=True, version=2, teamIds=["b", "c"], description="", status=False, global_=1
    )
    assert diff.told(left, right) == [
        ("removed", "/teamIds[#0]", "a", None),
        ("added", "/teamIds[#1]", None, "c"),
        ("changed", "/status", True, False),
    ]
    everything = diff.told(left, right, steps=STEPS.keys() - {"server-fields"})
    assert {one[1] for one in everything} == {"/status", "/teamIds[#0]", "/teamIds[#1]", "/version", "/global_"}
    assert (
        len(diff.told(json.dumps(default_layout()), left, steps=STEPS.keys() - {"server-fields"})) == 5
    )  # the name paired them


def test_a_set_that_comes_as_a_whole_is_a_list(diff):
    left = wrapped(default_layout(), as_text=True, more={"a": 1}, teamIds=None)
    right = wrapped(default_layout(), as_text=True, more={"a": 2}, teamIds=["a", "b"])
    assert diff.told(left, right) == [("changed", "/more/a", 1, 2), ("changed", "/teamIds", None, ["a", "b"])]
    _, tree = diff.trees(left, right)
    assert diff.plain(tree)["@teamIds"] == {str(KeySelector((("value", name),))): name for name in ("a", "b")}


def test_set_in_another_order_is_the_same(diff):
    left, right = (wrapped(default_layout(), as_text=True, teamIds=ids) for ids in (["a", "b"], ["b", "a"]))
    assert diff.told(left, right) == []
    assert diff.told(left, right, steps=STEPS.keys() - {"sets"}) == [("changed", "/teamIds", ["a", "b"], ["b", "a"])]


def test_single_role_layout_is_lifted_and_the_form_told_once(diff):
    agent = default_layout()["agent"]
    by_role = json.dumps({"agent": agent, "supervisor": agent, "supervisorAgent": agent})
    form = ("changed", "/", "one configuration for all roles", "a configuration for each role")
    assert diff.told(json.dumps(agent), by_role) == [form]
    assert diff.changes(json.dumps(agent), by_role)[0].keys == ("form",)
    assert [one[0] for one in diff.told(by_role, json.dumps(agent))] == ["changed"]
    assert diff.told(json.dumps(agent), json.dumps(agent)) == []
    assert len(diff.told(json.dumps(agent), by_role, steps=STEPS.keys() - {"single-role"})) > 3
    fewer = json.dumps({"agent": agent, "supervisorAgent": agent})
    assert [(one.kind, one.keys) for one in diff.changes(json.dumps(agent), fewer)] == [
        ("removed", ("supervisor",)),
        ("changed", ("form",)),
    ]


@pytest.mark.parametrize(("old", "new"), [(True, "true"), ("https://A.b/", "https://a.b"), ("x", "x "), (None, "")])
def test_inside_a_layout_nothing_is_folded(diff, old, new):
    left, right = default_layout(), default_layout()
    left["agent"]["own"], right["agent"]["own"] = old, new
    assert diff.told(json.dumps(left), json.dumps(right)) == [("changed", "/agent/own", old, new)]


def test_variables_and_blanks_are_shown_as_they_are_written(diff):
    left = with_value(R6, CASE2, f"[{PHONE.replace('phoneNumber', '${WHO}')}]")
    at = f"{CASE}/{CASE2}[sfdcFieldName=ContactPhone]/wxccFieldName"
    assert diff.told(left, R6, variables={"WHO": "phoneNumber"}) == []
    assert diff.told(left, R6, variables={"WHO": "ani"}) == [("changed", at, "${WHO}", "phoneNumber")]
    assert diff.told(left, with_value(R6, CASE2, "[]"), variables={"WHO": "ani"}) == [
        ("removed", at.rpartition("/")[0], json.loads(PHONE.replace("phoneNumber", "${WHO}")), None)
    ]
    blank = with_value(R6, "reqSoftphoneHeight", " 600 ")
    at = "/reqGeneralInfo/reqSoftphoneHeight"
    assert diff.told(blank, R6) == [("changed", at, "600", "550")]
    assert diff.told(blank, R6, steps=STEPS.keys() - {"whitespace"}) == [("changed", at, " 600 ", "550")]


def test_places_are_those_of_the_file(diff):
    right = with_value(R6, CASE2, f"[{PHONE.replace('phoneNumber', 'ani')}]")
    (change,) = diff.changes(R6, right)
    texts = []
    for text, side in ((R6, change.left), (right, change.right)):
        assert next(iter(leaves(side)))[1].written in {"phoneNumber", "ani"}
        texts.append(text[side.place.span.start : side.place.span.end])
    assert texts == ['"phoneNumber"', '"ani"']
