"""Tells from the verbs near a word whether what it dates has been or is to come.

It reads part-of-speech tags and heads where the Doc has them and goes by the look of the words where it
has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.times.calendar import Tense

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.language.times.view import View

__all__ = ["tense_at"]

_BESIDE = 4  # words within which a verb tells before the one that the tree names, which may be wrong
_REACH = 25  # words within which a verb tells
_GROUP = 5  # words before a verb among which its auxiliaries stand
_CLIMB = 12  # heads above a word among which its verb stands
_WILL = frozenset("will 'll ’ll shall wo would 'd ’d".split())  # noqa: SIM905
_MODAL = frozenset("may might could can should must".split())  # noqa: SIM905
_HAVE = frozenset("have has had 've ’ve having".split())  # noqa: SIM905
_PRESENT_BE = frozenset("is are am 're ’re 'm ’m be".split())  # noqa: SIM905
_PAST_BE = frozenset("was were been".split())  # noqa: SIM905
_AUXILIARY = (
    _WILL | _MODAL | _HAVE | _PRESENT_BE | _PAST_BE | {"to", "did", "do", "does", "not", "n't", "n’t"}
)
_AHEAD = frozenset(
    """due scheduled slated set planned expected upcoming poised bound going likely forthcoming
    deadline plans plan postponed starting beginning ahead effective payable""".split()  # noqa: SIM905
)
_NEEDS_FOR = frozenset({"set", "plans", "plan"})
_OFF = frozenset("previously originally earlier initially had".split())  # noqa: SIM905
_NEAR = frozenset(
    """for on at in the , a to be start begin take place held of this from his her its their""".split()  # noqa: SIM905
)
_LIMIT = frozenset({"by", "until", "till"})
_SHIFTS = frozenset({"to", "through"})
_GRANTS = frozenset(
    "give gave given extend extended postpone postponed delay delayed grant granted deadline".split()  # noqa: SIM905
)
_TIMETABLE = frozenset(
    """begin start open meet arrive leave travel visit host hold convene resume expire end take kick
    head go come fly run close depart conclude reconvene return""".split()  # noqa: SIM905
)
_NOUNS_TOO = frozenset({"end", "start", "visit", "host", "run", "head", "return"})
_ONES = frozenset("first second third only last latest".split())  # noqa: SIM905
_DONE = frozenset(
    """accord agreement announcement arrest assassination attack bombing comment coup crackdown crash
    decision declaration invasion killing letter massacre murder raid remark report resolution revelation
    ruling shooting statement ultimatum uprising""".split()  # noqa: SIM905
)
_MEANT = frozenset(
    """plan deadline agreement deal decision agree decide promise vow pledge offer invitation invite
    proposal bid push attempt effort wish intention pressure demand call order request need chance
    opportunity time date schedule set expect ask urge order tell try prepare threaten want hope seek
    commitment move vote arrange arrangement intend mean announce say ultimatum""".split()  # noqa: SIM905
)
_PAST_FORMS = frozenset(
    """said told met went came saw did had was were made took gave held began spoke left fell rose
    won lost sent wrote became brought thought found got knew kept led felt put ran stood paid sat
    heard meant let read spent grew built broke drew chose fought struck shot sold sought taught
    threw understood withdrew flew hit cut set quit ate drove wore sank shook hung lay laid bought
    caught forgot froze hid dealt swore tore woke wound cast""".split()  # noqa: SIM905
)
_NO_VERB = frozenset(
    """the a an his her their its our my your this that these those it him them us you me one two
    three all both each every some any no not more most many such other another what which who whom
    where when about""".split()  # noqa: SIM905
)
_BY_TAG = {"VBD": "past", "VBN": "past", "VBG": "ing", "VB": "base", "VBZ": "present", "VBP": "present"}


def tense_at(view: View, first: int, last: int) -> Tense:
    """The tense at an expression of time.

    Args:
        view: The view of the Doc.
        first: The place of the expression's first word.
        last: The place of its last word.

    Returns:
        PAST or FUTURE as its verb tells: the one that it hangs on, else the nearest before it in the
        sentence, else the nearest after it. OPEN where none tells.
    """
    start, end = _bounds(view, first, last)
    if _is_ahead(view, start, first):
        return Tense.FUTURE
    if view.word(first - 1) == "since":
        return Tense.PAST
    if _is_of_done(view, last):
        return Tense.PAST
    for place in _verbs(view, first, last, start, end):
        if (found := _tense_of(view, place, start)) is not None:
            break
    else:
        found = Tense.OPEN
    before = view.lower[first - 1] if first > start else ""
    is_open = before in _LIMIT and found is Tense.OPEN
    if is_open or (before in _LIMIT | _SHIFTS and _is_granted(view, start, first, last)):
        return Tense.FUTURE
    return found


def _is_granted(view: View, start: int, first: int, last: int) -> bool:
    """Whether time is given before a limit: `gave them until Monday`, `delayed it to Monday`."""
    governor = _governor(view, first, last)
    before = [*range(max(start, first - 8), first - 1), *([] if governor is None else [governor])]
    return any(not _GRANTS.isdisjoint({view.tokens[at].lemma_, view.lower[at]}) for at in before)


def _is_of_done(view: View, last: int) -> bool:
    """Whether the expression stands before a noun for what is done: `Wednesday's ruling`, `a June accord`."""
    after = last + 2 if view.word(last + 1) in {"'s", "’s", "'", "’"} else last + 1
    if view.word(after).removesuffix("s") in _DONE:
        return True
    is_said_of = after < len(view.tokens) and view.tokens[after].tag_[:1] in {"J", "N"}
    return is_said_of and view.word(after + 1).removesuffix("s") in _DONE


def _verbs(view: View, first: int, last: int, start: int, end: int) -> list[int]:
    """The places where the verb of an expression may be, the likeliest first."""
    before = range(first - 1, max(start, first - _REACH) - 1, -1)
    after = range(last + 1, min(end, last + _REACH))
    beside: list[int] = []
    words = 0
    for place in before:
        if words == _BESIDE or view.lower[place] in {",", ";", ":", "–", "—"}:
            break
        beside.append(place)
        words += view.tokens[place].pos_ != "PROPN"  # a name is long: `go to the United States Thursday`
    governor = _governor(view, first, last)
    return [*beside, *([] if governor is None else [governor]), *before, *after]


def _bounds(view: View, first: int, last: int) -> tuple[int, int]:
    """The place of the sentence's first word and the one after its last."""
    start, end = first, last + 1
    while not view.starts_sentence(start):
        start -= 1
    while end < len(view.tokens) and not view.starts_sentence(end):
        end += 1
    return start, end


