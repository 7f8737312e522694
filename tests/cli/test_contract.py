"""The measured commands keep to the contract: formats, order, exit statuses, and data on standard output alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from tawatur.model import Role

Run = Callable[..., Any]

TEXT = (
    "قال وزير النقل الموريتاني فاضل المنذري يوم الثلاثاء إن أكثر من 40 سفينة وصلت إلى نواكشوط.\n"
    "وأضاف: «سنوقع الاتفاق الشهر المقبل». ونفت الشرطة اعتقال 3 متظاهرين في روصو."
)
SPAN = {
    "names": ("span",),
    "statements": ("content",),
    "events": ("trigger",),
    "times": ("span",),
    "figures": ("span",),
}
MAYBE = {"statements": ("cue", "holder"), "events": ("place", "time")}
MANY = {"statements": ("via",), "events": ("actors", "recipients")}
CODES = {
    ("names", "type"): {"PER", "ORG", "GPE", "LOC", "FAC", "OTHER"},
    ("statements", "kind"): {"direct", "indirect", "mixed"},
    ("statements", "stance"): {"assert", "deny", "accuse", "intend", "demand", "evaluate"},
    ("events", "status"): {"actual", "alleged", "denied", "planned", "hypothetical", "negated"},
    ("figures", "comparator"): {"=", ">", "<", "~", ">=", "<="},
}


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


def check_record(record: dict[str, Any], text: str) -> None:
    """Hold one output record against the contract."""

    def is_span(span: Any) -> bool:
        return isinstance(span, list) and len(span) == 2 and 0 <= span[0] < span[1] <= len(text)

    assert isinstance(record["id"], str)
    for layer, keys in SPAN.items():
        for item in record[layer]:
            assert all(is_span(item[key]) for key in keys)
            assert all(item[key] is None or is_span(item[key]) for key in MAYBE.get(layer, ()))
            assert all(is_span(span) for key in MANY.get(layer, ()) for span in item[key])
            assert 0 <= item["p"] <= 1
    for (layer, key), codes in CODES.items():
        assert {item[key] for item in record[layer]} <= codes
    entities = {entity["id"] for entity in record["entities"]}
    assert {name["entity"] for name in record["names"]} <= entities
    assert {s["speaker"] for s in record["statements"]} <= entities | {None}
    assert {by for event in record["events"] for by in event["by"]} <= entities
    for figure in record["figures"]:
        value = figure["value"]
        assert isinstance(value, int | float) or (isinstance(value, list) and len(value) == 2)
        assert figure["unit"] is None or isinstance(figure["unit"], str)


def test_read_keeps_the_contract(run: Run) -> None:
    given = [
        {"id": "a1", "text": TEXT, "date": "2024-03-06", "title": "عنوان", "outlet": "x", "url": "u"},
        {"id": "b", "text": "كلمة"},
        {"id": "c", "text": ""},
        {"id": "د", "text": "\u202b" + TEXT.replace(" ", "\u00a0") + "\u0000\ud800"},
    ]
    data = b"".join(json.dumps(record).encode() + b"\n" for record in given)
    result = run("read", "--jsonl", stdin=data)
    out = [json.loads(line) for line in result.stdout_bytes.splitlines()]
    assert result.exit_code == 0
    assert [record["id"] for record in out] == ["a1", "b", "c", "د"]
    for record, source in zip(out, given, strict=True):
        check_record(record, source["text"])
    assert out[0]["figures"]
    assert out[0]["times"]


BAD = [
    (b"", None, "is empty"),
    (b"nothing", None, "no JSON"),
    (b'{"id": "x", "text": "cut', None, "no JSON"),
    (b"[1, 2]", None, "array"),
    (b"null", None, "null"),
    (b'{"text": "x"}', None, "no id"),
    (b'{"id": 5, "text": "x"}', 5, "number"),
    (b'{"id": null, "text": "x"}', None, "null"),
    (b'{"id": "x"}', "x", "no text"),
    (b'{"id": "x", "text": ["x"]}', "x", "array"),
    ('{"id": "x", "text": "نص'.encode()[:-1] + b'"}', None, "UTF-8"),
    (b'{"id": "x", "text": ' + b"[" * 100_000, None, "no JSON"),
    (b'{"id": ' + b"9" * 6_000 + b', "text": ""}', None, "no JSON"),
]


@pytest.mark.parametrize(("line", "id", "told"), BAD)
def test_a_bad_line_gives_an_error_in_its_place(run: Run, line: bytes, id: object, told: str) -> None:
    good = lines({"id": "g", "text": "نص"})
    result = run("read", "--jsonl", stdin=good + line + b"\n" + good)
    out = [json.loads(row) for row in result.stdout_bytes.splitlines()]
    assert result.exit_code == 0
    assert [record["id"] for record in out] == ["g", id, "g"]
    assert set(out[1]) == {"id", "error"}
    assert told in out[1]["error"]
    assert "line 2" in out[1]["error"]
    assert "line 2" in result.stderr
    assert run("read", "--jsonl", stdin=line + b"\n").exit_code == 1


@pytest.mark.parametrize(
    "date", ["2024-3-6", "20240306", "2024-W10-3", "06/03/2024", "2024-02-30", "٢٠٢٤-٠٣-٠٦", 5, None, ""]
)
def test_a_date_of_another_form_is_unknown(run: Run, date: object) -> None:
    with_date, without = {"id": "a", "text": TEXT, "date": date}, {"id": "a", "text": TEXT}
    first, second = run("read", "--jsonl", stdin=lines(with_date, without)).stdout_bytes.splitlines()
    assert first == second


def test_order_is_kept_in_the_pool(run: Run) -> None:
    data = lines(*({"id": str(n), "text": f"وصل {n} شخصا. " * (1 + n % 7)} for n in range(90)))
    result = run("read", "--jsonl", "--workers", "2", stdin=data)
    alone = run("read", "--jsonl", "--workers", "1", stdin=data)
    assert [json.loads(line)["id"] for line in result.stdout_bytes.splitlines()] == [str(n) for n in range(90)]
    assert result.stdout_bytes == alone.stdout_bytes


def test_a_stage_that_fails_costs_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import tawatur.pipeline

    read = tawatur.pipeline.read_article

    def fails(article: Any, lexicons: Any) -> Any:
        if article.id == "bad":
            raise RecursionError("too deep")
        return read(article, lexicons)

    monkeypatch.setattr(tawatur.pipeline, "read_article", fails)
    data = lines({"id": "a", "text": "نص"}, {"id": "bad", "text": "نص"})
    result = run("read", "--jsonl", stdin=data)
    assert json.loads(result.stdout_bytes.splitlines()[1]) == {
        "id": "bad", "error": "line 2 could not be read: RecursionError: too deep",
    }  # fmt: skip
    assert result.exit_code == 0


def test_no_input_is_handled_input(run: Run) -> None:
    assert run("read", "--jsonl", stdin=b"").exit_code == 0
    result = run("stories", "--jsonl", stdin=b"")
    assert result.exit_code == 0
    assert json.loads(result.stdout_bytes) == {"clusters": [], "reprints": []}


@pytest.mark.parametrize("arguments", [("read",), ("nothing",), ("read", "--what"), ("split",), ("forget", "x", "y")])
def test_wrong_usage_is_status_two(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout_bytes == b""


def test_stories_hold_every_id_once(run: Run) -> None:
    data = lines(
        {"id": "a", "text": TEXT, "title": "وزير النقل في نواكشوط"},
        {"id": "b", "text": TEXT, "title": "وزير النقل في نواكشوط"},
        {"id": "c", "text": "أمطار غزيرة في الجنوب تغلق الطرق وتقطع الكهرباء عن القرى."},
        {"id": "a", "text": "مكرر"},
        {"id": "d"},
    ) + b"nothing\n"  # fmt: skip
    result = run("stories", "--jsonl", stdin=data)
    out = json.loads(result.stdout_bytes)
    assert result.exit_code == 0
    ids = [id for cluster in out["clusters"] for id in cluster["ids"]]
    assert sorted(ids) == ["a", "b", "c", "d"]
    assert ["a", "b"] in [sorted(group) for group in out["reprints"]]
    assert "repeats the id" in result.stderr
    assert run("stories", "--jsonl", stdin=b"nothing\n").exit_code == 1


def test_split_keeps_the_contract(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"وزير النقل في نواكشوط\n\n6 مارس 2024\n{TEXT}\nمقالات ذات صلة\nخبر آخر\n", encoding="utf-8")
    result = run("split", "--json", str(page))
    out = json.loads(result.stdout_bytes)
    assert result.exit_code == 0
    assert {line["role"] for line in out["lines"]} <= set(get_args(Role))
    assert [line["line"] for line in out["lines"]] == sorted({line["line"] for line in out["lines"]})
    for line in out["lines"]:
        assert line["article"] is None or 0 <= line["article"] < len(out["articles"])
        assert (line["article"] is None) or line["role"] not in {"furniture", "section", "teaser"}
    for article in out["articles"]:
        published = article["published"]
        assert published is None or isinstance(published, str) or len(published) == 2
        assert isinstance(article["evidence"], list)
    same = run("split", "--json", "-", stdin=page.read_bytes())
    assert json.loads(same.stdout_bytes)["lines"] == out["lines"]


@pytest.mark.parametrize("data", [b"", bytes(range(256)) * 8])
def test_split_tells_what_it_cannot_read(run: Run, data: bytes) -> None:
    result = run("split", "--json", "-", stdin=data)
    assert result.exit_code == 1
    assert result.stdout_bytes == b""
    assert result.stderr


def test_split_of_a_missing_file(run: Run) -> None:
    result = run("split", "--json", "/no/such/page.txt")
    assert result.exit_code == 1
    assert "/no/such/page.txt" in result.stderr


def test_a_broken_pipe_ends_quietly() -> None:
    data = lines(*({"id": str(n), "text": TEXT} for n in range(300)))
    command = [sys.executable, "-m", "tawatur.cli", "read", "--jsonl", "--workers", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(data[: len(data) // 2])
        running.stdin.flush()
        assert running.stdout.readline()
        running.stdout.close()
        try:
            running.stdin.write(data[len(data) // 2 :])
            running.stdin.close()
        except BrokenPipeError:
            pass
        assert running.stderr.read() == b""
        assert running.wait(60) == 0
