"""Whole call center definitions of Version 1 and Version 2 in which nothing deserves an error or a warning."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from tests.strategies.layouts import free_text
from wxcc_lint.catalog.callcenter import vocabulary
from wxcc_lint.catalog.regions import regions
from wxcc_lint.catalog.salesforce_fields import salesforce_object

Values = dict[tuple[str, str], str]


class Item(Struct, frozen=True):
    """A setting. `order` is its place among those of its section in the import form."""

    name: str
    label: str
    value: str


class Section(Struct, frozen=True):
    """Settings under a name."""

    name: str
    label: str
    items: tuple[Item, ...]


class Definition(Struct, frozen=True):
    """A definition before it is written down; sections and items stand in the order of their numbers."""

    generation: str
    sections: tuple[Section, ...]

    def value(self, section: str, item: str) -> str | None:
        """Return the value of an item, None where the definition has no such item."""
        found = (it.value for one in self.sections if one.name == section for it in one.items if it.name == item)
        return next(found, None)

    def having(self, values: Values) -> Definition:
        """Return the definition with other values for those of its items that are named."""
        return replace(self, sections=tuple(_having(section, values) for section in self.sections))


def _having(section: Section, values: Values) -> Section:
    items = (replace(it, value=values.get((section.name, it.name), it.value)) for it in section.items)
    return replace(section, items=tuple(items))


# What there may be in a definition

_variables = st.sampled_from(["Account_Id", "visitId", "Case_Number", "Language2"])
_prefixes = st.lists(st.sampled_from(["+44", "+353", "0049", "+61"]), max_size=3, unique=True).map(",".join)
_sizes = st.integers(420, 800).map(str)
_booleans = st.sampled_from(["true", "false"])
_constants = st.sampled_from(["Phone", "A 'b'", "1 & 2 < 3", "Größe", "履歴", "]]>", "😀"])


def _fields(target: str) -> st.SearchStrategy[list[str]]:
    known = salesforce_object(target)
    assert known is not None
    plain = sorted(known.writable - known.lookups - known.features - known.create_only - set(known.value_sets))
    some = st.sampled_from([*plain, "Visit__c", "acme__Reason__c"])
    return st.lists(some, min_size=1, max_size=3, unique=True)


_LONGEST = 255
"""Characters that a value may have; Version 2 has no lists that long."""
_OBJECTS = ("Contact", "Lead", "Case", "Account")
_FIELDS = {target: _fields(target) for target in (*_OBJECTS, "Task")}


@st.composite
def _mapping(draw: st.DrawFn, target: str, names: tuple[str, str], *, is_text: bool) -> str:
    """Return a list that fills fields from variables or with constants; `is_text`: its switches are in quotes."""
    on, off = ("true", "false") if is_text else (True, False)
    entries: list[dict[str, Any]] = []
    for field in draw(_FIELDS[target]):
        entry = {names[0]: draw(_variables), names[1]: field, "isDefaultValueEnabled": off}
        if draw(st.booleans()):
            entry |= {"isDefaultValueEnabled": on, "defaultFieldValue": draw(_constants)}
        if is_text:
            entry["isConditionalEnabled"] = off
        entries.append(entry)
    indent = draw(st.sampled_from([None, 1]))
    while len(text := json.dumps(entries, indent=indent, ensure_ascii=False)) > _LONGEST:
        entries.pop()
    return text


def _w_mapping(target: str) -> st.SearchStrategy[str]:
    return _mapping(target, ("wxccFieldName", "sfdcFieldName"), is_text=True)


@st.composite
def _new_record(draw: st.DrawFn, target: str) -> Values:
    """Return what fills a new record: fields from the call as it is, or one by a table."""
    section = "reqNoRecordMatchConfig"
    values = {(section, "isNoRecordMatchScenarioEnabled"): "true", (section, "nameOfCrmRecordObject"): target}
    if draw(st.booleans()):
        return values | {(section, "sfdcObjetFieldCadVariableMappings1"): draw(_w_mapping(target))}
    said = draw(st.lists(_constants, min_size=1, max_size=2, unique=True))
    rows = [{"WxCCFieldName": "queueName", "wxccFieldValue": one, "sfdcFieldValue": "Hotline"} for one in said]
    switches = {"isDefaultValueEnabled": "false", "isConditionalEnabled": "true"}
    entry = {"wxccFieldName": "queueName", "sfdcFieldName": "Visit__c", **switches}
    return values | {
        (section, "sfdcObjetFieldCadVariableMappings1"): json.dumps([entry]),
        (section, "sfdcObjectFieldConditionalMappings1"): json.dumps(rows, ensure_ascii=False),
    }


def _field_list(target: str) -> st.SearchStrategy[str]:
    pairs = st.builds(
        lambda fields, variable: [f"{field}={{{variable}}}" for field in fields], _FIELDS[target], _variables
    )
    return pairs.map(",".join)


@st.composite
def _version_1(draw: st.DrawFn) -> Values:
    """Return the values of some features that are switched on with all that they need."""
    target = draw(st.sampled_from(_OBJECTS))
    general, pop, activity = "reqGeneralInfo", "reqAdvanceScreenpopConfig", "reqActivityRecordConfig"
    case, omni = "reqSFDCCaseConfig", "reqOmniStateSyncConfig"
    region = draw(st.sampled_from(sorted(regions())))
    features: dict[str, Values] = {
        "size": {(general, "reqSoftphoneHeight"): draw(_sizes), (general, "reqSoftphoneWidth"): draw(_sizes)},
        "pop": {(pop, "reqIsAdvancedScreenpopEnabled"): "true", (pop, "screenpopSearchParamCadName"): draw(_variables)},
        "prefixes": {(pop, "prefixStringTobeRemoved"): draw(_prefixes)},
        "nobody": draw(_new_record(target)),
        "outdial": {("reqOutDialConfig", "reqIsOutDialAniToBeSet"): draw(_booleans)},
        "activity": {
            (activity, "isActivityRecordCreationAtConnected"): "true",
            (activity, "activityRecordOpenedInEditmodeConnectedState"): draw(_booleans),
        },
        "owner": {
            (activity, "isActivityRecordCreationAtConnected"): "true",
            (activity, "isActivityRecordOwnershiptobeChangedForTransferredCalls"): "true",
        },
        "notes": {(activity, "isCallNotesEnabled"): "true", (activity, "sfdcFieldForcallNotes"): "Notes__c"},
        "subject": {(activity, "ActivitySubjectTemplate"): "{direction} " + draw(_constants)},
        "fields": {
            (activity, "reqIsCadVariableUpdatedToActivity"): "true",
            **dict.fromkeys(
                [(activity, "CadSalesforceFieldMapping"), (activity, "CadSalesforceFieldMapping1")],
                draw(_mapping("Task", ("CadFieldName", "SalesforceFieldName"), is_text=False)),
            ),
        },
        "case": {
            (case, "isCaseCreationEnabledForInboundCalls"): draw(_booleans),
            (case, "isCreatedCaseObjectToBeOpenInEditMode"): draw(_booleans),
            (case, "sfdcCaseFieldCadVariableMappings1"): draw(_w_mapping("Case")),
            (case, "sfdcCaseFieldCadVariableMappings2"): "[]",
        },
        "omni": {
            (omni, "isOmniStateSyncEnabled"): "true",
            (omni, "defaultOmniStateForCall"): "On a Call",
            (omni, "defaultOmniStateForOmniChannel"): "Omni-Channel",
        },
    }
    return {(general, "reqAdapterUrl"): regions()[region].adapter_url} | _some(draw, features)


@st.composite
def _version_2(draw: st.DrawFn) -> Values:
    """Return the values of some features that are switched on with all that they need."""
    general, activity, pop = "reqGeneralInfo", "wxCCCallActivity", "advancedScreenPopData"
    case, omni = "objectCreationManagement", "omnichannelStateSyncConfiguration"
    region = draw(st.sampled_from(sorted(regions())))
    features: dict[str, Values] = {
        "size": {(general, "reqSoftphoneHeight"): draw(_sizes), (general, "reqSoftphoneWidth"): draw(_sizes)},
        "pop": {(pop, "openCtiEnableAdvancedScreenPop"): "true", (pop, "openCtiCadSearchVariable"): draw(_variables)},
        "prefixes": {(pop, "openCtiRemoveANIPrefix"): draw(_prefixes)},
        "nobody": {
            ("screenpopNoRecordMatch", "noRecordMatchObjectFieldMappings"): draw(_field_list("Contact")),
        },
        "outdial": {("outdialData", "outdialRemovePrefix"): draw(_prefixes)},
        "owner": {
            (activity, "changeActivityRecordOwnership"): "true",
            (activity, "cadVarNameWithActivityId"): "ActivityId",
        },
        "notes": {(activity, "liveCallNotesFieldMapping"): "Notes__c"},
        "subject": {(activity, "subjectTemplate"): "{direction} " + draw(_constants)},
        "fields": {(activity, "objectFieldMapping"): draw(_field_list("Task"))},
        "case": {
            (case, "createObjectIncoming"): draw(_booleans),
            (case, "openInEditMode"): draw(_booleans),
            (case, "objectFieldMapping"): draw(_field_list("Case")),
        },
        "omni": {
            (omni, "enableOmniChannelSync"): "true",
            (omni, "omniChannelNotReadyReason"): "On a Call",
            (omni, "wxCCIdleReasonCode"): "Omni-Channel",
        },
        "widgets": {("widgetSettings", "sendBrowserNotifications"): draw(_booleans)},
    }
    return {("wxCCReqData", "openCtiWxCCRegion"): region} | _some(draw, features)


def _some(draw: st.DrawFn, features: dict[str, Values]) -> Values:
    chosen = draw(st.lists(st.sampled_from(sorted(features)), max_size=5, unique=True))
    return {key: value for name in chosen for key, value in features[name].items()}


@st.composite
def definitions(draw: st.DrawFn, generations: tuple[str, ...] = ("v1", "v2"), newest: bool = False) -> Definition:
    """Return a definition of some release, with some of the labels and values that admins change."""
    generation = draw(st.sampled_from(generations))
    releases = vocabulary(generation).releases
    release = releases[-1] if newest else draw(st.sampled_from(releases))
    values: Values = draw(_version_1() if generation == "v1" else _version_2())
    values["reqGeneralInfo", "reqDisplayName"] = draw(free_text)
    relabelled = {draw(st.sampled_from(sorted(release.items))): draw(free_text)}
    sections = tuple(
        Section(
            section.name,
            section.label,
            tuple(
                Item(it.name, relabelled.get(key, it.label), it.default)
                for key, it in release.items.items()
                if it.section == section.name
            ),
        )
        for section in release.sections.values()
    )
    return Definition(generation, sections).having(values)
