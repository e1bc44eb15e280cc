from __future__ import annotations

import pytest

from wxcc_lint.report import Summary
from wxcc_lint.reporters.closing import closing_line


@pytest.mark.parametrize(
    ("summary", "sentence"),
    [
        (Summary(files=3), "No findings in 3 files."),
        (Summary(files=1), "No findings in 1 file."),
        (Summary(files=3, ignored=2), "No findings in 3 files (2 ignored)."),
        (Summary(), "No files to check."),
        (Summary(skipped=4), "No files to check (4 other files skipped)."),
        (Summary(files=1, errors=1), "Found 1 error in 1 file."),
        (Summary(files=2, errors=2), "Found 2 errors in 2 files."),
        (Summary(errors=1), "Found 1 error."),
        (Summary(files=2, warnings=1), "Found 1 warning in 2 files."),
        (Summary(files=2, infos=2), "Found 2 infos in 2 files."),
        (Summary(files=2, errors=1, infos=1), "Found 1 error and 1 info in 2 files."),
        (Summary(files=2, errors=1, warnings=2, infos=3), "Found 1 error, 2 warnings and 3 infos in 2 files."),
        (
            Summary(files=3, errors=2, warnings=1, ignored=1, skipped=12, fixable=1),
            "Found 2 errors and 1 warning in 3 files (1 ignored, 12 other files skipped); 1 has a ready fix.",
        ),
        (
            Summary(files=3, errors=2, ignored=1, baselined=5, skipped=1, fixable=2),
            "Found 2 errors in 3 files (1 ignored, 5 in the baseline, 1 other file skipped); 2 have a ready fix.",
        ),
    ],
)
def test_closing_line(summary, sentence):
    assert closing_line(summary) == sentence


@pytest.mark.parametrize(
    ("summary", "sentence"),
    [
        (Summary(), "Nothing was checked (2 left out)."),
        (Summary(files=3, skipped=1), "No findings in 3 files (1 other file skipped, 2 left out)."),
        (Summary(files=3, errors=1, fixable=1), "Found 1 error in 3 files (2 left out); 1 has a ready fix."),
    ],
)
def test_what_was_left_out_does_not_read_as_clean(summary, sentence):
    assert closing_line(summary, 2) == sentence
