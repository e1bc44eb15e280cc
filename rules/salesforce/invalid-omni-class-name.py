"""
The Apex class for Omni-Channel state sync has a name with a blank, or another one than its file.

Such a class cannot be deployed, or the connector does not find it: agents keep getting chats and cases while they are on a call.

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="sfdcOmni Channel"
global class sfdcOmni Channel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="sfdcOmniChanel"
global class sfdcOmniChanel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex good file=force-app/main/default/classes/sfdcOmniChannel.cls
global class SfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

```apex bad file="force-app/main/default/classes/sfdcOmni Channel.cls" at="sfdcOmniChannel"
global class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

Some versions of the vendor's article print the name as two words. Upper and lower case do not matter in Apex.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, closest, rule
from wxcc_lint.api.salesforce import ApexClass, apex_class, omni_facts


@rule(
    "salesforce/invalid-omni-class-name",
    on=SalesforceComponent,
    severity="error",
    evidence="verified",
    catalogue=("cc:omni-apex-name-space",),
    sources=("Apex Developer Guide", "help.webex.com nhxw7kfb in several languages"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Compare the names of the file and of the class in it, where one of them is right or only has blanks."""
    source = apex_class(component)
    if source is None:
        return
    wanted = omni_facts().class_name.casefold()
    names = [name.casefold() for name in (component.name, source.name.text)]
    squeezed = ["".join(name.split()) for name in names]
    if names != [wanted, wanted] and wanted in squeezed and all(closest(name, [wanted]) for name in names):
        yield _problem(source)


def _problem(source: ApexClass) -> Problem:
    facts, name, file = omni_facts(), source.name.text, source.component.name
    is_right = name.casefold() == facts.class_name.casefold()
    file_is_right = file.casefold() == facts.class_name.casefold()
    message = f"the class is called '{name}', but its file '{file}'"
    if " " in name:
        message = f"the class name '{name}' has a blank in it"
    rename = f"name the file {facts.class_name}.cls, and the -meta.xml beside it likewise"
    write = f"write {facts.class_name}"
    advice = [word for word, wanted in ((write, not is_right), (rename, not file_is_right)) if wanted]
    fix = Fix(write, (Edit(source.name.at, "set", facts.class_name),), safe=" " in name)
    return Problem(message, source.name.at, help=", and ".join(advice), fix=fix if file_is_right else None)
