"""Policy: which rules run, how grave they are, what is shown, and the exit code."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from wxcc_lint.config import Config, ConfigError, load_config
from wxcc_lint.detected import INTERNAL_ERROR, Detected, Mark
from wxcc_lint.documents.model import Document
from wxcc_lint.problems import Problem
from wxcc_lint.report import SEVERITIES, FindingFix, Location, Related, Severity, Summary
from wxcc_lint.rules import Meta, Rule, RuleSet
from wxcc_lint.spans import Span, Text
from wxcc_lint.verdict import ExitCode, Judgement, Plan, Policy, SelectionError, judge, plan

TODAY = date(2026, 6, 1)


def nothing(_view: Any, *, most: int = 3, strict: bool = False, words: tuple[str, ...] = ()) -> Iterator[Problem]:
    yield from ()


OPTIONS = {"most": 3, "strict": False, "words": ()}


def a_rule(name: str, severity: Severity = "error", **meta: Any) -> Rule:
    options = OPTIONS if name == "a/options" else {}
    on = "meta" if name.startswith("meta/") else "callcenter"
    docs = f"Title.\n\nWhy {name} matters.\n"
    return Rule(name, on, Meta(severity, **meta), docs, Path(f"{name}.py"), nothing, options)


RULES = RuleSet(
    [
        a_rule("a/error"),
        a_rule("a/options", "warning", aliases=("a/former",)),
        a_rule("a/strict-info", "info", profile="strict"),
        a_rule("b/pedantic-info", "info", profile="pedantic"),
        a_rule("meta/syntax"),
        a_rule("meta/unused-ignore", "warning"),
        a_rule(INTERNAL_ERROR),
    ]
)
META = {"meta/syntax", "meta/unused-ignore", INTERNAL_ERROR}


def config(tmp_path: Path, text: str) -> Config:
    file = tmp_path / ".wxcc-lint.yaml"
    file.write_text(text, encoding="utf-8")
    return load_config(file, ".wxcc-lint.yaml")


def policy(tmp_path: Path, text: str = "", **command_line: Any) -> Policy:
    return Policy(config(tmp_path, text) if text else Config(None, tmp_path), TODAY, **command_line)


def planned(tmp_path: Path, text: str = "", **command_line: Any) -> set[str]:
    """Names of the rules that run, without those of the scope meta."""
    the_plan = plan(RULES, policy(tmp_path, text, **command_line))
    names = {it.name for it in the_plan.rules}
    assert names == set(the_plan.severities)
    return names - META


# --- which rules run -------------------------------------------------------------------------------------------------

DEFAULT = {"a/error", "a/options"}
STRICT = DEFAULT | {"a/strict-info"}
PEDANTIC = STRICT | {"b/pedantic-info"}


@pytest.mark.parametrize(
    ("profile", "names"), [(None, DEFAULT), ("default", DEFAULT), ("strict", STRICT), ("pedantic", PEDANTIC)]
)
def test_profiles_nest(tmp_path: Path, profile: Any, names: set[str]) -> None:
    assert planned(tmp_path, profile=profile) == names


def test_the_profile_of_the_command_line_comes_before_that_of_the_config(tmp_path: Path) -> None:
    assert planned(tmp_path, "profile: strict\n") == STRICT
    assert planned(tmp_path, "profile: strict\n", profile="default") == DEFAULT


@pytest.mark.parametrize(
    ("select", "names"),
    [
        (("a/error",), {"a/error"}),
        (("a/error", "b/pedantic-info"), {"a/error", "b/pedantic-info"}),
        (("a",), DEFAULT),
        (("b",), set()),
        (("a/*-info",), set()),
        (("*/err*",), {"a/error"}),
        (("a/former",), {"a/options"}),
        (("a/strict-info",), {"a/strict-info"}),
    ],
)
def test_select_takes_names_aliases_scopes_and_globs_and_only_a_name_overrules_the_profile(
    tmp_path: Path, select: tuple[str, ...], names: set[str]
) -> None:
    assert planned(tmp_path, select=select) == names


def test_a_selection_is_of_the_profile_in_force(tmp_path: Path) -> None:
    assert planned(tmp_path, select=("a/*-info", "b"), profile="pedantic") == {"a/strict-info", "b/pedantic-info"}


@pytest.mark.parametrize(
    ("ignore", "names"),
    [
        (("a/error",), {"a/options"}),
        (("a",), set()),
        (("a/e*", "b"), {"a/options"}),
        (("a/former",), {"a/error"}),
    ],
)
def test_ignore_takes_away(tmp_path: Path, ignore: tuple[str, ...], names: set[str]) -> None:
    assert planned(tmp_path, ignore=ignore) == names


def test_ignore_comes_after_select(tmp_path: Path) -> None:
    assert planned(tmp_path, select=("a",), ignore=("a/error",)) == {"a/options"}


def test_failures_of_wxcc_lint_itself_cannot_be_ignored(tmp_path: Path) -> None:
    the_plan = plan(RULES, policy(tmp_path, f"rules: {{{INTERNAL_ERROR}: off}}", ignore=("meta", INTERNAL_ERROR)))
    assert {it.name for it in the_plan.rules} & META == {INTERNAL_ERROR}


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_what_names_no_rule_is_told(tmp_path: Path, option: str) -> None:
    with pytest.raises(SelectionError, match=r"^there is no rule 'a/eror'; did you mean 'a/error'\?$"):
        plan(RULES, policy(tmp_path, **{option: ("a/eror",)}))


@pytest.mark.parametrize(
    ("rules", "names"),
    [
        ("{a/error: off}", {"a/options"}),
        ("{a/former: off}", {"a/error"}),
        ("{a/options: {severity: off}}", {"a/error"}),
        ("{a/strict-info: warning}", STRICT),
        ("{a/options: {most: 1}}", DEFAULT),
    ],
)
def test_the_config_switches_rules_off_and_on(tmp_path: Path, rules: str, names: set[str]) -> None:
    assert planned(tmp_path, f"rules: {rules}\n") == names


def test_what_the_config_switches_off_only_its_name_selects(tmp_path: Path) -> None:
    off = "rules: {a/options: off}\n"
    assert planned(tmp_path, off, select=("a",)) == {"a/error"}
    assert planned(tmp_path, off, select=("a/options",)) == {"a/options"}
    assert planned(tmp_path, off, select=("a/former",)) == {"a/options"}


def test_files_that_cannot_be_read_are_told_whatever_is_selected(tmp_path: Path) -> None:
    assert {it.name for it in plan(RULES, policy(tmp_path, select=("a/error",))).rules} == {"a/error"} | META


def test_rules_of_the_scope_meta_can_be_switched_off(tmp_path: Path) -> None:
    the_plan = plan(RULES, policy(tmp_path, "rules: {meta/unused-ignore: off}\n"))
    assert "meta/unused-ignore" not in {it.name for it in the_plan.rules}


# --- severities and options ------------------------------------------------------------------------------------------


def severities(tmp_path: Path, rules: str) -> dict[str, Severity]:
    return plan(RULES, policy(tmp_path, f"rules: {rules}\n")).severities


def test_the_config_grades_rules_anew(tmp_path: Path) -> None:
    graded = severities(tmp_path, "{a/error: info, a/former: {severity: error}, meta/syntax: warning}")
    assert [graded[name] for name in ("a/error", "a/options", "meta/syntax")] == ["info", "error", "warning"]


def test_failures_of_wxcc_lint_itself_stay_errors(tmp_path: Path) -> None:
    assert severities(tmp_path, f"{{{INTERNAL_ERROR}: info}}")[INTERNAL_ERROR] == "error"


@pytest.mark.parametrize("name", ["a/options", "a/former"])
def test_options_are_set_over_their_defaults(tmp_path: Path, name: str) -> None:
    the_plan = plan(RULES, policy(tmp_path, f"rules: {{{name}: {{most: 7, words: [x]}}}}\n"))
    (it,) = [it for it in the_plan.rules if it.name == "a/options"]
    assert it.options == {"most": 7, "strict": False, "words": ["x"]}


@pytest.mark.parametrize(
    ("rules", "error"),
    [
        ("{a/eror: off}", "1:9: there is no rule 'a/eror'; did you mean 'a/error'?"),
        ("{a/options: {mosst: 1}}", "1:21: a/options has no option 'mosst'; did you mean 'most'?"),
        ("{a/options: {xyz: 1}}", "1:21: a/options has no option 'xyz'; it has most, strict, words"),
        ("{a/error: {xyz: 1}}", "1:19: a/error has no option 'xyz'; it has none"),
        ("{a/options: {most: x}}", "1:27: the option 'most' of a/options must be a whole number"),
        ("{a/options: {most: true}}", "1:27: the option 'most' of a/options must be a whole number"),
        ("{a/options: {severity: info, strict: 1}}", "1:45: the option 'strict' of a/options must be true or false"),
        ("{a/options: {words: x}}", "1:28: the option 'words' of a/options must be a list"),
    ],
)
def test_a_setting_that_fits_no_rule_is_told_at_its_place(tmp_path: Path, rules: str, error: str) -> None:
    with pytest.raises(ConfigError) as refused:
        plan(RULES, policy(tmp_path, f"rules: {rules}\n"))
    assert str(refused.value) == f".wxcc-lint.yaml:{error}"


def test_an_ignore_of_an_unknown_rule_is_told_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        plan(RULES, policy(tmp_path, "ignore:\n  - {rule: [a/error, a/eror], reason: x}\n"))
    assert str(refused.value) == ".wxcc-lint.yaml:2:5: there is no rule 'a/eror'; did you mean 'a/error'?"


# --- what is shown ---------------------------------------------------------------------------------------------------


def file(name: str = "crm/cc.xml", text: str = "one\ntwo\nthree\n") -> Document:
    return Document(name, "callcenter", Text(text))


def found(rule: str, document: Document, start: int = 0, end: int = 1, **more: Any) -> Detected:
    return Detected(rule, f"{rule} at {start}", Mark(document, Span(start, end)), **more)


def judged(
    tmp_path: Path, detected: Sequence[Detected], documents: Sequence[Document] = (), text: str = "", **more: Any
) -> Judgement:
    skipped, cwd = more.pop("skipped", 0), more.pop("cwd", tmp_path)
    the_policy = policy(tmp_path, text, **more)
    chosen = tuple(RULES.values())
    the_plan = Plan(chosen, {it.name: it.meta.severity for it in chosen})
    return judge(detected, documents, the_plan, the_policy, RULES, skipped=skipped, cwd=cwd)


def test_a_finding_carries_all_that_was_detected(tmp_path: Path) -> None:
    cc, other = file(), file("other.xml")
    fix = FindingFix(safe=True, description="mend", edits=())
    one = found(
        "a/error",
        cc,
        2,
        6,
        at="/s/i",
        help="do",
        why="because",
        environment="prod",
        related=(Mark(other, Span(0, 3), "x"),),
        fix=fix,
    )
    (finding,) = judged(tmp_path, [one]).report.findings
    assert (finding.rule, finding.severity, finding.message) == ("a/error", "error", "a/error at 2")
    assert finding.location == Location("crm/cc.xml", 1, 3, 2, 3)
    assert (finding.at, finding.help, finding.why, finding.environment) == ("/s/i", "do", "because", "prod")
    assert finding.related == (Related(Location("other.xml", 1, 1, 1, 4), "x"),)
    assert finding.fix is fix
    assert (finding.docs, finding.subject) == (None, None)


def test_no_help_is_null(tmp_path: Path) -> None:
    assert judged(tmp_path, [found("a/error", file())]).report.findings[0].help is None


def test_the_texts_of_all_places_travel_with_the_report(tmp_path: Path) -> None:
    cc, other, unused = file(), file("other.xml"), file("unused.xml")
    one = found("a/error", cc, related=(Mark(other, Span(0, 0)),))
    assert judged(tmp_path, [one], [cc, other, unused]).report.texts == {"crm/cc.xml": cc.text, "other.xml": other.text}


def test_findings_are_sorted_by_path_line_column_rule_and_environment(tmp_path: Path) -> None:
    a, b = file("a.xml"), file("b.xml")
    in_order = [
        found("a/options", a, 0, environment="prod"),
        found("a/options", a, 0, environment="test"),
        found("a/error", a, 2),
        found("a/error", a, 4),
        found("a/error", b, 0),
        found("a/options", b, 0),
    ]
    for shuffled in list(permutations(in_order))[::41]:
        findings = judged(tmp_path, shuffled).report.findings
        assert [(one.location.path, one.message, one.environment) for one in findings] == [
            (one.mark.document.name, one.message, one.environment) for one in in_order
        ]


def test_the_summary_counts_what_is_shown(tmp_path: Path) -> None:
    cc = file()
    fix = FindingFix(safe=False, description="mend", edits=())
    detected = [
        found("a/error", cc),
        found("a/error", cc, 1, fix=fix),
        found("a/options", cc, 2, fix=fix),
        found("a/strict-info", cc, 3),
    ]
    documents = [cc, file("other.xml")]
    assert judged(tmp_path, detected, documents, skipped=4).report.summary == Summary(
        files=2, skipped=4, errors=2, warnings=1, infos=1, fixable=2
    )
    shown = judged(tmp_path, detected, documents, min_severity="error").report
    assert shown.summary == Summary(files=2, errors=2, fixable=1)
    assert [one.rule for one in shown.findings] == ["a/error", "a/error"]


@pytest.mark.parametrize("min_severity", SEVERITIES)
def test_nothing_milder_than_asked_for_is_shown(tmp_path: Path, min_severity: Severity) -> None:
    cc = file()
    detected = [found("a/error", cc), found("a/options", cc), found("a/strict-info", cc)]
    findings = judged(tmp_path, detected, min_severity=min_severity).report.findings
    assert [one.severity for one in findings] == list(SEVERITIES[: SEVERITIES.index(min_severity) + 1])


# --- fingerprints ----------------------------------------------------------------------------------------------------


def fingerprints(tmp_path: Path, *detected: Detected, **more: Any) -> list[str]:
    return [one.fingerprint for one in judged(tmp_path, detected, **more).report.findings]


def test_a_fingerprint_is_made_of_version_rule_path_address_and_occurrence(tmp_path: Path) -> None:
    expected = hashlib.sha256(b"1\0a/error\0crm/cc.xml\0/s/i\0000").hexdigest()[:32]
    assert fingerprints(tmp_path, found("a/error", file(), at="/s/i")) == [expected]


def test_a_fingerprint_survives_moved_lines_other_words_and_another_severity(tmp_path: Path) -> None:
    before = found("a/error", file(), 0, at="/s/i")
    after = Detected("a/error", "other words", Mark(file(text="\n\n\nx"), Span(3, 4)), at="/s/i", environment="prod")
    assert fingerprints(tmp_path, before) == fingerprints(tmp_path, after)


def test_fingerprints_differ_by_rule_file_address_and_occurrence(tmp_path: Path) -> None:
    cc, other = file(), file("other.xml")
    prints = fingerprints(
        tmp_path,
        found("a/error", cc, at="/s/i"),
        found("a/options", cc, at="/s/i"),
        found("a/error", other, at="/s/i"),
        found("a/error", cc, at="/s/j"),
        found("a/error", cc),
        found("a/error", cc, 2, at="/s/i"),
        found("a/error", cc, 2, at="/s/i"),
    )
    assert len(set(prints)) == 7


def test_the_path_in_a_fingerprint_is_relative_to_the_config(tmp_path: Path) -> None:
    here = found("a/error", file("crm/cc.xml"))
    from_below = found("a/error", file("cc.xml"))
    from_beside = found("a/error", file("../crm/cc.xml"))
    (tmp_path / "crm").mkdir()
    (tmp_path / "other").mkdir()
    expected = fingerprints(tmp_path, here)
    assert fingerprints(tmp_path, from_below, cwd=tmp_path / "crm") == expected
    assert fingerprints(tmp_path, from_beside, cwd=tmp_path / "other") == expected


def test_what_is_not_shown_counts_as_an_occurrence(tmp_path: Path) -> None:
    cc = file()
    both = fingerprints(tmp_path, found("a/error", cc, 0), found("a/error", cc, 2))
    assert both == fingerprints(
        tmp_path, found("a/error", cc, 0), found("a/error", cc, 2), found("a/options", cc), min_severity="error"
    )


def test_a_name_that_is_not_unicode_has_a_fingerprint(tmp_path: Path) -> None:
    assert len(fingerprints(tmp_path, found("a/error", file("\udcff.xml")))[0]) == 32


# --- the exit code ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "fail_on", "code"),
    [
        ("a/error", None, ExitCode.FINDINGS),
        ("a/options", None, ExitCode.OK),
        ("a/options", "error", ExitCode.OK),
        ("a/options", "warning", ExitCode.FINDINGS),
        ("a/strict-info", "warning", ExitCode.OK),
        ("a/strict-info", "info", ExitCode.FINDINGS),
        ("a/error", "never", ExitCode.OK),
        (INTERNAL_ERROR, "never", ExitCode.FINDINGS),
    ],
)
def test_the_run_fails_from_the_level_asked_for(tmp_path: Path, rule: str, fail_on: Any, code: ExitCode) -> None:
    assert judged(tmp_path, [found(rule, file())], fail_on=fail_on).exit_code is code


def test_without_findings_the_run_succeeds(tmp_path: Path) -> None:
    assert judged(tmp_path, [], [file()], fail_on="info").exit_code is ExitCode.OK


def test_what_is_not_shown_does_not_fail_the_run(tmp_path: Path) -> None:
    judgement = judged(tmp_path, [found("a/options", file())], fail_on="warning", min_severity="error")
    assert judgement.exit_code is ExitCode.OK


def test_the_level_of_the_command_line_comes_before_that_of_the_config(tmp_path: Path) -> None:
    detected = [found("a/options", file())]
    assert judged(tmp_path, detected, text="fail-on: warning\n").exit_code is ExitCode.FINDINGS
    assert judged(tmp_path, detected, text="fail-on: warning\n", fail_on="error").exit_code is ExitCode.OK


@pytest.mark.parametrize(
    ("codes", "worst"),
    [
        ([], 0),
        ([0], 0),
        ([0, 1], 1),
        ([1, 3], 3),
        ([3, 4], 4),
        ([4, 2], 2),
        ([0, 1, 2, 3, 4], 2),
        ([0, 1, 3, 4], 4),
        ([0, 1, 3], 3),
    ],
)
def test_the_highest_ranking_code_wins_in_any_order(codes: list[int], worst: int) -> None:
    for shuffled in permutations(codes):
        assert ExitCode.worst(map(ExitCode, shuffled)) == worst


def test_only_findings_are_forgiven_and_only_on_demand() -> None:
    assert [code.forgiven(True) for code in ExitCode] == [0, 0, 2, 3, 4]
    assert [code.forgiven(False) for code in ExitCode] == [0, 1, 2, 3, 4]
