"""What a change is about, told by where it is, its kind and its values."""

from __future__ import annotations

from typing import Any

import pytest

from wxcc_lint.catalog.callcenter import vocabulary
from wxcc_lint.diff.aspects import callcenter_aspect, component_aspect, layout_aspect
from wxcc_lint.diff.changes import Change, ChangeKind
from wxcc_lint.diff.tree import Key
from wxcc_lint.documents.load import parse
from wxcc_lint.documents.paths import IndexSelector, parse_path
from wxcc_lint.documents.salesforce_view import SalesforceComponent

COMPONENT = "/agent/area/panel[comp=x-y]"
MAIN = "/agent/area/navigation[nav.navigateTo=p]/page/widgets/main"
HERE, THERE = "https://here.example.com/a.js", "https://there.example.com/a.js"


def change(kind: ChangeKind, at: str, left: Any = "a", right: Any = "b") -> Change:
    levels = (level for step in parse_path(at).steps for level in step.levels)
    keys: tuple[Key, ...] = tuple(one.index if isinstance(one, IndexSelector) else one for one in levels)
    return Change(kind, keys, None, None, left, right)


@pytest.mark.parametrize(
    ("kind", "at", "aspect"),
    [
        ("removed", "/", "missing-object"),
        ("added", "/", "extra-object"),
        ("ambiguous", "/", "ambiguous-object"),
        ("renamed", "/", "identity"),
        ("changed", "/", "form"),
        ("changed", "/jsonFileContent", "form"),
        ("moved", COMPONENT, "order"),
        ("changed", "/teamIds", "assignment"),
        ("changed", "/appTitle", "text"),
        ("changed", "/unheard", "setting"),
        ("added", "/supervisor", "role"),
        ("changed", "/agent/version", "note"),
        ("changed", "/agent/unheard", "setting"),
        ("changed", "/jsonFileContent/agent/logo", "look"),
        ("changed", "/area/panel/comp", "component"),
        ("added", "/agent/area/headless[comp=x-y]", "headless"),
        ("removed", "/agent/area/headless[comp=x-y]", "widget"),
        ("added", "/agent/area/navigation[nav.navigateTo=p]", "page"),
        ("removed", "/agent/area/panel", "widget"),
        ("added", "/agent/area", "widget"),
        ("added", f"{MAIN}", "widget"),
        ("added", f"{MAIN}/children[comp=md-tab,tab=Orders]", "tab"),
        ("added", f"{MAIN}/children[comp=md-tab-panel,tab=Orders]", "tab"),
        ("added", f"{MAIN}/children[comp=x-y]", "widget"),
        ("added", f"{MAIN}/children[#1]", "widget"),
        ("changed", f"{MAIN}/children[comp=x-y]/textContent", "text"),
        ("changed", f"{MAIN}/attributes/label", "text"),
        ("changed", f"{MAIN}/attributes/comp", "property"),
        ("changed", f"{MAIN}/properties/label", "property"),
        ("changed", f"{MAIN}/properties/label/icon", "property"),
        ("changed", f"{MAIN}/visibility/whatever", "visibility"),
        ("changed", f"{MAIN}/whatever", "property"),
    ],
)
def test_a_change_of_a_layout_is_about_its_place(kind: ChangeKind, at: str, aspect: str) -> None:
    assert layout_aspect(change(kind, at)) == aspect


@pytest.mark.parametrize(
    ("at", "left", "aspect"),
    [
        (f"{MAIN}", "main", "look"),
        ("/agent/area/navigation[nav.navigateTo=p]", "p", "route"),
        (f"{MAIN}/children[comp=md-tab,tab=Orders]", "Orders", "text"),
        (f"{MAIN}/children[comp=x-y,wrapper.title=Orders]", "Orders", "text"),
        (f"{MAIN}/children[comp=x-y,attributes.id=i]", "i", "property"),
        (f"{MAIN}/children[comp=x-y,attributes.id=i]", "x-y", "component"),
    ],
)
def test_a_new_name_is_about_what_was_called_so(at: str, left: str, aspect: str) -> None:
    assert layout_aspect(change("renamed", at, left, "new")) == aspect


