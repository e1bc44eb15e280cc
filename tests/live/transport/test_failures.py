"""Replies that are none, and what is said of them."""

from __future__ import annotations

import gzip
import json
import socket
import tracemalloc
from typing import Any

import pytest

from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.replies import Reply
from wxcc_lint.sources.live.transport import Limits

X = "'127.0.0.1:PORT/x'"
HOST = "'127.0.0.1:PORT'"
FAULT = (
    '<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="sf">'
    "<s:Body><s:Fault><faultcode>sf:{code}</faultcode><faultstring>{code}: Not  today.</faultstring></s:Fault></s:Body>"
    "</s:Envelope>"
)
ENVELOPE = (
    b'<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>'
    b'<readMetadata xmlns="http://soap.sforce.com/2006/04/metadata"/></e:Body></e:Envelope>'
)

# The families of error bodies


@pytest.mark.parametrize(
    ("status", "body", "cause", "words", "tracking_id", "code"),
    [
        pytest.param(
            403,
            {"trackingId": "ccconfig_1", "error": {"key": "403", "message": [{"description": "Access denied."}, {"description": "Ask"}]}},
            "forbidden", ": Access denied; Ask (tracking id ccconfig_1)", "ccconfig_1", None,
            id="configuration service",
        ),
        pytest.param(
            400,
            {"trackingId": "ccconfig_2", "error": {"key": "400", "reason": "Bad filter", "message": [{"code": "e1"}]}},
            "broken", ": Bad filter (tracking id ccconfig_2)", "ccconfig_2", None,
            id="configuration service with a reason",
        ),
        pytest.param(
            404, {"code": "not.found", "message": "no such\n thing", "trackingId": "t"},
            "not-found", ": no such thing (tracking id t)", "t", "not.found",
            id="code and message",
        ),
        pytest.param(
            400, {"status": 400, "message": "Invalid", "errors": ["page: too low", "Invalid"], "timestamp": "x", "trackingId": "t"},
            "broken", ": Invalid; page: too low (tracking id t)", "t", None,
            id="status and errors",
        ),
        pytest.param(
            405, {"timestamp": "2026-01-01", "status": 405, "error": "Method Not Allowed", "path": "/x"},
            "broken", ": Method Not Allowed", None, None,
            id="web framework",
        ),
        pytest.param(
            401, {"message": "The token is expired.", "errors": [{"description": "The token is expired."}], "trackingId": "R_1"},
            "unauthorised", ": The token is expired (tracking id R_1)", "R_1", None,
            id="Webex itself",
        ),
        pytest.param(
            401, [{"message": "Session expired or invalid", "errorCode": "INVALID_SESSION_ID"}],
            "unauthorised", ": INVALID_SESSION_ID: Session expired or invalid", None, "INVALID_SESSION_ID",
            id="Salesforce",
        ),
        pytest.param(
            403, [{"message": "TotalRequests Limit exceeded.", "errorCode": "REQUEST_LIMIT_EXCEEDED"}],
            "limited", ": REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded", None, "REQUEST_LIMIT_EXCEEDED",
            id="Salesforce out of requests",
        ),
        pytest.param(
            403, [{"message": "no API", "errorCode": "API_DISABLED_FOR_ORG"}],
            "forbidden", ": API_DISABLED_FOR_ORG: no API", None, "API_DISABLED_FOR_ORG",
            id="Salesforce without API",
        ),
        pytest.param(
            400, [{"message": "no", "errorCode": "INSUFFICIENT_ACCESS_OR_READONLY"}],
            "forbidden", ": INSUFFICIENT_ACCESS_OR_READONLY: no", None, "INSUFFICIENT_ACCESS_OR_READONLY",
            id="Salesforce without access",
        ),
        pytest.param(
            400, [{"message": "sObject type 'X' is not supported.", "errorCode": "INVALID_TYPE"}],
            "not-found", ": INVALID_TYPE: sObject type 'X' is not supported", None, "INVALID_TYPE",
            id="Salesforce without the object",
        ),
        pytest.param(
            400, [{"message": "No such column", "errorCode": "INVALID_FIELD", "fields": ["A"]}],
            "broken", ": INVALID_FIELD: No such column", None, "INVALID_FIELD",
            id="Salesforce without the field",
        ),
        pytest.param(
            400, {"error": "invalid_grant", "error_description": "expired access/refresh token"},
            "broken", ": invalid_grant: expired access/refresh token", None, "invalid_grant",
            id="OAuth",
        ),
        pytest.param(401, {"error": "invalid_client"}, "unauthorised", ": invalid_client", None, "invalid_client", id="OAuth, terse"),
        pytest.param(403, b"", "forbidden", "", None, None, id="nothing"),
        pytest.param(403, b"{half", "forbidden", "", None, None, id="no JSON"),
        pytest.param(403, b"[]", "forbidden", "", None, None, id="an empty list"),
        pytest.param(403, b"[" * 100_000, "forbidden", "", None, None, id="too deep"),
        pytest.param(403, b"\xff\xfe", "forbidden", "", None, None, id="no text"),
        pytest.param(403, {"message": {"message": ["x", 1, None]}}, "forbidden", ": x", None, None, id="odd shapes"),
        pytest.param(403, {"message": "a" * 301}, "forbidden", f": {'a' * 300}…", None, None, id="long"),
    ],
)  # fmt: skip
def test_every_family_of_errors_is_understood(bench, status, body: Any, cause, words, tracking_id, code) -> None:
    error = bench.failure(bench.reply(status, body))
    sentence = error.sentence.replace(str(bench.wire.port), "PORT")
    assert (error.cause, sentence) == (cause, f"{X} answers {status}{words}")
    assert (error.status, error.tracking_id, error.code) == (status, tracking_id, code)


