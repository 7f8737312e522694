"""The network and its training, small, where torch is installed: it learns, resumes exactly, exports what it is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch comes with the extra train")
pytest.importorskip("onnx", reason="onnx comes with the extra train")

from tests.tagger.conftest import small_pieces  # noqa: E402
from tests.tagger.test_samples import gold  # noqa: E402

from tawatur.tagger.loading import load_tagger  # noqa: E402
from tawatur.tagger.train.base import Base  # noqa: E402
from tawatur.tagger.train.export import export  # noqa: E402
from tawatur.tagger.train.loop import Data, mean_of_runs, train  # noqa: E402
from tawatur.tagger.train.network import Encoder, Network  # noqa: E402
from tawatur.tagger.train.samples import Sample, samples_of  # noqa: E402
from tawatur.tagger.train.settings import Settings  # noqa: E402
from tawatur.tagger.train.validate import network_tagger, text_scores  # noqa: E402
from tawatur.text.prepared import prepare  # noqa: E402

SETTINGS = Settings(
    epochs=120, rate=3e-3, head_rate=1e-2, dropout=0.0, word_dropout=0.0, width=16, swap=0.0, respell=0.0
)


def small_base() -> Base:
    """One layer of 16 dimensions, drawn at random."""
    rng = np.random.default_rng(3)
    pieces = small_pieces()
    shapes: dict[str, tuple[int, ...]] = {
        "words.weight": (len(pieces), 16),
        "positions.weight": (256, 16),
        "kind": (16,),
    }
    shapes |= {f"layers.0.{part}.weight": (16, 16) for part in ("q", "k", "v", "ao")}
    shapes |= {f"layers.0.{part}.bias": (16,) for part in ("q", "k", "v", "ao", "fo")}
    shapes |= {"layers.0.fi.weight": (32, 16), "layers.0.fi.bias": (32,), "layers.0.fo.weight": (16, 32)}
    weights = {name: rng.normal(scale=0.3, size=shape).astype(np.float32) for name, shape in shapes.items()}
    for norm in ("norm", "layers.0.aln", "layers.0.oln"):
        weights |= {f"{norm}.weight": np.ones(16, np.float32), f"{norm}.bias": np.zeros(16, np.float32)}
    return Base(16, 1, 2, 32, 256, 1e-12, pieces, weights)


def data() -> Data:
    return Data(list(samples_of(gold())), [Sample(["قال", "وزير"], [False, False], {"aner": [0, 1]})] * 3)


def quiet(epoch: int, network: Network) -> None:
    """Do nothing between epochs."""


def test_a_small_network_learns_its_one_text(tmp_path: Path) -> None:
    network = train(small_base(), data(), SETTINGS, tmp_path, quiet)
    found = text_scores(network_tagger(network, small_pieces(), SETTINGS.context), [gold()])
    assert found["names"] == found["statements.full"] == found["events.found"] == found["events.actors"] == 1.0


def test_a_run_broken_off_ends_as_one_that_was_not(tmp_path: Path) -> None:
    settings = replace(SETTINGS, epochs=3, average=2, dropout=0.1, word_dropout=0.1, swap=0.5, respell=0.2)
    whole = train(small_base(), data(), settings, tmp_path / "whole", quiet).state_dict()

    class Stopped(Exception):
        pass

    def stop(epoch: int, network: Network) -> None:
        if epoch in (2, 4):
            raise Stopped

    for _ in range(2):
        with pytest.raises(Stopped):
            train(small_base(), data(), settings, tmp_path / "parts", stop)
    parts = train(small_base(), data(), settings, tmp_path / "parts", quiet).state_dict()
    assert all(torch.equal(whole[name], parts[name]) for name in whole)


def test_other_settings_do_not_go_on_with_a_run(tmp_path: Path) -> None:
    train(small_base(), data(), replace(SETTINGS, epochs=1), tmp_path, quiet)
    with pytest.raises(ValueError, match="other settings"):
        train(small_base(), data(), replace(SETTINGS, epochs=2), tmp_path, quiet)


def test_what_is_exported_is_what_was_trained(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = Network(small_base(), dropout=0.1, width=16)
    export(network, small_pieces(), tmp_path, {"note": "small"})
    tagger = load_tagger(tmp_path)
    assert tagger is not None
    assert tagger.meta["note"] == "small"
    text = prepare(gold()["text"])
    exported, trained = tagger.tag(text).scores, network_tagger(network, small_pieces(), 0).tag(text).scores
    assert np.abs(exported - trained).max() < 0.1 * np.abs(trained).max()


def test_padding_changes_nothing() -> None:
    encoder = Encoder(small_base(), 0.0).eval()
    ids, padded = torch.tensor([[0, 5, 6, 2]]), torch.tensor([[0, 5, 6, 2, 1, 1]])
    with torch.no_grad():
        alone, among = encoder(ids), encoder(padded, (padded != 1).float())
    assert torch.allclose(alone, among[:, :4], atol=1e-5)


def test_the_running_heads_score_roles_as_the_network_does() -> None:
    torch.manual_seed(2)
    network = Network(small_base(), dropout=0.0, width=16).eval()
    vectors, seen = torch.randn(2, 7, 16), torch.ones(2, 7)
    seen[1, 5:] = 0
    rows, words = torch.tensor([0, 1]), torch.tensor([3, 1])
    heads = network.plain_heads()
    with torch.no_grad():
        scored = network.roles("trigger", vectors, rows, words, seen)
    for row, word, last in ((0, 3, 7), (1, 1, 5)):
        predicates, others = heads.projected(vectors[row, :last].numpy())
        alone = heads.role_scores("trigger", predicates, others, [(word, 0, last)])
        assert np.allclose(scored[row, :last].numpy(), alone, atol=1e-4)


def test_a_run_starts_with_the_mean_of_others(tmp_path: Path) -> None:
    data = Data(list(samples_of(gold())), [])
    few = replace(SETTINGS, epochs=1)
    for name, seed in (("one", 1), ("other", 2)):
        train(small_base(), data, replace(few, seed=seed), tmp_path / name, lambda epoch, network: None)
    one, other = (torch.load(tmp_path / name / "checkpoint.pt")["network"] for name in ("one", "other"))
    mean = mean_of_runs([(tmp_path / "one", 3.0), (tmp_path / "other", 1.0)])
    for name, value in mean.items():
        assert torch.allclose(value, 0.75 * one[name] + 0.25 * other[name], atol=1e-6)
    still = replace(few, rate=0.0, head_rate=0.0, decay=0.0)
    begun = train(small_base(), data, still, tmp_path / "next", lambda epoch, network: None, mean)
    assert all(torch.allclose(value, mean[name], atol=1e-6) for name, value in begun.state_dict().items())
    with pytest.raises(FileNotFoundError):
        mean_of_runs([(tmp_path / "none", 1.0)])
