"""`wxcc-lint check`: which exit code, and what each option does."""

from __future__ import annotations

import pytest

from wxcc_lint import __version__
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.reporters.diff import DIFF_REPORTERS
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.schema import schema_names

INVALID = "callcenter/invalid-boolean"
EARLY_OPEN = "callcenter/open-on-connect-without-create"
OWN = "acme/renamed-notes-field"
ONLY_OURS = ("--select", INVALID, "--select", EARLY_OPEN, "--select", OWN)


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_command(lint, option):
    run = lint(option)
    assert (run.code, run.err) == (0, "")
    for command in ("check", "explain", "rules", "test-rules", "config"):
        assert f"\n  {command} " in run.out


def test_the_version_is_told(lint):
    run = lint("--version")
    assert (run.code, run.out, run.err) == (0, f"wxcc-lint {__version__}\n", "")


@pytest.fixture
def offered(lint):
    """What bash offers for the last word of a command line, which may be empty."""

    def run(words: str) -> list[str]:
        given = words.split(" ")
        env = {"_WXCC_LINT_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(given) - 1)}
        done = lint(env=env)
        assert (done.code, done.err) == (0, "")
        return done.out.split()

    return run


@pytest.mark.parametrize(
    ("words", "ending"),
    [("wxcc-lint che", "check"), ("wxcc-lint baseline pr", "prune"), ("wxcc-lint check --stat", "--statistics")],
)
def test_the_shell_completes_commands_and_options(offered, words, ending):
    assert offered(words) == [ending]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("check -f ", list(REPORTERS)),
        ("audit --format sar", ["sarif"]),
        ("report merge -f jun", ["junit"]),
        ("diff -f ", list(DIFF_REPORTERS)),
        ("drift -f pat", ["patch"]),
        ("explain callcenter/invalid-boo", [INVALID]),
        ("explain call", [name for name in builtin_rules() if name.startswith("callcenter/")]),
        ("check --select meta", ["meta", *(name for name in builtin_rules() if name.startswith("meta/"))]),
        ("audit --ignore allowl", ["allowlist", *(name for name in builtin_rules() if name.startswith("allowlist/"))]),
        ("schema c", [name for name in schema_names() if name.startswith("c")]),
    ],
)
def test_the_shell_completes_values(offered, words, values):
    assert len(values) > 0
    assert offered(f"wxcc-lint {words}") == values


@pytest.mark.parametrize(
    "command", ["check --env", "diff --env", "manifest --env", "audit", "doctor", "drift", "pull", "audit -f json"]
)
def test_the_shell_completes_environments(offered, project, command):
    (project / ".wxcc-lint.yaml").write_text("environments: {prod: {files: [x]}, test: {files: [y]}}\n", "utf-8")
    assert offered(f"wxcc-lint {command} ") == ["prod", "test"]


def test_the_environments_are_those_of_the_config_in_force(offered, project):
    assert offered("wxcc-lint check --env ") == []
    (project / "other.yaml").write_text("environments: {dev: {files: [x]}}\n", "utf-8")
    assert offered("wxcc-lint check --config other.yaml --env ") == ["dev"]
    (project / ".wxcc-lint.yaml").write_text("environments: [", "utf-8")
    assert offered("wxcc-lint check --env ") == []


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_completion_is_set_up_for_the_shell_that_asks(shell, project, option):
    run = shell('"$@"; exit $?', option, env={"HOME": str(project)})
    written = "".join(file.read_text(encoding="utf-8") for file in project.rglob("wxcc-lint.sh"))
    assert run.code == 0
    assert "_WXCC_LINT_COMPLETE=complete_bash" in (written if option == "--install-completion" else run.out)


