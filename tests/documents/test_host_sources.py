"""Entries of an allowed list match hosts as browsers match the host sources of a Content Security Policy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.documents.host_sources import HostSource, host_source, source_of


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("acme.com", HostSource("acme.com")),
        (" ACME.com ", HostSource("acme.com")),
        ("*.acme.com", HostSource("acme.com", is_wildcard=True)),
        ("*", HostSource("*")),
        ("localhost", HostSource("localhost")),
        ("10.0.0.1", HostSource("10.0.0.1")),
        ("HTTPS://acme.com", HostSource("acme.com", scheme="https")),
        ("wss://*.acme.com:8443/x/", HostSource("acme.com", is_wildcard=True, scheme="wss", port="8443", path="/x/")),
        ("acme.com:*", HostSource("acme.com", port="*")),
    ],
)
def test_entries_are_read(entry: str, expected: HostSource) -> None:
    assert host_source(entry) == expected


@pytest.mark.parametrize(
    "entry",
    ["", " ", "*.https://desktop.wxcc-jp1.cisco.com/", "a.*.com", "*acme.com", "acme.com.", ".acme.com", "a b.com", "**.acme.com", "acme..com", "acme.com?x=1", "https://", "https:/acme.com", "acme.com:port", "täst.de", "'self'", "acme.com,b.com"],
)  # fmt: skip
def test_what_is_no_host_source(entry: str) -> None:
    assert host_source(entry) is None


@pytest.mark.parametrize(
    ("entry", "url", "covers"),
    [
        ("acme.com", "https://acme.com/x.js", True),
        ("acme.com", "https://ACME.com", True),
        ("acme.com", "https://www.acme.com/", False),
        ("*.acme.com", "https://www.acme.com/", True),
        ("*.acme.com", "https://a.b.acme.com/", True),
        ("*.acme.com", "https://acme.com/", False),
        ("*.acme.com", "https://notacme.com/", False),
        ("*", "https://acme.com/", True),
        ("acme.com", "http://acme.com/", True),
        ("http://acme.com", "https://acme.com/", True),
        ("acme.com", "wss://acme.com/", True),
        ("https://acme.com", "wss://acme.com/", False),
        ("wss://acme.com", "https://acme.com/", False),
        ("acme.com", "https://acme.com:8443/", False),
        ("acme.com:8443", "https://acme.com:8443/", True),
        ("acme.com:443", "https://acme.com/", True),
        ("acme.com", "https://acme.com:443/", True),
        ("acme.com:*", "https://acme.com:8443/", True),
        ("acme.com/widgets/", "https://acme.com/widgets/x.js", True),
        ("acme.com/widgets/", "https://acme.com/other/x.js", False),
        ("acme.com/x.js", "https://acme.com/x.js", True),
        ("acme.com/x.js", "https://acme.com/x.js/y", False),
        ("acme.com/", "https://acme.com/x.js", True),
        ("acme.com", "//acme.com/x.js", True),
        ("xn--tst-qla.de", "https://täst.de/", True),
    ],
)
def test_an_entry_covers_an_address(entry: str, url: str, covers: bool) -> None:
    source, wanted = host_source(entry), source_of(url)
    assert source is not None
    assert wanted is not None
    assert source.covers(wanted) is covers


@pytest.mark.parametrize(
    ("wide", "narrow", "covers"),
    [
        ("*.force.com", "*.lightning.force.com", True),
        ("*.lightning.force.com", "*.force.com", False),
        ("*.force.com", "*.force.com", True),
        ("force.com", "*.force.com", False),
        ("*.force.com", "force.com", False),
        ("https://acme.com", "acme.com", True),
        ("*", "*.acme.com", True),
    ],
)
def test_an_entry_covers_another(wide: str, narrow: str, covers: bool) -> None:
    first, second = host_source(wide), host_source(narrow)
    assert first is not None
    assert second is not None
    assert first.covers(second) is covers


@pytest.mark.parametrize(
    "url", ["", "x.js", "./x.js", "/x.js", "https://", "https://[", "https://a:b/", "data:image/png;base64,AA"]
)
def test_an_address_without_a_host_needs_no_entry(url: str) -> None:
    assert source_of(url) is None


@given(st.text(alphabet="ab.*:/0-_ \n%?#é", max_size=12))
@settings(deadline=None)
def test_no_text_makes_it_raise_and_an_entry_covers_itself(text: str) -> None:
    source_of(text)
    source = host_source(text)
    if source is not None:
        assert source.covers(source)
