"""Where a passage comes from: datelines, closing credits and words such as «نقلا عن وكالة …» inside a text."""

from __future__ import annotations

from typing import Any

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.lexicon.outlets import bare_name
from tawatur.model import Reading
from tawatur.stories.chains.passages import find_passages, nameless_credit

SHELLED = "قصفت مدفعية مجهولة مدينة كسلا السبت"


@pytest.fixture(scope="module")
def lexicon() -> JoinLexicon:
    return load_join_words()


def told(ident: str, text: str, **more: Any) -> Reading:
    names = {"كسلا": ("GPE", "kassala", "gpe:GN371760"), **more.pop("names", {})}
    event = {"trigger": "قصفت", "type": "ASSAULT", "actors": ["مدفعية مجهولة"], "place": "كسلا", "time": "السبت"}
    return reading(
        ident,
        text,
        day="2023-05-07",
        names=names,
        times={"السبت": ("2023-05-06", "2023-05-06")},
        events=[event],
        **more,
    )


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        # The agency of the sentence, however it is worded, is where it comes from.
        (f"{SHELLED}، نقلا عن وكالة رويترز.", ["org:reuters"]),
        (f"{SHELLED}، بحسب وكالة رويترز.", ["org:reuters"]),
        (f"{SHELLED}، وفقا لوكالة رويترز.", ["org:reuters"]),
        (f"وذكرت رويترز ما يلي. {SHELLED}.", ["الضفاف"]),
        (f"{SHELLED}، كما ذكرت رويترز.", ["org:reuters"]),
        # An agency that is only talked about tells nothing.
        (f"{SHELLED} قرب مكتب رويترز.", ["الضفاف"]),
        # A dateline opens a passage of its own, a credit closes one; the next dateline ends it.
        (f"لندن - رويترز: {SHELLED}.", ["org:reuters"]),
        (f"بورتسودان (أ ف ب) - {SHELLED}.", ["org:afp"]),
        (f"كسلا (أ ف ب) - هدأت السوق.\nلندن - رويترز: {SHELLED}.", ["org:reuters"]),
        (f"لندن - رويترز: هدأت السوق.\nكسلا (أ ف ب) - عاد التجار.\n{SHELLED}.", ["org:afp"]),
        (f"هدأت السوق.\n{SHELLED} (رويترز).\nوعاد التجار.", ["org:reuters"]),
        (f"هدأت السوق.\n{SHELLED}.\nوعاد التجار (رويترز).\nوأغلق الميناء.", ["الضفاف"]),
        (f"هدأت السوق.\n{SHELLED}.\nوعاد التجار (رويترز).", ["org:reuters"]),
        # «قال المتحدث:» is no dateline.
        (f"قال المتحدث: {SHELLED}.", ["الضفاف"]),
        # Agencies that are not named stay unknown.
        (f"كسلا - وكالات: {SHELLED}.", [None]),
    ],
)
def test_what_is_told_outside_statements_goes_back_to_its_passage(
    lexicon: JoinLexicon, text: str, keys: list[str | None]
) -> None:
    stories = build(lexicon, told("a1", text, outlet="جريدة الضفاف"))
    (report,) = stories.happenings[0].reports
    origin = report.chain.links[0]
    assert [origin.key if not (origin.key or "").startswith("outlet:") else "الضفاف"] == keys


def test_a_credit_of_unnamed_agencies_leaves_the_origin_unknown(lexicon: JoinLexicon) -> None:
    found = build(lexicon, told("a1", f"وكالات {SHELLED}.", outlet="جريدة الضفاف", credits=("وكالات",))).happenings[0]
    assert (found.count.known, found.count.unknown) == (0, 1)
    assert nameless_credit("الوكالات")
    assert not nameless_credit("وكالة الضفاف")


def test_an_article_of_two_passages_gives_each_its_own_carrier(lexicon: JoinLexicon) -> None:
    text = f"كسلا (أ ف ب) - قالت هند الكردي إن السوق هدأت.\nلندن - رويترز: قالت هند الكردي إن {SHELLED}."
    one = told(
        "a1",
        text,
        outlet="جريدة الضفاف",
        credits=("كسلا (أ ف ب)",),
        names={"هند الكردي": ("PER", "hind", None)},
        statements=[{"content": SHELLED, "holder": "هند الكردي", "speaker": "hind"}],
    )
    (report,) = build(lexicon, one).happenings[0].reports
    assert [link.key for link in report.chain.links][:2] == ["w-hind", "org:reuters"]


def test_passages_lie_within_the_text_and_sentences_go_first(lexicon: JoinLexicon) -> None:
    text = f"لندن - رويترز: {SHELLED}، نقلا عن وكالة الأناضول."
    passages = find_passages(told("a1", text), lexicon)
    assert [p.whole for p in passages] == [False, True]
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in passages)
    assert [p.source.link.key for p in passages] == ["org:anadolu", "org:reuters"]


@pytest.mark.parametrize("text", ["", "\n\n", ":", "(", "- - -", "()" * 40, "أ" * 500, "نقلا عن", "ذكرت"])
def test_odd_texts_have_no_passages(lexicon: JoinLexicon, text: str) -> None:
    assert find_passages(reading("a1", text), lexicon) == ()


@pytest.mark.parametrize(
    "name", ["وكالة الضفاف للأنباء", "وكالة أنباء الضفاف", "الضفاف", "ضفاف", "وكالة ضفاف", "صحيفة الضفاف"]
)
def test_an_agency_is_one_however_it_is_called(name: str) -> None:
    assert bare_name(name) == "ضفاف"


def test_a_credit_and_the_agency_named_in_the_text_are_one_source(lexicon: JoinLexicon) -> None:
    credited = told("a1", f"كسلا (ضفاف) - {SHELLED}.", credits=("ضفاف",))
    text = f"قالت وكالة ضفاف إن {SHELLED}."
    named = told(
        "a2",
        text,
        names={"ضفاف": ("ORG", "difaf", None)},
        statements=[{"content": SHELLED, "holder": "وكالة ضفاف", "speaker": "difaf"}],
    )
    found = build(lexicon, credited, named, clusters=[("a1", "a2")]).happenings[0]
    assert (found.count.articles, found.count.known) == (2, 1)


def test_who_claims_an_attack_under_a_name_or_in_a_paper_is_its_source(lexicon: JoinLexicon) -> None:
    named = {"فرسان الواحة": ("ORG", "riders", None)}
    called = told(
        "a1",
        f"أعلنت جماعة مسلحة تطلق على نفسها «فرسان الواحة» أن مقاتليها أصابوا هدفهم حين {SHELLED}.",
        names=named,
        statements=[{"content": f"مقاتليها أصابوا هدفهم حين {SHELLED}", "holder": "جماعة مسلحة"}],
    )
    paper = told(
        "a2",
        f"وتبنت «فرسان الواحة» الهجوم في بيان قالت فيه إن {SHELLED}.",
        names=named,
        statements=[{"content": SHELLED, "holder": "بيان"}],
    )
    bare = told("a3", f"قال بيان إن {SHELLED}.", statements=[{"content": SHELLED, "holder": "بيان"}])
    for one, key in ((called, "w-riders"), (paper, "w-riders"), (bare, None)):
        (report,) = build(lexicon, one).happenings[0].reports
        assert report.chain.links[0].key == key
