"""Properties of components: whatever metadata holds, each node stands where it says, and has an address that reads back."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, unescape

import pytest
from hypothesis import given, strategies as st

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE, list_keys, types_by_root
from wxcc_lint.documents.identity import identity, identity_path
from wxcc_lint.documents.limits import DEFAULT_SIZES, MAX_DEPTH
from wxcc_lint.documents.load import load
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.nodes import json_paths
from wxcc_lint.documents.paths import format_path, parse_path
from wxcc_lint.documents.salesforce import parse_component
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.edits import text_edit
from wxcc_lint.problems import Edit

ROOTS = sorted(root for root in types_by_root() if root)
NAMES = sorted({name.rpartition("/")[2] for name in list_keys()} | {"label", "url", "enabled", "value", "fullName"})
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))
NODES = st.recursive(
    TEXTS, lambda inner: st.lists(st.tuples(st.sampled_from(NAMES), inner), min_size=1, max_size=4), max_leaves=12
)
BLANKS = st.sampled_from(["", " ", "\n    ", "\r\n\t", "<!-- a < b -->", "<?pi?>"])
"""What may stand between elements. Inside of texts comments would cut them into pieces."""


@st.composite
def metadata(draw: st.DrawFn) -> str:
    """Draw a component with random elements, texts, entities, CDATA and blanks."""

    def written(node: Any) -> str:
        if isinstance(node, str):
            is_cdata = "]]>" not in node and draw(st.booleans())
            return f"<![CDATA[{node}]]>" if is_cdata else escape(node, {"'": "&apos;", "é": "&#233;"})
        inside = "".join(
            f"{draw(BLANKS)}<{name}/>" if child == "" else f"{draw(BLANKS)}<{name}>{written(child)}</{name}>"
            for name, child in node
        )
        return inside + draw(BLANKS)

    root = draw(st.sampled_from(ROOTS))
    members = draw(st.lists(st.tuples(st.sampled_from(NAMES), NODES), max_size=4))
    return f'{draw(BLANKS)}<{root} xmlns="{NAMESPACE}">{written(members)}</{root}>\n'


@given(metadata())
def test_what_stands_at_a_place_is_what_the_node_says(text: str) -> None:
    document = parse_component("A.xml", text)
    assert document.faults == ()
    for path in json_paths(document.data):
        value = _at(document.data, path)
        if isinstance(value, str):
            span = Place(document, path).span
            assert document.decode_value is not None
            assert document.decode_value(text[span.start : span.end])[0] == value


@given(metadata(), st.data())
def test_a_character_of_a_text_stands_where_it_is(text: str, data: st.DataObject) -> None:
    document = parse_component("A.xml", text)
    values = {path: value for path in json_paths(document.data) if (value := _at(document.data, path))}
    texts = {path: value for path, value in values.items() if isinstance(value, str)}
    if not texts:
        return
    path = data.draw(st.sampled_from(sorted(texts, key=str)))
    index = data.draw(st.integers(0, len(texts[path]) - 1))
    span = Place(document, path).slice(index, index + 1).span
    raw = text[span.start : span.end].replace("\r\n", "\n")
    assert texts[path][index] in {raw, unescape(raw, {"&apos;": "'", "&#233;": "é"})}


@given(metadata())
def test_every_node_has_an_address_of_its_own_that_reads_back(text: str) -> None:
    document = parse_component("A.xml", text)
    addresses = {}
    for path in json_paths(document.data):
        written = identity(document, path)
        assert format_path(parse_path(written)) == written
        assert parse_path(written) == identity_path(document, path)
        addresses[path] = written
    assert len(set(addresses.values())) == len(addresses)


@given(metadata(), st.data(), TEXTS)
def test_a_text_that_is_set_reads_as_that_text_and_nothing_else_changes(
    text: str, data: st.DataObject, new: str
) -> None:
    document = parse_component("A.xml", text)
    paths = [path for path in json_paths(document.data) if isinstance(_at(document.data, path), str)]
    if not paths:
        return
    path = data.draw(st.sampled_from(paths))
    edit = text_edit(Edit(Place(document, path), "set", new))
    if edit is None:
        assert _at(document.data, path) == ""
        return
    mended = parse_component("A.xml", text[: edit.start] + edit.text + text[edit.end :])
    assert _at(mended.data, path) == new
    assert list(json_paths(mended.data)) == list(json_paths(document.data))


@given(
    metadata(), st.integers(min_value=0), st.sampled_from(["<", "&", "</a>", "]]>", "\x00", "<!DOCTYPE a>", '"', "é"])
)
def test_a_spoilt_component_never_crashes(text: str, at: int, spoil: str) -> None:
    cut = at % (len(text) + 1)
    document = parse_component("A.xml", text[:cut] + spoil + text[cut:])
    assert (document.data is None) == bool(document.faults)
    assert len(document.faults) <= 1


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        (
            "A.profile-meta.xml",
            b"<Profile xmlns='%b'>" % NAMESPACE.encode() + b"<a>" * (MAX_DEPTH + 1),
            "meta/too-deep",
        ),
        (
            "A.profile-meta.xml",
            b"<Profile xmlns='%b'>" % NAMESPACE.encode() + b" " * DEFAULT_SIZES.bytes("salesforce"),
            "meta/too-large",
        ),
        ("A.profile-meta.xml", b"<Profile xmlns='%b'><a>\xe9</a></Profile>" % NAMESPACE.encode(), "meta/encoding"),
        ("A.profile-meta.xml", b"<Profile xmlns='%b'>" % NAMESPACE.encode(), "meta/syntax"),
        ("A.cls", b"\x00\x01sfdcOmni\xff", "meta/encoding"),
        ("A.cls", b"x" * (DEFAULT_SIZES.bytes("salesforce") + 1), "meta/too-large"),
        ("sfdx-project.json", b'{"packageDirectories": [' + b"[" * (MAX_DEPTH + 1), "meta/too-deep"),
    ],
)
def test_hostile_components_are_one_fault_each(name: str, data: bytes, rule: str) -> None:
    document = load(name, data)
    assert document is not None
    assert [fault.rule for fault in document.faults] == [rule]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("profiles/A%00B.profile-meta.xml", "A\x00B"),
        ("profiles/%2E%2E%2Fetc.profile-meta.xml", "../etc"),
        ("profiles/%E9%zz.profile-meta.xml", "\ufffd%zz"),
        ("..profile-meta.xml", "."),
        (".profile-meta.xml", ""),
        ("profiles/" + "x" * 5000 + ".profile-meta.xml", "x" * 5000),
    ],
)
def test_names_are_only_ever_text(file: str, name: str) -> None:
    text = f'<Profile xmlns="{NAMESPACE}"><custom>true</custom></Profile>'
    assert SalesforceComponent(parse_component(file, text)).name == name


def test_a_profile_with_very_many_entries_is_read_once_through() -> None:
    entry = "<fieldPermissions><editable>true</editable><field>Case.F{}__c</field></fieldPermissions>"
    entries = "".join(entry.format(number) for number in range(100_000))
    document = load("A.profile-meta.xml", f'<Profile xmlns="{NAMESPACE}">{entries}</Profile>'.encode())
    assert document is not None
    view = SalesforceComponent(document)
    assert sum(1 for _ in view.parts("fieldPermissions")) == 100_000
    assert identity(document, ("fieldPermissions", 99_999)) == "/fieldPermissions[field=Case.F99999__c]"


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data
