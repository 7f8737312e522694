"""What the server's tools answer: views cut down to what a model can hold, every fact with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from tawatur.store import SearchKind
from tawatur.views import StoreSource, Wanted
from tawatur.views.plain import as_plain
from tawatur.views.story import timeline
from tawatur.views.understood import type_of, types_of
from tawatur.views.values import (
    ArticleRow,
    DenialView,
    DisagreementView,
    EvidenceView,
    HappeningView,
    LinkView,
    ReportView,
    SayingView,
    UtteranceView,
)

# Items in one answer, and reports or wordings shown of each; the rest is counted.
MOST_ITEMS = 50
_MOST_REPORTS = 3
# Code points that one call for evidence gives.
MOST_EVIDENCE = 2000
# Names like one that is not known that are told.
_MOST_NEAR = 5

Record = dict[str, Any]
T = TypeVar("T")


class NotAllowed(ValueError):
    """A filter has a value that it cannot have."""


class NothingThere(LookupError):
    """There is nothing of that id, name or place."""


def search(source: StoreSource, wanted: Wanted, of: SearchKind = "articles") -> Record:
    """Return what is found: articles with a snippet, statements, or happenings."""
    limit, offset = wanted.limit, wanted.offset
    if unknown := source.unknown_names(wanted.filters):
        return {
            **_page([], False, offset),
            "unknown": [{"name": name, "near": _near(source, name)} for name in unknown],
        }
    if of == "happenings":
        happenings = source.search_happenings(wanted.and_one())
        return _page([_happening(h) for h in happenings[:limit]], len(happenings) > limit, offset)
    if of == "statements":
        found = source.search_statements(wanted.and_one())
        told = [
            {
                **_found_in(hit.article, hit.story),
                "speaker": as_plain(hit.about.speaker),
                "stance": hit.about.stance,
                "utterance": hit.about.utterance,
                "saying": _saying(hit.about.saying),
            }
            for hit in found[:limit]
        ]
        return _page(told, len(found) > limit, offset)
    hits = source.search(wanted.and_one())
    items = [{**_found_in(hit.article, hit.story), "snippet": hit.snippet} for hit in hits[:limit]]
    return _page(items, len(hits) > limit, offset)


def type_code(given: str | None, of: SearchKind) -> str | None:
    """Return the code of the type asked for; raises NotAllowed with the codes for a word that means none."""
    code = None if given is None else type_of(given, of)
    if given is not None and code is None:
        raise NotAllowed(f"type of {of} is one of: {', '.join(types_of(of))}; not {given!r}")
    return code


def _near(source: StoreSource, name: str) -> list[str]:
    return [row.label for row in source.named(name, _MOST_NEAR)]


def _found_in(row: ArticleRow, story: str | None) -> Record:
    return {
        "article": row.id,
        "story": story,
        "title": row.title,
        "outlet": row.outlet,
        "published": as_plain(row.published),
    }


def stories(source: StoreSource, limit: int, offset: int) -> Record:
    """Return stories, largest first."""
    rows = source.stories(limit + 1, offset)
    return _page([as_plain(row) for row in rows[:limit]], len(rows) > limit, offset)


def story(source: StoreSource, id: str) -> Record:
    """Return what a story is about: its articles, its best counted happening, how much else there is."""
    view = _there(source.story(id), f"story {id!r}")
    return {
        "id": view.id,
        "label": view.label,
        "count": as_plain(view.count),
        "articles": [
            {
                "article": row.id,
                "title": row.title,
                "outlet": row.outlet,
                "published": as_plain(row.published),
                "copy_of": row.copy_of,
            }
            for row in view.articles[:MOST_ITEMS]
        ],
        "happenings": len(view.happenings),
        "utterances": len(view.utterances),
        "disagreements": len(view.disagreements),
        "denials": [_denial(denial) for denial in view.denials[:_MOST_REPORTS]],
        "denials_in_all": len(view.denials),
        "related": [{"story": row.id, "label": row.label} for row in view.related],
    }


def story_timeline(source: StoreSource, id: str, limit: int, offset: int) -> Record:
    """Return a story's happenings of known day in order, then those of unknown day."""
    view = _there(source.story(id), f"story {id!r}")
    dated = timeline(view)
    ordered = [*dated, *(h for h in view.happenings if h not in dated)]
    cut = ordered[offset : offset + limit + 1]
    return _page([_happening(h) for h in cut[:limit]], len(cut) > limit, offset)


