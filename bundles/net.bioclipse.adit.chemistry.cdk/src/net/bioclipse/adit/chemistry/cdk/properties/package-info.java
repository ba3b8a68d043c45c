/** What chemists sort and filter molecules by: descriptors, scaffold, substructures. */
package net.bioclipse.adit.chemistry.cdk.properties;
