"""What a baseline hides, what is shown where only some files were asked for, and what a report says beside its findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from wxcc_lint.baseline import STALE, Baseline, Entry, read_baseline, render_baseline
from wxcc_lint.config import Config, load_config
from wxcc_lint.detected import Detected, Mark
from wxcc_lint.documents.model import Document, Fault
from wxcc_lint.report import Location, RuleDocs, Summary
from wxcc_lint.rules import Meta, Rule, RuleSet
from wxcc_lint.spans import Span, Text
from wxcc_lint.verdict import Judgement, Plan, Policy, docs_of, judge, plan

HERE = Path(__file__).resolve().parent


def a_rule(name: str, on: str = "callcenter") -> Rule:
    return Rule(name, on, Meta("warning"), "Title.\n\nWhy.\n", Path(f"{name}.py"))


RULES = RuleSet(
    [
        a_rule("a/one"),
        a_rule("a/two"),
        a_rule("project/across", "project"),
        a_rule("drift/changed", "drift"),
        a_rule(STALE, "meta"),
        a_rule("meta/syntax", "meta"),
    ]
)


def file(name: str = "crm/cc.xml", faults: tuple[Fault, ...] = ()) -> Document:
    return Document(name, "callcenter", Text("one\ntwo\n"), faults=faults)


def found(rule: str, document: Document, start: int = 0, **more: Any) -> Detected:
    return Detected(rule, f"{rule} at {start}", Mark(document, Span(start, start + 1)), **more)


def a_baseline(*entries: Entry) -> Baseline:
    return read_baseline("base.json", render_baseline(Counter(entries)).encode())


def judged(
    detected: Sequence[Detected],
    documents: Sequence[Document] = (),
    *,
    without: Collection[str] = (),
    config: Config | None = None,
    cwd: Path = HERE,
    **more: Any,
) -> Judgement:
    policy = Policy(config or Config(None, HERE), date(2026, 6, 1))
    chosen = tuple(it for it in RULES.values() if it.name not in without)
    the_plan = Plan(chosen, {it.name: it.meta.severity for it in chosen})
    return judge(detected, documents, the_plan, policy, RULES, cwd=cwd, **more)


def told(judgement: Judgement) -> list[tuple[str, str, int]]:
    return [(one.rule, one.location.path, one.location.line) for one in judgement.report.findings]


# --- a baseline ------------------------------------------------------------------------------------------------------


def test_a_baseline_hides_what_it_knows_by_rule_file_and_address() -> None:
    cc = file()
    detected = [found("a/one", cc, at="/s"), found("a/one", cc, 1, at="/t"), found("a/two", cc, at="/s")]
    judgement = judged(detected, [cc], baseline=a_baseline(Entry("a/one", "crm/cc.xml", "/s")))
    assert [(one.rule, one.at) for one in judgement.report.findings] == [("a/two", "/s"), ("a/one", "/t")]
    assert judgement.report.summary.baselined == 1


def test_a_baseline_knows_files_by_their_path_from_the_config() -> None:
    cc = file("cc.xml")
    baseline = a_baseline(Entry("a/one", "crm/cc.xml", None))
    assert told(judged([found("a/one", cc)], [cc], baseline=baseline, cwd=HERE / "crm")) == []


def test_a_baseline_knows_what_is_only_in_an_org_by_its_subject() -> None:
    baseline = a_baseline(Entry("a/one", "layout:Sales@prod", None))
    assert told(judged([found("a/one", file(), subject="layout:Sales@prod")], baseline=baseline)) == []


def test_what_an_ignore_hides_uses_up_no_entry_of_a_baseline(tmp_path: Path) -> None:
    settings = tmp_path / ".wxcc-lint.yaml"
    settings.write_text("ignore:\n  - {rule: a/one, reason: x}\n", encoding="utf-8")
    cc, baseline = file(), a_baseline(Entry("a/one", "crm/cc.xml", None))
    judgement = judged(
        [found("a/one", cc)], [cc], config=load_config(settings, "config"), baseline=baseline, cwd=tmp_path
    )
    assert told(judgement) == [(STALE, "base.json", 4)]
    assert (judgement.report.summary.ignored, judgement.report.summary.baselined) == (1, 0)


def stale(baseline: Baseline, documents: Sequence[Document], **more: Any) -> list[tuple[str, str | None, Location]]:
    shown = judged([], documents, baseline=baseline, **more).report.findings
    return [(one.message, one.help, one.location) for one in shown if one.rule == STALE]


def test_what_a_baseline_names_and_nobody_finds_is_told_at_its_entry() -> None:
    one, two = Entry("a/one", "crm/cc.xml", "/s"), Entry("a/two", "crm/cc.xml", None)
    help_ = "wxcc-lint baseline prune takes it out"
    assert stale(a_baseline(one, two, two), [file()]) == [
        (
            "the baseline has a finding of a/one in crm/cc.xml that nobody finds any more",
            help_,
            Location("base.json", 4, 5, 4, 6),
        ),
        (
            "the baseline has 2 findings of a/two in crm/cc.xml that nobody finds any more",
            help_,
            Location("base.json", 5, 5, 5, 6),
        ),
    ]


def test_what_is_told_of_a_baseline_stands_beside_what_was_found() -> None:
    cc = file()
    judgement = judged([found("a/two", cc)], [cc], baseline=a_baseline(Entry("a/one", "crm/cc.xml", None)))
    assert told(judgement) == [(STALE, "base.json", 4), ("a/two", "crm/cc.xml", 1)]


def test_only_rules_that_ran_and_files_that_were_read_make_a_baseline_stale() -> None:
    baseline, broken = (
        a_baseline(Entry("a/one", "crm/cc.xml", None)),
        file(faults=(Fault("meta/syntax", "broken", Span(0, 0)),)),
    )
    assert stale(baseline, [file("other.xml")]) == []
    assert stale(baseline, [broken]) == []
    assert stale(baseline, [file()], without={"a/one"}) == []
    assert stale(baseline, [file()], without={STALE}) == []


# --- files that were asked for ---------------------------------------------------------------------------------------


def test_a_finding_is_shown_that_has_any_place_in_a_file_that_was_asked_for() -> None:
    cc, other = file(), file("other.xml")
    detected = [
        found("a/one", cc),
        found("a/one", other, 1),
        found("a/two", other, related=(Mark(other, Span(0, 1)), Mark(cc, Span(4, 5)))),
    ]
    judgement = judged(detected, [cc, other], shown_in={"crm/cc.xml"})
    assert told(judgement) == [("a/one", "crm/cc.xml", 1), ("a/two", "other.xml", 1)]
    assert judgement.elsewhere == 1
    assert judgement.report.checked == ("crm/cc.xml",)
    assert (judgement.report.summary.files, judgement.report.summary.skipped) == (1, 0)


def test_everything_is_shown_where_no_file_was_asked_for_by_name() -> None:
    cc, other = file(), file("other.xml")
    judgement = judged([found("a/one", cc), found("a/one", other)], [cc, other])
    assert len(told(judgement)) == 2
    assert (judgement.elsewhere, judgement.report.checked) == (0, ("crm/cc.xml", "other.xml"))


def test_what_is_hidden_counts_only_in_files_that_were_asked_for() -> None:
    cc, other = file(), file("other.xml")
    baseline = a_baseline(Entry("a/one", "crm/cc.xml", None), Entry("a/one", "other.xml", None))
    detected = [found("a/one", cc), found("a/one", other)]
    judgement = judged(detected, [cc, other], baseline=baseline, shown_in={"crm/cc.xml"})
    assert judgement.report.summary.baselined == 1
    assert judgement.elsewhere == 0


def test_what_a_missing_file_brought_is_shown_wherever_it_stands() -> None:
    other = file("other.xml")
    old = [found("project/across", other, environment="prod"), found("project/across", other, 4)]
    new = [
        found("project/across", other, environment="test"),
        found("project/across", other, 5),
        found("a/one", other, environment="prod"),
    ]

    def shown(before: Sequence[Detected] | None) -> list[tuple[str, int, str | None]]:
        findings = judged([*old, *new], [other], shown_in=set(), before=before).report.findings
        return [(one.rule, one.location.column, one.environment) for one in findings]

    assert shown(None) == []
    assert shown(old) == [("project/across", 1, "test"), ("project/across", 2, None)]


# --- beside the findings ---------------------------------------------------------------------------------------------


def test_rules_that_grade_changes_run_in_comparisons_and_no_others_do() -> None:
    policy = Policy(Config(None, HERE), date(2026, 6, 1))

    def planned(*, comparing: bool) -> list[str]:
        return [it.name for it in plan(RULES, policy, comparing=comparing).rules]

    assert planned(comparing=True) == ["drift/changed", STALE, "meta/syntax"]
    assert planned(comparing=False) == ["a/one", "a/two", "project/across", STALE, "meta/syntax"]


def test_a_report_has_the_docs_of_the_rules_of_its_findings() -> None:
    report = judged([found("a/one", file()), found("a/one", file(), 1)]).report
    assert report.rules == {"a/one": RuleDocs("Title.", "Why.", "warning", "Title.\n\nWhy.\n")}
    assert docs_of(report.findings, RuleSet([])) == {}


def test_only_findings_with_a_fix_are_fixable() -> None:
    assert judged([found("a/one", file())]).report.summary == Summary(warnings=1)
