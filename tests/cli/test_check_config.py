"""`wxcc-lint check`: where its config and the rules of your own come from."""

from __future__ import annotations

from pathlib import Path

import pytest

INVALID = "callcenter/invalid-boolean"
OWN = "acme/renamed-notes-field"


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


def test_env_leaves_the_files_of_others_out(lint, project, definition, config):
    config("environments: {prod: {files: ['prod/**']}, test: {files: ['test/**']}, none: {files: []}}\n")
    for folder in ("prod", "test", "other"):
        (project / folder).mkdir()
        (project / folder / "cc.xml").write_text(definition(reqUseApi="no"), encoding="utf-8")
    run = lint("check", "-f", "json", "--env", "prod")
    assert [(one["path"], one["environment"]) for one in run.report["findings"]] == [("prod/cc.xml", "prod")]
    assert (run.report["summary"]["files"], run.report["summary"]["skipped"]) == (1, 2)
    named = lint("check", "--env", "prod", "test/cc.xml")
    assert (named.code, named.notes) == (
        0,
        [
            "skipped test/cc.xml: neither a call center definition, a desktop layout nor a Salesforce component of the integration of the environment 'prod'"
        ],
    )
    nothing = lint("check", "--env", "none")
    assert (nothing.code, nothing.errors) == (
        3,
        [
            ".: holds no call center definition, no desktop layout and no Salesforce component of the integration of the environment 'none'"
        ],
    )
