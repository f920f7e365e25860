"""Finds the meetings that an article tells of: who with whom, where, when, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.claims import told_by_nouns, told_by_verbs, when
from dragoman.claims.evidence import cite, named
from dragoman.claims.fates import Fate
from dragoman.claims.meeting_words import noun_sense
from dragoman.claims.occasions import Occasion, gather
from dragoman.claims.scene import Scene, unique
from dragoman.claims.sightings import dated
from dragoman.claims.syntax import case
from dragoman.types import ActorKind, Meeting

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

    from dragoman.claims.sightings import Sighting
    from dragoman.types import Cast, Claim, Reading

__all__ = ["find"]


def find(reading: Reading, cast: Cast) -> list[Claim]:
    """The meetings of an article, one for each occasion; one with participants unknown is withheld."""
    scene = Scene(reading, cast)
    sightings = [
        replace(s, form=_form(scene, s))
        for sentence in scene.sentences()
        for s in _sightings(scene, sentence)
    ]
    return [_claim(scene, occasion) for occasion in gather(scene, sightings)]


def _sightings(scene: Scene, sentence: Stretch) -> Iterator[Sighting]:
    """The sightings of a sentence; a noun that completes a verb (`met for talks`) adds to the verb's."""
    by_verb = {v.i: s for v in sentence if (s := told_by_verbs.find(scene, v))}
    rest: list[Sighting] = []
    for noun in sentence:
        s = told_by_nouns.find(scene, noun) if noun_sense(noun) else None
        if s is None:
            continue
        if noun.head.i in by_verb and _completes(noun):
            by_verb[noun.head.i] = _joined(by_verb[noun.head.i], s)
        else:
            rest += [replace(s, date=day) for day in when.each(scene, noun)] or [s]
    for s in sorted((*by_verb.values(), *rest), key=lambda s: s.at):
        yield from _calls(scene, s)


def _calls(scene: Scene, s: Sighting) -> Iterator[Sighting]:
    """One sighting for each call: who speaks to three ministers by telephone makes three calls."""
    caller, *called = s.participants or ("",)
    word = scene.doc[s.at].lemma_
    if (s.form == "call" or word == "speak") and len(called) > 1 and all(map(scene.is_person, called)):
        for one in called:
            yield replace(s, participants=(caller, one), form="call")
    else:
        yield s


def _completes(noun: Token) -> bool:
    """Whether a noun says what its verb is for: `met for talks`; not `met after their meeting`."""
    return noun.dep_ in {"obj", "xcomp"} or (noun.dep_ == "obl" and case(noun) in {"for", "in", "to", "into"})


def _joined(verb: Sighting, noun: Sighting) -> Sighting:
    """A verb's sighting with what the noun that completes it adds."""
    return replace(
        verb,
        participants=unique((*verb.participants, *noun.participants)),
        form=noun.form if verb.form in {"meeting", "visit"} else verb.form,
        fate=verb.fate if verb.fate.firm else Fate(noun.fate.status or verb.fate.status, verb.fate.firm),
        date=verb.date or noun.date,
        place=verb.place or noun.place,
        topics=unique((*verb.topics, *noun.topics)),
        weak=verb.weak and noun.weak,
        called=noun.called,
    )


def _claim(scene: Scene, occasion: Occasion) -> Claim:
    article = scene.reading.article
    spans = sorted({s.sentence for s in occasion.sightings})
    evidence = tuple(cite(article, span) for span in spans)
    claim = Meeting(
        id="",
        article=article.id,
        evidence=evidence,
        participants=occasion.participants,
        form=occasion.form,
        status=_status(scene, occasion),
        date=occasion.date,
        place=occasion.place,
        topics=occasion.topics,
    )
    return named(claim)


def _status(scene: Scene, occasion: Occasion) -> str:
    """What becomes of it; what is dated after the article is planned, whatever is told as if it were so."""
    fate, _ = dated(scene, Fate(occasion.status), occasion.date)
    return fate.status or occasion.status


def _form(scene: Scene, s: Sighting) -> str:
    """The form: those who belong to an organisation and meet by themselves are many."""
    kinds = [scene.actors[one].kind for one in s.participants]
    return "multilateral" if kinds == [ActorKind.IGO] and s.form == "meeting" else s.form
