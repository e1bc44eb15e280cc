"""Run rules over documents. A rule only yields problems; everything else about a finding is stamped here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from wxcc_lint.config import Environment
from wxcc_lint.conformance import schema_problems
from wxcc_lint.detected import (
    INTERNAL_ERROR,
    Detected,
    Mark,
    Outcome,
    logical,
    node_of,
    resolved,
    told_once,
    without_nodes,
    without_superseded,
)
from wxcc_lint.documents.identity import identity
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce_tree import replaced_values
from wxcc_lint.documents.variables import references, with_variables
from wxcc_lint.edits import text_edit
from wxcc_lint.problems import Fix, Problem
from wxcc_lint.report import FindingFix
from wxcc_lint.rules import Rule
from wxcc_lint.spans import Span


class Engine:
    """Runs a fixed set of rules: documents come one by one, and `conclude` looks across them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {it.name: it for it in rules}
        self._of_kind: dict[str, list[Rule]] = {}
        for it in self._rules.values():
            self._of_kind.setdefault(it.on, []).append(it)
        self._across_files = self._of_kind.get(Project.kind, [])
        self._alone = [it for it in self._across_files if it.meta.alone]
        self._projects: dict[str, list[Any]] = {}
        self._components: list[Any] = []
        """Those of no environment."""
        self._unread: dict[str, list[str]] = {}
        self._environments: dict[str, Environment] = {}
        self.outcome = Outcome()

    def examine(
        self, document: Document, environments: Sequence[Environment] = (), root_at: Place | None = None
    ) -> None:
        """Check one document in the environments it belongs to; never raises for what a document holds.

        `root_at` is the place of an allowed list inside the config.
        """
        for fault in document.faults:
            mark = Mark(document, fault.span)
            self._add(Detected(fault.rule, fault.message, mark, help=fault.help, environment=_only(environments)))
        if document.faults:
            for environment in environments:
                self._unread.setdefault(environment.name, []).append(document.name)
            return
        try:
            found = list(self._problems(document, environments, root_at))
        except Exception as error:  # noqa: BLE001 — a bug of ours must not hide what the other files show
            self._crashed("wxcc-lint itself", document, error)
            return
        for one in without_superseded(found, self._rules):
            self._add(one)

    def look(self, view: Any) -> Iterator[Detected]:
        """Run the rules for this kind of view on one that belongs to no environment; a crash goes to the outcome."""
        for it in self._of_kind.get(view.kind, ()):
            for one in self._run(it, view, None):
                yield replace(one, why=it.why)

    def conclude(self, noticed: Mapping[str, Mapping[str, Collection[str]]] = {}) -> None:
        """Run the rules that look across files, once all documents were examined.

        `noticed` tells by environment and type the names of Salesforce components that are there and were not read.
        """
        found: list[Detected] = []
        filled_in: list[Place] = []
        for name, views in self._projects.items():
            environment = self._environments[name]
            project = Project(views, environment, self._unread.get(name, ()), noticed.get(name, {}))
            found += self._across(self._across_files, project, environment)
            filled_in += replaced_values(project)
        if self._components:
            found += self._across(self._across_files, Project(self._components))
            self._components.clear()
        homes = Counter(id(view.document.root) for views in self._projects.values() for view in views)
        self._projects.clear()
        told = without_nodes([*self.outcome.detected, *told_once(found, homes)], filled_in)
        self.outcome.detected[:] = without_superseded(list(told), self._rules)

    def _across(
        self, rules: Iterable[Rule], project: Project, environment: Environment | None = None
    ) -> list[Detected]:
        name = environment.name if environment else None
        return [
            replace(one, why=it.why)
            for it in rules
            if not it.meta.needs
            or (environment is not None and all(_declares(environment, one) for one in it.meta.needs))
            for one in self._run(it, project, name)
        ]

    def _add(self, one: Detected) -> None:
        known = self._rules.get(one.rule)
        if known is not None:
            self.outcome.detected.append(replace(one, why=known.why))

    def _problems(
        self, document: Document, environments: Sequence[Environment], root_at: Place | None
    ) -> Iterator[Detected]:
        view_in = {one.name: view_of(document, environments, one, root_at) for one in environments}
        self._environments.update({one.name: one for one in environments})
        plain = view_of(document, environments, None, root_at)
        rules = self._of_kind.get(plain.kind, [])
        if any(it.meta.generations for it in rules):
            rules = [it for it in rules if not it.meta.generations or plain.generation in it.meta.generations]
        views = [(plain, _only(environments))]
        if len(view_in) == 1 or (view_in and references(document)):
            views = [(view, name) for name, view in view_in.items()]
        found = [one for view, name in views for one in self._everywhere(rules, view, name)]
        yield from told_once(found, {id(document.root): len(views)})
        for it in rules:
            if it.meta.needs:
                yield from self._where_declared(it, view_in, environments)
        for name, view in view_in.items():
            self._projects.setdefault(name, []).append(view)
        if stands_alone(document, environments):
            yield from self._across(self._alone, Project([plain]))
        elif not environments:
            self._components.append(plain)

    def _everywhere(self, rules: Sequence[Rule], view: Any, environment: str | None) -> Iterator[Detected]:
        """Run what needs nothing of an environment."""
        found = list(self._schema_problems(view, [it for it in rules if it.from_schema], environment))
        for it in rules:
            if not it.meta.needs:
                found += self._run(it, view, environment)
        return resolved(found, view)

    def _where_declared(
        self, it: Rule, view_in: Mapping[str, Any], environments: Sequence[Environment]
    ) -> Iterator[Detected]:
        """Run a rule in the environments that declare what it needs."""
        able = [env for env in environments if all(_declares(env, need) for need in it.meta.needs)]
        if not able:
            self.outcome.unmet[it.name] = it.meta.needs
        for environment in able:
            view = view_in[environment.name]
            yield from resolved(self._run(it, view, environment.name), view)

    def _run(self, it: Rule, view: Any, environment: str | None) -> list[Detected]:
        if it.check is None:
            return []
        try:
            return [_detected(it, problem, environment) for problem in it.check(view, **it.options)]
        except Exception as error:  # noqa: BLE001 — one rule's bug must not stop the others
            self._crashed(f"the rule {it.name}", view.document, error)
            return []

    def _schema_problems(self, view: Any, rules: Sequence[Rule], environment: str | None) -> Iterator[Detected]:
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
            yield _detected(it, Problem(message, found.place, help=help_, fix=found.fix), environment)

    def _crashed(self, who: str, document: Document, error: Exception) -> None:
        message = f"{who} stopped with {type(error).__name__}: {error}"
        help_ = "this is a fault of wxcc-lint, not of the file: please report it with the file, if you may share it"
        self._add(Detected(INTERNAL_ERROR, message, Mark(document.root, Span(0, 0)), help=help_))


