"""One check from paths to verdict: the sequence of steps behind `wxcc-lint check`, without a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wxcc_lint.config import Config, Environment, environments_for
from wxcc_lint.discover import Candidate, Discovery, display_name, read, read_failure
from wxcc_lint.documents.load import empty, load
from wxcc_lint.documents.model import Document
from wxcc_lint.engine import Engine
from wxcc_lint.rules import RuleSet
from wxcc_lint.verdict import ExitCode, Judgement, Policy, judge, plan


@dataclass
class Result:
    """A finished check: the verdict, sentences for stderr, and the code to exit with."""

    judgement: Judgement
    complaints: list[str] = field(default_factory=list)
    """Why the exit code is worse than the findings say."""
    notes: list[str] = field(default_factory=list)
    exit_code: ExitCode = ExitCode.OK


def check(
    found: Discovery,
    policy: Policy,
    rules: RuleSet,
    cwd: Path,
    *,
    environment: str | None = None,
    progress: Callable[[list[Candidate]], Iterable[Candidate]] = iter,
) -> Result:
    """Check what a search found. Raises ConfigError and SelectionError."""
    the_plan = plan(rules, policy)
    engine = Engine(the_plan.rules)
    documents: list[Document] = []
    strangers: list[str] = []
    complaints = list(found.failures)
    notes = list(found.unreadable)
    for candidate in progress(found.candidates):
        environments = _environments(policy.config, candidate, cwd, environment)
        if environment is not None and not environments:
            strangers.append(candidate.name)
            continue
        try:
            document = _document(candidate)
        except OSError as error:
            (complaints if candidate.named else notes).append(read_failure(candidate, error))
            continue
        if document is None:
            strangers.append(candidate.name)
            continue
        documents.append(document)
        engine.examine(document, environments)
    if found.searched and not documents and not complaints:
        of_environment = f" of the environment '{environment}'" if environment else ""
        complaints.append(
            f"{', '.join(found.searched)}: holds no call center definition and no desktop layout{of_environment}"
        )
    judgement = judge(engine.outcome.detected, documents, the_plan, policy, rules, skipped=len(strangers), cwd=cwd)
    notes += _strangers(strangers, found, environment)
    notes += _unmet(engine.outcome.unmet)
    codes = [judgement.exit_code] + ([ExitCode.NOTHING_READ] if complaints else [])
    return Result(judgement, complaints, notes, ExitCode.worst(codes))


def _document(candidate: Candidate) -> Document | None:
    """Read and parse a file, or return None when it is none of ours. Raises OSError."""
    data = read(candidate)
    if data is None:
        return None
    return load(candidate.name, data) if data.strip() else empty(candidate.name)


def _environments(config: Config, candidate: Candidate, cwd: Path, wanted: str | None) -> tuple[Environment, ...]:
    mine = environments_for(config, display_name(cwd / candidate.path, config.root))
    return tuple(one for one in mine if wanted is None or one.name == wanted)


def _strangers(names: list[str], found: Discovery, environment: str | None) -> Iterator[str]:
    named = {candidate.name for candidate in found.candidates if candidate.named}
    mine = [name for name in names if name in named]
    if mine:
        shown = ", ".join(mine[:3]) + (f" and {len(mine) - 3} more" if len(mine) > 3 else "")  # noqa: PLR2004 — a glance
        of_environment = f" of the environment '{environment}'" if environment else ""
        yield f"skipped {shown}: neither a call center definition nor a desktop layout{of_environment}"


def _unmet(unmet: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for rule, needs in sorted(unmet.items()):
        keys = " and ".join(f"'{need}'" for need in needs)
        yield f"{rule} did not run: it needs {keys} of an environment that lists the file (environments: in .wxcc-lint.yaml)"
