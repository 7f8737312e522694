"""Reading: every encoding gives the same page, and what is no page is set aside with its reason."""

from __future__ import annotations

import gzip
import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Page, SetAside
from tawatur.read import read_bytes, read_inputs, read_record

TEXT = (
    "بلدية المرسى تفتتح مكتبة على الشاطئ\n\n"
    "افتتحت بلدية المرسى، السبت، مكتبة صغيرة على الشاطئ في إطار خطة لتشجيع القراءة خلال الصيف.\n"
    "وقالت رئيسة البلدية إن المكتبة تضم ألفي كتاب، وإنها ستبقى مفتوحة حتى نهاية سبتمبر.\n"
)
HTML = "<html><head>{meta}<title>مكتبة</title></head><body><h1>مكتبة على الشاطئ</h1><p>" + TEXT + "</p></body></html>"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("cp1256", "windows-1256"),
        ("iso8859_6", "iso-8859-6"),
    ],
)
def test_text_in_every_encoding(encoding: str, name: str) -> None:
    page = read_bytes(TEXT.encode(encoding), "x")
    assert isinstance(page, Page)
    assert (page.text, page.encoding, page.media) == (TEXT, name, "text")


@pytest.mark.parametrize(
    "declared", ["", '<meta charset="windows-1256">', '<meta charset="iso-8859-6">', '<meta charset="utf-8">']
)
def test_the_bytes_decide_and_not_a_wrong_declaration(declared: str) -> None:
    markup = HTML.format(meta=declared)
    page = read_bytes(markup.encode("cp1256"), "x")
    assert isinstance(page, Page)
    assert page.text == markup
    assert page.media == "html"


def kind_of(result: Page | SetAside) -> str:
    assert isinstance(result, SetAside), result
    assert result.reason
    return result.kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"  \n\t", "empty"),
        (b"%PDF-1.7 ...", "binary"),
        (os.urandom(4000), "binary"),
        (TEXT.encode()[:-3], "truncated"),
        (TEXT.encode("utf-16")[:-1], "truncated"),
        (b"The quick brown fox jumps over the lazy dog.", "language"),
        ("این خبر را که در تهران منتشر شده است برای شما می‌آوریم و خود را آماده کرد".encode(), "language"),
        (TEXT.encode().decode("latin-1").encode(), "language"),
        ("<html><title>404 Not Found</title><body><h1>الصفحة غير موجودة</h1></body></html>".encode(), "error-page"),
        (
            "<html><title>عذرا، لم يتم العثور على الصفحة</title><body>ابحث في الموقع</body></html>".encode(),
            "error-page",
        ),
        ("403 Forbidden\nالوصول إلى هذه الصفحة ممنوع".encode(), "error-page"),
        (
            b"<html><p>"
            + b"The minister said the harbour would open next week. " * 30
            + "<i>قال الوزير إن الميناء سيفتح أبوابه الأسبوع المقبل أمام السفن</i>".encode(),
            "language",
        ),
        ("ده‌سته‌ی به‌ڕێوه‌بردنی شارەکە ڕایگەیاند کە کتێبخانەیەکی نوێ لە کەناری دەریا دەکرێتەوە".encode(), "language"),
        (
            "د ښار مشر وویل چې نوې کتابتون به په راتلونکې اونۍ کې پرانستل شي او ټول خلک کولی شي ورشي".encode(),
            "language",
        ),
        (
            (
                "<html><ul>"
                + "<li><a href='/1'>بلدية المرسى تفتتح مكتبة صغيرة على الشاطئ في إطار خطة لتشجيع القراءة</a></li>" * 9
            ).encode(),
            "no-article",
        ),
        (
            ('<html><script type="application/ld+json">{"@type": "CollectionPage"}</script><p>' + TEXT).encode(),
            "no-article",
        ),
        ("<html><body><ul><li><a>سياسة</a></li><li><a>رياضة</a></li></ul></body></html>".encode(), "no-article"),
    ],
)
def test_set_aside(data: bytes, kind: str) -> None:
    assert kind_of(read_bytes(data, "x")) == kind


