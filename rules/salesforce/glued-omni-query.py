"""
In the query for presence statuses two words stand without the blank between them.

Apex does not compile it, so the class cannot be deployed: state sync with Omni-Channel does nothing.

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="MasterLabelFROM"
global class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabelFROM ServicePresenceStatus]);
    }
}
```

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="SELECTId"
global class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECTId, MasterLabel FROM ServicePresenceStatus]);
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

Some versions of the vendor's article print the query so.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.project import omni_class
from wxcc_lint.api.salesforce import ApexQuery, ApexWord, omni_facts


@rule(
    "salesforce/glued-omni-query",
    on=SalesforceComponent,
    severity="error",
    evidence="verified",
    catalogue=("cc:omni-apex-signature",),
    sources=("SOQL and SOSL Reference", "help.webex.com nhxw7kfb in several languages"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield one problem for each query with such words."""
    source = omni_class(component)
    for method in source.methods if source else ():
        for query in method.queries:
            glued = _glued(query) if query.names(omni_facts().queried) else []
            if glued:
                (first, meant), *_ = glued
                edits = tuple(Edit(word.at, "set", better) for word, better in glued)
                advice = f"write '{meant}'"
                yield Problem(f"in '{first.text}' a blank is missing", first.at, help=advice, fix=Fix(advice, edits))


def _glued(query: ApexQuery) -> list[tuple[ApexWord, str]]:
    """Return the words that begin with `SELECT`, or hold `FROM` where it does not stand alone, and how they are meant."""
    has_from = any(word.text.casefold() == "from" for word in query.words)
    found = []
    for word in query.words:
        apart = word.text
        if word is query.words[0]:
            apart = _apart(apart, "select")
        if not has_from:
            apart = _apart(apart, "from")
        if apart != word.text:
            found.append((word, apart))
    return found


def _apart(text: str, keyword: str) -> str:
    start = text.casefold().find(keyword)
    end = start + len(keyword)
    return text if start < 0 else " ".join(filter(None, (text[:start].strip(), text[start:end], text[end:].strip())))
