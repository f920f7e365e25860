"""Learns how the forms of English words lead to their dictionary forms.

    python -m training.lemmas      writes src/dragoman/data/model/lemmas.json

For each form that a tag names (past, plural, comparative …) the words of the treebanks, with
`resources/irregulars.yaml`, give the shortest list of endings that decides what to cut and what to add:
the longest ending that fits a word wins, and an irregular form is an ending that is a whole word. It does
not know the text that a word stands in.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "dragoman" / "data" / "model" / "lemmas.json"
GROUPS = {
    "VBD": "past", "VBN": "past", "VBG": "ing", "VBZ": "third", "NNS": "plural", "NNPS": "plural",
    "JJR": "more", "RBR": "more", "JJS": "most", "RBS": "most",
}  # fmt: skip
CLOSED = frozenset({"AUX", "PRON", "DET", "PART", "ADP", "CCONJ", "SCONJ", "ADV", "INTJ"})
VOWELS = frozenset("aeiou")
SHORT = 6  # letters: longer adjectives take "more"
START = "^"
RULE_COST = 0.6  # in errors: below one, so that an exception is kept, above a half, against chance
SELDOM = 3  # words of the closed classes seen less often are left out, being mistakes for the most part

Edit = tuple[int, str]
"""How many letters to cut from the end, and what to add."""


def edit(form: str, base: str) -> Edit:
    """The edit that leads from a form to its base."""
    same = 0
    while same < min(len(form), len(base)) and form[same] == base[same]:
        same += 1
    return len(form) - same, base[same:]


def rows(paths: Iterable[Path]) -> Iterator[tuple[str, str, str, str]]:
    """Form, lemma and both tags of every word of the treebanks that is no misprint."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 9 and cells[0].isdigit() and "Typo=Yes" not in cells[5] and cells[2] != "_":
                yield cells[1].replace("’", "'"), cells[2], cells[3], cells[4]


def irregulars(path: Path) -> Iterator[tuple[str, str, str]]:
    """Group, form and base of every form that the reviewed list gives or implies."""
    data = yaml.safe_load(path.read_text("utf-8"))
    for base, forms in data["verbs"].items():
        yield from (("past", form, base) for cell in forms for form in cell.split("/"))
    yield from (("plural", form, base) for base, form in data["nouns"].items())
    for base in data["doubled"]:
        yield from (("past", base + base[-1] + "ed", base), ("ing", base + base[-1] + "ing", base))
    for base in data["plain"]:
        yield from regular(base)


def regular(base: str) -> Iterator[tuple[str, str, str]]:
    """Group, form and base of the regular forms of a verb whose last letter is not doubled."""
    if base.endswith("e"):
        stem = base if base.endswith(("ee", "oe", "ye")) else base[:-1]
        yield from (("past", base + "d", base), ("ing", stem + "ing", base), ("third", base + "s", base))
    elif base.endswith("y") and base[-2] not in VOWELS:
        yield from (("past", base[:-1] + "ied", base), ("ing", base + "ing", base))
        yield ("third", base[:-1] + "ies", base)
    else:
        yield from (("past", base + "ed", base), ("ing", base + "ing", base))


def implied(form: str, base: str, upos: str, xpos: str) -> Iterator[tuple[str, str, str]]:
    """Group, form and base of the other forms that a word of the treebanks implies."""
    if not base.isalpha() or not base.islower() or len(base) < 3:
        return
    is_plain = base[-1] in "eywx" or base[-2] not in VOWELS or base[-3] in VOWELS
    if upos == "VERB" and (is_plain or form.lower() in {base + "ed", base + "ing"}):
        yield from regular(base)
    elif upos == "VERB" and form.lower() in {base + base[-1] + "ed", base + base[-1] + "ing"}:
        yield from (("past", base + base[-1] + "ed", base), ("ing", base + base[-1] + "ing", base))
    elif xpos == "JJ" and is_plain and len(base) <= SHORT:
        stem = base.removesuffix("e") if base[-1] != "y" else base[:-1] + "i"
        yield from (("more", stem + "er", base), ("most", stem + "est", base))


