"""The doctor looks at orgs over real HTTP: a server on this machine that is a tenant and an org at once."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

UUID = "a1b2c3d4-0000-4000-8000-00000000acde"
ORG = "00D000000000001AAA"
TOKEN = f"topsecret_P0A1_{UUID}"
SF_TOKEN = f"{ORG}!topsecret.sf"
ENV = {"WXCC_ACCESS_TOKEN": TOKEN, "SF": SF_TOKEN}
SOAP = (
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>'
    '<{0}Response xmlns="http://soap.sforce.com/2006/04/metadata">{1}</{0}Response></e:Body></e:Envelope>'
)
OMNI = "<result><records><fullName>OmniChannel</fullName><enableOmniChannel>true</enableOmniChannel></records></result>"
WEBEX_KINDS = (
    "desktop-layout, team, cad-variable, auxiliary-code, agent-profile, user-profile, outdial-ani, entry-point,"
    " dial-number, site, user"
)
SALESFORCE_KINDS = (
    "CallCenter, users-by-call-center, CspTrustedSite, CorsWhitelistOrigin, RemoteSiteSetting, ServicePresenceStatus,"
    " Settings, ApexClass, class-access, task-layouts, fields, InstalledPackage, packages, CustomMetadata"
)
SCOPE = (
    "ask a full administrator to authorise the integration or the service app with the scope cjp:config_read, as somebody"
    " who is a Contact Center administrator; a personal access token never has that scope"
)
ROLE = "ask a full administrator to give whoever the token stands for this part of the Contact Center's settings"
WEBEX_LOGIN = (
    "ask a full administrator for an integration or a service app with the scope cjp:config_read, and set its token"
)
SALESFORCE_LOGIN = (
    "ask a Salesforce administrator for an app that may log in, or log in by the Salesforce CLI: 'sf org login web'"
)

SUBJECT = {"name": "Subject", "type": "string", "length": 255, "createable": True, "updateable": True}
ANSWERS: dict[str, tuple[int, Any]] = {
    f"/organization/{UUID}": (200, {"name": "Acme", "subscriptionType": "SUBSCRIPTION"}),
    "/services/data/": (200, [{"version": "63.0"}]),
    "/services/data/v63.0/sobjects/Task/describe": (200, {"name": "Task", "fields": [SUBJECT]}),
    "Organization": (
        200,
        {"done": True, "records": [{"Id": ORG, "Name": "Acme Test", "InstanceName": "CS42", "IsSandbox": True}]},
    ),
}


@dataclass
class Orgs:
    """What the server answers: a status and a body by the path, or by the object of a query; else what is empty."""

    url: str = ""
    answers: dict[str, tuple[int, Any]] = field(default_factory=dict)
    seen: list[tuple[str, str]] = field(default_factory=list)
    tokens: set[str | None] = field(default_factory=set)
    bodies: list[str] = field(default_factory=list)

    def answer(self, path: str, query: dict[str, list[str]], body: str) -> tuple[int, Any]:
        asked = query.get("q", [""])[0].partition(" FROM ")[2].partition(" ")[0]
        told = self.answers.get(asked) or self.answers.get(path)
        if told is None and asked:
            return 200, {"done": True, "totalSize": 0, "records": []}
        if told is None and path.startswith("/services/Soap/"):
            is_read = "readMetadata" in body
            return 200, SOAP.format("readMetadata" if is_read else "listMetadata", OMNI if is_read else "")
        return told or ((200, {"meta": {}, "data": []}) if "/organization/" in path else (404, {}))


@pytest.fixture
def orgs() -> Iterator[Orgs]:
    state = Orgs()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer("")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            state.bodies.append(body)
            self._answer(body)

        def _answer(self, body: str) -> None:
            parts = urlsplit(self.path)
            state.seen.append((self.command, self.path))
            state.tokens.add(self.headers.get("Authorization"))
            status, data = state.answer(parts.path, parse_qs(parts.query), body)
            is_xml = isinstance(data, str)
            sent = (data if is_xml else json.dumps(data)).encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/xml" if is_xml else "application/json")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.url = f"http://127.0.0.1:{server.server_port}"
        state.answers |= ANSWERS
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield state
        server.shutdown()
        thread.join()


@pytest.fixture
def prod(config: Any, orgs: Orgs) -> Callable[..., None]:
    """Declare the environment prod, with changes to what it says of either org."""

    def write(webex: dict[str, Any] | None = None, salesforce: dict[str, Any] | None = None, more: Any = None) -> None:
        here = {"org-id": UUID, "base-url": orgs.url, "identity-url": f"{orgs.url}/v1", **(webex or {})}
        there = {"org-id": ORG, "instance-url": orgs.url, "token-env": "SF", **(salesforce or {})}
        config(
            json.dumps(
                {"environments": {"prod": {"region": "eu1", "webex": here, "salesforce": there}, **(more or {})}}
            )
        )

    return write


def problems(run: Any) -> list[tuple[str, str, str | None]]:
    checks = json.loads(run.out)["checks"]
    return [(one["part"], one["message"], one["help"]) for one in checks if one["state"] == "problem"]


def test_all_is_well(lint: Any, prod: Any, orgs: Orgs) -> None:
    prod()
    run = lint("doctor", "prod", env=ENV)
    port = orgs.url.rpartition(":")[2]
    assert (
        run.out.replace(port, "PORT")
        == f"""\
