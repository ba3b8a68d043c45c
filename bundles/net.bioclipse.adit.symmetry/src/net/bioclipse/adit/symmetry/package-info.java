/**
 * Space groups. Operations are searched here; moyo, a symmetry finder in Rust that runs as WebAssembly in pure Java (Chicory),
 * names their groups and makes standard cells. How {@code moyo.wasm} is made is in the folder {@code moyo} of this bundle.
 */
package net.bioclipse.adit.symmetry;
