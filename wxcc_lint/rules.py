"""Rules: what one is, how a Python rule declares itself, and how rule files are found and loaded."""

from __future__ import annotations

import importlib.util
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Concatenate, Generic, Literal, ParamSpec, Protocol, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from wxcc_lint.problems import Problem
from wxcc_lint.report import Severity
from wxcc_lint.resources import resource_dir
from wxcc_lint.suggest import did_you_mean

Profile = Literal["default", "strict", "pedantic"]
PROFILES: tuple[Profile, ...] = ("default", "strict", "pedantic")
"""Each contains those before it."""
Evidence = Literal["verified", "inferred", "unverified"]

_NAME = re.compile(r"[a-z][a-z0-9]*/[a-z0-9-]+")

Check = Callable[..., Iterable[Problem]]
P = ParamSpec("P")


class View(Protocol):
    """What rules look at; `kind` is the scope word of its rules (`callcenter`, `layout`, …)."""

    kind: str


V = TypeVar("V", bound=View)


class RuleFileError(Exception):
    """A rule file cannot be used. The text names the file and says what is wrong."""


class Meta(Struct, frozen=True):
    """What a rule says of itself, the same words in Python and YAML (see CONTRIBUTING)."""

    severity: Severity
    profile: Profile = "default"
    evidence: Evidence = "verified"
    since: str = "0.1"
    generations: tuple[str, ...] = ()
    """Call centers: the generations it looks at; empty means all."""
    needs: tuple[str, ...] = ()
    """Keys of the environment it cannot work without, such as `region`."""
    aliases: tuple[str, ...] = ()
    catalogue: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Rule(Struct, frozen=True):
    """A loaded rule. `check` is None when the engine or a schema finds what this rule names and documents."""

    name: str
    on: str
    meta: Meta
    docs: str
    file: Path
    check: Check | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    describe: Callable[[Any, Any], tuple[str, str]] | None = None
    """For a schema rule with its own words: (view, place of the fault) → message and help."""
    from_schema: bool = False

    @property
    def title(self) -> str:
        """The first line of the docs: what the rule flags."""
        return self.docs.strip().split("\n", 1)[0].strip()

    @property
    def why(self) -> str:
        """The paragraph behind the title: why it matters, as one line."""
        paragraphs = [part.strip() for part in self.docs.strip().split("\n\n")]
        why = paragraphs[1] if len(paragraphs) > 1 else ""
        return "" if why.startswith("```") else " ".join(why.split())


class Declared(Struct, Generic[V, P], frozen=True):
    """What `@rule` makes of a check: the check and what was said about it."""

    name: str
    on: type[V]
    meta: Meta
    check: Callable[Concatenate[V, P], Iterable[Problem]]


def rule(
    name: str, *, on: type[V], severity: Severity, **meta: Any
) -> Callable[[Callable[Concatenate[V, P], Iterable[Problem]]], Declared[V, P]]:
    """Declare a Python rule: a generator of problems over one view; its keyword parameters are the rule's options.

    `meta` takes the fields of `Meta`. The module's docstring is the rule's documentation.
    """

    def declare(check: Callable[Concatenate[V, P], Iterable[Problem]]) -> Declared[V, P]:
        return Declared(name, on, Meta(severity=severity, **meta), check)

    return declare


def load_python_rule(file: Path) -> Rule:
    """Execute a Python rule file and return its rule. Raises RuleFileError."""
    module = _execute(file)
    declared = [value for value in vars(module).values() if isinstance(value, Declared)]
    if len(declared) != 1:
        raise RuleFileError(f"{file}: a rule file holds exactly one @rule; this one holds {len(declared)}")
    it = declared[0]
    options = {
        name: parameter.default
        for name, parameter in list(inspect.signature(it.check).parameters.items())[1:]
        if parameter.default is not inspect.Parameter.empty
    }
    return Rule(it.name, it.on.kind, it.meta, inspect.getdoc(module) or "", file, it.check, options)


def _execute(file: Path) -> ModuleType:
    name = f"wxcc_lint._rules.{file.parent.name}.{file.stem.replace('-', '_')}_{abs(hash(file)):x}"
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses and typing look their module up
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise RuleFileError(f"{file}: {type(error).__name__}: {error}") from error
    return module


