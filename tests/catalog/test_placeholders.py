from __future__ import annotations

import pytest

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.placeholders import placeholders


def seen(text: str) -> list[str]:
    found = placeholders(text)
    assert [one.text for one in found] == [text[one.start : one.end] for one in found]
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<OutDialAniValue>", ["<OutDialAniValue>"]),
        ("<OutDialANIValue >", ["<OutDialANIValue >"]),
        (" <your hosted domain> ", ["<your hosted domain>"]),
        ("https://<YOUR_HOST_URI>/build/bundle.js", ["<YOUR_HOST_URI>"]),
        ("https://<host.domain>/outdial.js", ["<host.domain>"]),
        ("<crm_object> <crm_object_field> :", ["<crm_object>", "<crm_object_field>"]),
        ("<your-tape-read-token>", ["<your-tape-read-token>"]),
        ("ENTER_YOUR_PROJECT_ID_HERE", ["ENTER_YOUR_PROJECT_ID_HERE"]),
        ("ENTER_PROJECT_HERE", ["ENTER_PROJECT_HERE"]),
        ("https://YOUR_HOST/orders.js", ["YOUR_HOST"]),
        ("key: YOUR-KEY", ["YOUR-KEY"]),
        ("REPLACE_ME", ["REPLACE_ME"]),
        ("CHANGEME", ["CHANGEME"]),
        ("{{orgId}}", ["{{orgId}}"]),
        (" {{ org id }}", ["{{ org id }}"]),
        ("Call of {{TENANT}}", ["{{TENANT}}"]),
        ("https://{{host}}/orders.js", ["{{host}}"]),
        ("https://my-cdn.com/orders.js", ["my-cdn.com"]),
        ("http:/my-cdn.com/orders.js", ["my-cdn.com"]),
        ("//www.abc.com/orders", ["www.abc.com"]),
        ("https://Example.COM", ["Example.COM"]),
        ("https://example.com:8443/a,https://cdn.example.org/b", ["example.com", "cdn.example.org"]),
        ("https://your-domain.com/orders.js", ["your-domain.com"]),
        ("https://cdn.yourcompany.com/orders.js", ["cdn.yourcompany.com"]),
    ],
)
def test_placeholders(text: str, expected: list[str]) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "${YOUR_HOST}",
        "https://${MY_DOMAIN}/orders.js",
        "$STORE.agent.agentName",
        "Hey {$STORE.agent.agentName}, Welcome!",
        "Call {activityDateTime}",
        "Call {{customer}} back",
        "<b>",
        "<BR>",
        "<p>Call <strong>now</strong></p>",
        "<acme-orders></acme-orders>",
        "<a href='https://acme.com'>",
        "a < b and c > d",
        "Enter your name here",
        "your-orders",
        "https://widgets.acme.com/orders/1.4.0/orders.js",
        "https://crm.acme.example/orders",
        "https://notexample.com/a",
        "https://labc.com/a",
        "https://yourmembership.com/a",
        "https://acme.com/?next=example.com",
        "help@example.com",
        "example.com",
        "CHANGEMENT",
        "a4e99697-06d8-4575-b25d-82ef348e2410",
    ],
)
def test_what_is_no_placeholder(text: str) -> None:
    assert seen(text) == []


def test_a_text_for_reading_may_hold_names_in_brackets() -> None:
    assert placeholders("Press <Enter>", "textContent") == ()
    assert [one.text for one in placeholders("YOUR_TITLE <Enter>", "message")] == ["YOUR_TITLE"]


def test_each_host_has_a_source() -> None:
    facts = read_facts("placeholders.yaml")
    assert set(facts["hosts"].values()) <= facts["sources"].keys()
