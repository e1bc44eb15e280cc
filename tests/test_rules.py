"""Rules: how they are loaded and found, and what holds for every one that travels with wxcc-lint."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from wxcc_lint import examples as harness
from wxcc_lint.catalog.callcenter import ItemFact, vocabulary
from wxcc_lint.config import Environment
from wxcc_lint.documents.yaml import parse_yaml
from wxcc_lint.example_fences import fences
from wxcc_lint.report import SEVERITIES
from wxcc_lint.resources import resource_dir
from wxcc_lint.rule_files import builtin_rules, load_python_rule, load_rules, untrusted_python_rules
from wxcc_lint.rules import PROFILES, Meta, Rule, RuleFileError, RuleSet, with_options
from wxcc_lint.schema import load_schema, schema_findings

FILES = [file for suffix in ("py", "yaml") for file in sorted(resource_dir("rules").rglob(f"*.{suffix}"))]
NAMES = [f"{file.parent.name}/{file.stem}" for file in FILES]
YAML_FILES = [file for file in FILES if file.suffix == ".yaml"]

WITHOUT_EXAMPLES = {
    "meta/internal-error": "no text can be written down that makes a rule crash, or the rule would be mended",
    "meta/encoding": "docs are UTF-8, so that no fence can hold other bytes",
    "meta/too-large": "a fence of five megabytes would help nobody",
    "meta/too-deep": "nor would one of two hundred nested elements",
    "meta/stale-baseline": "an example has no baseline",
    "drift/ambiguous-object": "an example has one object on each side",
}
WORDS_OF_THE_VENDOR = {"no-match": "the screen pop for no matching records"}
"""Names may hold these parts although they begin like a prohibition."""


# --- what holds for every rule ---------------------------------------------------------------------------------------


def test_there_are_rules() -> None:
    assert sorted(builtin_rules()) == sorted(NAMES)


def offenders(is_wrong: Callable[[Rule], object]) -> set[str]:
    return {it.name for it in builtin_rules().values() if is_wrong(it)}


def test_rules_are_named_in_kebab_case_and_stand_in_the_folder_of_their_scope() -> None:
    assert offenders(lambda it: not re.fullmatch(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*", it.name)) == set()
    assert offenders(lambda it: it.on != it.name.partition("/")[0]) == set()


def test_names_say_what_is_flagged_and_forbid_nothing() -> None:
    def forbids(it: Rule) -> object:
        words = it.name.partition("/")[2]
        for known in WORDS_OF_THE_VENDOR:
            words = words.replace(known, "")
        return {"no", "check", "needs"} & set(words.split("-"))

    assert offenders(forbids) == set()


@pytest.mark.parametrize("name", NAMES)
def test_docs_begin_with_a_title_and_say_why(name: str) -> None:
    it = builtin_rules()[name]
    lines = it.docs.strip().split("\n")
    assert lines[0].endswith(".")
    assert not lines[0].startswith("#")
    assert lines[1] == ""
    assert it.why


@pytest.mark.parametrize("name", NAMES)
def test_examples_do_what_they_say(name: str) -> None:
    it = builtin_rules()[name]
    if name in WITHOUT_EXAMPLES:
        assert list(fences(it.docs)) == []
    else:
        assert harness.test_rule(it, builtin_rules()) == []


def test_exemptions_are_of_rules_that_exist() -> None:
    assert set(WITHOUT_EXAMPLES) <= set(builtin_rules())


def test_only_verified_facts_make_errors() -> None:
    assert offenders(lambda it: it.meta.severity not in SEVERITIES) == set()
    assert offenders(lambda it: it.meta.evidence not in {"verified", "inferred", "unverified"}) == set()
    assert offenders(lambda it: it.meta.severity == "error" and it.meta.evidence != "verified") == set()


def test_infos_start_in_the_strict_profile() -> None:
    assert offenders(lambda it: it.meta.profile not in PROFILES) == set()
    infos = offenders(lambda it: it.meta.severity == "info" and it.meta.profile == "default")
    assert {name for name in infos if not name.startswith("drift/")} == set()


def test_every_change_is_shown_by_default() -> None:
    """A comparison answers what differs: a change that a profile hid would be a difference denied."""
    assert offenders(lambda it: it.on == "drift" and it.meta.profile != "default") == set()


def test_facts_have_sources() -> None:
    assert offenders(lambda it: not it.meta.sources) == set()


def test_rules_supersede_others_that_exist_and_never_each_other() -> None:
    rules = builtin_rules()
    assert offenders(lambda it: set(it.meta.supersedes) - (set(rules) - {it.name})) == set()
    assert offenders(lambda it: any(it.name in rules[loser].meta.supersedes for loser in it.meta.supersedes)) == set()


def test_former_names_are_free() -> None:
    assert offenders(lambda it: set(it.meta.aliases) & set(NAMES)) == set()


def test_needs_are_what_an_environment_can_declare() -> None:
    declared = {name.replace("_", "-") for name in Environment.__struct_fields__} - {"name", "place"}
    assert offenders(lambda it: set(it.meta.needs) - declared) == set()


def test_generations_exist() -> None:
    assert offenders(lambda it: set(it.meta.generations) - {"v1", "v2", "scv", "other"}) == set()


def test_options_are_of_types_that_the_config_is_checked_against() -> None:
    assert offenders(lambda it: {type(value) for value in it.options.values()} - {int, bool, str, tuple}) == set()


@pytest.mark.parametrize("file", YAML_FILES, ids=lambda file: file.stem)
def test_yaml_rules_fit_their_schema(file: Path) -> None:
    document = parse_yaml(file.name, file.read_text(encoding="utf-8"), "config")
    assert document.faults == document.duplicates == ()
    assert list(schema_findings(document.data, load_schema("rule"))) == []


def rules_in(schema: Any) -> Iterator[str]:
    """Yield every `x-rule` in a schema."""
    if isinstance(schema, Mapping):
        if "x-rule" in schema:
            yield schema["x-rule"]
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from rules_in(part)


def test_the_schemas_and_the_rules_name_each_other() -> None:
    schemas = [json.loads(file.read_text(encoding="utf-8")) for file in resource_dir("schemas").glob("*.schema.json")]
    assert {name for schema in schemas for name in rules_in(schema)} == {
        it.name for it in builtin_rules().values() if it.from_schema
    }


# --- the schema of Version 1 and the catalogue -----------------------------------------------------------------------

V1 = load_schema("callcenter-v1")
V1_ITEMS = {
    (section, name): item for section, part in V1["properties"].items() for name, item in part["properties"].items()
}


def newest_facts() -> dict[tuple[str, str], ItemFact]:
    known = vocabulary()
    facts = {key: known.item(*key) for release in known.releases for key in release.items}
    return {key: fact for key, fact in facts.items() if fact is not None}


def test_the_schema_has_the_items_of_the_catalogue() -> None:
    assert set(V1_ITEMS) == set(newest_facts())


def test_sections_are_titled_with_their_newest_labels() -> None:
    labels = {name: section.label for release in vocabulary().releases for name, section in release.sections.items()}
    assert {name: part["title"] for name, part in V1["properties"].items()} == labels


@pytest.mark.parametrize("key", list(V1_ITEMS), ids="/".join)
def test_the_schema_says_of_an_item_what_the_catalogue_says(key: tuple[str, str]) -> None:
    schema, fact = V1_ITEMS[key], newest_facts()[key]
    is_switch = schema.get("$ref") == "#/$defs/boolean" or schema.get("const") in {"true", "false"}
    assert is_switch is (fact.type == "boolean")
    assert ("const" in schema and not is_switch) is (fact.type == "constant")
    assert tuple(schema.get("enum", ())) == fact.choices
    assert (schema["title"], schema["description"]) == (fact.label.strip(), fact.meaning)
    if fact.type == "constant":
        assert schema["const"] == fact.default


def test_a_switch_is_written_true_or_false() -> None:
    assert V1["$defs"]["boolean"]["enum"] == ["true", "false"]


# --- sets of rules ---------------------------------------------------------------------------------------------------


def made(name: str, **meta: Any) -> Rule:
    return Rule(name, "callcenter", Meta("error", **meta), "Title.", Path(f"{name}.yaml"))


SOME = RuleSet([made("a/one"), made("a/two", aliases=("a/zwei", "old/two")), made("b/one-two")])


def test_a_set_is_a_mapping_by_name_that_knows_former_names() -> None:
    assert list(SOME) == ["a/one", "a/two", "b/one-two"]
    assert len(SOME) == 3
    assert SOME["old/two"] is SOME["a/two"]
    assert ("a/zwei" in SOME, "a/drei" in SOME, SOME.get("a/drei")) == (True, False, None)


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("a/one", ["a/one"]),
        ("old/two", ["a/two"]),
        ("a", ["a/one", "a/two"]),
        ("*/one*", ["a/one", "b/one-two"]),
        ("*two", ["a/two", "b/one-two"]),
        ("*", ["a/one", "a/two", "b/one-two"]),
        ("a/??o", ["a/two"]),
        ("old", []),
        ("A/one", []),
        ("", []),
    ],
)
def test_a_pattern_stands_for_rules(pattern: str, names: list[str]) -> None:
    assert list(SOME.selection(pattern)) == names


@pytest.mark.parametrize(
    ("pattern", "hint"),
    [
        ("a/onne", "; did you mean 'a/one'?"),
        ("a/zwie", "; did you mean 'a/zwei'?"),
        ("c", ""),
        ("xyz", ""),
    ],
)
def test_an_unknown_rule_is_told_with_a_guess(pattern: str, hint: str) -> None:
    assert SOME.unknown(pattern) == f"there is no rule '{pattern}'{hint}"


@pytest.mark.parametrize(("pattern", "meant"), [("bad", "callcenter/bad"), ("old-name", "callcenter/old-name")])
def test_a_name_without_its_scope_is_told_with_it(pattern: str, meant: str) -> None:
    rules = RuleSet([made("callcenter/bad", aliases=("callcenter/old-name",)), made("layout/bat")])
    assert rules.unknown(pattern) == f"there is no rule '{pattern}'; did you mean '{meant}'?"


@pytest.mark.parametrize("pattern", ["a", "b/*"])
def test_a_group_of_rules_is_told_as_one(pattern: str) -> None:
    assert SOME.unknown(pattern) == (
        f"'{pattern}' stands for a group of rules, and one is asked for here; see wxcc-lint rules"
    )


@pytest.mark.parametrize(
    "second", [made("a/one"), made("x/y", aliases=("a/one",)), made("old/two"), made("x/y", aliases=("a/zwei",))]
)
def test_no_name_is_given_twice(second: Rule) -> None:
    with pytest.raises(RuleFileError, match="there is already a rule named"):
        RuleSet([*SOME.values(), second])


def test_title_and_why_are_taken_from_the_docs() -> None:
    docs = "\nTitle.\n\nWhy\nit matters.\n\nMore.\n"
    it = replace(made("a/one"), docs=docs)
    assert (it.title, it.why) == ("Title.", "Why it matters.")
    assert replace(it, docs="Title.\n\n```xml bad\n<a/>\n```\n").why == ""
    assert replace(it, docs="Title.").why == ""


def test_options_are_set_over_the_defaults() -> None:
    it = replace(made("a/one"), options={"most": 1, "least": 0})
    assert with_options(it, {"most": 2}).options == {"most": 2, "least": 0}
    assert with_options(it, {}) is it


# --- files -----------------------------------------------------------------------------------------------------------

YAML = """\
rule: acme/{name}
on: callcenter
severity: error
given: /s/i
expect: {{".": {{absent: true}}}}
message: m
docs: Title.
"""
PYTHON = '''\
"""Title of {name}.

