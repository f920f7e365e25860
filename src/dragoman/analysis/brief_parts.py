"""What a brief is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from dragoman.analysis.agenda import Appointment
from dragoman.analysis.entries import Entry, Part, SidePart
from dragoman.analysis.positions import Issue
from dragoman.analysis.sides import Standing
from dragoman.export.document import Document


@dataclass(frozen=True, slots=True)
class Question:
    """What a brief is asked for.

    Args:
        of: two actors, neither of whom acts for the other (see `sides.find`).
        today: the day from which it is seen, in ISO form; later reports do not count.
        about: words that positions and acts must be about, as in a query.
        since: leaves out what is older: a date, or `brief.LAST_MEETING`.
    """

    of: tuple[Standing, Standing]
    today: str
    about: str | None = None
    since: str | None = None


class Person(Part):
    """Somebody of a side who speaks, acts or takes part in what is told here."""

    actor: str
    side: str
    office: str | None = Field(description="The id of the relation that tells his office, where one does.")
    records: tuple[str, ...] = Field(description="The ids of the records here in which he has a part.")


class Talk(Entry):
    """A meeting of the two sides, with where reports of it say that they agree or differ."""

    alignments: tuple[str, ...] = Field(description="Ids of records.")


class Contradiction(Part):
    """A field of a record told here on which its reports disagree."""

    record: str
    field: str


class Brief(Part):
    """What one must know of two sides before they meet."""

    version: Literal["1"] = "1"
    sides: tuple[SidePart, ...]
    about: str | None
    since: str | None = Field(description="What is older is left out, but for the last meeting.")
    today: str
    people: tuple[Person, ...] = Field(description="By side, those first who have a part in most.")
    meetings: tuple[Talk, ...] = Field(description="The last first.")
    plans: tuple[Appointment, ...]
    issues: tuple[Issue, ...]
    acts: tuple[Entry, ...] = Field(description="What one side did to the other, the latest last.")
    contradictions: tuple[Contradiction, ...]
    record: Document = Field(description="The records that are named here, with their reports.")
