package net.bioclipse.adit.structure.known;

/** A set of structures that are known already, by identity: what is not in it is novel. Safe for several threads. */
public interface KnownStructures {

    /**
     * @param identity as {@link net.bioclipse.adit.structure.Assessment#identity()} gives it: an InChIKey
     * @return whether a structure of this identity is in the set
     */
    boolean contains(String identity);

    /** How many different structures are in the set. */
    long size();

    /** How many records of the source gave no identity and are therefore not in the set. */
    long unidentified();
}
