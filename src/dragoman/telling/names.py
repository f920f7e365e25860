"""What to call the actors and the places of a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman import timex
from dragoman.telling.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.export.document import ActorPart, Document, OfficePart

# English gives these an article: "foreign minister of the United States".
_WITH_ARTICLE = re.compile(
    r"(United|European|African|Arab|World|International|Netherlands|Philippines|Gambia|Bahamas|Maldives|Vatican"
    r"|.*\b(Republic|Union|Nations|Emirates|League|Organi[sz]ation|Council|Agency|Senate|Commission)\b)"
)


class Names:
    """The actors of a document, by id, and its places; an id that it does not have is its own name."""

    def __init__(self, document: Document) -> None:
        self._actors = {actor.id: actor for actor in document.actors}
        self._countries = {place.name: place.country for place in document.places}

    def place(self, name: str) -> str:
        """A place, with its country where that is not evident: "Biarritz, France"."""
        from dragoman import geography

        country = self._countries.get(name)
        return printable(geography.shown(name, country) if country else name)

    def full(self, id: str) -> str:
        """The actor's whole name."""
        actor = self._actors.get(id)
        return printable(actor.name if actor else id)

    def short(self, id: str) -> str:
        """What a second mention calls a person, "Le Drian"; the whole name of anything else."""
        actor = self._actors.get(id)
        if actor is None or actor.kind != "person":
            return self.full(id)
        return printable(_short(actor))

    def office(self, id: str, on: str | None) -> str | None:
        """The office that the actor held on a day, "foreign minister of France", where known.

        None, too, where nothing else is known of him and it is his name.
        """
        actor = self._actors.get(id)
        held = [office for office in actor.offices if _is_held(office, on)] if actor else []
        title = self._title(held[0]) if held else None
        return None if title == self.full(id) else title

    def all(self, ids: Iterable[str]) -> str:
        """Short names in a row: "Le Drian and Lavrov"."""
        names = [self.short(id) for id in ids]
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def _title(self, office: OfficePart) -> str:
        if not office.of or re.search(rf"\b{re.escape(office.of)}$", office.title):
            return printable(office.title)
        of = self.full(office.of)
        return printable(f"{office.title} of {'the ' if _WITH_ARTICLE.match(of) else ''}{of}")


def _short(actor: ActorPart) -> str:
    """The shortest of a person's names that ends his whole name, else the shortest that begins it."""
    parts = [name for name in actor.names if name and name != actor.name]
    ends = [name for name in parts if actor.name.endswith(f" {name}")]
    begins = [name for name in parts if actor.name.startswith(f"{name} ")]
    return min(ends or begins or [actor.name], key=lambda name: (len(name), name))


def _is_held(office: OfficePart, on: str | None) -> bool:
    return timex.lasts(office.since, office.until, on)
