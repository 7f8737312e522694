"""Features of candidates: what the model weighs to tell names. A feature is a short name; it is there or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tawatur.annotate.names.candidates import Candidate, relation
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon
from tawatur.tagger.ladder import Ladder

# Log odds at which a step of a ladder stands: from 1 in 400 to 400 in 401, finer about the middle.
_STEPS = (-6.0, -5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0)
# Evidence that is none of a rule: the tagger's own, and readings made for the model alone.
_NO_RULES = (
    "tagger",
    "again tagger",
    "other type",
    "loose",
    "quotation",
    "listed beside",
    "shorter",
    "headless",
    "longer",
)
# Shares of agreement of grammar and tagger that part articles into three kinds, about a third each.
_MOST, _HALF = 0.7, 0.45
_CLOSING = ("»", '"', "”", "'", "’")
# Names longer than this are told apart no further.
_LONG = 5
# Below all odds: where there is nothing to compare with.
NO_ODDS = -99.0
ladder = Ladder(_STEPS).at
_Key = TypeVar("_Key")


def rung(name: str, odds: float) -> tuple[str, ...]:
    """Return the highest step that log odds reach, if any; its weight is that of all steps up to it (train)."""
    return ladder(name, odds)[-1:]


@dataclass(frozen=True, slots=True)
class Company:
    """What an article tells of its candidates: what was decided, odds of the same words, best odds of longer names."""

    chosen: dict[int, list[Found]]
    decided: dict[int, list[Found]]
    same: dict[tuple[str, tuple[str, ...]], list[float]]
    types: dict[tuple[str, ...], dict[str, float]]
    longer: dict[tuple[str, str], float]
    beside: dict[tuple[int, int, str], float]
    agreement: str


def keep_company(candidates: Sequence[Candidate], chosen: Sequence[Found], decided: Sequence[Found]) -> Company:
    """Gather what the candidates of an article tell of one another."""
    same: dict[tuple[str, tuple[str, ...]], list[float]] = {}
    types: dict[tuple[str, ...], dict[str, float]] = {}
    longer: dict[tuple[str, str], float] = {}
    for c in candidates:
        same.setdefault((c.found.type, c.words), []).append(c.opinion.exact)
        _raise(types.setdefault(c.words, {}), c.found.type, c.opinion.of_type)
        if len(c.words) > 1:
            for word in {c.words[0], c.words[-1]}:
                _raise(longer, (c.found.type, word), c.opinion.exact)
    for odds in same.values():
        odds.sort(reverse=True)
    return Company(
        _by_sentence(chosen),
        _by_sentence(decided),
        same,
        types,
        longer,
        _beside(candidates),
        _agreement(chosen, decided),
    )


def _raise(best: dict[_Key, float], key: _Key, odds: float) -> None:
    best[key] = max(best.get(key, NO_ODDS), odds)


def _beside(candidates: Sequence[Candidate]) -> dict[tuple[int, int, str], float]:
    """Return the best odds of candidates by type and by the tokens at which they begin and end.

    A place before a token is told from one after it by its sign: what begins at `first` stands under `first`, what
    ends before `last` under `-last`.
    """
    best: dict[tuple[int, int, str], float] = {}
    for c in candidates:
        f = c.found
        _raise(best, (f.sentence, f.first, f.type), c.opinion.exact)
        _raise(best, (f.sentence, -f.last, f.type), c.opinion.exact)
    return best


def _agreement(chosen: Sequence[Found], decided: Sequence[Found]) -> str:
    """Tell how many of the tagger's names the grammar has too: where few, its lists do not know the article's world."""
    places = {(f.sentence, f.first, f.last) for f in chosen}
    # One more of each, so that few names say little.
    share = (1 + sum((f.sentence, f.first, f.last) in places for f in decided)) / (2 + len(decided))
    return "most" if share >= _MOST else "half" if share >= _HALF else "few"


def _by_sentence(names: Sequence[Found]) -> dict[int, list[Found]]:
    found: dict[int, list[Found]] = {}
    for name in names:
        found.setdefault(name.sentence, []).append(name)
    return found


def features(c: Candidate, tokens: tuple[Token, ...], company: Company, lexicon: NameLexicon) -> Iterator[str]:
    """Yield what speaks for and against a candidate."""
    found = c.found
    kind, size = found.type, min(found.last - found.first, _LONG)
    yield f"type={kind}"
    yield f"type={kind},length={size}"
    grammar = relation(found, company.chosen.get(found.sentence, ()))
    tagger = relation(found, company.decided.get(found.sentence, ()))
    rules = [e for e in c.evidence if not e.startswith(_NO_RULES)]
    yield f"grammar {grammar}"
    yield f"grammar {grammar},{kind}"
    yield f"tagger {tagger}"
    yield f"tagger {tagger},{kind}"
    yield f"grammar {grammar},tagger {tagger}"
    yield f"grammar {grammar},tagger {tagger},{company.agreement}"
    yield f"grammar {grammar},tagger {tagger},{kind},{company.agreement}"
    yield f"{company.agreement}"
    for evidence in c.evidence:
        rule = "again" if evidence.startswith("again") and not evidence.startswith("again tagger") else evidence
        yield f"rule={rule}"
        yield f"rule={rule},tagger {tagger}"
        yield f"rule={rule},{company.agreement}"
    yield from rung("exact", c.opinion.exact)
    yield from rung("type", c.opinion.of_type)
    yield from rung("any", c.opinion.of_any)
    if not rules:
        yield "no rule"
        yield f"no rule,{kind}"
        yield from rung("no rule, exact", c.opinion.exact)
    yield from rung(f"{kind} exact", c.opinion.exact)
    yield from _of_type(c, company)
    yield from _elsewhere(c, company)
    yield from _neighbours(c, tokens, company)
    yield from _shape(found, tokens, lexicon)
    yield from _edges(c, tokens, lexicon)


def _of_type(c: Candidate, company: Company) -> Iterator[str]:
    """Yield by how much the tagger takes these words for this type sooner than another, anywhere in the article."""
    types = company.types[c.words]
    if len(types) > 1:
        best = max(odds for kind, odds in types.items() if kind != c.found.type)
        yield from rung("type in article", types[c.found.type] - best)


def _neighbours(c: Candidate, tokens: tuple[Token, ...], company: Company) -> Iterator[str]:
    """Yield how sure the tagger is of names of this type joined to the candidate by «و» or a comma."""
    f = c.found
    before = _joint(tokens, f.first, f.cut)
    if before:
        yield f"{before} before"
        odds = company.beside.get((f.sentence, -f.first, f.type))
        if odds is not None:
            yield from rung(f"{before} name before", odds)
    if f.last < len(tokens):
        after = _joint(tokens, f.last, 1)
        if after:
            yield f"{after} after"
            odds = company.beside.get((f.sentence, f.last, f.type))
            if odds is not None:
                yield from rung(f"{after} name after", odds)


def _joint(tokens: tuple[Token, ...], at: int, cut: int) -> str:
    """Tell how a token is joined to the name before it: by «و», by a comma, or not."""
    if cut and tokens[at].norm[0] == "و" and at:
        return "and"
    return "comma" if tokens[at].before in ("،", ",") else ""


def _elsewhere(c: Candidate, company: Company) -> Iterator[str]:
    """Yield how sure the tagger is of the same words elsewhere in the article, and of longer names with them."""
    odds = company.same[c.found.type, c.words]
    if len(odds) > 1:
        yield "elsewhere"
        # The best of the others.
        yield from rung("elsewhere", odds[1] if odds[0] == c.opinion.exact else odds[0])
    last = company.same.get((c.found.type, c.words[-1:]))
    if len(c.words) > 1 and last is not None:
        yield from rung("last word alone", last[0])
    if len(c.words) == 1:
        longer = company.longer.get((c.found.type, c.words[0]))
        if longer is not None:
            yield f"of longer,{c.found.type}"
            yield from rung("of longer", longer)


def _shape(found: Found, tokens: tuple[Token, ...], lexicon: NameLexicon) -> Iterator[str]:
    first = next((c.form for c in tokens[found.first].cuts if c.letters == found.cut), tokens[found.first].norm)
    kind = _word_class(first, lexicon)
    if found.last - found.first == 1:
        yield f"only={kind}"
        yield f"only={kind},{found.type}"
    else:
        yield f"first={kind}"
        yield f"first={kind},{found.type}"
        yield f"last={_word_class(tokens[found.last - 1].norm, lexicon)}"
        if not all(t.joined for t in tokens[found.first + 1 : found.last]):
            yield "marks inside"
    if found.cut:
        yield f"cut={tokens[found.first].norm[: found.cut]}"
    elif found.first == 0 or not tokens[found.first].joined:
        yield "quoted" if tokens[found.first].quoted else "after mark"
    else:
        before = _word_class(tokens[found.first - 1].norm, lexicon)
        yield f"before={before}"
        yield f"before={before},{found.type}"
    if found.last < len(tokens) and tokens[found.last].joined:
        after = _word_class(tokens[found.last].norm, lexicon)
        yield f"after={after}"
        yield f"after={after},{found.type}"
    else:
        yield "before mark"


def _edges(c: Candidate, tokens: tuple[Token, ...], lexicon: NameLexicon) -> Iterator[str]:
    """Yield the shape of the last word and of the word after it, and whether quotation marks enclose the candidate."""
    f = c.found
    if f.last < len(tokens) and tokens[f.last].joined:
        yield f"after {_ending(tokens[f.last].norm, lexicon)},{f.type}"
    yield f"ends {_ending(tokens[f.last - 1].norm, lexicon)},{f.type}"
    if tokens[f.first].quoted and tokens[f.last - 1].after[:1] in _CLOSING:
        yield f"between quotes,{f.type}"


def _ending(form: str, lexicon: NameLexicon) -> str:
    """Return what front and end tell of a word: article, preposition, nisba, nationality."""
    if form in lexicon.demonyms:
        return "nationality"
    front = next((f for f in ("وال", "ال", "لل", "بال") if form.startswith(f)), "")
    return f"{front}…ي" if form.endswith(("ي", "يه")) else f"{front}…"


def _word_class(form: str, lexicon: NameLexicon) -> str:
    """Return the class of a word by the lists, the most telling first."""
    for name, words in (
        ("fixed", lexicon.fixed),
        ("title", lexicon.titles),
        ("class word", lexicon.classes),
        ("demonym", lexicon.demonyms),
        ("time", lexicon.times),
        ("saying", lexicon.saying),
        ("locative", lexicon.locatives),
        ("given", lexicon.given),
        ("particle", lexicon.particles),
        ("verb", lexicon.verbs),
        ("descriptive", lexicon.descriptive),
        ("common", lexicon.stop),
        ("known", lexicon.known),
        ("foreign", lexicon.foreign),
    ):
        if form in words:
            return name
    if form.startswith(("ال", "وال", "بال", "لل")):
        return "definite"
    if form[:1].isascii():
        return "number" if form[:1].isdigit() else "latin"
    return "other"
