"""Invented readings for tests: people, outlets and happenings that do not exist, in real countries."""

from __future__ import annotations

from datetime import date

from tawatur.model import (
    Anchor,
    Article,
    Block,
    Chain,
    CopyGroup,
    Count,
    DayRange,
    Disagreement,
    Entity,
    EntityRole,
    Event,
    Figure,
    Happening,
    Link,
    Measure,
    Name,
    Page,
    Piece,
    Published,
    Reading,
    Report,
    Saying,
    Sentence,
    Span,
    SplitPage,
    Statement,
    Stories,
    Story,
    StoryLine,
    Utterance,
    When,
    WorldEntity,
)
from tawatur.store import ReadPage

DAY = date(2024, 3, 5)
BODY = (
    "قال المتحدث باسم الوزارة سالم الدرعاوي إن 14 شخصا قتلوا أمس في نيامي.\n"
    "ونفى الدرعاوي أن تكون القوات أطلقت النار على المتظاهرين."
)
HEADLINE = "الدرعاوي: 14 قتيلا في نيامي"


def span(text: str, words: str, nth: int = 0) -> Span:
    """Return where words stand in a text, the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def reading_of(article: Article) -> Reading:
    """Return what an attentive reader would find in BODY."""
    t = article.text
    full, short = span(t, "سالم الدرعاوي"), span(t, "الدرعاوي", 1)
    role = EntityRole(span(t, "المتحدث باسم الوزارة"), "المتحدث باسم الوزارة", "NE")
    second = t.index("ونفى")
    return Reading(
        article,
        (Sentence(0, Span(0, t.index("\n"))), Sentence(1, Span(second, len(t)))),
        (Name(full, "PER", "e0", 0.97), Name(span(t, "نيامي"), "GPE", "e1"), Name(short, "PER", "e0", 0.5)),
        (
            Entity("e0", "سالم الدرعاوي", "PER", roles=(role,)),
            Entity("e1", "نيامي", "GPE", "gpe:GN2440485", "Niamey", "NE"),
        ),
        (When(span(t, "أمس"), "2024-03-04", "day", date(2024, 3, 4), date(2024, 3, 4), "published", 0.9),),
        (Figure(span(t, "14 شخصا"), 14.0, "=", "شخصا", 0.99),),
        (
            Statement(
                0, span(t, "قال"), span(t, "المتحدث باسم الوزارة سالم الدرعاوي"), span(t, "14 شخصا قتلوا أمس في نيامي"),
                "indirect", "assert", speaker="e0", p=0.9,
            ),
            Statement(1, span(t, "نفى"), short, span(t, "القوات أطلقت النار على المتظاهرين"), "indirect", "deny",
                      speaker="e0"),
        ),
        (
            Event(0, span(t, "قتلوا"), "ASSAULT", None, "alleged", (), (span(t, "14 شخصا"),), span(t, "نيامي"),
                  span(t, "أمس"), (0,), ("e0",), 0, 0.8),
            Event(1, span(t, "أطلقت النار"), "ASSAULT", None, "denied", (span(t, "القوات"),), (span(t, "المتظاهرين"),),
                  by=("e0",), statement=1),
        ),
    )  # fmt: skip


def read_page(number: int = 0, body: str = BODY, outlet: str = "أصداء الساحل") -> ReadPage:
    """Return a page of plain text with one article, read; the number makes it another page."""
    lines = [HEADLINE, f"الثلاثاء 5 مارس 2024 ({number})", body, "قصص أخرى عن سالم الدرعاوي"]
    text = "\n".join(lines)
    page = Page(f"p{number}", text, path=f"pages/{number}.txt")
    at = text.index(body)
    where = Span(at, at + len(body))
    dated = Anchor.of(page.id, text, span(text, "5 مارس 2024"))
    article = Article(
        f"a{number}",
        body,
        HEADLINE,
        outlet,
        published=Published(DAY, DAY, "line", (dated,), ("a line of the article",)),
        credits=(Anchor.of(f"a{number}", body, span(body, "الوزارة")),),
        captions=("صورة من نيامي",),
        keywords=("نيامي", "الدرعاوي"),
        page=page.id,
        pieces=(Piece(Span(0, len(body)), where),),
    )
    blocks = (
        Block(1, span(text, HEADLINE), HEADLINE, "headline", 0, "first line"),
        Block(2, span(text, lines[1]), lines[1], "date", 0),
        Block(3, where, body, "body", 0),
        Block(4, span(text, lines[3]), lines[3], "teaser", None),
    )
    return ReadPage(SplitPage(page, blocks, (article,)), (reading_of(article),))


def stories_of(*pages: ReadPage) -> Stories:
    """Return stories over pages of `read_page`: one happening, one utterance, one disagreement, copies, a line."""
    readings = [reading for page in pages for reading in page.readings]
    ids = tuple(r.article.id for r in readings)
    reports, sayings = [], []
    for r in readings:
        t, own = r.article.text, r.article.id
        links = (
            Link("origin", "سالم الدرعاوي", "per:w0", Anchor.of(own, t, span(t, "سالم الدرعاوي")), "w0"),
            Link("carrier", "", None),
            Link("outlet", r.article.outlet or "", None if r.article.outlet is None else "outlet:x"),
        )
        chain = Chain(own, links, True)
        measure = Measure("killed", 14.0, "=", "شخصا", Anchor.of(own, t, r.figures[0].span))
        event = Anchor.of(own, t, r.events[0].trigger)
        when = DayRange(date(2024, 3, 4), date(2024, 3, 4))
        reports.append(Report(own, 0, event, "alleged", chain, when, "w1", (measure,), ("e0",), DayRange(DAY, DAY)))
        sayings.append(Saying(own, 0, Anchor.of(own, t, r.statements[0].content), chain))
    count = Count(1, 1, len(ids), ("one-origin: x | 2",))
    sides = (("14", (0,)), ("15", tuple(range(1, len(ids)))))
    against = Disagreement("d0", "sources", "figure", "killed", sides, (reports[0].anchor,), ("different-origins",))
    day = DayRange(date(2024, 3, 4), None)
    happening = Happening("h0", "ASSAULT", None, "قتلى في نيامي", ("w0",), ("14 شخصا",), "w1", day, "alleged",
                          tuple(reports), count, (against,), reasons=("same-place: نيامي",))  # fmt: skip
    utterance = Utterance("u0", "w0", "سالم الدرعاوي", "assert", day, tuple(sayings), count, ("u9",), ("same-speaker",))
    return Stories(
        (Story("s0", "قتلى في نيامي", ids, ("h0",), ("u0",), "l0", ("clustered: 2",)),),
        (StoryLine("l0", "النيجر", ("s0",), ("w1",)),),
        (CopyGroup("c0", ids, "near", 0.93, "وكالة الضفاف", (reports[0].anchor,), ("same-text",)),)[: len(ids) - 1],
        (
            WorldEntity("w0", "سالم الدرعاوي", "PER", tuple((i, "e0") for i in ids), ("سالم الدرعاوي", "الدرعاوي"),
                        roles=(readings[0].entities[0].roles), reasons=("same-words: x",)),
            WorldEntity("w1", "نيامي", "GPE", tuple((i, "e1") for i in ids), ("نيامي", "نيامى"),
                        "Niamey", "NE", "gpe:1"),
        ),
        (happening,),
        (utterance,),
    )  # fmt: skip
