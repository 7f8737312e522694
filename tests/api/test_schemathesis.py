"""Schemathesis asks every endpoint what its OpenAPI document allows and forbids, and holds every answer to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, settings

from tawatur.store import open_store
from tawatur.views import StoreSource
from tawatur.web.api import create_api
from tawatur.web.api.application import MOUNT


class Late:
    """A source whose store is opened when the tests run: the document is needed before."""

    held: StoreSource | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.held, name)


LATE = Late()
APP = FastAPI(openapi_url=None)
APP.mount(MOUNT, create_api(cast(StoreSource, LATE)))
SCHEMA = schemathesis.openapi.from_asgi(MOUNT + "/openapi.json", APP)


@pytest.fixture(scope="module", autouse=True)
def _store(demo_db: Path) -> Iterator[None]:
    with open_store(demo_db) as store:
        LATE.held = StoreSource(store)
        yield


@SCHEMA.parametrize()
@settings(max_examples=3, suppress_health_check=list(HealthCheck))
def test_schemathesis_finds_nothing(case: Any) -> None:
    case.call_and_validate()
