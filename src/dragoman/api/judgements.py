"""Judgements: what people have corrected, and new corrections."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Path, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from dragoman.api.asked import LONGEST
from dragoman.api.desk import TheDesk, TheWriter
from dragoman.api.parts import JudgementList, JudgementPart
from dragoman.api.problems import Refused, responses
from dragoman.store import Store
from dragoman.types import Judgement
from dragoman.upkeep import judging
from dragoman.upkeep.judging import Author, Standing

router = APIRouter(tags=["judgements"])

Words = Annotated[str, Field(min_length=1, max_length=LONGEST)]
Who = Annotated[Words, Field(description="Who judges.", examples=["anna"])]
Why = Annotated[str | None, Field(max_length=LONGEST, description="The reason, for those who come later.")]
Target = Annotated[Words, Field(description="The id of a record or a claim, or RECORD@ARTICLE for a report.")]


class _Judged(BaseModel):
    """What every judgement has."""

    model_config = ConfigDict(extra="forbid")

    record: Target
    who: Who
    why: Why = None


class Pair(_Judged):
    """Two records or reports tell the same, or do not."""

    kind: Literal["same", "different"]
    other: Target


class Verdict(_Judged):
    """A record or a report is right, or wrong."""

    kind: Literal["right", "wrong"]


class Value(_Judged):
    """What a field of a record is."""

    kind: Literal["value"]
    field: Words
    value: str = Field(max_length=LONGEST, description="Several have commas between them; empty for none.")


New = Annotated[
    Annotated[Pair | Verdict | Value, Field(discriminator="kind")],
    Body(
        openapi_examples={
            "a value": {
                "value": {
                    "kind": "value",
                    "record": "meeting-ab12cd34ef56",
                    "field": "place",
                    "value": "Lyon",
                    "who": "anna",
                }
            },
            "two that are the same": {
                "value": {
                    "kind": "same",
                    "record": "meeting-ab12cd34ef56",
                    "other": "meeting-0123456789ab",
                    "who": "anna",
                    "why": "the communiqué",
                }
            },
        }
    ),
]

_WRITES = ("unauthorized", "read-only", "store-changed", "store-unavailable", "invalid")


@router.get("/judgements", response_model=JudgementList, responses=responses("store-unavailable"))
def list_judgements(request: Request, desk: TheDesk) -> Response:
    """All judgements in order, withdrawals among them."""
    return desk.answers.give(request, desk.store, lambda: _listed(desk.store))


@router.post(
    "/judgements",
    status_code=201,
    response_model=JudgementPart,
    responses=responses(
        *_WRITES,
        "bad-request",
        "unknown-record",
        "unknown-article",
        "unknown-actor",
        "bad-judgement",
        "too-large",
    ),
)
def post_judgement(request: Request, desk: TheWriter, judged: New) -> Response:
    """Correct the record: it holds from now on, also when the words are read again."""
    made = _judge(judged, desk.store)
    headers = {"Location": f"{request.url.path}/{made.number}"}
    return JSONResponse(_part(_standing(made, desk.store)).model_dump(), 201, headers=headers)


@router.delete(
    "/judgements/{number}",
    response_model=JudgementPart,
    responses=responses(*_WRITES, "unknown-judgement", "bad-judgement"),
)
def delete_judgement(
    desk: TheWriter,
    number: Annotated[int, Path(ge=1, le=2**31 - 1)],
    who: Annotated[str, Query(min_length=1, max_length=LONGEST, description="Who withdraws it.")],
    why: Annotated[str | None, Query(max_length=LONGEST)] = None,
) -> Response:
    """Take a judgement back: the record is as if it had never been made, and the list keeps both."""
    if number not in {one.judgement.number for one in judging.listed(desk.store)}:
        raise Refused("unknown-judgement")
    made = judging.withdraw(number, Author(who, why), store=desk.store)
    return JSONResponse(_part(_standing(made, desk.store)).model_dump())


def _judge(judged: Pair | Verdict | Value, store: Store) -> Judgement:
    author = Author(judged.who, judged.why)
    if isinstance(judged, Pair):
        call = judging.same if judged.kind == "same" else judging.different
        return call(judged.record, judged.other, author, store=store)
    if isinstance(judged, Value):
        return judging.value(judged.record, judged.field, judged.value, author, store=store)
    verdict = judging.right if judged.kind == "right" else judging.wrong
    return verdict(judged.record, author, store=store)


def _standing(made: Judgement, store: Store) -> Standing:
    return next(one for one in judging.listed(store) if one.judgement.number == made.number)


def _listed(store: Store) -> JudgementList:
    return JudgementList(judgements=tuple(map(_part, judging.listed(store))))


def _part(standing: Standing) -> JudgementPart:
    """A judgement as `dragoman judge list --json` prints it."""
    values = asdict(standing.judgement)
    return JudgementPart(**values, withdrawn_by=standing.withdrawn_by, rests=standing.rests)
