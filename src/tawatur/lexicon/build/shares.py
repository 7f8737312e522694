"""Make story_shares.tsv from a vocabulary of pieces: `python -m tawatur.lexicon.build.shares [PIECES]`.

PIECES is the `pieces.tsv` of the tagger's model (a piece, a tab, the logarithm of its share of all text): pieces and
scores are those of multilingual-e5-small, whose vocabulary is that of XLM-R (Conneau and others 2020,
arXiv:1911.02116; SentencePiece over CommonCrawl; MIT). A word that is one piece there is frequent in Arabic, and its
score says how frequent. So how common a word is comes from the whole of the web and not from the news at hand.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from pathlib import Path

from tawatur.lexicon.build.table import DATA, Row, write_table
from tawatur.text.fold import fold

HEAD = (
    "Frequent words of Arabic, folded, by the share of news articles that are expected to hold them in their first two",
    "hundred words, reckoned from a vocabulary's scores. Source: vocabulary of multilingual-e5-small (as XLM-R), MIT;",
    "built by `python -m tawatur.lexicon.build.shares`.",
)
PIECES = DATA.parents[1] / "tagger" / "model" / "pieces.tsv"
_WORD_START = "▁"
# Words of two letters are mostly beginnings of longer ones.
_LETTERS = 3
# «في» has the score -8.2 in that vocabulary and stands about eight times in 200 words of news; so a word of score s is
# expected 8 * exp(s + 8.2) times there, and a text holds it at least once by the Poisson law.
_IN_SCORE, _IN_TIMES = -8.2, 8.0
# No more than the words of politics that story_common.tsv has: a name stays particular however often it is written.
_MOST = 0.05


def share_rows(lines: Iterable[str]) -> list[Row]:
    """Return rows of a share and the folded words of that share, the commonest first, words in order.

    Left out: pieces that begin no word, are no Arabic letters, or have fewer than three. Spellings that fold to one
    word are added up. Raises ValueError for a line that is no piece with its score.
    """
    found: dict[str, float] = {}
    for number, line in enumerate(lines, 1):
        piece, _, score = line.rstrip("\n").partition("\t")
        word = fold(piece.removeprefix(_WORD_START))
        if not score:
            raise ValueError(f"line {number} of the pieces has no score")
        if piece.startswith(_WORD_START) and len(word) >= _LETTERS and all("ء" <= letter <= "ي" for letter in word):
            found[word] = found.get(word, 0.0) + 1.0 - math.exp(-_IN_TIMES * math.exp(float(score) - _IN_SCORE))
    by_share: dict[float, list[str]] = {}
    for word, share in found.items():
        by_share.setdefault(_rounded(min(share, _MOST)), []).append(word)
    return [(f"{share:g}", " ".join(sorted(by_share[share]))) for share in sorted(by_share, reverse=True)]


def _rounded(share: float) -> float:
    """Return a share with one figure that counts: more would feign what a vocabulary does not tell."""
    return float(f"{share:.1g}")


def main(arguments: list[str]) -> None:
    """Write the table from the file named, or from the tagger's."""
    if len(arguments) > 1:
        sys.exit("usage: python -m tawatur.lexicon.build.shares [PIECES]")
    with Path(*arguments or (PIECES,)).open(encoding="utf-8") as lines:
        write_table("story_shares.tsv", HEAD, share_rows(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
