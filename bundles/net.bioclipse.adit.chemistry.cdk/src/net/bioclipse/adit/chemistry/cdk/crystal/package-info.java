/**
 * What can be said about a crystal: periodic distances, charge balance, plausibility, sameness. Needs the JDK alone.
 */
package net.bioclipse.adit.chemistry.cdk.crystal;
