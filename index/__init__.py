"""Clauses and FAQ → vectors → ranked clauses."""

from index.build import IndexPlace, Progress, build_index, index_folder, open_index
from index.encoder import Encoder
from index.lexical import words
from index.manifest import Manifest
from index.ranking import Ranking
from index.records import Record
from index.rows import Near
from index.search import Index, SearchResult

__all__ = [
    "Encoder",
    "Index",
    "IndexPlace",
    "Manifest",
    "Near",
    "Progress",
    "Ranking",
    "Record",
    "SearchResult",
    "build_index",
    "index_folder",
    "open_index",
    "words",
]
