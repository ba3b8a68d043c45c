package net.bioclipse.adit.structure.known;

/** An index that remembers what it was made of. */
interface StampedIndex extends KnownStructures {

    /** What the source was like. */
    SourceStamp source();
}
