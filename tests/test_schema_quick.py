"""The compiled checker never says that data are valid which jsonschema would find fault with."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint import schema_quick
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.documents.nodes import json_paths
from wxcc_lint.schema import load_schema, schema_findings
from wxcc_lint.schema_quick import is_surely_valid

LAYOUT = load_schema("desktop-layout")
VALUES = [None, True, 1, 1.0, -1, "", "x", "1", [], [1], {}, {"comp": "div"}]


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wxcc_lint.schema.is_surely_valid", lambda _data, _schema: False)


@pytest.mark.usefixtures("slowly")
def test_real_layouts_are_judged_alike(corpus: Path) -> None:
    judged = 0
    for path in corpus.glob("layouts/*"):
        try:
            data = json.loads(path.read_bytes())
        except ValueError:
            continue
        judged += 1
        assert (path.name, is_surely_valid(data, LAYOUT)) == (path.name, not list(schema_findings(data, LAYOUT)))
    assert judged > 1


@pytest.mark.usefixtures("slowly")
def test_a_value_put_anywhere_is_judged_alike() -> None:
    paths = [path for path in json_paths(default_layout()) if path]
    for number, path in enumerate(paths):
        data: Any = default_layout()
        target = data
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = VALUES[number % len(VALUES)]
        if is_surely_valid(data, LAYOUT):
            assert (path, list(schema_findings(data, LAYOUT))) == (path, [])


json_data = st.recursive(
    st.sampled_from(VALUES) | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["sfdcFieldName", "a"]), inner, max_size=2)
    ),
    max_leaves=6,
)


@given(json_data, st.sampled_from(["callcenter-mapping-w", "callcenter-mapping-a", "callcenter-conditional"]))
@settings(deadline=None)
def test_whatever_it_passes_jsonschema_passes(data: Any, name: str) -> None:
    schema = load_schema(name)
    if is_surely_valid(data, schema):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("wxcc_lint.schema.is_surely_valid", lambda _data, _schema: False)
            assert list(schema_findings(data, schema)) == []


@pytest.mark.parametrize("data", ["\ud800", float("inf"), float("nan"), 10**400, {1: 2}])
def test_what_it_cannot_take_is_left_to_jsonschema(data: Any) -> None:
    schema = {"type": ["string", "object"], "maxLength": 0}
    assert is_surely_valid(data, schema) is False


@pytest.mark.parametrize(
    "schema", [{"format": "date"}, {"$ref": "https://wxcc-lint.invalid/schemas/config.schema.json"}]
)
def test_formats_and_other_files_are_left_to_jsonschema(schema: dict[str, Any]) -> None:
    assert is_surely_valid("2026-01-01", schema) is False


def test_without_the_compiled_checker_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    monkeypatch.setattr(schema_quick, "_compiled", {})
    assert is_surely_valid({}, {"type": "object"}) is False
