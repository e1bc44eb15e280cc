"""What a comparison is made of: the objects of two sources, and which of them belong together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct, field

from wxcc_lint.documents.model import Document

ObjectKind = Literal["callcenter", "layout", "component"]
PairedBy = Literal["name", "config", "option", "file name", "only one", "nothing"]
"""Why two objects are taken for one; `file name` and `only one` are guesses, and told as such."""
PREFIXES: Final = ("git:", "snapshot:", "release:")
"""How operands begin that are no paths; a file whose name begins like this is written `./git:x`."""
Extent = Literal["everything", "one file", "catalogue"]
"""What a source stands for: a whole configuration, one file that somebody named, or what the vendor publishes."""


class ConfigObject(Struct, frozen=True):
    """One call center, layout or Salesforce component of a source.

    `name` is what the product calls it: the internal name of a call center, the name of a layout in Control Hub where the
    source knows it, else the file's stem (`is_guess`). Its document could be read; what could not is uncovered. `path` is
    where it stands inside its source, with `/`. `type` is that of a component, such as `CspTrustedSite`.
    """

    kind: ObjectKind
    name: str
    document: Document
    is_guess: bool = False
    path: str = ""
    type: str = ""

    @property
    def sort(self) -> str:
        """What it is one of: `callcenter`, `layout`, or the type of a component."""
        return self.type or self.kind

    @property
    def title(self) -> str:
        """What it is called in reports: `layout:Salesforce Agents`, `CspTrustedSite:Desktop`."""
        return f"{self.sort}:{self.name}"

    @property
    def key(self) -> str:
        """What it is found by: Salesforce minds no case in the names of components."""
        return self.title.casefold() if self.kind == "component" else self.title


class Uncovered(Struct, frozen=True):
    """Something that was not compared, and why: never clean, never deleted.

    `document` is the title of an object, or a kind where none of it was read, or a path where not even the kind is known.
    Kinds of an org are `layout`, `callcenter` and types of components, or as a snapshot calls them: `webex/team`.
    """

    document: str
    reason: str


class SalesforceInfo(Struct, frozen=True):
    """The Salesforce half of an org."""

    org_name: str | None = None
    org_id: str | None = None
    instance: str | None = None
    sandbox: bool | None = None


class SourceInfo(Struct, frozen=True):
    """A side of a comparison as people and reports call it; a live org has more to say than a folder."""

    source: str
    org_name: str | None = None
    org_id: str | None = None
    datacenter: str | None = None
    sandbox: bool | None = None
    read_at: str | None = None
    salesforce: SalesforceInfo | None = None

    @property
    def is_on_disk(self) -> bool:
        """Whether its files are there to be edited: they are no state of the past, of an org, or inside an archive."""
        return self.source != "-" and not self.source.startswith(PREFIXES) and not self.source.lower().endswith(".zip")


class Saved(Struct, frozen=True):
    """Who saved an object last, and when, as the org tells it: of Salesforce that is so, of a layout whoever wrote it said so."""

    by: str | None
    when: str | None
    is_proof: bool


class Reach(Struct, frozen=True):
    """Whom a layout reaches: the teams it is assigned to, and those that get it for having none of their own.

    `profiles` are the desktop profiles of the agents of these teams, `agents` counts them, in each team on its own; both
    are None where the org was not asked.
    """

    teams: tuple[str, ...]
    by_default: tuple[str, ...] = ()
    profiles: tuple[str, ...] | None = None
    agents: int | None = None


class OrgFacts(Struct, frozen=True):
    """What a side that is an org tells beside its objects.

    `kinds` says how much was read of each kind, by its name in a snapshot (`webex/team`); empty where nobody wrote it down.
    `reasons` says why, of those that were not read in full.
    `saved` is by path inside the source, `reach` by the name of a layout; `mask_key` identifies the key that masked values.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    saved: Mapping[str, Saved] = field(default_factory=dict)
    reach: Mapping[str, Reach] = field(default_factory=dict)
    mask_key: str | None = None


class Contents(Struct, frozen=True):
    """What a source holds. `failures` are sentences on what could not be opened at all."""

    info: SourceInfo
    objects: tuple[ConfigObject, ...]
    uncovered: tuple[Uncovered, ...] = ()
    failures: tuple[str, ...] = ()
    extent: Extent = "everything"
    place: str = ""
    """The folder that it is a state of, for a folder now or in git's memory: there the same path is the same object."""
    org: OrgFacts | None = None
    """Of an org, live or saved; None for files."""


class Pair(Struct, frozen=True):
    """The two sides of one object; a side is None where the object is only on the other."""

    left: ConfigObject | None
    right: ConfigObject | None
    by: PairedBy

    @property
    def title(self) -> str:
        """What the pair is called in reports: `layout:Salesforce Agents`, with the left side's name."""
        side = self.left or self.right
        assert side is not None, "a pair has a side"
        return side.title


class Ambiguous(Struct, frozen=True):
    """Objects of one side that share a name, or have none, so that nobody can say which is meant."""

    objects: tuple[ConfigObject, ...]
    side: Literal["left", "right"]
