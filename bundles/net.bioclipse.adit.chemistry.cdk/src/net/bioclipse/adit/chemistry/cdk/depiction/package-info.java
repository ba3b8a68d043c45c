/** Pictures of molecules. */
package net.bioclipse.adit.chemistry.cdk.depiction;
