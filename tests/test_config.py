from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings, strategies as st
from msgspec.structs import replace

from wxcc_lint.catalog.regions import regions
from wxcc_lint.config import (
    Config,
    ConfigError,
    ConfigProblem,
    SalesforceOrg,
    WebexOrg,
    default_config,
    environments_for,
    find_config,
    load_config,
)
from wxcc_lint.config_dump import dump_config
from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.documents.model import Place
from wxcc_lint.schema import load_schema

FULL = """\
profile: strict
fail-on: warning
rule-dirs: [lint-rules]
rules: {layout/some-rule: off, callcenter/other-rule: {severity: info, max: 300}, layout/third-rule: {max: 3}}
ignore:
  - {rule: layout/some-rule, file: "layouts/*.json", at: "/agent/**", reason: "in May", until: 2027-01-31}
  - {rule: [layout/a, layout/b], reason: accepted}
baseline: .wxcc-lint-baseline.json
limits: {file-mib: 8, component-mib: 64}
environments:
  prod:
    files: ["crm/**", "layouts/prod/**"]
    region: eu1
    generation: v1
    allowlist: csp/prod.txt
    layouts: {"Salesforce Agents": layouts/prod/agents.json}
    variables: {MY_DOMAIN: acme.my.salesforce.com}
    agent-profiles: [Agent]
    agent-permission-sets: [WxCC]
    webex: {org-id: "1-2", token-env: WXCC_ACCESS_TOKEN, base-url: null}
    salesforce: {org-id: 00D000000000001, sf-alias: prod, instance-url: "https://acme.my.salesforce.com"}
  test.eu-1_b:
    allowlist: ["*.force.com"]
  empty: {}
  every.way:
    webex:
      org-id: 0-1
      refresh-token-env: A
      client-id-env: B
      client-secret-env: C
      application-id: D
      application-token-env: E
      identity-url: http://localhost:8000/v1
    salesforce:
      token-env: F
      client-id-env: G
      client-secret-env: H
      jwt-key-env: I
      username: reader@acme.example
      login-url: https://test.salesforce.com
"""


def load(folder: Path, text: str) -> Config:
    path = folder / ".wxcc-lint.yaml"
    path.write_bytes(text.encode())
    return load_config(path, "the.yaml")


def problems(folder: Path, text: str) -> list[tuple[int, int, str, str]]:
    with pytest.raises(ConfigError) as caught:
        load(folder, text)
    return [(each.line, each.column, each.message, each.help) for each in caught.value.problems]


def test_everything_a_config_can_say(tmp_path: Path) -> None:
    config = load(tmp_path, FULL)
    assert (config.path, config.root) == (tmp_path / ".wxcc-lint.yaml", tmp_path)
    assert (config.profile, config.fail_on) == ("strict", "warning")
    assert config.rule_dirs == (tmp_path / "lint-rules",)
    assert config.baseline == tmp_path / ".wxcc-lint-baseline.json"
    assert config.limits == SizeLimits(file=8, component=64)
    assert [(name, it.severity, it.off, it.options) for name, it in config.rules.items()] == [
        ("layout/some-rule", None, True, {}),
        ("callcenter/other-rule", "info", False, {"max": 300}),
        ("layout/third-rule", None, False, {"max": 3}),
    ]
    first, second = config.ignores
    assert (first.rules, first.file, first.at) == (("layout/some-rule",), "layouts/*.json", "/agent/**")
    assert (first.reason, first.until) == ("in May", date(2027, 1, 31))
    assert (second.rules, second.file, second.at, second.until) == (("layout/a", "layout/b"), None, None, None)
    assert list(config.environments) == ["prod", "test.eu-1_b", "empty", "every.way"]
    prod = config.environments["prod"]
    assert prod.files == ("crm/**", "layouts/prod/**")
    assert (prod.name, prod.region, prod.generation, prod.allowlist) == ("prod", "eu1", "v1", "csp/prod.txt")
    assert prod.layouts == {"Salesforce Agents": "layouts/prod/agents.json"}
    assert prod.variables == {"MY_DOMAIN": "acme.my.salesforce.com"}
    assert (prod.agent_profiles, prod.agent_permission_sets) == (("Agent",), ("WxCC",))
    assert prod.webex == WebexOrg("1-2", "WXCC_ACCESS_TOKEN", None)
    assert prod.salesforce == SalesforceOrg("00D000000000001", "prod", "https://acme.my.salesforce.com")
    assert config.environments["test.eu-1_b"].allowlist == ("*.force.com",)
    assert config.environments["empty"].files == ()
    every = config.environments["every.way"]
    assert every.webex == WebexOrg("0-1", None, None, "A", "B", "C", "D", "E", "http://localhost:8000/v1")
    assert every.salesforce == SalesforceOrg(
        None, None, None, "F", "G", "H", "I", "reader@acme.example", "https://test.salesforce.com"
    )


