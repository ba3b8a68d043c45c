package net.bioclipse.adit.generation;

/** What can be drawn; its word is the key of {@link net.bioclipse.adit.modelpackage.ModelPackage#kinds()}. */
public enum StructureKind {
    MOLECULE, CRYSTAL;

    /** "molecule" or "crystal". */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