class _Endings:
    """The forms of one group, told apart letter by letter from the end."""

    def __init__(self, edits: Mapping[str, Edit]) -> None:
        self.edits = {START + form: change for form, change in edits.items()}
        self.words: dict[str, list[str]] = defaultdict(list)
        for word in self.edits:
            for start in range(len(word) + 1):
                self.words[word[start:]].append(word)
        self.known: dict[tuple[str, Edit], tuple[float, dict[str, list[Any]]]] = {}

    def rules(self, ending: str, decided: Edit) -> tuple[float, dict[str, list[Any]]]:
        """What the words with an ending cost, and their rules, where `decided` holds so far."""
        changes = Counter(self.edits[word] for word in self.words[ending])
        if set(changes) == {decided}:
            return 0.0, {}
        if (ending, decided) not in self.known:
            options = {decided, *(change for change, _ in changes.most_common(3))}
            trials = [self._trial(ending, change, change != decided) for change in sorted(options)]
            self.known[ending, decided] = min(trials, key=lambda trial: (trial[0], len(trial[1])))
        return self.known[ending, decided]

    def _trial(self, ending: str, change: Edit, is_new: bool) -> tuple[float, dict[str, list[Any]]]:  # noqa: FBT001
        """As `rules`, where `change` is what holds from here on."""
        cost = RULE_COST if is_new else 0.0
        found = {ending: list(change)} if is_new else {}
        for further in sorted({word[-len(ending) - 1 :] for word in self.words[ending] if word != ending}):
            more, rules = self.rules(further, change)
            cost += more
            found |= rules
        return cost + (ending in self.edits and self.edits[ending] != change), found


def learn(edits: Mapping[str, Edit]) -> dict[str, list[Any]]:
    """The shortest list of endings that decides the edits of all forms but a few.

    Args:
        edits: For each form, in lower case, its edit.

    Returns:
        For each ending, from `""` up to whole words that start with `^`, its edit.
    """
    usual = Counter(edits.values()).most_common(1)[0][0]
    return {"": list(usual)} | _Endings(edits).rules("", usual)[1]


def build(paths: Iterable[Path]) -> dict[str, Any]:
    """All that is learned: endings by group, closed classes, and capitals of adjectives and nouns."""
    seen: dict[str, dict[str, Counter[Edit]]] = defaultdict(lambda: defaultdict(Counter))
    closed: dict[str, Counter[str]] = defaultdict(Counter)
    capitals: dict[str, dict[str, Counter[Edit]]] = defaultdict(lambda: defaultdict(Counter))
    for form, base, upos, xpos in rows(paths):
        lower = form.lower()
        if upos in CLOSED or (upos == "VERB" and "'" in form):
            closed[f"{lower}|{upos}|{xpos}"][base] += 1
        for group, other, other_base in implied(form, base, upos, xpos):
            seen[group][other].setdefault(edit(other, other_base), 1)
        if upos in CLOSED:
            continue
        if (kind := GROUPS.get(xpos)) and upos not in {"X", "NUM"}:
            seen[kind][lower][edit(lower, base.lower())] += 1
        elif upos in {"ADJ", "NOUN"} and form[:1].isupper() and xpos in {"JJ", "NN", "FW"}:
            capitals[upos][form if form.isupper() else lower][(int(base[:1].isupper()), "")] += 1
    for group, form, base in irregulars(ROOT / "resources" / "irregulars.yaml"):
        seen[group][form] = Counter([edit(form, base)])
    return {
        "endings": {group: learn(_usual(forms)) for group, forms in seen.items()},
        "capitals": {upos: learn(_usual(forms)) for upos, forms in capitals.items()},
        "closed": {
            key: usual
            for key, bases in sorted(closed.items())
            for usual, count in bases.most_common(1)
            if usual != key.split("|")[0] and count >= SELDOM
        },
    }


def _usual(forms: Mapping[str, Counter[Edit]]) -> dict[str, Edit]:
    """For each form the edit that it most often has."""
    return {form: edits.most_common(1)[0][0] for form, edits in forms.items()}


def main() -> None:
    """Learns from the training parts of EWT and GUM and writes the result."""
    parser = argparse.ArgumentParser(prog="python -m training.lemmas", description=__doc__)
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="folder that holds corpora/"
    )
    corpora = parser.parse_args().shared / "corpora"
    paths = [
        corpora / "ud-ewt" / "en_ewt-ud-train.conllu",
        *sorted((corpora / "gum" / "train" / "dep").iterdir()),
    ]
    learned = build(paths)
    TARGET.write_text(json.dumps(learned, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
