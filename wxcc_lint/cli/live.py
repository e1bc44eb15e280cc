"""How commands come to a live org: who is asked, with which credentials, and where the key of the masks is kept."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wxcc_lint.cli.errors import WrongUsageError, config_failure, note

if TYPE_CHECKING:
    from wxcc_lint.config import Config, Environment
    from wxcc_lint.masks import MaskKey
    from wxcc_lint.sources.live.pull import PullResult
    from wxcc_lint.sources.live.reading import Progress, System
    from wxcc_lint.sources.live.salesforce import SalesforceWanted

_MUCH: Final = 0.8
"""The part of the requests allowed from which on one is told."""
SYSTEMS: Final[tuple[System, ...]] = ("webex", "salesforce")


def pull_live(
    config: Config,
    name: str,
    folder: Path,
    *,
    only: System | None = None,
    per_minute: int = 300,
    use_known: bool = True,
    verbosity: int = 0,
    progress: Progress,
) -> PullResult:
    """Log in to the orgs that an environment declares, and write a snapshot of them. Raises LiveError.

    Raises WrongUsageError where the config declares no org, or the folder cannot take a snapshot.
    """
    from wxcc_lint.cli.connecting import Connecting, refuse_one_org
    from wxcc_lint.sources.live.masking import Masker
    from wxcc_lint.sources.live.orgs import declared_orgs
    from wxcc_lint.sources.live.pull import Sessions, Wanted, pull
    from wxcc_lint.sources.live.salesforce_login import open_salesforce
    from wxcc_lint.sources.live.snapshot_draft import SnapshotTargetError
    from wxcc_lint.sources.live.snapshot_files import check_target
    from wxcc_lint.sources.live.webex_login import open_webex

    environment = config.environments[name]
    systems = _wanted_systems(environment, only)
    try:
        check_target(folder)
        refuse_one_org(declared_orgs(config.environments.values()))
        key = mask_key(config, make=True)
        assert key is not None
        wanted = Wanted(name, _salesforce_wanted(config, environment), _left_out(environment, only), use_known)
        connecting = Connecting(verbosity, per_minute)
        sessions = Sessions(
            open_webex(environment, os.environ, connecting) if "webex" in systems else None,
            open_salesforce(environment, os.environ, connecting, time.time) if "salesforce" in systems else None,
            lambda: connecting.requests,
        )
        result = pull(sessions, wanted, folder, Masker(key), lambda: datetime.now(UTC), progress)
    except SnapshotTargetError as error:
        raise WrongUsageError(str(error)) from error
    if sessions.salesforce is not None:
        _tell_of_usage(sessions.salesforce.api_usage)
    return result


def _tell_of_usage(usage: tuple[int, int] | None) -> None:
    """Warn of an org that soon answers nobody any more."""
    if usage is not None and usage[0] > _MUCH * usage[1]:
        used, allowed = usage
        note(f"Salesforce counts {used} of the {allowed} API requests that it allows the org in 24 hours")


def mask_key(config: Config, *, make: bool = False) -> MaskKey | None:
    """Return the key that secrets are masked with, None where there is none and none is made."""
    from platformdirs import user_state_path

    from wxcc_lint.sources.live.masking import MaskKeyError, find_key, find_or_make_key

    folder = user_state_path("wxcc-lint", appauthor=False)
    try:
        if make:
            return find_or_make_key(os.environ, folder, config.root, os.urandom)
        return find_key(os.environ, folder)
    except MaskKeyError as error:
        raise WrongUsageError(str(error)) from error


def systems_of(environment: Environment) -> set[System]:
    """Return the systems of which the environment says anything."""
    from wxcc_lint.config_model import SalesforceOrg, WebexOrg

    said = {"webex": environment.webex != WebexOrg(), "salesforce": environment.salesforce != SalesforceOrg()}
    return {system for system in SYSTEMS if said[system]}


def _wanted_systems(environment: Environment, only: System | None) -> set[System]:
    declared = systems_of(environment)
    wanted = declared if only is None else declared & {only}
    if not wanted:
        from wxcc_lint.cli.connecting import WrongOrgError

        lacks = f"no '{only}'" if only else "neither 'webex' nor 'salesforce'"
        raise WrongOrgError(
            f"the environment '{environment.name}' declares {lacks}: an 'org-id' there says which org to read"
        )
    return wanted


def _left_out(environment: Environment, only: System | None) -> tuple[tuple[str, str], ...]:
    """Return what the environment has and nobody wants to read this time."""
    left = [system for system in SYSTEMS if only not in {None, system} and system in systems_of(environment)]
    return tuple((system, f"left out by --only {only}") for system in left)


def _salesforce_wanted(config: Config, environment: Environment) -> SalesforceWanted:
    """Return what to ask Salesforce for by name: what the call centers of the environment fill in."""
    from wxcc_lint.config import ConfigError
    from wxcc_lint.discover import discover
    from wxcc_lint.documents.project import Project
    from wxcc_lint.engine import view_of
    from wxcc_lint.intake import Intake
    from wxcc_lint.sources.live.salesforce import wanted_of

    intake = Intake(config, config.root, environment.name)
    views = []
    try:
        for candidate in discover([config.root], config.root).candidates:
            if environment not in intake.environments_of(candidate):
                continue
            try:
                document = intake.read(candidate)
            except OSError:
                continue  # `check` tells of it; the org is read all the same
            if document is not None and document.kind == "callcenter" and not document.faults:
                views.append(view_of(document, (environment,), environment))
    except ConfigError as error:
        raise config_failure(error) from error
    return wanted_of(Project(views, environment))
