"""Write what is built across articles: rows that people can query, replaced as one when stories are built again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from tawatur.model import (
    Anchor,
    Chain,
    CopyGroup,
    Disagreement,
    Happening,
    Report,
    Stories,
    Story,
    Utterance,
    WorldEntity,
)
from tawatur.store.codec import iso, more, pack, packed
from tawatur.store.database import insert, insert_many
from tawatur.store.errors import UnknownItem
from tawatur.store.migrations import DERIVED
from tawatur.store.search_index import clear_happening_words
from tawatur.text.fold import fold

Row = dict[str, object]
# By entity id the blocks that it stands in.
Blocks = Mapping[str, Iterable[str]]
NO_BLOCKS: Blocks = {}
# Words up to this length stand in the row, longer ones (what someone said) are cut from the article's text again.
KEPT_WORDS = 60


class StoryWriter:
    """Writes the values of one `Stories` inside a transaction that the caller holds."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._rows: dict[str, int | None] = {}

    def replace(self, stories: Stories, blocks: Blocks = NO_BLOCKS) -> None:
        """Put the given values in the place of all that stood there. Raises UnknownItem for an article not stored."""
        clear_stories(self._db)
        self.add(stories)
        self.add_blocks(blocks)

    def add(self, stories: Stories) -> None:
        """Put the given values beside what stands there; none of their ids may stand there already."""
        for line in stories.lines:
            own: Row = {"uid": line.id, "label": packed(line.label), "more": more(line, "id", "label")}
            insert(self._db, "story_line", own)
        for story in stories.stories:
            self._story(story)
        for group in stories.copies:
            self._copies(group)
        for entity in stories.entities:
            self._entity(entity)
        for happening in stories.happenings:
            self._happening(happening)
        for utterance in stories.utterances:
            self._utterance(utterance)

    def add_blocks(self, blocks: Blocks) -> None:
        """Note under what entities, given by id, are looked up when new articles name somebody."""
        for uid, own in blocks.items():
            (row,) = self._db.execute("SELECT id FROM world_entity WHERE uid = ?", (uid,)).fetchone()
            insert_many(self._db, "entity_block", [{"block": packed(block), "entity": row} for block in own])

    def _story(self, story: Story) -> None:
        known = ("id", "label", "line", "articles", "happenings", "utterances")
        own: Row = {"uid": story.id, "label": packed(story.label), "line": story.line, "more": more(story, *known)}
        row = insert(self._db, "story", own)
        self._list("story_article", "story", row, "article", map(self.article_row, story.articles))
        self._list("story_happening", "story", row, "happening", story.happenings)
        self._list("story_utterance", "story", row, "utterance", story.utterances)

    def article_row(self, uid: str) -> int:
        """Return the row id of an article. Raises UnknownItem where it is not stored."""
        row = self._rows.get(uid)
        if row is None:
            found = self._db.execute("SELECT id FROM article WHERE uid = ?", (packed(uid),)).fetchone()
            row = self._rows[uid] = found[0] if found else None
        if row is None:
            raise UnknownItem(f"the stories name article {uid!r}, which is not stored; build them again")
        return row

    def _list(self, table: str, owner: str, row: int, column: str, items: Iterable[object]) -> None:
        insert_many(self._db, table, [{owner: row, "ix": ix, column: item} for ix, item in enumerate(items)])

    def _anchor(self, anchor: Anchor, article: str) -> Row:
        return {
            "source": None if anchor.source == article else packed(anchor.source),
            "start": anchor.start,
            "end": anchor.end,
            "exact": packed(anchor.exact) if len(anchor.exact) <= KEPT_WORDS else None,
        }

    def _copies(self, group: CopyGroup) -> None:
        known = ("id", "articles", "kind", "shared", "origin")
        own: Row = {"uid": group.id, "kind": group.kind, "shared": group.shared, "origin": pack(group.origin)}
        row = insert(self._db, "copy_group", {**own, "more": more(group, *known)})
        self._list("copy_article", "copy", row, "article", map(self.article_row, group.articles))

    def _entity(self, entity: WorldEntity) -> None:
        known = ("id", "canonical", "type", "members", "spellings", "latin", "country", "key")
        own: Row = {"uid": entity.id, "canonical": packed(entity.canonical), "type": entity.type}
        own |= {"latin": entity.latin, "country": entity.country, "key": entity.key, "more": more(entity, *known)}
        row = insert(self._db, "world_entity", own)
        self.add_members(row, entity.members, 0)
        self.add_spellings(row, entity)

    def add_members(self, row: int, members: Iterable[tuple[str, str]], first: int) -> None:
        """Add members to the entity of a row id, numbered on from `first`."""
        rows: list[Row] = [
            {"entity": row, "ix": ix, "article": self.article_row(article), "local": local}
            for ix, (article, local) in enumerate(members, start=first)
        ]
        insert_many(self._db, "world_member", rows)

    def add_spellings(self, row: int, entity: WorldEntity) -> None:
        """Add the spellings of the entity of a row id, which has none yet."""
        spellings: list[Row] = [
            {"entity": row, "ix": ix, "text": packed(spelling), "folded": packed(fold(spelling))}
            for ix, spelling in enumerate(entity.spellings)
        ]
        insert_many(self._db, "world_spelling", spellings)

    def _chain(self, chain: Chain) -> int:
        own: Row = {
            "article": self.article_row(chain.article),
            "known": chain.known,
            "more": more(chain, "article", "links", "known"),
        }
        row = insert(self._db, "chain", own)
        links: list[Row] = []
        for ix, link in enumerate(chain.links):
            place: Row = {"source": None, "start": None, "end": None, "exact": None}
            if link.anchor is not None:
                place = self._anchor(link.anchor, chain.article)
                if link.anchor.exact == link.label:
                    place["exact"] = None
            links.append(
                {
                    "chain": row,
                    "ix": ix,
                    "kind": link.kind,
                    "label": packed(link.label),
                    "key": pack(link.key),
                    "entity": link.entity,
                    **place,
                    "more": more(link, "kind", "label", "key", "entity", "anchor"),
                }
            )
        insert_many(self._db, "link", links)
        return row

    def _happening(self, happening: Happening) -> None:
        known = (
            "id",
            "type",
            "mode",
            "label",
            "actors",
            "recipients",
            "place",
            "when",
            "status",
            "reports",
            "disagreements",
        )
        row = insert(
            self._db,
            "happening",
            {
                "uid": happening.id,
                "type": happening.type,
                "mode": happening.mode,
                "label": packed(happening.label),
                "place": pack(happening.place),
                "first": iso(happening.when.first),
                "last": iso(happening.when.last),
                "status": happening.status,
                "known": happening.count.known,
                "unknown": happening.count.unknown,
                "articles": happening.count.articles,
                "more": more(happening, *known),
            },
        )
        parts = [("actor", happening.actors), ("recipient", happening.recipients)]
        insert_many(
            self._db,
            "happening_part",
            [
                {
                    "happening": row,
                    "part": part,
                    "ix": ix,
                    "who": packed(who),
                    "type": happening.type,
                    "first": iso(happening.when.first),
                }
                for part, members in parts
                for ix, who in enumerate(members)
            ],
        )
        for ix, report in enumerate(happening.reports):
            self._report(row, ix, report)
        for disagreement in happening.disagreements:
            self._disagreement(row, disagreement)

    def _report(self, happening: int, ix: int, report: Report) -> None:
        known = ("article", "event", "anchor", "status", "chain", "when", "place", "measures")
        insert(
            self._db,
            "report",
            {
                "happening": happening,
                "ix": ix,
                "article": self.article_row(report.article),
                "event": report.event,
                **self._anchor(report.anchor, report.article),
                "status": report.status,
                "chain": self._chain(report.chain),
                "first": iso(report.when.first),
                "last": iso(report.when.last),
                "place": pack(report.place),
                "more": more(report, *known),
            },
        )
        measures: list[Row] = []
        for number, measure in enumerate(report.measures):
            value, upto = measure.value if isinstance(measure.value, tuple) else (measure.value, None)
            own: Row = {"happening": happening, "report": ix, "ix": number, "what": measure.what, "value": value}
            own |= {"upto": upto, "comparator": measure.comparator, "unit": pack(measure.unit)}
            own |= self._anchor(measure.anchor, report.article)
            measures.append({**own, "more": more(measure, "what", "value", "comparator", "unit", "anchor")})
        insert_many(self._db, "measure", measures)

    def _disagreement(self, happening: int, disagreement: Disagreement) -> None:
        known = ("id", "kind", "attribute", "what", "sides")
        own: Row = {"uid": disagreement.id, "happening": happening, "kind": disagreement.kind}
        own |= {"attribute": disagreement.attribute, "what": packed(disagreement.what)}
        row = insert(self._db, "disagreement", {**own, "more": more(disagreement, *known)})
        for ix, (value, reports) in enumerate(disagreement.sides):
            insert(self._db, "side", {"disagreement": row, "ix": ix, "value": packed(value)})
            numbers: list[Row] = [
                {"disagreement": row, "side": ix, "ix": n, "report": report} for n, report in enumerate(reports)
            ]
            insert_many(self._db, "side_report", numbers)

    def _utterance(self, utterance: Utterance) -> None:
        known = ("id", "speaker", "speaker_label", "stance", "when", "sayings")
        row = insert(
            self._db,
            "utterance",
            {
                "uid": utterance.id,
                "speaker": utterance.speaker,
                "label": packed(utterance.speaker_label),
                "stance": utterance.stance,
                "first": iso(utterance.when.first),
                "last": iso(utterance.when.last),
                "known": utterance.count.known,
                "unknown": utterance.count.unknown,
                "articles": utterance.count.articles,
                "more": more(utterance, *known),
            },
        )
        for ix, saying in enumerate(utterance.sayings):
            own: Row = {"utterance": row, "ix": ix, "article": self.article_row(saying.article)}
            own |= {"statement": saying.statement, **self._anchor(saying.anchor, saying.article)}
            own |= {"chain": self._chain(saying.chain), "more": more(saying, "article", "statement", "anchor", "chain")}
            insert(self._db, "saying", own)


def clear_stories(db: sqlite3.Connection) -> None:
    """Empty every table of what is built across articles."""
    for table in DERIVED:
        db.execute(f"DELETE FROM {table}")
    clear_happening_words(db)
