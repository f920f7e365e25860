"""Whom of the registry a single name most likely means: "President Trump", "Mr. Kim"."""

from __future__ import annotations

from dragoman.actors import names
from dragoman.actors.names import Full
from dragoman.actors.registry import Known
from dragoman.actors.role import Role
from dragoman.actors.scene import Draft, Scene

__all__ = ["best", "in_office", "is_fitting", "of_title"]

LEAST = 3
"""Points that make a name known: a title is enough, or the time with a state or a name of its own."""
_YEARS_REMEMBERED = 8
_GREAT = "igo:g20"
_OPEN = "9999"
"""The end of an office that has none."""


def best(scene: Scene, full: Full, role: Role | None, *, least: int = LEAST) -> Known | None:
    """The likeliest person, None where nobody stands out.

    Args:
        scene: the article, with its date and the states that it names.
        full: the name, of one part.
        role: the title right before it.
        least: the points that are enough.
    """
    scored: list[tuple[int, bool, Known]] = []
    for person in scene.registry.parts.get(full.parts[-1] if full.parts else "", ()):
        fit = max(names.short_fit(full, f) or 3 * (f.parts == full.parts) for f in person.fulls)
        if fit >= 3 or (fit and role and person.has_rank(role.rank)):
            scored.append((_points(scene, person, role), _is_first(scene, person), person))
    scored.sort(key=lambda s: s[:2], reverse=True)
    if not scored or (len(scored) > 1 and scored[1][:2] == scored[0][:2]):
        return None
    points, _, person = scored[0]
    if len(scored) == 1 and _is_prominent(scene, person):
        points += 1  # nobody else has the name
    return person if points >= least else None


def is_fitting(scene: Scene, person: Known) -> bool:
    """Whether an article may well be about a person: in office at the time, or the state is named."""
    return person.is_serving(scene.day) or not person.tenures or scene.weights[person.country or ""] > 0


def of_title(scene: Scene, full: Full, role: Role, drafts: list[Draft]) -> Draft | None:
    """The one of several whose office the title before the name is, the registry's where none of them."""
    titled = [d for d in drafts if d.known and d.known.has_rank(role.rank)]
    if titled:
        return titled[0] if len(titled) == 1 else None
    known = best(scene, full, role) if drafts else None
    is_it = known and any(t.rank == role.rank and t.covers(scene.day) for t in known.tenures)
    return scene.person(known) if known and is_it else None


def in_office(scene: Scene, full: Full, role: Role | None, other: Draft) -> Draft | None:
    """Who of that name holds office at the time, where the one whom the article names no longer does."""
    if not scene.day or not other.known or other.known.is_serving(scene.day):
        return None
    known = best(scene, full, role)
    return scene.person(known) if known and known.is_serving(scene.day) else None


def _points(scene: Scene, person: Known, role: Role | None) -> int:
    """Points for the title that stands before the name, an office at the time, a state that is named."""
    points = 2 if person.country and scene.weights[person.country] else 0
    if role and person.has_rank(role.rank):
        points += 3
    elif role and not role.kind.is_head:
        points -= 1
    if role and role.of and person.tenures and not any(t.of in role.of for t in person.tenures):
        points -= 4
    first = min((int(t.since[:4]) for t in person.tenures), default=0)
    if scene.day and first > int(scene.day[:4]) + 1:
        points -= 2  # nobody yet, and no candidate
    if _serves(scene, person):
        return points + 2
    return points + any(scene.day and t.until <= scene.day < _later(t.until) for t in person.tenures)


def _serves(scene: Scene, person: Known) -> bool:
    """Whether the person is in office at the article's date; in one without a date, whether he still is."""
    if scene.day:
        return person.is_serving(scene.day)
    return any(t.until >= _OPEN for t in person.tenures)


def _is_first(scene: Scene, person: Known) -> bool:
    """Whether the person has the office at the time that leads his state: the one meant of two of a name."""
    return any(
        t.covers(scene.day) and t.rank in {"leader", "supreme_leader", scene.registry.entries[t.of].led_by}
        for t in person.tenures
    )


def _is_prominent(scene: Scene, person: Known) -> bool:
    """Whether the family name alone may tell the person: one who leads a state or organisation at the time.

    Of ministers those of the G20 only: the others share their names with too many whom nobody lists.
    """
    great = scene.registry.entries[_GREAT].members
    return _serves(scene, person) and any(
        t.covers(scene.day) and (t.cls == "leader" or t.of.startswith("igo:") or person.country in great)
        for t in person.tenures
    )


def _later(day: str) -> str:
    return f"{int(day[:4]) + _YEARS_REMEMBERED:04}{day[4:]}"
