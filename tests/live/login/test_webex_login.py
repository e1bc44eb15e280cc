from __future__ import annotations

import base64
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from wxcc_lint.config import Environment
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.reading import Org
from wxcc_lint.sources.live.secret import Secret
from wxcc_lint.sources.live.sessions import WebexSession
from wxcc_lint.sources.live.webex_login import WebexLogin, open_webex

ORG = "a1b2c3d4-0000-4000-8000-00000000acde"
OTHER = "a1b2c3d4-0000-4000-8000-00000000ffff"
API = "https://api.wxcc-eu1.cisco.com"
TOKEN = f"topsecret1_P0A1_{ORG}"
NEWER = f"topsecret2_P0A1_{ORG}"
ME = "GET https://webexapis.com/v1/people/me"
REFRESH = "FORM https://webexapis.com/v1/access_token"
SERVICE = "JSON https://webexapis.com/v1/applications/Y2lz%2FA/token"
DECORATION = f"GET {API}/organization/{ORG}"
TEAMS = f"GET {API}/organization/{ORG}/v2/team?page=0&pageSize=100"
REFRESHING = {"refresh-token-env": "RT", "client-id-env": "ID", "client-secret-env": "CS"}
SERVING = {"application-id": "Y2lz/A", "application-token-env": "AT", "client-id-env": "ID", "client-secret-env": "CS"}
SECRETS = {"RT": "topsecret-refresh", "ID": "the-client", "CS": "topsecret-client", "AT": "topsecret-bearer"}

Make = Callable[..., Environment]
Fails = Callable[[Callable[[], Any]], LiveError]


def unauthorised() -> LiveError:
    return LiveError("unauthorised", "'api' answers 401", status=401, tracking_id="T-1")


@pytest.fixture
def prod(environment: Make) -> Callable[..., Environment]:
    def make(region: str = "eu1", **webex: Any) -> Environment:
        return environment(region=region, webex={"org-id": ORG, **webex})

    return make


@pytest.fixture
def login(net: Any) -> Callable[..., WebexLogin]:
    def run(environment: Environment, **environ: str) -> WebexLogin:
        return open_webex(environment, environ, net.connect)

    return run


def test_an_access_token_opens_the_tenant_that_it_is_for(net: Any, prod: Make, login: Any) -> None:
    net.on(DECORATION, {"name": "Acme", "subscriptionType": "SUBSCRIPTION"})
    net.on(TEAMS, {"data": []})
    session: WebexSession = login(prod(), WXCC_ACCESS_TOKEN=f" {TOKEN}\n")
    assert session.org == Org("webex", ORG, "Acme", "eu1", sandbox=False)
    assert (session.org_id, session.base_url) == (ORG, API)
    assert session.get("v2/team", page=0, pageSize=100) == {"data": []}
    assert net.sent == [DECORATION, TEAMS]
    assert net.tokens == [TOKEN, TOKEN]


def test_the_variable_of_the_token_can_be_named(net: Any, prod: Make, login: Any) -> None:
    assert login(prod(**{"token-env": "MINE"}), MINE=TOKEN, WXCC_ACCESS_TOKEN="x").org == Org("webex", ORG, place="eu1")


@pytest.mark.parametrize(
    ("told", "name", "sandbox"),
    [
        ({"name": "Acme", "subscriptionType": "SUBSCRIPTION"}, "Acme", False),
        ({"name": "Acme", "subscriptionType": "TRIAL"}, "Acme", True),
        ({"name": "", "subscriptionType": ""}, None, None),
        ({"name": 7, "subscriptionType": None}, None, None),
        ([], None, None),
        (LiveError("forbidden", "no", status=403), None, None),
        (LiveError("broken", "a web page", status=200), None, None),
        (LiveError("unreachable", "503", status=503), None, None),
    ],
)
def test_what_the_tenant_tells_of_itself_may_be_missing(
    net: Any, prod: Make, login: Any, told: Any, name: str | None, sandbox: bool | None
) -> None:
    net.on(DECORATION, told)
    assert login(prod(), WXCC_ACCESS_TOKEN=TOKEN).org == Org("webex", ORG, name, "eu1", sandbox)


def test_a_host_that_gives_no_answer_ends_the_login(net: Any, prod: Make, login: Any, fails: Fails) -> None:
    net.on(DECORATION, LiveError("unreachable", "no host of that name"))
    assert fails(lambda: login(prod(), WXCC_ACCESS_TOKEN=TOKEN)).sentence == "no host of that name"


@pytest.mark.parametrize("form", [OTHER, "ciscospark://us/ORGANIZATION/"])
def test_a_token_for_another_tenant_reads_nothing(net: Any, prod: Make, login: Any, fails: Fails, form: str) -> None:
    """Neither one that says so, nor one whose owner has to be asked."""
    says_so = form == OTHER
    net.on(ME, {"orgId": base64.b64encode(f"{form}{OTHER}".encode()).decode().rstrip("=")})
    error = fails(lambda: login(prod(), WXCC_ACCESS_TOKEN=f"topsecret_P0A1_{OTHER}" if says_so else "topsecret"))
    assert error.cause == "wrong-org"
    assert error.sentence == (
        f"the token is for the Webex organization {OTHER}, and the environment declares {ORG}; nothing was read"
    )
    assert net.sent == ([] if says_so else [ME])


