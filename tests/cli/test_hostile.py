"""Input that is broken, huge, deep or meant to harm: one sentence or one finding, and the right exit code."""

from __future__ import annotations

import socket

import pytest

from wxcc_lint.discover import discover

DEEP = 10_000
HUGE = 50_000_000
LAYOUT = '{"agent": {"area": {"headless": %s}}}'
DECLARED = '<?xml version="1.0" encoding="%s"?>\n<callCenter><section name="a" label="Grüße"/></callCenter>'
EVERY_BYTE = bytes(range(256))


def _billion_laughs() -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE callCenter [<!ENTITY e0 "ha">{entities}]><callCenter>&e9;</callCenter>'


def _quadratic_blowup() -> str:
    return f'<!DOCTYPE callCenter [<!ENTITY a "{"a" * 10_000}">]><callCenter>{"&a;" * 100_000}</callCenter>'


FILES: dict[str, tuple[bytes, str]] = {
    "empty.xml": (b"", "meta/syntax"),
    "empty.json": (b"", "meta/syntax"),
    "blank.xml": (b" \r\n\t\n", "meta/syntax"),
    "binary.xml": (b"<callCenter>" + EVERY_BYTE * 40, "meta/encoding"),
    "binary.json": (b'{"area": {"headless": ' + EVERY_BYTE * 40, "meta/encoding"),
    "nul.xml": (b"<callCenter>\0</callCenter>", "meta/syntax"),
    "huge.xml": (b"<callCenter>".ljust(HUGE), "meta/too-large"),
    "huge.json": (b'{"area": {"headless": {}}}'.ljust(HUGE), "meta/too-large"),
    "utf-16-bom.xml": ("<callCenter/>".encode("utf-16"), "meta/encoding"),
    "utf-16-le.xml": ("<callCenter/>".encode("utf-16-le"), "meta/encoding"),
    "utf-16-be.xml": ("<callCenter/>".encode("utf-16-be"), "meta/encoding"),
    "utf-16-bom.json": ((LAYOUT % "{}").encode("utf-16"), "meta/encoding"),
    "utf-16-le.json": ((LAYOUT % "{}").encode("utf-16-le"), "meta/encoding"),
    "utf-16-be.json": ((LAYOUT % "{}").encode("utf-16-be"), "meta/encoding"),
    "utf-32.xml": ("<callCenter/>".encode("utf-32"), "meta/encoding"),
    "latin-1-as-utf-8.xml": ((DECLARED % "UTF-8").encode("latin-1"), "meta/encoding"),
    "latin-1-undeclared.xml": ("<callCenter>ü</callCenter>".encode("latin-1"), "meta/encoding"),
    "latin-1.json": ((LAYOUT % '{"ü": 1}').encode("latin-1"), "meta/encoding"),
    "unknown-encoding.xml": ((DECLARED % "klingon").encode(), "meta/encoding"),
    "codec-that-is-no-encoding.xml": ((DECLARED % "zip").encode(), "meta/encoding"),
    "codec-that-only-raises.xml": ((DECLARED % "undefined").encode(), "meta/encoding"),
    "codec-of-host-names.xml": ((DECLARED % "idna").encode(), "meta/encoding"),
    "codec-of-escapes.xml": ((DECLARED % "unicode_escape").encode(), "meta/encoding"),
    "deep.xml": (b"<callCenter>" + b"<a>" * DEEP + b"</a>" * DEEP + b"</callCenter>", "meta/too-deep"),
    "deep-unclosed.xml": (b"<callCenter>" + b"<a>" * DEEP, "meta/too-deep"),
    "deep-lists.json": ((LAYOUT % ("[" * DEEP + "]" * DEEP)).encode(), "meta/too-deep"),
    "deep-objects.json": ((LAYOUT % ('{"a":' * DEEP + "1" + "}" * DEEP)).encode(), "meta/too-deep"),
    "deep-unclosed.json": (('{"area": {"headless": ' + "[" * DEEP).encode(), "meta/too-deep"),
    "laughs.xml": (_billion_laughs().encode(), "meta/doctype"),
    "blowup.xml": (_quadratic_blowup().encode(), "meta/doctype"),
    "external-entity.xml": (
        b'<!DOCTYPE callCenter [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><callCenter>&x;</callCenter>',
        "meta/doctype",
    ),
    "file-entity.xml": (
        b'<!DOCTYPE callCenter [<!ENTITY x SYSTEM "file:///etc/passwd">]><callCenter>&x;</callCenter>',
        "meta/doctype",
    ),
    "parameter-entity.xml": (
        b'<!DOCTYPE callCenter [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]><callCenter/>',
        "meta/doctype",
    ),
    "external-dtd.xml": (b'<!DOCTYPE callCenter SYSTEM "http://127.0.0.1:9/x.dtd"><callCenter/>', "meta/doctype"),
    "hidden-doctype.xml": (b"<!-- x --><?y?>\n<!doctype callCenter><callCenter/>", "meta/doctype"),
    "undeclared-entity.xml": (b"<callCenter>&x;</callCenter>", "meta/syntax"),
    "impossible-character.xml": (b"<callCenter>&#xd800;</callCenter>", "meta/syntax"),
    "control-character.xml": (b"<callCenter>\x1b[2J</callCenter>", "meta/syntax"),
    "open-tags.xml": (b"<callCenter>" + b"<section " * 100_000, "meta/syntax"),
    "open-comments.xml": (b"<callCenter>" + b"<!--" * 100_000, "meta/syntax"),
    "open-cdata.xml": (b"<callCenter>" + b"<![CDATA[" * 100_000, "meta/syntax"),
    "open-text.json": (b'{"area": {"headless": "' + b'\\"' * 100_000, "meta/syntax"),
    "nan.json": ((LAYOUT % "NaN").encode(), "meta/syntax"),
    "long-number.json": ((LAYOUT % ("9" * 100_000)).encode(), "meta/syntax"),
    "merge-conflict.xml": (b"<callCenter>\n<<<<<<< ours\n=======\n>>>>>>> theirs\n</callCenter>", "meta/syntax"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_one_finding(lint, project, name):
    data, rule = FILES[name]
    (project / name).write_bytes(data)
    run = lint("check", name, "-f", "json")
    assert (run.code, run.rules, run.err) == (1, [rule], "")
    finding, summary = run.report["findings"][0], run.report["summary"]
    assert (finding["path"], finding["severity"], finding["at"]) == (name, "error", None)
    assert len(finding["message"]) < 300
    assert (summary["files"], summary["errors"]) == (1, 1)


@pytest.mark.parametrize("format_", ["full", "concise"])
def test_files_that_cannot_be_read_can_be_shown(lint, project, format_):
    for name, (data, _) in FILES.items():
        (project / name).write_bytes(data)
    run = lint("check", *FILES, "-f", format_)
    assert (run.code, run.err) == (1, "")
    assert run.out.splitlines()[-1] == f"Found {len(FILES)} errors in {len(FILES)} files."
    assert max(map(len, run.out.splitlines())) < 500


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + EVERY_BYTE,
        b"x" * HUGE,
        b" " * HUGE,
        b'{"a":' * DEEP,
        _billion_laughs().replace("callCenter", "other").encode(),
    ],
    ids=["picture", "huge", "huge-blank", "deep", "laughs"],
)
def test_a_strangers_file_is_skipped_whatever_it_holds(lint, project, data):
    (project / "x.json").write_bytes(data)
    run = lint("check", "x.json", "-f", "json")
    assert (run.code, run.rules, run.report["summary"]["skipped"]) == (0, [], 1)
    assert run.notes == [
        "skipped x.json: neither a call center definition, a desktop layout nor a Salesforce component of the integration"
    ]


