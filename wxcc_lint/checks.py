"""The checks of the YAML vocabulary, a closed list; each can be negated with `not`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from wxcc_lint.documents.nodes import Node

_NOTHING = re.compile(r"\s*(?:\[\s*\]\s*)?")
Test = Callable[[Node | None], bool]

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


class Checks(Struct, frozen=True):
    """All checks on one node; they hold together or not at all."""

    tests: tuple[Test, ...]

    def hold(self, node: Node | None) -> bool:
        """Tell whether every check holds; `node` is None when the path leads nowhere."""
        return all(test(node) for test in self.tests)


def compile_checks(checks: Mapping[str, Any]) -> Checks:
    """Turn `{check: argument, …}` into Checks. Raises ValueError for an unknown check, re.error for a bad pattern."""
    return Checks(tuple(_compile(name, argument) for name, argument in checks.items()))


def _compile(name: str, argument: Any) -> Test:
    if name == "not":
        inner = compile_checks(argument)
        return lambda node: not inner.hold(node)
    if name not in _CHECKS:
        from wxcc_lint.suggest import did_you_mean

        raise ValueError(f"there is no check '{name}'{did_you_mean(name, [*_CHECKS, 'not'])}")
    return _CHECKS[name](argument)


def _present(wanted: bool) -> Test:
    return lambda node: (node is not None) is wanted


def _absent(wanted: bool) -> Test:
    return lambda node: (node is None) is wanted


def _blank(wanted: bool) -> Test:
    """Hold for absent, null, empty or only blanks; for `[]` and `{}` too: an empty array maps nothing."""
    return lambda node: _is_blank(node) is wanted


def _is_blank(node: Node | None) -> bool:
    value = None if node is None else node.value
    return value is None or value in ([], {}) or (isinstance(value, str) and _NOTHING.fullmatch(value) is not None)


def _equals(wanted: Any) -> Test:
    return lambda node: node is not None and _same(node.value, wanted)


def _one_of(wanted: Sequence[Any]) -> Test:
    return lambda node: node is not None and any(_same(node.value, one) for one in wanted)


def _same(value: Any, wanted: Any) -> bool:
    return isinstance(value, bool) is isinstance(wanted, bool) and bool(value == wanted)  # in JSON, true is not 1


def _matches(pattern: str) -> Test:
    compiled = re.compile(pattern)
    return lambda node: node is not None and isinstance(node.value, str) and compiled.search(node.value) is not None


def _length(limits: Mapping[str, int]) -> Test:
    def test(node: Node | None) -> bool:
        if node is None or not isinstance(node.value, str | list | dict):
            return False
        return limits.get("min", 0) <= len(node.value) <= limits.get("max", float("inf"))

    return test


def _range(limits: Mapping[str, float]) -> Test:
    """Compare a number, or a text that is a whole number, with limits that are both included."""

    def test(node: Node | None) -> bool:
        value = None if node is None else node.value
        if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,15}", value):
            value = int(value)
        if not isinstance(value, int | float) or isinstance(value, bool):
            return False
        return limits.get("min", float("-inf")) <= value <= limits.get("max", float("inf"))

    return test


def _type(wanted: str) -> Test:
    if wanted not in _TYPES:
        raise ValueError(f"there is no type '{wanted}'; types are {', '.join(_TYPES)}")
    types = _TYPES[wanted]
    return lambda node: (
        node is not None
        and isinstance(node.value, types)
        and (wanted == "boolean" or not isinstance(node.value, bool))  # in Python a bool is an int
    )


def _unique_by(key: str) -> Test:
    """Hold where no two elements of an array have the same value under a key."""

    def test(node: Node | None) -> bool:
        if node is None or not isinstance(node.value, list):
            return True
        values = [repr(element.get(key)) for element in node.value if isinstance(element, dict) and key in element]
        return len(values) == len(set(values))

    return test


_CHECKS: Mapping[str, Callable[[Any], Test]] = {
    "present": _present,
    "absent": _absent,
    "blank": _blank,
    "equals": _equals,
    "one-of": _one_of,
    "matches": _matches,
    "length": _length,
    "range": _range,
    "type": _type,
    "unique-by": _unique_by,
}
