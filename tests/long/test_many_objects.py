"""The largest tenant that anybody has told of is pulled with as many requests as it has pages and layouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.live.acme import served
from tests.live.org_growth import grown, prove_that_few_requests_are_needed

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]


def test_500_layouts_2000_teams_and_5000_variables(tmp_path: Path) -> None:
    with served(tmp_path) as acme:
        grown(acme, 500, 2000, 5000)
        prove_that_few_requests_are_needed(acme)
