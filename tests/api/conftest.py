"""A client of the HTTP API over the demonstration's store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tawatur.store import open_store
from tawatur.views import StoreSource
from tawatur.web import create_app
from tawatur.web.api import create_api


@pytest.fixture(scope="module")
def source(demo_db: Path) -> Iterator[StoreSource]:
    with open_store(demo_db) as store:
        yield StoreSource(store)


@pytest.fixture(scope="module")
def app(source: StoreSource) -> FastAPI:
    return create_app(source, create_api(source))


@pytest.fixture(scope="module")
def client(app: FastAPI) -> TestClient:
    return TestClient(app)
