"""Rules on components of desktop layouts: their keys, names, scripts, attributes, properties and frames."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from wxcc_lint.catalog.layouts import default_layout

RULES = {
    "attribute-not-text",
    "attributes-differing-in-case",
    "capitals-in-component-name",
    "component-without-script",
    "dashed-property",
    "duplicate-wrapper-id",
    "false-boolean-attribute",
    "inconsistently-quoted-value",
    "invalid-component-name",
    "unread-required-key",
    "properties-differing-in-case",
    "misspelt-component",
    "script-on-built-in",
    "style-not-object",
    "text-beside-children",
    "text-in-attributes",
    "unknown-component",
    "unknown-component-key",
    "wrapper-without-title",
}
SCHEMA = {"missing-component-name", "iframe-without-src", "tab-without-slot", "panel-without-tabs"}
SCRIPT = "https://widgets.acme.com/orders/1.4.0/orders.js"

Told = Callable[..., list[Any]]
Seen = list[tuple[str, str]]


@pytest.fixture
def told(findings) -> Told:
    """Return a function that checks a layout and returns what these rules and those of the schema beside them find."""

    def check(layout: Any, profile: str = "default") -> list[Any]:
        text = layout if isinstance(layout, str) else json.dumps(layout, indent=1)
        found = findings(text, name="l.json", profile=profile)
        assert "meta/internal-error" not in {one.finding.rule for one in found}
        return [one for one in found if one.finding.rule.removeprefix("layout/") in RULES | SCHEMA]

    return check


def roles(**headers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a layout whose roles have these components in their headers."""
    return {name: {"area": {"advancedHeader": list(components)}} for name, components in headers.items()}


def header(*components: Any) -> dict[str, Any]:
    return {"agent": {"area": {"advancedHeader": list(components)}}}


def seen(found: Sequence[Any]) -> Seen:
    return [(one.finding.rule.removeprefix("layout/"), one.under) for one in found]


def custom(**members: Any) -> dict[str, Any]:
    return {"comp": "acme-orders", "script": SCRIPT, **members}


IFRAME = {"comp": "agentx-wc-iframe", "attributes": {"src": "https://widgets.acme.com/"}}


@pytest.mark.parametrize("profile", ["default", "pedantic"])
def test_the_default_layout_is_clean(told: Told, profile: str) -> None:
    assert told(default_layout(), profile) == []


