"""What of an org must not be written down: where the key of its masks comes from, and what is masked in each object."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from msgspec.structs import replace

from wxcc_lint.catalog.salesforce_metadata import metadata_types
from wxcc_lint.catalog.webex_entities import webex_entities
from wxcc_lint.documents.xml import Element, XmlText, parse_xml
from wxcc_lint.masks import MaskKey, masked_data, masked_text, personal_mask
from wxcc_lint.sources.live.reading import LiveObject, System

KEY_VARIABLE: Final = "WXCC_LINT_MASK_KEY"
_KEY_FILE: Final = "mask-key"
_SHORTEST: Final = 16
_EMAIL: Final = re.compile(r"[^\s@<>\"']+@([\w.-]+)")


class MaskKeyError(Exception):
    """There is no key to mask with, and none can be made. The sentence says why and what to do."""


def find_key(environ: Mapping[str, str], folder: Path) -> MaskKey | None:
    """Return the key that the environment holds, else the one in the user's folder, None where there is neither.

    Raises MaskKeyError for one that is no key.
    """
    said = environ.get(KEY_VARIABLE, "").strip()
    if said:
        if len(said) < _SHORTEST:
            raise MaskKeyError(
                f"{KEY_VARIABLE} holds {len(said)} characters: whoever has the snapshot could guess it;"
                f" use {_SHORTEST} or more that a machine made up"
            )
        return MaskKey(said.encode())
    try:
        kept = (folder / _KEY_FILE).read_text("ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise MaskKeyError(_unusable(folder, error)) from error
    if not re.fullmatch(r"[0-9a-f]{64}", kept):
        raise MaskKeyError(f"{folder / _KEY_FILE}: is no key of ours: delete it, or set {KEY_VARIABLE}")
    return MaskKey(bytes.fromhex(kept))


def find_or_make_key(
    environ: Mapping[str, str], folder: Path, outside: Path, random: Callable[[int], bytes]
) -> MaskKey:
    """Return the key, and make one in the user's folder where there is none, readable by that user alone.

    Raises MaskKeyError, also where the user's folder lies in the one that the snapshots are of: a key has no place there.
    """
    found = find_key(environ, folder)
    if found is not None:
        return found
    if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(outside)):
        raise MaskKeyError(f"{folder}: a key must not lie among the files that it protects: set {KEY_VARIABLE}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_key(folder, random(32).hex())
    except OSError as error:
        raise MaskKeyError(_unusable(folder, error)) from error
    made = find_key(environ, folder)
    assert made is not None
    return made


def _write_key(folder: Path, key: str) -> None:
    """Write the key file whole or not at all. Who comes second finds that of the first."""
    draft = folder / f"{_KEY_FILE}-{os.getpid()}"
    draft.unlink(missing_ok=True)  # somebody with the same process id was killed
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(f"{key}\n")
        os.link(draft, folder / _KEY_FILE)
    except FileExistsError:
        pass
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.ENOTSUP, errno.ENOSYS}:  # a file system without such links
            raise
        draft.replace(folder / _KEY_FILE)
    finally:
        draft.unlink(missing_ok=True)


def _unusable(folder: Path, error: OSError | UnicodeDecodeError) -> str:
    why = (getattr(error, "strerror", None) or "is no key of ours").lower()
    return f"{folder / _KEY_FILE}: the key for masks cannot be kept here: {why}; set {KEY_VARIABLE}"


class Masker:
    """Masks the objects of an org."""

    def __init__(self, key: MaskKey) -> None:
        self.key = key

    def masked(self, system: System, kind: str, it: LiveObject) -> LiveObject:
        """Return an object without secrets and personal data but for its name; what is masked already stays as it is."""
        return replace(
            it,
            data=self._masked_data(system, kind, it.data),
            text=None if it.text is None else self.masked_file(it.text),
            changed_by=None if it.changed_by is None else _EMAIL.sub(r"…@\1", it.changed_by),
        )

    def _masked_data(self, system: System, kind: str, data: Any) -> Any:
        """Return the data of an object; counts and the like, which are no objects, have names where others have fields."""
        entity = webex_entities().get(kind) if system == "webex" else None
        if entity is None:
            return masked_data(data, self.key) if kind in metadata_types() else data
        return masked_data(data, self.key, entity.masks_of(data) if isinstance(data, dict) else {})

    def name_mask(self, system: System, kind: str, name: str) -> dict[str, str] | None:
        """Return the mask of an object's name, None for kinds whose names may be seen."""
        entity = webex_entities().get(kind) if system == "webex" else None
        why = entity.name_mask if entity is not None else None
        return None if why is None else personal_mask(why, name, self.key)

    def masked_file(self, text: str) -> str:
        """Return a component's file: XML in which only the texts with secrets are others, or Apex."""
        source = parse_xml(text) if text.lstrip().startswith("<") else None
        if not isinstance(source, XmlText):
            return masked_text("", text, self.key)
        return self._masked_xml(text, source)

    def _masked_xml(self, text: str, source: XmlText) -> str:
        elements = source.layout.elements
        for index, name, said in sorted(_texts(source.root), reverse=True):
            masked = masked_text(name, said, self.key)
            if masked != said:
                span = elements[index].content
                text = f"{text[: span.start]}{escape(masked)}{text[span.end :]}"
        return text


def _texts(element: Element) -> list[tuple[int, str, str]]:
    """Return the elements without children: index, the name that their text has, and the text."""
    found: list[tuple[int, str, str]] = []
    waiting = [element]
    while waiting:
        parent = waiting.pop()
        called = next((child.text for child in parent.children if child.name == "name"), None)
        for child in parent.children:
            if child.children:
                waiting.append(child)
            else:
                name = called if called is not None and child.name == "value" else child.name
                found.append((child.index, name, child.text))
    return found
