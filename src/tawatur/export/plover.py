"""Reports as PLOVER event records: the event, its actors and recipients, place, contexts, and the publication.

The fields are those of PLOVER's coding scheme (Open Event Data Alliance) as POLECAT, the data set coded in it, names
them; evidence, status and chain are added, since a report is not yet a fact.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from tawatur.export.harmless import json_line, web_address
from tawatur.export.rows import views_of
from tawatur.views import StoreSource
from tawatur.views.plain import as_plain
from tawatur.views.values import EntityRow, HappeningView, PartyView, ReportView

# PLOVER's quad classes: verbal and material cooperation, verbal and material conflict (PLOVER manual, section 2).
_QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), ("VERBAL COOPERATION", 1)),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), ("MATERIAL COOPERATION", 2)),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), ("VERBAL CONFLICT", 3)),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), ("MATERIAL CONFLICT", 4)),
}


def as_plover(source: StoreSource, story: str | None) -> Iterator[bytes]:
    """Iterate over PLOVER records as JSON lines, one for each sentence that reports an event."""
    known = {row.id: row for row in source.entities(None)}
    addresses: dict[str, str | None] = {}
    for view in views_of(source, story):
        for happening in view.happenings:
            for report in happening.reports:
                article = report.evidence.article
                if article not in addresses:
                    found = source.article(article)
                    addresses[article] = web_address(found.url) if found else None
                yield json_line(_record(happening, report, view.id, addresses[article], known))


def _record(
    happening: HappeningView, report: ReportView, story: str, url: str | None, known: dict[str, EntityRow]
) -> dict[str, Any]:
    quad = _QUAD.get(happening.type)
    evidence = report.evidence
    told = f"{happening.id}|{evidence.article}|{evidence.start}|{evidence.end}|{report.status}"
    days = (report.when.first, report.when.last)
    day = days[0] if days[0] == days[1] else None
    return {
        "id": "plover-" + hashlib.sha256(told.encode(errors="replace")).hexdigest()[:16],
        "date": as_plain(day),
        "date_first": as_plain(days[0]),
        "date_last": as_plain(days[1]),
        "event": happening.type,
        "mode": happening.mode,
        "contexts": [],
        "quad_class": quad[0] if quad else None,
        "quad_code": quad[1] if quad else None,
        "actors": [_party(party, known) for party in happening.actors],
        "recipients": [_party(party, known) for party in happening.recipients],
        "location": _party(happening.place, known) if happening.place else None,
        "status": report.status,
        "status_read": dict(report.review.read).get("status", report.status) if report.review else report.status,
        "alleged_by": [_party(party, known) for party in report.by],
        "figures": list(report.figures),
        "publication": {
            "article": evidence.article,
            "headline": evidence.title,
            "publisher": evidence.outlet,
            "first": as_plain(report.published.first),
            "last": as_plain(report.published.last),
            "url": url,
        },
        "text": {
            "exact": evidence.exact,
            "start": evidence.start,
            "end": evidence.end,
            "page": evidence.page,
            "page_start": evidence.page_start,
            "page_end": evidence.page_end,
        },
        "chain": [{"kind": link.kind, "label": link.label, "known": link.known} for link in report.chain],
        "happening": happening.id,
        "story": story,
        "known_origins": happening.count.known,
        "unknown_chains": happening.count.unknown,
    }


def _party(party: PartyView, known: dict[str, EntityRow]) -> dict[str, Any]:
    row = known.get(party.entity or "")
    return {
        "name": party.label,
        "entity": party.entity,
        "type": row.type if row else None,
        "country": row.country if row else None,
    }