def story_disagreements(source: StoreSource, id: str, limit: int, offset: int) -> Record:
    """Return the values of a story that cannot all hold, side by side."""
    view = _there(source.story(id), f"story {id!r}")
    cut = view.disagreements[offset : offset + limit + 1]
    return _page([_disagreement(d) for d in cut[:limit]], len(cut) > limit, offset)


def find_entities(source: StoreSource, name: str, limit: int) -> Record:
    """Return whom a name may mean."""
    return {"items": [as_plain(row) for row in source.named(name, limit)]}


def statements(source: StoreSource, entity: str, about: bool, limit: int, offset: int) -> Record:
    """Return what an entity says, or what is said that names it."""
    view = _there(source.entity(entity), f"person, body or place {entity!r}")
    if about:
        cut: Sequence[Any] = view.about[offset : offset + limit + 1]
        items = [
            {
                "utterance": a.utterance,
                "speaker": as_plain(a.speaker),
                "stance": a.stance,
                "wordings": [_saying(a.saying)],
            }
            for a in cut[:limit]
        ]
    else:
        cut = view.utterances[offset : offset + limit + 1]
        items = [_utterance(utterance) for utterance in cut[:limit]]
    return {"label": view.label, "type": view.type, **_page(items, len(cut) > limit, offset)}


def evidence(source: StoreSource, article: str, start: int, end: int) -> Record:
    """Return the words at a place with the rest of their sentence."""
    if end - start > MOST_EVIDENCE:
        raise NothingThere(f"ask for {MOST_EVIDENCE} code points at most; this asks for {end - start}")
    return _evidence(_there(source.evidence(article, start, end), f"text at [{start}, {end}) of {article!r}"))


def _there(found: T | None, what: str) -> T:
    if found is None:
        raise NothingThere(f"there is no {what[:200]}")
    return found


def _page(items: list[Record], more: bool, offset: int) -> Record:
    return {"items": items, "next_offset": offset + len(items) if more else None}


def _evidence(view: EvidenceView) -> Record:
    plain: Record = as_plain(view)
    return plain


def _chain(links: tuple[LinkView, ...]) -> list[Record]:
    return [{"kind": link.kind, "label": link.label or None, "known": link.known} for link in links]


def _happening(view: HappeningView) -> Record:
    return {
        "happening": view.id,
        "type": view.type,
        "mode": view.mode,
        "label": view.label,
        "status": view.status,
        "when": as_plain(view.when),
        "place": as_plain(view.place),
        "actors": as_plain(view.actors),
        "recipients": as_plain(view.recipients),
        "known": view.count.known,
        "unknown": view.count.unknown,
        "reports": [_report(report) for report in view.reports[:_MOST_REPORTS]],
        "reports_in_all": len(view.reports),
        "disagreements": len(view.disagreements),
        "denials": [_denial(denial) for denial in view.denials[:_MOST_REPORTS]],
    }


def _denial(view: DenialView) -> Record:
    denies = [
        {
            "id": denied.id,
            "speaker": as_plain(denied.speaker),
            "chain": _chain(denied.chain),
            "evidence": _evidence(denied.evidence),
        }
        for denied in view.denies[:_MOST_REPORTS]
    ]
    return {
        "utterance": view.utterance,
        "speaker": as_plain(view.speaker),
        "when": as_plain(view.when),
        "wordings": [_saying(saying) for saying in view.sayings[:_MOST_REPORTS]],
        "denies": denies,
    }


def _report(view: ReportView) -> Record:
    return {
        "status": view.status,
        "by": as_plain(view.by),
        "figures": list(view.figures),
        "chain": _chain(view.chain),
        "evidence": _evidence(view.evidence),
    }


def _disagreement(view: DisagreementView) -> Record:
    sides = [
        {
            "value": side.value,
            "reports": [_report(report) for report in side.reports[:_MOST_REPORTS]],
            "reports_in_all": len(side.reports),
        }
        for side in view.sides
    ]
    what = {"kind": view.kind, "attribute": view.attribute, "what": view.what, "label": view.label}
    return {"id": view.id, "happening": view.happening, **what, "sides": sides}


def _utterance(view: UtteranceView) -> Record:
    return {
        "utterance": view.id,
        "speaker": as_plain(view.speaker),
        "stance": view.stance,
        "when": as_plain(view.when),
        "known": view.count.known,
        "unknown": view.count.unknown,
        "wordings": [_saying(saying) for saying in view.sayings[:_MOST_REPORTS]],
        "wordings_in_all": len(view.sayings),
    }


def _saying(view: SayingView) -> Record:
    return {
        "kind": view.kind,
        "cue": view.cue,
        "basis": view.basis,
        "chain": _chain(view.chain),
        "evidence": _evidence(view.evidence),
    }
