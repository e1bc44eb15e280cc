from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest

from wxcc_lint.config import Environment
from wxcc_lint.sources.live import salesforce_tokens, ways
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.reading import Org
from wxcc_lint.sources.live.salesforce_login import SalesforceLogin, open_salesforce
from wxcc_lint.sources.live.secret import Secret
from wxcc_lint.sources.live.sessions import SalesforceSession
from wxcc_lint.sources.live.sf_cli import SfLogin

ORG = "00D000000000001AAA"
OTHER = "00D00000000000aAAA"
TOKEN = f"{ORG[:15]}!topsecret1"
NEWER = f"{ORG[:15]}!topsecret2"
AT = "https://acme.my.salesforce.com"
VERSIONS = f"GET {AT}/services/data/"
DATA = f"GET {AT}/services/data/v63.0"
WHO = f"{DATA}/query?q={quote_plus('SELECT Id, IsSandbox, InstanceName, Name FROM Organization')}"
ROW = {"Id": ORG, "IsSandbox": True, "InstanceName": "CS42", "Name": "Acme Test"}
CENTERS = f"{DATA}/query?q=SELECT+Id+FROM+CallCenter"
GRANT = f"FORM {AT}/services/oauth2/token"
BY_TOKEN = {"token-env": "TOKEN", "instance-url": AT}
BY_CLIENT = {"client-id-env": "ID", "client-secret-env": "CS", "instance-url": f"{AT}/"}
SECRETS = {"ID": "the-client", "CS": "topsecret-client"}
METADATA = f"SOAP {AT}/services/Soap/m/63.0"
XML = (
    b'<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>'
    b'<%bResponse xmlns="http://soap.sforce.com/2006/04/metadata">%b</%bResponse></e:Body></e:Envelope>'
)

Make = Callable[..., Environment]
Fails = Callable[[Callable[[], Any]], LiveError]


def unauthorised() -> LiveError:
    return LiveError("unauthorised", "'acme' answers 401: INVALID_SESSION_ID", status=401)


def rows(*records: dict[str, Any], done: bool = True, **more: Any) -> dict[str, Any]:
    return {"totalSize": len(records), "done": done, "records": list(records), **more}


@pytest.fixture
def prod(environment: Make) -> Callable[..., Environment]:
    def make(**salesforce: Any) -> Environment:
        return environment(salesforce={"org-id": ORG, **salesforce})

    return make


@pytest.fixture
def login(net: Any) -> Callable[..., SalesforceLogin]:
    """Log in to an org that answers as it should, unless told otherwise."""
    net.on(VERSIONS, [{"version": "62.0"}, {"version": "63.0"}, {"version": "65.0"}])
    net.on(WHO, rows(ROW))

    def run(environment: Environment, **environ: str) -> SalesforceLogin:
        return open_salesforce(environment, environ, net.connect, lambda: 1_800_000_000.5)

    return run


def test_an_access_token_opens_the_org_that_it_is_for(net: Any, prod: Make, login: Any) -> None:
    session: SalesforceSession = login(prod(**BY_TOKEN), TOKEN=TOKEN)
    assert session.org == Org("salesforce", ORG, "Acme Test", "CS42", sandbox=True)
    assert session.api_version == "63.0"
    assert net.sent == [VERSIONS, WHO]
    assert net.tokens == [None, TOKEN]


@pytest.mark.parametrize(
    ("told", "version"),
    [
        ([{"version": "61.0"}, {"version": "9.0"}, {"version": "60.0"}], "61.0"),
        ([{"version": "100.0"}, {"version": "63.0"}, 7, {"version": 64.0}, {"version": "62.0"}], "63.0"),
    ],
)
def test_the_newest_version_that_both_know_is_used(net: Any, prod: Make, login: Any, told: Any, version: str) -> None:
    net.on(VERSIONS, told)
    net.on(WHO.replace("63.0", version), rows(ROW))
    assert login(prod(**BY_TOKEN), TOKEN=TOKEN).api_version == version


