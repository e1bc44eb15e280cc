"""Fixtures shared by all tests."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

signal.signal(signal.SIGINT, signal.default_int_handler)
"""A shell has programs in its background ignore interruptions, and all that these start: tests send some."""

ROOT = Path(__file__).resolve().parents[1]

_AMBIENT = ("CI", "GITHUB_", "GITLAB_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "WXCC_", "TERM", "GIT_")


@pytest.fixture(autouse=True)
def _scrubbed_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's environment may change what the tool prints."""
    import os

    for name in list(os.environ):
        if name.startswith(_AMBIENT):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real files, which stands beside the repository where there is one."""
    path = ROOT.parent / "shared" / "corpus"
    if not path.is_dir():
        pytest.skip("the corpus of real files is not here")
    return path


@pytest.fixture(scope="session")
def research() -> Callable[[str], str]:
    """What a page of the research says, which stands beside the repository where there is one."""

    def text(name: str) -> str:
        page = ROOT.parent / "shared" / "domain" / name
        if not page.is_file():
            pytest.skip("the research is not here")
        return page.read_text("utf-8")

    return text
