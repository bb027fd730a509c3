"""The small networks: their files are refused where they are missing, altered, or made for another encoder."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from training.networks import save_network

from onrecord.annotation.models import load_actor_models
from onrecord.annotation.models.kinds import KindModel
from onrecord.annotation.models.network import Network
from onrecord.annotation.models.pairs import PairModel
from onrecord.errors import ModelError

MODELS = Path(str(files("onrecord.annotation.models")))
WEIGHTS = {
    "w0": np.array([[1.0, -1.0], [0.0, 2.0]]),
    "b0": np.array([0.0, 1.0]),
    "w1": np.array([[1.0], [1.0]]),
    "b1": np.array([0.5]),
}

FOUR_KINDS = {
    "w0": np.ones((4, 2)),
    "b0": np.zeros(2),
    "w1": np.array([[9.0, 0, 0, 0], [0, 1, 0, 0]]),
    "b1": np.zeros(4),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a network of two inputs, named `small`, and one of kinds and of pairs."""
    save_network(tmp_path, "small", WEIGHTS, {"version": "small 1"})
    save_network(tmp_path, "pairs", WEIGHTS, {"version": "pairs 1"})
    wide = {
        "w0": np.ones((4, 2)),
        "b0": np.zeros(2),
        "w1": np.array([[9.0, 0, 0, 0], [0, 1.0, 0, 0]]),
        "b1": np.zeros(4),
    }
    save_network(tmp_path, "kinds", wide, {"version": "kinds 1", "encoder": "encoder 1"})
    return tmp_path


def test_a_network_is_read_as_it_was_saved(folder: Path) -> None:
    network = Network(folder, "small")
    assert network.version == "small 1"
    # (1, 2): 1·1 + 2·0 = 1 and 1·-1 + 2·2 + 1 = 4, so 1 + 4 + 0.5. (-1, 0): nothing and 2.
    assert network.scores(np.array([[1, 2], [-1, 0]], np.float32)).tolist() == [[5.5], [2.5]]


def alter_weights(folder: Path) -> None:
    save_network(folder / "other", "small", WEIGHTS | {"b1": np.array([0.6])}, {"version": "small 1"})
    (folder / "small.npz").write_bytes((folder / "other" / "small.npz").read_bytes())


def alter_format(folder: Path) -> None:
    meta = json.loads((folder / "small.json").read_text(encoding="utf-8"))
    (folder / "small.json").write_text(json.dumps(meta | {"format": 2}), encoding="utf-8")


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: (folder / "small.npz").unlink(),
        lambda folder: (folder / "small.json").unlink(),
        lambda folder: (folder / "small.npz").write_bytes(b""),
        lambda folder: (folder / "small.json").write_text("{", encoding="utf-8"),
        lambda folder: (folder / "small.json").write_text("{}", encoding="utf-8"),
        lambda folder: (folder / "small.json").write_bytes(b"\xff"),
        alter_weights,
        alter_format,
    ],
    ids=[
        "no weights",
        "no description",
        "empty",
        "no JSON",
        "nothing said",
        "no text",
        "other weights",
        "other format",
    ],
)
def test_a_network_with_a_missing_or_altered_file_is_refused(folder: Path, harm: Callable[[Path], object]) -> None:
    harm(folder)
    with pytest.raises(ModelError, match=r"small.*install onrecord again"):
        Network(folder, "small")


def test_a_model_of_kinds_refuses_another_encoder(folder: Path) -> None:
    assert KindModel(folder, "encoder 1").version == "kinds 1"
    with pytest.raises(ModelError, match="encoder 1, not on encoder 2"):
        KindModel(folder, "encoder 2")


def test_kinds_are_chances_that_add_up_to_one(folder: Path) -> None:
    model = KindModel(folder, "encoder 1")
    rows = model.read(np.ones((2, 1), np.float32), np.ones((2, 1), np.float32), [[0.0, 1.0], [1.0, 1.0]])
    assert rows.shape == (2, 4)
    assert np.allclose(rows.sum(axis=1), 1, atol=0.001)
    assert (rows.argmax(axis=1) == 0).all()
    assert model.read(np.zeros((0, 1), np.float32), np.zeros((0, 1), np.float32), []).shape == (0, 4)


def test_pairs_share_what_none_of_them_leaves(folder: Path) -> None:
    low, high = PairModel(folder).rate([[0.0, 0.0], [1.0, 2.0]])
    assert 0 < low < high < 1
    assert low + high < 1


def test_no_score_is_too_high_for_a_chance(folder: Path) -> None:
    assert PairModel(folder).rate([[1e6, 1e6]]) == [1.0]


def test_the_shipped_models_fit_each_other() -> None:
    models = load_actor_models()
    assert models.vectors.version == json.loads((MODELS / "kinds/weights/kinds.json").read_text("utf-8"))["encoder"]
    assert models.pairs.version


def test_the_shipped_encoder_gives_a_row_a_word() -> None:
    vectors = load_actor_models().vectors
    text = "Zemlan waits."
    context, lexical = vectors.of(text, [0, 7])
    assert len(context) == len(lexical) == 2
    assert [len(each) for each in vectors.of(text, [])] == [0, 0]
