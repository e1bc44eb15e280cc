"""What rules across files know beyond `wxcc_lint.api`."""

from __future__ import annotations

from wxcc_lint.documents.project_access import (
    AgentRole as AgentRole,
    agent_roles as agent_roles,
    roles_without as roles_without,
)
from wxcc_lint.documents.project_adapters import Adapter as Adapter, adapters as adapters
from wxcc_lint.documents.project_apps import UtilityBar as UtilityBar, utility_bars as utility_bars
from wxcc_lint.documents.project_fields import (
    ACTIVITIES as ACTIVITIES,
    ProjectField as ProjectField,
    ProjectFields as ProjectFields,
    custom_targets as custom_targets,
    fields_in as fields_in,
    own_namespaces as own_namespaces,
)
from wxcc_lint.documents.project_layouts import (
    declared_layouts as declared_layouts,
    is_unread as is_unread,
    undeclared_layouts as undeclared_layouts,
)
from wxcc_lint.documents.project_omni import (
    has_omni_class as has_omni_class,
    means_omni_class as means_omni_class,
    misspelt_omni_classes as misspelt_omni_classes,
    omni_class as omni_class,
    omni_switches as omni_switches,
    presence_items as presence_items,
)
from wxcc_lint.documents.project_package import lacks_package as lacks_package, package_removal as package_removal
from wxcc_lint.documents.project_picklists import Picklist as Picklist, picklist_of as picklist_of
from wxcc_lint.documents.project_regions import region_conflicts as region_conflicts
from wxcc_lint.documents.project_variables import open_references as open_references, used_variables as used_variables
from wxcc_lint.region_problems import region_problem as region_problem
