"""`wxcc-lint config show`: the configuration in force."""

from __future__ import annotations

import pytest

DEFAULTS = "profile: default\nfail-on: error\nrule-dirs: []\nrules: {}\nignore: []\nlimits:\n  file-mib: 5\n  component-mib: 32\nenvironments: {}\n"
FULL = """\
profile: strict
fail-on: warning
rule-dirs:
- lint-rules
rules:
  callcenter/invalid-boolean: 'off'
ignore:
- rule: callcenter/*
  file: crm/*.xml
  at: /reqGeneralInfo/**
  reason: 'Übergangsweise: bis Ostern'
  until: '2027-03-28'
baseline: baseline.json
limits:
  file-mib: 5
  component-mib: 64
environments:
  prod:
    files:
    - crm/**
    region: eu1
"""


def test_without_a_file_the_defaults_are_shown(lint):
    run = lint("config", "show")
    assert (run.code, run.out, run.err) == (0, f"# no config file: these are the defaults\n{DEFAULTS}", "")


def test_defaults_are_filled_in(lint, config):
    config("profile: strict\n")
    expected = DEFAULTS.replace("default", "strict", 1)
    assert lint("config", "show").out == f"# .wxcc-lint.yaml\n{expected}"


def test_what_is_shown_is_a_config_that_shows_the_same(lint, config):
    config(FULL)
    shown = lint("config", "show").out
    assert shown == f"# .wxcc-lint.yaml\n{FULL}"
    config(shown)
    assert lint("config", "show").out == shown


@pytest.mark.parametrize(
    ("options", "env"),
    [(["--config", "ci.yaml"], {}), ([], {"WXCC_LINT_CONFIG": "ci.yaml"})],
    ids=["option", "variable"],
)
def test_another_file_is_shown_on_demand(lint, project, config, options, env):
    config("profile: strict\n")
    (project / "ci.yaml").write_text("profile: pedantic\n", encoding="utf-8")
    run = lint("config", "show", *options, env=env)
    assert run.out.startswith("# ci.yaml\nprofile: pedantic\n")


def test_no_config_shows_the_defaults(lint, config):
    config("profile: strict\n")
    assert lint("config", "show", "--no-config").out.endswith(f"\n{DEFAULTS}")


def test_a_config_above_is_shown_with_its_path_from_here(lint, project, config):
    config("profile: strict\n")
    (project / "crm").mkdir()
    assert lint("config", "show", cwd=project / "crm").out.startswith("# ../.wxcc-lint.yaml\n")


def test_a_path_cannot_end_the_comment_it_stands_in(lint, project):
    folder = project / "a\nprofile: pedantic\n"
    folder.mkdir()
    (folder / "c.yaml").write_text("", encoding="utf-8")
    run = lint("config", "show", "--config", folder / "c.yaml")
    assert run.out == f"# a\\nprofile: pedantic\\n/c.yaml\n{DEFAULTS}"


def test_a_broken_config_is_told_with_its_position(lint, config):
    config("profile: default\nfail-on: sometimes\n")
    run = lint("config", "show")
    assert (run.code, run.out, len(run.errors)) == (2, "", 1)
    assert run.errors[0].startswith(".wxcc-lint.yaml:2:10: ")
