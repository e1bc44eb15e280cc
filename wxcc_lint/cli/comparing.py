"""What `diff` and `drift` do with two sides that are open: compare them, and tell what came of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wxcc_lint.cli.errors import WrongUsageError, complain, config_failure, note

if TYPE_CHECKING:
    from wxcc_lint.baseline import Baseline
    from wxcc_lint.cli.diff_sides import Sides
    from wxcc_lint.cli.output import Target
    from wxcc_lint.config import Config, FailOn
    from wxcc_lint.diff.masking import Masking
    from wxcc_lint.diff.run import DiffResult, Wanted
    from wxcc_lint.rules import RuleSet
    from wxcc_lint.verdict import Policy

_NO_KEY: Final = b"no key"
"""What secrets are masked with where there is no key: nothing masked so is shown, or compared with a real mask."""


def outputs_of(formats: list[str] | None, *, summary: bool, has_base: bool) -> list[Target]:
    """Return the reports that are asked for, and where they go. Raises WrongUsageError."""
    from wxcc_lint.cli.output import targets
    from wxcc_lint.reporters.diff import DIFF_REPORTERS

    outputs = targets([*(["summary"] if summary else []), *(formats or [])], DIFF_REPORTERS)
    if has_base and any(one.format == "patch" for one in outputs):
        raise WrongUsageError("a patch makes one side like the other: -f patch does not go with --base")
    return outputs


def policy_of(config: Config, *, use_ignores: bool, fail_on: FailOn | None = None) -> Policy:
    """Return what the config and the command line ask of a comparison."""
    from wxcc_lint.verdict import Policy

    return Policy(config, datetime.now().astimezone().date(), fail_on=fail_on, use_ignores=use_ignores)


def compare(sides: Sides, wanted: Wanted, policy: Policy, rules: RuleSet) -> DiffResult:
    """Compare two sides. Raises WrongUsageError."""
    from wxcc_lint.config import ConfigError
    from wxcc_lint.diff.run import Known, diff as run_diff
    from wxcc_lint.verdict import SelectionError

    known = Known(_baseline(policy, rules), _masking(sides, policy.config, is_drift=wanted.is_drift))
    try:
        return run_diff(sides.left, sides.right, sides.base, wanted, policy, rules, Path.cwd(), known)
    except ConfigError as error:
        raise config_failure(error) from error
    except SelectionError as error:
        raise WrongUsageError(str(error)) from error


def _baseline(policy: Policy, rules: RuleSet) -> Baseline | None:
    from wxcc_lint.baseline import BaselineError
    from wxcc_lint.run import the_baseline

    try:
        return the_baseline(policy, rules, Path.cwd())
    except BaselineError as error:
        raise WrongUsageError(str(error)) from error


def _masking(sides: Sides, config: Config, *, is_drift: bool) -> Masking | None:
    """Return what hides the secrets of both sides, where one is an org; files alone are compared as they are."""
    orgs = [side.org for side in (sides.left, sides.right, sides.base) if side is not None and side.org is not None]
    made_by = frozenset(one.mask_key for one in orgs if one.mask_key is not None)
    if not made_by and not is_drift:
        return None
    from wxcc_lint.cli.live import mask_key
    from wxcc_lint.diff.masking import Masking
    from wxcc_lint.masks import MaskKey

    key = mask_key(config) if made_by else None
    return Masking(key or MaskKey(_NO_KEY), made_by)


def tell(result: DiffResult, outputs: list[Target]) -> None:
    """Write the report, unless a side could not be opened: then nothing was compared."""
    from wxcc_lint.cli.output import write_each
    from wxcc_lint.reporters.diff import DIFF_REPORTERS

    if result.was_compared:
        write_each(outputs, lambda name, color, width: DIFF_REPORTERS[name](result.report, color=color, width=width))
    for sentence in result.notes:
        note(sentence)
    for sentence in result.complaints:
        complain(sentence)
