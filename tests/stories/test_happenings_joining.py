"""Which events of different articles are one happening, and which are not."""

from __future__ import annotations

import random

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Reading, Stories

JO = ("GPE", "jo", "gpe:JO")
MA = ("GPE", "ma", "gpe:MA")


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def visit(
    ident: str, when: str, days: tuple[str, str], *, day: str, who: str = "سالم العمري", key: str = "salem"
) -> Reading:
    text = f"زار الوزير {who} المغرب {when} وبحث شؤون الحدود."
    return reading(
        ident,
        text,
        day=day,
        outlet="جريدة " + ident,
        names={who: ("PER", key, "JO"), "المغرب": MA},
        times={when: days},
        events=[
            {
                "trigger": "زار",
                "type": "CONSULT",
                "mode": "visit",
                "actors": [who],
                "recipients": ["المغرب"],
                "time": when,
            }
        ],
    )


def groups(stories: Stories) -> list[list[str]]:
    return sorted(sorted(r.article for r in h.reports) for h in stories.happenings)


@pytest.mark.parametrize(
    ("when", "days", "joined"),
    [
        ("في 13 أيلول", ("2021-09-13", "2021-09-13"), True),
        ("سبتمبر الماضي", ("2021-09-01", "2021-09-30"), True),
        ("منتصف سبتمبر", ("2021-09-11", "2021-09-20"), True),
        ("الشهر الماضي", ("2021-09-01", "2021-09-30"), True),
        ("أواخر سبتمبر", ("2021-09-21", "2021-09-30"), False),
        ("في 13 أيلول من العام السابق", ("2020-09-13", "2020-09-13"), False),
        ("في يوليو", ("2021-07-01", "2021-07-31"), False),
    ],
)
def test_vague_dates_fit_the_day_that_they_hold(lexicon, when, days, joined):  # type: ignore[no-untyped-def]
    exact = visit("a1", "يوم الاثنين", ("2021-09-13", "2021-09-13"), day="2021-09-14")
    other = visit("a2", when, days, day="2021-10-05")
    assert (len(build(lexicon, exact, other).happenings) == 1) is joined


def test_happening_keeps_the_sharpest_date_and_a_readable_label(lexicon):  # type: ignore[no-untyped-def]
    exact = visit("a1", "يوم الاثنين", ("2021-09-13", "2021-09-13"), day="2021-09-14")
    vague = visit("a2", "سبتمبر الماضي", ("2021-09-01", "2021-09-30"), day="2021-10-05")
    (happening,) = build(lexicon, exact, vague).happenings
    assert str(happening.when.first) == str(happening.when.last) == "2021-09-13"
    assert "سالم العمري" in happening.label
    assert "المغرب" in happening.label
    assert any(r.startswith("day-within") for r in happening.reasons)
    assert any(r.startswith("same-participants") for r in happening.reasons)


def test_a_vague_date_that_fits_two_visits_joins_neither(lexicon):  # type: ignore[no-untyped-def]
    first = visit("a1", "يوم الاثنين", ("2021-09-06", "2021-09-06"), day="2021-09-07")
    second = visit("a2", "يوم الجمعة", ("2021-09-24", "2021-09-24"), day="2021-09-25")
    vague = visit("a3", "سبتمبر الماضي", ("2021-09-01", "2021-09-30"), day="2021-10-05")
    assert groups(build(lexicon, first, second, vague)) == [["a1"], ["a2"], ["a3"]]


def test_two_people_of_one_country_make_two_visits(lexicon):  # type: ignore[no-untyped-def]
    one = visit("a1", "يوم الاثنين", ("2021-09-13", "2021-09-13"), day="2021-09-14")
    other = visit("a2", "يوم الاثنين", ("2021-09-13", "2021-09-13"), day="2021-09-14", who="رائد الخطيب", key="raed")
    assert len(build(lexicon, one, other, clusters=[("a1", "a2")]).happenings) == 2


def test_old_visit_told_as_background_joins_the_old_one(lexicon):  # type: ignore[no-untyped-def]
    old = visit("a1", "يوم الاثنين", ("2020-09-14", "2020-09-14"), day="2020-09-15")
    new = visit("a2", "يوم الثلاثاء", ("2021-09-14", "2021-09-14"), day="2021-09-15")
    text = "وصل سالم العمري إلى المغرب الثلاثاء، وكان قد زار المغرب في سبتمبر 2020."
    both = reading(
        "a3",
        text,
        day="2021-09-15",
        names={"سالم العمري": ("PER", "salem", "JO"), "المغرب": MA},
        times={"الثلاثاء": ("2021-09-14", "2021-09-14"), "سبتمبر 2020": ("2020-09-01", "2020-09-30")},
        events=[
            {
                "trigger": "وصل",
                "type": "CONSULT",
                "mode": "visit",
                "actors": ["سالم العمري"],
                "recipients": ["المغرب"],
                "time": "الثلاثاء",
            },
            {
                "trigger": "زار",
                "type": "CONSULT",
                "mode": "visit",
                "actors": ["سالم العمري"],
                "recipients": ["المغرب"],
                "time": "سبتمبر 2020",
            },
        ],
    )
    assert groups(build(lexicon, old, new, both, clusters=[("a2", "a3")])) == [["a1", "a3"], ["a2", "a3"]]


