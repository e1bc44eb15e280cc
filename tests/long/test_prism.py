"""A mock that others' software makes of the official description can be pulled from: nothing in it is not understood."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.org_contract import DOCUMENT
from tests.long.mock_org import CONFIG, ORG, install, serve

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def mock(pytestconfig: pytest.Config) -> Iterator[str]:
    if not DOCUMENT.is_file():
        pytest.skip("the description of the API is not here")
    folder = Path(pytestconfig.cache.mkdir("prism"))
    if not install(folder):
        pytest.skip("npm could not install Prism")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = serve(folder, DOCUMENT, port)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


def test_a_mock_made_by_others_is_pulled_without_an_error_of_protocol(mock: str, tmp_path: Path) -> None:
    (tmp_path / ".wxcc-lint.yaml").write_text(CONFIG.format(org=ORG, url=mock), encoding="utf-8")
    secrets = {"WXCC_ACCESS_TOKEN": f"mock_token_{ORG}", "WXCC_LINT_MASK_KEY": "0" * 64}
    command = [sys.executable, "-m", "wxcc_lint", "pull", "mock", "-f", "json"]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, **secrets}, capture_output=True, text=True, check=False
    )
    kinds = json.loads(done.stdout)["kinds"]
    assert done.stderr == ""
    assert done.returncode == 4
    # The mock gives one and the same page, and says of some lists that it is one of many.
    again = "the list changed while it was read: one row came twice, '93912f11-6017-404b-bf14-5331890b1797'"
    no_teams = "the list of users does not tell their teams"
    assert {name: said["reason"] for name, said in kinds.items() if said["status"] != "complete"} == {
        "webex/auxiliary-code": again,
        "webex/agent-profile": again,
        "webex/users-by-team": no_teams,
        "webex/agent-profiles-by-team": no_teams,
    }
    assert kinds["webex/desktop-layout"] == {"status": "complete", "count": 1, "reason": ""}
