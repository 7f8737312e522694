"""Search by meaning, an optional extra: what is turned into vectors, by which model, how near they are to a query."""

from tawatur.search.meaning.encoder import Encoder, MeaningMissing, Vectors, load_encoder
from tawatur.search.meaning.fusion import fuse
from tawatur.search.meaning.nearness import (
    FLOOR,
    Centre,
    centred,
    find_centre,
    from_bytes,
    nearest,
    query_vector,
    to_bytes,
)
from tawatur.search.meaning.passages import article_passage, happening_passage, passage_digest, statement_passage
from tawatur.search.meaning.topics import TOPICS

__all__ = [
    "FLOOR",
    "TOPICS",
    "Centre",
    "Encoder",
    "MeaningMissing",
    "Vectors",
    "article_passage",
    "centred",
    "find_centre",
    "from_bytes",
    "fuse",
    "happening_passage",
    "load_encoder",
    "nearest",
    "passage_digest",
    "query_vector",
    "statement_passage",
    "to_bytes",
]
