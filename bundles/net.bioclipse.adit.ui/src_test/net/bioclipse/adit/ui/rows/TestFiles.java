package net.bioclipse.adit.ui.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFormats;

/** Small files, and an assessor that finds structures of more than two atoms invalid. */
final class TestFiles {

    static final String THREE_FRAMES = """
            2
            hydrogen
            H 0 0 0
            H 0 0 0.74
            3
            energy=-5.5 label="two words" Properties=species:S:1:pos:R:3 name=water
            O 0 0 0
            H 0.96 0 0
            H -0.24 0.93 0
            1
            helium
            He 0 0 0
            """;

    static final StructureAssessor SMALL_IS_VALID = new StructureAssessor() {
        @Override
        public Assessment assess(AtomicStructure structure) {
            boolean small = structure.atomCount() <= 2;
            return new Assessment(List.of(new Finding("size", small, small ? "" : "O1 has company")), List.of(), new int[0],
                    Map.of("mass", structure.formula().mass(), "SMILES", "[" + structure.formula() + "]"), Optional.empty());
        }
    };

    private TestFiles() {
    }

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    static RecordFile open(Path folder, String name, String text) throws IOException {
        return RecordFile.open(write(folder, name, text), StructureFormats.BUILT_IN, () -> false);
    }

    /** A model of a file, all rows read and checked. */
    static ResultsModel model(Path folder, String name, String text) throws IOException {
        ResultsModel model = new ResultsModel(open(folder, name, text), SMALL_IS_VALID);
        model.loader().run(() -> false, progress -> { });
        model.refresh(() -> false);
        return model;
    }
}
