"""Assembling: from copies, clusters and world entities to happenings, utterances, chains and stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import CopyGroup, DayRange, Happening, Reading, Stories, Story, StoryLine, Utterance, WorldEntity
from tawatur.stories.amounts.find import amount_differences, not_told_elsewhere
from tawatur.stories.chains.added import added_sentences
from tawatur.stories.chains.trace import ChainTracer, Setting, Traced, known_outlets, own_credits, shared_credits
from tawatur.stories.contested.find import contested
from tawatur.stories.disagreements.counted import story_differences, told_story
from tawatur.stories.disagreements.occasions import Occasions
from tawatur.stories.disagreements.parts import Parts
from tawatur.stories.disagreements.tolls import not_yet_told
from tawatur.stories.grouping import StoryTraits
from tawatur.stories.happenings.build import build_happening, stable_id
from tawatur.stories.happenings.joining import join_mentions
from tawatur.stories.happenings.mentions import Mention, find_mentions, published_days
from tawatur.stories.happenings.parties import PartyReader, World, build_world
from tawatur.stories.happenings.plans import link_cancelled, link_plans
from tawatur.stories.naming import central_title
from tawatur.stories.reasons import reason
from tawatur.stories.roundups import is_roundup
from tawatur.stories.utterances.build import build_utterances, utterance_id
from tawatur.stories.utterances.denials import tie_denials
from tawatur.stories.utterances.elsewhere import ClaimIndex
from tawatur.stories.utterances.gathered import Gathered
from tawatur.stories.utterances.joining import join_sayings
from tawatur.stories.utterances.said import Said, find_sayings

# What a story is about: its few most reported parties and types of event, the rest being background.
_SALIENT, _TYPES = 4, 2


class Materials:
    """What every part of the assembly looks at: readings by article, their clusters, copies and tracers.

    `known` are materials over some of the articles, with all their copies: what was read of them is not read again.
    """

    def __init__(
        self,
        readings: Iterable[Reading],
        copies: Sequence[CopyGroup],
        clusters: Sequence[Sequence[str]],
        world: World,
        lexicon: JoinLexicon,
        known: Materials | None = None,
    ) -> None:
        self.readings = {r.article.id: r for r in sorted(readings, key=lambda r: r.article.id)}
        # A copy group that was reworked further stands in a wider group, which comes later and folds it as well.
        self.copies = {article: group.id for group in copies for article in group.articles}
        self.clusters = {article: min(cluster) for cluster in clusters for article in cluster}
        self.world = world
        self.lexicon = lexicon
        credits = own_credits(self.readings, lexicon)
        shared = shared_credits(credits, copies, lexicon)
        added = added_sentences(self.readings, copies, lexicon)
        outlets = known_outlets(self.readings, credits, lexicon)
        parties: dict[str, PartyReader] = known.parties if known is not None else {}
        tracers: dict[str, ChainTracer] = known.tracers if known is not None else {}
        self.parties: dict[str, PartyReader] = {
            article: parties.get(article) or PartyReader(reading, world) for article, reading in self.readings.items()
        }
        self.tracers: dict[str, ChainTracer] = {
            article: tracers.get(article)
            or ChainTracer(
                own,
                world,
                lexicon,
                credits[article],
                Setting(self.copies.get(article), shared[article], added.get(article, frozenset()), outlets),
            )
            for article, own in self.parties.items()
        }
        self.occasions, self.parts = Occasions(self.parties, lexicon), Parts(self.parties, lexicon)

    def cluster(self, article: str) -> str:
        """Return the name of an article's cluster: its least member, the article itself where it stands alone."""
        return self.clusters.get(article, article)