@pytest.mark.parametrize("padding", ["", "="])
def test_an_opaque_token_is_asked_whose_it_is(net: Any, prod: Make, login: Any, padding: str) -> None:
    public = base64.b64encode(f"ciscospark://us/ORGANIZATION/{ORG.upper()}".encode()).decode().rstrip("=")
    net.on(ME, {"orgId": public + padding * (-len(public) % 4)})
    assert login(prod(), WXCC_ACCESS_TOKEN="opaque").org_id == ORG
    assert net.sent == [ME, DECORATION]


@pytest.mark.parametrize(
    "answer", [{}, [], {"orgId": "x"}, {"orgId": 7}, LiveError("forbidden", "no scope", status=403)]
)
def test_a_token_of_which_nothing_tells_the_tenant_reads_nothing(
    net: Any, prod: Make, login: Any, fails: Fails, answer: Any
) -> None:
    net.on(ME, answer)
    error = fails(lambda: login(prod(), WXCC_ACCESS_TOKEN="opaque"))
    assert error.cause == "wrong-org"
    assert error.sentence.startswith("nothing tells which Webex organization the token is for, so nothing was read")
    assert net.sent == [ME]


@pytest.mark.parametrize(
    ("declared", "sentence"),
    [
        (None, "environment 'prod' declares no Webex 'org-id'"),
        ("acme", "the Webex 'org-id' of environment 'prod' is no organization id: 'acme'"),
    ],
)
def test_without_a_declared_tenant_nothing_is_sent(
    net: Any, prod: Make, login: Any, fails: Fails, declared: str | None, sentence: str
) -> None:
    error = fails(lambda: login(prod(**{"org-id": declared}), WXCC_ACCESS_TOKEN=TOKEN))
    assert (error.cause, error.sentence[: len(sentence)]) == ("wrong-org", sentence)
    assert net.sent == []


def test_a_tenant_may_be_declared_as_other_apis_write_it(net: Any, prod: Make, login: Any) -> None:
    public = base64.b64encode(f"ciscospark://us/ORGANIZATION/{ORG}".encode()).decode()
    assert login(prod(**{"org-id": public}), WXCC_ACCESS_TOKEN=TOKEN).org_id == ORG


def test_a_refused_token_is_renewed_once(net: Any, prod: Make, login: Any) -> None:
    net.on(REFRESH, {"access_token": NEWER, "expires_in": 1_209_599})
    net.on(TEAMS, unauthorised(), {"data": [1]})
    session = login(prod(**REFRESHING), WXCC_ACCESS_TOKEN=TOKEN, **SECRETS)
    assert session.get("v2/team", page=0, pageSize=100) == {"data": [1]}
    assert net.sent == [DECORATION, TEAMS, REFRESH, TEAMS]
    assert net.tokens == [TOKEN, TOKEN, None, NEWER]
    assert net.bodies[2] == {
        "grant_type": "refresh_token",
        "client_id": "the-client",
        "client_secret": "topsecret-client",
        "refresh_token": "topsecret-refresh",
    }


def test_a_token_that_is_refused_again_ends_it(net: Any, prod: Make, login: Any, fails: Fails) -> None:
    net.on(REFRESH, {"access_token": NEWER})
    net.on(TEAMS, unauthorised())
    session = login(prod(**REFRESHING), WXCC_ACCESS_TOKEN=TOKEN, **SECRETS)
    error = fails(lambda: session.get("v2/team", page=0, pageSize=100))
    assert (error.cause, error.status, error.tracking_id) == ("unauthorised", 401, "T-1")
    assert error.sentence.startswith("'api' answers 401; get a new token, or declare a refresh token or a service app")
    assert "a personal one after 12 hours and without the scope cjp:config_read" in error.sentence
    assert net.sent == [DECORATION, TEAMS, REFRESH, TEAMS]


def test_a_renewed_token_for_another_tenant_is_not_used(net: Any, prod: Make, login: Any, fails: Fails) -> None:
    net.on(REFRESH, {"access_token": f"topsecret_P0A1_{OTHER}"})
    net.on(TEAMS, unauthorised())
    session = login(prod(**REFRESHING), WXCC_ACCESS_TOKEN=TOKEN, **SECRETS)
    assert fails(lambda: session.get("v2/team", page=0, pageSize=100)).cause == "wrong-org"
    assert net.sent == [DECORATION, TEAMS, REFRESH]


def test_a_token_refused_at_the_start_is_renewed_as_well(net: Any, prod: Make, login: Any) -> None:
    net.on(DECORATION, unauthorised(), {"name": "Acme"})
    net.on(REFRESH, {"access_token": NEWER})
    assert login(prod(**REFRESHING), WXCC_ACCESS_TOKEN=TOKEN, **SECRETS).org.name == "Acme"