config
  ok: the Webex organization is declared: {UUID}
  ok: the Salesforce org is declared: {ORG}
  ok: the region is declared: eu1
Webex
  ok: access token: WXCC_ACCESS_TOKEN is set
  ok: '127.0.0.1' answers
  ok: '127.0.0.1' answers
  ok: the token is for Acme ({UUID}), data centre eu1, production
  ok: can be read: {WEBEX_KINDS}
Salesforce
  ok: access token: SF is set
  ok: '127.0.0.1' answers
  ok: the login is for Acme Test ({ORG}), instance CS42, sandbox
  ok: version 63.0 of the API is used
  ok: can be read: {SALESFORCE_KINDS}
"""
    )
    assert (run.code, run.err) == (0, "")


def test_only_reading_requests_leave_and_nothing_is_written(lint: Any, prod: Any, orgs: Orgs, project: Path) -> None:
    prod()
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    run = lint("doctor", "prod", "-vv", env=ENV)
    assert run.code == 0
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == before
    assert {path for verb, path in orgs.seen if verb != "GET"} == {"/services/Soap/m/63.0"}
    assert orgs.tokens == {None, f"Bearer {TOKEN}", f"Bearer {SF_TOKEN}"}
    assert all("pageSize=1" in path for _, path in orgs.seen if "/v2/" in path)
    assert len(run.err.splitlines()) == len(orgs.seen)
    assert "topsecret" not in run.out + run.err


def test_a_kind_that_is_forbidden_is_told_with_whom_to_ask(lint: Any, prod: Any, orgs: Orgs) -> None:
    prod()
    said = {"error": {"key": "403", "message": [{"description": "No access to teams."}]}, "trackingId": "T1"}
    orgs.answers[f"/organization/{UUID}/v2/team"] = (403, said)
    orgs.answers["CspTrustedSite"] = (403, [{"errorCode": "INSUFFICIENT_ACCESS", "message": "insufficient access"}])
    run = lint("doctor", "prod", "-f", "json", env=ENV)
    host = orgs.url.removeprefix("http://")
    assert problems(run) == [
        (
            "webex",
            f"team: '{host}/organization/{UUID}/v2/team' answers 403: No access to teams (tracking id T1)",
            ROLE,
        ),
        (
            "salesforce",
            (
                f"CspTrustedSite: '{host}/services/data/v63.0/query' answers 403:"
                " INSUFFICIENT_ACCESS: insufficient access; the user needs the permission 'View Setup and Configuration'"
            ),
            "ask a Salesforce administrator to give that to whoever logs in",
        ),
    ]
    assert run.code == 4
    document = json.loads(run.out)
    assert {key: document[key] for key in ("version", "environment", "summary")} == {
        "version": 1,
        "environment": "prod",
        "summary": {"ok": 13, "notes": 0, "problems": 2},
    }
    assert document["checks"][0] == {
        "part": "config",
        "state": "ok",
        "message": f"the Webex organization is declared: {UUID}",
        "help": None,
    }


def test_a_token_without_the_scope_is_told_once(lint: Any, prod: Any, orgs: Orgs, monkeypatch: Any) -> None:
    prod()
    answer = orgs.answer
    monkeypatch.setattr(
        orgs, "answer", lambda path, *more: (403, {}) if "/organization/" in path else answer(path, *more)
    )
    run = lint("doctor", "prod", "-f", "json", env=ENV)
    host = orgs.url.removeprefix("http://")
    told = f"nothing can be read: '{host}/organization/{UUID}/v2/desktop-layout' answers 403"
    assert problems(run) == [("webex", told, SCOPE)]
    assert run.code == 4


def test_without_credentials_nothing_is_asked_but_whether_hosts_answer(lint: Any, prod: Any, orgs: Orgs) -> None:
    prod()
    run = lint("doctor", "prod", "-f", "json")
    assert problems(run) == [
        ("webex", "access token: WXCC_ACCESS_TOKEN is not set", WEBEX_LOGIN),
        ("salesforce", "access token: SF is not set", SALESFORCE_LOGIN),
    ]
    assert run.code == 4
    assert orgs.seen == [("GET", "/")] * 3


def test_tokens_for_other_orgs(lint: Any, prod: Any, orgs: Orgs) -> None:
    prod()
    other = UUID.replace("acde", "ffff")
    run = lint(
        "doctor",
        "prod",
        "-f",
        "json",
        env={"WXCC_ACCESS_TOKEN": f"topsecret_P_{other}", "SF": "00D00000000000aAAA!topsecret"},
    )
    assert [message for _, message, _ in problems(run)] == [
        f"the token is for the Webex organization {other}, and the environment declares {UUID}; nothing was read",
        (
            "the login is for the Salesforce org 00D00000000000a, and the environment declares 00D000000000001;"
            " nothing was read"
        ),
    ]
    assert run.code == 4
    assert {path for _, path in orgs.seen} == {"/"}
    assert "topsecret" not in run.out + run.err


def test_a_refused_token(lint: Any, prod: Any, orgs: Orgs) -> None:
    prod(salesforce={"org-id": None})
    orgs.answers[f"/organization/{UUID}"] = (401, {"message": f"{TOKEN} is expired"})
    run = lint("doctor", "prod", env=ENV)
    assert "answers 401: … is expired; get a new token, or declare a refresh token or a service app" in run.out
    assert "  problem: environment 'prod' declares no Salesforce 'org-id'" in run.out
    assert (run.code, "topsecret" in run.out + run.err) == (4, False)


def test_two_environments_that_are_one_org(lint: Any, prod: Any, orgs: Orgs) -> None:
    prod(more={"uat": {"salesforce": {"org-id": ORG[:15]}}})
    run = lint("doctor", "prod", "-f", "json", env=ENV)
    assert problems(run) == [
        (
            "config",
            f"the environments 'prod' and 'uat' are one Salesforce org: {ORG[:15]}; correct the 'org-id' of one of them",
            None,
        )
    ]


def test_an_environment_that_declares_no_org(lint: Any, config: Any) -> None:
    config("environments: {prod: {region: eu1}}")
    run = lint("doctor", "prod")
    assert (
        run.out
        == """\
