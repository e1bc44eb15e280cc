"""
A mapping names no variable, and no constant either.

There is nothing to write into the field: it stays empty on the agent's screen.

```xml bad at='""'
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

The name may be empty only where the mapping writes a constant.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule


@rule(
    "callcenter/mapping-without-source",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:mapping-empty-source",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each blank name of a variable where the constant is switched off."""
    for path, node in callcenter.nodes():
        match path:
            case (str(), str(), int(), "CadFieldName" | "wxccFieldName") if not str(node.value).strip():
                constant = callcenter.node((*path[:-1], "isDefaultValueEnabled"))
                if constant is not None and constant.value in (False, "false"):
                    yield Problem(
                        f"a mapping of '{node.label}' names neither a variable nor a constant",
                        node.place,
                        help=f"name the variable in {path[-1]}, or write a constant and switch isDefaultValueEnabled on",
                    )
