"""The templates: every word of a report is escaped, and what could steer a reader's eye is made visible."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from dragoman.telling import dates
from dragoman.web import sessions

__all__ = ["link", "page", "picture", "visible"]

_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]")
_SHOWN = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((0x202D, 0x202E), 0xFFFD),
}


def visible(value: object) -> object:
    """A value as it is put into a page: control characters and overrides of direction as signs for them.

    Each is one character, so that places in a text stay what they are. Nothing stands for None.
    """
    if value is None:
        return ""
    return value.translate(_SHOWN) if isinstance(value, str) and _STEERING.search(value) else value


def link(address: str | None) -> str | None:
    """An address that a page may lead to: one of the web, or None."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.netloc else None


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=visible,
        auto_reload=False,
    )
    made.filters |= {"day": dates.words, "link": link, "segment": lambda text: quote(text, safe="")}
    return made


def page(request: Request, name: str, /, *, status: int = 200, **values: object) -> Response:
    """A page of a template.

    Args:
        request: what it answers.
        name: the template's.
        status: that of the answer.
        **values: what the template shows.
    """
    may_write = sessions.may_write(request)
    session, token = request.app.state.sessions.begin(request)
    shown = _environment().get_template(name)
    html = shown.render(
        path=request.url.path,
        may_write=may_write,
        token=token if may_write else "",
        base="",
        alone=False,
        **values,
    )
    response = HTMLResponse(html, status_code=status)
    if may_write and sessions.COOKIE not in request.cookies:
        sessions.keep(response, session)
    return response


def picture(request: Request, name: str, file: str, /, **values: object) -> Response:
    """A picture as a file of its own, whose links lead back to this server.

    Args:
        request: what it answers.
        name: the template's.
        file: what to save it as.
        **values: what the template shows.
    """
    base = str(request.base_url).rstrip("/")
    svg = _environment().get_template(name).render(base=base, alone=True, **values)
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    return Response(svg, media_type="image/svg+xml", headers=headers)
