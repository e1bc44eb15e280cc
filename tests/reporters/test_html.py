"""The web page: what it shows of findings and changes, and that nothing in it acts."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from lxml import html
from msgspec.structs import replace

from wxcc_lint import __version__
from wxcc_lint.audit_report import AuditReport
from wxcc_lint.diff.objects import Reach, Saved, SourceInfo, Uncovered
from wxcc_lint.diff.report import DiffReport, DiffSummary, DriftFacts, InnerChange, ReportedChange
from wxcc_lint.report import Finding, FindingFix, Gap, Location, Related, Report, RuleDocs, Summary, TextEdit
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.reporters.audit import AUDIT_REPORTERS
from wxcc_lint.reporters.diff import DIFF_REPORTERS
from wxcc_lint.reporters.diff_words import way
from wxcc_lint.spans import Text

SOURCE = '<a>\n\t<item name="one">True</item>\n  <item name="two">x</item>\n</a>\n'
FINDING = Finding(
    rule="callcenter/invalid-boolean",
    severity="error",
    message="'one' is neither 'true' nor 'false'",
    location=Location("crm/a.xml", 2, 19, 2, 23),
    at="/s/one",
    help="write 'true'",
    why="Agents notice it.",
    environment="prod",
    fix=FindingFix(safe=True, description="write true", edits=(TextEdit("crm/a.xml", 22, 26, "true"),)),
    related=(
        Related(Location("crm/a.xml", 3, 15, 3, 18), "as here"),
        Related(Location("b.json", 7, 3, 7, 9), "and there"),
    ),
)
REPORT = Report(
    (
        FINDING,
        replace(
            FINDING,
            severity="info",
            rule="layout/other",
            environment=None,
            location=Location("b.json", 1, 1, 1, 2),
            fix=None,
            related=(),
        ),
    ),
    Summary(files=2, errors=1, infos=1, fixable=1),
    {"crm/a.xml": Text(SOURCE)},
    {"callcenter/invalid-boolean": RuleDocs("A switch is neither `true` nor `false`.", "", "error", "")},
    ("crm/a.xml", "b.json"),
    (Gap("webex/team", "the token may not read teams"),),
)
CHANGED = ReportedChange(
    kind="changed",
    document="layout:Agents",
    at="/agent/appTitle",
    words=("agent", "appTitle"),
    left="Acme 10",
    right="Acme 12",
    severity="warning",
    rule="drift/setting-changed",
    message="'appTitle' changed",
    why="Agents see another name.",
    fingerprint="",
    left_location=Location("before/a.json", 3, 7, 3, 12),
    right_location=Location("after/a.json", 4, 7, 4, 12),
)
HOSTILE = (
    "</script></style></title></textarea>--><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus=alert(1) '",
    "\x1b]8;;https://evil.example\x1b\\x\x00",
    "\u202egnp.exe\u2066\u200f",
    "{{7*7}}{% raw %}${7*7}&lt;b&gt;",
    "javascript:alert(1)",
)


def check_page(report):
    return html.fromstring(REPORTERS["html"](report))


def diff_report(*changes, **more):
    return DiffReport(SourceInfo("before"), SourceInfo("after"), changes, (), DiffSummary(), **more)


def diff_page(*changes, **more):
    return html.fromstring(DIFF_REPORTERS["html"](diff_report(*changes, **more)))


def texts(page, path):
    """Return the text of each element at a path, with single blanks."""
    return [" ".join(one.text_content().split()) for one in page.xpath(path)]


def has(name):
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


def test_the_whole_output(golden):
    page = re.sub(r"(?s)(<(style|script)>).*?(</\2>)", r"\1\3", REPORTERS["html"](REPORT))
    golden(
        "report.html", re.sub("sha256-[^']+", "sha256-0", page).replace(f"wxcc-lint {__version__}", "wxcc-lint 0.0.0")
    )


def test_it_is_the_same_every_time_and_every_stream_takes_it():
    text = REPORTERS["html"](replace(REPORT, findings=(replace(FINDING, message="プロド"),)))
    assert text == REPORTERS["html"](replace(REPORT, findings=(replace(FINDING, message="プロド"),)))
    assert text.isascii()
    assert "プロド" in html.fromstring(text).text_content()


def test_the_policy_allows_its_own_script_and_style_and_nothing_else():
    page = check_page(REPORT)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (script,), (style,) = page.xpath("//script"), page.xpath("//style")
    known = {
        name: b64encode(sha256(one.text.encode()).digest()).decode()
        for name, one in (("script", script), ("style", style))
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{known['style']}'; script-src 'sha256-{known['script']}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_nothing_in_it_leads_out():
    page = check_page(REPORT)
    assert page.xpath("//@src | //@style | //@action | //@*[starts-with(name(), 'on')]") == []
    assert {one for one in page.xpath("//@href") if not one.startswith("#")} == {"data:,"}


def test_rules_link_to_their_pages_on_the_web_only():
    links = (
        "https://example.org/x",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
    )
    page = check_page(Report(tuple(replace(FINDING, docs=one) for one in links)))
    assert page.xpath("//dl//@href") == ["https://example.org/x"]


def hostile(text):
    finding = replace(
        FINDING,
        rule=f"layout/{text}",
        message=text,
        location=replace(FINDING.location, path=text),
        at=text,
        help=text,
        why=text,
        environment=text,
        subject=text,
        docs=text,
        fix=FindingFix(safe=False, description=text, edits=(TextEdit(text, 6, 9, text),)),
        related=(Related(Location(text, 1, 1, 1, 3), text), Related(Location(f"{text}!", 1, 1, 1, 3), text)),
    )
    gaps, docs = (Gap(text, text),), {f"layout/{text}": RuleDocs(text, text, "error", text)}
    return Report((finding,), texts={text: Text(f"ab\n{text}")}, rules=docs, checked=(text,), gaps=gaps)


def hostile_changes(text):
    change = replace(
        CHANGED, document=text, at=text, words=(text, text), left=text, right=f"x{text}", rule=text, why=text
    )
    whole = replace(
        change, left={text: text * 20}, right=[text], inner=(InnerChange((text,), "changed", {text: 1}, text),)
    )
    facts = DriftFacts(
        text, saved={text: Saved(text, text, is_proof=True)}, reach={text: Reach((text,), (text,), (text,))}
    )
    return DiffReport(
        SourceInfo(text),
        SourceInfo(text, text, text, text),
        (change, whole),
        (Uncovered(text, text),),
        DiffSummary(),
        drift=facts,
    )


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(("render", "made"), [(REPORTERS["html"], hostile), (DIFF_REPORTERS["html"], hostile_changes)])
def test_whatever_a_file_holds_the_page_is_built_alike(text, render, made):
    output = render(made(text))
    page, usual = html.fromstring(output), html.fromstring(render(made("usual")))
    shape = [[(one.tag, sorted(one.attrib)) for one in each.iter() if one.tag != "mark"] for each in (page, usual)]
    assert shape[0] == shape[1]
    assert (
        re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", page.text_content()) is None
    )
    assert not re.search(r"&#(0|27|8238|8294);", output)


def test_a_template_in_a_file_stays_text():
    assert texts(check_page(hostile("{{7*7}}")), f"//*[{has('title')}]") == ["{{7*7}}"]


def test_the_place_is_marked_and_second_places_say_why():
    page = check_page(REPORT)
    assert texts(page, f"(//ol[{has('source')}])[1]/li") == [
        '2 <item name="one">True</item>',
        '3 <item name="two">x</item>as here',
    ]
    assert [(one.get("class"), one.text) for one in page.xpath("(//ol)[1]//mark")] == [
        ("error", "True"),
        ("related", "two"),
    ]
    assert texts(page, f"(//details[{has('card')}])[1]/p") == ["b.json:7:3 and there"]


@pytest.mark.parametrize(
    ("places", "marked"),
    [
        ([(2, 6)], [("error", "bcde")]),
        ([(3, 3)], [("error", "")]),
        ([(2, 6), (4, 8)], [("error", "bc"), ("error", "de"), ("related", "fg")]),
        ([(4, 5), (2, 8)], [("related", "bc"), ("error", "d"), ("related", "efg")]),
        ([(8, 99)], [("error", "hij")]),
    ],
)
def test_marks_that_meet_or_are_empty(places, marked):
    (main, *others) = (Location("x", 1, start, 1, end) for start, end in places)
    finding = replace(FINDING, location=main, related=tuple(Related(one, "") for one in others), fix=None)
    page = check_page(Report((finding,), texts={"x": Text("abcdefghij")}))
    assert [(one.get("class"), one.text or "") for one in page.xpath("//ol//mark")] == marked
    assert texts(page, "//ol//code") == ["abcdefghij"]


def test_a_long_line_is_cut_around_the_mark():
    text = "a" * 3000 + "HERE" + "b" * 3000
    page = check_page(
        Report(
            (replace(FINDING, location=Location("x", 1, 3001, 1, 3005), fix=None, related=()),), texts={"x": Text(text)}
        )
    )
    (shown,) = texts(page, "//ol//code")
    assert (shown[0], shown[-1], len(shown) < 230, texts(page, "//ol//mark")) == ("…", "…", True, ["HERE"])


@pytest.mark.parametrize(
    ("edits", "before", "after"),
    [
        ([("True", "true")], ['<item name="one">[True]</item>'], ['<item name="one">[true]</item>']),
        ([("</item>\n  ", "</item>\n  <new/>\n  ")], [], ["<new/>"]),
        ([('  <item name="two">x</item>\n', "")], ['<item name="two">x</item>'], []),
        ([("True", "true"), (">x<", ">y<")], ['<item name="one">[True]</item>', '<item name="two">[x]</item>'], ['<item name="one">[true]</item>', '<item name="two">[y]</item>']),
        ([("True", "True")], [], []),
    ],
)  # fmt: skip
def test_a_fix_is_a_small_patch(edits, before, after):
    made = tuple(TextEdit("crm/a.xml", SOURCE.index(old), SOURCE.index(old) + len(old), new) for old, new in edits)
    fix = FindingFix(safe=False, description="mend it", edits=made)
    page = check_page(replace(REPORT, findings=(replace(FINDING, fix=fix),)))
    for mark in page.xpath("//pre//mark"):
        mark.text = f"[{mark.text}]"
    assert (texts(page, "//del"), texts(page, "//ins")) == (before, after)
    assert "mend it (look at it: more than the fault may change)" in texts(page, "//dd")[1]


def test_edits_far_apart_are_two_blocks_and_files_nobody_read_have_none():
    fix = FindingFix(
        safe=True, description="", edits=(TextEdit("x", 0, 1, "A"), TextEdit("x", 8, 9, "E"), TextEdit("y", 0, 1, ""))
    )
    page = check_page(Report((replace(FINDING, fix=fix),), texts={"x": Text("a\nb\nc\nd\ne")}))
    assert texts(page, f"//pre[{has('patch')}]") == ["aA", "eE"]
    assert page.xpath("//pre/@aria-label") == ["Patch of line 1", "Patch of line 5"]


def test_the_overview_counts_by_severity_environment_and_rule():
    page = check_page(REPORT)
    assert texts(page, f"//*[{has('totals')}]/li") == ["1 error", "0 warnings", "1 info"]
    rows = [texts(row, "th|td") for row in page.xpath("//table[@class='tally']/tbody/tr")]
    assert rows == [
        ["prod", "", "1", "0", "0"],
        ["none named", "", "0", "0", "1"],
        ["callcenter/invalid-boolean", "A switch is neither 'true' nor 'false'.", "1", "0", "0"],
        ["layout/other", "", "0", "0", "1"],
    ]


def test_a_finding_of_several_environments_counts_in_each_and_a_clean_one_has_its_row():
    of_both = replace(FINDING, environment="prod, test")
    alone = replace(FINDING, severity="warning", environment="prod")
    page = check_page(Report((of_both, alone), Summary(errors=1, warnings=1), environments=("prod", "qa", "test")))
    rows = [texts(row, "th|td") for row in page.xpath("//table[@aria-label='By environment']/tbody/tr")]
    assert rows == [["prod", "", "1", "1", "0"], ["test", "", "1", "0", "0"], ["qa", "", "0", "0", "0"]]
    assert texts(page, "//select[@name='environment']/option") == ["all", "prod (2)", "qa (0)", "test (1)"]
    assert page.xpath(f"//details[{has('card')}]/@data-environment") == ["prod\ntest", "prod"]


def test_what_was_not_read_is_told_at_the_top_and_with_its_reason():
    page = check_page(REPORT)
    assert texts(page, f"//p[{has('warn')}]") == [
        "Not read: 1 part of the configuration. What is missing here is not clean: see why."
    ]
    assert texts(page, f"//table[{has('missing')}]/tbody/tr/*") == ["webex/team", "the token may not read teams"]
    assert texts(page, f"//*[{has('checked')}]//li") == ["crm/a.xml", "b.json"]


@pytest.mark.parametrize(
    ("gaps", "lead", "words"),
    [
        ((), "No findings in 2 files.", "Nothing was found."),
        (REPORT.gaps, "No findings in 2 files (1 left out).", "Nothing was found in what was read."),
    ],
)
def test_an_empty_report_says_so_and_what_was_checked(gaps, lead, words):
    page = check_page(Report((), Summary(files=2), checked=("a.xml", "b.json"), gaps=gaps))
    assert texts(page, f"//p[{has('lead')} or {has('empty')}]") == [lead, words]
    assert texts(page, f"//*[{has('checked')}]/*") == ["2 files checked", "a.xmlb.json"]
    assert page.xpath("//form") == []
    assert texts(diff_page(), f"//p[{has('lead')} or {has('empty')}]") == ["No differences.", "No differences."]


def test_changes_stand_side_by_side():
    page = diff_page(CHANGED, replace(CHANGED, kind="added", words=("agent", "new"), right={"key": "long value " * 10}))
    assert texts(page, "//figcaption") == ["left", "right"] * 2
    assert texts(page, "//figure/*[not(self::figcaption)]")[:3] == ["'Acme 10'", "'Acme 12'", "nothing"]
    assert texts(page, "(//figure)[4]//code") == ["{", f'"key": "{"long value " * 10}"', "}"]
    assert [(one.get("class"), one.text) for one in page.xpath("//figure//mark")] == [("old", "10"), ("new", "12")]
    assert texts(page, "//h3/bdi") == ["layout 'Agents'"]
    assert texts(page, f"//*[{has('title')}]") == [way(("agent", "appTitle")), way(("agent", "new"))]


@pytest.mark.parametrize(
    ("change", "title", "shown"),
    [
        (replace(CHANGED, kind="moved", left=3, right=1), way(("agent", "appTitle")), ["place 3", "place 1"]),
        (replace(CHANGED, kind="removed", right=None), way(("agent", "appTitle")), ["'Acme 10'", "nothing"]),
        (replace(CHANGED, left=False, right=True), way(("agent", "appTitle")), ["false", "true"]),
        (replace(CHANGED, kind="added", words=(), right={}), "only on the right", []),
        (replace(CHANGED, kind="ambiguous", words=(), message="2 are called so"), "2 are called so", []),
        (
            replace(CHANGED, inner=(InnerChange(("entry 2",), "removed", 5, None),)),
            way(("agent", "appTitle")),
            ["5", "nothing"],
        ),
    ],
)
def test_every_kind_of_change(change, title, shown):
    page = diff_page(change)
    assert texts(page, f"//*[{has('title')}]") == [title]
    assert texts(page, "//figure/*[not(self::figcaption)]") == shown
    assert texts(page, f"//*[{has('inner')}]") == [", ".join(part.words) for part in change.inner]


DRIFT = DriftFacts(
    "prod",
    saved={"layout:Agents": Saved("Kim", "2026-02-03", is_proof=True)},
    reach={"layout:Agents": Reach(("Billing", "Sales"), agents=12)},
)


def test_drift_tells_whom_it_reaches_who_saved_it_and_who_changed_it():
    page = diff_page(replace(CHANGED, origin="org"), drift=DRIFT)
    assert texts(page, f"//p[{has('remark')}]") == [
        "last saved by Kim on 2026-02-03; who made which change before that is not known",
        "reaches 2 teams: Billing, Sales; 12 agents",
    ]
    assert texts(page, "//summary//strong") == ["the org changed it: by hand"]
    assert texts(page, "//figcaption") == ["files", "org"]
    assert page.xpath(f"//details[{has('card')}]/@data-environment") == ["prod"]


def test_an_audit_holds_findings_and_drift():
    unseen = (Uncovered("webex/flow", "no API"),)
    audit = AuditReport("prod", REPORT, diff_report(CHANGED, drift=DRIFT), (Uncovered("layout", "403"),), unseen)
    page = html.fromstring(AUDIT_REPORTERS["html"](audit))
    (warning,) = texts(page, f"//p[{has('warn')}]")
    assert warning.startswith(
        "Not read: 1 part of the configuration. Shown by no API: 1 part of the configuration. What is"
    )
    assert texts(page, "//h1 | //h3[@class='part']") == ["Audit of prod", "Findings", "Drift"]
    assert texts(page, "//table[@class='missing']/caption") == ["Not read", "Shown by no API"]
    assert len(page.xpath(f"//details[{has('card')}]")) == 3


def luminance(color):
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_text_has_the_contrast_that_wcag_asks_for():
    style = check_page(REPORT).xpath("string(//style)")
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", style)
    colors = {name: shades for name, *shades in pairs}
    plain = [(text, ground) for text in ("ink", "soft", "link") for ground in ("page", "sheet", "sunk")]
    tinted = [(name, ground) for name in ("error", "warning", "info") for ground in (f"{name}-tint", "sheet")]
    marked = [("ink", ground) for ground in ("old", "new", "related", "error-tint", "warning-tint", "info-tint")]
    for text, ground in [*plain, *tinted, *marked, ("link", "warning-tint")]:
        for theme in (0, 1):
            darker, lighter = sorted(luminance(colors[name][theme]) for name in (text, ground))
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (text, ground, theme)
