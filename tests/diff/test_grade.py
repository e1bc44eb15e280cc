"""Grades of changes: each change is told by exactly one rule, and policy weighs it like any finding."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from wxcc_lint.baseline import Entry, read_baseline, render_baseline
from wxcc_lint.catalog.drift import Aspect
from wxcc_lint.config import Config, default_config, load_config
from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.grade import Graded, Weighed, grade, weigh
from wxcc_lint.diff.normalise import STEPS, trees_of
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.diff.tree import written
from wxcc_lint.diff.view import Drift
from wxcc_lint.documents.load import load, parse
from wxcc_lint.documents.model import Document
from wxcc_lint.engine import Engine
from wxcc_lint.problems import Problem
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.rules import Meta, Rule, RuleSet
from wxcc_lint.verdict import ExitCode, Policy, plan

RULES = builtin_rules()
DRIFT = {it.name: it for it in RULES.values() if it.on == "drift"}
TODAY = date(2026, 1, 1)


def layout(name: str, **area: Any) -> Document:
    return parse(name, json.dumps({"agent": {"version": "0.1.0", "area": area}}).encode(), "layout")


def callcenter(name: str, *items: tuple[str, str], section: str = "reqGeneralInfo") -> Document:
    inside = "".join(
        f'<item sortOrder="{n}" name="{key}" label="L">{text}</item>' for n, (key, text) in enumerate(items)
    )
    general = '<item sortOrder="0" name="reqInternalName" label="L">WebexCCAgentDesktopV20241121</item>'
    if section == "reqGeneralInfo":
        body = f'<section sortOrder="0" name="reqGeneralInfo" label="G">{general}{inside}</section>'
    else:
        body = (
            f'<section sortOrder="0" name="reqGeneralInfo" label="G">{general}</section>'
            f'<section sortOrder="1" name="{section}" label="S">{inside}</section>'
        )
    return parse(name, f"<callCenter>{body}</callCenter>".encode(), "callcenter")


def named(document: Document | None) -> ConfigObject | None:
    if document is None:
        return None
    return ConfigObject("callcenter" if document.kind == "callcenter" else "layout", "acme", document)


def changed(left: Document | None, right: Document | None) -> tuple[Pair, Sequence[Change]]:
    pair = Pair(named(left), named(right), "option")
    before, after = trees_of(pair, STEPS, {})
    if before is not None and after is not None:
        return pair, list(compare(before, after))
    if before is not None:
        return pair, [Change("removed", (), before, None, written(before), None)]
    assert after is not None
    return pair, [Change("added", (), None, after, None, written(after))]


def graded(left: Document | None, right: Document | None) -> list[Graded]:
    policy = Policy(default_config(Path()), TODAY)
    return list(grade([changed(left, right)], RULES, plan(RULES, policy, comparing=True)).graded)


def told(left: Document | None, right: Document | None) -> list[tuple[str, str]]:
    return [(one.detected.rule.removeprefix("drift/"), one.detected.message) for one in graded(left, right)]


def weighed(
    left: Document | None, right: Document | None, config: Config, rules: RuleSet = RULES, **asked_for: Any
) -> Weighed:
    policy = Policy(config, TODAY, **asked_for)
    the_plan = plan(rules, policy, comparing=True)
    documents = [document for document in (left, right) if document is not None]
    grades = grade([changed(left, right)], rules, the_plan)
    return weigh(grades, documents, the_plan, policy, rules, cwd=config.root)


def page(route: str, label: str = "Customer", **widget: Any) -> dict[str, Any]:
    widgets = {"main": {"comp": "acme-panel", **widget}}
    return {"nav": {"label": label, "navigateTo": route}, "page": {"id": "p", "widgets": widgets}}


# --- exactly one grade -----------------------------------------------------------------------------------------------


def test_every_aspect_has_one_rule() -> None:
    source = "".join(it.file.read_text("utf-8") for it in DRIFT.values())
    assert {aspect: source.count(f'drift.aspect == "{aspect}"') for aspect in get_args(Aspect)} == dict.fromkeys(
        get_args(Aspect), 1
    )
    assert len(DRIFT) == len(get_args(Aspect))


def pairs_of_versions(corpus: Path) -> Iterator[tuple[Document, Document]]:
    with (corpus / "PAIRS.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            sides = [load(row[name], (corpus / row[name]).read_bytes()) for name in ("old_saved", "new_saved")]
            left, right = sides
            if left is not None and right is not None and not (left.faults or right.faults):
                yield left, right


def test_every_change_between_versions_of_real_files_has_exactly_one_grade(corpus: Path) -> None:
    engine = Engine(DRIFT.values())
    count = 0
    for left, right in pairs_of_versions(corpus):
        for sides in ((left, right), (right, left)):
            pair, changes = changed(*sides)
            for change in changes:
                count += 1
                assert len(list(engine.look(Drift(pair, change)))) == 1, change.at
    assert engine.outcome.detected == []
    assert count > 200


# --- layouts ---------------------------------------------------------------------------------------------------------

SCRIPT = "https://cdn.example.com/acme.js"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"script": SCRIPT}, {"script": "https://cdn.example.com/2/acme.js"}, "script-changed"),
        ({"script": SCRIPT}, {"script": "https://cdn.example.net/acme.js"}, "script-host-changed"),
        ({}, {"script": SCRIPT}, "script-host-changed"),
        ({"script": "/acme.js"}, {"script": "/beta.js"}, "script-changed"),
        (
            {"attributes": {"src": "https://a.example"}},
            {"attributes": {"src": "https://b.example"}},
            "remote-host-changed",
        ),
        (
            {"attributes": {"src": "https://a.example/1"}},
            {"attributes": {"src": "https://a.example/2"}},
            "property-changed",
        ),
        ({}, {"attributes": {"src": "https://a.example"}}, "remote-host-changed"),
        (
            {"properties": {"lib": "https://a.example/1.js,https://b.example/1.js"}},
            {"properties": {"lib": "https://a.example/1.js,https://c.example/1.js"}},
            "remote-host-changed",
        ),
        ({"properties": {"p": "$STORE.agent.agentId"}}, {"properties": {"p": "x"}}, "store-binding-changed"),
        ({"properties": {"title": "a"}}, {"properties": {"title": "b"}}, "property-changed"),
        ({"attributes": {"title": "a"}}, {"attributes": {"title": "b"}}, "text-changed"),
        ({"textContent": "a"}, {"textContent": "b"}, "text-changed"),
        ({"wrapper": {"title": "a"}}, {"wrapper": {"title": "b"}}, "text-changed"),
        ({"wrapper": {"id": "a"}}, {"wrapper": {"id": "b"}}, "property-changed"),
        ({"visibility": "A"}, {}, "visibility-changed"),
        ({"responsive": True}, {"responsive": False}, "visibility-changed"),
        ({"style": {"width": "1px"}}, {"style": {"width": "2px"}}, "look-changed"),
        ({"children": []}, {"children": [{"comp": "acme-child"}]}, "one-sided-widget"),
        ({"children": [{"textContent": "a"}]}, {"children": [{"textContent": "b"}]}, "text-changed"),
        ({"properties": {"rows": []}}, {"properties": {"rows": [{"a": 1}]}}, "property-changed"),
        ({"properties": {"rows": [{"a": 1}]}}, {"properties": {"rows": [{"a": 1}, {"a": 2}]}}, "property-changed"),
    ],
)
def test_a_change_of_a_widget(left: dict[str, Any], right: dict[str, Any], expected: str) -> None:
    before = layout("l.json", navigation=[page("customer", **left)])
    after = layout("r.json", navigation=[page("customer", **right)])
    assert [rule for rule, _ in told(before, after)] == [expected]


def test_pages_come_go_move_and_get_another_route() -> None:
    one, two, three = page("one", "One"), page("two", "Two"), page("three", "Three")
    base = layout("l.json", navigation=[one, two, three])
    assert told(base, layout("r.json", navigation=[one, three])) == [
        ("one-sided-page", "the page 'Two' for 'agent' is gone")
    ]
    assert told(layout("r.json", navigation=[one]), layout("l.json", navigation=[one, two])) == [
        ("one-sided-page", "the page 'Two' for 'agent' is new")
    ]
    assert told(base, layout("r.json", navigation=[two, three, one])) == [
        ("order-changed", "the page 'One' for 'agent' moved from place 1 to place 3")
    ]
    assert told(base, layout("r.json", navigation=[one, page("zwei", "Two"), three])) == [
        ("route-changed", "the route of the page 'Two' for 'agent' was renamed from 'two' to 'zwei'")
    ]


def slotted(name: str) -> list[dict[str, Any]]:
    """Return a tab of the Desktop and its panel."""
    tab = {"comp": "md-tab", "children": [{"comp": "slot", "attributes": {"name": f"{name}_TAB"}}]}
    return [tab, {"comp": "md-tab-panel", "children": [{"comp": "slot", "attributes": {"name": name}}]}]


def tabs(*parts: dict[str, Any]) -> Document:
    return layout("l.json", panel={"comp": "md-tabs", "children": list(parts)})


def test_a_tab_opens_another_panel_once_one_of_them_moved_without_the_other() -> None:
    (one, first), (two, second) = slotted("ONE"), slotted("TWO")
    base = tabs(one, two, first, second)
    assert told(base, tabs(one, two, second, first)) == [
        ("panel-of-another-tab", "the panel of the tab 'TWO' for 'agent' is now opened by the tab 'ONE_TAB'")
    ]
    assert told(base, tabs(two, one, first, second)) == [
        ("panel-of-another-tab", "the tab 'TWO_TAB' for 'agent' now opens the panel of the tab 'ONE'")
    ]
    assert {rule for rule, _ in told(base, tabs(two, second, one, first))} == {"order-changed"}


def test_a_panel_that_moves_with_its_renamed_tab_stays_with_it() -> None:
    two_pairs = [*slotted("TWO"), *slotted("THREE")]
    tab, panel = slotted("ONE")
    renamed = {"comp": "md-tab", "textContent": "Four"}
    found = [rule for rule, _ in told(tabs(tab, panel, *two_pairs), tabs(*two_pairs, renamed, panel))]
    assert ("order-changed" in found, "panel-of-another-tab" in found) == (True, False)


def test_a_label_in_many_languages_is_no_name_for_a_page() -> None:
    assert told(layout("l.json", navigation=[page("tpw", "$I18N.tpw.title")]), layout("r.json", navigation=[])) == [
        ("one-sided-page", "the page 'tpw' for 'agent' is gone")
    ]


def test_headless_widgets() -> None:
    none: dict[str, Any] = {"widgets": {}}
    some = {"widgets": {"a": {"comp": "acme-ear", "script": SCRIPT}}}
    message = "'acme-ear' for 'agent' runs unseen and is new"
    assert told(layout("l.json", headless=none), layout("r.json", headless=some)) == [("new-headless-widget", message)]
    assert told(layout("l.json"), layout("r.json", headless=some)) == [
        ("new-headless-widget", "the area 'headless' for 'agent' runs unseen and is new")
    ]
    assert told(layout("l.json", headless=some), layout("r.json", headless=none)) == [
        ("one-sided-widget", "'acme-ear' for 'agent' is gone")
    ]


def test_fields_of_the_record_around_a_layout() -> None:
    def record(file: str, **fields: Any) -> Document:
        content: dict[str, Any] = {"agent": {"area": {"navigation": []}}}
        return parse(file, json.dumps({**fields, "jsonFileContent": content}).encode(), "layout")

    left = record("l.json", name="Sales", teamIds=["t1"], status=True, description="a")
    right = record("r.json", name="Care", teamIds=["t1", "t2"], status=False, description="b")
    assert sorted(rule for rule, _ in told(left, right)) == [
        "assignment-changed",
        "assignment-changed",
        "identity-changed",
        "note-changed",
    ]


def test_names_of_any_type_and_texts_over_several_lines() -> None:
    left, right = (
        layout(name, panel={"comp": ["x"], "textContent": text}) for name, text in (("l", "a\n b"), ("r", " "))
    )
    assert told(left, right) == [("text-changed", "'textContent' for 'agent' changed from 'a b' to empty")]


def test_of_long_values_that_part_is_told_that_differs() -> None:
    start = "x" * 200
    sides = [
        layout(name, navigation=[page("p", textContent=start + end)]) for name, end in (("l", "left"), ("r", "right"))
    ]
    ((_, message),) = told(*sides)
    common = "…" + "x" * 20
    assert message == f"'textContent' of 'acme-panel' for 'agent' changed from '{common}left' to '{common}right'"


# --- call centers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "expected", "section"),
    [
        (("reqUseApi", "true"), ("reqUseApi", "false"), "switch-changed", "reqGeneralInfo"),
        (
            ("reqAdapterUrl", "https://a.example"),
            ("reqAdapterUrl", "https://b.example"),
            "adapter-address-changed",
            "reqGeneralInfo",
        ),
        (("reqDisplayName", "a"), ("reqDisplayName", "b"), "text-changed", "reqGeneralInfo"),
        (("reqSoftphoneHeight", "1"), ("reqSoftphoneHeight", "2"), "value-changed", "reqGeneralInfo"),
        (("acmeOwn", "1"), ("acmeOwn", "2"), "value-changed", "acmeSection"),
    ],
)
def test_a_change_of_an_item(left: tuple[str, str], right: tuple[str, str], expected: str, section: str) -> None:
    assert [
        rule
        for rule, _ in told(callcenter("l.xml", left, section=section), callcenter("r.xml", right, section=section))
    ] == [expected]


def test_an_item_that_comes_and_is_empty_is_no_address_yet() -> None:
    with_url = callcenter("r.xml", ("reqAdapterUrl", "https://desktop.wxcc-eu1.cisco.com"))
    assert told(callcenter("l.xml"), callcenter("r.xml", ("reqAdapterUrl", ""))) == [
        ("one-sided-item", "'L' is new: empty")
    ]
    assert [rule for rule, _ in told(callcenter("l.xml"), with_url)] == ["adapter-address-changed"]


def test_entries_of_mappings_are_called_by_their_field() -> None:
    entry = '[{"CadFieldName": "a", "SalesforceFieldName": "A__c"}]'
    left = callcenter("l.xml", ("CadSalesforceFieldMapping1", entry), section="reqActivityRecordConfig")
    right = callcenter(
        "r.xml", ("CadSalesforceFieldMapping1", entry.replace('"a"', '"b"')), section="reqActivityRecordConfig"
    )
    assert told(left, right) == [
        ("mapping-changed", "'CadFieldName' of the entry for 'A__c' in 'L' changed from 'a' to 'b'")
    ]
    empty = callcenter("r.xml", ("CadSalesforceFieldMapping1", "[]"), section="reqActivityRecordConfig")
    assert told(left, empty) == [("mapping-changed", "the entry for 'A__c' in 'L' is gone")]


# --- whole objects ---------------------------------------------------------------------------------------------------


def test_objects_of_one_side() -> None:
    document = callcenter("cc.xml")
    assert told(document, None) == [("missing-object", "the call center 'acme' is missing on the right side")]
    assert told(None, document) == [("extra-object", "the call center 'acme' is only on the right side")]


def test_ambiguous_objects() -> None:
    pair, (change,) = changed(layout("l.json"), None)
    ambiguous = Change("ambiguous", (), change.left, None, None, None)
    the_plan = plan(RULES, Policy(default_config(Path()), TODAY), comparing=True)
    (one,) = grade([(pair, [ambiguous])], RULES, the_plan).graded
    assert (one.detected.rule, one.detected.message) == (
        "drift/ambiguous-object",
        "the layout 'acme' shares its name with another one of the same side: none of them was compared",
    )


# --- policy ----------------------------------------------------------------------------------------------------------

LEFT = callcenter("l.xml", ("reqUseApi", "true"), ("reqDisplayName", "a"))
RIGHT = callcenter("r.xml", ("reqUseApi", "false"), ("reqDisplayName", "b"), ("acmeNew", "x"))


def config_with(folder: Path, text: str) -> Config:
    file = folder / ".wxcc-lint.yaml"
    file.write_text(text, encoding="utf-8")
    return load_config(file, ".wxcc-lint.yaml")


def shown(result: Weighed) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for _, finding in result.changes]


def test_changes_are_findings_at_their_places(tmp_path: Path) -> None:
    result = weighed(LEFT, RIGHT, default_config(tmp_path))
    assert [(one.rule, one.severity, one.at, one.location.path) for _, one in result.changes] == [
        ("drift/switch-changed", "warning", "/reqGeneralInfo/reqUseApi", "l.xml"),
        ("drift/text-changed", "info", "/reqGeneralInfo/reqDisplayName", "l.xml"),
        ("drift/one-sided-item", "warning", "/reqGeneralInfo/acmeNew", "r.xml"),
    ]
    assert all(graded.detected.rule == one.rule and graded.detected.at == one.at for graded, one in result.changes)
    assert len({one.fingerprint for _, one in result.changes}) == 3
    assert all(len(one.fingerprint) == 32 for _, one in result.changes)
    assert all(one.why for _, one in result.changes)
    assert (result.others, result.ignored, result.code) == ((), 0, ExitCode.OK)


def test_a_baseline_hides_changes_and_not_their_neighbours(tmp_path: Path) -> None:
    entry = Entry("drift/switch-changed", "l.xml", "/reqGeneralInfo/reqUseApi")
    baseline = read_baseline("base.json", render_baseline(Counter([entry])).encode())
    policy = Policy(default_config(tmp_path), TODAY)
    the_plan = plan(RULES, policy, comparing=True)
    grades = grade([changed(LEFT, RIGHT)], RULES, the_plan)
    result = weigh(grades, [LEFT, RIGHT], the_plan, policy, RULES, cwd=tmp_path, baseline=baseline)
    assert shown(result) == [("drift/text-changed", "info"), ("drift/one-sided-item", "warning")]
    assert (result.ignored, result.baselined) == (0, 1)


def test_the_config_regrades_and_switches_off(tmp_path: Path) -> None:
    config = config_with(tmp_path, "rules: {drift/text-changed: off, drift/switch-changed: error}\n")
    assert shown(weighed(LEFT, RIGHT, config)) == [
        ("drift/switch-changed", "error"),
        ("drift/one-sided-item", "warning"),
    ]


def test_a_rule_that_is_off_leaves_its_changes_to_no_other(tmp_path: Path) -> None:
    left, right = (layout(name, navigation=[page("p", script=f"/{name}.js")]) for name in ("l", "r"))
    assert shown(weighed(left, right, default_config(tmp_path), ignore=("drift/script-changed",))) == []


def test_rules_are_selected(tmp_path: Path) -> None:
    config = default_config(tmp_path)
    assert shown(weighed(LEFT, RIGHT, config, select=("drift/switch-changed",))) == [
        ("drift/switch-changed", "warning")
    ]
    assert shown(weighed(LEFT, RIGHT, config, ignore=("drift/*",))) == []
    assert shown(weighed(LEFT, RIGHT, config, min_severity="warning")) == [
        ("drift/switch-changed", "warning"),
        ("drift/one-sided-item", "warning"),
    ]


def test_ignores_hide_changes_and_stale_ones_are_told(tmp_path: Path) -> None:
    text = """\
