"""Files, folders and standard input as sources; what objects are called, and what cannot be read."""

from __future__ import annotations

import sys

import pytest

from wxcc_lint.config import CONFIG_NAME, load_config
from wxcc_lint.diff.objects import SourceInfo
from wxcc_lint.documents.limits import DEFAULT_SIZES
from wxcc_lint.files import open_file


def test_a_file_is_one_object_with_the_name_that_it_has_in_the_working_directory(bench) -> None:
    bench.write({"crm/cc.xml": bench.callcenter("Mine")})
    contents = bench.open("crm/cc.xml")
    assert (contents.info, contents.extent) == (SourceInfo("crm/cc.xml"), "one file")
    (found,) = contents.objects
    assert (found.title, found.path, found.document.name) == ("callcenter:Mine", "cc.xml", "crm/cc.xml")


def test_a_path_may_be_absolute(bench) -> None:
    bench.write({"crm/cc.xml": bench.callcenter("Mine")})
    (found,) = bench.open(str(bench.folder / "crm" / "cc.xml")).objects
    assert found.document.name == "crm/cc.xml"


def test_a_folder_holds_what_is_ours_in_it_and_nothing_else(bench) -> None:
    bench.write(
        {
            "p/force-app/callCenters/Mine.callCenter-meta.xml": bench.component,
            "p/mdapi/callCenters/Other.callCenter": bench.component,
            "p/rows.json": f"[{bench.row('One')}, {bench.row('Two')}]",
            "p/layouts/sales.json": bench.layout(),
            "p/layouts/api.json": bench.api_object("Sales Agents"),
            "p/package.json": '{"name": "x"}',
            "p/pom.xml": "<project/>",
            "p/empty.json": "",
        }
    )
    contents = bench.open("p")
    assert (contents.extent, contents.uncovered) == ("everything", ())
    assert bench.objects("p") == [
        ("callcenter:Mine", "force-app/callCenters/Mine.callCenter-meta.xml", False),
        ("layout:Sales Agents", "layouts/api.json", False),
        ("layout:sales", "layouts/sales.json", True),
        ("callcenter:Other", "mdapi/callCenters/Other.callCenter", False),
        ("callcenter:One", "rows.json", False),
        ("callcenter:Two", "rows.json", False),
    ]


def test_standard_input_is_a_file_without_a_name(bench) -> None:
    contents = bench.open("-", stdin=bench.layout().encode())
    assert contents.extent == "one file"
    assert [(one.title, one.is_guess, one.document.name) for one in contents.objects] == [
        ("layout:<stdin>", True, "<stdin>")
    ]
    assert bench.failure("-") == "left side: -: standard input cannot be read here"


# --- what layouts are called -----------------------------------------------------------------------------------------

CONFIG = """
environments:
  prod:
    files: ["**"]
    layouts: {Sales Agents: layouts/sales.json, Back Office: layouts/shared.json, Support: layouts/shared.json}
  test:
    files: ["**"]
    layouts: {Sales Test: layouts/sales.json}
"""


@pytest.mark.parametrize(
    ("environment", "names"),
    [
        ("prod", [("layout:Sales Agents", False), ("layout:Back Office", False), ("layout:Support", False)]),
        ("test", [("layout:Sales Test", False), ("layout:shared", True)]),
        (None, [("layout:sales", True), ("layout:Back Office", False), ("layout:Support", False)]),
    ],
)
def test_the_config_names_layouts_where_its_environments_agree(bench, environment, names) -> None:
    bench.write({CONFIG_NAME: CONFIG, "layouts/sales.json": bench.layout(), "layouts/shared.json": bench.layout()})
    config = load_config(bench.folder / CONFIG_NAME)
    contents = bench.open("layouts", config=config, environment=environment)
    assert [(one.title, one.is_guess) for one in contents.objects] == names


def test_the_config_counts_more_than_the_name_in_the_api_object(bench) -> None:
    bench.write({CONFIG_NAME: CONFIG, "layouts/sales.json": bench.api_object("Exported")})
    config = load_config(bench.folder / CONFIG_NAME)
    for way in ("layouts/sales.json", "./layouts/../layouts/sales.json"):
        assert bench.objects(way, config=config, environment="prod")[0][0] == "layout:Sales Agents"
    assert bench.objects("layouts/sales.json") == [("layout:Exported", "sales.json", False)]


def test_an_empty_name_stays_empty_and_an_absent_one_is_guessed(bench) -> None:
    bench.write({"a.json": bench.api_object(" "), "b.json": '{"jsonFileContent": {}}', "c.xml": bench.callcenter(" ")})
    assert bench.objects(".") == [
        ("layout:", "a.json", False),
        ("layout:b", "b.json", True),
        ("callcenter:", "c.xml", False),
    ]


