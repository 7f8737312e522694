"""Read back what was built across articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from tawatur.model import (
    Anchor,
    Chain,
    CopyGroup,
    Count,
    DayRange,
    Disagreement,
    Happening,
    Link,
    Measure,
    Report,
    Saying,
    Stories,
    Story,
    StoryLine,
    Utterance,
    WorldEntity,
)
from tawatur.store.codec import day, packed, rest_of, unpack, unpacked


class StoryReader:
    """Reads stories, happenings, utterances and entities from one connection.

    `text_of` gives the text of an article or page by its id: long words are not kept in the rows.
    """

    def __init__(self, db: sqlite3.Connection, text_of: Callable[[str], str]) -> None:
        self._db = db
        self._text_of = text_of

    def _all(self, query: str, *values: object) -> list[Any]:
        return self._db.execute(query, values).fetchall()

    def _anchor(self, article: str, source: str | bytes | None, start: int, end: int, exact: str | None) -> Anchor:
        uid = unpack(source) or article
        words = unpack(exact)
        return Anchor(uid, start, end, self._text_of(uid)[start:end] if words is None else words)

    def _rows(self, table: str) -> list[int]:
        return [row for (row,) in self._all(f"SELECT id FROM {table} ORDER BY id")]

    def all(self) -> Stories:
        """Return everything built across the articles."""
        return Stories(
            tuple(map(self.story, self._rows("story"))),
            tuple(self.lines()),
            tuple(map(self.copies, self._rows("copy_group"))),
            tuple(self.entities()),
            tuple(map(self.happening, self._rows("happening"))),
            tuple(map(self.utterance, self._rows("utterance"))),
        )

    def entities(self) -> Iterator[WorldEntity]:
        """Iterate over the entities across articles, in the order they were built."""
        return map(self.entity, self._rows("world_entity"))

    def lines(self) -> Iterator[StoryLine]:
        """Iterate over the story lines."""
        return map(self.line, self._rows("story_line"))

    def story(self, row: int) -> Story:
        """Return the story of a row id."""
        ((uid, label, line, extra),) = self._all("SELECT uid, label, line, more FROM story WHERE id = ?", row)
        articles = self._all(
            "SELECT a.uid FROM story_article s JOIN article a ON a.id = s.article WHERE s.story = ? ORDER BY s.ix", row
        )
        happenings = self._all("SELECT happening FROM story_happening WHERE story = ? ORDER BY ix", row)
        utterances = self._all("SELECT utterance FROM story_utterance WHERE story = ? ORDER BY ix", row)
        ids, happened, said = (tuple(unpacked(i) for (i,) in found) for found in (articles, happenings, utterances))
        return Story(uid, unpacked(label), ids, happened, said, line, **rest_of(Story, extra))

    def line(self, row: int) -> StoryLine:
        """Return the story line of a row id."""
        ((uid, label, extra),) = self._all("SELECT uid, label, more FROM story_line WHERE id = ?", row)
        return StoryLine(uid, unpacked(label), **rest_of(StoryLine, extra))

    def copies(self, row: int) -> CopyGroup:
        """Return the group of copies of a row id."""
        ((uid, kind, shared, origin, extra),) = self._all(
            "SELECT uid, kind, shared, origin, more FROM copy_group WHERE id = ?", row
        )
        articles = self._all(
            "SELECT a.uid FROM copy_article c JOIN article a ON a.id = c.article WHERE c.copy = ? ORDER BY c.ix", row
        )
        members = tuple(unpacked(article) for (article,) in articles)
        return CopyGroup(uid, members, kind, shared, unpack(origin), **rest_of(CopyGroup, extra))

    def entity(self, row: int, members: tuple[tuple[str, str], ...] | None = None) -> WorldEntity:
        """Return the entity of a row id; with `members`, these stand for all that it has, which may be many."""
        ((uid, canonical, kind, latin, country, key, extra),) = self._all(
            "SELECT uid, canonical, type, latin, country, key, more FROM world_entity WHERE id = ?", row
        )
        if members is None:
            members = self._members(row)
        spellings = self._all("SELECT text FROM world_spelling WHERE entity = ? ORDER BY ix", row)
        return WorldEntity(
            uid,
            unpacked(canonical),
            kind,
            members,
            tuple(unpacked(spelling) for (spelling,) in spellings),
            latin,
            country,
            key,
            **rest_of(WorldEntity, extra),
        )

    def _members(self, row: int) -> tuple[tuple[str, str], ...]:
        """Return the members of an entity in their order, whenever each came to it."""
        found = self._all(
            "SELECT a.uid, m.local FROM world_member m JOIN article a ON a.id = m.article WHERE m.entity = ?", row
        )
        return tuple(sorted((unpacked(article), local) for article, local in found))

    def chain(self, row: int) -> Chain:
        """Return the chain of a row id."""
        ((article, known, extra),) = self._all(
            "SELECT a.uid, c.known, c.more FROM chain c JOIN article a ON a.id = c.article WHERE c.id = ?", row
        )
        uid = unpacked(article)
        links = []
        for kind, label, key, entity, source, start, end, exact, rest in self._all(
            "SELECT kind, label, key, entity, source, start, end, exact, more FROM link WHERE chain = ? ORDER BY ix",
            row,
        ):
            anchor = None if start is None else self._anchor(uid, source, start, end, exact)
            links.append(Link(kind, unpacked(label), unpack(key), anchor, entity, **rest_of(Link, rest)))
        return Chain(uid, tuple(links), bool(known), **rest_of(Chain, extra))

    def happening(self, row: int) -> Happening:
        """Return the happening of a row id with its reports and disagreements."""
        ((uid, kind, mode, label, place, first, last, status, extra),) = self._all(
            "SELECT uid, type, mode, label, place, first, last, status, more FROM happening WHERE id = ?", row
        )
        parts: dict[str, list[str]] = {"actor": [], "recipient": []}
        for part, who in self._all("SELECT part, who FROM happening_part WHERE happening = ? ORDER BY part, ix", row):
            parts[part].append(unpacked(who))
        return Happening(
            uid,
            kind,
            mode,
            unpacked(label),
            tuple(parts["actor"]),
            tuple(parts["recipient"]),
            unpack(place),
            DayRange(day(first), day(last)),
            status,
            self._reports(row),
            disagreements=self._disagreements(row),
            **_with_count(rest_of(Happening, extra)),
        )

    def _reports(self, happening: int) -> tuple[Report, ...]:
        measures: dict[int, list[tuple[Any, ...]]] = {}
        for number, *rest in self._all(
            "SELECT report, what, value, upto, comparator, unit, source, start, end, exact, more FROM measure"
            " WHERE happening = ? ORDER BY report, ix",
            happening,
        ):
            measures.setdefault(number, []).append(tuple(rest))
        found = []
        for ix, article, event, source, start, end, exact, status, chain, first, last, place, extra in self._all(
            "SELECT r.ix, a.uid, r.event, r.source, r.start, r.end, r.exact, r.status, r.chain, r.first,"
            " r.last, r.place, r.more FROM report r JOIN article a ON a.id = r.article"
            " WHERE r.happening = ? ORDER BY r.ix",
            happening,
        ):
            uid = unpacked(article)
            found.append(
                Report(
                    uid,
                    event,
                    self._anchor(uid, source, start, end, exact),
                    status,
                    self.chain(chain),
                    DayRange(day(first), day(last)),
                    unpack(place),
                    tuple(self._measure(uid, row) for row in measures.get(ix, ())),
                    **rest_of(Report, extra),
                )
            )
        return tuple(found)

    def _measure(self, article: str, row: tuple[Any, ...]) -> Measure:
        what, value, upto, comparator, unit, source, start, end, exact, extra = row
        number = value if upto is None else (value, upto)
        anchor = self._anchor(article, source, start, end, exact)
        return Measure(what, number, comparator, unpack(unit), anchor, **rest_of(Measure, extra))

    def _disagreements(self, happening: int) -> tuple[Disagreement, ...]:
        found = []
        for row, uid, kind, attribute, what, extra in self._all(
            "SELECT id, uid, kind, attribute, what, more FROM disagreement WHERE happening = ? ORDER BY id", happening
        ):
            reports: dict[int, list[int]] = {}
            for side, report in self._all(
                "SELECT side, report FROM side_report WHERE disagreement = ? ORDER BY side, ix", row
            ):
                reports.setdefault(side, []).append(report)
            sides = tuple(
                (unpacked(value), tuple(reports.get(ix, ())))
                for ix, value in self._all("SELECT ix, value FROM side WHERE disagreement = ? ORDER BY ix", row)
            )
            found.append(
                Disagreement(
                    uid, kind, attribute, unpacked(what), sides, **{"evidence": (), **rest_of(Disagreement, extra)}
                )
            )
        return tuple(found)

    def utterance(self, row: int) -> Utterance:
        """Return the utterance of a row id with its sayings."""
        ((uid, speaker, label, stance, first, last, extra),) = self._all(
            "SELECT uid, speaker, label, stance, first, last, more FROM utterance WHERE id = ?", row
        )
        sayings = []
        for article, statement, source, start, end, exact, chain, rest in self._all(
            "SELECT a.uid, s.statement, s.source, s.start, s.end, s.exact, s.chain, s.more FROM saying s"
            " JOIN article a ON a.id = s.article WHERE s.utterance = ? ORDER BY s.ix",
            row,
        ):
            own = unpacked(article)
            anchor = self._anchor(own, source, start, end, exact)
            sayings.append(Saying(own, statement, anchor, self.chain(chain), **rest_of(Saying, rest)))
        when = DayRange(day(first), day(last))
        rest = _with_count(rest_of(Utterance, extra))
        return Utterance(uid, speaker, unpacked(label), stance, when, tuple(sayings), **rest)

    def row_of(self, table: str, uid: str) -> int | None:
        """Return the row id behind an id, or None."""
        found = self._all(f"SELECT id FROM {table} WHERE uid = ?", packed(uid))
        return found[0][0] if found else None


def _with_count(rest: dict[str, Any]) -> dict[str, Any]:
    return {"count": Count(0, 0, 0), **rest}