def _is_ahead(view: View, start: int, first: int) -> bool:
    """Whether a word right before the expression says that it is to come: `scheduled for`."""
    for place in range(first - 1, max(start, first - _GROUP) - 1, -1):
        word = view.lower[place]
        if word in _AHEAD:
            is_off = not _OFF.isdisjoint(view.lower[max(start, place - 3) : place])
            return not is_off and (
                word not in _NEEDS_FOR or place == first - 1 or view.word(place + 1) == "for"
            )
        if word not in _NEAR:
            return False
    return False


def _governor(view: View, first: int, last: int) -> int | None:
    """The place of the verb that the expression hangs on, None where the Doc is not parsed or it has none."""
    if not view.has_heads:
        return None
    inside = {token.i for token in view.tokens[first : last + 1]}
    head = next((t.head for t in view.tokens[first : last + 1] if t.head.i not in inside), None)
    for _ in range(_CLIMB):
        if head is None:
            return None
        copula = next((child for child in head.children if child.dep_ == "cop"), None)
        if copula is not None:  # `should be in place by October`
            return view.place_of(copula.i)
        leads = head.tag_ == "VB" and head.dep_ == "xcomp" and head.i > view.tokens[last].i
        if head.head.i == head.i or (head.pos_ in {"VERB", "AUX"} and not leads):
            break
        head = head.head
    if head is None or head.pos_ not in {"VERB", "AUX"}:
        return None
    return view.place_of(head.i)


def _tense_of(view: View, place: int, start: int) -> Tense | None:
    """What a word tells as a verb, None where it is no verb or tells nothing."""
    kind = _kind(view, place)
    if kind is None or (kind == "base" and _is_of_one(view.tokens[place])):
        return None
    group = _auxiliaries(view, place, start)
    if not _WILL.isdisjoint(group) or _schedules(view, place, group):
        return Tense.FUTURE
    if kind == "past":
        return _tense_of_past(view.lower[place], view.tokens[place].tag_, group)
    if kind == "ing":
        return None if _PRESENT_BE.isdisjoint(group) else Tense.FUTURE
    if kind != "base":
        return Tense.FUTURE if kind == "timetable" else Tense.OPEN
    is_told = "to" in group and _told_by(view, place) is not None
    return Tense.PAST if is_told else _tense_of_base(view, place, start, group)