@pytest.mark.parametrize(
    ("component", "expected"),
    [
        # keys
        ({"Comp": "div"}, [("unread-required-key", '"Comp"')]),
        ({"script": SCRIPT}, [("missing-component-name", "{")]),
        ({"comp": "agentx-wc-iframe", "Attributes": IFRAME["attributes"]}, [("unread-required-key", '"Attributes"')]),
        ({"comp": "md-tab", "atributes": {"slot": "tab"}}, [("unread-required-key", '"atributes"')]),
        ({"comp": "md-tab", "slot": "tab"}, [("unread-required-key", '"slot"')]),
        ({"comp": "div", "slot": "tab"}, [("unknown-component-key", '"slot"')]),
        (IFRAME | {"src": "https://widgets.acme.com/"}, [("unknown-component-key", '"src"')]),
        ({"comp": "div", "atributes": {}}, [("unknown-component-key", '"atributes"')]),
        ({"comp": "acme-orders", "source": SCRIPT}, [("unknown-component-key", '"source"')]),
        ({"comp": "acme-orders", "Script": SCRIPT}, [("unknown-component-key", '"Script"')]),
        ({"comp": "div", "innerHTML": "<b>", "aliases": []}, [("unknown-component-key", '"innerHTML"'), ("unknown-component-key", '"aliases"')]),
        ({"comp": "div", "_comment": "the left one", "//": ""}, []),
        # names
        ({"comp": "orders", "script": SCRIPT}, [("invalid-component-name", '"orders"')]),
        ({"comp": "orders"}, [("unknown-component", '"orders"')]),
        ({"comp": "md-spinner "}, [("invalid-component-name", " ")]),
        ({"comp": "1-orders", "script": SCRIPT}, [("invalid-component-name", "1")]),
        ({"comp": "<acme-orders>", "script": SCRIPT}, []),  # told by bracketed-component-name
        ({"comp": "{{comp}}", "script": SCRIPT}, []),
        ({"comp": "Md-Spinner"}, [("capitals-in-component-name", "M")]),
        ({"comp": "ACME-orders"}, [("capitals-in-component-name", "A")]),
        ({"comp": "agentx-notifications"}, [("unknown-component", '"agentx-notifications"')]),
        ({"comp": "agentx-zzz"}, [("unknown-component", '"agentx-zzz"')]),
        ({"comp": "analyser-widget"}, [("unknown-component", '"analyser-widget"')]),
        ({"comp": "agentx-zzz", "script": SCRIPT}, []),
        ({"comp": "#SCREEN_POP"}, []),
        ({"comp": "agentx-preview-campaign"}, []),
        # scripts
        ({"comp": "acme-orders"}, [("component-without-script", '"acme-orders"')]),
        ({"comp": "agentx-custom-desktop"}, [("component-without-script", '"agentx-custom-desktop"')]),
        ({"comp": "acme-orders", "script": ""}, []),  # the empty address is another rule's
        (IFRAME | {"script": SCRIPT}, [("script-on-built-in", '"script"')]),
        ({"comp": "div", "script": SCRIPT}, [("script-on-built-in", '"script"')]),
        ({"comp": "div", "script": ""}, []),
        # texts and styles
        ({"comp": "div", "textContent": "Orders", "children": [{"comp": "span"}]}, [("text-beside-children", '"textContent"')]),
        ({"comp": "div", "textContent": "", "children": [{"comp": "span"}]}, []),
        ({"comp": "div", "textContent": "Orders", "children": []}, []),
        ({"comp": "div", "attributes": {"textContent": "Orders"}}, [("text-in-attributes", '"textContent"')]),
        ({"comp": "div", "style": "color: red"}, [("style-not-object", '"color: red"')]),
        ({"comp": "div", "style": ["color: red"]}, [("style-not-object", "[")]),
        ({"comp": "div", "style": {"color": "red"}, "attributes": {"style": "color: red"}}, []),
        # attributes
        (custom(attributes={"size": 16, "wide": True, "lost": None}), []),
        ({"comp": "button", "attributes": {"disabled": False}}, [("false-boolean-attribute", "false")]),
        ({"comp": "md-tabs", "attributes": {"persist-selection": "false", "tabs-id": "a"}}, [("false-boolean-attribute", '"false"')]),
        ({"comp": "div", "attributes": {"draggable": "false"}}, []),
        (custom(attributes={"isSFDCWidgetEnabled": "false", "customSubjectEnabledForCallNotes": False}), []),
        (custom(attributes={"darkMode": "a", "darkmode": "b", "DARKMODE": "c"}), [("attributes-differing-in-case", '"darkmode"'), ("attributes-differing-in-case", '"DARKMODE"')]),
        # frames
        ({"comp": "div", "wrapper": {}}, [("wrapper-without-title", '"wrapper"')]),
        ({"comp": "div", "wrapper": {"title": ""}}, []),
        ({"comp": "div", "wrapper": "Orders"}, []),
        # properties
        (custom(properties={"phone-number": "+1"}), [("dashed-property", '"phone-number"')]),
        (custom(properties={"phoneNumber": "+1", "_private-": 1}), []),
        (custom(properties={"darkMode": 1, "darkmode": 1}), [("properties-differing-in-case", '"darkmode"')]),
    ],
)  # fmt: skip
def test_one_component(told: Told, component: dict[str, Any], expected: Seen) -> None:
    assert seen(told(header(component))) == expected


def test_all_forms_of_a_layout_are_read(told: Told) -> None:
    single = {"area": {"advancedHeader": [{"comp": "acme-orders"}]}}
    wrapped = {"name": "Agents", "jsonFileContent": json.dumps(single)}
    (one,) = told(single)
    (inside,) = told(wrapped)
    assert one.seen == ("layout/component-without-script", '"acme-orders"')
    assert one.finding.message == "no script brings the element 'acme-orders'"
    assert inside.seen == ("layout/component-without-script", '\\"acme-orders\\"')


def test_components_are_found_in_every_area(told: Told) -> None:
    page = {"id": "p", "widgets": {"a": {"comp": "div", "children": [{"comp": "agentx-zz"}]}}, "layout": {}}
    area = {"headless": page, "navigation": [{"nav": {}, "page": page}], "homepage": {"page": page}}
    found = told({"area": area})
    assert [one.finding.rule for one in found] == ["layout/unknown-component"]
    assert len(found[0].finding.related) == 2


