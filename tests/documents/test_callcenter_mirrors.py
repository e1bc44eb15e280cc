"""What the metadata form says a second time, and the region that a call center states."""

from __future__ import annotations

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.catalog.regions import regions
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_mirrors import custom_settings, mirrors
from wxcc_lint.documents.callcenter_region import stated_region
from wxcc_lint.documents.callcenter_view import CallCenter


def component(before: str) -> CallCenter:
    items = "".join(
        f"<items><name>{name}</name><value>1</value></items>"
        for name in ("reqAdapterUrl", "reqUseApi", "reqDisplayName")
    )
    text = f"<CallCenter>{before}<sections>{items}<name>reqGeneralInfo</name></sections></CallCenter>"
    return CallCenter(parse_callcenter("Phone.callCenter", text))


def under(view: CallCenter) -> list[tuple[str, str, str, str]]:
    text = view.document.text.text
    return [(one.element, one.item.name, one.text, text[one.at.span.start : one.at.span.end]) for one in mirrors(view)]


def test_elements_and_settings_mirror_items() -> None:
    view = component(
        "<adapterUrl> a </adapterUrl><displayName>b</displayName><version>5</version>"
        '<customSettings>{"reqUseApi":"c","reqTimeout":"d","x":"e"}</customSettings>'
    )
    assert under(view) == [
        ("adapterUrl", "reqAdapterUrl", " a ", " a "),
        ("displayName", "reqDisplayName", "b", "b"),
        ("customSettings", "reqUseApi", "c", '"c"'),
    ]


@pytest.mark.parametrize("settings", ["[1]", '"x"', "{", "{}", '{"reqUseApi":true}', ""])
def test_settings_that_are_no_texts_mirror_nothing(settings: str) -> None:
    assert under(component(f"<customSettings>{settings}</customSettings>")) == []


def test_import_form_has_no_mirrors() -> None:
    text = (
        '<callCenter><adapterUrl>a</adapterUrl><customSettings>{}</customSettings><section name="reqGeneralInfo">'
        '<item name="reqAdapterUrl">b</item></section></callCenter>'
    )
    view = CallCenter(parse_callcenter("Phone.callCenter", text))
    assert list(mirrors(view)) == []
    assert custom_settings(view) is None


@pytest.mark.parametrize(
    ("generation", "shipped", "value", "told", "in_japan"),
    [
        ("v1", "https://desktop.wxcc-us1.cisco.com/", "HTTPS://desktop.wxcc-EU1.cisco.com", "EU1", "https://desktop.wxcc-jp1.cisco.com/"),
        ("v2", ">eu2<", "> anz1 <", "anz1", "jp1"),
    ],
)  # fmt: skip
def test_region_is_stated_where_the_generation_has_it(
    generation: str, shipped: str, value: str, told: str, in_japan: str
) -> None:
    text = render_import(vocabulary(generation).releases[-1]).replace(shipped, value)
    stated = stated_region(CallCenter(parse_callcenter("cc.xml", text)))
    assert stated is not None
    assert text[stated.at.span.start : stated.at.span.end] == told
    assert stated.region.code == told.lower()
    assert stated.value_for(regions()["jp1"]) == in_japan


@pytest.mark.parametrize(
    ("generation", "shipped", "value"),
    [
        ("v1", "desktop.wxcc-us1.cisco.com", "phone.example"),
        ("v2", ">eu2<", ">EU2<"),
        ("v2", ">eu2<", "><"),
        ("scv", "", ""),
    ],
)
def test_no_known_region_is_stated(generation: str, shipped: str, value: str) -> None:
    text = render_import(vocabulary(generation).releases[-1]).replace(shipped, value)
    assert stated_region(CallCenter(parse_callcenter("cc.xml", text))) is None
