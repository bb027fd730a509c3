"""The learned attribution model at run time: numpy, onnxruntime and tokenizers, no training library."""

from onrecord.annotation.models.attribution.model import AttributionModel, Found
from onrecord.annotation.models.attribution.vectors import AttributionVectors

__all__ = ["AttributionModel", "AttributionVectors", "Found"]
