"""What the doctor says where no test should wait for a network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wxcc_lint.config import Environment
from wxcc_lint.sources.live.doctor import examine
from wxcc_lint.sources.live.doctor_checks import Check
from wxcc_lint.sources.live.errors import LiveError

ORG = "a1b2c3d4-0000-4000-8000-00000000acde"
API = "https://api.wxcc-eu1.cisco.com"
IDENTITY = "https://webexapis.com"
NETWORK = "ask who runs the network: a firewall, a proxy (HTTPS_PROXY) or its certificate (SSL_CERT_FILE)"
REGION = "Control Hub shows the data centre under Contact Center > Settings > General; correct 'region'"
ENVIRON = {"PATH": "", "WXCC_ACCESS_TOKEN": f"topsecret_P_{ORG}"}
Make = Callable[..., Environment]


@pytest.fixture
def told(net: Any, environment: Make) -> Callable[..., list[Check]]:
    """Examine an environment, and return what is said beside what is well."""

    def run(**entries: Any) -> list[Check]:
        checks = examine(environment(**entries), [], ENVIRON, net.connect, lambda: 0.0)
        return [check for check in checks if check.state != "ok"]

    return run


NO_SALESFORCE = Check(
    "config",
    "note",
    "the environment declares no 'salesforce', so nothing is read of Salesforce",
    "write it with its 'org-id' below 'prod'",
)


def test_a_host_that_gives_no_answer_is_not_asked_again(net: Any, told: Any) -> None:
    net.on(f"GET {API}/", LiveError("unreachable", "no host of that name"))
    net.on(f"GET {IDENTITY}/", LiveError("unreachable", "certificate unknown"))
    assert told(region="eu1", webex={"org-id": ORG}) == [
        NO_SALESFORCE,
        Check("webex", "problem", "no host of that name", NETWORK),
        Check("webex", "note", "certificate unknown", NETWORK),
    ]
    assert net.sent == [f"GET {API}/", f"GET {IDENTITY}/"]
    assert net.tokens == [None, None]


@pytest.mark.parametrize("cause", ["unreachable", "refused", "not-found"])
def test_a_host_that_gives_any_answer_is_reached(net: Any, told: Any, cause: Any) -> None:
    """Also one that is busy or sends us elsewhere."""
    net.on(f"GET {API}/", LiveError(cause, "an answer", status=503))
    assert "an answer" not in [check.message for check in told(region="eu1", webex={"org-id": ORG})]


def test_an_instance_that_gives_no_answer_is_not_asked_again(net: Any, told: Any) -> None:
    at = "https://acme.my.salesforce.com"
    net.on(f"GET {at}/", LiveError("unreachable", "no host of that name"))
    way = {"org-id": "00D000000000001", "token-env": "WXCC_ACCESS_TOKEN", "instance-url": at}
    assert told(salesforce=way)[-1] == Check("salesforce", "problem", "no host of that name", NETWORK)
    assert net.sent == [f"GET {at}/"]


def test_who_renews_tokens_needs_the_host_that_gives_them(net: Any, told: Any) -> None:
    net.on(f"GET {IDENTITY}/", LiveError("unreachable", "no way"))
    checks = told(region="eu1", webex={"org-id": ORG, "refresh-token-env": "RT"})
    assert Check("webex", "problem", "no way", NETWORK) in checks


def test_an_address_in_another_data_centre(told: Any) -> None:
    checks = told(region="eu1", webex={"org-id": ORG, "base-url": "https://api.wxcc-us1.cisco.com"})
    said = "the config declares the region 'eu1', and 'base-url' leads to 'us1'"
    assert Check("webex", "problem", said, REGION) in checks


def test_a_tenant_that_is_not_there_may_be_in_another_data_centre(told: Any) -> None:
    """All answers are 404."""
    said = f"nothing can be read: 'GET {API}/organization/{ORG}/v2/desktop-layout?page=0&pageSize=1' answers 404"
    assert told(region="eu1", webex={"org-id": ORG}) == [NO_SALESFORCE, Check("webex", "problem", said, REGION)]


@pytest.mark.parametrize("cause", ["unauthorised", "unreachable", "limited"])
def test_what_ends_all_reading_is_told_once(net: Any, told: Any, cause: Any) -> None:
    net.on(f"GET {API}/organization/{ORG}/v2/desktop-layout?page=0&pageSize=1", {})
    net.on(f"GET {API}/organization/{ORG}/v2/team?page=0&pageSize=1", LiveError(cause, "the end"))
    webex = [check for check in told(region="eu1", webex={"org-id": ORG}) if check.part == "webex"]
    assert [(check.state, check.message.partition(";")[0]) for check in webex] == [("problem", "the end")]
    assert net.sent[-1].endswith("/v2/team?page=0&pageSize=1")


def test_a_cli_that_is_not_installed(net: Any, told: Any) -> None:
    checks = told(salesforce={"org-id": "00D000000000001", "sf-alias": "prod"})
    assert [check for check in checks if check.part == "salesforce"] == [
        Check(
            "salesforce",
            "problem",
            "Salesforce CLI: there is no 'sf' on the PATH",
            "ask a Salesforce administrator for an app that may log in, or log in by the Salesforce CLI: 'sf org login web'",
        )
    ]
    assert net.sent == []


def test_an_org_without_a_way_to_log_in(net: Any, told: Any) -> None:
    checks = told(salesforce={"org-id": "00D000000000001"})
    assert [check.message for check in checks if check.state == "problem"] == ["no way to log in is declared"]
    assert net.sent == []


def test_an_org_at_a_stranger(net: Any, told: Any) -> None:
    checks = told(salesforce={"org-id": "00D000000000001", "token-env": "PATH", "instance-url": "https://a.b"})
    assert [check.message for check in checks if check.state == "problem"] == [
        "access token: PATH is not set",
        "'a.b' is no host of Salesforce, so no token is sent there; WXCC_LINT_TRUST_HOSTS=a.b allows it",
    ]
    assert net.sent == []
