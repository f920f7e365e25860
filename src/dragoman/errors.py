"""The exceptions of Dragoman: what a caller did wrong, one small class a cause.

A problem in the *data* is never an exception: it is a `Refusal` (see `dragoman.types`), a line in
the outcome of a run.

    DragomanError
    ├── MissingPath        a path that does not exist
    ├── StoreUnavailable   a database that cannot be opened, or is not a Dragoman store
    ├── StoreChanged       another program wrote to the store between reading and writing
    ├── BadQuery           a query that cannot be understood
    ├── BadCursor          a place in a list that no page of it gave
    ├── BadSettings        a settings file or variable that cannot be understood
    ├── BadActors          actors of the user's own, or a file of them, that cannot be understood
    ├── UnknownActor       a name that nobody has, or several have
    ├── SameActor          two actors to compare who are one
    ├── UnknownArticle     an article that the store does not have
    ├── UnknownRecord      a record or a claim that the store does not have, or several that may be meant
    ├── BadJudgement       a judgement that makes no sense
    ├── CannotFetch        a link that cannot be fetched
    │   ├── ForbiddenLink  one that may not be asked for: another scheme, a private address, credentials
    │   ├── Unreachable    nobody answers, or not in time
    │   ├── BadAnswer      the server answers, but not with what was asked for
    │   ├── TooLarge       it is longer than may be fetched
    │   └── WrongType      it is neither text nor HTML
    ├── CannotWrite        a file or a folder that an export cannot be written to
    ├── NeedsFolder        an export of several files that was given no folder
    ├── MissingPackage     a package that is only needed for one thing, and is not installed
    ├── ModelUnavailable   the language model cannot be loaded
    └── WorkerLost         a process that was reading has been killed

Each keeps what it was made of as fields, so that it can cross from one process to another.
"""

from dataclasses import dataclass
from typing import ClassVar


class DragomanError(Exception):
    """A caller's mistake, told in one line that says what to do."""


@dataclass(eq=False)
class MissingPath(DragomanError):
    """A path that does not exist."""

    path: str

    def __str__(self) -> str:
        return f"{self.path}: no such file or folder; check the path"


@dataclass(eq=False)
class StoreUnavailable(DragomanError):
    """A database that cannot be opened, or that is not a Dragoman store."""

    url: str
    reason: str

    def __str__(self) -> str:
        return f"cannot open the store {self.url}: {self.reason}; name another with --db or DRAGOMAN_DB"


@dataclass(eq=False)
class StoreChanged(DragomanError):
    """Another program wrote to the store between reading a neighbourhood and writing the changes."""

    url: str

    def __str__(self) -> str:
        return f"another program is writing to the store {self.url}; try again when it has finished"


@dataclass(eq=False)
class BadQuery(DragomanError):
    """A query that cannot be understood."""

    query: str
    reason: str

    def __str__(self) -> str:
        return f"cannot read the query {self.query!r}: {self.reason}"


@dataclass(eq=False)
class BadCursor(DragomanError):
    """A place in a list that no page of it gave."""

    cursor: str

    def __str__(self) -> str:
        return f"{self.cursor!r} is no place in this list; take the one that the page before gives as `next`"


@dataclass(eq=False)
class BadSettings(DragomanError):
    """A settings file or an environment variable that cannot be understood."""

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass(eq=False)
class BadActors(DragomanError):
    """Actors of the user's own, or a file of them, that cannot be understood."""

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass(eq=False)
class UnknownActor(DragomanError):
    """A name that nobody has, or that several have; `near` are names that may be meant."""

    name: str
    near: tuple[str, ...] = ()
    is_shared: bool = False

    def __str__(self) -> str:
        if self.is_shared:
            return f"“{self.name}” may be {', '.join(self.near)}; give the whole name or the id"
        if self.near:
            return f"nobody called “{self.name}” is known; close: {', '.join(self.near)}"
        return f"nobody called “{self.name}” is known; give a name, an id, or a country's code such as FRA"