def test_places_with_a_fixed_element_are_left_to_the_schema(told: Told) -> None:
    for comp in ("md-tabz", "acme-orders", "Md-Tabs", " md-tabs"):
        assert [rule for rule, _ in seen(told({"area": {"panel": {"comp": comp}}}))] == ["panel-without-tabs"]


@pytest.mark.parametrize(
    ("component", "messages"),
    [
        (
            {"comp": "acme-orders", "source": SCRIPT},
            ("the Desktop reads no 'source' in a component; did you mean 'script'?", "write 'script'"),
        ),
        ({"comp": "div", "slot": "tab"}, ("the Desktop reads no 'slot' in a component", "write it inside 'attributes'")),
        ({"comp": "div", "title": "T"}, ("the Desktop reads no 'title' in a component", "write it inside 'wrapper'")),
        (
            {"comp": "div", "somethingElse": 1},
            (
                "the Desktop reads no 'somethingElse' in a component",
                "delete it; what the element itself reads goes into 'attributes' or 'properties'",
            ),
        ),
        ({"comp": "div", "source": SCRIPT}, ("the Desktop reads no 'source' in a component", "delete it; 'div' needs no script")),
        ({"comp": "md-tab", "slot": "tab"}, ("'slot' stands outside 'attributes'", "write it inside 'attributes'")),
        ({"Comp": "div"}, ("'Comp' stands where 'comp' is needed", "write 'comp'")),
        (
            {"comp": "agentx-zzz"},
            (
                "the Desktop is not known to have an element 'agentx-zzz'",
                "check the spelling; an element of your own needs a 'script' and a hyphen",
            ),
        ),
        ({"comp": "notification"}, ("HTML has no element 'notification'; did you mean 'agentx-notification'?", "write 'agentx-notification'")),
        (
            {"comp": "1-orders", "script": SCRIPT},
            ("'1-orders' begins with '1', and names of elements begin with a letter", "write the name of the element: letters, digits and hyphens"),
        ),
        (
            {"comp": "md-spinner "},
            ("'md-spinner ' has a blank in it, and no element has such a name", "write 'md-spinner'"),
        ),
        ({"comp": "div", "style": 1}, ("'style' is not an object", 'move the CSS text into \'attributes\', or write an object such as {"height": "100%"}')),
    ],
)  # fmt: skip
def test_words(told: Told, component: dict[str, Any], messages: tuple[str, str]) -> None:
    (one,) = told(header(component))
    assert (one.finding.message, one.finding.help) == messages


@pytest.mark.parametrize(
    ("component", "safe", "mended"),
    [
        ({"Comp": "div"}, True, {"comp": "div"}),
        ({"comp": "md-tab", "slot": "tab"}, False, {"comp": "md-tab", "attributes": {"slot": "tab"}}),
        ({"com": "div"}, False, {"comp": "div"}),
        ({"comp": "acme-orders", "source": SCRIPT}, False, {"comp": "acme-orders", "script": SCRIPT}),
        (custom(Properties={}), True, custom(properties={})),
        ({"comp": "div", "class": "a", "attributes": {"id": "b"}}, False, {"comp": "div", "attributes": {"id": "b", "class": "a"}}),
        ({"comp": "div", "wrapper": {"id": "b", "title": "a"}, "title": "c"}, None, None),
        ({"comp": "md-spinner "}, True, {"comp": "md-spinner"}),
        ({"comp": "acme orders", "script": SCRIPT}, None, None),
        ({"comp": "MD-Spinner"}, False, {"comp": "md-spinner"}),
        ({"comp": "Acme-Orders"}, None, None),
        ({"comp": "spinner"}, False, {"comp": "md-spinner"}),
        ({"comp": "div", "attributes": {"textContent": "A"}}, True, {"comp": "div", "attributes": {}, "textContent": "A"}),
        ({"comp": "div", "attributes": {"textContent": "A"}, "children": [{"comp": "b"}]}, None, None),
        ({"comp": "div", "style": "top: 0"}, False, {"comp": "div", "attributes": {"style": "top: 0"}}),
        ({"comp": "div", "style": "top: 0", "attributes": {"style": ""}}, None, None),
        ({"comp": "button", "attributes": {"hidden": False}}, False, {"comp": "button", "attributes": {}}),
        (custom(properties={"a-b": "x"}), False, custom(properties={}, attributes={"a-b": "x"})),
        (custom(properties={"a-b": {}}), None, None),
    ],
)  # fmt: skip
def test_fixes(told: Told, component: dict[str, Any], safe: bool | None, mended: Any) -> None:
    (one,) = told(header(component))
    fix = one.finding.fix
    assert (fix.safe if fix else None) is safe
    if fix:
        assert json.loads(one.mended) == header(mended)
        assert told(one.mended) == []


