"""Terms: what a text says holds from, until or by a time, and as whose word."""

from onrecord.annotation.terms.making import make_terms

__all__ = ["make_terms"]