@dataclass(eq=False)
class SameActor(DragomanError):
    """Two actors who cannot be compared: they are one, or one acts for the other."""

    one: str
    other: str

    def __str__(self) -> str:
        if self.one == self.other:
            return f"{self.one} cannot be compared with itself; name two actors"
        return f"{self.one} and {self.other} are one side, since one acts for the other; name two sides"


@dataclass(eq=False)
class UnknownArticle(DragomanError):
    """An article that the store does not have."""

    id: str
    reason: str

    def __str__(self) -> str:
        return f"cannot tell which article {self.id!r} is: {self.reason}"


@dataclass(eq=False)
class UnknownStory(DragomanError):
    """A story that the store does not have."""

    id: str
    reason: str

    def __str__(self) -> str:
        return f"cannot tell which story {self.id!r} is: {self.reason}; `dragoman stories` lists them"


@dataclass(eq=False)
class CannotSplit(DragomanError):
    """Articles that cannot be taken out of a story."""

    story: str
    reason: str

    def __str__(self) -> str:
        reports = f"`dragoman stories show {self.story}` lists its reports"
        return f"cannot split {self.story}: {self.reason}; {reports}"


@dataclass(eq=False)
class UnknownRecord(DragomanError):
    """A record or a claim that the store does not have, or several that may be meant."""

    id: str
    near: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.near:
            return f"{self.id!r} may be {', '.join(self.near)}; give more of the id"
        return (
            f"there is no record or claim {self.id!r}; `dragoman show --ids` lists the records with their ids"
        )


@dataclass(eq=False)
class BadJudgement(DragomanError):
    """A judgement that makes no sense."""

    reason: str

    def __str__(self) -> str:
        return self.reason


@dataclass(eq=False)
class CannotFetch(DragomanError):
    """A link that cannot be fetched; `code` is that of the refusal that a run makes of it.

    `url` is shown as it is, so it holds no key and no credentials.
    """

    code: ClassVar[str] = "unreachable"

    url: str
    reason: str

    def __str__(self) -> str:
        return f"{self.url}: {self.reason}"


class ForbiddenLink(CannotFetch):
    """A link that may not be asked for: another scheme than http and https, a private address, a password."""

    code = "forbidden"


class Unreachable(CannotFetch):
    """A link where nobody answers, or not in time, or not in the language of the web."""


@dataclass(eq=False)
class BadAnswer(CannotFetch):
    """A link whose server answers, but not with what was asked for.

    `status` is that of HTTP, `wait` the seconds after which one may ask again, where the server says.
    """

    code: ClassVar[str] = "answer"

    status: int
    wait: float | None = None

    __str__ = CannotFetch.__str__


class TooLarge(CannotFetch):
    """A link with more behind it than may be fetched."""

    code = "too-large"


class WrongType(CannotFetch):
    """A link with something else behind it than text or HTML."""

    code = "no-article"


@dataclass(eq=False)
class CannotWrite(DragomanError):
    """A file or a folder that an export cannot be written to."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"cannot write {self.path}: {self.reason}; name another place with -o"


@dataclass(eq=False)
class NeedsFolder(DragomanError):
    """An export of several files that was given no folder."""

    format: str

    def __str__(self) -> str:
        return f"{self.format} is several files: name a folder for them with -o"


@dataclass(eq=False)
class MissingPackage(DragomanError):
    """A package that is only needed for one thing, and is not installed."""

    package: str
    extra: str

    def __str__(self) -> str:
        return f"this needs the package {self.package}: pip install 'dragoman[{self.extra}]'"


@dataclass(eq=False)
class ModelUnavailable(DragomanError):
    """The language model cannot be loaded."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"cannot load the language model {self.path}: {self.reason}; reinstall dragoman"


@dataclass(eq=False)
class WorkerLost(DragomanError):
    """A process that was reading has been killed."""

    jobs: int

    def __str__(self) -> str:
        return (
            f"one of the {self.jobs} processes that were reading was killed, most likely for want of memory; "
            "what was read is kept: run it again with --jobs 1"
        )
