"""Ten invented towns, of each of which three outlets tell: what tests of growing stories build from, and compare by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tawatur.ingest import rebuild_stories, update_stories
from tawatur.model import Stories
from tawatur.pipeline import Knowledge
from tawatur.store import ReadPage, SqliteStore, open_store

# How far a build by steps agrees with one of all at once (B-cubed F1), in whatever order articles come: stated in
# docs/stages/grouping.md.
BOUND = 0.9

PLACES = ("الزهور", "الياسمين", "النخيل", "الزيتون", "الرمان", "الصفصاف", "السنديان", "اللوز", "التفاح", "البرتقال")
# Who speaks for a town, and what brought its bridge down.
OFFICIALS = (
    "سامر الفارس", "هيثم الدرويش", "وائل القنطري", "زاهر البستاني", "نزار المعلم", "غسان الصباغ", "باسل النحاس",
    "رائد العطار", "لؤي الخياط", "أنس السقا",
)  # fmt: skip
CAUSES = (
    "تآكل الدعائم القديمة", "حمولة شاحنة زائدة", "فيضان النهر المفاجئ", "غش في الإسمنت", "حريق في خزان وقود",
    "هزة أرضية خفيفة", "اصطدام زورق سياحي", "إهمال شركة الصيانة", "خطأ في الحفريات", "انزلاق التربة الطينية",
)  # fmt: skip
WHAT = (
    ("انهيار جسر", "سقوط الجسر"), ("حريق سوق", "اندلاع النار في السوق"), ("تصادم قطاري", "خروج القطارين عن السكة"),
    ("انفجار مصنع", "تصدع المصنع"), ("غرق عبارة", "غرق العبارة"), ("تسمم مدرسة", "تسمم التلاميذ"),
    ("سقوط طائرة", "تحطم الطائرة"), ("انقلاب حافلة", "انقلاب الحافلة"), ("طمر منجم", "دفن عمال المنجم"),
    ("عاصفة", "اقتلاع الأسقف"),
)  # fmt: skip
# One happening of a town, told by three outlets, and what was said of it.
TEXTS = (
    "قتل ستة أشخاص يوم الثلاثاء في {3} {0}. وقال رئيس البلدية {1} إن {2} أدى إلى {4} في دقائق. وكان وزير النقل "
    "فاضل المنذري قد زار المدينة.",
    "قال رئيس البلدية {1} إن {2} أدى إلى {4} في دقائق. وكان ستة أشخاص قد قتلوا الثلاثاء في {3} {0}.",
    "ارتفع عدد ضحايا {3} {0} إلى تسعة أشخاص، بحسب فرق الإنقاذ. وزار رئيس البلدية {1} الموقع يوم الأربعاء ووعد بتعويض "
    "الأسر بعد أن تبين أن {2} أدى إلى {4}.",
)
TITLES = ("ستة قتلى في {3} {0}", "رئيس البلدية: {2} وراء {3} {0}", "تسعة ضحايا في {3} {0}")


def groups_of(stories: Stories) -> dict[str, list[Iterable[object]]]:
    return {
        "stories": [story.articles for story in stories.stories],
        "entities": [entity.members for entity in stories.entities],
        "happenings": [[(r.article, r.event) for r in h.reports] for h in stories.happenings],
        "utterances": [[(s.article, s.statement) for s in u.sayings] for u in stories.utterances],
    }


def agreement(one: Sequence[Iterable[object]], other: Sequence[Iterable[object]]) -> float:
    mine, theirs = ({i: set(g) for g in groups for i in g} for groups in (one, other))
    assert set(mine) == set(theirs)
    precision = sum(len(mine[i] & theirs[i]) / len(mine[i]) for i in mine) / len(mine)
    recall = sum(len(mine[i] & theirs[i]) / len(theirs[i]) for i in mine) / len(mine)
    return 2 * precision * recall / (precision + recall)


def grown(path: Path, batches: Sequence[Sequence[ReadPage]], grammar: Knowledge) -> SqliteStore:
    store = open_store(path)
    store.put(batches[0])
    rebuild_stories(store, grammar.lexicons)
    for batch in batches[1:]:
        store.put(batch)
        assert update_stories(store, grammar.lexicons, few=0, share=1.0) == "grown"
        assert store.stories_are_current()
    return store


def sets(groups: dict[str, list[Iterable[object]]]) -> dict[str, set[frozenset[object]]]:
    return {kind: {frozenset(group) for group in own} for kind, own in groups.items()}
