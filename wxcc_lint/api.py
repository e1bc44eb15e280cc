"""All that a rule author imports."""

from __future__ import annotations

from wxcc_lint.allowlist_fixes import replaced_by
from wxcc_lint.catalog.allowlist import is_around_desktop, is_first_party, open_domain, salesforce_entries
from wxcc_lint.catalog.callcenter import ItemFact, Release, platform_items, vocabulary
from wxcc_lint.catalog.counterparts import counterpart
from wxcc_lint.catalog.date_formats import DateLetters, date_letters
from wxcc_lint.catalog.desktop_slots import DesktopTab, desktop_tab, desktop_tabs, slots_in, visibility_tags
from wxcc_lint.catalog.generations import recognise
from wxcc_lint.catalog.hosts import host_fact, is_ip_address, is_local, is_private, is_shared, is_vendors
from wxcc_lint.catalog.layout_components import (
    element_meant,
    is_boolean_attribute,
    is_builtin,
    known_elements,
    name_fault,
    needs_script,
    sounds_builtin,
    unfit_character,
)
from wxcc_lint.catalog.layout_facts import PartFacts, SettingFacts, part_facts, setting_facts
from wxcc_lint.catalog.layout_header import header_components, header_height
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.catalog.named_regions import NamedRegion, environment_path, named_regions
from wxcc_lint.catalog.navigation import built_in_route, icon_meant, report_components
from wxcc_lint.catalog.placeholders import Placeholder, placeholders
from wxcc_lint.catalog.recording import recording_host, recording_hosts, redirect_path, shipped_recording_region
from wxcc_lint.catalog.regions import Region, desktop_code, host_of, region_of, regions
from wxcc_lint.catalog.salesforce_connector import connector_of
from wxcc_lint.catalog.salesforce_fields import (
    SalesforceObject,
    field_meant,
    objects_with,
    pop_targets,
    salesforce_object,
)
from wxcc_lint.catalog.salesforce_names import as_custom_field, field_name_fault, namespace_of, object_name_fault
from wxcc_lint.catalog.salesforce_omni import OmniFacts, omni_facts
from wxcc_lint.catalog.salesforce_package import PackageFacts, package_facts
from wxcc_lint.catalog.secrets import known_secret, likely_secret
from wxcc_lint.catalog.store import StoreRoot, StoreSlip, kind_in_store, store_roots, store_slip, was_in_store
from wxcc_lint.catalog.translations import translation_keys
from wxcc_lint.catalog.unframed_hosts import unframed_hosts
from wxcc_lint.component_members import UnknownKey, moved, unknown_keys, unread_keys
from wxcc_lint.conformance import MAPPING_SCHEMAS, mapping_shape
from wxcc_lint.diff.view import Drift
from wxcc_lint.documents.allowed_hosts import UnlistedHost, unlisted_hosts, wanted_sources
from wxcc_lint.documents.allowlist import AllowEntry, AllowList
from wxcc_lint.documents.allowlist_entries import (
    Coverage,
    bare_entry,
    entry_meant,
    has_misplaced_wildcard,
    is_over_wide,
    wider_entries,
)
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
from wxcc_lint.documents.host_sources import HostSource, host_source
from wxcc_lint.documents.item_texts import Part, date_parts, prefixes, template_parts
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.layout_alike import alike
from wxcc_lint.documents.layout_grids import Cell, Grid, PageGrids, flows, grids_of, nested_grids
from wxcc_lint.documents.layout_header import header_kind, in_header, is_outermost
from wxcc_lint.documents.layout_hosts import hosts_of_kind, is_for_tests, systems_for_tests
from wxcc_lint.documents.layout_navigation import (
    NavigationEntry,
    comps_on,
    entries_of,
    navigation_entries,
    unfit_for_path,
)
from wxcc_lint.documents.layout_nodes import ROLES, Component, Page, Role, RoleName, below
from wxcc_lint.documents.layout_parts import part_name, part_names
from wxcc_lint.documents.layout_pieces import piece_of
from wxcc_lint.documents.layout_repeats import Repeat, repeats
from wxcc_lint.documents.layout_store import (
    MisspeltReference,
    Reference,
    Step,
    can_mix,
    misspelt_references,
    references_in,
    store_references,
    tidied_reference,
    unusual_store_texts,
)
from wxcc_lint.documents.layout_styles import Style, styles
from wxcc_lint.documents.layout_tabs import (
    Slot,
    TabGroup,
    TabPair,
    attribute,
    inside,
    is_on,
    label_of,
    slot_of,
    slots_among,
    tab_groups,
    tab_part,
)
from wxcc_lint.documents.layout_texts import Address, LayoutText
from wxcc_lint.documents.layout_translations import translatable_texts, translation_key, translation_meant
from wxcc_lint.documents.layout_twins import (
    Version,
    Widget,
    conflicts,
    differing_settings,
    mixed_versions,
    owner,
    stray_scripts,
    twins,
    whereabouts,
    widgets,
)
from wxcc_lint.documents.layout_uses import by_role, has_fixed_name
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.nodes import Node
from wxcc_lint.documents.org import Org, OrgLayout
from wxcc_lint.documents.org_access import org_roles_without
from wxcc_lint.documents.org_codes import idle_codes, idle_items, offers_idle_code
from wxcc_lint.documents.org_fields import described_targets
from wxcc_lint.documents.org_objects import DANGLING, OrgObject
from wxcc_lint.documents.org_outdial import ShownNumber, entries_with, last_digits, mapped_to, shown_numbers
from wxcc_lint.documents.org_teams import is_for_salesforce, named, teams_with
from wxcc_lint.documents.org_variables import VariableUse, variable_uses, variables_in_use
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.project_access import AgentRole, agent_roles, roles_without
from wxcc_lint.documents.project_adapters import Adapter, adapters
from wxcc_lint.documents.project_apps import UtilityBar, utility_bars
from wxcc_lint.documents.project_fields import (
    ACTIVITIES,
    ProjectField,
    ProjectFields,
    custom_name_meant,
    custom_targets,
    fields_in,
)
from wxcc_lint.documents.project_layouts import declared_layouts, is_unread, undeclared_layouts
from wxcc_lint.documents.project_omni import (
    has_omni_class,
    means_omni_class,
    misspelt_omni_classes,
    omni_class,
    omni_switches,
    presence_items,
)
from wxcc_lint.documents.project_package import lacks_package, package_removal
from wxcc_lint.documents.project_picklists import Picklist, picklist_of
from wxcc_lint.documents.project_regions import region_conflicts
from wxcc_lint.documents.project_variables import open_references, used_variables
from wxcc_lint.documents.salesforce_apex import ApexClass, ApexMethod, ApexQuery, ApexWord, access_of, apex_class
from wxcc_lint.documents.salesforce_connector import (
    ConnectorSetting,
    connector_components,
    connector_version,
    has_actions_widget,
    outdial_anis,
    version_numbers,
)
from wxcc_lint.documents.salesforce_layouts import TaskLayout, task_layouts
from wxcc_lint.documents.salesforce_recording import RecordingSetting, recording_records, recording_settings
from wxcc_lint.documents.salesforce_tree import outside_files, source_trees, unread_decompositions
from wxcc_lint.documents.salesforce_urls import ListedUrl, listed_url, listed_urls, stated_directives
from wxcc_lint.documents.salesforce_view import MetadataPart, SalesforceComponent
from wxcc_lint.layout_keys import (
    StrayKey,
    known_areas,
    known_settings,
    misspelt_roles,
    stray_areas,
    stray_roles,
    stray_settings,
)
from wxcc_lint.problems import Edit, Fix, Label, Problem
from wxcc_lint.region_problems import region_problem
from wxcc_lint.rules import rule
from wxcc_lint.schema import load_schema
from wxcc_lint.suggest import closest, did_you_mean

