"""All that a rule author needs; the modules beside this one hold what the rules of this house need beyond it."""

from __future__ import annotations

from wxcc_lint.catalog.callcenter import ItemFact as ItemFact
from wxcc_lint.catalog.callcenter import Release as Release
from wxcc_lint.documents.allowlist import AllowList as AllowList
from wxcc_lint.documents.callcenter import Item as Item
from wxcc_lint.documents.callcenter import Section as Section
from wxcc_lint.documents.callcenter_view import CallCenter as CallCenter
from wxcc_lint.documents.layout_nodes import Component as Component
from wxcc_lint.documents.layout_nodes import Page as Page
from wxcc_lint.documents.layout_nodes import Role as Role
from wxcc_lint.documents.layout_view import Layout as Layout
from wxcc_lint.documents.model import Document as Document
from wxcc_lint.documents.model import Path as Path
from wxcc_lint.documents.model import Place as Place
from wxcc_lint.documents.project import Project as Project
from wxcc_lint.documents.salesforce_view import SalesforceComponent as SalesforceComponent
from wxcc_lint.problems import Edit as Edit
from wxcc_lint.problems import Fix as Fix
from wxcc_lint.problems import Label as Label
from wxcc_lint.problems import Problem as Problem
from wxcc_lint.rules import rule as rule
from wxcc_lint.suggest import closest as closest
from wxcc_lint.suggest import did_you_mean as did_you_mean
