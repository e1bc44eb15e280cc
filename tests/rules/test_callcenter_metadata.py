"""Metadata components: what they say twice, their settings in JSON, and what files are named."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.rules.conftest import seen
from wxcc_lint.catalog.callcenter import render_import, vocabulary

NAMESPACE = "http://soap.sforce.com/2006/04/metadata"
V1, V2, SCV = (render_import(vocabulary(generation).releases[-1]) for generation in ("v1", "v2", "scv"))
V1_NAME = vocabulary().releases[-1].internal_name


def as_it_is(text: str) -> str:
    return text


def with_entities(text: str) -> str:
    return text.replace('"', "&quot;")


def in_cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


# how JSON is written into the element, and how a part of it looks there
SPELLINGS = {"raw": (as_it_is, as_it_is), "&quot;": (with_entities, with_entities), "CDATA": (in_cdata, as_it_is)}
ITEMS = {"reqAdapterUrl": "https://phone.example.com/", "reqUseApi": "true", "reqSoftphoneHeight": "300"}


def component(custom: str | None = None, *elements: str, items: dict[str, str] | None = None) -> str:
    """Return a small component of some other vendor."""
    said = "".join(
        f"<items><label>{name}</label><name>{name}</name><value>{value}</value></items>\n"
        for name, value in {**ITEMS, **(items or {})}.items()
    )
    custom_settings = "" if custom is None else f"<customSettings>{custom}</customSettings>"
    return (
        f'<CallCenter xmlns="{NAMESPACE}">\n{custom_settings}\n{"".join(elements)}\n<displayName>Phone</displayName>\n'
        f"<sections>\n{said}<label>General</label><name>reqGeneralInfo</name>\n</sections>\n</CallCenter>\n"
    )


def import_file(internal_name: str = "Phone") -> str:
    return (
        '<callCenter><section sortOrder="0" name="reqGeneralInfo" label="General">'
        f'<item sortOrder="0" name="reqInternalName" label="Name">{internal_name}</item>'
        '<item sortOrder="1" name="reqDisplayName" label="Shown">Phone</item></section></callCenter>'
    )


# --- what is said twice ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("whole", "part"), SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize(
    ("json", "expected"),
    [
        ("{}", []),
        ("", []),
        (" \n", []),
        ('{"reqSoftphoneHeight":"300","reqUseApi":"true"}', []),
        ('{"reqSoftphoneHeight":" 300 "}', []),
        ('{"reqTimeout":"5000","reqCallCenterType":"x"}', []),
        ('{"reqSoftphoneHeight":"301"}', ['"301"']),
        ('{"reqSoftphoneHeight":"1","reqUseApi":"false"}', ['"1"', '"false"']),
        ('{"reqUseApi":"TRUE"}', ['"TRUE"']),
        ('{"reqSoftphoneHeight":""}', ['""']),
    ],
)
def test_each_setting_that_disagrees_is_told(findings, whole, part, json, expected):
    found = findings(component(whole(json)))
    assert seen(found) == [("callcenter/contradictory-metadata", part(value)) for value in expected]
    for one in found:
        assert len(findings(one.mended)) == len(expected) - 1


@pytest.mark.parametrize(
    ("element", "value", "expected"),
    [
        ("adapterUrl", "https://phone.example.com/", []),
        ("adapterUrl", "https://phone.example.com", []),
        ("adapterUrl", " https://phone.example.com/\n", []),
        ("adapterUrl", "https://old.example.com/", ["https://old.example.com/"]),
        ("internalNameLabel", "Anything", []),
    ],
)
def test_element_that_disagrees_is_told(findings, element, value, expected):
    found = findings(component(None, f"<{element}>{value}</{element}>"))
    assert seen(found) == [("callcenter/contradictory-metadata", under) for under in expected]


def test_contradiction_shows_both_places_and_offers_the_value_of_the_section(findings):
    text = component(None, "<adapterUrl>https://old.example.com/</adapterUrl>")
    (found,) = findings(text)
    assert found.finding.message == (
        "'reqAdapterUrl' is 'https://phone.example.com/' in its section, but 'https://old.example.com/' in adapterUrl"
    )
    assert [(one.location.line, one.message) for one in found.finding.related] == [(6, "the section says this")]
    assert found.mended == text.replace("old.", "phone.")
    assert found.finding.fix.safe is False


def test_display_name_in_the_sections_is_compared_as_well(findings):
    (found,) = findings(component(items={"reqDisplayName": "Telephone"}))
    assert found.seen == ("callcenter/contradictory-metadata", "Phone")
    assert found.finding.message == "'reqDisplayName' is 'Telephone' in its section, but 'Phone' in displayName"


def test_import_form_has_nothing_to_contradict(findings):
    text = import_file().replace("<callCenter>", "<callCenter><adapterUrl>https://x.example/</adapterUrl>")
    assert seen(findings(text)) == [("callcenter/unknown-element", "adapterUrl")]


# --- settings in JSON ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("json", "under", "message", "mended"),
    [
        ('{"a":"1",}', ",", "customSettings cannot be read as JSON: ", None),
        ("{'a':'1'}", "'a'", "customSettings cannot be read as JSON: ", None),
        ("none", "none", "customSettings cannot be read as JSON: ", None),
        ("[]", "[]", "customSettings are not one object in braces", None),
        ('"x"', '"x"', "customSettings are not one object in braces", None),
        ('{"a":true}', "true", "'a' in customSettings is not a text in double quotes", '{"a":"true"}'),
        ('{"a":5.0}', "5.0", "'a' in customSettings is not a text in double quotes", '{"a":"5.0"}'),
        ('{"a":null}', "null", "'a' in customSettings is not a text in double quotes", None),
        ('{"a":{"b":"1"}}', '{"b":"1"}', "'a' in customSettings is not a text in double quotes", None),
    ],
)
@pytest.mark.parametrize(("whole", "part"), SPELLINGS.values(), ids=SPELLINGS)
def test_settings_that_are_no_object_of_texts(findings, whole, part, json, under, message, mended):
    (found,) = findings(component(whole(json)))
    assert found.seen == ("callcenter/invalid-custom-settings", part(under))
    assert found.finding.message.startswith(message)
    assert (found.finding.fix is not None) == (mended is not None)
    if mended is not None:
        assert found.finding.fix.safe
        assert found.mended == component(whole(mended))


def test_place_of_a_setting_is_found_behind_entities(findings):
    (found,) = findings(component("{&quot;a&quot;:&quot;1&quot;,&quot;b&quot;:true}"))
    assert (found.finding.location.line, found.finding.location.column, found.under) == (2, 60, "true")
    assert found.mended == component("{&quot;a&quot;:&quot;1&quot;,&quot;b&quot;:&quot;true&quot;}")
    assert found.finding.at == "/@customSettings/b"


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(json=st.text('{}[]":,\\ \n1atrue&;reqSoftphoneHeight', max_size=40))
def test_no_settings_crash_a_rule(findings, json):
    escaped = json.replace("&", "&amp;").replace("<", "&lt;")
    assert "meta/internal-error" not in [one.finding.rule for one in findings(component(escaped), profile="pedantic")]


# --- names of files --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "elements", "items", "expected"),
    [
        ("Phone.callCenter-meta.xml", "", {}, []),
        ("callCenters/Phone.callCenter", "", {"reqInternalName": "Phone"}, []),
        ("callCenters/Phone.callCenter", "<fullName>Phone</fullName>", {}, []),
        ("Phone.callCenter", "<fullName>Old</fullName>", {}, [("mismatched-file-name", "Old")]),
        ("Phone.callCenter", "", {"reqInternalName": "Old"}, [("mismatched-file-name", "Old")]),
        ("Phone.callCenter", "", {"reqInternalName": "phone"}, [("mismatched-file-name", "phone")]),
        ("retrieved.xml", "<fullName>Old</fullName>", {"reqInternalName": "Older"}, []),
        ("My_Phone.callCenter-meta.xml", "", {}, [("invalid-internal-name", "CallCenter")]),
        ("1Phone.callCenter", "", {}, [("invalid-internal-name", "CallCenter")]),
        (f"{'P' * 41}.callCenter", "", {}, [("invalid-internal-name", "CallCenter")]),
        (f"{'P' * 40}.callCenter", "", {}, []),
        ("my_phone.xml", "", {}, []),
        ("x.xml", "<fullName>My Phone</fullName>", {}, [("invalid-internal-name", "My Phone")]),
    ],
)
def test_name_of_the_file_is_the_internal_name(findings, file, elements, items, expected):
    found = findings(component(None, elements, items=items), name=file)
    assert seen(found) == [(f"callcenter/{rule}", under) for rule, under in expected]


def test_wrong_file_name_says_what_to_rename(findings):
    (found,) = findings(component(), name="callCenters/My-Phone.callCenter-meta.xml")
    assert found.finding.message == (
        "'My-Phone', the name of the file, cannot be the internal name of a call center: '-' is not allowed in it"
    )
    (found,) = findings(component(items={"reqInternalName": "Old"}), name="Phone.callCenter")
    assert found.finding.message == "'reqInternalName' is 'Old', but the file is named after 'Phone'"
    assert found.finding.help == "write Phone here, or rename the file if the call center in Salesforce is Old"


@pytest.mark.parametrize(
    ("name", "message", "instead"),
    [
        (
            "Acme_Phone",
            "'Acme_Phone' cannot be the internal name of a call center: '_' is not allowed in it",
            "AcmePhone",
        ),
        ("1Phone", "'1Phone' cannot be the internal name of a call center: it must begin with a letter", None),
        ("Télé", "'Télé' cannot be the internal name of a call center: 'é' is not allowed in it", "Tl"),
        ("", "the internal name is blank", None),
        ("{replace this}", "'{replace this}' is a placeholder, not an internal name", None),
        ("&lt;your name&gt;", "'<your name>' is a placeholder, not an internal name", None),
        (
            "P" * 41,
            f"'{'P' * 41}' cannot be the internal name of a call center: it has 41 characters, and Salesforce allows 40",
            None,
        ),
    ],
)
def test_internal_name_in_any_file_for_the_import(findings, name, message, instead):
    for text in (import_file(name), V2.replace("wxCcCallCenter", name), SCV.replace("WxCCContactCenterSCV", name)):
        found = [one for one in findings(text) if one.finding.rule == "callcenter/invalid-internal-name"]
        assert [one.finding.message for one in found] == [message]
        assert found[0].under == (name or "reqInternalName")
        fix = found[0].finding.fix
        assert (fix.edits[0].text if fix else None) == instead
        assert fix is None or not fix.safe


# --- forms and folders -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "file", "expected"),
    [
        (V1, "crm/definition.xml", []),
        (V1, "crm/Phone.callCenter-meta.xml", ["import-form-as-component"]),
        (V1, "crm/Phone.callCenter", ["import-form-as-component"]),
        (V1, "force-app/main/default/callCenters/definition.xml", ["import-form-as-component"]),
        (V1, "callCenters.xml", []),
        (V1.replace("<callCenter>", f'<callCenter xmlns="{NAMESPACE}">'), "crm/x.xml", ["import-form-like-component"]),
        (V2, "crm/definition.xml", []),
        (V2, "crm/OpenCTI.callCenter-meta.xml", ["import-form-like-component"]),
        (V2, "force-app/main/default/callCenters/OpenCTI.callCenter-meta.xml", ["import-form-as-component"]),
        (import_file(), "src/callCenters/Phone.callCenter", ["import-form-as-component"]),
        (component(), "src/callCenters/Phone.callCenter", []),
        (component(), "retrieved.xml", []),
    ],
)
def test_import_form_among_components(findings, text, file, expected):
    mine = {"callcenter/import-form-as-component", "callcenter/import-form-like-component"}
    found = [one for one in findings(text, name=file, profile="strict") if one.finding.rule in mine]
    assert [one.finding.rule.removeprefix("callcenter/") for one in found] == expected
    assert {one.under for one in found} <= {"callCenter"}


@pytest.mark.parametrize(
    ("text", "under", "message"),
    [
        (
            import_file().replace("callCenter>", "CallCenter>"),
            "CallCenter",
            "the outermost element is 'CallCenter', but what stands in it is written for the import in Setup",
        ),
        (
            component().replace("<CallCenter", "<callCenter").replace("</CallCenter", "</callCenter"),
            "callCenter",
            "the outermost element is 'callCenter', but what stands in it is written for a deployment",
        ),
    ],
)
def test_root_of_the_other_form(findings, text, under, message):
    for file in ("x.xml", "callCenters/Phone.callCenter"):
        (found,) = findings(text, name=file, profile="strict")
        assert found.seen == ("callcenter/root-of-the-other-form", under)
        assert found.finding.message == message


def test_newest_release_of_each_generation_is_clean_as_a_component(findings, as_metadata):
    for text, name in ((V1, V1_NAME), (V2, "wxCcCallCenter")):
        assert findings(as_metadata(text), name=f"callCenters/{name}.callCenter-meta.xml") == []