def test_entries_know_where_they_stand(tmp_path: Path) -> None:
    config = load(tmp_path, FULL)

    def position(place: Place) -> tuple[str, int, int]:
        return (place.document.name, *place.document.text.locate(place.span.start))

    assert position(config.rules["callcenter/other-rule"].place.key()) == ("the.yaml", 4, 32)
    assert position(config.ignores[1].place) == ("the.yaml", 7, 5)
    assert position(config.environments["prod"].place.key()) == ("the.yaml", 11, 3)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "rules:\nignore:\nrule-dirs:\nlimits:\nenvironments:\n"])
def test_an_empty_file_means_the_defaults(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == Config(tmp_path / ".wxcc-lint.yaml", tmp_path)
    assert replace(load(tmp_path, text), path=None) == Config(
        path=None,
        root=tmp_path,
        profile="default",
        fail_on="error",
        rule_dirs=(),
        rules={},
        ignores=(),
        baseline=None,
        limits=SizeLimits(file=5, component=32),
        environments={},
    )


_GLOB_HELP = (
    "write it from the folder of this config and with '/', like 'crm/**' or '**/*.json'; "
    "'!' only leaves out what globs before it under 'files' match"
)
_URL_HELP = "write it without user, query and fragment; http:// is for this machine alone"
_FILE_HELP = "write the path from the folder of this config, with '/' between folders"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("profle: strict\n", (1, 1, "unknown key 'profle'; did you mean 'profile'?", "")),
        ("limits: {file-mb: 5}\n", (1, 10, "unknown key 'file-mb'; did you mean 'file-mib'?", "")),
        ("limits: {file-mib: 21}\n", (1, 20, "'file-mib' must be at most 20, not 21", "")),
        ("limits: {component-mib: 0}\n", (1, 25, "'component-mib' must be at least 1, not 0", "")),
        ("limits: {file-mib: 5 MiB}\n", (1, 20, "'file-mib' must be a whole number, not '5 MiB'", "")),
        (
            "profile: full\n",
            (1, 10, "'full' is not allowed for 'profile'", "use default, strict or pedantic"),
        ),
        (
            "fail-on: eror\n",
            (1, 10, "'eror' is not allowed for 'fail-on'; did you mean 'error'?", "use error, warning, info or never"),
        ),
        ("rules: [layout/a]\n", (1, 8, "'rules' must be an object with keys, not a list", "")),
        (
            "rules:\n  layout/a: warn\n",
            (2, 13, "'warn' is not allowed for 'layout/a'", "use error, warning, info or off"),
        ),
        (
            "rules:\n  layout/a: {severity: wraning}\n",
            (
                2,
                24,
                "'wraning' is not allowed for 'severity'; did you mean 'warning'?",
                "use error, warning, info or off",
            ),
        ),
        (
            "rules: {layout/a: false}\n",
            (
                1,
                19,
                "'layout/a' must be text or an object with keys, not false",
                "write error, warning, info or off, or an object with 'severity' and options",
            ),
        ),
        ("ignore:\n  - rule: layout/a\n", (2, 5, "the key 'reason' is missing in entry 1 of 'ignore'", "")),
        ("ignore:\n  - reason: x\n", (2, 5, "the key 'rule' is missing in entry 1 of 'ignore'", "")),
        ("ignore: [{rul: a, reason: x}]\n", (1, 11, "unknown key 'rul'; did you mean 'rule'?", "")),
        ("ignore: [{rule: [], reason: x}]\n", (1, 17, "'rule' is empty", "")),
        ("ignore: [{rule: a, reason: ' '}]\n", (1, 28, "the reason is empty", "say why the finding is accepted")),
        (
            "ignore: [{rule: a, reason: x, until: 2027-02-30}]\n",
            (1, 38, "'2027-02-30' is not a date", "write a day of the calendar as YYYY-MM-DD"),
        ),
        (
            "ignore: [{rule: a, reason: x, until: 31.1.2027}]\n",
            (1, 38, "'31.1.2027' is not a date", "write a day of the calendar as YYYY-MM-DD"),
        ),
        (
            "ignore: [{rule: a, reason: x, at: '/agent[x'}]\n",
            (1, 44, "'at' is not a path: '=' is missing at the end", "write it as reports do, say '/agent/**'"),
        ),
        (
            "ignore: [{rule: a, reason: x, at: agent}]\n",
            (
                1,
                35,
                "'at' is not a path: '/' should stand here, not 'a'",
                "write it as reports do, say '/agent/**'",
            ),
        ),
        (
            "ignore: [{rule: a, reason: x, file: crm/}]\n",
            (1, 37, "'crm/' is not a glob that can match a file", _GLOB_HELP),
        ),
        ("baseline: 'ci\\base.json'\n", (1, 11, "'ci\\base.json' is not a path in this project", _FILE_HELP)),
        ("baseline:\n", (1, 1, "'baseline' must be text, not null", _FILE_HELP)),
        (
            "environments:\n  my prod: {}\n",
            (2, 3, "'my prod' cannot name an environment", "use letters, digits, '_', '.' and '-'"),
        ),
        ("environments:\n  prod:\n", (2, 3, "'prod' must be an object with keys, not null", "")),
        (
            "environments:\n  prod:\n    region: us2\n",
            (3, 13, "'us2' is not allowed for 'region'", "use us1, eu1, eu2, anz1, ca1, jp1 or sg1"),
        ),
        (
            "environments:\n  prod:\n    generation: V1\n",
            (3, 17, "'V1' is not allowed for 'generation'; did you mean 'v1'?", "use v1, v2 or scv"),
        ),
        (
            "environments:\n  prod:\n    agent-profile: [Agent]\n",
            (3, 5, "unknown key 'agent-profile'; did you mean 'agent-profiles'?", ""),
        ),
        (
            "environments: {prod: {files: crm/**}}\n",
            (1, 30, "'files' must be a list, not 'crm/**'", 'write ["crm/**"]'),
        ),
        (
            "environments: {prod: {files: [/crm/a.xml]}}\n",
            (1, 31, "'/crm/a.xml' is not a glob that can match a file", _GLOB_HELP),
        ),
        (
            "environments: {prod: {files: ['!crm/old/**', 'crm/**']}}\n",
            (1, 31, "'!crm/old/**' is not a glob that can match a file", _GLOB_HELP),
        ),
        (
            "environments: {prod: {files: ['crm/**', '!/crm/old/**']}}\n",
            (
                1,
                41,
                "'!/crm/old/**' is not a glob that can match a file",
                "write it from the folder of this config and with '/', like 'crm/**', or '!crm/old/**' for what to leave out",
            ),
        ),
        (
            "ignore: [{rule: a, reason: x, file: '!crm/**'}]\n",
            (1, 37, "'!crm/**' is not a glob that can match a file", _GLOB_HELP),
        ),
        (
            "environments: {prod: {variables: {MY-DOMAIN: x}}}\n",
            (1, 35, "'MY-DOMAIN' cannot name a variable", "use letters, digits and '_', as in MY_DOMAIN"),
        ),
        (
            "environments: {prod: {webex: {token-env: 'x y'}}}\n",
            (
                1,
                42,
                "this is not the name of an environment variable",
                "name the variable; the secret itself must not stand in this file",
            ),
        ),
        (
            "environments: {prod: {salesforce: {instance-url: 'http://a.b'}}}\n",
            (1, 50, "this is not a URL that begins with https://", _URL_HELP),
        ),
        (
            "environments: {prod: {webex: {base-url: 'https://me:word@a.b'}}}\n",
            (1, 41, "this is not a URL that begins with https://", _URL_HELP),
        ),
        (
            "environments: {prod: {webex: {identity-url: 'http://127.0.0.1.acme.example/v1'}}}\n",
            (1, 45, "this is not a URL that begins with https://", _URL_HELP),
        ),
        (
            "environments: {prod: {salesforce: {client-secret-env: '5f!'}}}\n",
            (
                1,
                55,
                "this is not the name of an environment variable",
                "name the variable; the secret itself must not stand in this file",
            ),
        ),
        (
            "profile: strict\nfail-on: info\nprofile: default\n",
            (3, 1, "the key 'profile' stands twice", "keep one of them; the first stands on line 1"),
        ),
        ("rules:\n\tlayout/a: off\n", (2, 1, "YAML cannot be indented with a tab", "indent with spaces")),
        (
            "environments: {prod: {files: [**/*.xml]}}\n",
            (1, 31, "in YAML a value that begins with '*' is an alias", "put the value in quotes"),
        ),
        ("- profile: strict\n", (1, 3, "the document must be an object with keys, not a list", "")),
        ("strict\n", (1, 1, "the document must be an object with keys, not 'strict'", "")),
    ],
)
def test_a_slip_is_told_at_its_place(tmp_path: Path, text: str, expected: tuple[int, int, str, str]) -> None:
    assert problems(tmp_path, text) == [expected]


