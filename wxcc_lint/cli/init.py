"""`wxcc-lint init`."""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wxcc_lint.cli.errors import WrongUsageError, complain, note, shown
from wxcc_lint.cli.options import working_directory

if TYPE_CHECKING:
    from wxcc_lint.propose import Proposal


def init(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", readable=False, help="The folder; without it, the one you are in.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a config that is there.")] = False,
) -> None:
    """Propose a config for the files of a folder.

    Writes a commented .wxcc-lint.yaml that declares environments: files, regions, layouts. Exit codes: 0 written; 2 wrong
    usage, or a config is there already; 3 the folder is missing or holds nothing of ours.
    """
    from wxcc_lint.config import CONFIG_NAME
    from wxcc_lint.discover import display_name
    from wxcc_lint.proposal_text import config_text
    from wxcc_lint.propose import propose
    from wxcc_lint.run import NOTHING_OF_OURS
    from wxcc_lint.survey import survey
    from wxcc_lint.verdict import ExitCode

    target = folder or Path()
    here = working_directory()
    name = display_name(target, here)
    _expect_folder(target, name)
    if not force:
        _refuse_to_replace(target)
    seen = survey(target)
    for sentence in seen.unreadable:
        note(sentence)
    proposals = propose(seen.files)
    if not proposals:
        complain(f"{name}: holds {NOTHING_OF_OURS}, so nothing was written")
        raise typer.Exit(ExitCode.NOTHING_READ)
    _write(target / CONFIG_NAME, config_text(proposals))
    _tell(target, here, proposals)


def _expect_folder(folder: Path, name: str) -> None:
    from wxcc_lint.discover import reason
    from wxcc_lint.verdict import ExitCode

    try:
        is_folder = stat.S_ISDIR(folder.stat().st_mode)
    except OSError as error:
        complain(f"{name}: {reason(error)}")
        raise typer.Exit(ExitCode.NOTHING_READ) from error
    if not is_folder:
        raise WrongUsageError(f"{name}: is not a folder")


def _refuse_to_replace(folder: Path) -> None:
    from wxcc_lint.config_load import CONFIG_NAME, MISTAKEN_NAME

    for file in (folder / CONFIG_NAME, folder / MISTAKEN_NAME):
        if os.path.lexists(file):
            raise WrongUsageError(f"{shown(file)} is there already{_content(file)}; {_way_out(file)}")


def _way_out(file: Path) -> str:
    from wxcc_lint.config_load import CONFIG_NAME

    return "--force replaces it" if file.name == CONFIG_NAME else f"rename it to '{CONFIG_NAME}', or remove it"


def _content(file: Path) -> str:
    """Return what a config holds, as the middle of a sentence."""
    from wxcc_lint.config import ConfigError, load_config

    try:
        names = list(load_config(file).environments)
    except (ConfigError, OSError):
        return " and cannot be used as it is"
    return f" and declares {', '.join(names)}" if names else " and declares no environments"


def _write(file: Path, text: str) -> None:
    from wxcc_lint.files import replace_file

    try:
        replace_file(file, text.encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WrongUsageError(f"{shown(file)}: cannot write the config: {reason}") from error


def _tell(folder: Path, here: Path, proposals: Sequence[Proposal]) -> None:
    from wxcc_lint.cli.output import put
    from wxcc_lint.config import CONFIG_NAME, find_config
    from wxcc_lint.discover import display_name
    from wxcc_lint.proposal_text import region
    from wxcc_lint.reporters.closing import counted
    from wxcc_lint.reporters.hostile import printable

    file = display_name(folder / CONFIG_NAME, here)
    names = ", ".join(f"{one.name} ({region(one.files) or 'region not known'})" for one in proposals)
    command = ["wxcc-lint", "check"]
    if folder.resolve() != here.resolve():
        command += ["--config", file, display_name(folder, here)]
    put(f"{printable(file)}: written, with {counted(len(proposals), 'environment')}: {names}\n")
    put(f"look through it, then run: {printable(shlex.join(command))}\n")
    above = None if (folder / ".git").exists() else find_config(folder.resolve().parent)
    if above is not None:
        note(f"{display_name(above, here.resolve())} lies above, and is not read any more where the new one is")
    if os.environ.get("WXCC_LINT_CONFIG"):
        note("WXCC_LINT_CONFIG names another config, which goes before this one")
