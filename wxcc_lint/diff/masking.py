"""Secrets in a comparison: both sides get the same masks, so that equal ones are equal, and nobody sees one."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.tree import leaves
from wxcc_lint.documents.callcenter_tree import Tree as CallCenterTree
from wxcc_lint.documents.model import Document
from wxcc_lint.masks import MaskKey, holds_masks, is_mask, masked_data, masked_text

_TOKEN: Final = re.compile(r"masked-[0-9a-f]{32}")
_UNSEEN: Final = "…"
_MASKED: Final = re.compile(rf"{_UNSEEN}\w*")
"""What is shown of a mask, with the end of the number that it may tell."""


class Masking(Struct, frozen=True):
    """Masks both sides of a comparison with one key; `made_by` are the ids of the keys that masked what was read.

    Without the key of an org, what the org holds masked can be compared with nothing.
    """

    key: MaskKey
    made_by: frozenset[str] = frozenset()

    def of(self, document: Document) -> Document:
        """Return a document with masks in the place of secrets; positions stay those of the file."""
        source = document.source
        masked = self._masked(document)
        return replace(masked, source=self._masked(source)) if source is not None else masked

    @property
    def can_tell(self) -> bool:
        """Whether what was read masked was masked with the key at hand."""
        return self.made_by <= {self.key.id}

    def _masked(self, document: Document) -> Document:
        if isinstance(document.tree, CallCenterTree):
            tree = self._masked_tree(document.tree)
            return replace(document, data=tree.data(), tree=tree, selectors={})
        if isinstance(document.tree, Document):
            return replace(document, tree=self._masked(document.tree), selectors={})
        if document.kind == "salesforce":
            return replace(document, data=self._masked_texts("", document.data), selectors={})
        return replace(document, data=masked_data(document.data, self.key), selectors={})

    def _masked_tree(self, tree: CallCenterTree) -> CallCenterTree:
        """Return a call center with masks within its texts, as a snapshot has them: its file stays one."""
        mirrors = {
            name: replace(mirror, text=masked_text(name, mirror.text, self.key))
            for name, mirror in tree.mirrors.items()
        }
        sections = tuple(
            replace(
                section, items=tuple(one.filled(partial(masked_text, one.name, key=self.key)) for one in section.items)
            )
            for section in tree.sections
        )
        return replace(tree, mirrors=mirrors, sections=sections, embedded={})

    def _masked_texts(self, name: str, value: Any) -> Any:
        """Return the data of a component with masks within its texts; a `value` is called what `name` says."""
        if isinstance(value, dict):
            called = value.get("name")
            names: dict[str, str] = {"value": called} if isinstance(called, str) else {}
            return {key: self._masked_texts(names.get(key) or key, child) for key, child in value.items()}
        if isinstance(value, list):
            return [self._masked_texts(name, child) for child in value]
        return masked_text(name, value, self.key) if isinstance(value, str) else value


def touches_mask(change: Change) -> bool:
    """Tell whether what a change says is masked, in full or in part."""
    return holds_masks(change.left_value) or holds_masks(change.right_value)


def holds_mask(change: Change) -> bool:
    """Tell whether a mask stands on the right side of a change."""
    return change.right is not None and any(holds_masks(leaf.value) for _, leaf in leaves(change.right))


def unseen(change: Change) -> Change:
    """Return a change whose values tell nothing of a mask but what people may see of it."""
    if not touches_mask(change):
        return change
    return replace(change, left_value=_shown(change.left_value), right_value=_shown(change.right_value))


def told_apart(left: Any, right: Any) -> Any:
    """Return the right value of a change: where masks alone differ it looks like the left one, so it says that it is not."""
    return _another(right) if left == right else right


def _another(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _another(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_another(child) for child in value]
    return _MASKED.sub(r"\g<0> (another value, not shown)", value) if isinstance(value, str) else value


def _shown(value: Any) -> Any:
    if is_mask(value):
        return value["mask"]
    if isinstance(value, dict):
        return {key: _shown(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_shown(child) for child in value]
    return _TOKEN.sub(_UNSEEN, value) if isinstance(value, str) else value
