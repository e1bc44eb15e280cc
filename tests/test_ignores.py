"""Ignores: in comments and in the config, what they hide, and when they are stale or broken themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from wxcc_lint.config import Config, load_config
from wxcc_lint.detected import INTERNAL_ERROR, Detected, Mark
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.engine import Engine
from wxcc_lint.ignores import EXPIRED, MALFORMED, UNUSED, Ignores
from wxcc_lint.problems import Problem
from wxcc_lint.report import Finding
from wxcc_lint.rules import Meta, Rule, RuleSet
from wxcc_lint.spans import Span
from wxcc_lint.verdict import Policy, judge, plan

TODAY = date(2026, 6, 15)
MAPPINGS = "sfdcObjetFieldCadVariableMappings1"
MALFORMED_HELP = "write <!-- wxcc-lint: ignore[rule-name] why it is fine here -->"


def bad_items(view: CallCenter) -> Iterator[Problem]:
    for item in view.items():
        if item.value.startswith("bad"):
            yield Problem(item.name, item.at)


def bad_labels(view: CallCenter) -> Iterator[Problem]:
    for item in view.items():
        if item.label == "bad":
            yield Problem(item.name, item.label_at)


def bad_fields(view: CallCenter) -> Iterator[Problem]:
    for item in view.mapping_items():
        embedded = view.json_of(item)
        if embedded is not None:
            for index, row in enumerate(embedded.data):
                if row["sfdcFieldName"].startswith("bad"):
                    yield Problem(row["sfdcFieldName"], Place(embedded, (index, "sfdcFieldName")))


def a_rule(name: str, check: object = None, **meta: object) -> Rule:
    on = name.partition("/")[0] if name.startswith("meta/") else "callcenter"
    docs = f"Title.\n\nWhy {name} matters.\n"
    return Rule(name, on, Meta("error", **meta), docs, Path(f"{name}.py"), check)  # type: ignore[arg-type]


RULES = RuleSet(
    [
        a_rule("a/item", bad_items, aliases=("a/former",)),
        a_rule("a/label", bad_labels),
        a_rule("b/field", bad_fields),
        a_rule("c/strict", bad_items, profile="strict"),
        *(a_rule(name) for name in (UNUSED, EXPIRED, MALFORMED, INTERNAL_ERROR)),
    ]
)


def config_of(tmp_path: Path, text: str) -> Config:
    (tmp_path / ".wxcc-lint.yaml").write_text(text, encoding="utf-8")
    return load_config(tmp_path / ".wxcc-lint.yaml", "config")


def run(tmp_path: Path, *files: tuple[str, str], config: str = "", **command_line: object) -> tuple[list[Finding], int]:
    """Check texts under names within `tmp_path`; return what is shown and how many findings were ignored."""
    policy = Policy(config_of(tmp_path, config), TODAY, **command_line)  # type: ignore[arg-type]
    the_plan = plan(RULES, policy)
    engine = Engine(the_plan.rules)
    documents = [parse_callcenter(name, text) for name, text in files]
    for document in documents:
        assert document.faults == ()
        engine.examine(document)
    report = judge(engine.outcome.detected, documents, the_plan, policy, RULES, cwd=tmp_path).report
    return list(report.findings), report.summary.ignored


def check(tmp_path: Path, text: str, config: str = "") -> tuple[list[tuple[str, str]], int]:
    """Return rule and message of what is shown of one file, and how many findings were ignored."""
    findings, ignored = run(tmp_path, ("cc.xml", f"<callCenter>{text}</callCenter>"), config=config)
    return [(one.rule, one.message) for one in findings], ignored


def section(content: str, name: str = "s") -> str:
    return f'<section name="{name}">{content}</section>'


def ignore(rules: str, reason: str = "the vendor has it so") -> str:
    return f"<!-- wxcc-lint: ignore[{rules}] {reason} -->"


BAD = '<item name="i" label="bad">bad</item>'
GOOD = '<item name="i">good</item>'
SHOWN = [("a/label", "i"), ("a/item", "i")]
LABEL_SHOWN = [("a/label", "i")]


# --- comments --------------------------------------------------------------------------------------------------------


def test_without_ignores_everything_shows(tmp_path: Path) -> None:
    assert check(tmp_path, section(BAD)) == (SHOWN, 0)


@pytest.mark.parametrize(
    ("text", "shown", "ignored"),
    [
        pytest.param(section(ignore("a/item") + BAD), LABEL_SHOWN, 1, id="before the item"),
        pytest.param(section(BAD.replace("bad</", f"bad{ignore('a/item')}</")), LABEL_SHOWN, 1, id="inside the item"),
        pytest.param(ignore("a/item") + section(BAD), LABEL_SHOWN, 1, id="before the section"),
        pytest.param(section(BAD + ignore("a/item")), LABEL_SHOWN, 1, id="last in the section"),
        pytest.param(section(ignore("a/item, a/label") + BAD), [], 2, id="two rules"),
        pytest.param(section(ignore("a/item") + ignore("a/label") + BAD), [], 2, id="two comments"),
        pytest.param(section(ignore("a/*") + BAD), [], 2, id="a glob"),
        pytest.param(section(ignore("a") + BAD), [], 2, id="a scope"),
        pytest.param(section(ignore("a/former") + BAD), LABEL_SHOWN, 1, id="a former name"),
        pytest.param(section("<!--wxcc-lint:ignore [ a/item ]x-->" + BAD), LABEL_SHOWN, 1, id="other blanks"),
        pytest.param(section(ignore("a/item", "two\nlines") + BAD), LABEL_SHOWN, 1, id="a reason of two lines"),
        pytest.param(section(ignore("a/item", "see [1] or x[y]") + BAD), LABEL_SHOWN, 1, id="brackets in the reason"),
    ],
)
def test_a_comment_hides_what_stands_in_the_element_it_speaks_of(
    tmp_path: Path, text: str, shown: list[tuple[str, str]], ignored: int
) -> None:
    assert check(tmp_path, text) == (shown, ignored)


def test_a_comment_before_one_item_says_nothing_of_the_next(tmp_path: Path) -> None:
    other = BAD.replace('"i"', '"j"')
    assert check(tmp_path, section(ignore("a/item") + BAD + other)) == (
        [("a/label", "i"), ("a/label", "j"), ("a/item", "j")],
        1,
    )


def test_a_comment_before_the_root_speaks_of_the_file_and_of_no_other(tmp_path: Path) -> None:
    text = f"<callCenter>{section(BAD)}</callCenter>"
    findings, ignored = run(tmp_path, ("a.xml", ignore("a/item") + text), ("b.xml", text))
    assert [(one.location.path, one.rule) for one in findings] == [
        ("a.xml", "a/label"),
        ("b.xml", "a/label"),
        ("b.xml", "a/item"),
    ]
    assert ignored == 1


def test_a_comment_in_an_item_hides_what_is_wrong_in_its_json(tmp_path: Path) -> None:
    def mappings(comment: str) -> str:
        rows = '[{"wxccFieldName": "x", "sfdcFieldName": "bad"}]'
        return section(f'<item name="{MAPPINGS}">{comment}{rows}</item>', "reqNoRecordMatchConfig")

    assert check(tmp_path, mappings("")) == ([("b/field", "bad")], 0)
    assert check(tmp_path, mappings(ignore("b/field"))) == ([], 1)


def test_other_comments_are_none_of_ours(tmp_path: Path) -> None:
    for comment in ("<!-- ignore[a/item] x -->", "<!-- see wxcc-lint: ignore[a/item] x -->", "<!-- wxcc-linter: x -->"):
        assert check(tmp_path, section(comment + BAD)) == (SHOWN, 0)


def test_ignores_can_be_left_out(tmp_path: Path) -> None:
    text = f"<callCenter>{section(ignore('a/item') + ignore('a/nothing') + BAD)}</callCenter>"
    config = "ignore:\n  - {rule: a/label, reason: x}\n  - {rule: a/item, reason: x, until: 2020-01-01}\n"
    findings, ignored = run(tmp_path, ("cc.xml", text), config=config, use_ignores=False)
    assert [(one.rule, one.message) for one in findings] == SHOWN
    assert ignored == 0


# --- comments that hide nothing --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- wxcc-lint: ignore -->", "this comment speaks to wxcc-lint, but not in words it knows"),
        ("<!-- wxcc-lint: ignore a/item x -->", "this comment speaks to wxcc-lint, but not in words it knows"),
        ("<!-- wxcc-lint: disable[a/item] x -->", "this comment speaks to wxcc-lint, but not in words it knows"),
        ("<!-- wxcc-lint: ignore[a/item x -->", "this comment speaks to wxcc-lint, but not in words it knows"),
        ("<!-- wxcc-lint: -->", "this comment speaks to wxcc-lint, but not in words it knows"),
        ("<!-- wxcc-lint: ignore[] x -->", "this ignore names no rule"),
        ("<!-- wxcc-lint: ignore[ , ] x -->", "this ignore names no rule"),
        ("<!-- wxcc-lint: ignore[*] x -->", "this ignore would hide every rule, those nobody thought of too"),
        ("<!-- wxcc-lint: ignore[a/itme] x -->", "there is no rule 'a/itme'; did you mean 'a/item'?"),
        ("<!-- wxcc-lint: ignore[a/item, x/*] x -->", "there is no rule 'x/*'"),
        (
            "<!-- wxcc-lint: ignore[a/item,a/label] \n -->",
            "this ignore of a/item, a/label gives no reason, so it hides nothing",
        ),
    ],
)
def test_a_comment_that_cannot_be_understood_is_told_and_hides_nothing(
    tmp_path: Path, comment: str, message: str
) -> None:
    text = f"<callCenter>{section(comment + BAD)}</callCenter>"
    findings, ignored = run(tmp_path, ("cc.xml", text))
    assert [(one.rule, one.message) for one in findings] == [(MALFORMED, message), *SHOWN]
    assert ignored == 0
    assert (findings[0].help, findings[0].why) == (MALFORMED_HELP, f"Why {MALFORMED} matters.")
    location = findings[0].location
    lines = text.split("\n")
    assert lines[location.line - 1][location.column - 1 :].startswith("<!--")
    assert lines[location.end_line - 1][: location.end_column - 1].endswith("-->")


def test_an_ignore_that_hides_nothing_is_told(tmp_path: Path) -> None:
    text = f"<callCenter>{section(ignore('a/item, a/label') + BAD.replace('bad', 'good'))}</callCenter>"
    ((finding,), ignored) = run(tmp_path, ("cc.xml", text))
    assert ignored == 0
    assert (finding.rule, finding.message, finding.help, finding.why) == (
        UNUSED,
        "nothing here is found by a/item, a/label any more, so this ignore hides nothing",
        "remove the ignore",
        f"Why {UNUSED} matters.",
    )
    assert text[finding.location.column - 1 : finding.location.end_column - 1] == ignore("a/item, a/label")


def test_an_ignore_of_a_glob_is_used_when_it_hides_anything(tmp_path: Path) -> None:
    assert check(tmp_path, section(ignore("a") + BAD.replace('label="bad"', ""))) == ([], 1)


def test_of_two_ignores_of_the_same_finding_both_are_used(tmp_path: Path) -> None:
    config = "ignore: [{rule: a/item, reason: x}]\n"
    assert check(tmp_path, section(ignore("a/item") + BAD), config) == (LABEL_SHOWN, 1)


def test_an_ignore_of_a_rule_that_did_not_run_is_not_called_unused(tmp_path: Path) -> None:
    text = f"<callCenter>{section(ignore('c/strict') + BAD)}</callCenter>"
    assert [one.rule for one in run(tmp_path, ("cc.xml", text))[0]] == ["a/label", "a/item"]
    assert run(tmp_path, ("cc.xml", text), profile="strict")[1] == 1
    good = text.replace(">bad<", ">good<")
    assert UNUSED in [one.rule for one in run(tmp_path, ("cc.xml", good), profile="strict")[0]]


def test_of_several_ignored_rules_those_that_ran_are_named(tmp_path: Path) -> None:
    shown, _ = check(tmp_path, section(ignore("a/item, c/strict") + GOOD))
    assert shown == [(UNUSED, "nothing here is found by a/item any more, so this ignore hides nothing")]


def test_complaints_of_ignores_can_be_switched_off(tmp_path: Path) -> None:
    off = f"rules: {{{UNUSED}: off, {MALFORMED}: off, {EXPIRED}: off}}\n"
    old = "ignore: [{rule: a/item, reason: x, until: 2020-01-01}]\n"
    comments = ignore("a/item") + "<!-- wxcc-lint: what -->"
    assert check(tmp_path, section(comments + GOOD), off + old) == ([], 0)


def test_a_comment_of_many_blanks_is_read_in_proportion_to_its_length() -> None:
    ignores = Ignores(RULES, TODAY)
    blanks = " " * 3_000_000  # with a quadratic pattern this would run into the time limit of all tests
    ignores.add_comments(
        parse_callcenter("x", f"<callCenter><!-- wxcc-lint: ignore[a/item] x{blanks}y --></callCenter>")
    )
    assert list(ignores.faults([])) == []


# --- the config ------------------------------------------------------------------------------------------------------


def entry(**keys: str) -> str:
    return f"ignore:\n  - {{{', '.join(f'{key}: {value}' for key, value in {'reason': 'x', **keys}.items())}}}\n"


TWO = section(BAD + BAD.replace('"i"', '"j"').replace('label="bad"', ""))


@pytest.mark.parametrize(
    ("config", "shown", "ignored"),
    [
        pytest.param(entry(rule="a/item"), ["a/label i"], 2, id="a rule everywhere"),
        pytest.param(entry(rule="[a/item, a/label]"), [], 3, id="several rules"),
        pytest.param(entry(rule="a"), [], 3, id="a scope"),
        pytest.param(entry(rule="a/former"), ["a/label i"], 2, id="a former name"),
        pytest.param(entry(rule="a/item", file="crm/*.xml"), ["a/label i"], 2, id="a glob that covers the file"),
        pytest.param(entry(rule="a/item", file="'*.xml'"), ["a/label i", "a/item i", "a/item j"], 0, id="and not"),
        pytest.param(entry(rule="a/item", at="/s/i"), ["a/label i", "a/item j"], 1, id="an address"),
        pytest.param(entry(rule="a", at="'/s/i/**'"), ["a/item j"], 2, id="all below an address"),
        pytest.param(entry(rule="a", at="'/*/i'"), ["a/label i", "a/item j"], 1, id="an address with a wildcard"),
        pytest.param(entry(rule="a/item", file="crm/cc.xml", at="/s/j"), ["a/label i", "a/item i"], 1, id="both"),
    ],
)
def test_an_entry_hides_by_rule_file_and_address(tmp_path: Path, config: str, shown: list[str], ignored: int) -> None:
    findings, count = run(tmp_path, ("crm/cc.xml", f"<callCenter>{TWO}</callCenter>"), config=config)
    assert [f"{one.rule} {one.message}" for one in findings if one.rule != UNUSED] == shown
    assert count == ignored


def test_globs_are_relative_to_the_config_wherever_one_works(tmp_path: Path) -> None:
    config = config_of(tmp_path, entry(rule="a/item", file="crm/*.xml"))
    policy = Policy(config, TODAY)
    document = parse_callcenter("cc.xml", f"<callCenter>{TWO}</callCenter>")
    the_plan = plan(RULES, policy)
    engine = Engine(the_plan.rules)
    engine.examine(document)
    (tmp_path / "crm").mkdir()
    report = judge(engine.outcome.detected, [document], the_plan, policy, RULES, cwd=tmp_path / "crm").report
    assert ([one.rule for one in report.findings], report.summary.ignored) == (["a/label"], 2)


@pytest.mark.parametrize(
    ("until", "ignored"), [("2026-06-14", 0), ("2026-06-15", 1), ("2026-06-16", 1)], ids=["after", "on", "before"]
)
def test_an_entry_holds_up_to_and_including_its_last_day(tmp_path: Path, until: str, ignored: int) -> None:
    config = entry(rule="a/item", until=until, reason="'new fields, soon'")
    findings, count = run(tmp_path, ("cc.xml", f"<callCenter>{section(BAD)}</callCenter>"), config=config)
    assert count == ignored
    expired = [one for one in findings if one.rule == EXPIRED]
    assert [one.rule for one in findings if one.rule != EXPIRED] == ["a/label", "a/item"][: 2 - ignored]
    assert [(one.message, one.help, one.why, one.location.path, one.location.line) for one in expired] == [
        (
            "the ignore of a/item ended on 2026-06-14",
            'mend what it hid ("new fields, soon"), or set a new date',
            f"Why {EXPIRED} matters.",
            "config",
            2,
        )
    ][: 1 - ignored]


def test_an_entry_that_ended_takes_no_other_with_it(tmp_path: Path) -> None:
    ended = "ignore:\n  - {rule: [a/label, b/field], reason: x, until: 2026-06-14}\n  - {rule: a/item, reason: y}\n"
    findings, count = run(tmp_path, ("cc.xml", f"<callCenter>{section(BAD)}</callCenter>"), config=ended)
    assert [one.message for one in findings if one.rule == EXPIRED] == [
        "the ignore of a/label, b/field ended on 2026-06-14"
    ]
    assert ([one.rule for one in findings if one.rule != EXPIRED], count) == (["a/label"], 1)


@pytest.mark.parametrize(
    ("keys", "unused"),
    [
        pytest.param({"rule": "a/item"}, True, id="its file was checked"),
        pytest.param({"rule": "a/item", "file": "crm/cc.xml"}, True, id="its one file was checked"),
        pytest.param({"rule": "a/item", "file": "crm/other.xml"}, False, id="its file was not checked"),
        pytest.param({"rule": "a/item", "at": "/s/k"}, True, id="its address has nothing"),
        pytest.param({"rule": "c/strict"}, False, id="its rule did not run"),
    ],
)
def test_an_entry_is_unused_only_when_it_could_have_been_used(
    tmp_path: Path, keys: dict[str, str], unused: bool
) -> None:
    good = f"<callCenter>{section(GOOD)}</callCenter>"
    findings, _ = run(tmp_path, ("crm/cc.xml", good), config=entry(**keys))
    assert [(one.rule, one.location.path, one.location.line) for one in findings] == [(UNUSED, "config", 2)] * unused


# --- failures of wxcc-lint -------------------------------------------------------------------------------------------


def test_failures_of_wxcc_lint_itself_are_never_ignored(tmp_path: Path) -> None:
    document = parse_callcenter("cc.xml", f"{ignore('meta, a')}<callCenter/>")
    ignores = Ignores(RULES, TODAY)
    ignores.add_config(config_of(tmp_path, entry(rule="'*'")))
    ignores.add_comments(document)
    assert not ignores.covers(failure(document, INTERNAL_ERROR), "cc.xml")
    assert ignores.covers(failure(document, "a/item"), "cc.xml")


def failure(document: Document, rule: str) -> Detected:
    start = document.text.text.index("<callCenter")
    return Detected(rule, "m", Mark(document, Span(start, start + 1)))
