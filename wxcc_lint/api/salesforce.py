"""What rules on Salesforce components know beyond `wxcc_lint.api`."""

from __future__ import annotations

from wxcc_lint.catalog.recording import (
    recording_host as recording_host,
    recording_hosts as recording_hosts,
    redirect_path as redirect_path,
    shipped_recording_region as shipped_recording_region,
)
from wxcc_lint.catalog.salesforce_connector import connector_of as connector_of
from wxcc_lint.catalog.salesforce_omni import omni_facts as omni_facts
from wxcc_lint.catalog.salesforce_package import package_facts as package_facts
from wxcc_lint.documents.salesforce_apex import (
    ApexClass as ApexClass,
    ApexMethod as ApexMethod,
    ApexQuery as ApexQuery,
    ApexWord as ApexWord,
    access_of as access_of,
    apex_class as apex_class,
)
from wxcc_lint.documents.salesforce_connector import (
    ConnectorSetting as ConnectorSetting,
    connector_components as connector_components,
    connector_version as connector_version,
    has_actions_widget as has_actions_widget,
    outdial_anis as outdial_anis,
    version_numbers as version_numbers,
)
from wxcc_lint.documents.salesforce_layouts import TaskLayout as TaskLayout, task_layouts as task_layouts
from wxcc_lint.documents.salesforce_recording import (
    RecordingSetting as RecordingSetting,
    recording_records as recording_records,
    recording_settings as recording_settings,
)
from wxcc_lint.documents.salesforce_tree import (
    outside_files as outside_files,
    source_trees as source_trees,
    unread_decompositions as unread_decompositions,
)
from wxcc_lint.documents.salesforce_urls import (
    ListedUrl as ListedUrl,
    listed_url as listed_url,
    listed_urls as listed_urls,
    stated_directives as stated_directives,
)
from wxcc_lint.documents.salesforce_view import MetadataPart as MetadataPart
