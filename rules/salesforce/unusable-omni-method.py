"""
The Apex class for Omni-Channel state sync lacks the method that the connector calls, or has it in another form.

The connector gets no presence statuses, so it cannot set one: agents keep getting chats and cases while they are on a call.

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="sfdcOmniChannel"
global class sfdcOmniChannel {
    webservice static String statuses() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="FetchOmniPresenceStatusCode"
global class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCode() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="PresenceStatusCodes"
global class sfdcOmniChannel {
    webservice static String FetchOmni PresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="FetchOmniPresenceStatusCodes"
global class sfdcOmniChannel {
    webservice String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="List<ServicePresenceStatus>"
global class sfdcOmniChannel {
    webservice static List<ServicePresenceStatus> FetchOmniPresenceStatusCodes() {
        return [SELECT Id, MasterLabel FROM ServicePresenceStatus];
    }
}
```

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="String language"
global class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes(String language) {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex good file=force-app/main/default/classes/sfdcOmniChannel.cls
global class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

A class that extends another may have the method from there, and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Place, Problem, SalesforceComponent, closest, rule
from wxcc_lint.api.project import omni_class
from wxcc_lint.api.salesforce import ApexClass, ApexMethod, omni_facts


@rule(
    "salesforce/unusable-omni-method",
    on=SalesforceComponent,
    severity="error",
    evidence="verified",
    catalogue=("cc:omni-apex-signature",),
    sources=("help.webex.com nhxw7kfb", "Open CTI Developer Guide, runApex"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield what is wrong with the method; where there are several of its name, one good one will do."""
    source = omni_class(component)
    if source is None:
        return
    methods = source.methods_called(omni_facts().method)
    if not methods:
        yield from _missing(source)
    elif all(map(_faults, methods)):
        faults = _faults(methods[0])
        words = " and ".join(word for word, _ in faults)
        at = faults[0][1] if len(faults) == 1 else methods[0].name.at
        yield Problem(f"'{methods[0].name.text}' {words}", at, help=_wanted())


def _missing(source: ApexClass) -> Iterator[Problem]:
    name = omni_facts().method
    for method in source.methods:
        split = f"{method.returns.text.rpartition(' ')[2]}{method.name.text}".casefold() == name.casefold()
        if split or closest(method.name.text, [name]):
            message = f"'{method.name.text}' is not the method that the connector calls; did you mean '{name}'?"
            fix = Fix(f"write {name}", (Edit(method.name.at, "set", name),), safe=False)
            yield Problem(message, method.name.at, help=f"write {name}", fix=None if split else fix)
            return
    if not source.is_derived:
        yield Problem(f"'{source.name.text}' has no method '{name}'", source.name.at, help=_wanted())


def _faults(method: ApexMethod) -> list[tuple[str, Place]]:
    facts, returns = omni_facts(), method.returns.text
    faults = []
    if "static" not in method.modifiers:
        faults.append(("is not static", method.name.at))
    if returns.casefold().removeprefix("system.") != facts.returns.casefold():
        faults.append((f"returns '{returns}', not {facts.returns}", method.returns.at))
    if method.parameters.text:
        faults.append(("takes parameters", method.parameters.at))
    return faults


def _wanted() -> str:
    facts = omni_facts()
    return f"write 'webservice static {facts.returns} {facts.method}()'"
