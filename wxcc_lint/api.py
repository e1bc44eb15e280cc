"""All that a rule author imports."""

from __future__ import annotations

from wxcc_lint.catalog.callcenter import ItemFact, Release, platform_items, vocabulary
from wxcc_lint.catalog.counterparts import counterpart
from wxcc_lint.catalog.date_formats import DateLetters, date_letters
from wxcc_lint.catalog.generations import recognise
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.catalog.regions import Region, desktop_code, host_of, region_of, regions
from wxcc_lint.catalog.salesforce_fields import (
    SalesforceObject,
    field_meant,
    objects_with,
    pop_targets,
    salesforce_object,
)
from wxcc_lint.catalog.salesforce_names import as_custom_field, field_name_fault, namespace_of, object_name_fault
from wxcc_lint.conformance import MAPPING_SCHEMAS, mapping_shape
from wxcc_lint.documents.callcenter import Item, Section
from wxcc_lint.documents.callcenter_mappings import (
    Condition,
    ConditionTable,
    Entry,
    FieldMapping,
    WrittenField,
    compact_json,
    condition_tables,
    field_mappings,
    mapping_entries,
    written_fields,
)
from wxcc_lint.documents.callcenter_mirrors import Mirror, custom_settings, mirrors
from wxcc_lint.documents.callcenter_region import StatedRegion, stated_region
from wxcc_lint.documents.callcenter_view import GENERAL, CallCenter
from wxcc_lint.documents.component_files import component_name, lies_among_components
from wxcc_lint.documents.field_lists import ListedField, field_lists, holds_json, listed_fields
from wxcc_lint.documents.item_texts import Part, date_parts, prefixes, template_parts
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.layout_nodes import Component, Page, Role, RoleName
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.nodes import Node
from wxcc_lint.problems import Edit, Fix, Label, Problem
from wxcc_lint.rules import rule
from wxcc_lint.schema import load_schema
from wxcc_lint.suggest import closest, did_you_mean

__all__ = [
    "GENERAL",
    "MAPPING_SCHEMAS",
    "CallCenter",
    "Component",
    "Condition",
    "ConditionTable",
    "DateLetters",
    "Document",
    "Edit",
    "Entry",
    "FieldMapping",
    "Fix",
    "Item",
    "ItemFact",
    "Label",
    "Layout",
    "ListedField",
    "Mirror",
    "Node",
    "Page",
    "Part",
    "Path",
    "Place",
    "Problem",
    "Region",
    "Release",
    "Role",
    "RoleName",
    "SalesforceObject",
    "Section",
    "StatedRegion",
    "WrittenField",
    "as_custom_field",
    "closest",
    "compact_json",
    "component_name",
    "condition_tables",
    "counterpart",
    "custom_settings",
    "date_letters",
    "date_parts",
    "default_layout",
    "desktop_code",
    "did_you_mean",
    "field_lists",
    "field_mappings",
    "field_meant",
    "field_name_fault",
    "holds_json",
    "host_of",
    "lies_among_components",
    "listed_fields",
    "load_schema",
    "mapping_entries",
    "mapping_shape",
    "mirrors",
    "namespace_of",
    "object_name_fault",
    "objects_with",
    "parse_json",
    "platform_items",
    "pop_targets",
    "prefixes",
    "recognise",
    "region_of",
    "regions",
    "rule",
    "salesforce_object",
    "stated_region",
    "template_parts",
    "vocabulary",
    "written_fields",
]
