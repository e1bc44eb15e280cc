"""What is known of Salesforce's standard fields, against what the sources list."""

from __future__ import annotations

import pytest

from wxcc_lint.catalog.salesforce_fields import (
    field_meant,
    objects_with,
    pop_targets,
    read_facts,
    salesforce_object,
    salesforce_objects,
)

NAMES = ["Task", "Case", "Contact", "Account", "Lead", "Opportunity"]

WRITABLE = {
    "Task": "ActivityDate CallDisposition CallDurationInSeconds CallObject CallType Description IsReminderSet OwnerId Priority "
    "ReminderDateTime Status Subject TaskSubtype Type WhatId WhoId RecordTypeId CurrencyIsoCode IsRecurrence",
    "Case": "AccountId AssetId BusinessHoursId Comments ContactId Description EntitlementId IsEscalated Language Origin OwnerId "
    "ParentId Priority ProductId Reason RecordTypeId SlaStartDate SourceId Status Subject SuppliedCompany SuppliedEmail "
    "SuppliedName SuppliedPhone Type",
    "Contact": "AccountId AssistantName AssistantPhone Birthdate Department Description DoNotCall Email Fax FirstName "
    "HasOptedOutOfEmail HasOptedOutOfFax HomePhone IndividualId LastName LeadSource MailingStreet MailingCity MailingState "
    "MailingPostalCode MailingCountry MailingStateCode MailingCountryCode MiddleName MobilePhone OtherPhone OtherStreet OwnerId "
    "Phone RecordTypeId ReportsToId Salutation Suffix Title",
    "Account": "AccountNumber AccountSource AnnualRevenue BillingStreet ShippingCity Description Fax Industry Name "
    "NumberOfEmployees OwnerId Ownership ParentId Phone Rating RecordTypeId Sic SicDesc Site TickerSymbol Type Website "
    "PersonEmail PersonMobilePhone PersonHomePhone FirstName LastName",
    "Lead": "AnnualRevenue City Company Country Description Email Fax FirstName HasOptedOutOfEmail HasOptedOutOfFax IndividualId "
    "Industry LastName LeadSource MiddleName MobilePhone NumberOfEmployees OwnerId Phone PostalCode Rating RecordTypeId "
    "Salutation State Status Street Suffix Title Website",
    "Opportunity": "AccountId Amount CampaignId CloseDate ContactId Description ForecastCategoryName LeadSource Name NextStep "
    "OwnerId Pricebook2Id Probability RecordTypeId StageName Type",
}
READ_ONLY = {
    "Task": "AccountId IsClosed IsArchived IsDeleted IsHighPriority CompletedDateTime RecurrenceActivityId CreatedById "
    "LastModifiedDate SystemModstamp Id WhoCount WhatCount",
    "Case": "CaseNumber ContactPhone ContactMobile ContactEmail ContactFax ClosedDate IsClosed IsClosedOnCreate IsDeleted "
    "IsStopped MilestoneStatus CreatedDate",
    "Contact": "Name MailingAddress OtherAddress MasterRecordId PhotoUrl IsEmailBounced LastActivityDate",
    "Account": "BillingAddress ShippingAddress MasterRecordId PhotoUrl LastActivityDate IsPersonAccount",
    "Lead": "Name Address ConvertedDate ConvertedAccountId ConvertedContactId PhotoUrl",
    "Opportunity": "ExpectedRevenue Fiscal FiscalYear FiscalQuarter ForecastCategory IsClosed IsWon HasOpportunityLineItem",
}
FEATURES = {
    "Task": "RecordTypeId CurrencyIsoCode WhoCount WhatCount",
    "Case": "AssetId EntitlementId Language ProductId RecordTypeId SlaStartDate SourceId",
    "Contact": "MailingStateCode MailingCountryCode MiddleName RecordTypeId Suffix",
    "Account": "RecordTypeId IsPersonAccount PersonEmail PersonMobilePhone FirstName LastName",
    "Lead": "MiddleName RecordTypeId Suffix",
    "Opportunity": "CampaignId Fiscal Pricebook2Id RecordTypeId",
}


def test_six_objects_are_known():
    assert list(salesforce_objects()) == NAMES
    assert salesforce_object("contact") is None
    assert salesforce_object("Event") is None


@pytest.mark.parametrize("name", NAMES)
def test_lists_hold_what_the_sources_name(name):
    known = salesforce_object(name)
    assert set(WRITABLE[name].split()) - known.writable == set()
    assert set(READ_ONLY[name].split()) - known.read_only.keys() == set()
    assert set(FEATURES[name].split()) - known.features == set()


