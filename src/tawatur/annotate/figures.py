"""Figures: counts and amounts with comparator and unit."""

from __future__ import annotations

from tawatur.annotate.counted import (
    Counted,
    Line,
    comparator_after,
    comparator_before,
    comparator_over_subject,
    counted_after,
    definite_chain,
    dual_at,
    headed_unit,
    percent_end,
)
from tawatur.lexicon.count_words import CountLexicon
from tawatur.model import Figure, Name, Span, When
from tawatur.model.readings import Comparator
from tawatur.text.fold import fold
from tawatur.text.number_words import number_terms
from tawatur.text.numbers import Number, read_number, read_ordinal
from tawatur.text.prepared import Prepared
from tawatur.text.words import cuts

Value = float | tuple[float, float]
# How often each kind of figure was right on the 144 training articles of the gold data, as (right + 1) / (found + 2),
# less 0.03 for the articles that the rules were written with in view; "bare", "part" and "one" share one estimate.
P = {"counted": 0.96, "percent": 0.92, "range": 0.8, "vague": 0.94, "dual": 0.86, "bare": 0.85, "part": 0.8, "one": 0.8}
# Bare four-figure numbers within these bounds are years that no rule of timex took up.
YEARS = range(1900, 2061)
# So many figures without a mark are a telephone or an account.
TELEPHONE = 7
# A number of years below this that no rule of timex took up is an age.
OLDEST = 200

_PRONOUNS = ("ها", "هم", "هن")
_OWNED = {"نصف": 0.5, "ثلث": 0.333, "ثلثي": 0.667, "ثلثا": 0.667, "ربع": 0.25}


def find_figures(
    prepared: Prepared, times: tuple[When, ...], names: tuple[Name, ...], lexicon: CountLexicon
) -> tuple[Figure, ...]:
    """Find the figures of a text outside its times and names, in order."""
    found: list[Figure] = []
    for sentence in prepared.sentences:
        words = prepared.sentence_words(sentence.index)
        taken = tuple(time.span for time in times if time.span.meets(sentence.span))
        taken += tuple(name.span for name in names if name.span.meets(sentence.span))
        found.extend(_in_sentence(Line(words, taken, lexicon)))
    return tuple(found)


def _in_sentence(line: Line) -> list[Figure]:
    found: list[Figure] = []
    at = 0
    while at < len(line.words):
        word = line.words[at]
        may = word.kind == "number" or (word.kind == "word" and number_terms(word.norm))
        number = read_number(line.words, at) if may else None
        if number is None:
            end, figure = _without_number(line, at)
        elif not line.free(number.span):
            end, figure = number.last, None
        else:
            end, figure = _range(line, number) or _figure(line, number)
        if figure and (not found or found[-1].span.end <= figure.span.start):
            found.append(figure)
        at = max(end, at + 1)
    return found


def _without_number(line: Line, at: int) -> tuple[int, Figure | None]:
    """A dual, or nothing; ordinals are stepped over."""
    if line.kind(at) != "word" or not line.free(line.words[at].span):
        return at + 1, None
    ordinal = read_ordinal(line.words, at)
    if ordinal:
        return ordinal.last, None
    part = _owned_part(line, at) if line.words[at].norm.endswith(_PRONOUNS) else None
    if part:
        return _built(line, at, part[0], at + 1, part[1], None, "part")
    dual = dual_at(line, at)
    if dual is None:
        return at + 1, None
    letters, end = dual
    return _built(line, at, letters, end, 2.0, line.words[at].text[_skip(line, at, letters) :], "dual")


def _owned_part(line: Line, at: int) -> tuple[int, float] | None:
    """«نصفهم», «ثلثيها»: (clitic letters, value) of a part whose whole is a pronoun."""
    # No form is longer than a conjunction, a preposition, four letters and a pronoun.
    norm = line.words[at].norm
    if len(norm) > 8:
        return None
    for cut in cuts(norm):
        for suffix in _PRONOUNS:
            value = _OWNED.get(cut.form.removesuffix(suffix)) if cut.form.endswith(suffix) else None
            if value is not None:
                return cut.letters, value
    return None


