"""What rules on desktop layouts know beyond `wxcc_lint.api`."""

from __future__ import annotations

from wxcc_lint.catalog.desktop_slots import (
    DesktopTab as DesktopTab,
    desktop_tab as desktop_tab,
    desktop_tabs as desktop_tabs,
    slots_in as slots_in,
    visibility_tags as visibility_tags,
)
from wxcc_lint.catalog.layout_components import (
    element_meant as element_meant,
    is_boolean_attribute as is_boolean_attribute,
    is_builtin as is_builtin,
    known_elements as known_elements,
    name_fault as name_fault,
    needs_script as needs_script,
    sounds_builtin as sounds_builtin,
    unfit_character as unfit_character,
)
from wxcc_lint.catalog.layout_facts import part_facts as part_facts, setting_facts as setting_facts
from wxcc_lint.catalog.layout_header import header_components as header_components, header_height as header_height
from wxcc_lint.catalog.navigation import (
    built_in_route as built_in_route,
    icon_meant as icon_meant,
    report_components as report_components,
)
from wxcc_lint.catalog.salesforce_connector import connector_facts as connector_facts
from wxcc_lint.catalog.store import (
    kind_in_store as kind_in_store,
    store_roots as store_roots,
    store_slip as store_slip,
    was_in_store as was_in_store,
)
from wxcc_lint.catalog.translations import translation_keys as translation_keys
from wxcc_lint.component_members import (
    UnknownKey as UnknownKey,
    moved as moved,
    unknown_keys as unknown_keys,
    unread_keys as unread_keys,
)
from wxcc_lint.documents.layout_alike import alike as alike
from wxcc_lint.documents.layout_grids import (
    Cell as Cell,
    Grid as Grid,
    PageGrids as PageGrids,
    flows as flows,
    grids_of as grids_of,
    nested_grids as nested_grids,
)
from wxcc_lint.documents.layout_header import (
    header_kind as header_kind,
    in_header as in_header,
    is_outermost as is_outermost,
)
from wxcc_lint.documents.layout_hosts import (
    hosts_of_kind as hosts_of_kind,
    is_for_tests as is_for_tests,
    systems_for_tests as systems_for_tests,
)
from wxcc_lint.documents.layout_navigation import (
    NavigationEntry as NavigationEntry,
    comps_on as comps_on,
    entries_of as entries_of,
    navigation_entries as navigation_entries,
    unfit_for_path as unfit_for_path,
)
from wxcc_lint.documents.layout_nodes import ROLES as ROLES, below as below
from wxcc_lint.documents.layout_parts import part_name as part_name, part_names as part_names
from wxcc_lint.documents.layout_pieces import piece_of as piece_of
from wxcc_lint.documents.layout_repeats import repeats as repeats
from wxcc_lint.documents.layout_store import (
    Reference as Reference,
    can_mix as can_mix,
    misspelt_references as misspelt_references,
    references_in as references_in,
    store_references as store_references,
    tidied_reference as tidied_reference,
    unusual_store_texts as unusual_store_texts,
)
from wxcc_lint.documents.layout_styles import styles as styles
from wxcc_lint.documents.layout_tabs import (
    Crossing as Crossing,
    Slot as Slot,
    TabGroup as TabGroup,
    TabPair as TabPair,
    attribute as attribute,
    inside as inside,
    is_on as is_on,
    label_of as label_of,
    slot_of as slot_of,
    slots_among as slots_among,
    tab_groups as tab_groups,
    tab_part as tab_part,
)
from wxcc_lint.documents.layout_texts import Address as Address, LayoutText as LayoutText
from wxcc_lint.documents.layout_translations import (
    translatable_texts as translatable_texts,
    translation_key as translation_key,
    translation_meant as translation_meant,
)
from wxcc_lint.documents.layout_twins import (
    Version as Version,
    Widget as Widget,
    conflicts as conflicts,
    differing_settings as differing_settings,
    mixed_versions as mixed_versions,
    owner as owner,
    stray_scripts as stray_scripts,
    twins as twins,
    whereabouts as whereabouts,
    widgets as widgets,
)
from wxcc_lint.documents.layout_uses import by_role as by_role, has_fixed_name as has_fixed_name
from wxcc_lint.documents.salesforce_connector import (
    ConnectorSetting as ConnectorSetting,
    connector_components as connector_components,
    connector_settings as connector_settings,
)
from wxcc_lint.layout_keys import (
    StrayKey as StrayKey,
    known_areas as known_areas,
    known_settings as known_settings,
    misspelt_members as misspelt_members,
    misspelt_roles as misspelt_roles,
    stray_areas as stray_areas,
    stray_roles as stray_roles,
    stray_settings as stray_settings,
)
from wxcc_lint.suggest import differ_in_a_letter as differ_in_a_letter
