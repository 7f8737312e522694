"""Features of candidates: what the model weighs to tell names. A feature is a short name; it is there or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.annotate.names.candidates import Candidate, relation
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon
from tawatur.tagger.ladder import Ladder

# Log odds at which a step of a ladder stands: from 1 in 400 to 400 in 401, finer about the middle.
_STEPS = (-6.0, -5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0)
# Evidence that is none of a rule: the tagger's own, and readings made for the model alone.
_NO_RULES = ("tagger", "again tagger", "other type", "loose", "quotation", "shorter", "headless", "longer")
# Shares of agreement of grammar and tagger that part articles into three kinds, about a third each.
_MOST, _HALF = 0.7, 0.45
# Names longer than this are told apart no further.
_LONG = 5
ladder = Ladder(_STEPS).at


@dataclass(frozen=True, slots=True)
class Company:
    """What an article tells of its candidates: what was decided, odds of the same words, best odds of longer names."""

    chosen: dict[int, list[Found]]
    decided: dict[int, list[Found]]
    same: dict[tuple[str, tuple[str, ...]], list[float]]
    longer: dict[tuple[str, str], float]
    agreement: str


def keep_company(candidates: Sequence[Candidate], chosen: Sequence[Found], decided: Sequence[Found]) -> Company:
    """Gather what the candidates of an article tell of one another."""
    same: dict[tuple[str, tuple[str, ...]], list[float]] = {}
    longer: dict[tuple[str, str], float] = {}
    for c in candidates:
        same.setdefault((c.found.type, c.words), []).append(c.opinion.exact)
        if len(c.words) > 1:
            for word in {c.words[0], c.words[-1]}:
                key = (c.found.type, word)
                longer[key] = max(longer.get(key, -99.0), c.opinion.exact)
    for odds in same.values():
        odds.sort(reverse=True)
    return Company(_by_sentence(chosen), _by_sentence(decided), same, longer, _agreement(chosen, decided))


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
    yield from ladder("exact", c.opinion.exact)
    yield from ladder("type", c.opinion.of_type)
    yield from ladder("any", c.opinion.of_any)
    if not rules:
        yield "no rule"
        yield f"no rule,{kind}"
        yield from ladder("no rule, exact", c.opinion.exact)
    yield from ladder(f"{kind} exact", c.opinion.exact)
    yield from _elsewhere(c, company)
    yield from _shape(found, tokens, lexicon)


def _elsewhere(c: Candidate, company: Company) -> Iterator[str]:
    """Yield how sure the tagger is of the same words elsewhere in the article, and of longer names with them."""
    odds = company.same[c.found.type, c.words]
    if len(odds) > 1:
        yield "elsewhere"
        # The best of the others.
        yield from ladder("elsewhere", odds[1] if odds[0] == c.opinion.exact else odds[0])
    if len(c.words) == 1:
        longer = company.longer.get((c.found.type, c.words[0]))
        if longer is not None:
            yield f"of longer,{c.found.type}"
            yield from ladder("of longer", longer)


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