def _skip(line: Line, at: int, letters: int) -> int:
    return line.words[at].cut(letters) - line.words[at].span.start


def _built(
    line: Line, first: int, letters: int, end: int, value: Value, unit: str | None, kind: str,
    base: Comparator = "=",
) -> tuple[int, Figure]:  # fmt: skip
    """Build a figure over the words [first, end), with the comparator before or after it."""
    comparator: Comparator = base
    before = comparator_before(line, first)
    if before and not letters:
        # «يصل إلى الآلاف» stays more than a thousand.
        comparator, first, letters = (before[0] if base == "=" else base), before[1], before[2]
    elif not letters and base == "=" and value != 1:
        comparator = comparator_over_subject(line, first) or base
    after = comparator_after(line, end)
    if after and (before is None or before[0] == "="):
        comparator, end = after
    span = Span(line.words[first].cut(letters), line.words[end - 1].span.end)
    return end, Figure(span, value, comparator, unit, P[kind])


def _figure(line: Line, number: Number) -> tuple[int, Figure | None]:
    """The figure of one number, or None for a number that counts nothing."""
    percent = percent_end(line, number.last)
    letters = _letters(line, number)
    if percent:
        return _built(line, number.first, letters, percent, number.value, "%", "percent")
    if number.kind == "few" or _is_no_count(line, number):
        return number.last, None
    counted = counted_after(line, number.last)
    if number.kind == "part":
        return _part(line, number, letters, counted)
    if number.value == 1 and not number.digits:
        return _one(line, number)
    if number.kind == "vague":
        return _built(line, number.first, letters, counted.end, number.value, counted.unit, "vague", ">")
    if _is_definite(line, number):
        return _definite(line, number, letters, counted)
    symbol = line.norm(number.first - 1) in line.lexicon.sets["currency-symbol"]
    if symbol and counted.unit is None:
        return _built(line, number.first - 1, 0, counted.end, number.value, line.norm(number.first - 1), "counted")
    if counted.unit is None and counted.end == number.last and _is_bare(line, number):
        return number.last, None
    kind = "counted" if counted.unit or counted.end > number.last else "bare"
    unit = counted.unit if counted.end > number.last else headed_unit(line, number.first)
    return _built(line, number.first, letters, counted.end, number.value, unit, kind)


def _letters(line: Line, number: Number) -> int:
    word = line.words[number.first]
    return next((n for n in range(4) if word.cut(n) == number.span.start), 0)


def _is_definite(line: Line, number: Number) -> bool:
    return number.definite or line.norm(number.first - 1) == "ال"


def _definite(line: Line, number: Number, letters: int, counted: Counted) -> tuple[int, Figure | None]:
    """«الدول الأربع», «شركاءها الـ14», «العشرة آلاف شخص»; «القرن العشرين» counts nothing."""
    first = number.first - (line.norm(number.first - 1) == "ال")
    follows = counted.unit is not None and (number.value >= 1000 or not counted.unit.startswith("ال"))
    chain = None if follows else definite_chain(line, first)
    if chain:
        unit = line.words[chain[0]].text[_skip(line, chain[0], chain[1]) :]
        if not number.digits and number.value in (2, *range(11, 1000)) and not _counts_definite(line, number, chain[0]):
            return number.last, None
        return _built(line, chain[0], chain[1], number.last, number.value, unit, "counted")
    accusative = counted.unit is not None and fold(counted.unit).endswith(("ا", "ه"))
    if 11 <= number.value < 1000 and not number.digits and not accusative:
        return number.last, None
    if counted.unit is None and number.value >= 11:
        return number.last, None
    return _built(line, number.first, letters, counted.end, number.value, counted.unit, "counted")


def _counts_definite(line: Line, number: Number, noun: int) -> bool:
    """Tell «البحارة الثلاثة والعشرين», «المعارضين الأحد عشر», «المستشارين الخمسين» from «القرن العشرين».

    Teens and compounds have ordinals of another form («الثالث والعشرين»); tens count only after a regular plural.
    """
    value = int(number.value)
    if value < 11 or value >= 100:
        return False
    if value % 10:
        return True
    return line.norm(noun).endswith(("ين", "ون", "ات")) and len(line.norm(noun)) > 5


