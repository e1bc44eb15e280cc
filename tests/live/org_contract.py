"""What the official description of the configuration API says of a request and of its reply."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from openapi_schema_validator import OAS30Validator

DOCUMENT = Path(__file__).resolve().parents[3] / "shared" / "specs" / "wxcc-config-read-subset.openapi.json"
_KINDS = {"integer": int, "boolean": {"true": True, "false": False}.__getitem__, "string": str}


@cache
def contract() -> Contract | None:
    """Return the description, None where it is not here."""
    return Contract(json.loads(DOCUMENT.read_text("utf-8"))) if DOCUMENT.is_file() else None


class Contract:
    """Judges requests and replies by an OpenAPI document."""

    def __init__(self, document: dict[str, Any]) -> None:
        for name, schema in document["components"]["schemas"].items():
            _mend(name, schema)
        self._paths = document["paths"]
        self._found = [(re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path))), path) for path in self._paths]
        self._components = document["components"]
        self._validators: dict[Any, OAS30Validator] = {}

    def template_of(self, path: str) -> str | None:
        """Return the path of the description that a path belongs to: with the fewest braces, as the description says."""
        fits = [template for pattern, template in self._found if pattern.fullmatch(path)]
        return min(fits, key=lambda one: one.count("{"), default=None)

    def faults_of_request(self, method: str, path: str, query: Mapping[str, str]) -> list[str]:
        """Return what the description does not know of a request."""
        template = self.template_of(path)
        if template is None or method.lower() not in self._paths[template]:
            return [f"{method} {path} is not described"]
        known = {
            one["name"]: one["schema"] for one in self._paths[template]["get"]["parameters"] if one["in"] == "query"
        }
        faults = [f"{template} knows no parameter '{name}'" for name in query if name not in known]
        for name in query.keys() & known.keys():
            try:
                value = _KINDS[known[name].get("type", "string")](query[name])
            except (ValueError, KeyError):
                value = query[name]
            faults += [f"{template}, {name}: {one.message}" for one in OAS30Validator(known[name]).iter_errors(value)]
        return faults

    def faults_of_reply(self, path: str, status: int, body: Any, *, withheld: Collection[str] = ()) -> list[str]:
        """Return where a reply differs from its schema; `withheld` are the fields that lists are known to leave out."""
        template = self.template_of(path)
        if template is None:
            return [f"{path} is not described"]
        key = (template, str(status))
        if key not in self._validators:
            self._validators[key] = OAS30Validator({**self._schema(*key), "components": self._components})
        return [
            f"{template} {status} at {one.json_path}: {one.message}"
            for one in self._validators[key].iter_errors(body)
            if not (one.validator == "required" and withheld and one.message.split("'")[1] in withheld)
        ]

    def _schema(self, template: str, status: str) -> dict[str, Any]:
        if template.endswith("/v3/user-profile"):  # a text by its schema, whose example is the envelope of all others
            return _envelope({"$ref": "#/components/schemas/UserProfileGranularAccessDTO"})
        content = self._paths[template]["get"]["responses"][status]["content"]
        schema: dict[str, Any] = next(iter(content.values()))["schema"]
        return schema


def _envelope(item: dict[str, Any]) -> dict[str, Any]:
    meta = {"$ref": "#/components/schemas/MetaDataWithPagingInfo"}
    return {"type": "object", "properties": {"meta": meta, "data": {"type": "array", "items": item}}}


def _mend(name: str, schema: Any) -> None:
    """Read the description as it is meant.

    Patterns are those of ECMAScript. Maps of anything are said to be of objects. What has no property in a schema is not
    sent, but for the reason of errors, which only their examples have.
    """
    if isinstance(schema, list):
        for one in schema:
            _mend(name, one)
    if not isinstance(schema, dict):
        return
    if isinstance(schema.get("pattern"), str):
        schema["pattern"] = schema["pattern"].replace(r"\d-_", r"\d\-_")
    if isinstance(schema.get("properties"), dict) and name not in {"ErrorDetails", "OperationError"}:
        schema.setdefault("additionalProperties", False)
    if schema.get("additionalProperties") == {"type": "object"}:
        schema["additionalProperties"] = True
    for one in schema.values():
        _mend(name, one)
