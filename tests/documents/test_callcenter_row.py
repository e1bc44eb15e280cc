"""Rows of the CallCenter object: what of a query's reply becomes a call center, and where it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.documents.callcenter_row import may_hold_rows, parse_rows
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.identity import identity
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.variables import with_variables

ROW = {
    "Name": "Support",
    "InternalName": "WebexCCAgentDesktopV20241121",
    "AdapterUrl": "https://desktop.wxcc-us1.cisco.com",
    "CustomSettings": '{"reqSoftphoneHeight":"550","reqUseApi":"true"}',
    "Version": 18.0,
}


def only(data: Any) -> Document:
    (document,) = parse_rows("row.json", json.dumps(data)).documents
    return document


def under(place: Place) -> str:
    return place.document.root.text.text[place.span.start : place.span.end]


def test_columns_and_settings_are_items_of_the_general_section() -> None:
    document = only(ROW)
    assert (document.kind, document.form, document.faults, document.name) == ("callcenter", "row", (), "row.json")
    assert document.data == {
        "reqGeneralInfo": {
            "reqInternalName": "WebexCCAgentDesktopV20241121",
            "reqDisplayName": "Support",
            "reqAdapterUrl": "https://desktop.wxcc-us1.cisco.com",
            "reqSoftphoneHeight": "550",
            "reqUseApi": "true",
        }
    }


def test_the_view_works_for_what_a_row_has() -> None:
    view = CallCenter(only(ROW))
    assert (view.form, view.generation, view.internal_name) == ("row", "v1", "WebexCCAgentDesktopV20241121")
    assert view.release is not None
    assert view.release.id == "r6"
    assert [section.name for section in view.sections] == ["reqGeneralInfo"]
    item = view.item("reqSoftphoneHeight")
    assert item is not None
    assert (item.value, item.label, item.sort_order, item.strays) == ("550", None, None, ())
    assert view.mirrors == {"version": "18.0"}
    assert not view.has_namespace
    assert list(view.strays()) == []
    assert [path for path, _ in view.nodes()] == [
        (),
        ("@version",),
        ("reqGeneralInfo",),
        *(("reqGeneralInfo", name) for name in view.document.data["reqGeneralInfo"]),
    ]


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("reqGeneralInfo", "reqDisplayName"), '"Name"', '"Support"'),
        (("reqGeneralInfo", "reqSoftphoneHeight"), r"\"reqSoftphoneHeight\"", r"\"550\""),
        (("@version",), '"Version"', "18.0"),
    ],
)
def test_places_are_those_of_the_file(path: tuple[str, ...], key: str, value: str) -> None:
    place = Place(only({"records": [{"InternalName": "other", "AdapterUrl": ""}, ROW]}["records"][1]), path)
    assert (under(place.key()), under(place)) == (key, value)


def test_a_part_of_a_value_has_its_place_also_in_json_within_json() -> None:
    settings = json.dumps({"reqDescription": 'a "b" ü'})
    document = only({**ROW, "CustomSettings": settings})
    place = Place(document, ("reqGeneralInfo", "reqDescription"))
    assert under(place.slice(3, 4)) == "b"
    assert under(place.slice(2, 3)) == r"\\\""
    assert under(place.slice(6, 7)) == r"\\u00fc"


def test_variables_are_filled_in() -> None:
    document = only({**ROW, "AdapterUrl": "https://${HOST}/x"})
    filled = with_variables(document, {"HOST": "h.example"})
    assert filled.data["reqGeneralInfo"]["reqAdapterUrl"] == "https://h.example/x"
    assert identity(filled, ("reqGeneralInfo", "reqAdapterUrl")) == "/reqGeneralInfo/reqAdapterUrl"


@pytest.mark.parametrize(
    "reply",
    [
        {"totalSize": 2, "done": True, "records": [ROW, {**ROW, "InternalName": "two"}]},
        [ROW, {**ROW, "InternalName": "two"}],
        {"status": 0, "result": {"records": [ROW, {**ROW, "InternalName": "two"}], "done": True}},
    ],
)
def test_a_reply_may_hold_several_call_centers(reply: Any) -> None:
    rows = parse_rows("reply.json", json.dumps(reply))
    assert [CallCenter(one).internal_name for one in rows.documents] == ["WebexCCAgentDesktopV20241121", "two"]
    assert rows.is_complete


def test_places_in_a_list_are_those_of_their_own_row() -> None:
    _, second = parse_rows("reply.json", json.dumps({"records": [ROW, {**ROW, "Name": "Second"}]})).documents
    assert under(Place(second, ("reqGeneralInfo", "reqDisplayName"))) == '"Second"'
    assert under(Place(second, ())) == json.dumps({**ROW, "Name": "Second"})


@pytest.mark.parametrize("reply", [{"done": False, "records": [ROW]}, {"result": {"done": False, "records": [ROW]}}])
def test_a_reply_that_is_not_all_says_so(reply: Any) -> None:
    assert not parse_rows("reply.json", json.dumps(reply)).is_complete


@pytest.mark.parametrize(
    "reply",
    [
        [],
        {},
        "text",
        1,
        None,
        {"records": []},
        {"InternalName": "x", "Id": "1"},
        [{"Name": "x", "AdapterUrl": "y"}],
        [[ROW]],
    ],
)
def test_what_is_no_row_is_left_out(reply: Any) -> None:
    assert parse_rows("reply.json", json.dumps(reply)).documents == ()


def test_null_is_nothing_filled_in_and_a_column_that_was_not_asked_for_is_absent() -> None:
    assert only({"InternalName": "x", "AdapterUrl": None, "CustomSettings": None}).data == {
        "reqGeneralInfo": {"reqInternalName": "x", "reqAdapterUrl": ""}
    }


@pytest.mark.parametrize("settings", [{"reqUseApi": True, "n": 1, "u": "ü"}, '{"reqUseApi": true, "n": 1, "u": "ü"}'])
def test_settings_that_are_no_texts_are_written_as_json(settings: Any) -> None:
    document = only({"InternalName": "x", "CustomSettings": settings})
    assert document.data == {"reqGeneralInfo": {"reqInternalName": "x", "reqUseApi": "true", "n": "1", "u": "ü"}}
    assert under(Place(document, ("reqGeneralInfo", "n"))) == "1"


def test_a_column_counts_more_than_a_setting_of_the_same_name() -> None:
    document = only({"InternalName": "x", "CustomSettings": {"reqInternalName": "y"}})
    assert document.data == {"reqGeneralInfo": {"reqInternalName": "x"}}


def test_settings_that_cannot_be_read_are_a_fault_of_the_row_at_their_place() -> None:
    document = only({"InternalName": "x", "CustomSettings": '{"a": }'})
    (fault,) = document.faults
    assert document.data is None
    assert fault.message == "CustomSettings: a value is missing before this '}'"
    assert document.text.text[fault.span.start : fault.span.end] == "}"


def test_settings_that_are_no_object_are_a_fault() -> None:
    (fault,) = only({"InternalName": "x", "CustomSettings": "[1]"}).faults
    assert fault.message == "CustomSettings holds no object with settings"


def test_a_text_that_is_no_json_is_a_document_with_the_fault() -> None:
    (document,) = parse_rows("row.json", '{"InternalName": "x",}').documents
    assert document.data is None
    assert [fault.rule for fault in document.faults] == ["meta/syntax"]


def test_the_mark_of_rows_is_the_internal_name() -> None:
    assert may_hold_rows(b'{"Name": "x", "InternalName" : "y"}')
    assert not may_hold_rows(b'{"internalName": "y"}')
