"""A compiled checker that may only say that data are valid, and spares asking jsonschema then.

Whatever it cannot take jsonschema decides as always, and all of it on a system for which nobody has compiled the checker:
the verdict is the same, only later.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

_UNFIT: Final = re.compile(r'"format": |"\$ref": "(?!#)')
"""What it must not see: formats, for the two do not agree on what a date is, and other files, which it would fetch."""
_compiled: dict[int, tuple[Mapping[str, Any], Callable[[Any], bool] | None]] = {}
"""By the id of a schema, which is kept so that the id stays its own: what tells whether data fit it, if anything can."""


def is_surely_valid(data: Any, schema: Mapping[str, Any]) -> bool:
    """Tell whether data are known to fit a schema; False says nothing."""
    if id(schema) not in _compiled:
        _compiled[id(schema)] = schema, _compile(schema)
    _, fits = _compiled[id(schema)]
    if fits is None:
        return False
    try:
        return fits(data)
    except (ValueError, TypeError, OverflowError):  # infinity, half a surrogate pair: it does not take them
        return False


def _compile(schema: Mapping[str, Any]) -> Callable[[Any], bool] | None:
    try:
        import jsonschema_rs
    except ImportError:
        return None
    if _UNFIT.search(json.dumps(schema)):
        return None
    fits: Callable[[Any], bool] = jsonschema_rs.Draft202012Validator(dict(schema)).is_valid
    return fits
