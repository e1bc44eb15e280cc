"""What `audit` does for one environment, and for all of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.cli.errors import WrongUsageError, complain, config_failure, note

if TYPE_CHECKING:
    from wxcc_lint.audit import AuditResult
    from wxcc_lint.audit_report import Audited
    from wxcc_lint.config import Config
    from wxcc_lint.diff.run import DiffResult
    from wxcc_lint.org_check import Mask
    from wxcc_lint.rules import RuleSet
    from wxcc_lint.sources.live.reading import Org
    from wxcc_lint.verdict import ExitCode, Policy


class AuditRun(Struct, frozen=True):
    """What all audits of a run have in common."""

    config: Config
    policy: Policy
    rules: RuleSet
    verbosity: int = 0

    def one(self, name: str, snapshot: Path | None) -> AuditResult:
        """Audit an environment. Raises LiveError, NoSnapshotError and WrongUsageError."""
        from wxcc_lint.audit import Subject, audit
        from wxcc_lint.baseline import BaselineError
        from wxcc_lint.cli.drift_sides import org_folder
        from wxcc_lint.config import ConfigError
        from wxcc_lint.sources.snapshot import snapshot_folder
        from wxcc_lint.verdict import SelectionError

        with org_folder(self.config, name, snapshot, self.verbosity) as named:
            folder = snapshot_folder(named)
            drift = self._drift(name, folder, is_live=snapshot is None)
            subject = Subject(self.config.environments[name], folder, snapshot is not None, self._mask(folder))
            try:
                return audit(subject, drift, self.policy, self.rules, Path.cwd())
            except ConfigError as error:
                raise config_failure(error) from error
            except (BaselineError, SelectionError) as error:
                raise WrongUsageError(str(error)) from error

    def fleet(self, snapshots: Path | None) -> tuple[list[Audited], ExitCode]:
        """Audit every environment; one that cannot be read does not keep the others from it.

        Raises WrongUsageError where two environments turn out to be one org: one would be reported as the other.
        """
        from wxcc_lint.audit_report import Audited
        from wxcc_lint.cli.connecting import WrongOrgError, refuse_one_org
        from wxcc_lint.cli.drift_sides import NoSnapshotError
        from wxcc_lint.sources.live.errors import LiveError
        from wxcc_lint.sources.live.orgs import declared_orgs
        from wxcc_lint.verdict import ExitCode

        environments = self.config.environments
        if not environments:
            raise WrongUsageError("the config declares no environments, so there is nothing to audit")
        found = declared_orgs(environments.values())
        refuse_one_org(found)
        audited: list[Audited] = []
        codes = []
        for name in environments:
            try:
                result = self.one(name, None if snapshots is None else snapshots / name)
            except (LiveError, NoSnapshotError, WrongOrgError) as error:
                audited.append(Audited(name, None, str(error)))
                codes.append(_code_of(error))
                continue
            found += _orgs_of(name, result)
            refuse_one_org(found)
            audited.append(Audited(name, result.report, age=_age(result, datetime.now(UTC))))
            codes.append(result.exit_code)
            tell(result, f"{name}: ")
        return audited, ExitCode.worst(codes)

    def _drift(self, name: str, folder: Path, *, is_live: bool) -> DiffResult:
        from wxcc_lint.cli.comparing import compare
        from wxcc_lint.cli.diff_words import wanted_of
        from wxcc_lint.cli.drift_sides import sides_of_drift

        drifting = sides_of_drift(self.config, name, folder, None, is_live=is_live, include_unmanaged=False)
        wanted = wanted_of(name, [], [], [], [], False, is_drift=True)
        result = compare(drifting.sides, wanted, self.policy, self.rules)
        return replace(result, notes=(*drifting.notes, *result.notes))

    def _mask(self, folder: Path) -> Mask | None:
        """Return what masks a number as the snapshot does, None without the key that it was made with."""
        from wxcc_lint.cli.live import mask_key
        from wxcc_lint.masks import personal_mask
        from wxcc_lint.sources.snapshot import read_header

        header = read_header(folder)
        if header is None or header.mask_key is None:
            return None
        key = mask_key(self.config)
        if key is None or key.id != header.mask_key:
            return None
        return lambda text: personal_mask("phone", text, key)


def tell(result: AuditResult, before: str = "") -> None:
    """Print the hints of an audit, and why its exit code is worse than its findings."""
    for sentence in result.notes:
        note(f"{before}{sentence}")
    for sentence in result.complaints:
        complain(f"{before}{sentence}")


def _code_of(error: Exception) -> ExitCode:
    """Return what it means for the exit code that an environment could not be audited."""
    from wxcc_lint.cli.drift_sides import NoSnapshotError
    from wxcc_lint.verdict import ExitCode

    if isinstance(error, WrongUsageError):
        return ExitCode.USAGE
    return ExitCode.NOTHING_READ if isinstance(error, NoSnapshotError) else ExitCode.UNCOVERED


def _orgs_of(name: str, result: AuditResult) -> list[tuple[str, Org]]:
    from wxcc_lint.sources.live.reading import Org

    org = result.report.drift.right
    found = [Org("webex", org.org_id)] if org.org_id else []
    if org.salesforce is not None and org.salesforce.org_id:
        found.append(Org("salesforce", org.salesforce.org_id))
    return [(name, one) for one in found]


def _age(result: AuditResult, now: datetime) -> str:
    """Return how old a snapshot is in the largest unit that fits; nothing where nobody wrote down when it was read."""
    read_at = result.report.drift.right.read_at
    try:
        age = now - datetime.fromisoformat(read_at or "")
    except (ValueError, TypeError):
        return "?"
    for unit, word in ((timedelta(days=1), "d"), (timedelta(hours=1), "h"), (timedelta(minutes=1), "min")):
        if age >= unit:
            return f"{age // unit} {word}"
    return "new"
