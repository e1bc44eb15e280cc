"""
An address is not one that a browser can load from.

Scripts need a whole address. A relative one such as `./widget.js` is looked for on the Desktop's own host, which does not have it, and so is a page in a frame whose address begins with the host. With one slash, `http:/my-cdn.com`, the address is another one than meant; the product documentation prints it this way. The widget stays empty.

```json bad at='https:/'
{"comp": "acme-orders", "script": "https:/widgets.acme.com/orders/1.4.0/orders.js"}
```

```json bad at='"./orders/1.4.0/orders.js"'
{"comp": "acme-orders", "script": "./orders/1.4.0/orders.js"}
```

```json bad at='"crm.acme.com/orders"'
{"comp": "agentx-wc-iframe", "attributes": {"src": "crm.acme.com/orders"}}
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
_HOST_FIRST = re.compile(
    r"\s*(?:localhost|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|(?:[a-z0-9-]+\.)+(?!(?:html?|m?js|php|jspx?|aspx?)\b)[a-z]{2,})"
    r"(?::\d+)?(?=[/?#]|\s*\Z)",
    re.IGNORECASE,
)
"""`cdn.acme.com/`, `localhost:3000`: a host without a scheme before it; `page.html` is a file."""
_QUOTE = re.compile("[\"'`\u2018-\u201e\u00ab\u00bb]")


@rule(
    "layout/invalid-url",
    on=Layout,
    severity="error",
    catalogue=("dl:script-url-invalid",),
    sources=("help.webex.com ng08gqeb", "WHATWG URL"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield slips at the beginning of any address, and what is no whole address of a script or a page in a frame."""
    for address in layout.addresses():
        slip = _SLIP.match(address.url)
        if slip:
            yield _slip(address, slip)
        elif address.use in {"script", "frame"} and address.url.strip() and not address.has_placeholder:
            yield from _quoted(address) or _unfit(address)


def _slip(address: Address, slip: re.Match[str]) -> Problem:
    at = address.part(*slip.span("slip"))
    return Problem(
        f"no address begins with '{slip['slip']}'",
        at,
        help="write https://",
        fix=Fix("write https://", (Edit(at, "set", "https://"),), safe=slip["slip"].lower() == "https:/"),
    )


def _quoted(address: Address) -> list[Problem]:
    start, end = len(address.url) - len(address.url.lstrip()), len(address.url.rstrip())
    ends = [at for at in dict.fromkeys((start, end - 1)) if _QUOTE.match(address.url[at])]
    if not ends:
        return []
    places = [address.part(at, at + 1) for at in ends]
    edits = tuple(Edit(place, "set", "") for place in places)
    message = "there is a quotation mark too many at the address"
    return [Problem(message, places[0], help="take it out", fix=Fix("take the quotation marks out", edits))]


def _unfit(address: Address) -> list[Problem]:
    """Return what is wrong with an address; a page in a frame may be one of the Desktop's own, so paths are fine there."""
    url, is_script = address.url.strip(), address.use == "script"
    scheme = _SCHEME.match(address.url)
    whole = "write the whole address, https:// and the host first"
    if _HOST_FIRST.match(address.url):
        fix = Fix("write https:// before it", (Edit(address.part(0, 0), "set", "https://"),), safe=False)
        return [Problem(f"no https:// stands before the host in '{url}'", address.at, help=whole, fix=fix)]
    if is_script and scheme and scheme["scheme"].lower() not in {"http:", "https:", "data:", "blob:"}:
        at = address.part(*scheme.span("scheme"))
        message = f"browsers load no script from '{scheme['scheme']}'"
        return [Problem(message, at, help="write https://, and the host behind it")]
    if is_script and not scheme and not url.startswith("//"):
        return [Problem(f"'{url}' is looked for on the Desktop's own host", address.at, help=whole)]
    if not address.host and url.lower().startswith(("http:", "https:", "//")):
        return [Problem(f"no host stands in '{url}'", address.at, help=whole)]
    return []
