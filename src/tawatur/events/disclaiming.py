"""Who denies a hand in an attack does not deny the attack: «نفت مسؤوليتها عن الهجوم», «ولم تتبن أي جهة الهجوم».

The guidelines' ruling: the attack is actual where only the blame is disputed; so it is too where somebody is charged
with a hand in it («اتهمته بالوقوف وراء التفجير»).
"""

from __future__ import annotations

from tawatur.events.scene import Scene
from tawatur.events.triggers import Candidate
from tawatur.lexicon.event_words import EventLexicon

# «علاقة مباشرة له أو لعناصره بالتفجير»: words between the link and the deed.
LINK_REACH = 6
# «نفى المتحدث باسم جماعة كذا في بيان أي علاقة»: words between the denial and the link.
DENIAL_REACH = 14
# «ليس له أي علاقة», «لم تعلن أي جهة بعد مسؤوليتها»: a particle of negation stands nearer.
NEGATION_REACH = 5


def is_disclaimed(scene: Scene, c: Candidate, lexicon: EventLexicon) -> bool:
    """Tell whether an attack stands behind a denied or charged link to it, so that only the link is in dispute."""
    if c.verbal or c.sense.type != "ASSAULT" or scene.norm(c.index - 1) in ("اي", "ايه"):
        return False
    markers = lexicon.markers
    # «الهجوم الكيميائي المفترض»: the outlet itself doubts it.
    if any(scene.norm(c.index + k) in markers["doubt_after"] for k in (1, 2, 3)):
        return False
    begin, _ = scene.bounds(c.index)
    for at in range(c.index - 1, max(begin, c.index - LINK_REACH) - 1, -1):
        if scene.divides(at):
            return False
        if scene.norm(at) in markers["claiming"] and scene.norm(at - 1) in markers["negation"]:
            return True
        if not markers["link"].isdisjoint(scene.variants[at]):
            charged = c.definite and _is_charged(scene, at, lexicon)
            if charged or _is_denied(scene, at, lexicon):
                return True
    return False


def _is_charged(scene: Scene, link: int, lexicon: EventLexicon) -> bool:
    begin, _ = scene.bounds(link)
    return any(
        not lexicon.markers["charging"].isdisjoint(scene.variants[at])
        for at in range(link - 1, max(begin, link - DENIAL_REACH) - 1, -1)
    )


def _is_denied(scene: Scene, link: int, lexicon: EventLexicon) -> bool:
    begin, _ = scene.bounds(link)
    for at in range(link - 1, max(begin, link - DENIAL_REACH) - 1, -1):
        if scene.words[at].text in (".", "؛", ":"):
            return False
        negated = scene.norm(at) in lexicon.markers["negation"] or scene.norm(at) in lexicon.markers["not_word"]
        if negated and link - at <= NEGATION_REACH:
            return True
        if not lexicon.markers["denying"].isdisjoint(scene.variants[at]):
            return True
    return False


# «ما تداولته مواقع التواصل أمس عن استقالة الوزير»: from the start of what is denied to its first deed.
TOLD_REACH = 12


def is_denied(scene: Scene, c: Candidate, lexicon: EventLexicon) -> bool:
    """Tell whether a deed is what somebody says is untrue.

    Either its words are both said and denied («قال إن الجيش قتل مدنيين، وهو ما نفته الوزارة»), or what is denied is
    that it was told («نفى ما نشرته الصحيفة عن اعتقال القاضي»).
    """
    word = scene.words[c.index]
    for denial in scene.statements:
        if denial.stance != "deny" or not denial.content.meets(word.span):
            continue
        before = [w for w in scene.prepared.words_in(denial.content) if w.index < c.index]
        if len(before) > TOLD_REACH or not c.sense.strength:
            continue
        said = any(s is not denial and s.content == denial.content and s.stance != "deny" for s in scene.statements)
        if said or (before and before[0].norm in lexicon.markers["told"]):
            return True
    return False
