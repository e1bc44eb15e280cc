from __future__ import annotations

import pytest

from wxcc_lint.catalog.named_regions import environment_path, named_regions


def seen(name: str, value: str) -> list[tuple[str, str | None, bool]]:
    found = list(named_regions(name, value))
    assert [value[one.start : one.end].lower() for one in found] == [one.region.code for one in found]
    return [(one.region.code, one.host, one.is_environment) for one in found]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("anything", "produs1", [("us1", None, True)]),
        ("dataCenter", "prodeu2", [("eu2", None, True)]),
        ("data-center", "eu1", [("eu1", None, False)]),
        ("WXCC_REGION", "anz1", [("anz1", None, False)]),
        ("src", "https://desktop.wxcc-us1.cisco.com/a", [("us1", "desktop.wxcc-us1.cisco.com", False)]),
        ("src", "api.wxcc-eu1.cisco.com", [("eu1", "api.wxcc-eu1.cisco.com", False)]),
        ("src", "HTTPS://API.WXCC-EU1.CISCO.COM", [("eu1", "API.WXCC-EU1.CISCO.COM", False)]),
        ("ws", "wss://rtw.prod-us1.rtmsprod.net:443", [("us1", "rtw.prod-us1.rtmsprod.net", False)]),
        (
            "a",
            "https://config-service.ca1.ciscoccservice.com",
            [("ca1", "config-service.ca1.ciscoccservice.com", False)],
        ),
        ("a", "https://x.prodjp1.ciscoccservice.com", [("jp1", "x.prodjp1.ciscoccservice.com", False)]),
        (
            "libs",
            "https://a.wxcc-us1.cisco.com/a.js,https://a.wxcc-eu1.cisco.com/a.js",
            [("us1", "a.wxcc-us1.cisco.com", False), ("eu1", "a.wxcc-eu1.cisco.com", False)],
        ),
    ],
)
def test_named_regions(name: str, value: str, expected: list[tuple[str, str | None, bool]]) -> None:
    assert seen(name, value) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dataCenter", "$STORE.app.datacenter"),
        ("dataCenter", "devus1"),
        ("dataCenter", "us2"),
        ("label", "us1"),
        ("label", "produs1 is down"),
        ("src", "https://us1.acme.com/desktop.wxcc-us1.cisco.com"),
        ("src", "https://cjaas.cisco.com/us1"),
        ("src", "https://wxcc-us1.notcisco.com"),
        ("src", "https://status1.cisco.com"),
        ("src", ""),
    ],
)
def test_what_names_no_region(name: str, value: str) -> None:
    assert seen(name, value) == []


def test_what_fits_every_region() -> None:
    assert environment_path() == "$STORE.app.datacenter"
