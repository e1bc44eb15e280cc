"""The real program in a process of its own, and small definitions and rules to give it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest
from jsonschema import Draft202012Validator

from tests.interrupting import Runs, started
from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.config import default_config
from wxcc_lint.discover import Discovery
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.run import Result, check
from wxcc_lint.verdict import Policy

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "wxcc_lint")
TIMEOUT = 60
"""Seconds after which a run counts as hanging; nothing here takes more than a few."""

_YAML_RULE = """\
rule: acme/renamed-notes-field
on: callcenter
severity: {severity}
profile: {profile}
needs: {needs}
given: /reqActivityRecordConfig/sfdcFieldForcallNotes
expect: {{".": {{equals: Description}}}}
message: "notes go to '{{value}}'"
docs: |
  Notes go to a field of our own.

  Reports at Acme read the field Description.

  ```xml bad at="Acme_Notes__c"
  <item name="isCallNotesEnabled">true</item>
  <item name="sfdcFieldForcallNotes">{example}</item>
  ```

  ```xml good
  <item name="isCallNotesEnabled">true</item>
  <item name="sfdcFieldForcallNotes">Description</item>
  ```
"""

_PYTHON_RULE = '''\
"""The display name holds a word that agents should not see.

They take the desktop for a trial.

```xml bad at="Beta Desk"
<item name="reqDisplayName">Beta Desk</item>
```

```xml good
<item name="reqDisplayName">Acme Desk</item>
```
"""

from pathlib import Path

from wxcc_lint.api import CallCenter, Problem, rule

Path(__file__).with_name("was-run").touch()


@rule("acme/unwanted-name", on=CallCenter, severity="warning")
def check(view, word="Beta"):
    item = view.item("reqDisplayName")
    if item is not None and word in item.value:
        yield Problem(f"'{item.value}' holds the word {word}", item.at)
'''


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished process left behind."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """The JSON report on stdout, which must be as its schema says."""
        report: dict[str, Any] = json.loads(self.out)
        _report_schema().validate(report)
        return report

    @property
    def rules(self) -> list[str]:
        """The rules of all findings of the JSON report, in its order."""
        return [finding["rule"] for finding in self.report["findings"]]

    @property
    def errors(self) -> list[str]:
        """The sentences that say why the program gave up on something."""
        return self._told("error: ")

    @property
    def notes(self) -> list[str]:
        """The hints."""
        return self._told("note: ")

    def _told(self, prefix: str) -> list[str]:
        return [line.removeprefix(prefix) for line in self.err.splitlines() if line.startswith(prefix)]


class Lint(Protocol):
    """Runs wxcc-lint with some arguments and waits for its end."""

    def __call__(
        self,
        *arguments: str | Path,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Run:
        """Return what came of it; no run may end in a traceback."""


@cache
def _report_schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty folder that counts as the top of a checkout, so that no config above it is found."""
    (tmp_path / "project" / ".git").mkdir(parents=True)
    return tmp_path / "project"


@pytest.fixture
def scrubbed() -> dict[str, str]:
    """The only variables of the machine that a run may see."""
    return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}


@pytest.fixture
def program() -> tuple[str, ...]:
    """The words that start wxcc-lint."""
    return PROGRAM


@pytest.fixture
def lint(project: Path, scrubbed: dict[str, str]) -> Lint:
    """Run wxcc-lint, in the empty project unless told otherwise."""

    def run(
        *arguments: str | Path,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Run:
        return _finished([*PROGRAM, *arguments], stdin, {**scrubbed, **(env or {})}, cwd or project)

    return run


@pytest.fixture(scope="session")
def runs() -> Iterator[Runs]:
    """Run wxcc-lint in forks of one process that has everything loaded."""
    with started() as it:
        yield it


@pytest.fixture
def shell(project: Path, scrubbed: dict[str, str]) -> Callable[..., Run]:
    """Run a line of shell in the project, in which "$@" is wxcc-lint with some arguments."""

    def run(script: str, *arguments: str, env: Mapping[str, str] | None = None) -> Run:
        command = ["bash", "-o", "pipefail", "-c", script, "bash", *PROGRAM, *arguments]
        return _finished(command, b"", {**scrubbed, **(env or {})}, project)

    return run


def _finished(command: list[str | Path], stdin: bytes, env: Mapping[str, str], cwd: Path) -> Run:
    done = subprocess.run(command, input=stdin, capture_output=True, env=env, cwd=cwd, timeout=TIMEOUT, check=False)
    result = Run(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in result.err
    return result


@pytest.fixture(scope="session")
def definition() -> Callable[..., str]:
    """Return the newest Version 1 definition as published, with some of its items set to other texts."""

    def build(**values: str) -> str:
        text = render_import(vocabulary().releases[-1])
        for name, value in values.items():
            text, count = re.subn(rf'(name="{name}"[^>]*>)[^<]*', rf"\g<1>{value}", text)
            assert count == 1, name
        return text

    return build


@pytest.fixture
def good(project: Path, definition: Callable[..., str]) -> Path:
    """A definition without findings."""
    file = project / "good.xml"
    file.write_text(definition(), encoding="utf-8")
    return file


@pytest.fixture
def bad(project: Path, definition: Callable[..., str]) -> Path:
    """A definition with one error: callcenter/invalid-boolean."""
    file = project / "bad.xml"
    file.write_text(definition(isCallNotesEnabled="True"), encoding="utf-8")
    return file


@pytest.fixture
def config(project: Path) -> Callable[[str], Path]:
    """Write the project's config."""

    def write(text: str) -> Path:
        file = project / ".wxcc-lint.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


@pytest.fixture
def yaml_rule(project: Path) -> Callable[..., Path]:
    """Write the YAML rule acme/renamed-notes-field into the folder lint-rules of the project; return the folder."""

    def write(
        severity: str = "warning", profile: str = "default", needs: str = "[]", example: str = "Acme_Notes__c"
    ) -> Path:
        folder = project / "lint-rules"
        folder.mkdir(exist_ok=True)
        text = _YAML_RULE.format(severity=severity, profile=profile, needs=needs, example=example)
        (folder / "renamed-notes-field.yaml").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def python_rule(project: Path) -> Path:
    """Return the folder lint-rules of the project with the Python rule acme/unwanted-name in it.

    Whoever executes the rule leaves a file `was-run` beside it.
    """
    folder = project / "lint-rules"
    folder.mkdir(exist_ok=True)
    (folder / "unwanted-name.py").write_text(_PYTHON_RULE, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def check_found() -> Callable[[Discovery, Path], Result]:
    """Check what a search has found, within this process, as if there were no config."""

    def run(found: Discovery, root: Path) -> Result:
        return check(found, Policy(default_config(root), date(2026, 1, 1)), builtin_rules(), root)

    return run
