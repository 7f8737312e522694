"""Plans that are called off or put off: linked to what calls them off, by the words of a sentence."""

from __future__ import annotations

import pytest
from tests.stories.hand_readings import build, reading

from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.model import Happening, Reading, Stories
from tawatur.stories.happenings.cancelling import change_told

WHO, ADEN = "سالم العمري", ("GPE", "aden", "gpe:GN415189")
SUNDAY = ("2026-03-08", "2026-03-08")


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def told(
    ident: str,
    text: str,
    trigger: str,
    status: str,
    day: str,
    when: tuple[str, str] | None = SUNDAY,
    who: str = WHO,
    act: str | None = None,
) -> Reading:
    visit = {
        "trigger": trigger,
        "type": "AGREE" if status == "planned" else "CONSULT",
        "mode": None if status == "planned" else "visit",
        "status": status,
        "actors": [who],
        "recipients": ["عدن"],
        "place": "عدن",
    } | ({"time": "الأحد"} if when else {})
    acts = [{"trigger": act, "type": "REJECT", "mode": "meet", "actors": [who]}] if act else []
    return reading(
        ident,
        text,
        day=day,
        names={who: ("PER", "salem" if who == WHO else "rami", "JO"), "عدن": ADEN},
        times={"الأحد": when} if when else {},
        events=[visit, *acts],
    )


def plan(ident: str = "p", day: str = "2026-03-03") -> Reading:
    return told(ident, f"سيزور {WHO} عدن الأحد المقبل.", "سيزور", "planned", day)


def of(stories: Stories, status: str) -> Happening:
    (found,) = [h for h in stories.happenings if h.status == status and h.type != "REJECT"]
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        (f"ألغى {WHO} زيارته إلى عدن التي كانت مقررة الأحد.", "زيارته", "ألغى"),
        (f"كان من المقرر أن يزور {WHO} عدن الأحد، لكن الزيارة أُلغيت.", "يزور", "أُلغيت"),
        (f"أعلن مكتب {WHO} إلغاء زيارته إلى عدن المقررة الأحد.", "زيارته", "إلغاء"),
        (f"وكان {WHO} قد ألغى زيارته إلى عدن المقررة الأحد.", "زيارته", "ألغى"),
    ],
)
def test_what_is_called_off_is_linked_to_its_plan(lexicon, text: str, trigger: str, act: str) -> None:  # type: ignore[no-untyped-def]
    off = told("q", text, trigger, "negated", "2026-03-06", act=act)
    stories = build(lexicon, plan(), plan("p2", "2026-03-04"), off)
    planned = of(stories, "planned")
    assert len(planned.reports) == 2
    assert of(stories, "negated").cancels == planned.id
    (deed,) = [h for h in stories.happenings if h.type == "REJECT"]
    assert deed.cancels == planned.id
    assert any(r.startswith("cancels-plan") for r in deed.reasons)
    assert planned.cancels is None


def test_what_is_put_off_stays_planned(lexicon):  # type: ignore[no-untyped-def]
    off = told("q", f"أعلن {WHO} تأجيل زيارته إلى عدن المقررة الأحد.", "زيارته", "planned", "2026-03-06", act="تأجيل")
    stories = build(lexicon, plan(), off)
    planned = of(stories, "planned")
    (deed,) = [h for h in stories.happenings if h.type == "REJECT"]
    assert deed.cancels == planned.id
    assert any(r.startswith("postpones-plan") for r in deed.reasons)


@pytest.mark.parametrize(
    "off",
    [
        told("q", f"لم يزر {WHO} عدن الأحد.", "يزر", "negated", "2026-03-09"),
        told("q", f"نفى {WHO} إلغاء زيارته إلى عدن الأحد.", "زيارته", "negated", "2026-03-06"),
        told("q", "ألغى رامي الحسن زيارته إلى عدن الأحد.", "زيارته", "negated", "2026-03-06", who="رامي الحسن"),
        told(
            "q",
            f"ألغى {WHO} زيارته إلى عدن الأحد.",
            "زيارته",
            "negated",
            "2026-05-01",
            ("2026-05-03", "2026-05-03"),
        ),
        told("q", f"ألغى {WHO} زيارته إلى عدن الأحد.", "زيارته", "negated", "2026-03-01"),
    ],
    ids=["only not done", "denied", "somebody else", "another day", "before it was planned"],
)
def test_what_calls_off_nothing_or_another_plan_is_not_linked(lexicon, off: Reading) -> None:  # type: ignore[no-untyped-def]
    assert all(h.cancels is None for h in build(lexicon, plan(), off).happenings)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("أرجئت زيارة الوفد إلى عدن.", "زيارة", "postpones"),
        ("وأُجّلت القمة إلى الشهر المقبل.", "القمة", "postpones"),
        ("تُبحث القمة من أجل السلام.", "القمة", None),
        ("زيارة لعدن إلى أجل غير مسمى.", "زيارة", None),
        ("دعا النواب إلى إلغاء الزيارة.", "الزيارة", None),
        ("قد يلغي الوزير الزيارة.", "الزيارة", None),
        ("ألـغـى الوزيرُ الزيارةَ.", "الزيارةَ", "cancels"),
        ("ترددت شائعات عن إلغاء الزيارة.", "الزيارة", None),
    ],
)
def test_words_that_call_off(lexicon: JoinLexicon, text: str, trigger: str, expected: str | None) -> None:
    one = reading("a", text, events=[{"trigger": trigger, "type": "CONSULT"}])
    assert change_told(one.events[0].trigger, one, lexicon.told) == expected
