"""Did-you-mean: near misses are offered, strangers are not."""

from __future__ import annotations

import pytest

from wxcc_lint.suggest import closest, did_you_mean, differ_in_a_letter

KNOWN = ["reqUseApi", "reqAdapterUrl", "reqDisplayName"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("reqUseApi", "reqUseApi"),
        ("REQUSEAPI", "reqUseApi"),
        ("reqUseAPi", "reqUseApi"),
        ("reqAdaptorUrl", "reqAdapterUrl"),
        ("softphone", None),
        ("", None),
    ],
)
def test_the_nearest_known_word_is_found_whatever_its_case(word: str, found: str | None) -> None:
    assert closest(word, KNOWN) == found


def test_of_words_that_differ_in_case_only_the_first_is_offered() -> None:
    assert closest("Wxccfieldname", ["WxCCFieldName", "wxccFieldName"]) == "WxCCFieldName"


def test_nothing_is_near_when_nothing_is_known() -> None:
    assert closest("reqUseApi", []) is None


def test_a_suggestion_is_ready_to_follow_a_sentence() -> None:
    assert did_you_mean("reqUseApy", KNOWN) == "; did you mean 'reqUseApi'?"


def test_without_a_near_word_nothing_is_said() -> None:
    assert did_you_mean("softphone", KNOWN) == ""


@pytest.mark.parametrize(
    "other", ["acme-rders", "acme-orrders", "acme-arders", "acme-odrers", "acme-order-", "xacme-orders"]
)
def test_words_that_differ_in_a_letter(other: str) -> None:
    assert differ_in_a_letter("acme-orders", other)
    assert differ_in_a_letter(other, "acme-orders")


@pytest.mark.parametrize(
    "other", ["acme-orders", "acme-order", "acme-orders2", "acme-odersr", "acme-oerdrs", "acme-rdres", "acme", ""]
)
def test_words_that_are_the_same_or_differ_in_more_or_in_what_is_meant(other: str) -> None:
    assert not differ_in_a_letter("acme-orders", other)
    assert not differ_in_a_letter(other, "acme-orders")
