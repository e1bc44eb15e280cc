"""The view of call centers: what the catalogue knows of a file, and the nodes that YAML rules walk."""

from __future__ import annotations

from html import escape

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import GENERAL, CallCenter
from wxcc_lint.documents.model import Path

NO_MATCH = "reqNoRecordMatchConfig"
MAPPINGS = "sfdcObjetFieldCadVariableMappings1"
ACTIVITY = "reqActivityRecordConfig"
NEWEST = vocabulary().releases[-1]


def view(text: str, name: str = "cc.xml") -> CallCenter:
    document = parse_callcenter(name, text)
    assert document.faults == ()
    return CallCenter(document)


def item(section: str, name: str, value: str, attributes: str = "") -> str:
    return f'<section name="{section}"><item name="{name}"{attributes}>{escape(value, quote=False)}</item></section>'


def one_item(section: str, name: str, value: str, attributes: str = "") -> CallCenter:
    return view(f"<callCenter>{item(section, name, value, attributes)}</callCenter>")


def mapping(value: str, section: str = NO_MATCH, name: str = MAPPINGS) -> CallCenter:
    return one_item(section, name, value)


def values(of: CallCenter) -> dict[Path, object]:
    return {path: node.value for path, node in of.nodes()}


# --- generation, release, names --------------------------------------------------------------------------------------


def test_the_newest_release_is_recognised_as_version_1_and_as_itself() -> None:
    shipped = view(render_import(NEWEST))
    assert shipped.generation == "v1"
    assert shipped.release is NEWEST
    assert shipped.release_is_declared


def test_a_file_of_other_sections_is_somebody_elses() -> None:
    other = one_item("acme", "acmeKey", "1")
    assert (other.generation, other.release, other.release_is_declared) == ("other", None, False)


@pytest.mark.parametrize(
    ("generation", "release_id", "told"),
    [
        *(("v2", f"r{number}", f"r{number}") for number in range(1, 7)),
        ("scv", "r1", "r2"),
        ("scv", "r2", "r2"),
        ("scv", "r3", "r3"),
    ],
)
def test_where_all_releases_have_one_internal_name_the_items_tell_which_it_is(
    generation: str, release_id: str, told: str
) -> None:
    shipped = view(render_import(vocabulary(generation).release(release_id)))
    assert shipped.generation == generation
    assert shipped.release is vocabulary(generation).release(told)
    assert not shipped.release_is_declared


def test_of_version_2_the_internal_name_alone_tells_no_release() -> None:
    lone = one_item(GENERAL, "reqInternalName", "wxCcCallCenter")
    assert (lone.generation, lone.release) == ("v2", None)


def test_an_item_is_looked_up_in_its_own_generation() -> None:
    newest = view(render_import(vocabulary("v2").releases[-1]))
    lists = [each for each in newest.items() if each.name == "objectFieldMapping"]
    facts = [newest.fact(each) for each in lists]
    assert [(fact.type, fact.target) for fact in facts if fact] == [("field-list", "Task"), ("field-list", "Case")]
    assert list(newest.mapping_items()) == []
    assert newest.json_of(lists[0]) is None


def test_of_somebody_elses_items_only_their_own_labels_are_known() -> None:
    labelled = item(GENERAL, "reqUseApi", "true", ' label=" Use it "')
    unlabelled = item(GENERAL, "reqSoftphoneHeigt", "550") + item("acme", "isCallNotesEnabled", "true")
    other = view(f"<callCenter>{labelled}{unlabelled}</callCenter>")
    assert (other.generation, other.vocabulary) == ("other", vocabulary("other"))
    assert [other.fact(each) for each in other.items()] == [None] * 3
    assert [other.meant(each) for each in other.items()] == [None] * 3
    assert [other.label_of(each) for each in other.items()] == ["Use it", "reqSoftphoneHeigt", "isCallNotesEnabled"]
    assert (list(other.mapping_items()), [other.json_of(each) for each in other.items()]) == ([], [None] * 3)


def test_without_its_internal_name_a_file_is_of_the_release_with_the_same_items() -> None:
    renamed = view(render_import(NEWEST).replace(NEWEST.internal_name, "AcmeDesktop"))
    assert renamed.release is NEWEST
    assert not renamed.release_is_declared