@pytest.mark.parametrize(
    "markup",
    [
        '<html><script type="application/ld+json">[{"@type": "CollectionPage"}, {"@type": "NewsArticle"}]</script><p>',
        "<html><div>We and our partners use cookies to store and read information on your device.</div><p>",
        "<html><nav><a href='/1'>بلدية صفاقس تعلن عن موعد افتتاح الحديقة الجديدة بعد أشهر من العمل</a></nav><p>",
    ],
)
def test_an_article_among_other_things_is_a_page(markup: str) -> None:
    assert isinstance(read_bytes((markup + TEXT).encode(), "x"), Page)


@pytest.mark.parametrize(("old", "new"), [("ي", "ی"), ("ك", "ک"), ("ة", "ه"), ("ف", "ڤ")])
def test_arabic_from_other_keyboards_is_arabic(old: str, new: str) -> None:
    assert isinstance(read_bytes(TEXT.replace(old, new).encode(), "x"), Page)


def test_a_headline_about_an_error_is_no_error_page() -> None:
    text = TEXT.replace("بلدية المرسى تفتتح مكتبة على الشاطئ", "عذرا.. الصفحة غير موجودة: لماذا تختفي المواقع؟") * 3
    assert isinstance(read_bytes(text.encode(), "x"), Page)


def test_noise_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "noise.txt"
    path.write_bytes(os.urandom(1_000_000) * 50)
    tracemalloc.start()
    (result,) = read_inputs([path])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kind_of(result) == "binary"
    assert most < 75_000_000, "held as text too, though its first bytes tell what it is"


def test_a_long_text_over_the_limit_says_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 20_000_001)
    (result,) = read_inputs([path])
    assert kind_of(result) == "size"
    assert isinstance(result, SetAside)
    assert "20,000,000" in result.reason


def test_folders_in_sorted_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/z.txt", "b/a.html", "ignored.pdf"):
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    pages = list(read_inputs([tmp_path]))
    assert [Path(page.path or "").name for page in pages if isinstance(page, Page)] == [
        "a.txt",
        "a.html",
        "z.txt",
        "c.txt",
    ]
    assert len(pages) == 4


def test_missing_and_unknown(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"x")
    kinds = [kind_of(result) for result in read_inputs([tmp_path / "none.txt", tmp_path / "x.docx"])]
    assert kinds == ["missing", "unknown"]


def test_records_and_a_bad_line_between(tmp_path: Path) -> None:
    good = {"id": "a1", "text": TEXT, "title": "مكتبة", "date": "2020-02-29", "outlet": "المرسى اليوم"}
    other = {"id": 7, "text": TEXT, "date": "منذ يومين"}
    lines = [json.dumps(good), "{broken", "", '"x"', '{"id": "e", "text": " "}', json.dumps(other), '{"id": "t"}']
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress(("\n".join(lines)).encode()))
    results = list(read_inputs([path]))
    assert [type(result).__name__ for result in results] == [
        "Page",
        "SetAside",
        "SetAside",
        "SetAside",
        "Page",
        "SetAside",
    ]
    first, bad, *_ = results
    assert isinstance(first, Page)
    assert (first.id, first.media, first.text, str(first.published)) == ("a1", "record", TEXT, "2020-02-29")
    assert isinstance(bad, SetAside)
    assert bad.place.endswith(":2")
    last = results[4]
    assert isinstance(last, Page)
    assert (last.id, last.published) == ("7", None)


def test_a_cut_archive_gives_what_it_holds(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": str(i), "text": TEXT + os.urandom(40).hex()}) for i in range(500))
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-5000])
    results = list(read_inputs([path]))
    assert isinstance(results[0], Page)
    assert kind_of(results[-1]) in {"truncated", "json"}


def test_the_same_page_twice_is_one(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    one, two = read_inputs([tmp_path])
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert one.id == two.id
    assert one.path != two.path


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    assert isinstance(read_bytes(data, "x"), Page | SetAside)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_line_raises(line: str) -> None:
    assert isinstance(read_record(line, "x"), Page | SetAside)
