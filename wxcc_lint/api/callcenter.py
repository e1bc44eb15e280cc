"""What rules on call centers know beyond `wxcc_lint.api`."""

from __future__ import annotations

from wxcc_lint.catalog.callcenter import platform_items as platform_items, vocabulary as vocabulary
from wxcc_lint.catalog.counterparts import counterpart as counterpart
from wxcc_lint.catalog.date_formats import DateLetters as DateLetters, date_letters as date_letters
from wxcc_lint.catalog.generations import recognise as recognise
from wxcc_lint.catalog.salesforce_fields import (
    SalesforceObject as SalesforceObject,
    field_meant as field_meant,
    objects_with as objects_with,
    pop_targets as pop_targets,
    salesforce_object as salesforce_object,
)
from wxcc_lint.catalog.salesforce_names import (
    as_custom_field as as_custom_field,
    field_name_fault as field_name_fault,
    namespace_of as namespace_of,
    object_name_fault as object_name_fault,
)
from wxcc_lint.conformance import MAPPING_SCHEMAS as MAPPING_SCHEMAS, mapping_shape as mapping_shape
from wxcc_lint.documents.callcenter_mappings import (
    Condition as Condition,
    ConditionTable as ConditionTable,
    Entry as Entry,
    FieldMapping as FieldMapping,
    WrittenField as WrittenField,
    compact_json as compact_json,
    condition_tables as condition_tables,
    field_mappings as field_mappings,
    mapping_entries as mapping_entries,
    written_fields as written_fields,
)
from wxcc_lint.documents.callcenter_mirrors import (
    Mirror as Mirror,
    custom_settings as custom_settings,
    mirrors as mirrors,
)
from wxcc_lint.documents.callcenter_region import StatedRegion as StatedRegion, stated_region as stated_region
from wxcc_lint.documents.callcenter_view import GENERAL as GENERAL
from wxcc_lint.documents.component_files import (
    component_name as component_name,
    lies_among_components as lies_among_components,
)
from wxcc_lint.documents.field_lists import (
    ListedField as ListedField,
    field_lists as field_lists,
    holds_json as holds_json,
    listed_fields as listed_fields,
)
from wxcc_lint.documents.item_texts import (
    Part as Part,
    date_parts as date_parts,
    prefixes as prefixes,
    template_parts as template_parts,
)
from wxcc_lint.documents.json import parse_json as parse_json
from wxcc_lint.schema import load_schema as load_schema
