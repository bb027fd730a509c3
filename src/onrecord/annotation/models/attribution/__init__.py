"""The learned attribution model at run time: numpy, onnxruntime and tokenizers, no training library."""

from onrecord.annotation.models.attribution.model import AttributionModel, Found

__all__ = ["AttributionModel", "Found"]
