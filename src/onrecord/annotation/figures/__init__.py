"""Figures: the quantities that a text gives, what they count, and as whose word."""

from onrecord.annotation.figures.making import make_figures

__all__ = ["make_figures"]
