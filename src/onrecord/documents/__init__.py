"""Turns files, pages and standard input into documents. Never asks what is coded from them or where that is kept."""

from onrecord.documents.html import document_from_html
from onrecord.documents.locations import Location, find_documents
from onrecord.documents.options import ReadOptions
from onrecord.documents.plain_text import document_from_text
from onrecord.documents.reader import read_document

__all__ = [
    "Location",
    "ReadOptions",
    "document_from_html",
    "document_from_text",
    "find_documents",
    "read_document",
]
