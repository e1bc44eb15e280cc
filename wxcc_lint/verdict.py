"""Policy, all of it: which rules run, how grave each is, what is ignored, what is shown, and the exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.baseline import STALE, Baseline, Entry
from wxcc_lint.config import Config, FailOn, RuleSetting
from wxcc_lint.detected import INTERNAL_ERROR, Detected, Mark
from wxcc_lint.documents.model import Document
from wxcc_lint.findings import ConfigPaths, finding_of, fingerprinted, home_of, order_of
from wxcc_lint.ignores import Ignores
from wxcc_lint.report import ORG_UNREAD, SEVERITIES, Finding, Location, Report, RuleDocs, Severity, Summary
from wxcc_lint.rule_settings import check_rule_settings
from wxcc_lint.rules import PROFILES, Profile, Rule, RuleSet, with_options

_Fate = Literal["told", "ignored", "baselined"]


class ExitCode(IntEnum):
    """What the process tells its caller; of several, the one that ranks highest wins."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    NOTHING_READ = 3
    UNCOVERED = ORG_UNREAD

    @classmethod
    def worst(cls, codes: Iterable[int]) -> ExitCode:
        """Return the highest-ranking code: 2 > 4 > 3 > 1 > 0."""
        ranking = (cls.USAGE, cls.UNCOVERED, cls.NOTHING_READ, cls.FINDINGS, cls.OK)
        return min(map(cls, codes), key=ranking.index, default=cls.OK)

    def forgiven(self, exit_zero: bool) -> ExitCode:
        """Return the code of a run that findings do not fail if `exit_zero` is wanted; all else fails it as ever."""
        return ExitCode.OK if exit_zero and self is ExitCode.FINDINGS else self


class SelectionError(Exception):
    """A `--select` or `--ignore` names no rule."""


class Policy(Struct, frozen=True):
    """What the command line and the config ask for, the command line first."""

    config: Config
    today: date
    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    min_severity: Severity = "info"
    use_ignores: bool = True
    use_baseline: bool = True

    @property
    def effective_profile(self) -> Profile:
        """The profile in force."""
        return self.profile or self.config.profile

    @property
    def effective_fail_on(self) -> FailOn:
        """The level in force from which a finding fails the run."""
        return self.fail_on or self.config.fail_on


class Plan(Struct, frozen=True):
    """The rules that run, with their options set and their severities decided."""

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity]


def plan(rules: RuleSet, policy: Policy, *, comparing: bool = False) -> Plan:
    """Decide what runs: in a comparison the rules that grade changes, else all others.

    Raises SelectionError, and ConfigError for a rule setting that fits no rule.
    """
    check_rule_settings(rules, policy.config)
    settings = {rules[name].name: setting for name, setting in policy.config.rules.items()}
    selected = _selection(rules, policy.select)
    by_name = {rules[name].name for name in policy.select if name in rules}
    ignored = _selection(rules, policy.ignore)
    ignored.discard(INTERNAL_ERROR)
    wanted = _Wanted(policy.effective_profile, settings, selected if policy.select else None, by_name)
    possible = [it for it in rules.values() if it.on == "meta" or (it.on == "drift") is comparing]
    chosen = [it for it in possible if it.name not in ignored and wanted.runs(it)]
    severities = {it.name: _severity(it, settings.get(it.name)) for it in chosen}
    return Plan(
        tuple(with_options(it, settings[it.name].options) if it.name in settings else it for it in chosen), severities
    )


def _selection(rules: RuleSet, patterns: Sequence[str]) -> set[str]:
    names: set[str] = set()
    for pattern in patterns:
        found = rules.selection(pattern)
        if not found:
            raise SelectionError(rules.unknown(pattern))
        names.update(found)
    return names


class _Wanted(Struct, frozen=True):
    """Which rules are asked for; `selected` is None without `--select`, `by_name` are those it names one by one."""

    profile: Profile
    settings: Mapping[str, RuleSetting]
    selected: set[str] | None
    by_name: set[str]

    def runs(self, it: Rule) -> bool:
        if it.name == INTERNAL_ERROR:
            return True
        setting = self.settings.get(it.name)
        if setting is not None and setting.off:
            return it.name in self.by_name
        if it.on == "meta":
            return True  # a file that cannot be read is told whatever was selected
        if self.selected is not None and it.name not in self.selected:
            return False
        asked_for = it.name in self.by_name or (setting is not None and setting.severity is not None)
        return asked_for or PROFILES.index(it.meta.profile) <= PROFILES.index(self.profile)


def _severity(it: Rule, setting: RuleSetting | None) -> Severity:
    if it.name == INTERNAL_ERROR or setting is None or setting.severity is None:
        return it.meta.severity  # a failure of ours cannot be talked down
    return setting.severity


class Judgement(Struct, frozen=True):
    """The report to show and the exit code that goes with it."""

    report: Report
    exit_code: ExitCode
    elsewhere: int = 0
    """How many findings stand in files that were not asked for, and in no other."""


