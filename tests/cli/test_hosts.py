"""`wxcc-lint hosts`: the hosts and the widgets of layouts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wxcc_lint.example_layout import complete_layout

SCRIPT = "https://widgets.acme.com/orders/1.4.0/orders.js"


@pytest.fixture
def layout(project: Path) -> Path:
    """A whole layout with one widget of Acme's."""
    file = project / "agents.json"
    fragment = {"comp": "acme-orders", "script": SCRIPT, "attributes": {"team": "$STORE.agent.teamName"}}
    file.write_text(complete_layout(json.dumps(fragment)), encoding="utf-8")
    return file


@pytest.mark.parametrize("way", ["named", "folder", "here"])
def test_the_list_goes_to_stdout_alone(lint, layout, project, way):
    run = lint("hosts", *{"named": [layout], "folder": [project], "here": []}[way])
    assert (run.code, run.err) == (0, "")
    assert run.out == "# script-src\nwc.imiengage.io\nwidgets.acme.com\n"


def test_hosts_as_json(lint, layout):
    run = lint("hosts", layout, "-f", "json")
    assert (run.code, run.err) == (0, "")
    document = json.loads(run.out)
    assert [one["host"] for one in document["hosts"]] == ["wc.imiengage.io", "widgets.acme.com"]
    assert {use["path"] for one in document["hosts"] for use in one["uses"]} == {"agents.json"}


def test_the_inventory_is_plain_in_a_pipe(lint, layout):
    run = lint("hosts", "--inventory", layout, env={"FORCE_COLOR": "1"})
    assert (run.code, run.err) == (0, "")
    assert f"  where: agent, navigation\n  from:  {SCRIPT}\n  data:  team = agent.teamName\n" in run.out
    assert "\x1b" not in run.out


def test_the_inventory_as_json(lint, layout):
    run = lint("hosts", "--inventory", "-f", "json", layout)
    widgets = json.loads(run.out)["widgets"]
    assert [one["component"] for one in widgets] == ["digital-outbound", "acme-orders", "digital-outbound"]
    assert widgets[1]["data"] == [{"kind": "attribute", "name": "team", "store": "agent.teamName"}]


def test_a_layout_that_loads_nothing_gives_an_empty_answer(lint, project):
    (project / "l.json").write_text('{"area": {"headless": {"id": "h", "widgets": {}}}}', encoding="utf-8")
    run = lint("hosts")
    assert (run.code, run.out, run.notes) == (0, "", ["nothing here is loaded from another host"])


@pytest.mark.parametrize("options", [[], ["--inventory"], ["-f", "json"]])
def test_no_layout_is_code_3(lint, project, options):
    (project / "other.json").write_text("{}", encoding="utf-8")
    run = lint("hosts", *options)
    assert (run.code, run.errors) == (3, [".: there is no desktop layout"])


def test_a_missing_path_is_code_3_and_the_rest_is_answered(lint, layout):
    run = lint("hosts", layout, "nowhere")
    assert (run.code, run.errors) == (3, ["nowhere: there is no such file or folder"])
    assert "widgets.acme.com\n" in run.out


def test_a_broken_layout_is_code_3_and_the_rest_is_answered(lint, layout, project):
    (project / "broken.json").write_text('{"area": {"headless": {}', encoding="utf-8")
    run = lint("hosts")
    assert run.code == 3
    assert [error.partition(": ")[0] for error in run.errors] == ["broken.json"]
    assert run.errors[0].endswith("; wxcc-lint check tells more")
    assert "widgets.acme.com\n" in run.out


def test_call_centers_are_passed_over(lint, layout, project, definition):
    (project / "callcenter.xml").write_text(definition(), encoding="utf-8")
    run = lint("hosts")
    assert (run.code, run.err) == (0, "")


def test_an_unknown_format_is_one_sentence(lint):
    run = lint("hosts", "-f", "xml")
    assert (run.code, run.out, len(run.errors)) == (2, "", 1)
