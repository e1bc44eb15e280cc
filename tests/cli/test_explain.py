"""`wxcc-lint explain`: the page of one rule."""

from __future__ import annotations

import pytest

INVALID = "callcenter/invalid-boolean"


def test_the_page_tells_what_why_and_how(lint):
    run = lint("explain", INVALID)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(f"# {INVALID}\n\nA switch holds something else than `true` or `false`.\n")
    assert "\n| severity | error |\n" in run.out
    assert 'Flagged:\n\n```xml\n<item name="isCallNotesEnabled">True</item>\n```\n' in run.out
    assert 'Fine:\n\n```xml\n<item name="isCallNotesEnabled">true</item>\n```\n' in run.out
    assert "bad at=" not in run.out


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("callcenter/invalid-bolean", f"there is no rule 'callcenter/invalid-bolean'; did you mean '{INVALID}'?"),
        ("invalid-boolean", f"there is no rule 'invalid-boolean'; did you mean '{INVALID}'?"),
        ("callcenter", "'callcenter' stands for a group of rules, and one is asked for here; see wxcc-lint rules"),
        ("invalid", "there is no rule 'invalid'"),
        ("../../etc/passwd", "there is no rule '../../etc/passwd'"),
        ("", "there is no rule ''"),
        ("meta/\x1b[31m", "there is no rule 'meta/\\x1b[31m'"),
    ],
)
def test_what_is_no_rule_is_one_sentence(lint, name, sentence):
    run = lint("explain", name)
    assert (run.code, run.out, run.errors) == (2, "", [sentence])


@pytest.mark.parametrize("way", ["option", "config"])
def test_rules_of_your_own_are_explained(lint, yaml_rule, config, way):
    folder = yaml_rule(needs="[region]")
    if way == "config":
        config("rule-dirs: [lint-rules]\n")
    run = lint("explain", "acme/renamed-notes-field", *(["--rule-dir", folder] if way == "option" else []))
    assert run.code == 0
    assert run.out.startswith("# acme/renamed-notes-field\n\nNotes go to a field of our own.\n")
    assert "| needs | `region` of the environment |" in run.out


def test_a_rule_of_your_own_needs_its_folder(lint, yaml_rule):
    yaml_rule()
    assert lint("explain", "acme/renamed-notes-field").code == 2


def test_options_are_listed_with_their_defaults(lint, python_rule):
    run = lint("explain", "acme/unwanted-name", "--rule-dir", python_rule)
    assert "## Options\n\n* `word`, default `Beta`\n" in run.out


def test_a_built_in_rule_is_explained_though_the_config_is_broken(lint, config):
    config("rules: [")
    assert lint("explain", INVALID).code == 0


def test_terminal_commands_in_docs_are_shown_and_not_sent(lint, project):
    folder = project / "rules"
    folder.mkdir()
    text = (
        'rule: acme/loud\non: callcenter\nby: engine\nseverity: info\ndocs: "Title\\e]0;pwned\\a\\u202e.\\n\\nWhy."\n'
    )
    (folder / "loud.yaml").write_text(text, encoding="utf-8")
    for env in ({}, {"FORCE_COLOR": "1"}):
        run = lint("explain", "acme/loud", "--rule-dir", folder, env=env)
        assert run.code == 0
        assert "Title\\x1b]0;pwned\\x07\\u202e." in run.out


def test_colours_on_demand(lint):
    assert "\x1b[" in lint("explain", INVALID, env={"FORCE_COLOR": "1"}).out
    assert "\x1b[" not in lint("explain", INVALID, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out