@pytest.mark.parametrize("name", NAMES)
def test_lists_agree_with_each_other(name):
    known = salesforce_object(name)
    assert known.writable & known.read_only.keys() == set()
    assert known.create_only | set(known.required) | known.lengths.keys() <= known.writable
    assert known.features <= known.writable | known.read_only.keys()
    assert set(known.meant_by.values()) <= known.writable
    assert {instead for instead in known.read_only.values() if instead} <= known.writable
    assert {words for words in known.meant_by if words in {field.casefold() for field in known.writable}} == set()


def test_required_and_create_only_fields():
    assert {name: known.required for name, known in salesforce_objects().items() if known.required} == {
        "Contact": ("LastName",),
        "Account": ("Name",),
        "Lead": ("LastName", "Company"),
        "Opportunity": ("Name", "StageName", "CloseDate"),
    }
    assert {name: set(known.create_only) for name, known in salesforce_objects().items() if known.create_only} == {
        "Task": {"TaskSubtype", "IsRecurrence"},
        "Opportunity": {"ContactId"},
    }


def test_lookups():
    assert salesforce_object("Task").lookups == {"OwnerId", "RecordTypeId", "WhatId", "WhoId"}
    assert {"AccountId", "ContactId", "ParentId"} < salesforce_object("Case").lookups


@pytest.mark.parametrize(
    ("name", "field", "length"),
    [("Task", "Subject", 255), ("Task", "Description", 32000), ("Case", "Subject", 255), ("Opportunity", "Name", 120)],
)
def test_lengths(name, field, length):
    assert salesforce_object(name).lengths[field] == length


@pytest.mark.parametrize(
    ("field", "owners"),
    [
        ("Phone", ("Contact", "Account", "Lead")),
        ("SuppliedPhone", ("Case",)),
        ("WhoId", ("Task",)),
        ("Address", ("Lead",)),
        ("OwnerId", tuple(NAMES)),
        ("phone", ()),
        ("CustomerType", ()),
    ],
)
def test_owners_of_a_field(field, owners):
    assert objects_with(field) == owners


@pytest.mark.parametrize(
    ("name", "field", "instead"),
    [
        ("Case", "ContactPhone", "SuppliedPhone"),
        ("Case", "ContactEmail", "SuppliedEmail"),
        ("Case", "CaseNumber", None),
        ("Contact", "Name", "LastName"),
        ("Contact", "MailingAddress", "MailingStreet"),
        ("Lead", "Address", "Street"),
        ("Opportunity", "ForecastCategory", "ForecastCategoryName"),
        ("Task", "AccountId", "WhatId"),
    ],
)
def test_what_to_write_to_instead(name, field, instead):
    assert salesforce_object(name).read_only[field] == instead


@pytest.mark.parametrize(
    ("words", "name", "meant"),
    [
        ("Account Name", "Case", "AccountId"),
        ("Account Name", "Account", "Name"),
        ("Account.Name", "Case", "AccountId"),
        ("Owner.Name", "Case", "OwnerId"),
        ("Mobile", "Contact", "MobilePhone"),
        ("lead source", "Contact", "LeadSource"),
        ("Web Phone", "Case", "SuppliedPhone"),
        ("Phone ", "Contact", "Phone"),
        ("MobliePhone", "Contact", "MobilePhone"),
        ("Customer Type", "Contact", "Customer_Type__c"),
        ("CustomerType", "Contact", "CustomerType__c"),
        ("Status_c", "Case", "Status__c"),
        (" Desk__c", "Event", "Desk__c"),
        ("Desk Number", "Event", "Desk_Number__c"),
        ("顧客", "Contact", None),
        ("Foo.Bar", "Contact", None),
    ],
)
def test_what_people_mean(words, name, meant):
    assert field_meant(words, name) == meant


@pytest.mark.parametrize("name", NAMES)
def test_only_writable_fields_have_a_set_of_values(name):
    known = salesforce_object(name)
    assert known.value_sets
    assert known.value_sets.keys() <= known.writable - known.lengths.keys()


def test_pop_targets_are_sorted_and_hold_the_known_objects():
    assert list(pop_targets()) == sorted(pop_targets())
    assert set(NAMES) <= set(pop_targets())


def test_facts_say_where_they_come_from():
    facts = read_facts("salesforce-fields.yaml")
    assert facts["evidence"] == "verified"
    assert facts["sources"].keys() == {"reference", "schema", "values", "practice"}
