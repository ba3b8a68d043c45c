/**
 * Where the rooms are plugged together: the only place that knows the inference engine, the chemistry toolkit and the
 * packaging at once. Faces ask here and otherwise see ports.
 */
package net.bioclipse.adit.assembly;