def test_the_tracking_id_may_stand_in_a_header(bench) -> None:
    error = bench.failure(bench.reply(403, b"", TrackingID="hdr_1"))
    assert (error.tracking_id, error.sentence.endswith("answers 403 (tracking id hdr_1)")) == ("hdr_1", True)


@pytest.mark.parametrize(
    ("status", "body"),
    [(400, {"error": "invalid_grant"}), (400, {"message": "no"}), (401, {}), (403, {})],
)
def test_who_is_given_no_token_is_unauthorised_whatever_the_status(bench, status: int, body: Any) -> None:
    url = f"{bench.wire.url}/token"
    bench.wire.says(bench.reply(status, body))
    with pytest.raises(LiveError) as caught:
        bench.transport(token_urls=[url]).post_form(url, {})
    assert (caught.value.cause, caught.value.status) == ("unauthorised", status)


@pytest.mark.parametrize(("status", "cause"), [(404, "not-found"), (503, "unreachable"), (429, "limited")])
def test_the_rest_of_a_login_is_as_everywhere(bench, status: int, cause: str) -> None:
    url = f"{bench.wire.url}/token"
    bench.wire.says(bench.reply(status, b""))
    with pytest.raises(LiveError) as caught:
        bench.transport(token_urls=[url], limits=Limits(tries=1)).post_form(url, {})
    assert caught.value.cause == cause


@pytest.mark.parametrize(
    ("code", "cause", "tries"),
    [
        ("INVALID_SESSION_ID", "unauthorised", 1),
        ("INSUFFICIENT_ACCESS", "forbidden", 1),
        ("REQUEST_LIMIT_EXCEEDED", "limited", 1),
        ("INVALID_TYPE", "not-found", 1),
        ("SERVER_UNAVAILABLE", "unreachable", 5),
        ("UNKNOWN_EXCEPTION", "broken", 5),
    ],
)
def test_soap_faults_come_with_500_and_mean_many_things(bench, code: str, cause: str, tries: int) -> None:
    bench.wire.says(bench.reply(500, FAULT.format(code=code).encode(), Content_Type="text/xml"))
    url = f"{bench.wire.url}/services/Soap/m/63.0"
    with pytest.raises(LiveError) as caught:
        bench.transport().post_metadata(url, "readMetadata", ENVELOPE)
    error = caught.value
    assert (error.cause, error.code, len(bench.wire.asked)) == (cause, code, tries)
    assert f"answers 500: {code}: Not today" in error.sentence


