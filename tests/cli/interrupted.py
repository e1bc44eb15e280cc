"""What can be interrupted while it writes: a row for each command and each place in the program that writes."""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.cli.drift_org import KEY, deployed
from tests.interrupting import ROOT, SIGNALS, Ended, Runs, Since
from wxcc_lint.catalog.callcenter import render_import, vocabulary

Contents = Mapping[str, bytes]
OLD = b"old\n"
LEFT_BY_KILLS = re.compile(r"(.*/)?\.wxcc-lint-\d+-\d+\.draft|temporary/.*")
"""What nobody can take away when the program is killed: it hides, and what is temporary is the system's to clean."""


@dataclass(frozen=True)
class Row:
    """A command that writes, the modules that do it, and the files that stand in its way and are replaced."""

    words: tuple[str, ...]
    writers: tuple[str, ...]
    folder: str = "small"
    replaces: tuple[str, ...] = ()
    is_repeatable: bool = True
    """Whether a second run leaves what the first one left."""

    @property
    def command(self) -> str:
        """The words that name the command."""
        return " ".join(self.words[: 2 if self.words[0] in {"baseline", "report"} else 1])


def _reporting(*words: str, folder: str = "small") -> Row:
    return Row((*words, "-f", "json=report.json"), ("cli.output",), folder, ("report.json",))


ROWS = (
    Row(("check", "crm", "--fix"), ("cli.mending",)),
    Row(("check", "crm", "-f", "github"), ("cli.job_summary",), replaces=("summary.md",), is_repeatable=False),
    _reporting("check", "crm"),
    _reporting("diff", "before.xml", "after.xml"),
    _reporting("drift", "prod", "--snapshot", "org", folder="declared"),
    _reporting("audit", "prod", "--snapshot", "org", folder="declared"),
    _reporting("report", "merge", "run.json"),
    Row(("init", "--force"), ("cli.init",), replaces=(".wxcc-lint.yaml",)),
    Row(("manifest", "crm", "-o", "package.xml", "--force"), ("cli.manifest",), replaces=("package.xml",)),
    Row(("baseline", "write", "--force"), ("cli.baseline",)),
    Row(("baseline", "update"), ("cli.baseline",)),
    Row(("baseline", "prune"), ("cli.baseline",)),
    Row(("test-rules", "lint-rules"), ("examples", "example_org")),
)
"""Files alone: `pull` is in tests/live/test_interrupted.py, with an org to read."""


def bench(root: Path, runs: Runs) -> Callable[[Row, Since], Trial]:
    """Return what makes trials below a folder."""
    _prepare(root / "prepared", runs)
    return lambda row, since: Trial(row, runs, root / "prepared", root / "tried", since)


def _prepare(root: Path, runs: Runs) -> None:
    small = root / "small"
    for folder in (small / "crm", small / ".git", small / "lint-rules"):
        folder.mkdir(parents=True)
    for name in ("crm/a", "crm/b", "crm/gone", "before", "after"):
        text = render_import(vocabulary().releases[-1]).replace(">Cisco", f">{name} Cisco")
        faulty = re.sub(r'(name="isCallNotesEnabled"[^>]*>)\w+', r"\1True", text)
        (small / f"{name}.xml").write_text(text if name == "after" else faulty, "utf-8")
    for name in ("callcenter/duplicate-item", "org/inactive-layout"):
        rule = (ROOT / "rules" / f"{name}.py").read_text("utf-8")
        (small / "lint-rules" / f"{Path(name).name}.py").write_text(
            rule.replace(name, f"acme/{Path(name).name}"), "utf-8"
        )
    for words in (("baseline", "write"), ("check", "crm", "-f", "json=run.json")):
        assert runs(words, small, environment(small)).code in {0, 1}
    (small / "crm" / "gone.xml").rename(small / "crm" / "come.xml")
    deployed(root / "declared")
    (root / "declared" / ".git").mkdir()


def environment(folder: Path) -> dict[str, str]:
    """Return the variables that a run in a folder has."""
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    told = {"TMPDIR": str(temporary), "GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "WXCC_LINT_MASK_KEY": KEY}
    return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **told}


def contents(folder: Path) -> Contents:
    """Return all files below a folder by path."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


class Trial:
    """One row, in folders of its own: what it leaves when nobody interrupts it, and what when somebody does."""

    def __init__(self, row: Row, runs: Runs, prepared: Path, root: Path, since: Since) -> None:
        self._row, self._runs, self._prepared, self._root, self._since = row, runs, prepared, root, since
        self.old = contents(self._fresh())
        self.whole = self._run()
        self.new = contents(root)
        assert self.whole.moments, "it writes"

    def interrupt(self, number: signal.Signals, chance: Random) -> None:
        """Interrupt it at a moment by chance, and fail if that is to be seen in any file, or in a later run."""
        assert self.whole.moments is not None
        moment = chance.randint(1, self.whole.moments)
        done = self._run(number, moment)
        about = f"moment {moment} of {self.whole.moments}: {done}"
        is_too_late = done.moments is not None and done.moments < moment  # no two runs are quite the same
        assert done.code in ({self.whole.code} if is_too_late else SIGNALS[number]), about
        assert set(done.err.splitlines()) <= set(self.whole.err.splitlines()), about
        left = contents(self._root)
        if number == signal.SIGKILL:
            left = _lasting(left)
        assert left.keys() <= self.old.keys() | self.new.keys(), about
        for name in self.old.keys() | self.new.keys():
            assert left.get(name) in {self.old.get(name), self.new.get(name)}, f"{name}, {about}"
        if self._row.is_repeatable:
            assert self._run_again().code == self.whole.code, about
            assert _lasting(contents(self._root)) == self.new, about

    def _run(self, number: int = 0, moment: int | None = None) -> Ended:
        return self._runs(self._row.words, self._fresh(), environment(self._root), number, moment, self._since)

    def _run_again(self) -> Ended:
        return self._runs(self._row.words, self._root, environment(self._root))

    def _fresh(self) -> Path:
        shutil.rmtree(self._root, ignore_errors=True)
        shutil.copytree(self._prepared / self._row.folder, self._root)
        for name in self._row.replaces:
            (self._root / name).write_bytes(OLD)
        return self._root


def _lasting(left: Contents) -> Contents:
    return {name: data for name, data in left.items() if not LEFT_BY_KILLS.fullmatch(name)}
