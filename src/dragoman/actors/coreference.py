"""Pronouns: whom "he", "she", "they" and "it" mean, where that is clear.

The candidate is the actor mentioned in the same or the last sentences who fits in number and gender;
subjects and speakers come before others, what is nearer before what is farther. Between quotation marks
"I" is the speaker and nobody else is; where the speaker is not known, pronouns there are left alone.
A possessive is a mention of its own within a longer one: "his counterpart".

Source: the salience factors of Lappin and Leass, An Algorithm for Pronominal Anaphora Resolution (1994).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.actors.scene import Draft, Scene, Spot
from dragoman.actors.words import Words
from dragoman.types import ActorKind, Attribution, MentionForm, Span

__all__ = ["resolve"]

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_I = frozenset({"i", "me", "my", "mine", "myself"})
_REACH = 4
_COLLECTIVE = frozenset({
    ActorKind.STATE, ActorKind.BODY, ActorKind.IGO, ActorKind.PARTY, ActorKind.ARMED_GROUP,
    ActorKind.ORGANIZATION,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Actors that a pronoun may mean, and the word where they were mentioned."""

    actors: tuple[str, ...]
    at: int
    is_subject: bool
    is_speaker: bool
    is_main: bool = False


_APART = frozenset({"conj", "parataxis", "acl:relcl", "appos"})
"""Clauses beside the one that they hang on: what they name may be its subject."""
_EMERGING = frozenset({"emerge", "transpire", "turn", "appear", "seem", "happen"})
"""Verbs whose "it" means the clause that follows: "it emerged that"."""


def resolve(scene: Scene, attributions: Sequence[Attribution]) -> None:
    """Adds the mentions of pronouns.

    Args:
        scene: the article with its other mentions.
        attributions: who said what, as the model sees it.
    """
    words = scene.words
    sources = [a.source for a in attributions if a.source]
    voices = _voices(scene, attributions)
    told = [_candidate(scene, s, sources) for s in sorted(scene.spots, key=lambda s: s.start) if s.actors]
    told += _pairs(scene)
    told.sort(key=lambda c: c.at)
    for i in range(len(words)):
        if words.silent[i] or words.pos[i] not in {"PRON", "DET", ""} or not _is_room(scene, i):
            continue
        actors = _spoken(scene, i, told, voices) if words.quoted[i] else _referent(scene, i, told)
        if actors:
            draft = scene.drafts[actors[0]]
            if words.lower[i] in {"he", "she"}:
                draft.gender = draft.gender or _HE[words.lower[i]]
            is_speaker = any(s.start <= words.starts[i] < s.end for s in sources)
            told_by = "the speaker" if words.lower[i] in _I else f"the last {_who(scene, actors)}"
            scene.nest(i, i + 1, MentionForm.PRONOUN, actors, f"{words.lower[i]}: {told_by}")
            told.append(_Candidate(actors, i, _is_subject(scene, i, i + 1), is_speaker))
            told.sort(key=lambda c: c.at)


def _is_room(scene: Scene, i: int) -> bool:
    """Whether a word is in no mention, or owns the one that it begins: "his counterpart"."""
    at = scene.cover[i]
    if at < 0:
        return True
    is_style = scene.words.is_capital(i) and scene.spots[at].form is MentionForm.NAME  # "Her Majesty"
    return scene.words.tags[i] == "PRP$" and scene.spots[at].end > i + 1 and not is_style


def _voices(scene: Scene, attributions: Sequence[Attribution]) -> dict[int, str]:
    """The speaker of each word between quotation marks, where one person is known for it."""
    words = scene.words
    voices: dict[int, str] = {}
    for one in attributions:
        if not one.source:
            continue
        spoken = dict.fromkeys(a for i in _range(scene, one.source) for a in scene.actors_at(i))
        people = [a for a in spoken if scene.drafts[a].is_person]
        if len(people) == 1:
            inside = (i for c in one.contents for i in _range(scene, c) if words.quoted[i])
            voices |= dict.fromkeys(inside, people[0])
    return voices


def _range(scene: Scene, span: Span) -> range:
    return range(*(bisect_left(scene.words.starts, at) for at in (span.start, span.end)))


def _spoken(scene: Scene, i: int, told: list[_Candidate], voices: dict[int, str]) -> tuple[str, ...]:
    """Whom a pronoun between quotation marks means: the speaker, or somebody else."""
    speaker = voices.get(i)
    if speaker is None:
        return ()
    if scene.words.lower[i] in _I:
        return (speaker,)
    if scene.words.lower[i] not in _HE:
        return ()
    return _referent(scene, i, [c for c in told if speaker not in c.actors])


