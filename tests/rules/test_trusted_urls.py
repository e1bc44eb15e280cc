"""Trusted URLs, origins for CORS and remote sites: what is told of the addresses on Salesforce's lists, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Check = Callable[..., list[Any]]
SITE = "force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml"
WIDE = "force-app/main/default/cspTrustedSites/Wide.cspTrustedSite-meta.xml"
ORIGIN = "force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml"
REMOTE = "force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml"
OLD = "force-app/main/default/remoteSiteSettings/Old.remoteSite-meta.xml"
CONFIG, CRM = ".wxcc-lint.yaml", "crm/callcenter.xml"
DESKTOP = "https://desktop.wxcc-eu1.cisco.com"
RECORDINGS = "https://audioconnector.prodeu1.ciscoccservice.com"
ENVIRONMENT = "environments:\n  prod:\n    files: ['**']\n    region: eu1\n"


def component(type_name: str, **values: str) -> str:
    elements = "".join(f"<{name}>{value}</{name}>\n" for name, value in values.items())
    return f'<{type_name} xmlns="http://soap.sforce.com/2006/04/metadata">\n{elements}</{type_name}>\n'


def trusted(url: str, active: str = "true", **more: str) -> str:
    more = more or {"isApplicableToFrameSrc": "true"}
    return component("CspTrustedSite", endpointUrl=url, isActive=active, **more)


def origin(pattern: str) -> str:
    return component("CorsWhitelistOrigin", urlPattern=pattern)


def remote(url: str, active: str = "true", disabled: str = "false") -> str:
    return component("RemoteSiteSetting", disableProtocolSecurity=disabled, isActive=active, url=url)


def project(more: dict[str, str], config: str = ENVIRONMENT, code: str = "eu1") -> dict[str, str]:
    adapter = f'<item name="reqAdapterUrl">https://desktop.wxcc-{code}.cisco.com/</item>'
    return {CONFIG: config, CRM: adapter, **more}


# Trusted URLs


@pytest.mark.parametrize(
    "url",
    [
        "https://desktop.wxcc-eu1.cisco.com",
        "HTTPS://Desktop.acme.com:8443",
        "wss://events.acme.com",
        "*.acme.com",
        "acme.com",
        "https://*.s3.us-east-1.amazonaws.com",
        "https://acme.com/a%20b/",
        "https://acme.com/?q=1",
        "http://localhost:3000",
        "http://127.0.0.1",
        "https://10.0.0.1",
        "https://desktop_eu.acme.com",
        "data:",
        "'self'",
        "capacitor://localhost",
    ],
)
def test_urls_that_a_policy_takes_are_no_finding(project_findings: Check, url: str) -> None:
    assert project_findings({SITE: trusted(url)}) == []


@pytest.mark.parametrize(
    ("url", "under", "message", "meant"),
    [
        (
            "*.https://desktop.acme.com",
            "*.https://desktop.acme.com",
            "'*.https://desktop.acme.com' allows nothing, as '*' stands where a browser takes none",
            "https://desktop.acme.com",
        ),
        (
            "https:\\\\acme.com",
            "\\",
            "'https:\\\\acme.com' holds '\\', so that Salesforce passes over it",
            "https://acme.com",
        ),
        (
            "https//acme.com",
            "https//acme.com",
            "'https//acme.com' allows nothing, as there is no host to be read",
            "https://acme.com",
        ),
        (
            "ws:/*acme.com",
            "ws:/*acme.com",
            "'ws:/*acme.com' allows nothing, as '*' stands where a browser takes none",
            "wss://*.acme.com",
        ),
        (
            "https://zürich.acme.com",
            "ü",
            "'https://zürich.acme.com' holds 'ü', so that Salesforce passes over it",
            None,
        ),
        (
            "https://www.*.com",
            "https://www.*.com",
            "'https://www.*.com' allows nothing, as '*' stands where a browser takes none",
            None,
        ),
        (
            "htpps://acme.com",
            "htpps",
            "'htpps://acme.com' allows nothing, as no page loads by 'htpps'",
            "https://acme.com",
        ),
    ],
)
def test_a_url_that_no_policy_takes_is_told_with_what_was_meant(
    project_findings: Check, url: str, under: str, message: str, meant: str | None
) -> None:
    (found,) = project_findings({SITE: trusted(url)})
    assert found.seen == ("salesforce/malformed-trusted-url", under)
    assert (found.finding.severity, found.finding.message) == ("error", message)
    if meant:
        assert found.finding.help == f"write '{meant}'"
        assert found.finding.fix.safe is False
        assert found.mended == trusted(meant)
    else:
        assert (found.finding.help, found.finding.fix) == ("write a URL such as 'https://*.acme.com'", None)


def test_a_trusted_url_without_a_url_is_told_by_its_name(project_findings: Check) -> None:
    (found,) = project_findings({SITE: component("CspTrustedSite", isActive="true", isApplicableToImgSrc="true")})
    assert found.seen == ("salesforce/malformed-trusted-url", "CspTrustedSite")
    assert found.finding.message == "the trusted URL 'Desktop' has no URL"


def test_http_is_mended_between_blanks_as_well(project_findings: Check) -> None:
    (found,) = project_findings({SITE: trusted("\n  http://desktop.acme.com\n")})
    assert found.seen == ("salesforce/insecure-trusted-url", "http:")
    assert found.finding.message == "'http://desktop.acme.com' is not encrypted, and pages of Salesforce are"
    assert found.finding.help == "write https://desktop.acme.com"
    assert found.finding.fix.safe
    assert found.mended == trusted("\n  https://desktop.acme.com\n")


def test_http_with_a_port_is_not_mended_unasked(project_findings: Check) -> None:
    (found,) = project_findings({SITE: trusted("http://desktop.acme.com:8080")})
    assert found.finding.fix.safe is False


@pytest.mark.parametrize(("file", "make"), [(SITE, trusted), (ORIGIN, origin), (REMOTE, remote)])
def test_an_open_variable_is_another_rules(project_findings: Check, file: str, make: Callable[[str], str]) -> None:
    (found,) = project_findings({file: make("https://${HOST}.acme.com")})
    assert found.seen == ("project/undeclared-variable", "${HOST}")


def test_what_a_variable_says_is_not_mended_in_the_file(project_findings: Check) -> None:
    config = ENVIRONMENT + "    variables: {SITE: 'http://acme.com'}\n"
    (found,) = project_findings({CONFIG: config, SITE: trusted("${SITE}")})
    assert (found.finding.rule, found.finding.fix) == ("salesforce/insecure-trusted-url", None)


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("*", "every host there is"),
        ("https://*:*", "every host there is"),
        ("https:", "every host there is"),
        ("wss://*", "every host there is"),
        ("https://*.co.uk", "every name below 'co.uk'"),
    ],
)
def test_a_url_for_everybody_is_too_wide(project_findings: Check, url: str, what: str) -> None:
    (found,) = project_findings({SITE: trusted(url)})
    assert found.seen == ("salesforce/over-wide-trusted-url", url)
    assert (found.finding.severity, found.finding.message) == ("warning", f"'{url}' allows {what}")


def test_directives_that_are_all_off_are_a_warning(project_findings: Check) -> None:
    (found,) = project_findings({SITE: trusted(DESKTOP, isApplicableToImgSrc="false", canAccessCamera="false")})
    assert found.seen == ("salesforce/trusted-url-without-directive", DESKTOP)
    assert found.finding.severity == "warning"
    assert found.finding.message == f"'{DESKTOP}' is trusted with nothing: no directive is on"


def test_directives_that_are_not_stated_are_told_in_strict_alone(project_findings: Check) -> None:
    files = {SITE: component("CspTrustedSite", context="All", endpointUrl=DESKTOP, isActive="true")}
    assert project_findings(files) == []
    (found,) = project_findings(files, "strict")
    assert found.seen == ("salesforce/unstated-directives", DESKTOP)
    assert found.finding.severity == "info"


def test_a_path_is_told_in_strict_alone(project_findings: Check) -> None:
    files = {SITE: trusted(f"{DESKTOP}/agent")}
    assert project_findings(files) == []
    (found,) = project_findings(files, "strict")
    assert found.seen == ("salesforce/trusted-url-with-path", "/agent")
    assert found.finding.message == f"'{DESKTOP}/agent' is trusted for what lies at '/agent', not for its whole host"
    assert found.mended == trusted(DESKTOP)


# Origins for CORS


@pytest.mark.parametrize(
    "pattern",
    [
        "https://desktop.acme.com:8443",
        "https://*.acme.co.uk",
        "https://192.0.2.7",
        "https://[2001:db8::1]:8443",
        "http://localhost",
        "http://127.0.0.1:5500",
        "https://acme.com/",
        "chrome-extension://abdkkegmcbiomijcbdaodaflgehfffed",
        "moz-extension://1234ab56-78c9-1df2-3efa-4567891bc1d2",
    ],
)
def test_origins_of_documented_forms_are_no_finding(project_findings: Check, pattern: str) -> None:
    assert project_findings({ORIGIN: origin(pattern)}) == []


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("desktop.acme.com", "'desktop.acme.com' is no origin: it does not begin with https://"),
        ("*", "'*' is no origin: it does not begin with https://"),
        ("https://*acme.com", "'https://*acme.com' is no origin: '*' stands where Salesforce takes none"),
        ("https://", "'https://' is no origin: there is no host to be read"),
        ("https://*.com", "'https://*.com' is too wide for Salesforce: '*.' stands before a domain such as 'acme.com'"),
        ("https://acme.com:*", "'https://acme.com:*' has no port: '*' is none"),
        ("chrome-extension://ABC", "'ABC' is no extension: that takes 32 small letters"),
    ],
)
def test_an_origin_of_another_form_is_an_error(project_findings: Check, pattern: str, message: str) -> None:
    (found,) = project_findings({ORIGIN: origin(pattern)})
    assert found.seen == ("salesforce/malformed-cors-origin", pattern)
    assert (found.finding.severity, found.finding.message) == ("error", message)


def test_an_origin_with_http_is_mended_if_asked(project_findings: Check) -> None:
    (found,) = project_findings({ORIGIN: origin("http://desktop.acme.com")})
    assert found.seen == ("salesforce/malformed-cors-origin", "http:")
    assert found.finding.message == "'http://desktop.acme.com' is an origin with http, and Salesforce takes https alone"
    assert found.finding.fix.safe is False
    assert found.mended == origin("https://desktop.acme.com")


def test_an_origin_has_no_path(project_findings: Check) -> None:
    (found,) = project_findings({ORIGIN: origin(f"{DESKTOP}/agent?a=1")})
    assert found.seen == ("salesforce/cors-origin-with-path", "/agent?a=1")
    assert found.finding.severity == "warning"
    assert found.finding.message == "no browser names '/agent?a=1' when it says where a request comes from"
    assert found.mended == origin(DESKTOP)


# Remote sites


@pytest.mark.parametrize(
    "url",
    ["https://crm.acme.com/orders", "http://crm.acme.com:80", "https://crm.acme.com:1024", "http://10.0.0.1:8080"],
)
def test_remote_sites_that_apex_can_call_are_no_finding(project_findings: Check, url: str) -> None:
    assert project_findings({REMOTE: remote(url, disabled="true")}, "pedantic") == []


@pytest.mark.parametrize(
    ("url", "under", "message"),
    [
        (
            "https://*.acme.com",
            "https://*.acme.com",
            "'https://*.acme.com' is no address: a remote site has no '*'",
        ),
        ("crm.acme.com", "crm.acme.com", "'crm.acme.com' is no address: it does not begin with https://"),
        ("https://crm.acme.com:1023", ":1023", "Salesforce does not call port 1023 by https"),
        ("https://", "https://", "'https://' is no address: there is no host to be read"),
    ],
)
def test_a_remote_site_that_apex_cannot_call_is_a_warning(
    project_findings: Check, url: str, under: str, message: str
) -> None:
    (found,) = project_findings({REMOTE: remote(url)})
    assert found.seen == ("salesforce/malformed-remote-site", under)
    assert (found.finding.severity, found.finding.message) == ("warning", message)


def test_a_service_of_the_vendor_is_called_with_encryption(project_findings: Check) -> None:
    (found,) = project_findings({REMOTE: remote(RECORDINGS.replace("https", "http"), disabled="true")})
    assert found.seen == ("salesforce/insecure-remote-site", "http:")
    assert found.mended == remote(RECORDINGS, disabled="true")
    (found,) = project_findings({REMOTE: remote(RECORDINGS, disabled="true")})
    assert found.seen == ("salesforce/insecure-remote-site", "true")
    assert found.mended == remote(RECORDINGS)


# What waits to be filled in


@pytest.mark.parametrize(
    "blank",
    ["{HOST}", "{{host}}", "%HOST%", "%%%HOST%%%", "@HOST@", "__HOST__", "&lt;host&gt;", "[your host]", "YOUR_HOST"],
)
@pytest.mark.parametrize(("file", "make"), [(SITE, trusted), (ORIGIN, origin), (REMOTE, remote)])
def test_a_blank_is_told_once(project_findings: Check, file: str, make: Callable[[str], str], blank: str) -> None:
    (found,) = project_findings({file: make(f"https://{blank}.acme.com")})
    assert found.seen == ("salesforce/placeholder-url", blank)


# The softphone


@pytest.mark.parametrize(
    ("entry", "under", "message"),
    [
        (trusted(DESKTOP, isApplicableToFrameSrc="false", isApplicableToImgSrc="true"), "false", "lets no frame in"),
        (trusted(DESKTOP, isApplicableToImgSrc="true"), "CspTrustedSite", "lets no frame in"),
        (trusted(DESKTOP, isApplicableToFrameSrc="false"), "false", "lets no frame in"),
        (trusted(DESKTOP, active="false"), "false", "is not active"),
        (
            trusted(DESKTOP, context="VisualForce", isApplicableToFrameSrc="true"),
            "VisualForce",
            "does not count where agents work: its context is 'VisualForce'",
        ),
    ],
)
def test_an_entry_for_the_softphone_that_does_not_help(
    project_findings: Check, entry: str, under: str, message: str
) -> None:
    (found,) = project_findings(project({SITE: entry}))
    assert found.seen == ("project/unframed-adapter", under)
    assert found.finding.severity == "warning"
    assert found.finding.message == f"the trusted URL for the softphone's host {message}"
    assert [(one.location.path, one.message) for one in found.finding.related] == [
        (SITE, "'desktop.wxcc-eu1.cisco.com' is trusted here"),
        (CRM, "the softphone's page"),
    ]
    assert (found.finding.fix is None) == (under == "CspTrustedSite")


@pytest.mark.parametrize(
    "more",
    [
        {SITE: trusted(DESKTOP)},
        {SITE: trusted(f"{DESKTOP}:443", context="LEX", isApplicableToFrameSrc="true")},
        {SITE: component("CspTrustedSite", context="All", endpointUrl=DESKTOP, isActive="true")},
        {SITE: trusted(DESKTOP, active="false"), WIDE: trusted("https://*.wxcc-eu1.cisco.com")},
        {WIDE: trusted("https://*.cisco.com", isApplicableToImgSrc="true")},
        {SITE: trusted("https://widgets.acme.com", isApplicableToImgSrc="true")},
    ],
)
def test_entries_that_help_or_are_for_others_are_no_finding(project_findings: Check, more: dict[str, str]) -> None:
    assert project_findings(project(more)) == []


def test_files_of_no_environment_are_not_compared(project_findings: Check) -> None:
    files = project({SITE: trusted(DESKTOP, active="false"), REMOTE: remote(RECORDINGS, active="false")})
    del files[CONFIG]
    assert project_findings(files) == []


def test_a_softphone_without_an_entry_is_told_in_pedantic_alone(project_findings: Check) -> None:
    files = project({SITE: trusted("https://widgets.acme.com")})
    (found,) = [one for one in project_findings(files, "pedantic") if one.finding.rule == "project/untrusted-adapter"]
    assert found.under == f"{DESKTOP}/"
    assert (found.finding.severity, found.finding.location.path) == ("info", CRM)
    assert found.finding.message == "no trusted URL is for 'desktop.wxcc-eu1.cisco.com', the softphone's host"


def test_who_keeps_no_trusted_urls_is_told_nothing(project_findings: Check) -> None:
    found = project_findings(project({ORIGIN: origin(DESKTOP)}), "pedantic")
    assert [one for one in found if one.finding.rule == "project/untrusted-adapter"] == []


def test_the_page_of_version_2_is_a_softphone_as_well(project_findings: Check) -> None:
    from wxcc_lint.catalog.callcenter import render_import, vocabulary

    release = vocabulary("v2").releases[-1]
    entry = trusted("https://wxcc-crmconnectors.ciscoccservice.com", active="false")
    files = {CONFIG: ENVIRONMENT.replace("eu1", "eu2"), CRM: render_import(release), SITE: entry}
    assert [one.seen for one in project_findings(files)] == [("project/unframed-adapter", "false")]


# The region


@pytest.mark.parametrize(("file", "make"), [(SITE, trusted), (ORIGIN, origin)])
@pytest.mark.parametrize("config", [ENVIRONMENT, ENVIRONMENT.replace("    region: eu1\n", "")])
def test_a_desktop_of_another_region(
    project_findings: Check, file: str, make: Callable[[str], str], config: str
) -> None:
    (found,) = project_findings(project({file: make("https://desktop.wxcc-us1.cisco.com:443")}, config))
    assert found.seen == ("project/trusted-desktop-of-another-region", "us1")
    assert found.finding.severity == "warning"
    assert found.finding.message == (
        "'desktop.wxcc-us1.cisco.com' is for us1 (North America), and the tenant is in eu1 (United Kingdom)"
    )
    assert [(one.location.path, one.message) for one in found.finding.related] == [(CRM, "this is eu1")]
    assert found.mended == make(f"{DESKTOP}:443")


def test_a_desktop_of_another_region_is_not_told_as_one_that_is_missing(project_findings: Check) -> None:
    found = project_findings(project({SITE: trusted("https://desktop.wxcc-us1.cisco.com")}), "pedantic")
    assert [one.finding.rule for one in found if "trusted" in one.finding.rule] == [
        "project/trusted-desktop-of-another-region"
    ]


def test_a_second_region_does_no_harm(project_findings: Check) -> None:
    more = {SITE: trusted("https://desktop.wxcc-us1.cisco.com"), WIDE: trusted("https://*.wxcc-eu1.cisco.com")}
    assert project_findings(project(more)) == []


def test_a_region_that_the_call_center_names_wrongly_is_told_there(project_findings: Check) -> None:
    found = project_findings(project({ORIGIN: origin("https://desktop.wxcc-us1.cisco.com")}, code="us1"))
    assert [one.seen for one in found] == [("project/mismatched-region", "us1")]


# Recordings


def test_a_remote_site_for_recordings_that_is_off(project_findings: Check) -> None:
    old = remote("https://audioconnector.produs1.ciscoccservice.com", active="false")
    off = remote(RECORDINGS, active="false")
    (found,) = project_findings(project({OLD: old, REMOTE: off}))
    assert found.seen == ("project/inactive-remote-site", "false")
    assert found.finding.location.path == OLD
    assert [(one.location.path, one.message) for one in found.finding.related] == [(REMOTE, "nor is this one")]


@pytest.mark.parametrize(
    "more",
    [
        {OLD: remote("https://audioconnector.produs1.ciscoccservice.com", active="false"), REMOTE: remote(RECORDINGS)},
        {REMOTE: remote("https://crm.acme.com", active="false")},
    ],
)
def test_remote_sites_that_nobody_misses(project_findings: Check, more: dict[str, str]) -> None:
    assert project_findings(project(more)) == []
