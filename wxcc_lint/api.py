"""All that a rule author imports."""

from __future__ import annotations

from wxcc_lint.catalog.callcenter import ItemFact, Release
from wxcc_lint.documents.callcenter import Item, Section
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.problems import Edit, Fix, Label, Problem
from wxcc_lint.rules import rule
from wxcc_lint.suggest import closest, did_you_mean

__all__ = [
    "CallCenter",
    "Document",
    "Edit",
    "Fix",
    "Item",
    "ItemFact",
    "Label",
    "Place",
    "Problem",
    "Release",
    "Section",
    "closest",
    "did_you_mean",
    "rule",
]
