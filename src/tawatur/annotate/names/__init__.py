"""Names: mentions of persons, bodies and places, and the entities they belong to.

Candidates come from the gazetteer, from titles and given names, from class words, and from the tagger. With a tagger
each is weighed by a learned model; without one the strongest of those that overlap stands. What was found once is
looked for in the whole article, and the mentions are linked to entities.
"""

from __future__ import annotations

from tawatur.annotate.names.entities import link
from tawatur.annotate.names.grammar import grammar_names, grammar_readings
from tawatur.annotate.names.tokens import sentence_tokens
from tawatur.annotate.names.weighing import stand, weigh
from tawatur.lexicon.name_words import NameLexicon
from tawatur.model import Entity, Name
from tawatur.tagger import TaggedText
from tawatur.text.prepared import Prepared

__all__ = ["find_names"]


def find_names(
    prepared: Prepared, lexicon: NameLexicon, tagged: TaggedText | None = None
) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """Find the name mentions of a text, in order, and their entities; by the grammar alone without `tagged`."""
    sentences = [sentence_tokens(prepared, s.index) for s in prepared.sentences]
    readings = grammar_readings(sentences, lexicon)
    found = grammar_names(sentences, readings, lexicon)
    if tagged is not None:
        found = stand(weigh(sentences, readings, found, tagged, lexicon), lexicon.weights)
    return link(prepared.text, sentences, found, lexicon)
