"""What rules on live orgs know, and those on what differs from them."""

from __future__ import annotations

from wxcc_lint.diff.view import Drift as Drift
from wxcc_lint.documents.org import Org as Org
from wxcc_lint.documents.org_access import org_roles_without as org_roles_without
from wxcc_lint.documents.org_codes import (
    idle_codes as idle_codes,
    idle_items as idle_items,
    offers_idle_code as offers_idle_code,
)
from wxcc_lint.documents.org_fields import described_targets as described_targets
from wxcc_lint.documents.org_objects import DANGLING as DANGLING
from wxcc_lint.documents.org_outdial import (
    entries_with as entries_with,
    last_digits as last_digits,
    mapped_to as mapped_to,
    shown_numbers as shown_numbers,
)
from wxcc_lint.documents.org_teams import (
    is_for_salesforce as is_for_salesforce,
    named as named,
    teams_with as teams_with,
)
from wxcc_lint.documents.org_variables import variable_uses as variable_uses, variables_in_use as variables_in_use