def test_markup_that_is_no_fault_is_tried_again_as_any_500(bench) -> None:
    assert bench.why(bench.reply(500, b"<p>x</p>")) == ("broken", f"{X} answers 500, tried 5 times")


@pytest.mark.parametrize(
    ("status", "cause"), [(401, "unauthorised"), (403, "forbidden"), (404, "broken"), (400, "broken")]
)
def test_a_web_page_is_named_and_never_says_that_something_is_not_there(bench, status: int, cause: str) -> None:
    page = bench.reply(status, b"<html>Not Found</html>", Content_Type="text/html; charset=utf-8")
    assert bench.why(page) == (cause, f"{X} answers {status}: a web page")


# Replies that are not what they should be


@pytest.mark.parametrize(
    ("body", "media", "what"),
    [
        (b"<html>Sign in</html>", "text/html", "is a web page, not JSON"),
        (b"<html/>", "application/xhtml+xml", "is a web page, not JSON"),
        (b"{}", "text/plain", "is 'text/plain', not JSON"),
        (b"{}", "application/xml", "is 'application/xml', not JSON"),
        (b"", "application/json", "is empty"),
        (b"{half", "application/json", "cannot be read as JSON (character 2)"),
        (b"{} {}", "application/json", "cannot be read as JSON (character 4)"),
        (b"[NaN]", "application/json", "cannot be read as JSON"),
        (b'["\\ud800"]', "application/json", "cannot be read as JSON"),
        (b"9" * 5000, "application/json", "cannot be read as JSON"),
        ("é".encode("latin-1"), "application/json", "is not text in UTF-8 (byte 1)"),
        ('["é"]'.encode("latin-1"), "application/json; charset=ISO-8859-1", "is not text in UTF-8 (byte 3)"),
        ("{}".encode("utf-16"), "application/json; charset=utf-16", "is not text in UTF-8 (byte 1)"),
        (b"[" * 201, "application/json", "is nested more than 200 deep"),
        (b"[" * 100_000, "application/json", "is nested more than 200 deep"),
    ],
)
def test_what_is_no_json_is_told(bench, body: bytes, media: str, what: str) -> None:
    assert bench.why(bench.reply(200, body, Content_Type=media)) == ("broken", f"the reply of {X} {what}")


@pytest.mark.parametrize(
    ("body", "media", "data"),
    [
        (b'{"a": 1}', "application/json", {"a": 1}),
        (b'{"a": 1}', "Application/JSON;charset=UTF-8", {"a": 1}),
        (b'{"a": 1}', "application/vnd.acme+json", {"a": 1}),
        (b'{"a": 1}', "text/json", {"a": 1}),
        (b'{"a": 1}', "", {"a": 1}),
        ('\ufeff["é"]'.encode(), "application/json; charset=ISO-8859-1", ["é"]),
        (b'["\\ud83d\\ude00 \\\\ud800"]', "application/json", ["😀 \\ud800"]),
        (b"[" * 200 + b"]" * 200, "application/json", None),
    ],
)
def test_what_is_json_is_read(bench, body: bytes, media: str, data: Any) -> None:
    bench.wire.says(bench.reply(200, body, Content_Type=media))
    got = bench.transport().get(f"{bench.wire.url}/x").json()
    assert data is None or got == data


def test_the_error_of_a_broken_reply_has_its_status_and_tracking_id(bench) -> None:
    error = bench.failure(bench.reply(200, b"<", TrackingID="t1"))
    assert (error.status, error.tracking_id) == (200, "t1")


