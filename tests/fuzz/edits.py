"""Bytes as a script of edits, so that a fuzzer reaches files that are sound: most bytes beside them would break a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from typing import Any, TypeVar

from lxml import etree

from tests.fuzz.invariants import value_at
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.nodes import json_paths

NAMES = (
    "a",
    "comp",
    "id",
    "name",
    "value",
    "children",
    "attributes",
    "visibility",
    "slot",
    "reqUseApi",
    "${X}",
    "a/b",
    "",
)
VALUES = (
    None,
    True,
    False,
    0,
    1,
    1.0,
    -0.0,
    1e400,
    "",
    "a",
    "1",
    "true",
    " a ",
    [],
    {},
    [[]],
    [{}],
    ["a", "a"],
    [1, True],
)
TEXTS = (
    *("", " ", "a", " A ", "true", "TRUE", "False", "0", "[]", "[{}]", "{}", "null", "a;b", " b ; a", "1, +2", "${X}"),
    *(
        "HTTPS://A.Example/",
        "https://a.example",
        "Task.Subject",
        "task.subject",
        "\u00e9",
        "e\u0301",
        "sfdcFieldMappings1",
    ),
    '[{"wxccFieldName": "ani", "sfdcFieldName": "Phone"}, {"wxccFieldName": "ani", "sfdcFieldName": "phone"}]',
    '[{"CadFieldName": "a", "SalesforceFieldName": "Phone", "isDefaultValueEnabled": "TRUE", "defaultFieldValue": ""}]',
)
_Item = TypeVar("_Item")


class Script:
    """Bytes that are read as choices, two for each; behind the last one every choice is the first."""

    def __init__(self, data: bytes) -> None:
        self._left = data

    def __bool__(self) -> bool:
        return bool(self._left)

    def number(self, below: int) -> int:
        """Choose a number from 0, less than `below`."""
        taken, self._left = self._left[:2], self._left[2:]
        return int.from_bytes(taken, "little") % below

    def pick(self, among: Sequence[_Item]) -> _Item:
        """Choose one of several."""
        return among[self.number(len(among))]


def edited_json(data: Any, script: Script) -> Any:
    """Return JSON data with one edit: something left out, put in, copied, moved or called something else."""
    data = deepcopy(data)
    nodes = [value_at(data, path) for path in json_paths(data)]
    holders = [node for node in nodes if isinstance(node, dict | list) and node]
    if not holders:
        return script.pick(VALUES)
    holder, what = script.pick(holders), script.number(5)
    key = script.pick(list(holder) if isinstance(holder, dict) else range(len(holder)))
    value = (holder[key], script.pick(VALUES), deepcopy(holder[key]), holder[key], deepcopy(script.pick(nodes)))[what]
    if what in {0, 3}:
        del holder[key]
    if what in {1, 4}:
        holder[key] = value
    elif what in {2, 3} and isinstance(holder, dict):
        holder[script.pick(NAMES)] = value
    elif what in {2, 3}:
        holder.insert(script.number(len(holder) + 1), value)
    return data


def edited_xml(data: bytes, script: Script) -> bytes:
    """Return XML with one edit to an element, an attribute, a text, or the JSON that a text holds."""
    root = etree.fromstring(data)
    element, what = script.pick(list(root.iter("*"))), script.number(6)
    parent = element.getparent()
    if what == 0:
        element.text = script.pick(TEXTS)
    elif what == 1:
        element.set(script.pick(("name", "label", "sortOrder", "a")), script.pick((*TEXTS, *NAMES)))
    elif what == 2:
        embedded = parse_json("a", element.text or "", "callcenter")
        element.text = element.text if embedded.faults else json.dumps(edited_json(embedded.data, script))
    elif parent is not None and what == 3:
        parent.remove(element)
    elif parent is not None:
        parent.insert(script.number(len(parent) + 1), deepcopy(element) if what == 4 else element)
    return etree.tostring(root)