def view_of(
    document: Document,
    environments: Sequence[Environment] = (),
    environment: Environment | None = None,
    root_at: Place | None = None,
) -> Any:
    """Return the view that rules of this kind of document look at; with an environment, its variables are filled in.

    `root_at` is the place of an allowed list inside the config.
    """
    if environment is not None:
        document = with_variables(document, environment.variables)
    if root_at is not None or document.kind == "allowlist":
        from wxcc_lint.documents.allowlist import AllowList

        root_at = root_at and replace(root_at, document=document)
        return AllowList(document, tuple(environments), environment, root_at)
    if document.kind == "callcenter":
        from wxcc_lint.documents.callcenter_view import CallCenter

        return CallCenter(document, tuple(environments), environment)
    if document.kind == "layout":
        from wxcc_lint.documents.layout_view import Layout

        return Layout(document, tuple(environments), environment)
    if document.kind == "salesforce":
        from wxcc_lint.documents.salesforce_view import SalesforceComponent

        return SalesforceComponent(document, tuple(environments), environment)
    raise ValueError(f"no view for documents of kind {document.kind}")


def stands_alone(document: Document, environments: Collection[Environment]) -> bool:
    """Tell whether a file is compared with no other: it is in no environment, and no component, which may lack its other half."""
    return not environments and document.kind != "salesforce"


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
        subject=problem.subject,
        related=tuple(_mark(label.place, label.message) for label in problem.also),
        related_nodes=tuple(node_of(label.place) for label in problem.also),
        fix=_fix(problem.fix),
        node=node_of(at),
    )


def _mark(place: Place, message: str = "") -> Mark:
    return Mark(place.document.root, place.span, message)


def _fix(fix: Fix | None) -> FindingFix | None:
    if fix is None:
        return None
    edits = [text_edit(edit) for edit in fix.edits]
    possible = tuple(edit for edit in edits if edit is not None)
    return FindingFix(fix.safe, fix.description, possible) if len(possible) == len(edits) else None
