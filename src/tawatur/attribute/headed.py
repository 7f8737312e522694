"""Statements without a cue: a speaker before a colon, as headlines write («مدير المستشفى: استقبلنا …»)."""

from __future__ import annotations

from tawatur.attribute.complements import opens_quote
from tawatur.attribute.drafts import Draft
from tawatur.attribute.extents import content_span
from tawatur.attribute.phrases import read_phrase
from tawatur.attribute.view import Sight
from tawatur.model import Span

# A speaker's name and title before the colon; longer openings are sentences that lead up to a list.
_LONGEST_HEAD = 12
# Fewer words behind the colon are a label's value («المكان: القاهرة»), no speech.
_FEWEST_WORDS = 3


def headed_statement(sight: Sight) -> Draft | None:
    """Read «<speaker>: <content>» over a whole sentence; None where what stands before the colon is no speaker."""
    colon = next((k for k in range(1, min(_LONGEST_HEAD, len(sight))) if sight.words[k].text == ":"), -1)
    if colon < 1 or len(sight) - colon - 1 < _FEWEST_WORDS:
        return None
    speaker = read_phrase(sight, 0)
    if speaker is None or speaker.last != colon or not _speaks(sight, speaker.first, speaker.last):
        return None
    content = content_span(sight, colon + 1, sight.words[colon + 1].span.start)
    if content.end - content.start < 2:
        return None
    shape = "quote" if opens_quote(sight, colon + 1) else "clause"
    mark = Span(sight.words[colon].span.start, sight.words[colon].span.end)
    return Draft(0, mark, ":", "assert", "headed", speaker, content, shape, beside=True)


def _speaks(sight: Sight, first: int, last: int) -> bool:
    """Tell whether a phrase names a person, begins with a person's title, or is a body alone."""
    kinds = {sight.named[k].type for k in range(first, last) if k in sight.named}
    if any(
        f.form.kind in ("perfect", "imperfect", "participle") for k in range(first, last) for _, f in sight.forms(k)
    ):
        return False
    title = sight.is_a("role", first) and not sight.is_a("document", first)
    # A place before a colon is where the news is from («مصر: حبس …»).
    alone = "ORG" in kinds and all(k in sight.named for k in range(first, last))
    return "PER" in kinds or title or bool(alone)
