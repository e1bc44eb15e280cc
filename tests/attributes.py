"""What an attribute of XML says, as lxml reads it."""

from __future__ import annotations

from lxml import etree


def said_by_attribute(raw: str) -> str:
    """Return the value that the text between two quotes stands for."""
    quoted = raw.replace('"', "&quot;")
    return str(etree.fromstring(f'<a b="{quoted}"/>').attrib["b"])
