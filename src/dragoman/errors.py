"""The exceptions of Dragoman: what a caller did wrong, one small class a cause.

A problem in the *data* is never an exception: it is a `Refusal` (see `dragoman.types`), a line in
the outcome of a run.

    DragomanError
    ├── MissingPath        a path that does not exist
    ├── StoreUnavailable   a database that cannot be opened, or is not a Dragoman store
    ├── StoreChanged       another program wrote to the store between reading and writing
    ├── BadQuery           a query that cannot be understood
    ├── BadSettings        a settings file or variable that cannot be understood
    ├── BadActors          actors of the user's own, or a file of them, that cannot be understood
    ├── UnknownArticle     an article that the store does not have
    └── ModelUnavailable   the language model cannot be loaded
"""


class DragomanError(Exception):
    """A caller's mistake, told in one line that says what to do."""


class MissingPath(DragomanError):
    """A path that does not exist."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: no such file or folder; check the path")
        self.path = path


class StoreUnavailable(DragomanError):
    """A database that cannot be opened, or that is not a Dragoman store."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"cannot open the store {url}: {reason}; name another with --db or DRAGOMAN_DB")
        self.url = url
        self.reason = reason


class StoreChanged(DragomanError):
    """Another program wrote to the store between reading a neighbourhood and writing the changes."""

    def __init__(self, url: str) -> None:
        super().__init__(f"another program is writing to the store {url}; try again when it has finished")
        self.url = url


class BadQuery(DragomanError):
    """A query that cannot be understood."""

    def __init__(self, query: str, reason: str) -> None:
        super().__init__(f"cannot read the query {query!r}: {reason}")
        self.query = query
        self.reason = reason


class BadSettings(DragomanError):
    """A settings file or an environment variable that cannot be understood."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class BadActors(DragomanError):
    """Actors of the user's own, or a file of them, that cannot be understood."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class UnknownArticle(DragomanError):
    """An article that the store does not have."""

    def __init__(self, id: str, reason: str) -> None:
        super().__init__(f"cannot tell which article {id!r} is: {reason}")
        self.id = id
        self.reason = reason


class ModelUnavailable(DragomanError):
    """The language model cannot be loaded."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"cannot load the language model {path}: {reason}; reinstall dragoman")
        self.path = path
        self.reason = reason
