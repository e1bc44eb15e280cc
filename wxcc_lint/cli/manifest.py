"""`wxcc-lint manifest`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct, field

from wxcc_lint.cli import completing
from wxcc_lint.cli.errors import WrongUsageError, complain, config_failure, note, shown
from wxcc_lint.cli.options import ConfigOption, NoConfigOption, check_environment, the_config

if TYPE_CHECKING:
    from wxcc_lint.config import Config, Environment
    from wxcc_lint.discover import Candidate, Discovery
    from wxcc_lint.documents.callcenter_view import CallCenter
    from wxcc_lint.documents.model import Document
    from wxcc_lint.documents.salesforce_view import SalesforceComponent
    from wxcc_lint.intake import Intake

_VERSION = re.compile(r"[1-9]\d\.0")


def manifest(
    paths: Annotated[
        list[Path] | None,
        # Without `readable=False` typer would make a missing permission wrong usage.
        typer.Argument(metavar="[PATHS]...", readable=False, help="Files and folders."),
    ] = None,
    env: Annotated[
        str | None,
        typer.Option(
            "--env", metavar="NAME", autocompletion=completing.environments, help="Ask for this environment alone."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the manifest to FILE.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a FILE that holds something else.")] = False,
    api_version: Annotated[
        str | None, typer.Option("--api-version", metavar="N.0", help="Version of the Metadata API [default: 63.0].")
    ] = None,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
) -> None:
    """Print the package.xml that retrieves from Salesforce what the checks look at.

    What the call centers map and the config declares for agents decides what is asked for. The command to run it is told
    on stderr. Exit codes: 0 done; 2 wrong usage or config, or FILE holds something else; 3 a path is missing, or a call
    center cannot be read: nothing is written then.
    """
    from wxcc_lint.cli.output import put
    from wxcc_lint.documents.project import Project
    from wxcc_lint.manifest import API_VERSION, package_xml, undecided, wanted_members, webex_callcenters

    version = api_version or API_VERSION
    if not _VERSION.fullmatch(version):
        raise WrongUsageError(f"'{version}' is no version of the Metadata API: write it like {API_VERSION}")
    the = the_config(config, no_config)
    check_environment(the, env)
    seen = _seen(paths or [Path()], the, env)
    if seen.complaints:
        for sentence in seen.complaints:
            complain(sentence)
        raise typer.Exit(3)
    concerned = seen.environments or list(the.environments.values())
    projects = [Project(seen.views.get(one.name, ()), one) for one in concerned]
    text = package_xml(wanted_members(seen.callcenters, projects), version)
    if output is None:
        put(text)
    else:
        _write(output, text, force)
    if not webex_callcenters(seen.callcenters):
        note("there is no Webex call center here, so the manifest asks for all that an integration may have")
    _tell(output, concerned, undecided(projects))


class _Seen(Struct):
    """The call centers, the environments that they belong to, and by environment what tells more of its agents."""

    callcenters: list[CallCenter] = field(default_factory=list)
    views: dict[str, list[SalesforceComponent]] = field(default_factory=dict)
    environments: list[Environment] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def _seen(paths: list[Path], config: Config, env: str | None) -> _Seen:
    from wxcc_lint.config import ConfigError
    from wxcc_lint.discover import discover
    from wxcc_lint.engine import view_of
    from wxcc_lint.intake import Intake

    cwd = Path.cwd()
    found = discover(paths, cwd)
    intake = Intake(config, cwd, env)
    seen = _Seen(complaints=[one.sentence for one in found.failures])
    for one in found.unreadable:
        note(one.sentence)
    if env is not None:
        seen.environments.append(config.environments[env])
    try:
        candidates = list(_candidates(intake, found))
    except ConfigError as error:
        raise config_failure(error) from error
    for candidate in candidates:
        homes = intake.environments_of(candidate)
        document = _document(intake, candidate, seen) if homes or env is None else None
        if document is None:
            continue
        if document.kind == "callcenter":
            seen.callcenters += [view_of(document, homes, home) for home in homes or (None,)]
            seen.environments += [home for home in homes if home not in seen.environments]
        for home in homes if document.kind == "salesforce" else ():
            seen.views.setdefault(home.name, []).append(view_of(document, homes, home))
    return seen


def _candidates(intake: Intake, found: Discovery) -> Iterator[Candidate]:
    asked_for = intake.asked_for(found)
    yield from (*asked_for, *intake.partners(asked_for, found))


def _document(intake: Intake, candidate: Candidate, seen: _Seen) -> Document | None:
    """Return what is in a file. A call center that cannot be read is a complaint, as nobody knows what it maps."""
    from wxcc_lint.discover import read_failure

    try:
        document = intake.read(candidate)
    except OSError as error:
        seen.complaints.append(read_failure(candidate, error))
        return None
    if document is None or not document.faults:
        return document
    if document.kind == "callcenter":
        seen.complaints.append(f"{candidate.name}: {document.faults[0].message}; wxcc-lint check tells more")
    return None


def _write(file: Path, text: str, force: bool) -> None:
    from wxcc_lint.files import replace_file

    name, data = shown(file), text.encode()
    try:
        if file.is_file():
            if file.read_bytes() == data:
                return
            if not force:
                raise WrongUsageError(f"{name}: is there already and holds something else; --force replaces it")
        replace_file(file, data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WrongUsageError(f"{name}: cannot write the manifest: {reason}") from error


def _tell(output: Path | None, environments: list[Environment], undecided: list[str]) -> None:
    """Say what to do with the manifest, and what it cannot bring."""
    from wxcc_lint.manifest import NOT_RETRIEVABLE, retrieve_command

    if len(environments) > 1:
        names = ", ".join(one.name for one in environments)
        note(f"the manifest is for {names} together; --env NAME asks for one of them")
    alias = environments[0].salesforce.sf_alias if len(environments) == 1 else None
    to_do = "" if output else "save it as package.xml, and "
    note(f"{to_do}run this in the Salesforce project: {retrieve_command(str(output or 'package.xml'), alias)}")
    if undecided:
        names = ", ".join(undecided)
        asked = f"asked for as a permission set and as a group, since no file tells: {names}"
        note(f"{asked}; run this again when a group is here, for the permission sets in it")
    for sentence in NOT_RETRIEVABLE:
        note(sentence)
