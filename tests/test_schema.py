from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint import schema as schema_module
from wxcc_lint.resources import resource_dir
from wxcc_lint.schema import SchemaFinding, load_schema, schema_findings

NAMES = sorted(path.name.removesuffix(".schema.json") for path in resource_dir("schemas").glob("*.schema.json"))


def only(data: Any, schema: dict[str, Any]) -> SchemaFinding:
    (finding,) = schema_findings(data, schema)
    return finding


def told(data: Any, schema: dict[str, Any]) -> list[tuple[Any, str]]:
    return [(finding.path, finding.message) for finding in schema_findings(data, schema)]


@pytest.fixture
def schema_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of schemas in place of the shipped ones."""
    monkeypatch.setattr(schema_module, "resource_dir", lambda _name: tmp_path)
    for cached in (schema_module.load_schema, schema_module._registry):
        cached.cache_clear()
    yield tmp_path
    for cached in (schema_module.load_schema, schema_module._registry):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("keywords", "value", "message", "help_"),
    [
        ({"type": "object"}, [], "'key' must be an object with keys, not a list", ""),
        ({"type": "array"}, {}, "'key' must be a list, not an object", ""),
        ({"type": "array"}, "crm/**", "'key' must be a list, not 'crm/**'", 'write ["crm/**"]'),
        ({"type": "string"}, 3, "'key' must be text, not 3", 'put it in quotes: "3"'),
        ({"type": "string"}, False, "'key' must be text, not false", 'put it in quotes: "false"'),
        ({"type": "string"}, None, "'key' must be text, not null", ""),
        ({"type": "integer"}, 1.5, "'key' must be a whole number, not 1.5", ""),
        ({"type": "number"}, "1", "'key' must be a number, not '1'", "write 1 without quotes"),
        ({"type": "boolean"}, "yes", "'key' must be true or false, not 'yes'", ""),
        ({"type": ["string", "array", "null"]}, {}, "'key' must be text or a list, not an object", ""),
        (
            {"enum": ["left", "right"]},
            "rigth",
            "'rigth' is not allowed for 'key'; did you mean 'right'?",
            "use left or right",
        ),
        ({"enum": [1, 2, 3]}, "x", "'x' is not allowed for 'key'", "use 1, 2 or 3"),
        ({"enum": [*"abcdefghijk"]}, "x", "'x' is not allowed for 'key'", ""),
        ({"const": "a"}, "b", "'key' must be 'a', not 'b'", ""),
        ({"pattern": "^a"}, "b", "'b' is not allowed for 'key'", "it must match the pattern ^a"),
        ({"format": "date"}, "2027-02-30", "'2027-02-30' is not a valid date", ""),
        ({"minLength": 1}, "", "'key' is empty", ""),
        ({"minLength": 3}, "ab", "'key' must have at least 3 characters, not 2", ""),
        ({"maxLength": 1}, "ab", "'key' must have at most 1 characters, not 2", ""),
        ({"minimum": 3}, 2, "'key' must be at least 3, not 2", ""),
        ({"maximum": 3}, 4, "'key' must be at most 3, not 4", ""),
        ({"exclusiveMinimum": 3}, 3, "'key' must be more than 3, not 3", ""),
        ({"exclusiveMaximum": 3}, 3, "'key' must be less than 3, not 3", ""),
        ({"minItems": 1}, [], "'key' is empty", ""),
        ({"minItems": 2}, [1], "'key' must have at least 2 entries, not 1", ""),
        ({"maxItems": 1}, [1, 2], "'key' must have at most 1 entries, not 2", ""),
        ({"minProperties": 1}, {}, "'key' is empty", ""),
        ({"maxProperties": 1}, {"a": 1, "b": 2}, "'key' must have at most 1 keys, not 2", ""),
        ({"multipleOf": 2}, 3, "3 is not allowed for 'key'", ""),
        ({"not": {"const": "a"}}, "a", "'a' is not allowed for 'key'", ""),
        (
            {"anyOf": [{"type": "string"}, {"type": "array"}]},
            3,
            "'key' must be text or a list, not 3",
            'put it in quotes: "3"',
        ),
        ({"oneOf": [{"const": 1}, {"const": 2}]}, 3, "3 is not allowed for 'key'", ""),
        ({"oneOf": [{"minimum": 1}, {"minimum": 2}]}, 3, "3 is not allowed for 'key'", ""),
    ],
)
def test_a_value_that_does_not_fit(keywords: dict[str, Any], value: Any, message: str, help_: str) -> None:
    finding = only({"key": value}, {"properties": {"key": keywords}})
    assert finding == SchemaFinding(None, ("key",), "value", message, help_)


def test_a_long_value_is_cut() -> None:
    finding = only({"key": "x" * 100}, {"properties": {"key": {"const": "a"}}})
    assert finding.message == f"'key' must be 'a', not '{'x' * 59}…'"


@pytest.mark.parametrize(
    ("data", "schema", "path", "message"),
    [
        ([], {"type": "object"}, (), "the document must be an object with keys, not a list"),
        ([1], {"items": {"type": "string"}}, (0,), "entry 1 of the document must be text, not 1"),
        (
            {"files": ["a", 2]},
            {"properties": {"files": {"items": {"type": "string"}}}},
            ("files", 1),
            "entry 2 of 'files' must be text, not 2",
        ),
    ],
)
def test_a_node_is_called_by_its_key_or_its_number(data: Any, schema: Any, path: Any, message: str) -> None:
    finding = only(data, schema)
    assert (finding.path, finding.message) == (path, message)


_PERSON = {
    "properties": {"name": True, "phone": True, "fax": True},
    "required": ["name"],
    "additionalProperties": False,
}


@pytest.mark.parametrize("keyword", ["additionalProperties", "unevaluatedProperties"])
def test_an_unknown_key_stands_at_the_key(keyword: str) -> None:
    schema = {"properties": {"name": True, "phone": True}, keyword: False}
    assert list(schema_findings({"name": 1, "phnoe": 2, "zip": 3}, schema)) == [
        SchemaFinding(None, ("phnoe",), "key", "unknown key 'phnoe'; did you mean 'phone'?", ""),
        SchemaFinding(None, ("zip",), "key", "unknown key 'zip'", "known keys: name, phone"),
    ]


def test_a_key_that_is_there_is_not_suggested() -> None:
    assert told({"name": 1, "nmae": 2}, _PERSON) == [(("nmae",), "unknown key 'nmae'")]


def test_keys_that_match_a_pattern_are_known() -> None:
    schema = {"patternProperties": {"^x-": True}, "additionalProperties": False}
    assert told({"x-a": 1, "y": 2}, schema) == [(("y",), "unknown key 'y'")]


def test_a_missing_key_stands_at_its_object() -> None:
    schema = {"required": ["a"], "properties": {"list": {"items": {"required": ["rule", "reason"]}}}}
    assert list(schema_findings({"list": [{}]}, schema)) == [
        SchemaFinding(None, (), "key", "the key 'a' is missing", ""),
        SchemaFinding(None, ("list", 0), "key", "the key 'rule' is missing in entry 1 of 'list'", ""),
        SchemaFinding(None, ("list", 0), "key", "the key 'reason' is missing in entry 1 of 'list'", ""),
    ]


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    assert told({"nmae": 1}, _PERSON) == [(("nmae",), "unknown key 'nmae'; did you mean 'name'?")]
    assert told({"zip": 1}, _PERSON) == [((), "the key 'name' is missing"), (("zip",), "unknown key 'zip'")]


def test_a_key_that_needs_another_one() -> None:
    finding = only({"a": 1}, {"dependentRequired": {"a": ["b"]}})
    assert finding == SchemaFinding(None, ("a",), "key", "'a' needs the key 'b' beside it", "")


def test_a_forbidden_key() -> None:
    finding = only({"a": 1}, {"properties": {"a": {"not": {}}}})
    assert finding == SchemaFinding(None, ("a",), "key", "'a' is not allowed here", "")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"enum": ["left", "right"]}, "the key 'rigth' is not allowed in 'panels'; did you mean 'right'?"),
        ({"pattern": "^[A-Z]"}, "the key 'rigth' is not allowed in 'panels'"),
        ({"pattern": "^[A-Z]", "x-message": "'{value}' is no panel"}, "'rigth' is no panel"),
    ],
)
def test_the_name_of_a_key_may_be_wrong(names: dict[str, Any], message: str) -> None:
    finding = only({"panels": {"rigth": 1}}, {"properties": {"panels": {"propertyNames": names}}})
    assert (finding.path, finding.part, finding.message) == (("panels", "rigth"), "key", message)


def test_a_key_called_property_names_is_a_key_like_any_other() -> None:
    finding = only({"propertyNames": 1}, {"properties": {"propertyNames": {"type": "array"}}})
    assert (finding.path, finding.part) == (("propertyNames",), "value")


def test_the_repeated_entry_is_the_second_one() -> None:
    finding = only({"files": ["a", "b", "a"]}, {"properties": {"files": {"uniqueItems": True}}})
    assert finding == SchemaFinding(None, ("files", 2), "value", "'a' stands twice in 'files'", "take one away")


def test_of_several_errors_at_a_node_the_most_useful_is_told() -> None:
    schema = {"properties": {"key": {"minLength": 2, "enum": ["xx"], "type": "string"}}}
    assert told({"key": 1}, schema) == [(("key",), "'key' must be text, not 1")]
    assert told({"key": "y"}, schema) == [(("key",), "'key' must have at least 2 characters, not 1")]


def test_a_missing_key_hides_what_else_is_wrong_with_its_object() -> None:
    schema = {"minProperties": 1, "required": ["a"]}
    assert told({}, schema) == [((), "the key 'a' is missing")]


def test_the_branch_of_the_right_type_was_meant() -> None:
    schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "x-rule": "layout/list"}]}
    assert list(schema_findings(["a", 1], schema)) == [
        SchemaFinding(
            "layout/list", (1,), "value", "entry 2 of the document must be text, not 1", 'put it in quotes: "1"'
        )
    ]


def test_findings_come_in_the_order_of_the_data() -> None:
    schema = {
        "required": ["z"],
        "properties": {"a": {"type": "string"}, "b": {"items": {"properties": {"x": {"const": 1}, "y": {"const": 1}}}}},
    }
    data = {"b": [{"y": 2, "x": 2}, {"x": 2}], "a": 1}
    assert [path for path, _ in told(data, schema)] == [(), ("b", 0, "y"), ("b", 0, "x"), ("b", 1, "x"), ("a",)]


def test_the_nearest_rule_up_the_schema_names_the_finding() -> None:
    schema = {
        "x-rule": "layout/root",
        "$defs": {
            "id": {"type": "string", "x-rule": "layout/id"},
            "widget": {
                "properties": {"id": {"$ref": "#/$defs/id"}, "kind": {"type": "string"}},
                "if": {"properties": {"kind": {"const": "frame"}}, "required": ["kind"]},
                "then": {"required": ["src"], "x-rule": "layout/frame"},
                "required": ["id"],
            },
        },
        "properties": {
            "own": {"x-rule": "layout/own", "properties": {"a": {"type": "string"}}},
            "widget": {"$ref": "#/$defs/widget"},
            "plain": {"type": "string"},
        },
    }
    data = {"own": {"a": 1}, "widget": {"id": 1, "kind": "frame"}, "plain": 1}
    assert [(finding.rule, finding.path) for finding in schema_findings(data, schema)] == [
        ("layout/own", ("own", "a")),
        ("layout/frame", ("widget",)),
        ("layout/id", ("widget", "id")),
        ("layout/root", ("plain",)),
    ]


def test_a_position_may_have_its_own_words() -> None:
    position = {
        "type": "string",
        "pattern": "^https:",
        "x-message": "'{value}' in '{key}' is no link, {braces} stay",
        "x-help": "begin '{key}' with https:",
    }
    schema = {"properties": {"src": position}}
    finding = only({"src": "ftp:x"}, schema)
    assert finding.message == "'ftp:x' in 'src' is no link, {braces} stay"
    assert finding.help == "begin 'src' with https:"
    assert only({"src": 3}, schema).message == "'src' must be text, not 3"
    assert only({"src": 3}, schema).help == "begin 'src' with https:"


def test_own_words_without_help_leave_ours_out() -> None:
    assert only({"a": "x"}, {"properties": {"a": {"pattern": "y", "x-message": "no"}}}).help == ""


def test_a_schema_may_refer_to_another_file(schema_dir: Path) -> None:
    base = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    host = "https://wxcc-lint.invalid/schemas"
    outer = {**base, "$id": f"{host}/outer.schema.json", "items": {"$ref": "inner.schema.json"}}
    inner = {**base, "$id": f"{host}/inner.schema.json", "x-rule": "layout/inner", "$ref": "#/$defs/text"}
    inner["$defs"] = {"text": {"type": "string", "x-rule": "layout/text"}, "number": {"type": "number"}}
    outer["prefixItems"] = [{"$ref": "inner.schema.json#/$defs/number"}]
    for name, schema in (("outer", outer), ("inner", inner)):
        (schema_dir / f"{name}.schema.json").write_text(json.dumps(schema), "utf-8")
    assert [(it.rule, it.path) for it in schema_findings(["x", 1], load_schema("outer"))] == [
        (None, (0,)),
        ("layout/text", (1,)),
    ]


def test_a_schema_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        load_schema("nothing")


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_schema_is_one_and_says_what_it_is_for(name: str) -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads((resource_dir("schemas") / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"https://wxcc-lint.invalid/schemas/{name}.schema.json"
    assert schema["title"]
    assert schema["description"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.text(max_size=5) | st.sampled_from(["rules", "ignore", "environments", "prod", "files"]), inner
            )
        ),
        max_leaves=10,
    )
)
@settings(deadline=None)
def test_whatever_the_data_every_finding_has_a_place_in_it(data: Any) -> None:
    findings = list(schema_findings(data, load_schema("config")))
    assert findings == list(schema_findings(data, load_schema("config")))
    assert bool(findings) or data is None or isinstance(data, dict)
    for finding in findings:
        node = data
        for step in finding.path:
            node = node[step]
        assert finding.message


def test_the_whole_has_the_name_it_is_given() -> None:
    schema = {"type": "array", "items": {"type": "string"}}
    messages = [found.message for found in schema_findings([1], schema, "'Field Mappings'")]
    assert messages == ["entry 1 of 'Field Mappings' must be text, not 1"]
    assert [found.message for found in schema_findings({}, schema, "'Field Mappings'")] == [
        "'Field Mappings' must be a list, not an object"
    ]
