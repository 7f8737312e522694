"""What `tawatur read` loads before its first article: start-up is most of the time of a short input."""

from __future__ import annotations

import json
import subprocess
import sys

ARTICLE = json.dumps({"id": "a", "text": "قال الوزير سالم الدرعاوي إن القوات انسحبت من البلدة."}, ensure_ascii=False)
# What fetching, the store, stories, splitting and the views' pages need, and one article does not.
UNNEEDED = ("tawatur.fetch", "tawatur.store", "tawatur.stories", "tawatur.split", "tawatur.views.source", "sqlite3")


def test_reading_loads_only_what_reading_needs() -> None:
    code = f"""
import os, sys
os.environ.pop("OPENBLAS_NUM_THREADS", None)
from tawatur.lexicon import bundle
names = []
bundle.load_page_words = bundle.load_story_words = bundle.load_join_words = lambda: names.append("built")
from tawatur.cli.app import main
sys.argv = ["tawatur", "read", "--jsonl"]
try:
    main()
except SystemExit as end:
    found = [name for name in {UNNEEDED!r} if name in sys.modules]
    print(end.code or 0, found, names, os.environ["OPENBLAS_NUM_THREADS"], file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, input=ARTICLE)
    assert json.loads(result.stdout)["statements"]
    assert result.stderr.split("\n")[0] == "0 [] [] 1"
