"""Baselines: what they hide, what is stale, and what is told of one that cannot be used."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from wxcc_lint.baseline import Baseline, BaselineError, Entry, kept, read_baseline, render_baseline

ONE = Entry("layout/x", "a.json", "/agent")
TWO = Entry("layout/x", "b.json", None)


def baseline(*entries: Entry) -> Baseline:
    return read_baseline("base.json", render_baseline(Counter(entries)).encode())


def test_the_text_has_an_entry_a_line_in_an_order_of_its_own() -> None:
    text = render_baseline(Counter([TWO, ONE, TWO]))
    assert text.splitlines() == [
        "{",
        '  "version": 1,',
        '  "findings": [',
        '    {"rule": "layout/x", "path": "a.json", "at": "/agent", "count": 1},',
        '    {"rule": "layout/x", "path": "b.json", "at": null, "count": 2}',
        "  ]",
        "}",
    ]
    assert render_baseline(Counter()) == '{\n  "version": 1,\n  "findings": []\n}\n'
    assert render_baseline(Counter([TWO, TWO, ONE])) == text


def test_entries_stand_in_the_order_of_file_rule_and_address_whatever_came_first() -> None:
    entries = [
        Entry("layout/x", "b.json", "/b"),
        Entry("layout/x", "b.json", "/a"),
        Entry("layout/x", "b.json", None),
        Entry("layout/w", "b.json", "/c"),
        Entry("layout/y", "a.json", "/é"),
    ]
    lines = render_baseline(Counter(entries)).splitlines()[3:-2]
    assert [json.loads(line.rstrip(","))["at"] for line in lines] == ["/é", "/c", None, "/a", "/b"]
    assert lines[0] == '    {"rule": "layout/y", "path": "a.json", "at": "/é", "count": 1},'


def test_an_entry_that_stands_twice_counts_as_often_as_both_say_and_stands_where_the_first_does() -> None:
    written = render_baseline(Counter([ONE, ONE, TWO])).replace("b.json", "a.json").replace("null", '"/agent"')
    it = read_baseline("base.json", written.encode())
    assert it.listed == {ONE: 3}
    ((_, surplus, place),) = it.stale(["a.json"])
    assert (surplus, it.document.text.locate(place.span.start).line) == (3, 4)


def test_a_baseline_without_a_list_of_findings_is_empty() -> None:
    assert read_baseline("base.json", b'{"version": 1, "findings": 5}').listed == {}


def test_as_many_findings_are_hidden_as_are_counted() -> None:
    it = baseline(ONE, TWO, TWO)
    assert [it.hides(entry) for entry in (ONE, ONE, TWO, TWO, TWO)] == [True, False, True, True, False]
    assert it.hides(Entry("layout/y", "a.json", "/agent")) is False
    assert list(it.stale(["a.json", "b.json"])) == []


def test_what_hides_less_than_it_says_is_stale_in_files_that_were_checked() -> None:
    it = baseline(ONE, TWO, TWO)
    it.hides(TWO)
    stale = [
        (entry, count, it.document.text.locate(place.span.start).line) for entry, count, place in it.stale(["b.json"])
    ]
    assert stale == [(TWO, 1, 5)]


def test_what_says_why_a_file_could_not_be_checked_is_never_hidden() -> None:
    assert baseline(Entry("meta/syntax", "a.json", None)).hides(Entry("meta/syntax", "a.json", None)) is False


def test_what_is_found_no_more_goes_and_what_nobody_looked_for_stays() -> None:
    listed, present = Counter({ONE: 2, TWO: 3}), Counter({ONE: 1, Entry("layout/y", "a.json", None): 1})
    assert kept(listed, present, lambda _entry: True) == {ONE: 1}
    assert kept(listed, present, lambda entry: entry.path == "a.json") == {ONE: 1, TWO: 3}
    assert kept(listed, Counter({ONE: 5, TWO: 5}), lambda _entry: True) == listed
    assert list(kept(listed, Counter(), lambda _entry: True)) == []


def test_names_that_are_no_utf_8_go_there_and_back() -> None:
    entry = Entry("layout/x", "a\udcff.json", None)
    written = render_baseline(Counter([entry])).encode("utf-8", "backslashreplace")
    assert read_baseline("base.json", written).hides(entry) is True


def test_a_rule_that_was_renamed_is_known_by_its_present_name() -> None:
    written = render_baseline(Counter([ONE])).encode()
    it = read_baseline("base.json", written, lambda rule: {"layout/x": "layout/new"}.get(rule, rule))
    assert it.hides(ONE) is False
    assert it.hides(ONE._replace(rule="layout/new")) is True


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "base.json:1: the '{' at the very beginning is never closed"),
        ("[]", "base.json:1: this is no baseline of version 1; write it anew: wxcc-lint baseline write"),
        ('{"version": 2}', "base.json:1: this is no baseline of version 1; write it anew: wxcc-lint baseline write"),
        (
            '{"version": 1,\n"findings": [{"rule": "r", "path": "p", "at": null, "count": 0}]}',
            "base.json:2: an entry has 'rule', 'path', 'at' and a 'count' from 1",
        ),
        (
            '{"version": 1,\n"findings": [{"rule": "r", "path": "p", "at": null, "count": true}]}',
            "base.json:2: an entry has 'rule', 'path', 'at' and a 'count' from 1",
        ),
        (
            '{"version": 1, "findings": [{"rule": 1, "path": "p", "at": null, "count": 1}]}',
            "base.json:1: an entry has 'rule', 'path', 'at' and a 'count' from 1",
        ),
        (
            '{"version": 1, "findings": [{"rule": "r", "path": 1, "at": null, "count": 1}]}',
            "base.json:1: an entry has 'rule', 'path', 'at' and a 'count' from 1",
        ),
        (
            '{"version": 1, "findings": [{"rule": "r", "path": "p", "at": 1, "count": 1}]}',
            "base.json:1: an entry has 'rule', 'path', 'at' and a 'count' from 1",
        ),
        ('{"version": 1, "findings": ["r"]}', "base.json:1: an entry has 'rule', 'path', 'at' and a 'count' from 1"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(BaselineError) as told:
        read_baseline("base.json", text.encode())
    assert str(told.value) == message
