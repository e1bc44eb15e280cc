"""The recorded org is what `pull` writes, and what the demo shows of it is what its golden files say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.live.acme import contents
from tests.live.org_state import PROJECT
from tests.live.record_org import SNAPSHOT, record

GOLDEN = Path(__file__).with_name("golden")
NAMED = ("--snapshot", "../../orgs/acme/snapshot")


def test_recording_again_gives_the_same_bytes(tmp_path: Path) -> None:
    record(tmp_path / "snapshot")
    assert contents(tmp_path / "snapshot") == contents(SNAPSHOT)


def test_the_key_that_it_was_recorded_with_is_no_secret_and_is_not_needed() -> None:
    """Whoever runs the demo has another key, or none."""
    shown = {key: run("drift", "prod", *NAMED, key=key) for key in ("", "another key of whoever runs it")}
    assert len(set(shown.values())) == 1


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("drift", ("drift", "prod", *NAMED)), ("audit", ("audit", "prod", *NAMED, "--min-severity", "warning"))],
)
def test_the_demo_shows_what_somebody_changed_by_hand(name: str, arguments: tuple[str, ...]) -> None:
    golden = GOLDEN / f"{name}-of-the-recorded-org.txt"
    shown = run(*arguments)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_text("utf-8")


def run(*arguments: str, key: str = "") -> str:
    """Return what a command prints in the folder of the project that the org was deployed from."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("WXCC_", "FORCE_COLOR"))}
    done = subprocess.run(
        [sys.executable, "-m", "wxcc_lint", *arguments],
        cwd=PROJECT,
        env={**kept, "PYTHONUTF8": "1", **({"WXCC_LINT_MASK_KEY": key} if key else {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return done.stdout
