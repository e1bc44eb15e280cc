"""The addresses of a layout taken to pieces, and the hosts they lead to."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_hosts import hosts_of_kind, systems_for_tests
from wxcc_lint.documents.layout_texts import Address, Piece
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place


def layout(*components: object) -> Layout:
    text = json.dumps({"area": {"advancedHeader": list(components)}})
    return Layout(parse_layout("l.json", text))


def addresses(value: str, member: str = "script") -> Sequence[Address]:
    return tuple(layout({"comp": "a-b", member: value}).addresses())


def marked(place: Place) -> str:
    return place.document.text.text[place.span.start : place.span.end]


@pytest.mark.parametrize(
    ("url", "scheme", "host", "port", "path"),
    [
        ("https://A.acme.com:8443/b/c.js?d#e", "https:", "A.acme.com", "8443", "/b/c.js"),
        ("//a.acme.com", "", "a.acme.com", "", ""),
        (" HTTP://me:pw@a.acme.com?x=/y", "HTTP:", "a.acme.com", "", ""),
        ("https:/a.acme.com/x", "https:", "a.acme.com", "", "/x"),
        ("https://[::1]:80/x", "https:", "[::1]", "80", "/x"),
        (r"https:\\a.acme.com\x", "https:", "a.acme.com", "", r"\x"),
        ("./a/b.js", "", "", "", ""),
        ("/a/b.js", "", "", "", ""),
        ("https://", "", "", "", ""),
        ("", "", "", "", ""),
    ],
)
def test_pieces_and_their_places(url: str, scheme: str, host: str, port: str, path: str) -> None:
    (address,) = addresses(url)
    pieces: dict[Piece, str] = {"scheme": scheme, "host": host, "port": port, "path": path}
    for name, written in pieces.items():
        assert (name, address.piece(name)) == (name, written)
        shown = json.dumps(written)[1:-1] if written else json.dumps(url)
        assert (name, marked(address.piece_at(name))) == (name, shown)


def test_places_in_the_second_of_two_addresses() -> None:
    first, second = addresses_in_list()
    assert marked(first.piece_at("host")) == "a.acme.com"
    assert marked(second.piece_at("host")) == "b.acme.com"
    assert marked(second.piece_at("path", 1, 2)) == "y"


def addresses_in_list() -> Sequence[Address]:
    component = {"comp": "a-b", "properties": {"libs": "https://a.acme.com/x.js,https://b.acme.com/y.js"}}
    return tuple(layout(component).addresses())


@pytest.mark.parametrize(
    ("url", "placeholder"),
    [
        ("https://<YOUR_HOST_URI>/x", True),
        ("https://${HOST}/x", True),
        ("https://a.acme.com/{{version}}/x", True),
        ("https://my-cdn.com/x", True),
        ("https://a.acme.com/x", False),
    ],
)
def test_placeholders_in_an_address(url: str, placeholder: bool) -> None:
    (address,) = addresses(url)
    assert address.has_placeholder is placeholder


@pytest.mark.parametrize(
    ("url", "insecure"),
    [
        ("http://a.acme.com/x", True),
        (" HTTP://a.acme.com", True),
        ("https://a.acme.com/x", False),
        ("//a.acme.com/x", False),
        ("http:/a.acme.com/x", False),
        ("http://localhost/x", False),
        ("http://<host>/x", False),
        ("http://", False),
    ],
)
def test_addresses_without_encryption(url: str, insecure: bool) -> None:
    (address,) = addresses(url)
    assert address.is_insecure is insecure


@pytest.mark.parametrize(
    "component",
    [
        {"comp": "div", "textContent": "https://a.acme.com"},
        {"comp": "div", "wrapper": {"title": "https://a.acme.com"}},
        {"comp": "svg", "attributes": {"xmlns": "http://www.w3.org/2000/svg"}},
    ],
)
def test_words_to_read_and_namespaces_are_no_addresses(component: object) -> None:
    assert tuple(layout(component).addresses()) == ()


def test_hosts_come_with_all_their_addresses() -> None:
    some = [{"comp": "a-b", "script": f"https://{host}.ngrok.io/x.js"} for host in ("a", "b")]
    found = hosts_of_kind(layout(*some, {"comp": "c-d", "script": "https://<x>.ngrok.io/"}), "tunnel")
    assert [(fact.of, [address.host for address in places]) for fact, places in found.items()] == [
        ("ngrok", ["a.ngrok.io", "b.ngrok.io"])
    ]


def test_systems_come_with_the_places_of_their_words() -> None:
    some = [{"comp": "a-b", "script": f"https://{host}/QA/x.js"} for host in ("dev.acme.com", "d1.cloudfront.net")]
    found = systems_for_tests(layout(*some), certain=True)
    assert [(host, [marked(one.at) for one in words]) for host, words in found.items()] == [
        ("dev.acme.com", ["dev"]),
        ("d1.cloudfront.net", ["QA"]),
    ]
    assert systems_for_tests(layout(*some), certain=False) == {}
