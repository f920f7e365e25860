"""Which person holds which office, as the article says it.

"French Foreign Minister Jean-Yves Le Drian", "Sergei Lavrov, the Russian foreign minister", "Russia's
foreign minister, Sergei Lavrov", "Merkel is the chancellor of Germany", "Dmitry Medvedev of Russia".
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.offices import Role
from dragoman.actors.people import PersonName
from dragoman.actors.registry import Tenure
from dragoman.actors.scene import Draft, Post, Scene
from dragoman.types import ActorKind, Span

__all__ = ["attach", "held", "of_role", "owner_of", "peer_of"]

_VAGUE = frozenset({"member", "partner", "fellow", "deputy", "candidate", "nominee", "lawyer", "friend",
                    "official", "diplomat", "representative", "expert", "analyst", "founder", "co-founder"})  # fmt: skip
_NO_OFFICE = frozenset({"candidate", "nominee", "partner", "friend", "activist", "analyst", "expert"})
_RELATIVE = frozenset({"counterpart", "successor", "predecessor"})
_STATE_RANKS = frozenset({
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "vice_president", "supreme_leader",
    "deputy_head_of_government", "deputy_foreign_minister", "interior_minister", "finance_minister", "speaker",
    "trade_minister", "economy_minister", "energy_minister", "justice_minister", "health_minister", "legislator",
    "attorney_general", "national_security_adviser", "crown_prince", "opposition_leader", "leader",
})  # fmt: skip
_PRONOUNS = frozenset({"his", "her", "its", "their", "my", "our", "your"})
_COPULAS = frozenset({"is", "was", "became", "becomes", "remains", "serves", "served"})


def attach(scene: Scene, roles: list[Role], people: list[PersonName], owners: dict[int, Draft]) -> set[int]:
    """Gives persons the offices that stand beside their names.

    Returns:
        The roles (their places in the list) that are a part of a name: "President" in "President Obama".
    """
    by_lead = {n.lead: n for n in people}
    by_end = {n.end: n for n in people}
    taken: set[int] = set()
    held: dict[int, Draft] = {}
    peers: list[tuple[int, Draft]] = []
    for i in reversed(range(len(roles))):
        role = roles[i]
        follower = by_lead.get(role.end) or _after_quote(scene, role, by_lead)
        if follower and scene.words.lines[follower.start] == scene.words.lines[role.head]:
            _before_names(scene, role, follower, by_lead, owners)
            taken.add(i)
            held[role.start] = owners[follower.start]
            if role.kind.title == "counterpart" and not role.is_plural:
                peers.append((i, owners[follower.start]))
        elif (joined := _joined(scene, role, held)) is not None:
            _give(scene, joined, role, role.start, role.end)
            taken.add(i)
            held[role.start] = joined
        elif beside := _beside(scene, role, by_lead, by_end):
            start, end = min(beside.lead, role.start), max(beside.end, role.end)
            _give(scene, owners[beside.start], role, start, end)
            _mention(scene, role, owners[beside.start], f"{role.title}, beside the name")
            _and_also(scene, roles, i, owners[beside.start], start)
    _styles(scene, people, owners)
    _of_states(scene, people, owners)
    for i, draft in peers:
        _give_peer(scene, draft, roles[i])
    for draft in scene.drafts.values():
        draft.posts = _telling(draft.posts)
    return taken


def _telling(posts: list[Post]) -> list[Post]:
    """The offices without those that a fuller title says again: "ambassador" beside "ambassador to the EU"."""
    return [
        p for p in posts
        if not any(
            p is not other and " " not in p.title and p.title in other.title.split() and p.former == other.former
            and (p.of == other.of or not p.of)
            for other in posts
        )
    ]  # fmt: skip


def held(scene: Scene, draft: Draft) -> list[Post]:
    """The offices that the article gives a person, and those that the registry knows of up to then."""
    if not draft.known:
        return draft.posts
    classes = {"head_of_state": "leader", "head_of_government": "leader", "foreign_minister": "minister"}
    return [_dated(p, draft.known.tenures, scene.day) for p in draft.posts] + [
        Post(t.title, t.rank, classes.get(t.rank or ""), t.of, former=bool(scene.day and t.until <= scene.day))
        for t in draft.known.tenures
        if not scene.day or t.since <= scene.day
    ]


def _and_also(scene: Scene, roles: list[Role], i: int, draft: Draft, start: int) -> None:
    """Gives the person a second office joined to the first: "the envoy and former prime minister"."""
    if i + 1 >= len(roles):
        return
    second, words = roles[i + 1], scene.words
    joined = second.start == roles[i].end + 1 and words.lower[roles[i].end] == "and" and second.determiner is None
    if joined and not second.is_plural and scene.is_free(second.start, second.end):
        _give(scene, draft, second, start, second.end)
        _mention(scene, second, draft, f"{second.title}, beside the name")


def _dated(post: Post, tenures: tuple[Tenure, ...], day: str | None) -> Post:
    """The office, marked as over where the registry knows that it was: "President Obama" in 2018."""
    same = [t for t in tenures if t.rank == post.rank and t.of == post.of]
    over = bool(day and same and not any(t.covers(day) for t in same))
    return replace(post, former=True) if over and not post.former else post


def peer_of(scene: Scene, role: Role, owner: Draft | None) -> Post | None:
    """The office that "his Russian counterpart" holds: that of the owner, of the other state."""
    post = owner and next((p for p in held(scene, owner) if not p.former and p.rank), None)
    if not post:
        return None
    of = role.of[0] if role.of else None
    entry = scene.registry.entries.get(of) if of else None
    return Post(post.title, post.rank, post.cls, of, entry.name if entry else None)


def owner_of(scene: Scene, role: Role) -> Draft | None:
    """The person whose counterpart, minister … is meant: the possessor, else the person mentioned last."""
    if role.owner is not None and scene.words.lower[role.owner] not in _PRONOUNS:
        return next((scene.drafts[id] for id in scene.actors_at(role.owner)), None)
    gender = {"his": "m", "her": "f"}.get(scene.words.lower[role.owner] if role.owner is not None else "")
    for spot in sorted(scene.spots, key=lambda s: -s.start):
        if spot.start >= role.start or len(spot.actors) != 1:
            continue
        draft = scene.drafts[spot.actors[0]]
        if not draft.is_person or not (draft.posts or draft.known) or (gender and draft.gender not in {gender, None}):
            continue
        if draft.country and f"state:{draft.country}" in role.of:
            continue
        return draft
    return None


def _give_peer(scene: Scene, draft: Draft, role: Role) -> None:
    """Gives a named counterpart the office of the person whose counterpart he is."""
    post = peer_of(scene, role, owner_of(scene, role))
    if post and not any(p.rank == post.rank for p in draft.posts):
        span = scene.words.span(role.start, _end_of_name(scene, role))
        draft.posts.append(replace(post, span=span))
        draft.country = draft.country or scene.country_of(post.of)


def _end_of_name(scene: Scene, role: Role) -> int:
    at = scene.cover[role.head]
    return max(role.end, scene.spots[at].end) if at >= 0 else role.end


def of_role(scene: Scene, role: Role, *, span: Span | None) -> Post:
    """The office that a role names."""
    of = role.of[0] if role.of else role.kind.of
    if of is None and role.owner is not None and role.owner_end is not None:
        of = _owner_state(scene, role.owner)
    entry = scene.registry.entries.get(of) if of else None
    if entry and entry.kind is ActorKind.BODY:
        of = f"state:{entry.country}" if entry.country else None
        entry = scene.registry.entries.get(of) if of else None
    return Post(role.title, role.rank, role.kind.cls, of, entry.name if entry else None, role.former, span)


def _owner_state(scene: Scene, owner: int) -> str | None:
    """The state of the person who has the office under him: "Trump's ambassador"."""
    ids = () if scene.words.lower[owner] in _PRONOUNS else scene.actors_at(owner)
    country = scene.drafts[ids[0]].country if ids else None
    return f"state:{country}" if country else None


def _after_quote(scene: Scene, role: Role, by_lead: dict[int, PersonName]) -> PersonName | None:
    """The name after a title and an adverbial bracket or quotation mark: "Defense Minister (Gen.) X"."""
    words, k = scene.words, role.end
    if k < len(words) and words.forms[k] in '("“]' and not role.is_plural:
        return by_lead.get(k + 1)
    return None


def _before_names(
    scene: Scene, role: Role, first: PersonName, by_lead: dict[int, PersonName], owners: dict[int, Draft]
) -> None:
    """A title before a name, or a plural title before a list of them."""
    named = [first]
    while role.is_plural and (following := _next_in_list(scene, named[-1].end, by_lead)):
        named.append(following)
    for place, name in enumerate(named):
        one = replace(role, of=role.of[place : place + 1] or role.of) if len(role.of) == len(named) > 1 else role
        _give(scene, owners[name.start], one, role.start, name.end)
    if not role.is_plural:
        _widen(scene, role, first, owners[first.start])


def _next_in_list(scene: Scene, end: int, by_lead: dict[int, PersonName]) -> PersonName | None:
    words, k = scene.words, end
    while k < len(words) and (words.lower[k] in {",", "and", "&"}):
        k += 1
    return by_lead.get(k) if k > end else None


def _widen(scene: Scene, role: Role, name: PersonName, draft: Draft) -> None:
    """Makes the mention of a name include the title before it."""
    at = scene.cover[name.start]
    if at < 0:
        return
    old = scene.spots[at]
    if all(scene.cover[i] in (-1, at) for i in range(role.start, name.end)) or role.owner is not None or role.of:
        scene.spots[at] = replace(old, actors=(), why="covered")
        for i in range(old.start, old.end):
            scene.cover[i] = -1
        scene.mention(role.start, name.end, old.form, (draft.id,), old.why)
        draft.names.setdefault(scene.words.text(role.core, name.end))


def _joined(scene: Scene, role: Role, held: dict[int, Draft]) -> Draft | None:
    """The person of the title that this one is joined to: "Deputy Prime Minister and party leader X"."""
    words, k = scene.words, role.end
    if k < len(words) and words.lower[k] in {"and", "&", "/"} and not role.is_plural and k + 1 in held:
        return held[k + 1]
    return None


def _beside(
    scene: Scene, role: Role, by_lead: dict[int, PersonName], by_end: dict[int, PersonName]
) -> PersonName | None:
    """The person in apposition to a role, or of whom it is said."""
    if role.is_plural or role.determiner in {"each", "every", "any", "no"}:
        return None
    words = scene.words
    name = _named_before(scene, role, by_end)
    if name:
        return name
    k = role.end
    if k + 3 < len(words) and words.forms[k] == "(" and words.forms[k + 2] == ")":
        k += 3  # an acronym in brackets
    if k < len(words) and words.forms[k] in {",", "–", "—", "("} and role.determiner not in {"a", "an"}:
        following = by_lead.get(k + 1)
        if following and _ends(scene, following.end) and not _in_list(scene, role, following):
            return following
    return None


def _named_before(scene: Scene, role: Role, by_end: dict[int, PersonName]) -> PersonName | None:
    """The name in "X, the minister", "X (minister)", "X, who is minister", "X is the minister"."""
    words, k = scene.words, role.start - 1
    if k < 1 or words.lines[k] != words.lines[role.head]:
        return None
    if words.lower[k] in _COPULAS or (words.lower[k] == "as" and words.lemmas[k - 1] == "serve"):
        k -= 1
        while k > 0 and words.pos[k] in {"ADV", "VERB", "AUX"}:
            k -= 1
        if words.lower[k] in {"who", "he", "she"} and words.lower[k - 1] in {",", "when", "while"}:
            k -= 2
        return by_end.get(k + 1) if words.lower[k] != "that" else None
    if words.forms[k] in {",", "(", "–", "—"} and _ends(scene, role.end):
        return by_end.get(k)
    return None


def _ends(scene: Scene, end: int) -> bool:
    """Whether an apposition may end here."""
    words = scene.words
    return (
        end >= len(words)
        or words.pos[end] in {"PUNCT", "VERB", "AUX", "CCONJ", "SCONJ", "PART", "ADV"}
        or words.lower[end] in {"who", "which", "whose", "at", "in", "on", "from", "with", "told", "said", "during"}
    )


def _in_list(scene: Scene, role: Role, name: PersonName) -> bool:
    """Whether the comma is that of a list: "the president, Lavrov and others"."""
    words, end = scene.words, name.end
    return end < len(words) and words.lower[end] in {"and", "&"} and words.deps[role.head] != "appos" and (
        words.deps[name.start] == "conj"
    )  # fmt: skip


def _give(scene: Scene, draft: Draft, role: Role, start: int, end: int) -> None:
    """Gives a person the office of a role, with the words that state it."""
    country = scene.country_of(role.of[0]) if role.of else None
    if role.kind.title in _RELATIVE | _NO_OFFICE or (role.title in _VAGUE and not role.of):
        draft.country = draft.country or (country if role.kind.title == "counterpart" else None)
        return
    post = _placed(scene, draft, of_role(scene, role, span=scene.words.span(start, end)))
    country = scene.country_of(post.of)
    if country and not draft.country and post.cls not in {"envoy"} | ({"official"} if not role.of else set()):
        draft.country = country
    elif country and not draft.country:
        draft.country = country
    draft.gender = draft.gender or role.kind.gender
    same = [p for p in draft.posts if p.title == post.title and (p.of == post.of or not p.of or not post.of)]
    if not same:
        draft.posts.append(post)
    elif post.of and not same[0].of:
        draft.posts[draft.posts.index(same[0])] = post


def _placed(scene: Scene, draft: Draft, post: Post) -> Post:
    """The office with the state that it is of, where the article only implies it."""
    if post.of or post.rank not in _STATE_RANKS:
        return post
    of = _tenure_of(draft, post, scene.day)
    if not of and draft.country:
        of = f"state:{draft.country}"
    if not of and (main := scene.main_country()):
        of = f"state:{main}"
    entry = scene.registry.entries.get(of) if of else None
    return replace(post, of=of, of_name=entry.name) if entry else post


def _tenure_of(draft: Draft, post: Post, day: str | None) -> str | None:
    tenures: list[Tenure] = [t for t in (draft.known.tenures if draft.known else ()) if t.rank == post.rank]
    tenures.sort(key=lambda t: not t.covers(day))
    return tenures[0].of if tenures else None


def _mention(scene: Scene, role: Role, draft: Draft, why: str) -> None:
    from dragoman.types import MentionForm

    scene.mention(role.start, role.end, MentionForm.NOMINAL, (draft.id,), why)


def _styles(scene: Scene, people: list[PersonName], owners: dict[int, Draft]) -> None:
    """Gives the office that a name holds: "King Abdullah II", "Pope Francis"."""
    for name in people:
        draft = owners[name.start]
        title = scene.registry.titles.at(scene.words, name.start)
        if not draft.known or not title or title.end >= name.end:
            continue
        tenure = next((t for t in draft.known.tenures if t.rank == title.senses[0].rank), None)
        if tenure and not any(p.rank == tenure.rank for p in draft.posts):
            of = scene.registry.entries[tenure.of]
            span = scene.words.span(name.start, name.end)
            draft.posts.append(Post(tenure.title, tenure.rank, title.senses[0].cls, of.id, of.name, span=span))


def _of_states(scene: Scene, people: list[PersonName], owners: dict[int, Draft]) -> None:
    """Takes the state from "Prime Minister Dmitri Medvedev of Russia" and "(D-NJ)"."""
    words = scene.words
    starting = {f.start: f for f in scene.found}
    for name in people:
        draft, k = owners[name.start], name.end
        if k + 1 >= len(words) or words.lower[k] != "of":
            continue
        unit = starting.get(k + 1) or (starting.get(k + 2) if words.lower[k + 1] == "the" else None)
        if not unit or unit.how != "name" or not unit.id.startswith("state:"):
            continue
        entry = scene.registry.entries[unit.id]
        draft.country = entry.country
        draft.posts = [
            replace(p, of=unit.id, of_name=entry.name, span=Span(p.span.start, words.ends[unit.end - 1]))
            if p.span and p.span.end == words.ends[name.end - 1] else p
            for p in draft.posts
        ]  # fmt: skip
        scene.places = [p for p in scene.places if p[0].start != words.starts[unit.start]]
