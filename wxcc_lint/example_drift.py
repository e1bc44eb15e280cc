"""The examples of rules that grade changes: two texts are compared as two files would be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.grade import grade, weigh
from wxcc_lint.diff.normalise import STEPS, trees_of
from wxcc_lint.diff.objects import ConfigObject, ObjectKind, Pair
from wxcc_lint.diff.tree import Tree, written
from wxcc_lint.documents.load import parse, recognise_file
from wxcc_lint.documents.model import Document, Kind
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.example_fences import Side
from wxcc_lint.report import Finding
from wxcc_lint.rules import RuleSet
from wxcc_lint.verdict import Policy, plan

_KINDS: Mapping[str, Kind] = {".xml": "callcenter", ".json": "layout", ".cls": "salesforce"}
_OBJECTS: Mapping[Kind, ObjectKind] = {"callcenter": "callcenter", "layout": "layout", "salesforce": "component"}


def read_side(side: Side, text: str, suffix: str) -> Document:
    """Parse the text of one side. Raises ValueError for what is neither XML nor JSON nor Apex, or broken."""
    if suffix not in _KINDS:
        raise ValueError("only xml, json and apex can be compared")
    name, data = f"{side}{suffix}", text.encode()
    is_component = recognise_file(name, data) == "salesforce"
    document = parse(name, data, "salesforce" if is_component else _KINDS[suffix])
    if document.faults:
        raise ValueError(f"the {side} side cannot be read: {document.faults[0].message}")
    return document


def drift_between(left: Document | None, right: Document | None, rules: RuleSet, policy: Policy) -> list[Finding]:
    """Return what is found in a comparison of two documents of one kind, of which one may be missing."""
    pair = Pair(_named(left), _named(right), "option")
    before, after = trees_of(pair, STEPS, {})
    the_plan = plan(rules, policy, comparing=True)
    grades = grade([(pair, _changes(before, after))], rules, the_plan)
    documents = [document for document in (left, right) if document is not None]
    weighed = weigh(grades, documents, the_plan, policy, rules, cwd=Path(policy.config.root))
    return [*weighed.others, *(finding for _, finding in weighed.changes)]


def _named(document: Document | None) -> ConfigObject | None:
    if document is None:
        return None
    type_ = SalesforceComponent(document).type if document.kind == "salesforce" else ""
    return ConfigObject(_OBJECTS[document.kind], "example", document, type=type_)


def _changes(left: Tree | None, right: Tree | None) -> list[Change]:
    if left is not None and right is not None:
        return list(compare(left, right))
    if left is not None:
        return [Change("removed", (), left, None, written(left), None)]
    assert right is not None, "an example has a side"
    return [Change("added", (), None, right, None, written(right))]
