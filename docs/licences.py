"""Print the licence of every pinned package that is installed; end with 1 where one is not known to be permissive."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements-dev.txt"

PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Python-2\.0|0BSD|Unlicense|Zlib|CNRI|HPND|WTFPL", re.IGNORECASE
)
ACCEPTED = {
    "certifi": "MPL-2.0: a list of certificates, unchanged",
    "hypothesis": "MPL-2.0: runs tests, is not shipped",
    "pathspec": "MPL-2.0: part of tools, is not shipped",
}
"""Packages under other licences, and why that is no obstacle."""


def licence_of(package: Distribution) -> str:
    """Return what a package says of its licence, in the most exact of the three places for it."""
    exact, plain, classifiers = (
        package.metadata.get_all(name) or [] for name in ("License-Expression", "License", "Classifier")
    )
    classified = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License :: ")]
    return ", ".join(exact or classified) or "".join(plain).strip().partition("\n")[0] or "not told"


def main() -> int:
    """Print the list, sorted by name, and return the exit code."""
    odd = 0
    for name in sorted(set(re.findall(r"^([\w.-]+)==", LOCK.read_text("utf-8"), re.MULTILINE))):
        try:
            package = distribution(name)
        except PackageNotFoundError:  # it is for another system
            continue
        licence = licence_of(package)
        known = PERMISSIVE.search(licence)
        odd += not known and name not in ACCEPTED
        remark = "" if known else f"  ({ACCEPTED.get(name, 'not permissive, or not told: look at it')})"
        print(f"{name} {package.version}: {licence}{remark}")
    return 1 if odd else 0


if __name__ == "__main__":
    sys.exit(main())
