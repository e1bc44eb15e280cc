"""The same widget in several roles and areas: each difference is told once, by the rule that explains it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.rules.conftest import seen_in_layout as seen
from wxcc_lint.catalog.layouts import default_layout

OURS = {
    "conflicting-scripts",
    "mixed-versions",
    "script-differs-between-roles",
    "settings-differ-between-roles",
    "widget-missing-from-role",
}
HOME = "https://widgets.acme.com"
V4, V3 = f"{HOME}/orders/1.4.0/orders.js", f"{HOME}/orders/1.3.0/orders.js"


def use(script: Any = V4, comp: str = "acme-orders", **members: Any) -> dict[str, Any]:
    return {"comp": comp, "script": script, **members}


def area(*components: Any, panel: Any = None) -> dict[str, Any]:
    """Return a role with components in `headless`, and one in `panel`."""
    widgets = {f"w{number}": component for number, component in enumerate(components)}
    role: dict[str, Any] = {"area": {"headless": {"id": "headless", "widgets": widgets}}}
    if panel:
        role["area"]["panel"] = {"comp": "md-tabs", "children": [panel]}
    return role


def roles(agent: Any, both: Any, supervisor: Any = None) -> dict[str, Any]:
    return {"agent": agent, "supervisor": supervisor or {"area": {}}, "supervisorAgent": both}


@pytest.fixture
def told(findings):
    """Return a function that returns the findings of the rules of this family."""

    def found(layout: Any, profile: str = "pedantic") -> list[Any]:
        text = layout if isinstance(layout, str) else json.dumps(layout)
        every = findings(text, name="l.json", profile=profile)
        assert "meta/internal-error" not in {one.finding.rule for one in every}
        return [one for one in every if one.finding.rule.removeprefix("layout/") in OURS]

    return found


# --- nothing to tell -------------------------------------------------------------------------------------------------


def test_the_default_layout_is_in_order(told) -> None:
    assert told(default_layout()) == []


@pytest.mark.parametrize(
    "layout",
    [
        roles(area(use()), area(use())),
        roles(area(use()), area(use()), area(use())),
        roles({"area": {}}, area(use()), area(use())),
        {"area": area(use(), use())["area"]},
        # blanks, the scheme, and what is still to be filled in have rules of their own
        roles(area(use()), area(use(f" {V4} "))),
        roles(area(use()), area(use(V4.replace("https:", "http:")))),
        roles(area(use()), area(use("https://<YOUR_HOST>/orders/1.3.0/orders.js"))),
        roles(area(use()), area(use("./orders.js"))),
        # so has a host that is wrong by itself
        roles(area(use()), area(use("http://localhost:5000/orders.js"))),
        roles(area(use()), area(use(V4.replace("widgets", "widgets-staging")))),
        # a version of something else
        area(use(properties={"lib": f"{HOME}/orders/1.4.0/lib/opencti_v48.js"})),
        area(use(properties={"lib": f"{HOME}/orders/1.4.0/orders-v2.js"})),
        area(use(properties={"lib": f"{HOME}/charts/2.0.0/charts.js"})),
        area(use(properties={"lib": "https://cdn.acme.com/orders/1.3.0/orders.js"})),
        area(use(properties={"api": f"{HOME}/orders/v2/api"})),
        area(use(), use(f"{HOME}/orders/1.3.0/list.js", comp="acme-list")),
        # frames are not loaded by a script, whatever they show
        roles(area(use(V4, "agentx-wc-iframe")), area(use(V3, "agentx-wc-iframe"))),
        # told by the rules for types and for names
        roles(area(use(attributes={"wide": "true"})), area(use(attributes={"wide": True}))),
        roles(area(use(properties={"darkMode": True})), area(use(properties={"darkmode": True}))),
        roles(area(use(attributes={"line": "<Number>"})), area(use(attributes={"line": "+15550100"}))),
        # several in one area have no counterparts
        roles(area(use(attributes={"n": "1"}), use(attributes={"n": "2"})), area(use())),
    ],
)
def test_nothing_is_told(told, layout: Any) -> None:
    assert seen(told(layout)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        7,
        [],
        {},
        "",
        "v1.2",
        "https://",
        "//",
        "https:///1.2/x.js",
        ["https://a.b/1.2/x.js"],
        "https://a.b/9.9.9.9.9",
    ],
)
def test_values_of_any_kind_are_survived(told, wrong: Any) -> None:
    told(roles(area(use(wrong, properties=wrong, attributes={"a": wrong})), area(use(properties={"a": wrong}))))
    told({"agent": wrong, "supervisor": area(use(comp=wrong)), "supervisorAgent": {"area": {"headless": wrong}}})


# --- two scripts in one role -----------------------------------------------------------------------------------------


def test_the_older_of_two_scripts_is_marked(told) -> None:
    for layout in (area(use(V3), use(V4)), area(use(V4), panel=use(V3)), area(use(V3), use(V4), panel=use(V4))):
        (found,) = told(layout, profile="default")
        assert seen([found]) == [("conflicting-scripts", f'"{V3}"')]
        assert found.finding.severity == "error"


def test_a_conflict_says_where_the_other_script_stands(told) -> None:
    (found,) = told(roles(area(use(V4), panel=use("https://static.acme.com/orders.js")), area(use(V4))))
    assert seen([found]) == [("conflicting-scripts", '"https://static.acme.com/orders.js"')]
    assert found.finding.message == "'acme-orders' is loaded from another address in 'headless' of 'agent'"
    assert [one.message for one in found.finding.related] == ["its script in 'headless' of 'agent'"]


def test_a_conflict_is_told_in_each_role(told) -> None:
    role = area(use(V4), panel=use(V3))
    assert seen(told(roles(role, role))) == [("conflicting-scripts", f'"{V3}"')] * 2


def test_other_old_libraries_are_told_beside_a_conflict(told) -> None:
    library = {"lib": f"{HOME}/orders/1.3.0/list.js"}
    found = told(area(use(V4, properties=library), panel=use(V3)))
    assert seen(found) == [("mixed-versions", "1.3.0"), ("conflicting-scripts", f'"{V3}"')]


# --- versions --------------------------------------------------------------------------------------------------------


def test_one_finding_for_all_old_versions_of_a_role(told) -> None:
    def role(version: str) -> Any:
        return area(use(f"{HOME}/orders/v{version}/orders.js", properties={"lib": f"{HOME}/orders/v{version}/list.js"}))

    (found,) = told(roles(role("1.2.2"), role("1.2.0")))
    assert seen([found]) == [("mixed-versions", "v1.2.0")]
    assert found.finding.severity == "warning"
    assert found.finding.message == "'acme-orders' is loaded in version 'v1.2.2', but also in 'v1.2.0'"
    assert found.finding.help == "load all of it in version 'v1.2.2'"
    assert found.finding.fix.safe is False
    assert json.loads(found.mended) == roles(role("1.2.2"), role("1.2.2"))
    assert told(found.mended) == []


def test_the_second_address_of_a_list_is_marked_and_mended_alone(told) -> None:
    new, old = (f"{HOME}/orders/{version}/lib/list.js" for version in ("1.4.0", "1.3.0"))
    (found,) = told(area(use(properties={"libs": f"{new},{old}"})), profile="default")
    assert seen([found]) == [("mixed-versions", "1.3.0")]
    assert json.loads(found.mended) == area(use(properties={"libs": f"{new},{new}"}))


def test_three_versions_are_told_together(told) -> None:
    libraries = {
        "a": f"{HOME}/orders/v1.3.0/a.js",
        "b": f"{HOME}/orders/1.10.0/b.js",
        "c": f"{HOME}/orders/v1.3.0/c.js",
    }
    (found,) = told(area(use(properties=libraries)), profile="default")
    assert found.finding.message == "'acme-orders' is loaded in version '1.10.0', but also in '1.4.0' and 'v1.3.0'"
    assert [one.message for one in found.finding.related] == [
        "version 'v1.3.0' in 'headless'",
        "version '1.10.0' in 'headless'",
        "version 'v1.3.0' in 'headless'",
    ]
    assert [V4.replace("1.4.0", "1.10.0") in found.mended, "orders/v1.10.0/c.js" in found.mended] == [True, True]
    assert told(found.mended) == []


def test_a_version_in_the_name_of_a_file_is_not_replaced_by_itself(told) -> None:
    library = f"{HOME}/orders/v4/acme_orders_v3_20220606.js"
    (found,) = told(area(use(f"{HOME}/orders/v4/index.js", properties={"lib": library})), profile="default")
    assert seen([found]) == [("mixed-versions", "v3")]
    assert found.finding.fix is None


def test_a_version_in_folder_and_name_is_mended_in_both(told) -> None:
    def role(version: str) -> Any:
        return area(use(f"{HOME}/orders/{version}/acme_orders_{version}.js"))

    (found,) = told(roles(role("2.1.4"), role("2.1.5")))
    assert json.loads(found.mended) == roles(role("2.1.5"), role("2.1.5"))


def test_a_layout_as_a_text_is_mended_inside_it(told) -> None:
    text = json.dumps({"jsonFileContent": json.dumps(roles(area(use(V4)), area(use(V3))))})
    (found,) = told(text, profile="default")
    assert seen([found]) == [("mixed-versions", "1.3.0")]
    assert found.mended == text.replace("1.3.0", "1.4.0")


# --- scripts, settings and widgets of roles --------------------------------------------------------------------------


def test_a_script_that_was_moved_in_one_role_is_told_once(told) -> None:
    def role(host: str) -> Any:
        return area(use(f"{host}/orders.js", properties={"lib": f"{host}/list.js"}))

    (found,) = told(roles(role(HOME), role("https://static.acme.com"), role("https://static.acme.com")))
    assert seen([found]) == [("script-differs-between-roles", '"https://static.acme.com/orders.js"')]
    assert found.finding.severity == "warning"
    assert found.finding.message == "'acme-orders' is loaded from another address in 'headless' of 'agent'"
    assert [one.message for one in found.finding.related] == [
        "its script in 'headless' of 'agent'",
        "its script in 'headless' of 'supervisorAgent'",
    ]


def test_settings_that_differ_are_told_together(told) -> None:
    agent = area(use(attributes={"wide": "yes", "deep": "1"}, properties={"lines": [1, 2], "same": {"a": 1, "b": 2}}))
    both = area(use(attributes={"wide": "no"}, properties={"lines": [1], "same": {"b": 2, "a": 1}}))
    (found,) = told(roles(agent, both))
    assert seen([found]) == [("settings-differ-between-roles", '"no"')]
    assert found.finding.severity == "info"
    assert (
        found.finding.message == "'acme-orders' is set up otherwise in 'headless' of 'agent': 'wide', 'deep', 'lines'"
    )
    assert [one.message for one in found.finding.related] == [
        "'wide' in 'headless' of 'agent'",
        "'headless' of 'supervisorAgent' has no 'deep'",
        "'deep' in 'headless' of 'agent'",
        "'lines' in 'headless' of 'supervisorAgent'",
        "'lines' in 'headless' of 'agent'",
    ]
    assert told(roles(agent, both), profile="default") == []


def test_settings_beside_mixed_versions_are_another_matter(told) -> None:
    def role(version: str, wide: str) -> Any:
        library = f"{HOME}/orders/{version}/list.js"
        return area(use(f"{HOME}/orders/{version}/orders.js", attributes={"lib": library, "wide": wide}))

    assert seen(told(roles(role("1.4.0", "yes"), role("1.3.0", "no")))) == [
        ("mixed-versions", "1.3.0"),
        ("settings-differ-between-roles", '"no"'),
    ]


@pytest.mark.parametrize(
    ("layout", "message"),
    [
        (roles(area(use()), {"area": {}}), "'acme-orders' is in 'agent', but not in 'supervisorAgent'"),
        (roles({"area": {}}, area(use())), "'acme-orders' is in 'supervisorAgent', but not in 'agent' or 'supervisor'"),
        (roles(area(use()), {"area": {}}, area(use())), "'acme-orders' is in 'agent' and 'supervisor', but not in 'supervisorAgent'"),
    ],
)  # fmt: skip
def test_a_widget_that_a_role_lacks(told, layout: Any, message: str) -> None:
    (found,) = told(layout)
    assert seen([found]) == [("widget-missing-from-role", '"acme-orders"')]
    assert (found.finding.message, found.finding.severity) == (message, "info")
    assert told(layout, profile="default") == []


# --- published layouts -----------------------------------------------------------------------------------------------

WARNED = {
    "Freshdesk_Desktop_0.0.6_v4_20220616__2022-09-16_6b73434": "mixed-versions",
    "Zendesk_Desktop_0.1.0_v1.2.2__2025-02-20_88f85d8": "mixed-versions",
    "salesforce_desktop_0.0.6_v1.1.4__2023-04-12_9c797e8": "conflicting-scripts",
    "salesforce_desktop_0.0.6_v1.1.5__2023-06-08_bf0aa65": "conflicting-scripts",
    "salesforce_desktop_0.0.6_v1.1.5__2023-06-30_d70fa13": "conflicting-scripts",
    "salesforce_desktop_0.0.6_v1.1.6__2023-07-06_78e59d2": "mixed-versions",
    "salesforce_desktop_0.0.6_v1.1.7__2023-07-20_d84738e": "conflicting-scripts",
    "salesforce_desktop_0.0.6_v1.1.9__2024-02-12_43f94d5": "mixed-versions",
}
"""Layouts whose author forgot an address, and what is told of them by default; all but one were mended."""


def test_nothing_is_told_of_other_published_layouts(told, corpus: Path) -> None:
    for path in sorted(corpus.glob("layouts/*")):
        expected = next((rule for name, rule in WARNED.items() if name in path.name), None)
        rules = [rule for rule, _ in seen(told(path.read_text("utf-8"), profile="default"))]
        assert (path.name, rules) == (path.name, [expected] if expected else [])


def test_the_connector_that_one_role_has_in_an_old_version(told, corpus: Path) -> None:
    (path,) = corpus.glob("layouts/*Zendesk_Desktop_0.1.0_v1.2.2*")
    (found,) = told(path.read_text("utf-8"))
    assert (seen([found]), found.finding.severity) == ([("mixed-versions", "v1.2.0")], "warning")
    assert [(one.message, one.location.line) for one in found.finding.related] == [
        ("version 'v1.2.2' in 'headless' of 'agent'", 35),
        ("version 'v1.2.2' in 'headless' of 'agent'", 39),
        ("version 'v1.2.2' in 'headless' of 'agent'", 40),
        ("version 'v1.2.0' in 'headless' of 'supervisorAgent'", 753),
        ("version 'v1.2.0' in 'headless' of 'supervisorAgent'", 754),
    ]
    assert found.mended == path.read_text("utf-8").replace("v1.2.0", "v1.2.2")
    assert told(found.mended) == []
