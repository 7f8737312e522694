"""Names of people: their parts, and whether two names can be one person's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tawatur.stories.entities.spelling import Match, compare_words
from tawatur.text.words import find_words, without_article

_FATHER = frozenset(("بن", "ابن", "بنت", "ولد"))
# Parts that some outlets leave out: the article of a family, particles of European names, honorifics.
_LOOSE = frozenset(("ال", "دي", "دا", "دو", "ديل", "دل", "فان", "فون", "الدين", "الحاج", "ايه", "حجه", "الاسلام"))
_KUNYA = {"ابي": "ابو", "ابا": "ابو", "ابو": "ابو"}
# Endings that are written on the name before them or apart.
_TAILS = frozenset(("اوغلو", "اوغلي", "زاده", "زي", "الله", "اوف"))


@lru_cache(maxsize=1 << 15)
def person_parts(name: str) -> tuple[str, ...]:
    """Return the folded parts of a person's name that count: «عبد» and «أبو» joined to what follows, «بن» left out.

    A name of which nothing would remain keeps all of its words.
    """
    words = [word.norm for word in find_words(name) if word.kind != "mark"]
    parts: list[str] = []
    pending = ""
    for word in words:
        if pending:
            parts.append(pending + (word.removeprefix("ال") if pending == "عبد" else word))
            pending = ""
        elif word == "عبد":
            pending = "عبد"
        elif word in _KUNYA:
            pending = _KUNYA[word]
        elif word in _TAILS and parts:
            parts[-1] += word
        elif word not in _FATHER and word not in _LOOSE:
            parts.append(_joined_forms(word))
    if pending:
        parts.append(pending)
    return tuple(parts) or tuple(words)


_FAITH = 6


def _joined_forms(word: str) -> str:
    if word.startswith("عبدال") and len(word) > 6 and word != "عبدالله":
        return "عبد" + word[5:]
    if word.startswith("عبدالله"):
        return "عبدله"
    # «نورالدين»: the second half is left out like that of «نور الدين».
    if word.endswith("الدين") and len(word) > _FAITH:
        return word.removesuffix("الدين")
    return word


@lru_cache(maxsize=1 << 15)
def has_father(name: str) -> bool:
    """Tell whether a name says whose son or daughter the person is, so that it may go on beyond a shorter name."""
    return any(word.norm in _FATHER for word in find_words(name))


# «بنعيسى» for «بن عيسى», as the Maghreb writes family names.
_SON = 0.95


def compare_parts(one: str, other: str, given: Mapping[str, str], *, first: bool = False) -> Match:
    """Compare two parts of names; `given` holds the names whose spelling is fixed (StoryLexicon.given_names).

    The `first` part of a name has no article: «ألكسندر» only looks so.
    """
    known, known_other = given_name(one, given), given_name(other, given)
    if known is not None and known_other is not None:
        if known == known_other:
            return Match(1.0, f"«{one}»" if one == other else f"«{one}» is also spelt «{other}»")
        return Match(0.0, f"«{one}» and «{other}» are two names")
    plain = one.removeprefix("بن"), other.removeprefix("بن")
    if plain[0] == plain[1] and (known or known_other) and one != other:
        return Match(_SON, f"«{one}» is also written «{other}»")
    native = not first and any(len(word) > len(without_article(word)) for word in (one, other))
    return compare_words(without_article(one), without_article(other), native)


def given_name(part: str, given: Mapping[str, str]) -> str | None:
    """Return the one spelling of a part that is an Arabic given name, «عبد» and «أبو» kept, or None."""
    for prefix in ("", "عبد", "ابو"):
        if prefix and not part.startswith(prefix):
            continue
        rest = part[len(prefix) :]
        for form in (rest, rest.removeprefix("ال")):
            if form in given:
                return prefix + given[form]
    return None


def compare_persons(one: str, other: str, given: Mapping[str, str]) -> Match:
    """Compare two names of people, each of two parts or more; a name of one part matches nothing by itself.

    The parts must match in order. One name may have more parts in its middle (a father's name), may go on after a
    «بن», and a part may be written in two words; the first parts must always match. The score is the mean of the parts.
    """
    parts, others = person_parts(one), person_parts(other)
    if min(len(parts), len(others)) < 2:
        return Match(0.0, "a single name does not tell a person")
    if len(parts) > len(others):
        one, other, parts, others = other, one, others, parts
    found = _all(parts, others, given)
    if found or len(parts) == len(others):
        return found or _merged(parts, others, given)
    found = _merged(parts, others, given)
    if found:
        return found
    found = _inside(parts, others, given)
    if found:
        return Match(found.score, f"{found.reason}; «{other}» has more parts than «{one}»")
    if has_father(other):
        found = _all(parts, others[: len(parts)], given)
        if found:
            return Match(found.score, f"{found.reason}; «{other}» goes on with the fathers' names")
    return Match(0.0, f"«{one}» and «{other}» differ")


def _all(parts: Sequence[str], others: Sequence[str], given: Mapping[str, str]) -> Match:
    if len(parts) != len(others):
        return Match(0.0, "different numbers of parts")
    matches = [compare_parts(a, b, given, first=n == 0) for n, (a, b) in enumerate(zip(parts, others, strict=True))]
    for match in matches:
        if not match:
            return match
    reason = ", ".join(match.reason for match in matches)
    return Match(sum(match.score for match in matches) / len(matches), reason)


def _merged(parts: Sequence[str], others: Sequence[str], given: Mapping[str, str]) -> Match:
    """Compare with two neighbouring parts of the longer name written as one («شياو لونغ», «شياولونغ»)."""
    best = Match(0.0, "no part is written as one")
    if len(others) - len(parts) == 1:
        for place in range(len(others) - 1):
            joined = (*others[:place], others[place] + others[place + 1], *others[place + 2 :])
            found = _all(parts, joined, given)
            if found.score > best.score:
                best = found
    elif len(others) == len(parts):
        one, other = "".join(parts), "".join(others)
        if one == other:
            best = Match(1.0, f"«{one}»")
    return best


def _inside(parts: Sequence[str], others: Sequence[str], given: Mapping[str, str]) -> Match:
    """Compare with parts left out from the middle of the longer name: the first and the last must match."""
    first, last = compare_parts(parts[0], others[0], given, first=True), compare_parts(parts[-1], others[-1], given)
    if not first or not last:
        return Match(0.0, "first or last part differs")
    matches = [first]
    at = 1
    for part in parts[1:-1]:
        found = Match(0.0, "")
        while at < len(others) - 1 and not found:
            found = compare_parts(part, others[at], given)
            at += 1
        if not found:
            return Match(0.0, f"«{part}» is not in the longer name")
        matches.append(found)
    matches.append(last)
    return Match(sum(m.score for m in matches) / len(matches), ", ".join(m.reason for m in matches))
