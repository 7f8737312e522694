"""What a page's places say of its article: all kept with their place, contradictions shown, days decided by most."""

from __future__ import annotations

import pytest

from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Page, SplitPage
from tawatur.split import conflicts, split_json, split_page

LEXICONS = load_lexicons()
_LINKED = (
    '<script type="application/ld+json">'
    '{{"@type":"NewsArticle","datePublished":"{}","author":{{"name":"سلمى"}}}}</script>'
)
_META = '<meta property="article:published_time" content="{}">'
_BODY = (
    "<h1>فتح الطريق الساحلي بعد العاصفة</h1><p class='date'>{}</p>"
    "<p>فتحت السلطات المحلية الطريق الساحلي أمام السيارات بعد العاصفة التي أغلقته يومين كاملين.</p>"
    "<p>وقال مدير الأشغال إن العمال أزالوا الحجارة والرمال من الطريق في ساعات الليل.</p>"
)


def _split(linked: str, meta: str, line: str, address: str = "https://x.example/a") -> SplitPage:
    head = _LINKED.format(linked) + _META.format(meta) + f'<link rel="canonical" href="{address}">'
    markup = f"<html lang=ar><head>{head}</head><body>{_BODY.format(line)}</body></html>"
    return split_page(Page("x", markup, media="html"), LEXICONS)


@pytest.mark.parametrize(
    ("linked", "meta", "line", "address", "day"),
    [
        ("2020-02-03", "2020-02-03", "3 فبراير 2020", "https://x.example/a", "2020-02-03"),
        ("2024-11-30", "2020-02-03", "3 فبراير 2020", "https://x.example/a", "2020-02-03"),
        ("2020-02-03", "2024-11-30", "3 فبراير 2020", "https://x.example/a", "2020-02-03"),
        ("2024-11-30", "2020-02-03", "", "https://x.example/2020/02/03/a", "2020-02-03"),
        ("2020-02-03", "2024-11-30", "", "https://x.example/a", "2020-02-03"),
    ],
)
def test_the_day_that_most_places_give(linked: str, meta: str, line: str, address: str, day: str) -> None:
    split = _split(linked, meta, line, address)
    assert split.articles[0].published is not None
    assert str(split.articles[0].published.day) == day
    assert ("published" in conflicts(split.claims)) == (linked != meta)


def test_every_claim_names_its_place() -> None:
    split = _split("2020-02-03T08:00:00Z", "2020-02-03", "3 فبراير 2020")
    told = {(claim.field, claim.source) for claim in split.claims}
    assert {
        ("published", "JSON-LD datePublished"),
        ("published", "meta article:published_time"),
        ("byline", "JSON-LD author"),
        ("language", "html lang"),
        ("url", "canonical address"),
        ("headline", "line 1"),
        ("published", "line 2"),
    } <= told
    got = split_json(split)
    assert got["conflicts"] == {}
    assert {"field": "language", "value": "ar", "source": "html lang"} in got["metadata"]


def test_damaged_metadata_claims_nothing() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":[[]],"author":{"name":7}}</script>'
    split = split_page(Page("x", f"<head>{head}<meta content></head>" + _BODY.format(""), media="html"), LEXICONS)
    assert {claim.source for claim in split.claims} <= {"line 1", "title"}