config
  problem: the environment declares no 'webex', so nothing is read of Webex
    help: write it with its 'org-id' below 'prod'
  problem: the environment declares no 'salesforce', so nothing is read of Salesforce
    help: write it with its 'org-id' below 'prod'
  ok: the region is declared: eu1
"""
    )
    assert run.code == 4


def test_an_environment_that_does_not_exist(lint: Any, config: Any) -> None:
    config("environments: {prod: {}}")
    run = lint("doctor", "prd")
    assert (run.code, run.out, run.errors) == (2, "", ["there is no environment 'prd'; did you mean 'prod'?"])


def test_tokens_that_are_given_for_secrets(lint: Any, prod: Any, orgs: Orgs) -> None:
    prod(
        webex={"refresh-token-env": "RT", "client-id-env": "ID", "client-secret-env": "CS"},
        salesforce={"client-id-env": "ID", "client-secret-env": "CS"},
    )
    orgs.answers["/v1/access_token"] = (200, {"access_token": TOKEN, "expires_in": 1_209_599})
    orgs.answers["/services/oauth2/token"] = (200, {"access_token": SF_TOKEN, "instance_url": orgs.url})
    run = lint("doctor", "prod", "-vv", env={"RT": "topsecret-rt", "ID": "the client", "CS": "topsecret-cs"})
    assert run.code == 0, run.out
    assert (
        "  note: access token: WXCC_ACCESS_TOKEN is not set\n  ok: refresh token: RT and ID and CS are set\n" in run.out
    )
    assert "  ok: a token that was given now holds for 13 days\n" in run.out
    assert orgs.bodies[0] == (
        "grant_type=refresh_token&client_id=the+client&client_secret=topsecret-cs&refresh_token=topsecret-rt"
    )
    assert "grant_type=client_credentials&client_id=the+client&client_secret=topsecret-cs" in orgs.bodies
    assert orgs.tokens == {None, f"Bearer {TOKEN}", f"Bearer {SF_TOKEN}"}
    assert "topsecret" not in run.out + run.err


def test_a_secret_that_is_refused_and_repeated_is_not_shown(lint: Any, prod: Any, orgs: Orgs) -> None:
    prod(webex={"refresh-token-env": "RT", "client-id-env": "ID", "client-secret-env": "CS"})
    told = {"error": "invalid_grant", "error_description": "topsecret-rt is no refresh token of topsecret-cs"}
    orgs.answers["/v1/access_token"] = (400, told)
    run = lint("doctor", "prod", env={"RT": "topsecret-rt", "ID": "the-client", "CS": "topsecret-cs"})
    assert "problem: Webex gives no token for the refresh token in RT, ID, CS: " in run.out
    assert "answers 400: invalid_grant: … is no refresh token of …" in run.out
    assert (run.code, "topsecret" in run.out + run.err) == (4, False)
