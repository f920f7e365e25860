"""Who holds an office that is asked for: in the article, or in the registry at the article's date."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.holding import held, of_role, owner_of
from dragoman.actors.registry import Known
from dragoman.actors.role import Role
from dragoman.actors.scene import Draft, Scene

__all__ = ["Want", "fit", "in_article", "in_registry", "last", "of_role_wanted"]

_HOME_BONUS = 10
"""Sentences that "the president" of the state the article is about may be farther away than another one."""
_UNSEEN = 20
_NEAR = {True: 1, False: 4}
"""How many sentences ago "the official" (True) and "the minister" may have been mentioned."""


_MANY = frozenset({"ambassador", "envoy", "spokesperson"})
"""Offices that a state has many of, so that the registry cannot tell which holder is meant."""


@dataclass(frozen=True, slots=True)
class Want:
    """What holder is looked for: by rank, by class or by the noun of the title; of which state."""

    rank: str | None
    of: str | None = None
    classes: frozenset[str] = frozenset()
    noun: str = ""
    former: bool = False
    gender: str | None = None


def of_role_wanted(scene: Scene, role: Role) -> Want:
    """What a role asks for."""
    classes = scene.registry.classes.get(role.title, frozenset())
    of = of_role(scene, role, span=None).of
    if not of and role.owner is not None:
        of = _owners(scene, role)
    noun = role.kind.title if role.is_plain and " " not in role.kind.title else ""
    return Want(None if classes else role.rank, of, classes, noun, role.former, role.kind.gender)


def in_article(scene: Scene, want: Want, at: int) -> Draft | None:
    """The person of this article who holds the office: of several, the one who fits best, then the last."""
    main = scene.main_country() if want.of is None else None
    best: tuple[tuple[int, int, int], Draft] | None = None
    for draft in scene.people():
        fits = fit(scene, draft, want)
        seen = last(scene, draft.id, at)
        away = scene.words.sentences[at] - scene.words.sentences[seen] if seen >= 0 else _UNSEEN
        is_loose = want.of is None and fits == 1
        if not fits or (is_loose and away > _NEAR["official" in want.classes]):
            continue
        near = (_HOME_BONUS if main and draft.country == main else 0) + (fits > 3) - away
        score = (min(fits, 3), near, seen)
        if best is None or score > best[0]:
            best = score, draft
    return best[1] if best else None


def fit(scene: Scene, draft: Draft, want: Want) -> int:
    """How well a person's offices fit: 0 not at all, 1 of the class, 2 the same noun, 3 the same office.

    4 where the article itself gives the person that office.
    """
    if want.gender and draft.gender and want.gender != draft.gender:
        return 0
    best = 0
    for post in held(scene, draft):
        if (want.of and post.of != want.of) or post.former != want.former:
            continue
        if want.rank and post.rank == want.rank:
            best = max(best, 3 + (post in draft.posts))
        elif not want.classes and want.noun and want.noun in post.title.split():
            best = max(best, 2)
        elif post.cls in want.classes:
            best = max(best, 1)
    return best


def in_registry(scene: Scene, want: Want) -> Known | None:
    """The person who held the office at the article's date, None where the date or the state is not known."""
    of = want.of
    if not of and want.rank in {"head_of_state", "head_of_government"} and (main := scene.main_country()):
        of = f"state:{main}"
    entry = scene.registry.entries.get(of) if of else None
    if want.former or not scene.day or not of or not entry or want.rank in _MANY:
        return None
    if "leader" not in want.classes:
        return scene.registry.holder(want.rank, of, scene.day) if want.rank else None
    ranks = ("supreme_leader", "leader", entry.led_by, "head_of_state", "monarch")
    return next((p for rank in ranks if (p := scene.registry.holder(rank, of, scene.day))), None)


def last(scene: Scene, id: str, before: int) -> int:
    """Where an actor was mentioned last before a word, -1 where he was not."""
    return max((s.start for s in scene.spots if s.start < before and id in s.actors), default=-1)


def _owners(scene: Scene, role: Role) -> str:
    """The state or organisation that "his" or "its" means, a word for none where that is not known."""
    if role.owner is not None and scene.words.lower[role.owner] in {"its", "their"}:
        country = next(
            (d.country for _, d in scene.before(role.start) if d.country and not d.is_person), None
        )
        return f"state:{country}"
    owner = owner_of(scene, role)
    if owner and owner.country:
        return f"state:{owner.country}"
    return next((p.of for p in held(scene, owner) if p.of), "nobody") if owner else "nobody"
