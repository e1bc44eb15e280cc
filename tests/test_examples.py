"""The executed examples: how they are read, what they are set into, and what is told when they are not as they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wxcc_lint import examples as harness
from wxcc_lint.catalog.callcenter import vocabulary
from wxcc_lint.diff.view import Drift
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.example_base import complete
from wxcc_lint.example_fences import examples, fences, without_fence_words
from wxcc_lint.problems import Problem
from wxcc_lint.rules import Meta, Rule, RuleSet

BAD_FENCE = '```xml bad at="bad"\n<item name="reqUseApi">bad</item>\n```\n'
GOOD_FENCE = '```xml good\n<item name="reqUseApi">fine</item>\n```\n'


def bad_items(view: CallCenter) -> Iterator[Problem]:
    for item in view.items():
        if item.value == "bad":
            yield Problem("m", item.at)


def of_region(view: CallCenter) -> Iterator[Problem]:
    assert view.environment is not None
    for item in view.items():
        if item.value == view.environment.region:
            yield Problem("m", item.at)


def a_rule(docs: str, name: str = "a/rule", check: object = bad_items, **meta: object) -> Rule:
    return Rule(name, "callcenter", Meta("error", **meta), docs, Path("rule.py"), check)  # type: ignore[arg-type]


def tried(docs: str, *others: Rule, **more: object) -> list[str]:
    it = a_rule(docs, **more)  # type: ignore[arg-type]
    return harness.test_rule(it, RuleSet([it, *others]))


def without_good(problems: list[str]) -> list[str]:
    assert problems[-1] == "a/rule: there is no good example"
    return problems[:-1]


# --- fences ----------------------------------------------------------------------------------------------------------


def test_fences_with_a_verdict_are_read_and_others_are_not() -> None:
    docs = (
        "Title.\n\n```xml\n<a/>\n```\n\n"
        "```xml bad at='a \"b\"' without=one,two\n<b/>\n\n<c/>\n```\n\n"
        "```json good file=dir/x.json  \n{}\n```\n\n```xml badly\n<d/>\n```\n"
    )
    first, second = fences(docs)
    assert (first.number, first.language, first.bad, first.at, first.file, first.without, first.text) == (
        1,
        "xml",
        True,
        'a "b"',
        None,
        ("one", "two"),
        "<b/>\n\n<c/>\n",
    )
    assert (second.number, second.language, second.bad, second.at, second.file, second.without, second.text) == (
        2,
        "json",
        False,
        None,
        "dir/x.json",
        (),
        "{}\n",
    )


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("at=x on=y", "a/rule: fence 1: unknown words ['on']"),
        ("at='x", "a/rule: No closing quotation"),
        ("file=../x.xml", "a/rule: fence 1: the file '../x.xml' is outside of the example's folder"),
        ("file=a/../../x.xml", "a/rule: fence 1: the file 'a/../../x.xml' is outside of the example's folder"),
        ("file=/x.xml", "a/rule: fence 1: the file '/x.xml' is outside of the example's folder"),
    ],
)
def test_words_that_mean_nothing_are_told(words: str, error: str) -> None:
    assert tried(f"Title.\n\n```xml bad {words}\n<a/>\n```\n") == [error]


def fence(words: str) -> str:
    return f"```xml {words}\n<callCenter/>\n```\n"


@pytest.mark.parametrize(
    ("docs", "groups"),
    [
        (fence("bad") + fence("bad"), [[1], [2]]),
        (fence("bad file=a") + fence("bad file=b") + fence("bad file=c"), [[1, 2, 3]]),
        (fence("bad file=a") + fence("good file=b"), [[1], [2]]),
        (fence("bad file=a") + fence("bad file=b") + fence("bad file=a"), [[1, 2], [3]]),
        (fence("bad file=a") + fence("bad") + fence("bad file=b"), [[1], [2], [3]]),
        ("", []),
    ],
)
def test_consecutive_files_of_one_verdict_are_one_example(docs: str, groups: list[list[int]]) -> None:
    assert [[one.number for one in group] for group in examples(docs)] == groups


# --- running them ----------------------------------------------------------------------------------------------------


def test_examples_that_are_as_they_say_bring_nothing() -> None:
    assert tried(BAD_FENCE + GOOD_FENCE) == []


@pytest.mark.parametrize(
    ("docs", "problems"),
    [
        ("Title.\n", ["a/rule: there is no bad example", "a/rule: there is no good example"]),
        (BAD_FENCE, ["a/rule: there is no good example"]),
        (GOOD_FENCE, ["a/rule: there is no bad example"]),
        (BAD_FENCE + GOOD_FENCE.replace("fine", "bad"), ["a/rule: example 2: a good example raises a/rule"]),
        (
            BAD_FENCE.replace(">bad<", ">fine<") + GOOD_FENCE,
            ["a/rule: example 1: a bad example must raise a/rule once and nothing else; it raises nothing"],
        ),
        (
            BAD_FENCE.replace('at="bad"', 'at="ba"') + GOOD_FENCE,
            ["a/rule: example 1: the finding points to 'bad', not to 'ba'"],
        ),
        (
            BAD_FENCE.replace(' at="bad"', "") + GOOD_FENCE,
            ["a/rule: example 1: a bad example says with at=… which text the finding points to"],
        ),
        (
            '```xml bad at="bad"\n<project/>\n```\n' + GOOD_FENCE,
            [
                "a/rule: example 1: example.xml is not recognised as anything of ours",
                "a/rule: example 1: a bad example must raise a/rule once and nothing else; it raises nothing",
            ],
        ),
        (
            "```yaml bad file=.wxcc-lint.yaml\nprofil: strict\n```\n" + GOOD_FENCE,
            ["a/rule: example 1: .wxcc-lint.yaml:1:1: unknown key 'profil'; did you mean 'profile'?"],
        ),
    ],
)
def test_what_is_not_as_the_docs_say_is_told(docs: str, problems: list[str]) -> None:
    assert tried(docs) == problems


def test_a_bad_example_raises_its_rule_once() -> None:
    twice = '```xml bad at="bad"\n<item name="reqUseApi">bad</item>\n<item name="reqDisplayName">bad</item>\n```\n'
    assert without_good(tried(twice)) == [
        "a/rule: example 1: a bad example must raise a/rule once and nothing else; it raises a/rule, a/rule"
    ]


def test_the_rules_of_the_default_profile_run_as_well() -> None:
    other = a_rule("Other.", "a/other")
    strict = a_rule("Strict.", "a/strict", profile="strict")
    assert without_good(tried(BAD_FENCE, other, strict)) == [
        "a/rule: example 1: a bad example must raise a/rule once and nothing else; it raises a/other, a/rule"
    ]


def test_a_rule_of_a_higher_profile_is_tried_itself() -> None:
    assert tried(BAD_FENCE + GOOD_FENCE, profile="pedantic") == []


def test_an_example_may_bring_its_config_and_several_files() -> None:
    config = "environments: {prod: {files: [crm/*], region: eu1}}"
    docs = (
        f"```yaml bad file=.wxcc-lint.yaml\n{config}\n```\n"
        '```xml bad file=crm/a.xml at="eu1"\n<item name="reqUseApi">eu1</item>\n```\n'
        '```xml bad file=other/b.xml\n<item name="reqUseApi">eu1</item>\n```\n'
    )
    assert without_good(tried(docs, check=of_region, needs=("region",))) == []


# --- examples of changes ---------------------------------------------------------------------------------------------

SIDES = (
    '```xml bad side=left at="false"\n<item name="reqUseApi">false</item>\n```\n\n'
    '```xml bad side=right\n<item name="reqUseApi">true</item>\n```\n'
)
ALIKE = (
    '```xml good side=left\n<item name="reqUseApi">true</item>\n```\n\n'
    '```xml good side=right\n<item name="reqUseApi">TRUE</item>\n```\n'
)


def any_change(view: Drift) -> Iterator[Problem]:
    yield Problem("m", view.at)


def compared(docs: str, *others: Rule, check: object = any_change, **meta: object) -> list[str]:
    it = Rule("a/rule", "drift", Meta("error", **meta), docs, Path("rule.py"), check)  # type: ignore[arg-type]
    return harness.test_rule(it, RuleSet([it, *others]))


def test_two_sides_are_one_example() -> None:
    assert [[one.side for one in group] for group in examples(SIDES + ALIKE + fence("bad side=right"))] == [
        ["left", "right"],
        ["left", "right"],
        ["right"],
    ]
    assert compared(SIDES + ALIKE) == []


@pytest.mark.parametrize(
    ("docs", "problem"),
    [
        (SIDES.replace(' at="false"', ""), "example 1: a bad example says with at=… which text the finding points to"),
        (SIDES.replace('at="false"', 'at="true"'), "example 1: the finding points to 'false', not to 'true'"),
        (
            SIDES.replace(' at="false"', "").replace("side=right", 'side=right at="false"'),
            "example 1: the finding points to the left side",
        ),
        (
            SIDES.replace(">false<", ">true<"),
            "example 1: a bad example must raise a/rule once and nothing else; it raises nothing",
        ),
        (
            SIDES.replace(" side=left", "").replace(" side=right", ""),
            "example 1: an example of a change says of each text with side=… which side it is",
        ),
        (
            SIDES.replace('```xml bad side=right\n<item name="reqUseApi">true</item>', "```json bad side=right\n{}"),
            "example 1: both sides are of one kind",
        ),
        (SIDES.replace("xml bad", "text bad"), "example 1: only xml, json and apex can be compared"),
        (SIDES.replace(">true<", ">a & b<"), "example 1: the right side cannot be read: "),
        (SIDES.replace("side=left", "side=top"), "fence 1: side is left or right, not 'top'"),
    ],
)
def test_what_is_wrong_with_an_example_of_a_change(docs: str, problem: str) -> None:
    assert compared(docs + ALIKE)[0].startswith(f"a/rule: {problem}")


def test_a_good_example_of_a_change_brings_nothing() -> None:
    assert compared(SIDES + ALIKE.replace("TRUE", "false")) == ["a/rule: example 3: a good example raises a/rule"]


def test_a_side_alone_is_all_there_is() -> None:
    alone = '```xml bad side=right at="callCenter"\n<item name="reqUseApi">true</item>\n```\n'
    assert compared(alone + ALIKE) == []


# --- whole documents around fragments --------------------------------------------------------------------------------

NEWEST = vocabulary().releases[-1]


def completed(text: str, *without: str) -> CallCenter:
    document = parse_callcenter("cc.xml", complete(text, without))
    assert document.faults == ()
    return CallCenter(document)


def test_what_is_no_fragment_stays_as_it_is() -> None:
    for text in ("<callCenter/>\n", '{"area": {}}\n', "<items/>", "", "<!-- x --><callCenter/>"):
        assert complete(text) == text


def test_an_item_replaces_the_one_of_its_name_and_keeps_its_attributes() -> None:
    whole = completed('<item name="reqUseApi">false</item>')
    shipped = {(fact.section, name): fact.default for (_, name), fact in NEWEST.items.items()}
    assert {(item.section, item.name): item.text for item in whole.items()} == {
        **shipped,
        ("reqGeneralInfo", "reqUseApi"): "false",
    }
    item = whole.item("reqUseApi")
    assert item is not None
    assert item.label == NEWEST.items["reqGeneralInfo", "reqUseApi"].label


def test_attributes_that_a_fragment_gives_count() -> None:
    item = completed('<item name="reqUseApi" label="L" sortOrder="77">x</item>').item("reqUseApi")
    assert item is not None
    assert (item.label, item.sort_order) == ("L", "77")


def test_an_item_that_is_named_again_goes_behind_the_first() -> None:
    whole = completed(
        '<section name="reqGeneralInfo"><item name="reqUseApi">1</item><item name="reqUseApi">2</item></section>'
    )
    assert [item.text for item in whole.items() if item.name == "reqUseApi"] == ["1", "2"]


def test_sort_orders_that_nobody_gave_are_counted() -> None:
    section = completed('<section name="reqGeneralInfo"><item name="new">x</item></section>').section("reqGeneralInfo")
    assert section is not None
    assert section.items[-1].name == "new"
    assert [item.sort_order for item in section.items] == [str(number) for number in range(len(section.items))]


def test_a_new_section_goes_to_the_end() -> None:
    whole = completed('<section name="new" label="N"><item name="i">x</item></section>')
    assert [(one.name, one.label) for one in whole.sections][-1] == ("new", "N")
    assert len(whole.sections) == len(NEWEST.sections) + 1


def test_comments_before_a_fragment_stay_before_it() -> None:
    whole = complete('<!-- one -->\n<!-- two -->\n<item name="reqUseApi">x</item>')
    before, _, _ = whole.partition('name="reqUseApi"')
    assert before.rpartition("</item>")[2].split("<item")[0].split() == ["<!--", "one", "-->", "<!--", "two", "-->"]


def test_items_and_sections_can_be_taken_out() -> None:
    whole = completed('<item name="reqUseApi">x</item>', "reqDisplayName", "reqOmniStateSyncConfig")
    assert whole.item("reqDisplayName") is None
    assert whole.section("reqOmniStateSyncConfig") is None
    assert len(whole.sections) == len(NEWEST.sections) - 1


def test_a_fragment_may_be_broken() -> None:
    assert "<item sortOrder" in complete('<item name="reqUseApi">a & <b</item>')
    assert parse_callcenter("cc.xml", complete('<item name="reqUseApi">a & <b</item>')).faults


# --- docs for reading ------------------------------------------------------------------------------------------------


def test_docs_for_reading_have_words_in_place_of_the_harness() -> None:
    docs = f"Title.\n\n{BAD_FENCE}\n{GOOD_FENCE}\n```xml good file=a.xml\n<a/>\n```\n\nEnd.\n"
    assert without_fence_words(docs) == (
        'Title.\n\nFlagged:\n\n```xml\n<item name="reqUseApi">bad</item>\n```\n\n'
        'Fine:\n\n```xml\n<item name="reqUseApi">fine</item>\n```\n\nFine (`a.xml`):\n\n```xml\n<a/>\n```\n\nEnd.\n'
    )
    assert without_fence_words("```xml bad side=left at=x\n<a/>\n```\n") == "Flagged (left):\n\n```xml\n<a/>\n```\n"