HARMLESS: dict[str, bytes] = {
    "latin-1-declared.xml": (DECLARED % "ISO-8859-1").encode("latin-1"),
    "byte-order-mark.xml": b"\xef\xbb\xbf<callCenter/>",
    "lone-surrogates.json": (LAYOUT % r'{"\ud800": "\udfff"}').encode(),
    "many-items.xml": b"<callCenter><section>%s</section></callCenter>" % (b"<item/>" * 2_000),
    "xinclude.xml": b'<callCenter xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="http://127.0.0.1:9/x"/></callCenter>',
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_looks_harmful_is_read(lint, project, name):
    (project / name).write_bytes(HARMLESS[name])
    run = lint("check", name, "-f", "json")
    assert run.code in {0, 1}
    assert run.report["summary"]["files"] == 1
    unreadable = {
        "meta/syntax",
        "meta/encoding",
        "meta/too-deep",
        "meta/too-large",
        "meta/doctype",
        "meta/internal-error",
    }
    assert not unreadable & set(run.rules)


def test_json_that_is_nested_deeply_inside_an_item_crashes_nothing(lint, project, definition):
    deep = "[" * DEEP + "]" * DEEP
    (project / "x.xml").write_text(definition(sfdcObjetFieldCadVariableMappings1=deep), encoding="utf-8")
    run = lint("check", "x.xml", "-f", "json")
    assert run.code in {0, 1}
    assert "meta/internal-error" not in run.rules


NETWORK = {
    "entity": '<!DOCTYPE callCenter [<!ENTITY x SYSTEM "URL">]><callCenter>&x;</callCenter>',
    "parameter-entity": '<!DOCTYPE callCenter [<!ENTITY % p SYSTEM "URL"> %p;]><callCenter/>',
    "dtd": '<!DOCTYPE callCenter SYSTEM "URL"><callCenter/>',
    "xinclude": '<callCenter xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="URL"/></callCenter>',
    "schema-location": (
        '<callCenter xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="URL"/>'
    ),
    "stylesheet": '<?xml-stylesheet type="text/xsl" href="URL"?><callCenter/>',
    "adapter-url": '<callCenter><section name="g"><item name="reqAdapterUrl">URL</item></section></callCenter>',
    "json-schema": '{"$schema": "URL", "$ref": "URL", "agent": {"area": {"headless": {"script": "URL"}}}}',
}


@pytest.mark.parametrize("text", NETWORK.values(), ids=NETWORK)
def test_nothing_in_a_file_makes_the_program_reach_out(tmp_path, monkeypatch, check_found, text):
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("somebody reached for the network")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        (tmp_path / "x.xml").write_text(text.replace("URL", url), encoding="utf-8")
        for name in ("socket", "create_connection", "getaddrinfo"):
            monkeypatch.setattr(socket, name, refuse)
        result = check_found(discover([tmp_path / "x.xml"], tmp_path), tmp_path)
        with pytest.raises(BlockingIOError):  # nobody knocked, not even code that is not Python's
            listener._accept()
    assert result.judgement.report.summary.files == 1
    assert "meta/internal-error" not in {finding.rule for finding in result.judgement.report.findings}