ignore:
  - {rule: drift/switch-changed, at: /reqGeneralInfo/reqUseApi, reason: the test org}
  - {rule: drift/script-changed, reason: long ago}
  - {rule: callcenter/mismatched-title, reason: of a check}
"""
    result = weighed(LEFT, RIGHT, config_with(tmp_path, text.replace("mismatched-title", "invalid-boolean")))
    assert shown(result) == [("drift/text-changed", "info"), ("drift/one-sided-item", "warning")]
    assert result.ignored == 1
    assert [(one.rule, one.location.line) for one in result.others] == [("meta/unused-ignore", 3)]


def test_no_ignore_hides_that_a_whole_object_is_gone(tmp_path: Path) -> None:
    config = config_with(tmp_path, "ignore:\n  - {rule: 'drift/*', reason: all of it}\n")
    result = weighed(LEFT, None, config)
    assert shown(result) == [("drift/missing-object", "error")]
    assert (result.ignored, result.others) == (0, ())
    assert shown(weighed(None, LEFT, config)) == []


def test_equal_changes_keep_their_own_fingerprints(tmp_path: Path) -> None:
    single = parse("l.json", b'{"version": "0.0.6", "area": {"navigation": []}}', "layout")
    role = {"version": "0.1.0", "area": {"navigation": []}}
    roles = parse(
        "r.json", json.dumps(dict.fromkeys(("agent", "supervisor", "supervisorAgent"), role)).encode(), "layout"
    )
    result = weighed(single, roles, default_config(tmp_path))
    notes = [(graded.change.keys[0], one.message) for graded, one in result.changes if one.rule == "drift/note-changed"]
    assert notes == [
        (name, f"'version' for '{name}' changed from '0.0.6' to '0.1.0'")
        for name in ("agent", "supervisor", "supervisorAgent")
    ]
    assert len({one.fingerprint for _, one in result.changes}) == len(result.changes)


def acme(name: str, severity: Any = "info", *, supersedes: tuple[str, ...] = (), fails: bool = False) -> Rule:
    def check(drift: Drift) -> Iterator[Problem]:
        if fails:
            raise ValueError("broken")
        if drift.name == "reqUseApi":
            yield Problem("ours", drift.at)

    return Rule(name, "drift", Meta(severity, supersedes=supersedes), "T.\n\nWhy.\n", Path("rule.py"), check)


@pytest.mark.parametrize(
    ("it", "winner"),
    [
        (acme("acme/api"), "drift/switch-changed"),
        (acme("acme/api", "error"), "acme/api"),
        (acme("acme/api", supersedes=("drift/switch-changed",)), "acme/api"),
    ],
)
def test_a_rule_of_the_users_own_beside_ours(tmp_path: Path, it: Rule, winner: str) -> None:
    rules = RuleSet([*RULES.values(), it])
    assert shown(weighed(LEFT, RIGHT, default_config(tmp_path), rules))[0][0] == winner
    assert len(shown(weighed(LEFT, RIGHT, default_config(tmp_path), rules))) == 3


def test_a_rule_that_stops_is_told_and_fails_the_run(tmp_path: Path) -> None:
    rules = RuleSet([*RULES.values(), acme("acme/api", fails=True)])
    result = weighed(LEFT, RIGHT, default_config(tmp_path), rules)
    assert len(result.changes) == 3
    assert {one.rule for one in result.others} == {"meta/internal-error"}
    assert result.code == ExitCode.FINDINGS


def test_a_check_neither_runs_these_rules_nor_calls_their_ignores_stale(tmp_path: Path) -> None:
    policy = Policy(default_config(tmp_path), TODAY)
    assert {it.on for it in plan(RULES, policy, comparing=True).rules} == {"drift", "meta"}
    assert "drift" not in {it.on for it in plan(RULES, policy).rules}