def _schedules(view: View, place: int, group: set[str]) -> bool:
    """Whether a verb sets a date: `scheduled a hearing Friday`, not `had scheduled`."""
    if view.lower[place] not in {"scheduled", "slated"} or "had" in group:
        return False
    return view.has_heads and any(child.dep_ == "obj" for child in view.tokens[place].children)


def _is_of_one(verb: Token) -> bool:
    """Whether an infinitive tells what one was the first or last to do, at any time: `the first to visit`."""
    return verb.dep_ == "acl" and any(child.lemma_ in _ONES for child in verb.head.children)


def _told_by(view: View, place: int) -> int | None:
    """The place of the past verb that tells of an infinitive as done: `flew to Rome to meet him`.

    None for what is only meant or asked for: `agreed to meet`, `a plan to meet`.
    """
    verb = view.tokens[place]
    head = verb.head
    if verb.dep_ == "acl":
        if head.lemma_ in _MEANT:
            return None
        while head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
            head = head.head
    elif verb.dep_ == "xcomp":  # `had hoped to speak`
        at = view.place_of(head.i)
        had = at is not None and at < place and not {"had", "'d"}.isdisjoint(_auxiliaries(view, at, 0))
        return at if had else None
    elif verb.dep_ != "advcl":
        return None
    at = view.place_of(head.i)
    if at is None or at > place or head.lemma_ in _MEANT or head.tag_ not in {"VBD", "VBN"}:
        return None
    return at if _tense_of_past(view.lower[at], head.tag_, _auxiliaries(view, at, 0)) is Tense.PAST else None


def _tense_of_past(word: str, tag: str, group: set[str]) -> Tense | None:
    """What a past form or participle tells: `met`, `to be held`, `is scheduled`."""
    if {"to", "be"} <= group or (tag == "VBD" and word == "planned" and not group):
        return Tense.FUTURE
    if _PRESENT_BE.isdisjoint(group) or not _HAVE.isdisjoint(group):
        return Tense.PAST
    return Tense.FUTURE if word in _AHEAD else None


def _tense_of_base(view: View, place: int, start: int, group: set[str]) -> Tense:
    """What an infinitive tells: `to meet`, `did meet`, `had been due to meet`."""
    before = set(view.lower[max(start, place - _GROUP - 1) : place])
    if (
        "did" in group
        or "had" in group
        or ("to" in group and "had" in before and not _AHEAD.isdisjoint(before))
    ):
        return Tense.PAST
    return Tense.FUTURE if "to" in group or not _MODAL.isdisjoint(group) else Tense.OPEN


def _auxiliaries(view: View, place: int, start: int) -> set[str]:
    """The auxiliaries of the verb at a place."""
    group = set()
    for at in range(place - 1, max(start, place - _GROUP) - 1, -1):
        word = view.lower[at]
        if word in _AUXILIARY:
            group.add(word)
        elif not (view.tokens[at].pos_ == "ADV" or word.endswith("ly") or word in {"also", "still", "now"}):
            break
    return group


def _kind(view: View, place: int) -> str | None:
    """The form that a verb has, `timetable` for a present that tells what is arranged; None for no verb."""
    tag = view.tokens[place].tag_
    if not tag:
        return _kind_by_look(view, place)
    if (
        tag in {"VBZ", "VBP"}
        and (view.tokens[place].lemma_ or view.lower[place].removesuffix("s")) in _TIMETABLE
    ):
        return "timetable"
    return _BY_TAG.get(tag)


def _kind_by_look(view: View, place: int) -> str | None:
    """The form that a verb has, as far as the look of the word and the word before it tell."""
    word = view.lower[place]
    if word in _PAST_FORMS | _PAST_BE or (word.endswith("ed") and len(word) > 4):
        return "past"
    if word in _PRESENT_BE | _HAVE:
        return "present"
    if word.endswith("s") and word[:-1] in _TIMETABLE - _NOUNS_TOO:
        return "timetable"
    is_led = view.word(place - 1) in _WILL | _MODAL | {"to"}
    if is_led and view.forms[place].islower() and word not in _NO_VERB:
        return "base"
    return "ing" if word.endswith("ing") and len(word) > 5 else None
