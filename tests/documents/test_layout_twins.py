"""Versions in addresses, and the uses of one widget that belong together."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_twins import Widget, twins, versions_in, whereabouts, widgets
from wxcc_lint.documents.layout_view import Layout


def widgets_of(layout: Any) -> list[Widget]:
    return list(widgets(Layout(parse_layout("l.json", json.dumps(layout)))))


def with_script(script: str) -> Widget:
    (widget,) = widgets_of({"area": {"panel": {"comp": "acme-orders", "script": script}}})
    return widget


@pytest.mark.parametrize(
    ("path", "product", "versions"),
    [
        ("orders/v1.2.2/dist/index.js", "orders/", ["v1.2.2"]),
        ("orders/2.1.4/index.js", "orders/", ["2.1.4"]),
        ("orders/v4/index.js", "orders/", ["v4"]),
        ("orders-10.0.0/index.js", "orders-", ["10.0.0"]),
        ("npm/orders@1.2.3", "npm/orders@", ["1.2.3"]),
        ("orders.js?v=1.2", "orders.js?v=", ["1.2"]),
        ("orders/2.1.4/acme_orders_2.1.4.js", "orders/", ["2.1.4", "2.1.4"]),
        ("Orders/v4/acme-orders-v3_20220606.js", "Orders/", ["v4", "v3"]),
        ("orders/v1.4/lib/opencti_v48.js", "orders/", ["v1.4"]),
        ("orders/v4/lib/opencti_v48.js", "orders/", ["v4"]),
        ("orders/v4.1/orders_v4.js", "orders/", ["v4.1"]),
        ("js/1.4.0/editor-9.1.2.js", "js/", ["1.4.0"]),
    ],
)
def test_versions_of_a_product(path: str, product: str, versions: list[str]) -> None:
    (address,) = with_script(f"https://widgets.acme.com/{path}").code
    found = versions_in(address)
    assert {version.product for version in found} == {f"widgets.acme.com/{product}"}
    assert [version.text for version in found] == versions


@pytest.mark.parametrize(
    "address",
    [
        "https://v2.acme.com",
        "https://v2.acme.com/orders.js",
        "https://acme.com/20220616/orders.js",
        "https://acme.com/hotfix396/orders15.js",
        "https://acme.com/v2022061612/orders.js",
        "https://acme.com/123456789012.1/orders.js",
    ],
)
def test_what_is_no_version(address: str) -> None:
    (script,) = with_script(address).code
    assert versions_in(script) == []


def test_the_place_of_a_version_is_exact_among_several_addresses() -> None:
    new, old = "https://acme.com/orders/1.4.0/a.js", "https://acme.com/orders/1.3.0/b.js"
    members = {"comp": "acme-orders", "script": new, "properties": {"libs": f"{new}, {old}"}}
    (widget,) = widgets_of({"area": {"panel": members}})
    places = [versions_in(address)[0].at for address in widget.code]
    texts = [place.document.text.text[place.span.start : place.span.end] for place in places]
    assert texts == ["1.4.0", "1.4.0", "1.3.0"]


def test_only_what_a_script_defines_is_a_widget() -> None:
    frame = {"comp": "agentx-wc-iframe", "script": "https://acme.com/a.js"}
    header = [
        {"comp": "acme-list"},
        {"comp": "acme-orders", "script": "https://acme.com/b.js"},
        {"comp": "acme-orders"},
        frame,
    ]
    (widget,) = widgets_of({"area": {"advancedHeader": header}})
    assert (widget.comp, len(widget.uses), [script.url for script in widget.scripts]) == (
        "acme-orders",
        2,
        ["https://acme.com/b.js"],
    )


def test_twins_stand_once_in_an_area_of_each_role() -> None:
    use = {"comp": "acme-orders", "script": "https://acme.com/orders.js"}
    role = {"area": {"panel": use, "advancedHeader": [use, use]}}
    (widget,) = widgets_of({"agent": role, "supervisor": {"area": {}}, "supervisorAgent": role})
    (uses,) = twins(widget)
    assert [whereabouts(one) for one in uses] == ["'panel' of 'agent'", "'panel' of 'supervisorAgent'"]