def test_all_problems_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "ignore: [{rule: a, reason: x, at: b}]\nfail-on: no\nfail-on: eror\nprofle: x\n"
    assert [(line, column) for line, column, *_ in problems(tmp_path, text)] == [(1, 35), (3, 1), (3, 10), (4, 1)]


def test_a_config_error_can_be_printed(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, "profle: x\nfail-on: 3\n")
    assert str(caught.value) == (
        "the.yaml:1:1: unknown key 'profle'; did you mean 'profile'?\nthe.yaml:2:10: 'fail-on' must be text, not 3"
    )


def test_a_later_check_can_point_into_the_config(tmp_path: Path) -> None:
    setting = load(tmp_path, FULL).rules["layout/some-rule"]
    error = ConfigError.at(setting.place.key(), "there is no such rule", "look again")
    assert error.path == "the.yaml"
    assert error.problems == (ConfigProblem("there is no such rule", 4, 9, "look again"),)


def test_a_token_in_the_wrong_place_is_not_repeated(tmp_path: Path) -> None:
    token = "eyJ0eXAi.s3cret"
    told = problems(tmp_path, f"environments: {{prod: {{webex: {{token: {token}, token-env: {token}}}}}}}\n")
    assert len(told) == 2
    assert token not in str(told)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            b"profile: str\xe4ct\n",
            (1, 13, "the byte 0xE4 is not valid UTF-8 (in Windows-1252 or Latin-1 it would be 'ä')"),
        ),
        ("profile: strict".encode("utf-16"), (1, 1, "this is UTF-16, not UTF-8")),
    ],
)
def test_a_file_in_another_encoding(tmp_path: Path, data: bytes, expected: tuple[int, int, str]) -> None:
    path = tmp_path / ".wxcc-lint.yaml"
    path.write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert [(each.line, each.column, each.message) for each in caught.value.problems] == [expected]
    assert caught.value.path == path.as_posix()


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert load(tmp_path, "\ufeffprofile: strict\n").profile == "strict"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_config(tmp_path / ".wxcc-lint.yaml")


