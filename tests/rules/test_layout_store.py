"""What rules find in references to the Desktop's data and in keys of its texts, and what the fixes make of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.report import Severity
from wxcc_lint.rule_files import builtin_rules

NAMES = {
    "layout/access-token-to-third-party",
    "layout/embedded-store-path",
    "layout/malformed-store-path",
    "layout/misspelt-i18n-marker",
    "layout/misspelt-store-marker",
    "layout/misspelt-store-root",
    "layout/shared-refresh-token",
    "layout/store-object-as-attribute",
    "layout/task-data-outside-panel",
    "layout/undocumented-store-root",
    "layout/unknown-i18n-key",
    "layout/unknown-store-member",
    "layout/unknown-store-root",
}
SCRIPT = "https://widgets.acme.com/orders/1.4.0/orders.js"
FORMS = ["roles", "single", "api-text", "api-object"]


def ours(found: list[Any]) -> list[Any]:
    return [one for one in found if one.finding.rule in NAMES]


def seen(found: list[Any]) -> list[tuple[str, str]]:
    """Return rule and marked text of what our rules found, without the scope and the quotes of a whole value."""
    return [(rule.partition("/")[2], under.strip('\\"')) for rule, under in (one.seen for one in ours(found))]


def layout(*components: dict[str, Any], area: str = "panel", form: str = "single") -> str:
    """Return a layout with components in an area, in one of the forms."""
    given = [{"comp": "acme-orders", "script": SCRIPT, **one} for one in components]
    widgets = {f"w{number}": one for number, one in enumerate(given)}
    held: Any = {
        "panel": {"comp": "md-tabs", "children": given},
        "persistent": given,
        "advancedHeader": given,
        "header": {"id": "h", "widgets": widgets},
        "headless": {"id": "h", "widgets": widgets},
        "homepage": {"nav": {}, "page": {"id": "p", "widgets": widgets}},
        "navigation": [{"nav": {}, "page": {"id": "p", "widgets": widgets}}],
    }[area]
    role = {"area": {area: held}}
    data: Any = {"agent": role} if form == "roles" else role
    if form.startswith("api"):
        data = {"name": "Agents", "jsonFileContent": json.dumps(data) if form == "api-text" else data}
    return json.dumps(data, indent=1)


def with_property(value: Any, **more: Any) -> str:
    return layout({"properties": {"p": value}}, **more)


def check_fix(findings, text: str, rule: str, wanted: str, *, safe: bool, profile: str = "default") -> None:
    """Assert that the one finding of ours is mended by its fix, and that nothing of ours is found then."""
    (one,) = ours(findings(text, name="l.json", profile=profile))
    assert one.finding.rule == f"layout/{rule}"
    assert one.finding.fix is not None
    assert one.finding.fix.safe is safe
    assert wanted in one.mended
    assert ours(findings(one.mended, name="l.json", profile=profile)) == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("value", "rule", "under", "wanted", "safe"),
    [
        ("STORE.agent.orgId", "misspelt-store-marker", "STORE.", "$STORE.agent.orgId", True),
        ("$store.agent.orgId", "misspelt-store-marker", "$store.", "$STORE.agent.orgId", True),
        ("${STORE.Agent.orgId}", "misspelt-store-marker", "${STORE.Agent.orgId}", "$STORE.agent.orgId", True),
        ("$STORE.agent.orgId.", "malformed-store-path", ".", "$STORE.agent.orgId", True),
        ("  $STORE.agent.orgId", "malformed-store-path", "  ", "$STORE.agent.orgId", True),
        ("$STORE.agent..orgId", "malformed-store-path", ".", "$STORE.agent.orgId", True),
        ("$STORE.Agent.orgId", "misspelt-store-root", "Agent", "$STORE.agent.orgId", True),
        ("$STORE.agents.orgId", "misspelt-store-root", "agents", "$STORE.agent.orgId", False),
        (
            "$STORE.envVariables.serviceUrls",
            "misspelt-store-root",
            "envVariables",
            "$STORE.envVaribles.serviceUrls",
            True,
        ),
        ("$STORE.app.featuresFlags.a", "unknown-store-member", "featuresFlags", "$STORE.app.featureFlags.a", True),
        ("$STORE.session.ivrTranscript", "unknown-store-member", "ivrTranscript", "$STORE.session.ivrTransctipt", True),
        ("$STORE.app.darkmode", "unknown-store-member", "darkmode", "$STORE.app.darkMode", True),
        ("$STORE.agent.agentNames", "unknown-store-member", "agentNames", "$STORE.agent.agentName", False),
        ("$STORE.auth.orgId", "unknown-store-member", "orgId", "$STORE.agent.orgId", False),
        ("$STORE.app.locale", "unknown-store-member", "locale", "$STORE.app.language", False),
        ("{$STORE.agent.orgId}", "embedded-store-path", "$STORE.agent.orgId", "$STORE.agent.orgId", False),
    ],
)
def test_faults_with_a_fix(findings, form: str, value: str, rule: str, under: str, wanted: str, safe: bool) -> None:
    text = with_property(value, form=form)
    assert seen(findings(text, name="l.json")) == [(rule, under)]
    check_fix(findings, text, rule, wanted, safe=safe)


@pytest.mark.parametrize(
    ("value", "rule", "under"),
    [
        ("$STORE.salesforce.userId", "unknown-store-root", "salesforce"),
        ("$STORE.agent.shoeSize", "unknown-store-member", "shoeSize"),
        ("$STORE.page.footer", "unknown-store-member", "footer"),
        ("$STORE", "malformed-store-path", "$STORE"),
        ("$STORE.", "malformed-store-path", "$STORE."),
        ("https://crm.acme.com/?id=$STORE.agent.orgId", "embedded-store-path", "$STORE.agent.orgId"),
        ("https://crm.acme.com/?id=STORE.agent.orgId", "misspelt-store-marker", "STORE."),
        ("$STORE.auth.refreshToken", "shared-refresh-token", "$STORE.auth.refreshToken"),
        ("$STORE.auth", "shared-refresh-token", "$STORE.auth"),
    ],
)
def test_faults_without_a_fix(findings, value: str, rule: str, under: str) -> None:
    found = findings(with_property(value), name="l.json")
    assert seen(found) == [(rule, under)]
    assert [one.finding.fix for one in ours(found)] == [None]


@pytest.mark.parametrize("area", ["panel", "persistent"])
@pytest.mark.parametrize(
    "value",
    [
        "$STORE.agent.orgId",
        "$STORE.agent",
        "$STORE.agent.idleCodes[0].name",
        "$STORE.agent.channels.emailCount",
        "$STORE.agent.tpwConfigs.anything",
        "$STORE.app.featureFlags.isProgressiveCampaignEnabled",
        "$STORE.agentContact.taskSelected.callAssociatedData.order-id",
        "$STORE.app.userModel",
        "$STORE.app.wxmUserParams.spaceId",
        "$STORE.dynamic.currentRoute",
        "$STORE.generalNotifications.countAdded",
        "STORE.Leeds",
        "store.agent.orgId",
        "The store",
        "",
    ],
)
def test_values_without_fault(findings, value: str, area: str) -> None:
    assert seen(findings(with_property(value, area=area), name="l.json", profile="pedantic")) == []


@pytest.mark.parametrize("value", [None, 7, True, [], {}, [None, ["STORE"]], {"$STORE.x.y": 1}])
def test_values_of_other_types_are_passed_over(findings, value: Any) -> None:
    hostile = {"comp": value, "attributes": value, "script": value, "textContent": value, "wrapper": value}
    text = layout({"properties": {"p": value}}, {**hostile, "properties": {"q": "$STORE.auth.accessToken"}})
    assert seen(findings(text, name="l.json", profile="pedantic")) == []


def test_a_misprint_of_the_documentation_is_told_as_such(findings) -> None:
    (one,) = ours(findings(with_property("$STORE.app.featuresFlags"), name="l.json"))
    assert (
        one.finding.message
        == "'featuresFlags' is no known member of '$STORE.app'; did you mean '$STORE.app.featureFlags'?"
    )
    assert one.finding.help == "write $STORE.app.featureFlags; the product documentation misspells it"


def test_the_fault_of_one_role_is_told_for_that_role(findings) -> None:
    good = {"area": {"panel": {"comp": "x-y", "script": SCRIPT, "properties": {"p": "$STORE.agent.orgId"}}}}
    bad = json.loads(json.dumps(good).replace("STORE.agent", "STORE.agents"))
    (one,) = ours(findings(json.dumps({"agent": good, "supervisor": bad}), name="l.json"))
    assert one.finding.at == "/supervisor/area/panel/properties/p"


# Amid other text


def test_one_finding_names_all_paths_amid_a_text(findings) -> None:
    (one,) = ours(findings(with_property("a=$STORE.agent.orgId&b=$STORE.agent.teamId"), name="l.json"))
    assert one.seen == ("layout/embedded-store-path", "$STORE.agent.orgId")
    assert [related.message for related in one.finding.related] == ["another path"]


def test_the_page_title_takes_paths_in_braces_alone(findings) -> None:
    def title(text: str) -> str:
        return layout({"comp": "page-title", "script": None, "attributes": {"pageTitle": text}})

    for fine in (
        "Hey {$STORE.agent.agentName}, welcome!",
        "{$STORE.agent.agentName}",
        "$STORE.agent.agentName",
        "Hello",
    ):
        assert seen(findings(title(fine), name="l.json")) == []
    check_fix(
        findings,
        title("Hey $STORE.agent.agentName. $STORE.agent.teamName"),
        "embedded-store-path",
        "Hey {$STORE.agent.agentName}. {$STORE.agent.teamName}",
        safe=False,
    )
    check_fix(
        findings, title("$STORE.agent.agentName."), "embedded-store-path", "{$STORE.agent.agentName}.", safe=False
    )
    check_fix(
        findings,
        title("Hi ${STORE.agent.agentName}"),
        "misspelt-store-marker",
        "Hi {$STORE.agent.agentName}",
        safe=True,
    )


# Objects, tasks, tokens


@pytest.mark.parametrize(
    ("members", "wanted"),
    [
        (
            {"attributes": {"task": "$STORE.agentContact.taskSelected"}},
            '"properties": {"task": "$STORE.agentContact.taskSelected"}',
        ),
        (
            {"attributes": {"a": "x", "codes": "$STORE.agent.idleCodes"}, "properties": {"q": 1}},
            '"codes": "$STORE.agent.idleCodes"',
        ),
        (
            {"attributes": {"codes": "$STORE.agent.idleCodes", "a": "x"}, "properties": {}},
            '{"codes": "$STORE.agent.idleCodes"}',
        ),
    ],
)
def test_an_object_becomes_a_property(findings, members: dict[str, Any], wanted: str) -> None:
    text = layout(members)
    check_fix(findings, text, "store-object-as-attribute", wanted, safe=False)
    (one,) = ours(findings(text, name="l.json"))
    before, after = (json.loads(value)["area"]["panel"]["children"][0] for value in (text, one.mended))
    assert {**before["attributes"], **before.get("properties", {})} == {**after["attributes"], **after["properties"]}


@pytest.mark.parametrize(
    "members",
    [
        {"attributes": {"idle-codes": "$STORE.agent.idleCodes"}},
        {"attributes": {"p": "$STORE.agent.idleCodes"}, "properties": {"p": 1}},
        {"attributes": {"p": "$STORE.agent.idleCodes"}, "properties": 3},
    ],
)
def test_an_object_stays_where_no_property_is_to_be_had(findings, members: dict[str, Any]) -> None:
    (one,) = ours(findings(layout(members), name="l.json"))
    assert one.seen == ("layout/store-object-as-attribute", '"$STORE.agent.idleCodes"')
    assert one.finding.fix is None


@pytest.mark.parametrize(
    "members",
    [
        {"attributes": {"a": "$STORE.agent.analyzerInteractionFilter"}},
        {"attributes": {"a": "$STORE.agentContact.taskSelected.ani"}},
        {"comp": "analyzer-widget", "script": None, "attributes": {"a": "$STORE.agent.idleCodes"}},
        {"properties": {"a": "$STORE.agent.idleCodes"}},
    ],
)
def test_objects_that_nobody_minds(findings, members: dict[str, Any]) -> None:
    assert seen(findings(layout(members), name="l.json", profile="pedantic")) == []


def test_all_of_the_sign_in_as_an_attribute_is_told_once(findings) -> None:
    text = layout({"attributes": {"auth": "$STORE.auth"}})
    assert seen(findings(text, name="l.json")) == [("shared-refresh-token", "$STORE.auth")]


@pytest.mark.parametrize("area", ["header", "advancedHeader", "headless", "homepage", "navigation"])
def test_task_data_outside_the_panel(findings, area: str) -> None:
    value = "$STORE.agentContact.taskSelected.ani"
    text = with_property(value, area=area)
    assert seen(findings(text, name="l.json")) == []
    assert seen(findings(text, name="l.json", profile="strict")) == [("task-data-outside-panel", value)]
    for more in ({"script": "https://journey-widget.webex.com"}, {"comp": "agentx-wc-iframe", "script": None}):
        text = layout({**more, "properties": {"p": value}}, area=area)
        assert seen(findings(text, name="l.json", profile="strict")) == []


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (SCRIPT, True),
        ("https://cisco.com.acme.com/a.js", True),
        ("//widgets.acme.com/a.js", True),
        ("https://journey-widget.webex.com", False),
        ("https://wc.imiengage.io/AIC/engage_aic.js", False),
        ("https://cx-crmconnector.ciscoccservice.com/a.js", False),
        ("http://localhost:5000/a.js", False),
        ("https://<YOUR_HOST>/a.js", False),
        ("https://${HOST}/a.js", False),
        ("https://[", False),
        ("./a.js", False),
        ("", False),
        (None, False),
    ],
)
def test_access_tokens_for_third_parties(findings, script: str | None, told: bool) -> None:
    text = layout({"script": script, "properties": {"t": "$STORE.auth.accessToken"}})
    assert seen(findings(text, name="l.json")) == []
    expected = [("access-token-to-third-party", "$STORE.auth.accessToken")] * told
    assert seen(findings(text, name="l.json", profile="strict")) == expected


def test_a_script_that_another_use_in_the_role_loads_counts(findings) -> None:
    text = layout({}, {"script": None, "properties": {"t": "$STORE.auth.accessToken"}})
    (one,) = ours(findings(text, name="l.json", profile="strict"))
    assert one.finding.message == "'acme-orders' from 'widgets.acme.com' gets the agent's access token"
    assert [related.message for related in one.finding.related] == ["the widget comes from here"]


def test_trusted_hosts_may_have_the_access_token() -> None:
    from wxcc_lint.documents.layout import parse_layout
    from wxcc_lint.documents.layout_view import Layout

    check = builtin_rules()["layout/access-token-to-third-party"].check
    assert check is not None
    view = Layout(parse_layout("l.json", layout({"properties": {"t": "$STORE.auth.accessToken"}})))
    assert len(list(check(view))) == 1
    assert list(check(view, trusted=["Acme.com"])) == []
    assert len(list(check(view, trusted=["idgets.acme.com", "acme"]))) == 1


# Parts that are not documented


def test_undocumented_parts_are_told_of_widgets_of_others(findings) -> None:
    value = "$STORE.session.screenpop.screenPopSelector"
    text = with_property(value)
    assert seen(findings(text, name="l.json", profile="strict")) == []
    assert seen(findings(text, name="l.json", profile="pedantic")) == [("undocumented-store-root", "session")]
    own = layout({"comp": "agentx-wc-screen-pop", "script": None, "properties": {"screenPopUrl": value}})
    assert seen(findings(own, name="l.json", profile="pedantic")) == []


# Translated texts


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("value", ["$I18n.tpw.widgetTitle", "I18N.tpw.widgetTitle", "${I18N.tpw.widgetTitle}"])
def test_keys_with_another_marker(findings, form: str, value: str) -> None:
    for members in ({"textContent": value}, {"wrapper": {"title": value}}):
        check_fix(findings, layout(members, form=form), "misspelt-i18n-marker", "$I18N.tpw.widgetTitle", safe=True)


def test_keys_in_the_navigation(findings) -> None:
    text = json.dumps({"area": {"navigation": [{"nav": {"label": "i18n.tpw.widgetTitle"}, "page": {}}]}})
    check_fix(findings, text, "misspelt-i18n-marker", '"$I18N.tpw.widgetTitle"', safe=True)


@pytest.mark.parametrize("value", ["$I18N.tpw.widgetTitle", "Orders", "I18N", "How to use $I18N.tpw.widgetTitle"])
def test_texts_that_are_shown_as_meant(findings, value: str) -> None:
    assert seen(findings(layout({"textContent": value}), name="l.json", profile="pedantic")) == []


def test_keys_of_a_widget_of_its_own_are_its_business(findings) -> None:
    assert seen(findings(with_property("$i18n.orders.title"), name="l.json", profile="pedantic")) == []


def test_unknown_keys_are_told_to_pedants(findings) -> None:
    near, far = layout({"textContent": "$I18N.tpw.widgettitle"}), layout({"textContent": "$I18N.orders.all"})
    assert seen(findings(near, name="l.json", profile="strict")) == []
    check_fix(findings, near, "unknown-i18n-key", "$I18N.tpw.widgetTitle", safe=False, profile="pedantic")
    (one,) = ours(findings(far, name="l.json", profile="pedantic"))
    assert (one.seen, one.finding.fix) == (("layout/unknown-i18n-key", "orders.all"), None)


# The whole


def test_the_default_layout_is_silent(findings) -> None:
    assert seen(findings(json.dumps(default_layout(), indent=2), name="l.json", profile="pedantic")) == []


def test_severities_fit_what_is_known() -> None:
    errors: dict[Severity, set[str]] = {}
    for name in NAMES:
        errors.setdefault(builtin_rules()[name].meta.severity, set()).add(name.partition("/")[2])
    assert errors["error"] == {
        "misspelt-i18n-marker",
        "misspelt-store-marker",
        "misspelt-store-root",
        "shared-refresh-token",
    }
    assert errors["info"] == {"task-data-outside-panel", "undocumented-store-root", "unknown-i18n-key"}
