"""Sparse models: several asked at once say what each says alone."""

import pytest

from tawatur.lexicon.sparse_weights import Columns, Row, Rows, class_scores

ACTOR = Row({"a": 0.1, "b": 0.2, "c": -0.7}, 0.3, 0.4)
PLACE = Row({"b": 1.5, "d": -2.25}, -1.0, 0.6)


@pytest.mark.parametrize("features", [(), ("a",), ("a", "b", "c"), ("d", "e"), ("a", "b", "c", "d", "e")])
def test_models_asked_together_say_what_each_says_alone(features: tuple[str, ...]) -> None:
    rows = Rows({"actor": ACTOR, "place": PLACE})
    told = frozenset(features)
    for _ in range(2):  # the second time from what was kept of the first
        assert rows.odds(told) == {"actor": ACTOR.odds(told), "place": PLACE.odds(told)}


def test_features_that_no_model_knows_are_not_kept() -> None:
    columns = Columns([ACTOR.weights, PLACE.weights])
    assert columns.sums((1.0, 2.0), ("unknown", "b")) == [1.2, 3.5]
    assert set(columns) == {"b"}


def test_a_class_without_a_bias_is_never_the_best() -> None:
    columns = Columns([{"a": 1.0}, {"a": 9.0}])
    scores = class_scores(("deny", "assert"), columns, {"deny": -3.0}, ["a", "a"])
    assert scores == {"deny": -2.0, "assert": float("-inf")}
