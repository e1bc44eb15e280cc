"""Comparing a file with what becomes of it by edits: what is equal has no difference, what is normal stays so, both ways agree.

The first byte chooses the file, perhaps another one for the right side; up to a NUL byte stand edits that both sides have,
behind it those of the right side.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache

from jsonpatch import JsonPatch

from tests.fuzz.edits import Script, edited_json, edited_xml
from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.diff.changes import Change, ChangeKind
from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.normalise import STEPS, trees_of
from wxcc_lint.diff.normalise_values import ApiNames, item_value
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.diff.patch import operations
from wxcc_lint.diff.view import Drift
from wxcc_lint.documents.callcenter_row import may_hold_rows, parse_rows
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.load import load
from wxcc_lint.documents.paths import parse_path

MIRRORED: dict[ChangeKind, ChangeKind] = {"added": "removed", "removed": "added"}
LONGEST = 64
WORDS = (b"\0", b"\0\0", b"\1\0", b"\2\0", b"\3\0", b"\4\0", b"\5\0", b"\7\0", b"\x0b\0")
CENTER = b"""<callCenter><section sortOrder="0" name="reqGeneralInfo" label="General">
<item sortOrder="0" name="reqInternalName" label="Internal Name">WebexCCAgentDesktopV20241121</item>
<item sortOrder="1" name="reqUseApi" label="API">TRUE</item>
<item sortOrder="2" name="reqAdapterUrl" label="URL">HTTPS://Desktop.Example/</item></section>
<section name="reqActivityInfo" label="a"><item name="sfdcWxccFieldMappings1" label="m">[]</item></section></callCenter>"""
RETRIEVED = b"""<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>WebexCCAgentDesktop</fullName>
<adapterUrl>https://a.example</adapterUrl><customSettings>{"reqUseApi": "true"}</customSettings><sections>
<items><label>API</label><name>reqUseApi</name><value>true</value></items><items><label>a</label><name>a</name></items>
<label>General</label><name>reqGeneralInfo</name></sections><version>4</version></CallCenter>"""
ROW = {"InternalName": "a", "AdapterUrl": "https://a.example", "Version": 4, "CustomSettings": '{"reqUseApi": true}'}
LAYOUT = {
    "agent": {
        "area": {
            "headless": {
                "comp": "a",
                "children": [{"comp": "b", "attributes": {"id": 1}}, {"comp": "b"}, {"comp": "c"}],
            },
            "navigation": [{"nav": {"navigateTo": "x"}}, {"nav": {"navigateTo": "y"}, "page": {"id": "y"}}, {}],
        }
    },
    "supervisor": {},
    "supervisorAgent": {
        "area": {"panel": {"comp": "md-tabs", "children": [{"comp": "md-tab"}, {"comp": "md-tab-panel"}]}}
    },
}
WRAPPED = {"id": "1", "name": "a", "teamIds": ["a", "b"], "global": False, "jsonFileContent": LAYOUT}
PROFILE = b"""<Profile xmlns="http://soap.sforce.com/2006/04/metadata"><custom>true</custom>
<fieldPermissions><field>Task.A__c</field><editable>true</editable></fieldPermissions>
<fieldPermissions><field>Task.B__c</field><editable>false</editable></fieldPermissions>
<layoutAssignments><layout>Task</layout></layoutAssignments><layoutAssignments><layout>Task</layout><recordType>a</recordType>
</layoutAssignments></Profile>"""


def seeds() -> Iterator[bytes]:
    for number in range(len(_bases())):
        yield bytes([number])
        for what in range(6):
            yield bytes([number, 0, 3, 0, what, *b"\0\1\0\3\0\1\0\2\0"])
        for other in range(number):
            yield bytes([number + 16 * (other + 1)])


def check(data: bytes) -> None:
    bases, chosen = _bases(), data[0] if data else 0
    base, other = bases[chosen % 16 % len(bases)], bases[(chosen // 16 - 1) % len(bases)]
    shared, _, further = data[1:].partition(b"\0")
    before = _edited(base, Script(shared))
    after = _edited(other, Script(shared)) if chosen // 16 else before
    left, right = _object(before), _object(_edited(after, Script(further)))
    if left is None or right is None:
        return
    assert not _changes(left, _object(before)), "what is read twice is the same"
    _assert_normal(left)
    if left.sort != right.sort:
        return
    there, back = _changes(left, right), _changes(right, left)
    assert Counter(MIRRORED.get(one.kind, one.kind) for one in there) == Counter(one.kind for one in back)
    assert _values(there) == Counter((old, new) for new, old in _values(back).elements())
    if left.kind == "layout":
        _assert_patch(left, right, there)
    for change in there:
        _assert_told(Drift(Pair(left, right, "option"), change))


@cache
def _bases() -> tuple[bytes, ...]:
    """Return small files of all kinds, then definitions of the catalogue."""
    releases = [vocabulary("v1").release("r5a"), vocabulary("v2").release("r6"), vocabulary("scv").release("r2")]
    layouts = [LAYOUT, WRAPPED, {**WRAPPED, "jsonFileContent": json.dumps(LAYOUT)}, {"area": LAYOUT["agent"]["area"]}]
    return (
        *(CENTER, RETRIEVED, PROFILE, json.dumps(ROW).encode()),
        *(json.dumps(one).encode() for one in layouts),
        *(render_import(one).encode() for one in releases if one is not None),
    )


def _edited(base: bytes, script: Script) -> bytes:
    while script:
        base = (
            edited_xml(base, script)
            if base.startswith(b"<")
            else json.dumps(edited_json(json.loads(base), script)).encode()
        )
    return base


def _assert_patch(left: ConfigObject, right: ConfigObject, changes: list[Change]) -> None:
    """The changes, made in the left layout, give the right one."""
    before, after = Layout(left.document), Layout(right.document)
    tree, _ = trees_of(Pair(left, right, "option"), STEPS, {})
    assert tree is not None
    if before.form == after.form:
        found = list(operations(tree, changes, {id(change) for change in changes}))
        assert JsonPatch(found).apply(deepcopy(before.root)) == after.root


def _object(data: bytes) -> ConfigObject | None:
    rows = parse_rows("a", data.decode()).documents if may_hold_rows(data) else ()
    document = rows[0] if rows else load("a", data)
    if document is None or document.faults:
        return None
    is_component = document.kind == "salesforce"
    kind = "component" if is_component else document.kind
    return ConfigObject(kind, "a", document, type=document.form if is_component else "")


def _changes(left: ConfigObject, right: ConfigObject | None) -> list[Change]:
    before, after = trees_of(Pair(left, right, "option"), STEPS, {})
    assert before is not None
    assert after is not None
    return list(compare(before, after))


def _values(changes: list[Change]) -> Counter[tuple[str, str]]:
    return Counter((repr(one.left_value), repr(one.right_value)) for one in changes if one.kind == "changed")


def _assert_normal(one: ConfigObject) -> None:
    """What is normalised changes no more; a layout that is written in another way says the same."""
    document = one.document
    if one.kind == "callcenter":
        view = CallCenter(document)
        for item in view.items():
            fact, names = view.fact(item), ApiNames()
            value = item_value(item.text, fact, STEPS, names)
            assert item_value(value, fact, STEPS, names) == value
    elif one.kind == "layout":
        anew = _object(json.dumps(document.data, sort_keys=True, indent=1).encode())
        assert anew is not None
        assert not _changes(one, anew)


def _assert_told(drift: Drift) -> None:
    """Every change has an address, a place and words."""
    parse_path(drift.change.at)
    assert drift.told(drift.thing)
    assert drift.aspect is not None
    span = drift.at.span
    assert 0 <= span.start <= span.end <= len(drift.at.document.root.text.text)