def assemble(
    readings: Iterable[Reading],
    copies: Sequence[CopyGroup],
    clusters: Sequence[Sequence[str]],
    entities: Sequence[WorldEntity],
    lexicon: JoinLexicon,
    adjectives: Mapping[str, str],
) -> Stories:
    """Build happenings, utterances and stories; `adjectives` maps folded nationality words to country codes."""
    every = tuple(readings)
    materials = Materials(every, copies, clusters, build_world(entities, adjectives, every, lexicon.told), lexicon)
    utterances = build_utterances(gather_utterances(materials), materials.readings)
    happenings = find_happenings(materials)
    claims = ClaimIndex(materials.readings, materials.world, lexicon)
    utterances, happenings = tie_denials(utterances, happenings, materials.readings, lexicon, claims)
    del claims
    stories = build_story_values(materials, clusters, happenings, utterances)
    return Stories(stories, (), tuple(copies), tuple(entities), happenings, utterances)


def mentions_of(
    materials: Materials,
    articles: Iterable[str],
    *,
    only: Mapping[str, Collection[int]] | None = None,
    kinds: Mapping[str, Collection[str]] | None = None,
) -> list[Mention]:
    """Return the mentions of articles in order; of the `only` events by article, or the `kinds` by cluster, alone."""
    return [
        mention
        for article in articles
        for cluster in [materials.cluster(article)]
        for mention in find_mentions(
            materials.parties[article],
            materials.lexicon,
            cluster,
            materials.copies.get(article),
            only=only.get(article, ()) if only is not None else None,
            kinds=kinds.get(cluster, ()) if kinds is not None else None,
        )
    ]


def find_happenings(materials: Materials, mentions: Iterable[Mention] | None = None) -> tuple[Happening, ...]:
    """Join the events of all readings, or the mentions given, into happenings, sorted by id."""
    if mentions is None:
        mentions = mentions_of(materials, materials.readings)
    profiles = join_mentions(mentions, materials.world, materials.lexicon)

    def trace(mention: Mention) -> Traced:
        event = materials.readings[mention.article].events[mention.event]
        # Who only answers to what happened is no source of it: the article that takes it for granted tells it.
        told = replace(event, statement=None) if mention.reacts else event
        return materials.tracers[mention.article].event(told)

    built = [
        build_happening(
            profile, materials.readings, materials.world, materials.lexicon, trace, materials.occasions, materials.parts
        )
        for profile in profiles
    ]
    linked = link_plans(built, profiles, materials.world, materials.lexicon)
    linked = link_cancelled(linked, profiles, materials.readings, materials.world, materials.lexicon)
    return tuple(sorted(linked, key=lambda happening: happening.id))


def sayings_of(
    materials: Materials, articles: Iterable[str], *, only: Mapping[str, Collection[int]] | None = None
) -> list[Said]:
    """Return the sayings of articles in order, or of the `only` statements by article alone."""
    return [
        said
        for article in articles
        for said in find_sayings(
            materials.parties[article],
            materials.world,
            materials.lexicon,
            materials.tracers[article],
            materials.cluster(article),
            materials.copies.get(article),
            only.get(article, ()) if only is not None else None,
        )
    ]


def gather_utterances(materials: Materials, sayings: Iterable[Said] | None = None) -> tuple[Gathered, ...]:
    """Join the statements of all readings, or the sayings given; chains of one utterance then have one origin."""
    if sayings is None:
        sayings = sayings_of(materials, materials.readings)
    gathered = join_sayings(sayings, materials.world)
    for group in gathered:
        if len(group.sayings) > 1:
            first = min(group.sayings, key=lambda said: said.key)
            key = utterance_id(first, materials.readings[first.article].article.text)
            for said in group.sayings:
                materials.tracers[said.article].join(said.statement, key)
    return gathered


