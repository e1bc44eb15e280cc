"""Read and examine files one by one, here or in several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.config import Environment
from wxcc_lint.detected import Detected, Mark
from wxcc_lint.discover import Candidate, reason
from wxcc_lint.documents.model import Document, Kind
from wxcc_lint.engine import Engine, stands_alone
from wxcc_lint.ignores import may_ignore
from wxcc_lint.intake import Intake
from wxcc_lint.processes import shared_out, worth_starting
from wxcc_lint.report import Gap
from wxcc_lint.spans import Text

Progress = Callable[[list[Candidate]], Iterable[Candidate]]


class Examined(Struct, frozen=True):
    """What became of a file: `document` is None for a stranger's, and for one that could not be read as `failure` says.

    Of a document that nobody looks into any more only a husk is left: its name, its kind and its faults.
    """

    document: Document | None = None
    failure: Gap | None = None
    environments: tuple[Environment, ...] = ()
    detected: tuple[Detected, ...] = ()
    """What another process found; what is found here is in the engine's outcome."""
    unmet: Mapping[str, tuple[str, ...]] = {}
    has_no_part: bool = False
    """Whether it is a component without a part in the integration."""


_STRANGER = Examined()


def examine(engine: Engine, intake: Intake, candidate: Candidate) -> Examined:
    """Read and examine one file. Never raises for what it holds, nor when it cannot be read."""
    if intake.is_config(candidate):
        return _STRANGER  # it was read before anything else
    environments = intake.environments_of(candidate)
    try:
        document = None if intake.wanted is not None and not environments else intake.read(candidate)
    except OSError as error:
        return Examined(failure=Gap(candidate.name, reason(error)), environments=environments)
    if document is None:
        return Examined(has_no_part=candidate.name in intake.without_part, environments=environments)
    before = len(engine.outcome.detected)
    engine.examine(document, environments)
    is_over = stands_alone(document, environments) and len(engine.outcome.detected) == before
    is_over = is_over and not may_ignore(document)
    return Examined(_husk(document) if is_over else document, environments=environments)


def examine_all(
    engine: Engine, intake: Intake, candidates: list[Candidate], progress: Progress, jobs: int | None
) -> list[Examined]:
    """Examine files, in up to `jobs` processes those that stand alone; the others are compared here.

    With None it is one process a core, if that many files are ours that it is worth it.
    """
    alone: list[int] = []
    if worth_starting(jobs, len(candidates)) > 1:
        alone = [number for number, one in enumerate(candidates) if _is_alone(intake, one)]
    elsewhere = set(alone)
    rest = [number for number in range(len(candidates)) if number not in elsewhere]
    results: dict[int, Examined] = {}
    stream = _stream(engine, intake, candidates, alone, rest, jobs)
    for (number, one), _ in zip(stream, progress(candidates), strict=True):
        results[number] = one
        engine.outcome.detected += one.detected
        engine.outcome.unmet.update(one.unmet)
        if one.has_no_part:
            intake.without_part.add(candidates[number].name)
    return [results[number] for number in range(len(candidates))]


def _is_alone(intake: Intake, candidate: Candidate) -> bool:
    return candidate.data is None and intake.wanted is None and not intake.environments_of(candidate)


def _stream(
    engine: Engine,
    intake: Intake,
    candidates: Sequence[Candidate],
    alone: Sequence[int],
    rest: Iterable[int],
    jobs: int | None,
) -> Iterator[tuple[int, Examined]]:
    """Yield nothing before all processes are there: then a progress bar begins, and has threads that no fork should meet."""
    strangers: list[int] = []
    ours: list[int] = []
    components: list[int] = []
    for number in alone:
        match _kind(intake, candidates[number]):
            case None:
                strangers.append(number)
            case "salesforce":
                components.append(number)
            case _:
                ours.append(number)
    if ours:
        sizes = {number: _size(candidates[number]) for number in ours}
        count = worth_starting(jobs, len(ours))
        yield from shared_out(sizes, count, lambda number: _sent(engine, intake, candidates[number]))
    yield from ((number, _STRANGER) for number in strangers)
    yield from ((number, examine(engine, intake, candidates[number])) for number in sorted([*rest, *components]))


def _kind(intake: Intake, candidate: Candidate) -> Kind | None:
    """Tell what a file is by a glance, None for a stranger's: to tell another process of that one would take longer."""
    try:
        return intake.kind_of(candidate)
    except OSError:
        return "layout"  # why it cannot be read is told when it is


def _size(candidate: Candidate) -> int:
    try:
        return candidate.path.stat().st_size
    except OSError:
        return 0  # why it cannot be had is told when it is read


def _sent(engine: Engine, intake: Intake, candidate: Candidate) -> Examined:
    """Examine a file and take all that was found along, in a form that goes through a pipe."""
    outcome = engine.outcome
    before = len(outcome.detected)
    one = examine(engine, intake, candidate)
    found = outcome.detected[before:]
    del outcome.detected[before:]
    if one.document is None:
        return one
    there = _portable(one.document)
    return replace(one, document=there, detected=tuple(_moved(it, there) for it in found), unmet=dict(outcome.unmet))


def _husk(document: Document) -> Document:
    return Document(document.name, document.kind, Text(""), faults=document.faults)


def _portable(document: Document) -> Document:
    """Return what the verdict needs of a document: its text, and the comments that may ignore something."""
    comments = partial(tuple, document.comments) if may_ignore(document) else tuple
    return Document(document.name, document.kind, document.text, faults=document.faults, build_comments=comments)


def _moved(one: Detected, document: Document) -> Detected:
    """Return what was found in a file that stands alone as found in another copy of it."""
    return replace(
        one,
        mark=replace(one.mark, document=document),
        related=tuple(Mark(document, mark.span, mark.message) for mark in one.related),
        node=(id(document), one.node[1]),
        related_nodes=tuple((id(document), path) for _, path in one.related_nodes),
    )