def _who(scene: Scene, actors: tuple[str, ...]) -> str:
    return " and ".join(scene.drafts[a].name for a in actors)


def _candidate(scene: Scene, spot: Spot, sources: list[Span]) -> _Candidate:
    start = scene.words.starts[spot.start]
    speaks = any(s.start <= start < s.end for s in sources)
    is_main = any(scene.words.deps[scene.words.heads[i]] == "ROOT" for i in range(spot.start, spot.end))
    return _Candidate(spot.actors, spot.start, _is_subject(scene, spot.start, spot.end), speaks, is_main)


def _is_subject(scene: Scene, start: int, end: int) -> bool:
    words = scene.words
    return any(
        words.deps[i].startswith("nsubj") and not start <= words.heads[i] < end for i in range(start, end)
    )


def _pairs(scene: Scene) -> list[_Candidate]:
    """What "and" joins, as one: "Le Drian and Lavrov"."""
    words, out = scene.words, []
    for one, other in pairwise(sorted((s for s in scene.spots if s.actors), key=lambda s: s.start)):
        is_joined = other.start - one.end == 1 and words.lower[one.end] in {"and", "&"}
        if is_joined and one.actors != other.actors:
            actors = tuple(dict.fromkeys(one.actors + other.actors))
            is_subject = _is_subject(scene, one.start, one.end)
            out.append(_Candidate(actors, other.start, is_subject, is_speaker=False))
    return out


def _referent(scene: Scene, i: int, told: list[_Candidate]) -> tuple[str, ...]:
    lower = scene.words.lower[i]
    if lower in _HE:
        return _best(scene, i, [c for c in told if _is_he(scene, c, _HE[lower])])
    if lower in _THEY:
        return _best(scene, i, [c for c in told if _is_they(scene, c)])
    if lower in {"who", "whose"} and i:
        return _antecedent(scene, i)
    if lower in _IT and not _is_empty(scene, i):
        return _best(scene, i, [c for c in told if _is_it(scene, c)])
    return ()


def _antecedent(scene: Scene, i: int) -> tuple[str, ...]:
    """What a relative pronoun goes back to: the mention right before it, or before "said" and a comma."""
    words, k = scene.words, i - 1
    while k > 0 and (words.forms[k] == "," or words.pos[k] in {"VERB", "AUX"}):
        k -= 1
    return scene.actors_at(k) if words.sentences[k] == words.sentences[i] else ()


def _is_he(scene: Scene, candidate: _Candidate, gender: str) -> bool:
    if len(candidate.actors) != 1:
        return False
    draft: Draft = scene.drafts[candidate.actors[0]]
    return draft.is_person and draft.gender in {gender, None}


def _is_they(scene: Scene, candidate: _Candidate) -> bool:
    if len(candidate.actors) > 1:
        return True
    draft = scene.drafts[candidate.actors[0]]
    return draft.is_plural or draft.kind in {ActorKind.GROUP, ActorKind.PARTY, ActorKind.ARMED_GROUP}


def _is_it(scene: Scene, candidate: _Candidate) -> bool:
    if len(candidate.actors) != 1:
        return False
    draft = scene.drafts[candidate.actors[0]]
    return draft.kind in _COLLECTIVE and not draft.is_plural


def _is_empty(scene: Scene, i: int) -> bool:
    """Whether "it" means nothing in particular: "it is clear that", or no subject of a verb of doing."""
    words = scene.words
    if words.deps[i] == "expl":
        return True
    if words.lower[i] == "its":
        return False
    verb = words.heads[i]
    if not words.deps[i].startswith("nsubj") or words.pos[verb] not in {"VERB", "AUX"}:
        return True
    empty = {"csubj", "expl", "ccomp"} if words.lemmas[verb] in _EMERGING else {"csubj", "expl"}
    return any(words.heads[k] == verb and words.deps[k] in empty for k in range(len(words)))


