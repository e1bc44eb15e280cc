"""What is told of the settings of recording playback, wherever they are kept, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wxcc_lint.catalog.recording import recording_hosts, recording_url
from wxcc_lint.catalog.regions import regions

Check = Callable[..., list[Any]]
CONFIG, CRM, AGENTS = ".wxcc-lint.yaml", "crm/callcenter.xml", "layouts/agents.json"
HOME = "force-app/main/default"
RECORD, LABELS = f"{HOME}/customMetadata/Telephony.Recording.md-meta.xml", f"{HOME}/labels/CustomLabels.labels-meta.xml"
NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
US, EU = "us1 (North America)", "eu1 (United Kingdom)"


def host(code: str) -> str:
    return f"audioconnector.prod{code}.ciscoccservice.com"


def api(code: str) -> str:
    return f"https://{host(code)}"


def record(label: str = "Recording", **fields: str) -> str:
    values = "".join(f"<values><field>{name}</field><value>{value}</value></values>" for name, value in fields.items())
    return f"<CustomMetadata {NAMESPACE}><label>{label}</label><protected>false</protected>{values}</CustomMetadata>"


def settings(code: str, **other: str) -> str:
    fields = {"DataCenter__c": code.upper(), "Api__c": api(code), "Redirect__c": f"{api(code)}/auth"}
    return record(**{**fields, **other})


def labels(**values: str) -> str:
    one = "<labels><fullName>{}</fullName><language>en_US</language><value>{}</value></labels>"
    return f"<CustomLabels {NAMESPACE}>{''.join(one.format(*pair) for pair in values.items())}</CustomLabels>"


def site(url: str, active: str = "true") -> str:
    return f"<RemoteSiteSetting {NAMESPACE}><isActive>{active}</isActive><url>{url}</url></RemoteSiteSetting>"


def trusted(url: str) -> str:
    return (
        f"<CspTrustedSite {NAMESPACE}><endpointUrl>{url}</endpointUrl><isActive>true</isActive>"
        "<isApplicableToConnectSrc>true</isApplicableToConnectSrc></CspTrustedSite>"
    )


def remote_site(name: str) -> str:
    return f"{HOME}/remoteSiteSettings/{name}.remoteSite-meta.xml"


def config(region: str | None = None) -> str:
    return f'environments: {{prod: {{files: ["**"]{f", region: {region}" if region else ""}}}}}\n'


def adapter(code: str) -> str:
    return f'<item name="reqAdapterUrl">https://desktop.wxcc-{code}.cisco.com/</item>'


def widget(code: str) -> str:
    script = "https://widgets.acme.com/orders/1.4.0/orders.js"
    return f'{{"comp": "acme-orders", "script": "{script}", "properties": {{"dataCenter": "prod{code}"}}}}'


def seen(found: list[Any]) -> list[tuple[str, str]]:
    return [one.seen for one in found]


def told(found: list[Any]) -> list[Any]:
    """What is said of more than the call center and the shape of sites, which have tests of their own."""
    return [one for one in found if one.finding.rule.startswith("project/") or one.finding.location.path == RECORD]


def related(found: Any) -> list[tuple[str, str]]:
    return [(one.location.path, one.message) for one in found.finding.related]


# The region


def test_settings_as_shipped_are_told_once_where_another_region_is_declared(project_findings: Check) -> None:
    files = {CONFIG: config("eu1"), CRM: adapter("eu1"), RECORD: settings("us1"), remote_site("A"): site(api("us1"))}
    (found,) = told(project_findings(files, "strict"))
    assert found.seen == ("project/conflicting-regions", "US1")
    assert (found.finding.severity, found.finding.location.path) == ("warning", RECORD)
    assert found.finding.message == f"'DataCenter__c' is {US}, but 'prod' is in {EU}"
    assert found.finding.help == "write EU1, or correct the region of 'prod' in .wxcc-lint.yaml"
    place = f"'{host('us1')}' is for {US}"
    assert related(found) == [
        (CONFIG, f"'prod' is in {EU}"),
        (RECORD, place),
        (RECORD, place),
        (remote_site("A"), place),
    ]
    assert found.mended == settings("eu1")


def test_adapter_and_recordings_in_the_same_wrong_region_are_one_error(project_findings: Check) -> None:
    files = {CONFIG: config("eu1"), CRM: adapter("us1"), RECORD: settings("us1", DataCenter__c="us1")}
    (found,) = told(project_findings(files, "strict"))
    assert found.seen == ("project/mismatched-region", "us1")
    assert found.finding.location.path == CRM
    assert [path for path, _ in related(found)] == [CONFIG, RECORD, RECORD, RECORD]
    edits = {(edit.path, edit.text) for edit in found.finding.fix.edits}
    assert edits == {(CRM, "https://desktop.wxcc-eu1.cisco.com/"), (RECORD, "EU1"), (RECORD, "eu1")}


def test_recordings_are_held_against_the_adapter_where_no_region_is_declared(project_findings: Check) -> None:
    (found,) = project_findings({CONFIG: config(), CRM: adapter("eu1"), RECORD: settings("us1")})
    assert found.seen == ("project/conflicting-regions", "eu1")
    assert found.finding.message == f"'CTI Adapter URL' leads to {EU}, but 'DataCenter__c' is {US}"
    assert found.finding.fix is None


def test_recordings_are_held_against_a_layout_without_a_call_center(project_findings: Check) -> None:
    (found,) = project_findings({CONFIG: config(), AGENTS: widget("us1"), RECORD: settings("eu1")})
    assert (found.seen, found.finding.location.path) == (("project/conflicting-regions", "EU1"), RECORD)


def test_one_setting_that_was_forgotten_is_the_one_that_is_told(project_findings: Check) -> None:
    files = {CONFIG: config("eu1"), RECORD: settings("eu1", Redirect__c=f" {api('us1')}/auth ")}
    (found,) = project_findings(files)
    assert found.seen == ("project/conflicting-regions", "us1")
    assert found.mended == settings("eu1", Redirect__c=f" {api('eu1')}/auth ")


def test_files_of_no_environment_agree_within_a_record_alone(project_findings: Check) -> None:
    other = RECORD.replace("Recording", "Test")
    assert project_findings({CRM: adapter("jp1"), RECORD: settings("eu1"), other: settings("ca1")}) == []
    (found,) = project_findings(
        {CRM: adapter("jp1"), RECORD: settings("us1", DataCenter__c="EU1"), other: settings("ca1")}
    )
    assert found.seen == ("project/mixed-recording-regions", "us1")
    assert found.finding.message == f"'Api__c' is for {US}, but 'DataCenter__c' is for {EU}"
    assert related(found) == [(RECORD, f"'DataCenter__c' is for {EU}"), (RECORD, f"'Redirect__c' is for {US}")]


def test_without_the_shipped_region_the_first_setting_is_told(project_findings: Check) -> None:
    assert seen(project_findings({RECORD: settings("eu1", DataCenter__c="JP1")})) == [
        ("project/mixed-recording-regions", "JP1")
    ]


@pytest.mark.parametrize("region", ["eu1", None])
def test_a_table_of_regions_names_none(project_findings: Check, region: str | None) -> None:
    table = {RECORD.replace("Recording", code): settings(code) for code in ("us1", "ca1", "jp1")}
    shared = labels(Recording_US=api("us1"), Recording_JP=api("jp1"), Redirect_US=f"{api('us1')}/auth")
    assert project_findings({CONFIG: config(region), CRM: adapter("eu1"), LABELS: shared, **table}) == []


# Sites


@pytest.mark.parametrize(
    "sites",
    [
        {remote_site("A"): site(api("us1")), remote_site("B"): site(api("eu1"))},
        {remote_site("A"): site(api("us1"), active="false")},
        {remote_site("ciscocjs__A"): site(api("us1"))},
        {remote_site("A"): site("https://api.wxcc-us1.cisco.com")},
    ],
    ids=["the right one too", "inactive", "of the package", "of another service"],
)
@pytest.mark.parametrize("region", ["eu1", None])
def test_a_site_that_harms_nobody_names_no_region(
    project_findings: Check, sites: dict[str, str], region: str | None
) -> None:
    found = project_findings({CONFIG: config(region), CRM: adapter("eu1"), **sites})
    assert [one for one in found if "regions" in one.finding.rule] == []


def test_a_trusted_site_for_another_region_is_told(project_findings: Check) -> None:
    path = f"{HOME}/cspTrustedSites/A.cspTrustedSite-meta.xml"
    found = project_findings({CONFIG: config("eu1"), CRM: adapter("eu1"), path: trusted(f" {api('us1')}")})
    (told,) = [one for one in found if "regions" in one.finding.rule]
    assert told.seen == ("project/conflicting-regions", "us1")
    assert told.mended == trusted(f" {api('eu1')}")


def test_a_wildcard_reaches_the_declared_region(project_findings: Check) -> None:
    home = f"{HOME}/cspTrustedSites"
    files = {
        f"{home}/A.cspTrustedSite-meta.xml": trusted(api("us1")),
        f"{home}/B.cspTrustedSite-meta.xml": trusted("https://*.ciscoccservice.com"),
    }
    found = project_findings({CONFIG: config("eu1"), CRM: adapter("eu1"), **files})
    assert [one for one in found if "regions" in one.finding.rule] == []


# Single settings


def plain(name: str) -> str:
    return f"{HOME}/customMetadata/ciscocjs__Setting.{name}.md-meta.xml"


def test_settings_with_a_record_each_belong_together_and_are_called_by_their_labels(project_findings: Check) -> None:
    files = {
        plain("A"): record("Data Center", ciscocjs__Value__c="EU1"),
        plain("B"): record("API URL", ciscocjs__Value__c=api("eu1")),
        plain("C"): record("Redirect URI", ciscocjs__Value__c=f"{api('us1')}/oauth"),
    }
    found = project_findings(files)
    assert {one.finding.message for one in found} == {
        f"'Redirect URI' is '{api('us1')}/oauth', not '{api('eu1')}/auth'",
        f"'Redirect URI' is for {US}, but 'Data Center' is for {EU}",
    }
    (told,) = [one for one in found if one.under == "/oauth"]
    assert related(told) == [(plain("B"), "this is 'API URL'")]
    assert told.mended == record("Redirect URI", ciscocjs__Value__c=f"{api('eu1')}/auth")


def test_labels_with_a_file_each_belong_together(project_findings: Check) -> None:
    def label(name: str, value: str) -> dict[str, str]:
        text = f"<CustomLabel {NAMESPACE}><fullName>{name}</fullName><value>{value}</value></CustomLabel>"
        return {f"{HOME}/labels/CustomLabels/{name}.label-meta.xml": text}

    files = {**label("Recording_Api", api("eu1")), **label("Recording_Redirect", f"{api('eu1')}/auth/")}
    assert seen(project_findings(files)) == [("project/mismatched-redirect-uri", "/auth/")]


@pytest.mark.parametrize(
    ("field", "value", "expected", "mended"),
    [
        ("Api__c", f"http://{host('eu1')}", ("recording-url-without-https", "http:"), api("eu1")),
        ("Api__c", host("eu1"), ("recording-url-without-https", host("eu1")), api("eu1")),
        ("Api__c", f"//{host('eu1')}", ("recording-url-without-https", f"//{host('eu1')}"), api("eu1")),
        ("Redirect__c", f"http://{host('eu1')}/auth", ("recording-url-without-https", "http:"), f"{api('eu1')}/auth"),
        ("Api__c", f"{api('eu1')}/", ("extra-recording-url-parts", "/"), api("eu1")),
        ("Api__c", f"{api('eu1')}?a=1", ("extra-recording-url-parts", "?a=1"), api("eu1")),
        (
            "Api__c",
            "https://audioconector.prodeu1.ciscoccservice.com",
            ("unknown-recording-host", "audioconector.prodeu1.ciscoccservice.com"),
            api("eu1"),
        ),
        ("Api__c", api("eu9"), ("unknown-recording-host", host("eu9")), None),
        ("DataCenter__c", "EU", ("unknown-data-centre", "EU"), None),
        ("DataCenter__c", "EUR1", ("unknown-data-centre", "EUR1"), "EU1"),
        ("DataCenter__c", "prodeu1", ("unknown-data-centre", "prodeu1"), "EU1"),
        ("DataCenter__c", "GB1", ("unknown-data-centre", "GB1"), None),
        ("DataCenter__c", "eu1", ("lower-case-data-centre", "eu1"), "EU1"),
    ],
)
def test_each_slip_is_told_once_at_its_token(
    project_findings: Check, field: str, value: str, expected: tuple[str, str], mended: str | None
) -> None:
    (found,) = project_findings({RECORD: settings("eu1", **{field: f" {value}"})}, "strict")
    assert found.seen == (f"salesforce/{expected[0]}", expected[1])
    assert found.mended == settings("eu1", **{field: f" {mended or value}"})
    assert (found.finding.fix is None) == (mended is None)


def test_a_label_of_the_package_is_a_setting_without_an_address_beside_it(project_findings: Check) -> None:
    text = labels(ciscocjs__Data_Center="GB1", Data_Center="GB2")
    assert seen(project_findings({LABELS: text})) == [("salesforce/unknown-data-centre", "GB1")]


def test_a_code_in_the_wrong_region_is_not_told_for_its_letters_as_well(project_findings: Check) -> None:
    (found,) = project_findings({CONFIG: config("eu1"), RECORD: settings("us1", DataCenter__c="us1")}, "strict")
    assert found.seen == ("project/conflicting-regions", "us1")
    assert found.mended == settings("eu1")


def test_words_of_single_slips(project_findings: Check) -> None:
    text = settings("eu1", Api__c=f"http://{host('eu9')}/", DataCenter__c="GB1")
    assert [one.finding.message for one in project_findings({RECORD: text})] == [
        "'GB1' is not a known data centre",
        "'Api__c' begins with 'http:'",
        f"'{host('eu9')}' is not known to serve recordings",
        "'Api__c' has '/' behind the host",
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (RECORD, settings("eu1")),
        (RECORD, settings("eu1", DataCenter__c="Frankfurt")),
        (RECORD, settings("eu1", DataCenter__c="", Note__c="see https://audioconnector.prodjp1.ciscoccservice.com")),
        (RECORD, record(DataCenter__c="GB1", Api__c="https://audioconnector.acme.com/", Note__c="ciscocjs")),
        (RECORD, record(Region__c="JP1", Redirect__c="https://acme.com/login", Api__c=api("jp1"))),
        (RECORD, record(Redirect__c=f"{api('eu1')}/login")),
        (RECORD, record(Zone__c="GB1", Api__c=api("eu1"))),
        (LABELS, labels(Api=api("eu1"), Redirect=f"{api('eu1')}/auth", Tax_Zone="US1")),
        (LABELS, labels(Data_Center="GB1", Note="ciscocjs")),
        (LABELS, labels(Api_US=api("us1"), Api_JP=api("jp1"), Redirect_JP=f"{api('jp1')}/auth")),
    ],
)
def test_what_is_right_or_means_something_else_is_not_told(project_findings: Check, path: str, text: str) -> None:
    assert project_findings({path: text}, "strict") == []


# The hosts


def test_each_region_has_one_host() -> None:
    assert {region.code: known for known, region in recording_hosts().items()} == {
        code: host(code) for code in regions()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"HTTPS://{host('eu1').upper()}:443/a", ("HTTPS", "eu1", ":443/a", True)),
        (f"{host('us1')}:443", (None, "us1", ":443", True)),
        (f"//{host('us1')}", (None, "us1", "", True)),
        (api("us9"), ("https", None, "", True)),
        ("https://audio-connector.produs1.ciscoccservice.com", ("https", None, "", True)),
        ("https://connector.produs1.ciscoccservice.com", ("https", None, "", False)),
        ("https://audit.produs1.ciscoccservice.com", ("https", None, "", False)),
    ],
)
def test_addresses_of_the_vendor(text: str, expected: tuple[str | None, str | None, str, bool]) -> None:
    url = recording_url(text)
    assert url is not None
    assert (url.scheme, url.region and url.region.code, url.rest, url.serves_recordings) == expected
    assert text[url.host_start : url.host_end] == url.host
    if url.region:
        assert text[url.code_start :].lower().startswith(url.region.code)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "US1",
        "https://",
        "https://audioconnector.acme.com",
        f"ask {api('us1')}",
        "https://notciscoccservice.com",
        "a:b",
    ],
)
def test_what_is_no_address_of_the_vendor(text: str) -> None:
    assert recording_url(text) is None
