"""What stands around a number: its counted noun, percent signs, comparators; duals that count by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.lexicon.count_words import CountLexicon, Dual
from tawatur.model import Span
from tawatur.model.readings import Comparator
from tawatur.text.numbers import Number, read_number
from tawatur.text.words import Cut, Word, cuts

# How many words after a number «على الأقل» may stand: «17 من عناصر قوات الأمن الأفغانية على الأقل».
AFTER_REACH = 7
_OPEN = frozenset({"(", "[", "،", ","})
_CLOSE = frozenset({")", "]", "،", ","})


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence while its figures are read: its words, the spans of times and names, the lexicon."""

    words: Sequence[Word]
    taken: tuple[Span, ...]
    lexicon: CountLexicon

    def norm(self, at: int) -> str:
        """Return the folded form of a word, or the empty string outside the sentence."""
        return self.words[at].norm if 0 <= at < len(self.words) else ""

    def kind(self, at: int) -> str:
        """Return the kind of a word, or the empty string outside the sentence."""
        return self.words[at].kind if 0 <= at < len(self.words) else ""

    def glued(self, at: int) -> bool:
        """Tell whether a word follows the one before it without white space."""
        return 0 < at < len(self.words) and self.words[at - 1].span.end == self.words[at].span.start

    def among(self, at: int, name: str) -> bool:
        """Tell whether a word is in a set of the lexicon."""
        return self.norm(at) in self.lexicon.sets[name]

    def free(self, span: Span) -> bool:
        """Tell whether no time or name stands on a span."""
        return not any(span.meets(other) for other in self.taken)

    def bracketed(self, number: Number) -> bool:
        """Tell whether nothing but a number stands between brackets or commas."""
        before, after = self.norm(number.first - 1), self.norm(number.last)
        return before in _OPEN and after in _CLOSE


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun of a number: the index after it and the noun as written, None where there is none."""

    end: int
    unit: str | None


def percent_end(line: Line, at: int) -> int | None:
    """Return the index after a percent sign or «في المئة» at a place."""
    if line.norm(at) in ("%", "٪") or line.among(at, "percent"):
        return at + 1
    if line.norm(at) in ("في", "ب") and line.norm(at + 1) in ("الميه", "المايه"):
        return at + 2
    return None


def counted_after(line: Line, at: int) -> Counted:
    """Return the noun that a number before `at` counts."""
    norm = line.norm(at)
    if norm in ("منهم", "منهن", "منها", "منا", "منكم"):
        return Counted(at + 1, None)
    if norm == "من":
        return _counted_of(line, at)
    if norm in line.lexicon.sets["currency-symbol"]:
        return Counted(at + 1, norm)
    if not _is_noun(line, at):
        return Counted(at, None)
    end = at + 1
    if line.among(end, "unit-tail"):
        end += 1
    return Counted(end, _written(line, at, end))


def _counted_of(line: Line, at: int) -> Counted:
    """«2 من طواقم الإسعاف», «نحو 80 من العاملين»: the noun after «من», if it is part of the number's phrase."""
    definite = line.norm(at + 1).startswith("ال") or line.norm(at + 2).startswith("ال")
    if not definite or not _is_noun(line, at + 1, part=True):
        return Counted(at, None)
    noun = at + 1
    if line.norm(noun) in ("كبار", "هولاء", "بين", "اصل") and line.kind(noun + 1) == "word":
        noun += 1
    return Counted(noun + 1, _written(line, noun, noun + 1))


def _is_noun(line: Line, at: int, *, part: bool = False) -> bool:
    norm = line.norm(at)
    if line.kind(at) != "word" or line.among(at, "not-noun") or len(norm) < 2:
        return False
    if norm.startswith(("وال", "بال", "لل", "فال", "كال")) or norm.endswith("وا"):
        return False
    if norm.startswith(("سي", "ست")) and norm.endswith("ون") and len(norm) > 6:
        return False  # a verb to come: «4 سيمثلون»
    if norm.startswith(("بم", "بت", "لم", "لت")) and len(norm) > 4:
        return False  # a preposition and its noun: «بمدينة», «لمؤسسة»
    if norm.startswith("و") and norm not in line.lexicon.sets["noun-with-waw"]:
        return False
    if not part and at and norm[0] == "ب" and norm[1:3] in ("جر", "ان", "سب", "اص", "نس", "حس", "ها", "هم"):
        return False
    return line.free(line.words[at].span) or not line.taken


