"""Run rules over documents. A rule only yields problems; everything else about a finding is stamped here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from wxcc_lint.config import Environment
from wxcc_lint.conformance import schema_problems
from wxcc_lint.documents.identity import identity
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.edits import text_edit
from wxcc_lint.problems import Fix, Problem
from wxcc_lint.report import FindingFix
from wxcc_lint.rules import Rule
from wxcc_lint.spans import Span

INTERNAL_ERROR = "meta/internal-error"


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled stretch of a file."""

    document: Document
    span: Span
    message: str = ""


@dataclass(frozen=True, slots=True)
class Detected:
    """A problem with its rule and position, before policy has looked at it."""

    rule: str
    message: str
    mark: Mark
    at: str | None = None
    help: str = ""
    why: str = ""
    environment: str | None = None
    related: tuple[Mark, ...] = ()
    fix: FindingFix | None = None
    node: tuple[int, Path] = (0, ())
    """Which node it is about, for `supersedes`: the file's id and the path from its root."""


@dataclass
class Outcome:
    """What a run brought: problems in no particular order, and the rules that lacked a declaration."""

    detected: list[Detected] = field(default_factory=list)
    unmet: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Rule name → the environment keys it needs and no environment of a file it looks at declares."""


class Engine:
    """Runs a fixed set of rules; documents come one by one."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {it.name: it for it in rules}
        self.outcome = Outcome()

    def examine(self, document: Document, environments: Sequence[Environment] = ()) -> None:
        """Check one document in the environments it belongs to; never raises for what a document holds."""
        for fault in document.faults:
            mark = Mark(document, fault.span)
            self._add(Detected(fault.rule, fault.message, mark, help=fault.help, environment=_only(environments)))
        if document.faults:
            return
        try:
            found = list(self._problems(document, environments))
        except Exception as error:  # noqa: BLE001 — a bug of ours must not hide what the other files show
            self._crashed("wxcc-lint itself", document, error)
            return
        for one in _without_superseded(found, self._rules):
            self._add(one)

    def _add(self, one: Detected) -> None:
        known = self._rules.get(one.rule)
        if known is not None:
            self.outcome.detected.append(replace(one, why=known.why))

    def _problems(self, document: Document, environments: Sequence[Environment]) -> Iterator[Detected]:
        rules = [it for it in self._rules.values() if it.on == document.kind]
        if not rules:
            return
        view = view_of(document, environments)
        rules = [it for it in rules if not it.meta.generations or view.generation in it.meta.generations]
        yield from self._schema_problems(view, [it for it in rules if it.from_schema], environments)
        view_in = {one.name: view_of(document, environments, one) for one in environments}
        for it in rules:
            if it.check is None:
                continue
            if not it.meta.needs:
                yield from self._run(it, view, _only(environments))
                continue
            able = [env for env in environments if all(_declares(env, need) for need in it.meta.needs)]
            if not able:
                self.outcome.unmet[it.name] = it.meta.needs
            for environment in able:
                yield from self._run(it, view_in[environment.name], environment.name)

    def _run(self, it: Rule, view: Any, environment: str | None) -> Iterator[Detected]:
        assert it.check is not None
        try:
            problems = list(it.check(view, **it.options))
            yield from [_detected(it, problem, environment) for problem in problems]
        except Exception as error:  # noqa: BLE001 — one rule's bug must not stop the others
            self._crashed(f"the rule {it.name}", view.document, error)

    def _schema_problems(
        self, view: Any, rules: Sequence[Rule], environments: Sequence[Environment]
    ) -> Iterator[Detected]:
        if not rules:
            return
        by_name = {it.name: it for it in rules}
        for found in schema_problems(view):
            it = by_name.get(found.rule)
            if it is None:
                continue
            message, help_ = found.message, found.help
            if it.describe is not None:
                message, help_ = it.describe(view, logical(found.place))
            yield _detected(it, Problem(message, found.place, help=help_), _only(environments))

    def _crashed(self, who: str, document: Document, error: Exception) -> None:
        message = f"{who} stopped with {type(error).__name__}: {error}"
        help_ = "this is a fault of wxcc-lint, not of the file: please report it with the file, if you may share it"
        self._add(Detected(INTERNAL_ERROR, message, Mark(document.root, Span(0, 0)), help=help_))


def view_of(
    document: Document, environments: Sequence[Environment] = (), environment: Environment | None = None
) -> Any:
    """Return the view that rules of this kind of document look at."""
    if document.kind == "callcenter":
        from wxcc_lint.documents.callcenter_view import CallCenter

        return CallCenter(document, tuple(environments), environment)
    if document.kind == "layout":
        from wxcc_lint.documents.layout_view import Layout

        return Layout(document, tuple(environments), environment)
    raise ValueError(f"no view for documents of kind {document.kind}")


def logical(place: Place) -> Path:
    """Return the path from the file's root to a node, through embedded documents."""
    host = place.document.host
    return (*logical(host), *place.path) if host else place.path


def _declares(environment: Environment, key: str) -> bool:
    return bool(getattr(environment, key.replace("-", "_")))


def _only(environments: Sequence[Environment]) -> str | None:
    return environments[0].name if len(environments) == 1 else None


def _detected(it: Rule, problem: Problem, environment: str | None) -> Detected:
    at = problem.at
    return Detected(
        it.name,
        problem.message,
        _mark(at),
        at=identity(at.document, at.path),
        help=problem.help,
        environment=environment,
        related=tuple(_mark(label.place, label.message) for label in problem.also),
        fix=_fix(problem.fix),
        node=(id(at.document.root), logical(at)),
    )


def _mark(place: Place, message: str = "") -> Mark:
    return Mark(place.document.root, place.span, message)


def _fix(fix: Fix | None) -> FindingFix | None:
    if fix is None:
        return None
    edits = [text_edit(edit) for edit in fix.edits]
    possible = tuple(edit for edit in edits if edit is not None)
    return FindingFix(fix.safe, fix.description, possible) if len(possible) == len(edits) else None


def _without_superseded(found: Sequence[Detected], rules: Mapping[str, Rule]) -> Iterator[Detected]:
    """Drop findings that another one at the same node, or just below it, explains better.

    A finding of one environment has nothing to say about another's; one of no environment speaks of all of them.
    """
    explained: dict[tuple[int, Path, str], set[str | None]] = {}
    for one in found:
        file, path = one.node
        for loser in rules[one.rule].meta.supersedes:
            explained.setdefault((file, path, loser), set()).add(one.environment)
            explained.setdefault((file, path[:-1], loser), set()).add(one.environment)
    for one in found:
        winners = explained.get((*one.node, one.rule), set())
        if not winners or (one.environment is not None and winners.isdisjoint({None, one.environment})):
            yield one
