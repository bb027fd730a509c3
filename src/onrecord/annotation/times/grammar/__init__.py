"""The grammar of times: words of a line into expressions, before anybody asks on which day they were written."""

from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.grammar.reading import read_expressions

__all__ = ["Line", "read_expressions"]
