"""A check from paths to verdict: partners, allowed lists, the config as a file, one environment, standard input."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.config import ConfigError, load_config
from wxcc_lint.discover import Candidate, Discovery, discover
from wxcc_lint.documents.allowlist import AllowList
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.project import Project
from wxcc_lint.files import open_file
from wxcc_lint.problems import Label, Problem
from wxcc_lint.report import Finding, Gap
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.rules import Check, Meta, Rule, RuleSet
from wxcc_lint.run import Result, check
from wxcc_lint.verdict import ExitCode, Policy

PROJECTS = Path(__file__).resolve().parents[1] / "fixtures" / "projects"
TODAY = date(2026, 6, 1)


def names(view: CallCenter) -> Iterator[Problem]:
    item = view.item("reqDisplayName")
    assert item is not None
    yield Problem(item.value, item.at)


def entries(view: AllowList) -> Iterator[Problem]:
    yield from (Problem(entry.value, entry.at) for entry in view.entries if "acme" in entry.value)


def pairs(project: Project) -> Iterator[Problem]:
    """Tell each call center but the first that it is not alone."""
    items = [view.item("reqDisplayName") for view in project.callcenters]
    first, *others = [item for item in items if item is not None]
    for other in others:
        yield Problem(f"{first.value} and {other.value}", first.at, (Label(other.at, "here"),))


def undeclared(project: Project) -> Iterator[Problem]:
    if project.environment is not None and project.environment.region is None:
        yield Problem("no region", project.environment.at("region"))


def a_rule(name: str, check_: Check) -> Rule:
    return Rule(name, name.partition("/")[0], Meta("warning"), "Title.\n\nWhy.\n", Path(f"{name}.py"), check_, {})


META_RULES = [it for it in builtin_rules().values() if it.on == "meta"]
RULES = RuleSet(
    [
        *META_RULES,
        a_rule("callcenter/name", names),
        a_rule("allowlist/entry", entries),
        a_rule("project/pair", pairs),
        a_rule("project/no-region", undeclared),
    ]
)
CONFIG = """\
environments:
  prod: {files: [a.xml, b.xml], region: eu1, allowlist: csp/prod.txt}
  test: {files: [b.xml, c.xml], allowlist: [widgets.acme.com]}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three definitions in two environments that share one, and a fourth in none."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "csp").mkdir()
    (tmp_path / "csp/prod.txt").write_text("*.force.com\n*.acme.com\n", encoding="utf-8")
    (tmp_path / ".wxcc-lint.yaml").write_text(CONFIG, encoding="utf-8")
    base = render_import(vocabulary().releases[-1])
    for letter in "abcd":
        text = base.replace("Webex Contact Center Agent Desktop 2.0(Nov 2024)", letter.upper())
        (tmp_path / f"{letter}.xml").write_text(text, encoding="utf-8")
    return tmp_path


def run(root: Path, *paths: str, rules: RuleSet = RULES, cwd: Path | None = None, **options: Any) -> Result:
    environment = options.pop("environment", None)
    cwd = cwd or root
    config = load_config(root / ".wxcc-lint.yaml", Path(root / ".wxcc-lint.yaml").relative_to(root).as_posix())
    found = discover([root / path for path in paths or ["."]], cwd)
    return check(found, Policy(config, TODAY, **options), rules, cwd, environment=environment)


def told(result: Result) -> list[tuple[str, str, str | None]]:
    return [(one.message, one.location.path, one.environment) for one in result.judgement.report.findings]


IN_CONFIG = [("no region", ".wxcc-lint.yaml", "test"), ("widgets.acme.com", ".wxcc-lint.yaml", "test")]
IN_FILES = [
    ("A", "a.xml", "prod"),
    ("A and B", "a.xml", "prod"),
    ("B", "b.xml", None),
    ("B and C", "b.xml", "test"),
    ("C", "c.xml", "test"),
    ("*.acme.com", "csp/prod.txt", "prod"),
    ("D", "d.xml", None),
]


def test_a_full_run_tells_everything_and_notes_nothing(root: Path) -> None:
    result = run(root)
    assert told(result) == [*IN_CONFIG, *IN_FILES]
    assert (result.notes, result.complaints, result.judgement.elsewhere) == ([], [], 0)
    assert (result.judgement.report.summary.files, result.judgement.report.summary.warnings) == (5, 9)


