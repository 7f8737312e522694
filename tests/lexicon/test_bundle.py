"""Lexicons are built when they are needed, and the collector of cycles works again afterwards."""

from __future__ import annotations

import gc

import pytest

from tawatur.lexicon import bundle
from tawatur.lexicon.tables import LexiconError


def test_what_splitting_and_stories_need_is_built_once_and_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    built = []
    for name in ("load_page_words", "load_story_words", "load_join_words"):
        true = getattr(bundle, name)
        monkeypatch.setattr(bundle, name, lambda name=name, true=true: (built.append(name), true())[1])
    lexicons = bundle.load_lexicons()
    assert built == []
    assert lexicons.pages is lexicons.pages
    assert lexicons.stories.lands["فرنسا"] == "FR"
    assert lexicons.joins is lexicons.joins
    assert built == ["load_page_words", "load_story_words", "load_join_words"]


def test_all_lexicons_are_built_where_the_files_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise LexiconError("join_stop_words.tsv is broken")

    monkeypatch.setattr(bundle, "load_join_words", broken)
    with pytest.raises(LexiconError, match="broken"):
        bundle.load_every_lexicon()


def test_the_collector_works_again_after_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def failing() -> None:
        seen.append(gc.isenabled())
        raise LexiconError("event_verbs.tsv is broken")

    monkeypatch.setattr(bundle, "load_event_words", failing)
    kept = gc.get_freeze_count()
    with pytest.raises(LexiconError, match="broken"):
        bundle.load_lexicons()
    assert seen == [False]
    assert gc.isenabled()
    # What was built in vain is no lexicon that lasts.
    assert gc.get_freeze_count() <= kept