@pytest.mark.parametrize("arguments", [(), ("config",)])
def test_without_a_command_the_help_goes_to_stderr(lint, arguments):
    run = lint(*arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("Usage: wxcc-lint ")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "no such command 'chek'; did you mean 'check'? (see wxcc-lint --help)"),
        (["config", "shwo"], "no such command 'shwo'; did you mean 'show'? (see wxcc-lint config --help)"),
        (
            ["check", "--statistcs"],
            "no such option: --statistcs; did you mean --statistics? (see wxcc-lint check --help)",
        ),
        (["check", "-q"], "no such option: -q (see wxcc-lint check --help)"),
        (["explain"], "missing argument 'RULE' (see wxcc-lint explain --help)"),
        (
            ["check", "--fail-on", "fatal"],
            "invalid value for '--fail-on': 'fatal' is not one of 'error', 'warning', 'info', 'never' (see wxcc-lint check --help)",
        ),
        (
            ["check", "--select", "callcenter/invalid-bolean"],
            f"there is no rule 'callcenter/invalid-bolean'; did you mean '{INVALID}'?",
        ),
        (["check", "--ignore", "callcentre"], "there is no rule 'callcentre'; did you mean 'callcenter'?"),
        (["check", "--env", "prod"], "there is no environment 'prod'; the config declares none"),
        (["check", "--stdin-filename", "a.xml"], "--stdin-filename goes with the path `-`"),
        (
            ["check", "-f", "jsn"],
            "there is no format 'jsn'; did you mean 'json'? (there are full, concise, json, sarif, junit, github, gitlab, rdjson, csv, markdown, html)",
        ),
        (["check", "-f", "json="], "'json=': a file name is missing behind '='"),
        (
            ["check", "-f", "full", "-f", "json"],
            "only one report can go to standard output; give the others a file: -f json=report.json",
        ),
        (["check", "--rule-dir", "nowhere"], "nowhere: there is no such rule folder"),
        (["check", "--config", "none.yaml"], "none.yaml: cannot read the config file: no such file or directory"),
        (["check", "--config", "."], ".: cannot read the config file: is a directory"),
        (["check", "--config", "a.yaml", "--no-config"], "--config and --no-config contradict each other"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_one_sentence_and_code_2(lint, good, arguments, sentence):
    run = lint(*arguments)
    assert (run.code, run.out, run.err) == (2, "", f"error: {sentence}\n")


@pytest.mark.parametrize(
    ("setting", "options", "code"),
    [
        ("error", [], 1),
        ("warning", [], 0),
        ("info", [], 0),
        ("error", ["--fail-on", "never"], 0),
        ("warning", ["--fail-on", "warning"], 1),
        ("info", ["--fail-on", "warning"], 0),
        ("info", ["--fail-on", "info"], 1),
        ("error", ["--exit-zero"], 0),
        ("off", [], 0),
    ],
)
def test_the_exit_code_follows_severity_and_fail_on(lint, bad, config, setting, options, code):
    config(f"rules: {{{INVALID}: {setting}}}\n")
    run = lint("check", "bad.xml", "-f", "json", *options)
    assert run.code == code
    assert [finding["severity"] for finding in run.report["findings"]] == [setting] * (setting != "off")


def test_the_config_sets_fail_on_and_the_option_overrides_it(lint, bad, config):
    config("fail-on: never\n")
    assert lint("check").code == 0
    assert lint("check", "--fail-on", "error").code == 1


@pytest.mark.parametrize(("arguments", "code"), [(["gone.xml"], 3), (["--nope"], 2), (["--env", "prod"], 2)])
def test_exit_zero_excuses_findings_and_nothing_else(lint, bad, arguments, code):
    assert lint("check", "bad.xml", "--exit-zero", *arguments).code == code


@pytest.fixture
def three_grades(project, definition, config, yaml_rule) -> None:
    """An error, a warning and an info in one file."""
    values = {
        "isCallNotesEnabled": "True",
        "sfdcFieldForcallNotes": "Acme_Notes__c",
        "isActivityRecordCreationAtConnected": "false",
        "activityRecordOpenedInEditmodeConnectedState": "true",
    }
    (project / "three.xml").write_text(definition(**values), encoding="utf-8")
    yaml_rule()
    config(f"rule-dirs: [lint-rules]\nrules: {{{INVALID}: info}}\n")


@pytest.mark.usefixtures("three_grades")
@pytest.mark.parametrize(
    ("least", "shown"),
    [("info", [OWN, EARLY_OPEN, INVALID]), ("warning", [OWN, EARLY_OPEN]), ("error", [EARLY_OPEN])],
)
def test_min_severity_hides_what_is_milder(lint, least, shown):
    run = lint("check", "-f", "json", "--min-severity", least, *ONLY_OURS)
    assert sorted(run.rules) == sorted(shown)
    summary = run.report["summary"]
    assert (summary["errors"], summary["warnings"], summary["infos"]) == (1, OWN in shown, INVALID in shown)


@pytest.mark.usefixtures("three_grades")
def test_what_is_not_shown_fails_no_run(lint):
    options = ("check", "--fail-on", "warning", *ONLY_OURS, "--ignore", EARLY_OPEN)
    assert lint(*options).code == 1
    assert lint(*options, "--min-severity", "error").code == 0


@pytest.mark.usefixtures("three_grades")
@pytest.mark.parametrize(
    ("options", "rules"),
    [
        (["--select", INVALID], [INVALID]),
        (["--select", "acme"], [OWN]),
        (["--select", "callcenter/open-on-*"], [EARLY_OPEN]),
        (["--select", INVALID, "--select", "acme"], [OWN, INVALID]),
        (["--ignore", "callcenter"], [OWN]),
        (["--ignore", INVALID, "--ignore", "acme/*"], [EARLY_OPEN]),
        ([*ONLY_OURS, "--ignore", INVALID], [OWN, EARLY_OPEN]),
    ],
    ids=" ".join,
)
def test_select_and_ignore_take_names_scopes_and_globs(lint, options, rules):
    assert sorted(lint("check", "-f", "json", *options).rules) == rules


def test_selecting_a_rule_by_name_runs_it_though_the_config_has_it_off(lint, bad, config):
    config(f"rules: {{{INVALID}: off}}\n")
    assert lint("check", "-f", "json", "--select", INVALID).rules == [INVALID]
    assert lint("check", "-f", "json", "--select", "callcenter").rules == []


def test_a_broken_file_is_told_whatever_is_selected(lint, project):
    (project / "broken.xml").write_text("<callCenter><section></callCenter>", encoding="utf-8")
    assert lint("check", "-f", "json", "--select", INVALID).rules == ["meta/syntax"]


@pytest.mark.parametrize(
    ("profile", "runs_in"),
    [
        ("default", ["default", "strict", "pedantic"]),
        ("strict", ["strict", "pedantic"]),
        ("pedantic", ["pedantic"]),
    ],
)
def test_profiles_contain_those_before_them(lint, project, definition, yaml_rule, profile, runs_in):
    (project / "own.xml").write_text(definition(sfdcFieldForcallNotes="Acme_Notes__c"), encoding="utf-8")
    folder = yaml_rule(profile=profile)
    shown = [
        asked
        for asked in ("default", "strict", "pedantic")
        if OWN in lint("check", "-f", "json", "--rule-dir", folder, "--profile", asked).rules
    ]
    assert shown == runs_in


def test_the_config_names_the_profile_and_the_option_overrides_it(lint, project, definition, yaml_rule, config):
    (project / "own.xml").write_text(definition(sfdcFieldForcallNotes="Acme_Notes__c"), encoding="utf-8")
    yaml_rule(profile="pedantic")
    config("profile: pedantic\nrule-dirs: [lint-rules]\n")
    assert OWN in lint("check", "-f", "json").rules
    assert OWN not in lint("check", "-f", "json", "--profile", "strict").rules


def test_no_ignores_shows_what_ignores_hide(lint, bad, config):
    config(f"ignore: [{{rule: {INVALID}, file: '*.xml', reason: known since spring}}]\n")
    hidden = lint("check", "-f", "json")
    assert (hidden.code, hidden.rules, hidden.report["summary"]["ignored"]) == (0, [], 1)
    shown = lint("check", "-f", "json", "--no-ignores")
    assert (shown.code, shown.rules, shown.report["summary"]["ignored"]) == (1, [INVALID], 0)


def test_statistics_are_counted_on_stderr(lint, bad, project):
    (project / "again.xml").write_bytes(bad.read_bytes())
    (project / "empty.xml").write_bytes(b"")
    run = lint("check", "bad.xml", "again.xml", "empty.xml", "--select", INVALID, "--statistics", "-f", "json")
    assert run.err.splitlines() == [f"     2  error    {INVALID}", "     1  error    meta/syntax"]
    assert run.rules == [INVALID, INVALID, "meta/syntax"]


def test_env_keeps_the_other_environments_out(lint, project, definition, yaml_rule, config):
    (project / "own.xml").write_text(definition(sfdcFieldForcallNotes="Acme_Notes__c"), encoding="utf-8")
    folder = yaml_rule(needs="[region]")
    config("environments:\n  prod: {files: ['*.xml'], region: eu1}\n  test: {files: ['*.xml'], region: us1}\n")
    options = ("-f", "json", "--select", OWN, "--rule-dir", folder)
    both = lint("check", *options)
    assert [finding["environment"] for finding in both.report["findings"]] == ["prod", "test"]
    one = lint("check", *options, "--env", "test")
    assert [finding["environment"] for finding in one.report["findings"]] == ["test"]
    typo = lint("check", *options, "--env", "tset")
    assert (typo.code, typo.errors) == (2, ["there is no environment 'tset'; did you mean 'test'?"])
    stranger = lint("check", *options, "--env", "x")
    assert stranger.errors == ["there is no environment 'x'; there are prod, test"]
