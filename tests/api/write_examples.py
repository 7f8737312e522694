"""Write the API's examples, and the part of docs/api.md that shows them, from a store of the demo pages.

Run as `python -m tests.api.write_examples out/demo.db` after the demo, when what an endpoint gives has changed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from fastapi.testclient import TestClient

from tawatur.store import open_store
from tawatur.views import StoreSource
from tawatur.web.api import create_api

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "src/tawatur/web/api/examples.json"
DOCUMENT = ROOT / "docs/api.md"
BEGIN = "<!-- what follows is written by tests/api/write_examples.py -->"
# Letters of a string that an example shows.
_LETTERS = 120


def requests_for(source: StoreSource) -> dict[str, str]:
    """Return a request for each example, on the story with the most articles and the person who speaks most in it."""
    story = source.story(source.stories(1)[0].id)
    assert story is not None
    happening = next(h for h in story.happenings if h.disagreements)
    person = source.named("غاربا", 1)[0].id
    utterance = next(u for u in story.utterances if len(u.sayings) > 1)
    words = happening.reports[0].evidence
    at = {"article": words.article}
    for row in story.articles:
        if "مقتل" in (row.title or ""):
            at["article"] = row.id
    article = quote(at["article"])
    return {
        "about": "/about",
        "stories": "/stories?limit=1",
        "story": f"/stories/{story.id}",
        "timeline": f"/timeline?story={story.id}&limit=1",
        "happenings": f"/happenings?story={story.id}&limit=1",
        "utterances": f"/utterances?story={story.id}&limit=1",
        "disagreements": f"/disagreements?story={story.id}&limit=1",
        "articles-of": f"/articles-of?story={story.id}&limit=1",
        "happening": f"/happenings/{happening.id}",
        "utterance": f"/utterances/{utterance.id}",
        "articles": "/articles?limit=1",
        "article": f"/articles/{article}",
        "reading": f"/readings/{article}",
        "entities": "/entities?name=" + quote("هالفورسن") + "&limit=1",
        "entity": f"/entities/{person}",
        "statements-by": f"/statements-by?entity={person}&limit=1",
        "statements-about": f"/statements-about?entity={source.named('النرويج', 1)[0].id}&limit=1",
        "happenings-with": f"/happenings-with?entity={source.named('أغاديز', 1)[0].id}&limit=1",
        "search": "/search?q=" + quote("«قافلة تجارية» أغاديز") + "&limit=1",
        "search-statements": "/search/statements?q=" + quote("قافلة") + "&type=deny&limit=1",
        "search-happenings": "/search/happenings?q=" + quote("هجوم") + "&type=ASSAULT&least_known=2&limit=1",
        "evidence": f"/evidence?source={quote(words.article)}&start={words.start}&end={words.end}",
    }


def cut(value: Any) -> Any:
    """Return an answer cut down to an example: one of each list of things, the beginning of long texts."""
    if isinstance(value, dict):
        return {key: cut(item) for key, item in value.items()}
    if isinstance(value, list):
        return [cut(item) for item in (value[:1] if all(isinstance(item, dict | list) for item in value) else value)]
    if isinstance(value, str) and len(value) > _LETTERS:
        return value[:_LETTERS] + "…"
    return value


def reference(api: dict[str, Any], requests: dict[str, str], examples: dict[str, Any]) -> str:
    """Return the reference part of the document."""
    parts = [BEGIN]
    for name, request in requests.items():
        path = request.split("?")[0]
        known = api["paths"].get(path) or api["paths"]["/" + path.split("/")[1] + "/{id}"]
        shown = json.dumps(examples[name], ensure_ascii=False, indent=1)
        parts.append(f"### {name}\n\n{known['get']['description']}\n")
        parts.append(f"`GET /api/v1{unquote(request)}`\n\n```json\n{shown}\n```\n")
    return "\n".join(parts)


def main(database: str) -> None:
    """Write both files."""
    with open_store(database, must_exist=True) as store:
        source = StoreSource(store)
        client = TestClient(create_api(source))
        requests = requests_for(source)
        examples = {}
        for name, request in requests.items():
            answer = client.get(request)
            assert answer.status_code == 200, (name, answer.text)
            examples[name] = cut(answer.json())
        api = client.get("/openapi.json").json()
    examples["about"]["state"] = "77c5ab8884e67a386c4c"
    EXAMPLES.write_text(json.dumps(examples, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    head = DOCUMENT.read_text(encoding="utf-8").split(BEGIN)[0]
    DOCUMENT.write_text(head + reference(api, requests, examples), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
