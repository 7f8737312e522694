"""Happenings built: profiles turned into values with their reports, status, chains, disagreements and plans."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from hashlib import blake2b

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Anchor, DayRange, Event, Happening, Reading, Report, Status
from tawatur.stories.chains.independence import count_chains
from tawatur.stories.chains.trace import Traced
from tawatur.stories.chains.wordings import fold_wordings
from tawatur.stories.disagreements.find import find_disagreements
from tawatur.stories.disagreements.occasions import Occasions
from tawatur.stories.disagreements.parts import Parts
from tawatur.stories.happenings.doers import stated_doers
from tawatur.stories.happenings.labels import best_report, titles_of
from tawatur.stories.happenings.mentions import Mention, published_days
from tawatur.stories.happenings.parties import Party, World
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.happenings.sentences import sentence_of
from tawatur.stories.reasons import reason
from tawatur.text.fold import fold

# The strongest status that the reports allow comes first.
_STRENGTH: tuple[Status, ...] = ("actual", "alleged", "denied", "negated", "planned", "hypothetical")
_AGAINST: frozenset[Status] = frozenset({"denied", "negated"})
_KEPT_PARTIES = 6

Trace = Callable[[Mention], Traced]
# Which of some ids are given already.
Taken = Callable[[Iterable[str]], Collection[str]]


def build_happening(
    profile: Profile,
    readings: dict[str, Reading],
    world: World,
    lexicon: JoinLexicon,
    trace: Trace,
    occasions: Occasions,
    parts: Parts,
) -> Happening:
    """Turn the mentions of one happening into a value; reports in order of article and place in the text."""
    mentions = sorted(profile.mentions, key=lambda m: m.key)
    traced = [trace(mention) for mention in mentions]
    if len({mention.article for mention in mentions}) > 1:
        traced = fold_wordings(traced, [_place(m, readings) for m in mentions], readings, lexicon)
    reports = tuple(
        _report(m, t, readings[m.article], world, profile.why.get(m.key, ()))
        for m, t in zip(mentions, traced, strict=True)
    )
    ident = happening_id(mentions, readings)
    status = min((m.status for m in mentions), key=_STRENGTH.index)
    backing, set_aside = _backing(mentions, traced)
    best = best_report(mentions, readings)
    own = {mention.key: t for mention, t in zip(mentions, traced, strict=True)}
    doers = stated_doers(mentions, own, best.type, status)
    arabic, english = titles_of(profile, best, readings, world, lexicon, doers)
    return Happening(
        ident,
        best.type,
        next((m.mode for m in mentions if m.mode), None),
        arabic,
        _party_ids(profile.actors),
        _party_ids(profile.recipients),
        _place_id(profile, world),
        profile.days,
        status,
        reports,
        count_chains(backing, set_aside),
        find_disagreements(ident, mentions, reports, traced, lexicon, world, occasions, parts),
        None,
        tuple(profile.reasons),
        label_en=english,
    )


def _place(mention: Mention, readings: Mapping[str, Reading]) -> tuple[str, int, str]:
    reading = readings[mention.article]
    return mention.article, mention.sentence, fold(reading.events[mention.event].trigger.of(reading.article.text))


def _backing(mentions: Sequence[Mention], traced: Sequence[Traced]) -> tuple[list[Traced], tuple[str, ...]]:
    """Return the chains that count for a happening, and the reasons for those that do not.

    Who denies it does not tell of it, and who only answers to it (condemns the attack) takes it from others; where
    nobody else tells of it, all count.
    """
    telling = [(m, t) for m, t in zip(mentions, traced, strict=True) if m.status not in _AGAINST]
    own = [t for m, t in telling if not m.reacts]
    denials = len({m.article for m in mentions if m.status in _AGAINST})
    reacting = len({m.article for m, _ in telling if m.reacts} - {t.chain.article for t in own})
    if not telling:
        return list(traced), ()
    reasons = [reason("denials", denials)] if denials else []
    if own and reacting:
        reasons.append(reason("reacting", reacting))
    return own or [t for _, t in telling], tuple(reasons)


def happening_id(mentions: Sequence[Mention], readings: Mapping[str, Reading]) -> str:
    """Return an id from the first mention's article, place and words: the same whenever that report is the first."""
    first = mentions[0]
    event = readings[first.article].events[first.event]
    return stable_id("h", first.article, event.trigger.start, event.trigger.of(readings[first.article].article.text))


def stable_id(letter: str, *parts: object) -> str:
    """Return a short id that depends on the given parts alone."""
    return letter + blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).hexdigest()


def free_id(letter: str, ident: str, used: Collection[str], taken: Taken, *further: object) -> str:
    """Return an id, or where something else has it the next in the row that `further` makes of it.

    What was pushed aside once keeps the id it got then, so one step aside is not always enough.
    """
    while ident in used or taken((ident,)):
        ident = stable_id(letter, ident, *further)
    return ident


def _report(mention: Mention, traced: Traced, reading: Reading, world: World, why: tuple[str, ...]) -> Report:
    event = reading.events[mention.event]
    place = mention.place
    # What is told as done nobody alleges or denies, whatever the event was read as by itself.
    by = event.by if mention.status in ("alleged", "denied") else ()
    return Report(
        mention.article,
        mention.event,
        _anchor(reading, event),
        mention.status,
        traced.chain,
        DayRange() if mention.sharpness == 2 else mention.days,
        (min(place.ids) if place.ids else place.words) if place else None,
        mention.measures,
        tuple(sorted({world.members.get((mention.article, entity), entity) for entity in by})),
        published_days(reading),
        why,
    )


def _anchor(reading: Reading, event: Event) -> Anchor:
    """Return the sentence that reports the event as its evidence, or the trigger where no sentence holds it."""
    span = sentence_of(reading, event)
    return Anchor.of(reading.article.id, reading.article.text, span)


def _party_ids(parties: Iterable[Party]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    # Those that are resolved come first: words alone may be a description of them.
    for party in sorted(parties, key=lambda party: not party.ids):
        for ident in sorted(party.ids) or [party.words]:
            found.setdefault(ident)
    return tuple(found)[:_KEPT_PARTIES]


def _place_id(profile: Profile, world: World) -> str | None:
    """Return the most particular place: one that is no whole country, resolved rather than only worded."""
    if not profile.places:
        return None

    def rank(place: Party) -> tuple[bool, bool]:
        return (any(world.is_country(entity) for entity in place.ids), not place.ids)

    best = min(profile.places, key=rank)
    return min(best.ids) if best.ids else best.words


__all__ = ["Taken", "build_happening", "free_id", "happening_id", "stable_id"]
