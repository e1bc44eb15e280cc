"""Rules written in YAML: what they find, how they say it, and why a file is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict

from wxcc_lint.declarative import load_yaml_rule
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.edits import text_edit
from wxcc_lint.problems import Problem
from wxcc_lint.rules import Rule, RuleFileError

HEAD = "rule: acme/thing\non: callcenter\nseverity: warning\ndocs: |\n  Title.\n\n  Why\n  it matters.\n"
SECTION = "reqNoRecordMatchConfig"
MAPPINGS = "sfdcObjetFieldCadVariableMappings1"


def load(tmp_path: Path, body: str, head: str = HEAD) -> Rule:
    file = tmp_path / "thing.yaml"
    file.write_text(head + body, encoding="utf-8")
    return load_yaml_rule(file)


def refusal(tmp_path: Path, body: str, head: str = HEAD) -> str:
    with pytest.raises(RuleFileError) as refused:
        load(tmp_path, body, head)
    return str(refused.value).removeprefix(f"{tmp_path}/thing.yaml")


def view(*items: str, section: str = "s") -> CallCenter:
    document = parse_callcenter(
        "cc.xml", f'<callCenter><section name="{section}">{"".join(items)}</section></callCenter>'
    )
    assert document.faults == ()
    return CallCenter(document)


def item(name: str, value: str, label: str = "") -> str:
    return f'<item name="{name}" label="{label}">{value}</item>'


def problems(it: Rule, on: CallCenter) -> list[Problem]:
    assert it.check is not None
    return list(it.check(on))


def pointed(on: CallCenter, problem: Problem) -> str:
    span = problem.at.span
    return on.document.text.text[span.start : span.end]


# --- reading ---------------------------------------------------------------------------------------------------------


def test_what_a_rule_says_of_itself(tmp_path: Path) -> None:
    it = load(
        tmp_path,
        "profile: strict\nevidence: inferred\nsince: '0.2'\ngenerations: [v1, v2]\nneeds: [region]\naliases: [acme/old]\n"
        "catalogue: ['cc:x']\nsupersedes: [acme/other]\nsources: [a book]\n"
        "given: /s/i\nexpect: {'.': {present: true}}\nmessage: m\n",
    )
    assert (it.name, it.on, it.title, it.why) == ("acme/thing", "callcenter", "Title.", "Why it matters.")
    assert asdict(it.meta) == {
        "severity": "warning",
        "profile": "strict",
        "evidence": "inferred",
        "since": "0.2",
        "generations": ("v1", "v2"),
        "needs": ("region",),
        "alone": False,
        "aliases": ("acme/old",),
        "catalogue": ("cc:x",),
        "supersedes": ("acme/other",),
        "sources": ("a book",),
    }
    assert (it.options, it.from_schema, it.describe) == ({}, False, None)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("given: /s\nexpect: {}\nmessage: m\nseverty: error\n", ":12: unknown key 'severty'"),
        ("given: /s\nexpect: {'.': {equal: 1}}\nmessage: m\n", ":10: unknown key 'equal'; did you mean 'equals'?"),
        ("given: /s\nexpect: {'.': {blank: 1}}\nmessage: m\n", ":10: 'blank' must be true or false, not 1"),
        ("expect: {'.': {blank: true}}\nmessage: m\n", ":1: the key 'given' is missing"),
        ("given: /s\ngiven: /t\nexpect: {}\nmessage: m\n", ":10: the key 'given' stands twice"),
        ("given: /s\nexpect: {'.': {blank: true}\nmessage: m\n", ":10: this '{' has no '}'"),
    ],
)
def test_a_file_that_is_no_rule_is_refused_with_line_and_word(tmp_path: Path, body: str, message: str) -> None:
    assert refusal(tmp_path, body).startswith(message)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "given: s\nexpect: {'.': {blank: true}}\nmessage: m\n",
            ": 'given' is not a path: '/' should stand here, not 's'",
        ),
        ("given: /s/[1\nexpect: {'.': {blank: true}}\nmessage: m\n", ": 'given' is not a path: "),
        ("given: /s\nexpect: {'a[': {blank: true}}\nmessage: m\n", ": 'a[' is not a relative path: "),
        (
            "given: /s\nexpect: {'../i[k=v]': {blank: true}}\nmessage: m\n",
            ": '../i[k=v]' is not a relative path: it consists of names, '.' and '..'",
        ),
        ("given: /s\nwhen: {/a: {blank: true}}\nexpect: {}\nmessage: m\n", ": '/a' is not a relative path: "),
        ("given: /s\nexpect: {'.': {blank: true}}\nalso: ['a//b']\nmessage: m\n", ": 'a//b' is not a relative path: "),
        ("given: /s\nexpect: {}\nmessage: m\nfix: {remove: true, at: '[#0]'}\n", ": '[#0]' is not a relative path: "),
        ("given: /s\nexpect: {}\nmessage: 'm {label:[#0]}'\n", ": '[#0]' is not a relative path: "),
        ("given: /s\nexpect: {'.': {matches: '('}}\nmessage: m\n", ": missing ), unterminated subpattern"),
    ],
)
def test_what_could_never_work_is_refused_when_the_rule_is_loaded(tmp_path: Path, body: str, message: str) -> None:
    assert refusal(tmp_path, body).startswith(message)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thing.yaml").write_bytes(b"rule: acme/thing\n# \xe4\n")
    with pytest.raises(RuleFileError, match=re.escape("thing.yaml:2: the byte 0xE4 is not valid UTF-8")):
        load_yaml_rule(tmp_path / "thing.yaml")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "", head="") == ":1: the document must be an object with keys, not null"


# --- finding ---------------------------------------------------------------------------------------------------------


def test_a_rule_speaks_where_its_conditions_hold_and_its_expectation_does_not(tmp_path: Path) -> None:
    it = load(
        tmp_path,
        "given: /s/a\nwhen: {'.': {equals: 'on'}, '../b': {present: true}}\nexpect: {'../c': {equals: 'on'}}\nmessage: m\n",
    )
    on, off = item("a", "on"), item("a", "off")
    b, c = item("b", "x"), item("c", "on")
    found = {
        "all": problems(it, view(on, b)),
        "expectation holds": problems(it, view(on, b, c)),
        "first condition fails": problems(it, view(off, b)),
        "second condition fails": problems(it, view(on)),
        "nothing there": problems(it, view(b)),
    }
    assert {name: len(each) for name, each in found.items()} == {
        "all": 1,
        "expectation holds": 0,
        "first condition fails": 0,
        "second condition fails": 0,
        "nothing there": 0,
    }


def test_each_expectation_must_hold_and_all_failures_are_one_finding(tmp_path: Path) -> None:
    it = load(tmp_path, "given: /s/a\nexpect: {'../b': {blank: true}, '../c': {blank: true}}\nmessage: m\n")
    assert [
        len(problems(it, view(item("a", "1"), item("b", b), item("c", c)))) for b, c in ["  ", " x", "x ", "xx"]
    ] == [
        0,
        1,
        1,
        1,
    ]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("/*/a", ["1"]),
        ("/s/*", ["1", "2"]),
        ("/**/@label", ["A", "B"]),
        ("/**/b/@label", ["B"]),
        ("/s", ["s"]),
        ("/", ["callCenter"]),
    ],
)
def test_patterns_find_every_node_they_mean(tmp_path: Path, given: str, found: list[str]) -> None:
    it = load(tmp_path, f"given: '{given}'\nexpect: {{'.': {{absent: true}}}}\nmessage: m\n")
    on = view(item("a", "1", "A"), item("b", "2", "B"))
    assert [pointed(on, problem) for problem in problems(it, on)] == found


def mappings(*fields: str) -> CallCenter:
    rows = ", ".join(f'{{"sfdcFieldName": "{field}", "isDefaultValueEnabled": true, "x": []}}' for field in fields)
    return view(item(MAPPINGS, f"[{rows}]", "M"), section=SECTION)


@pytest.mark.parametrize(
    ("selector", "count"), [("[sfdcFieldName=Phone]", 2), ("[sfdcFieldName=Phone][2]", 1), ("[sfdcFieldName=Fax]", 0)]
)
def test_a_selector_finds_elements_by_their_key(tmp_path: Path, selector: str, count: int) -> None:
    it = load(
        tmp_path,
        f"given: '/{SECTION}/{MAPPINGS}{selector}/isDefaultValueEnabled'\nexpect: {{'.': {{equals: false}}}}\nmessage: m\n",
    )
    assert len(problems(it, mappings("Phone", "Name", "Phone"))) == count


def test_a_finding_points_to_the_value_and_to_the_name_of_a_blank_one(tmp_path: Path) -> None:
    it = load(tmp_path, "given: /s/*\nexpect: {'.': {equals: 'x'}}\nmessage: m\n")
    on = view(item("a", " y "), item("b", " "))
    assert [pointed(on, problem) for problem in problems(it, on)] == ["y", "b"]


# --- saying ----------------------------------------------------------------------------------------------------------


def said(it: Rule, on: CallCenter) -> tuple[str, str]:
    (problem,) = problems(it, on)
    return problem.message, problem.help


def test_placeholders_are_filled_from_the_node_and_from_others(tmp_path: Path) -> None:
    it = load(
        tmp_path,
        "given: /s/a\nexpect: {'.': {absent: true}}\n"
        "message: '{name}, {label}, {value}, {name:../b}, {label:../b}, {value:../b}'\n"
        "help: '{label:../c} {name:../c} <{value:../c}> {other} {label:..}'\n",
    )
    on = view(item("a", "{value}", "A"), item("b", "2", "B"))
    assert said(it, on) == ("a, A, {value}, b, B, 2", "c c <> {other} ")


@pytest.mark.parametrize(
    ("path", "value"), [("isDefaultValueEnabled", "true"), ("x", "a list"), ("sfdcFieldName", "P" * 70)]
)
def test_values_are_said_as_the_file_writes_them(tmp_path: Path, path: str, value: str) -> None:
    it = load(
        tmp_path, f"given: '/{SECTION}/{MAPPINGS}/**/{path}'\nexpect: {{'.': {{absent: true}}}}\nmessage: '{{value}}'\n"
    )
    assert said(it, mappings("P" * 70))[0] == value


def test_second_places_are_labelled_with_what_stands_there(tmp_path: Path) -> None:
    it = load(
        tmp_path,
        "given: /s/a\nexpect: {'../b': {equals: 'x'}, '../c': {equals: 'x'}, '../d': {equals: 'x'}}\n"
        "also: ['../b', '../c', '../d', '../e', '../f']\nmessage: m\n",
    )
    on = view(item("a", "1"), item("b", "2"), item("c", "x"), item("d", " "), item("f", "6"))
    (problem,) = problems(it, on)
    assert [(pointed_label.message, pointed_label.place.path) for pointed_label in problem.also] == [
        ("b is '2'", ("s", "b")),
        ("d is blank", ("s", "d")),
        ("f is '6'", ("s", "f")),
    ]


def test_a_second_place_may_hold_any_json(tmp_path: Path) -> None:
    it = load(
        tmp_path,
        f"given: '/{SECTION}/{MAPPINGS}/**/sfdcFieldName'\nexpect: {{'.': {{absent: true}}}}\n"
        "also: [../x, ../isDefaultValueEnabled]\nmessage: m\n",
    )
    (problem,) = problems(it, mappings("Phone"))
    assert [label.message for label in problem.also] == ["x is a list", "isDefaultValueEnabled is true"]


# --- mending ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fix", "description", "safe", "result"),
    [
        ("{set: 'on'}", "set a to 'on'", True, '<item name="a" label="A">on</item>'),
        ("{set: true, safe: false}", "set a to 'true'", False, '<item name="a" label="A">true</item>'),
        ("{rename: b}", "rename a to 'b'", True, '<item name="b" label="A">off</item>'),
        ("{remove: true}", "remove a", True, ""),
        ("{set: L, at: '@label'}", "set @label to 'L'", True, '<item name="a" label="L">off</item>'),
        ("{remove: true, at: '@label'}", "remove @label", True, '<item name="a">off</item>'),
    ],
)
def test_a_fix_is_one_edit_of_the_node_or_of_another(
    tmp_path: Path, fix: str, description: str, safe: bool, result: str
) -> None:
    it = load(tmp_path, f"given: /s/a\nexpect: {{'.': {{equals: 'on'}}}}\nmessage: m\nfix: {fix}\n")
    on = view(item("a", "off", "A"))
    (problem,) = problems(it, on)
    assert problem.fix is not None
    assert (problem.fix.description, problem.fix.safe) == (description, safe)
    (edit,) = [text_edit(each) for each in problem.fix.edits]
    assert edit is not None
    text = on.document.text.text
    assert text[: edit.start] + edit.text + text[edit.end :] == view(result).document.text.text


def test_there_is_no_fix_of_what_is_absent(tmp_path: Path) -> None:
    it = load(tmp_path, "given: /s/a\nexpect: {'../b': {present: true}}\nmessage: m\nfix: {set: 'on', at: ../b}\n")
    (problem,) = problems(it, view(item("a", "1")))
    assert problem.fix is None


# --- schema rules ----------------------------------------------------------------------------------------------------


def describe(it: Rule, on: CallCenter, path: tuple[str | int, ...]) -> tuple[str, str]:
    assert it.describe is not None
    return it.describe(on, path)


def test_a_schema_rule_finds_nothing_itself_and_may_say_it_in_its_own_words(tmp_path: Path) -> None:
    it = load(tmp_path, "by: schema\nmessage: \"'{label}' is '{value}'\"\nhelp: set {name}\n")
    assert (it.check, it.from_schema) == (None, True)
    on = view(item("a", "1", "A"))
    assert describe(it, on, ("s", "a")) == ("'A' is '1'", "set a")
    assert describe(it, on, ("s", "b")) == ("'' is ''", "set b")


@pytest.mark.parametrize(("by", "from_schema"), [("schema", True), ("engine", False)])
def test_a_rule_without_words_leaves_them_to_who_finds_it(tmp_path: Path, by: str, from_schema: bool) -> None:
    it = load(tmp_path, f"by: {by}\n")
    assert (it.check, it.describe, it.from_schema) == (None, None, from_schema)


def test_options_of_any_kind_are_no_part_of_yaml_rules(tmp_path: Path) -> None:
    options: dict[str, Any] = dict(load(tmp_path, "given: /s\nexpect: {'.': {absent: true}}\nmessage: m\n").options)
    assert options == {}
