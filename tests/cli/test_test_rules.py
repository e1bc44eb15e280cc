"""`wxcc-lint test-rules`: the examples in the docs of rules of your own."""

from __future__ import annotations

from wxcc_lint.resources import resource_dir


def test_right_examples_pass(lint, yaml_rule, python_rule):
    run = lint("test-rules", yaml_rule())
    assert (run.code, run.out, run.err) == (0, "rules tested: 2, with wrong examples: 0\n", "")


def test_python_rules_are_run_since_the_user_named_the_folder(lint, python_rule):
    assert lint("test-rules", python_rule).out == "rules tested: 1, with wrong examples: 0\n"
    assert (python_rule / "was-run").exists()


def test_rules_that_travel_with_the_tool_can_be_tried_as_well(lint):
    run = lint("test-rules", resource_dir("rules") / "meta")
    assert (run.code, run.out.splitlines()[-1]) == (
        1,
        "rules tested: 10, with wrong examples: 5",
    )  # five cannot have any


def test_a_wrong_place_is_told(lint, yaml_rule):
    run = lint("test-rules", yaml_rule(example="Other__c"))
    assert (run.code, run.err) == (1, "")
    assert run.out.splitlines() == [
        "acme/renamed-notes-field: example 1: the finding points to 'Other__c', not to 'Acme_Notes__c'",
        "rules tested: 1, with wrong examples: 1",
    ]


def test_a_bad_example_that_is_fine_is_told(lint, yaml_rule):
    run = lint("test-rules", yaml_rule(example="Description"))
    assert run.code == 1
    assert run.out.splitlines()[0] == (
        "acme/renamed-notes-field: example 1: a bad example must raise acme/renamed-notes-field once and nothing else;"
        " it raises nothing"
    )


def test_a_good_example_that_is_not_is_told(lint, yaml_rule):
    folder = yaml_rule()
    file = folder / "renamed-notes-field.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(">Description<", ">Acme_Notes__c<"), encoding="utf-8")
    assert lint("test-rules", folder).out.splitlines()[0] == (
        "acme/renamed-notes-field: example 2: a good example raises acme/renamed-notes-field"
    )


def test_a_rule_without_examples_is_told(lint, yaml_rule):
    folder = yaml_rule()
    file = folder / "renamed-notes-field.yaml"
    file.write_text(file.read_text(encoding="utf-8").partition("  ```xml bad")[0], encoding="utf-8")
    run = lint("test-rules", folder)
    assert run.code == 1
    assert run.out.splitlines() == [
        "acme/renamed-notes-field: there is no bad example",
        "acme/renamed-notes-field: there is no good example",
        "rules tested: 1, with wrong examples: 1",
    ]


def test_a_folder_without_rules_fails(lint, project):
    (project / "empty").mkdir()
    run = lint("test-rules", "empty")
    assert (run.code, run.out, run.err) == (1, "empty: holds no rules\n", "")


def test_a_missing_folder_is_wrong_usage(lint):
    run = lint("test-rules", "nowhere")
    assert (run.code, run.out, run.errors) == (2, "", ["nowhere: there is no such rule folder"])
