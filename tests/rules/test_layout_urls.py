"""Scripts, pages and images from elsewhere: addresses that do not work, and hosts that are not meant for agents."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.config import Environment
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.example_layout import complete_layout
from wxcc_lint.spans import Text

MINE = {
    f"layout/{name}"
    for name in (
        "blank-in-url",
        "demo-host",
        "html-script",
        "insecure-content",
        "insecure-url",
        "invalid-url",
        "localhost-address",
        "localhost-script",
        "non-production-host",
        "possible-test-host",
        "raw-file-script",
        "retired-host",
        "tunnel-host",
        "unpinned-script",
    )
}
PLACE = Place(Document(".wxcc-lint.yaml", "config", Text("")), ())
FINE = "https://widgets.acme.com/orders/1.4.0/orders.js"


def widget(url: Any, **more: Any) -> str:
    return complete_layout(json.dumps({"comp": "acme-orders", "script": url, **more}, ensure_ascii=False))


def frame(url: Any) -> str:
    return complete_layout(json.dumps({"comp": "agentx-wc-iframe", "attributes": {"src": url}}))


def given(name: str, url: Any) -> str:
    return widget(FINE, properties={name: url})


@pytest.fixture
def mine(findings):
    """Return a function that checks a layout and returns what the rules on addresses found."""

    def check(text: str, profile: str = "default", **more: Any) -> list[Any]:
        found = findings(text, name="l.json", profile=profile, **more)
        return [one for one in found if one.finding.rule in MINE]

    return check


@pytest.fixture
def seen(mine):
    """Return a function that checks a layout and returns name of the rule and marked text of each finding."""

    def check(text: str, profile: str = "default", **more: Any) -> list[tuple[str, str]]:
        return [(one.finding.rule.removeprefix("layout/"), one.under) for one in mine(text, profile, **more)]

    return check


# --- what must be silent ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        FINE,
        "https://widgets.acme.com:8443/orders/1.4.0/orders.js?lang=en",
        "//widgets.acme.com/orders/1.4.0/orders.js",
        "HTTPS://Widgets.Acme.com/orders/1.4.0/orders.js",
        "https://192.168.0.17/orders/1.4.0/orders.js",
        "https://[2001:db8::1]/orders/1.4.0/orders.js",
        "https://developer.acme.com/device/integration-1.4.js",
        "https://latest-news.acme.com/contest/v2/x.js",
        "https://qa.com/v1/x.js",
        "https://acme.dev/v1/x.js",
        "https://cdn.acme.dev/v1/x.js",
        "https://www.qa.co.uk/v1/x.js",
        "https://dev.azure.com/acme/v1/x.js",
        "https://acme.com/dev/v1/x.js",
        "https://d111111abcdef8.cloudfront.net/developer/v1/x.js",
        "https://<YOUR_HOST_URI>/build/bundle.js",
        "http://${HOST}/dev/bundle.js",
        "https://{{host}}/bundle.js",
        "https://localhost.<your domain>/x.html",
        "$STORE.app.url",
        "data:text/javascript,1",
        "",
        "  ",
        7,
        None,
        ["http://localhost/x"],
        {"a": "http://localhost/x"},
    ],
)
def test_good_and_unreadable_scripts_raise_nothing(seen, url: Any) -> None:
    assert seen(widget(url), "pedantic") == []


@pytest.mark.parametrize(
    "text",
    [
        complete_layout(json.dumps({"comp": "div", "textContent": "http://localhost:5000/x.js is our address"})),
        complete_layout(json.dumps({"comp": "img", "attributes": {"src": "/app/images/wxm.svg"}})),
        complete_layout(json.dumps({"comp": "svg", "attributes": {"xmlns": "http://www.w3.org/2000/svg"}})),
        complete_layout(json.dumps({"appTitle": "http is old", "logo": "no-logo"})),
        frame("/screenpop.html"),
        frame("https://orders.acme.com/my page.html?q=a b / c"),
        given("note", "https://acme.com is our site / see there"),
        given("softphoneUrl", "https://localhost:9443/softphone"),
        given("numbers", [1, None, True, {}]),
    ],
)
def test_other_texts_raise_nothing(seen, text: str) -> None:
    assert seen(text, "pedantic") == []


def test_the_default_layout_raises_nothing(seen) -> None:
    assert seen(complete_layout('{"logo": ""}'), "pedantic") == []


# --- addresses that do not work --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "under", "mended"),
    [
        ("https:/widgets.acme.com/1.4/x.js", "https:/", "https://widgets.acme.com/1.4/x.js"),
        ("http:/widgets.acme.com/1.4/x.js", "http:/", "https://widgets.acme.com/1.4/x.js"),
        ("http:/my-cdn.com/1.4/x.js", "http:/", "https://my-cdn.com/1.4/x.js"),
        ("https//widgets.acme.com/1.4/x.js", "https//", "https://widgets.acme.com/1.4/x.js"),
        ("htps://widgets.acme.com/1.4/x.js", "htps://", "https://widgets.acme.com/1.4/x.js"),
        ("https:widgets.acme.com/1.4/x.js", "https:", "https://widgets.acme.com/1.4/x.js"),
        ("widgets.acme.com/1.4/x.js", '"widgets.acme.com/1.4/x.js"', "https://widgets.acme.com/1.4/x.js"),
        (
            "widgets.acme.com:8443/1.4/x.js",
            '"widgets.acme.com:8443/1.4/x.js"',
            "https://widgets.acme.com:8443/1.4/x.js",
        ),
        ("./1.4/x.js", '"./1.4/x.js"', None),
        ("x.js", '"x.js"', None),
        ("/app/x.js", '"/app/x.js"', None),
        ("file:///C:/widgets/x.js", "file:", None),
        ("javascript:void(0)", "javascript:", None),
        ("https://", '"https://"', None),
    ],
)
def test_a_script_without_a_whole_address(mine, url: str, under: str, mended: str | None) -> None:
    (found,) = mine(widget(url))
    assert found.seen == ("layout/invalid-url", under)
    if mended is None:
        assert found.finding.fix is None
    else:
        assert f'"script": "{mended}"' in found.mended
        assert mine(found.mended) == []


@pytest.mark.parametrize(
    ("src", "mended"),
    [
        ("www.salesforce.com", "https://www.salesforce.com"),
        ("crm.acme.com/orders", "https://crm.acme.com/orders"),
        ("crm.acme.com:8443?a=b", "https://crm.acme.com:8443?a=b"),
        ("localhost:3000", "https://localhost:3000"),
        ("10.0.0.7/crm", "https://10.0.0.7/crm"),
        ("https://", None),
        ("//", None),
    ],
)
def test_a_page_in_a_frame_without_scheme_or_host(mine, src: str, mended: str | None) -> None:
    (found,) = mine(frame(src))
    assert (found.seen, found.finding.severity) == (("layout/invalid-url", f'"{src}"'), "error")
    if mended is None:
        assert (found.finding.message, found.finding.fix) == (f"no host stands in '{src}'", None)
    else:
        assert found.finding.message == f"no https:// stands before the host in '{src}'"
        assert (found.finding.fix.safe, f'"src": "{mended}"' in found.mended) == (False, True)


@pytest.mark.parametrize(
    "src", ["/app/x", "./x", "x", "x.html", "a.b.htm?c", "about:blank", "$STORE.app.url", "<HOST>/x"]
)
def test_a_page_of_the_desktop_or_from_elsewhere_in_a_frame(seen, src: str) -> None:
    assert seen(frame(src)) == []


@pytest.mark.parametrize("url", [f"\u201c{FINE}\u201d", f" '{FINE}", f'{FINE}"', f"\u2018{FINE}\u2019"])
def test_quotation_marks_at_an_address_are_taken_out(mine, url: str) -> None:
    for text in (frame(url), widget(url)):
        found = next(one for one in mine(text) if one.finding.rule == "layout/invalid-url")
        assert found.finding.message == "there is a quotation mark too many at the address"
        assert (found.finding.fix.safe, url.strip(" '\"\u201c\u201d\u2018\u2019") in found.mended) == (True, True)
        assert "layout/invalid-url" not in [one.finding.rule for one in mine(found.mended)]


@pytest.mark.parametrize(("url", "safe"), [("https:/a.acme.com/x", True), ("http:/a.acme.com/x", False)])
def test_one_slash_is_told_of_every_address(mine, url: str, safe: bool) -> None:
    for text in (frame(url), given("serviceUrl", url), complete_layout(json.dumps({"logo": url}))):
        (found,) = mine(text)
        assert (found.seen, found.finding.fix.safe) == (("layout/invalid-url", url[: url.index("/") + 1]), safe)
        assert mine(found.mended) == []


@pytest.mark.parametrize(
    ("url", "under", "safe", "mended"),
    [
        (f" {FINE}", " ", True, FINE),
        (f"{FINE}\t ", r"\t ", True, FINE),
        (f"  {FINE} ", "  ", True, FINE),
        ("https://widgets. acme.com/1.4/x.js", " ", False, "https://widgets.acme.com/1.4/x.js"),
        ("https://widgets.acme.com/1.4/ x.js", " ", False, "https://widgets.acme.com/1.4/x.js"),
        ("https://widgets.acme.com/1.4 /x.js", " ", False, "https://widgets.acme.com/1.4/x.js"),
    ],
)
def test_blanks_in_a_script(mine, url: str, under: str, safe: bool, mended: str) -> None:
    (found,) = mine(widget(url))
    assert (found.seen, found.finding.fix.safe) == (("layout/blank-in-url", under), safe)
    assert f'"script": "{mended}"' in found.mended
    assert mine(found.mended) == []


def test_a_blank_behind_the_comma_of_two_addresses(mine) -> None:
    (found,) = mine(widget(FINE, attributes={"libs": f"{FINE}, {FINE}"}))
    assert found.seen == ("layout/blank-in-url", " ")
    assert f"{FINE},{FINE}" in found.mended


def test_a_relative_script_with_blanks_has_two_faults(seen) -> None:
    assert seen(widget(" ./x.js")) == [("invalid-url", '" ./x.js"'), ("blank-in-url", " ")]


@pytest.mark.parametrize("name", ["orders.html", "orders.HTM"])
def test_a_page_as_script(seen, name: str) -> None:
    assert seen(widget(f"https://widgets.acme.com/1.4/{name}?x=1.js")) == [("html-script", name)]


# --- without encryption ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (widget("http://widgets.acme.com/1.4/x.js"), "insecure-content"),
        (frame("http://orders.acme.com/"), "insecure-content"),
        (given("serviceUrl", "http://orders.acme.com/"), "insecure-url"),
        (complete_layout('{"logo": "http://www.acme.com/logo.svg"}'), "insecure-url"),
        (complete_layout('{"comp": "img", "attributes": {"src": "http://www.acme.com/logo.svg"}}'), "insecure-url"),
    ],
)
def test_http_is_told_and_mended(mine, text: str, rule: str) -> None:
    (found,) = mine(text)
    assert (found.seen, found.finding.fix.safe) == ((f"layout/{rule}", "http:"), False)
    assert found.mended == text.replace("http://", "https://")
    assert mine(found.mended) == []


def test_http_with_a_port_has_no_fix(mine) -> None:
    (found,) = mine(widget("http://widgets.acme.com:8080/1.4/x.js"))
    assert (found.seen, found.finding.fix) == (("layout/insecure-content", "http:"), None)


# --- hosts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (widget("http://localhost:5000/x.js"), [("localhost-script", "localhost")]),
        (widget("http://127.0.0.1/x.js"), [("localhost-script", "127.0.0.1")]),
        (widget("http://[::1]:3000/x.js"), [("localhost-script", "[::1]")]),
        (widget("https://0.0.0.0/x.html"), [("localhost-script", "0.0.0.0"), ("html-script", "x.html")]),
        (widget("http://me:pw@LocalHost/x.js"), [("localhost-script", "LocalHost")]),
        (frame("http://localhost/x"), [("localhost-address", "localhost")]),
        (given("libPath", "http://localhost:5000/lib.js"), [("localhost-address", "localhost")]),
        (widget("https://a.ngrok-free.app/1.4/x.js"), [("tunnel-host", "a.ngrok-free.app")]),
        (frame("https://dev.loca.lt/"), [("tunnel-host", "dev.loca.lt")]),
        (widget("https://raw.githubusercontent.com/a/b/main/x.js"), [("raw-file-script", "raw.githubusercontent.com")]),
        (given("icons", "https://raw.githubusercontent.com/a/b/main/x.json"), []),
        (widget("https://d1kecw3ui932.cloudfront.net/a/index.js"), [("retired-host", "d1kecw3ui932.cloudfront.net")]),
        (widget("https://s3.us-east-2.amazonaws.com/acme/index.js"), []),
        (
            given("hostName", "https://s3.us-east-2.amazonaws.com/kad.zendesk.desktop/dist"),
            [("retired-host", "s3.us-east-2.amazonaws.com")],
        ),
        (widget("https://dev12345.service-now.com/1.4/x.js"), [("non-production-host", "dev12345")]),
        (frame("https://acme--uat.sandbox.my.salesforce.com/"), [("non-production-host", "uat")]),
        (widget("https://d1.cloudfront.net/QA/1.4/x.js"), [("non-production-host", "QA")]),
        (widget("https://widgets-demo.acme.com/1.4/x.js"), []),
    ],
)
def test_hosts_that_are_not_for_agents(seen, text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.glitch.me/x.js", [("demo-host", "x.glitch.me")]),
        ("https://ciscodevnet.github.io/x.js", [("demo-host", "ciscodevnet.github.io")]),
        ("https://api-int.acme.com/x.js", [("possible-test-host", "int")]),
        ("https://acme-staging.com/x.js", [("possible-test-host", "staging")]),
    ],
)
def test_hosts_for_the_strict(seen, url: str, expected: list[tuple[str, str]]) -> None:
    assert (seen(widget(url)), seen(widget(url), "strict")) == ([], expected)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://widgets.acme.com/orders/latest/1.4/x.js", [("unpinned-script", "latest")]),
        ("https://cdn.jsdelivr.net/npm/orders@latest/x.js", [("unpinned-script", "latest")]),
        ("https://widgets.acme.com/orders/bundle.js", [("unpinned-script", "bundle.js")]),
        ("https://widgets.acme.com/", [("unpinned-script", "widgets.acme.com")]),
        ("https://widgets.acme.com/orders/bundle.js?v=3", []),
        ("https://widgets.acme.com/orders/v3/bundle.js", []),
        ("https://widgets.acme.com/orders/bundle.3f9a2c1b.js", []),
        ("https://journey-widget.webex.com", []),
        ("http://localhost/x.js", [("localhost-script", "localhost")]),
    ],
)
def test_scripts_without_a_version(seen, url: str, expected: list[tuple[str, str]]) -> None:
    assert seen(widget(url), "pedantic") == expected


def test_one_host_is_one_finding_with_all_its_places(mine) -> None:
    base = "https://d390gzw4ok28px.cloudfront.net/salesforce/v1.1.5"
    text = widget(f"{base}/dist/index.js", attributes={"openctiLibPath": f"{base}/lib/a.js,{base}/lib/b.js"})
    (found,) = mine(text)
    host = "d390gzw4ok28px.cloudfront.net"
    assert found.seen == ("layout/retired-host", host)
    marked = [
        (related.message, text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1])
        for related in found.finding.related
        for place in [related.location]
    ]
    assert marked == [("also here", host)] * 2
    assert "cx-crmconnector.ciscoccservice.com" in found.finding.help


def test_different_hosts_are_different_findings(seen) -> None:
    text = widget("https://dev.acme.com/1.4/x.js", attributes={"lib": "https://qa.acme.com/1.4/x.js"})
    assert seen(text) == [("non-production-host", "dev"), ("non-production-host", "qa")]


@pytest.mark.parametrize(
    ("names", "count"), [((), 1), (("dev",), 0), (("uat-eu", "Sandbox"), 0), (("prod",), 1), (("dev", "prod"), 1)]
)
def test_files_for_test_systems_may_lead_to_them(seen, names: tuple[str, ...], count: int) -> None:
    environments = [Environment(name, PLACE) for name in names]
    for url in ("https://dev.acme.com/1.4/x.js", "http://localhost/1.4/x.js"):
        assert len({rule for rule, _ in seen(widget(url), environments=environments)}) == count


# --- forms -----------------------------------------------------------------------------------------------------------


def test_all_forms_are_looked_at(mine) -> None:
    role = json.loads(complete_layout(json.dumps({"comp": "acme-orders", "script": "http://localhost/x.js"})))["agent"]
    single = json.dumps({**role, "version": "0.0.6"})
    wrapped = json.dumps({"name": "Agents", "defaultJsonModified": True, "jsonFileContent": single})
    for text in (single, wrapped):
        (found,) = mine(text)
        assert found.seen == ("layout/localhost-script", "localhost")


def test_a_fix_inside_the_api_object(mine) -> None:
    text = widget("https:/widgets.acme.com/1.4/x.js")
    wrapped = json.dumps({"name": "Agents", "defaultJsonModified": True, "jsonFileContent": text})
    (found,) = mine(wrapped)
    assert found.mended == wrapped.replace("https:/widgets", "https://widgets")
