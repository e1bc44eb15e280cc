"""Check what runs in the orgs of an environment: each document as if it were a file, and all of it together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.catalog.salesforce_metadata import metadata_types
from wxcc_lint.config import Environment
from wxcc_lint.detected import Detected, Mark, without_superseded
from wxcc_lint.discover import Discovery
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.org import Org
from wxcc_lint.documents.org_files import OrgParts
from wxcc_lint.documents.project import Project
from wxcc_lint.engine import Engine, view_of
from wxcc_lint.intake import Intake
from wxcc_lint.rules import Rule

Mask = Callable[[str], Any]
"""Masks a phone number as the snapshot does; there is none without its key."""


class DeclaredList(Struct, frozen=True):
    """The allowed list that the environment declares; `root_at` is its place where it stands inside the config."""

    document: Document
    root_at: Place | None = None


def declared_list(intake: Intake, environment: Environment) -> DeclaredList | None:
    """Return the allowed list that an environment declares, from its file or from the config. Raises ConfigError."""
    if isinstance(environment.allowlist, tuple):
        at = environment.at("allowlist")
        return DeclaredList(at.document, at)
    if environment.allowlist is None:
        return None
    folder = str((intake.config.root / environment.allowlist).parent)
    for candidate in intake.asked_for(Discovery([], searched=[folder])):
        try:
            document = intake.read(candidate)
        except OSError:
            continue  # a check of the files tells of it
        return None if document is None else DeclaredList(document)
    return None


def check_org(
    parts: OrgParts,
    environment: Environment,
    rules: Sequence[Rule],
    declared: DeclaredList | None = None,
    mask: Mask | None = None,
) -> list[Detected]:
    """Return what rules find in the orgs. Places are those of the snapshot's files, or of what is declared.

    What is wrong with the declared list alone is left out: that is the matter of a check of the files.
    """
    live = replace(environment, layouts={}, variables={}, region=environment.region or parts.facts.region)
    listed = [(declared.document, declared.root_at)] if declared else []
    documents: list[tuple[Document, Place | None]] = [*((one, None) for one in parts.documents), *listed]
    # A type of which everything was read is kept, so that it means something when a component is absent.
    kept = {kind: () for kind, status in parts.facts.kinds.items() if status == "complete" and kind in metadata_types()}
    engine, aside = Engine(rules), Engine(rules)
    for document, root_at in documents:
        (engine if _is_whole(document, parts) else aside).examine(document, (live,), root_at)
    engine.conclude({environment.name: kept})
    views = [view_of(one, (live,), live, root_at) for one, root_at in documents if not one.faults]
    unread = [one.name for one, _ in documents if one.faults]
    org = Org(live, Project(views, live, unread, kept), parts.objects, replace(parts.facts, mask=mask))
    across = [replace(one, environment=environment.name) for one in engine.look(org)]
    alone = [one for one in (*engine.outcome.detected, *aside.outcome.detected) if _is_of_org(one, parts)]
    return list(without_superseded([*alone, *across], {it.name: it for it in rules}))


def _is_whole(document: Document, parts: OrgParts) -> bool:
    """Tell whether rules across files may see a document: they take what they see for all that there is.

    Of a kind that was not read in full that would be wrong, so its documents are checked one by one. Call centers are what
    others are compared with: each counts for itself.
    """
    if document.kind == "callcenter" or id(document) not in parts.titles:
        return True
    kind = "desktop-layout" if document.kind == "layout" else parts.titles[id(document)].partition(":")[0]
    return parts.facts.kinds.get(kind) == "complete"


def _is_of_org(one: Detected, parts: OrgParts) -> bool:
    return any(id(mark.document) in parts.titles for mark in (one.mark, *one.related))


def at_home(found: Iterable[Detected], parts: OrgParts, environment: Environment, *, is_kept: bool) -> list[Detected]:
    """Return what was found with places that last: what is only in an org is found at the environment's entry.

    Its place in the snapshot is shown beside it where the snapshot is kept. Nothing in an org is mended by editing text.
    """
    at = environment.at().key()
    home = Mark(at.document.root, at.span)
    result = []
    for one in found:
        title = parts.titles.get(id(one.mark.document))
        related = tuple(mark for mark in one.related if is_kept or id(mark.document) not in parts.titles)
        if title is None:
            result.append(replace(one, related=related))
            continue
        own = (replace(one.mark, message="in the snapshot"),) if is_kept else ()
        subject = one.subject or f"{title}@{environment.name}"
        result.append(
            replace(one, mark=home, subject=subject, related=(*own, *related), fix=None, environment=environment.name)
        )
    return result
