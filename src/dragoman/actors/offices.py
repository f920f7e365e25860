"""Titles of office in an article: "the French foreign minister", "Kremlin spokesman", "his counterpart".

Finds the noun phrases that a title heads and reads off what they say: which title, of what, whether
it is over, how many. It does not know who is meant.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.actors.gazetteer import Found
from dragoman.actors.registry import Registry, Title
from dragoman.actors.words import Words
from dragoman.types import ActorKind

__all__ = ["Role", "find"]

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "several", "many", "any",
                          "no", "each", "another", "both", "all", "other", "every", "various"})  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an"})
_HYPHENS = frozenset("-–‑")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_JOINTS = frozenset({"of", "for", "to", "on", "at"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_TIMES = frozenset("""time times day days week weeks month months year years decade decades term terms hours
    monday tuesday wednesday thursday friday saturday sunday""".split())  # noqa: SIM905
_ABSTRACT = frozenset({"justice", "chair"})


@dataclass(frozen=True, slots=True)
class Role:
    """A noun phrase that a title heads, in words (end exclusive).

    `core` is where the title itself begins; `of` the ids of the states or organisations whose office
    it is; `owner` the word of a possessor who is none of them ("his", "Lavrov's"), and `owner_end`
    where that ends; `number` a count ("two", "both").
    """

    start: int
    end: int
    core: int
    head: int
    title: str
    kind: Title
    rank: str | None
    determiner: str | None = None
    of: tuple[str, ...] = ()
    owner: int | None = None
    owner_end: int | None = None
    number: str | None = None
    former: bool = False
    future: bool = False
    extra: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether the phrase says no more than its title: "the minister", "both presidents"."""
        said = self.of or self.extra or self.owner is not None
        return not said and self.core - self.start <= (self.determiner is not None) + (self.number is not None)

    @property
    def is_plural(self) -> bool:
        """Whether more than one holder is meant."""
        return self.kind.plural


@dataclass(slots=True)
class _Left:
    """What stands before a title, gathered from right to left."""

    start: int
    core: int
    determiner: str | None = None
    of: list[str] = field(default_factory=list)
    owner: int | None = None
    owner_end: int | None = None
    number: str | None = None
    former: bool = False
    future: bool = False
    open: bool = True


