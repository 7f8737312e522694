"""Take data out: tables as JSON lines, CSV and Parquet; FollowTheMoney, W3C Web Annotations, PLOVER records."""

from tawatur.export.rows import UnknownStory
from tawatur.export.tables import TABLES, Column, Table
from tawatur.export.writing import FORMATS, Format, Wanted, export

__all__ = ["FORMATS", "TABLES", "Column", "Format", "Table", "UnknownStory", "Wanted", "export"]
