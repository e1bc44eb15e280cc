"""What is known of the allowed list: documented entries, the vendor's domains, and domains open to everybody."""

from __future__ import annotations

import pytest

from wxcc_lint.catalog.allowlist import (
    is_around_desktop,
    is_first_party,
    misprinted_entry,
    open_domain,
    salesforce_entries,
)
from wxcc_lint.documents.host_sources import host_source


def test_the_documented_entries_are_entries_and_the_misprinted_one_is_among_them() -> None:
    sources = [host_source(entry) for entry in salesforce_entries()]
    assert [source and source.pattern for source in sources] == list(salesforce_entries())
    assert misprinted_entry() in salesforce_entries()


@pytest.mark.parametrize(
    ("domain", "service"),
    [
        ("com", ""),
        ("co.uk", ""),
        ("com.au", ""),
        ("github.io", "GitHub"),
        ("ngrok.io", "ngrok"),
        ("s3.amazonaws.com", "s3.amazonaws.com"),
        ("local", None),
        ("acme.com", None),
        ("acme.co.uk", None),
        ("acme.github.io", None),
        ("t.co", None),
        ("force.com", None),
    ],
)
def test_who_can_have_a_host_below_a_domain(domain: str, service: str | None) -> None:
    assert open_domain(domain) == service


@pytest.mark.parametrize(
    ("host", "first_party", "around"),
    [
        ("desktop.wxcc-us1.cisco.com", True, False),
        ("wbx2.com", True, False),
        ("notcisco.com", False, False),
        ("acme.my.salesforce.com", False, True),
        ("acme.service-now.com", False, True),
        ("acme.com", False, False),
    ],
)
def test_whose_a_host_is(host: str, first_party: bool, around: bool) -> None:
    assert (is_first_party(host), is_around_desktop(host)) == (first_party, around)
