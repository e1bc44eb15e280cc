"""What layouts bring into the Desktop from elsewhere, and how that is shown."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.load import parse
from wxcc_lint.inventory import Widget, hosts_of, widgets_of
from wxcc_lint.inventory_output import (
    hosts_as_json,
    hosts_as_text,
    widgets_as_json,
    widgets_as_table,
    widgets_as_text,
)

SCRIPT = "https://widgets.acme.com/orders/1.4.0/orders.js"


def layout(area: Any = None, name: str = "l.json", **settings: Any) -> Layout:
    text = json.dumps({"agent": {**settings, "area": area or {}}}, ensure_ascii=False)
    return Layout(parse(name, text.encode("utf-8", "surrogatepass"), "layout"))


def header(*components: Any, **settings: Any) -> Layout:
    return layout({"advancedHeader": list(components)}, **settings)


def script(url: str, **more: Any) -> dict[str, Any]:
    return {"comp": "acme-orders", "script": url, **more}


# --- hosts -----------------------------------------------------------------------------------------------------------


def test_hosts_are_listed_once_with_all_they_are_needed_for() -> None:
    one = header(
        script(SCRIPT, properties={"api": "https://API.acme.com/v1", "lib": "https://libs.acme.com/a.js"}),
        {"comp": "agentx-wc-iframe", "attributes": {"src": "https://widgets.acme.com/orders/"}},
        logo="https://www.acme.com/logo.svg",
    )
    found = hosts_of([one, one])
    assert [(listed.host, listed.directives, listed.remarks, len(listed.uses)) for listed in found.listed] == [
        ("api.acme.com", ("connect-src",), (), 2),
        ("libs.acme.com", ("script-src",), (), 2),
        ("widgets.acme.com", ("script-src", "frame-src"), (), 4),
        ("www.acme.com", ("img-src",), (), 2),
    ]
    assert found.others == ()


@pytest.mark.parametrize(
    ("url", "host", "remarks"),
    [
        ("http://a.acme.com/x", "a.acme.com", ("insecure",)),
        ("http://a.acme.com:80/x", "a.acme.com", ("insecure",)),
        ("https://a.acme.com:443/x", "a.acme.com", ()),
        ("https://a.acme.com:8443/x", "a.acme.com:8443", ("port",)),
        ("//a.acme.com./x", "a.acme.com", ()),
        ("https://10.0.0.1/x", "10.0.0.1", ("ip-address", "private")),
        ("https://[FD00::1]:8443/x", "[fd00::1]:8443", ("ip-address", "port", "private")),
        ("https://intranet/x", "intranet", ("private",)),
        ("https://bücher.example.de/x", "xn--bcher-kva.example.de", ()),
        ("https://s3.amazonaws.com/acme/x", "s3.amazonaws.com", ("shared",)),
        ("https://raw.githubusercontent.com/x", "raw.githubusercontent.com", ("raw", "shared")),
        ("https://dev.acme.com/${VERSION}/x", "dev.acme.com", ("test-system",)),
        ("https://a.ngrok.io/x", "a.ngrok.io", ("tunnel",)),
        ("https://d390gzw4ok28px.cloudfront.net/x", "d390gzw4ok28px.cloudfront.net", ("retired",)),
    ],
)
def test_what_to_think_of_before_a_host_is_allowed(url: str, host: str, remarks: tuple[str, ...]) -> None:
    found = hosts_of([header(script(url))])
    assert [(listed.host, listed.remarks) for listed in found.listed] == [(host, remarks)]


@pytest.mark.parametrize(
    ("url", "host", "reason"),
    [
        ("http://localhost:5000/x", "localhost", "local"),
        ("http://[::1]/x", "[::1]", "local"),
        ("https://<YOUR_HOST_URI>/x", "<YOUR_HOST_URI>", "placeholder"),
        ("https://${HOST}/x", "${HOST}", "placeholder"),
        ("https://my-cdn.com/x", "my-cdn.com", "placeholder"),
        ("https://a,b/x", "a,b", "not-a-host"),
        ("https://a;script-src/x", "a;script-src", "not-a-host"),
        ("https://\x1b[31m.acme.com/x", "\x1b[31m.acme.com", "not-a-host"),
    ],
)
def test_what_is_nothing_for_the_list_stands_apart(url: str, host: str, reason: str) -> None:
    found = hosts_of([header(script(url))])
    assert found.listed == ()
    assert [(other.host, other.reason, len(other.uses)) for other in found.others] == [(host, reason, 1)]


@pytest.mark.parametrize("url", ["./x.js", "/app/x.js", "", "data:text/javascript,1", 7, None])
def test_what_has_no_host_is_left_out(url: Any) -> None:
    found = hosts_of([header(script(url))])
    assert (found.listed, found.others) == ((), ())


def test_a_use_says_where_it_stands() -> None:
    (listed,) = hosts_of([header(script(f" {SCRIPT}"))]).listed
    (use,) = listed.uses
    column = layout_text(header(script(f" {SCRIPT}"))).index(f'" {SCRIPT}') + 1
    assert (use.url, use.path, use.line, use.column) == (SCRIPT, "l.json", 1, column)
    assert (use.role, use.area, use.component) == ("agent", "advancedHeader", "acme-orders")


def layout_text(one: Layout) -> str:
    return one.document.text.text


def test_the_list_has_bare_hosts_and_the_rest_behind_a_hash() -> None:
    one = header(
        script(SCRIPT),
        script("https://dev.acme.com/x.js"),
        script("http://localhost/x.js"),
        script("https://\u202e.acme.com/x.js"),
        logo="https://www.acme.com/logo.svg",
    )
    assert hosts_as_text(hosts_of([one])) == (
        "# script-src\n"
        "dev.acme.com\n"
        "widgets.acme.com\n"
        "\n"
        "# img-src\n"
        "www.acme.com\n"
        "\n"
        "# before you allow them\n"
        "# dev.acme.com: a test system by its name\n"
        "\n"
        "# nothing for the list\n"
        "# localhost: the computer of whoever opens the Desktop\n"
        "# \\u202e.acme.com: not the name of a host\n"
    )


def test_nothing_gives_an_empty_list() -> None:
    assert hosts_as_text(hosts_of([layout()])) == ""


def test_the_json_of_hosts() -> None:
    document = json.loads(hosts_as_json(hosts_of([header(script(SCRIPT), script("http://localhost/"))])))
    assert document["version"] == 1
    assert [(one["host"], one["directives"], one["remarks"]) for one in document["hosts"]] == [
        ("widgets.acme.com", ["script-src"], [])
    ]
    assert document["hosts"][0]["uses"][0]["url"] == SCRIPT
    assert [(one["host"], one["reason"]) for one in document["others"]] == [("localhost", "local")]


# --- widgets ---------------------------------------------------------------------------------------------------------


def page(component: Any) -> Any:
    return {"id": "p", "widgets": {"main": component}, "layout": {}}


def the_widgets(one: Layout) -> list[Widget]:
    return list(widgets_of([one]))


def test_a_widget_with_its_data() -> None:
    component = script(
        SCRIPT,
        attributes={"access-token": "$STORE.auth.accessToken", "theme": "dark"},
        properties={"task": {"ani": "$STORE.agentContact.taskSelected.ani"}},
        wrapper={"title": " Orders "},
    )
    (widget,) = the_widgets(layout({"headless": page(component)}))
    assert (widget.role, widget.area, widget.component, widget.title) == ("agent", "headless", "acme-orders", "Orders")
    assert (widget.address, widget.host) == (SCRIPT, "widgets.acme.com")
    assert [(data.kind, data.name, data.store) for data in widget.data] == [
        ("attribute", "access-token", "auth.accessToken"),
        ("property", "task.ani", "agentContact.taskSelected.ani"),
    ]


def test_what_is_loaded_once_and_used_twice_is_two_widgets() -> None:
    found = the_widgets(
        header(script(SCRIPT), {"comp": "acme-orders", "textContent": "Again"}, {"comp": "agentx-webex"})
    )
    assert [(widget.title, widget.address) for widget in found] == [(None, SCRIPT), ("Again", SCRIPT)]


def test_frames_are_widgets_each_with_its_own_page() -> None:
    frames = [
        {"comp": "agentx-wc-iframe", "attributes": {"src": url}} for url in ("https://a.acme.com/", "/own", "", 7)
    ]
    assert [(widget.address, widget.host) for widget in the_widgets(header(*frames))] == [
        ("https://a.acme.com/", "a.acme.com"),
        ("/own", ""),
    ]


def test_a_widget_without_a_title_is_known_by_its_page_or_tab() -> None:
    tabs = {
        "comp": "md-tabs",
        "children": [
            {
                "comp": "md-tab",
                "attributes": {"slot": "tab"},
                "children": [{"comp": "span", "textContent": "My orders"}],
            },
            {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [script(SCRIPT)]},
        ],
    }
    nav = {"label": "All orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme"}
    one = layout(
        {"panel": tabs, "navigation": [{"nav": nav, "page": page({"comp": "div", "children": [script(SCRIPT)]})}]}
    )
    assert [(widget.area, widget.title) for widget in the_widgets(one)] == [
        ("panel", "My orders"),
        ("navigation", "All orders"),
    ]


def test_widgets_as_plain_text() -> None:
    component = script(SCRIPT, attributes={"token": "$STORE.auth.accessToken"}, wrapper={"title": "Or\x1bders"})
    found = the_widgets(header(component))
    column = found[0].column
    assert widgets_as_text(found) == (
        f"l.json:1:{column}: acme-orders 'Or\\x1bders'\n"
        "  where: agent, advancedHeader\n"
        f"  from:  {SCRIPT}\n"
        "  data:  token = auth.accessToken\n"
    )


def test_widgets_as_a_table_do_not_act_on_the_terminal() -> None:
    found = the_widgets(header(script(SCRIPT, wrapper={"title": "[red]Or\x1b[31mders"})))
    table = widgets_as_table(found, color=False, width=200)
    assert table.splitlines()[0] == "l.json"
    assert "acme-orders '[red]Or\\x1b[31mders'" in table
    assert "\x1b" not in table
    assert "\x1b" in widgets_as_table(found, color=True, width=200)


def test_the_json_of_widgets() -> None:
    document = json.loads(widgets_as_json(the_widgets(header(script(SCRIPT)))))
    assert [(one["component"], one["host"], one["title"], one["data"]) for one in document["widgets"]] == [
        ("acme-orders", "widgets.acme.com", None, [])
    ]