def test_a_script_in_the_same_role_is_enough(told: Told) -> None:
    assert told(header({"comp": "acme-orders"}, custom())) == []


def test_a_script_in_another_role_is_shown_and_does_not_count(told: Told) -> None:
    (one,) = told(roles(agent=[custom()], supervisorAgent=[{"comp": "acme-orders"}, {"comp": "acme-orders"}]))
    assert one.finding.message == "no script brings the element 'acme-orders' in 'supervisorAgent'"
    assert [label.message for label in one.finding.related] == ["and here", "'agent' loads it from here"]


def test_all_uses_of_a_misspelt_element_are_mended_together(told: Told) -> None:
    (one,) = told(header({"comp": "md-spiner"}, {"comp": "md-spiner"}))
    assert one.finding.message == "the Desktop is not known to have an element 'md-spiner'; did you mean 'md-spinner'?"
    assert json.loads(one.mended) == header({"comp": "md-spinner"}, {"comp": "md-spinner"})


def frame(name: Any) -> dict[str, Any]:
    return {"comp": "div", "wrapper": {"title": "A", "id": name}}


def test_ids_of_frames_are_compared_within_a_role(told: Told) -> None:
    assert told(roles(agent=[frame("a"), frame("b")], supervisor=[frame("a")])) == []
    found = told(header(frame("a"), frame("a"), frame("a")))
    assert seen(found) == [("duplicate-wrapper-id", '"a"')] * 2
    assert told(header(frame(""), frame(""), frame(1), frame(1))) == []


def test_frames_that_nobody_sees_need_no_title(told: Told) -> None:
    page = {
        "id": "h",
        "widgets": {"a": custom(wrapper={})},
        "layout": {"areas": [["a"]], "size": {"rows": [1], "cols": [1]}},
    }
    assert told({"agent": {"area": {"headless": page}}}) == []


def test_the_commoner_spelling_of_a_property_counts(told: Told) -> None:
    uses = [custom(properties={name: 1}) for name in ("darkmode", "darkMode", "darkMode")]
    (one,) = told(roles(agent=uses[:2], supervisor=uses[2:]))
    assert one.seen == ("layout/properties-differing-in-case", '"darkmode"')
    assert one.finding.message == "'acme-orders' has the property 'darkmode' here and 'darkMode' elsewhere"
    assert not one.finding.fix.safe
    assert told(one.mended) == []


def test_without_a_commoner_spelling_nothing_is_mended(told: Told) -> None:
    (one,) = told(header(custom(properties={"darkmode": 1}), custom(properties={"darkMode": 1})))
    assert (one.under, one.finding.fix) == ('"darkMode"', None)


def test_spellings_of_attributes_and_of_other_elements_do_not_count(told: Told) -> None:
    other = {"comp": "acme-invoices", "script": SCRIPT, "properties": {"darkmode": 1}}
    assert told(header(custom(attributes={"darkmode": "a"}), custom(attributes={"darkMode": "a"}))) == []
    assert told(header(custom(properties={"darkMode": 1}), other, custom(attributes={"darkmode": "a"}))) == []


@pytest.mark.parametrize(
    ("holder", "first", "second", "under"),
    [
        ("properties", True, "false", '"false"'),
        ("properties", "true", True, '"true"'),
        ("properties", 8, "9.5", '"9.5"'),
        ("attributes", "true", True, "true"),
        ("attributes", False, "true", "false"),
        ("properties", "true", "false", None),
        ("properties", True, False, None),
        ("properties", True, "$STORE.app.darkMode", None),
        ("properties", True, "1", None),
        ("properties", 8, "true", None),
        ("properties", [], "[]", None),
        ("properties", None, "null", None),
        ("attributes", "16", "true", None),
    ],
)
def test_values_in_quotes_and_without(told: Told, holder: str, first: Any, second: Any, under: str | None) -> None:
    found = told(header(custom(**{holder: {"compact": first}}), custom(**{holder: {"compact": second}})))
    assert seen(found) == ([("inconsistently-quoted-value", under)] if under else [])


