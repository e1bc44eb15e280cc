"""Where nothing is wrong nobody asks where it stands: what takes its time is counted, never timed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.strategies.checking import checked
from tests.strategies.definitions import Definition, Item, Section
from tests.strategies.xml_texts import XmlStyle
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.documents import json as json_texts, json_scan, variables, xml
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.json_spans import JsonSpans
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.variables import references, with_variables
from wxcc_lint.spans import Span, Text

LONDON = Path(__file__).parents[2] / "fixtures/projects/two-regions-wrong-region/crm/london.xml"
LAYOUT = json.dumps(default_layout(), indent=2)
STYLES = {
    "import": XmlStyle(),
    "import, annotated": XmlStyle(comments=True, declaration=True, values="CDATA"),
    "metadata": XmlStyle("metadata", comments=True, mirrors=True, values="entities"),
}


def counted(monkeypatch: pytest.MonkeyPatch, calls: Counter[str], owner: Any, name: str) -> None:
    """Let calls of a function be counted under its name."""
    function: Callable[..., Any] = getattr(owner, name)

    def call(*arguments: Any) -> Any:
        calls[name] += 1
        return function(*arguments)

    monkeypatch.setattr(owner, name, call)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """The calls of what is slow: following brackets one by one, reading JSON again, placing XML, counting lines."""
    calls: Counter[str] = Counter()
    counted(monkeypatch, calls, json_texts, "too_deep")
    counted(monkeypatch, calls, json_scan._Scanner, "run")
    counted(monkeypatch, calls, JsonSpans, "_placed")
    counted(monkeypatch, calls, xml, "_element_spans")
    counted(monkeypatch, calls, Text, "locate")
    return calls


def definition() -> Definition:
    view = CallCenter(parse_callcenter("c.xml", LONDON.read_text("utf-8")))
    sections = (
        Section(one.name, one.label or "", tuple(Item(it.name, it.label or "", it.text) for it in one.items))
        for one in view.sections
    )
    return Definition("v1", tuple(sections))


@pytest.mark.parametrize("text", [LAYOUT, json.dumps({"jsonFileContent": LAYOUT})], ids=["bare", "wrapped"])
def test_a_clean_layout_is_checked_without_a_look_at_where_anything_stands(text: str, slow: Counter[str]) -> None:
    report = checked("layout.json", text.encode())
    assert (report.checked, report.findings) == (("layout.json",), ())
    assert slow == {}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_clean_definition_is_checked_without_a_look_at_where_anything_stands(
    style: XmlStyle, slow: Counter[str]
) -> None:
    report = checked(style.name(definition()), style.data(definition()))
    assert (len(report.checked), report.findings) == (1, ())
    assert slow == {}


def test_a_repeated_key_is_looked_for_and_one_finding_is_placed(slow: Counter[str]) -> None:
    text = LAYOUT.replace('"area": {', '"area": {}, "area": {', 1)
    (finding,) = checked("layout.json", text.encode()).findings
    assert finding.rule == "layout/duplicate-key"
    assert slow.keys() == {"run", "_placed", "locate"}


def test_only_what_holds_a_node_is_read_for_its_place(slow: Counter[str]) -> None:
    document = parse_layout("l.json", '{"a": [{"b": [1]}, {"c": {"d": 2}}], "e": {"f": 3}}')
    assert document.spans["a", 1, "c"].value == Span(25, 33)
    assert slow == {"_placed": 3}
    assert document.spans["a", 0].value == Span(7, 17)
    assert slow == {"_placed": 3}
    assert document.spans["e", "f"].value == Span(48, 49)
    assert slow == {"_placed": 4}


def test_a_finding_in_a_definition_is_placed(slow: Counter[str]) -> None:
    text = XmlStyle().text(definition()).replace(">550<", ">tall<")
    assert checked("c.xml", text.encode()).findings
    assert slow.keys() == {"_element_spans", "locate"}


def test_variables_are_looked_for_once_in_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, calls, variables, "json_values")
    document = parse_layout("l.json", '{"agent": {"appTitle": "${NAME} of ${PLACE}"}}')
    assert [one.name for one in (*references(document), *references(document))] == ["NAME", "PLACE"] * 2
    assert calls == {"json_values": 1}
    filled = with_variables(document, {"NAME": "Ann"})
    assert [one.name for one in references(filled)] == ["PLACE"]
    assert calls == {"json_values": 2}
