"""What several targets hold documents to."""

from __future__ import annotations

from typing import Any

from wxcc_lint.documents.identity import identity, identity_path
from wxcc_lint.documents.model import Document, Path
from wxcc_lint.documents.nodes import json_paths
from wxcc_lint.documents.paths import parse_path, parse_pattern
from wxcc_lint.spans import Span


def inside(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)


def assert_one_fault(document: Document) -> None:
    """What cannot be read is told once, in one line of words, at a place in the text."""
    assert document.data is None
    (fault,) = document.faults
    assert inside(fault.span, document.text.text)
    assert fault.rule.startswith("meta/")
    assert fault.message.strip()


def assert_addresses(document: Document) -> None:
    """Each node has an address of its own, which reads back and as a pattern means this node alone."""
    addresses: dict[str, Path] = {}
    for path in json_paths(document.data):
        address = identity(document, path)
        assert parse_path(address) == identity_path(document, path)
        assert parse_pattern(address).matches(identity_path(document, path))
        assert addresses.setdefault(address, path) == path, f"{address} means two nodes"


def value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
