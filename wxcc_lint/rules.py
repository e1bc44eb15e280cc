"""Rules: what one is, how a Python rule declares itself, and sets of them. Their files are read in `rule_files`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Concatenate, Generic, Literal, ParamSpec, Protocol, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from wxcc_lint.catalog.facts import Evidence
from wxcc_lint.problems import Problem
from wxcc_lint.report import Severity
from wxcc_lint.suggest import closest

Profile = Literal["default", "strict", "pedantic"]
PROFILES: tuple[Profile, ...] = ("default", "strict", "pedantic")
"""Each contains those before it."""

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
    alone: bool = False
    """Across files: it also has something to say of a call center or layout that is compared with no other."""
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
        """Return the sentence that tells a pattern stands for no rule, or for a group where one is asked for."""
        if self.selection(pattern):
            return f"'{pattern}' stands for a group of rules, and one is asked for here; see wxcc-lint rules"
        names = [*self._aliases, *self._rules]
        without_scope = {name.partition("/")[2]: name for name in names}
        scopes = {name.partition("/")[0] for name in self._rules}
        meant = without_scope.get(pattern) or closest(pattern, [*names, *scopes])
        return f"there is no rule '{pattern}'" + (f"; did you mean '{meant}'?" if meant else "")

    def __contains__(self, name: object) -> bool:
        return name in self._rules or name in self._aliases


def with_options(it: Rule, options: Mapping[str, Any]) -> Rule:
    """Return the rule with some of its options set."""
    return replace(it, options={**it.options, **options}) if options else it
