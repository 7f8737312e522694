"""Sources: who stands behind the words of a holder or carrier, and by which keys two of them are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.lexicon.outlets import Outlet, bare_name
from tawatur.model import Anchor, Link, Reading, Span, Statement
from tawatur.model.stories import LinkKind
from tawatur.stories.chains.pointing_back import (
    Back,
    find_back,
    is_definite,
    is_finding,
    is_somebodys,
    nobodys_paper,
    points_to,
    tells_nobody,
)
from tawatur.stories.chains.voices import Voice, VoiceReader
from tawatur.stories.chains.whole import whole_holder
from tawatur.stories.happenings.parties import Party, PartyReader, World
from tawatur.stories.happenings.pointing import is_called
from tawatur.stories.wording import folded_words
from tawatur.text.fold import fold
from tawatur.text.words import find_words, without_article

# Code points behind the noun of a picture or paper in which a verb tells that it is somebody's («نشره»).
_PUBLISHER_REACH = 40
# What stands before the paper in which somebody speaks («قالت في بيان»).
_IN = frozenset({"في", "عبر"})
# What the keys of unnamed sources begin with: sources of one key may be one, and are not shown to be.
ANONYMOUS = "anonymous:"
# A holder that starts with a word of unnamed sources («مصادر أمنية») within so many words is anonymous.
_HEAD_WORDS = 2


@dataclass(frozen=True, slots=True)
class Source:
    """One link with every key under which it counts as the same as another: entity, body spoken for, office, owner.

    `voice` is what its words tell of whose voice it is; `points` the wording that words such as «البيان» point back to;
    `papers` tells of such words that nothing before tells whose they are, `finding` of what was found or counted.
    """

    link: Link
    keys: frozenset[str]
    voice: Voice | None = None
    points: str = ""
    papers: bool = False
    finding: bool = False


UNKNOWN = Source(Link("origin", "", None), frozenset())


class SourceReader:
    """Reads the sources of one article."""

    def __init__(
        self,
        reading: Reading,
        world: World,
        lexicon: JoinLexicon,
        parties: PartyReader,
        outlets: Mapping[str, str] | None = None,
    ) -> None:
        self._reading = reading
        self._text = reading.article.text
        self._world = world
        self._lexicon = lexicon
        self._parties = parties
        self._known = outlets or {}
        self._voices = VoiceReader(reading, world, lexicon)
        self._read: dict[tuple[Span, Span | None, LinkKind], Source] = {}

    def holder(self, statement: Statement, kind: LinkKind = "origin") -> Source:
        """Read who makes a statement; the unknown source where neither its sentence nor an earlier one tells."""
        place = (statement.content, statement.holder, kind)
        if place not in self._read:
            self._read[place] = self._holder(statement, kind)
        return self._read[place]

    def _holder(self, statement: Statement, kind: LinkKind) -> Source:
        party = self._parties.party(statement.holder) if statement.holder else None
        speaker = self._parties.entity_party(statement.speaker) if statement.speaker else None
        if party is not None and (publisher := self._publisher(statement.holder)) is not None:
            party, speaker = publisher, None
        if statement.holder is not None:
            party = self._owner(statement.holder, party) or party
        words = party.words if party else speaker.words if speaker else ""
        anchor = self._anchor(statement.holder)
        if not words:
            return replace(UNKNOWN, link=replace(UNKNOWN.link, kind=kind))
        outlet = self._outlet(words, party or speaker)
        if outlet is not None:
            return Source(Link(kind, words, outlet.key, anchor), _outlet_keys(outlet), self._voice(statement, party))
        if not (speaker and speaker.ids & self._world.named) and not (party and (party.ids or party.of)):
            if (back := self._back(statement, words, kind)) is not None:
                return back
            if is_finding(words, self._lexicon, self._world.adjectives):
                return Source(Link(kind, words, None, anchor), frozenset(), finding=True)
            if tells_nobody(words, self._lexicon):
                # «شخص», «سموه»: no source is told by that.
                return Source(Link(kind, words, None, anchor), frozenset(), papers=True)
            if nobodys_paper(words, self._lexicon, self._world.adjectives):
                # «قال بيان», «ذكر تقرير إخباري»: whose, is not told.
                return Source(Link(kind, words, None, anchor), frozenset(), papers=is_somebodys(words, self._lexicon))
        unnamed = statement.anonymous or self._is_anonymous(words, party)
        voice = self._voice(statement, party, unnamed=unnamed)
        if unnamed:
            whole = self._whole(statement.holder) if party is not None and statement.holder else None
            key = self._anonymous_key(whole.words if whole else words, whole or party)
            return Source(Link(kind, words, key, anchor), frozenset({key} if key else ()), voice)
        return self._placed(replace(self._named(kind, words, anchor, party, speaker), voice=voice))

    def _whole(self, holder: Span) -> Party:
        return self._parties.party(whole_holder(self._text, holder, self._reading.names, self._lexicon))

    def _placed(self, source: Source) -> Source:
        """Return a source that is known by its words or as a body with the towns told beside it in its keys.

        «الدفاع المدني بمكة» is not «الدفاع المدني بالرياض»; that either may be «الدفاع المدني» is told by its voice.
        """
        key = source.link.key
        towns = sorted({t for r in source.voice.roles for t in r.body.towns}) if source.voice else []
        if key is None or not towns or (source.voice and source.voice.names) or not self._is_many(key, source.voice):
            return source
        placed = f"{key}@{'-'.join(towns)}"
        keys = frozenset(placed if k == key else k for k in source.keys)
        return replace(source, link=replace(source.link, key=placed), keys=keys)

    def _is_many(self, key: str, voice: Voice | None) -> bool:
        """Tell whether a key is that of words, or of a body that many towns or regions have."""
        known = self._world.entities.get(key)
        if known is None:
            return key.startswith("words:")
        # The Red Cross in Geneva is the Red Cross; «الدفاع المدني بمنطقة …» is that of the region.
        regional = voice is not None and any(self._has("ground", word) for word in voice.words)
        return known.type == "ORG" and (known.key is None or regional)

    def _voice(self, statement: Statement, party: Party | None, *, unnamed: bool = False) -> Voice | None:
        worded = self._parties.party(statement.holder) if statement.holder else None
        if party is not None and party is not worded:
            # Who published or issued what the holder's words name.
            return self._voices.known(min(party.ids)) if party.ids else None
        return self._voices.voice(statement.holder, statement.speaker, unnamed=unnamed)

    def _back(self, statement: Statement, words: str, kind: LinkKind) -> Source | None:
        """Return the source that «البيان», «المصدر», «المتحدث» point back to, with the words of the wording."""
        sort = (
            "paper" if nobodys_paper(words, self._lexicon, self._world.adjectives) else points_to(words, self._lexicon)
        )
        if sort is None or statement.holder is None or (sort == "paper" and not is_definite(words)):
            return None
        for back in find_back(self._reading, statement, sort, self._lexicon):
            found = self._told_before(back, kind)
            issues = sort != "paper" or (found is not None and found.voice is not None and found.voice.roles)
            if found is not None and found.link.key is not None and issues:
                link = replace(found.link, label=words, anchor=self._anchor(statement.holder))
                voice = replace(found.voice, paper=True) if found.voice and sort == "paper" else found.voice
                return replace(found, link=link, voice=voice, points=found.points or found.link.label)
        return None

    def _told_before(self, back: Back, kind: LinkKind) -> Source | None:
        if back.statement is not None:
            return self.holder(self._reading.statements[back.statement], kind)
        if back.span is None:
            return None
        party, anchor = self._parties.party(back.span), self._anchor(back.span)
        if self._is_anonymous(party.words, party):
            key = self._anonymous_key(party.words, party)
            voice = self._voices.voice(back.span, None, unnamed=True)
            return Source(Link(kind, party.words, key, anchor), frozenset({key} if key else ()), voice)
        if self._outlet(party.words, party) is not None:
            return None
        return replace(self._named(kind, party.words, anchor, party, None), voice=self._voices.voice(back.span, None))

    def _publisher(self, holder: Span | None) -> Party | None:
        """Return who published the picture or paper that is told of («أظهر رسم نشره البيت الأبيض»), or None."""
        if holder is None or not self._is_bare_channel(next(iter(folded_words(holder.of(self._text))), "")):
            return None
        rest = list(find_words(self._text, Span(holder.start, min(len(self._text), holder.end + _PUBLISHER_REACH))))
        at = next((n for n, word in enumerate(rest) if word.norm in self._lexicon.told.published), None)
        if at is None or at + 1 >= len(rest):
            return None
        start = rest[at + 1].span.start
        name = next((n for n in self._reading.names if n.span.start <= start < n.span.end), None)
        return self._parties.party(name.span) if name is not None and name.type in ("ORG", "GPE", "PER") else None

    def _owner(self, holder: Span, party: Party | None) -> Party | None:
        """Return who is meant by words that name nobody: «جماعة تطلق على نفسها «…»», «تبنت «…» الهجوم في بيان قالت»."""
        if party is None or party.ids or party.of:
            return None
        text = self._text
        behind = next((n for n in self._reading.names if holder.end <= n.span.start), None)
        if behind is not None and is_called(text[holder.end : behind.span.start], self._lexicon.told):
            return self._parties.party(behind.span)
        sentence = next((s.span for s in self._reading.sentences if s.span.holds(holder)), holder)
        lead = next((w.norm for w in reversed(list(find_words(text, Span(sentence.start, holder.start))))), "")
        if not self._is_bare_channel(party.words) or lead not in _IN:
            return None
        before = [n for n in self._reading.names if sentence.start <= n.span.start and n.span.end <= holder.start]
        bodies = [n for n in before if n.type in ("ORG", "PER")]
        return self._parties.party(bodies[-1].span) if bodies else None

    def carrier(self, span: Span, origin: Source) -> Source:
        """Read a carrier named by a span: an agency or outlet, a body, unnamed media, or the origin's own channel."""
        party = self._parties.party(span)
        anchor = self._anchor(span)
        outlet = self._outlet(party.words, party)
        if outlet is not None:
            return Source(Link("carrier", party.words, outlet.key, anchor), frozenset({outlet.key}))
        if (known := self._known.get(bare_name(party.words))) is not None:
            # An outlet that other articles of the store come from, or an agency that they credit.
            return Source(Link("carrier", party.words, known, anchor), frozenset({known, *party.ids}))
        if self._has("media", party.words):
            country = min(party.countries, default=None)
            key = f"media:{country}" if country else None
            return Source(Link("carrier", party.words, key, anchor), frozenset({key} if key else ()))
        if party.ids:
            keys = party.ids | self._agency_key(party.words)
            return Source(Link("carrier", party.words, min(party.ids), anchor, min(party.ids)), keys)
        if self._has("channel", party.words) and origin.link.key:
            # A statement or a tweet is the origin's own voice: it adds nothing that others could share.
            return Source(Link("carrier", party.words, f"{origin.link.key}#channel", anchor), frozenset())
        return Source(Link("carrier", party.words, None, anchor), frozenset())

    def is_outlet(self, statement: Statement) -> bool:
        """Tell whether a statement's holder is an agency, an outlet or unnamed media."""
        source = self.holder(statement)
        return any(
            key.startswith(("media:", "outlet:")) or key in self._lexicon.outlet_keys for key in source.keys
        ) or (source.link.key or "").startswith("media:")

    def _named(
        self, kind: LinkKind, words: str, anchor: Anchor | None, party: Party | None, speaker: Party | None
    ) -> Source:
        # A role alone («الوزارة») is another entity in each article, and may be the same in all of them.
        named = self._world.named
        ids = (speaker.ids & named if speaker else frozenset()) or (party.ids & named if party else frozenset())
        keys = {*ids, *self._agency_key(words)}
        described = party or speaker
        countries = {code for p in (party, speaker) if p for code in p.countries}
        if described is not None and self._has("spokesman", words):
            keys |= described.of
        office = self._office(words, countries)
        for entity in ids:
            known = self._world.entities.get(entity)
            for role in known.roles if known else ():
                office = office or self._office(role.text, countries | ({role.country} if role.country else set()))
        if office:
            keys.add(office)
        if not keys:
            keys |= described.of if described and self._has("spokesman", words) else set()
        key = min(ids) if ids else office or min(keys, default=None)
        if key is None and described is not None and described.stems:
            key = f"words:{min(countries, default='')}:{'-'.join(sorted(described.stems))}"
        if key is None:
            return Source(Link(kind, words, None, anchor), frozenset())
        if self._has("spokesman", words):
            # «متحدث عسكري» may be any of the spokesmen who are named elsewhere, so it never adds to them.
            keys.add(f"spokesman:{key}" if keys else "spokesman::")
        return Source(Link(kind, words, key, anchor, min(ids) if ids else None), frozenset({key, *keys}))

    def _agency_key(self, words: str) -> frozenset[str]:
        """Return the key of an agency or outlet of no list that the words call one («وكالة ضفاف»: as its credit)."""
        first = next(iter(folded_words(words)), "")
        return frozenset({f"outlet:{bare_name(words)}"} if self._lexicon.is_source_word("agency", first) else ())

    def _office(self, words: str, countries: Iterable[str]) -> str | None:
        """Return the key of a ministry, the same for its minister and its spokesman («وزير الخارجية الروسي»)."""
        folded = [without_article(norm) for norm in folded_words(words)]
        portfolios = self._lexicon.sources["portfolio"]
        portfolio = next((word for word in folded if any(form in portfolios for form in forms(word))), None)
        codes = sorted(countries)
        if portfolio is None or len(codes) != 1 or not self._of_ministry(folded, portfolio):
            return None
        return f"office:{codes[0]}:{next(form for form in forms(portfolio) if form in portfolios)}"

    def _of_ministry(self, folded: Sequence[str], portfolio: str) -> bool:
        """Tell whether words with a portfolio's are a ministry's: «الدفاع المدني», «مجموعة العمل من أجل …» are none."""
        if any(self._has("office", norm) for norm in folded):
            return True
        passing = ("spokesman", "channel", "quality", "letting", "rank", "anonymous")
        return all(
            norm == portfolio or norm in self._world.adjectives or any(self._has(kind, norm) for kind in passing)
            for norm in folded
        )

    def _outlet(self, words: str, party: Party | None) -> Outlet | None:
        book = self._lexicon.outlets
        found = book.named(words, marked=self._has("agency", words))
        if found or party is None:
            return found
        # «ما ذكرته وكالة …» is the agency, «مسؤول لوكالة …» is not.
        people = any(self._has(kind, words) for kind in ("anonymous", "spokesman", "office"))
        for entity in sorted(party.ids or (frozenset() if people else party.of)):
            known = self._world.entities.get(entity)
            if known is not None and known.type == "ORG":
                found = book.named(known.canonical, marked=self._has("agency", words))
                if found:
                    return found
        return None

    def _is_anonymous(self, words: str, party: Party | None) -> bool:
        head = () if party is not None and party.kind == "person" else folded_words(words)[:_HEAD_WORDS]
        return any(self._lexicon.is_source_word("anonymous", norm) for norm in head)

    def _anonymous_key(self, words: str, party: Party | None) -> str | None:
        """Return the key of unnamed people of one body or of one country's sector; None where nothing narrows them."""
        sectors = [s for norm in folded_words(words) if (s := self._lexicon.sector(norm))]
        # «مسؤول عسكري» is of the military first: the general word gives way to the particular one.
        particular = next((s for s in sectors if s not in ("government", "local")), None)
        sector = particular or next((s for s in sectors if s == "government"), sectors[0] if sectors else None)
        if party is not None and party.kind != "place":
            bodies = [e for e in sorted(party.ids | party.of) if (w := self._world.entities.get(e)) and w.type == "ORG"]
            if bodies:
                return f"{ANONYMOUS}{bodies[0]}"
        country = min(party.countries, default=None) if party else None
        return f"{ANONYMOUS}{country or ''}:{sector}" if sector else None

    def _is_bare_channel(self, words: str) -> bool:
        folded = folded_words(words)
        return bool(folded) and all(self._lexicon.is_source_word("channel", norm) for norm in folded)

    def _has(self, kind: str, words: str) -> bool:
        return any(self._lexicon.is_source_word(kind, norm) for norm in folded_words(words))

    def _anchor(self, span: Span | None) -> Anchor | None:
        return Anchor.of(self._reading.article.id, self._text, span) if span else None


def _outlet_keys(outlet: Outlet) -> frozenset[str]:
    return frozenset({outlet.key, *((f"owner:{outlet.owner}",) if outlet.owner else ())})


def outlet_source(
    name: str | None, lexicon: JoinLexicon, kind: LinkKind = "outlet", anchor: Anchor | None = None
) -> Source:
    """Return the source that an outlet's or agency's name stands for; unknown where there is no name."""
    if not name:
        return Source(Link(kind, "", None), frozenset())
    outlet = lexicon.outlets.named(name, marked=True) or lexicon.outlets.of_host(name)
    if outlet is not None:
        return Source(Link(kind, name, outlet.key, anchor), _outlet_keys(outlet))
    key = f"outlet:{bare_name(name) or fold(name).strip()}"
    return Source(Link(kind, name, key, anchor), frozenset({key}))
