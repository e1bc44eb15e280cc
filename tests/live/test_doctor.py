"""The doctor at Acme: all is well, or one line says what is not, and what to ask whom for."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.live.acme import Acme, contents, leaks
from tests.live.org_faults import html, status
from tests.live.org_server import Fault, salesforce_error

WEBEX_KINDS = (
    "desktop-layout, team, cad-variable, auxiliary-code, agent-profile, user-profile, outdial-ani, entry-point,"
    " dial-number, site, user"
)
SALESFORCE_KINDS = (
    "CallCenter, users-by-call-center, CspTrustedSite, CorsWhitelistOrigin, RemoteSiteSetting, ServicePresenceStatus,"
    " Settings, ApexClass, class-access, task-layouts, fields, InstalledPackage, packages, CustomMetadata"
)


def test_all_is_well(acme: Acme) -> None:
    before = contents(acme.project.parent)
    done = acme.run("doctor", "prod")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == f"""\
config
  ok: the Webex organization is declared: {acme.org.org_id}
  ok: the Salesforce org is declared: {acme.org.salesforce_id}
  ok: the region is declared: eu1
Webex
  ok: access token: WXCC_ACCESS_TOKEN is set
  ok: '127.0.0.1' answers
  ok: '127.0.0.1' answers
  ok: the token is for Acme Machines ({acme.org.org_id}), data centre eu1, production
  ok: can be read: {WEBEX_KINDS}
Salesforce
  ok: access token: SF_TOKEN is set
  ok: '127.0.0.1' answers
  ok: the login is for Acme Machines ({acme.org.salesforce_id}), instance GBR42, production
  ok: version 63.0 of the API is used
  ok: can be read: {SALESFORCE_KINDS}
