"""What rules on call centers know beyond `wxcc_lint.api`."""

from __future__ import annotations

from wxcc_lint.catalog.callcenter import platform_items as platform_items
from wxcc_lint.catalog.callcenter import vocabulary as vocabulary
from wxcc_lint.catalog.counterparts import counterpart as counterpart
from wxcc_lint.catalog.date_formats import DateLetters as DateLetters
from wxcc_lint.catalog.date_formats import date_letters as date_letters
from wxcc_lint.catalog.generations import recognise as recognise
from wxcc_lint.catalog.salesforce_fields import (
    SalesforceObject as SalesforceObject,
)
from wxcc_lint.catalog.salesforce_fields import (
    field_meant as field_meant,
)
from wxcc_lint.catalog.salesforce_fields import (
    objects_with as objects_with,
)
from wxcc_lint.catalog.salesforce_fields import (
    pop_targets as pop_targets,
)
from wxcc_lint.catalog.salesforce_fields import (
    salesforce_object as salesforce_object,
)
from wxcc_lint.catalog.salesforce_names import (
    as_custom_field as as_custom_field,
)
from wxcc_lint.catalog.salesforce_names import (
    field_name_fault as field_name_fault,
)
from wxcc_lint.catalog.salesforce_names import (
    namespace_of as namespace_of,
)
from wxcc_lint.catalog.salesforce_names import (
    object_name_fault as object_name_fault,
)
from wxcc_lint.conformance import MAPPING_SCHEMAS as MAPPING_SCHEMAS
from wxcc_lint.conformance import mapping_shape as mapping_shape
from wxcc_lint.documents.callcenter_mappings import (
    Condition as Condition,
)
from wxcc_lint.documents.callcenter_mappings import (
    ConditionTable as ConditionTable,
)
from wxcc_lint.documents.callcenter_mappings import (
    Entry as Entry,
)
from wxcc_lint.documents.callcenter_mappings import (
    FieldMapping as FieldMapping,
)
from wxcc_lint.documents.callcenter_mappings import (
    WrittenField as WrittenField,
)
from wxcc_lint.documents.callcenter_mappings import (
    compact_json as compact_json,
)
from wxcc_lint.documents.callcenter_mappings import (
    condition_tables as condition_tables,
)
from wxcc_lint.documents.callcenter_mappings import (
    field_mappings as field_mappings,
)
from wxcc_lint.documents.callcenter_mappings import (
    mapping_entries as mapping_entries,
)
from wxcc_lint.documents.callcenter_mappings import (
    written_fields as written_fields,
)
from wxcc_lint.documents.callcenter_mirrors import (
    Mirror as Mirror,
)
from wxcc_lint.documents.callcenter_mirrors import (
    custom_settings as custom_settings,
)
from wxcc_lint.documents.callcenter_mirrors import (
    mirrors as mirrors,
)
from wxcc_lint.documents.callcenter_region import StatedRegion as StatedRegion
from wxcc_lint.documents.callcenter_region import stated_region as stated_region
from wxcc_lint.documents.callcenter_view import GENERAL as GENERAL
from wxcc_lint.documents.component_files import (
    component_name as component_name,
)
from wxcc_lint.documents.component_files import (
    lies_among_components as lies_among_components,
)
from wxcc_lint.documents.field_lists import (
    ListedField as ListedField,
)
from wxcc_lint.documents.field_lists import (
    field_lists as field_lists,
)
from wxcc_lint.documents.field_lists import (
    holds_json as holds_json,
)
from wxcc_lint.documents.field_lists import (
    listed_fields as listed_fields,
)
from wxcc_lint.documents.item_texts import (
    Part as Part,
)
from wxcc_lint.documents.item_texts import (
    date_parts as date_parts,
)
from wxcc_lint.documents.item_texts import (
    prefixes as prefixes,
)
from wxcc_lint.documents.item_texts import (
    template_parts as template_parts,
)
from wxcc_lint.documents.json import parse_json as parse_json
from wxcc_lint.schema import load_schema as load_schema
