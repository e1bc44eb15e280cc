"""Through which proxy, and whom to trust."""

from __future__ import annotations

import base64
import contextlib
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import truststore

from wxcc_lint.sources.live.connections import is_loopback, proxy_name, proxy_of, trusted
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.transport import Limits

API = "https://api.wxcc-eu1.cisco.com"


def tunnel(port: int) -> Callable[[socket.socket], None]:
    """Do as a proxy does: connect, say so, and pass on what comes from either side."""

    def pump(source: Any, target: Any) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_RDWR)

    def step(peer: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", port)) as far:
            peer.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            threading.Thread(target=pump, args=(far, peer), daemon=True).start()
            pump(peer, far)

    return step


def ask(bench, environ: dict[str, str], url: str = f"{API}/x", **limits: Any) -> Any:
    transport = bench.transport(hosts=[url], environ=environ, limits=Limits(**{"tries": 1, **limits}))
    return transport.get(url, token="T0ken").json()


def why(bench, environ: dict[str, str], url: str = f"{API}/x", **limits: Any) -> tuple[str, str]:
    with pytest.raises(LiveError) as caught:
        ask(bench, environ, url, **limits)
    return caught.value.cause, caught.value.sentence


# Proxies


def test_a_proxy_passes_on_what_it_cannot_read(bench, wire, secure, bundle) -> None:
    wire.says(tunnel(secure.port))
    secure.says(bench.reply(200, ["through"]))
    proxy = f"http://user:p%40ss@127.0.0.1:{wire.port}"
    assert ask(bench, {"HTTPS_PROXY": proxy, "SSL_CERT_FILE": str(bundle)}) == ["through"]
    (asked,) = wire.asked
    assert (asked.verb, asked.target) == ("CONNECT", "api.wxcc-eu1.cisco.com:443")
    assert asked.headers["proxy-authorization"] == "Basic " + base64.b64encode(b"user:p@ss").decode()
    assert "authorization" not in asked.headers
    (got,) = secure.asked
    assert (got.verb, got.headers["host"], got.headers["authorization"]) == (
        "GET",
        "api.wxcc-eu1.cisco.com",
        "Bearer T0ken",
    )
    assert "proxy-authorization" not in got.headers


def test_behind_a_proxy_a_certificate_is_good_for_its_own_host_alone(bench, wire, secure, bundle) -> None:
    wire.says(tunnel(secure.port))
    environ = {"HTTPS_PROXY": f"http://127.0.0.1:{wire.port}", "SSL_CERT_FILE": str(bundle)}
    _, sentence = why(bench, environ, "https://api.wxcc-us1.cisco.com/x")
    who = f"'api.wxcc-us1.cisco.com' (through the proxy '127.0.0.1:{wire.port}')"
    assert sentence.startswith(f"the certificate of {who} is not trusted: Hostname mismatch")
    assert secure.asked == []


def test_the_way_to_the_proxy_may_be_encrypted_as_well(bench, secured, secure, bundle, wire) -> None:
    outer = type(wire)([tunnel(secure.port)], context=secured)
    try:
        environ = {"https_proxy": f"https://127.0.0.1:{outer.port}", "REQUESTS_CA_BUNDLE": str(bundle)}
        assert ask(bench, environ) == {}
        assert (len(outer.asked), len(secure.asked)) == (1, 1)
    finally:
        outer.close()


def test_a_proxy_that_wants_another_password_is_asked_once(bench, wire) -> None:
    wire.says(bench.reply(407, b"", Proxy_Authenticate="Basic"))
    environ = {"HTTPS_PROXY": f"http://user:s3cret@127.0.0.1:{wire.port}/"}
    assert why(bench, environ, tries=5) == ("unreachable", f"the proxy '127.0.0.1:{wire.port}' answers 407 Word")
    assert wire.verbs == ["CONNECT"]
    assert "s3cret" not in "\n".join(bench.said)


def test_a_proxy_that_cannot_go_on_is_asked_again(bench, wire) -> None:
    wire.says(bench.reply(502, b""))
    told = why(bench, {"HTTPS_PROXY": f"127.0.0.1:{wire.port}"}, tries=2)
    assert told == ("unreachable", f"the proxy '127.0.0.1:{wire.port}' answers 502 Word, tried 2 times")
    assert wire.verbs == ["CONNECT", "CONNECT"]


def test_a_proxy_that_is_none_is_told(bench, wire) -> None:
    wire.says(bench.cut(b"220 mail.example\r\n"))
    told = why(bench, {"HTTPS_PROXY": f"http://127.0.0.1:{wire.port}"})
    who = f"'api.wxcc-eu1.cisco.com' (through the proxy '127.0.0.1:{wire.port}')"
    assert told == ("broken", f"what {who} replies is not HTTP")


def test_a_proxy_that_is_not_there(bench, wire) -> None:
    wire.close()
    told = why(bench, {"ALL_PROXY": f"http://127.0.0.1:{wire.port}"})
    assert told == ("unreachable", f"the proxy '127.0.0.1:{wire.port}' cannot be connected to")


def test_a_proxy_that_drips(bench, wire) -> None:
    from wxcc_lint.sources.live.limiter import Clock

    wire.says(bench.drip(b"HTTP/1.1 200 OK\r\nX-Long: "))
    environ = {"HTTPS_PROXY": f"http://127.0.0.1:{wire.port}"}
    transport = bench.transport(hosts=[API], environ=environ, clock=Clock(), limits=Limits(reply=0.05, tries=1))
    with pytest.raises(LiveError, match="does not finish its reply in time"):
        transport.get(f"{API}/x")


@pytest.mark.parametrize(
    ("proxy", "sentence"),
    [
        (
            "socks5://user:s3cret@proxy:1080",
            "the proxy of HTTPS_PROXY begins with 'socks5://', and only 'http://' and 'https://' work",
        ),
        ("http://user:s3cret@proxy:no", "HTTPS_PROXY holds no URL of a proxy, such as 'http://proxy:8080'"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_told_without_its_password(bench, proxy: str, sentence: str) -> None:
    assert why(bench, {"HTTPS_PROXY": proxy}) == ("unreachable", sentence)


def test_this_machine_is_asked_without_a_proxy(bench, wire) -> None:
    wire.says(bench.reply(200, ["direct"]))
    environ = {
        "HTTPS_PROXY": "http://127.0.0.1:1",
        "HTTP_PROXY": "http://127.0.0.1:1",
        "ALL_PROXY": "http://127.0.0.1:1",
    }
    assert ask(bench, environ, f"{wire.url}/x") == ["direct"]


@pytest.mark.parametrize(
    ("skipped", "is_skipped"),
    [
        ("", False),
        ("*", True),
        ("cisco.com", True),
        (".cisco.com", True),
        ("*.cisco.com", True),
        ("API.wxcc-eu1.Cisco.com", True),
        ("api.wxcc-eu1.cisco.com:443", True),
        ("api.wxcc-eu1.cisco.com:8443", False),
        ("other.example, cisco.com", True),
        ("other.example cisco.com", True),
        ("isco.com", False),
        ("wxcc-eu1.cisco.com.evil.example", False),
        (",., ,:443", False),
    ],
)
def test_some_hosts_are_asked_directly(skipped: str, is_skipped: bool) -> None:
    environ = {"HTTPS_PROXY": "http://proxy:8080", "NO_PROXY": skipped}
    assert proxy_of("api.wxcc-eu1.cisco.com", None, environ) == (None if is_skipped else "http://proxy:8080")


def test_small_letters_come_first_as_with_curl() -> None:
    environ = {"HTTPS_PROXY": "http://b", "https_proxy": "http://a", "NO_PROXY": "x.example", "no_proxy": "y.example"}
    assert proxy_of("x.example", None, environ) == "http://a"
    assert proxy_of("y.example", None, environ) is None


def test_a_proxy_is_shown_without_what_nobody_should_see() -> None:
    assert proxy_name("x.example", None, {"HTTPS_PROXY": "https://user:p@ss@proxy:8080/"}) == "proxy:8080"
    assert proxy_name("x.example", None, {}) == ""


@pytest.mark.parametrize(
    ("host", "is_local"),
    [
        ("localhost", True), ("127.0.0.1", True), ("127.8.9.1", True), ("[::1]", True), ("::1", True),
        ("localhost.evil.example", False), ("10.0.0.1", False), ("127.0.0.1.evil.example", False), ("0.0.0.0", False),
    ],
)  # fmt: skip
def test_which_hosts_are_this_machine(host: str, is_local: bool) -> None:
    assert is_loopback(host) is is_local


# Certificates


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"])
def test_a_bundle_says_whom_to_trust(bench, secure, bundle, variable: str) -> None:
    assert ask(bench, {variable: str(bundle)}, f"https://127.0.0.1:{secure.port}/x") == {}


def test_without_a_bundle_the_system_decides(bench, secure) -> None:
    assert isinstance(trusted({}), truststore.SSLContext)
    cause, sentence = why(bench, {"SSL_CERT_FILE": ""}, f"https://127.0.0.1:{secure.port}/x", tries=5)
    assert cause == "unreachable"
    assert sentence.startswith(f"the certificate of '127.0.0.1:{secure.port}' is not trusted: ")
    assert sentence.endswith(" (if your company inspects traffic, name its certificates in SSL_CERT_FILE)")
    assert (secure.asked, bench.slept) == ([], [])


def test_a_certificate_is_good_for_its_own_host_alone(bench, secure, bundle) -> None:
    cause, sentence = why(bench, {"SSL_CERT_FILE": str(bundle)}, f"https://localhost:{secure.port}/x")
    assert cause == "unreachable"
    assert sentence.startswith(f"the certificate of 'localhost:{secure.port}' is not trusted: Hostname mismatch")
    assert secure.asked == []


def test_who_speaks_no_tls_is_no_secure_host(bench) -> None:
    def greet(listener: socket.socket) -> None:
        peer, _ = listener.accept()
        with peer:
            peer.sendall(b"220 mail.example\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=greet, args=(listener,), daemon=True).start()
        port = listener.getsockname()[1]
        told = why(bench, {}, f"https://127.0.0.1:{port}/x")
    assert told == ("unreachable", f"no encrypted connection to '127.0.0.1:{port}' comes about")


def test_a_bundle_that_is_not_there(bench, tmp_path: Path) -> None:
    missing = tmp_path / "ca.pem"
    sentence = f"SSL_CERT_FILE names '{missing}', and no certificates can be read from there: no such file or directory"
    assert why(bench, {"SSL_CERT_FILE": str(missing), "REQUESTS_CA_BUNDLE": "x"}) == ("unreachable", sentence)


def test_a_bundle_without_certificates(bench, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    file.write_text("nothing\n")
    cause, sentence = why(bench, {"REQUESTS_CA_BUNDLE": str(file)})
    start = f"REQUESTS_CA_BUNDLE names '{file}', and no certificates can be read from there: "
    assert (cause, sentence[: len(start)]) == ("unreachable", start)


def test_a_bundle_may_be_a_folder(bench, secure, tmp_path: Path) -> None:
    """An empty one trusts nobody."""
    cause, sentence = why(bench, {"SSL_CERT_FILE": str(tmp_path)}, f"https://127.0.0.1:{secure.port}/x")
    assert (cause, "is not trusted" in sentence) == ("unreachable", True)
