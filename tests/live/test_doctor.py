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
    assert done.stdout == f"""\
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
    config.write_text(config.read_text("utf-8").replace(f"base-url: {acme.server.url}", "base-url: http://127.0.0.1:9"))


def twice(acme: Acme) -> None:
    with (acme.project / ".wxcc-lint.yaml").open("a", encoding="utf-8") as config:
        config.write(f"  uat:\n    files: [uat/**]\n    region: eu1\n    webex: {{org-id: {acme.org.org_id}}}\n")


def refuse(code: str, message: str) -> Callable:
    return lambda _: salesforce_error(403, code, message)


DEVIATIONS: dict[str, tuple[Callable[[Acme], None], str, str]] = {
    "no token": (no_token, "", ""),
    "refused token": (old_token("webex"), "", ""),
    "another tenant": (other_tenant, "", ""),
    "no scope": (faults(Fault(r"/v\d/", status(403, "Access denied"))), "", ""),
    "one kind": (faults(Fault(r"/v2/team$", status(403, "Access denied"))), "", ""),
    "a gateway": (faults(Fault(r"/v2/team$", html())), "", ""),
    "nobody there": (nobody_there, "", ""),
    "one org twice": (twice, "", ""),
    "refused session": (old_token("salesforce"), "", ""),
    "another Salesforce org": (other_salesforce, "", ""),
    "no API": (faults(Fault("/query$", refuse("API_DISABLED_FOR_ORG", "API is not enabled"))), "", ""),
    "no setup": (faults(Fault("tooling/query$", refuse("INSUFFICIENT_ACCESS", "no"))), "", ""),
    "limit": (faults(Fault("tooling/query$", refuse("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit"))), "", ""),
}


@pytest.mark.parametrize("name", DEVIATIONS)
def test_a_deviation_is_one_line_that_says_what_to_do(acme: Acme, name: str) -> None:
    arrange, message, help_ = DEVIATIONS[name]
    arrange(acme)
    done = acme.run("doctor", "prod", "-f", "json")
    problems = [one for one in json.loads(done.stdout)["checks"] if one["state"] == "problem"]
    assert [(one["message"], one["help"]) for one in problems] == [(message, help_ or None)]
    assert done.returncode == 4
    assert leaks(acme, done.stdout, done.stderr) == set()
