"""Reports of sample projects, and a made-up one with a bit of everything."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from wxcc_lint.config import load_config
from wxcc_lint.diff.objects import Reach, Saved, SourceInfo, Uncovered
from wxcc_lint.diff.report import DiffReport, DiffSummary, DriftFacts, ReportedChange
from wxcc_lint.discover import discover
from wxcc_lint.report import Finding, FindingFix, Gap, Location, Related, Report, RuleDocs, Severity, Summary, TextEdit
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.run import check
from wxcc_lint.spans import Text
from wxcc_lint.verdict import Policy

PROJECTS = Path(__file__).resolve().parents[2] / "fixtures" / "projects"
COMPONENTS = "force-app/main/default"
TEXT = Text('{\r\n  "名": "é 😀", "comp": "agentx-wc-ifram", "script": "x"\r\n}\r\n')
PATHS = (
    "crm/a b.xml",
    "100%25.json",
    "a#b?.json",
    "a,b;c.xml",
    "a:3:b.xml",
    "layouts/プロド é.json",
    "two\nlines.xml",
    "C:/crm/x.xml",
    "crm\\windows.xml",
    'it\'s "quoted".xml',
    "[x](y)|z`.json",
    "<b>.json",
    "-x.json",
    "/srv/shared/x.xml",
    "../other/x.xml",
)
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def made_up() -> Report:
    """A finding in a file of each odd name, of all severities; some with all that a finding can carry."""
    findings = sorted((_made_up(number, path) for number, path in enumerate(PATHS)), key=lambda one: one.location)
    counts = {f"{name}s": sum(one.severity == name for one in findings) for name in _SEVERITIES}
    docs = RuleDocs("A title.", "A reason.", "warning", "A title.\n\nA *reason*.\n\n```json bad\n{}\n```\n")
    return Report(
        tuple(findings),
        Summary(files=len(PATHS) + 1, **counts),
        dict.fromkeys(PATHS[::2], TEXT),
        {"layout/first": docs},
        (*PATHS, "crm/clean.xml"),
        (Gap("layout:Broken", "it is no JSON"),),
    )


def _made_up(number: int, path: str) -> Finding:
    plain = Finding(
        f"layout/{('first', 'second', 'third')[number % 3]}",
        _SEVERITIES[number % 3],
        f"'{number}' is [no] component; did you mean `x`?",
        Location(path, 2, 20, 3 if number % 4 == 3 else 2, 30),
        fingerprint=f"{number:032}",
    )
    if number % 2:
        return plain
    return Finding(
        **{name: getattr(plain, name) for name in ("rule", "severity", "message", "location", "fingerprint")},
        at="/名",
        help="write 'agentx-wc-iframe'",
        why="The desktop shows nothing in its place.",
        environment="prod",
        docs="https://example.org/rules/x/",
        fix=FindingFix(number % 4 == 0, "write it", (TextEdit(path, 27, 32, "iframe"), TextEdit(path, 45, 48, '"y"'))),
        related=(
            Related(Location(path, 1, 1, 1, 2), "begins here"),
            Related(Location("crm/other.xml", 9, 1, 9, 2), ""),
        ),
    )


def _as_it_is(_root: Path) -> None:
    pass


def _with_unused_entry(root: Path) -> None:
    """Let the allowed list in the config name a host that nothing needs."""
    config = root / ".wxcc-lint.yaml"
    config.write_text(
        config.read_text("utf-8").replace(
            "      - widgets.pennine", "      - cdn.pennine-power.com\n      - widgets.pennine"
        ),
        encoding="utf-8",
    )


def _with_faults_in_components(root: Path) -> None:
    """Break two components and an Apex class."""
    for file, old, new in (
        ("cspTrustedSites/Acme_Maps.cspTrustedSite-meta.xml", "https://maps.acme.com", "https://*maps.acme.com"),
        ("classes/sfdcOmniChannel.cls", "webservice static", "public static"),
        ("remoteSiteSettings/Acme_Warehouse.remoteSite-meta.xml", "https://", "http://"),
    ):
        path = root / COMPONENTS / file
        text = path.read_text("utf-8")
        assert old in text, file
        path.write_text(text.replace(old, new), encoding="utf-8")


PROJECTS_IN_USE: dict[str, tuple[str, Callable[[Path], None]]] = {
    "demo": ("demo", _as_it_is),
    "two regions": ("two-regions", _as_it_is),
    "allowed list in the config": ("two-regions", _with_unused_entry),
    "Salesforce components": ("salesforce", _with_faults_in_components),
}


@cache
def real(name: str) -> Report:
    """Check a copy of a sample project with every rule there is."""
    project, change = PROJECTS_IN_USE[name]
    with TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(PROJECTS / project, root)
        change(root)
        config = load_config(root / ".wxcc-lint.yaml", ".wxcc-lint.yaml")
        policy = Policy(config, date(2026, 1, 1), profile="pedantic")
        return check(discover([root], root), policy, builtin_rules(), root).judgement.report


REPORTS: dict[str, Callable[[], Report]] = {
    "made up": made_up,
    **{name: (lambda name=name: real(name)) for name in PROJECTS_IN_USE},
}


def _change(kind: str, path: str, line: int | None, severity: Severity) -> ReportedChange:
    """Return drift of a layout; without a line, only the org has it."""
    return ReportedChange(
        kind=kind,  # type: ignore[arg-type]
        document="layout:Service Desk",
        at=path,
        words=tuple(path.strip("/").split("/")),
        left=None if line is None else "Acme",
        right="Äcme [1.4.0]",
        severity=severity,
        rule=f"drift/{kind}",
        message=f"'{path}' is '[Äcme]' in the org",
        why="Agents see another name.",
        fingerprint=f"{kind:0>32}",
        left_location=line and Location("layouts/desk é.json", line, 7, line, 12),
        right_location=Location("org/Service Desk", 4, 7, 4, 12),
        origin="conflict",
    )


DRIFT = DiffReport(
    SourceInfo("files"),
    SourceInfo("org", "Acme", "5f0c1a", "produs1", sandbox=False),
    (
        _change("changed", "/agent/appTitle", 3, "warning"),
        _change("added", "/agent/logo", None, "error"),
        _change("moved", "/agent/area", 9, "info"),
    ),
    (Uncovered("layout:Broken", "it is no JSON"),),
    DiffSummary(added=1, changed=1, moved=1, uncovered=1),
    texts={"layouts/desk é.json": Text('\n\n  "é": "Acme"\n' * 5)},
    drift=DriftFacts(
        "prod",
        Location(".wxcc-lint.yaml", 4, 3, 4, 7),
        {"layout:Service Desk": Saved("Jo", "2026-01-01", is_proof=False)},
        {"layout:Service Desk": Reach(("Sales",))},
    ),
)
