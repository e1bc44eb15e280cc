"""Each way to log in, through the program: what it asks for a token, that it asks once more when one ends, and whose it is."""

from __future__ import annotations

import base64
import json

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.live.acme import Acme, leaks
from tests.live.org_server import Asked
from tests.live.org_tokens import (
    APPLICATION,
    APPLICATION_TOKEN,
    GRANTED,
    REFRESH_TOKEN,
    REFRESHED,
    SALESFORCE_CLIENT,
    USERNAME,
    WEBEX_CLIENT,
)

WEBEX = {"client-id-env": "W_ID", "client-secret-env": "W_SECRET"}
WAYS = {
    "refresh token": ("webex", {**WEBEX, "refresh-token-env": "W_REFRESH"}, "/v1/access_token"),
    "service app": (
        "webex",
        {**WEBEX, "application-id": APPLICATION, "application-token-env": "W_APPLICATION"},
        f"/v1/applications/{APPLICATION}/token",
    ),
    "client credentials": (
        "salesforce",
        {"client-id-env": "S_ID", "client-secret-env": "S_SECRET"},
        "/services/oauth2/token",
    ),
    "JWT": (
        "salesforce",
        {"client-id-env": "S_ID", "jwt-key-env": "S_KEY", "username": USERNAME, "login-url": "URL"},
        "/services/oauth2/token",
    ),
}
OTHER_ORG = "99999999-0000-4000-8000-000000000000"


@pytest.fixture(params=WAYS)
def by(request: pytest.FixtureRequest, acme: Acme) -> tuple[str, str]:
    """Make this the only way to log in to its system; return the system, and where it is asked for tokens."""
    system, declared, path = WAYS[request.param]
    acme.declare({key: acme.server.url if value == "URL" else value for key, value in declared.items()}, system=system)
    del acme.environ["WXCC_ACCESS_TOKEN" if system == "webex" else "SF_TOKEN"]
    acme.server.tokens[system] = "not given to anybody yet"
    key = rsa.generate_private_key(65537, 2048)
    acme.server.public_key = (
        key.public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        .decode()
    )
    acme.environ |= {
        "W_ID": WEBEX_CLIENT[0],
        "W_SECRET": WEBEX_CLIENT[1],
        "W_REFRESH": REFRESH_TOKEN,
        "W_APPLICATION": APPLICATION_TOKEN,
        "S_ID": SALESFORCE_CLIENT[0],
        "S_SECRET": SALESFORCE_CLIENT[1],
        "S_KEY": key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ).decode(),
    }
    return system, path


def statuses(acme: Acme) -> set[str]:
    """Return the statuses of all kinds in the snapshot."""
    return {said["status"] for said in json.loads(acme.files()["snapshot.json"])["kinds"].values()}


def test_the_program_logs_in_and_shows_no_secret(acme: Acme, by: tuple[str, str]) -> None:
    system, path = by
    done = acme.run("pull", "prod", "-vv")
    assert (done.returncode, statuses(acme)) == (0, {"complete"}), done.stderr
    assert acme.server.requests("token$") == [f"POST {path}"]
    assert {one.token for one in acme.server.log if one.path.endswith(("v2/team", "tooling/query"))} >= {
        REFRESHED if system == "webex" else GRANTED
    }
    assert leaks(acme, done.stdout, done.stderr) == set()


def test_a_token_that_ends_on_the_way_is_renewed_once(acme: Acme, by: tuple[str, str]) -> None:
    system, path = by
    middle = "/v2/team" if system == "webex" else "/tooling/query"

    def end(asked: Asked) -> None:
        if asked.path.endswith(middle):
            acme.server.before = lambda _: None
            acme.server.tokens[system] = "another"

    acme.server.before = end
    done = acme.run("pull", "prod", "-vv")
    assert (done.returncode, statuses(acme)) == (0, {"complete"}), done.stderr
    assert acme.server.requests("token$") == [f"POST {path}"] * 2
    assert leaks(acme, done.stdout, done.stderr) == set()


def test_a_login_to_another_org_reads_nothing(acme: Acme, by: tuple[str, str]) -> None:
    system, _ = by
    acme.server.token_org = OTHER_ORG
    acme.org.tables["Organization"][0]["Id"] = "00D000000000ToySAA"
    done = acme.run("pull", "prod", "--only", system)
    found, declared = (
        (f"token is for the Webex organization {OTHER_ORG}", acme.org.org_id)
        if system == "webex"
        else ("login is for the Salesforce org 00D000000000Toy", "00D5g000004AcmE")
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.splitlines() == [
        f"error: the {found}, and the environment declares {declared}; nothing was read",
        "note: no snapshot was written; what was there before is as it was",
    ]
    assert acme.server.requests("/organization/|sobjects|Soap|tooling") == []
    assert not acme.snapshot.exists()


@pytest.mark.parametrize("command", ["pull", "drift", "audit"])
@pytest.mark.parametrize("system", ["webex", "salesforce"])
def test_two_environments_that_are_one_org_are_refused_before_anybody_is_asked(
    acme: Acme, command: str, system: str
) -> None:
    public = base64.b64encode(f"ciscospark://us/ORGANIZATION/{acme.org.org_id}".encode()).decode()
    other = public if system == "webex" else acme.org.salesforce_id[:15]
    with (acme.project / ".wxcc-lint.yaml").open("a", encoding="utf-8") as config:
        config.write(f"  uat:\n    files: [uat/**]\n    region: eu1\n    {system}: {{org-id: {other}}}\n")
    done = acme.run(command, "prod")
    called = "Webex organization" if system == "webex" else "Salesforce org"
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"error: the environments 'prod' and 'uat' are one {called}: {other}; correct the 'org-id' of one of them\n"
    )
    assert acme.server.log == []
