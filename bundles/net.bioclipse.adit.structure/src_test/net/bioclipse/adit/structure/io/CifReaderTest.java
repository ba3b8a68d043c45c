package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CifReaderTest extends StructureReaderContract {

    private static final String CUBE = """
            _cell_length_a 4
            _cell_length_b 4
            _cell_length_c 4
            _cell_angle_alpha 90
            _cell_angle_beta 90
            _cell_angle_gamma 90
            """;
    private static final String ONE_ATOM = atoms("Fe1 Fe 0.25 0.5 0.75");

    private static String atoms(String... rows) {
        return "loop_\n_atom_site_label\n_atom_site_type_symbol\n"
                + "_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n" + String.join("\n", rows) + "\n";
    }

    private static String operations(List<String> operations) {
        return "loop_\n_symmetry_equiv_pos_as_xyz\n'" + String.join("'\n'", operations) + "'\n";
    }

    /** The 48 operations of m-3m: all orders of the axes with all signs. */
    private static List<String> cubicOperations() {
        List<String> operations = new ArrayList<>();
        for (String order : List.of("xyz", "yzx", "zxy", "yxz", "zyx", "xzy")) {
            for (int signs = 0; signs < 8; signs++) {
                operations.add(((signs & 1) == 0 ? "" : "-") + order.charAt(0) + "," + ((signs & 2) == 0 ? "" : "-")
                        + order.charAt(1) + "," + ((signs & 4) == 0 ? "" : "-") + order.charAt(2));
            }
        }
        return operations;
    }

    @Override
    StructureReader reader() {
        return new CifReader();
    }

    @Override
    String goodFile() {
        return """
                # a comment
                data_first # another
                _cell_length_a    4.000(2)
                _cell_length_b    '5'
                _CELL_LENGTH_C    6.0
                _cell_angle_alpha 90 _cell_angle_beta 90
                _cell_angle_gamma
                9.0e1
                _publ_section_title
                ;
                 data_not_a_block loop_ 'not a quote
                # not a comment
                ;
                _symmetry_space_group_name_H-M 'P -1'
                loop_
                _space_group_symop_id _space_group_symop_operation_xyz
                1 'x, y, z'
                2 '-x, -y, -z'
                loop_
                _atom_site_occupancy
                _atom_site_fract_z
                _atom_site_U_iso_or_equiv
                _atom_site_fract_x
                _atom_site_label
                _atom_site_fract_y
                1.0 0.3(1) ? 0.1 Fe1A .2
                1 0 . 0 "O'5" 0
                loop_
                _atom_site_aniso_label
                _atom_site_aniso_U_11
                Fe1A 0.01

                DATA_no_atoms
                _journal_year 1999
                data_second
                _cell.length_a 4\t_cell.length_b 4 _cell.length_c 4
                _cell.angle_alpha 90 _cell.angle_beta 90 _cell.angle_gamma 90
                _atom_site.type_symbol Na1+
                _atom_site.fract_x 0 _atom_site.fract_y 0 _atom_site.fract_z 0
                """;
    }

    private Crystal one(String text) throws IOException {
        List<Entry> entries = reading.of(text);
        assertEquals(1, entries.size());
        return (Crystal) entries.get(0).structure();
    }

    @Test
    void readsBlocksQuotesTextFieldsLoopsAndUncertainties() throws IOException {
        List<Entry> entries = reading.of(goodFile());
        assertEquals(List.of("first", "second"), entries.stream().map(Entry::name).toList());
        Crystal first = (Crystal) entries.get(0).structure();
        assertEquals(new Lattice(4, 5, 6, 90, 90, 90), first.lattice());
        assertArrayEquals(new int[] {26, 26, 8}, first.atomicNumbers());
        assertArrayEquals(new double[] {0.1, 0.2, 0.3, 0.9, 0.8, 0.7, 0, 0, 0}, first.fractional(), 1e-15);
        assertEquals(new Crystal(new Lattice(4, 4, 4, 90, 90, 90), new int[] {11}, new double[3]),
                entries.get(1).structure());
    }

    @Test
    void expandsCaesiumChlorideAndRockSalt() throws IOException {
        List<String> cubic = cubicOperations();
        String sites = atoms("Cs1 Cs+ 0 0 0", "Cl1 Cl- 0.5 0.5 0.5");
        assertEquals("ClCs", one("data_CsCl\n" + CUBE + operations(cubic) + sites).formula().toString());
        List<String> centred = new ArrayList<>();
        for (String shift : List.of("0,0,0", "0,1/2,1/2", "1/2,0,1/2", "1/2,1/2,0")) {
            String[] t = shift.split(",");
            for (String operation : cubic) {
                String[] o = operation.split(",");
                centred.add(o[0] + "+" + t[0] + ", " + t[1] + (o[1].startsWith("-") ? "" : "+") + o[1] + ", "
                        + o[2].toUpperCase(Locale.ROOT) + "+" + t[2].replace("1/2", ".5"));
            }
        }
        assertEquals(192, centred.size());
        Crystal salt = one("data_NaCl\n" + CUBE + operations(centred) + atoms("Na1 Na 0 0 0", "Cl1 Cl 0.5 0 0"));
        assertEquals("Cl4Na4", salt.formula().toString());
        // A site in general position has as many images as operations.
        assertEquals(192, one("data_x\n" + CUBE + operations(centred) + atoms("C1 C 0.07 0.12 0.21")).atomCount());
    }

    @Test
    void mergesImagesOfCoordinatesRoundedToThreeDecimals() throws IOException {
        // Wurtzite, ZnO, P 63 m c, with 0.333 and 0.667 for thirds.
        String cell = "_cell_length_a 3.25\n_cell_length_b 3.25\n_cell_length_c 5.207\n"
                + "_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 120\n";
        List<String> operations = List.of("x,y,z", "-y,x-y,z", "-x+y,-x,z", "-x,-y,z+1/2", "y,-x+y,z+1/2", "x-y,x,z+1/2",
                "-y,-x,z", "-x+y,y,z", "x,x-y,z", "y,x,z+1/2", "x-y,-y,z+1/2", "-x,-x+y,z+1/2");
        Crystal zincite = one("data_\n" + cell + operations(operations)
                + atoms("Zn1 Zn2+ 0.333 0.667 0.000", "O1 O2- 0.333 0.667 0.382"));
        assertEquals("O2Zn2", zincite.formula().toString());
        assertEquals(47.63, zincite.lattice().volume(), 0.01);
    }

    @Test
    void keepsOneOfAtomsThatAreListedAlthoughAnOperationMakesThem() throws IOException {
        Crystal crystal = one("data_x\n" + CUBE + operations(List.of("x,y,z", "-x,-y,-z"))
                + atoms("Fe1 Fe 0.1 0.2 0.3", "Fe2 Fe 0.9 0.8 0.7", "O1 O 0.1 0.2 0.3"));
        assertEquals("Fe2O2", crystal.formula().toString());
    }

    @Test
    void mergesNothingInP1() throws IOException {
        Crystal crystal = one("data_x\n" + CUBE + atoms("Fe1 Fe 0.1 0.2 0.3", "Fe2 Fe 0.1 0.2 0.3", "Fe3 Fe -1.1 2 0.3"));
        assertArrayEquals(new double[] {0.1, 0.2, 0.3, 0.1, 0.2, 0.3, -1.1, 2, 0.3}, crystal.fractional());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_symmetry_space_group_name_H-M 'P 1'\n", "_space_group_name_H-M_alt P1\n",
        "_symmetry_Int_Tables_number 1\n",
        "_space_group_name_Hall 'P 1'\n_space_group_IT_number 1\n", "_symmetry_space_group_name_H-M ?\n",
        "_symmetry_space_group_name_H-M p_1\n"})
    void needsNoOperationsInP1(String name) throws IOException {
        assertEquals(1, one("data_x\n" + CUBE + name + ONE_ATOM).atomCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_symmetry_space_group_name_H-M 'F m -3 m'\n", "_space_group_name_H-M_alt 'F m -3 m'\n",
        "_space_group_name_Hall 'F m -3 m'\n", "_symmetry_equiv_pos_as_xyz ?\n_space_group_name_H-M_alt 'F m -3 m'\n"})
    void refusesASpaceGroupWithoutItsOperations(String name) {
        reading.refuses("data_x\n" + CUBE + name + ONE_ATOM, "The CIF block 'data_x' must list its symmetry operations "
                + "(_space_group_symop_operation_xyz), but it only names the space group 'F m -3 m' (FILE, line 1).");
    }

    @Test
    void refusesASpaceGroupNumberWithoutItsOperations() {
        reading.refuses("\ndata_x\n" + CUBE + "_symmetry_Int_Tables_number 225\n" + ONE_ATOM,
                "The CIF block 'data_x' must list its symmetry operations (_space_group_symop_operation_xyz), "
                        + "but it only names the space group '225' (FILE, line 2).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,y", "x,y,z,x", "x,y,w", "x,y,y", "x,y,2", "x,y,z+1/0", "xy,y,z", "x,y,", "0,0,0", "x;y;z"})
    void refusesOperationsThatCannotBe(String operation) {
        reading.refuses("data_x\n" + CUBE + operations(List.of("x,y,z", operation)) + ONE_ATOM,
                "The CIF block 'data_x' must write "
                + "symmetry operations as '-x, y+1/2, z', but one is '" + operation + "' (FILE, line 1).");
    }

    @Test
    void tellsElementsFromTypeSymbolsOrLabels() throws IOException {
        String sites = "loop_ _atom_site_label _atom_site_fract_x _atom_site_fract_y _atom_site_fract_z\n"
                + "Fe1A 0 0 0 D1 0 0 .1 Ow2 0 0 .2 Cl 0 0 .3 O12 0 0 .4 HB1 0 0 .5\n";
        assertArrayEquals(new int[] {26, 1, 8, 17, 8, 1}, one("data_x\n" + CUBE + sites).atomicNumbers());
        Crystal typed = one("data_x\n" + CUBE
                + atoms("M1 Fe3+ 0 0 0", "M2 O2- 0 0 .1", "M3 CL1- 0 0 .2", "M4 D 0 0 .3", "Zr1 ? 0 0 .4", "M6 cu 0 0 .5"));
        assertArrayEquals(new int[] {26, 8, 17, 1, 40, 29}, typed.atomicNumbers());
    }

    @Test
    void refusesElementsThatCannotBeTold() {
        reading.refuses("data_x\n" + CUBE + atoms("W1 Wat 0 0 0"), "The CIF block 'data_x' must give an element "
                + "such as Fe or Fe3+ for site 1 'W1', but its type symbol is 'Wat' (FILE, line 1).");
        reading.refuses("data_x\n" + CUBE + atoms("CA1 . 0 0 0"), "The CIF block 'data_x' must tell the element of "
                + "site 1 'CA1', but the label names none for certain; add _atom_site_type_symbol (FILE, line 1).");
    }

    @Test
    void refusesDisorderAndMissingHydrogens() {
        String sites = ONE_ATOM.replace("_z\n", "_z\n_atom_site_occupancy\n").replace("0.75", "0.75 0.5(1)");
        reading.refuses("data_x\n" + CUBE + sites, "The CIF block 'data_x' must be ordered, with occupancy 1 at each site, "
                + "but site 1 'Fe1' has occupancy '0.5(1)' (FILE, line 1).");
        sites = ONE_ATOM.replace("_z\n", "_z\n_atom_site_attached_hydrogens\n").replace("0.75", "0.75 2");
        reading.refuses("data_x\n" + CUBE + sites, "The CIF block 'data_x' must list each hydrogen as a site, but "
                + "site 1 'Fe1' has '2' attached hydrogens without positions (FILE, line 1).");
    }

    @Test
    void passesOverDummySites() throws IOException {
        String sites = ONE_ATOM.replace("_z\n", "_z\n_atom_site_calc_flag\n").replace("0.75", "0.75 d\nCg1 Cg 0 0 0 dum");
        assertEquals(1, one("data_x\n" + CUBE + sites).atomCount());
    }

    @Test
    void refusesCellsThatCannotBe() {
        reading.refuses("data_x\n" + ONE_ATOM,
                "The CIF block 'data_x' lists atoms and must have a cell, but there is no _cell_length_a (FILE, line 1).");
        reading.refuses("data_x\n" + CUBE.replace("gamma 90", "gamma ?") + ONE_ATOM,
                "The CIF block 'data_x' lists atoms and must have a cell, but there is no _cell_angle_gamma (FILE, "
                + "line 1).");
        reading.refuses("data_x\n" + CUBE.replace("length_b 4", "length_b four") + ONE_ATOM,
                "The CIF block 'data_x' must have a number for _cell_length_b, but it is 'four' (FILE, line 1).");
        reading.refuses("data_x\n" + CUBE.replace("length_b 4", "length_b 1e9") + ONE_ATOM,
                "The CIF block 'data_x' must have a cell in Å, but _cell_length_b is '1e9' (FILE, line 1).");
        reading.refuses("data_x\n" + CUBE.replace("gamma 90", "gamma 190") + ONE_ATOM,
                "The CIF block 'data_x' must have a possible "
                + "cell; No cell has lengths 4.0, 4.0, 4.0 Å and angles 90.0, 90.0, 190.0°. (FILE, line 1).");
    }

    @Test
    void takesRatiosAsCoordinates() throws IOException {
        Crystal crystal = one("data_x\n" + CUBE + atoms("Fe1 Fe 1/4 -2/3 0."));
        assertArrayEquals(new double[] {0.25, -2.0 / 3, 0}, crystal.fractional());
    }

    @Test
    void refusesCoordinatesThatCannotBe() {
        reading.refuses("data_x\n" + CUBE + atoms("Fe1 Fe 0 1/0 0"),
                "The CIF block 'data_x' must have a number for _atom_site_fract_y, but it is '1/0' (FILE, line 1).");
        reading.refuses("data_x\n" + CUBE + atoms("Fe1 Fe 0 half 0"),
                "The CIF block 'data_x' must have a number for _atom_site_fract_y, but it is 'half' (FILE, line 1).");
        reading.refuses("data_x\n" + CUBE + atoms("Fe1 Fe 0 0 ?"),
                "The CIF block 'data_x' must have fractional coordinates, but site 1 'Fe1' has no "
                + "_atom_site_fract_z (FILE, line 1).");
        reading.refuses("data_x\n" + CUBE + atoms("Fe1 Fe 0 0 1e300"), "The CIF block 'data_x' must have fractional "
                + "coordinates, but _atom_site_fract_z of site 1 'Fe1' is '1e300' (FILE, line 1).");
        reading.refuses("data_x\n" + CUBE + ONE_ATOM.replace("fract", "Cartn"),
                "The CIF block 'data_x' must have fractional coordinates, but site 1 'Fe1' has no "
                + "_atom_site_fract_x (FILE, line 1).");
    }

    @Test
    void refusesAFileWithoutCrystals() {
        String message = "A CIF with at least one crystal was expected, but no data block of 'FILE' lists atoms "
                + "(_atom_site_fract_x and the like).";
        reading.refuses("", message);
        reading.refuses("# nothing\n\n", message);
        reading.refuses("data_x\n" + CUBE, message);
    }

    @Test
    void refusesBrokenSyntax() {
        reading.refuses("<html>\n", "A CIF must begin with a block head such as data_NaCl, but it begins with "
                + "'<html>' (FILE, line 1).");
        reading.refuses("data_x\n_a 'open\n",
                "A CIF value that begins with a quote must end with it on the same line, but ''open' does not "
                + "(FILE, line 2).");
        reading.refuses("data_x\n_a\n;text\nwithout end\n", "A CIF text field must end with a line that begins with a "
                + "semicolon, but the file ends before (FILE, line 3).");
        reading.refuses("data_x\n_a 1 2\n", "A CIF value must follow its tag, but '2' follows none (FILE, line 2).");
        reading.refuses("data_x\n_a\n_b 1\n", "The CIF tag '_a' must have a value, but none follows (FILE, line 2).");
        reading.refuses("data_x\nloop_\n1 2\n", "A CIF loop must begin with tags, but none follows (FILE, line 2).");
        reading.refuses("data_x\n" + CUBE + atoms("Fe1 Fe 0 0"),
                "The rows of a CIF loop must fill its 5 columns, but the loop has 4 values (FILE, line 8).");
        reading.refuses("data_x\n_cell_length_a 1\n_cell.length_A 2\n",
                "A CIF tag may stand once in a block, but '_cell.length_a' stands twice (FILE, line 3).");
        reading.refuses("data_x\nsave_frame\n", "A CIF of structures was expected, but it has the word 'save_frame', which "
                + "belongs to dictionaries and other STAR files (FILE, line 2).");
    }

    @Test
    void refusesMoreAtomsThanAMillion() {
        reading.refuses("data_x\nloop_\n_atom_site_fract_x\n" + "0\n".repeat(1_000_001),
                "A CIF block may list 1 to 1000000 atoms, but it lists more (FILE, line 1000004).");
        String sites = "Fe1 Fe 0 0 0\n".repeat(21_000);
        reading.refuses("data_x\n" + CUBE + operations(cubicOperations()) + atoms(sites.strip()),
                "The CIF block 'data_x' may fill its "
                + "cell with 1 to 1000000 atoms, but it lists 21000 with 48 symmetry operations (FILE, line 1).");
        List<String> shifts = new ArrayList<>();
        for (int i = 0; i <= 1_000; i++) {
            shifts.add("x+" + i + "/1001,y,z");
        }
        reading.refuses("data_x\n" + CUBE + operations(shifts) + ONE_ATOM,
                "The CIF block 'data_x' may have 1 to 1000 symmetry operations, but it has 1001 (FILE, line 1).");
    }

    @Test
    void readsPastALargeTextFieldAndALoopOfReflections() throws IOException {
        String ballast = "_shelx_hkl_file\n;\n" + "1 2 3 4.5\n".repeat(20_000) + ";\nloop_\n_refln_index_h\n_refln_index_k\n"
                + "1 2\n".repeat(20_000);
        assertEquals(1, one("data_x\n" + ballast + CUBE + ONE_ATOM).atomCount());
    }

    @Test
    void expandsAFlatCellOfExtremeLengths() throws IOException {
        String flat = CUBE.replace("length_a 4", "length_a 100000").replace("length_b 4", "length_b 0.001");
        // Along b everything coincides; x and z are two of the three coordinates, in both orders and with four signs.
        assertEquals(24, one("data_x\n" + flat + operations(cubicOperations())
                + atoms("Fe1 Fe 999.07 -999.12 0.21")).atomCount());
    }
}
