package net.bioclipse.adit.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.chemistry.cdk.ChemistryAssessor;
import net.bioclipse.adit.chemistry.cdk.ChemistryFormats;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.inference.onnx.OnnxEngine;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.packaging.PackageAssembler;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFormats;

/**
 * What the faces work with. Each part is made when it is asked for, so that nothing loads a native library or a toolkit
 * that is not used.
 */
public final class Workshop {

    private Workshop() {
    }

    /** The engine that runs model packages. */
    public static NeuralEngine engine() {
        return new OnnxEngine();
    }

    /**
     * Judges molecules and crystals; safe for several threads.
     *
     * @param aspects what to look at beside validity
     */
    public static StructureAssessor assessor(Set<Aspect> aspects) {
        return new ChemistryAssessor(aspects);
    }

    /** All file formats that can be read or written. */
    public static StructureFormats formats() {
        return StructureFormats.BUILT_IN.and(ChemistryFormats.all());
    }

    /**
     * Makes a model package of what training leaves behind.
     *
     * @param draft  directory that holds the draft, see {@link PackageAssembler}
     * @param target directory to make; it must not exist or must be empty
     */
    public static ModelPackage assemble(Path draft, Path target) throws ModelPackageException, IOException {
        return PackageAssembler.assemble(draft, target);
    }

    /** Library → version, of those that decide what comes out. */
    public static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java", Runtime.version().toString());
        versions.put("onnxruntime", new OnnxEngine().version());
        return versions;
    }
}