__all__ = [
    "ACTIVITIES",
    "DANGLING",
    "GENERAL",
    "MAPPING_SCHEMAS",
    "ROLES",
    "Adapter",
    "Address",
    "AgentRole",
    "AllowEntry",
    "AllowList",
    "ApexClass",
    "ApexMethod",
    "ApexQuery",
    "ApexWord",
    "CallCenter",
    "Cell",
    "Component",
    "Condition",
    "ConditionTable",
    "ConnectorSetting",
    "Coverage",
    "DateLetters",
    "DesktopTab",
    "Document",
    "Drift",
    "Edit",
    "Entry",
    "FieldMapping",
    "Fix",
    "Grid",
    "HostSource",
    "Item",
    "ItemFact",
    "Label",
    "Layout",
    "LayoutText",
    "ListedField",
    "ListedUrl",
    "MetadataPart",
    "Mirror",
    "MisspeltReference",
    "NamedRegion",
    "NavigationEntry",
    "Node",
    "OmniFacts",
    "Org",
    "OrgLayout",
    "OrgObject",
    "PackageFacts",
    "Page",
    "PageGrids",
    "Part",
    "PartFacts",
    "Path",
    "Picklist",
    "Place",
    "Placeholder",
    "Problem",
    "Project",
    "ProjectField",
    "ProjectFields",
    "RecordingSetting",
    "Reference",
    "Region",
    "Release",
    "Repeat",
    "Role",
    "RoleName",
    "SalesforceComponent",
    "SalesforceObject",
    "Section",
    "SettingFacts",
    "ShownNumber",
    "Slot",
    "StatedRegion",
    "Step",
    "StoreRoot",
    "StoreSlip",
    "StrayKey",
    "Style",
    "TabGroup",
    "TabPair",
    "TaskLayout",
    "UnknownKey",
    "UnlistedHost",
    "UtilityBar",
    "VariableUse",
    "Version",
    "Widget",
    "WrittenField",
    "access_of",
    "adapters",
    "agent_roles",
    "alike",
    "apex_class",
    "as_custom_field",
    "attribute",
    "bare_entry",
    "below",
    "built_in_route",
    "by_role",
    "can_mix",
    "closest",
    "compact_json",
    "component_name",
    "comps_on",
    "condition_tables",
    "conflicts",
    "connector_components",
    "connector_of",
    "connector_version",
    "counterpart",
    "custom_name_meant",
    "custom_settings",
    "custom_targets",
    "date_letters",
    "date_parts",
    "declared_layouts",
    "default_layout",
    "described_targets",
    "desktop_code",
    "desktop_tab",
    "desktop_tabs",
    "did_you_mean",
    "differing_settings",
    "element_meant",
    "entries_of",
    "entries_with",
    "entry_meant",
    "environment_path",
    "field_lists",
    "field_mappings",
    "field_meant",
    "field_name_fault",
    "fields_in",
    "flows",
    "grids_of",
    "has_actions_widget",
    "has_fixed_name",
    "has_misplaced_wildcard",
    "has_omni_class",
    "header_components",
    "header_height",
    "header_kind",
    "holds_json",
    "host_fact",
    "host_of",
    "host_source",
    "hosts_of_kind",
    "icon_meant",
    "idle_codes",
    "idle_items",
    "in_header",
    "inside",
    "is_around_desktop",
    "is_boolean_attribute",
    "is_builtin",
    "is_first_party",
    "is_for_salesforce",
    "is_for_tests",
    "is_ip_address",
    "is_local",
    "is_on",
    "is_outermost",
    "is_over_wide",
    "is_private",
    "is_shared",
    "is_unread",
    "is_vendors",
    "kind_in_store",
    "known_areas",
    "known_elements",
    "known_secret",
    "known_settings",
    "label_of",
    "lacks_package",
    "last_digits",
    "lies_among_components",
    "likely_secret",
    "listed_fields",
    "listed_url",
    "listed_urls",
    "load_schema",
    "mapped_to",
    "mapping_entries",
    "mapping_shape",
    "means_omni_class",
    "mirrors",
    "misspelt_omni_classes",
    "misspelt_references",
    "misspelt_roles",
    "mixed_versions",
    "moved",
    "name_fault",
    "named",
    "named_regions",
    "namespace_of",
    "navigation_entries",
    "needs_script",
    "nested_grids",
    "object_name_fault",
    "objects_with",
    "offers_idle_code",
    "omni_class",
    "omni_facts",
    "omni_switches",
    "open_domain",
    "open_references",
    "org_roles_without",
    "outdial_anis",
    "outside_files",
    "owner",
    "package_facts",
    "package_removal",
    "parse_json",
    "part_facts",
    "part_name",
    "part_names",
    "picklist_of",
    "piece_of",
    "placeholders",
    "platform_items",
    "pop_targets",
    "prefixes",
    "presence_items",
    "recognise",
    "recording_host",
    "recording_hosts",
    "recording_records",
    "recording_settings",
    "redirect_path",
    "references_in",
    "region_conflicts",
    "region_of",
    "region_problem",
    "regions",
    "repeats",
    "replaced_by",
    "report_components",
    "roles_without",
    "rule",
    "salesforce_entries",
    "salesforce_object",
    "setting_facts",
    "shipped_recording_region",
    "shown_numbers",
    "slot_of",
    "slots_among",
    "slots_in",
    "sounds_builtin",
    "source_trees",
    "stated_directives",
    "stated_region",
    "store_references",
    "store_roots",
    "store_slip",
    "stray_areas",
    "stray_roles",
    "stray_scripts",
    "stray_settings",
    "styles",
    "systems_for_tests",
    "tab_groups",
    "tab_part",
    "task_layouts",
    "teams_with",
    "template_parts",
    "tidied_reference",
    "translatable_texts",
    "translation_key",
    "translation_keys",
    "translation_meant",
    "twins",
    "undeclared_layouts",
    "unfit_character",
    "unfit_for_path",
    "unframed_hosts",
    "unknown_keys",
    "unlisted_hosts",
    "unread_decompositions",
    "unread_keys",
    "unusual_store_texts",
    "used_variables",
    "utility_bars",
    "variable_uses",
    "variables_in_use",
    "version_numbers",
    "visibility_tags",
    "vocabulary",
    "wanted_sources",
    "was_in_store",
    "whereabouts",
    "wider_entries",
    "widgets",
    "written_fields",
]