def _one(line: Line, number: Number) -> tuple[int, Figure | None]:
    """«مرة واحدة» counts one; «واحد من أهم» and «واحدا تلو الآخر» do not."""
    noun = number.first - 1
    form = line.norm(noun)
    if number.definite or number.clitics or line.norm(number.last) in ("تلو", "ضد"):
        return number.last, None
    plain = line.kind(noun) == "word" and not form.startswith(("ال", "لل")) and not line.among(noun, "not-noun")
    if (
        not plain
        or not line.free(line.words[noun].span)
        or form in ("كل", "اي", "شيء", "كياب", "صوت", "ان", "وقت", "يد")
        or form in line.lexicon.sets["one-idiom"]
    ):
        return number.last, None
    return _built(line, noun, 0, number.last, 1.0, line.words[noun].text, "one")


def _part(line: Line, number: Number, letters: int, counted: Counted) -> tuple[int, Figure | None]:
    """«نصف السكان», «ثلثي مقاعد البرلمان»; «نصف نهائي» is no part."""
    noun = line.norm(number.last)
    whole = line.norm(number.first - 1)
    if "و" in number.clitics and noun in (whole, "ال" + whole):  # «متر ونصف المتر»
        value = round(1 + number.value, 3)
        return _built(line, number.first - 1, 0, counted.end, value, line.words[number.first - 1].text, "part")
    measures = line.lexicon.sets["measure"]
    one = number.first - 1 - (whole == "و")
    joined = whole == "و" or "و" in number.clitics
    if joined and line.norm(one) in measures and (one == 0 or read_number(line.words, one - 1) is None):
        # «لتر ونصف»
        return _built(line, one, 0, number.last, round(1 + number.value, 3), line.words[one].text, "part")
    if number.definite and line.norm(number.first - 1).lstrip("وب") in line.lexicon.sets["part-leads"]:
        return _built(line, number.first, letters, number.last, round(number.value, 3), None, "part")
    definite = noun in measures or noun.endswith(("ها", "هم", "هن"))
    definite = definite or noun.startswith("ال") or line.norm(number.last + 1).startswith("ال") or number.value > 0.6
    definite = definite or comparator_before(line, number.first) is not None
    if counted.unit is None or number.definite or noun in line.lexicon.sets["not-counted-part"] or not definite:
        return number.last, None
    return _built(line, number.first, letters, counted.end, round(number.value, 3), counted.unit, "part")


def _is_no_count(line: Line, number: Number) -> bool:
    """Tell whether a number is a name, an age, a score, a telephone or an identifier."""
    first, last = number.first, number.last
    before = first - 1 - (line.norm(first - 1) == "ال")
    if _is_identifier(line, before, number):
        return True
    if number.digits and (_is_attached(line, number) or line.bracketed(number)):
        return True
    if line.norm(first).startswith("0") and number.digits and len(line.norm(first)) > 1 and "." not in line.norm(first):
        return True
    if line.among(last, "age-unit") and number.value < OLDEST:
        return True
    if line.norm(last) == "من" and line.norm(last + 1) in ("العمر", "عمره", "عمرها", "عمرهما", "عمرهم"):
        return True
    return number.definite and number.value in (1, 2, 100) and number.kind == "count"


def _is_identifier(line: Line, before: int, number: Number) -> bool:
    """Tell whether a number names something: «المادة 5», «الذكرى السبعين», «قرار مجلس الأمن 2216», «"عرب 48"»."""
    if line.norm(before) == "و" and line.kind(before - 1) == "number":
        before -= 2  # «في الدقيقتين 43 و57»
    lead = line.norm(before)
    known = line.lexicon.sets["identifier"]
    if (number.digits or number.definite) and (lead in known or (lead[:1] in "وبفلك" and lead[1:] in known)):
        return True
    if line.kind(number.last) == "word" and counted_after(line, number.last).unit is not None:
        return False
    resolutions = line.lexicon.sets["resolution"]
    if any(line.norm(before - back).lstrip("وبفل") in resolutions for back in range(5)):
        return True
    return number.digits and line.norm(number.last) in ('"', "»", "”") and line.kind(before) == "word"


