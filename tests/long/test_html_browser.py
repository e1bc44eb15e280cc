"""The web page of `-f html` in a real browser: Debian's chromium and chromium-driver, which `.ci/run` installs where it can."""

from __future__ import annotations

import base64
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from wxcc_lint.diff.objects import SourceInfo
from wxcc_lint.diff.report import DiffReport, DiffSummary, ReportedChange
from wxcc_lint.report import (
    SEVERITIES,
    Finding,
    FindingFix,
    Gap,
    Location,
    Related,
    Report,
    RuleDocs,
    Summary,
    TextEdit,
)
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.reporters.diff import DIFF_REPORTERS
from wxcc_lint.spans import Text

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
from selenium.webdriver.common.by import By  # noqa: E402 — behind the skip
from selenium.webdriver.common.keys import Keys  # noqa: E402 — behind the skip

pytestmark = pytest.mark.long

MANY = 5000
FILES = 10
SLOW = 2000
"""Milliseconds that nothing may take, on a machine that is busy with other tests as well."""
HOSTILE = (
    "</script></style></title><img src=x onerror=pwned=1><script>pwned=1</script>",
    '" onmouseover="pwned=1" autofocus onfocus="pwned=1',
    "javascript:pwned=1",
    "\x1b[31m\x00\u202egnp.exe",
    "{{7*7}}${7*7}",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    program, driver = (shutil.which(name) for name in ("chromium", "chromedriver"))
    if program is None or driver is None:
        pytest.skip("there is no chromium with its chromedriver here")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,1000"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = webdriver.Chrome(options, webdriver.ChromeService(driver))
    yield chrome
    chrome.quit()


class Page:
    """An open page, and what a reader does with it."""

    def __init__(self, browser: webdriver.Chrome, file: Path) -> None:
        self.browser, self.file = browser, file
        for kind in ("browser", "performance"):
            browser.get_log(kind)  # what earlier pages said
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
        browser.get(file.as_uri())

    def run(self, script: str, *arguments: object):
        return self.browser.execute_script(script, *arguments)

    def one(self, selector: str):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def shown(self, selector: str = ".card") -> int:
        script = "return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility()).length"
        return self.run(script, selector)

    def choose(self, name: str, value: str) -> None:
        """Change a control as a reader does, and wait until the page has answered."""
        self.run(
            "const [one] = document.getElementsByName(arguments[0]); one.value = arguments[1];"
            "one.dispatchEvent(new Event('input', {bubbles: true}))",
            name,
            value,
        )
        self.settle()

    def settle(self) -> float:
        """Wait for the filter and two frames; return the milliseconds that took."""
        return self.browser.execute_async_script(
            "const done = arguments[0], start = performance.now();"
            "setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))), 70)"
        )

    @property
    def count(self) -> str:
        return self.run("return document.getElementById('count').value")

    def emulate(self, media: str = "", scheme: str = "light") -> None:
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
        self.settle()  # the page hears of it with the next frame

    @property
    def ground(self) -> str:
        return self.run("return getComputedStyle(document.body).backgroundColor")

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self.browser.get_log("browser")]

    def awaited_complaints(self) -> list[str]:
        """Return what the page complains of, once it does: that may come later than the page."""
        while not (found := self.complaints()):
            self.settle()
        return found

    def requests(self) -> set[str]:
        messages = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        sent = [one["params"] for one in messages if one["method"] == "Network.requestWillBeSent"]
        return {one["request"]["url"] for one in sent} | set(
            self.run("return performance.getEntriesByType('resource').map((one) => one.name)")
        )


def finding(number: int, path: str, line: int, column: int, text: Text) -> Finding:
    start = text.offset(line, column)
    return Finding(
        f"callcenter/rule-{number % 25}",
        SEVERITIES[number % 3],
        f"'Setting {number}' is not what the connector takes",
        Location(path, line, column, line, column + 5),
        at=f"/section/setting{number}",
        help="write 'true'",
        why="Agents see nothing of it, and nobody says why.",
        environment=("prod", "test")[number % 2],
        fix=FindingFix(safe=True, description="write true", edits=(TextEdit(path, start, start + 5, "true"),)),
        related=(Related(Location(path, max(1, line - 1), 3, max(1, line - 1), 8), "the one before"),),
    )


