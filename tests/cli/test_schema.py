"""`wxcc-lint schema`: the shipped schemas, for editors and other programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from wxcc_lint import __version__

SCHEMAS = sorted((Path(__file__).resolve().parents[2] / "schemas").glob("*.schema.json"))
NAMES = [file.name.removesuffix(".schema.json") for file in SCHEMAS]


def test_the_list_names_every_schema_where_its_files_usually_lie_and_what_it_describes(lint):
    run = lint("schema")
    assert (run.code, run.err) == (0, "")
    heading, *rows, closing = run.out.splitlines()
    assert heading.split() == ["schema", "usual", "files", "what", "it", "describes"]
    assert [row.split()[0] for row in rows] == NAMES
    assert "config                  .wxcc-lint.yaml    Configuration of wxcc-lint" in rows
    assert "rdjson                                     wxcc-lint report for reviewdog" in rows
    assert closing == f"{len(NAMES)} schemas; wxcc-lint schema NAME prints one"


def test_programs_get_the_list_as_json(lint):
    run = lint("schema", "-f", "json")
    document = json.loads(run.out)
    assert (document["version"], document["tool"]) == (1, {"name": "wxcc-lint", "version": __version__})
    assert [it["name"] for it in document["schemas"]] == NAMES
    assert {it["name"]: it["files"] for it in document["schemas"] if it["files"]} == {
        "config": [".wxcc-lint.yaml"],
        "desktop-layout": ["layouts/**/*.json"],
        "rule": ["lint-rules/*.yaml"],
    }
    (report,) = [it for it in document["schemas"] if it["name"] == "report"]
    assert report == {
        "name": "report",
        "title": "wxcc-lint report, version 1",
        "description": "What `wxcc-lint check --format json` writes: all shown findings, sorted by path, line, column and rule, what nobody looked at, and the counts behind them.",
        "files": [],
        "id": "https://wxcc-lint.invalid/schemas/report.schema.json",
    }


@pytest.mark.parametrize("file", SCHEMAS, ids=NAMES)
def test_a_schema_is_printed_as_it_is_shipped(lint, file):
    run = lint("schema", file.name.removesuffix(".schema.json"))
    assert (run.code, run.out, run.err) == (0, file.read_text("utf-8"), "")
    Draft202012Validator.check_schema(json.loads(run.out))


@pytest.mark.parametrize("name", ["config", "desktop-layout", "rule"])
def test_a_schema_for_an_editor_needs_nothing_but_itself(lint, name):
    objects: list[dict] = []
    json.loads(lint("schema", name).out, object_hook=lambda it: objects.append(it) or it)
    references = [it["$ref"] for it in objects if isinstance(it.get("$ref"), str)]
    assert [one for one in references if not one.startswith("#")] == []


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("confg", "did you mean 'config'?"), ("desktop", f"there are {', '.join(NAMES)}")],
)
def test_an_unknown_schema_is_wrong_usage_with_a_hint(lint, typed, hint):
    run = lint("schema", typed)
    assert (run.code, run.out) == (2, "")
    assert run.errors == [f"there is no schema '{typed}'; {hint}"]
