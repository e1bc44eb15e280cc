"""The many ways to write the same layout."""

from __future__ import annotations

import json
from typing import Any, Literal

from hypothesis import strategies as st
from msgspec import Struct

BOM = b"\xef\xbb\xbf"


class JsonStyle(Struct, frozen=True):
    """How JSON is written: blanks, the order of keys, escapes, line breaks, and what is around a layout."""

    indent: int | str | None = 2
    separators: tuple[str, str] = (",", ": ")
    order: Literal["as it is", "by name", "turned round"] = "as it is"
    escapes: bool = False
    line_break: str = "\n"
    end: str = "\n"
    mark: bytes = b""
    within: Literal["nothing", "an object", "a text"] = "nothing"

    @property
    def prefix(self) -> tuple[str, ...]:
        """The path of the layout in the file."""
        return () if self.within == "nothing" else ("jsonFileContent",)

    def text(self, layout: Any) -> str:
        """Return the text of the file."""
        data = self._ordered(layout)
        if self.within != "nothing":
            data = {"name": "Agents", "jsonFileContent": data if self.within == "an object" else self._dumped(data)}
        return self._dumped(data).replace("\n", self.line_break) + self.end

    def data(self, layout: Any) -> bytes:
        """Return the bytes of the file."""
        return self.mark + self.text(layout).encode("utf-8", "replace")

    def _dumped(self, data: Any) -> str:
        return json.dumps(data, indent=self.indent, separators=self.separators, ensure_ascii=self.escapes)

    def _ordered(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._ordered(one) for one in value]
        if not isinstance(value, dict):
            return value
        items = [(key, self._ordered(one)) for key, one in value.items()]
        if self.order != "as it is":
            items.sort(key=lambda item: item[0])
        return dict(reversed(items) if self.order == "turned round" else items)


def json_styles() -> st.SearchStrategy[JsonStyle]:
    """Return ways to write a layout."""
    return st.builds(
        JsonStyle,
        indent=st.sampled_from([2, None, 0, 4, "\t"]),
        separators=st.sampled_from([(",", ": "), (",", ":"), (" , ", " :  "), (",\n", ":\t")]),
        order=st.sampled_from(["as it is", "by name", "turned round"]),
        escapes=st.booleans(),
        line_break=st.sampled_from(["\n", "\r\n", "\r"]),
        end=st.sampled_from(["\n", "", "\n\n \t"]),
        mark=st.sampled_from([b"", BOM]),
        within=st.sampled_from(["nothing", "an object", "a text"]),
    )
