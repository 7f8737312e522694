"""Eight bits for the exported encoder: weights by output channel, embeddings by row, activations by row as they come.

onnxruntime's own dynamic quantisation gives all activations of a product one scale. The sign that opens a sentence has
values far from those of all others, which makes that scale coarse: with a scale for each row (Dettmers and others 2022,
arXiv:2208.07339) the error is half as great, for a sixth more time, and no row depends on what else is computed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

# Weights use 7 of 8 bits: without VNNI instructions the sum of two products of whole bytes overflows 16 bits.
_WEIGHT_LEVELS = 63
_EMBEDDING_LEVELS = 127
_ROW_LEVELS = 127
# A row of nothing but zeros has this scale; any positive number does.
_LEAST_SCALE = 1e-9


def quantise(source: Path, target: Path) -> None:
    """Write the model of one file with its constant matrices in eight bits to another."""
    model = onnx.load(str(source))
    _Quantiser(model.graph).run()
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


class _Quantiser:
    """Rewrites one graph: products with constant matrices and look-ups in constant tables."""

    def __init__(self, graph: Any) -> None:
        self.graph = graph
        self.weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        self.nodes: list[Any] = []
        self.rows: dict[str, tuple[str, str]] = {}
        self.replaced: set[str] = set()

    def run(self) -> None:
        """Replace the nodes and drop the weights that nothing uses any more."""
        self._constant("row_inverse", np.float32(1 / _ROW_LEVELS))
        self._constant("row_least", np.float32(_LEAST_SCALE))
        # Casting cuts off what is behind the point: half a step makes it rounding, 128 the middle of a byte.
        self._constant("row_middle", np.float32(128.5))
        self._constant("row_zero", np.uint8(128))
        for node in self.graph.node:
            if node.op_type == "MatMul" and self._is_matrix(node.input[1]):
                self._product(node)
            elif node.op_type == "Gather" and self._is_matrix(node.input[0]):
                self._look_up(node)
            else:
                self.nodes.append(node)
        del self.graph.node[:]
        self.graph.node.extend(self.nodes)
        used = {name for node in self.nodes for name in node.input}
        kept = [i for i in self.graph.initializer if i.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(kept)

    def _is_matrix(self, name: str) -> bool:
        return name in self.weights and self.weights[name].ndim == 2

    def _constant(self, name: str, value: Any) -> str:
        self.graph.initializer.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def _node(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def _row_bytes(self, name: str) -> tuple[str, str]:
        """Return the names of the bytes and scales of the rows of an activation, computed once for all its uses."""
        if name not in self.rows:
            size = self._node("Abs", [name], f"{name}_size")
            most = self._node("ReduceMax", [size], f"{name}_most", axes=[-1], keepdims=1)
            step = self._node("Mul", [most, "row_inverse"], f"{name}_step")
            scale = self._node("Add", [step, "row_least"], f"{name}_row_scale")
            steps = self._node("Div", [name, scale], f"{name}_steps")
            shifted = self._node("Add", [steps, "row_middle"], f"{name}_shifted")
            self.rows[name] = self._node("Cast", [shifted], f"{name}_row_bytes", to=TensorProto.UINT8), scale
        return self.rows[name]

    def _product(self, node: Any) -> None:
        data, scale = self._row_bytes(node.input[0])
        weight, output = node.input[1], node.output[0]
        quantised, scales = by_line(self.weights[weight], _WEIGHT_LEVELS, axis=0)
        self._constant(f"{weight}_bytes", quantised)
        self._constant(f"{weight}_scales", scales[0])
        product = self._node("MatMulInteger", [data, f"{weight}_bytes", "row_zero"], f"{output}_whole")
        cast = self._node("Cast", [product], f"{output}_cast", to=TensorProto.FLOAT)
        columns = self._node("Mul", [cast, f"{weight}_scales"], f"{output}_columns")
        self._node("Mul", [columns, scale], output)

    def _look_up(self, node: Any) -> None:
        table, output = node.input[0], node.output[0]
        quantised, scales = by_line(self.weights[table], _EMBEDDING_LEVELS, axis=1)
        self._constant(f"{table}_bytes", quantised)
        self._constant(f"{table}_scales", scales)
        found = self._node("Gather", [f"{table}_bytes", node.input[1]], f"{output}_bytes", axis=0)
        cast = self._node("Cast", [found], f"{output}_cast", to=TensorProto.FLOAT)
        scale = self._node("Gather", [f"{table}_scales", node.input[1]], f"{output}_scale", axis=0)
        self._node("Mul", [cast, scale], output)


def by_line(matrix: NDArray[np.float32], levels: int, *, axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return a matrix in whole steps of −levels … levels and the size of a step for each line along the axis."""
    scales = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True), _LEAST_SCALE) / levels
    return np.round(matrix / scales).astype(np.int8), scales.astype(np.float32)
