"""Turns a document into a record, in steps. Never asks how the document was read or where the record goes."""

from onrecord.annotation.coder import DocumentCoder, default_coder

__all__ = ["DocumentCoder", "default_coder"]
