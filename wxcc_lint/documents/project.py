"""What belongs together in one environment: the view of rules that look across files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from wxcc_lint.documents.allowlist import AllowList
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.surroundings import Surroundings

FileView = CallCenter | Layout | AllowList


class Project:
    """The files of one environment, in the order of their names; `environment` is None for those that belong to none.

    Values of the files are filled in with the environment's variables. There is at least one file. `unread` are the names
    of further files that could not be read; what they hold is not known.
    """

    kind = "project"

    def __init__(
        self,
        views: Sequence[FileView],
        environment: Surroundings | None = None,
        unread: Collection[str] = (),
    ) -> None:
        self.views = tuple(sorted(views, key=lambda view: view.document.root.name))
        self.environment = environment
        self.unread = frozenset(unread)

    @property
    def document(self) -> Document:
        """The first file."""
        return self.views[0].document

    @cached_property
    def callcenters(self) -> tuple[CallCenter, ...]:
        """The call center definitions."""
        return tuple(view for view in self.views if isinstance(view, CallCenter))

    @cached_property
    def layouts(self) -> tuple[Layout, ...]:
        """The desktop layouts."""
        return tuple(view for view in self.views if isinstance(view, Layout))

    @cached_property
    def allowlist(self) -> AllowList | None:
        """The allowed list that the environment declares; None where it declares none, or it cannot be read."""
        return next((view for view in self.views if isinstance(view, AllowList)), None)