@dataclass(slots=True)
class Finder:
    """Finds roles among words: what the registry found, and where names of persons stand."""

    words: Words
    registry: Registry
    found: list[Found]
    people: list[tuple[int, int]]
    _ending: dict[int, Found] = field(default_factory=dict)
    _starting: dict[int, Found] = field(default_factory=dict)
    _person_end: dict[int, int] = field(default_factory=dict)
    _in_person: set[int] = field(default_factory=set)
    _named: set[int] = field(default_factory=set)
    _told: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.found = [f for f in self.found if not f.nested or f.how == "adjective"]
        self._told = {i for f in self.found for i in range(f.start, f.end)}
        self._named = {i for f in self.found if f.how != "adjective" for i in range(f.start, f.end)}
        self._ending = {f.end: f for f in self.found}
        self._starting = {f.start: f for f in self.found}
        self._person_end = {end: start for start, end in self.people}
        self._in_person = {i for start, end in self.people for i in range(start, end)}

    def find(self) -> list[Role]:
        """All roles, in order, none overlapping another's title."""
        out: list[Role] = []
        at = 0
        while at < len(self.words):
            role = None if self.words.silent[at] else self._role(at)
            while role and out and role.core <= out[-1].core and out[-1].end < role.end:
                out.pop()  # "foreign ministry" gives way to "foreign ministry spokesman"
            if role and (not out or role.core >= out[-1].end):
                out.append(self._unnested(out, role))
                at = role.end
            else:
                at += 1
        return out

    @staticmethod
    def _unnested(before: list[Role], role: Role) -> Role:
        """The role, begun after the one before it, which may be its possessor: "the president's spokesman"."""
        if before and role.owner is not None and role.start == before[-1].end and before[-1].kind.sort == "office":
            return replace(role, start=before[-1].start)  # "President Obama's adviser"
        if not before or role.start >= before[-1].end or role.owner == before[-1].end - 1:
            return role
        return replace(role, start=before[-1].end)

    def _role(self, at: int) -> Role | None:
        match = self.registry.titles.at(self.words, at)
        if not match or at in self._in_person or self._is_in_name(match.start, match.end):
            return None
        kind = min(match.senses, key=_preference)
        head = self._head(match.start, match.end)
        if not self._is_noun(head, kind):
            return None
        left = self._left(match.start)
        if kind.sort == "nations" and left.start == match.start:
            return None  # "states" and "powers" alone are verbs as often as not
        if kind.sort == "owned" and left.owner is None:
            return None
        end, of, extra = self._right(match.end, kind)
        title = self._title(left, match.start, match.end, kind, extra)
        of_ids = tuple(dict.fromkeys(left.of[::-1] or of))
        return Role(
            left.start, end, left.core, head, title, kind, self._rank(kind, title, is_told=left.core < match.start or bool(extra)),
            left.determiner, of_ids, left.owner, left.owner_end, left.number,
            left.former or kind.former, left.future or self._is_elect(match.end), extra,
        )  # fmt: skip

    def _is_in_name(self, start: int, end: int) -> bool:
        """Whether the words are a part of a longer name: "People" in "Korean People's Army"."""
        if all(i in self._named for i in range(start, end)):
            return True
        return any(
            n.start < start and end <= n.end or n.start <= start and end < n.end
            for n in self.words.names
            if n.label in {"ORG", "FAC"} and not self._is_told(n.start, start)
        )

    def _is_told(self, start: int, end: int) -> bool:
        """Whether only "the" and names of states and bodies stand there: "the Russian" Foreign Ministry."""
        return all(i in self._told or self.words.lower[i] in {"the", "'s", "’s"} for i in range(start, end))

    def _head(self, start: int, end: int) -> int:
        """The noun of a title: before "of", "for" or "general", else the last word."""
        for i in range(start + 1, end):
            if self.words.lower[i] in {"of", "for", "general", "to"}:
                return i - 1 if self.words.forms[i - 1] not in _HYPHENS else i - 2
        return end - 1

    def _is_noun(self, head: int, kind: Title) -> bool:
        words = self.words
        is_capital = words.is_capital(head) and not kind.is_head
        if words.pos[head] not in {"NOUN", "PROPN", ""} and not (is_capital or words.pos[head] == "X"):
            return False
        after = head + 1
        if words.lower[head] in _ABSTRACT and not words.is_capital(head) and words.lower[after : after + 1] != ["of"]:
            return False
        if after < len(words) and words.lower[after] in {"'s", "’s"}:
            return True
        return not self._is_modifier(head)

    def _is_modifier(self, head: int) -> bool:
        """Whether the title only modifies a noun after it, as in "president Trump" it does not."""
        words, above = self.words, self.words.heads[head]
        after = head + 1
        if after < len(words) and words.lower[after] == "party":
            return True
        if words.deps[head] not in {"compound", "nmod:poss", "amod"} or above <= head:
            return False
        return after < len(words) and words.pos[after] == "NOUN" and after not in self._in_person

    def _left(self, core: int) -> _Left:
        left = _Left(core, core)
        while left.open and left.start > 0 and self.words.lines[left.start - 1] == self.words.lines[core]:
            if not self._step(left):
                break
        return left

    def _step(self, left: _Left) -> bool:
        """Takes one more word or name on the left; False where the phrase begins here."""
        words, k = self.words, left.start - 1
        if words.forms[k] in _HYPHENS and words.is_glued(k) and k > 0 and words.is_glued(k - 1):
            return self._take(left, k - 1, is_core=left.core == left.start and words.lower[k - 1] not in self.registry.before)
        if words.tags[k] == "POS" or words.forms[k] in _POSSESSIVE:
            return self._possessor(left, k)
        if words.tags[k] == "PRP$" or words.lower[k] in {"his", "her", "their", "its", "my", "our", "your"}:
            left.owner, left.owner_end, left.open = k, k + 1, False
            left.start = k
            return True
        unit = self._ending.get(k + 1)
        if unit and unit.how != "person":
            return self._unit(left, unit)
        if words.lower[k] == "and" and words.pos[k + 1] in {"ADJ", "ADV"} and k and words.pos[k - 1] == "ADJ":
            return self._take(left, k, is_core=False)  # "new and popular president"
        if words.lower[k] in {"and", ",", "&"} and left.of and self._ending.get(k):
            return self._ending[k].how == "adjective" and self._unit(left, self._ending[k])
        if k + 1 in self._person_end:
            return self._namesake(left, k + 1)
        return self._word(left, k)

    def _word(self, left: _Left, k: int) -> bool:
        words, lower = self.words, self.words.lower[k]
        if lower in self.registry.before:
            flag = self.registry.before[lower]
            left.former |= flag == "former"
            left.future |= flag == "future"
            return self._take(left, k, is_core=False)
        if words.pos[k] == "DET" or lower in _ARTICLES or (
            lower in _DETERMINERS and words.pos[k] not in {"SCONJ", "PRON"}
        ):
            left.determiner = left.determiner or lower
            left.number = lower if lower == "both" else left.number
            left.start = k
            return lower in {"two", "three", "other"} or self._more_determiners(left)
        if words.pos[k] == "NUM" or lower in {"two", "three", "four", "five"}:
            left.number = lower
            return self._take(left, k, is_core=False)
        if lower in self.registry.domains:
            return self._take(left, k, is_core=left.core == left.start)
        hangs = words.heads[k] > k or (k > 0 and words.lower[k - 1] in _ARTICLES)
        if words.pos[k] in {"NOUN", "PROPN"} and hangs and words.lower[k] not in self.registry.given:
            return self._take(left, k, is_core=left.core == left.start)
        if words.pos[k] == "ADJ" and (words.heads[k] > k or words.heads[k] == k):
            is_name = words.is_capital(k) and words.is_capital(left.core) and left.core == left.start
            return self._take(left, k, is_core=is_name)
        is_adjective = words.tags[k] in {"VBN", "VBG"} and words.deps[k] == "amod"
        is_degree = words.pos[k] == "ADV" and words.pos[k + 1] == "ADJ"
        return (is_adjective or is_degree) and self._take(left, k, is_core=False)

    def _more_determiners(self, left: _Left) -> bool:
        """Whether "both the" or "all these" goes on; the phrase begins here otherwise."""
        k = left.start - 1
        left.open = k >= 0 and self.words.lower[k] in {"both", "all"}
        return left.open

    def _take(self, left: _Left, k: int, *, is_core: bool) -> bool:
        left.start = k
        if is_core:
            left.core = k
        return True

    def _possessor(self, left: _Left, k: int) -> bool:
        """Takes "Russia's" or "Lavrov's"; the phrase begins with it."""
        unit = self._ending.get(k)
        left.open = False
        if unit and unit.how != "person":
            left.of.append(unit.id)
            left.start = self._with_the(unit.start)
            return True
        if k in self._person_end:
            left.owner, left.owner_end = self._person_end[k], k
            left.start = self._person_end[k]
            return True
        start = self.words.left_edge(k - 1) if k else k
        left.owner, left.owner_end, left.start = k - 1, k, start
        return True

    def _with_the(self, start: int) -> int:
        return start - 1 if start and self.words.lower[start - 1] == "the" else start

    def _unit(self, left: _Left, unit: Found) -> bool:
        """Takes "French", "US", "NATO", "Kremlin" …; a capital and a person's name end the phrase."""
        if unit.how == "capital":
            return False
        entry = self.registry.entries[unit.id]
        left.start = unit.start
        if entry.kind in {ActorKind.STATE, ActorKind.IGO, ActorKind.PARTY, ActorKind.ARMED_GROUP}:
            left.of.append(unit.id)
        else:
            left.of.append(unit.id)
            left.core = unit.start
        return True

    def _namesake(self, left: _Left, end: int) -> bool:
        """Takes a name without possessive, as in "Obama administration official", "a former Sessions staffer"."""
        words, last, start = self.words, end - 1, self._person_end[end]
        is_core = left.core == left.start and words.lower[left.start] in self.registry.domains | {"administration"}
        before = words.lower[start - 1] if start else ""
        told = before in _ARTICLES or before in self.registry.before or before in {"other", "several", "some"}
        if is_core or told or (last < words.heads[last] < left.start + 4 and words.deps[last] == "compound"):
            left.owner, left.owner_end, left.start, left.open = self._person_end[end], end, self._person_end[end], False
            left.core = left.start
            return True
        return False

    def _right(self, end: int, kind: Title) -> tuple[int, list[str], str]:
        """Takes "of France", "to the United Nations", "for political affairs": the end, of what, other words."""
        of: list[str] = []
        extra: list[str] = []
        if self._is_elect(end):
            end += 2
        for _ in range(3):
            k = end
            if k >= len(self.words) or self.words.lower[k] not in _JOINTS:
                break
            if self.words.lower[k] in {"to", "on"} and kind.cls not in {"envoy", "official"}:
                break
            stop, ids = self._complement(k + 1)
            if stop == k + 1 or self._is_time(k + 1, stop):
                break
            if self.words.lower[k] == "of" and ids and all(self._is_seat(i) for i in ids) and not of:
                of = ids
            else:
                extra.append(self.words.text(k, stop))
                of = of or self._inner(k, stop, kind)
            end = stop
        return end, of, " ".join(extra)

    def _is_time(self, start: int, stop: int) -> bool:
        """Whether a phrase tells a time: "for the second time", "on Friday"."""
        words = self.words
        dates = {i for n in words.names if n.label == "DATE" for i in range(n.start, n.end)}
        return words.lower[stop - 1] in _TIMES or any(i in dates for i in range(start, stop))

    def _inner(self, start: int, stop: int, kind: Title) -> list[str]:
        """The state in "spokesman for the Indonesian military", "head of the Russian delegation"."""
        if self.words.lower[start] not in {"of", "for"} or not (kind.is_head or kind.rank == "spokesperson"):
            return []
        inside = [f for f in self.found if start < f.start and f.end <= stop]
        return [f.id for f in inside if self.registry.entries[f.id].country][:1]

    def _is_seat(self, id: str) -> bool:
        entry = self.registry.entries[id]
        return entry.seat or entry.kind in {ActorKind.STATE, ActorKind.IGO, ActorKind.ARMED_GROUP}

    def _is_elect(self, end: int) -> bool:
        words = self.words
        return end + 1 < len(words) and words.forms[end] in _HYPHENS and words.lower[end + 1] in {"elect", "designate"}

    def _complement(self, at: int) -> tuple[int, list[str]]:
        """The noun phrase after a preposition: its end, and the states and organisations that it is or lists."""
        words, ids, last = self.words, [], at
        i = at
        while i < len(words) and i - at < 10 and words.lines[i] == words.lines[at - 1]:
            unit = self._starting.get(i)
            if i in self._in_person or self._is_titled(i):
                break
            if unit and unit.how != "person":
                ids += [unit.id] if unit.how != "capital" else []
                i = last = unit.end
            elif words.lower[i] in {"and", "&", ","} and last == i and self._goes_on(i, bool(ids)):
                i += 1
            elif words.lower[i] in {"the", "its", "a"} or words.forms[i] in _HYPHENS or words.tags[i] == "POS":
                i += 1
            elif words.pos[i] in _NOMINAL and not (words.pos[i] == "ADJ" and words.lower[i] == "former"):
                i = last = i + 1
            elif words.lower[i] in {"of", "for"} and last == i and i > at and not ids:
                i += 1
            else:
                break
        whole = {i for i in range(at, last) if words.pos[i] in {"NOUN", "PROPN"}}
        whole -= {i for f in self.found if f.how != "adjective" for i in range(f.start, f.end)}
        return (last, [] if whole else ids) if last > at else (at, [])

    def _is_titled(self, i: int) -> bool:
        """Whether a title and a person's name begin here: "the administration of | President Tsai"."""
        match = self.registry.titles.at(self.words, i)
        return match is not None and match.end in self._in_person

    def _goes_on(self, i: int, has_names: bool) -> bool:
        """Whether a list goes on after "and" or a comma: names after names, nouns after nouns."""
        words, k = self.words, i + 1
        if k < len(words) and words.lower[k] == "the":
            k += 1
        if k >= len(words) or k in self._in_person:
            return False
        if has_names:
            unit = self._starting.get(k)
            return unit is not None and unit.how == "name" and self._is_seat(unit.id)
        return words.forms[i] != "," and words.pos[k] in {"NOUN", "PROPN", "ADJ"} and self.registry.titles.at(words, k) is None

    def _title(self, left: _Left, start: int, end: int, kind: Title, extra: str) -> str:
        before = self._lowered(left.core, start) if left.core < start else ""
        return " ".join(p for p in (before, kind.title, extra) if p)

    def _lowered(self, start: int, end: int) -> str:
        """Words before a title, in lower case where they are no names."""
        words = self.words
        out = ""
        for i in range(start, end):
            plain = i not in self._named and (words.lower[i] in self.registry.domains or not words.is_capital(i))
            out += (words.lower[i] if plain else words.forms[i]) + ("" if words.is_glued(i) else " ")
        return out.strip()

    @staticmethod
    def _rank(kind: Title, title: str, *, is_told: bool) -> str | None:
        """The settled rank, or the title itself where other words tell which office it is."""
        if kind.rank and (not is_told or kind.rank in {"spokesperson", "ambassador", "envoy"}):
            return kind.rank
        first, _, last = title.rpartition(" ")
        return f"{first} chief" if first and last in {"head", "director", "boss"} else title


def _preference(sense: Title) -> tuple[bool, bool]:
    """Settled titles and bodies before heads of titles, offices before mere people."""
    return sense.is_head, sense.sort != "office"


def find(words: Words, registry: Registry, found: list[Found], people: list[tuple[int, int]]) -> list[Role]:
    """The roles of an article.

    Args:
        words: the article's words.
        registry: titles, and the words before and after them.
        found: what the registry finds in the article.
        people: where names of persons stand, in words.
    """
    return Finder(words, registry, found, people).find()