"""
    )
    assert contents(acme.project.parent) == before


def faults(*found: Fault) -> Callable[[Acme], None]:
    return lambda acme: acme.server.faults.extend(found)


def no_token(acme: Acme) -> None:
    del acme.environ["WXCC_ACCESS_TOKEN"]


def other_tenant(acme: Acme) -> None:
    acme.server.token_org = "99999999-0000-4000-8000-000000000000"


def other_salesforce(acme: Acme) -> None:
    acme.environ["SF_TOKEN"] = acme.server.tokens["salesforce"] = "00D000000000Toy!planted-token-e2"


def old_token(system: str) -> Callable[[Acme], None]:
    return lambda acme: acme.server.tokens.__setitem__(system, "another")


def nobody_there(acme: Acme) -> None:
    config = acme.project / ".wxcc-lint.yaml"
    config.write_text(
        config.read_text("utf-8").replace(f"base-url: {acme.server.url}", "base-url: http://127.0.0.1:9"), "utf-8"
    )


def twice(acme: Acme) -> None:
    with (acme.project / ".wxcc-lint.yaml").open("a", encoding="utf-8") as config:
        config.write(f"  uat:\n    files: [uat/**]\n    region: eu1\n    webex: {{org-id: {acme.org.org_id}}}\n")


def refuse(code: str, message: str) -> Callable:
    return lambda _: salesforce_error(403, code, message)


NETWORK = "ask who runs the network whether something answers in the place of the service"
TRACKING = "(tracking id ccconfig_7f1c2a3e-0d5b-4a86-9c1e-6a2f5b7d8e90)"
TENANT = "5b1f0c6e-7a0d-4c52-9d3e-2f6a8b90c1d4"
DEVIATIONS: dict[str, tuple[Callable[[Acme], None], str, str]] = {
    "no token": (
        no_token,
        "access token: WXCC_ACCESS_TOKEN is not set",
        "ask a full administrator for an integration or a service app with the scope cjp:config_read, and set its token",
    ),
    "refused token": (
        old_token("webex"),
        (
            "'HOST/v1/people/me' answers 401: The request requires a valid access token set in the Authorization request"
            f" header {TRACKING}; get a new token, or declare a refresh token or a service app, which renew themselves:"
            " access tokens end after some days, a personal one after 12 hours and without the scope cjp:config_read that is"
            " needed"
        ),
        "",
    ),
    "another tenant": (
        other_tenant,
        (
            "the token is for the Webex organization 99999999-0000-4000-8000-000000000000, and the environment declares"
            f" {TENANT}; nothing was read"
        ),
        (
            "log in to the declared organization in a private window, as a browser that knows several takes the first"
            " without asking; or correct 'org-id'"
        ),
    ),
    "no scope": (
        faults(Fault(r"^/organization/.*/v\d/", status(403, "Access denied"))),
        f"nothing can be read: 'HOST/organization/{TENANT}/v2/desktop-layout' answers 403: Access denied {TRACKING}",
        (
            "ask a full administrator to authorise the integration or the service app with the scope cjp:config_read, as"
            " somebody who is a Contact Center administrator; a personal access token never has that scope"
        ),
    ),
    "one kind": (
        faults(Fault(r"/v2/team$", status(403, "Access denied"))),
        f"team: 'HOST/organization/{TENANT}/v2/team' answers 403: Access denied {TRACKING}",
        "ask a full administrator to give whoever the token stands for this part of the Contact Center's settings",
    ),
    "a gateway": (
        faults(Fault(r"/v2/team$", html())),
        f"team: the reply of 'HOST/organization/{TENANT}/v2/team' is a web page, not JSON",
        NETWORK,
    ),
    "nobody there": (
        nobody_there,
        "'127.0.0.1:9' cannot be connected to, tried 2 times",
        "ask who runs the network: a firewall, a proxy (HTTPS_PROXY) or its certificate (SSL_CERT_FILE)",
    ),
    "one org twice": (
        twice,
        f"the environments 'prod' and 'uat' are one Webex organization: {TENANT}; correct the 'org-id' of one of them",
        "",
    ),
    "refused session": (
        old_token("salesforce"),
        (
            "'HOST/services/data/v63.0/query' answers 401: INVALID_SESSION_ID: Session expired or invalid; log in again with"
            " 'sf org login web', or get a new token"
        ),
        "",
    ),
    "another Salesforce org": (
        other_salesforce,
        (
            "the login is for the Salesforce org 00D000000000Toy, and the environment declares 00D5g000004AcmE; nothing was"
            " read"
        ),
        "log in to the declared org, or correct 'org-id'",
    ),
    "no API": (
        faults(Fault("/query$", refuse("API_DISABLED_FOR_ORG", "API is not enabled"))),
        "'HOST/services/data/v63.0/query' answers 403: API_DISABLED_FOR_ORG: API is not enabled",
        "ask a Salesforce administrator for an edition with the API, and the permission 'API Enabled'",
    ),
    "no setup": (
        faults(Fault("tooling/query$", refuse("INSUFFICIENT_ACCESS", "no"))),
        (
            "CorsWhitelistOrigin, RemoteSiteSetting, task-layouts, InstalledPackage: 'HOST/services/data/v63.0/tooling/query'"
            " answers 403: INSUFFICIENT_ACCESS: no; the user needs the permission 'View Setup and Configuration'"
        ),
        "ask a Salesforce administrator to give that to whoever logs in",
    ),
    "limit": (
        faults(Fault("tooling/query$", refuse("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit"))),
        "'HOST/services/data/v63.0/tooling/query' answers 403: REQUEST_LIMIT_EXCEEDED: TotalRequests Limit",
        "try again tomorrow, or ask a Salesforce administrator what uses up the requests of the org",
    ),
}


@pytest.mark.parametrize("name", DEVIATIONS)
def test_a_deviation_is_one_line_that_says_what_to_do(acme: Acme, name: str) -> None:
    arrange, message, help_ = DEVIATIONS[name]
    arrange(acme)
    done = acme.run("doctor", "prod", "-f", "json")
    host = acme.server.url.removeprefix("http://")
    problems = [one for one in json.loads(done.stdout)["checks"] if one["state"] == "problem"]
    assert [(one["message"], one["help"]) for one in problems] == [(message.replace("HOST", host), help_ or None)]
    assert done.returncode == 4
    assert leaks(acme, done.stdout, done.stderr) == set()
