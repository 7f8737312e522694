"""Numbers written in figures: what a run of digits with its decimal and thousands marks is worth."""

from __future__ import annotations

import re

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:[.٫]\d+)?|\d{1,3}(?:٬\d{3})+(?:[٫.,]\d+)?")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:[,٫]\d+)?")
_DECIMAL = re.compile(r"\d+[.,٫]\d+")


def digits_value(written: str, *, scaled: bool = False) -> float | None:
    """Return the value of a folded run of digits with its marks, or None for what is no one number («1.2.3»).

    Both conventions are read: «60,000» and «31.700» are thousands, «2.5», «2,7» and «٢٫٥» decimals. `scaled` says that
    a scale word or percent sign follows, which makes «1.250» a decimal.
    """
    if written.isdigit():
        return float(written) if len(written) <= 15 else None
    if _THOUSANDS.fullmatch(written) and not (scaled and written.count(",") == 1 and "٬" not in written):
        whole = written.replace("٬", "")
        whole = whole.replace(",", "") if "٬" not in written else whole.replace(",", ".")
        return float(whole.replace("٫", "."))
    if _DOTTED.fullmatch(written) and not scaled:
        return float(written.replace(".", "").replace(",", ".").replace("٫", "."))
    if _DECIMAL.fullmatch(written):
        return float(written.replace(",", ".").replace("٫", "."))
    return None
