"""The YAML files that people write for wxcc-lint itself, config and rules: read, and held against a shipped schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wxcc_lint.documents.decode import decode
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.yaml import parse_yaml
from wxcc_lint.spans import Span


class YamlProblem(NamedTuple):
    """One thing wrong with such a file, and where in its text."""

    span: Span
    message: str
    help: str


def read_yaml(name: str, data: bytes) -> Document:
    """Decode and parse a file. Never raises: what keeps it from being read stands in `faults`."""
    text, undecodable = decode(data)
    document = parse_yaml(name, text, "config")
    if undecodable is not None:
        document.faults = (undecodable,)
    return document


def yaml_problems(document: Document, schema: str | None) -> Iterator[YamlProblem]:
    """Yield why a file cannot be read, else its repeated keys and what the shipped schema of this name has against it."""
    if document.faults:
        yield from (YamlProblem(fault.span, fault.message, fault.help) for fault in document.faults)
        return
    for twice in document.duplicates:
        line = document.text.locate(twice.first.start).line
        message = f"the key '{twice.path[-1]}' stands twice"
        yield YamlProblem(twice.again, message, f"keep one of them; the first stands on line {line}")
    if schema is not None:
        yield from _against(document, schema)


def _against(document: Document, schema: str) -> Iterator[YamlProblem]:
    from wxcc_lint.schema import load_schema, schema_findings

    for finding in schema_findings(document.data, load_schema(schema)):
        place = Place(document, finding.path, finding.part)
        is_blank = place.span.start == place.span.end
        yield YamlProblem(place.key().span if is_blank else place.span, finding.message, finding.help)
