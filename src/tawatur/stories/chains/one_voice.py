"""One voice: whether two wordings of sources in reports of one happening may be one source, and why, in words.

Entities join names over all articles and must be sure; here both wordings tell of one happening, and what cannot be
shown to be two sources is not counted as two (docs/method.md). Two people, two bodies, two towns stay two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tawatur.stories.chains.voices import Body, Role, Voice
from tawatur.stories.entities.spelling import compare_words
from tawatur.text.words import without_article

# Sectors of people who speak for a state: an unnamed official may be any of them.
_STATE = frozenset({"government", "military", "security", "diplomatic", "judicial", "political"})
_FIELD_SECTORS = {
    "interior": "security",
    "police": "security",
    "defence": "military",
    "army": "military",
    "foreign": "diplomatic",
    "health": "medical",
    "cabinet": "government",
    "president": "government",
}
# Who is at the head of a state is never called an official without a name.
_TOP = frozenset({"president", "cabinet"})
_SPEAKING = ("itself", "spokesman", "head")


@lru_cache(maxsize=1 << 16)
def one_voice(one: Voice, other: Voice) -> str | None:
    """Return the code of the reason why two wordings may be one source, or None where they are two."""
    if one.paper and other.paper:
        return "voice-paper"
    if one.names and other.names:
        return _one_person(one, other)
    for person, worded in ((one, other), (other, one)):
        if person.names and not worded.unnamed and _is_family(person, worded):
            return "voice-name"
    if one.unnamed or other.unnamed:
        return "voice-unnamed" if _may_be_unnamed(one, other) else None
    for a in one.roles:
        for b in other.roles:
            if found := _one_role(a, b, one, other):
                return found
    return None


def _one_person(one: Voice, other: Voice) -> str | None:
    if one.ranks and other.ranks and not one.ranks & other.ranks:
        return None
    for a in one.names:
        for b in other.names:
            short, long = sorted((a, b), key=len)
            if len(short) == 1 and any(_one_word(short[0], part) for part in long):
                return "voice-name"
            if len(short) > 1 and _within(short, long):
                return "voice-name"
            # «العميد أحمد سمير» for «العميد محمد سمير»: one post and family, the given name mistaken.
            if _one_word(short[-1], long[-1]) and _one_post(one, other):
                return "voice-post"
    return None


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the parts of a name stand in a longer one in order, the first at the front."""
    if not _one_word(short[0], long[0]):
        return False
    at = 0
    for part in short:
        at = next((n + 1 for n in range(at, len(long)) if _one_word(part, long[n])), 0)
        if not at:
            return False
    return True


def _one_word(one: str, other: str) -> bool:
    return one == other or compare_words(without_article(one), without_article(other)).score > 0


def _one_post(one: Voice, other: Voice) -> bool:
    return any(
        a.speaks == b.speaks != "itself" and a.speaks != "member" and not a.body.bare and one_body(a.body, b.body)
        for a in one.roles
        for b in other.roles
    )


def _is_family(person: Voice, worded: Voice) -> bool:
    """Tell whether words that name no body are a person's name, which was not read as one («الخريصي»)."""
    words = [word for word in worded.words if len(word) > 2]
    if not words or len(words) > 2 or (person.ranks and worded.ranks and not person.ranks & worded.ranks):
        return False
    return any(all(any(_one_word(word, part) for part in parts[-2:]) for word in words) for parts in person.names)


def _one_role(a: Role, b: Role, one: Voice, other: Voice) -> str | None:
    """Tell whether two roles are one voice: one body, a body and who speaks for it, a post and its holder."""
    if a.speaks not in _SPEAKING or b.speaks not in _SPEAKING:
        return None
    if a.speaks == "itself" and b.speaks == "itself":
        if one_body(a.body, b.body):
            return "voice-body"
        return "voice-state" if _of_state(a.body, b, other) or _of_state(b.body, a, one) else None
    if a.speaks != "itself" and b.speaks != "itself":
        if _of_no_body(a) or _of_no_body(b):
            # «المتحدث» may be any spokesman; «الرئيس» alone tells nobody.
            return "voice-post" if a.speaks == b.speaks == "spokesman" and _one_country(a.body, b.body) else None
        return "voice-post" if one_body(a.body, b.body) else None
    if one_body(a.body, b.body) and not (_of_no_body(a) or _of_no_body(b)):
        return "voice-speaks"
    body, role = (a.body, b) if a.speaks == "itself" else (b.body, a)
    return "voice-state" if _of_state(body, role, other if body is a.body else one) else None


