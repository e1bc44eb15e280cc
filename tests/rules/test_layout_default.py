"""The newest default layout, which custom layouts are compared with, is in order itself."""

from __future__ import annotations

import json

from wxcc_lint.catalog.layouts import default_layout


def test_the_newest_default_raises_nothing_above_info(findings) -> None:
    assert findings(json.dumps(default_layout(), indent=2), name="default.json") == []
    pedantic = findings(json.dumps(default_layout(), indent=2), name="default.json", profile="pedantic")
    # The icon stands in the default although the switch of Webex App is off there.
    assert [one.seen for one in pedantic] == [("layout/hidden-webex-icon", '"agentx-webex"')] * 3
