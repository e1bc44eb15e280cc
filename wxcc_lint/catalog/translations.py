"""The Desktop's translated texts, `$I18N`: the keys that are known."""

from __future__ import annotations

from functools import cache

from wxcc_lint.catalog.facts import read_facts


@cache
def translation_keys() -> frozenset[str]:
    """Return the known keys, without the marker. There are more, which nobody has published."""
    return frozenset(read_facts("translations.yaml")["keys"])
