"""Tables of figures inside a text, told from the tables that old pages are laid out with."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

# Inside a table of figures these are no blocks: a row is one line.
CELLS = frozenset({"td", "th", "p", "div", "font", "center"})
# What only a table that lays out a page, a form or a list of pointers holds.
_NEVER = "img, amp-img, form, input, iframe, h1, h2, h3, h4, ul, ol"
# Words a cell holds on average at most, and rows looked at.
_CELL_WORDS, _ROWS = 6, 300


def is_data(table: LexborNode) -> bool:
    """Tell whether a table holds figures or a few words in rows and columns, no pictures, no lists of links."""
    # A node's selection holds the node itself.
    if table.css_first(_NEVER) is not None or len(table.css("table")) > 1:
        return False
    rows = table.css("tr")
    if not 2 <= len(rows) <= _ROWS:
        return False
    cells = table.css("td, th")
    if len(cells) < 2 * len(rows) or len(table.css("a")) * 2 > len(rows):
        return False
    texts = [cell.text(deep=True, separator=" ") for cell in cells]
    words = sum(len(text.split()) for text in texts)
    # Some column holds figures: a table of words alone may be anything.
    figures = sum(any(char.isdigit() for char in text) for text in texts)
    return 0 < words <= _CELL_WORDS * len(cells) and figures * 4 >= len(cells)
