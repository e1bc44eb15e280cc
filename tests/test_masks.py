"""Secrets become masks: equal ones equal masks, and none of them can be read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies as st

from wxcc_lint.masks import MaskKey, holds_masks, is_mask, masked_data, masked_text, personal_mask

KEY = MaskKey(b"k" * 32)
OTHER = MaskKey(b"o" * 32)


def token(text: str) -> str:
    return f"masked-{KEY.digest(text)[:32]}"


def masked_value(name: str, value: object, key: MaskKey = KEY) -> Any:
    """Return what becomes of a value that stands under a name."""
    return masked_data({name: value}, key)[name]


def whole(text: str) -> dict[str, str]:
    return {"mask": "…", "hmac": KEY.digest(text)}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("apiKey", "abc"),
        ("X-Api-Key", "abc"),
        ("api_key", "abc"),
        ("accessToken", "a"),
        ("watsonAnalyticsPassword", "hunter"),
        ("dbPwd", "letmein"),
        ("pass", "letmein"),
        ("pw", "letmein"),
        ("x-functions-key", "k3Jd93"),
        ("clientSecret", " s "),
        ("authorization", "abc def"),
        ("any", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"),
        ("any", "-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n-----END RSA PRIVATE KEY-----"),
        ("any", "-----BEGIN PRIVATE KEY-----\nMIIabc and no end"),
        ("password", "https-and-more"),
    ],
)
def test_a_whole_secret_becomes_an_object(name: str, value: str) -> None:
    assert masked_value(name, value) == whole(value)
    assert masked_text(name, value, KEY) == token(value)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("https://jane:pw@acme.com/x", "jane:pw"),
        ("HTTPS://token@acme.com/x", "token"),
        ("postgres://u:p@db/x", "u:p"),
        ("https://acme.com/?a=1&token=abc&b=2", "abc"),
        ("https://acme.com/?sig=a%2Fb", "a%2Fb"),
        ("https://acme.com/#access_token=abc", "abc"),
        ("https://hooks.slack.com/services/T01AB/B02CD/k3Jd93", "T01AB/B02CD/k3Jd93"),
        (
            "https://acme.webhook.office.com/webhookb2/1a2b-3c@4d5e/IncomingWebhook/6f7a/8b9c",
            "1a2b-3c@4d5e/IncomingWebhook/6f7a/8b9c",
        ),
        ("https://acme.com/?code=x1", "x1"),
        ("Server=a;Password=abc;Database=b", "abc"),
        ("Authorization: Bearer 9f86d081884c7d65", "9f86d081884c7d65"),
        ("Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"),
        ('{"apiKey": "a b", "name": "c"}', "a b"),
        ('{"apiKey": "a\\"b"}', 'a\\"b'),
        (r"{\"password\": \"zz\", \"x\": \"y\"}", "zz"),
        ("String password = 'hunter22';", "hunter22"),
        ('{"password": "no end', "no end"),
        ("{'password': 'a\"b'}", 'a"b'),
        ("x ghp_0123456789abcdefghijABCDEFGHIJ012345 y", "ghp_0123456789abcdefghijABCDEFGHIJ012345"),
    ],
)
def test_of_a_text_only_the_secret_is_masked(text: str, secret: str) -> None:
    assert masked_value("any", text) == text.replace(secret, token(secret))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accessToken", "$STORE.auth.accessToken"),
        ("tokenLabel", "$I18N.app.token"),
        ("apiKey", "${API_KEY}"),
        ("apiKey", "{{API_KEY}}"),
        ("apiKey", "YOUR_API_KEY"),
        ("password", "<your password>"),
        ("secret", ""),
        ("secret", "  "),
        ("passwordRequired", "true"),
        ("bypass", "x"),
        ("passenger", "Jane"),
        ("hook", "https://hooks.slack.com/docs"),
        ("passwordRequired", True),
        ("tokenType", "Bearer"),
        ("tokenExpiry", 3600),
        ("token", None),
        ("tokenUrl", "https://login.acme.com/oauth"),
        ("secretary", "Jane"),
        ("title", "Basic information"),
        ("title", "Bearer of news"),
        ("x", "https://<user>:<password>@acme.com/"),
        ("x", "https://acme.com/?token=${TOKEN}&x=1"),
        ("x", "https://acme.com/a@b?page=1"),
        ("script", "https://widgets.acme.com/a.js?v=1.2"),
        ("id", "9f86d081-884c-4d65-9a2f-eaa0c55ad015"),
    ],
)
def test_what_is_no_secret_stays(name: str, value: object) -> None:
    assert masked_value(name, value) == value


def test_a_number_is_masked_under_a_name_of_passwords_alone() -> None:
    assert masked_data({"pin": 1, "dbPassword": 123456}, KEY) == {"pin": 1, "dbPassword": whole("123456")}


def test_another_member_says_what_a_value_is_called() -> None:
    data = {
        "a": [{"name": "apiKey", "value": "x"}, {"key": "Authorization", "value": "y"}, {"name": "n", "value": "z"}]
    }
    assert masked_data(data, KEY) == {
        "a": [
            {"name": "apiKey", "value": whole("x")},
            {"key": "Authorization", "value": whole("y")},
            {"name": "n", "value": "z"},
        ]
    }


def test_elements_of_a_list_are_called_as_it_is() -> None:
    assert masked_data({"tokens": ["a", ["b"], {"c": "d"}]}, KEY) == {"tokens": [whole("a"), [whole("b")], {"c": "d"}]}


def test_marks_lead_into_objects_and_lists_and_name_no_other_field() -> None:
    data = {"number": "+44 20 7946 0018", "entries": [{"number": "+44 20 7946 0018"}, {"number": ""}, {}]}
    assert masked_data(data, KEY, {"entries.number": "phone"}) == {
        "number": "+44 20 7946 0018",
        "entries": [{"number": {"mask": "…0018", "hmac": KEY.digest("+442079460018")}}, {"number": ""}, {}],
    }


@pytest.mark.parametrize(
    ("why", "text", "shown", "hashed"),
    [
        ("phone", "+44 20 7946 0018", "…0018", "+442079460018"),
        ("phone", "(020) 7946-0018", "…0018", "02079460018"),
        ("phone", "12345678", "…", "12345678"),
        ("email", " Jane.Doe@Acme.com", "…@acme.com", "jane.doe@acme.com"),
        ("email", "jane", "…", "jane"),
        ("secret", "Abc 1234", "…", "Abc 1234"),
    ],
)
def test_of_personal_data_little_is_shown(why, text: str, shown: str, hashed: str) -> None:
    assert personal_mask(why, text, KEY) == {"mask": shown, "hmac": KEY.digest(hashed)}


def test_another_secret_of_the_same_length_has_another_mask_and_another_key_makes_others() -> None:
    masks = [
        masked_value("apiKey", "abc1"),
        masked_value("apiKey", "abc2"),
        masked_value("apiKey", "abc1", OTHER),
    ]
    assert len({one["hmac"] for one in masks}) == 3
    assert masked_value("apiKey", "abc1", MaskKey(b"k" * 32)) == masks[0]


def test_a_key_shows_nothing_of_itself_but_tells_itself_from_others() -> None:
    assert "kkk" not in repr(KEY)
    assert (KEY.id, OTHER.id) == (KEY.digest("wxcc-lint mask key")[:8], OTHER.digest("wxcc-lint mask key")[:8])
    assert KEY.id != OTHER.id


def test_what_is_masked_is_not_masked_again() -> None:
    data = {
        "apiKey": "abc",
        "tokens": ["a"],
        "url": "https://u:p@acme.com/?token=x",
        "header": "Bearer 9f86d081884c7d65",
        "password": 1,
    }
    once = masked_data(data, KEY)
    assert masked_data(once, OTHER) == once


def test_masks_are_recognised_at_any_depth() -> None:
    assert is_mask(whole("x"))
    assert not is_mask({"mask": "…", "hmac": "0", "more": 1})
    assert [
        holds_masks(one)
        for one in (whole("x"), {"a": [1, whole("x")]}, f"a {token('x')} b", {"mask": "…"}, ["masked-x"], None)
    ] == [True, True, True, False, False, False]


json_data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "value", "apiKey", "password", "x", "mask", "hmac"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(json_data)
def test_masking_ends_keeps_what_is_json_and_is_done_once(data) -> None:
    once = masked_data(data, KEY, {"x": "phone"})
    assert json.loads(json.dumps(once)) == once
    assert masked_data(once, OTHER, {"x": "phone"}) == once


@example("\\", "password")
@example('"', "password")
@given(st.text(min_size=1, max_size=30), st.sampled_from(["password", "clientSecret", "apiKey"]))
@settings(max_examples=300)
def test_a_value_under_such_a_name_is_never_readable(text: str, name: str) -> None:
    planted = f"Zq7{text}"
    assert "Zq7" not in json.dumps(masked_data({"a": [{name: planted}]}, KEY))
    assert "Zq7" not in json.dumps(masked_data({"text": json.dumps({name: planted})}, KEY))
    assert "Zq7" not in json.dumps(masked_data({"text": json.dumps(json.dumps({name: planted}))}, KEY))
