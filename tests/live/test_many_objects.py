"""A tenant with many objects takes few requests and little memory; `tests/long` has the same with very many."""

from __future__ import annotations

import json

from tests.live.acme import Acme
from tests.live.org_growth import grown, prove_that_few_requests_are_needed


def test_only_layouts_and_profiles_are_read_one_by_one_and_the_second_pull_asks_for_lists_alone(acme: Acme) -> None:
    grown(acme, 110, 210, 310)
    prove_that_few_requests_are_needed(acme)


PEAK = """
import sys, tracemalloc
from wxcc_lint.cli import main
tracemalloc.start()
try:
    main()
finally:
    print(tracemalloc.get_traced_memory()[1], file=sys.stderr)
"""


def test_memory_stays_flat_however_large_layouts_are(acme: Acme) -> None:
    acme.server.contract = None
    peaks = []
    for layouts in (10, 60):
        grown(acme, layouts, 20, 20)
        text = json.dumps({"agent": {"area": {}, "note": "lorem ipsum " * 8_000}})
        for one in acme.org.webex["desktop-layout"]:
            one["jsonFileContent"] = text
        done = acme.run_code(PEAK, "pull", "prod", "--only", "webex", "--max-rpm", "100000", "--no-cache")
        assert done.returncode == 0, done.stderr
        peaks.append(int(done.stderr.split()[-1]))
    assert peaks[1] - peaks[0] < 1_000_000, peaks  # of 5 MB more of layouts
