"""What OpenAPI says is so: requests that are made from the description, fitting and unfitting ones."""

from __future__ import annotations

from tempfile import TemporaryDirectory

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from asking import BEARER, TOKEN, fill
from dragoman import api, pipeline
from dragoman.api import adding
from dragoman.types import Outcome

CHECKS = (
    not_a_server_error,
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
EXAMPLES = 8
"""So many requests are made of each route."""


folder = TemporaryDirectory()  # removed when the tests end
app = api.application(f"{folder.name}/record.sqlite", token=TOKEN, hosts=["testserver"])
schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
schema.config.generation.update(allow_x00=False)


@pytest.fixture(scope="module", autouse=True)
def filled() -> None:
    """A small record to be asked for."""
    fill(app.state.store)


@pytest.fixture(autouse=True)
def read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles that are sent are not read: what is tested is how they are taken."""
    outcome = Outcome("sent/x", "0" * 64, ("0123456789abcdef",))
    monkeypatch.setattr(pipeline, "receive", lambda *_, **__: outcome)
    monkeypatch.setattr(adding, "_read_link", lambda *_: outcome)


@schema.parametrize()
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
def test_every_route_keeps_to_its_description(case: schemathesis.Case) -> None:
    answer = case.call(headers=BEARER)
    case.validate_response(answer, checks=CHECKS, headers=BEARER)
