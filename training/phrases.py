"""Makes sentences about a pair of actors from the phrases of `resources/event_phrases.yaml`.

They carry words that no corpus of events has often enough, and what PLOVER makes of what is promised,
refused, threatened, asked for or laid to somebody's charge.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

__all__ = ["Forms", "forms", "sentences"]

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
PASSIVE, SAID, LINKED, ADDED = 0.14, 0.09, 0.4, 0.1


class Forms(NamedTuple):
    """The forms of a verb."""

    base: str
    does: str
    did: str
    done: str
    doing: str


def sentences(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """So many sentences, each with its root; the pair stands in `<s>…</s>` and `<t>…</t>`."""
    maker = _Maker(random.Random(seed))  # noqa: S311 - nothing is kept secret by it
    for _ in range(count):
        yield maker.sentence()


@cache
def forms(verb: str) -> Forms:
    """The forms of a verb, given in its base form."""
    if verb == "be":
        return Forms("be", "is", "was", "been", "being")
    rules = _read("irregulars")
    if verb in rules["doubled"]:
        stem = verb + verb[-1]
        regular, doing = stem + "ed", stem + "ing"
    elif verb.endswith("e"):
        regular, doing = verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    elif re.search("[^aeiou]y$", verb):
        regular, doing = verb[:-1] + "ied", verb + "ing"
    else:
        regular, doing = verb + "ed", _doubled(verb) + "ing"
    past = rules["verbs"].get(verb, [regular])
    does = verb[:-1] + "ies" if re.search("[^aeiou]y$", verb) else verb + ("es" if _hisses(verb) else "s")
    done = past[-1].split("/")[0]
    return Forms(verb, "has" if verb == "have" else does, past[0].split("/")[0], done, doing)


def _doubled(verb: str) -> str:
    """A verb as it stands before -ing; of those with forms of their own, short ones double a letter."""
    own = verb in _read("irregulars")["verbs"]
    return (
        verb + verb[-1]
        if own and re.fullmatch("(?:[^aeiou]+|be[gs]|for[bg]|overr|qu)[aeiou][^aeiouwxy]", verb)
        else verb
    )


def _hisses(verb: str) -> bool:
    return verb.endswith(("s", "x", "z", "ch", "sh", "go", "do", "eto"))


@cache
def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((RESOURCES / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


class _Maker:
    """Draws sentences, one after the other."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.words = _read("event_phrases")
        self.phrases: dict[str, list[str]] = self.words["phrases"]
        plain = set(self.words["plain"])
        self.framed = {r: [p for p in ps if p.split()[0] not in plain] for r, ps in self.phrases.items()}
        self.shares = [f["share"] for f in self.words["frames"].values()]

    def sentence(self) -> tuple[str, str]:
        source = self._filled("<actor>")
        target = self._filled("<acted_upon>")
        while target == source:
            target = self._filled("<acted_upon>")
        root, told = self._told(f"<s>{source}</s>", f"<t>{target}</t>")
        lead, time = (self.draw.choice(self.words[name]) for name in ("leads", "times"))
        text = f"{lead}{told}{time}{self._more()}."
        return root, re.sub(r"^((?:<[st]>)?)(.)", lambda m: m[1] + m[2].upper(), text)

    def _told(self, source: str, target: str) -> tuple[str, str]:
        frames = [*self.words["frames"].values(), None]
        (frame,) = self.draw.choices(frames, [*self.shares, 1 - sum(self.shares)])
        if frame is not None:
            return frame["root"], f"{source} {self._in_frame(frame, target)}"
        root, phrase = self._phrase(self.phrases)
        if phrase.startswith("not "):
            will = self.draw.choice(("did not", "will not", "would not", "said it would not", "does not"))
            return root, f"{source} {will} {_upon(phrase[4:], target)}"
        verb, rest = _cut(phrase)
        if rest.startswith(("T ", "T")) and not rest.startswith("T'") and self.draw.random() < PASSIVE:
            was = self.draw.choice(("was", "were", "has been", "have been", "had been"))
            return root, f"{target} {was} {verb.done}{rest[1:]} by {source}"
        return root, f"{source} {self._tense(verb)} {_upon(rest, target)}".rstrip()

    def _in_frame(self, frame: dict[str, Any], target: str) -> str:
        _, phrase = self._phrase(self.framed, frame["of"])
        wording = self.draw.choice(frame["wordings"])
        spoken_to = re.search(r"\bT\b", wording) is not None
        verb, rest = _cut(phrase)
        rest = _upon(rest, self._filled("<actor>") if spoken_to else target)
        shown = {name: f"{form} {rest}".rstrip() for name, form in verb._asdict().items()}
        return _upon(wording, target).format(shown["base"], **shown)

    def _phrase(self, phrases: dict[str, list[str]], roots: list[str] | None = None) -> tuple[str, str]:
        root = self.draw.choice(roots or list(phrases))
        return root, self.draw.choice(phrases[root])

    def _tense(self, verb: Forms) -> str:
        if self.draw.random() < SAID:
            return self.draw.choice((f"said it {verb.did}", f"said they had {verb.done}"))
        has = self.draw.choice(("has", "have", "had"))
        progress = f"{self.draw.choice(('is', 'was', 'has been'))} {verb.doing}"
        return self.draw.choice(
            (*[verb.did] * 5, *[f"{has} {verb.done}"] * 3, verb.does, verb.does, progress)
        )

    def _more(self) -> str:
        """What follows: something that others did, or who says so."""
        chance = self.draw.random()
        if chance < LINKED:
            verb, rest = _cut(self._phrase(self.framed)[1])
            rest = _upon(rest, self._filled("<acted_upon>"))
            link = self.draw.choice(self.words["links"])
            did, done = f"{verb.did} {rest}".rstrip(), f"{verb.done} {rest}".rstrip()
            return self.draw.choice((" ", ", ")) + link.format(
                actor=self._filled("<actor>"), did=did, done=done
            )
        return f", {self._filled('<actor>')} said" if chance < LINKED + ADDED else ""

    def _filled(self, pattern: str) -> str:
        """A pattern with something drawn for each `<list>` in it."""
        if pattern == "<name>":
            return f"{self.draw.choice(self.words['given'])} {self.draw.choice(self.words['family'])}"
        return re.sub(
            r"<(\w+)>",
            lambda m: self._filled(m[0] if m[1] == "name" else self.draw.choice(self.words[m[1]])),
            pattern,
        )


def _cut(phrase: str) -> tuple[Forms, str]:
    verb, _, rest = phrase.partition(" ")
    return forms(verb), rest


def _upon(phrase: str, target: str) -> str:
    return re.sub(r"\bT\b", lambda _: target, phrase)
