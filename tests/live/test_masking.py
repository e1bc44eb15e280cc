"""The key of the masks is the user's own, and nothing of an org is written down that nobody may see."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from wxcc_lint.masks import MaskKey
from wxcc_lint.sources.live.masking import KEY_VARIABLE, Masker, MaskKeyError, find_key, find_or_make_key
from wxcc_lint.sources.live.reading import LiveObject, System

KEY = MaskKey(b"k" * 32)
MASKER = Masker(KEY)


def token(text: str) -> str:
    return f"masked-{KEY.digest(text)[:32]}"


def random(count: int) -> bytes:
    return bytes(range(count))


def made(folder: Path, outside: Path = Path("/nowhere")) -> MaskKey:
    return find_or_make_key({}, folder, outside, random)


def test_the_key_of_the_environment_goes_first(tmp_path: Path) -> None:
    made(tmp_path)
    assert find_key({KEY_VARIABLE: " sixteen letters! "}, tmp_path) == MaskKey(b"sixteen letters!")
    assert find_key({KEY_VARIABLE: " "}, tmp_path) == MaskKey(random(32))


def test_a_short_key_is_refused_and_not_shown(tmp_path: Path) -> None:
    with pytest.raises(MaskKeyError) as caught:
        find_key({KEY_VARIABLE: "only-15-letters"}, tmp_path)
    assert str(caught.value).startswith("WXCC_LINT_MASK_KEY holds 15 characters: ")
    assert "only-15" not in str(caught.value)


def test_reading_makes_no_key(tmp_path: Path) -> None:
    assert find_key({}, tmp_path / "state") is None
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_was_made_is_found_again_and_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "wxcc-lint"
    assert made(folder) == MaskKey(random(32)) == find_key({}, folder)
    assert find_or_make_key({}, folder, Path("/nowhere"), lambda count: b"x" * count) == MaskKey(random(32))
    assert [path.name for path in folder.iterdir()] == ["mask-key"]


def test_of_two_who_make_a_key_at_once_the_first_wins(tmp_path: Path) -> None:
    def late(count: int) -> bytes:
        made(tmp_path)
        return b"x" * count

    assert find_or_make_key({}, tmp_path, Path("/nowhere"), late) == MaskKey(random(32))


def test_without_hard_links_the_key_is_kept_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert made(tmp_path) == MaskKey(random(32)) == find_key({}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mask-key"]


@pytest.mark.skipif(os.name != "posix", reason="the system has other permissions")
def test_only_the_user_can_read_the_key(tmp_path: Path) -> None:
    previous = os.umask(0)
    try:
        made(tmp_path)
    finally:
        os.umask(previous)
    assert stat.S_IMODE((tmp_path / "mask-key").stat().st_mode) == 0o600


def test_no_key_is_made_among_the_files_it_protects(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "repo")
    for folder in (tmp_path / "repo" / "state", tmp_path / "link" / "state"):
        with pytest.raises(MaskKeyError, match="must not lie among the files that it protects: set WXCC_LINT_MASK_KEY"):
            made(folder, tmp_path / "repo")
    assert [path.name for path in tmp_path.iterdir()] == ["link"]


@pytest.mark.parametrize("content", [b"", b"abc", b"\xff" * 64, b"g" * 64])
def test_a_broken_key_is_told_and_stays(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mask-key").write_bytes(content)
    with pytest.raises(MaskKeyError, match="is no key of ours"):
        made(tmp_path)
    assert (tmp_path / "mask-key").read_bytes() == content


def test_a_key_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(
        MaskKeyError, match=r"mask-key: the key for masks cannot be kept here: .*; set WXCC_LINT_MASK_KEY"
    ):
        made(tmp_path / "state")


def masked(system: System, kind: str, data: Any = None, text: str | None = None, **more: Any) -> LiveObject:
    return MASKER.masked(system, kind, LiveObject("x", data, text, **more))


def test_the_fields_that_the_catalogue_marks_are_masked() -> None:
    number = {"mask": "…0018", "hmac": KEY.digest("+442079460018")}
    entries = [{"name": "Main", "number": "+442079460018"}]
    assert masked("webex", "outdial-ani", {"outdialANIEntries": entries}).data == {
        "outdialANIEntries": [{"name": "Main", "number": number}]
    }
    assert masked("webex", "dial-number", {"dialledNumber": "+44 2079460018"}).data == {"dialledNumber": number}
    assert masked("webex", "team", {"dialledNumber": "+442079460018"}).data == {"dialledNumber": "+442079460018"}


def test_the_default_of_a_sensitive_variable_is_masked() -> None:
    data = {"name": "Pin", "defaultValue": "1234", "sensitive": True}
    assert masked("webex", "cad-variable", data).data["defaultValue"] == {"mask": "…", "hmac": KEY.digest("1234")}
    assert masked("webex", "cad-variable", {**data, "sensitive": False}).data["defaultValue"] == "1234"


def test_secrets_in_a_layout_are_masked_wherever_they_stand() -> None:
    widget = {"comp": "acme-w", "script": "https://u:p@acme.com/w.js", "properties": {"apiKey": "k", "t": "$STORE.a.b"}}
    content = {"agent": {"area": {"panel": {"children": [widget]}}}}
    data = masked("webex", "desktop-layout", {"name": "Sales", "jsonFileContent": content}).data
    assert data["jsonFileContent"]["agent"]["area"]["panel"]["children"] == [
        {
            "comp": "acme-w",
            "script": f"https://{token('u:p')}@acme.com/w.js",
            "properties": {"apiKey": {"mask": "…", "hmac": KEY.digest("k")}, "t": "$STORE.a.b"},
        }
    ]


def test_a_layout_that_is_no_json_is_masked_as_a_text() -> None:
    data = masked("webex", "desktop-layout", {"jsonFileContent": '{"apiKey": "k1", '}).data
    assert data == {"jsonFileContent": f'{{"apiKey": "{token("k1")}", '}


def test_counts_by_name_are_no_secrets_whatever_the_names() -> None:
    assert masked("webex", "users-by-team", {"Password Reset": 12}).data == {"Password Reset": 12}
    assert masked("salesforce", "task-layouts", {"Token Admin": "Task Layout"}).data == {"Token Admin": "Task Layout"}


def test_in_xml_only_the_texts_with_secrets_change() -> None:
    text = (
        '<?xml version="1.0"?>\n<CallCenter xmlns="urn:x">\r\n  <sections><items><label>A &amp; B</label>'
        "<name>apiKey</name><value>k&lt;1</value></items>"
        "<items><name>reqAdapterUrl</name><value><![CDATA[https://u:p@acme.com/?a=1&token=t2]]></value></items>"
        "<items><name>n</name><value>&lt;plain&gt;</value></items></sections><!-- apiKey -->\r\n</CallCenter>\n"
    )
    expected = text.replace("k&lt;1", token("k<1")).replace(
        "<![CDATA[https://u:p@acme.com/?a=1&token=t2]]>",
        f"https://{token('u:p')}@acme.com/?a=1&amp;token={token('t2')}",
    )
    assert masked("salesforce", "CallCenter", text=text).text == expected


def test_an_element_names_its_own_text() -> None:
    text = "<RemoteSiteSetting><password>p1</password><url>https://acme.com</url></RemoteSiteSetting>"
    assert masked("salesforce", "RemoteSiteSetting", text=text).text == text.replace("p1", token("p1"))


def test_code_is_masked_as_a_text() -> None:
    text = "class A { String apiKey = 'k1'; }"
    assert masked("salesforce", "ApexClass", text=text).text == text.replace("k1", token("k1"))


def test_of_an_address_of_somebody_only_the_domain_is_kept() -> None:
    said = ["jane.doe@acme.com", "Jane Doe <jane.doe@acme.com>", "Jane Doe", None]
    assert [masked("webex", "team", {}, changed_by=one).changed_by for one in said] == [
        "…@acme.com",
        "Jane Doe <…@acme.com>",
        "Jane Doe",
        None,
    ]


def test_only_names_that_are_numbers_are_masked() -> None:
    assert MASKER.name_mask("webex", "dial-number", "+442079460018") == {
        "mask": "…0018",
        "hmac": KEY.digest("+442079460018"),
    }
    assert MASKER.name_mask("webex", "team", "London") is None
    assert MASKER.name_mask("salesforce", "dial-number", "London") is None
