"""What went wrong, as a page that says what to do."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dragoman import errors

__all__ = ["Forbidden", "NotFound", "install"]

log = logging.getLogger(__name__)

_MISSING = (errors.UnknownActor, errors.UnknownArticle, errors.UnknownRecord, errors.UnknownStory)
_BROKEN = (errors.StoreUnavailable, errors.BadSettings, errors.BadActors, errors.ModelUnavailable)


class NotFound(Exception):
    """There is nothing of this address."""


class Forbidden(Exception):
    """A request that may not do what it wants; the message says why."""


def install(pages: FastAPI) -> None:
    """Tell every error of the pages as a page."""
    from dragoman.web.templates import page

    def missing(request: Request, _: Exception) -> Response:
        advice = "The record may have changed since the address was made. Search for it."
        return page(request, "error.html", status=404, heading="There is nothing here.", advice=advice)

    def forbidden(request: Request, error: Exception) -> Response:
        return page(request, "error.html", status=403, heading="This may not be done.", advice=str(error))

    def mistaken(request: Request, error: Exception) -> Response:
        if isinstance(error, _BROKEN):
            log.error("%s", type(error).__name__, exc_info=error)
            return failed(request, error)
        status = 404 if isinstance(error, _MISSING) else 400
        return page(
            request,
            "error.html",
            status=status,
            heading="That was not understood.",
            advice=_sentence(str(error)),
        )

    def invalid(request: Request, error: Exception) -> Response:
        told = error.errors() if isinstance(error, RequestValidationError) else []
        wrong = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in told)
        return page(request, "error.html", status=422, heading="That was not understood.", advice=wrong)

    def of_http(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if status == 404:
            return missing(request, error)
        return page(request, "error.html", status=status, heading="That was not understood.",
                    advice="The address does not take this.")  # fmt: skip

    def failed(request: Request, _: Exception) -> Response:
        return page(request, "error.html", status=500, heading="The server failed.",
                    advice="Its log tells more. The record is as it was.")  # fmt: skip

    for kind, handler in (
        (NotFound, missing),
        (Forbidden, forbidden),
        (errors.DragomanError, mistaken),
        (RequestValidationError, invalid),
        (HTTPException, of_http),
        (Exception, failed),
    ):
        pages.add_exception_handler(kind, handler)


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line[:1].upper() + line[1:] + ("" if line.endswith((".", "?", "!")) else ".")
