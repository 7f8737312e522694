"""Who holds a statement: the subject after its verb, before it, or of the clause that it continues."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.acts import is_act
from tawatur.attribute.clitics import cut_preposition
from tawatur.attribute.drafts import Draft
from tawatur.attribute.phrase_parts import has_suffix, is_definite
from tawatur.attribute.phrases import Phrase, read_phrase
from tawatur.attribute.view import OPENING, Sight

_FARTHEST_LEFT = 16


def subject_after(
    sight: Sight, at: int, *, strict: bool, stops: frozenset[str] = frozenset()
) -> tuple[Phrase | None, int]:
    """Return the subject that follows a verb whose next word is `at`, and the index where reading goes on.

    Adverbs and dates between verb and subject are passed over («، الخميس،»).
    """
    k = at
    while k < len(sight):
        norm = sight.norm(k)
        lexicon = sight.lexicon
        if k in sight.name_from:
            break
        if sight.is_comma(k) and lexicon.is_a("time", sight.norm(k + 1)) and sight.is_comma(k + 2):
            k += 3
        elif lexicon.is_a("adverb", norm) or lexicon.is_a("time", norm):
            k += 1
        elif norm == "من" and sight.norm(k + 1) in (
            "جهته",
            "جهتها",
            "جهتهم",
            "جانبه",
            "جانبها",
            "جانبهم",
            "ناحيته",
            "ناحيتها",
        ):
            k += 2
            k += 1 if sight.is_comma(k) else 0
        else:
            break
    if k < len(sight) and k not in sight.name_from and not _may_be_subject(sight, k, strict):
        return None, at
    phrase = read_phrase(sight, k, strict=strict, stops=stops)
    if phrase is not None and phrase.span.start != sight.words[k].span.start and k not in sight.name_from:
        phrase = None
    if phrase is not None and _clitic_name(sight, k):
        phrase = None
    return phrase, (phrase.last if phrase else at)


def _may_be_subject(sight: Sight, k: int, strict: bool) -> bool:
    norm = sight.norm(k)
    if norm.startswith("لل") or cut_preposition(sight, k) in ("ب", "ل"):
        return False
    if (strict and sight.lexicon.is_a("abstract", norm)) or sight.is_a("notholder", k):
        return False
    # An accusative («قرارا») is an object.
    return not (strict and norm.endswith("ا") and len(norm) > 3 and not is_definite(norm) and k not in sight.named)


def _clitic_name(sight: Sight, k: int) -> bool:
    name = sight.name_from.get(k)
    return name is not None and name.span.start > sight.words[k].span.start


def phrase_before(sight: Sight, end: int) -> Phrase | None:
    """Return the longest noun phrase that ends right before word `end`."""
    best: Phrase | None = None
    for first in range(end - 1, max(-1, end - _FARTHEST_LEFT), -1):
        if sight.is_comma(first) and best is None and first < end - 1:
            break
        if any(f.form.kind in ("perfect", "imperfect") and f.verb.frame.clause for _, f in sight.forms(first)):
            break
        norm = sight.norm(first)
        if sight.lexicon.is_a("opener", norm) or sight.lexicon.is_a("relative", norm):
            break
        cut = 1 if norm[:2] == "لل" or (norm[:1] in ("و", "ف", "ب", "ل") and is_definite(norm[1:])) else 0
        phrase = read_phrase(sight, first, cut=cut, limit=end)
        if first not in sight.named and norm[:1] == "ي" and len(norm) > 4:
            continue
        if sight.is_a("notholder", first) and first not in sight.named:
            continue
        leading = sight.norm(first - 1)
        if leading in ("لم", "لن", "قد", "لا") or (
            leading == "ان" and norm[:1] in ("ت", "ي") and first not in sight.named
        ):
            continue
        if best is not None and first == 0 and _may_be_verb(sight, first):
            break
        if phrase is not None and phrase.last == end:
            best = phrase
        elif best is not None and not sight.lexicon.is_a("pp", norm):
            continue
    return best


def _may_be_verb(sight: Sight, first: int) -> bool:
    """Tell whether a sentence's first word may be its verb: no name, title, article or feminine ending shows a noun."""
    text, norm = sight.words[first].text, sight.norm(first)
    shown = first in sight.named or is_definite(norm) or is_definite(norm[1:]) or text.endswith("ة")
    return not (shown or sight.is_a("role", first) or sight.is_a("body", first))


def subject_before(sight: Sight, at: int) -> tuple[Phrase | None, str]:
    """Return the subject that stands before a verb, and how.

    "subject" begins its clause, "relative" is what a relative pronoun goes back to, "attribute" an indefinite noun that
    the verb describes («تقارير تحدثت»), "aside" stands after a comma or conjunction.
    """
    p = at - 1
    while p >= 0 and sight.is_mark(p) and sight.words[p].text in OPENING and sight.quoted[p] != sight.quoted[at]:
        p -= 1
    while p >= 0 and (
        sight.lexicon.is_a("auxiliary", sight.norm(p))
        or (sight.is_comma(p) and sight.lexicon.is_a("relative", sight.norm(p - 1)))
    ):
        p -= 1
    if p < 0:
        return None, ""
    if sight.lexicon.is_a("relative", sight.norm(p)):
        end = p
        while end > 0 and sight.is_mark(end - 1) and sight.words[end - 1].text not in '"»”_#':
            end -= 1
        return phrase_before(sight, end), "relative"
    end = p + 1
    while end > 0 and sight.is_comma(end - 1):
        end -= 1
    if sight.is_mark(end - 1) and sight.words[end - 1].text not in '"»”':
        return None, ""
    phrase = phrase_before(sight, end)
    if phrase is None:
        return None, ""
    before = sight.norm(phrase.first - 1)
    if _is_adverbial(sight, phrase) and (phrase.first == 0 or end <= p):
        return None, ""
    if phrase.first == 0 or sight.lexicon.is_a("opener", before):
        return phrase, "subject"
    if end == p + 1 and (not phrase.definite or _is_anybodys(sight, phrase)):
        return phrase, "attribute"
    if sight.is_mark(phrase.first - 1) or sight.norm(phrase.first)[:1] == "و":
        return phrase, "aside"
    return None, ""


