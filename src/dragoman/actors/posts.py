"""Which person holds which office, as the article says it.

"French Foreign Minister Jean-Yves Le Drian", "Sergei Lavrov, the Russian foreign minister", "Russia's
foreign minister, Sergei Lavrov", "Merkel is the chancellor of Germany", "Dmitry Medvedev of Russia".
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.apposition import Beside
from dragoman.actors.gazetteer import Found
from dragoman.actors.holding import of_role, owner_of, peer_of
from dragoman.actors.naming import PersonName
from dragoman.actors.people import Owners
from dragoman.actors.role import Role
from dragoman.actors.scene import Draft, Post, Scene
from dragoman.actors.words import PEERS
from dragoman.types import ActorKind, MentionForm, Span

__all__ = ["attach"]

_VAGUE = frozenset({
    "member", "partner", "fellow", "deputy", "lawyer", "official", "diplomat", "representative",
    "founder", "co-founder",
})  # fmt: skip
"""Titles that are an office only where the article says of what."""
_NO_OFFICE = frozenset({
    "candidate", "nominee", "partner", "friend", "activist", "analyst", "expert", "historian",
    "scholar", "researcher", "economist", "journalist", "reporter", "correspondent", "counterpart",
    "successor", "predecessor",
})  # fmt: skip
_STATE_RANKS = frozenset({
    "head_of_state", "head_of_government", "monarch", "supreme_leader", "crown_prince", "leader",
    "vice_president", "foreign_minister", "defence_minister", "deputy_head_of_government",
    "deputy_foreign_minister", "speaker", "interior_minister", "finance_minister", "trade_minister",
    "economy_minister", "energy_minister", "justice_minister", "health_minister", "legislator",
    "attorney_general", "national_security_adviser", "opposition_leader",
})  # fmt: skip
"""Ranks that are of a state, which the article need not name."""

_PARTY_RANKS = frozenset({"leader", "opposition_leader"})
"""Those of them that a party has too."""


def attach(scene: Scene, roles: list[Role], people: list[PersonName], owners: Owners) -> set[int]:
    """Gives persons the offices that stand beside their names.

    Returns:
        The first words of the roles that are a part of a name: "President" in "President Obama".
    """
    beside = Beside(scene.words, {n.lead: n for n in people}, {n.end: n for n in people})
    holders: dict[int, Draft] = {}
    peers: list[tuple[Role, Draft]] = []
    for i in reversed(range(len(roles))):
        role = roles[i]
        if follower := beside.follower(role):
            _give_all(scene, role, beside.listed(role, follower), owners)
            holders[role.start] = owners[follower.start]
            peers += [(role, owners[follower.start])] if role.kind.title in PEERS else []
        elif joined := _joined(scene, role, holders):
            _give(scene, joined, role, scene.words.span(role.start, role.end))
            holders[role.start] = joined
        elif name := beside.neighbour(role):
            second = roles[i + 1] if i + 1 < len(roles) else None
            _give_beside(scene, role, second, name, owners[name.start])
            peers += [(role, owners[name.start])] if role.kind.title in PEERS else []
    _give_styles(scene, people, owners)
    _give_states(scene, people, owners)
    for role, draft in peers:
        _give_peer(scene, draft, role)
    for draft in scene.drafts.values():
        draft.posts = _telling(draft.posts)
    return set(holders)


def _give_all(scene: Scene, role: Role, names: list[PersonName], owners: Owners) -> None:
    """A title before a name, or a plural title before a list of them."""
    shared = len(role.of) == len(names) > 1
    for place, name in enumerate(names):
        one = replace(role, of=(role.of[place],)) if shared else role
        _give(scene, owners[name.start], one, scene.words.span(role.start, name.end))
    if not role.is_plural:
        _widen(scene, role, names[0], owners[names[0].start])


def _widen(scene: Scene, role: Role, name: PersonName, draft: Draft) -> None:
    """Makes the mention of a name include the title before it."""
    at = scene.cover[name.start]
    is_free = all(scene.cover[i] in (-1, at) for i in range(role.start, name.end))
    if at >= 0 and (is_free or role.owner is not None or role.of):
        scene.uncover(at)
        scene.mention(role.start, name.end, MentionForm.NAME, (draft.id,), scene.spots[at].why)
        draft.names.setdefault(scene.words.text(role.core, name.end))


def _joined(scene: Scene, role: Role, holders: dict[int, Draft]) -> Draft | None:
    """The person of the title that this one is joined to: "Deputy Prime Minister and party leader X"."""
    words, k = scene.words, role.end
    is_joined = k < len(words) and words.lower[k] in {"and", "&", "/"} and not role.is_plural
    return holders.get(k + 1) if is_joined else None


def _give_beside(scene: Scene, role: Role, second: Role | None, name: PersonName, draft: Draft) -> None:
    """A title in apposition to a name, and another joined to it: "the envoy and former prime minister"."""
    words = scene.words
    start, end = min(name.lead, role.start), max(name.end, role.end)
    _give(scene, draft, role, words.span(start, end))
    scene.mention(role.start, role.end, MentionForm.NOMINAL, (draft.id,), f"{role.title}, beside the name")
    if not second or second.start != role.end + 1 or words.lower[role.end] != "and" or second.determiner:
        return
    if not second.is_plural and scene.is_free(second.start, second.end):
        _give(scene, draft, second, words.span(start, second.end))
        why = f"{second.title}, beside the name"
        scene.mention(second.start, second.end, MentionForm.NOMINAL, (draft.id,), why)


def _give(scene: Scene, draft: Draft, role: Role, span: Span) -> None:
    """Gives a person the office of a role, with the words that state it."""
    if role.kind.sort != "office" or role.kind.title in _NO_OFFICE or (role.title in _VAGUE and not role.of):
        return
    post = _placed(scene, draft, _public(scene, of_role(scene, role, span=span)))
    draft.country = draft.country or scene.country_of(post.of)
    draft.gender = draft.gender or role.kind.gender
    same = [p for p in draft.posts if p.title == post.title and (p.of == post.of or not p.of or not post.of)]
    if not same:
        draft.posts.append(post)
    elif post.of and not same[0].of:
        draft.posts[draft.posts.index(same[0])] = post


def _public(scene: Scene, post: Post) -> Post:
    """The office without the party of its holder, who is "Republican senator" of no party."""
    entry = scene.registry.entries.get(post.of) if post.of else None
    is_partys = entry is not None and entry.kind is ActorKind.PARTY
    if not is_partys or post.rank not in _STATE_RANKS or post.rank in _PARTY_RANKS:
        return post
    return replace(post, of=None, of_name=None)


def _placed(scene: Scene, draft: Draft, post: Post) -> Post:
    """The office with the state that it is of, where the article only implies it."""
    if post.of or post.rank not in _STATE_RANKS:
        return post
    country = draft.country or scene.main_country()
    of = _tenure_of(draft, post, scene.day) or (f"state:{country}" if country else None)
    entry = scene.registry.entries.get(of) if of else None
    return replace(post, of=of, of_name=entry.name) if entry else post


def _tenure_of(draft: Draft, post: Post, day: str | None) -> str | None:
    tenures = [t for t in (draft.known.tenures if draft.known else ()) if t.rank == post.rank]
    tenures.sort(key=lambda t: not t.covers(day))
    return tenures[0].of if tenures else None


def _give_peer(scene: Scene, draft: Draft, role: Role) -> None:
    """Gives a named counterpart the office of the person whose counterpart he is."""
    draft.country = draft.country or (scene.country_of(role.of[0]) if role.of else None)
    is_told = bool(role.of) or role.kind.title == "counterpart"
    post = peer_of(scene, role, owner_of(scene, role)) if is_told else None
    if post and not role.is_plural and not any(p.rank == post.rank for p in draft.posts):
        at = scene.cover[role.head]
        end = max(role.end, scene.spots[at].end) if at >= 0 else role.end
        draft.posts.append(replace(post, span=scene.words.span(role.start, end)))


def _give_styles(scene: Scene, people: list[PersonName], owners: Owners) -> None:
    """Gives the office that a name holds: "King Abdullah II", "Pope Francis"."""
    for name in people:
        draft = owners[name.start]
        title = scene.registry.titles.at(scene.words, name.start)
        if not draft.known or not title or title.end >= name.end:
            continue
        rank = title.senses[0].rank
        tenure = next((t for t in draft.known.tenures if t.rank == rank), None)
        if tenure and not any(p.rank == rank for p in draft.posts):
            of = scene.registry.entries[tenure.of]
            span = scene.words.span(name.start, name.end)
            draft.posts.append(Post(tenure.title, rank, title.senses[0].cls, of.id, of.name, span=span))


def _give_states(scene: Scene, people: list[PersonName], owners: Owners) -> None:
    """Takes the state from "Prime Minister Dmitri Medvedev of Russia"."""
    starting = {f.start: f for f in scene.found}
    for name in people:
        unit = _state_after(scene, name.end, starting)
        if not unit:
            continue
        entry, draft = scene.registry.entries[unit.id], owners[name.start]
        draft.country = entry.country
        ends, end = scene.words.ends, scene.words.ends[unit.end - 1]
        draft.posts = [
            replace(p, of=unit.id, of_name=entry.name, span=Span(p.span.start, end))
            if p.span and p.span.end == ends[name.end - 1]
            else p
            for p in draft.posts
        ]


def _state_after(scene: Scene, end: int, starting: dict[int, Found]) -> Found | None:
    words = scene.words
    if end + 2 >= len(words) or words.lower[end] != "of":
        return None
    unit = starting.get(end + 1 + (words.lower[end + 1] == "the"))
    return unit if unit and unit.how == "name" and unit.id.startswith("state:") else None


def _telling(posts: list[Post]) -> list[Post]:
    """The offices less those that a fuller title says: "ambassador" beside "ambassador to the EU"."""

    def is_said(post: Post, other: Post) -> bool:
        is_part = " " not in post.title and post is not other and post.title in other.title.split()
        return is_part and post.former == other.former and (post.of == other.of or not post.of)

    return [p for p in posts if not any(is_said(p, other) for other in posts)]
