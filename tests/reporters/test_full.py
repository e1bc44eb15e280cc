from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings, strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from wxcc_lint.report import Finding, Gap, Location, Related, Report, Summary
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.reporters.hostile import printable
from wxcc_lint.spans import Span, Text

full = REPORTERS["full"]

CRM = "crm/callcenter.xml"
AGENTS = "layouts/agents.json"
CALL_CENTER = """\
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General">
    <item sortOrder="0" name="reqInternalName" label="Internal">Support</item>
    <item sortOrder="1" name="reqAdapterUrl" label="Adapter">https://desktop.wxcc-us1.cisco.com/</item>
  </section>
  <section sortOrder="1" name="reqActivityRecordConfig" label="Activities">
    <item sortOrder="0" name="create" label="Create Activity At Connected">false</item>
    <item sortOrder="1" name="open" label="Open Activity At Connected">true</item>
  </section>
</callCenter>
"""
LAYOUT = """\
{
  "agent": {
    "comp": "agentx-wc-iframe",
    "attributes": {"src": "https://widgets.wxcc-eu2.cisco.com/crm.html"}
  }
}
"""
MAPPINGS = json.dumps(
    {
        "fields": [
            {"sfdcFieldName": name, "cadVariable": f"CAD_{name}", "isDefaultValueEnabled": False, "order": order}
            for order, name in enumerate(("Phone", "Email", "Description", "Subject", "Priority"))
        ]
    }
)
LONG = f'<callCenter>\n    <item sortOrder="4" name="mappings" label="Mappings">{MAPPINGS}</item>\n</callCenter>\n'


def place(source, token, path=CRM):
    """Locate the first `token` in `source`; `|` in a token marks a place without width."""
    text = Text(source)
    start = source.index(token)
    first, last = text.locate(start), text.locate(start + len(token))
    return Location(path, first.line, first.column, last.line, last.column)


def finding(location, **changes):
    usual = Finding("callcenter/some-rule", "error", "something is wrong here", location, help="mend it")
    return replace(usual, **changes)


def report(*findings, **sources):
    """Build a report; `crm` and `agents` are the texts of the two files."""
    paths = {"crm": CRM, "agents": AGENTS}
    counts = {f"{level}s": sum(one.severity == level for one in findings) for level in ("error", "warning", "info")}
    texts = {paths[name]: Text(source) for name, source in sources.items()}
    return Report(findings, Summary(files=len(texts), **counts), texts)


def one_finding():
    wrong = finding(place(CALL_CENTER, "us1"), message="the adapter is in 'us1', the tenant in 'eu1'")
    return report(wrong, crm=CALL_CENTER)


def related_in_same_file():
    both = finding(
        place(CALL_CENTER, "true"),
        rule="callcenter/open-on-connect-without-create",
        message="the activity is opened when the call connects, but none is created by then",
        why="the agent gets an empty page with every call",
        related=(Related(place(CALL_CENTER, "false"), "is 'false'"), Related(place(CALL_CENTER, "Support"), "here")),
    )
    return report(both, crm=CALL_CENTER)


def related_in_other_file():
    both = finding(
        place(CALL_CENTER, "us1"),
        rule="project/mismatched-region",
        message="call center and desktop layout point to different regions",
        related=(
            Related(place(LAYOUT, "eu2", AGENTS), "'eu2' here"),
            Related(place(LAYOUT, '"agentx-wc-iframe"', AGENTS), "in this component"),
            Related(place(CALL_CENTER, "Support"), "this call center"),
        ),
    )
    return report(both, crm=CALL_CENTER, agents=LAYOUT)


def long_line(token):
    return report(finding(place(LONG, token)), crm=LONG)


def far_apart_in_one_line():
    far = finding(
        place(LONG, '"Priority"'),
        related=(
            Related(place(LONG, '"mappings"'), "this item"),
            Related(
                place(LONG, '"CAD_Priority"'), "the variable it stands for, which nothing sets before the call ends"
            ),
            Related(place(LONG, '"Subject"'), "and its neighbour"),
        ),
    )
    return report(far, crm=LONG)


def huge_token():
    source = f'{{"script": "{"x" * 10_000}"}}'
    return report(finding(place(source, f'"{"x" * 10_000}"')), crm=source)


def tabs():
    source = '<item\tname="a"\t\tlabel="b">\n'
    return report(finding(place(source, '"b"'), related=(Related(place(source, "\t\t"), "two tabs"),)), crm=source)