def _written(line: Line, first: int, end: int) -> str:
    return " ".join(line.words[at].text for at in range(first, min(end, len(line.words))))


def comparator_before(line: Line, first: int) -> tuple[Comparator, int, int] | None:
    """Return (comparator, index of its first word, letters of clitics there) of a phrase that ends at `first`."""
    for phrase, comparator in line.lexicon.before.get(line.norm(first - 1), ()):
        found = _phrase_ends(line, first, phrase)
        if phrase == ("دون",) and (line.norm(first - 2) == "من" or line.norm(first + 1) in ("واحد", "واحده")):
            continue  # "without"
        if found is not None:
            return comparator, first - len(phrase), found
    # One-word phrases may carry clitics («بنحو», «وقرابة»).
    for cut in cuts(line.norm(first - 1))[1:]:
        for phrase, comparator in line.lexicon.before.get(cut.form, ()):
            if len(phrase) == 1:
                return comparator, first - 1, cut.letters
    return None


def comparator_over_subject(line: Line, first: int) -> Comparator | None:
    """«تتجاوز سرعتها 70 كيلومترا», «يتخطى عدد الزوار 120 ألفا»: the verb's subject stands between it and the number."""
    for back in (2, 3):
        between = range(first - back + 1, first)
        if any(line.kind(at) != "word" or line.among(at, "not-noun") for at in between):
            return None
        verb = line.norm(first - back)
        verb = verb[1:] if verb[:1] in ("و", "ف", "س") and verb not in line.lexicon.sets["bounding-verb"] else verb
        if verb in line.lexicon.sets["bounding-verb"]:
            denied = line.norm(first - back - 1).lstrip("وفأ") in ("لا", "لم", "لن", "الا")
            return "<=" if denied else ">"
        if verb in line.lexicon.sets["approaching-verb"]:
            return "~"
    return None


def _phrase_ends(line: Line, first: int, phrase: tuple[str, ...]) -> int | None:
    """Return the clitic letters before a phrase whose last word stands before `first`, None where it does not."""
    start = first - len(phrase)
    if start < 0 or any(line.norm(start + k) != word for k, word in enumerate(phrase) if k):
        return None
    head = line.norm(start)
    if head == phrase[0]:
        return 0
    if phrase[-1] == "الي":
        return None  # «لتصل إلى», «ووصل إلى» tell what is reached, not a bound
    return next((cut.letters for cut in cuts(head)[1:] if cut.form == phrase[0]), None)


def comparator_after(line: Line, at: int) -> tuple[Comparator, int] | None:
    """Return (comparator, index after it) of a phrase that follows a figure within its clause."""
    for place in range(at, min(at + AFTER_REACH, len(line.words))):
        for phrase, comparator in line.lexicon.after.get(line.norm(place), ()):
            end = place + len(phrase)
            if all(line.norm(place + k) == word for k, word in enumerate(phrase)) and not _number_near(line, end):
                return comparator, end
        if line.kind(place) != "word" or read_number(line.words, place) is not None:
            return None
    return None


def _number_near(line: Line, at: int) -> bool:
    """Tell whether a comparator belongs to what follows it: «على الأقل 5», «على الأقل مرة واحدة»."""
    if at < len(line.words) and read_number(line.words, at) is not None and not line.norm(at).startswith("و"):
        return True
    return line.norm(at + 1) in ("واحد", "واحده")


def dual_at(line: Line, at: int) -> tuple[int, int] | None:
    """Return (clitic letters, index after) of a dual that counts: «جنديان», «الطائرتين», «مدينتي حلب وحماة»."""
    norm = line.norm(at)
    if line.kind(at) != "word" or norm[-2:] not in ("ان", "ين", "تي", "تا") or line.among(at, "not-dual"):
        return None
    ways = cuts(norm)
    never = line.lexicon.sets["not-dual"]
    if any(cut.form in never or cut.form[2:] in never for cut in ways) or line.norm(at - 1) in (
        "كلا",
        "كلتا",
        "كلي",
        "كلتي",
    ):
        return None
    found = next(((cut, dual) for cut in ways if (dual := _known(line, cut.form))), None) or _any_feminine(ways)
    if found is None:
        return None
    cut, dual = found
    definite = cut.form.startswith("ال")
    if (dual.indefinite_only and definite) or (dual.construct and not _opens(line, at, definite)):
        return None
    if _agrees(line, at, definite):
        return None
    return cut.letters, at + 1 + (line.norm(at + 1) in ("اثنين", "اثنان", "اثنتين", "اثنتان"))


