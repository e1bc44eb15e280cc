"""Compare two texts as `diff` does, up to the changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from html import escape
from types import SimpleNamespace

import pytest

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.normalise import STEPS, trees_of
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.diff.tree import Branch, Leaf, Tree
from wxcc_lint.documents.callcenter_view import GENERAL, CallCenter
from wxcc_lint.documents.load import load
from wxcc_lint.documents.model import Document

_OUTSIDE = {"reqInternalName", "reqDisplayName", "reqAdapterUrl"}


def _side(said: str | Document, name: str) -> ConfigObject:
    document = load(name, said.encode()) if isinstance(said, str) else said
    assert document is not None
    assert not document.faults, document.faults
    return ConfigObject(document.kind, "example", document)


def _trees(
    left: str | Document,
    right: str | Document,
    steps: Collection[str] = STEPS,
    variables: Mapping[str, str] | None = None,
    names: tuple[str, str] = ("left", "right"),
) -> tuple[Tree, Tree]:
    pair = Pair(_side(left, names[0]), _side(right, names[1]), "option")
    before, after = trees_of(pair, steps, variables or {})
    assert before is not None
    assert after is not None
    return before, after


def _plain(tree: Tree):
    """The normalised values as data that a judge can compare, with keys in place of positions."""
    attributes = {f"@{name}": _plain(one) for name, one in tree.attributes.items()}
    if isinstance(tree, Leaf):
        return {"": tree.value, **attributes} if attributes else tree.value
    assert isinstance(tree, Branch)
    return {str(key): _plain(child) for key, child in tree.children.items()} | attributes


def _changes(*args, **options) -> list[Change]:
    return list(compare(*_trees(*args, **options)))


def _told(*args, **options) -> list[tuple]:
    return [(one.kind, one.at, one.left_value, one.right_value) for one in _changes(*args, **options)]


@pytest.fixture(scope="session")
def diff() -> SimpleNamespace:
    """`trees`, `changes`, `told` (kind, address, old and new value of each change) and `plain` data of a tree."""
    return SimpleNamespace(trees=_trees, changes=_changes, told=_told, plain=_plain)


@pytest.fixture(scope="session")
def retrieved() -> Callable[[str], str]:
    """Rewrite an import file as it is retrieved from an org, in one line and with all quotes as entities."""
    return _retrieved


def _retrieved(text: str) -> str:
    view = CallCenter(_side(text, "left").document)
    said = {item.name: item.value for item in view.items() if item.section == GENERAL}
    labels = {item.name: item.label or "" for item in view.items() if item.section == GENERAL}
    settings = json.dumps({name: value for name, value in said.items() if name not in _OUTSIDE})
    parts = ['<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">']
    parts += [f"<fullName>{said.get('reqInternalName', '')}</fullName>"]
    if "reqAdapterUrl" in said:
        parts += [f"<adapterUrl>{escape(said['reqAdapterUrl'])}</adapterUrl>"]
    parts += [f"<customSettings>{escape(settings)}</customSettings>"]
    parts += [f"<displayName>{escape(said.get('reqDisplayName', ''))}</displayName>"]
    parts += [f"<displayNameLabel>{escape(labels.get('reqDisplayName', ''))}</displayNameLabel>"]
    parts += [f"<internalNameLabel>{escape(labels.get('reqInternalName', ''))}</internalNameLabel>"]
    for section in reversed(view.sections):
        items = [item for item in section.items if item.name not in {"reqInternalName", "reqDisplayName"}]
        parts += ["<sections>"]
        for item in items:
            value = f"<value>{escape(item.text)}</value>" if item.text else ""
            parts += [f"<items><label>{escape(item.label or '')}</label><name>{item.name}</name>{value}</items>"]
        parts += [f"<label>{escape(section.label or '')}</label><name>{section.name}</name></sections>"]
    return "".join([*parts, "</CallCenter>"])
