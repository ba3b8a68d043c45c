package net.bioclipse.adit.forcefield;

/** MMFF94 does not describe this molecule; the message says why. */
final class UntypedMoleculeException extends Exception {

    private static final long serialVersionUID = 1;

    UntypedMoleculeException(String reason) {
        super(reason);
    }
}
