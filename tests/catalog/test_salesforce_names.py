"""The grammar of API names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.catalog.salesforce_names import as_custom_field, field_name_fault, namespace_of, object_name_fault

FIELDS = ["Phone", "phone", "A1", "Foo__c", "Foo__C", "A_b_c__c", "ns__Foo__c", "Foo__pc", "Spot__Latitude__s"]
FIELDS += ["ns__Spot__City__s", f"{'x' * 40}__c", f"{'n' * 15}__Foo__c", "cisco_wxcc_scv__A__c"]


@pytest.mark.parametrize("name", FIELDS)
def test_sound_field_names(name):
    assert field_name_fault(name) is None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("", "it is blank"),
        (" ", "it is blank"),
        ("Phone ", "there is a blank around it"),
        ("Account Name", "it has a blank in it, as labels have"),
        ("Account\u00a0Name", "it has a blank in it, as labels have"),
        ("Account.Name", "the dot leads to a field of another record"),
        ("Owner__r.Name", "the dot leads to a field of another record"),
        ("Straße__c", "it has 'ß' in it"),
        ("customer-type", "it has '-' in it"),
        ("{Phone}", "it has '{' in it"),
        ("Foo_c", "a custom field ends in __c, with two underscores"),
        ("Foo_Bar", "only a custom field has underscores, and it ends in __c"),
        ("Foo_", "it must begin with a letter and end with a letter or digit"),
        ("9a", "it must begin with a letter and end with a letter or digit"),
        ("Foo__r", "__r is the way to another record, a field ends in __c"),
        ("Foo__pr", "__pr is the way to another record, a field ends in __c"),
        ("Foo__mdt", "__mdt is how an object ends, a field ends in __c"),
        ("Foo__x", "__x is how an object ends, a field ends in __c"),
        ("Foo__d", "it ends in __d, a custom field ends in __c"),
        ("Foo__", "it ends in __, a custom field ends in __c"),
        ("__c", "what stands before __ must begin with a letter and end with a letter or digit"),
        ("_Foo__c", "what stands before __ must begin with a letter and end with a letter or digit"),
        ("Foo___c", "what stands before __ must begin with a letter and end with a letter or digit"),
        ("9__Foo__c", "what stands before __ must begin with a letter and end with a letter or digit"),
        ("a__b__C__c", "two underscores in a row stand only behind a package prefix and before the ending"),
        (f"{'x' * 41}__c", "it has 41 characters before the ending, and Salesforce allows 40"),
        (f"{'n' * 16}__Foo__c", "the package prefix has 16 characters, and Salesforce allows 15"),
    ],
)
def test_faults_of_field_names(name, fault):
    assert field_name_fault(name) == fault


@pytest.mark.parametrize("name", ["Contact", "case", "Ticket__c", "ns__Ticket__c", "Order__x"])
def test_sound_object_names(name):
    assert object_name_fault(name) is None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("Service Ticket", "it has a blank in it, as labels have"),
        ("Ticket_c", "a custom object ends in __c, with two underscores"),
        ("Ticket_List", "only a custom object has underscores, and it ends in __c"),
        ("Ticket__mdt", "a record of an object that ends in __mdt cannot be opened for an agent"),
        ("Ticket__kav", "a record of an object that ends in __kav cannot be opened for an agent"),
        ("Ticket__r", "it ends in __r, a custom object ends in __c"),
        ("Ticket__pc", "it ends in __pc, a custom object ends in __c"),
    ],
)
def test_faults_of_object_names(name, fault):
    assert object_name_fault(name) == fault


@pytest.mark.parametrize(
    ("name", "namespace"),
    [("Phone", None), ("Foo__c", None), ("ns__Foo__c", "ns"), ("Spot__City__s", None), ("ns__Spot__City__s", "ns")],
)
def test_namespace(name, namespace):
    assert namespace_of(name) == namespace


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Customer Type", "Customer_Type__c"),
        ("CustomerType", "CustomerType__c"),
        ("customer-type", "customer_type__c"),
        ("Foo_c", "Foo__c"),
        ("Foo__c", "Foo__c"),
        ("Foo__r", "Foo__c"),
        ("Foo___c", "Foo__c"),
        ("ns__Foo__d", None),
        ("Straße", None),
        ("Account.Name", None),
        ("", None),
    ],
)
def test_custom_field_that_is_meant(words, name):
    assert as_custom_field(words) == name


PART = r"[A-Za-z](?:_?[A-Za-z0-9]){0,50}"


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="aZ9_ .é", max_size=60) | st.from_regex(rf"\A({PART}__)?{PART}__(c|r|mdt)\Z"))
def test_every_name_is_judged_as_one_regular_expression_does(name):
    standard = re.fullmatch("[A-Za-z][A-Za-z0-9]*", name)
    custom = re.fullmatch(r"(?:([A-Za-z](?:_?[A-Za-z0-9])*)__)?([A-Za-z](?:_?[A-Za-z0-9])*)__c", name)
    fits = custom and len(custom[1] or "") <= 15 and len(custom[2]) <= 40
    assert (field_name_fault(name) is None) == bool(standard or fits)
