"""What leaves the client, and where to; what it waits for; what is said of it."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.limiter import Limiter
from wxcc_lint.sources.live.transport import Limits, Transport

PACKAGE = Path(__file__).resolve().parents[3] / "wxcc_lint"
METADATA = "http://soap.sforce.com/2006/04/metadata"
PATH = "/services/Soap/m/63.0"


def envelope(inside: str = f'<readMetadata xmlns="{METADATA}"/>', session: str = "S3ss!on") -> bytes:
    header = f'<e:Header><SessionHeader xmlns="{METADATA}"><sessionId>{session}</sessionId></SessionHeader></e:Header>'
    soap = "http://schemas.xmlsoap.org/soap/envelope/"
    return f'<e:Envelope xmlns:e="{soap}">{header}<e:Body>{inside}</e:Body></e:Envelope>'.encode()


# What leaves the client


def test_a_get_carries_the_token_and_nothing_of_the_machine(bench) -> None:
    bench.wire.says(bench.reply(200, {"data": []}, TrackingID="cc_1"))
    got = bench.transport().get(
        f"{bench.wire.url}/organization/1/v2/team?page=0", token="T0ken", headers={"X-Own": "y"}
    )
    assert (got.status, got.json(), got.headers["trackingid"], got.tracking_id) == (200, {"data": []}, "cc_1", "cc_1")
    (asked,) = bench.wire.asked
    assert (asked.verb, asked.target, asked.body) == ("GET", "/organization/1/v2/team?page=0", b"")
    assert asked.headers == {
        "host": f"127.0.0.1:{bench.wire.port}",
        "accept": "application/json",
        "accept-encoding": "gzip",
        "authorization": "Bearer T0ken",
        "user-agent": "wxcc-lint",
        "x-own": "y",
    }


def test_some_addresses_need_no_token(bench) -> None:
    bench.transport().get(f"{bench.wire.url}/services/data/")
    assert "authorization" not in bench.wire.asked[0].headers


def test_a_form_asks_for_a_token(bench) -> None:
    url = f"{bench.wire.url}/token"
    bench.wire.says(bench.reply(200, {"access_token": "new"}))
    got = bench.transport(token_urls=[url]).post_form(url, {"grant_type": "refresh_token", "refresh_token": "a&b="})
    assert got.json() == {"access_token": "new"}
    (asked,) = bench.wire.asked
    assert (asked.verb, asked.body) == ("POST", b"grant_type=refresh_token&refresh_token=a%26b%3D")
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert "authorization" not in asked.headers


def test_an_object_asks_for_the_token_of_a_service_app(bench) -> None:
    url = f"{bench.wire.url}/applications/1/token"
    bench.transport(token_urls=[url]).post_json(url, {"clientId": "c"}, token="T0ken")
    (asked,) = bench.wire.asked
    assert (asked.verb, asked.body) == ("POST", b'{"clientId": "c"}')
    assert (asked.headers["content-type"], asked.headers["authorization"]) == ("application/json", "Bearer T0ken")


@pytest.mark.parametrize("operation", ["describeMetadata", "listMetadata", "readMetadata"])
def test_metadata_is_read(bench, operation: str) -> None:
    bench.wire.says(bench.reply(200, b"<x/>", Content_Type="text/xml;charset=UTF-8"))
    sent = envelope(f'<{operation} xmlns="{METADATA}"/>')
    assert bench.transport().post_metadata(f"{bench.wire.url}{PATH}", operation, sent).body == b"<x/>"
    (asked,) = bench.wire.asked
    assert (asked.verb, asked.target, asked.body) == ("POST", PATH, sent)
    assert (asked.headers["content-type"], asked.headers["soapaction"]) == ("text/xml; charset=UTF-8", '""')


@pytest.mark.parametrize(
    ("operation", "inside"),
    [
        pytest.param("deleteMetadata", f'<deleteMetadata xmlns="{METADATA}"/>', id="a write"),
        pytest.param("readMetadata", f'<deleteMetadata xmlns="{METADATA}"/>', id="a write that says to be a read"),
        pytest.param("readMetadata", f'<readMetadata xmlns="{METADATA}"/><deploy xmlns="{METADATA}"/>', id="both"),
        pytest.param("readMetadata", '<readMetadata xmlns="urn:partner.soap.sforce.com"/>', id="another API"),
        pytest.param("readMetadata", "<readMetadata", id="no XML"),
        pytest.param("readMetadata", "", id="nothing"),
    ],
)
def test_no_other_operation_is_sent(bench, operation: str, inside: str) -> None:
    with pytest.raises(LiveError) as caught:
        bench.transport().post_metadata(f"{bench.wire.url}{PATH}", operation, envelope(inside))
    sentence = f"'{operation}' is not sent: of the Metadata API only what reads is used"
    assert (caught.value.cause, caught.value.sentence) == ("refused", sentence)
    assert bench.wire.asked == []


@pytest.mark.parametrize(
    "path", ["/services/Soap/u/63.0", "/services/data/v63.0/sobjects/Account", f"{PATH}?a=b", f"{PATH}/../u"]
)
def test_metadata_is_asked_at_its_own_address_alone(bench, path: str) -> None:
    with pytest.raises(LiveError, match="is not the address of the Metadata API") as caught:
        bench.transport().post_metadata(f"{bench.wire.url}{path}", "readMetadata", envelope())
    assert (caught.value.cause, bench.wire.asked) == ("refused", [])


def test_nothing_is_posted_but_to_the_exact_addresses_of_tokens(bench) -> None:
    url = f"{bench.wire.url}/token"
    transport = bench.transport(token_urls=[url])
    for other in (f"{url}/", f"{url}?x=1", f"{bench.wire.url}/organization/1/team", url.upper()):
        with pytest.raises(LiveError, match="nothing is posted but to the URLs where tokens are given"):
            transport.post_form(other, {"a": "b"})
        with pytest.raises(LiveError, match="nothing is posted but to the URLs where tokens are given"):
            transport.post_json(other, {"a": "b"}, token="T0ken")
    assert bench.wire.asked == []


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("http://127.0.0.1:1/x", "'127.0.0.1:1' is not a host of this environment, and is not asked"),
        ("https://127.0.0.1:PORT/x", "'127.0.0.1:PORT' is not a host of this environment, and is not asked"),
        ("http://127.0.0.1:PORT.evil.example/x", "an address that is no URL is not asked"),
        ("http://127.0.0.1:PORT@evil.example/x", "an address without a host, or with a name and password in it, is not asked"),
        (r"http://evil.example\@127.0.0.1:PORT/x", "'http://evil.example' is not encrypted, and is not asked"),
        ("http://api.wxcc-eu1.cisco.com/x", "'http://api.wxcc-eu1.cisco.com' is not encrypted, and is not asked"),
        ("ftp://127.0.0.1:PORT/x", "'ftp://127.0.0.1:PORT' is not encrypted, and is not asked"),
        ("/x", "an address without a host, or with a name and password in it, is not asked"),
    ],
)  # fmt: skip
def test_a_token_goes_to_declared_hosts_alone(bench, url: str, sentence: str) -> None:
    port = str(bench.wire.port)
    with pytest.raises(LiveError) as caught:
        bench.transport().get(url.replace("PORT", port), token="T0ken")
    assert (caught.value.cause, caught.value.sentence) == ("refused", sentence.replace("PORT", port))
    assert bench.wire.asked == []


@pytest.mark.parametrize("given", [{"hosts": ["http://api.example"]}, {"token_urls": ["http://login.example/token"]}])
def test_what_is_declared_has_to_be_encrypted_as_well(bench, given) -> None:
    with pytest.raises(LiveError, match="is not encrypted"):
        bench.transport(**given)


def test_the_case_of_a_host_and_its_usual_port_mean_nothing(bench) -> None:
    transport = bench.transport(hosts=["HTTPS://API.wxcc-eu1.cisco.com:443/"], environ={"HTTPS_PROXY": "socks5://x"})
    with pytest.raises(LiveError) as caught:
        transport.get("https://api.wxcc-eu1.cisco.com/x")
    assert caught.value.cause == "unreachable"  # it went as far as the proxy


@pytest.mark.parametrize("token", ["T0ken\n", "T0 ken", "", "T0kén", "a\r\nX-Evil: b"])
def test_a_token_that_fits_no_header_is_told_and_not_shown(bench, token: str) -> None:
    with pytest.raises(LiveError) as caught:
        bench.transport().get(f"{bench.wire.url}/x", token=token)
    sentence = "the token is empty or holds a blank, a line break or another foreign character"
    assert (caught.value.cause, caught.value.sentence) == ("unauthorised", sentence)
    assert bench.wire.asked == []


def test_only_two_verbs_can_leave_the_client(bench) -> None:
    """All that the client can do, done: these are its methods, and this is what arrived."""
    url = f"{bench.wire.url}/token"
    transport = bench.transport(token_urls=[url])
    bench.wire.says(bench.reply(200, b"<x/>", Content_Type="text/xml"))
    transport.get(f"{bench.wire.url}/x")
    transport.post_form(url, {})
    transport.post_json(url, {}, token="t")
    transport.post_metadata(f"{bench.wire.url}{PATH}", "readMetadata", envelope())
    public = {name for name, _ in inspect.getmembers(Transport, inspect.isfunction) if not name.startswith("_")}
    assert public == {"get", "post_form", "post_json", "post_metadata"}
    assert bench.wire.verbs == ["GET", "POST", "POST", "POST"]
    assert transport.requests == 4


def test_one_place_in_the_program_sends() -> None:
    senders, importers = [], set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            match node:
                case ast.Import(names=names):
                    importers |= {(file.name, one.name) for one in names}
                case ast.ImportFrom(module=str(module)):
                    importers.add((file.name, module))
                case ast.Call(func=ast.Attribute(attr="request" | "urlopen" as name), args=[first, *_]):
                    senders.append((file.name, name, ast.unparse(first)))
    assert senders == [("transport.py", "request", "request.method")]
    network = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "telnetlib", "urllib3"}
    users = {file for file, name in importers if name == "urllib.request" or name.partition(".")[0] in network}
    assert users == {"connections.py", "failures.py", "transport.py"}


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    ("location", "where"),
    [
        ("https://evil.example/login?token=s3cret", "'evil.example'"),
        ("//evil.example:8/x", "'evil.example:8'"),
        ("https://user:s3cret@Evil.example/", "'evil.example'"),
        ("/login?token=s3cret", "another place of the same host"),
        ("http://[half", "another place of the same host"),
    ],
)
def test_no_redirect_is_followed(bench, status: int, location: str, where: str) -> None:
    sentence = f"'127.0.0.1:PORT/x' answers {status} and sends us to {where}, and no redirect is followed"
    assert bench.why(bench.reply(status, b"", Location=location)) == ("refused", sentence)
    assert bench.wire.verbs == ["GET"]


def test_a_redirect_to_the_same_host_by_its_name_is_told_as_such(bench) -> None:
    _, sentence = bench.why(bench.reply(302, b"", Location=f"{bench.wire.url}/y"))
    assert "another place of the same host" in sentence


# Tries


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again_later_and_later(bench, status: int) -> None:
    bench.wire.says(*[bench.reply(status, b"")] * 4, bench.reply(200, {"ok": True}))
    assert bench.transport().get(f"{bench.wire.url}/x").json() == {"ok": True}
    assert bench.slept == [1.0, 2.0, 4.0, 8.0]
    assert len(bench.wire.asked) == 5


def test_chance_takes_up_to_half_of_a_pause(bench) -> None:
    from wxcc_lint.sources.live.limiter import Clock

    clock = Clock(lambda: bench.moved, bench.sleep, chance=lambda: 0.0)
    assert bench.why(bench.reply(500, b""), transport=bench.transport(clock=clock))[0] == "broken"
    assert bench.slept == [0.5, 1.0, 2.0, 4.0]


def test_tries_have_an_end(bench) -> None:
    assert bench.why(bench.reply(503, b"")) == ("unreachable", "'127.0.0.1:PORT/x' answers 503, tried 5 times")
    assert len(bench.wire.asked) == 5


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 412, 415, 501])
def test_what_does_not_pass_is_not_tried_again(bench, status: int) -> None:
    bench.why(bench.reply(status, b""))
    assert (len(bench.wire.asked), bench.slept) == (1, [])


@pytest.mark.parametrize(
    ("headers", "waited"),
    [
        pytest.param({"Retry_After": "7"}, 7.0, id="seconds"),
        pytest.param({"Retry_After": "0"}, 1.0, id="at least our own pause"),
        pytest.param({"Retry_After": "Fri, 15 Jan 2027 08:00:09 GMT"}, 9.0, id="a date"),
        pytest.param(
            {"Retry_After": "Mon, 01 Jan 2029 00:00:30 GMT", "Date": "Mon, 01 Jan 2029 00:00:00 GMT"}, 30.0, id="their clock"
        ),
        pytest.param({"Retry_After": "Thu, 01 Jan 2026 00:00:00 GMT"}, 1.0, id="a date gone by"),
        pytest.param({"Retry_After": "soon"}, 1.0, id="no time"),
        pytest.param({"Retry_After": "-5"}, 1.0, id="negative"),
        pytest.param({"Retry_After": "9" * 5000}, 1.0, id="no number that anybody could mean"),
        pytest.param({}, 1.0, id="none"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("status", [429, 503])
def test_the_service_says_when_to_come_back(bench, status: int, headers: dict[str, str], waited: float) -> None:
    bench.date = 1_800_000_000.0  # 15 January 2027, 08:00:00
    bench.wire.says(bench.reply(status, b"", **headers), bench.reply())
    bench.transport().get(f"{bench.wire.url}/x")
    assert bench.slept == [waited]


def test_nobody_waits_for_an_hour(bench) -> None:
    sentence = "'127.0.0.1:PORT/x' answers 429; it wants us to wait 3600 seconds"
    assert bench.why(bench.reply(429, b"", Retry_After="3600")) == ("limited", sentence)
    assert (len(bench.wire.asked), bench.slept) == (1, [])


def test_all_waiting_for_one_request_has_an_end(bench) -> None:
    sentence = "'127.0.0.1:PORT/x' answers 429, tried 3 times; it wants us to wait 50 seconds"
    assert bench.why(bench.reply(429, b"", Retry_After="50")) == ("limited", sentence)
    assert bench.slept == [50.0, 50.0]


def test_the_limit_of_patience_is_not_blamed_on_the_service_where_the_pause_is_ours(bench) -> None:
    assert bench.why(bench.reply(503, b""), limits=Limits(patience=2)) == (
        "unreachable",
        "'127.0.0.1:PORT/x' answers 503, tried 2 times",
    )


def test_each_try_counts_for_the_limit_of_requests(bench) -> None:
    from wxcc_lint.sources.live.limiter import Clock

    clock = Clock(lambda: bench.moved, bench.sleep, chance=lambda: 1.0)
    bench.wire.says(bench.reply(500, b""), bench.reply())
    bench.transport(clock=clock, limiter=Limiter(1, clock=clock)).get(f"{bench.wire.url}/x")
    assert bench.slept == [1.0, 59.0]
    assert "waited 59 seconds: 1 requests a minute are the limit" in bench.said


def test_a_connection_is_used_again(bench) -> None:
    transport = bench.transport()
    for _ in range(3):
        transport.get(f"{bench.wire.url}/x")
    assert bench.wire.connections == 1


# What is said


def test_a_line_for_each_request(bench) -> None:
    bench.wire.says(bench.reply(500, {"a": 1}, TrackingID="cc_7"), bench.reply(200, {"data": []}))
    query = "page=1&pageSize=100&access_token=s3cret&x&q=SELECT+Id+FROM+User"
    bench.transport().get(f"{bench.wire.url}/organization/1/v2/team?{query}", token="T0ken")
    where = f"127.0.0.1:{bench.wire.port}/organization/1/v2/team?page=1&pageSize=100&access_token=…&x=…&q=SELECT+Id+FROM+User"
    assert bench.said == [
        f"GET {where}: 500, 8 bytes, 0 ms, tracking id cc_7",
        "waiting 1.0 seconds, then trying again",
        f"GET {where}: 200, 12 bytes, 0 ms",
    ]


def test_a_request_without_a_reply_has_its_line_as_well(bench) -> None:
    bench.failure(bench.cut(b""), limits=Limits(tries=1))
    where = f"127.0.0.1:{bench.wire.port}"
    assert bench.said == [f"GET {where}/x: '{where}' closed the connection without a reply, 0 ms"]


def test_a_tracking_id_that_is_none_is_not_shown(bench) -> None:
    error = bench.failure(bench.reply(403, b"", TrackingID="a\x1b[31mb c"))
    assert (error.tracking_id, bench.said[0].endswith("0 bytes, 0 ms")) == (None, True)


@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 500])
def test_no_secret_is_in_any_line_error_or_representation(bench, status: int) -> None:
    """Everything secret goes out, and comes back in every part of a reply."""
    secrets = ["T0ken-s3cret", "Cl1ent+s3cret/x=", "R3fresh-s3cret", "S3ssion!s3cret"]
    echo = " ".join([*secrets, "Cl1ent%2Bs3cret%2Fx%3D"])
    url = f"{bench.wire.url}/token"
    transport = bench.transport(token_urls=[url], limits=Limits(tries=1))
    bench.wire.says(
        bench.reply(status, {"message": echo, "errors": [echo]}, Set_Cookie=secrets[0], Location=f"/x?{secrets[0]}")
    )
    fields = {
        "grant_type": "refresh_token",
        "client_secret": secrets[1],
        "refresh_token": secrets[2],
        "token": secrets[0],
    }
    calls = [
        lambda: transport.get(f"{bench.wire.url}/x?token={secrets[2]}", token=secrets[0]),
        lambda: transport.post_form(url, {**fields, "session": secrets[3]}),
        lambda: transport.post_json(url, {**fields, "session": secrets[3]}, token=secrets[0]),
        lambda: transport.post_metadata(f"{bench.wire.url}{PATH}", "readMetadata", envelope(session=secrets[3])),
    ]
    everything = {*secrets, "Cl1ent%2Bs3cret%2Fx%3D"}
    sent: list[set[str]] = [{secrets[0]}, everything, everything, {secrets[3]}]
    for call, own in zip(calls, sent, strict=True):
        try:
            shown = repr(call())
        except LiveError as error:
            chain = [error, error.__cause__, error.__context__]
            shown = " ".join(f"{one} {one!r} {vars(one) if one else ''}" for one in chain)
        assert [one for one in own if one in shown] == []
    said = "\n".join([*bench.said, repr(transport)])
    assert [one for one in secrets if one in said] == []
    assert len(bench.said) == 4


def test_what_is_no_secret_stays_readable(bench) -> None:
    url = f"{bench.wire.url}/token"
    bench.wire.says(
        bench.reply(400, {"error": "invalid_request", "error_description": "refresh_token: old-one is gone"})
    )
    with pytest.raises(LiveError) as caught:
        bench.transport(token_urls=[url]).post_form(url, {"grant_type": "refresh_token", "refresh_token": "old-one"})
    assert caught.value.sentence.endswith("answers 400: invalid_request: refresh_token: … is gone")
