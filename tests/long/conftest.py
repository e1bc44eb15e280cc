"""What the long tests share: packages of npm, installed once into a folder of pytest's cache."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def npm_packages(pytestconfig: pytest.Config) -> Callable[[str, Mapping[str, str]], Path]:
    """Return what installs packages under a name; the test skips where that cannot be had."""

    def install(name: str, packages: Mapping[str, str]) -> Path:
        if shutil.which("npm") is None:
            pytest.skip(f"there is no npm, which {', '.join(packages)} comes with")
        folder = Path(pytestconfig.cache.mkdir(name))
        (folder / "package.json").write_text(json.dumps({"private": True, "dependencies": dict(packages)}))
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefer-offline"]
        if subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode != 0:
            pytest.skip(f"npm could not install {', '.join(packages)}")
        return folder

    return install
