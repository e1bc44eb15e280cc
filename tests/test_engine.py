"""The engine: what it stamps on problems, in which environments rules run, and what a crash leaves standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from wxcc_lint.config import Environment
from wxcc_lint.detected import INTERNAL_ERROR, Detected, logical
from wxcc_lint.documents.allowlist import AllowList, parse_allowlist
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.load import load
from wxcc_lint.documents.model import Document, Fault, Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.yaml import parse_yaml
from wxcc_lint.engine import Engine, view_of
from wxcc_lint.problems import Edit, Fix, Label, Problem
from wxcc_lint.report import TextEdit
from wxcc_lint.rules import Check, Meta, Rule
from wxcc_lint.spans import Span

NO_PLACE = cast("Place", None)
TEXT = (
    '<callCenter><section name="reqGeneralInfo"><item name="reqUseApi">yes</item>'
    '<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com</item></section>'
    '<section name="reqNoRecordMatchConfig"><item name="isNoRecordMatchScenarioEnabled">on</item>'
    '<item name="sfdcObjetFieldCadVariableMappings1">[{"sfdcFieldName": "Phone", "wxccFieldName": "a&amp;b"}]</item>'
    "</section></callCenter>"
)
USE_API = ("reqGeneralInfo", "reqUseApi")
CRASH_HELP = "this is a fault of wxcc-lint, not of the file: please report it with the file, if you may share it"


def document(text: str = TEXT) -> Document:
    parsed = parse_callcenter("crm/cc.xml", text)
    assert parsed.faults == ()
    return parsed


def a_rule(name: str, check: Check | None = None, *, on: str = "callcenter", **meta: Any) -> Rule:
    from_schema = meta.pop("from_schema", False)
    describe = meta.pop("describe", None)
    meta = {"severity": "error", **meta}
    docs = f"Title of {name}.\n\nWhy {name}\nmatters.\n"
    return Rule(name, on, Meta(**meta), docs, Path(f"{name}.yaml"), check, {}, describe, from_schema)


INTERNAL = a_rule(INTERNAL_ERROR, on="meta")


def at(*path: str, message: str = "m") -> Check:
    def check(view: CallCenter) -> Iterator[Problem]:
        yield Problem(message, Place(view.document, path))

    return check


def environment(name: str, **declared: Any) -> Environment:
    return Environment(name, NO_PLACE, **declared)


def run(*rules: Rule, on: Document | None = None, environments: Iterable[Environment] = ()) -> list[Detected]:
    engine = Engine(rules)
    engine.examine(on or document(), tuple(environments))
    return engine.outcome.detected


def under(one: Detected) -> str:
    return one.mark.document.text.text[one.mark.span.start : one.mark.span.end]


# --- stamping --------------------------------------------------------------------------------------------------------


def test_a_problem_becomes_a_finding_of_its_rule_at_its_place() -> None:
    cc = document()

    def check(view: CallCenter) -> Iterator[Problem]:
        place = Place(view.document, USE_API)
        fix = Fix("set it", (Edit(place, "set", "true"),), safe=False)
        yield Problem("wrong", place, (Label(place.key(), "here"),), "do it", fix)

    (one,) = run(a_rule("callcenter/x", check), on=cc)
    start = TEXT.index("yes")
    assert (one.rule, one.message, one.help, one.at) == ("callcenter/x", "wrong", "do it", "/reqGeneralInfo/reqUseApi")
    assert (one.why, one.environment) == ("Why callcenter/x matters.", None)
    assert (one.mark.document, one.mark.span) == (cc, Span(start, start + 3))
    assert [(mark.span, mark.message) for mark in one.related] == [(Span(start - 11, start - 2), "here")]
    assert one.fix is not None
    assert (one.fix.safe, one.fix.description) == (False, "set it")
    assert one.fix.edits == (TextEdit("crm/cc.xml", start, start + 3, "true"),)


def test_a_problem_in_embedded_json_is_one_of_the_file() -> None:
    cc = document()

    def check(view: CallCenter) -> Iterator[Problem]:
        item = view.item("sfdcObjetFieldCadVariableMappings1")
        assert item is not None
        yield Problem("m", Place(item.json(), (0, "wxccFieldName")).slice(1, 2))

    (one,) = run(a_rule("callcenter/x", check), on=cc)
    assert under(one) == "&amp;"
    assert one.mark.document is cc
    assert one.at == "/reqNoRecordMatchConfig/sfdcObjetFieldCadVariableMappings1[sfdcFieldName=Phone]/wxccFieldName"


def test_a_fix_that_the_text_has_no_room_for_is_not_offered() -> None:
    def check(view: CallCenter) -> Iterator[Problem]:
        writable, other = Place(view.document, ("s", "a")), Place(view.document, ("s", "b"))
        yield Problem("m", writable, fix=Fix("set both", (Edit(writable, "set", "x"), Edit(other, "set", "x"))))

    text = '<callCenter><section name="s"><item name="a">1</item><item name="b"/></section></callCenter>'
    (one,) = run(a_rule("callcenter/x", check), on=document(text))
    assert one.fix is None


def test_options_reach_the_rule() -> None:
    def check(view: CallCenter, *, most: int = 1) -> Iterator[Problem]:
        yield Problem(f"most is {most}", Place(view.document, USE_API))

    rule = Rule("callcenter/x", "callcenter", Meta("error"), "T", Path("x.py"), check, {"most": 7})
    assert [one.message for one in run(rule)] == ["most is 7"]


def test_rules_look_at_documents_of_their_kind_alone() -> None:
    layout = parse_json("l.json", "{}", "layout")
    rule = a_rule("callcenter/x", at(*USE_API))
    assert run(rule, on=layout) == []
    assert len(run(rule, a_rule("layout/x", at(), on="layout"))) == 1


def test_there_is_no_view_of_kinds_that_have_none() -> None:
    with pytest.raises(ValueError, match="no view for documents of kind config"):
        view_of(parse_json("c", "{}", "config"))


@pytest.mark.parametrize(("generations", "count"), [((), 1), (("v1",), 1), (("v2", "v1"), 1), (("v2", "other"), 0)])
def test_rules_look_at_their_generations_alone(generations: tuple[str, ...], count: int) -> None:
    assert len(run(a_rule("callcenter/x", at(*USE_API), generations=generations))) == count


def test_the_logical_path_goes_through_embedded_documents() -> None:
    item = CallCenter(document()).item("sfdcObjetFieldCadVariableMappings1")
    assert item is not None
    assert logical(Place(item.json(), (0, "wxccFieldName"))) == (*item.path, 0, "wxccFieldName")


# --- faults ----------------------------------------------------------------------------------------------------------


def test_faults_are_findings_and_nothing_else_is_looked_for() -> None:
    broken = load("cc.xml", b"<callCenter><")
    assert broken is not None
    (fault,) = broken.faults
    found = run(a_rule("meta/syntax", on="meta"), a_rule("callcenter/x", at(*USE_API)), on=broken)
    assert [(one.rule, one.message, one.help, one.mark.span, one.at, one.why) for one in found] == [
        ("meta/syntax", fault.message, fault.help, fault.span, None, "Why meta/syntax matters.")
    ]


def test_faults_of_rules_that_are_off_are_not_told() -> None:
    broken = load("cc.xml", b"<callCenter><")
    assert broken is not None
    assert run(a_rule("meta/encoding", on="meta"), on=broken) == []


def test_a_fault_names_the_environment_when_there_is_one() -> None:
    broken = parse_callcenter("cc.xml", "<")
    prod, test = environment("prod"), environment("test")
    rule = a_rule("meta/syntax", on="meta")
    assert [one.environment for one in run(rule, on=broken, environments=[prod])] == ["prod"]
    assert [one.environment for one in run(rule, on=broken, environments=[prod, test])] == [None]


# --- schemas ---------------------------------------------------------------------------------------------------------

BOOLEAN = "callcenter/invalid-boolean"


def test_what_a_schema_finds_is_named_by_its_rule() -> None:
    (one,) = run(a_rule(BOOLEAN, from_schema=True))
    assert (one.rule, under(one)) == (BOOLEAN, "on")
    assert one.at == "/reqNoRecordMatchConfig/isNoRecordMatchScenarioEnabled"
    assert one.message == "'on' is not allowed for 'isNoRecordMatchScenarioEnabled'"


def test_a_schema_rule_may_say_it_in_its_own_words() -> None:
    def describe(view: CallCenter, path: tuple[str, ...]) -> tuple[str, str]:
        return f"{view.root_name}: {path[-1]}", "help"

    (one,) = run(a_rule(BOOLEAN, from_schema=True, describe=describe))
    assert (one.message, one.help) == ("callCenter: isNoRecordMatchScenarioEnabled", "help")


def test_what_a_schema_finds_for_rules_that_do_not_run_is_not_told() -> None:
    assert run(a_rule("callcenter/something", from_schema=True)) == []
    assert run(a_rule(BOOLEAN, at(*USE_API)))[0].message == "m"


def test_what_a_schema_finds_in_embedded_json_stands_in_the_file() -> None:
    text = TEXT.replace('"wxccFieldName": "a&amp;b"', '"wxccFieldName": 1')
    found = run(a_rule("callcenter/invalid-mapping", from_schema=True), on=document(text))
    assert [under(one) for one in found] == ["1"]


# --- supersedes ------------------------------------------------------------------------------------------------------

ITEM = at(*USE_API)
SECTION = at("reqGeneralInfo")
ATTRIBUTE = at(*USE_API, "@label")
OTHER = at("reqGeneralInfo", "reqAdapterUrl")


@pytest.mark.parametrize(
    ("winner", "loser", "left"),
    [
        pytest.param(ITEM, ITEM, ["a/winner"], id="at the same node"),
        pytest.param(ITEM, SECTION, ["a/winner"], id="at its parent"),
        pytest.param(ATTRIBUTE, SECTION, ["a/loser", "a/winner"], id="not at its grandparent"),
        pytest.param(SECTION, ITEM, ["a/loser", "a/winner"], id="not at its child"),
        pytest.param(OTHER, ITEM, ["a/loser", "a/winner"], id="not beside it"),
    ],
)
def test_a_finding_drops_what_it_explains_better(winner: Check, loser: Check, left: list[str]) -> None:
    found = run(a_rule("a/loser", loser), a_rule("a/winner", winner, supersedes=("a/loser",)))
    assert sorted(one.rule for one in found) == left


def test_nothing_is_dropped_where_the_other_rule_finds_nothing() -> None:
    nothing: Check = lambda _view: []  # noqa: E731 — a check is a function
    assert len(run(a_rule("a/loser", ITEM), a_rule("a/winner", nothing, supersedes=("a/loser",)))) == 1


def test_a_chain_drops_all_but_its_end() -> None:
    rules = [a_rule("a/1", ITEM), a_rule("a/2", ITEM, supersedes=("a/1",)), a_rule("a/3", ITEM, supersedes=("a/2",))]
    assert [one.rule for one in run(*rules)] == ["a/3"]


def test_embedded_json_hangs_below_its_item() -> None:
    item_path = ("reqNoRecordMatchConfig", "sfdcObjetFieldCadVariableMappings1")

    def element(view: CallCenter) -> Iterator[Problem]:
        item = view.item(item_path[1])
        assert item is not None
        yield Problem("m", Place(item.json(), (0,)))

    found = run(a_rule("a/loser", at(*item_path)), a_rule("a/winner", element, supersedes=("a/loser",)))
    assert [one.rule for one in found] == ["a/winner"]


def by_environment(name: str) -> Check:
    """A check that finds something in this environment only."""

    def check(view: CallCenter) -> Iterator[Problem]:
        if view.environment is not None and view.environment.name == name:
            yield Problem("m", Place(view.document, USE_API))

    return check


@pytest.mark.parametrize(
    ("winner", "loser", "left"),
    [
        pytest.param({"check": ITEM}, {"check": by_environment("prod"), "needs": ("region",)}, 1, id="all over one"),
        pytest.param({"check": by_environment("prod"), "needs": ("region",)}, {"check": ITEM}, 1, id="one over all"),
        pytest.param(
            {"check": by_environment("prod"), "needs": ("region",)},
            {"check": by_environment("test"), "needs": ("region",)},
            2,
            id="never one over another",
        ),
        pytest.param(
            {"check": by_environment("prod"), "needs": ("region",)},
            {"check": ITEM, "needs": ("region",)},
            2,
            id="one over itself, not over the other",
        ),
    ],
)
def test_environments_explain_only_themselves(winner: dict[str, Any], loser: dict[str, Any], left: int) -> None:
    both = [environment("prod", region="eu1"), environment("test", region="eu2")]
    found = run(a_rule("a/loser", **loser), a_rule("a/winner", **winner, supersedes=("a/loser",)), environments=both)
    assert len(found) == left


# --- environments ----------------------------------------------------------------------------------------------------


def regions(view: CallCenter) -> Iterator[Problem]:
    region = view.environment.region if view.environment else None
    yield Problem(f"{region} of {len(view.environments)}", Place(view.document, USE_API))


PROD, TEST = environment("prod", region="eu1"), environment("test", region="eu2")
BARE = environment("bare")


@pytest.mark.parametrize(
    ("environments", "found"),
    [
        ([], [("None of 0", None)]),
        ([PROD], [("eu1 of 1", "prod")]),
        ([PROD, TEST], [("None of 2", None)]),
    ],
)
def test_a_rule_without_needs_runs_once(environments: list[Environment], found: list[tuple[str, str | None]]) -> None:
    detected = run(a_rule("callcenter/x", regions), environments=environments)
    assert [(one.message, one.environment) for one in detected] == found


@pytest.mark.parametrize(
    ("environments", "found"),
    [
        ([], []),
        ([BARE], []),
        ([PROD], [("eu1 of 1", "prod")]),
        ([PROD, BARE, TEST], [("eu1 of 3", "prod"), ("eu2 of 3", "test")]),
    ],
)
def test_a_rule_with_needs_runs_once_for_each_environment_that_meets_them(
    environments: list[Environment], found: list[tuple[str, str]]
) -> None:
    engine = Engine([a_rule("callcenter/x", regions, needs=("region",))])
    engine.examine(document(), environments)
    assert [(one.message, one.environment) for one in engine.outcome.detected] == found
    assert engine.outcome.unmet == ({} if found else {"callcenter/x": ("region",)})


def test_needs_are_written_as_the_config_writes_them() -> None:
    rule = a_rule("callcenter/x", regions, needs=("region", "agent-profiles"))
    agents = environment("agents", region="us1", agent_profiles=("Agent",))
    assert [one.environment for one in run(rule, environments=[PROD, agents])] == ["agents"]


def test_needs_are_not_missed_where_the_rule_does_not_look() -> None:
    engine = Engine([a_rule("callcenter/x", regions, needs=("region",), generations=("v2",))])
    engine.examine(document())
    assert engine.outcome.unmet == {}


# --- crashes ---------------------------------------------------------------------------------------------------------


def crash(view: CallCenter) -> Iterator[Problem]:
    yield Problem("before", Place(view.document, USE_API))
    raise KeyError("gone")


def test_a_crash_in_a_rule_is_a_finding_and_the_others_go_on() -> None:
    found = run(INTERNAL, a_rule("a/crash", crash), a_rule("b/x", at(*USE_API)))
    assert {one.rule: (one.message, one.mark.span) for one in found} == {
        INTERNAL_ERROR: ("the rule a/crash stopped with KeyError: 'gone'", Span(0, 0)),
        "b/x": ("m", Span(TEXT.index("yes"), TEXT.index("yes") + 3)),
    }
    assert [one.help for one in found if one.rule == INTERNAL_ERROR] == [CRASH_HELP]


def test_a_rule_that_points_nowhere_is_a_crash_of_that_rule() -> None:
    def nowhere(view: CallCenter) -> Iterator[Problem]:
        yield Problem("m", cast("Place", "there"))

    found = run(INTERNAL, a_rule("a/nowhere", nowhere), a_rule("b/x", at(*USE_API)))
    assert sorted(one.rule for one in found) == ["b/x", INTERNAL_ERROR]


def test_a_rule_that_wants_an_unknown_option_is_a_crash_of_that_rule() -> None:
    rule = Rule("a/x", "callcenter", Meta("error"), "T", Path("x.py"), at(*USE_API), {"unknown": 1})
    (one,) = run(INTERNAL, rule)
    assert one.message.startswith("the rule a/x stopped with TypeError: ")


def test_a_crash_in_one_environment_leaves_the_others() -> None:
    def check(view: CallCenter) -> Iterator[Problem]:
        assert view.environment is not None
        if view.environment.name == "prod":
            raise ValueError("no")
        yield Problem("m", Place(view.document, USE_API))

    found = run(INTERNAL, a_rule("a/x", check, needs=("region",)), environments=[PROD, TEST])
    assert [(one.rule, one.environment) for one in found] == [(INTERNAL_ERROR, None), ("a/x", "test")]


def test_a_crash_in_the_view_is_a_finding_and_other_files_go_on() -> None:
    engine = Engine([INTERNAL, a_rule("a/x", at(*USE_API), generations=("v1",))])
    engine.examine(Document("bad.xml", "callcenter", document().text, data={}))
    engine.examine(document())
    first, second = engine.outcome.detected
    assert (first.rule, first.mark.document.name) == (INTERNAL_ERROR, "bad.xml")
    assert first.message.startswith("wxcc-lint itself stopped with AssertionError: ")
    assert (second.rule, second.mark.document.name) == ("a/x", "crm/cc.xml")


def test_a_crash_while_describing_what_a_schema_found_is_told() -> None:
    def describe(_view: Any, _path: Any) -> tuple[str, str]:
        raise ZeroDivisionError

    assert [one.rule for one in run(INTERNAL, a_rule(BOOLEAN, from_schema=True, describe=describe))] == [INTERNAL_ERROR]


def test_an_interruption_is_no_crash() -> None:
    def check(_view: Any) -> list[Problem]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(INTERNAL, a_rule("a/x", check))


def test_several_faults_are_all_told() -> None:
    faults = (Fault("meta/syntax", "one", Span(0, 0)), Fault("meta/syntax", "two", Span(1, 1)))
    broken = Document("x", "callcenter", document().text, faults=faults)
    assert [one.message for one in run(a_rule("meta/syntax", on="meta"), on=broken)] == ["one", "two"]


# --- variables -------------------------------------------------------------------------------------------------------

WITH_HOST = TEXT.replace("https://desktop.wxcc-eu1.cisco.com", "https://${HOST}/")
ADAPTER_URL = ("reqGeneralInfo", "reqAdapterUrl")
EU1 = environment("prod", region="eu1", variables={"HOST": "desktop.wxcc-eu1.cisco.com"})
EU2 = environment("test", region="eu2", variables={"HOST": "desktop.wxcc-eu2.cisco.com"})


def adapter_url(view: CallCenter) -> Iterator[Problem]:
    item = view.item("reqAdapterUrl")
    assert item is not None
    yield Problem(item.value, item.at)


@pytest.mark.parametrize(
    ("environments", "found"),
    [
        ([EU1], [("https://desktop.wxcc-eu1.cisco.com/", "prod")]),
        (
            [EU1, EU2],
            [("https://desktop.wxcc-eu1.cisco.com/", "prod"), ("https://desktop.wxcc-eu2.cisco.com/", "test")],
        ),
        ([EU1, environment("copy", variables=EU1.variables)], [("https://desktop.wxcc-eu1.cisco.com/", None)]),
    ],
    ids=["one", "two that differ", "two alike"],
)
def test_a_value_is_judged_as_each_environment_fills_it_in(
    environments: list[Environment], found: list[tuple[str, str | None]]
) -> None:
    detected = run(a_rule("callcenter/x", adapter_url), on=document(WITH_HOST), environments=environments)
    assert [(one.message, one.environment) for one in detected] == found
    assert {under(one) for one in detected} == {"https://${HOST}/"}


def test_what_no_variable_changes_is_told_once_for_all_environments() -> None:
    detected = run(a_rule("callcenter/x", at(*USE_API)), on=document(WITH_HOST), environments=[EU1, EU2])
    assert [(one.message, one.environment) for one in detected] == [("m", None)]


def test_what_a_rule_says_twice_of_one_environment_stays_of_that_environment() -> None:
    def twice(view: CallCenter) -> Iterator[Problem]:
        yield from [Problem("m", Place(view.document, USE_API))] * 2

    assert [one.environment for one in run(a_rule("callcenter/x", twice), environments=[PROD])] == ["prod", "prod"]


@pytest.mark.parametrize(
    ("text", "count"),
    [(WITH_HOST, 0), (TEXT, 1), (WITH_HOST.replace("${HOST}", "${host}"), 1)],
    ids=["undeclared", "none", "nothing that looks like ours"],
)
def test_what_is_said_of_a_value_with_an_undeclared_variable_is_dropped(text: str, count: int) -> None:
    rules = [a_rule("callcenter/x", adapter_url), a_rule("callcenter/y", adapter_url, needs=("region",))]
    assert len(run(*rules, on=document(text))) == count
    assert len(run(*rules, on=document(text), environments=[PROD])) == 2 * count


def test_an_undeclared_variable_keeps_nothing_else_from_being_told() -> None:
    rules = [a_rule("a/item", at(*USE_API)), a_rule("b/section", SECTION)]
    assert sorted(one.rule for one in run(*rules, on=document(WITH_HOST))) == ["a/item", "b/section"]


def test_variables_reach_an_allowed_list_of_a_file_and_of_the_config() -> None:
    def entries(view: AllowList) -> Iterator[Problem]:
        yield from (Problem(entry.value, entry.at) for entry in view.entries)

    engine = Engine([a_rule("allowlist/x", entries, on="allowlist")])
    in_file = parse_allowlist("a.txt", "*.force.com\n${HOST}\n")
    engine.examine(in_file, [EU1])
    config = parse_yaml("config.yaml", "allowlist: ['${HOST}']\n", "config")
    engine.examine(config, [EU1], Place(config, ("allowlist",)))
    assert [(one.message, one.mark.document, under(one)) for one in engine.outcome.detected] == [
        ("*.force.com", in_file, "*.force.com"),
        ("desktop.wxcc-eu1.cisco.com", in_file, "${HOST}"),
        ("desktop.wxcc-eu1.cisco.com", config, "'${HOST}'"),
    ]


# --- rules across files ----------------------------------------------------------------------------------------------


def concluded(*rules: Rule, on: Iterable[tuple[Document, Iterable[Environment]]]) -> list[Detected]:
    engine = Engine(rules)
    for one, environments in on:
        engine.examine(one, tuple(environments))
    engine.conclude()
    return engine.outcome.detected


def members(project: Project) -> Iterator[Problem]:
    """Name the files of a project at the first, with the others as second places."""
    first, *others = project.views
    names = " ".join(view.document.name for view in project.views)
    labels = tuple(Label(Place(view.document, USE_API), "too") for view in others)
    yield Problem(names, Place(first.document, USE_API), labels)


MEMBERS = a_rule("project/members", members, on="project", alone=True)
IN_COMPANY = a_rule("project/in-company", members, on="project")


def named(name: str, text: str = TEXT) -> Document:
    return parse_callcenter(name, text)


def test_a_rule_across_files_runs_once_for_each_environment_and_for_each_file_of_none() -> None:
    a, b, c, d, e = map(named, "abcde")
    found = concluded(MEMBERS, on=[(d, []), (b, [PROD]), (a, [PROD]), (c, [TEST]), (e, [])])
    told = [("a b", "prod"), ("c", "test"), ("d", None), ("e", None)]
    assert sorted(((one.message, one.environment) for one in found), key=str) == told
    (pair,) = [one for one in found if one.environment == "prod"]
    assert (pair.mark.document, [mark.document for mark in pair.related], pair.why) == (
        a,
        [b],
        "Why project/members matters.",
    )


def test_a_file_of_no_environment_is_shown_to_the_rules_across_files_that_ask_for_it() -> None:
    found = concluded(MEMBERS, IN_COMPANY, on=[(named("a"), [PROD]), (named("b"), [])])
    assert sorted((one.rule, one.message, one.environment) for one in found) == [
        ("project/in-company", "a", "prod"),
        ("project/members", "a", "prod"),
        ("project/members", "b", None),
    ]


def test_a_rule_across_files_runs_where_its_needs_are_met() -> None:
    rule = a_rule("project/members", members, on="project", needs=("region",))
    found = concluded(rule, on=[(named("a"), [PROD, BARE]), (named("b"), [])])
    assert [(one.message, one.environment) for one in found] == [("a", "prod")]


def test_a_finding_across_files_is_told_once_for_environments_that_share_all_its_files() -> None:
    a, b = map(named, "ab")
    assert [one.environment for one in concluded(MEMBERS, on=[(a, [PROD, TEST]), (b, [PROD, TEST])])] == [None]
    found = concluded(MEMBERS, on=[(a, [PROD, TEST, BARE]), (b, [PROD])])
    assert {(one.message, one.environment) for one in found} == {("a b", "prod"), ("a", "test"), ("a", "bare")}


def test_files_with_faults_and_files_that_cannot_be_viewed_are_in_no_project() -> None:
    bad = Document("bad.xml", "callcenter", document().text, data={})
    of_v1 = a_rule("callcenter/v1", lambda _view: [], generations=("v1",))
    found = concluded(of_v1, MEMBERS, on=[(named("broken", "<callCenter><"), []), (bad, []), (named("a"), [])])
    assert [one.message for one in found] == ["a"]


def test_a_rule_across_files_sees_the_values_filled_in() -> None:
    def urls(project: Project) -> Iterator[Problem]:
        for view in project.callcenters:
            yield from adapter_url(view)

    found = concluded(a_rule("project/urls", urls, on="project"), on=[(document(WITH_HOST), [EU1, EU2])])
    assert {(one.message, one.environment, under(one)) for one in found} == {
        ("https://desktop.wxcc-eu1.cisco.com/", "prod", "https://${HOST}/"),
        ("https://desktop.wxcc-eu2.cisco.com/", "test", "https://${HOST}/"),
    }


def test_a_finding_across_files_drops_what_it_explains_better_at_all_its_places() -> None:
    loser = a_rule("callcenter/loser", at(*USE_API))
    winner = a_rule("project/winner", members, on="project", supersedes=("callcenter/loser",))
    inside, outside = map(named, ("a", "z"))
    nothing = a_rule("project/winner", lambda _project: [], on="project", supersedes=("callcenter/loser",))
    files = [(inside, [PROD]), (named("b"), [PROD]), (outside, [TEST])]
    assert [(one.rule, one.environment) for one in concluded(loser, winner, on=files)] == [
        ("project/winner", "prod"),
        ("project/winner", "test"),
    ]
    assert [one.rule for one in concluded(loser, nothing, on=files)] == ["callcenter/loser"] * 3


def test_a_finding_across_files_of_one_environment_leaves_those_of_another() -> None:
    def in_prod(project: Project) -> Iterator[Problem]:
        if project.environment is not None and project.environment.name == "prod":
            yield from members(project)

    loser = a_rule("callcenter/loser", regions, needs=("region",))
    winner = a_rule("project/winner", in_prod, on="project", supersedes=("callcenter/loser",))
    found = concluded(loser, winner, on=[(document(), [PROD, TEST])])
    assert sorted((one.rule, one.environment) for one in found) == [
        ("callcenter/loser", "test"),
        ("project/winner", "prod"),
    ]


def test_a_crash_across_files_is_a_finding_of_the_first_file() -> None:
    def crash_across(_project: Project) -> Iterator[Problem]:
        raise KeyError("gone")

    found = concluded(
        INTERNAL, a_rule("project/crash", crash_across, on="project"), on=[(named("b"), [PROD]), (named("a"), [PROD])]
    )
    assert [(one.rule, one.message, one.mark.document.name) for one in found] == [
        (INTERNAL_ERROR, "the rule project/crash stopped with KeyError: 'gone'", "a")
    ]