def wide_characters():
    source = '{"名前": "サポート 😀 ⚠️ e\u0301", "comp": "漢字コンポ"}\n'
    wrong = finding(
        place(source, "漢字コンポ"),
        related=(Related(place(source, "😀"), "smile"), Related(place(source, '"comp"'), "key")),
    )
    return report(wrong, crm=source)


def crlf():
    source = '{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n'
    return report(finding(place(source, "2"), related=(Related(place(source, ",\r\n"), "the end"),)), crm=source)


def zero_width():
    source = "<item></item>\n\n"
    empty, end = Location(CRM, 1, 7, 1, 7), Location(CRM, 2, 1, 2, 1)
    return report(finding(empty, related=(Related(end, "an empty line"),)), crm=source)


def multi_line():
    block = LAYOUT[LAYOUT.index('{\n    "comp"') : LAYOUT.rindex("}\n")]
    opened = Related(place(LAYOUT, LAYOUT[:9]), "opened here")
    return report(finding(place(LAYOUT, block), related=(opened,)), crm=LAYOUT)


def hostile():
    source = '{"\x1b[31mred": "\u202eevil\u200b", "x": "[bold]y[/bold]\ud800"}\n'
    path = "a\x1b]8;;x\nb.json"
    wrong = finding(
        place(source, "evil", path),
        message="\x1b[2Jgone\n[red]not markup[/red]\u2028",
        why="\x9b31m \x07",
        help="rename '\u2066a\u2069'\tto 'a'",
        environment="p\rrod",
        related=(
            Related(place(source, "\ud800", path), "\x1b[0m\u202e\n:smile:"),
            Related(place(source, "red", path), "\x00"),
        ),
    )
    return Report((wrong,), Summary(files=1, errors=1), {path: Text(source)})


def environment():
    return report(finding(place(CALL_CENTER, "us1"), environment="prod", severity="info"), crm=CALL_CENTER)


def several_of_one_rule():
    docs = "https://example.org/rules/some-rule"
    return report(
        finding(place(CALL_CENTER, "Support"), docs=docs, why="a reason"),
        finding(place(CALL_CENTER, "us1"), docs=docs, why="a reason"),
        finding(place(CALL_CENTER, "true"), docs=None, rule="callcenter/other-rule", severity="warning", help=None),
        finding(place(CALL_CENTER, "false"), docs=None, rule="callcenter/other-rule", severity="warning", help=None),
        crm=CALL_CENTER,
    )


def long_notes():
    wrong = finding(
        place(CALL_CENTER, "us1"),
        why="the adapter loads the desktop from a data center that knows nothing of this tenant, so the agent sees a "
        "sign-in page that never accepts the password",
        help=f"write '{'x' * 120}' or 電話番号を入力してください電話番号を入力してください電話番号を入力してください instead",
    )
    return report(wrong, crm=CALL_CENTER)


def no_source():
    wrong = finding(
        Location(CRM, 1, 1, 1, 1),
        rule="meta/encoding",
        message="the file is not text in UTF-8",
        related=(Related(Location(CRM, 7, 3, 9, 4), "from here"), Related(Location(AGENTS, 1, 1, 1, 1), "unlike this")),
    )
    return report(wrong)


def left_out():
    return replace(
        one_finding(), gaps=(Gap(AGENTS, "may not be read (no permission)"), Gap("crn", "is\n\x1b[31mgone", 3))
    )


CASES = {
    "one-finding": one_finding(),
    "related-in-same-file": related_in_same_file(),
    "related-in-other-file": related_in_other_file(),
    "long-line-middle": long_line('"Description"'),
    "long-line-start": long_line('"4"'),
    "long-line-end": long_line("</item>"),
    "far-apart-in-one-line": far_apart_in_one_line(),
    "huge-token": huge_token(),
    "tabs": tabs(),
    "wide-characters": wide_characters(),
    "crlf": crlf(),
    "zero-width": zero_width(),
    "multi-line": multi_line(),
    "hostile": hostile(),
    "environment": environment(),
    "several-of-one-rule": several_of_one_rule(),
    "long-notes": long_notes(),
    "no-source": no_source(),
    "nothing-found": report(crm=CALL_CENTER),
    "left-out": left_out(),
    "nothing-read": replace(report(), gaps=(Gap("oslo", "no login"), Gap("prod", "no login"))),
}


