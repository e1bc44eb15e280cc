from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from msgspec.structs import replace

from wxcc_lint import __version__
from wxcc_lint.report import Gap, Report, Summary
from wxcc_lint.reporters import REPORTERS

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

to_json = REPORTERS["json"]


def objects(value, path=()):
    """Yield the path of every object inside `value`."""
    if isinstance(value, dict):
        yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from objects(child, (*path, key))


def reach(value, path):
    for key in path:
        value = value[key]
    return value


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "https://wxcc-lint.invalid/schemas/report.schema.json"


def test_every_property_in_the_schema_is_explained():
    for path in objects(SCHEMA):
        for name, node in reach(SCHEMA, path).get("properties", {}).items():
            target = SCHEMA["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else {}
            assert {"title", "description"} <= target.keys() | node.keys(), name


def test_the_whole_output(golden, mixed_report):
    golden("report.json", to_json(mixed_report).replace(f'"{__version__}"', '"0.0.0"'))


def test_an_empty_report():
    assert json.loads(to_json(Report((), Summary(files=2)))) == {
        "version": 1,
        "tool": {"name": "wxcc-lint", "version": __version__},
        "covers": [],
        "findings": [],
        "uncovered": [],
        "summary": {
            "files": 2,
            "skipped": 0,
            "errors": 0,
            "warnings": 0,
            "infos": 0,
            "ignored": 0,
            "baselined": 0,
            "fixable": 0,
        },
    }


def test_it_tells_which_environments_were_checked_and_what_nobody_looked_at():
    gaps = (Gap("a.xml", "may not be read (no permission)"), Gap("crn", "there is no such file or folder", 3))
    report = json.loads(to_json(Report((), Summary(), gaps=gaps, environments=("prod", "test"))))
    assert report["covers"] == ["prod", "test"]
    assert report["uncovered"] == [
        {"document": "a.xml", "reason": "may not be read (no permission)", "exitCode": 0},
        {"document": "crn", "reason": "there is no such file or folder", "exitCode": 3},
    ]
    VALIDATOR.validate(report)


def test_keys_come_in_the_order_of_the_contract(mixed_report):
    report = json.loads(to_json(mixed_report))
    finding = report["findings"][0]
    definitions = SCHEMA["$defs"]
    for value, described in [
        (report, SCHEMA),
        (report["summary"], definitions["summary"]),
        (finding, definitions["finding"]),
        (finding["fix"], definitions["fix"]),
        (finding["fix"]["edits"][0], definitions["edit"]),
        (finding["related"][0], definitions["related"]),
    ]:
        assert list(value) == [key for key in described["required"] if key in value]
    assert [*finding] == [
        *("rule", "severity", "message", "environment", "subject", "path", "line", "column", "endLine", "endColumn"),
        *("at", "help", "docs", "fingerprint", "fix", "related"),
    ]


def test_colour_and_width_do_not_matter(mixed_report):
    assert to_json(mixed_report, color=True, width=20) == to_json(mixed_report)


def test_the_schema_accepts_what_is_written(mixed_report):
    VALIDATOR.validate(json.loads(to_json(mixed_report)))
    VALIDATOR.validate(json.loads(to_json(Report((), Summary()))))


def test_the_schema_rejects_a_missing_or_an_extra_key_anywhere(mixed_report):
    whole = json.loads(to_json(mixed_report))
    paths = list(objects(whole))
    assert len(paths) == 9
    for path in paths:
        for key in reach(whole, path):
            less = json.loads(json.dumps(whole))
            del reach(less, path)[key]
            with pytest.raises(ValidationError):
                VALIDATOR.validate(less)
        more = json.loads(json.dumps(whole))
        reach(more, path)["extra"] = None
        with pytest.raises(ValidationError):
            VALIDATOR.validate(more)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("severity", "fatal"),
        ("line", 0),
        ("endColumn", "3"),
        ("rule", "Layout/Unknown"),
        ("fingerprint", ""),
        ("related", None),
        ("at", "agent"),
    ],
)
def test_the_schema_rejects_wrong_values(mixed_report, key, value):
    report = json.loads(to_json(mixed_report))
    report["findings"][0][key] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(report)


def test_hostile_text_is_escaped_and_keeps_its_value(mixed_report):
    message = "漢 😀 \x1b \x7f \x9b \u202e \u2028 \ud83d \U000e0041 <b>"
    report = Report((replace(mixed_report.findings[1], message=message),), Summary())
    text = to_json(report)
    shown = r'"message": "\u6f22 \ud83d\ude00 \u001b \u007f \u009b \u202e \u2028 \ud83d \udb40\udc41 <b>"'
    assert shown in text
    assert text.isascii(), "whatever the encoding of the stream, its bytes are UTF-8"
    assert json.loads(text)["findings"][0]["message"] == message
