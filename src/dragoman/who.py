"""Who is known, and why a mention was linked: what the faces ask of the registry of actors.

It calls the stage of actors and the pipeline; it does not know how names are found in a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.actors import adding, ftm, layout, links, profiles, standing
from dragoman.actors.adding import Added
from dragoman.actors.directory import Directory
from dragoman.actors.layout import Found
from dragoman.actors.links import Link
from dragoman.actors.profiles import Held, Hits, Profile, Tally
from dragoman.actors.standing import Standing
from dragoman.errors import BadActors, MissingPath, UnknownArticle
from dragoman.folding import fold
from dragoman.types import Heading

if TYPE_CHECKING:
    from dragoman.store import Store
    from dragoman.types import Account

__all__ = [
    "Added",
    "Held",
    "Hits",
    "Link",
    "Profile",
    "Standing",
    "Tally",
    "Why",
    "add",
    "find",
    "load",
    "nations",
    "near",
    "standing_of",
    "tally",
    "why",
]

_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Why:
    """How an actor's mentions were linked in the articles that were read again.

    `links` are in order of article and place. `left` counts the articles that speak of the actor and
    were not read again.
    """

    links: tuple[Link, ...]
    articles: tuple[Heading, ...]
    left: int


def _silent(_: int, __: int | None) -> None:
    """Shows nothing of how far the work has come."""


def add(entry: dict[str, Any]) -> Added:
    """Adds one actor of the user's own, or to what is known of one.

    Args:
        entry: its fields, `name` and `kind` among them.

    Raises:
        BadActors: the entry is wrong, or the file of the user's own actors cannot be read or written.
    """
    known = adding.directory()
    added = adding.add(
        [(str(entry["name"]), {**entry, "source": "added by hand"})], known, keeps_offices=True
    )
    for refusal in added.refusals:
        raise BadActors(refusal.location, refusal.reason)
    return added


def load(paths: Sequence[str], *, on_entry: Callable[[int, int | None], None] = _silent) -> Added:
    """Adds the actors of files: YAML as in `resources/`, or FollowTheMoney entities, one a line.

    Args:
        paths: the files; an entry may name those of the files before.
        on_entry: called now and then with how many lines have been read; how many there are is not known.

    Raises:
        MissingPath: one of the files does not exist.
        BadActors: one of them is no such file. Nothing has been added then.
    """
    for path in paths:
        if not Path(path).exists():
            raise MissingPath(path)
    known = adding.directory()
    return adding.add((f for path in paths for f in _found(Path(path), known, on_entry)), known)


def _found(path: Path, known: Directory, on_entry: Callable[[int, int | None], None]) -> Iterator[Found]:
    """The entries of a file, each with its name as their source."""
    for where, given in _read(path, known, on_entry):
        if isinstance(given, str):
            yield where, given
        else:
            own = given.get("source")
            yield where, {**given, "source": f"{path.name}: {own}" if own else path.name}


def _read(path: Path, known: Directory, on_entry: Callable[[int, int | None], None]) -> Iterator[Found]:
    def on_line(number: int) -> None:
        if number % 1000 == 0:
            on_entry(number, None)

    try:
        with path.open(encoding="utf-8-sig") as file:
            is_json = path.suffix.lower() not in _YAML and file.read(1) == "{"
            file.seek(0)
            if is_json:
                yield from ftm.read(path.name, file, known, on_line)
            else:
                yield from layout.read(path.name, file.read())
    except OSError as error:
        raise BadActors(str(path), f"cannot be read: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise BadActors(str(path), "is not text in UTF-8; give YAML or FollowTheMoney JSON lines") from error


def find(text: str) -> Hits:
    """Whom a name, an id or a country's code may mean.

    Raises:
        BadActors: the file of the user's own actors cannot be understood.
    """
    return profiles.find(text)


def near(text: str) -> tuple[str, ...]:
    """The known names that are most like a text, at most three."""
    return profiles.near(text)


def standing_of(id: str) -> Standing | None:
    """Who acts for an actor, None for one that is not known."""
    return standing.find(id)


def nations() -> dict[str, str]:
    """The names of the states by their own words, folded: "syrian" and "syria" give Syria."""
    return standing.nations()


def tally() -> Tally:
    """How many actors ship with the package, and how many are the user's own."""
    return profiles.tally()


def why(
    text: str,
    *,
    store: Store,
    article: str | None = None,
    limit: int,
    on_article: Callable[[int, int | None], None] = _silent,
) -> Why:
    """How the mentions of an actor in stored articles are linked, and why.

    The store keeps what articles say, not each mention; so the articles that speak of the actor are read
    again, with the actors that are known now.

    Args:
        text: a name, an id or a country's code.
        store: where the articles are.
        article: the one article to read again: its id, the beginning of it, or its page.
        limit: how many articles to read again, the latest first.
        on_article: called after each article with how many are done, and how many there are.

    Raises:
        UnknownArticle: the store has no such article, or several.
    """
    from dragoman import pipeline

    hits = find(text)
    ids = {profile.id for profile in hits.profiles}
    words = None if ids and hits.exact else text
    accounts = store.find().accounts
    wanted = [_one(article, accounts)] if article else [a for a in accounts if _speaks(a, ids, words)]
    wanted.sort(key=lambda a: (a.heading.published or "", a.heading.id), reverse=True)
    found: list[Link] = []
    for done, account in enumerate(wanted[:limit], 1):
        read = store.article(account.heading.id)
        found += links.find(read, pipeline.resolve(read), ids=ids, words=words)
        on_article(done, len(wanted[:limit]))
    return Why(tuple(found), tuple(a.heading for a in wanted[:limit]), len(wanted[limit:]))


def _speaks(account: Account, ids: set[str], words: str | None) -> bool:
    """Whether an article names one of these actors, or one with these words in his name."""
    company = set(account.company or ())
    asked = fold(words) if words else ""
    return bool(company & ids) or bool(asked and any(f" {asked} " in f" {fold(id)} " for id in company))


def _one(asked: str, accounts: Sequence[Account]) -> Account:
    headings = [(account, account.heading) for account in accounts]
    for found in (
        [a for a, h in headings if h.id == asked],
        [a for a, h in headings if h.page == asked],
        [a for a, h in headings if h.id.startswith(asked)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownArticle(asked, f"{len(found)} articles of the store may be meant; give the whole id")
    raise UnknownArticle(
        asked, "the store has none; `dragoman show --json` lists the articles with their ids"
    )
