"""How far to lean is chosen by what is best on annotated texts."""

from tests.tagger.test_samples import gold

from tawatur.tagger.tagger import Tagger
from tawatur.tagger.train.leaning import TRIED, chosen_leaning


def test_each_layer_gets_one_of_the_values_tried(tagger: Tagger) -> None:
    leaning = chosen_leaning(tagger, [gold()])
    assert set(leaning) == {"name", "cue", "cue roles", "trigger", "trigger roles"}
    assert set(leaning.values()) <= set(TRIED)


def test_where_nothing_can_be_found_there_is_no_leaning(tagger: Tagger) -> None:
    nothing = gold() | {"names": [], "statements": [], "events": []}
    assert set(chosen_leaning(tagger, [nothing]).values()) == {0.0}
