"""One check from paths to verdict: the sequence of steps behind `wxcc-lint check`, without a terminal."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from wxcc_lint.baseline import Baseline, BaselineError, read_baseline
from wxcc_lint.config import Config, Environment
from wxcc_lint.detected import Detected
from wxcc_lint.discover import Candidate, Discovery, display_name, reason
from wxcc_lint.documents.model import Document
from wxcc_lint.engine import Engine
from wxcc_lint.examination import Examined, Progress, examine, examine_all
from wxcc_lint.files import read_file
from wxcc_lint.intake import Intake
from wxcc_lint.report import Gap
from wxcc_lint.rules import RuleSet
from wxcc_lint.verdict import ExitCode, Judgement, Plan, Policy, judge, plan

NOTHING_OF_OURS = "no call center definition, no desktop layout and no Salesforce component of the integration"
"""What a folder holds in which nothing is to be checked."""


class Result(Struct):
    """A finished check: the verdict, sentences for stderr, and the code to exit with."""

    judgement: Judgement
    complaints: list[str] = field(default_factory=list)
    """Why the exit code is worse than the findings say."""
    notes: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    """The files that are none of ours."""
    checked: list[Candidate] = field(default_factory=list)
    """The files that were asked for and are ours."""
    exit_code: ExitCode = ExitCode.OK


class _Seen(Struct):
    """What became of the files that were asked for, and of their partners."""

    documents: list[Document] = field(default_factory=list)
    checked: list[Candidate] = field(default_factory=list)
    partners: list[Document] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    environments: dict[str, Environment] = field(default_factory=dict)
    homeless: set[str] = field(default_factory=set)
    """The names of files that belong to no environment."""
    config: bool = False
    """Whether what is found in the config itself was asked for."""


def check(
    found: Discovery,
    policy: Policy,
    rules: RuleSet,
    cwd: Path,
    *,
    environment: str | None = None,
    progress: Progress = iter,
    jobs: int | None = 1,
) -> Result:
    """Check what a search found, in up to `jobs` processes. Raises ConfigError, BaselineError and SelectionError."""
    the_plan = plan(rules, policy)
    engine = Engine(the_plan.rules)
    intake = Intake(policy.config, cwd, environment)
    asked_for = intake.asked_for(found)
    partners = intake.partners(asked_for, found)
    results = examine_all(engine, intake, [*asked_for, *partners], progress, jobs)
    seen = _seen(intake, asked_for, partners, results)
    seen.config = intake.shows_config(asked_for, found)
    _examine_inline_lists(engine, intake.environments if seen.config else seen.environments.values())
    engine.conclude(intake.noticed)
    baseline = the_baseline(policy, rules, cwd)
    is_everything = bool(seen.documents) and not (seen.partners or seen.environments)
    judgement = judge(
        engine.outcome.detected,
        [*seen.documents, *seen.partners],
        the_plan,
        policy,
        rules,
        skipped=len(seen.strangers),
        cwd=cwd,
        shown_in=None if is_everything else _asked_for(seen, intake, baseline),
        before=_before(the_plan, intake, [*asked_for, *partners], found.gone),
        baseline=baseline,
    )
    gaps = _gaps(found, seen, environment)
    homes = sorted(intake.names_of(seen.checked))
    judgement = replace(judgement, report=replace(judgement.report, gaps=gaps, environments=tuple(homes)))
    complaints = [one.sentence for one in gaps if one.exit_code]
    notes = [one.sentence for one in gaps if not one.exit_code]
    notes += _strangers(seen.strangers, intake.without_part, found, environment)
    notes += _alone(seen, policy.config)
    notes += _elsewhere(judgement.elsewhere, display_name(policy.config.root, cwd))
    notes += _unmet(engine.outcome.unmet)
    code = ExitCode.worst([judgement.exit_code, *(one.exit_code for one in gaps)])
    return Result(judgement, complaints, notes, seen.strangers, seen.checked, code)


def _seen(intake: Intake, asked_for: list[Candidate], partners: list[Candidate], results: Iterable[Examined]) -> _Seen:
    seen = _Seen()
    first_partner = len(asked_for)
    for number, (candidate, one) in enumerate(zip([*asked_for, *partners], results, strict=True)):
        is_partner = number >= first_partner
        if intake.is_config(candidate):
            continue  # it was read before anything else
        if one.failure:
            code = ExitCode.NOTHING_READ if candidate.named else ExitCode.OK
            seen.gaps.append(replace(one.failure, exit_code=code))
            continue
        if one.document is None:
            if not is_partner:
                seen.strangers.append(candidate.name)
            continue
        (seen.partners if is_partner else seen.documents).append(one.document)
        if not is_partner:
            seen.checked.append(candidate)
        seen.environments.update({env.name: env for env in one.environments})
        if not one.environments:
            seen.homeless.add(one.document.name)
    return seen


def _before(
    the_plan: Plan, intake: Intake, candidates: Sequence[Candidate], gone: Sequence[Candidate]
) -> list[Detected] | None:
    """Return what rules that look across files find when what is gone is put back; None where no environment lacks it."""
    if not intake.names_of(gone):
        return None
    engine = Engine(it for it in the_plan.rules if it.on == "project")
    for candidate in [*candidates, *gone]:
        examine(engine, intake, candidate)
    _examine_inline_lists(engine, intake.environments)
    engine.conclude(intake.noticed)
    return engine.outcome.detected


def _examine_inline_lists(engine: Engine, environments: Iterable[Environment]) -> None:
    for one in environments:
        if isinstance(one.allowlist, tuple):
            at = one.at("allowlist")
            engine.examine(at.document, (one,), at)


def the_baseline(policy: Policy, rules: RuleSet, cwd: Path) -> Baseline | None:
    """Return the baseline that the config names; None without one. Raises BaselineError, also where it is missing."""
    path = policy.config.baseline
    if path is None or not policy.use_baseline:
        return None
    name = display_name(path, cwd)
    try:
        return read_baseline(name, read_file(path), rules.present_name)
    except OSError as error:
        raise BaselineError(f"{name}: cannot read the baseline: {reason(error)} (wxcc-lint baseline write)") from error


def _asked_for(seen: _Seen, intake: Intake, baseline: Baseline | None) -> set[str]:
    """Return the names of the files whose findings are shown."""
    names = {document.name for document in seen.documents}
    if seen.config and baseline is not None:
        names.add(baseline.document.name)
    if seen.config:
        places = [one.place for one in intake.config.environments.values()]
        places += [one.place for one in intake.config.ignores]
        names |= {place.document.name for place in places}
    return names


def _gaps(found: Discovery, seen: _Seen, environment: str | None) -> tuple[Gap, ...]:
    """Return what was not looked at. What was named should have been there, and folders something of ours in them."""
    failures = [replace(one, exit_code=ExitCode.NOTHING_READ) for one in found.failures]
    gaps = [*failures, *found.unreadable, *seen.gaps]
    if found.searched and not seen.documents and not any(one.exit_code for one in gaps):
        of_environment = f" of the environment '{environment}'" if environment else ""
        why = f"holds {NOTHING_OF_OURS}{of_environment}"
        gaps.append(Gap(", ".join(found.searched), why, ExitCode.NOTHING_READ))
    return tuple(gaps)


def _strangers(
    names: list[str], without_part: Container[str], found: Discovery, environment: str | None
) -> Iterator[str]:
    """Tell of the named files that were skipped: components without a part in the integration, and all others."""
    named = {candidate.name for candidate in found.candidates if candidate.named}
    mine = [name for name in names if name in named]
    of_environment = f" of the environment '{environment}'" if environment else ""
    ours = "neither a call center definition, a desktop layout nor a Salesforce component of the integration"
    yield from _skipped([name for name in mine if name not in without_part], f"{ours}{of_environment}")
    yield from _skipped([name for name in mine if name in without_part], "has no part in the integration")


def _skipped(names: list[str], why: str) -> Iterator[str]:
    if names:
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""  # noqa: PLR2004 — a glance
        yield f"skipped {', '.join(names[:3])}{more}: {why}"


def _alone(seen: _Seen, config: Config) -> Iterator[str]:
    """Tell that call centers and components were not compared, where no environment says that they belong together."""
    loose = {document.kind for document in seen.documents if document.name in seen.homeless}
    if loose >= {"callcenter", "salesforce"}:
        how = "wxcc-lint init proposes one" if config.path is None else "name their files in one"
        yield f"call centers and Salesforce components in no environment were checked one by one: {how}"


def _elsewhere(count: int, root: str) -> Iterator[str]:
    if count:
        what = "1 more finding is" if count == 1 else f"{count} more findings are"
        how = "check without paths" if root == "." else f"check {root}"
        yield f"{what} in other files that were read along: {how} to see them"


def _unmet(unmet: Mapping[str, Sequence[str]]) -> Iterator[str]:
    by_needs: dict[tuple[str, ...], list[str]] = {}
    for rule, needs in sorted(unmet.items()):
        by_needs.setdefault(tuple(needs), []).append(rule)
    for needs, rules in by_needs.items():
        keys = " and ".join(f"'{need}'" for need in needs)
        who = f"{rules[0]} did not run: it needs" if len(rules) == 1 else f"{', '.join(rules)} did not run: they need"
        yield f"{who} {keys} of an environment that lists the file (environments: in .wxcc-lint.yaml)"
