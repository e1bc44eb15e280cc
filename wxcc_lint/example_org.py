"""The examples of rules that look at live orgs: fences with `live=…` are what a pull would have brought.

`live=cad-variable.json` is an object of that kind, or a list of them; of such a kind everything counts as read. A
`desktop-layout.json` is the API's object, whose content may be a fragment, or absent; so may be an `.xml`, which is a call
center unless it is a component. `live=org/users-by-call-center.json` is what is no object, and `live=snapshot.json` what is
known of the orgs. A fence with `file=.wxcc-lint.yaml` is the config; without one the environment is `prod`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.config import CONFIG_NAME, load_config
from wxcc_lint.detected import Detected
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.load import recognise
from wxcc_lint.documents.org_files import OrgFile, read_parts
from wxcc_lint.example_layout import complete_layout
from wxcc_lint.intake import Intake
from wxcc_lint.org_check import check_org, declared_list
from wxcc_lint.rules import RuleSet
from wxcc_lint.verdict import Policy, plan

_CONFIG: Final = 'environments:\n  prod:\n    files: ["**"]\n'
_HEADER: Final = "snapshot.json"
_RECORD: Final = {"jsonFileName": "layout.json", "global": False, "status": True, "validated": True, "teamIds": []}
"""What the API says of a layout that an example does not speak of."""


def found_in_org(
    fences: Mapping[str, str], config_text: str | None, rules: RuleSet, policy: Policy, root: Path
) -> list[Detected]:
    """Return what is found in an org of which the fences tell, by their names; places are those of the fences.

    Raises ConfigError.
    """
    file = root / CONFIG_NAME
    file.write_text(config_text or _CONFIG, encoding="utf-8")
    config = load_config(file, CONFIG_NAME)
    environment = next(iter(config.environments.values()))
    parts = read_parts(_files(fences))
    the_plan = plan(rules, policy)
    found = check_org(
        parts, environment, the_plan.rules, declared_list(Intake(config, root, environment.name), environment)
    )
    return [one for one in found if one.rule in the_plan.severities]


def _files(fences: Mapping[str, str]) -> Iterator[OrgFile]:
    header = json.loads(fences.get(_HEADER, "{}"))
    kinds = dict(header.get("kinds", {}))
    for name, text in fences.items():
        if name == _HEADER:
            continue
        path, whole = _place_of(name, text)
        kinds.setdefault(_kind_of(name, text), {"status": "complete"})
        for number, one in enumerate(_objects(name, whole)):
            where = path.format(number=number)
            yield OrgFile(where, where, one.encode())
    yield OrgFile(_HEADER, _HEADER, json.dumps({**header, "kinds": kinds}).encode())


def _place_of(name: str, text: str) -> tuple[str, str]:
    if name.startswith("org/"):
        return f"salesforce/{name}", text
    if name.endswith(".json"):
        return f"webex/{name.removesuffix('.json')}/{{number}}.json", text
    return f"salesforce/{name}", text


def _kind_of(name: str, text: str) -> str:
    from wxcc_lint.documents.salesforce import metadata_type

    if name.endswith(".json"):
        return f"webex/{name.removesuffix('.json').removeprefix('org/').partition('/')[0]}"
    if recognise(text.encode()) == "callcenter":
        return "salesforce/CallCenter"
    it = metadata_type(text.encode())
    return f"salesforce/{it.name if it else 'ApexClass'}"


def _objects(name: str, text: str) -> Iterator[str]:
    """Yield the text of each object as it stands in the fence, with a layout made whole."""
    if name.startswith("org/") or not name.endswith(".json"):
        yield text
        return
    document = parse_json(name, text, "config")
    data = document.data
    spans = [document.spans[(index,)].value for index in range(len(data))] if isinstance(data, list) else []
    texts = [text[span.start : span.end] for span in spans] if isinstance(data, list) else [text]
    yield from (_with_content(one) if name == "desktop-layout.json" else one for one in texts)


def _with_content(text: str) -> str:
    data: dict[str, Any] = json.loads(text)
    content = data.get("jsonFileContent", default_layout())
    if isinstance(content, str):
        return text
    return json.dumps(
        {**_RECORD, **data, "jsonFileContent": json.loads(complete_layout(json.dumps(content)))}, indent=2
    )