@pytest.mark.parametrize("told", [[], {}, [{"version": "64.0"}], [{"label": "Spring"}]])
def test_an_org_without_a_version_that_we_know(net: Any, prod: Make, login: Any, fails: Fails, told: Any) -> None:
    net.on(VERSIONS, told)
    error = fails(lambda: login(prod(**BY_TOKEN), TOKEN=TOKEN))
    assert (error.cause, error.sentence) == ("broken", "Salesforce tells of no version of its API up to 63.0")


def test_a_token_for_another_org_sends_nothing(net: Any, prod: Make, login: Any, fails: Fails) -> None:
    error = fails(lambda: login(prod(**BY_TOKEN), TOKEN=f"{OTHER}!topsecret"))
    assert (error.cause, error.sentence) == (
        "wrong-org",
        (
            "the login is for the Salesforce org 00D00000000000a, and the environment declares 00D000000000001;"
            " nothing was read"
        ),
    )
    assert net.sent == []


@pytest.mark.parametrize("row", [[{**ROW, "Id": OTHER}], [{**ROW, "Id": None}], [], [ROW, ROW]])
def test_a_token_that_does_not_tell_is_compared_with_the_org_itself(
    net: Any, prod: Make, login: Any, fails: Fails, row: Any
) -> None:
    net.on(WHO, rows(*row))
    assert fails(lambda: login(prod(**BY_TOKEN), TOKEN="eyJ.topsecret")).cause == "wrong-org"
    assert net.sent == [VERSIONS, WHO]


@pytest.mark.parametrize(("declared", "is_right"), [(ORG[:15], True), (ORG, True), (OTHER[:15], False)])
def test_ids_are_compared_by_15_characters_in_their_case(
    prod: Make, login: Any, fails: Fails, declared: str, is_right: bool
) -> None:
    environment = prod(**BY_TOKEN, **{"org-id": declared})
    if is_right:
        assert login(environment, TOKEN=TOKEN).org.org_id == ORG
    else:
        assert fails(lambda: login(environment, TOKEN=TOKEN)).cause == "wrong-org"


@pytest.mark.parametrize(
    ("declared", "sentence"),
    [
        (None, "environment 'prod' declares no Salesforce 'org-id'"),
        ("acme", "the Salesforce 'org-id' of environment 'prod' is no org id: 'acme'"),
        ("00D000000000001A", "the Salesforce 'org-id' of environment 'prod' is no org id: '00D000000000001A'"),
    ],
)
def test_without_a_declared_org_nothing_is_sent(
    net: Any, prod: Make, login: Any, fails: Fails, declared: str | None, sentence: str
) -> None:
    error = fails(lambda: login(prod(**BY_TOKEN, **{"org-id": declared}), TOKEN=TOKEN))
    assert (error.cause, error.sentence[: len(sentence)]) == ("wrong-org", sentence)
    assert net.sent == []


def test_client_credentials_log_in_at_the_org_itself(net: Any, prod: Make, login: Any) -> None:
    net.on(GRANT, {"access_token": TOKEN, "instance_url": "https://elsewhere.salesforce.com"})
    login(prod(**BY_CLIENT), **SECRETS)
    assert net.sent == [GRANT, VERSIONS, WHO]
    assert net.bodies[0] == {
        "grant_type": "client_credentials",
        "client_id": "the-client",
        "client_secret": "topsecret-client",
    }