@pytest.mark.parametrize(
    ("name", "messages", "elsewhere"),
    [
        ("a.xml", ["A", "A and B"], 6),
        ("b.xml", ["A and B", "B", "B and C"], 5),
        ("csp/prod.txt", ["*.acme.com"], 7),
        ("d.xml", ["D"], 0),
        (".wxcc-lint.yaml", ["no region", "widgets.acme.com"], 7),
    ],
)
def test_a_named_file_is_judged_with_its_partners(root: Path, name: str, messages: list[str], elsewhere: int) -> None:
    result = run(root, name)
    assert [one.message for one in result.judgement.report.findings] == messages
    assert result.judgement.elsewhere == elsewhere
    assert result.judgement.report.summary.files == (0 if name == ".wxcc-lint.yaml" else 1)


def test_findings_of_partners_alone_are_counted_in_a_note(root: Path) -> None:
    where = "in other files that were read along: check without paths to see them"
    assert run(root, "b.xml").notes == [f"5 more findings are {where}"]
    assert run(root, "a.xml", "b.xml", "c.xml", "csp/prod.txt", ".wxcc-lint.yaml").notes == [
        f"1 more finding is {where}"
    ]


def test_the_note_says_where_to_check_from_a_folder_below(root: Path) -> None:
    (note,) = run(root, "csp/prod.txt", cwd=root / "csp").notes
    assert note == "7 more findings are in other files that were read along: check .. to see them"


def test_only_what_a_check_of_everything_would_show_is_counted(root: Path) -> None:
    assert run(root, "a.xml", min_severity="error").notes == []
    ignore = "ignore: [{rule: callcenter/name, file: c.xml, reason: known}]\n"
    (root / ".wxcc-lint.yaml").write_text(f"{CONFIG}{ignore}", encoding="utf-8")
    assert run(root, "a.xml").judgement.elsewhere == 5


def test_an_ignore_in_a_partner_holds(root: Path) -> None:
    file = root / "a.xml"
    comment = "<!-- wxcc-lint: ignore[project/pair] one for each country -->"
    file.write_text(
        file.read_text("utf-8").replace(
            '    <item sortOrder="1" name="reqD', f'    {comment}<item sortOrder="1" name="reqD'
        )
    )
    assert [one.message for one in run(root).judgement.report.findings if one.rule == "project/pair"] == ["B and C"]
    result = run(root, "b.xml")
    assert [one.message for one in result.judgement.report.findings] == ["B", "B and C"]
    assert result.judgement.report.summary.ignored == 1


def test_an_ignore_is_not_called_unused_because_few_files_were_asked_for(root: Path) -> None:
    text = f"{CONFIG}ignore: [{{rule: callcenter/name, file: d.xml, reason: known}}]\n"
    (root / ".wxcc-lint.yaml").write_text(text, encoding="utf-8")
    for paths in ([], ["a.xml"], [".wxcc-lint.yaml"], ["d.xml", ".wxcc-lint.yaml"]):
        rules = [one.rule for one in run(root, *paths).judgement.report.findings]
        assert (paths, "meta/unused-ignore" in rules) == (paths, False)


def test_a_stale_ignore_is_told_to_who_asks_for_the_config(root: Path) -> None:
    text = f"{CONFIG}ignore: [{{rule: callcenter/*, until: 2026-01-01, reason: known}}]\n"
    (root / ".wxcc-lint.yaml").write_text(text, encoding="utf-8")
    for paths, shown in (([], True), ([".wxcc-lint.yaml"], True), (["a.xml"], False)):
        rules = [one.rule for one in run(root, *paths).judgement.report.findings]
        assert (paths, "meta/expired-ignore" in rules) == (paths, shown)


def test_one_environment_is_checked_on_demand(root: Path) -> None:
    result = run(root, environment="test")
    assert told(result) == [*IN_CONFIG, ("B", "b.xml", "test"), ("B and C", "b.xml", "test"), ("C", "c.xml", "test")]
    assert result.judgement.report.summary.skipped == 2
    assert told(run(root, "c.xml", environment="test")) == [("B and C", "b.xml", "test"), ("C", "c.xml", "test")]
    assert run(root, "c.xml", environment="test").judgement.report.summary.skipped == 0