def test_the_nearest_config_upward_governs(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (tmp_path / ".wxcc-lint.yaml").touch()
    assert find_config(folder) == tmp_path / ".wxcc-lint.yaml"
    (folder / ".wxcc-lint.yaml").touch()
    assert find_config(folder) == folder / ".wxcc-lint.yaml"
    assert find_config(tmp_path / "a") == tmp_path / ".wxcc-lint.yaml"


def test_the_search_ends_at_the_top_of_the_checkout(tmp_path: Path) -> None:
    folder = tmp_path / "repo" / "crm"
    folder.mkdir(parents=True)
    (tmp_path / ".wxcc-lint.yaml").touch()
    (tmp_path / "repo" / ".git").touch()  # a file, as in a work tree or submodule
    assert find_config(folder) is None
    (tmp_path / "repo" / ".wxcc-lint.yaml").touch()
    assert find_config(folder) == tmp_path / "repo" / ".wxcc-lint.yaml"


def test_the_mistaken_name_is_found_and_refused(tmp_path: Path) -> None:
    path = tmp_path / ".wxcc-lint.yml"
    path.touch()
    assert find_config(tmp_path) == path
    with pytest.raises(ConfigError) as caught:
        load_config(path, ".wxcc-lint.yml")
    assert caught.value.problems == (
        ConfigProblem("a config is not called '.wxcc-lint.yml'", 1, 1, "rename it to '.wxcc-lint.yaml'"),
    )
    (tmp_path / ".wxcc-lint.yaml").touch()
    assert find_config(tmp_path) == tmp_path / ".wxcc-lint.yaml"


def test_without_a_config_the_checkout_or_the_start_is_the_root(tmp_path: Path) -> None:
    folder = tmp_path / "crm"
    folder.mkdir()
    assert default_config(folder) == Config(None, folder)
    (tmp_path / ".git").mkdir()
    assert default_config(folder) == Config(None, tmp_path)


def test_a_file_belongs_to_the_environments_whose_globs_cover_it(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        "environments: {prod: {files: ['crm/**', '!crm/old/*', 'shared/*.json']}, test: {files: ['test/**', 'shared/**']}, none: {}}",
    )

    def names(path: str) -> list[str]:
        return [environment.name for environment in environments_for(config, path)]

    assert names("crm/a/callcenter.xml") == ["prod"]
    assert names("crm/old/callcenter.xml") == []
    assert names("shared/agents.json") == ["prod", "test"]
    assert names("shared/a/agents.json") == ["test"]
    assert names("other.json") == []


def test_the_dump_follows_the_order_of_the_documentation(tmp_path: Path) -> None:
    assert (
        dump_config(load(tmp_path, FULL))
        == """\
profile: strict
fail-on: warning
rule-dirs:
- lint-rules
rules:
  layout/some-rule: 'off'
  callcenter/other-rule:
    severity: info
    max: 300
  layout/third-rule:
    max: 3
ignore:
- rule: layout/some-rule
  file: layouts/*.json
  at: /agent/**
  reason: in May
  until: '2027-01-31'
- rule:
  - layout/a
  - layout/b
  reason: accepted
baseline: .wxcc-lint-baseline.json
limits:
  file-mib: 8
  component-mib: 64
environments:
  prod:
    files:
    - crm/**
    - layouts/prod/**
    region: eu1
    generation: v1
    allowlist: csp/prod.txt
    layouts:
      Salesforce Agents: layouts/prod/agents.json
    variables:
      MY_DOMAIN: acme.my.salesforce.com
    agent-profiles:
    - Agent
    agent-permission-sets:
    - WxCC
    webex:
      org-id: 1-2
      token-env: WXCC_ACCESS_TOKEN
    salesforce:
      org-id: 00D000000000001
      sf-alias: prod
      instance-url: https://acme.my.salesforce.com
  test.eu-1_b:
    allowlist:
    - '*.force.com'
  empty: {}
  every.way:
    webex:
      org-id: 0-1
      refresh-token-env: A
      client-id-env: B
      client-secret-env: C
      application-id: D
      application-token-env: E
      identity-url: http://localhost:8000/v1
    salesforce:
      token-env: F
      client-id-env: G
      client-secret-env: H
      jwt-key-env: I
      username: reader@acme.example
      login-url: https://test.salesforce.com
"""
    )


@pytest.mark.parametrize("text", ["", FULL, "rule-dirs: [../rules, /opt/rules]\nbaseline: ../b.json\n"])
def test_the_dump_loads_to_the_same_config(tmp_path: Path, text: str) -> None:
    config = load(tmp_path, text)
    again = load(tmp_path, dump_config(config))
    # What is told of a config has the paths of its places, and not the documents that they are in, which are two.
    assert repr(replace(again, has_profile=config.has_profile)) == repr(config)


_WORD = st.text(max_size=6) | st.sampled_from(
    ["off", "no", "1e3", "0o7", "017", "1:30", "2027-01-31", "null", "~", "<<", "="]
)
_OPTION = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _WORD, st.lists, max_leaves=4
)


