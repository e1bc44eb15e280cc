from __future__ import annotations

import pytest

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.secrets import Secret, known_secret, likely_secret

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhY21lIn0.c2lnbmF0dXJl"  # made up, signs nothing
KEY = "9f86d081884c7d659a2feaa0c55ad015"


def cut(text: str, secret: Secret | None) -> tuple[str, str] | None:
    return (secret.what, text[secret.start : secret.end]) if secret else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bearer " + KEY, ("a bearer token", KEY)),
        ("bearer " + JWT, ("a bearer token", JWT)),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIE", ("a private key", "-----BEGIN RSA PRIVATE KEY-----")),
        ("token=ghp_" + "a1" * 18, ("a GitHub token", "ghp_" + "a1" * 18)),
        ("glpat-" + "a1" * 10, ("a GitLab token", "glpat-" + "a1" * 10)),
        ("xoxb-" + "12-ab" * 5, ("a Slack token", "xoxb-" + "12-ab" * 5)),
        ("sk_live_" + "a1" * 12, ("a secret key of Stripe", "sk_live_" + "a1" * 12)),
        ("SG." + "a" * 22 + "." + "b" * 43, ("a SendGrid key", "SG." + "a" * 22 + "." + "b" * 43)),
        ("GOCSPX-" + "a1" * 14, ("a client secret of Google", "GOCSPX-" + "a1" * 14)),
        ("https://wxcc:s3cret@crm.acme.com/api", ("a password", "s3cret")),
        ("Bearer $STORE.auth.accessToken", None),
        ("Bearer ${ACME_TOKEN}", None),
        ("Bearer <your-token-0123456789-0123456789>", None),
        ("Bearer tokens are not accepted-here-at-all", None),
        ("https://crm.acme.com:8443/a@b", None),
        ("pk_live_" + "a1" * 12, None),
        (JWT, None),
        (KEY, None),
        ("a4e99697-06d8-4575-b25d-82ef348e2410", None),
    ],
)
def test_known_secrets(text: str, expected: tuple[str, str] | None) -> None:
    assert cut(text, known_secret(text)) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("orders", JWT, ("a token", JWT)),
        ("src", f"https://acme.com/embed#{JWT}", ("a token", JWT)),
        ("api-key", KEY, ("a key", KEY)),
        ("x_api_key", KEY, ("a key", KEY)),
        ("tape-read-token", "so=acme&sn=prod&se=2031&sig=a1b2c3", ("a key", "so=acme&sn=prod&se=2031&sig=a1b2c3")),
        ("clientSecret", "q8~Acme", ("a password", "q8~Acme")),
        ("password", "Summer2026", ("a password", "Summer2026")),
        ("src", f"https://acme.com/a?x=1&api_key={KEY}&y=2", ("a key", KEY)),
        ("src", f"https://acme.com/a?sig={KEY}", ("a signature", KEY)),
        ("apiKey", "Bearer " + KEY, None),  # is known
        ("apiKey", "$STORE.auth.accessToken", None),
        ("apiKey", "${ACME_KEY_0123456789_ABCDEF}", None),
        ("apiKey", "<your-api-key-0123456789>", None),
        ("apiKey", "AIza" + "Sy0123456789abcdefgh", None),
        ("apiKey", "a4e99697-06d8-4575-b25d-82ef348e2410", None),
        ("apiKey", "https://acme.com/keys/0123456789", None),
        ("apiKey", "/keys/0123456789abcdefghij", None),
        ("apiKey", "short1234", None),
        ("apiKey", "the-key-of-the-orders-widget", None),
        ("tokenType", KEY, None),
        ("orgId", KEY, None),
        ("etag", KEY, None),
        ("password", "required", None),
        ("password", "$STORE.agent.pw1", None),
        ("password", "ab1", None),
        ("password", "Ask 4 it", None),
        ("src", "https://acme.com/a?token=none", None),
    ],
)
def test_likely_secrets(name: str, text: str, expected: tuple[str, str] | None) -> None:
    assert cut(text, likely_secret(name, text)) == expected


def test_each_pattern_has_a_source() -> None:
    facts = read_facts("secrets.yaml")
    assert {kind["source"] for kind in facts["known"].values()} <= facts["sources"].keys()