@pytest.mark.parametrize(
    ("text", "name", "internal_name"),
    [
        (f"<callCenter>{item('reqGeneralInfo', 'reqInternalName', ' Acme ')}</callCenter>", "cc.xml", "Acme"),
        ("<callCenter/>", "cc.xml", None),
        ("<CallCenter><displayName>x</displayName></CallCenter>", "crm/Acme.callCenter-meta.xml", "Acme"),
        ("<CallCenter><displayName>x</displayName></CallCenter>", "Acme.callCenter", "Acme"),
        ("<CallCenter><fullName>Told</fullName></CallCenter>", "Acme.callCenter", "Told"),
    ],
)
def test_where_the_internal_name_comes_from(text: str, name: str, internal_name: str | None) -> None:
    assert view(text, name).internal_name == internal_name


def test_the_label_of_the_file_comes_before_that_of_the_catalogue_and_the_name_is_the_last_resort() -> None:
    labelled = one_item(NO_MATCH, MAPPINGS, "[]", ' label=" Fill in "')
    known = one_item(NO_MATCH, MAPPINGS, "[]")
    blank = one_item(NO_MATCH, MAPPINGS, "[]", ' label=" "')
    unknown = one_item(NO_MATCH, "acmeKey", "true")
    assert [each.label_of(next(each.items())) for each in (labelled, known, blank, unknown)] == [
        "Fill in",
        "Object Field Mappings",
        "Object Field Mappings",
        "acmeKey",
    ]


def test_a_near_miss_means_an_item_that_its_section_lacks() -> None:
    misspelt = view(f"<callCenter>{item(NO_MATCH, MAPPINGS, '[]')}{item(GENERAL, 'reqUseAPi', 'true')}</callCenter>")
    meant = misspelt.meant(list(misspelt.items())[1])
    assert meant is not None
    assert meant.name == "reqUseApi"


def test_a_near_miss_means_nothing_when_the_item_is_there_as_well() -> None:
    both = view(
        f'<callCenter>{item(NO_MATCH, MAPPINGS, "[]")}<section name="reqGeneralInfo"><item name="reqUseApi">true</item>'
        '<item name="reqUseAPi">true</item></section></callCenter>'
    )
    assert [both.meant(each) for each in both.items()] == [None, None, None]


def test_of_equal_names_the_first_is_found_in_its_section() -> None:
    text = item("a", "x", "1") + item("b", "x", "2")
    both = view(f"<callCenter>{text}</callCenter>")
    assert [found and found.value for found in (both.item("x"), both.item("x", "b"), both.item("x", "c"))] == [
        "1",
        "2",
        None,
    ]


def test_unknown_are_the_items_that_no_release_has_in_their_section() -> None:
    known, misplaced, own = "isCallNotesEnabled", "reqAdapterUrl", "acmeKey"
    items = "".join(f'<item name="{name}"/>' for name in (own, known, misplaced, own, "CadSalesforceFieldMapping"))
    found = view(f'<callCenter><section name="{ACTIVITY}">{items}</section></callCenter>')
    assert [(each.name, each.repeat) for each in found.unknown_items] == [(own, 1), (misplaced, 1), (own, 2)]


# --- mapping arrays --------------------------------------------------------------------------------------------------


def test_mapping_items_are_those_the_catalogue_gives_a_dialect() -> None:
    shipped = view(render_import(NEWEST))
    assert [each.name for each in shipped.mapping_items()] == [
        fact.name for fact in NEWEST.items.values() if fact.dialect is not None
    ]


@pytest.mark.parametrize("value", ["", "  ", "[{]"])
def test_what_holds_no_json_has_no_embedded_document(value: str) -> None:
    assert mapping(value).json_of(next(mapping(value).mapping_items())) is None


def test_items_that_hold_no_mappings_are_never_read_as_json() -> None:
    plain = one_item("reqGeneralInfo", "reqUseApi", "true")
    assert plain.json_of(next(plain.items())) is None


@pytest.mark.parametrize(
    ("value", "dialect"),
    [
        ("[]", "W"),
        ("{}", "W"),
        ('[{"wxccFieldName": "a", "sfdcFieldName": "b"}]', "W"),
        ('[{"CadFieldName": "a", "SalesforceFieldName": "b"}]', "A"),
        ('[{"CadFieldName": "a", "sfdcFieldName": "b"}]', "W"),
    ],
)
def test_an_array_tells_its_dialect_by_properties_of_one_alone(value: str, dialect: str) -> None:
    assert mapping(value).dialect(next(mapping(value).mapping_items())) == dialect


