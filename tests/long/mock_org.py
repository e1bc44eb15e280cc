"""Serve a mock of the configuration API, made by Prism from the official description; anyone can run this.

    python tests/long/mock_org.py DESCRIPTION [PORT]

It needs npm, prints the config that points to the mock, and serves until it is stopped.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

PRISM = "@stoplight/prism-cli@5"
ORG = "2f9eecc5-0472-4549-9a83-2afdae0d4ba1"
CONFIG = """\
environments:
  mock:
    files: ["**"]
    region: us1
    webex: {{org-id: {org}, base-url: "{url}"}}
"""


def readable(document: Any) -> Any:
    """Return the description as Prism can read it: it knows no replies of any type, and none for a list that is a text."""
    for path, operations in document["paths"].items():
        for operation in operations.values():
            for reply in operation["responses"].values():
                content = reply.get("content", {})
                if "*/*" in content:
                    content.setdefault("application/json", content.pop("*/*"))
        if path.endswith("/v3/user-profile"):
            item = {"$ref": "#/components/schemas/UserProfileGranularAccessDTO"}
            rows = {"type": "object", "properties": {"data": {"type": "array", "items": item}}}
            operations["get"]["responses"]["200"]["content"]["application/json"] = {"schema": rows}
    return document


def install(folder: Path) -> bool:
    """Install Prism into a folder; tell whether that worked."""
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefer-offline", PRISM]
    return shutil.which("npm") is not None and subprocess.run(command, cwd=folder, check=False).returncode == 0


def serve(folder: Path, description: Path, port: int) -> subprocess.Popen[bytes]:
    """Start the mock, and return when it answers."""
    rewritten = folder / "description.json"
    rewritten.write_text(json.dumps(readable(json.loads(description.read_text("utf-8")))), encoding="utf-8")
    command = [
        str(folder / "node_modules" / ".bin" / "prism"),
        "mock",
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
        str(rewritten),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
        except urllib.error.HTTPError:
            return process
        except OSError:
            time.sleep(0.1)
    process.terminate()
    raise SystemExit("the mock does not answer")


def main() -> None:
    """Serve until the end."""
    description = Path(sys.argv[1])
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 4010
    with tempfile.TemporaryDirectory() as name:
        if not install(Path(name)):
            raise SystemExit("npm could not install Prism")
        process = serve(Path(name), description, port)
        print(CONFIG.format(org=ORG, url=f"http://127.0.0.1:{port}"))
        print(f"WXCC_ACCESS_TOKEN=mock_token_{ORG} wxcc-lint pull mock", flush=True)
        try:
            process.wait()
        except KeyboardInterrupt:
            process.terminate()


if __name__ == "__main__":
    main()