# --- what cannot be read ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "document", "reason"),
    [
        ("x.xml", "<callCenter><section></callCenter>", "callcenter:x", "x.xml:1:"),
        ("In.callCenter-meta.xml", "<CallCenter>", "callcenter:In", "In.callCenter-meta.xml:1:"),
        ("l.json", '{"area": {"panel": {}},}', "layout:l", "l.json:1:"),
        ("l.json", '{"jsonFileContent": "{"}', "layout:l", "l.json:1:"),
        ("l.json", '{"name": "Sales", "jsonFileContent": "{"}', "layout:Sales", "l.json:1:"),
        ("l.json", '{"name": 1, "jsonFileContent": "{"}', "layout:l", "l.json:1:"),
        ("l.json", '["name", {"jsonFileContent": "{"}, ]', "layout:l", "l.json:1:"),
        ("l.json", '[{"jsonFileContent": {}}]', "layout:l", "l.json:1:1: this is a list of layouts"),
        ("l.json", '[{"comp": "a-b", "script": ""}]', "layout:l", "l.json: this is a list, not one layout"),
        ("l.json", '{"data": [{"jsonFileContent": {}}]}', "layout:l", "l.json:1:1: this is a list of layouts"),
        ("r.json", '{"InternalName": }', "callcenter:r", "r.json:1:18: a value is missing"),
        ("r.json", '{"InternalName": "x", "CustomSettings": "{"}', "callcenter:r", "r.json:1:"),
        ("r.json", '{"InternalName": "x"}'.encode("utf-16"), "callcenter:r", None),
        ("r.json", b'{"InternalName": "\xff"}', "callcenter:r", "r.json:1:19: the byte 0xFF"),
        (
            "big.xml",
            b"<callCenter>" + b" " * DEFAULT_SIZES.bytes("layout"),
            "callcenter:big",
            "big.xml:1:1: the file is larger than 5 MiB",
        ),
        ("empty.json", "", "layout:empty", "empty.json:1:1: the file is empty"),
    ],
)
def test_what_cannot_be_read_is_uncovered_and_says_why(bench, name, content, document, reason) -> None:
    bench.write({name: content})
    if reason is None:  # no mark of ours is seen in it
        assert bench.failure(name) == f"left side: {name}: neither a call center definition nor a desktop layout"
        return
    assert bench.open(name).objects == ()
    ((told, why),) = bench.unread(name)
    assert (told, why[: len(reason)]) == (document, reason)


def test_a_broken_layout_is_called_what_the_config_calls_it(bench) -> None:
    bench.write({CONFIG_NAME: CONFIG, "layouts/shared.json": '{"area": {"panel": {}},}'})
    config = load_config(bench.folder / CONFIG_NAME)
    unread = bench.unread("layouts", config=config, environment="prod")
    assert [title for title, _ in unread] == ["layout:Back Office", "layout:Support"]


def test_a_reply_that_is_not_complete_leaves_call_centers_uncovered(bench) -> None:
    bench.write({"reply.json": f'{{"done": false, "records": [{bench.row("One")}]}}'})
    assert [title for title, _, _ in bench.objects("reply.json")] == ["callcenter:One"]
    assert bench.unread("reply.json") == [
        ("callcenter", "reply.json: the reply is not complete ('done' is false)"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions")
def test_a_file_of_a_folder_that_may_not_be_read_is_uncovered(bench, monkeypatch) -> None:
    bench.write({"a.json": bench.layout(), "b.json": bench.layout()})

    def refuse(path):
        if path.name == "b.json":
            raise PermissionError
        return open_file(path)

    for module in ("files", "zips"):
        monkeypatch.setattr(f"wxcc_lint.sources.{module}.open_file", refuse)
    assert bench.objects(".") == [("layout:a", "a.json", True)]
    assert bench.unread(".") == [("b.json", "b.json: may not be read (no permission)")]
    assert bench.failure("b.json") == "left side: b.json: may not be read (no permission)"


# --- what cannot be opened -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operand", "sentence"),
    [
        ("nowhere", "nowhere: there is no such file or folder"),
        ("empty", "empty: holds no call center definition and no desktop layout"),
        ("empty/notes.xml", "empty/notes.xml: neither a call center definition nor a desktop layout"),
        ("relase:r6", "relase:r6: there is no such file or folder; did you mean 'release:r6'?"),
        ("C:x", "C:x: there is no such file or folder"),
    ],
)
def test_what_cannot_be_opened_is_a_failure_that_names_the_side(bench, operand, sentence) -> None:
    bench.write({"empty/notes.xml": "<notes/>"})
    assert bench.failure(operand) == f"left side: {sentence}"
    assert bench.open(operand, "right").failures == (f"right side: {sentence}",)
