"""Questions asked of a ledger, read-only. Never reads or codes a document, and knows no screen."""

from onrecord.analysis.sources import SourceCount, count_sources

__all__ = ["SourceCount", "count_sources"]
