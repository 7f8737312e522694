"""Fitting: how well one more mention fits what is known of a happening, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.stories.happenings.counts import compare_counts
from tawatur.stories.happenings.days import compare_days
from tawatur.stories.happenings.incidents import is_violent, one_of_many, share_toll, sums_up, told_again
from tawatur.stories.happenings.kinds import are_counted_apart, is_kind_apart, is_sum_and_part, needs_like_words
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.parties import World
from tawatur.stories.happenings.places import SAME_PLACE, compare_places
from tawatur.stories.happenings.profiles import Profile, named_in
from tawatur.stories.happenings.sides import relate_sides
from tawatur.stories.happenings.traits import (
    done_to_others,
    has_new_object,
    is_agreed_again,
    is_another_meeting,
    is_further_stop,
    is_meant_by,
    is_of_other_states,
    is_of_people,
    is_one_phrase,
    is_recalled_visit,
    is_retold,
    is_series,
    is_session_beside,
    is_spoken,
    of_another_item,
    one_report,
    points_back,
    same_place_in_text,
    side_reasons,
    stands_beside,
    states,
    states_told,
    told_as_another,
)
from tawatur.stories.reasons import reason
from tawatur.stories.wording import shared_weight

# Types whose participants act on each other: who is named first tells nothing.
MUTUAL_TYPES = frozenset({"CONSULT", "COOPERATE", "AGREE"})
MUTUAL_FAMILIES = frozenset({"clash", "treaty", "drill", "meeting", "call"})
_TALKED_AT = frozenset({"meeting", "call", "summit"})
# Weights of what two reports share, set by hand so that (see docs/stages/happenings.md) one thing shared joins nothing,
# two join reports of one story, and strangers need participants and day and a third thing.
_SAME, _FITS = 3.0, 1.0
_FAMILY, _WORD = 1.0, 0.5
# Sentences of two articles that share this much of the weight of the lighter one's stems, and at least so many stems.
_WORDINGS = ((0.6, 3.0), (0.5, 1.5))
_LEAST_STEMS, _COMPARED = 5, 8
# Somebody who tells both articles of it.
_TELLER = 1.5
# A person, or another name, that stands with the event in both reports without being known to take part in both.
_NEAR_PERSON, _NEAR_OTHER, _NEAR_MOST = 1.5, 0.5, 3.0
# One sentence printed twice tells one thing, whatever else it would fit.
COPY = 100.0
_CLUSTER, _ARTICLE = 2.0, 2.5
# Articles of one story are about one happening: what both open with is it, unless something contradicts.
_OPENS = 3.0
# Two words of which one or both are of no known family may name two things («إغلاق» and «طرد» in one row of measures).
_OTHER_WORD = 1.5
# An attack with its deaths, a light verb with its noun: one act told in two words of a sentence.
_ONE_SENTENCE = 3.5
# A verb with its object right behind it: one act, whatever else is known.
_ONE_PHRASE = 5.0
# What one article does in a further sentence to somebody worded otherwise is another deed of the same doer.
_NEW_OBJECT = 1.5
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
    weights: Mapping[str, float] = field(default_factory=dict)

    def fit(self, mention: Mention, profile: Profile) -> Fit | None:
        """Return how a mention fits a happening, or None when something contradicts."""
        if not self.may_be_one_kind(mention, profile) or self._set_beside(mention, profile):
            return None
        if any(m.copy and m.copy == mention.copy and same_place_in_text(m, mention) for m in profile.mentions):
            return Fit(COPY, 0.0, (reason("same-text"),))
        if self._tells_other_numbers(mention, profile):
            return None
        days = compare_days(mention, profile, self.lexicon)
        if days is None and any(is_retold(mention, known) for known in profile.mentions):
            days = compare_days(mention, profile, self.lexicon, apart=1)
        sides = self._sides(mention, profile)
        if days is None or sides is None:
            return None
        if not sides[2] and is_session_beside(mention, profile, self.lexicon.told):
            return None
        wording = self._wording(mention, profile)
        if wording[0] < _WORDINGS[-1][1] and (
            needs_like_words(mention, profile) or is_of_people(mention, profile, known=sides[2] > 0)
        ):
            return None
        place = compare_places(mention.place, profile.places, self.world)
        if place is None:
            if not any(one_report(mention, known) for known in profile.mentions):
                return None
            # One long report in nearly the same words that names another town is the same report, told differently.
            place = -SAME_PLACE, ()
        figures = compare_counts(mention, profile)
        if figures is None:
            return None
        # A town that is the same, or a sentence, identifies as well as a participant does.
        sure = sides[2] + (place[0] >= SAME_PLACE) + (wording[0] >= _WORDINGS[-1][1])
        least, scope, scope_reason = self._scope(
            mention,
            profile,
            sure,
            dated=days[0] > 0 or place[0] >= SAME_PLACE,
            placed=mention.place is None or not profile.places or place[0] > 0,
        )
        words = self._words(mention, profile)
        near = self._near(mention, profile, sides[0])
        again = self._again(mention, profile, days[0], party=sides[0] > 0)
        alike = not (is_spoken(mention) or is_agreed_again(mention, profile))
        if not (alike or self._said_alike(mention, profile, sure, wording[0])):
            return None
        many = -_NEW_OBJECT if one_of_many(mention, profile, self.world) else 0.0
        parts = ((many, ()), days, sides[:2], place, figures, words, wording, near, again, (scope, scope_reason))
        if again[0] > _NEAR_TOLL:
            least = min(least, LEAST_CLUSTER)
        return Fit(sum(part[0] for part in parts), least, tuple(r for part in parts for r in part[1]))

    def _set_beside(self, mention: Mention, profile: Profile) -> bool:
        """Tell whether the articles themselves set two deeds beside each other."""
        if done_to_others(mention, profile) or of_another_item(mention, profile) or is_further_stop(mention, profile):
            return True
        return any(stands_beside(m, mention, self.lexicon) for m in profile.mentions)

    def _tells_other_numbers(self, mention: Mention, profile: Profile) -> bool:
        """Tell whether one side is of several deeds, or of a kind, and the other of one, or of as many others."""
        if sums_up(mention, profile) or is_sum_and_part(mention, profile) or is_kind_apart(mention, profile):
            return True
        return are_counted_apart(mention, profile, self.world)

    def may_be_one_kind(self, mention: Mention, profile: Profile) -> bool:
        """Tell whether words of a mention and a profile may name one deed, both done or both ahead."""
        return mention.realm == profile.first.realm and self._types(mention, profile)

    def _said_alike(self, mention: Mention, profile: Profile, sure: int, wording: float) -> bool:
        """Tell whether two reports of a speech act may be of one: much is condemned and thanked for in one article.

        Told in words of which enough are shared, or in two articles of one story with both sides the same.
        """
        own = [m for m in profile.mentions if m.article == mention.article and m.sentence != mention.sentence]
        if own:
            return any(
                len(mention.words & known.words) >= _LEAST_STEMS
                and shared_weight(mention.words, known.words, self.weights)[0] >= _WORDINGS[-1][0]
                for known in own
            )
        return wording >= _WORDINGS[-1][1] or (sure > 1 and mention.family in profile.families)

    def _types(self, mention: Mention, profile: Profile) -> bool:
        kin = all(self.lexicon.are_kin(mention.family, family) for family in profile.families)
        kin = (kin or is_recalled_visit(mention, profile)) and not is_series(mention, profile, self.lexicon.told)
        if mention.type == profile.first.type:
            return kin
        # Coders differ on the type of one act («تسليم أسلحة»: AID, COOPERATE), less on the word for it.
        return (
            mention.family is not None and mention.family in profile.families and mention.family not in MUTUAL_FAMILIES
        )

    def _sides(self, mention: Mention, profile: Profile) -> tuple[float, tuple[str, ...], int] | None:
        """Compare participants; the third value counts the sides of which a participant is surely the same."""
        mutual = mention.type in MUTUAL_TYPES or bool({mention.family} & MUTUAL_FAMILIES)
        if mutual and (mention.family != "visit" or profile.families == {"meeting"}):
            both = relate_sides(mention.parties, (*profile.actors, *profile.recipients), self.world)
            if both.relation == "differ":
                return self._both_named(mention, profile) if not both.same else None
            if is_another_meeting(mention, profile, both):
                return None
            if both.relation in ("unclear", "fits") and is_of_other_states(mention, profile):
                return None
            if mention.family == "treaty" and len(both.same) < 2 and len(states(mention) & states_told(profile)) > 1:
                # What two states sign their leaders sign.
                return 2 * _SAME, side_reasons(both), 2
            score = _SAME * min(2, len(both.same)) + _FITS * min(2 - min(2, len(both.same)), len(both.fits))
            return score, side_reasons(both), min(2, len(both.same))
        score, sure = 0.0, 0
        reasons: tuple[str, ...] = ()
        for mine, theirs in ((mention.actors, profile.actors), (mention.recipients, profile.recipients)):
            side = relate_sides(mine, theirs, self.world)
            if side.relation == "differ" and not self._both_people(mention, profile):
                return None
            if side.relation == "same":
                sure += 1
            score += _SAME if side.relation == "same" else _FITS if side.relation == "fits" else 0.0
            if mine is mention.recipients and side.relation == "unclear" and has_new_object(mention, profile):
                score -= _NEW_OBJECT
            reasons += side_reasons(side)
        return score, reasons, sure

    def _both_named(self, mention: Mention, profile: Profile) -> tuple[float, tuple[str, ...], int] | None:
        """Score a meeting of which either report tells one side alone, where both people are named beside it."""
        if min(len(mention.parties), len({*profile.actors, *profile.recipients})) != 1:
            return None
        people = self._people(named_in(mention) & profile.named)
        if len(people) < 2:
            return None
        names = sorted(self.world.entities[person].canonical for person in people)
        return 2 * _SAME - _FITS, (reason("same-names", "، ".join(names[:3])),), 1

    def _both_people(self, mention: Mention, profile: Profile) -> bool:
        """Tell whether two reports of an attack name the same two people, of whom either may be read as the victim."""
        return is_violent(mention) and len(self._people(named_in(mention) & profile.named)) > 1

    def _people(self, entities: Iterable[str]) -> list[str]:
        return [e for e in entities if (found := self.world.entities.get(e)) is not None and found.type == "PER"]

    def _near(self, mention: Mention, profile: Profile, matched: float) -> tuple[float, tuple[str, ...]]:
        """Score the names that both reports give beside the participants found to be the same."""
        shared = named_in(mention) & profile.named
        if mention.family in _TALKED_AT:
            # Countries beside a meeting are what is talked about there.
            shared = frozenset(entity for entity in shared if not self.world.is_country(entity))
        people = self._people(shared)
        score = _NEAR_PERSON * len(people) + _NEAR_OTHER * (len(shared) - len(people))
        # Participants that are the same have been counted once already.
        score = min(_NEAR_MOST, score - min(score, matched / 2))
        if score < _NEAR_OTHER:
            return 0.0, ()
        names = sorted(self.world.entities[e].canonical for e in (people or shared) if e in self.world.entities)
        return score, (reason("same-names", "، ".join(names[:3])),)

    def _again(self, mention: Mention, profile: Profile, days: float, *, party: bool) -> tuple[float, tuple[str, ...]]:
        """Score what tells the attack of its article or story again, and about the same toll on the same day."""
        toll = _NEAR_TOLL if days and is_violent(mention) and share_toll(mention, profile, self.lexicon) else 0.0
        one_article = any(m.article == mention.article for m in profile.mentions)
        one_story = one_article or any(m.cluster == mention.cluster for m in profile.mentions)
        if one_story and told_again(mention, profile, self.world, self.lexicon, party=party):
            return (_TOLD_AGAIN_ARTICLE if one_article else _TOLD_AGAIN_STORY), (reason("told-again"),)
        return toll, ()

    def _words(self, mention: Mention, profile: Profile) -> tuple[float, tuple[str, ...]]:
        back = _POINTS_BACK if is_meant_by(mention, profile) or points_back(mention, profile) else 0.0
        if any(is_one_phrase(m, mention) for m in profile.mentions):
            return _ONE_PHRASE, ()
        if any(m.article == mention.article and m.sentence == mention.sentence for m in profile.mentions):
            # Not beside each other (see stands_beside), so one act in two words.
            return _ONE_SENTENCE, ()
        if mention.family is not None and mention.family in profile.families:
            same = any(m.trigger == mention.trigger for m in profile.mentions)
            return _FAMILY + (_WORD if same else 0.0) + back, ()
        if any(m.trigger == mention.trigger for m in profile.mentions):
            return _FAMILY + back, (reason("same-words", mention.trigger),)
        return (back if profile.families and mention.family else back - _OTHER_WORD), ()

    def _wording(self, mention: Mention, profile: Profile) -> tuple[float, tuple[str, ...]]:
        """Score how much of their sentences two articles have in common, as two versions of one report do."""
        best: tuple[float, tuple[str, ...]] = (0.0, ())
        others = [m for m in profile.mentions if m.article != mention.article][:_COMPARED]
        mine, theirs = (set(self._people(entities)) for entities in (named_in(mention), profile.named))
        if mine and theirs and not mine & theirs:
            # Formulas are told in the same words of many people.
            return 0.0, ()
        if mention.teller is not None and any(m.teller == mention.teller for m in others):
            label = self.world.entities[mention.teller].canonical if mention.teller in self.world.entities else ""
            teller: tuple[float, tuple[str, ...]] = (_TELLER, (reason("same-speaker", label),))
        else:
            teller = (0.0, ())
        for known in others:
            common = len(mention.words & known.words)
            if common < _LEAST_STEMS:
                continue
            contained, _ = shared_weight(mention.words, known.words, self.weights)
            score = next((score for least, score in _WORDINGS if contained >= least), 0.0)
            if score > best[0]:
                best = score, (reason("shared-wording", f"{contained:.0%}", common),)
        return best[0] + teller[0], best[1] + teller[1]

    def _scope(
        self, mention: Mention, profile: Profile, sure: int, *, dated: bool, placed: bool
    ) -> tuple[float, float, tuple[str, ...]]:
        """Return the least score and the bonus of the nearest tie: one article, one story, none.

        `dated` tells that the days or the town agree, `placed` that no two places stand unrelated beside each other.
        """
        if any(m.article == mention.article for m in profile.mentions):
            bonus = 0.0 if told_as_another(mention, profile) else _ARTICLE
            definite = _DEFINITE if mention.definite and not mention.as_such else 0.0
            return LEAST_ARTICLE, bonus + definite, (reason("same-article"),)
        story = [m for m in profile.mentions if m.cluster == mention.cluster]
        if story:
            opens = placed and mention.lede and not is_spoken(mention) and any(m.lede for m in story)
            least = LEAST_CLUSTER if sure or opens else LEAST_STRANGER
            return least, _CLUSTER + (_OPENS if opens else 0.0), (reason("opens-story" if opens else "same-cluster"),)
        if not sure or is_spoken(mention):
            return float("inf"), 0.0, ()
        if mention.sharpness < 2 and profile.sharpness < 2:
            return LEAST_STRANGER, 0.0, ()
        people = self._people(named_in(mention) & profile.named)
        return (LEAST_UNDATED if max(sure, len(people)) > 1 and dated else float("inf")), 0.0, ()