def meeting(ident: str, one: str, other: str, keys: tuple[str, str], day: str) -> Reading:
    return reading(
        ident,
        f"التقى {one} {other} يوم الخميس في عمان.",
        day=day,
        names={one: ("PER", keys[0], "JO"), other: ("PER", keys[1], "MA"), "عمان": ("GPE", "amman", "gpe:GN250441")},
        times={"يوم الخميس": ("2022-03-10", "2022-03-10")},
        events=[
            {
                "trigger": "التقى",
                "type": "CONSULT",
                "actors": [one, other],
                "place": "عمان",
                "time": "يوم الخميس",
            }
        ],
    )


def test_one_visitor_who_meets_two_hosts_has_two_meetings(lexicon):  # type: ignore[no-untyped-def]
    a = meeting("a1", "سالم العمري", "هشام الفاسي", ("salem", "hisham"), "2022-03-10")
    b = meeting("a2", "سالم العمري", "نادية البكري", ("salem", "nadia"), "2022-03-10")
    c = meeting("a3", "هشام الفاسي", "سالم العمري", ("hisham", "salem"), "2022-03-11")
    assert groups(build(lexicon, a, b, c, clusters=[("a1", "a2", "a3")])) == [["a1", "a3"], ["a2"]]


def attack(
    ident: str,
    text: str,
    *,
    day: str,
    place: str = "كسلا",
    when: str | None = "السبت",
    days: tuple[str, str] = ("2023-05-06", "2023-05-06"),
    **more: object,
) -> Reading:
    names = {place: ("GPE", "place-" + place, "SD")} if place else {}
    event = {"trigger": "هجوم", "type": "ASSAULT", "place": place or None, "time": when, **more}
    return reading(ident, text, day=day, names=names, times={when: days} if when else {}, events=[event])


def test_bare_events_join_only_inside_an_article_or_copy(lexicon):  # type: ignore[no-untyped-def]
    one = attack("a1", "وقع هجوم أمس.", day="2023-05-07", place="", when=None)
    other = attack("a2", "وقع هجوم آخر.", day="2023-05-07", place="", when=None)
    assert len(build(lexicon, one, other, clusters=[("a1", "a2")]).happenings) == 2
    same = attack("a3", "وقع هجوم أمس.", day="2023-05-07", place="", when=None)
    assert len(build(lexicon, one, same, copies=[("a1", "a3")], clusters=[("a1", "a3")]).happenings) == 1


def test_the_attack_named_again_in_an_article_is_the_one_just_told(lexicon):  # type: ignore[no-untyped-def]
    text = "شن مسلحون هجوما في كسلا السبت. وقال شهود إن الهجوم استمر ساعة."
    one = reading(
        "a1",
        text,
        day="2023-05-07",
        names={"كسلا": ("GPE", "kassala", "SD")},
        times={"السبت": ("2023-05-06", "2023-05-06")},
        events=[
            {"trigger": "هجوما", "type": "ASSAULT", "actors": ["مسلحون"], "place": "كسلا", "time": "السبت"},
            {"trigger": "الهجوم", "type": "ASSAULT"},
        ],
    )
    assert groups(build(lexicon, one)) == [["a1", "a1"]]


def test_attacks_in_two_towns_on_one_day_are_two(lexicon):  # type: ignore[no-untyped-def]
    def there(ident: str, town: str) -> Reading:
        return reading(
            ident,
            f"شن مسلحون من «جبهة الفجر» هجوما في {town} السبت.",
            day="2023-05-07",
            names={town: ("GPE", town, "gpe:GN" + str(len(town))), "جبهة الفجر": ("ORG", "fajr", None)},
            times={"السبت": ("2023-05-06", "2023-05-06")},
            events=[
                {
                    "trigger": "هجوما",
                    "type": "ASSAULT",
                    "actors": ["جبهة الفجر"],
                    "place": town,
                    "time": "السبت",
                }
            ],
        )

    assert len(build(lexicon, there("a1", "كسلا"), there("a2", "القضارف"), clusters=[("a1", "a2")]).happenings) == 2
    assert len(build(lexicon, there("a1", "كسلا"), there("a2", "كسلا")).happenings) == 1


def test_plan_and_deed_are_two_happenings_and_linked(lexicon):  # type: ignore[no-untyped-def]
    plan = reading(
        "a1",
        "من المقرر أن يزور سالم العمري المغرب الأسبوع المقبل.",
        day="2021-09-08",
        names={"سالم العمري": ("PER", "salem", "JO"), "المغرب": MA},
        times={"الأسبوع المقبل": ("2021-09-13", "2021-09-19")},
        events=[
            {
                "trigger": "يزور",
                "type": "AGREE",
                "status": "planned",
                "actors": ["سالم العمري"],
                "recipients": ["المغرب"],
                "time": "الأسبوع المقبل",
            }
        ],
    )
    deed = visit("a2", "يوم الاثنين", ("2021-09-13", "2021-09-13"), day="2021-09-14")
    stories = build(lexicon, plan, deed)
    planned = next(h for h in stories.happenings if h.status == "planned")
    done = next(h for h in stories.happenings if h.status == "actual")
    assert done.fulfils == planned.id
    later = visit("a3", "يوم الاثنين", ("2021-11-15", "2021-11-15"), day="2021-11-16")
    assert all(h.fulfils is None for h in build(lexicon, plan, later).happenings)


