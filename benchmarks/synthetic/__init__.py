"""A synthetic corpus: realistic records in any number, made from coded texts of our own without running the coder."""

from benchmarks.synthetic.corpus import Corpus, Making, synthesize
from benchmarks.synthetic.templates import code_templates

__all__ = ["Corpus", "Making", "code_templates", "synthesize"]
