"""
An address is not one that a browser can load from.

Scripts need a whole address. A relative one such as `./widget.js` is looked for on the Desktop's own host, which does not have it. With one slash, `http:/my-cdn.com`, the address is another one than meant; the product documentation prints it this way. The widget stays empty.

```json bad at='https:/'
{"comp": "acme-orders", "script": "https:/widgets.acme.com/orders/1.4.0/orders.js"}
```

```json bad at='"./orders/1.4.0/orders.js"'
{"comp": "acme-orders", "script": "./orders/1.4.0/orders.js"}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import Address

_SLIP = re.compile(
    r"\s*(?!https?://)(?P<slip>h?t?t?ps?[:;.,]?/{1,2}|https?:)(?=[a-z0-9<$-]+(?:[./:>}]|$))", re.IGNORECASE
)
"""`https:/`, `https//`, `htps://`, `https:` and the like, before what may be a host."""
_SCHEME = re.compile(r"\s*(?P<scheme>[a-z][a-z0-9+-]*:)(?!\d)", re.IGNORECASE)
_HOST_FIRST = re.compile(r"\s*(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?/", re.IGNORECASE)
"""`cdn.acme.com/`: a host without a scheme before it."""


@rule(
    "layout/invalid-url",
    on=Layout,
    severity="error",
    catalogue=("dl:script-url-invalid",),
    sources=("help.webex.com ng08gqeb", "WHATWG URL"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield slips at the beginning of any address, and scripts whose address is not a whole one."""
    for address in layout.addresses():
        slip = _SLIP.match(address.url)
        if slip:
            yield _slip(address, slip)
        elif address.use == "script" and address.url.strip() and not address.has_placeholder:
            yield from _script(address)


def _slip(address: Address, slip: re.Match[str]) -> Problem:
    at = address.part(*slip.span("slip"))
    return Problem(
        f"no address begins with '{slip['slip']}'",
        at,
        help="write https://",
        fix=Fix("write https://", (Edit(at, "set", "https://"),), safe=slip["slip"].lower() == "https:/"),
    )


def _script(address: Address) -> Iterator[Problem]:
    url = address.url.strip()
    scheme = _SCHEME.match(address.url)
    if scheme and scheme["scheme"].lower() not in {"http:", "https:", "data:", "blob:"}:
        at = address.part(*scheme.span("scheme"))
        yield Problem(
            f"browsers load no script from '{scheme['scheme']}'", at, help="write https://, and the host behind it"
        )
    elif not scheme and not url.startswith("//"):
        yield _relative(address)
    elif not address.host and url.lower().startswith(("http", "//")):
        yield Problem(
            f"no host stands in '{url}'", address.at, help="write the whole address, https:// and the host first"
        )


def _relative(address: Address) -> Problem:
    begin = address.part(0, 0)
    fix = Fix("write https:// before it", (Edit(begin, "set", "https://"),), safe=False)
    return Problem(
        f"'{address.url.strip()}' is looked for on the Desktop's own host",
        address.at,
        help="write the whole address, https:// and the host first",
        fix=fix if _HOST_FIRST.match(address.url) else None,
    )