@given(st.dictionaries(_WORD.filter(lambda name: name != "severity"), _OPTION, max_size=4))
@settings(deadline=None)
def test_any_option_survives_the_dump_for_readers_of_both_versions_of_yaml(
    tmp_path_factory: pytest.TempPathFactory, options: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("config")
    text = json.dumps({"rules": {"layout/a": {"severity": "off"}}})
    config = load(folder, text)
    setting = replace(config.rules["layout/a"], options=options)
    dumped = dump_config(replace(config, rules={"layout/a": setting}))
    assert load(folder, dumped).rules["layout/a"].options == options
    assert yaml.safe_load(dumped)["rules"]["layout/a"] == ({"severity": "off", **options} if options else "off")


def test_the_regions_are_those_of_the_catalogue() -> None:
    environment = load_schema("config")["$defs"]["environment"]["properties"]
    assert environment["region"]["enum"] == list(regions())


def test_the_schema_describes_every_key_for_editors() -> None:
    def keys(schema: Any) -> Any:
        if isinstance(schema, dict):
            yield from schema.get("properties", {}).items()
            for inner in schema.values():
                yield from keys(inner)

    assert [name for name, position in keys(load_schema("config")) if not position.get("description")] == []
    assert [name for name, position in keys(load_schema("config")) if not position.get("title")] == []
