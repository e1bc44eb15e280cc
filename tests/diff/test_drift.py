"""Drift without a command line: which components are compared, whom layouts reach, and what may hide behind a gap."""

from __future__ import annotations

import pytest

from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.doubts import may_stand_for, sort_of_kind
from wxcc_lint.diff.normalise import trees_of
from wxcc_lint.diff.objects import ConfigObject, Pair, Reach
from wxcc_lint.diff.reach import Staff, reach_of
from wxcc_lint.diff.steps import STEPS
from wxcc_lint.documents.load import parse

NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"'
LAYOUTS = [{"name": "Desk", "global": False}, {"name": "Global", "global": True}]


def component(text: str) -> ConfigObject:
    return ConfigObject("component", "x", parse("x.xml", text.encode(), "salesforce"), type="T")


def told(left: str, right: str) -> list[tuple[str, str]]:
    before, after = trees_of(Pair(component(left), component(right), "name"), STEPS, {})
    assert before is not None
    assert after is not None
    return [(one.kind, one.at) for one in compare(before, after)]


def status(*channels: str, more: str = "") -> str:
    listed = "".join(f"<channel>{one}</channel>" for one in channels)
    return f"<ServicePresenceStatus {NAMESPACE}><channels>{listed}</channels>{more}</ServicePresenceStatus>"


def test_lists_of_a_component_are_multisets() -> None:
    assert told(status("a", "b", "b"), status("b", "a", "b")) == []
    assert told(status("a", "b"), status("b", "a", "c")) == [("added", "/channels/channel[value=c]")]
    assert told(status("a", "a"), status("a")) == [("removed", "/channels/channel[value=a][2]")]
    one, other, new = ("<y><a>1</a></y>", "<y><a>2</a></y>", "<y><a>3</a></y>")
    assert told(status(more=one + other), status(more=other + one)) == []
    assert told(status(more=one + other), status(more=other + one + new)) == [("added", "/y[#2]")]


def test_an_element_that_says_what_its_absence_says_is_none_and_a_switch_that_is_on_is_one() -> None:
    assert told(status(), status(more="<x>false</x><label> </label>")) == []
    assert told(status(), status(more="<x>true</x>")) == [("added", "/x")]
    assert told(status(more="<x>false</x>"), status(more="<x>true</x>")) == [("changed", "/x")]


@pytest.mark.parametrize(
    ("kind", "sort"),
    [
        ("webex/desktop-layout", "layout"),
        ("webex/team", "webex/team"),
        ("salesforce/CallCenter", "callcenter"),
        ("salesforce/callCenters/A.callCenter-meta.xml", "callcenter"),
        ("salesforce/cspTrustedSites/A", "CspTrustedSite"),
        ("CallCenter", "callcenter"),
        ("snapshot.json", None),
    ],
)
def test_kinds_of_a_snapshot_by_their_names_here(kind: str, sort: str | None) -> None:
    assert sort_of_kind(kind) == sort


@pytest.mark.parametrize(
    ("unread", "may_be"),
    [
        *[
            ("CspTrustedSite", True),
            ("salesforce", True),
            ("snapshot.json", True),
            ("salesforce/cspTrustedSites/B", True),
        ],
        *[("webex", False), ("webex/team", False), ("layout", False), ("salesforce/RemoteSiteSetting", False)],
    ],
)
def test_what_may_hide_a_trusted_site_of_an_org(unread: str, may_be: bool) -> None:
    site = ConfigObject("component", "A", parse("x.xml", b"<a/>", "salesforce"), type="CspTrustedSite")
    assert may_stand_for(unread, site, set(), is_org=True) is may_be


def test_a_layout_reaches_its_active_teams_and_the_global_one_those_without() -> None:
    teams = [
        {"name": "London", "desktopLayoutId": "desktop-layout:Desk"},
        {"name": "Old", "active": False, "desktopLayoutId": "desktop-layout:Desk"},
        {"name": "York", "desktopLayoutId": ""},
        {"name": "Hull", "desktopLayoutId": None},
        {"name": "Lost", "desktopLayoutId": "dangling:1"},
        {"name": "Head", "desktopLayoutId": "desktop-layout:Global"},
    ]
    staff = Staff({"London": 12, "York": 1, "Hull": 2, "Head": 4, "Old": 9}, {"London": {"Agents": 12}})
    assert reach_of(LAYOUTS, teams, staff) == {
        "Desk": Reach(("London",), (), ("Agents",), 12),
        "Global": Reach(("Head",), ("Hull", "York"), (), 7),
    }
    assert reach_of(LAYOUTS, teams, Staff())["Desk"] == Reach(("London",))
