from __future__ import annotations

from wxcc_lint.catalog.layout_header import header_components, header_height
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.catalog.unframed_hosts import unframed_hosts

ROLES = ("agent", "supervisor", "supervisorAgent")


def test_components_are_those_of_the_default_header() -> None:
    held = {role: {one["comp"] for one in default_layout()[role]["area"]["advancedHeader"]} for role in ROLES}
    known = header_components().values()
    assert {role: {it.comp for it in known if role in it.roles} for role in ROLES} == held


def test_actions_of_the_old_header_in_their_documented_order() -> None:
    actions = [it.action for it in header_components().values() if it.action]
    assert actions == ["webex", "outdial", "notification"]


def test_core_icons_and_height() -> None:
    assert [it.comp for it in header_components().values() if it.is_core] == ["agentx-outdial", "agentx-notification"]
    assert header_height() == 64


def test_hosts_that_refuse_frames() -> None:
    assert unframed_hosts() == {
        "login.microsoftonline.com": "the sign-in of Microsoft",
        "accounts.google.com": "the sign-in of Google",
        "github.com": "GitHub",
    }
