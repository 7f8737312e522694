"""What the terminal shows of views: stories, articles, entities and what a search found."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tawatur.cli.show.happenings import HappeningLines
from tawatur.cli.show.lines import MOST, marked
from tawatur.cli.show.sayings import SayingLines
from tawatur.cli.terminal import RIGHT_TO_LEFT_MARK, arabic, clean
from tawatur.views.places import country_name
from tawatur.views.values import ArticleRow, ArticleView, EntityView, SearchHit, StatementFound, StoryRow, StoryView
from tawatur.views.wording import chains, days, published, word

# Layers of an article's marks and how the terminal shows them.
_STYLES = {"cue": "bold cyan", "holder": "cyan", "event": "bold magenta", "figure": "green", "time": "blue",
           "name": "yellow", "statement": "dim"}  # fmt: skip


class Show(HappeningLines, SayingLines):
    """Prints views on standard output, labels and reasons in one language."""

    def stories(self, rows: Sequence[StoryRow]) -> None:
        """Print a list of stories."""
        for row in rows:
            self._line(0, Text(row.id, "bold"), f"  {self._number('articles', row.articles)}  ",
                       days(row.first, row.last, self._language))  # fmt: skip
            self._line(2, arabic(row.label))
            self._line(2, Text(chains(row.known, row.unknown, self._language), "dim"))

    def story(self, view: StoryView) -> None:
        """Print a whole story."""
        self._out.print(arabic(view.label, "bold"))
        self._line(
            0, Text(f"{view.id} · {self._number('articles', len(view.articles))} · ", "dim"), self._count(view.count)
        )
        self._heading("timeline", len(view.happenings))
        self.timeline(view.happenings)
        self._heading("voices", len(view.utterances))
        self.utterances(view.utterances)
        if view.denials:
            self._heading("denials", len(view.denials))
            self.denials(view.denials)
        self._heading("disagreements", len(view.disagreements))
        for disagreement in view.disagreements:
            self.disagreement(disagreement)
        if not view.disagreements:
            self._line(0, f"{self._say('no_difference')} {view.compared}")
        self._heading("articles", len(view.articles))
        for row in view.articles:
            self.row(row)
        if view.related:
            self._heading("related")
            self.stories(view.related)

    def row(self, row: ArticleRow) -> None:
        """Print an article of a list."""
        basis = f" ({word('basis', row.basis, self._language)})" if row.basis else ""
        copy = f" · {self._say('copy')}" if row.copy_of else ""
        self._line(0, Text(row.id, "bold"), f"  {clean(row.outlet or self._say('unknown'))}  "
                   f"{self._days(row.published)}{basis}{copy}")  # fmt: skip
        self._line(2, arabic(row.title or row.lead))

    def article(self, view: ArticleView) -> None:
        """Print an article, what was read in it in colours."""
        self.row(view.row)
        self._reasons(2, view.date_reasons)
        for words in view.date_evidence:
            self._line(2, arabic(f"«{words}»", "dim"))
        text = Text()
        for segment in view.segments:
            layers = {mark.layer for mark in segment.marks}
            style = next((style for layer, style in _STYLES.items() if layer in layers), "")
            text.append(clean(segment.text, edges=True, lines=True), style)
        self._out.print()
        for line in text.split("\n"):
            self._line(0, RIGHT_TO_LEFT_MARK, line)
        self._out.print()
        key = Text("  ").join(Text(layer, style) for layer, style in _STYLES.items())
        self._line(0, key)

    def entity(self, view: EntityView) -> None:
        """Print a person, body or place."""
        known = " · ".join(filter(None, (word("name", view.type, self._language), _latin(view), self._country(view))))
        self._out.print(arabic(view.label, "bold"))
        self._line(0, Text(f"{view.id} · {known} · {self._number('articles', len(view.articles))}", "dim"))
        self._line(2, f"{self._say('spellings')}: ", clean("، ".join(view.spellings)))
        for role, _ in view.roles:
            self._line(2, f"{self._say('roles')}: ", clean(role))
        self._reasons(2, view.reasons)
        self._heading("said", len(view.utterances))
        self.utterances(view.utterances)
        self._heading("about", len(view.about))
        for about in view.about[:MOST]:
            stance, when = word("stance_noun", about.stance, self._language), about.saying.published
            self._line(0, Text(clean(about.speaker.label) or self._say("unknown"), "bold"),
                       f"  {stance}  {published(when.first, when.last, self._language)}")  # fmt: skip
            self.sayings([about.saying])
        self._rest(len(view.about))
        self._heading("part", len(view.happenings))
        self.timeline(view.happenings)

    def _country(self, view: EntityView) -> str:
        return country_name(view.country, self._language) if view.country else ""

    def hits(self, hits: Sequence[SearchHit]) -> None:
        """Print what a search found, the found words marked."""
        for hit in hits:
            self.row(hit.article)
            self._line(4, marked(hit.snippet, hit.marks))

    def found(self, hits: Sequence[StatementFound]) -> None:
        """Print the statements that a search found: who says it, in which article, the found words marked."""
        for hit in hits:
            stance = word("stance_noun", hit.about.stance, self._language)
            speaker = clean(hit.about.speaker.label) or self._say("unknown")
            evidence = hit.about.saying.evidence
            self._line(0, Text(speaker, "bold"), f"  {stance}  {self._days(hit.article.published)}  ",
                       Text(hit.about.utterance or hit.article.id, "dim"))  # fmt: skip
            line = Text(RIGHT_TO_LEFT_MARK)
            line.append(clean(evidence.before, edges=True), "dim")
            line.append_text(marked(evidence.exact, hit.marks))
            line.append(clean(evidence.after, edges=True), "dim")
            self._line(4, line)
            if hit.about.saying.chain:
                self._line(4, self._chain(hit.about.saying.chain))


def _latin(view: EntityView) -> str:
    """The Latin form; one made by rule is marked, so that nobody takes it for the name's own."""
    return view.latin or (f"≈ {view.transliteration}" if view.transliteration else "")
