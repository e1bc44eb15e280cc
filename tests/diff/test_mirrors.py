"""What a call center says outside its sections stands in for what its sections lack."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest

from wxcc_lint.diff.tree import Branch, Leaf
from wxcc_lint.documents.load import parse
from wxcc_lint.documents.model import Place

GENERAL = "reqGeneralInfo"


def metadata(*elements: str, sections: str = "", name: str = "cc.xml", settings: str = "") -> Any:
    custom = f"<customSettings>{escape(settings)}</customSettings>" if settings else ""
    text = f'<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">{"".join(elements)}{custom}{sections}</CallCenter>'
    return parse(name, text.encode(), "callcenter")


def general(**items: str) -> str:
    inside = "".join(
        f"<items><label>L</label><name>{name}</name><value>{text}</value></items>" for name, text in items.items()
    )
    return f"<sections>{inside}<label>G</label><name>{GENERAL}</name></sections>"


NAME = "<fullName>WebexCCAgentDesktopV20241121</fullName>"
SHOWN = "<displayName>Acme</displayName><displayNameLabel>Shown as</displayNameLabel>"
LABEL = "<internalNameLabel>Name</internalNameLabel>"


def items_of(diff: Any, document: Any) -> dict[str, tuple[Any, Any, dict[str, Any]]]:
    """The items of the general section: value, words of the file, and labels."""
    tree, _ = diff.trees(document, document)
    section = tree.children[GENERAL]
    assert isinstance(section, Branch)
    found = {}
    for name, one in section.children.items():
        assert isinstance(one, Leaf)
        labels = {key: label.value for key, label in one.attributes.items() if isinstance(label, Leaf)}
        found[str(name)] = (one.value, one.written, labels)
    return found


def test_elements_are_items_with_the_labels_that_stand_beside_them(diff: Any) -> None:
    document = metadata(NAME, LABEL, SHOWN, "<adapterUrl>HTTPS://Acme.com/</adapterUrl>")
    assert items_of(diff, document) == {
        "reqInternalName": ("WebexCCAgentDesktopV20241121", "WebexCCAgentDesktopV20241121", {"@label": "Name"}),
        "reqDisplayName": ("Acme", "Acme", {"@label": "Shown as"}),
        "reqAdapterUrl": ("https://acme.com", "HTTPS://Acme.com/", {}),
    }


def test_what_the_section_has_is_told_by_the_section(diff: Any) -> None:
    document = metadata(NAME, SHOWN, sections=general(reqDisplayName="Other"))
    assert items_of(diff, document)["reqDisplayName"] == ("Other", "Other", {"@label": "L"})


def test_a_file_without_a_name_is_called_as_the_file_is(diff: Any) -> None:
    document = metadata(SHOWN, name="callCenters/Acme2.callCenter-meta.xml")
    left, _ = diff.trees(document, document)
    other = metadata("<fullName>Acme3</fullName>", SHOWN, name="callCenters/Acme2.callCenter-meta.xml")
    assert items_of(diff, document)["reqInternalName"] == ("Acme2", "Acme2", {})
    assert items_of(diff, other)["reqInternalName"] == ("Acme3", "Acme3", {})
    assert left.children[GENERAL].children["reqInternalName"].place.path == ()
    assert "reqInternalName" not in items_of(diff, metadata(SHOWN))


def test_settings_are_items_too(diff: Any) -> None:
    document = metadata(NAME, settings='{"reqUseApi": "True", "reqSoftphoneHeight": 550}')
    assert items_of(diff, document) == {
        "reqInternalName": ("WebexCCAgentDesktopV20241121", "WebexCCAgentDesktopV20241121", {}),
        "reqUseApi": ("true", "True", {}),
        "reqSoftphoneHeight": (550, 550, {}),
    }
    tree, _ = diff.trees(document, document)
    assert tree.children[GENERAL].children["reqUseApi"].place.path == ("reqUseApi",)


@pytest.mark.parametrize("settings", ["[1]", "{", '"x"'])
def test_settings_that_are_no_object_are_none(diff: Any, settings: str) -> None:
    assert list(items_of(diff, metadata(NAME, settings=settings))) == ["reqInternalName"]


def test_variables_are_shown_as_they_are_written(diff: Any) -> None:
    document = metadata(NAME, "<adapterUrl>${URL}</adapterUrl>", settings='{"reqUseApi": "${API}"}')
    variables = {"URL": "https://acme.com", "API": "TRUE"}
    tree, _ = diff.trees(document, document, variables=variables)
    section = tree.children[GENERAL].children
    assert [(section[name].value, section[name].written) for name in ("reqAdapterUrl", "reqUseApi")] == [
        ("https://acme.com", "${URL}"),
        ("true", "${API}"),
    ]


def test_a_section_that_is_not_there_stands_where_the_definition_does(diff: Any) -> None:
    document = metadata(NAME)
    tree, _ = diff.trees(document, document)
    assert tree.children[GENERAL].place == Place(document, ())


def test_nothing_outside_gives_no_section(diff: Any) -> None:
    document = metadata(sections="<sections><label>S</label><name>s</name></sections>")
    tree, _ = diff.trees(document, document)
    assert list(tree.children) == ["s"]
