"""How a holder stands to the content: what the cue says, and what the content shows where the cue says nothing."""

from __future__ import annotations

from tawatur.attribute.drafts import Draft
from tawatur.attribute.view import Sight
from tawatur.model import Span
from tawatur.model.readings import Stance
from tawatur.text.words import Word

# The stretch of the content in which a promise, demand or denial is looked for: its first verb and what is before it.
_OPENING_WORDS = 7
# A speaker's own «نطالب», «أرحب» may come later: after an address, a condition, an adverbial.
_OWN_WORDS = 12


def stance_of(sight: Sight, draft: Draft) -> Stance:
    """Return the stance of a statement's holder.

    Cues that say it («اتهم», «طالب») decide; a bare saying takes the stance that its content shows: what the speaker
    does with the words («نطالب», «سنرد»), a duty («يجب»), a promise, a denial, an accusation or judgement by its words.
    """
    if draft.stance != "assert" or draft.lemma in _ASKING:
        return draft.stance
    if calls_false(sight, draft):
        return "deny"
    words = _of_its_own(sight, words_of(sight, draft.content))
    opening = words[:_OPENING_WORDS]
    own = _performed(sight, words[:_OWN_WORDS])
    if own is not None:
        return own
    if _demands(sight, opening):
        return "demand"
    if _intends(sight, draft, opening):
        return "intend"
    if _denies(sight, draft, opening):
        return "deny"
    return _judges(sight, words, opening)


def _of_its_own(sight: Sight, words: list[Word]) -> list[Word]:
    """Return the words before another's statement that the content reports («الوزير قال لمقربين منه إنه سيستقيل»)."""
    for index, word in enumerate(words[1:_OWN_WORDS], start=1):
        at = word.index - sight.words[0].index
        for _, cue in sight.forms(at):
            if cue.form.kind == "perfect" and cue.verb.frame.clause and not cue.verb.frame.weak and _tells(sight, at):
                return words[: index + 1]
    return words


def _tells(sight: Sight, at: int) -> bool:
    return any(sight.lexicon.is_a("clause", sight.norm(k)) for k in range(at + 1, at + 6))


# Who asks whether something is so asserts nothing of its wording.
_ASKING = frozenset({"سأل", "تساءل", "استفسر", "استوضح"})


def words_of(sight: Sight, span: Span) -> list[Word]:
    """Return the words of the sentence that stand in a span, marks left out."""
    return [w for w in sight.words if w.kind == "word" and w.span.start >= span.start and w.span.end <= span.end]


def _performed(sight: Sight, words: list[Word]) -> Stance | None:
    """Return the stance of a first-person verb («ندعو», «أرحب», «سنرد»), None where none is found."""
    for word in words:
        norm = word.norm[1:] if word.norm[:1] == "و" and len(word.norm) > 4 else word.norm
        future = norm[:2] in ("سا", "سن") and len(norm) > 4 and not sight.lexicon.is_a("noun_in_s", norm)
        if future and not word.text.startswith("سا"):
            return "intend"
        if norm[:1] not in ("ن", "ا") or len(norm) < 4 or (norm[0] == "ا" and word.text.lstrip("و")[:1] not in "أآا"):
            continue
        for form in sight.lexicon.forms.get("ي" + norm[1:], ()):
            verb = form.verb
            if form.form.kind == "imperfect" and form.form.number == "s" and verb.stance in ("demand", "evaluate"):
                return verb.stance
    return None


def _demands(sight: Sight, opening: list[Word]) -> bool:
    norms = [w.norm for w in opening]
    if any(sight.lexicon.is_a("modal", n) for n in norms[:5]):
        return True
    return bool(norms) and norms[0] in ("علي", "علينا", "عليهم", "عليكم") and any(n in ("ان", "الا") for n in norms[1:])


def _intends(sight: Sight, draft: Draft, opening: list[Word]) -> bool:
    lexicon = sight.lexicon
    for index, word in enumerate(opening[:6]):
        norm = word.norm
        own_side = index == 0 and draft.reflexive
        own_side = own_side or (index > 0 and lexicon.is_a("ownside", opening[0].norm))
        if lexicon.is_a("ownwill", norm) and (own_side or norm not in ("لن", "سوف")):
            return True
        if norm in ("لن", "سوف") and index in (1, 2) and _acts(sight, opening[0]):
            return True
        future = norm[:2] in ("سي", "ست") and len(norm) > 4 and not lexicon.is_a("noun_in_s", norm)
        if own_side and (future or norm in ("لن", "سوف")):
            return True
        if future and not lexicon.is_a("lasting", norm) and (index == 0 or _acts(sight, opening[0])):
            return True
    return bool(opening) and draft.shape == "object" and lexicon.is_a("resolve", opening[0].norm)


def _acts(sight: Sight, word: Word) -> bool:
    """Tell whether content begins with a body that can plan: a state or organisation by name, «الحكومة», «اللجنة»."""
    name = sight.named.get(word.index - sight.words[0].index)
    if name is not None:
        return name.type in ("GPE", "ORG")
    return sight.lexicon.is_a("actor", word.norm)


def calls_false(sight: Sight, draft: Draft) -> bool:
    """Tell whether a saying's content calls what is told untrue: «لا صحة لما نشر …», «ما ذكر … عار عن الصحة»."""
    if draft.stance != "assert" or draft.lemma in _ASKING:
        return False
    words = words_of(sight, draft.content)
    reach = _PREDICATE_REACH if words and sight.lexicon.is_a("hearsay", words[0].norm) else 1
    return any(_is_falsehood(sight, words, at) for at in range(min(reach, len(words))))


# «ما تداولته مواقع التواصل أمس عن استقالة الوزير عار عن الصحة»: what is told, then that it is false.
_PREDICATE_REACH = 20


def _is_falsehood(sight: Sight, words: list[Word], at: int) -> bool:
    for phrase in sight.lexicon.phrases.get("falsehood", {}).get(words[at].norm, ()):
        following = words[at : at + len(phrase)]
        pairs = zip(following, phrase, strict=False)
        if len(following) == len(phrase) and all(w.norm == p or (p == "ل" and w.norm[:1] == p) for w, p in pairs):
            return True
    return False


def _denies(sight: Sight, draft: Draft, opening: list[Word]) -> bool:
    if not opening:
        return False
    if any(sight.lexicon.is_a("falsehood", w.norm) for w in opening[:4]):
        return True
    if opening[0].norm != "لم":
        return False
    return draft.reflexive or (len(opening) > 1 and opening[1].text[:1] in ("ن", "أ"))


def _judges(sight: Sight, words: list[Word], opening: list[Word]) -> Stance:
    if any(_is_a(sight, "blame", word) for word in words):
        return "accuse"
    if any(_is_a(sight, "judgement", word) for word in opening):
        return "evaluate"
    return "assert"


def _is_a(sight: Sight, kind: str, word: Word) -> bool:
    norm = word.norm
    starts = [norm]
    for clitic in ("و", "ب", "ل", "وب", "ول"):
        if norm.startswith(clitic) and len(norm) - len(clitic) > 3:
            starts.append(norm[len(clitic) :])
    return any(sight.lexicon.is_a(kind, n) or (n[:2] == "ال" and sight.lexicon.is_a(kind, n[2:])) for n in starts)