def test_an_expired_login_is_renewed_once(net: Any, prod: Make, login: Any, fails: Fails) -> None:
    net.on(GRANT, {"access_token": TOKEN, "instance_url": AT}, {"access_token": NEWER, "instance_url": AT})
    net.on(CENTERS, rows({"Id": 1}), unauthorised(), rows({"Id": 2}), unauthorised())
    session = login(prod(**BY_CLIENT), **SECRETS)
    assert [session.query("SELECT Id FROM CallCenter") for _ in range(2)] == [[{"Id": 1}], [{"Id": 2}]]
    assert net.tokens == [None, None, TOKEN, TOKEN, TOKEN, None, NEWER]
    error = fails(lambda: session.query("SELECT Id FROM CallCenter"))
    assert (error.cause, error.status) == ("unauthorised", 401)
    assert error.sentence == (
        "'acme' answers 401: INVALID_SESSION_ID; log in again with 'sf org login web', or get a new token"
    )
    assert net.sent.count(GRANT) == 2


def test_a_renewed_login_to_another_org_is_not_used(net: Any, prod: Make, login: Any, fails: Fails) -> None:
    """Also where only the address of the user tells the org."""
    other = {
        "access_token": "eyJ",
        "instance_url": AT,
        "id": f"https://login.salesforce.com/id/{OTHER}/005000000000001",
    }
    net.on(GRANT, {"access_token": TOKEN, "instance_url": AT}, other)
    net.on(CENTERS, unauthorised())
    session = login(prod(**BY_CLIENT), **SECRETS)
    assert fails(lambda: session.query("SELECT Id FROM CallCenter")).cause == "wrong-org"
    assert net.tokens[-1] is None


@pytest.mark.parametrize("answer", [{}, [], {"access_token": TOKEN}, {"instance_url": AT, "access_token": ""}])
def test_an_answer_without_a_token(net: Any, prod: Make, login: Any, fails: Fails, answer: Any) -> None:
    net.on(GRANT, answer)
    error = fails(lambda: login(prod(**BY_CLIENT), **SECRETS))
    assert (error.cause, error.sentence) == (
        "broken",
        "Salesforce answers for the client credentials without a token or an instance URL",
    )


