"""Names that stand beside a title: before it, after it, joined to it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.naming import PersonName
from dragoman.actors.role import Role
from dragoman.actors.words import Words

__all__ = ["Beside"]

_COPULAS = frozenset({"is", "was", "became", "becomes", "remains", "serves", "served"})
_ENDING = frozenset({"PUNCT", "VERB", "AUX", "CCONJ", "SCONJ", "PART", "ADV"})
_ENDERS = frozenset({"who", "which", "whose", "at", "in", "on", "from", "with", "told", "said", "during"})
_MARKS = frozenset({",", "–", "—", "("})


@dataclass(frozen=True, slots=True)
class Beside:
    """The names of an article, by where they begin (with forms of address) and end, in words."""

    words: Words
    by_lead: dict[int, PersonName]
    by_end: dict[int, PersonName]

    def follower(self, role: Role) -> PersonName | None:
        """The name right after a title: "President Macron", "[spokesman] Peskov"."""
        k = role.end
        is_marked = k < len(self.words) and self.words.forms[k] in '("“]' and not role.is_plural
        name = self.by_lead.get(k) or (self.by_lead.get(k + 1) if is_marked else None)
        return name if name and self.words.lines[name.start] == self.words.lines[role.head] else None

    def listed(self, role: Role, first: PersonName) -> list[PersonName]:
        """The names after a title: one, or all of a list where it is plural."""
        names = [first]
        while role.is_plural and (following := self._next(names[-1].end)):
            names.append(following)
        return names

    def neighbour(self, role: Role) -> PersonName | None:
        """The person in apposition to a role, or of whom it is said."""
        if role.is_plural or role.determiner in {"each", "every", "any", "no"}:
            return None
        return self._ahead(role) or self._behind(role)

    def _next(self, end: int) -> PersonName | None:
        k = end
        while k < len(self.words) and self.words.lower[k] in {",", "and", "&"}:
            k += 1
        return self.by_lead.get(k) if k > end else None

    def _ahead(self, role: Role) -> PersonName | None:
        """The name in "X, the minister", "X (minister)", "X, who is minister", "X is the minister"."""
        words, k = self.words, role.start - 1
        while k > 1 and role.owner is not None and words.pos[k] in {"DET", "ADJ"}:
            k -= 1  # "X, a former ferryman's son"
        if k < 1 or words.lines[k] != words.lines[role.head]:
            return None
        if words.lower[k] in _COPULAS or (words.lower[k] == "as" and words.lemmas[k - 1] == "serve"):
            return self.by_end.get(self._subject(k) + 1)
        return self.by_end.get(k) if words.forms[k] in _MARKS and self._may_end(role.end) else None

    def _subject(self, verb: int) -> int:
        """The last word of what a copula says something of, relative pronouns skipped."""
        words, k = self.words, verb - 1
        while k > 0 and words.pos[k] in {"ADV", "VERB", "AUX"}:
            k -= 1
        if words.lower[k] in {"who", "he", "she"} and words.lower[k - 1] in {",", "when", "while"}:
            k -= 2
        return k

    def _behind(self, role: Role) -> PersonName | None:
        """The name in "the foreign minister, X, said"."""
        words, k = self.words, role.end
        if k + 3 < len(words) and words.forms[k] == "(" and words.forms[k + 2] == ")":
            k += 3  # an acronym in brackets
        if k >= len(words) or words.forms[k] not in _MARKS or role.determiner in {"a", "an"}:
            return None
        is_told = k + 1 < len(words) and words.lower[k + 1] == "the"  # "the spokesman, the Rev. X"
        name = self.by_lead.get(k + 2 if is_told else k + 1)
        if not name or not self._may_end(name.end) or self._is_in_list(role, name):
            return None
        return None if self._does_more(role, name) else name

    def _does_more(self, role: Role, name: PersonName) -> bool:
        """Whether the comma only ends what stands in front: "as aide to the minister, X served"."""
        words = self.words
        is_closed = name.end < len(words) and words.pos[name.end] == "PUNCT"
        return not is_closed and words.deps[name.start] == "nsubj" and words.deps[role.head] == "nmod"

    def _may_end(self, end: int) -> bool:
        """Whether an apposition may end here."""
        words = self.words
        return end >= len(words) or words.pos[end] in _ENDING or words.lower[end] in _ENDERS

    def _is_in_list(self, role: Role, name: PersonName) -> bool:
        """Whether the comma is that of a list: "the president, Lavrov and others"."""
        words, end = self.words, name.end
        goes_on = end < len(words) and words.lower[end] in {"and", "&"}
        return goes_on and words.deps[role.head] != "appos" and words.deps[name.start] == "conj"
