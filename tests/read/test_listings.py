"""Feeds, sitemaps and OPML: what they name, in any encoding, damaged or hostile."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Page, SetAside
from tawatur.read import Listing, NoListing, read_inputs, read_listing
from tawatur.read.decode import Decoded, Undecodable, decode

ARTICLE = "<p>قالت مديرة المتحف البحري في صفاقس إن القاعة الجديدة تفتح أبوابها يوم الأحد أمام الزوار.</p>" * 5
RSS = """<?xml version="1.0" encoding="{charset}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>المرسى اليوم</title>
<link>https://almarsa.example/</link>
<item><title>المتحف البحري يفتح قاعة جديدة</title><link>/news/1</link>
<pubDate>Sun, 05 Mar 2023 00:30:00 +0300</pubDate><description>ملخص قصير للخبر</description>
<content:encoded><![CDATA[{article}]]></content:encoded></item>
<item><title>خبر ثان</title><link>https://almarsa.example/news/2</link>
<description>ملخص قصير للخبر الثاني</description></item>
<item><title>مكرر</title><link>https://almarsa.example/news/2</link></item>
<item><title>لا عنوان</title><link>javascript:alert(1)</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>المرسى</title>
<entry><title>خبر</title><link href="https://almarsa.example/a"/>
<updated>2023-03-05T01:00:00+03:00</updated></entry></feed>"""
NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://almarsa.example/n1</loc><image:image><image:loc>https://almarsa.example/p.jpg</image:loc>
<image:title>صورة</image:title></image:image>
<news:news><news:publication_date>2023-03-05</news:publication_date><news:title>عنوان</news:title></news:news></url>
<url><loc>https://almarsa.example/n2</loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://almarsa.example/s1.xml</loc></sitemap></sitemapindex>"""
OPML = """<opml version="2.0"><body><outline text="تونس"><outline text="المرسى" type="rss"
 xmlUrl="https://almarsa.example/rss"/></outline></body></opml>"""


def listed(data: bytes, address: str | None = None) -> Listing:
    found = read_listing(data, address)
    assert isinstance(found, Listing), found
    return found


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-6", "nonsense"])
def test_a_feed_in_any_encoding_whatever_it_declares(charset: str, declared: str) -> None:
    data = RSS.format(charset=declared, article=ARTICLE).encode(charset)
    found = listed(data, "https://almarsa.example/rss")
    assert (found.kind, found.title, found.damage) == ("feed", "المرسى اليوم", None)
    assert [entry.url for entry in found.entries] == [
        "https://almarsa.example/news/1",
        "https://almarsa.example/news/2",
    ]
    assert found.entries[0].title == "المتحف البحري يفتح قاعة جديدة"


def test_atom_sitemap_index_and_opml() -> None:
    assert [(e.url, e.published) for e in listed(ATOM.encode()).entries] == [
        ("https://almarsa.example/a", "2023-03-05T01:00:00+03:00")
    ]
    news = listed(NEWS.encode())
    assert [(e.url, e.title, e.published) for e in news.entries] == [
        ("https://almarsa.example/n1", "عنوان", "2023-03-05"),
        ("https://almarsa.example/n2", None, None),
    ]
    assert listed(INDEX.encode()).kind == "index"
    assert [(e.url, e.title) for e in listed(OPML.encode()).entries] == [("https://almarsa.example/rss", "المرسى")]


