"""The sample of a Salesforce project: clean as its golden files say, and each component is of the type that it claims.

The types are those of the Metadata WSDL, which the package `simple-salesforce` ships. Its sequences have an order, and the
Metadata API takes any; so children are sorted as the WSDL has them, and all else is judged strictly: unknown elements, elements
that lack or are too many, values that do not fit. The same is asked of the components in the good examples of rules.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE
from wxcc_lint.config import load_config
from wxcc_lint.discover import discover
from wxcc_lint.documents.salesforce import metadata_type
from wxcc_lint.example_fences import fences
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.rules import Profile
from wxcc_lint.run import check
from wxcc_lint.verdict import Policy

SAMPLE = Path(__file__).resolve().parents[1] / "fixtures" / "projects" / "salesforce"
COMPONENTS = sorted(SAMPLE.glob("force-app/**/*-meta.xml"))
_XSD = "{http://www.w3.org/2001/XMLSchema}"


# --- What is found in it ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", ["default", "strict", "pedantic"])
def test_the_sample_shows_what_its_expected_file_says(profile: Profile) -> None:
    expected = SAMPLE / f"expected-{profile}.txt"
    policy = Policy(load_config(SAMPLE / ".wxcc-lint.yaml", ".wxcc-lint.yaml"), date(2026, 1, 1), profile=profile)
    result = check(discover([SAMPLE], SAMPLE), policy, builtin_rules(), SAMPLE)
    shown = REPORTERS["concise"](result.judgement.report, color=False, width=120)
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(shown, encoding="utf-8", newline="\n")
    assert (result.notes, result.complaints) == ([], [])
    assert shown == expected.read_text("utf-8")


# --- What the Metadata API takes -------------------------------------------------------------------------------------


@cache
def wsdl() -> etree._Element:
    return etree.parse(files("simple_salesforce") / "metadata.wsdl").getroot()


@cache
def types() -> dict[str, etree._Element]:
    return {one.get("name"): one for one in wsdl().iter(f"{_XSD}complexType") if one.get("name")}


@cache
def schema_of(root: str, *, complete: bool) -> etree.XMLSchema:
    """Return the schema of one type: a file has its type's name as root. Without `complete` nothing is required."""
    schema = etree.fromstring(etree.tostring(wsdl().find(f".//{_XSD}schema")))
    needed = reachable(root)
    for one in schema.findall("*"):
        if one.tag == f"{_XSD}element" or (one.tag == f"{_XSD}complexType" and one.get("name") not in needed):
            schema.remove(one)
    for one in () if complete else schema.iter(f"{_XSD}element"):
        one.set("minOccurs", "0")
    etree.SubElement(schema, f"{_XSD}element", name=root, type=f"tns:{root}")
    return etree.XMLSchema(schema)


def reachable(name: str) -> set[str]:
    """Return the types that a type is made of, itself among them."""
    found, waiting = set(), {name} & types().keys()
    while waiting:
        one = waiting.pop()
        found.add(one)
        named = (part.get("base") or part.get("type") or "" for part in types()[one].iter())
        waiting |= ({each.removeprefix("tns:") for each in named} & types().keys()) - found
    return found


@cache
def members(name: str) -> dict[str, str]:
    """Return the elements of a type in the order of the WSDL, those that it inherits first, with the names of their types."""
    found: dict[str, str] = {}
    for one in types()[name].iter(f"{_XSD}extension", f"{_XSD}element"):
        if one.tag == f"{_XSD}extension":
            found |= members(one.get("base").removeprefix("tns:"))
        else:
            found[one.get("name")] = one.get("type").removeprefix("tns:")
    return found


def in_order(element: etree._Element, type_name: str) -> None:
    """Sort what an element holds as the WSDL has it; what it does not know goes to the end."""
    known = members(type_name) if type_name in types() else {}
    places = {f"{{{NAMESPACE}}}{name}": place for place, name in enumerate(known)}
    element[:] = sorted(element, key=lambda child: places.get(child.tag, len(places)))
    for child in element:
        in_order(child, known.get(etree.QName(child).localname, ""))


def faults(text: bytes, *, complete: bool = True) -> list[str]:
    """Return what keeps a component from being of its type."""
    root = etree.fromstring(text, etree.XMLParser(remove_comments=True))
    in_order(root, etree.QName(root).localname)
    schema = schema_of(etree.QName(root).localname, complete=complete)
    return [] if schema.validate(root) else [one.message.replace(f"{{{NAMESPACE}}}", "") for one in schema.error_log]


@pytest.mark.parametrize("path", [*COMPONENTS, SAMPLE / "manifest" / "package.xml"], ids=lambda path: path.name)
def test_each_component_is_of_the_type_that_its_root_names(path: Path) -> None:
    assert faults(path.read_bytes()) == []


def good_components() -> Iterator[tuple[str, str]]:
    """Yield the components in good examples, but for call centers, which are cut down, and parts of decomposed ones."""
    for rule in builtin_rules().values():
        for fence in fences(rule.docs):
            known = metadata_type(fence.text.encode()) if NAMESPACE in fence.text else None
            if not fence.bad and known is not None and known.name != "CallCenter":
                yield f"{rule.name}-{fence.number}", fence.text


def test_components_in_good_examples_of_rules_are_of_their_types() -> None:
    assert "salesforce/misplaced-activity-field" in {name.rpartition("-")[0] for name, _ in good_components()}
    wrong = {name: found for name, text in good_components() if (found := faults(text.encode(), complete=False))}
    assert wrong == {}


# --- That the validation would tell ----------------------------------------------------------------------------------

SITE = SAMPLE / "force-app/main/default/cspTrustedSites/Webex_Desktop.cspTrustedSite-meta.xml"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "<isActive>true</isActive>",
            "<isActive>yes</isActive>",
            "'yes' is not a valid value of the atomic type 'xs:boolean'",
        ),
        (
            "<isActive>true</isActive>",
            "<active>true</active>",
            "This element is not expected. Expected is ( isActive )",
        ),
        (
            "<isActive>true</isActive>",
            "<isActive>true</isActive><isNew>true</isNew>",
            "'isNew': This element is not expected",
        ),
        (
            "<context>LEX</context>",
            "<context>Lightning</context>",
            "The value 'Lightning' is not an element of the set",
        ),
        (
            "<isActive>true</isActive>",
            "<isActive>true</isActive><isActive>true</isActive>",
            "'isActive': This element is not expected",
        ),
    ],
)
def test_the_validation_tells_what_is_wrong(old: str, new: str, told: str) -> None:
    text = SITE.read_text("utf-8")
    assert old in text
    assert told in " ".join(faults(text.replace(old, new).encode()))


def test_the_order_of_elements_does_not_matter() -> None:
    text = SITE.read_text("utf-8")
    moved = text.replace("    <context>LEX</context>\n", "").replace(
        "</CspTrustedSite>", "<context>LEX</context></CspTrustedSite>"
    )
    assert moved != text
    assert faults(moved.encode()) == []
