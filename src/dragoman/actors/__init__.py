"""The stage that says who: a reading goes in, the article's actors and their mentions come out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.types import Actor, Cast, Entity, Mention, Office, Span

if TYPE_CHECKING:
    from dragoman.actors.naming import PersonName
    from dragoman.actors.role import Role
    from dragoman.actors.scene import Draft, Post, Scene
    from dragoman.types import Reading

__all__ = ["resolve"]


def resolve(reading: Reading) -> Cast:
    """Finds the actors of an article and everything that it calls them.

    The same reading always gives the same cast. It does not know what other articles say.
    """
    from dragoman.actors import (
        coreference,
        gazetteer,
        home,
        loading,
        organizations,
        places,
        pointing,
        sources,
        states,
        words,
    )
    from dragoman.actors.scene import Scene

    known = loading.load()
    seen = places.relabel(words.of(reading), known)
    found = gazetteer.find(seen, known)
    weights = gazetteer.weigh(found, seen, known)
    found = sorted([*found, *pointing.find(seen, known, found)], key=lambda f: f.start)
    scene = Scene(seen, known, reading.article.id, _day(reading.article.published), found, weights,
                  home.find(reading.article.source, reading.article.url, known))  # fmt: skip
    _people_and_offices(scene)
    states.mention(scene, found)
    states.mention_together(scene)
    organizations.mention(scene)
    spoken = [a.source for a in reading.attributions if a.source]
    sources.resolve(scene, spoken)
    coreference.resolve(scene, reading.attributions)
    return _cast(scene)


def _people_and_offices(scene: Scene) -> None:
    """Names of persons with their titles; then bodies, roles and collectives in order of the text."""
    from dragoman.actors import bodies, naming, people, posts, roles

    names = naming.find(scene.words, scene.registry, scene.found)
    found = _roles(scene, names)
    more = naming.after_titles(scene.words, scene.registry, found, scene.found, names)
    if more:
        names = sorted([*names, *more], key=lambda n: n.start)
        found = _roles(scene, names)
    owners = people.resolve(scene, names, [r for r in found if r.kind.sort == "office"])
    more = people.elsewhere(scene, owners)
    if more:
        names = sorted([*names, *more], key=lambda n: n.start)
        found = _roles(scene, names)
    taken = posts.attach(scene, [r for r in found if r.kind.sort in {"office", "people"}], names, owners)
    for role in found:
        if role.kind.sort == "body":
            bodies.resolve(scene, role)
        elif role.start not in taken:
            roles.resolve(scene, role)


def _roles(scene: Scene, names: list[PersonName]) -> list[Role]:
    from dragoman.actors import offices

    return offices.find(scene.words, scene.registry, scene.found, [(n.lead, n.end) for n in names])


def _day(published: str | None) -> str | None:
    """The article's date as a day, the middle of it where only the month or year is told."""
    if not published or not re.match(r"\d{4}", published):
        return None
    day = published[:10]
    return {4: f"{day}-07-01", 7: f"{day}-15"}.get(len(day), day)


def _cast(scene: Scene) -> Cast:
    spots = sorted((s for s in scene.spots if s.actors), key=lambda s: (s.start, s.end))
    mentions = tuple(Mention(scene.words.span(s.start, s.end), s.form, s.actors, s.why) for s in spots)
    order = list(dict.fromkeys(a for s in spots for a in s.actors))
    order += [id for id in scene.drafts if id not in set(order) and scene.drafts[id].posts]
    entities = tuple(_entity(scene, scene.drafts[id]) for id in order)
    return Cast(entities, mentions, tuple(_places(scene)))


def _places(scene: Scene) -> list[tuple[Span, str]]:
    """The places, the longer name where two overlap."""
    kept: list[tuple[Span, str]] = []
    for span, name in sorted(set(scene.places), key=lambda p: (p[0].start - p[0].end, p[0])):
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, name))
    return sorted(kept)


def _entity(scene: Scene, draft: Draft) -> Entity:
    stated = tuple(sorted(((_office(p), p.span) for p in draft.posts if p.span), key=lambda s: s[1]))
    names = dict.fromkeys(" ".join(n.split()) for n in (draft.name, *draft.names))
    actor = Actor(draft.id, draft.name, draft.kind, tuple(names), draft.country, _offices(scene, draft))
    return Entity(actor, stated)


def _office(post: Post) -> Office:
    return Office(f"former {post.title}" if post.former else post.title, post.of_name)


def _offices(scene: Scene, draft: Draft) -> tuple[Office, ...]:
    """The offices that the article states, with the registry's dates, and those held at the time."""
    offices: dict[tuple[str, str | None], Office] = {}
    tenures = [t for t in (draft.known.tenures if draft.known else ()) if scene.day and t.covers(scene.day)]
    for post in draft.posts:
        office = _office(post)
        same = next((t for t in tenures if t.rank == post.rank and t.of == post.of and not post.former), None)
        if same:
            tenures.remove(same)
            office = Office(office.title, office.of, *_dates(same.since, same.until))
        offices[office.title, office.of] = office
    for tenure in tenures:
        of = scene.registry.entries[tenure.of].name
        offices.setdefault((tenure.title, of), Office(tenure.title, of, *_dates(tenure.since, tenure.until)))
    return tuple(offices.values())


def _dates(since: str, until: str) -> tuple[str | None, str | None]:
    return (since if since > "0001" else None, until if until < "9999" else None)
