/** Benchmarks with JMH, outside of the product and of its build; the script {@code run} compiles and starts them. */
package net.bioclipse.adit.benchmarks;
