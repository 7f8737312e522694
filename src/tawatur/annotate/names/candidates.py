"""Candidates for names from grammar and tagger together, with all that speaks for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tawatur.annotate.names.loose import listed_beside, loose_readings, other_ends
from tawatur.annotate.names.repeats import find_repeats
from tawatur.annotate.names.sensed import Opinion, Sensed
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon

# Log odds from which another type is a candidate for the words of a name (1 in 10), and from which the tagger's opinion
# of the words as any name makes a weak reading worth weighing (1 in 20).
_LEAST_TYPE, _LEAST_ANY = -2.2, -3.0
_TANWIN = ("\u064b", "\u064bا")
_DOTS = (".", "/")
# Sentence, first token, end, letters cut, type.
Place = tuple[int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of some words as a name of a type: every rule that gives it, its words, what the tagger says of it."""

    found: Found
    evidence: tuple[str, ...]
    words: tuple[str, ...]
    opinion: Opinion


def gather(
    sentences: Sequence[tuple[Token, ...]],
    grammar: Sequence[Found],
    chosen: Sequence[Found],
    sensed: Sensed,
    lexicon: NameLexicon,
) -> list[Candidate]:
    """Return every candidate: readings of the grammar, proposals of the tagger, their repeats, and other types.

    `chosen` are the names that the grammar alone would give.
    """
    own = [*grammar, *chosen, *sensed.decided, *sensed.proposed()]
    again = [*find_repeats(sentences, chosen, lexicon), *find_repeats(sentences, sensed.decided, lexicon)]
    merged: dict[Place, list[Found]] = {}
    for found in (*own, *again):
        merged.setdefault(place_of(found), []).append(found)
    ends = other_ends([*chosen, *sensed.decided], sentences)
    beside = listed_beside(own, sentences)
    for found in (*loose_readings(sentences, lexicon), *ends, *beside):
        if place_of(found) in merged or sensed.opinion(found).of_any >= _LEAST_ANY:
            merged.setdefault(place_of(found), []).append(found)
    for same in list(merged.values()):
        _other_types(same[0], sensed, merged)
    candidates = [_candidate(same, sentences, sensed) for same in merged.values()]
    return [c for c in candidates if not _is_none(c, sentences[c.found.sentence], lexicon)]


def _is_none(c: Candidate, tokens: tuple[Token, ...], lexicon: NameLexicon) -> bool:
    """Tell whether words are no name whoever takes them for one."""
    words, found = c.words, c.found
    # «خادم الحرمين الشريفين» is a title, however much it looks like a body.
    if words in lexicon.title_phrases:
        return True
    listed = found.key is not None
    # «مازحاً», «درعاً»: an accusative.
    if not listed and tokens[found.last - 1].word.text.endswith(_TANWIN):
        return True
    # «محكمة ألمانية»: any such body.
    if len(words) == 2 and words[0] in lexicon.classes and words[1] in lexicon.demonyms and words[1][:2] != "ال":
        return not listed
    if found.type != "PER":
        return False
    # «جامعة الملك عبدالعزيز د. منصور المزروعي», «حمزة الحكيم عم عبدالله»: two names with a word between.
    inside = tokens[found.first + 1 : found.last - 1]
    if any((len(t.norm) == 1 and t.after[:1] in _DOTS) or t.norm in lexicon.kinsmen for t in inside):
        return True
    # «آية الله علي خامنئي»: a title before the name.
    return any(words[:size] in lexicon.title_phrases for size in range(1, len(words)))


def place_of(found: Found) -> Place:
    """Return what tells the candidates of an article apart: sentence, tokens, letters cut, type."""
    return found.sentence, found.first, found.last, found.cut, found.type


def _other_types(found: Found, sensed: Sensed, merged: dict[Place, list[Found]]) -> None:
    place = (found.sentence, found.first, found.last, found.cut)
    for kind in sensed.likely_types(found, _LEAST_TYPE):
        if (*place, kind) not in merged:
            merged[*place, kind] = [replace(found, type=kind, evidence="other type", key=None, class_words=0)]


def _candidate(same: Sequence[Found], sentences: Sequence[tuple[Token, ...]], sensed: Sensed) -> Candidate:
    best = max(same, key=lambda f: (f.key is not None, f.strength))
    closing = any(f.evidence == "class and quotes" for f in same)
    if closing:
        best = replace(best, evidence="class and quotes")
    evidence = tuple(sorted({f.evidence for f in same}))
    return Candidate(best, evidence, words_of(best, sentences[best.sentence]), sensed.opinion(best))


def words_of(name: Found, tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """Return the folded words of a name, the first without its clitics."""
    first = next((c.form for c in tokens[name.first].cuts if c.letters == name.cut), tokens[name.first].norm)
    return (first, *(tokens[i].norm for i in range(name.first + 1, name.last)))


def relation(one: Found, others: Iterable[Found]) -> str:
    """Tell how a candidate stands to the first of some names that it meets: same, inside, around, crossing, apart."""
    for other in others:
        if other.first < one.last and one.first < other.last:
            if (one.first, one.last) == (other.first, other.last):
                if one.cut != other.cut:
                    return "other cut"
                return "same" if one.type == other.type else "other type"
            if other.first <= one.first and one.last <= other.last:
                return "inside"
            return "around" if one.first <= other.first and other.last <= one.last else "crossing"
    return "apart"
