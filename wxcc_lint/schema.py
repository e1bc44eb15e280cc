"""Check data against the schemas of the project; every error becomes one sentence at one place.

Besides JSON Schema 2020-12, a position in a schema may hold

* `x-rule`: the rule that names the findings there and below, up to the next `x-rule`;
* `x-message`: the message in place of ours, and no help, except for a wrong type; `{value}` and `{key}` are filled in;
* `x-help`: the help in place of ours, likewise;
* `x-mend`: what mends it, see `schema_mends`.

The root of a schema for files that people write holds `x-files`, globs of where these usually lie, for editors.

A forbidden key is written `{"not": {}}`: where the schema is `false`, jsonschema does not tell which key it was.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from wxcc_lint.documents.limits import MAX_DEPTH
from wxcc_lint.documents.model import Part, Path
from wxcc_lint.resources import resource_dir
from wxcc_lint.schema_mends import Mend, mend
from wxcc_lint.schema_quick import is_surely_valid
from wxcc_lint.schema_words import ROOT, Failure, Wording, describe, plain

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from referencing import Registry, Resource

Schema = Mapping[str, Any]

_SUFFIX = ".schema.json"
_FORMATS = ("date",)
"""Formats that are checked; what the others mean depends on which packages are installed."""

_CALLS_A_LEVEL = 12
"""What jsonschema needs at the most for a level of the data, with room to spare: `$ref`, `allOf` and `if` are calls too."""

_RANKS: Mapping[Any, int] = {"type": 0, "additionalProperties": 1, "unevaluatedProperties": 1, "required": 2}
_OTHER = 3
"""Of several errors at one node only those of the lowest rank are told."""


@dataclass(frozen=True, slots=True)
class SchemaFinding:
    """One error. `path` is the wrong value, the unknown key, or the object in which the key `missing` is missing."""

    rule: str | None
    path: Path
    part: Part
    message: str
    help: str
    mend: Mend | None = field(default=None, compare=False)
    missing: str = field(default="", compare=False)


class _Candidate(Struct, frozen=True):
    """A finding that may be told, and what decides whether it is."""

    finding: SchemaFinding
    wording: Wording
    rank: int


def schema_names() -> list[str]:
    """Return the names of all shipped schemas in order."""
    return sorted(path.name.removesuffix(_SUFFIX) for path in resource_dir("schemas").glob(f"*{_SUFFIX}"))


def schema_text(name: str) -> str:
    """Return the shipped schema of this name as it stands in its file. Raises FileNotFoundError."""
    return (resource_dir("schemas") / f"{name}{_SUFFIX}").read_text("utf-8")


@cache
def load_schema(name: str) -> Schema:
    """Return the shipped schema of this name, say `config`. Raises FileNotFoundError."""
    schema: dict[str, Any] = json.loads(schema_text(name))
    # With it jsonschema would leave our extended validator for the plain one wherever a `$ref` leads to a whole file.
    del schema["$schema"]
    return schema


def schema_findings(data: Any, schema: Schema, root: str = ROOT) -> Iterator[SchemaFinding]:
    """Yield what is wrong with `data`, in the order of the data; `schema` is as `load_schema` gives it.

    `root` is what messages call the whole of the data.

    Of several errors at one node the most useful is told, and a missing key is not when an unknown one resembles it.
    """
    if is_surely_valid(data, schema):
        return
    from jsonschema import FormatChecker

    validator = _validator_class()(schema, registry=_registry(), format_checker=FormatChecker(_FORMATS))
    with _room_for_depth():
        failures = [failure for error in validator.iter_errors(data) for failure in _failures(error, root)]
    candidates = [_candidate(failure, wording, schema) for failure in failures for wording in describe(failure)]
    in_order = sorted(_unexplained(candidates), key=lambda candidate: _position(data, candidate.finding.path))
    for _, group in groupby(in_order, key=lambda candidate: candidate.finding.path):
        yield from _most_useful(list(group))


@contextmanager
def _room_for_depth() -> Iterator[None]:
    """Let jsonschema go as deep as data may be nested: it takes up to `_CALLS_A_LEVEL` calls for each level."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _CALLS_A_LEVEL * MAX_DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


