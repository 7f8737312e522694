"""Words that look like triggers in set phrases: anonymity, standing behind a deed, what a treaty is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tawatur.events.scene import WHAT, Scene
from tawatur.events.triggers import Candidate
from tawatur.lexicon.event_words import EventLexicon
from tawatur.text.words import without_article

# «طلب عدم الكشف عن اسمه وصفته»: from the word that hides back to who asks, and on to the name, few words each.
ASK_REACH = 4
NAME_REACH = 4
# «اتفاق للتعاون», «مذكرة تفاهم بشأن التعاون»: the noun of the treaty stands at most so far before what it is about.
PACT_REACH = 3
# «نفى المتحدث باسم الجيش هذه الاتهامات»: between a denial and the accusation stand who denies and a demonstrative.
DENIED_REACH = 7
# «انقلبت بهم على الطريق الساحلي سيارة»: between what overturns and the word for it.
OVERTURN_REACH = 3
_OVERTURN = ("انقلاب", "انقلب", "ينقلب", "تنقلب")
_SOMEBODYS = re.compile(r"(?:هما|هم|ها|ه|نا|ي)$")


def without_formulas(scene: Scene, candidates: Iterable[Candidate], lexicon: EventLexicon) -> tuple[Candidate, ...]:
    """Return the candidates that no set phrase explains, in their order."""
    silent = silence_words(scene, lexicon)
    return tuple(c for c in candidates if c.index not in silent and not _is_formula(scene, c, lexicon))


def silence_words(scene: Scene, lexicon: EventLexicon) -> frozenset[int]:
    """Return the words by which a source asks not to be named («طلب عدم كشف هويته», «رفض ذكر اسمه»)."""
    markers = lexicon.markers
    found: set[int] = set()
    for at, norm in enumerate(scene.norms):
        if norm not in markers["identity"]:
            continue
        begin, _ = scene.bounds(at)
        hide = next((k for k in _back(begin, at, NAME_REACH) if scene.norm(k) in markers["disclosing"]), -1)
        if hide < 0:
            continue
        ask = next((k for k in _back(begin, hide, ASK_REACH) if _bare(scene.norm(k)) in markers["asks_silence"]), -1)
        if ask >= 0 or scene.norm(hide - 1) in ("عدم", "دون", "ان", "لم", "حجب"):
            found.update(range(ask if ask >= 0 else hide, at + 1))
    return frozenset(found)


def _back(begin: int, at: int, reach: int) -> range:
    return range(at - 1, max(begin, at - reach) - 1, -1)


def _bare(norm: str) -> str:
    return norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 4 else norm


def _is_formula(scene: Scene, c: Candidate, lexicon: EventLexicon) -> bool:
    norm = scene.norm(c.index)
    if scene.norm(c.index + 1) in ("وراء", "خلف") and norm.lstrip("وفبلاين").startswith(("قوف", "قف", "تقف")):
        return True
    # «ما نشرته صحيفة المدى» moves no troops.
    if scene.norm(c.index - 1) in WHAT and (scene.norm(c.index + 1) in lexicon.markers["medium"]):
        return True
    if _is_overturning(scene, c, lexicon):
        return True
    if c.sense.type == "COOPERATE" and not c.verbal and _follows(scene, c, lexicon.markers["pact"], PACT_REACH):
        return True
    # A call-off told again by its bare noun («الإلغاء جاء لأسباب أمنية») cuts no relations.
    if norm in ("الالغاء", "والالغاء") and c.sense.type != "REJECT":
        return True
    # «رفضت الشركة الاتهام»: denying an accusation is one event; with what it says («اتهامات بتمويل …») it is two.
    accusation = c.sense.type == "ACCUSE" and not c.verbal and c.definite and "اتهام" in norm
    told = scene.norm(c.index + 1).startswith("ب")
    return accusation and not told and _follows(scene, c, lexicon.markers["rejecting"], DENIED_REACH)


def _is_overturning(scene: Scene, c: Candidate, lexicon: EventLexicon) -> bool:
    """Tell whether a vehicle overturns («انقلاب مركبة», «انقلبت بهم السيارة»), which is no coup."""
    if not any(form.startswith(_OVERTURN) for form in scene.variants[c.index]):
        return False
    _, end = scene.bounds(c.index)
    behind = range(c.index + 1, min(end, c.index + 1 + OVERTURN_REACH))
    return any(_is_vehicle(scene.norm(at), lexicon.markers["vehicle"]) for at in behind)


def _is_vehicle(norm: str, vehicles: frozenset[str]) -> bool:
    """Tell whether a word is a vehicle, bare, with its article, or somebody's («مركبتهم»)."""
    bare = _SOMEBODYS.sub("", without_article(norm.removeprefix("ل") if norm.startswith("لل") else norm))
    return any(
        form in vehicles for form in (norm, norm.removeprefix("ل"), bare, bare.removesuffix("ت") + "ه", bare + "ه")
    )


def _follows(scene: Scene, c: Candidate, words: frozenset[str], reach: int) -> bool:
    """Tell whether one of some words stands before a candidate in its clause."""
    begin, _ = scene.bounds(c.index)
    for at in _back(begin, c.index, reach):
        if scene.divides(at):
            return False
        if not words.isdisjoint(scene.variants[at]):
            return True
    return False
