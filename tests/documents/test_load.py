"""Recognising files by their content, and what becomes of them."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE
from wxcc_lint.documents.limits import DEFAULT_SIZES
from wxcc_lint.documents.load import HEAD, empty, load, parse, recognise, recognise_file
from wxcc_lint.documents.model import Kind
from wxcc_lint.spans import Span


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"<callCenter>", "callcenter"),
        (b"<callCenter/>", "callcenter"),
        (b'<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">', "callcenter"),
        (b"<?xml version='1.0'?><!-- x --><m:CallCenter\n", "callcenter"),
        (b"<callcenter ", "callcenter"),
        (codecs.BOM_UTF8 + b"<callCenter>", "callcenter"),
        ("<callCenter>".encode("utf-16"), "callcenter"),
        (b"<callCenters>", None),
        (b"<CallCenterRouting>", None),
        (b"callCenter", None),
        (b'{"agent": {"area": {"headless": {}}}}', "layout"),
        (b"{'agent': {'area' : {'panel' : {}}}}", "layout"),
        ("{“agent”: {“area”: {“navigation”: {}}}}".encode(), "layout"),
        (b'{"jsonFileContent": "{\\"area\\": {\\"header\\": 1}}"}', "layout"),
        (b'{"jsonFileContent": {}, "defaultDesktopLayout": false}', "layout"),
        (b'{"supervisorAgent": {"area": {}}}', "layout"),
        (b'{"supervisor": {"area": {"homepage": {}}}}', "layout"),
        (b'{"area": 12}', None),
        (b'{"navigation": {}}', None),
        (b'{"name": "area", "title": "panel"}', None),
        (b"", None),
    ],
)
def test_markers_decide_what_a_file_is(head: bytes, kind: Kind | None) -> None:
    assert recognise(head) == kind


def test_a_marker_counts_within_the_first_bytes_only() -> None:
    assert recognise(b" " * (HEAD - 12) + b"<callCenter>") == "callcenter"
    assert recognise(b" " * HEAD + b"<callCenter>") is None


def test_looking_for_markers_takes_time_in_proportion_to_the_bytes() -> None:
    assert recognise(b"<" + b"a" * HEAD) is None
    assert recognise(b'"area"' + b" " * HEAD) is None


def test_a_stranger_is_left_alone() -> None:
    assert load("pom.xml", b"<project/>") is None


def test_a_broken_definition_is_still_ours() -> None:
    document = load("cc.xml", b"<callCenter><section></callCenter>")
    assert document is not None
    assert document.kind == "callcenter"
    assert [fault.rule for fault in document.faults] == ["meta/syntax"]


def test_a_broken_layout_is_still_ours() -> None:
    document = load("layout.json", b'{"area": {"panel": {}},}')
    assert document is not None
    assert document.kind == "layout"
    assert [fault.rule for fault in document.faults] == ["meta/syntax"]


def test_a_sound_definition_is_parsed() -> None:
    document = load("crm/cc.xml", b'<callCenter><section name="s"><item name="i">v</item></section></callCenter>')
    assert document is not None
    assert (document.name, document.kind, document.form, document.faults) == ("crm/cc.xml", "callcenter", "import", ())
    assert document.data == {"s": {"i": "v"}}


def test_a_sound_layout_is_parsed() -> None:
    document = load("layout.json", b'{"area": {"panel": null}}')
    assert document is not None
    assert document.data == {"area": {"panel": None}}


def test_an_undecodable_file_has_that_fault_alone_and_its_text() -> None:
    document = load("cc.xml", b"<callCenter>\xfc")
    assert document is not None
    assert [fault.rule for fault in document.faults] == ["meta/encoding"]
    assert document.data is None
    assert document.text.text == "<callCenter>\ufffd"


def test_a_file_beyond_the_limit_is_not_read_on() -> None:
    document = load("cc.xml", b"<callCenter>" + b" " * DEFAULT_SIZES.bytes("layout"))
    assert document is not None
    assert [(fault.rule, fault.message) for fault in document.faults] == [
        ("meta/too-large", "the file is larger than 5 MiB")
    ]
    assert document.text.text == ""


def test_a_file_of_just_the_limit_is_read() -> None:
    data = b"<callCenter>".ljust(DEFAULT_SIZES.bytes("layout") - len(b"</callCenter>")) + b"</callCenter>"
    assert parse("cc.xml", data, "callcenter").faults == ()


@pytest.mark.parametrize(("name", "kind"), [("a.json", "layout"), ("A.JSON", "layout"), ("a.xml", "callcenter")])
def test_an_empty_file_is_told_as_what_its_name_says(name: str, kind: Kind) -> None:
    document = empty(name)
    assert document.kind == kind
    assert [(fault.rule, fault.message, fault.span) for fault in document.faults] == [
        ("meta/syntax", "the file is empty", Span(0, 0))
    ]


@given(st.binary(max_size=80))
@settings(deadline=None)
def test_no_bytes_make_it_raise(data: bytes) -> None:
    for prefix in (b"<callCenter>", b'{"area":{"panel":'):
        document = load("x", prefix + data)
        assert document is not None
        assert (document.data is None) is bool(document.faults)


def test_real_call_centers_are_recognised(corpus: Path) -> None:
    files = [*corpus.glob("callcenter_*/*"), *corpus.glob("sfdx/*.callCenter")]
    assert files
    assert {path.name for path in files if recognise(path.read_bytes()) != "callcenter"} == set()


def test_real_layouts_and_pieces_of_them_are_recognised(corpus: Path) -> None:
    files = list(corpus.glob("layouts/*"))
    assert files
    assert {path.name for path in files if recognise(path.read_bytes()) != "layout"} == set()


def test_other_real_components_are_recognised(corpus: Path) -> None:
    files = list(corpus.glob("sfdx/*.xml"))
    assert files
    assert {recognise(path.read_bytes()) for path in files} == {"salesforce"}


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.cspTrustedSite-meta.xml", f'<?xml version="1.0"?>\n<CspTrustedSite xmlns="{NAMESPACE}">', "salesforce"),
        ("a.xml", f'<!-- > -->\n<Profile xmlns="{NAMESPACE}"/>', "salesforce"),
        ("a.xml", "<Profile>", None),
        ("a.xml", f'<Flow xmlns="{NAMESPACE}">', None),
        ("a.xml", f'<CallCenter xmlns="{NAMESPACE}">', "callcenter"),
        ("customMetadata/Type.Record.md", f'<CustomMetadata xmlns="{NAMESPACE}">', "salesforce"),
        ("README.md", "```xml\n<callCenter>\n```", None),
        ("README.md", f'```xml\n<CustomMetadata xmlns="{NAMESPACE}">', None),
        ("classes/A.cls", "public class A {}", "salesforce"),
    ],
)
def test_components_are_recognised_by_root_and_namespace_and_apex_by_its_ending(name, text, kind) -> None:
    assert recognise_file(name, text.encode()) == kind


NOTE = "2026-03-01  call center: set <callCenter> back"
SCRIPT = """#!/bin/sh\njq '{"comp": "acme-orders", "script": $url}'"""


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("CHANGELOG", NOTE, None),
        ("conf.d/.notes", NOTE, None),
        ("CHANGELOG.xml", NOTE, "callcenter"),
        ("upload-layout", SCRIPT, None),
        ("upload-layout.json", SCRIPT, "layout"),
        ("log", "[12:03] <callCenter>", None),
        ("crm", "\n<callCenter>", "callcenter"),
        ("crm", "\ufeff<callCenter>", "callcenter"),
        ("crm", "<callCenter>".encode("utf-16"), "callcenter"),
        ("layout", '{"area": {"panel": {}},}', "layout"),
        ("layout", '[ {"comp": "acme-orders", "script": ""} ]', "layout"),
        ("layout", '"headless": {"widgets": {"a": {"comp": "acme-orders"}}}', "layout"),
        ("layout", "“headless”: {“widgets”: {“a”: {“comp”: “acme-orders”}}}", "layout"),
        ("layout", r'"{\"area\": {\"panel\": {}}}"', "layout"),
    ],
)
def test_without_an_ending_a_file_has_to_begin_like_one_of_ours(
    name: str, data: str | bytes, kind: Kind | None
) -> None:
    assert recognise_file(name, data if isinstance(data, bytes) else data.encode()) == kind
