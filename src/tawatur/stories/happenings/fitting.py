"""Fitting: how well one more mention fits what is known of a happening, and why."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import DayRange
from tawatur.stories.disagreements.values import can_both_hold
from tawatur.stories.happenings.incidents import is_one_act, is_violent, share_toll, sums_up, told_again
from tawatur.stories.happenings.mentions import Mention, overlap
from tawatur.stories.happenings.partial import Partial, may_be_one
from tawatur.stories.happenings.parties import Party, Sides, World, relate, relate_sides
from tawatur.stories.happenings.profiles import Profile, named_in
from tawatur.stories.reasons import reason

# Types whose participants act on each other: who is named first tells nothing.
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
_MUTUAL_FAMILIES = frozenset({"clash", "treaty", "drill", "meeting", "call"})
# Types of speech acts: what was said is not in the event, so that the same two participants on one day may well have
# had two things to condemn. They join only inside one story.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
# Weights of what two reports share, set by hand so that (see docs/stages/happenings.md) one thing shared joins nothing,
# two join reports of one story, and strangers need participants and day and a third thing.
_SAME, _FITS = 3.0, 1.0
_PLACE, _WITHIN = 2.5, 0.5
_DAY, _DAY_WITHIN = 2.0, 1.0
_FAMILY, _WORD, _FIGURE = 1.0, 0.5, 2.5
# A person, or another name, that stands with the event in both reports without being known to take part in both.
_NEAR_PERSON, _NEAR_OTHER, _NEAR_MOST = 1.5, 0.5, 3.0
_COPY, _CLUSTER, _ARTICLE = 10.0, 2.0, 2.5
# Articles of one story are about one happening: what both open with is it, unless something contradicts.
_OPENS = 3.0
# Two words of which one or both are of no known family may name two things («إغلاق» and «طرد» in one row of measures).
_OTHER_WORD = 1.5
# An attack with its deaths, a light verb with its noun: one act told in two words of a sentence.
_ONE_SENTENCE = 3.5
# «الهجوم», «زيارته» without any participant, place or date points back to the one that its article has told of.
_POINTS_BACK = 3.0
# A definite noun («الزيارة», «اجتماعه») with a participant is more likely one that has been told of than a verb is.
_DEFINITE = 1.0
# The attack that an article or story opens with, told again by bare words: joins alone, unless something contradicts.
_TOLD_AGAIN_ARTICLE, _TOLD_AGAIN_STORY = 5.0, 5.5
# Two reports of an attack of one day that count about as many dead, told by strangers.
_NEAR_TOLL = 1.0
# Least scores: in one article, in one story, between strangers.
LEAST_ARTICLE, LEAST_CLUSTER, LEAST_STRANGER = 7.0, 7.0, 7.5
# Strangers of which one does not tell its day: the same two people, and the place or a part of the date besides.
LEAST_UNDATED = 7.0
# What is counted of people whatever the noun («شخصا», «قتيلا»).
_TOLLS = frozenset({"killed", "wounded"})
# Two tolls this far apart, told in different stories, are two events.
_FAR_APART = 2.0


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a mention fits a happening: the score, the score it needs, and why."""

    score: float
    least: float
    reasons: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Tell whether the mention may join."""
        return self.score >= self.least


@dataclass(frozen=True, slots=True)
class Fitter:
    """Compares mentions with profiles."""

    world: World
    lexicon: JoinLexicon

    def fit(self, mention: Mention, profile: Profile) -> Fit | None:
        """Return how a mention fits a happening, or None when something contradicts."""
        if mention.realm != profile.first.realm or not self._types(mention, profile):
            return None
        if any(self._beside(m, mention) for m in profile.mentions):
            return None
        if any(m.copy and m.copy == mention.copy and _same_place_in_text(m, mention) for m in profile.mentions):
            return Fit(_COPY, 0.0, (reason("same-text"),))
        if sums_up(mention, profile):
            return None
        days = self._days(mention, profile)
        sides = self._sides(mention, profile)
        if days is None or sides is None:
            return None
        place = self._place(mention, profile)
        if place is None:
            return None
        figures = self._figures(mention, profile)
        if figures is None:
            return None
        # A town that is the same identifies as well as a participant does.
        sure = sides[2] + (place[0] >= _PLACE)
        least, scope, scope_reason = self._scope(
            mention,
            profile,
            sure,
            dated=days[0] > 0 or place[0] >= _PLACE,
            placed=mention.place is None or not profile.places or place[0] > 0,
        )
        words = self._words(mention, profile)
        near = self._near(mention, profile, sides[0])
        again = self._again(mention, profile, days[0], party=sides[0] > 0)
        parts = (days, sides[:2], place, figures, words, near, again, (scope, scope_reason))
        if again[0] > _NEAR_TOLL:
            least = min(least, LEAST_CLUSTER)
        return Fit(sum(part[0] for part in parts), least, tuple(r for part in parts for r in part[1]))

    def _beside(self, known: Mention, mention: Mention) -> bool:
        """Tell whether two mentions of one sentence are two events («طردت … وأغلقت …»), as such mentions usually are.

        They are one where a light verb leads the noun («أجرت مناورات»), and where an attack stands with its deaths.
        """
        if known.article != mention.article or known.sentence != mention.sentence:
            return False
        if is_violent(known) and is_violent(mention) and known.clause != mention.clause:
            return True
        if known.trigger == mention.trigger:
            return not (known.led or mention.led)
        if is_one_act(known, mention):
            return False
        if known.family is None or mention.family is None or known.family == mention.family:
            return True
        return not self.lexicon.are_kin(known.family, mention.family)

    def _types(self, mention: Mention, profile: Profile) -> bool:
        kin = all(self.lexicon.are_kin(mention.family, family) for family in profile.families)
        if mention.type == profile.first.type:
            return kin
        # Coders differ on the type of one act («تسليم أسلحة»: AID, COOPERATE), less on the word for it.
        return (
            mention.family is not None and mention.family in profile.families and mention.family not in _MUTUAL_FAMILIES
        )

    def _days(self, mention: Mention, profile: Profile) -> tuple[float, tuple[str, ...]] | None:
        family = mention.family or next(iter(sorted(profile.families)), None)
        slack = self.lexicon.slack.get(family or "", 0)
        if not overlap(mention.window, profile.window, slack) and not self._points_back(mention, profile):
            return None
        if mention.sharpness == 2 or profile.sharpness == 2:
            return self._partial(mention, profile, slack)
        told = _told(mention.days)
        if mention.sharpness == 0 and profile.sharpness == 0:
            near = overlap(mention.days, profile.days)
            why = reason("same-day", told) if near else reason("near-day", told, _told(profile.days))
            return (_DAY, (why,)) if near else (_DAY_WITHIN, (why,))
        if mention.extent and profile.extent:
            return _DAY, (reason("same-day", told),)
        inner, outer = (mention, profile.days) if mention.sharpness < profile.sharpness else (profile, mention.days)
        return _DAY_WITHIN, (reason("day-within", _told(inner.days), _told(outer)),)

    def _partial(self, mention: Mention, profile: Profile, slack: int) -> tuple[float, tuple[str, ...]] | None:
        """Compare what is known of the days without their year; extents only by their months."""
        score = 0.0
        own = (known.partial for known in profile.mentions if known.article == mention.article)
        if any(_of_another_week(mention.partial, known) for known in own):
            return None
        for known in profile.partials:
            extents = mention.extent or profile.extent
            if not extents and not slack and not may_be_one(mention.partial, known):
                return None
            months = bool(set(mention.partial.months) & set(known.months))
            if mention.partial.months and known.months and not months:
                return None
            day = months and bool(mention.partial.days) and mention.partial.days == known.days
            weekday = mention.partial.weekday is not None and mention.partial.weekday == known.weekday
            score = max(score, _DAY if day else _DAY_WITHIN if months or weekday else 0.0)
        return score, ((reason("same-partial-day", mention.time),) if score and mention.time else ())

    def _sides(self, mention: Mention, profile: Profile) -> tuple[float, tuple[str, ...], int] | None:
        """Compare participants; the third value counts the sides of which a participant is surely the same."""
        mutual = mention.type in _MUTUAL or bool({mention.family} & _MUTUAL_FAMILIES)
        if mutual and mention.family != "visit":
            both = relate_sides(mention.parties, (*profile.actors, *profile.recipients), self.world)
            if both.relation == "differ":
                return None
            score = _SAME * min(2, len(both.same)) + _FITS * min(2 - min(2, len(both.same)), len(both.fits))
            return score, _side_reasons(both), min(2, len(both.same))
        score, sure = 0.0, 0
        reasons: tuple[str, ...] = ()
        for mine, theirs in ((mention.actors, profile.actors), (mention.recipients, profile.recipients)):
            side = relate_sides(mine, theirs, self.world)
            if side.relation == "differ":
                return None
            if side.relation == "same":
                sure += 1
            score += _SAME if side.relation == "same" else _FITS if side.relation == "fits" else 0.0
            reasons += _side_reasons(side)
        return score, reasons, sure

    def _near(self, mention: Mention, profile: Profile, matched: float) -> tuple[float, tuple[str, ...]]:
        """Score the names that both reports give beside the participants found to be the same."""
        shared = named_in(mention) & profile.named
        people = [e for e in shared if (found := self.world.entities.get(e)) is not None and found.type == "PER"]
        score = _NEAR_PERSON * len(people) + _NEAR_OTHER * (len(shared) - len(people))
        # Participants that are the same have been counted once already.
        score = min(_NEAR_MOST, score - min(score, matched / 2))
        if score < _NEAR_OTHER:
            return 0.0, ()
        names = sorted(self.world.entities[e].canonical for e in (people or shared) if e in self.world.entities)
        return score, (reason("same-names", "، ".join(names[:3])),)

    def _place(self, mention: Mention, profile: Profile) -> tuple[float, tuple[str, ...]] | None:
        if mention.place is None or not profile.places:
            return 0.0, ()
        best: tuple[float, tuple[str, ...]] | None = None
        for place in profile.places:
            relation = relate(mention.place, place, self.world)
            if relation == "same":
                country = all(self.world.is_country(entity) for entity in mention.place.ids)
                return (_WITHIN if country else _PLACE), (reason("same-place", mention.place.words),)
            if mention.place.countries and place.countries and not mention.place.countries & place.countries:
                continue
            inner = self._inside(mention.place, place)
            if inner:
                best = _WITHIN, (reason("place-within", f"{mention.place.words}، {place.words}"),)
            elif best is None and not self._apart(mention.place, place):
                # Two particular places of which nothing tells that one lies in the other speak against one event.
                known = bool(mention.place.ids and place.ids)
                best = (-_PLACE if known else 0.0), ()
        return best

    def _inside(self, one: Party, other: Party) -> bool:
        whole = [self.world.is_country(e) for party in (one, other) for e in party.ids]
        return any(whole) and not all(whole) and bool(one.countries & other.countries)

    def _apart(self, one: Party, other: Party) -> bool:
        """Two named places of the gazetteer, neither a country, are two places."""
        return bool(one.ids and other.ids) and all(
            (found := self.world.entities.get(entity)) is not None and found.key is not None and found.type == "GPE"
            for entity in one.ids | other.ids
        )

    def _figures(self, mention: Mention, profile: Profile) -> tuple[float, tuple[str, ...]] | None:
        for mine in mention.measures:
            for known in profile.mentions:
                for theirs in known.measures:
                    if mine.what != theirs.what or (
                        mine.unit != theirs.unit and mine.what not in ("killed", "wounded")
                    ):
                        continue
                    if can_both_hold(mine, theirs):
                        if mine.value == theirs.value and mine.value != 1:
                            return _FIGURE, (reason("same-figure", mine.anchor.exact),)
                    elif _far_apart(mine.value, theirs.value) and (
                        mention.cluster != known.cluster or mention.article == known.article
                    ):
                        return None
        return 0.0, ()

    def _again(self, mention: Mention, profile: Profile, days: float, *, party: bool) -> tuple[float, tuple[str, ...]]:
        """Score what tells the attack of its article or story again, and about the same toll on the same day."""
        toll = _NEAR_TOLL if days and is_violent(mention) and share_toll(mention, profile, self.lexicon) else 0.0
        one_article = any(m.article == mention.article for m in profile.mentions)
        one_story = one_article or any(m.cluster == mention.cluster for m in profile.mentions)
        if one_story and told_again(mention, profile, self.world, self.lexicon, party=party):
            return (_TOLD_AGAIN_ARTICLE if one_article else _TOLD_AGAIN_STORY), (reason("told-again"),)
        return toll, ()

    def _words(self, mention: Mention, profile: Profile) -> tuple[float, tuple[str, ...]]:
        back = _POINTS_BACK if self._points_back(mention, profile) else 0.0
        if any(m.article == mention.article and m.sentence == mention.sentence for m in profile.mentions):
            # Not beside each other (see _beside), so one act in two words.
            return _ONE_SENTENCE, ()
        if mention.family is not None and mention.family in profile.families:
            same = any(m.trigger == mention.trigger for m in profile.mentions)
            return _FAMILY + (_WORD if same else 0.0) + back, ()
        if any(m.trigger == mention.trigger for m in profile.mentions):
            return _FAMILY + back, (reason("same-words", mention.trigger),)
        return (back if profile.families and mention.family else back - _OTHER_WORD), ()

    def _points_back(self, mention: Mention, profile: Profile) -> bool:
        """Tell whether a bare definite noun may mean what its article told before it; «الهجمات» means no one attack."""
        if not mention.definite or mention.parties or mention.place or mention.time:
            return False
        return any(
            known.article == mention.article and known.start < mention.start and (not mention.plural or known.plural)
            for known in profile.mentions
        )

    def _scope(
        self, mention: Mention, profile: Profile, sure: int, *, dated: bool, placed: bool
    ) -> tuple[float, float, tuple[str, ...]]:
        """Return the least score and the bonus of the nearest tie: one article, one story, none.

        `dated` tells that the days or the town agree, `placed` that no two places stand unrelated beside each other.
        """
        if any(m.article == mention.article for m in profile.mentions):
            return LEAST_ARTICLE, _ARTICLE + (_DEFINITE if mention.definite else 0.0), (reason("same-article"),)
        story = [m for m in profile.mentions if m.cluster == mention.cluster]
        if story:
            opens = placed and mention.lede and mention.type not in _SPOKEN and any(m.lede for m in story)
            least = LEAST_CLUSTER if sure or opens else LEAST_STRANGER
            return least, _CLUSTER + (_OPENS if opens else 0.0), (reason("opens-story" if opens else "same-cluster"),)
        if not sure or mention.type in _SPOKEN:
            return float("inf"), 0.0, ()
        if mention.sharpness < 2 and profile.sharpness < 2:
            return LEAST_STRANGER, 0.0, ()
        shared = named_in(mention) & profile.named
        people = [e for e in shared if (found := self.world.entities.get(e)) is not None and found.type == "PER"]
        return (LEAST_UNDATED if len(people) > 1 and dated else float("inf")), 0.0, ()


def _same_place_in_text(one: Mention, other: Mention) -> bool:
    return one.text_key == other.text_key and one.trigger == other.trigger and one.article != other.article


def _side_reasons(side: Sides) -> tuple[str, ...]:
    if side.same:
        return (reason("same-participants", "، ".join(side.same[:3])),)
    return (reason("fitting-participants", "، ".join(side.fits[:3])),) if side.fits else ()


def _of_another_week(one: Partial, other: Partial) -> bool:
    """Tell whether one article dates one thing by the weekday alone, so this week, and the other by the month."""
    return any(a.weekday is not None and not a.months and b.months for a, b in ((one, other), (other, one)))


def _far_apart(one: float | tuple[float, float], other: float | tuple[float, float]) -> bool:
    a = one[0] if isinstance(one, tuple) else one
    b = other[0] if isinstance(other, tuple) else other
    return max(a, b) > _FAR_APART * max(min(a, b), 1)


def _told(days: DayRange) -> str:
    if days.first == days.last:
        return str(days.first)
    return f"{days.first or '…'}/{days.last or '…'}"
