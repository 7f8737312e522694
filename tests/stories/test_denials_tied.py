"""Denials: the chain of who denies, and the claims and happenings that a denial is about, in whatever story."""

from __future__ import annotations

import pytest
from tests.stories.hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Reading

UNION = "نقابة عمال المرفأ"
FIRM = "شركة الحبال الزرقاء"
SPOKESMAN = f"المتحدث باسم {FIRM}"


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def accusation(ident: str = "a1", day: str = "2026-03-02") -> Reading:
    return reading(
        ident,
        f"اتهمت {UNION} {FIRM} بتخزين الأسمدة دون ترخيص.",
        day=day,
        outlet="جريدة الضفاف",
        names={UNION: ("ORG", "union", None), FIRM: ("ORG", "firm", None)},
        statements=[
            {
                "content": f"{FIRM} بتخزين الأسمدة دون ترخيص",
                "cue": "اتهمت",
                "holder": UNION,
                "speaker": "union",
                "stance": "accuse",
            }
        ],
    )


def denial(ident: str, outlet: str, words: str, content: str, day: str = "2026-03-04", cue: str = "نفى") -> Reading:
    return reading(
        ident,
        words,
        day=day,
        outlet=outlet,
        names={SPOKESMAN: ("PER", "spokesman", None), FIRM: ("ORG", "firm", None), "شمس برس": ("ORG", "shams", None)},
        statements=[
            {
                "content": content,
                "cue": cue,
                "holder": SPOKESMAN,
                "speaker": "spokesman",
                "stance": "deny",
                "via": ["وكالة شمس برس"],
            }
        ],
        events=[{"trigger": cue, "type": "REJECT", "actors": [SPOKESMAN]}],
    )


PLAIN = f"نفى {SPOKESMAN} لوكالة شمس برس تخزين أسمدة دون ترخيص.".replace("لوكالة", "عبر وكالة")


def test_an_act_of_denying_goes_back_to_who_denies(lexicon):  # type: ignore[no-untyped-def]
    """One spokesman through one agency in two outlets is one origin of «نفى», not two outlets."""
    one = denial("a1", "جريدة الضفاف", PLAIN, "تخزين أسمدة دون ترخيص")
    told = f"ونقلت وكالة شمس برس عن {SPOKESMAN} نفيه تخزين أسمدة دون ترخيص."
    other = denial("a2", "صحيفة النورس", told, "تخزين أسمدة دون ترخيص", cue="نفيه")
    happenings = [h for h in build(lexicon, one, other, clusters=[("a1", "a2")]).happenings if h.type == "REJECT"]
    for happening in happenings:
        assert happening.count.known == 1
        for report in happening.reports:
            assert report.chain.origin.label == SPOKESMAN
            assert "شمس برس" in report.chain.links[1].label


def test_denials_answer_claims_of_other_stories(lexicon):  # type: ignore[no-untyped-def]
    stories = build(lexicon, accusation(), denial("b1", "صحيفة النورس", PLAIN, "تخزين أسمدة دون ترخيص"))
    claim = next(u for u in stories.utterances if u.stance == "accuse")
    answer = next(u for u in stories.utterances if u.stance == "deny")
    assert claim.id in answer.answers
    assert claim.denied_by == (answer.id,)


@pytest.mark.parametrize(
    ("words", "content", "day"),
    [
        # Of another matter.
        (f"نفى {SPOKESMAN} عبر وكالة شمس برس تسريح أي موظف.", "تسريح أي موظف", "2026-03-04"),
        # Half a year later.
        (PLAIN, "تخزين أسمدة دون ترخيص", "2026-09-04"),
    ],
)
def test_denials_of_other_matters_and_times_answer_nothing(lexicon, words, content, day):  # type: ignore[no-untyped-def]
    stories = build(lexicon, accusation(), denial("b1", "صحيفة النورس", words, content, day))
    assert all(not u.answers and not u.denied_by for u in stories.utterances)


def test_a_claim_repeated_as_what_is_denied_is_answered(lexicon):  # type: ignore[no-untyped-def]
    minister, police = "الوزيرة سلمى الدراج", "شرطة المرفأ"
    one = reading(
        "a1",
        f"قالت {minister} إن المستشفيات استقبلت 14 جثة، وهو رقم نفته {police}.",
        day="2026-03-02",
        names={minister: ("PER", "minister", None), police: ("ORG", "police", None)},
        statements=[
            {"content": "المستشفيات استقبلت 14 جثة", "cue": "قالت", "holder": minister, "speaker": "minister"},
            {
                "content": "المستشفيات استقبلت 14 جثة",
                "cue": "نفته",
                "holder": police,
                "speaker": "police",
                "stance": "deny",
            },
        ],
    )
    utterances = build(lexicon, one).utterances
    claim = next(u for u in utterances if u.stance == "assert")
    assert next(u for u in utterances if u.stance == "deny").answers == (claim.id,)


def test_who_denies_a_rumour_carries_nothing_of_it(lexicon):  # type: ignore[no-untyped-def]
    """The sources of a denied rumour are those that tell it: who denies it stands in its own chain alone."""
    websites, told = "مواقع التواصل", "ما تردد على مواقع التواصل بشأن رفع أجرة الحافلات"
    one = reading(
        "a1",
        f"نفى {SPOKESMAN} {told}.",
        day="2026-03-04",
        outlet="جريدة الضفاف",
        names={SPOKESMAN: ("PER", "spokesman", None)},
        statements=[
            {"content": told, "cue": "نفى", "holder": SPOKESMAN, "speaker": "spokesman", "stance": "deny"},
            {"content": "رفع أجرة الحافلات", "cue": "تردد", "holder": websites},
        ],
    )
    chains = {u.stance: u.sayings[0].chain for u in build(lexicon, one).utterances}
    assert [link.label for link in chains["assert"].links] == [websites, "جريدة الضفاف"]
    assert [link.label for link in chains["deny"].links] == [SPOKESMAN, "جريدة الضفاف"]
