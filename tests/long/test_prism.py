"""A mock that others' software makes of the official description can be pulled from: nothing in it is not understood."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
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


Run = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture
def run(mock: str, tmp_path: Path) -> Run:
    """Run a command on the mock, with its report as JSON."""
    (tmp_path / ".wxcc-lint.yaml").write_text(CONFIG.format(org=ORG, url=mock), encoding="utf-8")
    environ = {**os.environ, "WXCC_ACCESS_TOKEN": f"mock_token_{ORG}", "WXCC_LINT_MASK_KEY": "0" * 64}

    def run(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "wxcc_lint", command, "mock", "-f", "json"],
            cwd=tmp_path,
            env=environ,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


# The mock gives one and the same page, and says of some lists that it is one of many.
AGAIN = "the list changed while it was read: one row came twice, '93912f11-6017-404b-bf14-5331890b1797'"
NO_TEAMS = "the list of users does not tell their teams"
UNREAD = {
    "webex/auxiliary-code": AGAIN,
    "webex/agent-profile": AGAIN,
    "webex/users-by-team": NO_TEAMS,
    "webex/agent-profiles-by-team": NO_TEAMS,
}


def test_a_mock_made_by_others_is_pulled_without_an_error_of_protocol(run: Run) -> None:
    done = run("pull")
    kinds = json.loads(done.stdout)["kinds"]
    assert done.stderr == ""
    assert done.returncode == 4
    assert {name: said["reason"] for name, said in kinds.items() if said["status"] != "complete"} == UNREAD
    assert kinds["webex/desktop-layout"] == {"status": "complete", "count": 1, "reason": ""}


def test_an_audit_of_it_finds_what_is_wrong_with_the_examples_of_the_description(run: Run) -> None:
    """Its objects name others by ids that no list has, and its layout is an old one."""
    done = run("audit")
    report = json.loads(done.stdout)
    assert done.stderr.splitlines() == [
        (
            "error: drift was not looked at: left side: there is no call center definition, no desktop layout and no Salesforce"
            " component of the environment 'mock'"
        )
    ]
    assert done.returncode == 4
    layout = "layout:New Desktop Layout@mock"
    assert [(one["rule"], one["severity"], one["subject"], one["at"]) for one in report["findings"]] == [
        ("layout/former-default-title", "info", layout, "/jsonFileContent/appTitle"),
        ("layout/global-layout-with-teams", "info", layout, "/global"),
        ("layout/older-than-default", "info", layout, "/jsonFileContent/area"),
        ("layout/single-role-form", "info", layout, "/jsonFileContent/area"),
        ("org/dangling-reference", "warning", "agent-profile:Agent-Profile(Auto WrapUp)@mock", "/addressBookId"),
        ("org/dangling-reference", "warning", "auxiliary-code:Sales-Query@mock", "/workTypeId"),
        ("org/dangling-reference", "warning", "entry-point:Telephony-Ep@mock", "/musicOnHoldId"),
        ("org/dangling-reference", "warning", layout, "/teamIds[#0]"),
        ("org/dangling-reference", "warning", "site:California@mock", "/multimediaProfileId"),
        ("org/dangling-reference", "warning", "team:inline-pcs-team@mock", "/desktopLayoutId"),
    ]
    assert {one["document"]: one["reason"] for one in report["uncovered"][: len(UNREAD)]} == UNREAD
    assert (report["summary"]["unread"], report["changes"]) == (4, [])