def _of_no_body(role: Role) -> bool:
    return role.body.bare and not role.body.sorts and not role.body.towns


def _of_state(state: Body, role: Role, voice: Voice) -> bool:
    """Tell whether «السلطات» of a country may mean the body or official of a role."""
    if not state.state or state.core or not _one_country(state, role.body) or not _one_town(state, role.body):
        return False
    return role.body.state or bool(_sectors(role, voice) & _STATE)


def one_body(one: Body, other: Body) -> bool:
    """Tell whether two wordings may be one body: what it is for is the same, and neither town nor country differs."""
    if not _one_country(one, other) or not _one_town(one, other):
        return False
    if one.ids & other.ids:
        return True
    if one.bare or other.bare:
        # «الوزارة», «المكتب»: the body of that sort which another report names.
        return bool(one.sorts & other.sorts)
    # A town may stand in a body's name or beside it.
    mine, its = one.core - other.towns, other.core - one.towns
    return bool(mine) and (mine == its or _cut(one, other) or _cut(other, one))


def _cut(one: Body, other: Body) -> bool:
    """Tell whether a body's name is another's cut short («المرصد» of «المرصد السوري لحقوق الإنسان»)."""
    return one.core < other.core and not one.towns and (len(one.core) > 1 or len(other.core) > 2)


def _one_country(one: Body, other: Body) -> bool:
    return not (one.countries and other.countries and not one.countries & other.countries)


def _one_town(one: Body, other: Body) -> bool:
    mine, its = one.towns | (one.core & other.towns), other.towns | (other.core & one.towns)
    return not (mine and its and not mine & its)


def _sectors(role: Role, voice: Voice) -> frozenset[str]:
    return voice.sectors | {_FIELD_SECTORS[field] for field in role.body.core if field in _FIELD_SECTORS}


def _may_be_unnamed(one: Voice, other: Voice) -> bool:
    """Tell whether an unnamed source may be the other: of one country and body, their sectors not told apart."""
    if not all(_one_country(a, b) for a in _bodies(one) for b in _bodies(other)):
        return False
    mine, its = _all_sectors(one), _all_sectors(other)
    if one.unnamed and other.unnamed:
        return not _of_two_bodies(one, other) and (bool(mine & its) or _general(mine, its) or _general(its, mine))
    unnamed, named = (one, other) if one.unnamed else (other, one)
    within = [b for b in _bodies(unnamed) if b.ids or b.core]
    if any(one_body(b, its) for b in within for its in _bodies(named)):
        return True
    top = any(role.speaks == "head" and role.body.core & _TOP for role in named.roles)
    if top or _of_two_bodies(unnamed, named) or not (named.names or named.roles):
        return False
    mine, its = _all_sectors(unnamed), _all_sectors(named)
    return (bool(its & _STATE) and (bool(mine & its & _STATE) or _general(mine, its))) or "medical" in mine & its


def _of_two_bodies(one: Voice, other: Voice) -> bool:
    """Tell whether both are of bodies that the words tell apart («مسؤول في وزارة الدفاع», «… في وزارة الخارجية»)."""
    mine, its = [b for b in _bodies(one) if b.ids], [b for b in _bodies(other) if b.ids]
    return bool(mine and its) and not any(one_body(a, b) for a in mine for b in its)


def _general(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether a sector is the general word of officials, and the other a state's."""
    return one == {"government"} and bool(other & _STATE)


def _bodies(voice: Voice) -> Iterator[Body]:
    return (role.body for role in voice.roles)


def _all_sectors(voice: Voice) -> frozenset[str]:
    """Return the sectors of a voice: the general words («مسؤول», «محلي») give way to particular ones."""
    found = voice.sectors.union(*(_sectors(role, voice) for role in voice.roles))
    return found - {"government", "local"} or found - {"local"} or found
