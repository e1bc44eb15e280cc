"""From the two documents of a pair to the trees that are compared."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from wxcc_lint.diff.normalise_callcenter import callcenter_trees
from wxcc_lint.diff.normalise_component import component_trees
from wxcc_lint.diff.normalise_layout import layout_trees
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.diff.steps import STEPS, Step
from wxcc_lint.diff.tree import Tree
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.variables import with_variables

if TYPE_CHECKING:
    from wxcc_lint.diff.masking import Masking

__all__ = ["STEPS", "Step", "trees_of"]


def trees_of(
    pair: Pair, steps: Collection[str], variables: Mapping[str, str], masking: Masking | None = None
) -> tuple[Tree | None, Tree | None]:
    """Return the normalised trees of both sides, None for a side that is not there; `steps` names those carried out.

    Places are those of the files: variables are filled in in what is compared, not in what is shown.
    """
    filled = variables if "variables" in steps else {}
    left, right = (_document(side, filled, masking) for side in (pair.left, pair.right))
    kinds = {side.kind for side in (pair.left, pair.right) if side is not None}
    if kinds == {"component"}:
        return component_trees(left, right, steps)
    return layout_trees(left, right, steps) if kinds == {"layout"} else callcenter_trees(left, right, steps)


def _document(side: ConfigObject | None, variables: Mapping[str, str], masking: Masking | None) -> Document | None:
    if side is None:
        return None
    document = with_variables(side.document, variables)
    return masking.of(document) if masking is not None else document
