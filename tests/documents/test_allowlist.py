"""Allowed lists in each of their forms: entries, places, and what is told of a file that is no list."""

from __future__ import annotations

import pytest

from wxcc_lint.documents.allowlist import AllowList, parse_allowlist
from wxcc_lint.documents.identity import identity
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.yaml import parse_yaml

TEXTS = {
    "list.txt": "# hosts\n*.force.com\n\n  acme.com  # ours\n",
    "list": "*.force.com\r\nacme.com",
    "list.yaml": "# hosts\n- '*.force.com'\n- acme.com\n",
    "named.yaml": "as-of: 2026\nallowlist:\n  - '*.force.com'\n  - acme.com\n",
    "list.json": '["*.force.com", " acme.com"]',
    "named.json": '{"domains": ["*.force.com", "acme.com"]}',
    "list.csv": 'Domain,Note\n*.force.com,CRM\n"acme.com",x\n',
    "bare.CSV": "*.force.com;CRM\nacme.com\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_form_has_the_same_entries_at_their_places(name: str) -> None:
    document = parse_allowlist(name, TEXTS[name])
    entries = AllowList(document).entries
    assert [entry.value for entry in entries] == ["*.force.com", "acme.com"]
    spans = [entry.at.span for entry in entries]
    assert [TEXTS[name][span.start : span.end].strip("'\" ") for span in spans] == ["*.force.com", "acme.com"]
    assert identity(document, entries[0].at.path).endswith('[value="*.force.com"]')


def test_a_list_in_the_config_is_read_where_it_stands() -> None:
    document = parse_yaml(
        ".wxcc-lint.yaml", "environments:\n  prod:\n    allowlist: ['*.force.com', acme.com]\n", "config"
    )
    at = Place(document, ("environments", "prod", "allowlist"))
    entries = AllowList(document, root_at=at).entries
    assert [(entry.value, document.text.locate(entry.at.span.start).column) for entry in entries] == [
        ("*.force.com", 17),
        ("acme.com", 32),
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.yaml"])
def test_an_empty_file_is_an_empty_list(name: str) -> None:
    assert AllowList(parse_allowlist(name, "")).entries == ()


@pytest.mark.parametrize(
    ("name", "text", "message", "marked"),
    [
        ("a.json", '{"a": 1}', "there is no list of entries here", '{"a": 1}'),
        ("a.yaml", "acme.com\n", "there is no list of entries here", "acme.com"),
        ("a.yaml", "- acme.com\n- 5\n", "entry 2 is no text", "5"),
        ("a.json", '{"l": ["a", {"value": "b"}]}', "entry 2 is no text", '{"value": "b"}'),
    ],
)
def test_what_is_no_list_is_told(name: str, text: str, message: str, marked: str) -> None:
    document = parse_allowlist(name, text)
    (fault,) = document.faults
    assert (fault.message, text[fault.span.start : fault.span.end], document.data) == (message, marked, None)


def test_broken_json_is_told_by_its_grammar() -> None:
    (fault,) = parse_allowlist("a.json", '["a" "b"]').faults
    assert fault.message == "a comma is missing before 'b'"
