"""Eight bits for the exported encoder: close to the float model, every row by itself."""

from pathlib import Path

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="onnx comes with the extra train")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402

from tawatur.tagger.train.quantise import by_line, quantise  # noqa: E402


def test_steps_are_whole_and_within_their_levels() -> None:
    matrix = np.random.default_rng(1).normal(size=(20, 7)).astype(np.float32)
    matrix[:, 3] = 0
    steps, scales = by_line(matrix, 63, axis=0)
    assert np.abs(steps).max() == 63
    assert scales.shape == (1, 7)
    assert np.abs(steps * scales - matrix).max() <= scales.max() / 2 + 1e-6


def test_a_quantised_model_is_close_to_its_original_and_rows_are_apart(tmp_path: Path) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    rng = np.random.default_rng(2)
    weights = {"table": rng.normal(size=(30, 16)), "matrix": rng.normal(size=(16, 8))}
    nodes = [
        helper.make_node("Gather", ["table", "ids"], ["found"], name="g"),
        helper.make_node("MatMul", ["found", "matrix"], ["out"], name="m"),
    ]
    graph = helper.make_graph(
        nodes,
        "small",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "n"])],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, [1, "n", 8])],
        [numpy_helper.from_array(w.astype(np.float32), name) for name, w in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(tmp_path / "a.onnx"))
    quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")

    def run(file: str, ids: list[int]) -> np.ndarray:
        session = onnxruntime.InferenceSession(str(tmp_path / file), providers=["CPUExecutionProvider"])
        return session.run(None, {"ids": np.array([ids], np.int64)})[0][0]

    ids = [3, 7, 7, 29]
    whole, small = run("a.onnx", ids), run("b.onnx", ids)
    assert np.abs(whole - small).max() < 0.03 * np.abs(whole).max()
    assert np.array_equal(run("b.onnx", [7])[0], small[1])
