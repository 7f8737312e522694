"""Read inputs into pages; what cannot be read is set aside with its reason. Nothing here touches the network.

Kinds of `SetAside`: "missing" (no such file, or it cannot be opened), "unknown" (a file type that is not read),
"empty", "size" (over a limit), "binary", "encoding" (no encoding reads it), "truncated" (it is cut off),
"nesting" (of tags, thousands deep), "json" (a line that is no record), "warc" (an archive is damaged here), "feed" (a
feed or sitemap is damaged), "summary" (a feed's entry without its article), "link" (a file that only names pages),
"language" (no Arabic text), "error-page" (a site's 404 page) and "no-article".
"""

from tawatur.read.feeds import FeedEntry, entry_page
from tawatur.read.inputs import open_zipped, read_bytes, read_inputs
from tawatur.read.listings import MOST_LISTING_BYTES, Listing, NoListing, listing_kind, read_listing
from tawatur.read.pages import Arrival, is_page_type, page_from_bytes
from tawatur.read.records import KNOWN_KEYS, odd_keys, read_record

__all__ = [
    "KNOWN_KEYS",
    "MOST_LISTING_BYTES",
    "Arrival",
    "FeedEntry",
    "Listing",
    "NoListing",
    "entry_page",
    "is_page_type",
    "listing_kind",
    "odd_keys",
    "open_zipped",
    "page_from_bytes",
    "read_bytes",
    "read_inputs",
    "read_listing",
    "read_record",
]
