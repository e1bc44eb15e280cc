"""What rules across files know beyond `wxcc_lint.api`."""

from __future__ import annotations

from wxcc_lint.documents.project_access import (
    AgentRole as AgentRole,
)
from wxcc_lint.documents.project_access import (
    agent_roles as agent_roles,
)
from wxcc_lint.documents.project_access import (
    roles_without as roles_without,
)
from wxcc_lint.documents.project_adapters import Adapter as Adapter
from wxcc_lint.documents.project_adapters import adapters as adapters
from wxcc_lint.documents.project_apps import UtilityBar as UtilityBar
from wxcc_lint.documents.project_apps import utility_bars as utility_bars
from wxcc_lint.documents.project_fields import (
    ACTIVITIES as ACTIVITIES,
)
from wxcc_lint.documents.project_fields import (
    ProjectField as ProjectField,
)
from wxcc_lint.documents.project_fields import (
    ProjectFields as ProjectFields,
)
from wxcc_lint.documents.project_fields import (
    custom_name_meant as custom_name_meant,
)
from wxcc_lint.documents.project_fields import (
    custom_targets as custom_targets,
)
from wxcc_lint.documents.project_fields import (
    fields_in as fields_in,
)
from wxcc_lint.documents.project_layouts import (
    declared_layouts as declared_layouts,
)
from wxcc_lint.documents.project_layouts import (
    is_unread as is_unread,
)
from wxcc_lint.documents.project_layouts import (
    undeclared_layouts as undeclared_layouts,
)
from wxcc_lint.documents.project_omni import (
    has_omni_class as has_omni_class,
)
from wxcc_lint.documents.project_omni import (
    means_omni_class as means_omni_class,
)
from wxcc_lint.documents.project_omni import (
    misspelt_omni_classes as misspelt_omni_classes,
)
from wxcc_lint.documents.project_omni import (
    omni_class as omni_class,
)
from wxcc_lint.documents.project_omni import (
    omni_switches as omni_switches,
)
from wxcc_lint.documents.project_omni import (
    presence_items as presence_items,
)
from wxcc_lint.documents.project_package import lacks_package as lacks_package
from wxcc_lint.documents.project_package import package_removal as package_removal
from wxcc_lint.documents.project_picklists import Picklist as Picklist
from wxcc_lint.documents.project_picklists import picklist_of as picklist_of
from wxcc_lint.documents.project_regions import region_conflicts as region_conflicts
from wxcc_lint.documents.project_variables import open_references as open_references
from wxcc_lint.documents.project_variables import used_variables as used_variables
from wxcc_lint.region_problems import region_problem as region_problem