def _load(file: Path) -> Rule:
    if file.suffix == ".py":
        loaded = load_python_rule(file)
    else:
        from wxcc_lint.declarative import load_yaml_rule

        loaded = load_yaml_rule(file)
    if loaded.name.rpartition("/")[2] != file.stem:
        raise RuleFileError(f"{file}: the file of the rule '{loaded.name}' must be named after it")
    return loaded


def _files(folder: Path, suffixes: Sequence[str]) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in suffixes and "__pycache__" not in path.parts)


class RuleSet(Mapping[str, Rule]):
    """Rules by name. Names are unique: a second file with a taken name or alias is an error, never an override."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[str, Rule] = {}
        self._aliases: dict[str, str] = {}
        for it in rules:
            for name in (it.name, *it.meta.aliases):
                if name in self._rules or name in self._aliases:
                    raise RuleFileError(f"{it.file}: there is already a rule named '{name}'")
            self._rules[it.name] = it
            self._aliases.update(dict.fromkeys(it.meta.aliases, it.name))

    def __getitem__(self, name: str) -> Rule:
        return self._rules[self._aliases.get(name, name)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def present_name(self, name: str) -> str:
        """Return what a rule is called today; a name that nothing goes by stays as it is."""
        return self._aliases.get(name, name)

    def selection(self, pattern: str) -> tuple[str, ...]:
        """Return the names that a rule name, alias, scope (`callcenter`) or glob (`callcenter/*-adapter-*`) stands for."""
        from fnmatch import fnmatchcase

        if pattern in self:
            return (self[pattern].name,)
        glob = f"{pattern}/*" if "/" not in pattern and "*" not in pattern else pattern
        return tuple(name for name in self._rules if fnmatchcase(name, glob))

    def unknown(self, pattern: str) -> str:
        """Return the sentence that tells a pattern stands for no rule."""
        scopes = {name.partition("/")[0] for name in self._rules}
        return f"there is no rule '{pattern}'{did_you_mean(pattern, [*self._rules, *self._aliases, *scopes])}"

    def __contains__(self, name: object) -> bool:
        return name in self._rules or name in self._aliases


@cache
def builtin_rules() -> RuleSet:
    """Return the rules that travel with wxcc-lint."""
    return RuleSet(_load(file) for file in _files(resource_dir("rules"), (".py", ".yaml")))


def load_rules(yaml_dirs: Iterable[Path] = (), trusted_dirs: Iterable[Path] = ()) -> RuleSet:
    """Return the built-in rules and those of further folders.

    From `yaml_dirs` only YAML rules are taken (a config file must not run code); from `trusted_dirs` Python rules too.
    Raises RuleFileError.
    """
    files = [file for folder in yaml_dirs for file in _files(_folder(folder), (".yaml",))]
    files += [file for folder in trusted_dirs for file in _files(_folder(folder), (".py", ".yaml"))]
    once = {file.resolve(): file for file in files}  # a folder of the config may be named on the command line as well
    for known in builtin_rules().values():
        once.pop(known.file.resolve(), None)
    return RuleSet([*builtin_rules().values(), *map(_load, once.values())]) if once else builtin_rules()


def untrusted_python_rules(yaml_dirs: Iterable[Path]) -> list[Path]:
    """Return the Python rule files that `load_rules` leaves unread in folders a config file names."""
    return [file for folder in yaml_dirs for file in _files(_folder(folder), (".py",))]


def _folder(folder: Path) -> Path:
    if not folder.is_dir():
        raise RuleFileError(f"{folder}: there is no such rule folder")
    return folder


def find_rule(name: str) -> Rule | None:
    """Return one built-in rule by its name or alias without loading the others, when the name says where it is."""
    if _NAME.fullmatch(name):
        for suffix in (".py", ".yaml"):
            file = resource_dir("rules") / f"{name}{suffix}"
            if file.is_file():
                return _load(file)
    return builtin_rules().get(name)


def with_options(it: Rule, options: Mapping[str, Any]) -> Rule:
    """Return the rule with some of its options set."""
    return replace(it, options={**it.options, **options}) if options else it
