"""Where the objects of an org stand in a snapshot: a path for each, the same each time, and safe on every file system."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final
from urllib.parse import quote

from wxcc_lint.catalog.salesforce_metadata import metadata_types
from wxcc_lint.sources.live.reading import LiveObject, System

_MOST: Final = 120
"""Characters of a name that a file's name keeps; file systems end at 255 bytes, and Windows counts whole paths."""
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class FileNames:
    """Gives out paths within a snapshot, relative and with `/`; no two are the same in any case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def path_of(self, system: System, kind: str, it: LiveObject, mask: dict[str, str] | None = None) -> str:
        """Return a path for an object; `mask` is that of its name, where nobody may see the name."""
        if system == "webex":
            # A plain hash of a number would give the number away: there are few enough of them to try all.
            shown, digest = (it.name, _digest(it.name)) if mask is None else (mask["mask"], mask["hmac"])
            return self._free(f"webex/{kind}/{'-'.join(filter(None, (_slug(shown), digest[:8])))}", ".json")
        component = metadata_types().get(kind)
        if component is None:
            folder = "salesforce/org" if it.name == kind else f"salesforce/org/{kind}"
            return self._free_component(folder, it.name, ".json")
        ending = f".{component.suffix}-meta.xml" if it.text is not None else ".json"
        if it.text is not None and kind == "ApexClass" and not it.text.lstrip().startswith("<"):
            ending = f".{component.suffix}"
        return self._free_component(f"salesforce/{component.folder}", it.name, ending)

    def _free(self, start: str, ending: str) -> str:
        number, path = 1, f"{start}{ending}"
        while not self._take(path):
            number += 1
            path = f"{start}-{number}{ending}"
        return path

    def _free_component(self, folder: str, name: str, ending: str) -> str:
        """Return a path from which the name can be read again: characters may stand as `%41` in it."""
        if name and len(_spelt(name, 0)) <= _MOST:
            is_odd = _RESERVED.match(name) is not None or name[0] in " ."
            for count in range(is_odd, len(name) + 1):
                path = f"{folder}/{_spelt(name, count)}{ending}"
                if self._take(path):
                    return path
        return self._free(f"{folder}/{_slug(name) or 'unnamed'}-{_digest(name)[:8]}", ending)

    def _take(self, path: str) -> bool:
        folded = unicodedata.normalize("NFC", path).casefold()
        is_free = folded not in self._taken
        self._taken.add(folded)
        return is_free


def _spelt(name: str, count: int) -> str:
    """Return a name as a file has it, with its first characters as numbers, and those that no file system minds as they are."""
    numbers = "".join(f"%{byte:02X}" for byte in name[:count].encode("utf-8", "replace"))
    return numbers + quote(name[count:], safe=" ()", errors="replace")


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower())[:50].strip("-")


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
