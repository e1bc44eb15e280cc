"""What is told of the tenant's allowed list: its entries, what Salesforce needs, and the hosts that layouts load from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.config import Environment
from wxcc_lint.detected import INTERNAL_ERROR
from wxcc_lint.documents.allowlist import AllowList, parse_allowlist
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.yaml import parse_yaml
from wxcc_lint.engine import Engine
from wxcc_lint.example_layout import complete_layout
from wxcc_lint.rule_files import builtin_rules

Told = list[tuple[str, str]]
Tell = Callable[..., Told]

ARTICLE = ["*.force.com", "*.salesforce.com", "*.https://desktop.wxcc-jp1.cisco.com/", "*.lightning.salesforce.com"]
"""The entries that the Japanese edition of the article asks for."""
SALESFORCE = ["*.force.com", "*.salesforce.com", "*.lightning.force.com", "*.lightning.salesforce.com"]
CONFIG = 'environments: {prod: {files: ["**"], allowlist: csp/prod.txt}}\n'
CALLCENTER = '<item name="reqSoftphoneWidth">550</item>'


def lines(*entries: str) -> str:
    return "".join(f"{entry}\n" for entry in entries)


def component(**members: Any) -> str:
    return json.dumps({"comp": "acme-orders", **members})


def loading(*scripts: str) -> dict[str, str]:
    """Layouts with a component for each script."""
    return {f"layouts/{number}.json": component(script=script) for number, script in enumerate(scripts)}


@pytest.fixture
def tell(project_findings: Callable[..., list[Any]]) -> Tell:
    """Return what is told of a list in `csp/prod.txt` beside other files: rules of the list, and texts under the finding."""

    def told(entries: Sequence[str], files: Mapping[str, str] | None = None, profile: str = "default") -> Told:
        all_files = {".wxcc-lint.yaml": CONFIG, "csp/prod.txt": lines(*entries), **(files or {})}
        found = [one.seen for one in project_findings(all_files, profile=profile)]
        return [(rule, under) for rule, under in found if rule.startswith(("allowlist/", "project/"))]

    return told


# --- the article --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", ["default", "strict"])
def test_of_the_articles_entries_the_corrupt_one_is_told_and_mended(project_findings: Any, profile: str) -> None:
    config = 'environments: {prod: {files: ["**"], region: jp1, allowlist: csp/prod.txt}}\n'
    adapter = '<item name="reqAdapterUrl">https://desktop.wxcc-jp1.cisco.com/</item>'
    files = {".wxcc-lint.yaml": config, "csp/prod.txt": lines(*ARTICLE), "cc.xml": adapter}
    (told,) = [one for one in project_findings(files, profile=profile) if one.finding.location.path == "csp/prod.txt"]
    assert told.seen == ("allowlist/wildcard-before-address", ARTICLE[2])
    assert told.finding.severity == "error"
    assert told.finding.message == f"'{ARTICLE[2]}' allows nothing, as '*.' stands before an address"
    assert told.finding.help == "write '*.lightning.force.com', which other editions of the article have in this place"
    mended = lines(*ARTICLE[:2], "*.lightning.force.com", ARTICLE[3])
    assert told.mended == mended
    again = project_findings({**files, "csp/prod.txt": mended}, profile=profile)
    assert [one.seen for one in again if one.finding.location.path == "csp/prod.txt"] == []


@pytest.mark.parametrize(
    ("name", "text", "mended"),
    [
        ("csp/prod.yaml", "- '*.https://desktop.wxcc-jp1.cisco.com/'\n", "- '*.lightning.force.com'\n"),
        ("csp/prod.json", '["*.https://desktop.wxcc-jp1.cisco.com/"]', '["*.lightning.force.com"]'),
        ("csp/prod.csv", "Domain\n*.https://desktop.wxcc-jp1.cisco.com/,CRM\n", "Domain\n*.lightning.force.com,CRM\n"),
        ("csp/prod.txt", "*.https://wxcc.acme.com/a # ours\n", "*.wxcc.acme.com # ours\n"),
        (
            "csp/prod.txt",
            "*.lightning.force.com\n*.https://desktop.wxcc-jp1.cisco.com/\n",
            "*.lightning.force.com\n",
        ),
    ],
)
def test_the_corrupt_entry_is_mended_in_every_form(project_findings: Any, name: str, text: str, mended: str) -> None:
    config = f"environments: {{prod: {{allowlist: {name}}}}}\n"
    (told,) = project_findings({".wxcc-lint.yaml": config, name: text})
    assert told.finding.rule == "allowlist/wildcard-before-address"
    assert told.mended == mended


def test_a_list_in_the_config_is_judged_and_mended_there(project_findings: Any) -> None:
    config = "environments:\n  prod:\n    files: ['**']\n    allowlist: ['*.widgets.acme.com', {}]\n"
    files = loading("https://cdn.widgets.acme.com/a.js")
    (told,) = project_findings({".wxcc-lint.yaml": config.format("https://crm.acme.com/x"), **files})
    assert told.seen == ("allowlist/address-as-entry", "https://crm.acme.com/x")
    assert (told.finding.location.path, told.finding.environment) == (".wxcc-lint.yaml", "prod")
    assert told.mended == config.format("crm.acme.com")


# --- the entries --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "mended"),
    [
        ("*acme.com", "*.acme.com"),
        ("**.acme.com", "*.acme.com"),
        (".acme.com", "*.acme.com"),
        ("acme.com.", "acme.com"),
        ("https:/acme.com", "acme.com"),
        ("https://acme.com?x=1", "acme.com"),
        ("acme.com;", "acme.com"),
        ("täst.de", "xn--tst-qla.de"),
        ("a.*.com", None),
        ("a.com b.com", None),
        ("a.com;b.com", None),
        ("'self'", None),
        ("https:", None),
        ("acme..com", None),
        ("[2001:db8::1]", None),
    ],
)
def test_what_is_no_domain_is_an_error(project_findings: Any, entry: str, mended: str | None) -> None:
    (told,) = project_findings({".wxcc-lint.yaml": CONFIG, "csp/prod.txt": lines("x.acme.com", entry)})
    assert told.seen == ("allowlist/malformed-entry", entry)
    assert told.finding.severity == "error"
    assert (told.finding.fix is None) == (mended is None)
    assert told.mended == lines("x.acme.com", mended or entry)


@pytest.mark.parametrize(
    ("entry", "message", "mended"),
    [
        ("https://acme.com", "is an address with 'https://'", "acme.com"),
        ("acme.com/a/b", "is an address with the path '/a/b'", "acme.com"),
        ("wss://*.acme.com:8443/a", "is an address with 'wss://' and the path '/a'", "*.acme.com:8443"),
        ("http://acme.com:80/", "is an address with 'http://'", "acme.com"),
        ("acme.com/", "is an address", "acme.com"),
    ],
)
def test_an_address_is_made_a_domain(project_findings: Any, entry: str, message: str, mended: str) -> None:
    (told,) = project_findings({".wxcc-lint.yaml": CONFIG, "csp/prod.txt": lines(entry)})
    assert told.seen == ("allowlist/address-as-entry", entry)
    assert told.finding.message == f"'{entry}' {message}; the list takes domains"
    assert told.mended == lines(mended)


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("*", "over-wide-entry"),
        ("*.com", "over-wide-entry"),
        ("*.co.uk", "over-wide-entry"),
        ("*.com.au", "over-wide-entry"),
        ("*.cloudfront.net", "over-wide-entry"),
        ("*.s3.eu-west-1.amazonaws.com", "over-wide-entry"),
        ("*.ngrok.io", "over-wide-entry"),
        ("localhost", "localhost-entry"),
        ("127.0.0.1", "localhost-entry"),
    ],
)
def test_entries_that_are_probably_not_meant(tell: Tell, entry: str, rule: str) -> None:
    assert tell([entry]) == [(f"allowlist/{rule}", entry)]
    assert tell([entry], profile="strict") == [(f"allowlist/{rule}", entry)]


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("10.1.2.3", "ip-address-entry"),
        ("203.0.113.9", "ip-address-entry"),
        ("crm", "private-entry"),
        ("*.local", "private-entry"),
        ("crm.acme.internal", "private-entry"),
        ("acme.com:8443", "entry-with-port"),
        ("acme.com:443", "entry-with-port"),
        ("raw.githubusercontent.com", "shared-host-entry"),
        ("a1b2.ngrok.io", "shared-host-entry"),
    ],
)
def test_entries_that_are_worth_knowing(tell: Tell, entry: str, rule: str) -> None:
    assert tell([entry]) == []
    assert tell([entry], profile="strict") == [(f"allowlist/{rule}", entry)]


@pytest.mark.parametrize(
    "entry",
    ["acme.com", "*.acme.com", "*.acme.co.uk", "acme.github.io", "d111.cloudfront.net", "*.cisco.com", "*.t.co", "xn--tst-qla.de", "a_b.acme.com", "*.force.com", "*.service-now.com"],
)  # fmt: skip
def test_entries_that_are_fine(tell: Tell, entry: str) -> None:
    assert tell([entry], profile="pedantic") == []


def test_localhost_is_fine_in_an_environment_for_tests(project_findings: Any) -> None:
    config = "environments: {dev: {allowlist: csp/dev.txt}}\n"
    assert project_findings({".wxcc-lint.yaml": config, "csp/dev.txt": "localhost\n"}) == []


def test_a_repeat_is_told_with_the_place_of_the_first(project_findings: Any) -> None:
    files = {".wxcc-lint.yaml": CONFIG, "csp/prod.txt": lines("acme.com", "x.com", "ACME.com", "acme.com")}
    found = project_findings(files, profile="strict")
    assert [(one.seen, one.finding.related[0].location.line) for one in found] == [
        (("allowlist/repeated-entry", "ACME.com"), 1),
        (("allowlist/repeated-entry", "acme.com"), 1),
    ]
    assert found[0].mended == lines("acme.com", "x.com", "acme.com")


def test_of_entries_that_cover_each_other_the_later_one_is_redundant(tell: Tell) -> None:
    told = tell(["a.acme.com", "*.acme.com", "acme.com:443", "acme.com", "*.b.acme.com"], profile="strict")
    assert [under for rule, under in told if rule == "allowlist/redundant-entry"] == [
        "a.acme.com",
        "acme.com",
        "*.b.acme.com",
    ]


def test_the_documented_entries_are_never_redundant_and_others_below_them_are(tell: Tell) -> None:
    assert tell([*SALESFORCE, "*.my.salesforce.com"], profile="strict") == [
        ("allowlist/redundant-entry", "*.my.salesforce.com")
    ]


def test_an_address_that_stands_there_as_a_domain_is_taken_out(project_findings: Any) -> None:
    files = {".wxcc-lint.yaml": CONFIG, "csp/prod.txt": lines("acme.com", "https://acme.com/")}
    (told,) = project_findings(files, profile="strict")
    assert told.finding.rule == "allowlist/address-as-entry"
    assert told.mended == lines("acme.com")


def test_entries_with_a_declared_variable_are_judged_with_its_value(project_findings: Any) -> None:
    config = "environments: {prod: {allowlist: csp/prod.txt, files: ['**'], variables: {HOST: %s}}}\n"
    files = {"csp/prod.txt": "${HOST}\n", **loading("https://widgets.acme.com/a.js")}
    assert project_findings({".wxcc-lint.yaml": config % "widgets.acme.com", **files}) == []
    (told,) = project_findings({".wxcc-lint.yaml": config % "'*acme.com'", **files})
    assert told.seen == ("allowlist/malformed-entry", "${HOST}")
    assert told.finding.fix is None


# --- what Salesforce needs ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "missing"),
    [
        ([], "'*.force.com', '*.salesforce.com', '*.lightning.force.com' and '*.lightning.salesforce.com'"),
        (["*.force.com"], "'*.salesforce.com' and '*.lightning.salesforce.com'"),
        (SALESFORCE[1:], "'*.force.com'"),
        (["acme.lightning.force.com"], "'*.salesforce.com' and '*.lightning.salesforce.com'"),
    ],
)
def test_what_is_missing_for_salesforce_is_one_finding(project_findings: Any, entries: list[str], missing: str) -> None:
    (told,) = project_findings({".wxcc-lint.yaml": CONFIG, "csp/prod.txt": lines(*entries), "cc.xml": CALLCENTER})
    assert told.finding.rule == "project/missing-salesforce-entry"
    assert told.finding.message == f"the allowed list lacks {missing}"
    assert told.finding.location.path == "csp/prod.txt"
    (related,) = told.finding.related
    assert (related.location.path, related.message) == ("cc.xml", "Salesforce shows the Desktop by this")


@pytest.mark.parametrize(
    "entries",
    [
        SALESFORCE,
        ["*.force.com", "*.salesforce.com"],
        ["acme.lightning.force.com", "acme.my.salesforce.com"],
        ["*FORCE.com", "https://*.salesforce.com"],
    ],
)
def test_what_salesforce_needs_is_judged_by_coverage(tell: Tell, entries: list[str]) -> None:
    told = tell(entries, {"cc.xml": CALLCENTER})
    assert "project/missing-salesforce-entry" not in {rule for rule, _ in told}


def test_without_a_call_center_or_a_list_nothing_is_missing(tell: Tell, project_findings: Any) -> None:
    assert tell([], loading("https://wc.imiengage.io/a.js")) == []
    config = 'environments: {prod: {files: ["**"]}}\n'
    assert project_findings({".wxcc-lint.yaml": config, "cc.xml": CALLCENTER}) == []


# --- what layouts load --------------------------------------------------------------------------------------------------


def test_a_host_is_told_once_with_all_its_places_and_directives(project_findings: Any) -> None:
    frame = json.dumps({"comp": "agentx-wc-iframe", "attributes": {"src": "https://widgets.acme.com/page"}})
    files = {**loading("https://widgets.acme.com/a.js", "https://widgets.acme.com/a.js"), "layouts/2.json": frame}
    config = "environments:\n  prod:\n    files: ['**']\n    allowlist: [acme.com]\n"
    (told,) = project_findings({".wxcc-lint.yaml": config, **files})
    assert told.seen == ("project/unlisted-host", "widgets.acme.com")
    assert told.finding.severity == "warning"
    assert told.finding.message == "'widgets.acme.com' is not on the allowed list; it needs script-src and frame-src"
    assert told.finding.location.path == "layouts/0.json"
    assert [(one.location.path, one.message) for one in told.finding.related] == [
        ("layouts/1.json", "also here"),
        ("layouts/2.json", "also here"),
        (".wxcc-lint.yaml", "no entry covers it"),
    ]


def test_who_changes_the_list_alone_sees_what_it_lacks(project_findings: Any) -> None:
    files = {".wxcc-lint.yaml": CONFIG, "csp/prod.txt": "x.com\n", **loading("https://widgets.acme.com/a.js")}
    project_findings(files)
    (told,) = project_findings({}, named=["csp/prod.txt"])
    assert told.seen == ("project/unlisted-host", "widgets.acme.com")


@pytest.mark.parametrize(
    ("entry", "script", "told"),
    [
        ("*.acme.com", "https://cdn.widgets.acme.com/a.js", []),
        ("acme.com", "https://cdn.acme.com/a.js", ["cdn.acme.com"]),
        ("*.acme.com", "https://acme.com/a.js", ["acme.com"]),
        ("acme.com", "https://acme.com:8443/a.js", ["acme.com"]),
        ("acme.com:8443", "https://acme.com:8443/a.js", []),
        ("acme.com", "//ACME.com/a.js", []),
        ("xn--tst-qla.de", "https://täst.de/a.js", []),
        ("acme.com", "a.js", []),
        ("acme.com", "https://desktop.wxcc-us1.cisco.com/a.js", []),
        ("acme.com", "https://journey-widget.webex.com/a.js", []),
        ("acme.com", "https://a1.ngrok.io/a.js", []),
        ("acme.com", "https://localhost:8443/a.js", []),
        ("acme.com", "https://${HOST}/a.js", []),
        ("*", "https://anything.example.org/a.js", []),
    ],
)
def test_scripts_are_judged_as_browsers_match_hosts(tell: Tell, entry: str, script: str, told: list[str]) -> None:
    found = tell([entry], loading(script))
    assert [under for rule, under in found if rule == "project/unlisted-host"] == told


@pytest.mark.parametrize("entry", ["*acme.com", "https://cdn.acme.com?x", "*.https://acme.com/"])
def test_a_slip_in_an_entry_is_not_told_again_at_the_layout(tell: Tell, entry: str) -> None:
    assert [under for _, under in tell([entry], loading("https://cdn.acme.com/a.js"))] == [entry]


def test_what_only_widgets_know_and_the_vendors_hosts_are_strict(tell: Tell) -> None:
    layout = component(script="https://journey-widget.webex.com/a.js", properties={"url": "https://api.acme.com/x"})
    entries = ["wc.imiengage.io"]
    assert tell(entries, {"l.json": layout}) == []
    assert tell(entries, {"l.json": layout}, profile="strict") == [
        ("project/perhaps-unlisted-host", "journey-widget.webex.com"),
        ("project/perhaps-unlisted-host", "api.acme.com"),
    ]


def test_a_library_handed_to_a_widget_is_loaded(tell: Tell) -> None:
    layout = component(script="https://w.acme.com/a.js", properties={"libPath": "https://lib.acme.com/x.js"})
    assert tell(["w.acme.com"], {"l.json": layout}) == [("project/unlisted-host", "lib.acme.com")]


# --- entries that nothing uses ------------------------------------------------------------------------------------------


def test_entries_that_nothing_uses_are_strict(tell: Tell) -> None:
    entries = [
        *SALESFORCE,
        "wc.imiengage.io",
        "*.cisco.com",
        "*.service-now.com",
        "*.acme.com",
        "old.acme.org",
        "localhost",
    ]
    files = loading("https://w.acme.com/a.js")
    assert tell(entries, files) == [("allowlist/localhost-entry", "localhost")]
    told = tell(entries, files, profile="strict")
    assert [under for rule, under in told if rule == "project/unused-entry"] == ["old.acme.org"]


def test_without_layouts_no_entry_is_unused(tell: Tell) -> None:
    assert tell([*SALESFORCE, "w.acme.com"], {"cc.xml": CALLCENTER}, profile="strict") == []


def test_no_entry_is_unused_while_a_file_cannot_be_read() -> None:
    layout = Layout(parse_json("l.json", complete_layout(component(script="https://w.acme.com/a.js")), "layout"))
    views = [layout, AllowList(parse_allowlist("l.txt", "old.acme.com\n"))]
    check = builtin_rules()["project/unused-entry"].check
    assert check is not None
    assert [one.message for one in check(Project(views))] == ["nothing in the layouts is loaded from 'old.acme.com'"]
    assert list(check(Project(views, unread=["other.json"]))) == []


def test_an_unused_entry_below_another_is_told_once(tell: Tell) -> None:
    told = tell(["wc.imiengage.io", "*.acme.com", "old.acme.com"], loading("https://w.acme.com/a.js"), profile="strict")
    assert told == [("project/unused-entry", "old.acme.com")]


# --- any list -----------------------------------------------------------------------------------------------------------


@given(st.lists(st.text(alphabet="ab*.:/0-_ %?'é[]\u3002", max_size=10), max_size=6))
@settings(deadline=None, max_examples=40)
def test_no_list_makes_a_rule_stop(entries: list[str]) -> None:
    engine = Engine(it for it in builtin_rules().values() if it.on in {"allowlist", "project"})
    environment = Environment("prod", Place(parse_yaml("c.yaml", "a: 1", "config"), ()), allowlist=tuple(entries))
    engine.examine(parse_allowlist("l.json", json.dumps(entries)), [environment])
    engine.examine(parse_json("p.json", complete_layout(component(script="https://a.b/c.js")), "layout"), [environment])
    engine.conclude()
    assert [one.message for one in engine.outcome.detected if one.rule == INTERNAL_ERROR] == []


def test_a_long_list_takes_no_long_time(tell: Tell) -> None:
    entries = [f"h{number}.acme.com" for number in range(8_000)]
    assert tell(entries, loading("https://h7.acme.com/a.js")) == []
