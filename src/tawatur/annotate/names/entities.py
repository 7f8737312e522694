"""Entities of one article: which mentions name the same person, body or place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.annotate.names.roles import find_role
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon, bones
from tawatur.model import Entity, EntityRole, Name
from tawatur.text.fold import fold

# Share of right names by rule on the 144 training articles; (right + 4) / (found + 5) for rules that found under 50.
_CERTAINTY = {
    "listed GPE": 0.98, "listed ORG": 0.95, "listed PER": 0.99, "listed LOC": 0.89, "listed OTHER": 0.92,
    "listed FAC": 0.77, "listed weak GPE": 0.87, "listed weak ORG": 0.67, "sounded GPE": 0.5, "sounded ORG": 0.67,
    "sounded PER": 0.83, "given name": 0.92, "weak given name": 0.83, "title": 0.75, "after saying": 0.78,
    "end of role": 0.89, "again": 0.91, "nation": 0.87, "chain": 0.82, "definite": 0.87, "state": 0.71,
    "class and quotes": 0.89, "class and known": 0.78, "party class": 0.67, "named class": 0.71,
    "keep FAC": 0.71, "keep LOC": 0.83, "keep GPE": 0.83, "keep OTHER": 0.6, "drop GPE": 0.8, "drop LOC": 0.37,
    "quotes OTHER": 0.82, "quotes FAC": 0.88, "quotes GPE": 0.83, "quotes LOC": 0.67, "resolution": 0.8,
}  # fmt: skip
_OTHERWISE = 0.8
_BRACKETS = ("(", "[")


def link(
    text: str, sentences: Sequence[tuple[Token, ...]], found: Sequence[Found], lexicon: NameLexicon
) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """Give each name its entity: by gazetteer key, same words, a person's last or first word, a name in brackets."""
    groups: list[list[Found]] = []
    places: dict[str, int] = {}
    for name in sorted(found, key=lambda f: (-(f.last - f.first), f.sentence, f.first)):
        words = _words(name, sentences[name.sentence])
        labels = list(_labels(name, words, lexicon))
        place = next((places[label] for label in labels if label in places), None)
        if place is None:
            place = len(groups)
            groups.append([])
        groups[place].append(name)
        for label in [*labels, *_shorter_labels(name, words, lexicon)]:
            places.setdefault(label, place)
    return _built(text, sentences, _bracketed(groups, sentences), lexicon)


def _labels(name: Found, words: tuple[str, ...], lexicon: NameLexicon) -> Iterator[str]:
    """Yield what a name is known by: its key, then its words by sound."""
    key = name.key or _listed_key(name, words, lexicon)
    if key:
        yield key
    yield f"{name.type} {' '.join(map(bones, words))}"
    if name.class_words:
        yield f"{name.type} {' '.join(map(bones, words[name.class_words :]))}"


def _shorter_labels(name: Found, words: tuple[str, ...], lexicon: NameLexicon) -> Iterator[str]:
    """Yield what a name may be called later: a person by first words or last word, a body by its first word."""
    if name.type == "ORG" and len(words) > 1 and words[0].startswith("ال"):
        yield f"ORG {bones(words[0])}"
        yield f"ORG {bones(words[0])} {bones(words[1])}"
    if name.type != "PER" or len(words) == 1:
        return
    for size in range(len(words) - 1, 0, -1):
        if words[size - 1] not in lexicon.particles and words[size - 1] != "عبد":
            yield f"PER {' '.join(map(bones, words[:size]))}"
    last = words[-2:] if words[-2] in lexicon.particles or words[-2] == "عبد" else words[-1:]
    yield f"PER {' '.join(map(bones, last))}"
    yield f"PER {bones(words[0])} {' '.join(map(bones, last))}"


def _listed_key(name: Found, words: tuple[str, ...], lexicon: NameLexicon) -> str | None:
    for rest, entry in lexicon.known.get(words[0], ()):
        if rest == words[1:] and entry.type == name.type:
            return entry.key
    return None


def _words(name: Found, tokens: tuple[Token, ...]) -> tuple[str, ...]:
    first = next((c.form for c in tokens[name.first].cuts if c.letters == name.cut), tokens[name.first].norm)
    return (first, *(tokens[i].norm for i in range(name.first + 1, name.last)))