def many(number: int) -> Report:
    lines = number // FILES
    rows = [
        f'  <item name="setting{line}" label="Setting {line} of the call center">value {line}</item>'
        for line in range(lines)
    ]
    text = Text("\n".join(rows))
    places = [(f"crm/{file}.xml", line) for file in range(FILES) for line in range(1, lines + 1)]
    found = [finding(at, path, line, rows[line - 1].index("value"), text) for at, (path, line) in enumerate(places)]
    texts = {path: text for path, _ in places}
    return Report(tuple(found), Summary(files=FILES), texts, checked=tuple(texts), gaps=(Gap("team", "403"),))


@pytest.fixture
def opened(browser, tmp_path):
    def opened(text: str) -> Page:
        file = tmp_path / "report.html"
        file.write_text(text, encoding="utf-8")
        return Page(browser, file)

    return opened


@pytest.fixture
def small(opened) -> Page:
    return opened(REPORTERS["html"](many(60)))


def test_filters_narrow_what_is_shown(small):
    assert (small.shown(), small.count) == (60, "All 60 shown")
    small.choose("environment", "prod")
    assert (small.shown(), small.count) == (30, "30 of 60 shown")
    small.choose("rule", "callcenter/rule-4")
    assert small.shown() == 2
    small.choose("place", "crm/0.xml")
    assert (small.shown(), small.shown(".group")) == (1, 1)
    small.one("[type=reset]").click()
    small.settle()
    assert (small.shown(), small.shown(".group")) == (60, FILES)
    small.one("[name=severity][value=error]").click()
    small.settle()
    assert small.count == "40 of 60 shown"
    assert small.complaints() == []


def test_a_finding_of_several_environments_is_shown_with_each_of_them(opened):
    report = many(60)
    findings = (replace(report.findings[0], environment="prod, test"), *report.findings[1:])
    page = opened(REPORTERS["html"](replace(report, findings=findings, environments=("prod", "qa", "test"))))
    shown = {}
    for name in ("prod", "qa", "test"):
        page.choose("environment", name)
        shown[name] = page.shown()
    assert shown == {"prod": 30, "qa": 0, "test": 31}
    page.one("[data-pick=environment][data-value=test]").click()
    assert (page.shown(), page.complaints()) == (31, [])


def test_search_looks_for_all_words_in_all_text(small):
    for words, shown in (("SETTING 17'", 1), ("prod nobody", 30), ("crm/3.xml", 6), ("nowhere", 0)):
        small.choose("text", words)
        assert (words, small.shown()) == (words, shown)
    assert small.shown("#nothing") == 1


def test_the_overview_leads_to_what_it_counts(small):
    small.run("document.querySelector('[data-value=\"callcenter/rule-4\"]').click()")
    assert small.shown() == 3
    small.one("[data-pick=severity][data-value=warning]").click()
    assert (small.shown(), small.shown(".card.warning")) == (20, 20)
    assert small.run("return location.hash") == "#results"


def test_cards_fold_one_by_one_and_all_at_once(small):
    assert small.shown(".source") == 60
    small.one(".card summary").send_keys(Keys.ENTER)
    assert small.shown(".source") == 59
    small.one("#fold").click()
    assert (small.shown(".source"), small.shown("summary .title")) == (0, 60)
    small.one("#fold").click()
    assert small.shown(".source") == 60


def test_it_is_dark_as_the_system_is_or_as_the_button_says(small):
    grounds = {}
    for scheme in ("light", "dark"):
        small.emulate(scheme=scheme)
        grounds[scheme] = small.ground
    assert grounds == {"light": "rgb(247, 247, 245)", "dark": "rgb(22, 24, 28)"}
    assert small.one("#theme").text == "Light"
    small.one("#theme").click()
    assert (small.ground, small.one("#theme").text) == (grounds["light"], "Dark")
    small.emulate(scheme="light")
    small.one("#theme").click()
    assert small.ground == grounds["dark"]


def test_on_paper_everything_is_open_light_and_without_controls(small):
    small.emulate(scheme="dark")
    small.one("#fold").click()
    small.emulate(media="print", scheme="dark")
    assert (small.shown("form, button, nav, .skip"), small.shown(".source")) == (0, 60)
    assert small.run("return getComputedStyle(document.documentElement).colorScheme") == "light"
    assert base64.b64decode(small.browser.print_page()).startswith(b"%PDF")
    small.emulate()
    assert small.shown(".source") == 0