@pytest.mark.parametrize(
    ("media", "what"),
    [
        ("text/html", "a web page"),
        ("application/xhtml+xml", "a web page"),
        ("application/json", "'application/json'"),
        ("", "of no type"),
    ],
)
def test_metadata_that_is_no_xml_is_told(bench, media: str, what: str) -> None:
    bench.wire.says(bench.reply(200, b"<html/>", Content_Type=media))
    with pytest.raises(LiveError) as caught:
        bench.transport().post_metadata(f"{bench.wire.url}/services/Soap/m/63.0", "readMetadata", ENVELOPE)
    sentence = f"the reply of '127.0.0.1:{bench.wire.port}/services/Soap/m/63.0' is {what}, not XML"
    assert (caught.value.cause, caught.value.sentence) == ("broken", sentence)


def test_a_reply_shows_neither_body_nor_headers() -> None:
    assert repr(Reply(200, {"Set-Cookie": "s3cret"}, b"s3cret")) == "Reply(status=200, source='the service')"


# Replies that are not whole


def test_a_body_shorter_than_announced_is_no_body(bench) -> None:
    half = bench.reply(200, {"data": [1, 2, 3]})[:-5]
    assert bench.why(bench.cut(half)) == ("broken", f"the reply of {HOST} breaks off before its end, tried 5 times")


@pytest.mark.parametrize("rest", [b"", b"2\r\n{", b"2\r\n{}\r\n", b"zz\r\n{}\r\n0\r\n\r\n", b"f" * 100_000])
def test_chunks_that_end_early_are_no_body(bench, rest: bytes) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    cause, sentence = bench.why(bench.cut(head + rest), limits=Limits(tries=1))
    assert (cause, sentence) == ("broken", f"the reply of {HOST} breaks off before its end")


def test_chunks_are_put_together(bench) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    bench.wire.says(head + b'3\r\n{"a\r\n4\r\n": 1\r\n1\r\n}\r\n0\r\n\r\n')
    assert bench.transport().get(f"{bench.wire.url}/x").json() == {"a": 1}


def test_a_broken_reply_is_asked_for_again(bench) -> None:
    bench.wire.says(bench.cut(bench.reply()[:-1]), bench.cut(b""), bench.reply(200, [1]))
    assert bench.transport().get(f"{bench.wire.url}/x").json() == [1]
    assert bench.slept == [1.0, 2.0]


def test_gzip_is_unpacked(bench) -> None:
    bench.wire.says(bench.reply(200, gzip.compress(b'{"a": 1}'), Content_Encoding="gzip"))
    assert bench.transport().get(f"{bench.wire.url}/x").json() == {"a": 1}


def test_what_says_to_be_gzip_and_is_not(bench) -> None:
    sentence = f"the reply of {HOST} is not compressed in the way that it says"
    assert bench.why(bench.reply(200, b"{}", Content_Encoding="gzip")) == ("broken", sentence)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (b"SSH-2.0-x\r\n\r\n", f"what {HOST} replies is not HTTP"),
        (b"HTTP/1.1 abc\r\n\r\n", f"what {HOST} replies is not HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n", f"what {HOST} replies is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70_000, f"what {HOST} replies is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2, 3\r\n\r\n{}", f"what {HOST} replies is not HTTP"),
    ],
)
def test_what_is_no_http_is_told(bench, sent: bytes, sentence: str) -> None:
    assert bench.why(bench.cut(sent)) == ("broken", sentence)


# Size and time


@pytest.mark.parametrize("by", ["announced", "chunks", "until it closes"])
def test_a_reply_has_a_limit(bench, by: str) -> None:
    size = 1001
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    step = {
        "announced": head + b"Content-Length: 1001\r\n\r\n" + b"1" * size,
        "chunks": head + b"Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + b"1" * size + b"\r\n0\r\n\r\n",
        "until it closes": head + b"\r\n" + b"1" * size,
    }[by]
    told = "1001 bytes, and the limit is 1000" if by == "announced" else "more than 1000 bytes"
    cause, sentence = bench.why(bench.cut(step), limits=Limits(size=1000))
    assert (cause, sentence) == ("too-large", f"the reply of {HOST} is too large: {told}")
    assert len(bench.wire.asked) == 1


