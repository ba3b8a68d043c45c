#!/bin/sh
# Makes src/net/bioclipse/adit/symmetry/moyo.wasm. Needs Rust with the target wasm32-unknown-unknown (made with 1.95.0):
#   rustup target add wasm32-unknown-unknown
set -eu
cd "$(dirname -- "$0")"
cargo=${CARGO_HOME:-$HOME/.cargo}
RUSTFLAGS="--remap-path-prefix=$cargo/registry/src=/crates --remap-path-prefix=$(pwd -P)=/moyo" \
	cargo build --release --locked --target wasm32-unknown-unknown --target-dir "${TMPDIR:-/tmp}/adit-moyo"
cp "${TMPDIR:-/tmp}/adit-moyo/wasm32-unknown-unknown/release/adit_symmetry.wasm" ../src/net/bioclipse/adit/symmetry/moyo.wasm