def _known(line: Line, form: str) -> Dual | None:
    """Return the lexicon's dual of a form, with or without article."""
    duals = line.lexicon.duals
    return duals.get(form) or (duals.get(form[2:]) if form.startswith("ال") else None)


def _any_feminine(ways: tuple[Cut, ...]) -> tuple[Cut, Dual] | None:
    """«…تان», «…تين» are duals of feminine nouns whatever the noun; masculine endings are shared with plurals.

    A conjunction is cut off such a word, a preposition only before the article.
    """
    # «…ستان», «…ستين» end names of countries and people, «…يتين» adjectives.
    form = ways[0].form
    if len(form) < 6 or not form.endswith(("تان", "تين")) or form[-4:-3] in ("س", "ي"):
        return None
    for cut in ways[::-1]:
        if len(cut.form) >= 6 and (cut.clitics in ("و", "ف") or (cut.clitics and cut.form.startswith("ال"))):
            return cut, Dual(False, False, True)
    return ways[0], Dual(False, False, True)


def _agrees(line: Line, at: int, definite: bool) -> bool:
    """Tell whether a dual is the adjective of the dual before it: «البلدين الشقيقين», «مصدران أمنيان»."""
    before = line.norm(at - 1)
    if not before.endswith(("ان", "ين")) or len(before) < 5 or line.kind(at - 1) != "word":
        return False
    if before[-5:].startswith("ت") and len(before.lstrip("وبفل")) == 5:
        return False  # «تدشين», «تعيين»: nouns of action
    return definite == before.lstrip("وبفلك").startswith("ال") or before.startswith("لل")


def _opens(line: Line, at: int, definite: bool) -> bool:
    """«مدينتي عبادان والمحمرة» counts two; «مدينتي» alone is my city."""
    if definite or any(cut.form in line.lexicon.sets["no-construct"] for cut in cuts(line.norm(at))):
        return False
    return line.kind(at + 1) == "word" and not line.among(at + 1, "not-noun")


def definite_chain(line: Line, first: int) -> tuple[int, int] | None:
    """Return (index, clitic letters) of the definite noun that a definite number at `first` counts: «الدول الأربع»."""
    at = first - 1
    if line.kind(at) != "word" or line.among(at, "not-noun"):
        return None
    norm = line.norm(at)
    if norm.endswith(("ها", "هم", "هن", "نا")) and len(norm) > 4 and line.free(line.words[at].span):
        return at, 0
    found: tuple[int, int] | None = None
    while first - at <= 3 and line.kind(at) == "word":
        letters = _article(line.norm(at))
        if letters is None or not line.free(line.words[at].span):
            break
        found = at, letters
        at -= 1
        if letters:
            break
    return found


def _article(norm: str) -> int | None:
    """Return the clitic letters before a word's article, None for a word without one."""
    if norm.startswith("ال") and len(norm) > 4:
        return 0
    if norm.startswith("لل") and len(norm) > 4:
        return 1
    return 1 if norm[:1] in "وبفك" and norm[1:3] == "ال" and len(norm) > 5 else None


# «وارتفع عدد القتلى في المحافظة إلى تسعة»: words between what is counted and its number.
HEADED_REACH = 7


def headed_unit(line: Line, first: int) -> str | None:
    """Return the noun that a number without a noun counts because «عدد» or «حصيلة» stands over it, as written.

    «ارتفع عدد القتلى من سبعة إلى تسعة» counts «القتلى»; nothing is counted over a mark, as «عدد من النواب» or a name.
    """
    for at in range(first - 1, max(-1, first - 2 - HEADED_REACH), -1):
        if line.kind(at) == "mark":
            return None
        head = next((c for c in cuts(line.norm(at)) if c.form in line.lexicon.sets["headcount"]), None)
        if head is None:
            continue
        noun = at + 1
        counts = line.kind(noun) == "word" and line.norm(noun).startswith("ال") and line.free(line.words[noun].span)
        return line.words[noun].text if counts and noun < first else None
    return None