def test_attributes_and_properties_may_be_written_differently(told: Told) -> None:
    assert told(header(custom(properties={"compact": True}), custom(attributes={"compact": "true"}))) == []


def test_boolean_attributes_may_be_written_in_both_ways(told: Told) -> None:
    tabs = [{"comp": "md-tabs", "attributes": {"justified": value}} for value in (True, "true")]
    assert told(header(*tabs)) == []


def test_attributes_are_texts_in_the_profile_pedantic(told: Told) -> None:
    attributes = {"size": 16, "wide": True, "lost": None, "name": "x", "data": {}}
    found = told(header(custom(attributes=attributes)), "pedantic")
    assert seen(found) == [("attribute-not-text", text) for text in ("16", "true", "null")]
    assert [one.finding.fix and one.finding.fix.safe for one in found] == [True, False, None]
    assert '"size": "16"' in found[0].mended
    assert told(header({"comp": "button", "attributes": {"disabled": True}}), "pedantic") == []


@pytest.mark.parametrize("profile", ["default", "pedantic"])
def test_one_cause_is_told_once(told: Told, profile: str) -> None:
    off = {"comp": "button", "attributes": {"disabled": False}}
    assert seen(told(header(off), profile)) == [("false-boolean-attribute", "false")]
    mixed = header(custom(attributes={"compact": "true"}), custom(attributes={"compact": True}))
    assert seen(told(mixed, profile)) == [("inconsistently-quoted-value", "true")]


@pytest.mark.parametrize("value", [None, True, 7, "", "text", [], [None], [[]], {}, {"": None}, {"a-b": []}, {"id": 7}])
@pytest.mark.parametrize(
    "member",
    ["comp", "script", "attributes", "properties", "children", "textContent", "style", "wrapper", "visibility", "Comp", "source", "x"],
)  # fmt: skip
def test_hostile_values_crash_nothing(told: Told, member: str, value: Any) -> None:
    told(header(custom() | {member: value}, {"comp": "div", member: value}, value), "pedantic")
    told({"area": {"panel": {member: value}, "persistent": [{member: value}, value], "headless": value}}, "pedantic")


def test_an_element_named_almost_like_a_known_one_is_mended_everywhere(told: Told) -> None:
    odd = {"comp": "agentx-custom-dekstop", "script": SCRIPT}
    (found,) = told(header(odd, {"comp": "agentx-custom-desktop", "script": SCRIPT}, odd))
    assert seen([found]) == [("misspelt-component", '"agentx-custom-dekstop"')]
    assert len(found.finding.related) == 1
    assert "dekstop" not in found.mended


def test_of_two_elements_of_one_script_nobody_can_tell_which_is_misspelt(told: Told) -> None:
    one, other = custom(), custom(comp="acme-ordres")
    (found,) = told(roles(agent=[one], supervisorAgent=[other]))
    assert seen([found]) == [("misspelt-component", '"acme-ordres"')]
    assert found.finding.message == "'acme-ordres' has the script of 'acme-orders', from which it differs in a letter"
    assert ([one.message for one in found.finding.related], found.finding.fix) == (["the other one"], None)


@pytest.mark.parametrize(
    ("agent", "supervisor"),
    [
        ([custom(), custom(comp="acme-ordres")], []),
        ([custom(), custom(comp="acme-ordres")], [custom()]),
        ([custom()], [custom(comp="acme-ordres", script=SCRIPT.replace("orders.js", "more.js"))]),
        ([custom()], [custom(comp="acme-order")]),
        ([custom(comp=f"acme-order-{letter}") for letter in "abcdefghijklmnopqrstu"], [custom(comp="acme-order-v")]),
        ([{"comp": "agent-outdial", "script": SCRIPT}], []),
        ([{"comp": "agentx-custom-desktop2", "script": SCRIPT}], []),
    ],
)
def test_names_that_may_be_alike(told: Told, agent: list[Any], supervisor: list[Any]) -> None:
    assert told(roles(agent=agent, supervisor=supervisor)) == []
