"""`wxcc-lint check`: which exit code, and what each option does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from wxcc_lint import __version__

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
        (["check", "-f", "jsn"], "there is no format 'jsn'; did you mean 'json'? (there are full, concise, json)"),
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


def test_a_rule_that_needs_an_environment_says_what_to_declare(lint, project, definition, yaml_rule):
    (project / "own.xml").write_text(definition(sfdcFieldForcallNotes="Acme_Notes__c"), encoding="utf-8")
    run = lint("check", "-f", "json", "--select", OWN, "--rule-dir", yaml_rule(needs="[region, generation]"))
    assert (run.code, run.rules) == (0, [])
    assert run.notes == [
        f"{OWN} did not run: it needs 'region' and 'generation' of an environment that lists the file (environments: in .wxcc-lint.yaml)"
    ]


@pytest.mark.parametrize("place", ["option", "variable"])
def test_a_config_is_taken_from_the_option_or_the_variable(lint, bad, project, place):
    (project / "ci").mkdir()
    (project / "ci" / "lint.yaml").write_text(f"rules: {{{INVALID}: warning}}\n", encoding="utf-8")
    options, env = (
        (["--config", "ci/lint.yaml"], {}) if place == "option" else ([], {"WXCC_LINT_CONFIG": "ci/lint.yaml"})
    )
    assert lint("check", *options, env=env).code == 0


def test_the_option_wins_over_the_variable(lint, bad, project, config):
    config(f"rules: {{{INVALID}: off}}\n")
    for name, severity in (("a", "warning"), ("b", "info")):
        (project / f"{name}.yaml").write_text(f"rules: {{{INVALID}: {severity}}}\n", encoding="utf-8")
    run = lint("check", "-f", "json", "--config", "a.yaml", env={"WXCC_LINT_CONFIG": "b.yaml"})
    assert run.report["findings"][0]["severity"] == "warning"


@pytest.mark.parametrize("env", [{}, {"WXCC_LINT_CONFIG": ".wxcc-lint.yaml"}], ids=["found", "variable"])
def test_no_config_reads_none(lint, bad, config, env):
    config(f"rules: {{{INVALID}: off}}\n")
    assert lint("check", env=env).code == 0
    assert lint("check", "--no-config", env=env).code == 1


def test_the_nearest_config_upward_counts(lint, bad, project, config):
    config(f"rules: {{{INVALID}: off}}\n")
    deep = project / "crm" / "prod"
    deep.mkdir(parents=True)
    assert lint("check", "../../bad.xml", cwd=deep).code == 0
    (project / "crm" / ".wxcc-lint.yaml").write_text("", encoding="utf-8")
    assert lint("check", "../../bad.xml", cwd=deep).code == 1


def test_a_config_of_the_mistaken_name_is_refused(lint, good, project):
    (project / ".wxcc-lint.yml").write_text("profile: strict\n", encoding="utf-8")
    run = lint("check")
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "error: .wxcc-lint.yml:1:1: a config is not called '.wxcc-lint.yml' (rename it to '.wxcc-lint.yaml')\n"
    )


@pytest.mark.parametrize(
    ("options", "env", "runs"),
    [
        ([], {}, False),
        ([], {"WXCC_LINT_TRUST_RULES": "0"}, False),
        ([], {"WXCC_LINT_TRUST_RULES": "1"}, True),
        (["--no-config", "--rule-dir", "lint-rules"], {}, True),
    ],
    ids=["config", "distrusted", "trusted", "option"],
)
def test_python_rules_run_only_when_the_user_says_so(
    lint, project, definition, config, python_rule, yaml_rule, options, env, runs
):
    (project / "own.xml").write_text(definition(reqDisplayName="Beta Desk"), encoding="utf-8")
    yaml_rule()
    config("rule-dirs: [lint-rules]\n")
    run = lint("check", "own.xml", "-f", "json", "--select", "acme", *options, env=env)
    assert (python_rule / "was-run").exists() is runs
    assert run.rules == (["acme/unwanted-name"] if runs else [])
    assert run.notes == (
        []
        if runs
        else [
            "not loaded: unwanted-name.py: a config file may not run code; name the folder with --rule-dir, or set WXCC_LINT_TRUST_RULES=1"
        ]
    )


def test_options_of_a_rule_are_set_in_the_config(lint, project, definition, config, python_rule):
    (project / "own.xml").write_text(definition(reqDisplayName="Beta Desk"), encoding="utf-8")
    options = ("check", "-f", "json", "--select", "acme", "--rule-dir", python_rule)
    assert lint(*options).rules == ["acme/unwanted-name"]
    config("rules: {acme/unwanted-name: {word: Gamma}}\n")
    assert lint(*options).rules == []


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        (
            "invalid-boolean.yaml",
            None,
            "invalid-boolean.yaml: there is already a rule named 'callcenter/invalid-boolean'",
        ),
        (
            "other-name.yaml",
            "own",
            "other-name.yaml: the file of the rule 'acme/renamed-notes-field' must be named after it",
        ),
        ("bad.yaml", "rule: [", "bad.yaml:1: "),
        ("bad.yaml", "rule: acme/bad\non: callcenter\nby: engine\nseverity: grave\ndocs: x\n", "bad.yaml:4: "),
        ("bad.py", "1/0", "bad.py: ZeroDivisionError: division by zero"),
        ("bad.py", "def", "bad.py: SyntaxError: "),
        ("bad.py", "", "bad.py: a rule file holds exactly one @rule; this one holds 0"),
    ],
)
def test_a_rule_file_that_cannot_be_used_is_one_sentence(lint, good, project, yaml_rule, name, text, sentence):
    folder = project / "broken-rules"
    folder.mkdir()
    if text is None:
        text = (Path(__file__).resolve().parents[2] / "rules" / f"{INVALID}.yaml").read_text(encoding="utf-8")
    elif text == "own":
        text = (yaml_rule() / "renamed-notes-field.yaml").read_text(encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    run = lint("check", "good.xml", "--rule-dir", folder.name)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"error: broken-rules/{sentence}")


def test_a_missing_path_is_told_and_the_others_are_checked(lint, bad):
    run = lint("check", "gone.xml", "bad.xml", "-f", "json")
    assert (run.code, run.rules) == (3, [INVALID])
    assert run.errors == ["gone.xml: there is no such file or folder"]


@pytest.mark.parametrize("inside", ["nothing", "stranger", "hidden"])
def test_a_folder_with_nothing_of_ours_is_code_3(lint, project, bad, inside):
    folder = project / "crm"
    folder.mkdir()
    if inside == "stranger":
        (folder / "package.json").write_text("{}", encoding="utf-8")
    if inside == "hidden":
        (folder / "node_modules").mkdir()
        bad.rename(folder / "node_modules" / "bad.xml")
    run = lint("check", "crm")
    assert (run.code, run.errors) == (3, ["crm: holds no call center definition and no desktop layout"])


def test_a_folder_beside_a_checked_file_may_hold_nothing(lint, project, good):
    (project / "empty").mkdir()
    assert lint("check", "good.xml", "empty").code == 0


def test_named_strangers_are_skipped_with_a_note(lint, project):
    for number in range(5):
        (project / f"{number}.json").write_text('{"name": "stranger"}', encoding="utf-8")
    run = lint("check", *(f"{number}.json" for number in range(5)), "-f", "json")
    assert (run.code, run.rules, run.report["summary"]["skipped"]) == (0, [], 5)
    assert run.notes == [
        "skipped 0.json, 1.json, 2.json and 2 more: neither a call center definition nor a desktop layout"
    ]


def test_strangers_in_a_folder_are_only_counted(lint, project, good):
    (project / "package.json").write_text("{}", encoding="utf-8")
    (project / "notes.txt").write_text("<callCenter>", encoding="utf-8")
    run = lint("check", "--select", INVALID)
    assert (run.code, run.out, run.err) == (0, "No findings in 1 file (1 other file skipped).\n", "")


def test_a_file_named_twice_is_checked_once(lint, bad, project):
    run = lint("check", "bad.xml", "./bad.xml", bad, ".", "-f", "json")
    assert (run.rules, run.report["summary"]["files"]) == ([INVALID], 1)


@pytest.mark.parametrize(
    ("where", "path", "shown"),
    [
        (".", "bad.xml", "bad.xml"),
        (".", "ABSOLUTE", "bad.xml"),
        ("crm", "../bad.xml", "../bad.xml"),
        ("crm", "ABSOLUTE", "../bad.xml"),
        ("crm", "..", "../bad.xml"),
    ],
)
def test_paths_are_shown_from_the_working_directory(lint, bad, project, where, path, shown):
    (project / "crm").mkdir()
    run = lint("check", bad if path == "ABSOLUTE" else path, "-f", "json", cwd=project / where)
    assert [finding["path"] for finding in run.report["findings"]] == [shown]


def test_fingerprints_do_not_depend_on_the_working_directory(lint, bad, project, config):
    config("")
    (project / "crm").mkdir()
    runs = [lint("check", "bad.xml", "-f", "json"), lint("check", "../bad.xml", "-f", "json", cwd=project / "crm")]
    first, second = ([finding["fingerprint"] for finding in run.report["findings"]] for run in runs)
    assert first == second


def test_in_a_checkout_what_git_ignores_is_left_out_unless_named(lint, bad, project):
    (project / ".git").rmdir()
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    (project / ".gitignore").write_text("bad.xml\n", encoding="utf-8")
    (project / "other.xml").write_bytes(bad.read_bytes())
    assert [finding["path"] for finding in lint("check", "-f", "json").report["findings"]] == ["other.xml"]
    assert [finding["path"] for finding in lint("check", "bad.xml", "-f", "json").report["findings"]] == ["bad.xml"]


def test_a_deleted_working_directory_is_one_sentence(shell):
    run = shell('mkdir gone && cd gone && rmdir ../gone && "$@"', "check")
    assert (run.code, run.err) == (2, "error: the working directory does not exist any more\n")