def build_story_values(
    materials: Materials,
    clusters: Sequence[Sequence[str]],
    happenings: Sequence[Happening],
    utterances: Sequence[Utterance],
) -> tuple[Story, ...]:
    """Turn clusters into stories with what their articles report; articles of no cluster are stories of their own."""
    grouped = {article for cluster in clusters for article in cluster}
    every = [tuple(sorted(c)) for c in clusters] + [(a,) for a in materials.readings if a not in grouped]
    told: dict[str, set[str]] = {}
    spoken: dict[str, set[str]] = {}
    for happening in happenings:
        for report in happening.reports:
            told.setdefault(report.article, set()).add(happening.id)
    for utterance in utterances:
        for saying in utterance.sayings:
            spoken.setdefault(saying.article, set()).add(utterance.id)
    by_id = {happening.id: happening for happening in happenings}
    found: list[Story] = []
    for articles in sorted(every):
        if not articles:
            continue
        ident = stable_id("s", articles[0])
        inside = tuple(sorted({h for a in articles for h in told.get(a, ())}))
        context = told_story(
            ident,
            articles,
            materials.readings,
            materials.tracers,
            materials.lexicon,
            materials.occasions,
            materials.parts,
        )
        differences, compared = story_differences(context)
        happened = [by_id[h] for h in inside]
        found_against = contested(ident, articles, materials, happened)
        amounts = not_told_elsewhere(amount_differences(context), differences, happened)
        found.append(
            Story(
                ident,
                central_title([materials.readings[a].article for a in articles], materials.lexicon.stop),
                articles,
                inside,
                tuple(sorted({u for a in articles for u in spoken.get(a, ())})),
                None,
                _why_together(articles, materials),
                (*not_yet_told(differences, happened), *amounts, *found_against),
                compared,
            )
        )
    return tuple(found)


def _why_together(articles: Sequence[str], materials: Materials) -> tuple[str, ...]:
    """Return why articles are one story, and that it sums up others where one of them is a roundup."""
    together = (reason("clustered", len(articles)),) if len(articles) > 1 else ()
    summing = any(is_roundup(materials.readings[article].article) for article in articles)
    return (*together, reason("roundup")) if summing else together


def story_traits(stories: Stories, readings: Iterable[Reading]) -> tuple[StoryTraits, ...]:
    """Return what tells which line each story belongs to: who most of its reports are about, their types, its days.

    A person counts for the person's country as well: a line of two states is carried on by their ministers.
    """
    published = {reading.article.id: published_days(reading) for reading in readings}
    happenings = {happening.id: happening for happening in stories.happenings}
    world = {entity.id: entity for entity in stories.entities}
    countries = {entity.key[4:]: entity.id for entity in stories.entities if entity.key and len(entity.key) == 6}
    found: list[StoryTraits] = []
    for story in stories.stories:
        own = frozenset(story.articles)
        entities: Counter[str] = Counter()
        types: Counter[str] = Counter()
        for happening in (happenings[ident] for ident in story.happenings):
            reports = sum(1 for report in happening.reports if report.article in own)
            types[happening.type] += reports
            named = {party for party in (*happening.actors, *happening.recipients) if party in world}
            states = {countries[code] for party in named if (code := world[party].country) in countries}
            for party in named | states:
                entities[party] += reports
        days = [published[article] for article in story.articles]
        first = min((d.first for d in days if d.first), default=None)
        last = max((d.last for d in days if d.last), default=None)
        salient = tuple(ident for ident, _ in sorted(entities.items(), key=lambda i: (-i[1], i[0]))[:_SALIENT])
        common = tuple(type_ for type_, _ in sorted(types.items(), key=lambda i: (-i[1], i[0]))[:_TYPES])
        found.append(StoryTraits(story.id, story.label, salient, common, DayRange(first, last)))
    return tuple(found)


def with_lines(stories: Stories, lines: Sequence[StoryLine]) -> Stories:
    """Return the stories with their lines, each story knowing its line."""
    line_of = {story: line.id for line in lines for story in line.stories}
    named = tuple(replace(story, line=line_of.get(story.id)) for story in stories.stories)
    return Stories(named, tuple(lines), stories.copies, stories.entities, stories.happenings, stories.utterances)
