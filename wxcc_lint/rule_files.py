"""Find and load rule files.

Those that travel with wxcc-lint are read once and kept; a start then runs only the code of rules that have something to do.
"""

from __future__ import annotations

import inspect
import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from wxcc_lint.files import read_file
from wxcc_lint.kept import kept
from wxcc_lint.resources import resource_dir
from wxcc_lint.rules import Declared, Meta, Rule, RuleFileError, RuleSet

_PYTHON, _YAML = ".py", ".yaml"
_MAKERS = ("declarative.py", "documents/yaml.py", "rule_files.py", "rules.py", "yaml_file.py")
"""The modules that make of a rule's file what is kept of it."""


@cache
def builtin_rules() -> RuleSet:
    """Return the rules that travel with wxcc-lint."""
    files = list(_files(resource_dir("rules"), (_PYTHON, _YAML)))
    makers = (Path(__file__).parent / module for module in _MAKERS)
    stored = kept("rules", [*files, *makers], lambda: [_stored(file) for file in files])
    return RuleSet(_restored(file, *one) for file, one in zip(files, stored, strict=True))


def load_rules(yaml_dirs: Iterable[Path] = (), trusted_dirs: Iterable[Path] = ()) -> RuleSet:
    """Return the built-in rules and those of further folders.

    From `yaml_dirs` only YAML rules are taken (a config file must not run code); from `trusted_dirs` Python rules too.
    Raises RuleFileError.
    """
    files = [file for folder in yaml_dirs for file in _files(_folder(folder), (_YAML,))]
    files += [file for folder in trusted_dirs for file in _files(_folder(folder), (_PYTHON, _YAML))]
    if not files:
        return builtin_rules()
    once = {file.resolve(): file for file in files}  # a folder of the config may be named on the command line as well
    for known in builtin_rules().values():
        once.pop(known.file.resolve(), None)
    return RuleSet([*builtin_rules().values(), *map(_load, once.values())])


def untrusted_python_rules(yaml_dirs: Iterable[Path]) -> list[Path]:
    """Return the Python rule files that `load_rules` leaves unread in folders a config file names."""
    return [file for folder in yaml_dirs for file in _files(_folder(folder), (_PYTHON,))]


def load_python_rule(file: Path) -> Rule:
    """Execute a Python rule file and return its rule. Raises RuleFileError."""
    module = _executed(file, _compiled(file))
    it = _declared(module)
    parameters = list(inspect.signature(it.check).parameters.items())[1:]
    options = {name: one.default for name, one in parameters if one.default is not inspect.Parameter.empty}
    return Rule(it.name, it.on.kind, it.meta, inspect.getdoc(module) or "", file, it.check, options)


def _load(file: Path) -> Rule:
    if file.suffix == _PYTHON:
        loaded = load_python_rule(file)
    else:
        from wxcc_lint.declarative import load_yaml_rule

        loaded = load_yaml_rule(file)
    if loaded.name.rpartition("/")[2] != file.stem:
        raise RuleFileError(f"{file}: the file of the rule '{loaded.name}' must be named after it")
    return loaded


def _files(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(at, name) for name in sorted(names) if name.endswith(suffixes))


def _folder(folder: Path) -> Path:
    if not folder.is_dir():
        raise RuleFileError(f"{folder}: there is no such rule folder")
    return folder


# Rules in Python


def _compiled(file: Path) -> CodeType:
    try:
        return compile(read_file(file), str(file), "exec", dont_inherit=True)
    except (OSError, SyntaxError, ValueError) as error:
        raise RuleFileError(f"{file}: {type(error).__name__}: {error}") from error


def _declared(module: ModuleType) -> Declared[Any, ...]:
    declared = [value for value in vars(module).values() if isinstance(value, Declared)]
    if len(declared) != 1:
        raise RuleFileError(f"{module.__file__}: a rule file holds exactly one @rule; this one holds {len(declared)}")
    return declared[0]


def _executed(file: Path, code: CodeType) -> ModuleType:
    name = f"wxcc_lint._rules.{file.parent.name}.{file.stem.replace('-', '_')}_{abs(hash(file)):x}"
    module = ModuleType(name)
    module.__file__ = str(file)
    sys.modules[name] = module  # typing looks the module of a class up
    try:
        exec(code, vars(module))  # noqa: S102 — a rule is code, and only folders that the user names hold any
    except (Exception, SystemExit) as error:
        raise RuleFileError(f"{file}: {type(error).__name__}: {error}") from error
    return module


# Rules that are kept


def _stored(file: Path) -> tuple[Any, ...]:
    """Return what `_restored` makes the rule of again: what it says of itself, and its body as bytes."""
    it = _load(file)
    said = (it.name, it.on, asdict(it.meta), it.docs, it.options, it.from_schema)
    return *said, it.check is not None, it.describe is not None, marshal.dumps(_body(file))


def _body(file: Path) -> Any:
    if file.suffix == _PYTHON:
        return _compiled(file)
    from wxcc_lint.declarative import read_yaml_rule

    return read_yaml_rule(file)


def _restored(
    file: Path,
    name: str,
    on: str,
    meta: dict[str, Any],
    docs: str,
    options: dict[str, Any],
    from_schema: bool,
    has_check: bool,
    has_words: bool,
    body: bytes,
) -> Rule:
    check = _Deferred(partial(_check, file, body)) if has_check else None
    describe = _Deferred(partial(_words, file, body)) if has_words else None
    return Rule(name, on, Meta(**meta), docs, file, check, options, describe, from_schema)


def _check(file: Path, body: bytes) -> Any:
    content = marshal.loads(body)  # noqa: S302 — see `kept`
    if file.suffix == _PYTHON:
        return _declared(_executed(file, content)).check
    from wxcc_lint.declarative import yaml_rule

    return yaml_rule(file, content).check


def _words(file: Path, body: bytes) -> Any:
    from wxcc_lint.declarative import yaml_rule

    return yaml_rule(file, marshal.loads(body)).describe  # noqa: S302 — see `kept`


class _Deferred(Struct):
    """A function that is made when it is first called."""

    make: Callable[[], Any]
    made: Any = None

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        if self.made is None:
            self.made = self.make()
        return self.made(*arguments, **options)
