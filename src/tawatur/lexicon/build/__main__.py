"""Make the built tables: `python -m tawatur.lexicon.build [PAIRS]`; name_foreign.tsv only where PAIRS is given."""

from __future__ import annotations

import sys

from tawatur.lexicon.build import foreign, places, shares

if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    places.main([])
    shares.main([])
    if len(sys.argv) == 2:
        foreign.main(sys.argv[1:])
