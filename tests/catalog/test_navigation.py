"""What is known of the Desktop's navigation, and how it fits the default layout."""

from __future__ import annotations

import pytest

from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.catalog.navigation import BuiltInRoute, built_in_route, icon_meant, momentum_icons, report_components


def test_the_routes_of_the_desktop_are_known() -> None:
    assert built_in_route("queues") == BuiltInRoute("queues", None, None)
    assert built_in_route("home") == BuiltInRoute("home", "homepage", None)
    assert built_in_route("tpw") == BuiltInRoute("tpw", None, "agentx-wc-team-performance-widget")
    assert built_in_route("Queues") is None
    assert built_in_route("wxm-metrics") is None


def test_reports_are_known() -> None:
    assert report_components() == {"analyzer-widget"}


def test_the_icons_of_the_default_layout_are_in_the_collection() -> None:
    areas = [role["area"] for role in default_layout().values()]
    entries = [entry for area in areas for entry in (*area["navigation"], area.get("homepage")) if entry]
    assert {entry["nav"]["icon"] for entry in entries} == {"team", "waveform", "home"}
    assert momentum_icons() >= {"team", "waveform", "home", "announcement", "announcement-active"}


def test_icons_have_no_sizes_in_their_names() -> None:
    assert [name for name in momentum_icons() if icon_meant(name) != name] == []
    assert len(momentum_icons()) == 816


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("team", "team"),
        ("Team", "team"),
        ("team_16", "team"),
        ("icon-note_16", "note"),
        ("icon-team", "team"),
        ("call_voicemail", "call-voicemail"),
        ("anouncement", "announcement"),
        ("acme-parcel", None),
        ("team-filled", None),  # a newer icon, perhaps
        ("teams", None),
        ("", None),
        ("_16", None),
    ],
)
def test_the_icon_behind_a_slip_is_found(name: str, meant: str | None) -> None:
    assert icon_meant(name) == meant
