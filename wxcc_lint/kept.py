"""Keep what was worked out from files of this package, as Python keeps compiled modules."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from wxcc_lint import __version__
from wxcc_lint.files import replace_file

_PACKAGE = Path(__file__).resolve().parent


def kept(name: str, files: Iterable[Path], make: Callable[[], Any]) -> Any:
    """Return what `make` makes of files: plain data, code and bytes, nothing else.

    It is kept in this package's `__pycache__`, and made anew when a file was added, taken away, moved or changed (by size
    and time, as with modules) or Python is another one. Where Python may keep no modules, nothing is kept either.
    """
    signs = [__version__, *(_sign(file) for file in files)]
    place = _place(name)
    stored = None if place is None else _stored(place)
    if stored is not None and stored[0] == signs:
        return stored[1]
    made = make()
    if place is not None and not sys.dont_write_bytecode:
        with suppress(OSError):  # somebody else installed it: then each start makes it anew
            place.parent.mkdir(parents=True, exist_ok=True)
            replace_file(place, marshal.dumps((signs, made)))
    return made


def _sign(file: Path) -> tuple[str, int, int]:
    its = file.stat()
    return str(file), its.st_size, its.st_mtime_ns


def _place(name: str) -> Path | None:
    try:
        return Path(cache_from_source(str(_PACKAGE / f"kept-{name}.py")))
    except NotImplementedError:  # a Python that keeps no modules at all
        return None


def _stored(place: Path) -> Any:
    try:
        return marshal.loads(place.read_bytes())  # noqa: S302 — as trustworthy as the modules that lie beside it
    except (OSError, EOFError, ValueError, TypeError):
        return None