@pytest.mark.parametrize("name", CASES)
def test_whole_output(golden, name):
    golden(f"full-{name}.txt", full(CASES[name]))


@pytest.mark.parametrize("name", CASES)
def test_colours_change_nothing_but_the_colours(name):
    assert re.sub(r"\x1b\[[0-9;]*m", "", full(CASES[name], color=True)) == full(CASES[name])


def test_whole_output_in_colour(golden):
    golden("full-color.txt", full(CASES["related-in-same-file"], color=True))


def test_whole_output_in_a_narrow_window(golden):
    golden("full-narrow.txt", full(CASES["far-apart-in-one-line"], width=60))


LINE_NUMBERS = [1, 12, 1234]
CHUNKS = st.builds(
    str.__mul__,
    st.text(st.one_of(st.characters(), st.sampled_from("ab… \t漢😀\u0301\ufe0f⚠\u202e\x1b\r\n")), max_size=4),
    st.integers(1, 60),
)
SOURCES = st.lists(CHUNKS, max_size=8).map("".join)


@st.composite
def marked_sources(draw, places):
    """Draw a text, which starts some lines down, and places in it."""
    above = "\n" * (draw(st.sampled_from(LINE_NUMBERS)) - 1)
    text = Text(above + draw(SOURCES))
    locations = []
    for _ in range(places):
        start = draw(st.integers(len(above), len(text.text)))
        end = min(start + draw(st.sampled_from([0, 1, 5, 500])), len(text.text))
        locations.append(Location(CRM, *text.locate(start), *text.locate(end)))
    return text.text, locations


def on_screen(text):
    return printable(text.replace("\t", "    "))


def possible_carets(line, span, shown):
    """Yield the underline for every way in which `shown` can be a part of `line` around `span`."""
    token, after = on_screen(line[span.start : span.end]), on_screen(line[span.end :])
    for start in range(span.start + 1):
        lead = ("…" if start else "") + on_screen(line[start : span.start])
        rest = shown[len(lead) :]
        whole = rest == token + after
        cut = rest.endswith("…") and (token + after).startswith(rest[:-1])
        if shown.startswith(lead) and (whole or cut):
            visible = token if rest.startswith(token) else rest[:-1]
            yield " " * cell_len(lead) + "^" * max(1, cell_len(lead + visible) - cell_len(lead))


@pytest.mark.parametrize(("count", "note"), [(5, None), (6, "1 more place"), (131, "126 more places")])
def test_of_many_related_places_a_few_are_shown_and_the_others_counted(count, note):
    line = "a" * count
    related = tuple(Related(Location(CRM, 1, column, 1, column + 1), "another one") for column in range(1, count + 1))
    shown = full(report(finding(Location(CRM, 1, 1, 1, 2), related=related), crm=line))
    assert shown.count("another one") == 5
    assert [row for row in shown.splitlines() if "also" in row] == (
        [f"  = also: {note}; -f json lists all"] if note else []
    )


@given(marked_sources(1), st.integers(60, 140))
@settings(deadline=None)
def test_carets_stand_under_the_token(marked, width):
    source, [location] = marked
    text = Text(source)
    output = full(report(finding(location), crm=source), width=width).split("\n")
    frame = len(f"{location.line} | ")
    shown, under = output[3][frame:], output[4][frame:]
    line = text.line(location.line)
    start = min(location.column - 1, len(line))
    end = min(location.end_column - 1, len(line)) if location.end_line == location.line else len(line)
    assert under.partition(" (to line ")[0] in possible_carets(line, Span(start, max(start, end)), shown)
    if len(on_screen(line)) * 2 <= width - frame - 2:
        assert shown == on_screen(line)


@given(marked_sources(4), st.text(st.characters(), max_size=200), st.integers(60, 140))
@settings(deadline=None)
def test_every_line_fits_the_width(marked, words, width):
    source, [location, *others] = marked
    related = tuple(Related(other, f"<label-{number}> {words}") for number, other in enumerate(others))
    wrong = finding(location, why=words, help=words, related=related)
    headline, path, *lines = full(report(wrong, crm=source), width=width).split("\n")
    assert headline == "error[callcenter/some-rule]: something is wrong here"
    assert path.strip() == f"--> {CRM}:{location.line}:{location.column}"
    assert [line for line in lines if cell_len(line) > width] == []
    for number in range(len(others)):
        assert sum(f"<label-{number}>" in line for line in lines) == 1