def test_a_feed_file_gives_the_articles_it_carries(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(RSS.format(charset="utf-8", article=ARTICLE), encoding="utf-8")
    page, summary = read_inputs([path])
    assert isinstance(page, Page)
    # The day as the feed's own time zone writes it, not the day before in UTC.
    assert (page.title, str(page.published), page.outlet) == (
        "المتحف البحري يفتح قاعة جديدة",
        "2023-03-05",
        "المرسى اليوم",
    )
    assert page.text.startswith("قالت مديرة المتحف")
    assert "<" not in page.text
    assert page.provenance is not None
    assert page.provenance.listed_published == "Sun, 05 Mar 2023 00:30:00 +0300"
    assert isinstance(summary, SetAside)
    assert summary.kind == "summary"


def test_a_sitemap_file_names_and_fetches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sitemap.xml.gz"
    path.write_bytes(gzip.compress(NEWS.encode()))
    (found,) = read_inputs([path])
    assert isinstance(found, SetAside)
    assert found.kind == "link"
    assert "2 addresses" in found.reason


def test_other_xml_is_passed_over_in_a_folder_and_told_when_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.xml"
    path.write_text("<settings/>")
    assert list(read_inputs([tmp_path])) == []
    (found,) = read_inputs([path])
    assert isinstance(found, SetAside)
    assert found.kind == "feed"


def test_of_a_damaged_sitemap_what_comes_before_is_read() -> None:
    found = listed(NEWS.encode()[: NEWS.encode().index(b"n2")])
    assert [entry.url for entry in found.entries] == ["https://almarsa.example/n1"]
    assert "damaged" in (found.damage or "")


@pytest.mark.parametrize("root", ["rss", "urlset", "opml"])
def test_entities_are_refused(root: str) -> None:
    bomb = f'<!DOCTYPE {root} [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><{root}>&b;</{root}>'
    assert isinstance(read_listing(bomb.encode()), NoListing)
    assert isinstance(read_listing(bomb.encode("utf-16")), NoListing)


@settings(max_examples=40)
@given(
    st.sampled_from([RSS.format(charset="utf-8", article="<p>x</p>"), ATOM, NEWS, INDEX, OPML]),
    st.lists(st.tuples(st.integers(0, 2000), st.binary(max_size=5)), max_size=5),
    st.integers(0, 2000),
)
def test_no_damage_raises(text: str, changes: list[tuple[int, bytes]], cut: int) -> None:
    data = bytearray(text.encode())
    for at, new in changes:
        data[at % len(data) : at % len(data) + len(new)] = new
    assert isinstance(read_listing(bytes(data[: len(data) - cut % len(data)])), Listing | NoListing)


@settings(max_examples=30)
@given(st.binary(max_size=300), st.sampled_from([b"", b"<rss>", b"<?xml version='1.0' encoding='utf-7'?><urlset>"]))
def test_no_bytes_raise(data: bytes, before: bytes) -> None:
    assert isinstance(read_listing(before + data), Listing | NoListing)


TEXT = (
    "أعلنت بلدية صفاقس أن القاعة الجديدة في المتحف البحري ستفتح أبوابها يوم الأحد، وقال مديرها إن الدخول مجاني. " * 20
)


@pytest.mark.parametrize("charset", ["utf-8", "cp1256", "iso8859_6"])
@pytest.mark.parametrize(
    "told", [None, "utf-8", "windows-1256", "ISO-8859-6", "iso-8859-1", "hex", "x" * 300, "utf-16"]
)
def test_the_bytes_decide_whatever_the_server_says(charset: str, told: str | None) -> None:
    found = decode(TEXT.replace("،", ",").encode(charset), told)
    assert isinstance(found, Decoded)
    assert found.text == TEXT.replace("،", ",")


def test_a_few_damaged_places_do_not_cost_the_page() -> None:
    data = TEXT.encode()
    broken = data[:600] + b"\xd8" + data[600:]
    found = decode(broken)
    assert isinstance(found, Decoded)
    assert found.text.count("\ufffd") == 1
    assert "1 damaged place" in found.reason
    legacy = decode(TEXT.replace("،", ",").encode("cp1256") + "صفاقس".encode())
    assert isinstance(legacy, Decoded)
    assert legacy.encoding == "windows-1256"


def test_utf_16_without_a_mark_where_the_server_says_so() -> None:
    found = decode(TEXT.encode("utf-16-le"), "utf-16le")
    assert isinstance(found, Decoded)
    assert found.text == TEXT


@settings(max_examples=30)
@given(st.binary(max_size=300), st.text(max_size=12))
def test_no_declaration_raises(data: bytes, told: str) -> None:
    assert isinstance(decode(data, told), Decoded | Undecodable)