def _bracketed(groups: list[list[Found]], sentences: Sequence[tuple[Token, ...]]) -> list[list[Found]]:
    """Join what stands alone in brackets after a name of its type to that name: «منظمة … (أوبك)»."""
    ends = {(f.sentence, f.last): (place, f) for place, group in enumerate(groups) for f in group}
    into = list(range(len(groups)))
    for place, group in enumerate(groups):
        for name in group:
            tokens = sentences[name.sentence]
            before = ends.get((name.sentence, name.first))
            alone = tokens[name.first].before[:1] in _BRACKETS and tokens[name.last - 1].after[:1] in (")", "]")
            if before is not None and alone and before[1].type == name.type and name.type in ("ORG", "PER", "OTHER"):
                into[place] = into[before[0]]
    joined: dict[int, list[Found]] = {}
    for place, group in enumerate(groups):
        joined.setdefault(into[place], []).extend(group)
    return list(joined.values())


def _built(
    text: str, sentences: Sequence[tuple[Token, ...]], groups: list[list[Found]], lexicon: NameLexicon
) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    groups.sort(key=lambda group: min((f.sentence, f.first) for f in group))
    taken: dict[int, set[int]] = {}
    for f in (f for group in groups for f in group if f.type == "PER"):
        taken.setdefault(f.sentence, set()).update(range(f.first, f.last))
    names: list[Name] = []
    entities: list[Entity] = []
    for number, group in enumerate(groups):
        group.sort(key=lambda f: (f.sentence, f.first))
        spans = [f.span(sentences[f.sentence]) for f in group]
        keys = (f.key or _listed_key(f, _words(f, sentences[f.sentence]), lexicon) for f in group)
        key = next((key for key in keys if key), None)
        entry = lexicon.by_key.get(key) if key else None
        wholes = (
            _whole(f, span.of(text), sentences[f.sentence], key, lexicon) for f, span in zip(group, spans, strict=True)
        )
        canonical = max(wholes, key=len)
        country, latin = (entry.country, entry.latin) if entry else (None, None)
        if entry is None and group[0].type in ("ORG", "FAC"):
            country = _country_told(group, sentences, lexicon)
        roles = _roles(group, sentences, taken, text, lexicon)
        entities.append(Entity(f"e{number}", canonical, group[0].type, key, latin, country, roles))
        for f, span in zip(group, spans, strict=True):
            names.append(Name(span, f.type, f"e{number}", _certainty(f)))
    return tuple(sorted(names, key=lambda n: n.span)), tuple(entities)


def _whole(name: Found, surface: str, tokens: tuple[Token, ...], key: str | None, lexicon: NameLexicon) -> str:
    """Return a name as it is written alone: the alef that «ل» swallowed («للحكومة») is put back.

    A listed name tells itself whether it has one («للأمم المتحدة», «للبنان»); of the others bodies have.
    """
    swallowed = next((c.form for c in tokens[name.first].cuts if c.letters == name.cut and c.form[:2] == "ال"), None)
    if not name.cut or swallowed is None or not surface.startswith("ل"):
        return surface
    if key is None:
        return "ا" + surface if name.type in ("ORG", "FAC", "OTHER") else surface
    rest = tuple(tokens[i].norm for i in range(name.first + 1, name.last))
    listed = any(words == rest and entry.key == key for words, entry in lexicon.known.get(swallowed, ()))
    return "ا" + surface if listed else surface


def _country_told(group: Sequence[Found], sentences: Sequence[tuple[Token, ...]], lexicon: NameLexicon) -> str | None:
    """Return the one country that the adjectives of a body's names tell («الحكومة التركية»), or None."""
    told = {
        lexicon.demonyms[form]
        for f in group
        for form in (sentences[f.sentence][at].norm for at in range(f.first, f.last))
        if form.startswith("ال") and form in lexicon.demonyms
    }
    return told.pop() if len(told) == 1 else None


def _certainty(name: Found) -> float:
    if name.p is not None:
        return name.p
    again = name.evidence.startswith("again ")
    return _CERTAINTY.get("again" if again else name.evidence, _OTHERWISE)


def _roles(
    group: Sequence[Found],
    sentences: Sequence[tuple[Token, ...]],
    taken: dict[int, set[int]],
    text: str,
    lexicon: NameLexicon,
) -> tuple[EntityRole, ...]:
    roles: dict[str, EntityRole] = {}
    for name in group:
        if name.type == "PER":
            role = find_role(name, sentences[name.sentence], frozenset(taken[name.sentence]), text, lexicon)
            if role is not None:
                roles.setdefault(fold(role.text), role)
    return tuple(roles.values())