def test_without_its_script_everything_can_be_read_and_no_control_is_there(opened):
    page = opened(REPORTERS["html"](many(60)).replace("<script>", "<script>//"))
    (refused,) = page.awaited_complaints()
    assert "Content Security Policy" in refused  # the policy runs nothing but the very script
    assert (page.shown("form, button"), page.shown(".source"), page.shown(".checked li")) == (0, 60, FILES)


def test_nothing_is_requested_and_nothing_complained_of(small):
    small.choose("text", "setting")
    small.one("#theme").click()
    assert small.requests() == {small.file.as_uri()}
    assert small.complaints() == []


def test_5000_findings_do_not_stutter(opened):
    page = opened(REPORTERS["html"](many(MANY)))
    assert page.run("return performance.getEntriesByType('navigation')[0].loadEventEnd") < 5 * SLOW
    for words, count in (("setting 4999'", 1), ("prod", MANY // 2), ("", MANY)):
        start = page.run("return performance.now()")
        page.choose("text", words)
        assert page.run("return performance.now()") - start < SLOW
        assert page.count == (f"All {count} shown" if count == MANY else f"{count} of {MANY} shown")
    frames = page.browser.execute_async_script(
        "const done = arguments[0], times = []; let last = performance.now();"
        "const step = () => { const now = performance.now(); times.push(now - last); last = now; scrollBy(0, 400);"
        "times.length < 60 ? requestAnimationFrame(step) : done(times.sort((one, other) => one - other)) };"
        "requestAnimationFrame(step)"
    )
    assert frames[len(frames) // 2] < SLOW / 20
    assert page.complaints() == []


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_file_holds_nothing_acts(opened, text):
    one = replace(
        finding(0, text, 1, 1, Text(text)), rule=text, message=text, environment=text, help=text, why=text, docs=text
    )
    change = ReportedChange(
        "changed", text, text, (text,), text, {text: text}, "error", text, text, text, "", one.location, one.location
    )
    sides = SourceInfo(text), SourceInfo(text)
    for output in (
        REPORTERS["html"](Report((one,), texts={text: Text(text)}, checked=(text,), gaps=(Gap(text, text),))),
        DIFF_REPORTERS["html"](DiffReport(*sides, (change,), (), DiffSummary())),
    ):
        page = opened(output)
        page.run(
            "document.querySelectorAll('main *').forEach((one) => { one.focus(); one.dispatchEvent(new Event('mouseover')) })"
        )
        assert page.run("return typeof pwned") == "undefined"
        assert page.run("return document.querySelectorAll('img, iframe, object, script').length") == 1
        assert page.run("return document.querySelectorAll('a:not([href^=\"#\"])').length") == 0
        assert not re.search("[\x00-\x08\x1b\u202e]", page.run("return document.body.textContent"))
        assert page.requests() == {page.file.as_uri()}
        assert page.complaints() == []


def test_the_first_stop_of_the_keyboard_skips_to_the_results(small):
    small.one("body").send_keys(Keys.TAB)
    assert small.run("return [document.activeElement.className, document.activeElement.hash]") == ["skip", "#results"]


def test_every_control_has_a_name_and_ids_are_unique(small):
    nameless = (
        "return [...document.querySelectorAll('input, select, button, a, nav, form, main > section')].filter((one) =>"
        "!(one.labels?.[0] ?? one).textContent.trim() && !one.ariaLabel).length"
    )
    assert small.run(nameless) == 0
    ids = small.run("return [...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    assert (
        small.run("return ['header', 'nav', 'main', 'footer'].map((one) => document.querySelectorAll(one).length)")
        == [1] * 4
    )


BROKEN_WORDS = """
const broken = [];
for (const one of document.querySelectorAll("header *, .totals *, .tally thead th, .tally .said, #results > h2")) {
  for (const node of one.childNodes) {
    for (const word of node.nodeType === Node.TEXT_NODE ? node.data.matchAll(/\\S+/g) : []) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (range.getClientRects().length !== 1) broken.push(word[0]);
    }
  }
}
return broken;
"""


def test_a_phone_shows_all_of_it_and_breaks_no_word(opened):
    report = many(60)
    docs = {
        one.rule: RuleDocs("A switch that belongs to notifications is set.", "", "info", "") for one in report.findings
    }
    page = opened(REPORTERS["html"](replace(report, rules=docs)))
    size = {"width": 340, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        page.run("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        assert page.run("return document.documentElement.scrollWidth") <= 340
        assert page.run(BROKEN_WORDS) == []
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
