"""Int8 for the exported encoder: weights by output channel, activations by row.

Activations are scaled row by row rather than over a whole window as onnxruntime's own dynamic quantisation does:
a few of MiniLM's columns are far larger than the rest in some words, and one scale for all drowns the others. It also
makes a word's result independent of how much else is read. Weights have seven bits of range, so that the widest
sums fit the 16-bit steps of processors without VNNI, and every processor adds up alike.
"""

from typing import Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

WEIGHT_RANGE: Final = 63
ROW_RANGE: Final = 127


def pack_words(model: onnx.ModelProto) -> None:
    """Hold the word vectors as int8 with a scale a word: Gather both, then multiply."""
    graph = model.graph
    table = max(graph.initializer, key=lambda held: int(np.prod(held.dims)))
    packed, scale = _by_axis(numpy_helper.to_array(table), axis=1, limit=127)
    gather = next(node for node in graph.node if node.op_type == "Gather" and node.input[0] == table.name)
    nodes = [
        helper.make_node("Gather", ["words_packed", gather.input[1]], ["words_bytes"], axis=0),
        helper.make_node("Cast", ["words_bytes"], ["words_cast"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["words_scale", gather.input[1]], ["words_scales"], axis=0),
        helper.make_node("Mul", ["words_cast", "words_scales"], [gather.output[0]]),
    ]
    _replace(graph, gather, nodes)
    # What each subword is by itself, before any context, is given out too: the reader of kinds goes by both.
    graph.node.append(helper.make_node("Identity", [gather.output[0]], ["lexical"]))
    graph.output.append(helper.make_tensor_value_info("lexical", TensorProto.FLOAT, [1, "subwords", packed.shape[1]]))
    graph.initializer.remove(table)
    graph.initializer.extend(
        [numpy_helper.from_array(packed, "words_packed"), numpy_helper.from_array(scale, "words_scale")]
    )


def pack_products(model: onnx.ModelProto, smallest: int = 100_000) -> None:
    """Turn every product with a large constant matrix into an int8 one."""
    graph = model.graph
    constants = {held.name: held for held in graph.initializer}
    for index, node in enumerate([n for n in graph.node if n.op_type == "MatMul"]):
        held = constants.get(node.input[1])
        if held is None or int(np.prod(held.dims)) < smallest:
            continue
        packed, scale = _by_axis(numpy_helper.to_array(held), axis=0, limit=WEIGHT_RANGE)
        name = f"product{index}"
        graph.initializer.extend(
            [
                numpy_helper.from_array(packed, f"{name}_weight"),
                numpy_helper.from_array((scale / 1.0).astype(np.float32).reshape(-1), f"{name}_columns"),
            ]
        )
        _replace(graph, node, _product(name, node.input[0], node.output[0]))
        graph.initializer.remove(held)
    limits = [("row_unit", 1.0 / ROW_RANGE), ("row_least", 1e-9), ("row_one", 1.0)]
    graph.initializer.extend(
        [numpy_helper.from_array(np.array(value, dtype=np.float32), label) for label, value in limits]
    )
    graph.initializer.append(numpy_helper.from_array(np.array(128, dtype=np.uint8), "row_middle"))


def spell_out_softmax(model: onnx.ModelProto) -> None:
    """Write every Softmax as the steps it is made of.

    onnxruntime's own adds up a row 8 or 16 numbers at a time, as the processor allows, and a difference in the last bit
    there becomes one in the third decimal of a confidence six layers on. ReduceSum adds alike on all of them.
    """
    graph = model.graph
    for index, node in enumerate([n for n in graph.node if n.op_type == "Softmax"]):
        left, name = node.input[0], f"weights{index}"
        nodes = [
            helper.make_node("ReduceMax", [left], [f"{name}_high"], axes=[-1], keepdims=1),
            helper.make_node("Sub", [left, f"{name}_high"], [f"{name}_below"]),
            helper.make_node("Exp", [f"{name}_below"], [f"{name}_powers"]),
            helper.make_node("ReduceSum", [f"{name}_powers", "last_axis"], [f"{name}_sum"], keepdims=1),
            helper.make_node("Div", [f"{name}_powers", f"{name}_sum"], [node.output[0]]),
        ]
        _replace(graph, node, nodes)
    graph.initializer.append(numpy_helper.from_array(np.array([-1], dtype=np.int64), "last_axis"))


def _product(name: str, left: str, out: str) -> list[onnx.NodeProto]:
    """The nodes of one int8 product; the bytes are unsigned, around 128, as only such ones are quick everywhere."""
    return [
        helper.make_node("Abs", [left], [f"{name}_sizes"]),
        helper.make_node("ReduceMax", [f"{name}_sizes"], [f"{name}_high"], axes=[-1], keepdims=1),
        helper.make_node("Max", [f"{name}_high", "row_least"], [f"{name}_peak"]),
        helper.make_node("Mul", [f"{name}_peak", "row_unit"], [f"{name}_rows"]),
        helper.make_node("Div", [left, f"{name}_rows"], [f"{name}_scaled"]),
        helper.make_node("QuantizeLinear", [f"{name}_scaled", "row_one", "row_middle"], [f"{name}_bytes"]),
        helper.make_node("MatMulInteger", [f"{name}_bytes", f"{name}_weight", "row_middle"], [f"{name}_sums"]),
        helper.make_node("Cast", [f"{name}_sums"], [f"{name}_float"], to=TensorProto.FLOAT),
        # both scales multiplied first would be taken for onnxruntime's own pattern and fused wrongly
        helper.make_node("Mul", [f"{name}_float", f"{name}_columns"], [f"{name}_part"]),
        helper.make_node("Mul", [f"{name}_part", f"{name}_rows"], [out]),
    ]


def _by_axis(values: NDArray[np.float32], axis: int, limit: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scale = np.maximum(np.abs(values).max(axis=axis, keepdims=True) / limit, 1e-9).astype(np.float32)
    return np.clip(np.round(values / scale), -limit, limit).astype(np.int8), scale


def _replace(graph: onnx.GraphProto, node: onnx.NodeProto, nodes: list[onnx.NodeProto]) -> None:
    place = next(i for i, held in enumerate(graph.node) if held is node or held == node)
    graph.node.remove(node)
    for offset, new in enumerate(nodes):
        graph.node.insert(place + offset, new)
