#!/bin/sh
# Reads a split run with four processes on one machine. Say it again after a failure: what is complete is not read again.
set -eu
run=${1:?say the name of the run}

shop-connector splits --run "$run" --json | xargs -d '\n' -n 1 -P 4 shop-connector sync --run "$run" --split
shop-connector sync --finish "$run"
