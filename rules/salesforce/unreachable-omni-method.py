"""
The Apex method for Omni-Channel state sync is not exposed so that a softphone can call it.

The connector gets no presence statuses, so it cannot set one: agents keep getting chats and cases while they are on a call.

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="public"
public class sfdcOmniChannel {
    public static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="public"
global class sfdcOmniChannel {
    public static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="FetchOmniPresenceStatusCodes"
global class sfdcOmniChannel {
    static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex good file=force-app/main/default/classes/sfdcOmniChannel.cls
global with sharing class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

A method that is `webservice` in a class that is not `global` does not compile:

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="public"
public class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

Salesforce documents that `runApex` of Open CTI calls `webservice static` methods of `global` classes. The vendor's article prints the class as `public`, and nobody could try here whether its connector has another way in.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Problem, SalesforceComponent, rule
from wxcc_lint.api.project import omni_class
from wxcc_lint.api.salesforce import ApexClass, ApexMethod, access_of, omni_facts


@rule(
    "salesforce/unreachable-omni-method",
    on=SalesforceComponent,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:omni-apex-visibility",),
    sources=("Open CTI Developer Guide, runApex", "help.webex.com nhxw7kfb"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield one problem for class and method together."""
    source = omni_class(component)
    methods = source.methods_called(omni_facts().method) if source else []
    if source is None or not methods:
        return
    exposed = [one for one in methods if "webservice" in one.modifiers]
    if not exposed or "global" not in source.modifiers:
        yield _problem(source, (exposed or methods)[0])


def _problem(source: ApexClass, method: ApexMethod) -> Problem:
    said = [(source.name, source.modifiers, "global"), (method.name, method.modifiers, "webservice")]
    lacking = [(name, modifiers, wanted) for name, modifiers, wanted in said if wanted not in modifiers]
    words, edits = [], []
    for name, modifiers, wanted in lacking:
        access = access_of(modifiers)
        words.append(
            (f"'{name.text}' is {access or 'private'}, not {wanted}", modifiers[access] if access else name.at)
        )
        edits += [Edit(modifiers[access], "set", wanted)] if access else []
    (message, at), *others = words
    return Problem(
        message,
        at,
        also=tuple(Label(place, word) for word, place in others),
        help=f"write 'global class {source.name.text}' and 'webservice static String {method.name.text}()'",
        fix=Fix("expose class and method", tuple(edits), safe=False) if len(edits) == len(lacking) else None,
    )