def test_the_activity_mapping_may_be_written_in_the_other_dialect_too() -> None:
    written = mapping('[{"wxccFieldName": "a"}]', ACTIVITY, "CadSalesforceFieldMapping1")
    assert written.dialect(next(written.mapping_items())) == "W"


def test_conditional_mappings_have_one_dialect() -> None:
    rows = mapping('[{"CadFieldName": "a"}]', NO_MATCH, "sfdcObjectFieldConditionalMappings1")
    assert rows.dialect(next(rows.mapping_items())) == "C"


# --- nodes -----------------------------------------------------------------------------------------------------------


def test_nodes_come_in_document_order_down_into_the_json() -> None:
    walked = view(
        f'<callCenter><section name="{NO_MATCH}" label="L" sortOrder="1">'
        f'<item name="{MAPPINGS}" label="M"> [{{"wxccFieldName": "a", "isDefaultValueEnabled": true}}] </item>'
        "</section></callCenter>"
    )
    text = '[{"wxccFieldName": "a", "isDefaultValueEnabled": true}]'
    assert list(values(walked).items()) == [
        ((), {NO_MATCH: {MAPPINGS: f" {text} "}}),
        ((NO_MATCH,), {MAPPINGS: f" {text} "}),
        ((NO_MATCH, "@label"), "L"),
        ((NO_MATCH, "@sortOrder"), "1"),
        ((NO_MATCH, MAPPINGS), text),
        ((NO_MATCH, MAPPINGS, "@label"), "M"),
        ((NO_MATCH, MAPPINGS, 0), {"wxccFieldName": "a", "isDefaultValueEnabled": True}),
        ((NO_MATCH, MAPPINGS, 0, "wxccFieldName"), "a"),
        ((NO_MATCH, MAPPINGS, 0, "isDefaultValueEnabled"), True),
    ]


def test_every_walked_node_is_found_at_its_path() -> None:
    shipped = view(render_import(NEWEST))
    walked = list(shipped.nodes())
    assert len(walked) > 100
    assert [shipped.node(path) for path, _ in walked] == [node for _, node in walked]


def test_nodes_know_their_names_and_the_label_of_their_item() -> None:
    walked = mapping('[{"wxccFieldName": "a"}]')
    found = [walked.node((NO_MATCH, MAPPINGS, *rest)) for rest in ((), (0, "wxccFieldName"))]
    assert [(node.name, node.label) for node in found if node] == [
        (MAPPINGS, "Object Field Mappings"),
        ("wxccFieldName", "Object Field Mappings"),
    ]


def test_the_mirrors_of_the_metadata_form_are_nodes() -> None:
    metadata = view("<CallCenter><adapterUrl> https://a </adapterUrl></CallCenter>")
    assert values(metadata)[("@adapterUrl",)] == " https://a "


def test_of_repeats_and_nameless_items_only_the_first_with_a_name_is_a_node() -> None:
    repeated = view(
        '<callCenter><section name="s"><item name="i">1</item><item name="i">2</item><item>3</item></section>'
        '<section name="s"><item name="j">4</item></section></callCenter>'
    )
    assert {path: value for path, value in values(repeated).items() if path} == {("s",): {"i": "1"}, ("s", "i"): "1"}


