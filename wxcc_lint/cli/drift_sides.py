"""The sides of drift: the files that an environment declares, and its org, live or saved."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from wxcc_lint.cli.connecting import WrongOrgError
from wxcc_lint.cli.diff_sides import Sides
from wxcc_lint.cli.errors import WrongUsageError, config_failure
from wxcc_lint.cli.live import SYSTEMS, pull_live, systems_of
from wxcc_lint.cli.progress import showing
from wxcc_lint.diff.components import shared_components, with_doubts
from wxcc_lint.diff.objects import Contents
from wxcc_lint.sources.declared import open_declared
from wxcc_lint.sources.open import open_source, with_components
from wxcc_lint.sources.snapshot import snapshot_folder, why_none

if TYPE_CHECKING:
    from wxcc_lint.config import Config
    from wxcc_lint.sources.live.reading import System


class NoSnapshotError(Exception):
    """A folder is named, and no snapshot can be read from there. The sentence says why and what to do."""


class Drifting(Struct, frozen=True):
    """What is compared, and notes on what is not."""

    sides: Sides
    notes: Sequence[str] = ()


def environment_of(config: Config, name: str | None) -> str | None:
    """Return the environment that is meant: the only one needs no name. Raises WrongUsageError where it is not clear."""
    if name is not None or not config.environments:
        return name
    if len(config.environments) > 1:
        raise WrongUsageError(f"say which environment: {', '.join(config.environments)}")
    return next(iter(config.environments))


def sides_of_drift(
    config: Config,
    environment: str | None,
    snapshot: Path,
    base: Path | None,
    *,
    is_live: bool,
    include_unmanaged: bool,
) -> Drifting:
    """Open both sides, and the base. Raises WrongOrgError for a snapshot of another org than the environment declares."""
    from wxcc_lint.config import ConfigError

    try:
        left = open_declared(config, environment, Path.cwd(), [one for one in (snapshot, base) if one is not None])
    except ConfigError as error:
        raise config_failure(error) from error
    right = _opened(snapshot, config, environment, called=f"org:{environment}" if is_live else None)
    origin = None if base is None else _opened(base, config, environment)
    for side in (right, origin):
        if side is not None:
            _refuse_other_org(side, config, environment)
    if left.failures or right.failures:
        return Drifting(Sides(left, right, origin))
    shared = shared_components(left, right, include_unmanaged=include_unmanaged)
    undeclared = set() if environment is None else set(SYSTEMS) - systems_of(config.environments[environment])
    return Drifting(Sides(shared.left, with_doubts(shared.left, shared.right, undeclared), origin), shared.notes)


def _opened(folder: Path, config: Config, environment: str | None, called: str | None = None) -> Contents:
    # A folder that is gone when somebody reads the report is no way to anywhere: its files are told as it holds them.
    cwd = Path.cwd() if called is None else folder
    contents = open_source(f"snapshot:{folder}", cwd, config, "right", environment=environment)
    if contents.failures:
        return contents
    return with_components(contents, snapshot_folder(folder), cwd, config.limits, called)


def _refuse_other_org(side: Contents, config: Config, name: str | None) -> None:
    """Raise WrongOrgError where a snapshot is of another org than its environment."""
    from wxcc_lint.sources.live.orgs import CALLED, same_id

    if name is None:
        return
    environment, half = config.environments[name], side.info.salesforce
    found: list[tuple[System, str | None, str | None]] = [
        ("webex", environment.webex.org_id, side.info.org_id),
        ("salesforce", environment.salesforce.org_id, half.org_id if half else None),
    ]
    for system, declared, held in found:
        if declared and held and (same_id(system, declared) or declared) != (same_id(system, held) or held):
            raise WrongOrgError(
                f"{side.info.source} is of the {CALLED[system]} {held}, and '{name}' declares {declared}: nothing was"
                " compared; name the snapshot of this environment, or correct its 'org-id'"
            )


def refuse_no_snapshot(folder: Path) -> None:
    """Raise NoSnapshotError where no snapshot can be read."""
    if (why := why_none(folder)) is not None:
        raise NoSnapshotError(why)


@contextmanager
def org_folder(config: Config, environment: str | None, snapshot: Path | None, verbosity: int) -> Iterator[Path]:
    """Yield the folder of the snapshot that was named, else one that the org is read into for as long as it is needed.

    Raises LiveError, NoSnapshotError, and WrongUsageError where nobody says which org to read.
    """
    if snapshot is not None:
        refuse_no_snapshot(snapshot)
        yield snapshot
        return
    if environment is None:
        raise WrongUsageError("the config declares no environments, so there is no org to read: name a --snapshot")
    with tempfile.TemporaryDirectory(prefix="wxcc-lint-") as folder:
        target = Path(folder) / "org"
        with showing(verbosity) as progress:
            pull_live(config, environment, target, use_known=False, verbosity=verbosity, progress=progress)
        yield target
