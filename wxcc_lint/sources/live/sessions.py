"""What the readers of a live org are given: a session that is logged in to the declared org, and only reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from wxcc_lint.sources.live.reading import Org


class WebexSession(Protocol):
    """A login to the Webex tenant that the environment declares. All of it raises LiveError.

    A token that is refused is renewed once, where the environment has the means to.
    """

    @property
    def org(self) -> Org:
        """Whose objects are read."""

    @property
    def org_id(self) -> str:
        """The bare UUID of the organization."""

    @property
    def base_url(self) -> str:
        """The address of the API, without a slash at its end."""

    def get(self, path: str, **query: str | int) -> Any:
        """Return the JSON at a path below `/organization/{org_id}/`, such as `v2/team`."""


class SalesforceSession(Protocol):
    """A login to the Salesforce org that the environment declares. All of it raises LiveError.

    A token that is refused is renewed once, where the environment has the means to.
    """

    @property
    def org(self) -> Org:
        """Whose objects are read."""

    @property
    def api_version(self) -> str:
        """The version of the API in use, such as `63.0`."""

    @property
    def api_usage(self) -> tuple[int, int] | None:
        """How many requests of the last 24 hours the org counts, and how many it allows; None where it does not say."""

    def query(self, soql: str, *, tooling: bool = False) -> list[dict[str, Any]]:
        """Return all rows of a query, page after page."""

    def get(self, path: str, **query: str | int) -> Any:
        """Return the JSON at a path below `/services/data/v{api_version}/`, such as `sobjects/Task/describe`."""

    def read_metadata(self, type_: str, names: Sequence[str]) -> list[tuple[str, bytes]]:
        """Return full name and XML, as a file of its own, of those components that exist."""

    def list_metadata(self, type_: str) -> list[dict[str, Any]]:
        """Return what the org tells of each component of a type: `fullName`, `lastModifiedDate` and so on."""


class Reply(Protocol):
    """An answer with a status of the 200s."""

    @property
    def status(self) -> int:
        """The status of HTTP."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, whatever the case of their names."""

    @property
    def body(self) -> bytes:
        """The body, unpacked."""

    def json(self) -> Any:
        """Return the body as JSON. Raises LiveError for anything else."""


class Client(Protocol):
    """What sends requests: nothing but these, and only to the hosts it was made for. All of it raises LiveError."""

    def get(self, url: str, *, token: str | None = None, headers: Mapping[str, str] = ...) -> Reply:
        """Read an address."""

    def post_form(self, url: str, fields: Mapping[str, str]) -> Reply:
        """Ask one of the token addresses for a token."""

    def post_json(self, url: str, body: Mapping[str, str], *, token: str | None = None) -> Reply:
        """Ask one of the token addresses for a token, in JSON."""

    def post_metadata(self, url: str, operation: str, envelope: bytes) -> Reply:
        """Call one of the reading operations of the Metadata API."""


class Connect(Protocol):
    """Makes the client for some origins (`https://host`), and for some addresses that give tokens."""

    def __call__(self, hosts: Sequence[str], token_urls: Sequence[str]) -> Client:
        """Return a client that speaks to these alone."""