def judge(
    detected: Sequence[Detected],
    documents: Sequence[Document],
    the_plan: Plan,
    policy: Policy,
    rules: RuleSet,
    *,
    skipped: int = 0,
    cwd: Path,
    shown_in: Collection[str] | None = None,
    before: Collection[Detected] | None = None,
    baseline: Baseline | None = None,
) -> Judgement:
    """Turn what was detected in the checked documents into what is shown.

    `shown_in` are the names of the documents that were asked for; a finding is shown if any of its places is in one.
    `before` is what rules that look across files would find if no file were gone: what they find now and is not among
    that, a missing file brought, and it is shown as well.
    """
    paths = ConfigPaths(policy.config.root, cwd)
    ignores = _ignores(documents, policy, rules, paths) if policy.use_ignores else None
    told = _with_fates(detected, ignores, the_plan, paths)
    if baseline is not None:
        told = list(_baselined(told, baseline, paths))
        told += [(one, "told") for one in _stale(baseline, documents, the_plan, paths)]
    told = [(replace(one, why=one.why or rules[one.rule].why), fate) for one, fate in told]
    findings = [(finding_of(one, the_plan.severities[one.rule]), fate) for one, fate in told]
    findings.sort(key=lambda pair: order_of(pair[0]))
    # What is hidden counts as an occurrence: ignoring one of two equal findings must not rename the other.
    findings_with_identity = fingerprinted((one for one, _ in findings), paths)
    pairs = [(one, fate) for one, (_, fate) in zip(findings_with_identity, findings, strict=True)]
    across = {it.name for it in the_plan.rules if it.on == "project" and before is not None}
    known = {_saying(finding_of(one, the_plan.severities[one.rule])) for one in before or ()}

    def was_asked_for(one: Finding) -> bool:
        return _touches(one, shown_in) or (one.rule in across and _saying(one) not in known)

    hidden = Counter(fate for one, fate in pairs if was_asked_for(one))
    mildest = SEVERITIES.index(policy.min_severity)
    kept = [one for one, fate in pairs if fate == "told" and SEVERITIES.index(one.severity) <= mildest]
    shown = tuple(filter(was_asked_for, kept))
    texts = {mark.document.name: mark.document.text for one, _ in told for mark in (one.mark, *one.related)}
    checked = tuple(document.name for document in documents if shown_in is None or document.name in shown_in)
    summary = summary_of(shown, len(checked), skipped, hidden)
    report = Report(shown, summary, texts, docs_of(shown, rules), checked)
    return Judgement(report, exit_code_of(shown, policy.effective_fail_on), len(kept) - len(shown))


def docs_of(findings: Iterable[Finding], rules: RuleSet) -> dict[str, RuleDocs]:
    """Return what the rules of findings say of themselves, of those that are known."""
    known = {one.rule: rules[one.rule] for one in findings if one.rule in rules}
    return {name: RuleDocs(it.title, it.why, it.meta.severity, it.docs) for name, it in known.items()}


def _with_fates(
    detected: Iterable[Detected], ignores: Ignores | None, the_plan: Plan, paths: ConfigPaths
) -> list[tuple[Detected, _Fate]]:
    """Return what was detected by rules that run, with what is wrong with ignores, and whether an ignore hides it."""
    if ignores is None:
        return [(one, "told") for one in detected]
    told: list[tuple[Detected, _Fate]] = [
        (one, "ignored" if ignores.covers(one, home_of(one, paths)) else "told") for one in detected
    ]
    faults = ignores.faults(it.name for it in the_plan.rules)
    return [*told, *((one, "told") for one in faults if one.rule in the_plan.severities)]


def _baselined(
    told: Iterable[tuple[Detected, _Fate]], baseline: Baseline, paths: ConfigPaths
) -> Iterator[tuple[Detected, _Fate]]:
    for one, fate in told:
        is_known = fate == "told" and baseline.hides(Entry(one.rule, home_of(one, paths), one.at))
        yield one, "baselined" if is_known else fate


def _stale(baseline: Baseline, documents: Iterable[Document], the_plan: Plan, paths: ConfigPaths) -> Iterator[Detected]:
    """Yield what the baseline still names and nobody finds any more, of rules that ran and files that were checked."""
    if STALE not in the_plan.severities:
        return
    checked = [paths.relative(document.name) for document in documents if not document.faults]
    for entry, count, place in baseline.stale(checked):
        if entry.rule in the_plan.severities:
            what = "a finding" if count == 1 else f"{count} findings"
            message = f"the baseline has {what} of {entry.rule} in {entry.path} that nobody finds any more"
            help_ = "wxcc-lint baseline prune takes it out"
            yield Detected(STALE, message, Mark(place.document, place.slice(0, 1).span), help=help_)


def _saying(one: Finding) -> tuple[Location, str, str, str | None]:
    """Return what is told and where: the same of a finding however many files were looked at."""
    return (one.location, one.rule, one.message, one.environment)


def _touches(one: Finding, names: Collection[str] | None) -> bool:
    return names is None or any(
        place.path in names for place in (one.location, *(each.location for each in one.related))
    )


def _ignores(documents: Sequence[Document], policy: Policy, rules: RuleSet, paths: ConfigPaths) -> Ignores:
    ignores = Ignores(rules, policy.today)
    ignores.add_config(policy.config)
    for document in documents:
        ignores.add_comments(document)
        ignores.saw_file(paths.relative(document.name))
    return ignores


def summary_of(shown: Sequence[Finding], files: int, skipped: int, hidden: Mapping[_Fate, int]) -> Summary:
    """Count what is shown, and say beside it what is hidden."""
    counts = Counter(one.severity for one in shown)
    return Summary(
        files=files,
        skipped=skipped,
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
        ignored=hidden.get("ignored", 0),
        baselined=hidden.get("baselined", 0),
        fixable=sum(one.fix is not None for one in shown),
    )


def exit_code_of(shown: Sequence[Finding], fail_on: FailOn) -> ExitCode:
    """Return what findings give: 1 from the level on, and for a crashed rule always."""
    if any(one.rule == INTERNAL_ERROR for one in shown):
        return ExitCode.FINDINGS
    return ExitCode.FINDINGS if fails((one.severity for one in shown), fail_on) else ExitCode.OK


def fails(severities: Iterable[Severity], fail_on: FailOn) -> bool:
    """Tell whether any of these severities fails a run."""
    return fail_on != "never" and any(SEVERITIES.index(one) <= SEVERITIES.index(fail_on) for one in severities)
