"""What rules on desktop layouts know beyond `wxcc_lint.api`."""

from __future__ import annotations

from wxcc_lint.catalog.desktop_slots import (
    DesktopTab as DesktopTab,
)
from wxcc_lint.catalog.desktop_slots import (
    desktop_tab as desktop_tab,
)
from wxcc_lint.catalog.desktop_slots import (
    desktop_tabs as desktop_tabs,
)
from wxcc_lint.catalog.desktop_slots import (
    slots_in as slots_in,
)
from wxcc_lint.catalog.desktop_slots import (
    visibility_tags as visibility_tags,
)
from wxcc_lint.catalog.layout_components import (
    element_meant as element_meant,
)
from wxcc_lint.catalog.layout_components import (
    is_boolean_attribute as is_boolean_attribute,
)
from wxcc_lint.catalog.layout_components import (
    is_builtin as is_builtin,
)
from wxcc_lint.catalog.layout_components import (
    known_elements as known_elements,
)
from wxcc_lint.catalog.layout_components import (
    name_fault as name_fault,
)
from wxcc_lint.catalog.layout_components import (
    needs_script as needs_script,
)
from wxcc_lint.catalog.layout_components import (
    sounds_builtin as sounds_builtin,
)
from wxcc_lint.catalog.layout_components import (
    unfit_character as unfit_character,
)
from wxcc_lint.catalog.layout_facts import part_facts as part_facts
from wxcc_lint.catalog.layout_facts import setting_facts as setting_facts
from wxcc_lint.catalog.layout_header import header_components as header_components
from wxcc_lint.catalog.layout_header import header_height as header_height
from wxcc_lint.catalog.navigation import (
    built_in_route as built_in_route,
)
from wxcc_lint.catalog.navigation import (
    icon_meant as icon_meant,
)
from wxcc_lint.catalog.navigation import (
    report_components as report_components,
)
from wxcc_lint.catalog.store import (
    kind_in_store as kind_in_store,
)
from wxcc_lint.catalog.store import (
    store_roots as store_roots,
)
from wxcc_lint.catalog.store import (
    store_slip as store_slip,
)
from wxcc_lint.catalog.store import (
    was_in_store as was_in_store,
)
from wxcc_lint.catalog.translations import translation_keys as translation_keys
from wxcc_lint.component_members import (
    UnknownKey as UnknownKey,
)
from wxcc_lint.component_members import (
    moved as moved,
)
from wxcc_lint.component_members import (
    unknown_keys as unknown_keys,
)
from wxcc_lint.component_members import (
    unread_keys as unread_keys,
)
from wxcc_lint.documents.layout_alike import alike as alike
from wxcc_lint.documents.layout_grids import (
    Cell as Cell,
)
from wxcc_lint.documents.layout_grids import (
    Grid as Grid,
)
from wxcc_lint.documents.layout_grids import (
    PageGrids as PageGrids,
)
from wxcc_lint.documents.layout_grids import (
    flows as flows,
)
from wxcc_lint.documents.layout_grids import (
    grids_of as grids_of,
)
from wxcc_lint.documents.layout_grids import (
    nested_grids as nested_grids,
)
from wxcc_lint.documents.layout_header import (
    header_kind as header_kind,
)
from wxcc_lint.documents.layout_header import (
    in_header as in_header,
)
from wxcc_lint.documents.layout_header import (
    is_outermost as is_outermost,
)
from wxcc_lint.documents.layout_hosts import (
    hosts_of_kind as hosts_of_kind,
)
from wxcc_lint.documents.layout_hosts import (
    is_for_tests as is_for_tests,
)
from wxcc_lint.documents.layout_hosts import (
    systems_for_tests as systems_for_tests,
)
from wxcc_lint.documents.layout_navigation import (
    NavigationEntry as NavigationEntry,
)
from wxcc_lint.documents.layout_navigation import (
    comps_on as comps_on,
)
from wxcc_lint.documents.layout_navigation import (
    entries_of as entries_of,
)
from wxcc_lint.documents.layout_navigation import (
    navigation_entries as navigation_entries,
)
from wxcc_lint.documents.layout_navigation import (
    unfit_for_path as unfit_for_path,
)
from wxcc_lint.documents.layout_nodes import ROLES as ROLES
from wxcc_lint.documents.layout_nodes import below as below
from wxcc_lint.documents.layout_parts import part_name as part_name
from wxcc_lint.documents.layout_parts import part_names as part_names
from wxcc_lint.documents.layout_pieces import piece_of as piece_of
from wxcc_lint.documents.layout_repeats import repeats as repeats
from wxcc_lint.documents.layout_store import (
    Reference as Reference,
)
from wxcc_lint.documents.layout_store import (
    can_mix as can_mix,
)
from wxcc_lint.documents.layout_store import (
    misspelt_references as misspelt_references,
)
from wxcc_lint.documents.layout_store import (
    references_in as references_in,
)
from wxcc_lint.documents.layout_store import (
    store_references as store_references,
)
from wxcc_lint.documents.layout_store import (
    tidied_reference as tidied_reference,
)
from wxcc_lint.documents.layout_store import (
    unusual_store_texts as unusual_store_texts,
)
from wxcc_lint.documents.layout_styles import styles as styles
from wxcc_lint.documents.layout_tabs import (
    Crossing as Crossing,
)
from wxcc_lint.documents.layout_tabs import (
    Slot as Slot,
)
from wxcc_lint.documents.layout_tabs import (
    TabGroup as TabGroup,
)
from wxcc_lint.documents.layout_tabs import (
    TabPair as TabPair,
)
from wxcc_lint.documents.layout_tabs import (
    attribute as attribute,
)
from wxcc_lint.documents.layout_tabs import (
    inside as inside,
)
from wxcc_lint.documents.layout_tabs import (
    is_on as is_on,
)
from wxcc_lint.documents.layout_tabs import (
    label_of as label_of,
)
from wxcc_lint.documents.layout_tabs import (
    slot_of as slot_of,
)
from wxcc_lint.documents.layout_tabs import (
    slots_among as slots_among,
)
from wxcc_lint.documents.layout_tabs import (
    tab_groups as tab_groups,
)
from wxcc_lint.documents.layout_tabs import (
    tab_part as tab_part,
)
from wxcc_lint.documents.layout_texts import Address as Address
from wxcc_lint.documents.layout_texts import LayoutText as LayoutText
from wxcc_lint.documents.layout_translations import (
    translatable_texts as translatable_texts,
)
from wxcc_lint.documents.layout_translations import (
    translation_key as translation_key,
)
from wxcc_lint.documents.layout_translations import (
    translation_meant as translation_meant,
)
from wxcc_lint.documents.layout_twins import (
    Version as Version,
)
from wxcc_lint.documents.layout_twins import (
    Widget as Widget,
)
from wxcc_lint.documents.layout_twins import (
    conflicts as conflicts,
)
from wxcc_lint.documents.layout_twins import (
    differing_settings as differing_settings,
)
from wxcc_lint.documents.layout_twins import (
    mixed_versions as mixed_versions,
)
from wxcc_lint.documents.layout_twins import (
    owner as owner,
)
from wxcc_lint.documents.layout_twins import (
    stray_scripts as stray_scripts,
)
from wxcc_lint.documents.layout_twins import (
    twins as twins,
)
from wxcc_lint.documents.layout_twins import (
    whereabouts as whereabouts,
)
from wxcc_lint.documents.layout_twins import (
    widgets as widgets,
)
from wxcc_lint.documents.layout_uses import by_role as by_role
from wxcc_lint.documents.layout_uses import has_fixed_name as has_fixed_name
from wxcc_lint.layout_keys import (
    StrayKey as StrayKey,
)
from wxcc_lint.layout_keys import (
    known_areas as known_areas,
)
from wxcc_lint.layout_keys import (
    known_settings as known_settings,
)
from wxcc_lint.layout_keys import (
    misspelt_roles as misspelt_roles,
)
from wxcc_lint.layout_keys import (
    stray_areas as stray_areas,
)
from wxcc_lint.layout_keys import (
    stray_roles as stray_roles,
)
from wxcc_lint.layout_keys import (
    stray_settings as stray_settings,
)
