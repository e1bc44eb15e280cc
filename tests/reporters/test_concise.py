from __future__ import annotations

import re

from msgspec.structs import replace

from wxcc_lint.report import Gap, Report, Summary
from wxcc_lint.reporters import REPORTERS

concise = REPORTERS["concise"]


def test_one_line_a_finding_and_the_closing_line(golden, mixed_report):
    golden("concise.txt", concise(mixed_report))


def test_colours_change_nothing_but_the_colours(golden, mixed_report):
    colored = concise(mixed_report, color=True)
    golden("concise-color.txt", colored)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == concise(mixed_report)


def test_width_does_not_matter(mixed_report):
    assert concise(mixed_report, width=10) == concise(mixed_report, width=500)


def test_a_clean_run_is_one_line():
    assert concise(Report((), Summary(files=3))) == "No findings in 3 files.\n"


def test_what_was_left_out_is_told_before_the_closing_line():
    gaps = (Gap("layouts/desk.json", "may not be read (no permission)"), Gap("crm", "there is\nnone", 3))
    assert concise(Report((), Summary(files=3, ignored=1), gaps=gaps)) == (
        "layouts/desk.json: left out: may not be read (no permission)\n"
        "crm: left out: there is\\nnone\n"
        "No findings in 3 files (1 ignored, 2 left out).\n"
    )


def test_hostile_content_stays_on_its_line(mixed_report):
    location = replace(mixed_report.findings[1].location, path="a\nb\x1b.json")
    finding = replace(mixed_report.findings[1], location=location, message="x\r\n::error::y\u202e", environment="\x07")
    output = concise(Report((finding,), Summary(files=1, warnings=1)))
    assert output == (
        "a\\nb\\x1b.json:3:15: warning[layout/unknown-component] x\\r\\n::error::y\\u202e (environment \\x07)\n"
        "Found 1 warning in 1 file.\n"
    )
