from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wxcc_lint.config import load_config
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.orgs import declared_orgs, public_webex_id, refuse_one_org, salesforce_id, webex_id
from wxcc_lint.sources.live.reading import Org

UUID = "a1b2c3d4-0000-4000-8000-00000000acde"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (UUID, UUID),
        (f" {UUID.upper()} ", UUID),
        (public_webex_id(UUID), UUID),
        (base64.b64encode(f"ciscospark://us/ORGANIZATION/{UUID}".encode()).decode(), UUID),
        (base64.b64encode(b"ciscospark://us/ORGANIZATION/x").decode(), None),
        (base64.b64encode(b"\xff\xfe").decode(), None),
        (UUID[:-1], None),
        ("", None),
        ("Grüße", None),
    ],
)
def test_the_forms_of_a_webex_id(text: str, expected: str | None) -> None:
    assert webex_id(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("00D000000000001", "00D000000000001"),
        ("00D000000000001AAA", "00D000000000001"),
        ("00D000000000001AA", None),
        ("005000000000001", None),
        ("00d000000000001", None),
        ("None", None),
    ],
)
def test_the_forms_of_a_salesforce_id(text: str, expected: str | None) -> None:
    assert salesforce_id(text) == expected


def test_two_environments_that_are_one_org_are_refused(tmp_path: Path, fails: Callable[[Any], LiveError]) -> None:
    file = tmp_path / ".wxcc-lint.yaml"
    file.write_text(
        f"""\
environments:
  prod: {{webex: {{org-id: {UUID}}}, salesforce: {{org-id: 00D000000000001}}}}
  uat: {{webex: {{org-id: {public_webex_id(UUID)}}}, salesforce: {{org-id: 00D00000000000a}}}}
  test: {{salesforce: {{org-id: 00D000000000001AAA}}}}
  none: {{}}
""",
        encoding="utf-8",
    )
    environments = load_config(file).environments
    one = {name: declared_orgs([environments[name]]) for name in environments}
    assert one["prod"] == [("prod", Org("webex", UUID)), ("prod", Org("salesforce", "00D000000000001"))]
    assert one["none"] == []
    refuse_one_org([*one["uat"], *one["test"], *one["none"], *one["test"]])
    webex = fails(lambda: refuse_one_org([*one["prod"], *one["uat"]]))
    assert (webex.cause, webex.sentence) == (
        "wrong-org",
        (
            f"the environments 'prod' and 'uat' are one Webex organization: {public_webex_id(UUID)};"
            " correct the 'org-id' of one of them"
        ),
    )
    salesforce = fails(lambda: refuse_one_org([*one["prod"], *one["test"]]))
    assert salesforce.sentence == (
        "the environments 'prod' and 'test' are one Salesforce org: 00D000000000001AAA;"
        " correct the 'org-id' of one of them"
    )
