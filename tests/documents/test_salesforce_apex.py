"""The outline of an Apex class: names, modifiers, methods and queries, in any text."""

from __future__ import annotations

import time

import pytest

from wxcc_lint.documents.model import Place
from wxcc_lint.documents.salesforce import parse_component
from wxcc_lint.documents.salesforce_apex import ApexClass, access_of, apex_class
from wxcc_lint.documents.salesforce_view import SalesforceComponent


def outline(text: str) -> ApexClass | None:
    return apex_class(SalesforceComponent(parse_component("classes/A.cls", text)))


def under(place: Place) -> str:
    span = place.span
    return place.document.text.text[span.start : span.end]


WHOLE = """/* class Not { */
// class NotEither {
@IsTest(SeeAllData=true)
public with sharing class Statuses extends Base implements I, J {
    private static final String QUERY = 'SELECT Id {' + f(1);
    public String name { get; set; }
    static { init(); }
    public Statuses(Integer a) { super(a); }
    @AuraEnabled(cacheable=true)
    global static Map<String, List<Id>> find(String a, Integer b) {
        if (a == '}\\'') { return null; } // }
        List<X> x = [SELECT Id, toLabel(Name) FROM X WHERE Id IN (SELECT Y FROM Z) AND A = :b[0]];
        return [select Id from ServicePresenceStatus];
    }
    class Inner { void find() {} }
    abstract String Fetch ( ) ;
}
public class Behind { void no() {} }
"""


def test_a_class_has_a_name_modifiers_and_methods() -> None:
    found = outline(WHOLE)
    assert found is not None
    assert (found.name.text, under(found.name.at)) == ("Statuses", "Statuses")
    assert {word: under(at) for word, at in found.modifiers.items()} == {
        "public": "public",
        "with": "with",
        "sharing": "sharing",
    }
    assert found.is_derived
    assert [one.name.text for one in found.methods] == ["Statuses", "find", "Fetch"]
    constructor, method, bodiless = found.methods
    assert (constructor.returns.text, constructor.parameters.text) == ("", "Integer a")
    assert (method.returns.text, under(method.returns.at)) == ("Map<String, List<Id>>", "Map<String, List<Id>>")
    assert method.parameters.text == "String a, Integer b"
    assert list(method.modifiers) == ["global", "static"]
    assert access_of(method.modifiers) == "global"
    assert access_of(bodiless.modifiers) is None
    assert (bodiless.returns.text, bodiless.parameters.text, bodiless.queries) == ("String", "", ())
    assert found.methods_called("FETCH") == [bodiless]


def test_queries_are_what_stands_in_brackets_of_their_own() -> None:
    found = outline(WHOLE)
    assert found is not None
    first, second = found.methods[1].queries
    assert first.between("select", "from") == {"id", ",", "tolabel", "(", "name", ")"}
    assert [word.text for word in first.words][-6:] == ["=", ":", "b", "[", "0", "]"]
    assert (first.names("servicepresencestatus"), second.names("servicepresencestatus")) == (False, True)
    assert under(second.words[3].at) == "ServicePresenceStatus"
    assert second.between("select", "where") == frozenset()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("global class sfdcOmni Channel { }", "sfdcOmni Channel"),
        ("global class sfdcOmni\n  Channel implements A { }", "sfdcOmni Channel"),
        ("GLOBAL CLASS A", "A"),
        ("global class A-B {", "A-B"),
        ("@Deprecated global class Ä {", "Ä"),
        ("public class", None),
        ("public class {}", None),
        ("public enum A { B }", None),
        ("(hidden)", None),
        ("'class A {", None),
        ("'''\nclass A {''' class B {", "B"),
        ("", None),
    ],
)
def test_a_name_is_what_stands_behind_the_word(text: str, name: str | None) -> None:
    found = outline(text)
    assert (found and found.name.text) == name


def test_damaged_methods_have_an_outline_as_well() -> None:
    found = outline("class A { public 静的 文字列 Fetch() { 戻る [SELECT Id, NameFROM X } String Two Words(")
    assert found is not None
    assert [(one.returns.text, one.name.text) for one in found.methods] == [("静的 文字列", "Fetch")]
    assert [word.text for word in found.methods[0].queries[0].words] == ["SELECT", "Id", ",", "NameFROM", "X"]


@pytest.mark.parametrize("piece", ["[SELECT ", "/*", "'\\", "{", "}", "(", "@a(", "class A { x(", "a.", ";"])
def test_no_text_takes_long(piece: str) -> None:
    started = time.process_time()
    outline("class A { void b() { " + piece * 50_000)
    outline(piece * 50_000)
    assert time.process_time() - started < 10


def test_metadata_beside_the_source_has_no_outline() -> None:
    text = '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><status>Active</status></ApexClass>'
    assert apex_class(SalesforceComponent(parse_component("classes/A.cls-meta.xml", text))) is None
