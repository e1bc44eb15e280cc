"""
An origin for CORS is none that Salesforce takes.

Salesforce refuses such an entry, and with it the whole deployment.

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="http:"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>http://desktop.wxcc-eu1.cisco.com</urlPattern>
</CorsWhitelistOrigin>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://desktop.wxcc-eu1.cisco.com</urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="*.acme.com"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>*.acme.com</urlPattern>
</CorsWhitelistOrigin>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://*.acme.com:8443</urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="https://*"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://*</urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="https://*.com"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://*.com</urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="https://www.*.com"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://www.*.com</urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="https://acme.com:*"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://acme.com:*</urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="https://crm acme.com"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://crm acme.com</urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="urlPattern"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern></urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="ws:"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>ws://acme.com</urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="chrome-extension://Clipper"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>chrome-extension://Clipper</urlPattern>
</CorsWhitelistOrigin>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>chrome-extension://abdkkegmcbiomijcbdaodaflgehfffed</urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="moz-extension://clipper"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>moz-extension://clipper</urlPattern>
</CorsWhitelistOrigin>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>moz-extension://1234ab56-78c9-1df2-3efa-4567891bc1d2</urlPattern>
</CorsWhitelistOrigin>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>http://localhost:8080</urlPattern>
</CorsWhitelistOrigin>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://[2001:db8::1]:8443</urlPattern>
</CorsWhitelistOrigin>
```

An origin is `https://` and a host, which may begin with `*.` before a domain such as `acme.com`, and perhaps a port. Your own computer needs no `https`, and extensions of Chrome and Firefox have forms of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.hosts import HostSource, host_of, is_ip_address, is_local
from wxcc_lint.api.salesforce import ListedUrl, listed_url

_EXTENSIONS: Final = {
    "chrome-extension:": (r"[a-z]{32}", "32 small letters"),
    "moz-extension:": (r"[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}", "8-4-4-4-12 small letters and digits"),
}


@rule(
    "salesforce/malformed-cors-origin",
    on=SalesforceComponent,
    severity="error",
    evidence="verified",
    catalogue=("cc:cors-pattern",),
    sources=("Salesforce Metadata API Developer Guide", "Salesforce Help, Configure Salesforce CORS Allowlist"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield an origin that is not of a documented form; one that waits for somebody to fill it in is another rule's."""
    listed = listed_url(component, "CorsWhitelistOrigin")
    if listed is None or listed.blank:
        return
    source = listed.source
    scheme = source.scheme if source else None
    if source and scheme and scheme != "https" and f"{scheme}:" not in _EXTENSIONS:
        if not is_local(source.host):
            yield _other_scheme(listed, scheme)
        return
    fault = _fault(listed.value, source)
    if fault:
        yield Problem(
            fault, listed.at, help="write an origin such as 'https://desktop.acme.com' or 'https://*.acme.com'"
        )


def _other_scheme(listed: ListedUrl, scheme: str) -> Problem:
    # Another scheme is another origin: who asks from there has to change as well.
    fix = Fix("write https", (Edit(listed.part(0, len(scheme)), "set", "https"),), safe=False)
    return Problem(
        f"'{listed.value}' is an origin with {scheme}, and Salesforce takes https alone",
        listed.part(0, len(scheme) + 1),
        help=f"write https{listed.value[len(scheme) :]}",
        fix=fix if scheme == "http" and listed.can_mend else None,
    )


def _fault(value: str, source: HostSource | None) -> str | None:
    extension, _, rest = value.partition("//")
    if extension in _EXTENSIONS:
        pattern, words = _EXTENSIONS[extension]
        return None if re.fullmatch(pattern, rest) else f"'{rest}' is no extension: that takes {words}"
    if not value:
        return "an origin for CORS is empty"
    return _source_fault(value, source) if source else _unread_fault(value)


def _unread_fault(value: str) -> str | None:
    if is_ip_address(host_of(value) or ""):
        return None
    where = "'*' stands where Salesforce takes none" if "*" in value else "there is no host to be read"
    return f"'{value}' is no origin: {where}"


def _source_fault(value: str, source: HostSource) -> str | None:
    if source.scheme is None:
        return f"'{value}' is no origin: it does not begin with https://"
    if source.host == "*" or (source.is_wildcard and "." not in source.host):
        return f"'{value}' is too wide for Salesforce: '*.' stands before a domain such as 'acme.com'"
    return f"'{value}' has no port: '*' is none" if source.port == "*" else None