@pytest.mark.parametrize(
    ("paths", "environment", "names"),
    [
        ((), None, ("prod", "test")),
        (("a.xml",), None, ("prod",)),  # partners of it belong to others too
        ((), "test", ("test",)),
        (("a.xml",), "test", ()),
    ],
)
def test_the_report_says_which_environments_were_checked(
    root: Path, paths: tuple[str, ...], environment: str | None, names: tuple[str, ...]
) -> None:
    assert run(root, *paths, environment=environment).judgement.report.environments == names


def test_the_config_can_be_asked_for_with_one_environment(root: Path) -> None:
    result = run(root, ".wxcc-lint.yaml", environment="test")
    assert (told(result), result.judgement.report.summary.skipped) == (IN_CONFIG, 0)


def test_standard_input_is_judged_as_the_file_it_stands_for(root: Path) -> None:
    data = (root / "a.xml").read_bytes().replace(b">A<", b">AA<")
    config = load_config(root / ".wxcc-lint.yaml", ".wxcc-lint.yaml")
    stdin = Candidate("a.xml", "a.xml", named=True, data=data)
    result = check(Discovery([stdin]), Policy(config, TODAY), RULES, root)
    assert told(result) == [("AA", "a.xml", "prod"), ("AA and B", "a.xml", "prod")]


def test_an_inline_list_is_checked_though_its_environment_has_no_files(root: Path) -> None:
    (root / ".wxcc-lint.yaml").write_text("environments: {x: {allowlist: [acme.com]}}\n", encoding="utf-8")
    assert ("acme.com", ".wxcc-lint.yaml", "x") in told(run(root))
    assert told(run(root, "a.xml")) == [("A", "a.xml", None)]


def test_a_missing_list_is_a_fault_of_the_config(root: Path) -> None:
    (root / "csp/prod.txt").unlink()
    with pytest.raises(ConfigError, match=r"there is no file 'csp/prod\.txt'") as caught:
        run(root)
    assert [(one.line, one.column) for one in caught.value.problems] == [(2, 57)]


@pytest.mark.parametrize(
    ("data", "rule"), [(b"\x81\x00", "meta/encoding"), (b"x\n" * 6_000_000, "meta/too-large")], ids=["binary", "huge"]
)
def test_a_list_that_cannot_be_read_is_a_finding_and_the_rest_goes_on(root: Path, data: bytes, rule: str) -> None:
    (root / "csp/prod.txt").write_bytes(data)
    result = run(root)
    assert [one.rule for one in result.judgement.report.findings if one.location.path == "csp/prod.txt"] == [rule]
    assert ("A and B", "a.xml", "prod") in told(result)


def test_a_list_that_may_not_be_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: str) -> Any:
        if Path(file).name == "prod.txt":
            raise PermissionError
        return open_file(file)

    monkeypatch.setattr("wxcc_lint.intake.open_file", refuse)
    gap = Gap("csp/prod.txt", "may not be read (no permission)")
    assert (run(root).notes, run(root).judgement.report.gaps) == ([gap.sentence], (gap,))
    named = run(root, "csp/prod.txt")
    assert named.judgement.report.gaps == (replace(gap, exit_code=ExitCode.NOTHING_READ),)
    assert (named.complaints, named.exit_code) == (
        ["csp/prod.txt: may not be read (no permission)"],
        ExitCode.NOTHING_READ,
    )


# --- the verdict on a file is the same alone and among all -------------------------------------------------------------


def touching(findings: tuple[Finding, ...], name: str) -> list[Finding]:
    return [one for one in findings if name in {one.location.path, *(each.location.path for each in one.related)}]


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


PROJECT_NAMES = sorted(path.name for path in PROJECTS.iterdir() if (path / ".wxcc-lint.yaml").is_file())


@pytest.mark.parametrize("project", PROJECT_NAMES)
def test_a_file_alone_shows_what_a_full_run_shows_of_it(project: str) -> None:
    folder = PROJECTS / project
    full = run(folder, rules=builtin_rules(), profile="pedantic").judgement.report.findings
    assert full
    for name in files_of(folder):
        alone = run(folder, name, rules=builtin_rules(), profile="pedantic").judgement.report.findings
        assert (name, list(alone)) == (name, touching(full, name))


def test_the_tiny_project_shows_of_each_file_what_a_full_run_shows(root: Path) -> None:
    full = run(root).judgement.report.findings
    shown = {name: list(run(root, name).judgement.report.findings) for name in files_of(root)}
    assert shown == {name: touching(full, name) for name in shown}
    assert sum(map(len, shown.values())) == len(full) + 2
