"""Export a checkpoint for the runtime: an int8 encoder, the linking heads, the tokenizer and a description.

python -m training.export --checkpoint runs/a/epoch6.pt [more to average] --encoder MODEL_DIR --out model
"""

import argparse
import hashlib
import json
import shutil
import warnings
from pathlib import Path
from typing import Final

import onnx
import torch
from torch import Tensor, nn

from onrecord.annotation.models.attribution.assemble import N_CLUES
from onrecord.annotation.models.attribution.decode import LABELS
from onrecord.annotation.models.attribution.linking import N_FEATURES
from training.model import HIDDEN, AttributionNet, Pointer
from training.quantize import pack_products, pack_words, spell_out_softmax

OPSET: Final = 17
BONUSES: Final = [[0.0, 0.0], [1.0, 0.0], [2.2, 0.0], [0.0, 0.8]]
State = dict[str, Tensor]


class Reader(nn.Module):
    """The encoder and tagger as one graph: a window in, label scores and word vectors out."""

    def __init__(self, net: AttributionNet) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, ids: Tensor, shapes: Tensor, breaks: Tensor, quotes: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Scores and vectors of a single window's words."""
        hidden = self.net.encoder(ids, shapes, breaks, quotes, None)[0][first]
        return self.net.tagger(hidden), hidden


class Linker(nn.Module):
    """Both linking heads as one graph, chosen between by number."""

    def __init__(self, net: AttributionNet) -> None:
        super().__init__()
        heads = [net.content_cue, net.cue_source]
        for name in _shared_names(heads[0]):
            stacked = torch.stack([head.get_parameter(name).detach() for head in heads])
            self.register_buffer(name.replace(".", "_"), stacked)

    def forward(self, hidden: Tensor, dependents: Tensor, heads: Tensor, features: Tensor, which: Tensor) -> Tensor:
        """As Pointer.forward, pooling included."""
        sums = torch.cat([torch.zeros(1, HIDDEN), hidden.cumsum(dim=0)], dim=0)
        one = self._pool("dependent", hidden, sums, dependents, which)
        other = self._pool("head", hidden, sums, heads, which)
        joined = one.unsqueeze(1) + other.unsqueeze(0) + features @ self._get("features.weight", which).transpose(0, 1)
        scores = _gelu(joined) @ self._get("score.weight", which)[0] + self._get("score.bias", which)
        scores = scores + (torch.tanh(one) @ self._get("bilinear", which)) @ torch.tanh(other).transpose(0, 1)
        none = _gelu(one) @ self._get("none.weight", which).transpose(0, 1) + self._get("none.bias", which)
        return torch.cat([scores, none], dim=1)

    def _get(self, name: str, which: Tensor) -> Tensor:
        return torch.index_select(self.get_buffer(name.replace(".", "_")), 0, which.reshape(1)).squeeze(0)

    def _pool(self, side: str, hidden: Tensor, sums: Tensor, bounds: Tensor, which: Tensor) -> Tensor:
        starts, ends = bounds[:, 0], bounds[:, 1]
        mean = (sums[ends] - sums[starts]) / (ends - starts).unsqueeze(1).to(torch.float32)
        joined = torch.cat([hidden[starts], hidden[ends - 1], mean], dim=1)
        return joined @ self._get(f"{side}.project.weight", which).transpose(0, 1) + self._get(
            f"{side}.project.bias", which
        )


def _gelu(x: Tensor) -> Tensor:
    return torch.nn.functional.gelu(x)


def _shared_names(head: Pointer) -> list[str]:
    return [name for name, _ in head.named_parameters()]


def average(paths: list[Path]) -> State:
    """The mean of some checkpoints' weights."""
    states: list[State] = [torch.load(path, weights_only=True, map_location="cpu") for path in paths]
    return {name: torch.stack([state[name].float() for state in states]).mean(dim=0) for name in states[0]}


def export_reader(net: AttributionNet, path: Path) -> None:
    """Write the encoder and tagger, in full precision."""
    ids = torch.ones(1, 12, dtype=torch.int64)
    first = torch.arange(1, 9)
    names = ["ids", "shapes", "breaks", "quotes"]
    _export(
        Reader(net),
        (ids, ids, ids, ids, first),
        path,
        [*names, "first"],
        ["emissions", "hidden"],
        {
            **{name: {1: "subwords"} for name in names},
            "first": {0: "words"},
            "emissions": {0: "words"},
            "hidden": {0: "words"},
        },
    )


def export_linker(net: AttributionNet, path: Path) -> None:
    """Write the linking heads, in full precision: they are small."""
    bounds = torch.tensor([[0, 1], [2, 4], [5, 9]])
    example = (torch.zeros(10, HIDDEN), bounds, bounds[:2], torch.zeros(3, 2, N_FEATURES), torch.tensor(0))
    _export(
        Linker(net),
        example,
        path,
        ["hidden", "dependents", "heads", "features", "which"],
        ["scores"],
        {
            "hidden": {0: "words"},
            "dependents": {0: "ones"},
            "heads": {0: "others"},
            "features": {0: "ones", 1: "others"},
            "scores": {0: "ones", 1: "more"},
        },
    )


def _export(
    module: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            example,
            str(path),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def export(state: State, encoder: Path, out: Path, version: str) -> None:
    """Write all files of the model's folder; calibration starts neutral and is fitted afterwards."""
    net = AttributionNet()
    net.load_state_dict(state)
    net.eval()
    out.mkdir(parents=True, exist_ok=True)
    export_reader(net, out / "model.onnx")
    model = onnx.load(str(out / "model.onnx"))
    pack_words(model)
    pack_products(model)
    spell_out_softmax(model)
    onnx.checker.check_model(model)
    onnx.save(model, str(out / "model.onnx"))
    export_linker(net, out / "link.onnx")
    write_tokenizer(encoder / "tokenizer.json", out / "tokenizer.json")
    moves = net.moves().detach().double().numpy()
    meta = {
        "format": 1,
        "version": version,
        "labels": list(LABELS),
        "transitions": [[round(float(value), 6) for value in row] for row in moves],
        "decoding": {"bonuses": BONUSES, "none_bias": -3.0, "threshold": 0.0},
        "calibration": {"weights": [0.0] * N_CLUES, "bias": 0.0},
        "sha256": {
            name: hashlib.sha256((out / name).read_bytes()).hexdigest()
            for name in ("model.onnx", "link.onnx", "tokenizer.json")
        },
    }
    (out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def write_tokenizer(source: Path, target: Path) -> None:
    """The tokenizer without the truncation and padding that its file asks for."""
    held = json.loads(source.read_text(encoding="utf-8"))
    held["truncation"] = held["padding"] = None
    target.write_text(json.dumps(held, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, nargs="+", required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="0")
    given = parser.parse_args()
    if given.out.exists():
        shutil.rmtree(given.out)
    export(average(given.checkpoint), given.encoder, given.out, given.version)


if __name__ == "__main__":
    main()
