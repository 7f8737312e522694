"""Cancelling: the words of a sentence that call off or put off the meeting that it names."""

from __future__ import annotations

from typing import Literal

from tawatur.model import Reading, Span
from tawatur.text.words import find_words

Change = Literal["cancels", "postpones"]

# Perfect verbs, passives and verbal nouns, in folded words; an imperfect («قد يلغي») has not happened.
_CANCELLED = "الغي الغت الغيت الغوا الغاها الغتها الغاء الغاوها الغاوه الغاءها الغاءه الغايها الغايه"
_POSTPONED = "اجل اجلت اجلوا تاجل تاجلت تاجيل تاجيلها تاجيله ارجا ارجات ارجي ارجيت ارجاء ارجاوها ارجاوه"
_CHANGES: dict[str, Change] = {
    **dict.fromkeys(_CANCELLED.split(), "cancels"),
    **dict.fromkeys(_POSTPONED.split(), "postpones"),
}
# What takes the change back or only wishes, fears or threatens it: «نفى إلغاء الزيارة», «دعا إلى إلغاء».
_TAKEN_BACK = (
    "لم لن لا ليس ليست دون عدم نفي نفت نافيا نافيه ينفي تنفي نفيه نفيها رفض رفضت يرفض ترفض دعا دعت يدعو تدعو دعوه"
    " دعوات طالب طالبت يطالب تطالب مطالبا هدد هددت يهدد تهدد تهديد احتمال احتمالات امكان امكانيه ربما اذا لو يمكن"
    " يدرس تدرس بحث يبحث تبحث يعتزم تعتزم ينوي تنوي نيه اقترح اقترحت يقترح طلب طلبت يطلب تطلب انباء شائعات مزاعم صحه"
    " استبعد استبعدت يستبعد"
)
_NOT_DONE = frozenset(_TAKEN_BACK.split())
# «لأجل», «من أجل», «إلى أجل غير مسمى»: no verb.
_NO_VERB_AFTER = frozenset({"من", "الي", "لاجل"})
# How far before the change a word stands that takes it back.
_BEFORE = 4
# From the meeting to what calls it off, as in the status of events («… أن يزور الوزير المدينة، لكن الزيارة ألغيت»).
_REACH = 24


def change_told(place: Span, reading: Reading) -> Change | None:
    """Return whether the sentence of a meeting, by the place of its trigger, calls it off or puts it off, or None."""
    sentence = next((s.span for s in reading.sentences if s.span.holds(place)), None)
    if sentence is None:
        return None
    words = find_words(sentence.of(reading.article.text))
    norms = [word.norm for word in words]
    at = next((n for n, word in enumerate(words) if word.span.end + sentence.start > place.start), 0)
    for number, norm in enumerate(norms):
        bare = norm.removeprefix("و") if norm.removeprefix("و") in _CHANGES else norm
        if bare not in _CHANGES or abs(number - at) > _REACH:
            continue
        before = norms[max(0, number - _BEFORE) : number]
        if before and before[-1] in _NO_VERB_AFTER and bare == "اجل":
            continue
        if not any(word in _NOT_DONE or word.removeprefix("و") in _NOT_DONE for word in before):
            return _CHANGES[bare]
    return None


__all__ = ["Change", "change_told"]
