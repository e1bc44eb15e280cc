"""A working directory to open sources in, and what to put there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest

from wxcc_lint.config import Config, default_config
from wxcc_lint.diff.objects import Contents
from wxcc_lint.sources.open import open_source

COMPONENT = (
    '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">'
    "<sections><items><name>i</name><value>v</value></items><name>s</name></sections></CallCenter>"
)


@dataclass(frozen=True)
class Bench:
    """A working directory."""

    folder: Path
    component: str = COMPONENT

    def callcenter(self, name: str = "Mine") -> str:
        item = f'<item sortOrder="0" name="reqInternalName" label="Name">{name}</item>'
        return f'<callCenter><section sortOrder="0" name="reqGeneralInfo" label="General">{item}</section></callCenter>'

    def layout(self, title: str = "Desk") -> str:
        return json.dumps({"agent": {"appTitle": title, "area": {"panel": {}, "navigation": []}}})

    def api_object(self, name: str, content: Any = None) -> str:
        return json.dumps({"name": name, "jsonFileContent": self.layout() if content is None else content})

    def row(self, name: str = "Mine") -> str:
        return json.dumps({"Name": "Shown", "InternalName": name, "AdapterUrl": "https://x.example"})

    def write(self, files: dict[str, str | bytes]) -> None:
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def open(
        self, operand: str, side: Literal["left", "right"] = "left", *, config: Config | None = None, **more: Any
    ) -> Contents:
        return open_source(operand, self.folder, config or default_config(self.folder), side, **more)

    def objects(self, operand: str, **more: Any) -> list[tuple[str, str, bool]]:
        """Title, path and whether the name is a guess of everything in a source that could be opened."""
        contents = self.open(operand, **more)
        assert contents.failures == ()
        return [(one.title, one.path, one.is_guess) for one in contents.objects]

    def unread(self, operand: str, **more: Any) -> list[tuple[str, str]]:
        contents = self.open(operand, **more)
        assert contents.failures == ()
        return [(one.document, one.reason) for one in contents.uncovered]

    def failure(self, operand: str, **more: Any) -> str:
        contents = self.open(operand, **more)
        assert (contents.objects, contents.uncovered) == ((), ())
        (sentence,) = contents.failures
        return sentence


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A working directory that no git work tree holds, even where the tests' own folder lies in one."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = tmp_path / "work"
    folder.mkdir()
    return Bench(folder)
