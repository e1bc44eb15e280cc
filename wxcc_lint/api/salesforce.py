"""What rules on Salesforce components know beyond `wxcc_lint.api`."""

from __future__ import annotations

from wxcc_lint.catalog.recording import (
    recording_host as recording_host,
)
from wxcc_lint.catalog.recording import (
    recording_hosts as recording_hosts,
)
from wxcc_lint.catalog.recording import (
    redirect_path as redirect_path,
)
from wxcc_lint.catalog.recording import (
    shipped_recording_region as shipped_recording_region,
)
from wxcc_lint.catalog.salesforce_connector import connector_of as connector_of
from wxcc_lint.catalog.salesforce_omni import omni_facts as omni_facts
from wxcc_lint.catalog.salesforce_package import package_facts as package_facts
from wxcc_lint.documents.salesforce_apex import (
    ApexClass as ApexClass,
)
from wxcc_lint.documents.salesforce_apex import (
    ApexMethod as ApexMethod,
)
from wxcc_lint.documents.salesforce_apex import (
    ApexQuery as ApexQuery,
)
from wxcc_lint.documents.salesforce_apex import (
    ApexWord as ApexWord,
)
from wxcc_lint.documents.salesforce_apex import (
    access_of as access_of,
)
from wxcc_lint.documents.salesforce_apex import (
    apex_class as apex_class,
)
from wxcc_lint.documents.salesforce_connector import (
    ConnectorSetting as ConnectorSetting,
)
from wxcc_lint.documents.salesforce_connector import (
    connector_components as connector_components,
)
from wxcc_lint.documents.salesforce_connector import (
    connector_version as connector_version,
)
from wxcc_lint.documents.salesforce_connector import (
    has_actions_widget as has_actions_widget,
)
from wxcc_lint.documents.salesforce_connector import (
    outdial_anis as outdial_anis,
)
from wxcc_lint.documents.salesforce_connector import (
    version_numbers as version_numbers,
)
from wxcc_lint.documents.salesforce_layouts import TaskLayout as TaskLayout
from wxcc_lint.documents.salesforce_layouts import task_layouts as task_layouts
from wxcc_lint.documents.salesforce_recording import (
    RecordingSetting as RecordingSetting,
)
from wxcc_lint.documents.salesforce_recording import (
    recording_records as recording_records,
)
from wxcc_lint.documents.salesforce_recording import (
    recording_settings as recording_settings,
)
from wxcc_lint.documents.salesforce_tree import (
    outside_files as outside_files,
)
from wxcc_lint.documents.salesforce_tree import (
    source_trees as source_trees,
)
from wxcc_lint.documents.salesforce_tree import (
    unread_decompositions as unread_decompositions,
)
from wxcc_lint.documents.salesforce_urls import (
    ListedUrl as ListedUrl,
)
from wxcc_lint.documents.salesforce_urls import (
    listed_url as listed_url,
)
from wxcc_lint.documents.salesforce_urls import (
    listed_urls as listed_urls,
)
from wxcc_lint.documents.salesforce_urls import (
    stated_directives as stated_directives,
)
from wxcc_lint.documents.salesforce_view import MetadataPart as MetadataPart
