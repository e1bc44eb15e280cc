"""What holds for any file: another way of writing changes nothing, and every edit is told once, at its own address."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from functools import cache
from html import escape
from pathlib import Path

import pytest
from deepdiff import DeepDiff
from hypothesis import given, settings, strategies as st

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.documents.identity import identity
from wxcc_lint.documents.json import parse_json

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
RELEASES = [(generation, release) for generation in ("v1", "v2", "scv") for release in vocabulary(generation).releases]
LAYOUTS = (
    "CiscoDevNet__cjaas-widgets__JDS_DesktopLayout_DEV_BOTH__2025-02-25_5f49ce5.json",
    "CiscoDevNet__webex-contact-center-crm-integrations__salesforce_desktop_0.1.0_v1.1.9__2025-05-05_be179fe.json",
    "CiscoDevNet__webex-contact-center-crm-integrations__Freshdesk_Desktop_0.0.6_2.1.4__2023-06-30_e906f94.json",
)
KEYS = {"comp", "navigateTo", "id", "title", "textContent", "name"}
"""Members that identify an element, or may."""

# Ways to write a layout


def turned_round(value):
    if isinstance(value, dict):
        return {key: turned_round(child) for key, child in reversed(value.items())}
    return [turned_round(child) for child in value] if isinstance(value, list) else value


def escaped(data):
    return re.sub(r"[a-z](?=[^\"]*\":)", lambda found: f"\\u{ord(found[0]):04x}", json.dumps(data), count=40)


JSON_WRITERS = {
    "minified": lambda data: json.dumps(data, separators=(",", ":")),
    "indented": lambda data: json.dumps(data, indent=4) + "\n",
    "tabs": lambda data: json.dumps(data, indent="\t"),
    "windows": lambda data: json.dumps(data, indent=2).replace("\n", "\r\n"),
    "keys turned round": lambda data: json.dumps(turned_round(data)),
    "keys sorted": lambda data: json.dumps(data, sort_keys=True, indent=1),
    "no escapes": lambda data: json.dumps(data, ensure_ascii=False),
    "escapes": escaped,
    "wrapped text": lambda data: json.dumps({"name": "x", "jsonFileContent": json.dumps(data, indent=1)}),
    "wrapped object": lambda data: json.dumps({"name": "x", "jsonFileContent": data}, indent=1),
}

# Ways to write a call center

_TAG = re.compile(r"<(section|item)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'\w+="[^"]*"')
_VALUE = re.compile(r"(<item\b[^>]*[^/]>)([^<]*)(?=</item>)")
_BETWEEN = re.compile(r"(?:(?<=</item>)|(?<=</section>))\s+(?=<)")


def in_cdata(text):
    return _VALUE.sub(lambda found: f"{found[1]}<![CDATA[{found[2]}]]>" if "&" not in found[2] else found[0], text)


def with_entities(text):
    return _VALUE.sub(lambda found: found[1] + found[2].replace('"', "&quot;").replace("a", "&#97;"), text)


def _spaced(found):
    is_json = found[2].startswith("[")
    return found[1] + (escape(json.dumps(json.loads(found[2]), indent=1), quote=False) if is_json else found[2])


def with_spaced_json(text):
    return _VALUE.sub(_spaced, text)


XML_WRITERS = {
    "attributes turned round": lambda text: _TAG.sub(
        lambda tag: f"<{tag[1]} {' '.join(reversed(_ATTRIBUTE.findall(tag[2])))}>", text
    ),
    "comments": lambda text: _BETWEEN.sub("\n<!-- checked -->\n", text),
    "one line": lambda text: _BETWEEN.sub("", text),
    "indented": lambda text: _BETWEEN.sub("\n\n\t  ", text),
    "blanks around values": lambda text: _VALUE.sub(r"\1 \2" + "\n", text),
    "windows": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "declaration": lambda text: text if text.startswith("<?xml") else f'<?xml version="1.0"?>\n{text}',
    "CDATA": in_cdata,
    "entities": with_entities,
    "JSON with blanks": with_spaced_json,
}


@cache
def layouts():
    """The default layout, and three real ones where the corpus is there."""
    paths = [CORPUS / "layouts" / name for name in LAYOUTS]
    return [default_layout(), *(json.loads(path.read_text("utf-8")) for path in paths if path.is_file())]


@pytest.fixture(scope="session")
def real(request):
    """The texts of all real files that can be read."""
    corpus = request.getfixturevalue("corpus")
    centers = [path for name in ("callcenter_wxcc", "callcenter_other") for path in sorted(corpus.glob(f"{name}/*"))]
    texts = [path.read_bytes().decode("utf-8-sig") for path in centers if "sumsted" not in path.name]
    readable = []
    for path in sorted(corpus.glob("layouts/*")):
        document = parse_json(path.name, path.read_text("utf-8-sig"), "layout")
        readable += (
            [document.data] if isinstance(document.data, dict) and {"area", "agent"} & document.data.keys() else []
        )
    return texts, readable


@pytest.mark.parametrize("way", XML_WRITERS)
def test_call_center_written_in_another_way_is_the_same(diff, real, way):
    for text in real[0]:
        other = XML_WRITERS[way](text)
        assert diff.told(text, other) == []
        assert diff.told(other, text) == []


def test_metadata_form_of_a_real_file_is_the_same(diff, real, retrieved):
    for text in real[0]:
        other = retrieved(text)
        assert diff.told(text, other) == []
        assert diff.told(other, text) == []


@pytest.mark.parametrize("way", JSON_WRITERS)
def test_layout_written_in_another_way_is_the_same(diff, real, way):
    for data in real[1]:
        assert diff.told(json.dumps(data, indent=2), JSON_WRITERS[way](data)) == []


def test_ways_of_writing_are_no_idle_ones(real):
    idle = [way for way, write in XML_WRITERS.items() if all(write(text) == text for text in real[0])]
    assert idle == []
    assert len({write(real[1][0]) for write in JSON_WRITERS.values()} | {json.dumps(real[1][0])}) >= len(JSON_WRITERS)


# Every edit is seen


@pytest.mark.parametrize(("generation", "release"), RELEASES, ids=[f"{name}-{one.id}" for name, one in RELEASES])
def test_an_edit_of_every_item_is_one_change(diff, generation, release):
    text = render_import(release)
    for (section, name), fact in release.items.items():
        before = f'name="{name}" label="{escape(fact.label)}">{escape(fact.default, quote=False)}<'
        start = text.index(before, text.index(f'name="{section}"'))
        other = text[:start] + before[:-1] + "x<" + text[start + len(before) :]
        told = diff.told(text, other)
        assert [one[1].partition("[")[0] for one in told] == [f"/{section}/{name}"], name
        assert [one[1].partition("[")[0] for one in diff.told(other, text)] == [f"/{section}/{name}"], name


@pytest.mark.parametrize(("generation", "release"), RELEASES, ids=[f"{name}-{one.id}" for name, one in RELEASES])
def test_an_edit_of_every_label_is_one_change(diff, generation, release):
    text = render_import(release)
    for found in re.finditer(r'(?:section|item) sortOrder="\d+" name="(\w+)" label="([^"]*)"', text):
        other = text[: found.end() - 1] + "x" + text[found.end() - 1 :]
        ((kind, at, old, new),) = diff.told(text, other)
        assert (kind, at.endswith(f"/{found[1]}/@label"), new) == ("changed", True, f"{old}x")


MAPPING = {
    "wxccFieldName": "a",
    "sfdcFieldName": "B",
    "isDefaultValueEnabled": "false",
    "isConditionalEnabled": "false",
}
CONSTANT = {"CadFieldName": "a", "SalesforceFieldName": "B", "isDefaultValueEnabled": False, "defaultFieldValue": "c"}
CONDITION = {"WxCCFieldName": "a", "wxccFieldValue": "b", "sfdcFieldValue": "c"}


@pytest.mark.parametrize(
    ("item", "entry"),
    [
        ("sfdcCaseFieldCadVariableMappings2", MAPPING),
        ("CadSalesforceFieldMapping1", CONSTANT),
        ("sfdcCaseFieldConditionalMappings1", CONDITION),
    ],
)
def test_an_edit_of_every_mapping_property_is_one_change(diff, item, entry):
    text = render_import(vocabulary().release("r6"))
    start = text.index(">", text.index(f'name="{item}"')) + 1
    end = text.index("<", start)
    left = text[:start] + json.dumps([entry]) + text[end:]
    for name in entry:
        right = text[:start] + json.dumps([entry | {name: "true"}]) + text[end:]
        (change,) = diff.changes(left, right)
        assert change.kind in {"changed", "renamed"}
        assert (change.left_value, change.right_value) == (entry[name], "true")
        (extra,) = diff.told(left, text[:start] + json.dumps([entry | {f"{name}2": 1}]) + text[end:])
        assert extra[0] == "added"
        assert extra[1].endswith(f"]/{name}2")


def paths_of(value, above=()):
    """Yield the path of every value that is no object or list of objects, as the differ sees it."""
    children = None
    if isinstance(value, dict) and value:
        children = value.items()
    elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        children = enumerate(value)
    if children is None:
        yield above
        return
    for key, child in children:
        yield from paths_of(child, (*above, key))


def at(data, path):
    for step in path:
        data = data[step]
    return data


def edited(data, path, value):
    other = deepcopy(data)
    at(other, path[:-1])[path[-1]] = value
    return other


@pytest.mark.parametrize("number", range(4))
def test_an_edit_of_every_value_of_a_layout_is_told(diff, number):
    if number >= len(layouts()):
        pytest.skip("the corpus of real files is not here")
    data = layouts()[number]
    left = parse_json("a", json.dumps(data), "layout")
    for path in paths_of(data):
        right = parse_json("b", json.dumps(edited(data, path, "edited")), "layout")
        told = diff.told(left, right)
        assert told, path
        if path[-1] not in KEYS:
            assert told == [("changed", identity(left, path), at(data, path), "edited")]


VALUES = st.one_of(st.booleans(), st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text())


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_one_random_value_is_one_change_on_any_way_of_writing(diff, data):
    layout = data.draw(st.sampled_from(layouts()))
    path = data.draw(st.sampled_from([path for path in paths_of(layout) if path[-1] not in KEYS]))
    value = data.draw(VALUES)
    write, write_other = (data.draw(st.sampled_from(list(JSON_WRITERS.values()))) for _ in range(2))
    right = edited(layout, path, value)
    document = parse_json("a", write(layout), "layout")
    changes = diff.changes(write(layout), write_other(right))
    is_same = type(value) is type(at(layout, path)) and value == at(layout, path)
    if is_same or (
        not isinstance(value, bool) and not isinstance(at(layout, path), bool) and value == at(layout, path)
    ):
        assert changes == []
        return
    ((kind, where, old, new),) = [(one.kind, one.at, one.left_value, one.right_value) for one in changes]
    above = "/jsonFileContent" if "jsonFileContent" in document.data else ""
    assert (kind, where) == ("changed", above + identity(parse_json("a", json.dumps(layout), "layout"), path))
    assert (old, new) == (at(layout, path), value)
    assert diff.told(write(layout), write_other(right)) == diff.told(write(layout), write_other(right))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_each_difference_that_deepdiff_finds_is_covered_by_one_change(diff, data):
    layout = data.draw(st.sampled_from(layouts()))
    right = deepcopy(layout)
    paths = [path for path in paths_of(layout) if path[-1] not in KEYS and isinstance(path[-1], str)]
    for number, path in enumerate(data.draw(st.lists(st.sampled_from(paths), min_size=1, max_size=6, unique=True))):
        match data.draw(st.sampled_from(["change", "add", "remove"])):
            case "change":
                at(right, path[:-1])[path[-1]] = f"edited {number}"
            case "add":
                at(right, path[:-1])[f"added {number}"] = number
            case "remove":
                del at(right, path[:-1])[path[-1]]
    trees = diff.trees(json.dumps(layout), json.dumps(right))
    found = DeepDiff(*map(diff.plain, trees), view="tree", threshold_to_diff_deeper=0)
    differences = [tuple(level.path(output_format="list")) for levels in found.values() for level in levels]
    changes = [
        tuple(map(str, one.keys)) for one in diff.changes(json.dumps(layout), json.dumps(right)) if one.kind != "moved"
    ]
    covering = [[keys for keys in changes if path[: len(keys)] == keys] for path in differences]
    assert [len(keys) for keys in covering] == [1] * len(differences)
    assert {keys for held in covering for keys in held} == set(changes)
