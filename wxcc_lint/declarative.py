"""Rules written in YAML: a closed vocabulary of checks on the nodes of a view. What needs more is Python."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from msgspec import Struct

from wxcc_lint.checks import Checks, compile_checks
from wxcc_lint.documents.identity import identity_path
from wxcc_lint.documents.model import Path
from wxcc_lint.documents.nodes import Node, Nodes
from wxcc_lint.documents.paths import PathSyntaxError, Pattern, parse_path, parse_pattern
from wxcc_lint.files import read_file
from wxcc_lint.problems import Edit, Fix, Label, Problem
from wxcc_lint.resources import resource_dir
from wxcc_lint.rules import Meta, Rule, RuleFileError
from wxcc_lint.schema_words import plain, quoted
from wxcc_lint.yaml_file import read_yaml, yaml_problems

_PLACEHOLDER = re.compile(r"\{(label|value|name)(?::([^{}]+))?\}")
_META = Meta.__struct_fields__


def load_yaml_rule(file: FilePath) -> Rule:
    """Read a YAML rule file. Raises RuleFileError, which names file, line and the word at fault."""
    return yaml_rule(file, read_yaml_rule(file))


def yaml_rule(file: FilePath, data: Mapping[str, Any]) -> Rule:
    """Return the rule that the content of a file says. Raises RuleFileError."""
    said: dict[str, Any] = {
        key: tuple(data[key]) if isinstance(data[key], list) else data[key] for key in _META if key in data
    }
    by_schema = data.get("by") == "schema"
    try:
        _parse_relative_paths(data)
        check = _Check.of(data) if "given" in data else None
    except PathSyntaxError as error:
        raise RuleFileError(f"{file}: 'given' is not a path: {error}") from error
    except (re.error, ValueError) as error:
        raise RuleFileError(f"{file}: {error}") from error
    describe = _describer(data) if by_schema and "message" in data else None
    return Rule(data["rule"], data["on"], Meta(**said), data["docs"], file, check, {}, describe, by_schema)


def read_yaml_rule(file: FilePath) -> dict[str, Any]:
    """Return the content of a rule file that fits the schema of rules. Raises RuleFileError."""
    try:
        document = read_yaml(file.as_posix(), read_file(file))
    except OSError as error:
        raise RuleFileError(f"{file}: cannot be read: {(error.strerror or str(error)).lower()}") from error
    is_ours = file.is_relative_to(resource_dir("rules"))  # then a test has held it against the schema
    problem = next(yaml_problems(document, None if is_ours else "rule"), None)
    if problem is not None:
        raise RuleFileError(f"{file}:{document.text.locate(problem.span.start).line}: {problem.message}")
    data: dict[str, Any] = document.data
    return data


class _Check(Struct, frozen=True):
    """The compiled body of a YAML rule; called with a view it yields problems."""

    given: Pattern
    literal: Path | None
    when: Mapping[str, Checks]
    expect: Mapping[str, Checks]
    also: Sequence[str]
    message: str
    help: str
    fix: Mapping[str, Any] | None

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> _Check:
        given = parse_pattern(data["given"])
        names = tuple(token for token in given.tokens if isinstance(token, str))
        literal = names if names == given.tokens else None
        when = {path: compile_checks(checks) for path, checks in data.get("when", {}).items()}
        expect = {path: compile_checks(checks) for path, checks in data["expect"].items()}
        return cls(
            given, literal, when, expect, data.get("also", ()), data["message"], data.get("help", ""), data.get("fix")
        )

    def __call__(self, view: Nodes) -> Iterator[Problem]:
        for path, node in self._given(view):
            if next(_failed(self.when, view, path, node), None) is not None:
                continue
            failed = set(_failed(self.expect, view, path, node))
            if failed:
                yield self._problem(view, path, node, failed)

    def _given(self, view: Nodes) -> Iterator[tuple[Path, Node]]:
        if self.literal is not None:
            node = view.node(self.literal)
            if node is not None:
                yield self.literal, node
            return
        last = self.given.tokens[-1] if self.given.tokens else None
        for path, node in view.nodes():
            if isinstance(last, str) and path[-1:] != (last,):
                continue  # spares working out the identity of a node that has another name
            if self.given.matches(identity_path(node.place.document, node.place.path)):
                yield path, node

    def _problem(self, view: Nodes, path: Path, node: Node, failed: set[str]) -> Problem:
        return Problem(
            _fill(self.message, view, path, node),
            node.at,
            also=tuple(self._labels(view, path, failed)),
            help=_fill(self.help, view, path, node),
            fix=self._fix(view, path, node),
        )

    def _labels(self, view: Nodes, path: Path, failed: set[str]) -> Iterator[Label]:
        for at in self.also:
            if at in self.expect and at not in failed:
                continue
            other = _relative(view, path, at)
            if other is not None:
                words = "is blank" if other.value in ("", None) else f"is {quoted(other.value)}"
                yield Label(other.at, f"{other.name} {words}")

    def _fix(self, view: Nodes, path: Path, node: Node) -> Fix | None:
        if self.fix is None:
            return None
        target = _relative(view, path, self.fix["at"]) if "at" in self.fix else node
        if target is None:
            return None
        action = next(key for key in ("set", "rename", "remove") if key in self.fix)
        words = {
            "set": f"set {target.name} to '{plain(self.fix.get('set'))}'",
            "rename": f"rename {target.name} to '{self.fix.get('rename')}'",
            "remove": f"remove {target.name}",
        }
        value = None if action == "remove" else self.fix[action]
        edit = Edit(target.place, action, value)  # type: ignore[arg-type]  # `next` over the three literals
        return Fix(words[action], (edit,), safe=self.fix.get("safe", True))


def _describer(data: Mapping[str, Any]) -> Callable[[Nodes, Path], tuple[str, str]]:
    def describe(view: Nodes, path: Path) -> tuple[str, str]:
        node = view.node(path) or Node(view.missing(path), "", str(path[-1]) if path else "", "")
        return _fill(data["message"], view, path, node), _fill(data.get("help", ""), view, path, node)

    return describe


@cache
def _steps(path: str) -> tuple[str, ...]:
    """Return the names in a relative path. Raises ValueError, also for selectors: it leads from one node to one other."""
    try:
        steps = parse_path("/" + path).steps
    except PathSyntaxError as error:
        raise ValueError(f"'{path}' is not a relative path: {error}") from error
    if any(step.selectors for step in steps):
        raise ValueError(f"'{path}' is not a relative path: it consists of names, '.' and '..'")
    return tuple(step.name or "" for step in steps)


def _parse_relative_paths(data: Mapping[str, Any]) -> None:
    """Raise ValueError for a relative path that nothing can follow, before the rule is put to work."""
    in_texts = _PLACEHOLDER.findall(data.get("message", "") + data.get("help", ""))
    in_fix = [data["fix"]["at"]] if "at" in data.get("fix", {}) else []
    for path in (*data.get("when", ()), *data.get("expect", ()), *data.get("also", ()), *in_fix):
        _steps(path)
    for _, path in in_texts:
        if path:
            _steps(path)


def _failed(wanted: Mapping[str, Checks], view: Nodes, path: Path, node: Node) -> Iterator[str]:
    """Yield the relative paths that lead from a node to one for which the checks do not hold."""
    for at, checks in wanted.items():
        if not checks.hold(node if at == "." else _relative(view, path, at)):
            yield at


def _relative(view: Nodes, path: Path, relative: str) -> Node | None:
    """Return the node a relative path (`.`, `../name`, `name/other`, `@label`) leads to."""
    for step in _steps(relative):
        if step == "..":
            path = path[:-1]
        elif step != ".":
            path = (*path, step)
    return view.node(path)


def _fill(text: str, view: Nodes, path: Path, node: Node) -> str:
    """Put `{label}`, `{value}`, `{name}` of the node, or with `:` and a relative path of another one, into a text."""

    def replacement(match: re.Match[str]) -> str:
        other = _relative(view, path, match[2]) if match[2] else node
        if other is None:
            return _steps(match[2])[-1] if match[1] != "value" else ""
        said = getattr(other, match[1])
        return said if isinstance(said, str) else plain(said)

    return _PLACEHOLDER.sub(replacement, text)
