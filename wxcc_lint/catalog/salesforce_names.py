"""The grammar of Salesforce API names: what a name cannot be, offline, whatever the org holds."""

from __future__ import annotations

import re

from wxcc_lint.remember import remembered

_LONGEST_NAME, _LONGEST_NAMESPACE = 40, 15
_ONE_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_PART = re.compile(r"[A-Za-z](?:_?[A-Za-z0-9])*")
_WRONG_END = re.compile(r"_(?:_?c|_r|_pr)$", re.IGNORECASE)
_FIELD_ENDS = frozenset({"c", "pc", "s"})
"""Custom fields, custom fields of a person account, parts of a custom address or place."""
_RECORD_ENDS = frozenset({"c", "x"})
_DATA_ENDS = frozenset({"mdt", "e", "b", "kav"})
"""Kinds of objects of which nobody fills in a new record: custom metadata, platform events, archives, articles."""


@remembered
def field_name_fault(name: str) -> str | None:
    """Return why `name` cannot be the API name of a field, as words that go behind a colon; None when it can.

    Case is not judged: Salesforce itself does not mind it. Whether an org has the field is another question.
    """
    return _character_fault(name) or _underscore_fault(name, "field") or _field_end_fault(name) or _part_fault(name)


@remembered
def object_name_fault(name: str) -> str | None:
    """Return why `name` cannot be the API name of an object that opens as a new record; see `field_name_fault`."""
    return _character_fault(name) or _underscore_fault(name, "object") or _object_end_fault(name) or _part_fault(name)


def namespace_of(name: str) -> str | None:
    """Return the package prefix of a custom name, None where there is none."""
    parts = _parts(name)
    return parts[0] if len(parts) > 1 else None


def as_custom_field(words: str) -> str | None:
    """Return the API name of the custom field that has nearly this name, or this label as Salesforce turns it into a name.

    None for what leads to no name that could be meant.
    """
    stem = re.sub(r"[ -]+", "_", _WRONG_END.sub("", words.strip())).strip("_")
    name = f"{stem}__c"
    return name if "__" not in stem and field_name_fault(name) is None else None


def _character_fault(name: str) -> str | None:
    if not name.strip():
        return "it is blank"
    if name != name.strip():
        return "there is a blank around it"
    if "." in name:
        return "the dot leads to a field of another record"
    if re.search(r"\s", name):
        return "it has a blank in it, as labels have"
    stray = re.search(r"[^A-Za-z0-9_]", name)
    return f"it has '{stray[0]}' in it" if stray else None


def _underscore_fault(name: str, kind: str) -> str | None:
    if "__" in name or _ONE_WORD.fullmatch(name):
        return None
    if name.lower().endswith("_c"):
        return f"a custom {kind} ends in __c, with two underscores"
    if "_" in name.strip("_"):
        return f"only a custom {kind} has underscores, and it ends in __c"
    return "it must begin with a letter and end with a letter or digit"


def _field_end_fault(name: str) -> str | None:
    end = _end(name)
    if end is None or end in _FIELD_ENDS:
        return None
    if end in {"r", "pr"}:
        return f"__{end} is the way to another record, a field ends in __c"
    if end in _RECORD_ENDS | _DATA_ENDS:
        return f"__{end} is how an object ends, a field ends in __c"
    return f"it ends in __{end}, a custom field ends in __c"


def _object_end_fault(name: str) -> str | None:
    end = _end(name)
    if end is None or end in _RECORD_ENDS:
        return None
    if end in _DATA_ENDS:
        return f"a record of an object that ends in __{end} cannot be opened for an agent"
    return f"it ends in __{end}, a custom object ends in __c"


def _part_fault(name: str) -> str | None:
    parts = _parts(name)
    if len(parts) > 2:  # noqa: PLR2004 — a package prefix and the name itself
        return "two underscores in a row stand only behind a package prefix and before the ending"
    if not all(_PART.fullmatch(part) for part in parts):
        return "what stands before __ must begin with a letter and end with a letter or digit"
    if parts and len(parts[-1]) > _LONGEST_NAME:
        return f"it has {len(parts[-1])} characters before the ending, and Salesforce allows {_LONGEST_NAME}"
    if len(parts) > 1 and len(parts[0]) > _LONGEST_NAMESPACE:
        return f"the package prefix has {len(parts[0])} characters, and Salesforce allows {_LONGEST_NAMESPACE}"
    return None


def _end(name: str) -> str | None:
    """Return what stands behind the last two underscores, in lower case; None for a standard name."""
    return name.lower().rpartition("__")[2] if "__" in name else None


def _parts(name: str) -> list[str]:
    """Return package prefix and name of a custom field or object, without ending; nothing for a standard one."""
    if "__" not in name:
        return []
    parts = name.rpartition("__")[0].split("__")
    return parts[:-1] if _end(name) == "s" else parts  # Place__Latitude__s is a part of Place__c
