"""How far to lean is chosen by what is best on annotated texts."""

from tests.tagger.test_samples import gold

from tawatur.tagger.tagger import Tagger
from tawatur.tagger.train.leaning import TRIED, chosen_by_parts, chosen_leaning
from tawatur.text.prepared import prepare


def test_each_layer_gets_one_of_the_values_tried(tagger: Tagger) -> None:
    leaning = chosen_leaning([tagger.tag(prepare(gold()["text"]))], [gold()])
    assert set(leaning) == {"name", "cue", "cue roles", "trigger", "trigger roles"}
    assert set(leaning.values()) <= set(TRIED)


def test_where_nothing_can_be_found_there_is_no_leaning(tagger: Tagger) -> None:
    nothing = gold() | {"names": [], "statements": [], "events": []}
    assert set(chosen_leaning([tagger.tag(prepare(nothing["text"]))], [nothing]).values()) == {0.0}


def test_each_text_is_scored_by_the_tagger_of_its_part(tagger: Tagger) -> None:
    asked: list[str] = []

    def of(name: str) -> Tagger:
        asked.append(name)
        return tagger

    leaning, found = chosen_by_parts(of, [gold() | {"id": "a"}, gold() | {"id": "b"}])
    assert asked == ["a", "b"]
    assert leaning == chosen_leaning(
        [tagger.tag(prepare(gold()["text"]))] * 2, [gold() | {"id": "a"}, gold() | {"id": "b"}]
    )
    assert 0.0 <= found["names"] <= 1.0
