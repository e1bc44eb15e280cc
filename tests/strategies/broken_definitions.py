"""Ways to break a definition in one place, each with the rule that is to tell it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from tests.strategies.definitions import Definition, Item, Section, Values
from wxcc_lint.documents.model import Path


class Breaker(Struct, frozen=True):
    """What is done to a definition of the newest release, and the places that a finding may be at."""

    rule: str
    generation: str
    breaks: Callable[[Definition], Definition]
    at: tuple[Path, ...]


def _set(rule: str, generation: str, values: Values, *at: Path) -> Breaker:
    """Break by values; without other places, those are the places."""
    return Breaker(rule, generation, lambda one: one.having(values), at or tuple(values))


def _section(
    rule: str, generation: str, name: str, change: Callable[[Section], tuple[Section, ...]], *at: Path
) -> Breaker:
    """Break by putting others in the place of a section."""

    def breaks(one: Definition) -> Definition:
        parts = [change(section) if section.name == name else (section,) for section in one.sections]
        return replace(one, sections=tuple(section for part in parts for section in part))

    return Breaker(rule, generation, breaks, at or ((name,),))


def _items(
    rule: str, generation: str, path: tuple[str, str], change: Callable[[Item], tuple[Item, ...]], *at: Path
) -> Breaker:
    """Break by putting others in the place of an item."""

    def changed(section: Section) -> tuple[Section, ...]:
        parts = [change(item) if item.name == path[1] else (item,) for item in section.items]
        return (replace(section, items=tuple(item for part in parts for item in part)),)

    return _section(rule, generation, path[0], changed, *at)


_GENERAL, _ACTIVITY, _NOBODY = "reqGeneralInfo", "reqActivityRecordConfig", "reqNoRecordMatchConfig"
_POP, _CASE, _OMNI = "reqAdvanceScreenpopConfig", "reqSFDCCaseConfig", "reqOmniStateSyncConfig"
_CREATE = (_ACTIVITY, "isActivityRecordCreationAtConnected")
_OPEN = (_ACTIVITY, "activityRecordOpenedInEditmodeConnectedState")
_OWNER = (_ACTIVITY, "isActivityRecordOwnershiptobeChangedForTransferredCalls")
_MAPPING = (_NOBODY, "sfdcObjetFieldCadVariableMappings1")
_TABLE = (_NOBODY, "sfdcObjectFieldConditionalMappings1")
_NO_SOURCE = '[{"sfdcFieldName":"Visit__c","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]'
_URL = (_GENERAL, "reqAdapterUrl")
_API = (_GENERAL, "reqUseApi")

BREAKERS = {
    "open without create": _set(
        "callcenter/open-on-connect-without-create", "v1", {_CREATE: "false", _OPEN: "true", _OWNER: "false"}
    ),
    "owner without create": _set(
        "callcenter/ownership-change-without-create", "v1", {_CREATE: "false", _OPEN: "false", _OWNER: "true"}
    ),
    "notes without field": _set(
        "callcenter/live-notes-without-field",
        "v1",
        {(_ACTIVITY, "isCallNotesEnabled"): "true", (_ACTIVITY, "sfdcFieldForcallNotes"): ""},
    ),
    "record of no object": _set(
        "callcenter/no-match-pop-without-object",
        "v1",
        {(_NOBODY, "isNoRecordMatchScenarioEnabled"): "true", (_NOBODY, "nameOfCrmRecordObject"): ""},
    ),
    "search by nothing": _set(
        "callcenter/advanced-pop-without-variable",
        "v1",
        {(_POP, "reqIsAdvancedScreenpopEnabled"): "true", (_POP, "screenpopSearchParamCadName"): ""},
    ),
    "mapping cut off": _set("callcenter/invalid-mapping-json", "v1", {_MAPPING: '[{"wxccFieldName":"a",'}),
    "mapping as object": _set("callcenter/mapping-not-array", "v1", {_MAPPING: "{}", _TABLE: "[]"}),
    "mapping without source": _set("callcenter/invalid-mapping", "v1", {_MAPPING: _NO_SOURCE, _TABLE: "[]"}),
    "no CTI API": _set("callcenter/disabled-cti-api", "v1", {_API: "false"}),
    "no switch": _set("callcenter/invalid-boolean", "v1", {_CREATE: "flase", _OPEN: "false", _OWNER: "false"}),
    "size in words": _set("callcenter/invalid-softphone-size", "v1", {(_GENERAL, "reqSoftphoneWidth"): "wide"}),
    "unknown region": _set("callcenter/unknown-region", "v1", {_URL: "https://desktop.wxcc-eu9.cisco.com/"}),
    "foreign host": _set("callcenter/foreign-adapter-host", "v1", {_URL: "https://phone.acme.com/"}),
    "unknown mode": _set(
        "callcenter/invalid-compatibility-mode", "v1", {(_GENERAL, "reqSalesforceCompatibilityMode"): "Lightening"}
    ),
    "padded value": _set("callcenter/padded-value", "v1", {(_GENERAL, "reqSoftphoneHeight"): " 401"}),
    "foreign namespace": _set("callcenter/foreign-namespace", "v1", {(_ACTIVITY, "reqSalesforceNamespace"): "acme"}),
    "cases open twice": _set(
        "callcenter/conflicting-case-open-modes",
        "v1",
        {
            (_CASE, "isCreatedCaseObjectToBeOpenInEditMode"): "true",
            (_CASE, "isOpenCaseObjectAlwaysInViewMode"): "true",
        },
    ),
    "states of nobody": _set(
        "callcenter/omni-sync-without-codes",
        "v1",
        {(_OMNI, "isOmniStateSyncEnabled"): "true", (_OMNI, "defaultOmniStateForCall"): ""},
    ),
    "item twice": _items("callcenter/duplicate-item", "v1", _CREATE, lambda item: (item, item)),
    "section twice": _section(
        "callcenter/duplicate-section", "v1", _OMNI, lambda section: (section, section), (_OMNI,), (_OMNI, 2)
    ),
    "item misspelt": _items(
        "callcenter/unknown-item",
        "v1",
        (_ACTIVITY, "SubjectDateFormat"),
        lambda item: (replace(item, name="SubjectDateFormatt"),),
    ),
    "required item gone": _items("callcenter/missing-required-item", "v1", _API, lambda _: ()),
    "unknown region code": _set("callcenter/unknown-region-code", "v2", {("wxCCReqData", "openCtiWxCCRegion"): "eu9"}),
    "another connector": _set("callcenter/changed-connector-address", "v2", {_URL: "https://phone.acme.com/"}),
    "list without variable": _set(
        "callcenter/invalid-field-list", "v2", {("wxCCCallActivity", "objectFieldMapping"): "Visit__c=Visit"}
    ),
    "notes of nowhere": _set(
        "callcenter/switch-without-value",
        "v2",
        {("wxCCCallActivity", "recordCallLiveNotes"): "true", ("wxCCCallActivity", "liveCallNotesFieldMapping"): ""},
    ),
}