@cache
def _validator_class() -> Any:
    """Return jsonschema's validator, which by itself leaves `$ref` out of the schema path of an error."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    follow = Draft202012Validator.VALIDATORS["$ref"]

    def follow_and_tell(validator: Any, ref: str, instance: Any, schema: Schema) -> Iterator[ValidationError]:
        for error in follow(validator, ref, instance, schema):
            error.schema_path.appendleft("$ref")
            yield error

    return extend(Draft202012Validator, {"$ref": follow_and_tell})  # type: ignore[no-untyped-call]


@cache
def _registry() -> Registry[Schema]:
    """Return all shipped schemas under their `$id`; nothing is ever fetched."""
    from referencing import Registry

    resources = (_resource(load_schema(name)) for name in schema_names())
    return Registry().with_resources((resource.id() or "", resource) for resource in resources).crawl()


def _resource(schema: Schema) -> Resource[Schema]:
    from referencing.jsonschema import DRAFT202012

    return DRAFT202012.create_resource(schema)


def _failures(error: ValidationError, root: str) -> Iterator[Failure]:
    """Yield what one error comes down to.

    Of `anyOf` and `oneOf` the branch is told that allows a value of this type, if there is just one.
    """
    branches: dict[Any, list[ValidationError]] = {}
    for branch_error in error.context or ():
        branches.setdefault(branch_error.schema_path[0], []).append(branch_error)
    meant = [errors for errors in branches.values() if not any(map(_is_wrong_type, errors))]
    if len(meant) == 1:
        for branch_error in meant[0]:
            yield from _failures(branch_error, root)
        return
    keyword: Any = error.validator
    limit: Any = error.validator_value
    if branches and not meant:
        keyword, limit = "type", [each.validator_value for each in error.context or () if _is_wrong_type(each)]
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    path, schema_path = tuple(error.absolute_path), tuple(error.absolute_schema_path)
    yield Failure(keyword, limit, error.instance, path, schema, schema_path, error.message, root)


def _is_wrong_type(error: ValidationError) -> bool:
    """Tell whether a branch fails because the value as a whole is of the wrong type."""
    return error.validator == "type" and not error.relative_path


def _candidate(failure: Failure, wording: Wording, schema: Schema) -> _Candidate:
    def said(override: str, otherwise: str) -> str:
        if override not in failure.schema:
            return otherwise
        text: str = failure.schema[override]
        return text.replace("{key}", plain(wording.key)).replace("{value}", plain(failure.value))

    overridden = "x-message" in failure.schema and failure.keyword != "type"
    message = said("x-message", "") if overridden else wording.message
    help_ = said("x-help", "" if overridden else wording.help)
    rule, how = _rule(failure.schema_path, schema), mend(failure, wording)
    missing = wording.key if wording.missing else ""
    finding = SchemaFinding(rule, wording.path, wording.part, message, help_, how, missing)
    return _Candidate(finding, wording, _RANKS.get(failure.keyword, _OTHER))


def _rule(schema_path: Path, schema: Schema) -> str | None:
    """Return the nearest `x-rule` on the way from the root of the schema to the keyword that failed."""
    node: Any = schema
    resolver = _registry().resolver_with_root(_resource(schema))
    rule: str | None = schema.get("x-rule")
    for step in schema_path:
        if step == "$ref" and isinstance(node["$ref"], str):
            resolved = resolver.lookup(node["$ref"])
            node, resolver = resolved.contents, resolved.resolver
        else:
            node = node[step]
        if isinstance(node, Mapping):
            rule = node.get("x-rule", rule)
    return rule


def _unexplained(candidates: Iterable[_Candidate]) -> Iterator[_Candidate]:
    """Leave out repeats, and missing keys that stand there misspelt."""
    unique = list(dict.fromkeys(candidates))
    misspelt = {(*each.wording.path[:-1], each.wording.meant) for each in unique if each.wording.meant}
    for each in unique:
        if not (each.wording.missing and (*each.wording.path, each.wording.key) in misspelt):
            yield each


def _most_useful(candidates: list[_Candidate]) -> Iterator[SchemaFinding]:
    """Yield every missing key of a node, else its first error of the best rank."""
    best = min(candidates, key=lambda candidate: candidate.rank)
    if not best.wording.missing:
        yield best.finding
        return
    yield from (candidate.finding for candidate in candidates if candidate.wording.missing)


def _position(data: Any, path: Path) -> tuple[int, ...]:
    """Return where a node stands among its siblings and its ancestors among theirs."""
    position = []
    for step in path:
        position.append(step if isinstance(step, int) else list(data).index(step))
        data = data[step]
    return tuple(position)