def _is_attached(line: Line, number: Number) -> bool:
    """Tell whether digits hang on letters or marks: «سي-130», «F35», «2-1», «12:30», «#911»."""
    at, last = number.first, number.last
    before = line.norm(at - 1)
    if line.glued(at) and line.kind(at - 1) == "word" and not line.among(at - 1, "may-hang"):
        return True
    if before in ("-", "–", "/", ":", "#", "_", "+", "x", "*", "×") and line.glued(at):
        return True
    if before in ("-", "–") and line.kind(at - 2) == "word" and len(line.norm(at - 2)) <= 3:
        return True
    if line.kind(at - 1) == "word" and before[-1:].isascii() and len(before) <= 5:
        return True
    after = line.norm(last)
    if _is_score(line, at, last):
        return True
    if after in ("×", "+", "″", "′"):
        return True
    if after in ("-", "–", "/", ":") and line.glued(last):
        return line.kind(last + 1) in ("number", "word") and line.glued(last + 1)
    return line.kind(last) == "word" and line.glued(last) and after.isascii()


def _is_score(line: Line, first: int, last: int) -> bool:
    """«2 - 2», «2/ صفر»: small numbers on both sides of a mark, and nothing counted after them."""
    for mark, other, end in ((last, last + 1, last + 2), (first - 1, first - 2, last)):
        if line.norm(mark) in ("-", "–", "/", ":") and (line.kind(other) == "number" or line.norm(other) == "صفر"):
            short = len(line.norm(other)) <= 3 and len(line.norm(first)) <= 2
            if short and counted_after(line, end).unit is None and not percent_end(line, end):
                return True
    return False


def _is_bare(line: Line, number: Number) -> bool:
    """Tell whether a number without noun should be passed over."""
    if not number.digits:
        # «ثلاثة» after a noun, «خمسة» alone: numbers as words count people or things before them in the text.
        return number.value > 10 and number.kind != "count"
    if number.value == 1 or len(line.norm(number.first)) >= TELEPHONE:
        return True
    year = float(number.value).is_integer() and int(number.value) in YEARS and len(line.norm(number.first)) == 4
    return year and comparator_before(line, number.first) is None


def _range(line: Line, number: Number) -> tuple[int, Figure | None] | None:
    """«بين 5 و7», «من 10 إلى 20 شخصا», «100-120 صاروخا», «أربعة أو خمسة»."""
    if number.kind != "count" or number.definite or (number.value == 1 and not number.digits):
        return None
    lead = line.norm(number.first - 1)
    between = lead.endswith("بين") and len(lead) <= 4
    joined = line.norm(number.last)
    at = number.last
    if joined in ("الي", "او", "-", "–", "—", "حتي", "و") and not (joined == "و" and not between):
        at += 1
    elif not (between and joined.startswith("و")):
        return None
    second = read_number(line.words, at) if at < len(line.words) and line.kind(at) != "mark" else None
    if second is None or second.kind != "count" or not line.free(second.span):
        return None
    low, high = _scaled(line, number, second)
    if low >= high or (joined == "او" and high > low * 3) or line.among(number.first - 1, "identifier"):
        return None
    percent = percent_end(line, second.last)
    counted = counted_after(line, second.last)
    if not percent and counted.unit is None and not between:
        return None
    if counted.unit is not None and line.among(second.last, "age-unit") and high < OLDEST:
        return second.last, None
    first = number.first - 1 if between or lead == "من" else number.first
    if line.norm(first - 1).lstrip("وف") == "ما" and between:
        first -= 1
    end = percent or counted.end
    letters = 0 if first != number.first else _letters(line, number)
    span = Span(line.words[first].cut(letters), line.words[end - 1].span.end)
    return end, Figure(span, (low, high), "=", "%" if percent else counted.unit, P["range"])


def _scaled(line: Line, first: Number, second: Number) -> tuple[float, float]:
    """«2 إلى 3 ملايين» is two to three million."""
    low, high = first.value, second.value
    last = number_terms(line.norm(second.last - 1))
    scale = next((t.value for t in last if t.place == "scale" and not t.dual), 1)
    if second.last - second.first > 1 and low < 1000 <= scale and low <= high / scale:
        low *= scale
    return low, high
