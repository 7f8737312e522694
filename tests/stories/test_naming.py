"""The title that a story goes by."""

from __future__ import annotations

import pytest

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Article
from tawatur.stories.naming import central_title

STOP = load_join_words().stop
TEXTS = [
    "أعلن وزير الداخلية الكاردوني اعتقال المتورطين في تفجير سوق النخلة.",
    "أكد الوزير اعتقال سبعة من المتورطين في تفجير سوق النخلة قرب العاصمة.",
    "قالت الداخلية الكاردونية إنها اعتقلت منفذي التفجير الذي وقع في سوق النخلة.",
]


def named(*titles: str | None) -> str:
    return central_title([Article(f"a{n}", TEXTS[n % 3], title=title) for n, title in enumerate(titles)], STOP)


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        # The one that says what the others tell, and not the shortest.
        (
            ["اعتقال المتورطين", "الداخلية الكاردونية: اعتقال المتورطين في تفجير سوق النخلة", "الوزير يتوعد"],
            "الداخلية الكاردونية: اعتقال المتورطين في تفجير سوق النخلة",
        ),
        # What is printed twice in the same words speaks once.
        (
            ["الوزير يتوعد القتلة", "الوزير يتوعد القتلة", "اعتقال المتورطين في تفجير سوق النخلة"],
            "اعتقال المتورطين في تفجير سوق النخلة",
        ),
        (["الجيش يدخل &#8220;حي الزهور&#8221;", None, None], "الجيش يدخل “حي الزهور”"),
        (["  عنوان \n واحد ", None, None], "عنوان واحد"),
        ([None, None, None], TEXTS[0]),
    ],
)
def test_a_story_goes_by_the_title_that_tells_most_of_it(titles: list[str | None], told: str) -> None:
    assert named(*titles) == told


def test_equals_are_named_by_the_first() -> None:
    assert named("خبر أول", "خبر ثان") == "خبر أول"
