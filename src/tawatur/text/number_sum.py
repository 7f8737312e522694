"""A number while it is composed of its words, and the rules for what may join it."""

from __future__ import annotations

from tawatur.text.number_words import NumberTerm


class Sum:
    """The number while it is being composed: `total` of finished scales, `group` below the next, `last` scale used."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group: float | None = None
        self.last = float("inf")

    @property
    def value(self) -> float:
        """The number so far."""
        return self.total + (self.group or 0)

    def scale(self, by: float) -> bool:
        """Let a scale («ألف», «مليون») close the group before it; it must be smaller than the last one."""
        if by >= self.last:
            return False
        self.total += round((1 if self.group is None else self.group) * by, 6)
        self.group, self.last = None, by
        return True

    def add_scaled(self, value: float, by: float) -> bool:
        """Add a scale that holds its own number («ألفان»)."""
        if by >= self.last or self.group is not None:
            return False
        self.total, self.last = self.total + value, by
        return True

    def add(self, value: float, *, joined: bool) -> bool:
        """Add a value below the last scale; `joined` by «و»."""
        if value >= self.last:
            return False
        if self.group is None:
            if self.total and not joined:
                return False
            self.group = value
            return True
        if not joined:
            return False
        low = self.group % 100
        fits_tens = 20 <= value < 100 and value % 10 == 0 and 1 <= low <= 9
        fits_below = (self.group % 100 == 0 and value < 100) or (self.group % 1000 == 0 and value < 1000)
        if float(self.group).is_integer() and (fits_tens or fits_below):
            self.group += value
            return True
        return False

    def hundred(self) -> bool:
        """Make three to nine hundreds of the unit before («ثلاث مئة»)."""
        if self.group is None or not 3 <= self.group <= 9:
            return False
        self.group *= 100
        return True


def takes(total: Sum, term: NumberTerm, joined: bool) -> bool:
    """Let a word join the number if it may stand there; `joined` by «و». Tell whether it did."""
    if term.place == "half":
        return joined and not term.dual and not (total.total and total.group) and _add_part(total, term.value)
    if term.place == "eleven":
        return joined and total.add(term.value, joined=True)
    if term.place == "ten" and not joined:
        return _make_teen(total)
    if term.place == "hundred" and not joined:
        return term.value == 100 and total.hundred()
    if term.place in ("scale", "vague"):
        if term.dual:
            return joined and total.add_scaled(term.value, term.value / 2)
        if term.value < 1000:
            return False
        if total.group is None:
            return joined and total.scale(term.value)
        return not joined and total.scale(term.value)
    return term.place in ("unit", "teen", "ten", "tens", "hundred") and joined and total.add(term.value, joined=True)


def _make_teen(total: Sum) -> bool:
    if total.group is None or not 1 <= total.group % 100 <= 9:
        return False
    total.group += 10
    return True


def _add_part(total: Sum, part: float) -> bool:
    """«مليون ونصف» is a half more of the last scale, «ثلاثة ونصف» a half more of one."""
    if total.group is not None:
        total.group += part
    else:
        total.total += part * (total.last if total.last != float("inf") else 1)
    total.last = min(total.last, 1)
    return True