def test_a_reply_as_large_as_the_limit_is_read(bench) -> None:
    bench.wire.says(bench.reply(200, b" " * 998 + b"[]"))
    assert bench.transport(limits=Limits(size=1000)).get(f"{bench.wire.url}/x").json() == []


@pytest.mark.parametrize("encoding", ["gzip", "gzip, gzip"])
def test_a_bomb_counts_unpacked_and_is_not_unpacked_further(bench, encoding: str) -> None:
    bomb = gzip.compress(b"1" * 50_000_000)
    bomb = gzip.compress(bomb) if "," in encoding else bomb
    transport = bench.transport(limits=Limits(size=200_000))
    bench.failure(bench.reply(200, b""), transport=transport)  # what is loaded once is not counted
    tracemalloc.start()
    try:
        told = bench.why(bench.reply(200, bomb, Content_Encoding=encoding), transport=transport)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert told == ("too-large", f"the reply of {HOST} is too large: more than 200000 bytes")
    assert peak < 2_000_000


def test_an_endless_error_is_too_large_as_well(bench) -> None:
    assert bench.failure(bench.reply(500, b"x" * 2000), limits=Limits(size=1000)).cause == "too-large"


def test_a_service_that_keeps_silent(bench) -> None:
    transport = bench.impatient(silence=0.02)
    assert bench.why(bench.silence, transport=transport) == ("unreachable", f"{HOST} keeps silent")


def test_a_service_that_stops_in_the_middle(bench) -> None:
    def stop(peer: socket.socket) -> None:
        peer.sendall(bench.reply(200, {"a": 1})[:-1])
        bench.silence(peer)

    assert bench.why(stop, transport=bench.impatient(silence=0.02)) == ("unreachable", f"{HOST} keeps silent")


def test_silence_may_be_an_accident(bench) -> None:
    transport = bench.impatient(silence=0.05, tries=2)
    bench.wire.says(bench.silence, bench.reply(200, [1]))
    assert transport.get(f"{bench.wire.url}/x").json() == [1]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nX-Long: ", id="headers"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", id="body"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", id="chunk size"),
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\n", id="until it closes"),
    ],
)
def test_a_reply_that_drips_is_not_waited_for(bench, head: bytes) -> None:
    transport = bench.impatient(silence=5, reply=0.05, tries=5)
    told = bench.why(bench.drip(head), transport=transport)
    assert told == ("unreachable", f"{HOST} does not finish its reply in time")
    assert len(bench.wire.asked) == 1


def test_nobody_there(bench) -> None:
    bench.wire.close()
    cause, sentence = bench.why(bench.reply())
    assert (cause, sentence) == ("unreachable", f"{HOST} cannot be connected to, tried 5 times")
    assert bench.slept == [1.0, 2.0, 4.0, 8.0]


def test_a_name_that_nobody_knows(bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(LiveError) as caught:
        bench.transport(hosts=["https://nowhere.invalid"], limits=Limits(tries=1)).get("https://nowhere.invalid/x")
    assert (caught.value.cause, caught.value.sentence) == ("unreachable", "no address is known for 'nowhere.invalid'")


def test_a_connection_that_is_closed_without_a_word(bench) -> None:
    told = bench.why(bench.cut(b""))
    assert told == ("unreachable", f"{HOST} closed the connection without a reply, tried 5 times")


def test_what_failed_does_not_spoil_what_comes_next(bench) -> None:
    """No half of an old reply is taken for the next one."""
    transport = bench.transport(limits=Limits(size=100, tries=1))
    for step in (bench.reply(200, b"1" * 101), bench.reply(404, b""), bench.cut(bench.reply()[:-1])):
        bench.failure(step, transport=transport)
    bench.wire.says(bench.reply(200, json.dumps(["next"]).encode()))
    assert transport.get(f"{bench.wire.url}/x").json() == ["next"]
