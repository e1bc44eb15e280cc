"""The page layouts for tasks that profiles assign."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from msgspec import Struct

from wxcc_lint.catalog.salesforce_package import package_facts
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.salesforce_view import MetadataPart

_TASK = "task-"


class TaskLayout(Struct, frozen=True):
    """An assignment of a page layout for tasks. `name` is the layout's full name: object, package if any, name in Setup."""

    name: str
    record_type: str | None
    at: Place

    @property
    def is_packaged(self) -> bool:
        """Whether it is a part of the vendor's package, and goes with it."""
        return self.name.casefold().startswith(f"{_TASK}{package_facts().namespace}__")

    @property
    def is_outdated(self) -> bool:
        """Whether it is the layout of the vendor's earlier packages."""
        return self.name.casefold().endswith(package_facts().outdated_task_layout.casefold())

    @property
    def is_vendors(self) -> bool:
        """Whether it is the vendor's layout, or one that was named after it; the outdated one is not."""
        return not self.is_outdated and self.name.casefold().endswith(package_facts().task_layout.casefold())


def task_layouts(profile: MetadataPart) -> Iterator[TaskLayout]:
    """Yield the assignments of page layouts for tasks in the order of the file; those for record types as well."""
    for assignment in profile.parts("layoutAssignments"):
        name = unquote(assignment.text("layout") or "")
        if name.casefold().startswith(_TASK):
            yield TaskLayout(name, assignment.text("recordType"), assignment.text_at("layout"))
