"""Read inputs into pages; what cannot be read is set aside with its reason.

Kinds of `SetAside`: "missing" (no such file, or it cannot be opened), "unknown" (a file type that is not read),
"empty", "size" (over a limit), "binary", "encoding" (no encoding reads it), "truncated" (the last character is cut),
"nesting" (of tags, thousands deep), "json" (a line that is no record), "language" (no Arabic text),
"error-page" (a site's 404 page) and "no-article".
"""

from tawatur.read.inputs import read_bytes, read_inputs
from tawatur.read.records import read_record

__all__ = ["read_bytes", "read_inputs", "read_record"]
