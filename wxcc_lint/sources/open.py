"""From what stands on the command line to what a side of a comparison holds."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from wxcc_lint.config import Config
from wxcc_lint.diff.objects import PREFIXES, ConfigObject, Contents, SourceInfo, Uncovered
from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.documents.load import parse
from wxcc_lint.documents.model import Document
from wxcc_lint.sources.entries import Entry, Opened
from wxcc_lint.sources.files import open_path, open_stdin
from wxcc_lint.sources.git import open_git
from wxcc_lint.sources.org import component_entries, org_facts, salesforce_info
from wxcc_lint.sources.read import layout_names, objects_of, read_entry
from wxcc_lint.sources.release import open_release
from wxcc_lint.sources.snapshot import best_of_each, open_snapshot, snapshot_folder
from wxcc_lint.suggest import closest


def open_source(
    operand: str,
    cwd: Path,
    config: Config,
    side: Literal["left", "right"],
    *,
    other: str | None = None,
    environment: str | None = None,
    stdin: bytes | None = None,
) -> Contents:
    """Open a side of a comparison; never raises.

    An operand is a file, a folder, a zip archive, `-`, `git:REF[:PATH]`, `snapshot:DIR` or `release:NAME`. `other` is the
    operand of the other side, which tells git what to look at; `environment` is the one whose names of layouts count;
    `stdin` is what standard input held.
    """
    opened = _open(operand, cwd, other, stdin, config.limits)
    names = layout_names(config, environment)
    read = [one for entry in opened.entries for one in read_entry(entry, names, config.limits)]
    objects = [one for one in read if isinstance(one, ConfigObject)]
    if operand.startswith("snapshot:"):
        objects = best_of_each(objects)
    uncovered = (*opened.uncovered, *(one for one in read if isinstance(one, Uncovered)))
    failures = list(opened.failures)
    if not (objects or uncovered or failures or opened.may_be_empty):
        failures.append(_nothing(operand, opened))
    return Contents(
        opened.info or SourceInfo(operand),
        tuple(objects),
        uncovered,
        tuple(f"{side} side: {sentence}" for sentence in failures),
        opened.extent,
        opened.place,
        opened.org,
    )


def with_components(
    contents: Contents, folder: Path, cwd: Path, sizes: SizeLimits, called: str | None = None
) -> Contents:
    """Return what a snapshot holds, its Salesforce components and what it says of its Salesforce half among it.

    `called` stands in names for a folder that is gone when somebody reads them.
    """
    entries = component_entries(folder, cwd, sizes)
    found = [one for entry in entries for one in objects_of(_component(entry, sizes), entry, {})]
    objects = [*contents.objects, *(one for one in found if isinstance(one, ConfigObject))]
    uncovered = (*contents.uncovered, *(one for one in found if isinstance(one, Uncovered)))
    info = replace(contents.info, salesforce=salesforce_info(folder))
    if called is not None:
        info = replace(info, source=called)
        for one in objects:
            one.document.name = f"{called}/{one.path}"  # it was made above, and nobody else has it
    return replace(contents, info=info, objects=tuple(objects), uncovered=uncovered)


def _component(entry: Entry, sizes: SizeLimits) -> Document:
    return parse(entry.name, entry.data, "salesforce", sizes)


def _open(operand: str, cwd: Path, other: str | None, stdin: bytes | None, sizes: SizeLimits) -> Opened:
    prefix, colon, rest = operand.partition(":")
    if operand == "-":
        return open_stdin(stdin)
    if prefix + colon == "git:":
        return open_git(rest, cwd, other, sizes)
    if prefix + colon == "snapshot:":
        opened = open_snapshot(rest, cwd, sizes)
        opened.org = org_facts(snapshot_folder(cwd / rest))
        return opened
    if prefix + colon == "release:":
        return open_release(rest)
    opened = open_path(operand, cwd, sizes)
    meant = closest(prefix + colon, PREFIXES) if colon else None
    if opened.failures and meant:
        opened.failures = [f"{sentence}; did you mean '{meant}{rest}'?" for sentence in opened.failures]
    return opened


def _nothing(operand: str, opened: Opened) -> str:
    ours = "call center definition", "desktop layout"
    if opened.extent == "one file":
        return f"{operand}: neither a {ours[0]} nor a {ours[1]}"
    return f"{operand}: holds no {ours[0]} and no {ours[1]}"
