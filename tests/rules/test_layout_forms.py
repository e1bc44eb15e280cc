"""Every bad example of a layout rule is found as well where the layout is a text inside the API's object."""

from __future__ import annotations

import json

import pytest

from wxcc_lint.example_fences import Fence, examples
from wxcc_lint.example_layout import complete_layout
from wxcc_lint.rule_files import builtin_rules


def bad_examples() -> list[tuple[str, Fence]]:
    """Return the rules with their bad examples that are one JSON file without a config."""
    return [
        (it.name, example[0])
        for it in builtin_rules().values()
        if it.on == "layout"
        for example in examples(it.docs)
        if len(example) == 1 and example[0].bad and example[0].language == "json"
    ]


@pytest.mark.parametrize(
    ("name", "fence"), [pytest.param(*one, id=f"{one[0]}-{one[1].number}") for one in bad_examples()]
)
def test_the_text_inside_the_api_object_is_read_the_same_way(findings, name: str, fence: Fence) -> None:
    text = complete_layout(fence.text)
    if "jsonFileContent" in json.loads(text):
        pytest.skip("the example is an API object itself")
    wrapped = json.dumps({"name": "Agents", "defaultJsonModified": True, "jsonFileContent": text}, ensure_ascii=False)
    (bare,) = [one.seen for one in findings(text, name="l.json", profile="pedantic") if one.finding.rule == name]
    (inside,) = [one.seen for one in findings(wrapped, name="l.json", profile="pedantic") if one.finding.rule == name]
    assert inside == (bare[0], json.dumps(bare[1], ensure_ascii=False)[1:-1])
