"""Whole outputs as files, and a report with a bit of everything."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from wxcc_lint.report import Finding, FindingFix, Location, Related, Report, Summary, TextEdit

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a whole output with a file under golden/; UPDATE_GOLDEN=1 writes the file instead."""

    def compare(name: str, output: str) -> None:
        file = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            file.write_bytes(output.encode())
        assert output == file.read_bytes().decode()

    return compare


@pytest.fixture
def mixed_report() -> Report:
    """One error with everything a finding can carry, one warning and one info with as little as possible."""
    error = Finding(
        rule="callcenter/open-on-connect-without-create",
        severity="error",
        message="the activity is opened before it exists",
        location=Location("crm/callcenter.xml", 28, 121, 28, 125),
        at="/reqActivityRecordConfig/activityRecordOpenedInEditmodeConnectedState",
        help="set 'isActivityRecordCreationAtConnected' to 'true'",
        why="the agent gets an error page with every call",
        environment="prod",
        subject="callcenter:Support@prod",
        docs="https://example.org/rules/open-on-connect-without-create",
        fingerprint="0123456789abcdef0123456789abcdef",
        fix=FindingFix(
            safe=True,
            description="create the activity when the call connects",
            edits=(TextEdit("crm/callcenter.xml", 1870, 1875, "true"),),
        ),
        related=(Related(Location("crm/callcenter.xml", 27, 100, 27, 105), "is 'false'"),),
    )
    warning = Finding(
        rule="layout/unknown-component",
        severity="warning",
        message="'agentx-wc-ifram' is no component; did you mean 'agentx-wc-iframe'?",
        location=Location("layouts/プロド.json", 3, 15, 3, 32),
        fingerprint="f" * 32,
    )
    info = Finding(
        rule="meta/unused-ignore",
        severity="info",
        message="nothing is ignored by this entry",
        location=Location("layouts/プロド.json", 9, 1, 10, 4),
        fingerprint="e" * 32,
    )
    summary = Summary(files=3, skipped=12, errors=1, warnings=1, infos=1, ignored=1, fixable=1)
    return Report((error, warning, info), summary)
