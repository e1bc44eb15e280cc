"""All that a rule author needs; the modules beside this one hold what the rules of this house need beyond it."""

from __future__ import annotations

from wxcc_lint.catalog.callcenter import ItemFact as ItemFact, Release as Release
from wxcc_lint.documents.allowlist import AllowList as AllowList
from wxcc_lint.documents.callcenter import Item as Item, Section as Section
from wxcc_lint.documents.callcenter_view import CallCenter as CallCenter
from wxcc_lint.documents.layout_nodes import Component as Component, Page as Page, Role as Role
from wxcc_lint.documents.layout_view import Layout as Layout
from wxcc_lint.documents.model import Document as Document, Path as Path, Place as Place
from wxcc_lint.documents.project import Project as Project
from wxcc_lint.documents.salesforce_view import SalesforceComponent as SalesforceComponent
from wxcc_lint.problems import Edit as Edit, Fix as Fix, Label as Label, Problem as Problem
from wxcc_lint.rules import rule as rule
from wxcc_lint.suggest import closest as closest, did_you_mean as did_you_mean
