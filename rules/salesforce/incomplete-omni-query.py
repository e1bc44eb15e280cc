"""
The query for presence statuses does not ask for what the connector needs.

The connector finds a status by its label and sets it by its id. Without them agents keep getting chats and cases while they are on a call.

```apex bad file=force-app/main/default/classes/sfdcOmniChannel.cls at="SELECT"
global class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, DeveloperName FROM ServicePresenceStatus]);
    }
}
```

```apex good file=force-app/main/default/classes/sfdcOmniChannel.cls
global class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel, DeveloperName FROM ServicePresenceStatus ORDER BY MasterLabel]);
    }
}
```

```apex good file=force-app/main/default/classes/sfdcOmniChannel.cls
global class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT FIELDS(STANDARD) FROM ServicePresenceStatus LIMIT 100]);
    }
}
```

A query in another method, or one put together from texts, is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, SalesforceComponent, rule
from wxcc_lint.api.project import omni_class
from wxcc_lint.api.salesforce import omni_facts


@rule(
    "salesforce/incomplete-omni-query",
    on=SalesforceComponent,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:omni-apex-signature",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield the first query of the method that can be read and lacks a field, unless another one lacks none."""
    source, facts = omni_class(component), omni_facts()
    methods = source.methods_called(facts.method) if source else []
    queries = [query for method in methods for query in method.queries if query.names(facts.queried)]
    asked = [(query, query.between("select", "from")) for query in queries]
    lacking = [(query, _lacking(fields)) for query, fields in asked if fields]
    if lacking and all(names for _, names in lacking):
        query, names = lacking[0]
        words = " and ".join(f"'{name}'" for name in names)
        yield Problem(f"the query does not ask for {words}", query.words[0].at, help=f"add {words} behind SELECT")


def _lacking(fields: frozenset[str]) -> list[str]:
    return [] if "fields" in fields else [name for name in omni_facts().fields if name.casefold() not in fields]
