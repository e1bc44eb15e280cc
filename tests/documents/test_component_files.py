"""What the path of a file says of the metadata component in it."""

from __future__ import annotations

import pytest

from wxcc_lint.documents.component_files import component_name, lies_among_components


@pytest.mark.parametrize(
    ("file", "name", "among"),
    [
        ("Phone.callCenter-meta.xml", "Phone", False),
        ("src/callCenters/Phone.callCenter", "Phone", True),
        ("force-app/main/default/callCenters/Phone.callCenter-meta.xml", "Phone", True),
        ("callCenters/old/Phone.xml", None, True),
        ("callCenters", None, False),
        ("callcenters/Phone.xml", None, False),
        ("Phone.callCenter.xml", None, False),
        (".callCenter", "", False),
        ("A.B.callCenter", "A.B", False),
    ],
)
def test_name_and_folder(file: str, name: str | None, among: bool) -> None:
    assert component_name(file) == name
    assert lies_among_components(file) is among
