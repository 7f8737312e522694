"""Status by grammar: the few constructions that settle by themselves whether an event happened; weights do the rest."""

from __future__ import annotations

from tawatur.events.disclaiming import is_denied, is_disclaimed
from tawatur.events.scene import Scene
from tawatur.events.triggers import Candidate
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Status

# A foiled attack has its object right behind the verb: «أحبط الجيش اليمني هجوما» has the longest usual subject between.
FOIL_REACH = 4
# A visit announced and called off in one sentence: «كان من المقرر أن يزور الوزير المدينة، لكن الزيارة ألغيت».
CANCEL_REACH = 24
# Adjectives and a day between a meeting and the verb that calls it off: «الزيارة الرسمية المقررة غدا ألغيت».
SUBJECT_REACH = 4
# The longest usual subject between the verb and what it puts off: «أرجأ وزير الخارجية اليمني سالم العمري زيارته».
PUT_OFF_REACH = 6
# «الزيارة الرسمية الأخيرة تأتي في إطار …»: from a meeting to the verb that says what it belongs to.
HOLDING_REACH = 4


def grammatical_status(scene: Scene, c: Candidate, lexicon: EventLexicon) -> Status | None:
    """Return the status that negation, a foiling verb or the future form gives a trigger, or None.

    «لم يعتقل», «دون أن يعتقل» and «أحبط هجوما» are negated, «سيزور», «من المقرر أن يزور», «تمهيدا لترحيله» and «أرجأ
    الوزير زيارته» planned, «إذا لم يفرج», «لو هاجم» and «في حال انسحاب …» are hypothetical; «فتحوا النار قبل أن يفروا»,
    «زيارته تأتي في إطار …» and an attack to which a link is denied are actual.
    """
    begin, _ = scene.bounds(c.index)
    before = [scene.norm(at) for at in range(c.index - 1, max(begin, c.index - FOIL_REACH) - 1, -1)]
    nearest = before[0] if before else ""
    if c.verbal:
        if nearest in lexicon.markers["negation"]:
            unless = len(before) > 1 and before[1] in lexicon.markers["condition_not"]
            return "hypothetical" if unless else "negated"
        if _is_supposed(scene, c.index, lexicon):
            return "hypothetical"
        if _is_called_off(scene, c, lexicon):
            return "negated"
        if c.form.shape == "future" or nearest == "سوف":
            return "planned"
        if is_denied(scene, c, lexicon):
            return "denied"
        return _behind_that(scene, c, lexicon) if nearest == "ان" else None
    if nearest in lexicon.markers["without"]:
        return "negated"
    if nearest in lexicon.markers["preparing"] and c.match.clitics.endswith("ل"):
        return "planned"
    if _is_case(scene, c.index, lexicon):
        return "hypothetical"
    foil = lexicon.markers["foil"]
    if any(norm in foil or (norm[:1] in "وف" and norm[1:] in foil) for norm in before):
        return "negated"
    if _is_put_off(scene, c, lexicon):
        return "planned"
    if _is_cancelled(scene, c, lexicon):
        return "negated"
    if is_disclaimed(scene, c, lexicon) or _is_held(scene, c, lexicon):
        return "actual"
    return "denied" if is_denied(scene, c, lexicon) else None


def _behind_that(scene: Scene, c: Candidate, lexicon: EventLexicon) -> Status | None:
    """Return the status of a verb behind «أن» by what stands before that.

    «قبل أن يفروا» after a past clause is actual, «من المقرر أن يزور» and «، على أن تنسحب» planned, «دون أن يعتقل»
    negated.
    """
    governor = scene.norm(c.index - 2).removeprefix("و")
    if governor == "قبل":
        return "actual" if _is_told_past(scene, c.index - 2) else None
    if governor in lexicon.markers["scheduled"]:
        return "planned"
    if governor in lexicon.markers["without"]:
        return "negated"
    # «أكد على أن …» tells what is, «، على أن …» what is to be.
    agreed = governor == "علي" and c.index >= 3 and scene.words[c.index - 3].text in ("،", ",")
    return "planned" if agreed and c.form.shape == "imperfect" else None


def _is_supposed(scene: Scene, index: int, lexicon: EventLexicon) -> bool:
    """Tell whether a verb is what a condition supposes: «إذا هاجم», «لو كانت وافقت», «في حال انسحب», «بشرط أن يفرج»."""
    begin, _ = scene.bounds(index)
    at = index - 1
    if scene.norm(at) == "ان" and scene.norm(at - 1) in lexicon.markers["stipulation"]:
        return True
    while at > begin and scene.norm(at) in lexicon.markers["condition_particle"]:
        at -= 1
    return at >= begin and (scene.norm(at) in lexicon.markers["condition"] or _opens_case(scene, at))