@pytest.mark.parametrize(
    "path",
    [
        ("absent",),
        ("absent", "item"),
        (NO_MATCH, "absent"),
        (NO_MATCH, "@label"),
        (NO_MATCH, MAPPINGS, "@label"),
        (NO_MATCH, MAPPINGS, 1),
        (NO_MATCH, MAPPINGS, "name"),
        (NO_MATCH, MAPPINGS, 0, "absent"),
        (NO_MATCH, MAPPINGS, 0, "wxccFieldName", "deeper"),
        ("@adapterUrl",),
    ],
)
def test_a_path_that_leads_nowhere_finds_nothing(path: Path) -> None:
    assert mapping('[{"wxccFieldName": "a"}]').node(path) is None


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((NO_MATCH, MAPPINGS), '[{"wxccFieldName": ""}]'),
        ((NO_MATCH, MAPPINGS, 0, "wxccFieldName"), '"wxccFieldName"'),
        ((NO_MATCH,), NO_MATCH),
        ((NO_MATCH, "blank"), "blank"),
    ],
)
def test_a_finding_points_to_the_value_or_to_the_name_where_the_value_shows_little(path: Path, text: str) -> None:
    walked = view(
        f'<callCenter><section name="{NO_MATCH}"><item name="{MAPPINGS}"> [{{"wxccFieldName": ""}}] </item>'
        '<item name="blank"> </item></section></callCenter>'
    )
    node = walked.node(path)
    assert node is not None
    span = node.at.span
    assert walked.document.text.text[span.start : span.end] == text


def test_what_is_missing_is_reported_at_the_nearest_name() -> None:
    walked = one_item("reqGeneralInfo", "reqUseApi", "true")
    span = walked.missing(("reqGeneralInfo", "reqAdapterUrl")).span
    assert walked.document.text.text[span.start : span.end] == "reqGeneralInfo"


# --- what is in use ----------------------------------------------------------------------------------------------------

SEARCH = "screenpopSearchParamCadName"
OWNER = "isActivityRecordOwnershiptobeChangedForTransferredCalls"
CARRIER = "nameOfTheCadvariableHoldingActivityRecordId"


def with_defaults(generation: str = "v1", **changes: str) -> CallCenter:
    text = render_import(vocabulary(generation).releases[-1])
    for name, value in changes.items():
        before, found, after = text.partition(f'name="{name}"')
        assert found
        start, end = after.index(">") + 1, after.index("<")
        text = before + found + after[:start] + escape(value, quote=False) + after[end:]
    return view(text)


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        (SEARCH, {}, False),
        (SEARCH, {"reqIsAdvancedScreenpopEnabled": "true"}, True),
        (SEARCH, {"reqIsAdvancedScreenpopEnabled": "True"}, False),
        (CARRIER, {}, False),
        (CARRIER, {OWNER: "true"}, False),
        (CARRIER, {OWNER: "true", "isActivityRecordCreationAtConnected": "true"}, True),
        (MAPPINGS, {"isNoRecordMatchScenarioEnabled": "true"}, True),
        ("sfdcObjectFieldConditionalMappings1", {"isNoRecordMatchScenarioEnabled": "true"}, True),
        ("sfdcObjectFieldConditionalMappings1", {"isNoRecordMatchScenarioEnabled": "true", MAPPINGS: "[]"}, False),
        ("sfdcObjectFieldConditionalMappings1", {}, False),
        ("sfdcCaseFieldCadVariableMappings1", {}, True),
        ("ActivitySubjectTemplate", {}, True),
    ],
)
def test_an_item_is_in_use_when_its_switches_are_on(name: str, changes: dict[str, str], expected: bool) -> None:
    shown = with_defaults(**changes)
    found = shown.item(name)
    assert found is not None
    assert shown.is_in_use(found) is expected


def test_items_of_version_2_are_in_use_by_the_same_rule() -> None:
    off, on = with_defaults("v2"), with_defaults("v2", openCtiEnableAdvancedScreenPop="true")
    name = "openCtiCadSearchVariable"
    assert [shown.is_in_use(found) for shown in (off, on) if (found := shown.item(name))] == [False, True]


def test_what_the_catalogue_does_not_know_is_not_in_use() -> None:
    shown = one_item(GENERAL, "acmeColour", "blue")
    assert [shown.is_in_use(found) for found in shown.items()] == [False]


def test_items_of_a_type_come_in_the_order_of_the_file_and_without_those_that_hold_elements() -> None:
    assert [found.name for found in with_defaults().items_of("prefixes")] == [
        "prefixStringTobeRemoved",
        "reqPrefixStringTobeRemoved",
    ]
    assert [found.name for found in with_defaults().items_of("template", "date-format")] == [
        "SubjectDateFormat",
        "ActivitySubjectTemplate",
    ]
    broken = view(
        "<callCenter>"
        f'<section name="{ACTIVITY}"><item name="ActivitySubjectTemplate">a <b/> call</item></section></callCenter>'
    )
    assert list(broken.items_of("template")) == []
