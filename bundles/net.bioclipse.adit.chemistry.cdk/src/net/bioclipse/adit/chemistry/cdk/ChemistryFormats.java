package net.bioclipse.adit.chemistry.cdk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureFormat.Trait;

/** The file formats that hold bonds. */
public final class ChemistryFormats {

    private ChemistryFormats() {
    }

    /** SDF, MOL (only read) and SMILES. */
    public static List<StructureFormat> all() {
        return List.of(
                new StructureFormat("SDF", List.of(".sdf", ".sd"), Set.of(Molecule.class), Optional.of(SdfReader::new),
                        Optional.of(SdfWriter::new), Set.of(Trait.ASSESSED)),
                new StructureFormat("MOL", List.of(".mol"), Set.of(Molecule.class), Optional.of(SdfReader::new),
                        Optional.empty()),
                new StructureFormat("SMILES", List.of(".smi", ".smiles"), Set.of(Molecule.class),
                        Optional.of(SmilesReader::new), Optional.of(SmilesWriter::new), Set.of(Trait.ASSESSED, Trait.FLAT)));
    }
}