def _is_anybodys(sight: Sight, phrase: Phrase) -> bool:
    """Tell whether a phrase is an indefinite document of somebody's («تقرير لمركز كذا»), which a verb may describe."""
    first = phrase.first
    owner = sight.norm(first + 1)[:1] == "ل" and first + 1 < phrase.last
    return owner and first not in sight.named and not is_definite(sight.norm(first)) and sight.is_a("document", first)


def _is_adverbial(sight: Sight, phrase: Phrase) -> bool:
    """Tell whether words that lead up to a clause are an adverbial and no subject: «وميدانيا»، «وبالمقابل»، «كذلك»."""
    first = phrase.first
    if any(k in sight.named for k in range(first, phrase.last)):
        return False
    norm, bare = sight.norm(first), sight.bare(first)
    if any(sight.lexicon.is_a(kind, form) for kind in ("adverb", "time", "pp") for form in (norm, bare)):
        return True
    alone = phrase.last == first + 1
    return (alone and bare.endswith("ا") and not is_definite(bare)) or bare.startswith(("بال", "كال", "لل", "كذلك"))


def gender_of(sight: Sight, phrase: Phrase) -> str:
    """Return "m" or "f" where a phrase's head shows it, the empty string where it does not."""
    norm = sight.norm(phrase.first)
    text = sight.words[phrase.first].text
    name = sight.name_from.get(phrase.first)
    if name is not None:
        return "f" if name.type == "GPE" or text.endswith("ة") else ""
    norm = norm[2:] if is_definite(norm) else norm
    if sight.lexicon.is_a("feminine", norm):
        return "f"
    if sight.lexicon.is_a("partitive", norm):
        return ""
    if sight.lexicon.is_a("masculine", norm):
        return "m" if sight.is_a("role", phrase.first) else ""
    if text.endswith("ة"):
        return "f"
    if norm.endswith("ات"):
        return "f"
    return "m" if sight.is_a("role", phrase.first) else ""


def agrees(sight: Sight, phrase: Phrase, gender: str, number: str) -> bool:
    """Tell whether a phrase may be the subject of a form that shows `gender` and `number`."""
    if number == "p" or not gender:
        return True
    # «أكدت تصميم الدولة على …»: what she stressed, not who did.
    own = gender_of(sight, phrase) or ("m" if gender == "f" and is_act(sight, phrase.first) else "")
    return not own or own == gender


def continued_holder(sight: Sight, drafts: Sequence[Draft], at: int, gender: str, number: str) -> Phrase | None:
    """Return the subject that a form without one continues: of the statement before it, else of the sentence."""
    start = sight.words[at].span.start
    around = [d for d in drafts if d.content.start <= start < d.content.end and d.pattern not in ("source", "reported")]
    beside = [d for d in drafts if d.word < at and d.content.end <= start and d.pattern not in ("source", "reported")]
    beside = [d for d in beside if not any(o.content.holds(d.cue) for o in beside if o is not d)]
    if around:
        inner = around[-1]
        beside = [d for d in beside if d.content.start >= inner.content.start and d.word > inner.word]
    if beside:
        last = beside[-1]
        if last.holder is not None and agrees(sight, last.holder, gender, number):
            return last.holder
        if last.holder is None:
            return None
    if around:
        inner = around[-1]
        told = sight.norm(at - 1) in ("ما", "مما", "بما", "عما", "فيما", "لما") or inner.reflexive
        fits = inner.holder is not None and agrees(sight, inner.holder, gender, number)
        return inner.holder if told and fits else None
    main = main_subject(sight, at)
    return main if main is not None and agrees(sight, main, gender, number) else None


def main_subject(sight: Sight, before: int) -> Phrase | None:
    """Return the subject of a sentence's first verb or nominal clause where it is plain: a name, a title, a body."""
    start = _after_adverbial(sight, before)
    for first in range(start, start + 3):
        if first >= before:
            return None
        if (first == start and is_definite(sight.norm(first))) or first in sight.name_from:
            phrase = read_phrase(sight, first)
            return phrase if phrase and phrase.last <= before else None
        if first == start:
            continue
        if sight.is_mark(first) or sight.is_a("notholder", first) or sight.lexicon.is_a("boundary", sight.norm(first)):
            return None
        norm = sight.norm(first)
        if is_definite(norm) or sight.is_a("role", first):
            phrase = read_phrase(sight, first, strict=True)
            if phrase is None or phrase.last > before or has_suffix(sight.words[first].text, norm):
                return None
            return phrase
    return None


# An adverbial that opens a sentence («وفي كلمة متلفزة مساء الأحد،») is rarely longer.
_LONGEST_ADVERBIAL = 12


def _after_adverbial(sight: Sight, before: int) -> int:
    """Return the word after the adverbial that a sentence opens with («وفي كلمة متلفزة، …»), 0 where it has none."""
    norm = sight.norm(0)
    if not sight.lexicon.is_a("pp", norm) and not (norm[:1] == "و" and sight.lexicon.is_a("pp", norm[1:])):
        return 0
    for k in range(1, min(before, _LONGEST_ADVERBIAL)):
        if sight.is_comma(k):
            return k + 1
    return 0