def test_a_refresh_token_alone_is_enough(net: Any, prod: Make, login: Any) -> None:
    net.on(REFRESH, {"access_token": NEWER, "expires_in": 1_209_599})
    session = login(prod(**REFRESHING), **SECRETS)
    assert net.tokens == [None, NEWER]
    assert session.token.seconds == 1_209_599


def test_a_service_app_gets_its_token_for_the_declared_tenant(net: Any, prod: Make, login: Any) -> None:
    net.on(SERVICE, {"access_token": NEWER})
    login(prod(**SERVING), **SECRETS)
    assert net.sent == [SERVICE, DECORATION]
    assert net.tokens == ["topsecret-bearer", NEWER]
    assert base64.b64decode(net.bodies[0].pop("targetOrgId") + "==").decode() == f"ciscospark://us/ORGANIZATION/{ORG}"
    assert net.bodies[0] == {"clientId": "the-client", "clientSecret": "topsecret-client"}


def test_a_refused_refresh_token_is_told_by_its_variable(net: Any, prod: Make, login: Any, fails: Fails) -> None:
    net.on(REFRESH, LiveError("unauthorised", "'webexapis.com' answers 400: invalid_grant", status=400))
    error = fails(lambda: login(prod(**REFRESHING), **SECRETS))
    assert error.sentence == (
        "Webex gives no token for the refresh token in RT, ID, CS: 'webexapis.com' answers 400: invalid_grant"
    )
    assert (error.cause, error.status) == ("unauthorised", 400)


@pytest.mark.parametrize("answer", [{}, [], {"access_token": ""}, {"access_token": 7}, None])
def test_an_answer_without_a_token_is_told(net: Any, prod: Make, login: Any, fails: Fails, answer: Any) -> None:
    net.on(REFRESH, answer)
    error = fails(lambda: login(prod(**REFRESHING), **SECRETS))
    assert (error.cause, error.sentence) == (
        "broken",
        "Webex answers for the refresh token without an access token",
    )


def test_what_is_missing_for_a_login_is_told_of_every_way(prod: Make, login: Any, fails: Fails) -> None:
    webex = {"refresh-token-env": "RT", "client-id-env": "ID", "application-id": "A", "application-token-env": "AT"}
    error = fails(lambda: login(prod(**webex), RT=" ", ID="the-client"))
    assert (error.cause, error.sentence) == (
        "unauthorised",
        (
            "environment 'prod' has no login to Webex: access token: WXCC_ACCESS_TOKEN is not set;"
            " refresh token: 'client-secret-env' is not declared, RT is not set;"
            " service app: 'client-secret-env' is not declared, AT is not set"
        ),
    )


def test_without_a_region_nobody_knows_whom_to_ask(environment: Make, login: Any, fails: Fails) -> None:
    error = fails(lambda: login(environment(webex={"org-id": ORG}), WXCC_ACCESS_TOKEN=TOKEN))
    assert error.sentence == "environment 'prod' declares no 'region', so nobody knows which data centre to ask"


@pytest.mark.parametrize(
    ("base_url", "place"),
    [
        ("https://api.wxcc-us1.cisco.com/", "us1"),
        ("http://127.0.0.1:8000", "eu1"),
        ("http://localhost:8000", "eu1"),
        ("https://proxy.acme.example/wxcc", "eu1"),
    ],
)
def test_the_address_of_the_api_can_be_declared(net: Any, prod: Make, login: Any, base_url: str, place: str) -> None:
    session = login(prod(**{"base-url": base_url}), WXCC_ACCESS_TOKEN=TOKEN, WXCC_LINT_TRUST_HOSTS="proxy.acme.example")
    assert session.base_url == base_url.rstrip("/")
    assert session.org.place == place
    assert net.sent == [f"GET {base_url.rstrip('/')}/organization/{ORG}"]


@pytest.mark.parametrize("key", ["base-url", "identity-url"])
@pytest.mark.parametrize("host", ["collector.example", "cisco.com.example", "evilcisco.com", "webexapis.com.example"])
def test_a_config_cannot_have_tokens_sent_to_a_stranger(
    net: Any, prod: Make, login: Any, fails: Fails, key: str, host: str
) -> None:
    error = fails(lambda: login(prod(**{key: f"https://{host}/v1"}), WXCC_ACCESS_TOKEN=TOKEN))
    assert error.cause == "refused"
    assert error.sentence == (
        f"'{host}' is no host of Webex, so no token is sent there; WXCC_LINT_TRUST_HOSTS={host} allows it"
    )
    assert net.sent == []


def test_no_secret_shows(net: Any, prod: Make, login: Any) -> None:
    net.on(REFRESH, {"access_token": NEWER})
    net.on(TEAMS, unauthorised())
    session = login(prod(**REFRESHING), WXCC_ACCESS_TOKEN=TOKEN, **SECRETS)
    with pytest.raises(LiveError) as caught:
        session.get("v2/team", page=0, pageSize=100)
    told = "".join(traceback.format_exception(caught.value)) + repr(
        [session.token, session, vars(session)["_renewing"]]
    )
    assert "topsecret" not in told
    assert (repr(Secret("topsecret")), f"{Secret('topsecret')}", str(Secret("x"))) == ("Secret(…)",) * 3
