"""The fields on which the reports of one record disagree.

A report that is only less precise, or says nothing of a field, does not disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from dragoman.record.features import AnyTold, Field
from dragoman.types import Discrepancy


def find(record: str, fields: Sequence[Field], tolds: Sequence[AnyTold]) -> tuple[Discrepancy, ...]:
    """What the reports of a record disagree on.

    Args:
        record: the record's id.
        fields: the fields to look at.
        tolds: the record's claims in their articles, in order.
    """
    found = (_of_field(record, field, tolds) for field in fields)
    return tuple(discrepancy for discrepancy in found if discrepancy)


def _of_field(record: str, field: Field, tolds: Sequence[AnyTold]) -> Discrepancy | None:
    giving = [told for told in tolds if field.value(told)]
    clashing = {
        id(told)
        for one, other in combinations(giving, 2)
        if one.heading.id != other.heading.id and field.clash(one, other)
        for told in (one, other)
    }
    values: defaultdict[str, list[str]] = defaultdict(list)
    for told in giving:
        if id(told) in clashing:
            values[str(field.value(told))].append(told.heading.id)
    if len(values) < 2:
        return None
    return Discrepancy(record, field.name, tuple((v, tuple(dict.fromkeys(a))) for v, a in values.items()))
