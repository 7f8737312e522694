"""The help page: in both languages side by side, with the words of the pages, and steps that lead where they say."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tawatur.store import open_store
from tawatur.views import StoreSource
from tawatur.web import create_app
from tawatur.web.guide import guide
from tawatur.web.wordings import say


@pytest.fixture(scope="module")
def client(demo_db: Path) -> Iterator[TestClient]:
    with open_store(demo_db) as store:
        yield TestClient(create_app(StoreSource(store)))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_word_of_it_is_shown_in_both_languages_the_arabic_first(client: TestClient, lang: str) -> None:
    page = html.unescape(client.get("/help", params={"lang": lang}).text)
    found = guide()
    told = [s.told for s in found.steps] + [s.meaning for s in found.signs]
    told += [t.meaning for section in found.sections for t in section.terms]
    for both in told:
        assert -1 < page.find(both.arabic) < page.find(both.english)
        assert not re.search("[{}]", both.arabic + both.english)
    assert "<script" not in page


@pytest.mark.parametrize(
    "word", ["↩", "≈", "≥", "شريط متقطع الحافة", "مثلث على الجانب", "أعمدة صغيرة", "سلسلة مجهولة", "اليقين",
             "رواية الصحيفة نفسها"],
)  # fmt: skip
def test_signs_that_readers_ask_about_are_explained(word: str) -> None:
    assert [s for s in guide().signs if word in s.sign + s.name.arabic]


def test_it_stands_in_the_menu_of_every_page(client: TestClient) -> None:
    for path in ("/", "/search", "/outlets", "/nowhere"):
        assert f'<a href="/help">{say("help", "ar")}</a>' in client.get(path).text
    assert 'href="/help" aria-current="page"' in client.get("/help").text


def test_the_steps_lead_to_denials_with_their_chains(client: TestClient) -> None:
    addresses = re.findall(r'<a href="(/search[^"]*)">', client.get("/help").text)
    assert len(addresses) == len(guide().steps) == 3
    for address in addresses:
        assert client.get(html.unescape(address)).status_code == 200
    last = client.get(html.unescape(addresses[-1])).text
    assert say("filter_origin", "ar") in last
    assert 'class="chain"' in last
    assert "↩" in last
