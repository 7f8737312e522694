"""The timeline: order, open ends, planned against done, counts beside each line; reasons in two languages."""

from __future__ import annotations

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Reading
from tawatur.stories.reasons import explain, reason
from tawatur.stories.timeline import timeline


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def visit(ident: str, country: str, when: str | None, days: tuple[str, str] | None, status: str = "actual") -> Reading:
    return reading(
        ident,
        f"زار سالم العمري {country} {when or ''}.",
        day="2021-10-01",
        names={"سالم العمري": ("PER", "salem", "JO"), country: ("GPE", country, "gpe:GN" + str(len(country)))},
        times={when: days} if when and days else {},
        events=[
            {
                "trigger": "زار",
                "type": "CONSULT" if status == "actual" else "AGREE",
                "status": status,
                "actors": ["سالم العمري"],
                "recipients": [country],
                "time": when,
            }
        ],
    )


def test_timeline_orders_by_when_it_happened_with_unknown_days_last(lexicon):  # type: ignore[no-untyped-def]
    readings = [
        visit("a1", "المغرب", "الاثنين", ("2021-09-13", "2021-09-13")),
        visit("a2", "اليابان", None, None),
        visit("a3", "قطر", "في أغسطس", ("2021-08-01", "2021-08-31")),
        visit("a4", "الجزائر", "الشهر المقبل", ("2021-11-01", "2021-11-30"), "planned"),
    ]
    stories = build(lexicon, *readings, clusters=[("a1", "a2", "a3", "a4")])
    lines = timeline(stories, stories.stories[0].id)
    assert [line.label.split()[-1] for line in lines] == ["قطر", "المغرب", "الجزائر", "اليابان"]
    assert [line.planned for line in lines] == [False, False, True, False]
    assert lines[-1].when.first is None
    assert all(line.reports == 1 and line.count.articles == 1 for line in lines)
    assert timeline(stories, "w-salem") == lines
    assert len(timeline(stories, lines[0].happening)) == 1


def test_timeline_of_an_unknown_id_says_so(lexicon):  # type: ignore[no-untyped-def]
    with pytest.raises(KeyError, match="no-such-id"):
        timeline(build(lexicon), "no-such-id")


def test_reasons_are_worded_in_both_languages():  # type: ignore[no-untyped-def]
    stored = reason("same-day", "2021-09-13")
    assert explain(stored) == "same day: 2021-09-13"
    assert explain(stored, "ar") == "اليوم نفسه: 2021-09-13"
    assert explain(reason("same-text"), "ar") == "الجملة نفسها في نسخ من نص واحد"
    assert explain("anything else") == "anything else"
    with pytest.raises(KeyError):
        reason("no-such-code")