def test_the_order_of_input_changes_nothing(lexicon):  # type: ignore[no-untyped-def]
    readings = [
        visit("a1", "يوم الاثنين", ("2021-09-13", "2021-09-13"), day="2021-09-14"),
        visit("a2", "سبتمبر الماضي", ("2021-09-01", "2021-09-30"), day="2021-10-05"),
        visit("a3", "العام الماضي", ("2020-01-01", "2020-12-31"), day="2021-10-05"),
        meeting("a4", "سالم العمري", "هشام الفاسي", ("salem", "hisham"), "2022-03-10"),
        attack("a5", "وقع هجوم في كسلا السبت.", day="2023-05-07"),
    ]
    expected = build(lexicon, *readings)
    for seed in range(4):
        shuffled = readings[:]
        random.Random(seed).shuffle(shuffled)
        found = build(lexicon, *shuffled)
        assert found.happenings == expected.happenings
        assert found.stories == expected.stories


def test_articles_of_one_story_that_open_with_an_attack_tell_of_one(lexicon):  # type: ignore[no-untyped-def]
    def opening(ident: str, text: str, **event: object) -> Reading:
        names = {"كسلا": ("GPE", "kassala", "gpe:GN371760"), "القضارف": ("GPE", "gedaref", "gpe:GN372753")}
        used = {words: given for words, given in names.items() if words in text}
        times = {"السبت": ("2023-05-06", "2023-05-06")} if "السبت" in text else {}
        events = [{"trigger": "هجوم", "type": "ASSAULT", **event}]
        return reading(ident, text, day="2023-05-07", names=used, times=times, events=events)

    full = opening("a1", "شن مسلحون هجوم السبت في كسلا.", place="كسلا", actors=["مسلحون"])
    toll = opening("a2", "ارتفعت حصيلة هجوم السبت.")
    other = opening("a3", "وقع هجوم في القضارف.", place="القضارف")
    assert groups(build(lexicon, full, toll, clusters=[("a1", "a2")])) == [["a1", "a2"]]
    assert groups(build(lexicon, full, toll)) == [["a1"], ["a2"]]
    assert groups(build(lexicon, full, other, clusters=[("a1", "a3")])) == [["a1"], ["a3"]]


def test_what_has_counted_dead_is_told_as_done(lexicon):  # type: ignore[no-untyped-def]
    def toll(ident: str, status: str) -> Reading:
        return reading(
            ident,
            "خلف هجوم السبت في كسلا 14 قتيلا.",
            day="2023-05-07",
            names={"كسلا": ("GPE", "kassala", "gpe:GN371760")},
            times={"السبت": ("2023-05-06", "2023-05-06")},
            figures={"14 قتيلا": (14, "=", "قتيلا")},
            events=[
                {
                    "trigger": "هجوم",
                    "type": "ASSAULT",
                    "place": "كسلا",
                    "time": "السبت",
                    "status": status,
                    "figures": ["14 قتيلا"],
                }
            ],
        )

    assert (
        len(build(lexicon, toll("a1", "actual"), toll("a2", "hypothetical"), clusters=[("a1", "a2")]).happenings) == 1
    )


@pytest.mark.parametrize(
    ("done_in", "who", "linked"),
    [("المغرب", "سالم العمري", True), ("تونس", "سالم العمري", False), ("المغرب", "رامي الحسن", False)],
)
def test_a_visit_carries_out_the_plan_to_go_there(lexicon, done_in: str, who: str, linked: bool) -> None:  # type: ignore[no-untyped-def]
    places = {"المغرب": MA, "تونس": ("GPE", "tn", "gpe:TN")}
    planned = reading(
        "p",
        "يعتزم سالم العمري زيارة المغرب قريبا.",
        day="2021-06-01",
        names={"سالم العمري": ("PER", "salem", "JO"), "المغرب": MA},
        events=[
            {
                "trigger": "زيارة",
                "type": "AGREE",
                "status": "planned",
                "actors": ["سالم العمري"],
                "recipients": ["المغرب"],
            }
        ],
    )
    done = reading(
        "q",
        f"زار {who} {done_in} الثلاثاء.",
        day="2021-09-14",
        names={who: ("PER", "salem" if who == "سالم العمري" else "rami", "JO"), done_in: places[done_in]},
        times={"الثلاثاء": ("2021-09-14", "2021-09-14")},
        events=[{"trigger": "زار", "type": "CONSULT", "actors": [who], "recipients": [done_in], "time": "الثلاثاء"}],
    )
    assert any(h.fulfils is not None for h in build(lexicon, planned, done).happenings) is linked