def _is_case(scene: Scene, index: int, lexicon: EventLexicon) -> bool:
    """Tell whether a noun is what a condition supposes: «في حال انسحاب القوات», «في حال حدوث هجوم»."""
    at = index - 1
    if scene.norm(at) in lexicon.markers["occurring"]:
        return scene.norm(at - 1) in lexicon.markers["condition"] or _opens_case(scene, at - 1)
    return scene.norm(at) == "حال" and _opens_case(scene, at)


def _opens_case(scene: Scene, at: int) -> bool:
    """Tell whether a word ends «في حال» or «في حالة»; «حال دون» is a verb."""
    return scene.norm(at) in ("حال", "حاله") and scene.norm(at - 1).removeprefix("و") == "في"


def _is_called_off(scene: Scene, c: Candidate, lexicon: EventLexicon) -> bool:
    """Tell whether a meeting planned here is called off later in the sentence: «…، لكن الزيارة ألغيت»."""
    if c.sense.type not in ("CONSULT", "AGREE"):
        return False
    _, end = scene.bounds(c.index)
    return any(
        scene.norm(at).removeprefix("و") in lexicon.markers["called"]
        and scene.norm(at + 1) in lexicon.markers["cancelled"]
        for at in range(c.index + 1, min(end - 1, c.index + CANCEL_REACH))
    )


def _is_cancelled(scene: Scene, c: Candidate, lexicon: EventLexicon) -> bool:
    """Tell whether a meeting is the subject of a verb that calls it off: «إن الاجتماع ألغي».

    Adjectives and a day may stand between them. «الاجتماع ألغى القرار» calls off something else.
    """
    if c.sense.type not in ("CONSULT", "AGREE") or not scene.norm(c.index).startswith(("ال", "وال")):
        return False
    _, end = scene.bounds(c.index)
    for at in range(c.index + 1, min(end, c.index + 1 + SUBJECT_REACH)):
        if scene.norm(at) in lexicon.markers["called_off"] and scene.words[at].text[-1] != "ى":
            return True
        if not scene.norm(at).startswith("ال") and scene.norm(at) not in lexicon.markers["day_between"]:
            return False
    return False


def _is_put_off(scene: Scene, c: Candidate, lexicon: EventLexicon) -> bool:
    """Tell whether a meeting is what a word before it puts off: «أجل الوزير زيارته», «تأجلت زيارة الوفد».

    Only the subject stands between them; «أجل المؤتمر خلال زيارته» puts off something else. «الزيارة تأجلت» has the
    word right behind.
    """
    if c.sense.type not in ("CONSULT", "AGREE"):
        return False
    if scene.norm(c.index + 1) in lexicon.markers["putting_off"]:
        return True
    begin, _ = scene.bounds(c.index)
    for at in range(c.index - 1, max(begin, c.index - 1 - PUT_OFF_REACH) - 1, -1):
        norm = scene.norm(at)
        if norm.removeprefix("و") in lexicon.markers["putting_off"]:
            # «من أجل زيارته» puts nothing off.
            return at == begin or scene.norm(at - 1) not in ("من", "الي")
        if scene.words[at].kind == "mark" or norm in lexicon.markers["stop"]:
            return False
    return False


def _is_told_past(scene: Scene, before: int) -> bool:
    """Tell whether the clause before a word tells the past: no word of it is a future, negation or condition."""
    begin, _ = scene.bounds(before)
    for at in range(before - 1, begin - 1, -1):
        norm = scene.norm(at).removeprefix("و")
        if scene.words[at].text in (":", "؛", "«", '"') or norm in ("الذي", "التي", "ان", "انه", "انها"):
            break
        ahead = norm.startswith(("سي", "ست", "سن")) and len(norm) > 4 and scene.name_at[at] < 0
        if ahead or norm in ("لم", "لن", "لا", "سوف", "يجب", "ينبغي", "اذا", "لو", "يمكن", "عدم"):
            return False
        if norm.startswith(("ي", "ن")) and len(norm) > 3 and scene.name_at[at] < 0 and at <= begin + 1:
            return False
    return True


def _is_held(scene: Scene, c: Candidate, lexicon: EventLexicon) -> bool:
    """Tell whether a meeting is spoken of as one that takes or took place.

    «زيارته تأتي في إطار …», «وجاءت الزيارة بعد …», «وتعود آخر زيارة له إلى …».
    """
    if c.sense.type not in ("CONSULT", "AGREE"):
        return False
    begin, end = scene.bounds(c.index)
    if scene.norm(c.index - 1) == "اخر":
        return True
    holding = lexicon.markers["holding"]
    # «ويأتي اللقاء بعد …» is said of meetings to come as well.
    if c.definite and c.index > begin and scene.norm(c.index - 1).removeprefix("و") in ("جاء", "جاءت"):
        return True
    for at in range(c.index + 1, min(end - 1, c.index + 1 + HOLDING_REACH)):
        if scene.words[at].kind == "mark":
            return False
        if scene.norm(at) in holding:
            return c.definite and scene.norm(at + 1) in lexicon.markers["held_as"]
    return False