@pytest.mark.parametrize(
    ("at", "left", "right", "aspect"),
    [
        (f"{MAIN}/script", HERE, THERE, "script-host"),
        (f"{MAIN}/script", HERE, HERE.replace("a.js", "b.js"), "script"),
        (f"{MAIN}/script", None, HERE, "script-host"),
        (f"{MAIN}/properties/script", HERE, THERE, "script-host"),
        (f"{MAIN}/script/more", HERE, THERE, "script"),
        (f"{MAIN}/properties/url", HERE, THERE, "host"),
        (f"{MAIN}/attributes/url", HERE, THERE, "host"),
        (f"{MAIN}/attributes/title", HERE, THERE, "host"),
        (f"{MAIN}/title", HERE, THERE, "text"),
        (f"{MAIN}/properties/urls", f"{HERE},{THERE}", f"{THERE},{HERE}", "property"),
        (f"{MAIN}/properties/urls", f"{HERE},{THERE}", HERE, "host"),
        (f"{MAIN}/properties/urls", [HERE, {"a": THERE}], [THERE, {"b": HERE}], "property"),
        (f"{MAIN}/properties/urls", [HERE, {"a": THERE}], [THERE], "host"),
        (f"{MAIN}/properties/count", 1, 2, "property"),
        (f"{MAIN}/properties/data", "$STORE.agent", "x", "binding"),
        (f"{MAIN}/properties/data", 1, "$STORE.agent", "binding"),
        (f"{MAIN}/properties/data", HERE, "$STORE.agent", "binding"),
        (f"{MAIN}/properties/data", "see $STORE", "x", "property"),
    ],
)
def test_a_change_in_a_component_is_about_its_values_too(at: str, left: Any, right: Any, aspect: str) -> None:
    assert layout_aspect(change("changed", at, left, right)) == aspect


GENERAL = "/reqGeneralInfo"


@pytest.mark.parametrize(
    ("kind", "at", "left", "right", "aspect"),
    [
        ("removed", "/", None, None, "missing-object"),
        ("changed", "/", None, None, "form"),
        ("moved", f"{GENERAL}/reqAdapterUrl", 1, 2, "order"),
        ("changed", "/@adapterUrl", "a", "b", "address"),
        ("changed", f"{GENERAL}/reqAdapterUrl/@label", "a", "b", "text"),
        ("changed", f"{GENERAL}/reqAdapterUrl/@unheard", "a", "b", "value"),
        ("added", "/acme", None, None, "item"),
        ("changed", f"{GENERAL}/reqDisplayName", "a", "b", "text"),
        ("changed", f"{GENERAL}/reqAdapterUrl", "a", "b", "address"),
        ("added", f"{GENERAL}/reqAdapterUrl", None, "a", "address"),
        ("added", f"{GENERAL}/reqAdapterUrl", None, " ", "item"),
        ("removed", f"{GENERAL}/reqAdapterUrl", "a", None, "address"),
        ("removed", f"{GENERAL}/reqDisplayName", "a", None, "item"),
        ("changed", f"{GENERAL}/unheard", "a", "b", "value"),
        ("added", f"{GENERAL}/unheard", None, "a", "item"),
        ("changed", "/reqActivityRecordConfig/isCallNotesEnabled", "true", "false", "switch"),
        ("added", "/reqActivityRecordConfig/isCallNotesEnabled", None, "false", "item"),
    ],
)
def test_a_change_of_a_call_center_is_about_its_item(
    kind: ChangeKind, at: str, left: Any, right: Any, aspect: str
) -> None:
    assert callcenter_aspect(change(kind, at, left, right), vocabulary()) == aspect


@pytest.mark.parametrize(
    ("kind", "at", "aspect"),
    [
        ("removed", "/", "component-missing"),
        ("added", "/", "component-extra"),
        ("ambiguous", "/", "ambiguous-object"),
        ("changed", "/", "component-source"),
        ("changed", "/unheard", "component-setting"),
        ("changed", "/endpointUrl", "component-setting"),
    ],
)
def test_a_change_of_a_component_is_about_its_element(kind: ChangeKind, at: str, aspect: str) -> None:
    assert component_aspect(change(kind, at), ()) == aspect


@pytest.mark.parametrize(
    ("host", "aspect"),
    [
        ("https://desktop.wxcc-us1.cisco.com", "component-address"),
        ("https://acme.example.com", "component-setting"),
    ],
)
def test_an_address_matters_where_it_lets_the_vendor_in(host: str, aspect: str) -> None:
    text = f'<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata"><endpointUrl>{host}</endpointUrl></CspTrustedSite>'
    view = SalesforceComponent(parse("A.cspTrustedSite-meta.xml", text.encode(), "salesforce"))
    other = SalesforceComponent(parse("A.xml", text.replace(host, "https://x.org").encode(), "salesforce"))
    assert component_aspect(change("changed", "/isActive"), (other, view)) == aspect
