"""What hosts are known for."""

from __future__ import annotations

import pytest

from wxcc_lint.catalog.hosts import (
    host_fact,
    is_ip_address,
    is_local,
    is_private,
    is_shared,
    is_test_name,
    is_vendors,
    system_word,
)


@pytest.mark.parametrize(
    ("host", "path", "kind", "of"),
    [
        ("localhost", "", "local", ""),
        ("acme.eu.ngrok.io", "", "tunnel", "ngrok"),
        ("ngrok.io", "", "tunnel", "ngrok"),
        ("acme.glitch.me", "/x.js", "demo", "Glitch"),
        ("raw.githubusercontent.com", "/a", "raw", "GitHub"),
        ("d390gzw4ok28px.cloudfront.net", "/a", "retired", ""),
        ("s3.us-east-2.amazonaws.com", "/kad.zendesk.desktop/dist", "retired", ""),
    ],
)
def test_known_hosts(host: str, path: str, kind: str, of: str) -> None:
    fact = host_fact(host, path)
    assert fact is not None
    assert (fact.kind, fact.of) == (kind, of)


@pytest.mark.parametrize(
    ("host", "path"),
    [("notngrok.io", ""), ("github.com", "/a"), ("s3.us-east-2.amazonaws.com", "/acme/"), ("", ""), ("a", "/b")],
)
def test_other_hosts(host: str, path: str) -> None:
    assert host_fact(host, path) is None


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "127.0.0.1", "127.8.8.8", "::1", "0.0.0.0"])
def test_local_hosts(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize("host", ["localhost.acme.com", "10.0.0.1", "128.0.0.1", "::2", "", "mylocalhost"])
def test_hosts_elsewhere(host: str) -> None:
    assert not is_local(host)


@pytest.mark.parametrize(
    ("host", "private", "number"),
    [
        ("10.0.0.1", True, True),
        ("fd00::1", True, True),
        ("8.8.8.8", False, True),
        ("intranet", True, False),
        ("crm.acme.local", True, False),
        ("crm.acme.com", False, False),
    ],
)
def test_private_hosts_and_numbers(host: str, private: bool, number: bool) -> None:
    assert (is_private(host), is_ip_address(host)) == (private, number)


@pytest.mark.parametrize(
    ("host", "shared"),
    [
        ("s3.amazonaws.com", True),
        ("s3.us-east-2.amazonaws.com", True),
        ("s3-eu-west-1.amazonaws.com", True),
        ("acme.s3.amazonaws.com", False),
        ("cdn.jsdelivr.net", True),
        ("acme.github.io", False),
    ],
)
def test_shared_hosts(host: str, shared: bool) -> None:
    assert is_shared(host) is shared


def test_the_vendors_hosts() -> None:
    assert is_vendors("journey-widget.webex.com")
    assert not is_vendors("notwebex.com")


@pytest.mark.parametrize(
    ("host", "word", "certain"),
    [
        ("dev.acme.com", "dev", True),
        ("dev-journey-widget.webex.com", "dev", True),
        ("cx-crmconnector-nonprod-cdn.ciscoccservice.com", "nonprod", True),
        ("widgets.pre-prod.acme.com", "pre-prod", True),
        ("qa2.acme.co.uk", "qa2", True),
        ("dev_cdn.acme.com", "dev", True),
        ("demo.uat.acme.com", "uat", True),
        ("int.acme.com", "int", False),
        ("acme-staging.com", "staging", False),
    ],
)
def test_words_for_test_systems(host: str, word: str, certain: bool) -> None:
    found = system_word(host)
    assert found is not None
    assert (found.word, found.certain, found.in_path) == (word, certain, False)
    assert host[found.start : found.end] == word


@pytest.mark.parametrize(
    "host",
    [
        "developer.acme.com",
        "device-hub.acme.com",
        "integration.acme.com",
        "contest.acme.com",
        "intl.acme.com",
        "qa.com",
        "www.qa.com",
        "www.qa.co.uk",
        "acme.dev",
        "cdn.acme.dev",
        "dev.azure.com",
        "dev.ngrok.io",
        "dev",
        "",
        "127.0.0.1",
        "..",
    ],
)
def test_hosts_that_are_no_test_systems(host: str) -> None:
    assert system_word(host) is None


def test_folders_count_where_widgets_are_hosted_side_by_side() -> None:
    found = system_word("d1.cloudfront.net", "/a/Staging/x.js")
    assert found is not None
    assert (found.word, found.start, found.end, found.in_path, found.certain) == ("Staging", 3, 10, True, True)
    assert system_word("widgets.acme.com", "/staging/x.js") is None
    assert system_word("d1.cloudfront.net", "/dev-tools/demo/test.js") is None


@pytest.mark.parametrize(("name", "answer"), [("dev", True), ("uat-eu", True), ("Sandbox", True), ("prod", False)])
def test_names_of_test_systems(name: str, answer: bool) -> None:
    assert is_test_name(name) is answer
