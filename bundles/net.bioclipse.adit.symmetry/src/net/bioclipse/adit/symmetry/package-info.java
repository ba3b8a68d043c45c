/**
 * Space groups by moyo, a symmetry finder in Rust, as WebAssembly in pure Java (Chicory). How {@code moyo.wasm} is made is
 * in the folder {@code moyo} of this bundle.
 */
package net.bioclipse.adit.symmetry;
