"""The newest default layout, which custom layouts are compared with, is in order itself."""

from __future__ import annotations

import difflib
import json

from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.documents import layout_view
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.rule_files import builtin_rules


def test_the_newest_default_raises_nothing_above_info(findings) -> None:
    assert findings(json.dumps(default_layout(), indent=2), name="default.json") == []
    pedantic = findings(json.dumps(default_layout(), indent=2), name="default.json", profile="pedantic")
    # The icon stands in the default although the switch of Webex App is off there.
    assert [one.seen for one in pedantic] == [("layout/hidden-webex-icon", '"agentx-webex"')] * 3


def test_all_rules_together_walk_a_clean_layout_once_and_guess_at_no_known_name(monkeypatch) -> None:
    walks, guesses = [], []
    walk, guess = layout_view.walk, difflib.get_close_matches
    monkeypatch.setattr(layout_view, "walk", lambda *what: walks.append(what) or walk(*what))
    monkeypatch.setattr(difflib, "get_close_matches", lambda *what, **how: guesses.append(what) or guess(*what, **how))
    view = Layout(parse_layout("default.json", json.dumps(default_layout())))
    rules = [one for one in builtin_rules().values() if one.on == "layout" and one.check is not None]
    assert len(rules) > 100
    assert [one.name for one in rules if [*one.check(view)]] == ["layout/hidden-webex-icon"]
    assert (len(walks), guesses) == (1, [])