Why.
"""

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule


@rule("acme/{name}", on=CallCenter, severity="warning", profile="strict", needs=("region",))
def check(cc: CallCenter, *, most: int = 300, words: tuple[str, ...] = ()) -> Iterator[Problem]:
    yield Problem("m", cc.root_at)
'''


def put(folder: Path, file: str, text: str | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    stem, _, suffix = file.partition(".")
    template = PYTHON if suffix == "py" else YAML
    (folder / file).write_text(template.format(name=stem) if text is None else text, encoding="utf-8")
    return folder / file


def own(rules: RuleSet) -> set[str]:
    return set(rules) - set(NAMES)


def test_a_python_rule_says_everything_in_its_file(tmp_path: Path) -> None:
    it = load_python_rule(put(tmp_path, "thing.py"))
    assert (it.name, it.on, it.title, it.why) == ("acme/thing", "callcenter", "Title of thing.", "Why.")
    assert it.meta == Meta("warning", profile="strict", needs=("region",))
    assert it.options == {"most": 300, "words": ()}
    assert it.check is not None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\n", "a rule file holds exactly one @rule; this one holds 0"),
        (PYTHON.format(name="a") + PYTHON.format(name="b").replace("check", "other"), "this one holds 2"),
        ("raise ValueError('no')\n", "ValueError: no"),
        ("def f(:\n", "SyntaxError: "),
        ("import nowhere_to_be_found\n", "ModuleNotFoundError: "),
    ],
)
def test_a_python_file_that_holds_no_rule_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = put(tmp_path, "thing.py", text)
    with pytest.raises(RuleFileError, match=re.escape(message)) as refused:
        load_python_rule(file)
    assert str(refused.value).startswith(f"{file}: ")


def test_equal_file_names_in_two_folders_do_not_meet(tmp_path: Path) -> None:
    one, two = put(tmp_path / "a", "thing.py"), put(tmp_path / "b", "thing.py", PYTHON.format(name="other"))
    assert [load_python_rule(file).name for file in (one, two)] == ["acme/thing", "acme/other"]


def test_the_rules_of_a_folder_join_ours(tmp_path: Path) -> None:
    put(tmp_path, "one.yaml")
    put(tmp_path / "deep", "two.yaml")
    put(tmp_path, "notes.yml", "no rule")
    put(tmp_path / "__pycache__", "three.yaml")
    rules = load_rules([tmp_path])
    assert own(rules) == {"acme/one", "acme/two"}
    assert set(NAMES) <= set(rules)


def test_folders_of_a_config_run_no_code(tmp_path: Path) -> None:
    put(tmp_path, "one.yaml")
    code = put(tmp_path, "two.py", "raise SystemExit\n")
    assert own(load_rules([tmp_path])) == {"acme/one"}
    assert untrusted_python_rules([tmp_path]) == [code]


def test_trusted_folders_do(tmp_path: Path) -> None:
    put(tmp_path, "one.yaml")
    put(tmp_path, "two.py")
    assert own(load_rules(trusted_dirs=[tmp_path])) == {"acme/one", "acme/two"}


def test_a_folder_may_be_named_in_the_config_and_trusted_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "mine", "one.yaml")
    put(tmp_path / "mine", "two.py")
    monkeypatch.chdir(tmp_path)
    assert own(load_rules([tmp_path / "mine"], [Path("mine")])) == {"acme/one", "acme/two"}


def test_without_folders_there_are_ours_alone() -> None:
    assert load_rules() is builtin_rules()


def test_an_absent_folder_is_told(tmp_path: Path) -> None:
    for load in (lambda folder: load_rules([folder]), lambda folder: untrusted_python_rules([folder])):
        with pytest.raises(RuleFileError, match="absent: there is no such rule folder"):
            load(tmp_path / "absent")


@pytest.mark.parametrize("suffix", ["yaml", "py"])
def test_a_file_must_be_named_after_its_rule(tmp_path: Path, suffix: str) -> None:
    put(tmp_path, f"thing.{suffix}").rename(tmp_path / f"other.{suffix}")
    with pytest.raises(RuleFileError, match="the file of the rule 'acme/thing' must be named after it"):
        load_rules(trusted_dirs=[tmp_path])


def test_a_name_of_ours_cannot_be_taken(tmp_path: Path) -> None:
    name = NAMES[0].partition("/")[2]
    put(tmp_path, f"{name}.yaml", YAML.format(name=name).replace("acme/", NAMES[0].partition("/")[0] + "/"))
    with pytest.raises(RuleFileError, match=re.escape(f"there is already a rule named '{NAMES[0]}'")):
        load_rules([tmp_path])