def _best(scene: Scene, i: int, fitting: list[_Candidate]) -> tuple[str, ...]:
    """The most salient of the candidates before a pronoun; nobody where two are alike."""
    words, others = scene.words, _others(scene, i)
    scores: dict[tuple[str, ...], float] = {}
    for candidate in fitting:
        gap = _gap(scene, candidate.at, i)
        is_spoken = words.quoted[candidate.at] and not words.quoted[i]
        if candidate.at >= i or gap > _REACH or is_spoken or not others.isdisjoint(candidate.actors):
            continue
        points = 10.0 - 2.5 * gap + 0.01 * candidate.at / max(1, len(words))
        points += 3 * candidate.is_subject + 2 * candidate.is_speaker + 1 * candidate.is_main
        points += 2 * (gap == 0 and _is_of_clause(scene, candidate, i))
        if gap == 0 and _governs(scene, candidate, i):
            points -= 20
        gender = scene.drafts[candidate.actors[0]].gender if len(candidate.actors) == 1 else "m"
        points -= 4 * (gender is None)
        scores[candidate.actors] = max(scores.get(candidate.actors, -99.0), points) + 0.3
    ranked = sorted(scores.items(), key=lambda s: -s[1])
    if not ranked or ranked[0][1] < 1:
        return ()
    return ranked[0][0]


def _gap(scene: Scene, at: int, i: int) -> int:
    """How far two words are apart: in sentences, or in paragraphs where a long quotation lies between."""
    words = scene.words
    sentences = words.sentences[i] - words.sentences[at]
    lines = words.lines[i] - words.lines[at]
    return min(sentences, (lines + 1) // 2 * 2) if lines else sentences


def _others(scene: Scene, i: int) -> set[str]:
    """The actors whom the sentence tells apart from a pronoun: "he met Kislyak", "Lavrov told him".

    What stands below a subject is somebody else where it is named, what is done to somebody is done by
    another, and what one owns is not oneself: "his talks with Putin".

    Source: principles B and C of Chomsky, Lectures on Government and Binding (1981).
    """
    words = scene.words
    if words.lower[i].endswith(("self", "selves")):
        return set()
    head, found = words.heads[i], set(scene.actors_at(i))
    number = words.sentences[i]
    sentence = range(bisect_left(words.sentences, number), bisect_right(words.sentences, number))
    for n in sorted({scene.cover[k] for k in sentence} - {-1}):
        spot = scene.spots[n]
        if not _is_plain(words, spot):
            continue
        if spot.start > i and words.tags[i] == "PRP$":
            is_told = any(words.heads[k] == head for k in range(spot.start, spot.end))
        elif spot.start > i and _is_subject(scene, i, i + 1):
            is_told = _is_below(words, spot.end - 1, head)
        else:
            is_told = words.deps[i] in {"obj", "iobj", "obl"} and _is_subject_of(words, spot, head)
        found.update(spot.actors if is_told else ())
    return found


def _is_plain(words: Words, spot: Spot) -> bool:
    """Whether a mention names one actor and stands for no more: no "as secretary", no "(Brown 1968)"."""
    last, before = spot.end - 1, words.lower[spot.start - 1] if spot.start else ""
    if len(spot.actors) != 1 or spot.form is MentionForm.PRONOUN or before in {"as", "("}:
        return False
    return spot.form is MentionForm.NAME or (before == "with" and words.deps[last] in {"obl", "nmod"})


def _is_subject_of(words: Words, spot: Spot, verb: int) -> bool:
    return any(
        words.heads[k] == verb and words.deps[k].startswith("nsubj") for k in range(spot.start, spot.end)
    )


def _is_below(words: Words, k: int, top: int) -> bool:
    """Whether a word hangs on another, or on one that does, within one clause and those that it governs."""
    while words.heads[k] != k and words.deps[k] not in _APART:
        k = words.heads[k]
        if k == top:
            return True
    return False


def _is_of_clause(scene: Scene, candidate: _Candidate, i: int) -> bool:
    """Whether a candidate is the subject of the clause that a possessive stands in: "Trump left for his"."""
    words, k = scene.words, i
    if words.tags[i] != "PRP$" or not candidate.is_subject:
        return False
    while words.heads[k] != k and words.pos[k] not in {"VERB", "AUX"}:
        k = words.heads[k]
    return words.heads[candidate.at] == k or words.heads[words.heads[candidate.at]] == k


def _governs(scene: Scene, candidate: _Candidate, i: int) -> bool:
    """Whether both hang on one verb, so that they cannot be one: "he told him"."""
    words = scene.words
    if words.tags[i] == "PRP$" or words.lower[i].endswith(("self", "selves")):
        return False
    return words.heads[candidate.at] == words.heads[i] and words.deps[i] in {"obj", "iobj", "obl"}