@pytest.mark.parametrize(
    ("entries", "at", "audience"),
    [
        ({}, AT, "https://login.salesforce.com"),
        (
            {"instance-url": "https://acme--uat.sandbox.my.salesforce.com"},
            "https://acme--uat.sandbox.my.salesforce.com",
            "https://test.salesforce.com",
        ),
        ({"login-url": f"{AT}/", "instance-url": AT}, AT, AT),
    ],
)
@pytest.mark.parametrize("is_file", [True, False])
def test_a_jwt_is_signed_for_the_user_and_the_place_of_the_login(
    net: Any, prod: Make, login: Any, tmp_path: Path, entries: dict[str, str], at: str, audience: str, is_file: bool
) -> None:
    import jwt
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    form = serialization.PrivateFormat.PKCS8
    pem = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()).decode()
    (tmp_path / "server.key").write_text(pem, encoding="ascii")
    net.on(f"FORM {audience}/services/oauth2/token", {"access_token": TOKEN, "instance_url": AT})
    net.on(f"GET {at}/services/data/", [{"version": "63.0"}])
    net.on(WHO.replace(AT, at), rows(ROW))
    ways = {"client-id-env": "ID", "jwt-key-env": "KEY", "username": "reader@acme.example", **entries}
    session = login(prod(**ways), ID="the-client", KEY=str(tmp_path / "server.key") if is_file else pem)
    assert session.instance_url == at
    assert net.bodies[0]["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"
    claims = jwt.decode(
        net.bodies[0]["assertion"],
        key.public_key(),
        algorithms=["RS256"],
        audience=audience,
        options={"verify_exp": False},
    )
    assert claims == {"iss": "the-client", "sub": "reader@acme.example", "aud": audience, "exp": 1_800_000_180}


@pytest.mark.parametrize("key", ["-----BEGIN topsecret-----", "topsecret/no-such-file", "x" * 5000])
def test_a_key_that_is_none_is_told_by_its_variable(net: Any, prod: Make, login: Any, fails: Fails, key: str) -> None:
    ways = {"client-id-env": "ID", "jwt-key-env": "KEY", "username": "reader@acme.example"}
    error = fails(lambda: login(prod(**ways), ID="the-client", KEY=key))
    assert (error.cause, error.sentence) == (
        "unauthorised",
        "KEY holds no RSA key in PEM form without a password, nor the path of one",
    )
    assert net.sent == []


@pytest.mark.parametrize("key", ["instance-url", "login-url"])
def test_a_config_cannot_have_logins_sent_to_a_stranger(
    net: Any, prod: Make, login: Any, fails: Fails, key: str
) -> None:
    ways = {"client-id-env": "ID", "jwt-key-env": "KEY", "username": "x", "client-secret-env": "CS", key: "https://a.b"}
    error = fails(lambda: login(prod(**ways), KEY="" if key == "instance-url" else "key", **SECRETS))
    assert (error.cause, error.sentence) == (
        "refused",
        "'a.b' is no host of Salesforce, so no token is sent there; WXCC_LINT_TRUST_HOSTS=a.b allows it",
    )
    assert net.sent == []


def test_the_cli_is_asked_where_no_variable_is_set(
    net: Any, prod: Make, login: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def sf_login(alias: str, environ: Any) -> SfLogin:
        asked.append(alias)
        return SfLogin(Secret((TOKEN, NEWER)[len(asked) - 1]), f"{AT}/", ORG)

    monkeypatch.setattr(salesforce_tokens, "sf_login", sf_login)
    monkeypatch.setattr(ways, "find_sf", lambda _: "sf")
    net.on(CENTERS, unauthorised(), rows())
    session = login(prod(**BY_TOKEN, **{"sf-alias": "prod"}), TOKEN="")
    assert session.query("SELECT Id FROM CallCenter") == []
    assert asked == ["prod", "prod"]
    assert net.tokens == [None, TOKEN, TOKEN, NEWER]


def test_what_is_missing_for_a_login_is_told_of_every_way(prod: Make, login: Any, fails: Fails) -> None:
    error = fails(lambda: login(prod(**{"client-secret-env": "CS", "jwt-key-env": "KEY"}), CS="x"))
    assert error.sentence == (
        "environment 'prod' has no login to Salesforce:"
        " JWT bearer: 'client-id-env' is not declared, 'username' is not declared, KEY is not set;"
        " client credentials: 'client-id-env' is not declared, 'instance-url' is not declared"
    )
    no_cli = fails(lambda: login(prod(**{"sf-alias": "prod"}), PATH=""))
    assert no_cli.sentence == (
        "environment 'prod' has no login to Salesforce: Salesforce CLI: there is no 'sf' on the PATH"
    )
    nothing = fails(lambda: login(prod()))
    assert nothing.sentence == "environment 'prod' has no login to Salesforce: no way to log in is declared"


def test_a_query_is_read_to_its_last_page(net: Any, prod: Make, login: Any) -> None:
    session = login(prod(**BY_TOKEN), TOKEN=TOKEN)
    next_ = "/services/data/v63.0/tooling/query/01g-2000"
    net.on(f"{DATA}/tooling/query?q=SELECT+A", rows({"A": 1}, done=False, nextRecordsUrl=next_))
    net.on(f"GET {AT}{next_}", rows({"A": 2}))
    assert session.query("SELECT A", tooling=True) == [{"A": 1}, {"A": 2}]


@pytest.mark.parametrize(
    "next_",
    [None, 7, "https://elsewhere.example/services/data/", "//elsewhere.example/", "@elsewhere.example/", "/a", "again"],
)
def test_a_page_that_leads_nowhere_is_no_end(net: Any, prod: Make, login: Any, fails: Fails, next_: Any) -> None:
    session = login(prod(**BY_TOKEN), TOKEN=TOKEN)
    path = "/services/data/v63.0/query/1" if next_ == "again" else next_
    net.on(f"{DATA}/query?q=SELECT+A", rows(done=False, nextRecordsUrl=path))
    net.on(f"{DATA}/query/1", rows(done=False, nextRecordsUrl=path))
    error = fails(lambda: session.query("SELECT A"))
    assert (error.cause, error.sentence) == (
        "broken",
        "Salesforce answers a query in part, and names no page to follow: SELECT A",
    )


def test_pages_without_end_come_to_one(net: Any, prod: Make, login: Any, fails: Fails) -> None:
    session = login(prod(**BY_TOKEN), TOKEN=TOKEN)
    more = "/services/data/v63.0/query/"
    net.on(f"{DATA}/query?q=SELECT+A", rows(done=False, nextRecordsUrl=f"{more}0"))
    for number in range(1000):
        net.on(f"{DATA}/query/{number}", rows(done=False, nextRecordsUrl=f"{more}{number + 1}"))
    error = fails(lambda: session.query("SELECT A"))
    assert (error.cause, error.sentence) == ("broken", "Salesforce answers a query in more than 1000 parts: SELECT A")


@pytest.mark.parametrize("page", [[], {}, {"records": None}])
def test_an_answer_without_rows_is_broken(net: Any, prod: Make, login: Any, fails: Fails, page: Any) -> None:
    session = login(prod(**BY_TOKEN), TOKEN=TOKEN)
    net.on(f"{DATA}/query?q=SELECT+A", page)
    assert fails(lambda: session.query("SELECT A")).sentence == "Salesforce answers a query without 'records': SELECT A"


def test_paths_below_the_api(net: Any, prod: Make, login: Any) -> None:
    session = login(prod(**BY_TOKEN), TOKEN=TOKEN)
    net.on(f"{DATA}/sobjects/Task/describe", {"fields": []})
    assert session.get("sobjects/Task/describe") == {"fields": []}


def test_metadata_is_read_ten_at_a_time_with_the_token_inside(net: Any, prod: Make, login: Any) -> None:
    session = login(prod(**BY_TOKEN), TOKEN=TOKEN)
    record = b"<result><records><fullName>A</fullName><url>https://a.b</url></records></result>"
    operation = b"readMetadata"
    net.on(f"{METADATA} readMetadata", XML % (operation, record, operation))
    names = [f"Site{number}" for number in range(11)]
    found = session.read_metadata("RemoteSiteSetting", names)
    assert [name for name, _ in found] == ["A", "A"]
    assert b"<url>https://a.b</url>" in found[0][1]
    assert [body.count(b"fullNames>") // 2 for body in net.bodies[2:]] == [10, 1]
    assert all(body.count(TOKEN.encode()) == 1 for body in net.bodies[2:])


def test_metadata_is_listed_and_a_refused_token_renewed(net: Any, prod: Make, login: Any) -> None:
    net.on(GRANT, {"access_token": TOKEN, "instance_url": AT}, {"access_token": NEWER, "instance_url": AT})
    session = login(prod(**BY_CLIENT), **SECRETS)
    operation = b"listMetadata"
    listed = XML % (operation, b"<result><fullName>A</fullName></result>", operation)
    net.on(f"{METADATA} listMetadata", unauthorised(), listed)
    assert session.list_metadata("CallCenter") == [{"fullName": "A"}]
    assert [token.encode() in net.bodies[-1] for token in (TOKEN, NEWER)] == [False, True]
    assert b">63.0<" in net.bodies[-1]


def test_no_secret_shows(net: Any, prod: Make, login: Any) -> None:
    net.on(GRANT, {"access_token": TOKEN, "instance_url": AT})
    net.on(CENTERS, unauthorised())
    session = login(prod(**BY_CLIENT), **SECRETS)
    with pytest.raises(LiveError) as caught:
        session.query("SELECT Id FROM CallCenter")
    assert "topsecret" not in "".join(traceback.format_exception(caught.value)) + repr(session)
