"""The import form and the metadata form of one definition say the same, whatever order and whatever repeats they have."""

from __future__ import annotations

import json

from tests.strategies.checking import changes, read
from tests.strategies.definitions import Definition, Item, Section
from tests.strategies.xml_texts import XmlStyle

_FIRST, _SECOND = "sfdcCaseFieldCadVariableMappings1", "sfdcCaseFieldCadVariableMappings2"
DEFINITION = Definition(
    "v1",
    (
        Section(
            "reqGeneralInfo",
            "General",
            (
                Item("reqInternalName", "InternalName", "acme"),
                Item("reqDisplayName", "Display Name", "Acme"),
                Item("reqAdapterUrl", "Adapter", "https://desktop.wxcc-us1.cisco.com"),
            ),
        ),
        Section(
            "reqSFDCCaseConfig",
            "Cases",
            (
                Item(_FIRST, "Field Mappings", '[{"CadFieldName": "A", "sfdcFieldName": "Subject"}]'),
                Item(_SECOND, "Object Field Mappings", '[{"CadFieldName": "B", "sfdcFieldName": "Origin"}]'),
            ),
        ),
    ),
)
IMPORT, TURNED = XmlStyle(), XmlStyle(turned_round=True)
METADATA, REPEATING = XmlStyle(form="metadata"), XmlStyle(form="metadata", mirrors=True)


def told(one: XmlStyle, other: XmlStyle, definition: Definition = DEFINITION) -> object:
    return changes(*(read(style.name(definition), style.data(definition)) for style in (one, other)))


def test_a_list_has_the_label_of_its_first_item_wherever_that_stands() -> None:
    assert told(IMPORT, TURNED) == []
    assert told(TURNED, METADATA) == []
    assert told(METADATA, TURNED) == []


def test_settings_that_only_repeat_the_items_are_no_change() -> None:
    assert told(METADATA, REPEATING) == []
    assert told(REPEATING, METADATA) == []
    assert told(REPEATING, TURNED) == []


def test_settings_that_say_something_else_are_one() -> None:
    name = METADATA.name(DEFINITION)
    text = REPEATING.text(DEFINITION)
    settings = json.dumps({"reqUseApi": "true"}).replace('"', "&quot;")
    start, end = text.index("<customSettings>"), text.index("</customSettings>")
    other = f"{text[:start]}<customSettings>{settings}{text[end:]}"
    found = changes(read(name, METADATA.data(DEFINITION)), read(name, other.encode()))
    assert found != []
