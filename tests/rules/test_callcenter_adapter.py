"""Adapter URL and softphone size: one slip in the newest Version 1 file gives one finding, at the slip."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.catalog.regions import regions
from wxcc_lint.config import Environment
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.spans import Text

URL, HEIGHT, WIDTH = "reqAdapterUrl", "reqSoftphoneHeight", "reqSoftphoneWidth"
RENDERED = render_import(vocabulary().releases[-1])
LINES = {URL: 5, HEIGHT: 7, WIDTH: 8}
PLACE = Place(Document("config", "config", Text("")), ())
V2_URL = "https://wxcc-crmconnectors.ciscoccservice.com/salesforce/connector/v1/index.html"


def with_value(text, name, value):
    changed, count = re.subn(rf'(name="{name}"[^>]*>)[^<]*', lambda match: match[1] + value, text)
    assert count == 1
    return changed


def european(text):
    return with_value(text, URL, "https://desktop.wxcc-eu1.cisco.com/")


def in_region(region, name="prod"):
    return Environment(name, PLACE, region=region)


def seen(found):
    return [(one.finding.rule, one.finding.location.line, one.under) for one in found]


# rule, address, text under the span, address after the fix (None: no fix), whether the fix is safe
SLIPS = [
    ("invalid-adapter-url", "http://desktop.wxcc-eu1.cisco.com/", "http:", "https://desktop.wxcc-eu1.cisco.com/", True),
    ("invalid-adapter-url", "HTTP://desktop.wxcc-eu1.cisco.com", "HTTP:", "https://desktop.wxcc-eu1.cisco.com", True),
    ("invalid-adapter-url", "htps://desktop.wxcc-jp1.cisco.com/", "htps:", "https://desktop.wxcc-jp1.cisco.com/", True),
    ("invalid-adapter-url", "http://phone.example/", "http:", None, None),
    ("invalid-adapter-url", "desktop.wxcc-ca1.cisco.com", "desktop.wxcc-ca1.cisco.com", "https://desktop.wxcc-ca1.cisco.com", True),
    ("invalid-adapter-url", "//desktop.wxcc-sg1.cisco.com/", "//desktop.wxcc-sg1.cisco.com/", "https://desktop.wxcc-sg1.cisco.com/", True),
    ("invalid-adapter-url", "https:/desktop.wxcc-us1.cisco.com/", "https:/desktop.wxcc-us1.cisco.com/", "https://desktop.wxcc-us1.cisco.com/", True),
    ("invalid-adapter-url", "/apex/Softphone", "/apex/Softphone", None, None),
    ("invalid-adapter-url", "https://", "https://", None, None),
    ("invalid-adapter-url", "https://[desktop", "https://[desktop", None, None),
    ("invalid-adapter-url", "", "reqAdapterUrl", None, None),
    ("foreign-adapter-host", "https://desktop.wxcc-eu1.csico.com/", "desktop.wxcc-eu1.csico.com", "https://desktop.wxcc-eu1.cisco.com/", False),
    ("foreign-adapter-host", "https://Desktop.wxcc-anz1.cisco.co", "Desktop.wxcc-anz1.cisco.co", "https://desktop.wxcc-anz1.cisco.com", False),
    ("foreign-adapter-host", "https://phone.example/a?b=c", "phone.example", None, None),
    ("foreign-adapter-host", "https://desktop.wxcc-us1.cisco.com.phone.example/", "desktop.wxcc-us1.cisco.com.phone.example", "https://desktop.wxcc-us1.cisco.com/", False),
    ("foreign-adapter-host", "https://desktop.wxcc-__REGION__.cisco.com/", "desktop.wxcc-__REGION__.cisco.com", None, None),
    ("foreign-adapter-host", V2_URL, "wxcc-crmconnectors.ciscoccservice.com", None, None),
    ("unknown-region", "https://desktop.wxcc-us01.cisco.com/", "us01", "https://desktop.wxcc-us1.cisco.com/", False),
    ("unknown-region", "https://desktop.wxcc-ANZ.cisco.com", "ANZ", "https://desktop.wxcc-anz1.cisco.com/", False),
    ("unknown-region", "https://desktop.wxcc-in1.cisco.com/", "in1", None, None),
    ("unknown-region", "https://desktop.wxcc-c.cisco.com/", "c", None, None),
    ("extra-adapter-url-parts", "https://desktop.wxcc-eu2.cisco.com/index.html", "/index.html", "https://desktop.wxcc-eu2.cisco.com/", False),
    ("extra-adapter-url-parts", "https://desktop.wxcc-eu2.cisco.com:443", ":443", "https://desktop.wxcc-eu2.cisco.com/", False),
    ("extra-adapter-url-parts", "https://desktop.wxcc-eu2.cisco.com?debug=true", "?debug=true", "https://desktop.wxcc-eu2.cisco.com/", False),
    ("extra-adapter-url-parts", "https://desktop.wxcc-eu2.cisco.com/#top", "/#top", "https://desktop.wxcc-eu2.cisco.com/", False),
    ("extra-adapter-url-parts", "https://me:secret@desktop.wxcc-eu2.cisco.com/", "me:secret@", "https://desktop.wxcc-eu2.cisco.com/", False),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "url", "under", "mended", "safe"), SLIPS, ids=[slip[1] or "blank" for slip in SLIPS])
def test_slip_in_the_address_gives_one_finding_at_the_slip(findings, newest, rule, url, under, mended, safe):
    found = findings(with_value(newest, URL, url))
    assert seen(found) == [(f"callcenter/{rule}", 5, under)]
    fix = found[0].finding.fix
    assert (fix.safe if fix else None) is safe
    if mended is not None:
        assert found[0].mended == with_value(newest, URL, mended)
        assert findings(found[0].mended) == []


@pytest.mark.parametrize("code", regions())
@pytest.mark.parametrize("shape", ["https://{}", "https://{}/", "HTTPS://{}/"])
def test_every_known_region_is_fine(findings, newest, code, shape):
    assert findings(with_value(newest, URL, shape.format(regions()[code].host))) == []


def test_address_of_version_2_is_called_so(findings, newest):
    (found,) = findings(with_value(newest, URL, V2_URL))
    assert found.finding.message == "'CTI Adapter URL' is the address of Version 2, but this is a file of Version 1"


def test_near_miss_of_a_host_is_followed_by_what_was_meant(findings, newest):
    (found,) = findings(with_value(newest, URL, "https://desktop.wxcc-jp1.cisco.con/"))
    assert found.finding.message == (
        "'desktop.wxcc-jp1.cisco.con' is not the host of an Agent Desktop; did you mean 'desktop.wxcc-jp1.cisco.com'?"
    )


def test_host_broken_by_a_line_break_is_shown_whole(findings, newest):
    found = findings(with_value(newest, URL, "https://phone.\nexample/"))
    assert seen(found) == [("callcenter/foreign-adapter-host", 5, "https://phone.\nexample/")]


def test_password_is_not_repeated_in_the_message(findings, newest):
    (found,) = findings(with_value(newest, URL, "https://me:secret@desktop.wxcc-eu2.cisco.com/"))
    assert "secret" not in f"{found.finding.message} {found.finding.help}"


@pytest.mark.parametrize("value", ["<![CDATA[{}]]>", "\n      {}\n    "])
def test_address_is_found_in_other_spellings(findings, newest, value):
    broken = with_value(newest, URL, "VALUE").replace("VALUE", value.format("http://desktop.wxcc-eu1.cisco.com/"))
    found = [one for one in findings(broken) if one.finding.rule == "callcenter/invalid-adapter-url"]
    assert [one.under for one in found] == ["http:"]
    assert "callcenter/invalid-adapter-url" not in [one.finding.rule for one in findings(found[0].mended)]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    url=st.lists(st.sampled_from([*"htps:/@?#[]-. \n1\u0130", "https://", "desktop.wxcc-", "eu1", ".cisco.com"])).map(
        "".join
    )
)
def test_no_address_crashes_a_rule(findings, url):
    found = findings(with_value(RENDERED, URL, url), profile="strict", environments=[in_region("jp1")])
    assert "meta/internal-error" not in [one.finding.rule for one in found]


# --- the region of the environment -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("", "invalid-adapter-url"),
        ("https://phone.example/", "foreign-adapter-host"),
        ("https://desktop.wxcc-us2.cisco.com/", "unknown-region"),
    ],
)
def test_address_without_a_known_region_is_no_mismatch(findings, newest, url, rule):
    found = findings(with_value(newest, URL, url), environments=[in_region("eu1")])
    assert [one.finding.rule for one in found] == [f"callcenter/{rule}"]


def strict_rules(found):
    return [
        one.seen for one in found if one.finding.rule in {"callcenter/shipped-region", "callcenter/odd-softphone-size"}
    ]


def test_shipped_region_is_told_in_strict_until_an_environment_declares_one(findings, newest):
    shipped = [("callcenter/shipped-region", "https://desktop.wxcc-us1.cisco.com/")]
    assert strict_rules(findings(newest, profile="strict")) == shipped
    assert strict_rules(findings(newest, profile="strict", environments=[in_region(None)])) == shipped
    assert strict_rules(findings(newest, profile="strict", environments=[in_region("us1")])) == []
    assert strict_rules(findings(european(newest), profile="strict")) == []


# --- the size of the softphone ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "under", "mended"),
    [
        (HEIGHT, "239", "239", None),
        (HEIGHT, "2561", "2561", None),
        (WIDTH, "199", "199", None),
        (WIDTH, "1921", "1921", None),
        (WIDTH, "-500", "-500", None),
        (HEIGHT, "tall", "tall", None),
        (HEIGHT, "550.0", "550.0", None),
        (HEIGHT, "\u0665\u0665\u0660", "\u0665\u0665\u0660", None),
        (HEIGHT, "9" * 5000, "9" * 5000, None),
        (HEIGHT, "550px", "px", "550"),
        (WIDTH, "500 Pixels", "Pixels", "500"),
        (WIDTH, "5px", "px", None),
        (HEIGHT, "40em", "em", None),
        (HEIGHT, "", HEIGHT, None),
    ],
)
def test_wrong_size_gives_one_finding_at_the_slip(findings, newest, name, value, under, mended):
    found = findings(with_value(newest, name, value))
    assert seen(found) == [("callcenter/invalid-softphone-size", LINES[name], under)]
    assert strict_rules(findings(with_value(european(newest), name, value), profile="strict")) == []
    fix = found[0].finding.fix
    assert (fix is not None) == (mended is not None)
    if mended is not None:
        assert fix.safe
        assert found[0].mended == with_value(newest, name, mended)
        assert findings(found[0].mended) == []


@pytest.mark.parametrize(("name", "value"), [(HEIGHT, "240"), (HEIGHT, "2560"), (WIDTH, "200"), (WIDTH, "1920")])
def test_size_at_the_limit_is_fine_by_default_and_odd_in_strict(findings, newest, name, value):
    text = with_value(european(newest), name, value)
    assert findings(text) == []
    assert strict_rules(findings(text, profile="strict")) == [("callcenter/odd-softphone-size", value)]


def test_published_sizes_are_not_odd(findings, newest):
    assert strict_rules(findings(european(newest), profile="strict")) == []


def test_files_of_other_vendors_and_generations_get_no_finding_of_version_1(findings):
    item = '<item sortOrder="{}" name="{}">{}</item>'
    values = {"reqInternalName": "OtherPhone", "reqDisplayName": "Other", URL: "http://phone.example/", HEIGHT: "tall"}
    items = "".join(item.format(order, name, value) for order, (name, value) in enumerate(values.items()))
    text = f'<callCenter><section sortOrder="0" name="reqGeneralInfo">{items}</section></callCenter>'
    mine = {"invalid-adapter-url", "foreign-adapter-host", "invalid-softphone-size"}
    assert mine.isdisjoint(one.finding.rule.rpartition("/")[2] for one in findings(text, profile="pedantic"))
