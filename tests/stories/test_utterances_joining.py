"""Which statements of different articles are one act of speaking, and what denials answer."""

from __future__ import annotations

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Reading, Stories

SPEAKER = "سالم العمري"


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def said(
    ident: str, content: str, *, who: str = SPEAKER, key: str = "salem", day: str | None = "2021-09-14", **more: object
) -> Reading:
    when = more.pop("when", None)
    text = f"قال {who} {when or ''} إن {content}."
    return reading(
        ident,
        text,
        day=day,
        outlet="جريدة " + ident,
        names={who: ("PER", key, "JO")},
        times={str(when): more.pop("days")} if when else {},  # type: ignore[dict-item]
        statements=[{"content": content, "holder": who, "cue": "قال", "speaker": key, **more}],
    )


def together(stories: Stories) -> list[list[str]]:
    return sorted(sorted(s.article for s in u.sayings) for u in stories.utterances)


SAME = [
    (
        "العلاقات بين البلدين بلغت مرحلة استراتيجية جديدة بعد افتتاح المعبر التجاري",
        "علاقات البلدين وصلت إلى مرحلة جديدة واستراتيجية إثر افتتاح المعبر التجاري بينهما",
    ),
    (
        "بلاده تقدر عاليا الدعم الثابت الذي يقدمه المغرب لمشروع الميناء في العقبة",
        "نقدّر عاليا دعمكم الثابت لمشروع ميناء العقبة",
    ),
    (
        "نشعر بقلق بالغ من تكثيف الأنشطة العسكرية قرب الحدود الشمالية",
        "هناك قلق بالغ إزاء تكثيف النشاط العسكري بالقرب من الحدود الشمالية",
    ),
]
DIFFERENT = [
    ("العلاقات بين البلدين بلغت مرحلة جديدة", "الأسعار سترتفع مع بداية الشهر المقبل في كل الأسواق"),
    ("المفاوضات مع المغرب حول الميناء مستمرة", "المغرب شريك مهم في مكافحة التهريب عبر الصحراء"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_wordings_of_one_saying_are_joined_and_both_kept(lexicon, one, other):  # type: ignore[no-untyped-def]
    stories = build(lexicon, said("a1", one), said("a2", other))
    (utterance,) = stories.utterances
    assert [s.anchor.exact for s in utterance.sayings] == [one, other]
    assert utterance.count.known == 1
    assert utterance.speaker == "w-salem"
    assert any(r.startswith(("shared-wording", "shared-run")) for r in utterance.reasons)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_things_said_by_one_speaker_stay_apart(lexicon, one, other):  # type: ignore[no-untyped-def]
    assert together(build(lexicon, said("a1", one), said("a2", other), clusters=[("a1", "a2")])) == [["a1"], ["a2"]]


@pytest.mark.parametrize(
    "change",
    [
        {"who": "رائد الخطيب", "key": "raed"},
        {"day": "2021-10-20"},
        {"stance": "deny"},
    ],
)
def test_another_speaker_time_or_a_denial_is_another_utterance(lexicon, change):  # type: ignore[no-untyped-def]
    one, other = SAME[0]
    assert len(build(lexicon, said("a1", one), said("a2", other, **change)).utterances) == 2


def test_days_of_speaking_that_differ_keep_sayings_apart(lexicon):  # type: ignore[no-untyped-def]
    one, other = SAME[0]
    monday = said("a1", one, when="الاثنين", days=("2021-09-13", "2021-09-13"))
    friday = said("a2", other, when="الجمعة", days=("2021-09-10", "2021-09-10"))
    assert len(build(lexicon, monday, friday, clusters=[("a1", "a2")]).utterances) == 2


def test_unnamed_speakers_join_in_copies_alone(lexicon):  # type: ignore[no-untyped-def]
    def by_sources(ident: str) -> Reading:
        content = "الاتفاق سيوقع خلال أيام في العاصمة بحضور الوزراء"
        return reading(
            ident,
            f"قالت مصادر إن {content}.",
            day="2021-09-14",
            statements=[
                {
                    "content": content,
                    "holder": "مصادر",
                    "cue": "قالت",
                    "anonymous": True,
                }
            ],
        )

    apart = build(lexicon, by_sources("a1"), by_sources("a2"), clusters=[("a1", "a2")])
    assert len(apart.utterances) == 2
    copied = build(lexicon, by_sources("a1"), by_sources("a2"), clusters=[("a1", "a2")], copies=[("a1", "a2")])
    assert len(copied.utterances) == 1
    assert (copied.utterances[0].count.known, copied.utterances[0].count.unknown) == (0, 1)


def test_a_denial_answers_the_allegation_in_another_article(lexicon):  # type: ignore[no-untyped-def]
    accused = "جبهة الفجر هاجمت مدينة كسلا السبت"
    names = {"جبهة الفجر": ("ORG", "fajr", None), "كسلا": ("GPE", "kassala", "gpe:GN371760")}
    event = {
        "trigger": "هاجمت",
        "type": "ASSAULT",
        "actors": ["جبهة الفجر"],
        "place": "كسلا",
        "time": "السبت",
    }
    times = {"السبت": ("2023-05-06", "2023-05-06")}
    claim = reading(
        "a1",
        f"اتهم سالم العمري الجماعة بأن {accused}.",
        day="2023-05-07",
        names={SPEAKER: ("PER", "salem", None), **names},
        times=times,
        statements=[
            {
                "content": accused,
                "holder": SPEAKER,
                "cue": "اتهم",
                "stance": "accuse",
                "speaker": "salem",
            }
        ],
        events=[{**event, "status": "alleged", "by": ["salem"]}],
    )
    denial = reading(
        "a2",
        f"نفى متحدث باسم الجماعة أن {accused}.",
        day="2023-05-08",
        names=names,
        times=times,
        statements=[
            {
                "content": accused,
                "holder": "متحدث باسم الجماعة",
                "cue": "نفى",
                "stance": "deny",
            }
        ],
        events=[{**event, "status": "denied"}],
    )
    stories = build(lexicon, claim, denial, clusters=[("a1", "a2")])
    (happening,) = stories.happenings
    assert happening.status == "alleged"
    denied = next(u for u in stories.utterances if u.stance == "deny")
    accusation = next(u for u in stories.utterances if u.stance == "accuse")
    assert set(denied.answers) == {happening.id, accusation.id}


def test_a_denial_that_points_back_answers_the_claim_before_it(lexicon):  # type: ignore[no-untyped-def]
    text = "اتهم سالم العمري الشركة بتهريب الوقود عبر الحدود. ونفت الشركة هذه الاتهامات."
    one = reading(
        "a1",
        text,
        names={SPEAKER: ("PER", "salem", None)},
        statements=[
            {
                "content": "تهريب الوقود عبر الحدود",
                "holder": SPEAKER,
                "cue": "اتهم",
                "stance": "accuse",
                "speaker": "salem",
            },
            {"content": "هذه الاتهامات", "holder": "الشركة", "cue": "نفت", "stance": "deny"},
        ],
    )
    utterances = build(lexicon, one).utterances
    denied = next(u for u in utterances if u.stance == "deny")
    assert denied.answers == tuple(u.id for u in utterances if u.stance == "accuse")
