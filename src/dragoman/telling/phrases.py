"""The words of a page or a terminal for what the record has as codes: forms, doings, states, values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.telling import dates
from dragoman.telling.text import printable

if TYPE_CHECKING:
    from dragoman.export.document import Document, EventPart, MeetingPart, RelationPart, StatementReport
    from dragoman.telling.names import Names

FORMS = {"third_party": "talks through a third party", "multilateral": "multilateral meeting"}
"""The forms of meeting whose word in the record is not the word for a person."""

MARKS = {"direct": None, "indirect": "paraphrase", "mixed": "partly quoted"}
"""What is said beside the words, so that paraphrase never passes for quotation."""

PLAIN = frozenset({
    "said", "says", "say", "saying", "told", "tells", "tell", "telling", "added", "adds", "adding",
    "according", "reported", "reports", "stated", "states", "noted", "notes", "wrote", "writes",
})  # fmt: skip
"""Words that only say that somebody spoke. Any other cue is shown: who denies says the opposite."""

LONGEST_CUE = 30

PREDICATES = {"holds_office": "is", "member_of": "is a member of", "party_to": "is a party to"}
"""The predicates whose word in the record is not the word for a person."""

DOINGS = {
    "AGREE": ("agree", "agreed", "with"),
    "CONSULT": ("consult", "consulted", ""),
    "SUPPORT": ("support", "supported", ""),
    "CONCEDE": ("concede", "conceded", "to"),
    "COOPERATE": ("cooperate", "cooperated", "with"),
    "AID": ("aid", "aided", ""),
    "RETREAT": ("retreat", "retreated", "from"),
    "REQUEST": ("make a request", "made a request", "of"),
    "ACCUSE": ("accuse", "accused", ""),
    "REJECT": ("reject", "rejected", ""),
    "THREATEN": ("threaten", "threatened", ""),
    "PROTEST": ("protest", "protested", "against"),
    "SANCTION": ("impose sanctions", "imposed sanctions", "on"),
    "MOBILIZE": ("mobilize", "mobilized", "against"),
    "COERCE": ("coerce", "coerced", ""),
    "ASSAULT": ("attack", "attacked", ""),
}
"""PLOVER's types as verbs: plain, in the past, and the word before those to whom it was done."""

AUXILIARIES = {"planned": "will", "hypothetical": "might", "negated": "did not"}
"""What stands before the plain verb where a thing is not told as done."""

STATES = {
    "ahead": "Ahead",
    "due": "Due, and not reported yet",
    "overdue": "Overdue: nothing says what became of it",
    "undated": "No day told",
    "cancelled": "Cancelled",
    "refused": "Refused",
    "held": "Held",
}
"""What each state of a planned meeting is called."""

DATES = {"date", "said_on", "since", "until"}
"""The fields whose values are TIMEX values."""

ACTORS = {"participants", "speakers", "addressee", "actors", "recipients", "attributed_to", "parties"}
"""The fields whose values are ids of actors, with commas between them."""

WORDS_SHOWN = 60


def when_and_where(meeting: MeetingPart, names: Names) -> str:
    """A meeting's place and date in a few words."""
    day = dates.words(meeting.date, with_weekday=True) if meeting.date else "date not known"
    words = f"{names.place(meeting.place)}, {day}" if meeting.place else printable(day)
    return words[0].upper() + words[1:]


def cue_of(report: StatementReport) -> str:
    """How it was said, where that matters: `denied`, `urged`, but not `said`."""
    if report.kind == "direct" or report.cue is None:
        return ""
    if any(report.cue.start < c.end and c.start < report.cue.end for c in report.content):
        return ""
    cue = printable(report.cue.exact).lower()
    return "" if PLAIN & set(cue.split()) or len(cue) > LONGEST_CUE else cue


def doing(event: EventPart) -> tuple[str, str]:
    """What was done, as the verb that stands for it, and the word before those to whom it was done."""
    plain, past, towards = DOINGS.get(event.type, (event.type.lower(), event.type.lower(), ""))
    return f"{AUXILIARIES[event.status]} {plain}" if event.status in AUXILIARIES else past, towards


def qualities(event: EventPart) -> tuple[str, ...]:
    """In which mode something was done, and how far it is told as done."""
    mode = event.mode.replace("_", " ") if event.mode else ""
    return tuple(filter(None, (mode, event.status if event.status != "asserted" else "")))


def predicate(relation: RelationPart) -> str:
    """What joins the two of a relation."""
    return PREDICATES.get(relation.predicate, relation.predicate.replace("_", " "))


def spell(relation: RelationPart) -> str:
    """The time for which a relation holds, as far as that is told."""
    ends = (("since", relation.since), ("until", relation.until))
    return " ".join(f"{word} {dates.words(value)}" for word, value in ends if value)


def in_words(field: str, value: str, names: Names) -> str:
    """A value of a field in words."""
    if field in DATES:
        return dates.words(value)
    if field in ACTORS:
        return names.all(part.strip() for part in value.split(","))
    return names.place(value) if field == "place" else printable(value)


def subjects(document: Document, names: Names) -> dict[str, str]:
    """What to call the records that reports may differ on."""
    called = {meeting.id: when_and_where(meeting, names) for meeting in document.meetings}
    for said in document.statements:
        called[said.id] = f"{names.all(said.speakers)}, “{beginning(said.reports[0].content[0].exact)}”"
    for event in document.events:
        called[event.id] = f"{names.all(event.actors)}, {event.type}"
    return called


def beginning(words: str) -> str:
    """The beginning of some words, on one line."""
    text = printable(words)
    return text if len(text) <= WORDS_SHOWN else text[:WORDS_SHOWN].rpartition(" ")[0] + " …"
